/// Brings back into order what several workers finish out of order.
///
/// It holds what waits for an earlier element, so its size is the distance between the first and the last element in
/// hand, which ``RunOptions/window`` bounds.
struct OrderedOutput<Element> {
    private var waiting: [Int: Element] = [:]
    private var next = 0

    /// - Parameter position: 0 for the first element, each position once.
    mutating func add(_ element: Element, at position: Int) { waiting[position] = element }

    /// The next element in order, if it is there.
    mutating func removeNext() -> Element? {
        guard let element = waiting.removeValue(forKey: next) else { return nil }
        next += 1
        return element
    }
}
