extension [UInt8] {
    /// Whether a sequence of bytes stands somewhere in this one.
    func holds(_ part: [UInt8]) -> Bool {
        guard let first = part.first, part.count <= count else { return part.isEmpty }
        for start in 0...count - part.count where self[start] == first {
            if self[start..<start + part.count].elementsEqual(part) { return true }
        }
        return false
    }

    /// The first place of a sequence of bytes, at a position or after it.
    func firstPlace(of part: [UInt8], from start: Int) -> Range<Int>? {
        guard let first = part.first else { return nil }
        var position = start
        while position + part.count <= count {
            if self[position] == first, self[position..<position + part.count].elementsEqual(part) {
                return position..<position + part.count
            }
            position += 1
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// Calls for each part between a byte, empty ones left out, without an array of them.
    func forEachPart(between separator: UInt8, _ body: (ArraySlice<UInt8>) -> Void) {
        var start = startIndex
        while start < endIndex {
            let end = self[start...].firstIndex(of: separator) ?? endIndex
            if end > start { body(self[start..<end]) }
            start = end + 1
        }
    }
}
