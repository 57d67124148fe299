extension Report {
    /// A heading of the body, marked or not, and what it does.
    public struct Section: Equatable, Sendable {
        public var id: String
        /// From 1; a pseudo-heading has the level after the headings around it.
        public var level: Int
        public var heading: Span
        public var role: SectionRole
        public var talkID: String?
        public var rule: String

        public init(id: String, level: Int, heading: Span, role: SectionRole, talkID: String? = nil, rule: String) {
            self.id = id
            self.level = level
            self.heading = heading
            self.role = role
            self.talkID = talkID
            self.rule = rule
        }
    }

    /// A talk, keynote, panel, workshop or the like that the report recounts or lists.
    public struct Talk: Equatable, Sendable {
        public var id: String
        /// From 1, in reading order.
        public var ordinal: Int
        public var kind: TalkKind
        /// Without speaker, time, number, room, emoji or format; `nil` when the text gives only a topic.
        public var title: String?
        public var titleSpan: Span?
        public var titleSource: TitleSource?
        public var sectionID: String?
        /// From the first word that recounts the talk to the last; `nil` for one that is only listed.
        public var body: SourceRange?
        public var url: String?
        public var attendance: Attendance
        /// One entry, without a name, for each speaker that the text mentions and does not name.
        public var speakers: [Speaker]
        public var speakerStatus: SpeakerStatus
        public var lists: [BulletList]
        public var cues: [Cue]
        public var reception: Reception
        public var links: [Link]

        public init(
            id: String, ordinal: Int, kind: TalkKind = .talk, title: String? = nil, titleSpan: Span? = nil,
            titleSource: TitleSource? = nil, sectionID: String? = nil, body: SourceRange? = nil, url: String? = nil,
            attendance: Attendance = .attended, speakers: [Speaker] = [], speakerStatus: SpeakerStatus = .notStated,
            lists: [BulletList] = [], cues: [Cue] = [], reception: Reception = Reception(), links: [Link] = []
        ) {
            self.id = id
            self.ordinal = ordinal
            self.kind = kind
            self.title = title
            self.titleSpan = titleSpan
            self.titleSource = titleSource
            self.sectionID = sectionID
            self.body = body
            self.url = url
            self.attendance = attendance
            self.speakers = speakers
            self.speakerStatus = speakerStatus
            self.lists = lists
            self.cues = cues
            self.reception = reception
            self.links = links
        }
    }

    public struct Speaker: Equatable, Sendable {
        public var personID: String?
        /// The fullest form in the report; `nil` for a speaker who is not named.
        public var name: String?
        /// Where the text says that this person gave the talk, or mentions the one it does not name.
        public var span: Span?
        public var unnamedReason: UnnamedReason?
        public var rule: String

        public init(
            personID: String? = nil, name: String? = nil, span: Span? = nil, unnamedReason: UnnamedReason? = nil,
            rule: String
        ) {
            self.personID = personID
            self.name = name
            self.span = span
            self.unnamedReason = unnamedReason
            self.rule = rule
        }
    }

    /// How the author received a talk, by the author's own cues on it; where none is, by praise of all talks, whose cues
    /// stand under the document.
    public struct Reception: Equatable, Sendable {
        public var polarity: ReceptionPolarity
        public var positiveCueIDs: [String]
        public var negativeCueIDs: [String]

        public init(
            polarity: ReceptionPolarity = .unstated, positiveCueIDs: [String] = [], negativeCueIDs: [String] = []
        ) {
            self.polarity = polarity
            self.positiveCueIDs = positiveCueIDs
            self.negativeCueIDs = negativeCueIDs
        }
    }
}

/// What a heading does in the report.
public enum SectionRole: String, Sendable, CaseIterable {
    /// Introduces one talk.
    case talk
    /// A subdivision within one talk.
    case topic
    /// A day, a track, a theme that gathers several talks.
    case group
    case intro
    case conclusion
    /// Venue, food, organisation, stands, party.
    case logistics
    case other
}

public enum TalkKind: String, Sendable, CaseIterable {
    case keynote, talk, panel, workshop, lightning, demo, testimony, other
}

/// How the author was present.
public enum Attendance: String, Sendable, CaseIterable {
    case attended, partial, replay
    case notAttended = "not_attended"
    /// Only listed or named, not recounted.
    case listed
    /// The author gave the talk.
    case given
}

public enum TitleSource: String, Sendable, CaseIterable {
    case heading
    /// A sentence or item that recounts the talk.
    case text
    /// The title of the document, of a report on one talk.
    case documentTitle = "document_title"
    /// The text of a link to the session.
    case link
}

public enum SpeakerStatus: String, Sendable, CaseIterable {
    case named
    case partlyNamed = "partly_named"
    case unnamed
    case notStated = "not_stated"
}

/// Why a speaker has no name.
public enum UnnamedReason: String, Sendable, CaseIterable {
    /// The text counts or mentions speakers without naming them: “deux développeurs”.
    case mentionedWithoutName = "mentioned_without_name"
    /// The text says that the name is forgotten or was not caught.
    case forgotten
    /// The author, who has no name in the report, gave the talk.
    case author
}

public enum ReceptionPolarity: String, Sendable, CaseIterable {
    case positive, negative, mixed
    /// No evaluation by the author.
    case unstated = "none"
}
