/// The pairs of `~~` in a block (GitHub Flavored Markdown, 6.5): the first stands before a text, the second after one.
struct Strikethroughs {
    struct Mark {
        let offset: Int
        let isOpening: Bool
    }

    private var marks: ArraySlice<Mark> = []

    init() {}

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var found: [Mark] = []
        var opening: Int?
        var index = 0
        while index + 1 < bytes.count {
            guard bytes[index] == UInt8(ascii: "~") else {
                index += 1
                continue
            }
            let start = index
            while index < bytes.count, bytes[index] == UInt8(ascii: "~") { index += 1 }
            guard index - start == 2 else { continue }
            if let first = opening, start > 0, !bytes[start - 1].isASCIIWhiteSpace {
                found.append(Mark(offset: first, isOpening: true))
                found.append(Mark(offset: start, isOpening: false))
                opening = nil
            } else if index < bytes.count, !bytes[index].isASCIIWhiteSpace {
                opening = start
            }
        }
        marks = found[...]
    }

    /// The next mark that stands wholly in a range, marks before it being passed over.
    mutating func next(from start: Int, before end: Int) -> Mark? {
        while let mark = marks.first {
            if mark.offset + 2 > end { return nil }
            marks.removeFirst()
            if mark.offset >= start { return mark }
        }
        return nil
    }
}
