/// A word of an entry as it is written, or what stands for words: `(vraiment|bien)`, `<talk>`, `*`.
struct CuePiece {
    enum Content {
        /// One of several.
        case words([Substring])
        /// Names of classes.
        case classes([Substring])
        case gap
    }

    var content: Content
    var isOptional = false
    /// Has to be there, outside the cue.
    var isContext = false

    /// - Parameter piece: without spaces.
    init(_ piece: String) {
        var text = piece[...]
        if text.utf8.first == UInt8(ascii: "["), text.utf8.last == UInt8(ascii: "]") {
            isContext = true
            text = Self.withoutEdges(text)
        }
        if text.utf8.first == UInt8(ascii: "("), text.utf8.last == UInt8(ascii: ")"), text.utf8.count > 2 {
            isOptional = true
            text = Self.withoutEdges(text)
        }
        if text == "*" {
            content = .gap
        } else if text.utf8.first == UInt8(ascii: "<"), text.utf8.last == UInt8(ascii: ">") {
            content = .classes(Self.alternatives(Self.withoutEdges(text)))
        } else {
            // Most are one word, and a program that starts reads all of them.
            let isOne = !text.utf8.contains(UInt8(ascii: "|"))
            content = .words(isOne ? [text] : Self.alternatives(text))
        }
    }

    private static func alternatives(_ text: Substring) -> [Substring] {
        text.utf8.split(separator: UInt8(ascii: "|")).map { Substring($0) }
    }

    private static func withoutEdges(_ text: Substring) -> Substring { Substring(text.utf8.dropFirst().dropLast()) }
}
