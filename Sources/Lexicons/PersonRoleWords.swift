/// Words that tell, in a sentence, what the people named in it do; by their ``WordKey``.
public struct PersonRoleWords: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Animates or introduces.
        case host
        case organizer
        case moderator
        /// As a label before the host's name.
        case hosting
        /// Before a colon and the names of those who prepared the event.
        case team
        /// What the author did with whom he met.
        case met
        /// The same without a pronoun: l'occasion de rencontrer.
        case meeting
        case fictional
        /// Wrote the report.
        case author
        /// The author speaks of himself.
        case speakerOfText = "self"
        /// The same, where who is named before wrote too: Zoé Martin et moi.
        case coauthor
        /// Something that is animated by a host rather than given by a speaker.
        case panel
        /// Before a word for the association that prepares the event.
        case president
        case association
        /// Ends what was said of a meeting: mais, la session de.
        case turn
        /// What somebody did to the author (m'a demandé), who thus met them.
        case addressed
        /// The talk was done by who follows `par`: animé, tenue.
        case given
        /// Before whom one hears: entendre Zoé Martin.
        case heard
        /// What a speaker does: Zoé Martin explique.
        case telling
        /// `par`
        case by
        /// What one shares: a meal, a talk; those after `avec` are met.
        case company
        /// `avec`
        case with
        /// Before those to whom the author is grateful.
        case thanks
        /// Before whom the author salutes: salut à Zoé.
        case greeting
        /// What ends the names of those thanked: et toute la bande.
        case band
        /// What is shared with those thanked: des moments passés ensemble.
        case shared
        /// A talk (de Zoé), which is a turn as well.
        case talk
        /// `speakers` (comme Zoé): those who follow are.
        case speakers
        /// `sur`
        case about
        /// A book, whose title stands before its author's name as that of a talk does before its speaker's.
        case work
        /// `autour`: before whom a team stands.
        case around
        /// What a host holds.
        case microphone
        /// `à`, `au`: before another who is thanked.
        case to
        /// `Mme`: stands before a name and is no part of it.
        case civility
    }

    @usableFromInline var table = KeyTable(capacity: 200)
    @usableFromInline let kinds = Kind.allCases

    /// Reads the list that travels in the binary.
    public init(_ lexicons: LexiconSet = .embedded) throws(LexiconError) {
        let list = try lexicons.table(.personRoleWords)
        for row in list.rows {
            guard let kind = kinds.firstIndex(where: { $0.rawValue == row.fields[1] }) else {
                let names = kinds.map(\.rawValue).joined(separator: ", ")
                throw LexiconError(file: list.file, line: row.line, message: "“\(row.fields[1])” is none of \(names)")
            }
            table.set(WordKey(folded: Array(row.fields[0].utf8)[...]), UInt64(kind))
        }
    }

    /// What a word tells; `nil` for most words.
    @inlinable public func kind(of key: WordKey) -> Kind? { table.value(of: key).map { kinds[Int($0)] } }

    /// What a word in lower case tells.
    public func kind(ofFolded word: ArraySlice<UInt8>) -> Kind? { kind(of: WordKey(folded: word)) }
}
