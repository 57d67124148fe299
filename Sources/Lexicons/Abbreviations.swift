/// Words that keep their full stop, and what may follow them.
public struct Abbreviations: Sendable {
    public enum Follower: String, Sendable, CaseIterable {
        /// Another word: a sentence never ends here.
        case name
        /// A number; before anything else the word is an ordinary one at the end of its sentence.
        case number
        /// A sentence may end here.
        case anything
    }

    private let followers: [String: Follower]
    private let longest: Int
    /// Which first and last letters occur together, by their low five bits.
    private let ends: [Bool]

    /// - Throws: ``LexiconError`` for a second column that is no ``Follower``.
    public init(_ table: LexiconTable) throws(LexiconError) {
        var followers: [String: Follower] = [:]
        for row in table.rows {
            guard let follower = Follower(rawValue: row.fields[1]) else {
                let names = Follower.allCases.map(\.rawValue).joined(separator: ", ")
                throw LexiconError(
                    file: table.file, line: row.line, message: "“\(row.fields[1])” is none of \(names)")
            }
            followers[row.fields[0]] = follower
        }
        self.followers = followers
        longest = followers.keys.map(\.utf8.count).max() ?? 0
        var ends = [Bool](repeating: false, count: 1024)
        for word in followers.keys { ends[Self.ends(of: Array(word.utf8)[...])] = true }
        self.ends = ends
    }

    /// Whether a look-up is worth its time: `false` for most words that end a sentence.
    public func mayContain(_ word: ArraySlice<UInt8>) -> Bool {
        !word.isEmpty && word.count <= longest && ends[Self.ends(of: word)]
    }

    private static func ends(of word: ArraySlice<UInt8>) -> Int {
        (Int(word.first ?? 0) & 31) << 5 | Int(word.last ?? 0) & 31
    }

    /// What may follow `word` and its full stop; `nil` for a word that is no abbreviation.
    ///
    /// An entry with a capital holds only as written, one without holds in any case.
    ///
    /// - Parameter word: without the full stop, in matching form.
    public func follower(of word: String) -> Follower? {
        followers[word] ?? followers[word.lowercased()]
    }
}
