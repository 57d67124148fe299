import TextModel

/// What speaks for or against an expression's being an evaluation where it stands.
public enum CueEvidence: UInt64, Sendable, CaseIterable {
    // The entry.
    case adjective, verb, noun, phrase, interjection, adverb, emoji
    /// It needs nothing around it.
    case free
    /// One of its needs is there.
    case met
    /// None of its needs is there.
    case unmet
    /// It needs an intensifier and nothing else will do, so it is an everyday word.
    case everyday
    /// A person may be its need: a feeling.
    case feeling
    case weak, strong
    /// Three words or more.
    case long
    // How it is said.
    case negative, negated, conditional, intensified, attenuated
    /// « plus » before it that is no superlative.
    case compared
    case superlative
    // What is around it.
    /// A form of *être*, *sembler*, *trouver* before it.
    case predicate
    /// That form is in the past.
    case past
    /// « c' », « ça » before that form.
    case deictic
    /// A noun of the genre beside it.
    case nounBeside
    /// `je`, `me`, `mon` in its sentence.
    case author
    /// `je`, `on`, `nous` as its subject.
    case person
    /// `il`, `elle`, `vous` as its subject.
    case others
    case talkSaid, eventSaid, topicSaid
    /// A verb of saying in its sentence before it.
    case saying
    /// « il faut », « permet de » before it.
    case modal
    /// « que », « qui » before it in its sentence.
    case clause
    case quoted
    case exclaimed, asked
    case starts, ends
    case shortSentence, longSentence
    /// Another expression that needs nothing stands in its sentence.
    case accompanied
    case speakerSaid
    // Where it stands.
    case inTalk
    /// In the introduction, the conclusion or the part about the place.
    case inFrame
    case inItem, inHeading
    /// In the first or the last passage of the account of its talk.
    case opensTalk, closesTalk
    /// The report has fewer than so many expressions that need nothing in a thousand words: raw notes hardly evaluate.
    case under8, under12, under16, under20, under25, under30, under40
    // What it is said of.
    case ofTalk, ofEvent, ofTopic

    /// As `cue_weights.tsv` has it: `talk_said`.
    public var name: String {
        var name = ""
        for character in "\(self)" { name += character.isUppercase ? "_" + character.lowercased() : String(character) }
        return name
    }
}

/// A set of ``CueEvidence``.
public struct CueEvidenceSet: OptionSet, Sendable, Hashable {
    public let rawValue: UInt64

    public init(rawValue: UInt64) { self.rawValue = rawValue }

    @inline(__always)
    public init(_ evidence: CueEvidence) { rawValue = 1 << evidence.rawValue }

    @inline(__always)
    public static func when(_ holds: Bool, _ evidence: CueEvidence) -> Self { holds ? Self(evidence) : [] }

    /// Of what an evaluation seems to be said.
    public static func of(_ target: CueTarget) -> Self {
        switch target {
        case .talk: Self(.ofTalk)
        case .event: Self(.ofEvent)
        case .topic: Self(.ofTopic)
        case .own, .other: []
        }
    }

    /// Whether it has anything of one of the sets.
    public func intersects(_ sets: [Self]) -> Bool { sets.contains { !isDisjoint(with: $0) } }
}
