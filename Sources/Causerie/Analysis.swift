import Decoding
import Extraction
import Formats
import ICUText
import TextModel

/// A document's record with everything that it was made from.
public struct Analysis: Sendable {
    /// The decoded text that the record's spans point into.
    public let source: SourceText
    public let text: ReportText
    public let findings: Findings
    public let report: Report
}

/// Why there is no record of a document.
public enum AnalysisError: Error, CustomStringConvertible {
    /// The document is too long.
    case decoding(DecodingError)
    /// The document is no text.
    case format(FormatError)
    /// ICU ran out of memory.
    case icu(ICUError)

    public var description: String {
        switch self {
        case .decoding(let error): "\(error)"
        case .format(let error): error.description
        case .icu(let error): error.description
        }
    }
}
