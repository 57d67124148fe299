import TextModel

/// What the stages have found so far; each stage adds its own part and changes none of the others'.
///
/// All ranges are those of ``ReportText``.
public struct Findings: Sendable {
    public var event = EventFinding()
    public var people: [PersonFinding] = []
    /// The positions in ``people`` of those who wrote the report or a part of it.
    public var reporters: Set<Int> = []
    /// In reading order, as are the rest.
    public var attributions: [Attribution] = []
    public var sections: [SectionFinding] = []
    /// The position of the passage that is the report's title.
    public var titlePassage: Int?
    /// Those of the items of lists that give titles and who spoke, as a programme does.
    public var listedTalks: [ListedTalk] = []
    /// Where prose gives titles that it sets apart in one way throughout, in reading order.
    public var setApart: [Attribution] = []
    /// Where one speaker after the other takes the floor, each in a paragraph: none, or two and more.
    public var turns: [Attribution] = []
    /// The titles that a programme in the report gives, by the positions in ``people`` of those who spoke: made anew each time.
    public var listedTitles: [Int: TextRange] {
        var titles: [Int: TextRange] = [:]
        for talk in listedTalks {
            for speaker in talk.speakers { titles[speaker.person] = talk.title }
        }
        return titles
    }
    /// The links that lead to pages of sessions; the headings stage finds them.
    var sessionLinks = SessionLinks()
    /// Whether the report is on one talk or several.
    public var scope = ReportScope.severalTalks
    public var talks: [TalkFinding] = []
    public var lists: [ListFinding] = []
    public var cues: [CueFinding] = []
    public var links: [LinkFinding] = []
    /// Candidates that were looked at and are nothing, for `causerie explain`.
    public var rejections: [Rejection] = []
    public var warnings: [FindingWarning] = []

    public init() {}
}

/// A candidate that a rule turned down.
public struct Rejection: Equatable, Sendable {
    /// What the candidate might have been.
    public enum Kind: String, Sendable, CaseIterable { case heading, talk, name, speaker, cue, date, event }

    public var kind: Kind
    public var range: TextRange
    public var rule: String

    public init(_ kind: Kind, _ range: TextRange, rule: String) {
        self.kind = kind
        self.range = range
        self.rule = rule
    }
}

/// Something a reader of the record should know.
public struct FindingWarning: Equatable, Sendable {
    public enum Code: String, Sendable, CaseIterable {
        /// No talk is recounted or listed.
        case noTalkFound = "no_talk_found"
        /// A given name that two people of the report have.
        case ambiguousName = "ambiguous_name"
        /// Two dates of the event that cannot both be right.
        case dateConflict = "date_conflict"
        /// The text is not French, so little of it is understood.
        case languageNotFrench = "language_not_french"
    }

    public var code: Code
    public var message: String
    public var range: TextRange?

    public init(_ code: Code, _ message: String, at range: TextRange? = nil) {
        self.code = code
        self.message = message
        self.range = range
    }
}

public struct EventFinding: Equatable, Sendable {
    public var name: String?
    public var edition: String?
    public var place: String?
    public var startDate: CalendarDate?
    public var endDate: CalendarDate?
    /// `2023-09` or `2023`, when that is all that is known.
    public var period: String?
    public var dateSource: EventDateSource?
    /// Where the values come from.
    public var evidence: [TextRange] = []
    /// Every place where the text names the event, in its full form or a shorter one; in order, none overlaps another.
    public var mentions: [TextRange] = []
    /// Where the values come from in front matter.
    public var metadataEvidence: [Metadata.Value] = []
    /// The rule that gave the name.
    public var rule: String?

    public init() {}
}

/// A person with all places where the report names them.
public struct PersonFinding: Equatable, Sendable {
    /// The fullest form.
    public var name: String
    public var givenName: String?
    public var familyName: String?
    public var handles: [String] = []
    public var affiliation: String?
    public var roles: Set<PersonRole> = []
    /// In reading order; empty for an author whom only the front matter names.
    public var mentions: [NameMention] = []

    public init(name: String) { self.name = name }
}

public struct NameMention: Equatable, Sendable {
    public var range: TextRange
    /// Where a title of civility before it begins: “Mme Tessier”; else the start of the name.
    public var start: Int
    public var form: MentionForm
    public var rule: String

    public init(_ range: TextRange, _ form: MentionForm, rule: String) {
        self.range = range
        start = range.start
        self.form = form
        self.rule = rule
    }
}

