import CICU

/// A version as ICU counts: up to four numbers, trailing zeros left out of the description.
public struct ICUVersion: Equatable, Sendable, CustomStringConvertible {
    public let numbers: [UInt8]

    /// - Parameter numbers: four numbers, most significant first.
    init(_ numbers: [UInt8]) { self.numbers = numbers }

    /// The version of the ICU library that the program runs with, such as `72.1`.
    public static var library: ICUVersion { read { icu_u_getVersion($0) } }

    /// The version of the Unicode Standard that this library implements, such as `15.0`.
    public static var unicode: ICUVersion { read { icu_u_getUnicodeVersion($0) } }

    public var description: String {
        var shown = numbers
        while shown.count > 2, shown.last == 0 { shown.removeLast() }
        return shown.map(String.init).joined(separator: ".")
    }

    private static func read(_ fill: (UnsafeMutablePointer<UInt8>) -> Void) -> ICUVersion {
        var numbers = [UInt8](repeating: 0, count: 4)
        numbers.withUnsafeMutableBufferPointer { buffer in
            if let base = buffer.baseAddress { fill(base) }
        }
        return ICUVersion(numbers)
    }
}
