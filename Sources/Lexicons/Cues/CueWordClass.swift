/// What a word does around an evaluation, as `cue_words.tsv` has it.
public enum CueWordClass: String, Sendable, CaseIterable {
    /// What a talk is called, and its parts: `talk`, `slides`, `oratrice`.
    case talk
    /// The conference, its place, its food, its people.
    case event
    /// What talks are about: `outil`, `langage`.
    case topic
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
    /// Has an entry as an adjective; set by the lexicon.
    case quality
}

/// A set of ``CueWordClass``.
public struct CueWordClasses: OptionSet, Sendable, Hashable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public init(_ wordClass: CueWordClass) {
        rawValue = 1 << UInt32(CueWordClass.allCases.firstIndex(of: wordClass) ?? 31)
    }
}
