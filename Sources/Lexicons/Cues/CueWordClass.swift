import TextModel

/// What a word does around an evaluation, as `cue_words.tsv` has it.
@frozen
public enum CueWordClass: String, Sendable, CaseIterable {
    /// What a talk is called, and its parts: `talk`, `slides`, `oratrice`.
    case talk
    /// The conference, its place, its food, its people.
    case event
    /// What talks are about: `outil`, `langage`.
    case topic
    /// The name of a technology, where it has a capital.
    case technology
    /// What is neither: `livre`, `employeur`.
    case elsewhere
    /// Nouns that an adjective of quality makes a cue: `moment`, `surprise`.
    case valued
    /// A plural word for talks: what is said of it holds for several.
    case plural
    /// `je`, `on`, `nous` as subjects.
    case subject
    /// `me`, `moi`.
    case object
    /// Subjects of the third person.
    case third
    /// `vous`, `tu`: who is addressed.
    case reader
    case intensifier
    case attenuator
    /// `pas`, `jamais`, `sans`, `peu`.
    case negator
    /// A negator that may follow its verb.
    case postverbal
    /// `plus`, which negates only after `ne`.
    case comparative
    /// `peu`, which negates unless `un` goes before.
    case little
    /// `un`.
    case indefinite
    /// `que`, `seulement`: after a negator they take it back.
    case restrictive
    case ne
    /// Forms of *être*, *sembler*, *trouver* and the like.
    case copula
    /// Forms of *avoir* and *être* before a participle.
    case auxiliary
    /// `serait`, `aurait`: what would be good is not.
    case conditional
    /// Further words over which a negation reaches its adjective.
    case transparent
    case determiner
    /// `à`, `pour`: between an evaluation and its object.
    case preposition
    /// `ces`, `toutes`: before a plural word for talks, those just told.
    case collective
    /// `les`: before a general word for talks, all of them.
    case definite
    /// `conférence`, `intervention`: a word for talks of any kind, as `atelier` and `keynote` are not.
    case general
    /// `et`, `mais`, `ou`.
    case coordinator
    /// Opens another clause.
    case clause
    /// Gives a view to its subject: `estime`.
    case opinion
    /// Gives words to its subject: `explique`.
    case saying
    /// `selon`.
    case according
    /// `je`, `mon`: the author alone.
    case author
    /// `faut`, `permet`, `si`: what is possible or asked for.
    case modal
    /// A copula in the past.
    case past
    /// `c'`, `ça`: what was just spoken of.
    case deictic
    /// Has an entry as an adjective; set by the lexicon.
    case quality
    /// Has one of praise: `clair`, `réussi`; set by the lexicon.
    case praise
    /// Has one of blame: `confus`, `raté`; set by the lexicon.
    case blame

    /// The class's bit; spelled out so that it is a constant.
    @inlinable var position: UInt64 {
        switch self {
        case .talk: 0
        case .event: 1
        case .topic: 2
        case .elsewhere: 3
        case .valued: 4
        case .plural: 5
        case .subject: 6
        case .object: 7
        case .third: 8
        case .reader: 9
        case .intensifier: 10
        case .attenuator: 11
        case .negator: 12
        case .postverbal: 13
        case .comparative: 14
        case .little: 15
        case .indefinite: 16
        case .restrictive: 17
        case .ne: 18
        case .copula: 19
        case .auxiliary: 20
        case .conditional: 21
        case .transparent: 22
        case .determiner: 23
        case .preposition: 24
        case .collective: 25
        case .coordinator: 26
        case .clause: 27
        case .opinion: 28
        case .saying: 29
        case .according: 30
        case .quality: 31
        case .technology: 32
        case .author: 33
        case .modal: 34
        case .past: 35
        case .deictic: 36
        case .praise: 37
        case .blame: 38
        case .definite: 39
        case .general: 40
        }
    }
}

/// A set of ``CueWordClass``.
@frozen
public struct CueWordClasses: OptionSet, Sendable, Hashable {
    public let rawValue: UInt64

    @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

    @inlinable @inline(__always)
    public init(_ wordClass: CueWordClass) { rawValue = 1 << wordClass.position }

    /// The class of a name.
    init?(named name: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
        let key = WordKey(spelled: bytes, TextRange(name.lowerBound, name.upperBound))
        guard let rawValue = Self.named.value(of: key) else { return nil }
        self.init(rawValue: rawValue)
    }

    private static let named: KeyTable = {
        var table = KeyTable(capacity: CueWordClass.allCases.count)
        for wordClass in CueWordClass.allCases {
            table.set(WordKey(wordClass.rawValue), Self(wordClass).rawValue)
        }
        return table
    }()
}
