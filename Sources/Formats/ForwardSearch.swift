/// Finds the next place of a byte sequence, asked for at positions that only grow, in time linear in the text.
struct ForwardSearch {
    private let needle: [UInt8]
    private var found = -1

    init(_ needle: StaticString) { self.needle = needle.withUTF8Buffer { Array($0) } }

    /// The first place at or after `position` that ends at or before `end`; `nil` if there is none.
    mutating func first(in bytes: [UInt8], from position: Int, before end: Int) -> Int? {
        if found < position {
            found = Int.max
            let first = needle[0]
            var index = position
            while index + needle.count <= bytes.count {
                if bytes[index] == first, bytes[index..<(index + needle.count)].elementsEqual(needle) {
                    found = index
                    break
                }
                index += 1
            }
        }
        return found <= end - needle.count ? found : nil
    }
}
