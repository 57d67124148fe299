/// A document's id as a run remembers it: the hash that is its `record_id`, in 16 bytes.
struct DocumentKey: Hashable {
    private let high: UInt64
    private let low: UInt64

    /// The first 32 hexadecimal digits; `nil` for other text.
    init?(hexadecimal: String) {
        let digits = hexadecimal.prefix(32)
        guard let high = UInt64(digits.prefix(16), radix: 16), let low = UInt64(digits.dropFirst(16), radix: 16)
        else { return nil }
        self.high = high
        self.low = low
    }
}
