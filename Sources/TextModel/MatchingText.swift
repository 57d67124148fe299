/// A text in the form that all matching is done on: one apostrophe, one space, NFC, with its map to the source.
public struct MatchingText: Sendable {
    /// Valid UTF-8.
    public let utf8: [UInt8]
    public let map: OffsetMap

    public init(utf8: [UInt8], map: OffsetMap) {
        self.utf8 = utf8
        self.map = map
    }

    /// The matching form of a range; a range that cuts a character gives U+FFFD for the part.
    public subscript(range: TextRange) -> String {
        String(decoding: utf8[range.start..<range.end], as: UTF8.self)
    }
}
