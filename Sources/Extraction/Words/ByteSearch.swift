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