public struct SectionFinding: Equatable, Sendable {
    /// The position of the heading's passage.
    public var passage: Int
    public var range: TextRange
    public var level: Int
    public var role: SectionRole
    /// After the last passage before the next heading of any kind.
    public var ownEnd: Int
    /// After the last passage before the next heading of this level or above.
    public var end: Int
    /// The position in ``Findings/sections`` of the section around this one.
    public var parent: Int?
    public var rule: HeadingRule

    public init(
        passage: Int, range: TextRange, level: Int, role: SectionRole, ownEnd: Int, end: Int, parent: Int? = nil,
        rule: HeadingRule
    ) {
        self.passage = passage
        self.range = range
        self.level = level
        self.role = role
        self.ownEnd = ownEnd
        self.end = end
        self.parent = parent
        self.rule = rule
    }
}

public struct TalkFinding: Equatable, Sendable {
    /// The position in ``Findings/sections`` of the heading that introduces it.
    public var section: Int?
    public var kind = TalkKind.talk
    public var attendance = Attendance.attended
    public var title: TextRange?
    /// The title of a report on one talk, when only the metadata has it.
    public var metadataTitle: Metadata.Value?
    public var titleSource: TitleSource?
    /// What recounts it, the heading left out; `nil` for one that is only listed.
    public var body: TextRange?
    public var speakers: [SpeakerFinding] = []
    /// Those who host a panel, as positions in ``Findings/people``.
    public var hosts: [Int] = []
    public var url: String?
    /// Why this is a talk.
    public var rule: String

    public init(rule: String) { self.rule = rule }
}

public struct SpeakerFinding: Equatable, Sendable {
    /// The position in ``Findings/people``; `nil` for a speaker without a name.
    public var person: Int?
    /// Where the text says so; `nil` when only the metadata does.
    public var range: TextRange?
    public var unnamedReason: UnnamedReason?
    public var rule: SpeakerRule

    public init(person: Int? = nil, range: TextRange?, unnamedReason: UnnamedReason? = nil, rule: SpeakerRule) {
        self.person = person
        self.range = range
        self.unnamedReason = unnamedReason
        self.rule = rule
    }
}

public struct ListFinding: Equatable, Sendable {
    public struct Item: Equatable, Sendable {
        /// The position of the item's passage.
        public var passage: Int
        public var depth: Int
        /// The position in ``ListFinding/items`` of the item around this one.
        public var parent: Int?
        public var range: TextRange

        public init(passage: Int, depth: Int, parent: Int?, range: TextRange) {
            self.passage = passage
            self.depth = depth
            self.parent = parent
            self.range = range
        }
    }

    public var intro: TextRange?
    public var isOrdered: Bool
    public var items: [Item]
    /// The position in ``Findings/talks``.
    public var talk: Int?

    public init(intro: TextRange? = nil, isOrdered: Bool, items: [Item], talk: Int? = nil) {
        self.intro = intro
        self.isOrdered = isOrdered
        self.items = items
        self.talk = talk
    }
}

public struct CueFinding: Equatable, Sendable {
    public var range: TextRange
    public var polarity: Polarity
    /// 1 weak, 2 plain, 3 strong.
    public var strength: Int
    public var isNegated: Bool
    public var holder: CueHolder
    /// The position in ``Findings/people`` of who evaluates, when it is not the author.
    public var holderPerson: Int?
    public var target: CueTarget
    /// The positions in ``Findings/talks`` of the talks it bears on: several for praise of a group.
    public var talks: [Int]
    /// It praises all talks of the report: “les conférences étaient de très bon niveau”.
    public var praisesAllTalks: Bool
    public var rule: String

    public init(
        _ range: TextRange, polarity: Polarity, strength: Int = 2, isNegated: Bool = false, holder: CueHolder = .author,
        holderPerson: Int? = nil, target: CueTarget, talks: [Int] = [], praisesAllTalks: Bool = false, rule: String
    ) {
        self.range = range
        self.polarity = polarity
        self.strength = strength
        self.isNegated = isNegated
        self.holder = holder
        self.holderPerson = holderPerson
        self.target = target
        self.talks = talks
        self.praisesAllTalks = praisesAllTalks
        self.rule = rule
    }
}

public struct LinkFinding: Equatable, Sendable {
    public var kind: LinkKind
    public var url: String
    public var range: TextRange
    public var talk: Int?
    public var person: Int?

    public init(kind: LinkKind, url: String, range: TextRange, talk: Int? = nil, person: Int? = nil) {
        self.kind = kind
        self.url = url
        self.range = range
        self.talk = talk
        self.person = person
    }
}
