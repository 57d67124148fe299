/// What an offset of a record counts.
public enum OffsetUnit: String, Sendable, CaseIterable {
    /// UTF-8 bytes: Causerie's own unit, and Rust's and Go's.
    case utf8
    /// UTF-16 code units: JavaScript's, Java's and C#'s.
    case utf16
    /// Unicode scalar values: Python's.
    case scalar
}

/// Converts byte offsets of one text to another unit, each in near constant time.
///
/// Counts are kept every 1,024 bytes, so a conversion reads at most that much of the text.
public struct OffsetConverter: Sendable {
    public let unit: OffsetUnit
    private let utf8: [UInt8]
    /// The count of units before byte `1024 * i`.
    private let marks: [Int]
    private static let stride = 1024

    public init(_ text: SourceText, unit: OffsetUnit) {
        self.unit = unit
        utf8 = text.utf8
        var marks: [Int] = []
        if unit != .utf8 {
            var count = 0
            for (index, byte) in text.utf8.enumerated() {
                if index % Self.stride == 0 { marks.append(count) }
                count += Self.units(startedBy: byte, unit)
            }
            marks.append(count)
        }
        self.marks = marks
    }

    /// The offset in ``unit`` of a byte offset; one inside a character counts that character as passed.
    ///
    /// - Precondition: `0 <= offset <= text.utf8.count`.
    public func offset(ofByte offset: Int) -> Int {
        if unit == .utf8 { return offset }
        let mark = min(offset / Self.stride, max(0, marks.count - 1))
        var count = marks[mark]
        for index in (mark * Self.stride)..<max(offset, mark * Self.stride) where index < utf8.count {
            count += Self.units(startedBy: utf8[index], unit)
        }
        return count
    }

    /// Each character is counted at its first byte; four bytes of UTF-8 are two units of UTF-16.
    private static func units(startedBy byte: UInt8, _ unit: OffsetUnit) -> Int {
        if byte & 0xC0 == 0x80 { return 0 }
        return unit == .utf16 && byte >= 0xF0 ? 2 : 1
    }
}
