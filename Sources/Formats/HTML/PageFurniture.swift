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

    private let kinds: [String: Kind]
    private let longest: Int

    private init() {
        let named: [String: Kind] = [
            "never": .never, "comments": .comments, "unlikely": .unlikely, "modifier": .modifier, "post": .post,
            "body": .body,
        ]
        var kinds: [String: Kind] = [:]
        for row in EmbeddedLexicon.pageFurniture.rowsOrNone { kinds[row.fields[0]] = named[row.fields[1]] }
        self.kinds = kinds
        longest = kinds.keys.map(\.utf8.count).max() ?? 0
    }

    /// What the names in the value of a `class` or `id` say.
    func kinds(of value: ArraySlice<UInt8>) -> Kind {
        var found: Kind = []
        var name: [UInt8] = []
        for byte in value {
            if !byte.isASCIIWhiteSpace {
                name.append(byte)
            } else if !name.isEmpty {
                found.formUnion(kinds(ofName: name))
                name.removeAll(keepingCapacity: true)
            }
        }
        return name.isEmpty ? found : found.union(kinds(ofName: name))
    }

    private func kinds(ofName name: [UInt8]) -> Kind {
        var lower = name
        var found: Kind = []
        var wordStart = 0
        func endWord(_ index: Int) {
            if wordStart < index, wordStart > 0 || index < name.count {
                found.formUnion(kind(lower[wordStart..<index]).subtracting([.post, .body]))
            }
        }
        var isAfterSmall = false
        for (index, byte) in name.enumerated() {
            let isCapital = (0x41...0x5A).contains(byte)
            if isCapital { lower[index] = byte | 0x20 }
            if byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 {
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
        endWord(name.count)
        if found.contains(.modifier) { found = [] }
        return found.union(kind(lower[...]))
    }

    private func kind(_ word: ArraySlice<UInt8>) -> Kind {
        guard word.count <= longest else { return [] }
        return kinds[String(decoding: word, as: UTF8.self)] ?? []
    }
}

/// How the class of a quotation begins that is the post of a social network, of the embedded list.
enum EmbeddedPosts {
    /// Read once, as ``PageFurniture/embedded``.
    static let beginnings: [String] = EmbeddedLexicon.embeddedPosts.rowsOrNone.map { $0.fields[0] }
}
