import TextModel

/// Tells the format of a text.
enum FormatDetection {
    static func format(of utf8: [UInt8], fileName: String?) -> DocumentFormat { .markdown }
}
