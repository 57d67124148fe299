/// An input or a part of one that is being read.
protocol ItemSource: AnyObject {
    /// The next document or refusal; `nil` at the end, also after a failure that ends the reading.
    func next() -> InputItem?
}

/// Yields one refusal.
final class RefusalSource: ItemSource {
    private var refusal: RefusedInput?

    init(_ refusal: RefusedInput) { self.refusal = refusal }

    func next() -> InputItem? {
        defer { refusal = nil }
        return refusal.map { .refused($0) }
    }
}
