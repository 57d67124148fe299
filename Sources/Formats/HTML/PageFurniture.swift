import Lexicons

/// How blog engines and themes name the parts of a page that are not the article, and the article itself, of the
/// embedded list.
///
/// A name is looked up as a whole (`entry-content`) and by its words: split at everything that is no letter or digit
/// and where a capital follows a small letter, in lower case. `post-comments`, `postComments` and `comments_area` all
/// hold `comments`.
struct PageFurniture: Sendable {
    /// What a name says of its element.
    struct Kind: OptionSet {
        let rawValue: UInt8

        /// Never part of an article.
        static let never = Kind(rawValue: 1)
        /// As `never`, and even where it is most of the page: comments may be longer than the article.
        static let comments = Kind(rawValue: 2)
        /// Not part of an article, unless it holds much of the prose.
        static let unlikely = Kind(rawValue: 4)
        /// Takes away what other words of the same name say: `has-sidebar`.
        static let modifier = Kind(rawValue: 8)
        /// An article.
        static let post = Kind(rawValue: 16)
        /// The text of an article.
        static let body = Kind(rawValue: 32)
    }

    /// Read once; a list that is faulty has no entry, and a test reads a page of every kind.
    static let embedded = PageFurniture()

    private let kinds: WordTable<Kind>

    private init() {
        let named: [String: Kind] = [
            "never": .never, "comments": .comments, "unlikely": .unlikely, "modifier": .modifier, "post": .post,
            "body": .body,
        ]
        kinds = WordTable(
            EmbeddedLexicon.pageFurniture.rowsOrNone.compactMap { row in
                named[row.fields[1]].map { (row.fields[0], $0) }
            })
    }

    /// What the names in the value of a `class` or `id` say.
    func kinds(of value: ArraySlice<UInt8>) -> Kind {
        let lower = value.map(\.lowercased)
        var found: Kind = []
        var start = value.startIndex
        for index in value.startIndex...value.endIndex where index == value.endIndex || value[index].isASCIIWhiteSpace {
            if start < index {
                let place = (start - value.startIndex)..<(index - value.startIndex)
                found.formUnion(kinds(ofName: value[start..<index], lower[place]))
            }
            start = index + 1
        }
        return found
    }

    /// - Parameter lower: the name in lower case.
    private func kinds(ofName name: ArraySlice<UInt8>, _ lower: ArraySlice<UInt8>) -> Kind {
        var found: Kind = []
        var wordStart = lower.startIndex
        func endWord(_ end: Int) {
            if wordStart < end, wordStart > lower.startIndex || end < lower.endIndex {
                found.formUnion(kind(lower[wordStart..<end]).subtracting([.post, .body]))
            }
        }
        var isAfterSmall = false
        for (index, byte) in zip(lower.indices, name) {
            if byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 {
                let isCapital = byte != lower[index]
                if isCapital, isAfterSmall {
                    endWord(index)
                    wordStart = index
                }
                isAfterSmall = !isCapital && !byte.isASCIIDigit
            } else {
                endWord(index)
                wordStart = index + 1
                isAfterSmall = false
            }
        }
        endWord(lower.endIndex)
        if found.contains(.modifier) { found = [] }
        return found.union(kind(lower))
    }

    private func kind(_ word: ArraySlice<UInt8>) -> Kind { kinds[word] ?? [] }
}

/// How the class of a quotation begins that is the post of a social network, of the embedded list.
enum EmbeddedPosts {
    /// Read once, as ``PageFurniture/embedded``.
    static let beginnings: [String] = EmbeddedLexicon.embeddedPosts.rowsOrNone.map { $0.fields[0] }
}
