extension Report {
    /// Somebody named in the report, under one entry however often and in whatever form.
    public struct Person: Equatable, Sendable {
        public var id: String
        /// The fullest form in the report, capitals as written.
        public var name: String
        public var givenName: String?
        public var familyName: String?
        /// With their `@`.
        public var handles: [String]
        /// A company or organisation that the text gives.
        public var affiliation: String?
        /// In the order of ``PersonRole``.
        public var roles: [PersonRole]
        public var mentions: [Mention]

        public init(
            id: String, name: String, givenName: String? = nil, familyName: String? = nil, handles: [String] = [],
            affiliation: String? = nil, roles: [PersonRole] = [], mentions: [Mention] = []
        ) {
            self.id = id
            self.name = name
            self.givenName = givenName
            self.familyName = familyName
            self.handles = handles
            self.affiliation = affiliation
            self.roles = roles
            self.mentions = mentions
        }
    }

    public struct Mention: Equatable, Sendable {
        public var span: Span
        public var form: MentionForm

        public init(span: Span, form: MentionForm) {
            self.span = span
            self.form = form
        }
    }

    public struct BulletList: Equatable, Sendable {
        public var id: String
        /// The sentence or line just before that announces the list.
        public var intro: Span?
        public var ordered: Bool
        /// Nested ones included, in reading order.
        public var items: [Item]

        public init(id: String, intro: Span? = nil, ordered: Bool, items: [Item]) {
            self.id = id
            self.intro = intro
            self.ordered = ordered
            self.items = items
        }
    }

    public struct Item: Equatable, Sendable {
        public var id: String
        /// The item around this one, of the same list.
        public var parentID: String?
        /// From 1.
        public var depth: Int
        /// As in the source; empty where the format has none.
        public var marker: String
        public var span: Span

        public init(id: String, parentID: String? = nil, depth: Int, marker: String, span: Span) {
            self.id = id
            self.parentID = parentID
            self.depth = depth
            self.marker = marker
            self.span = span
        }
    }

    /// An expression by which somebody evaluates something.
    public struct Cue: Equatable, Sendable {
        public var id: String
        /// The smallest span that shows what is felt and in which direction, negation and intensifier included.
        public var span: Span
        /// In context, after negation.
        public var polarity: Polarity
        /// 1 weak, 2 plain, 3 strong.
        public var strength: Int
        public var negated: Bool
        public var holder: CueHolder
        public var holderPersonID: String?
        public var target: CueTarget
        public var rule: String

        public init(
            id: String, span: Span, polarity: Polarity, strength: Int, negated: Bool, holder: CueHolder = .author,
            holderPersonID: String? = nil, target: CueTarget, rule: String
        ) {
            self.id = id
            self.span = span
            self.polarity = polarity
            self.strength = strength
            self.negated = negated
            self.holder = holder
            self.holderPersonID = holderPersonID
            self.target = target
            self.rule = rule
        }
    }

    public struct Link: Equatable, Sendable {
        public var kind: LinkKind
        public var url: String
        /// The text that is the link; its text is empty for an image or embed without any.
        public var span: Span

        public init(kind: LinkKind, url: String, span: Span) {
            self.kind = kind
            self.url = url
            self.span = span
        }
    }
}

public enum PersonRole: String, Sendable, CaseIterable {
    case speaker
    /// Animates or introduces.
    case host
    case organizer
    /// Wrote the report.
    case author
    /// Met by the author.
    case met
    /// Cited, thanked, historical.
    case mentioned
    case fictional
}

public enum MentionForm: String, Sendable, CaseIterable {
    case full
    case given
    case family
    /// `Q. Adam`, `QA`.
    case initials
    case handle
    case pseudonym
}

public enum Polarity: String, Sendable, CaseIterable {
    case positive, negative

    public var reversed: Self { self == .positive ? .negative : .positive }
}

/// Who evaluates.
public enum CueHolder: String, Sendable, CaseIterable {
    case author, other
}

/// What is evaluated.
public enum CueTarget: String, Sendable, CaseIterable {
    /// Content, form, speaker, slides, demo, level.
    case talk
    /// The conference, its organisation, venue, food, ambiance, people.
    case event
    /// A technology or an idea.
    case topic
    /// The author's own situation.
    case own = "self"
    case other
}

public enum LinkKind: String, Sendable, CaseIterable {
    /// The talk's page in the programme.
    case session
    case slides
    case video
    case sketchnote
    /// An account of a social network.
    case social
    case repository
    case other
}
