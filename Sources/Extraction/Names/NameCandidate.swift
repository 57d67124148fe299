import TextModel

/// A stretch of words that may name a person, and what speaks for it.
struct NameCandidate {
    enum Kind {
        /// A given name that the lists know, and what follows.
        case full
        /// `MARTIN Zoé`.
        case reversed
        /// A given name alone.
        case given
        /// `Z. Martin`.
        case initials
        /// A family name after a title of civility.
        case titled
        /// `Mister Robot`.
        case pseudonym
        /// Two words or three that no list knows as a given name.
        case unknown
        /// One word that no list knows as a given name.
        case single
    }

    var kind: Kind
    /// Positions in the words of the scan.
    var words: Range<Int>
    /// How many of the words are given names, from the first; for a reversed name from the last.
    var givenCount: Int
    var range: TextRange
    var run: Int
    /// From ``accepted`` on it is a name.
    var score: Int
    /// What spoke most for it, or against it.
    var rule: String
    /// What stands within the name and is no part of it, and the family name after it.
    var nickname: TextRange?
    var family: TextRange?
    /// It stands where no person's name does (loi de Conway), however well it is known.
    var isBarred = false

    /// Where in a title the candidate stands.
    enum Place {
        case elsewhere
        /// `Zoé Martin : Titre`
        case head
        /// `Titre - Zoé Martin`
        case tail
        /// In the line below a title.
        case underHeading
    }

    var place = Place.elsewhere

    static let accepted = 3
    var isAccepted: Bool { score >= Self.accepted && !isBarred }
}
