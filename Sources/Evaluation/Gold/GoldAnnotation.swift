import TextModel

/// What a careful reader finds in one report: the gold that a system is scored against.
///
/// Texts are copied from the report without its inline markup; where they stand is for ``ResolvedGold`` to say.
/// Positions of talks count from 0 here and from 1 in the file.
public struct GoldAnnotation: Equatable, Sendable {
    /// The report's file name.
    public var document: String
    public var title: String?
    public var author: String?
    public var published: CalendarDate?
    public var event: Event
    public var sections: [Section]
    public var talks: [Talk]
    public var persons: [Person]
    public var lists: [List]
    public var cues: [Cue]

    public struct Event: Equatable, Sendable {
        public var name: String?
        public var edition: String?
        public var place: String?
        public var startDate: CalendarDate?
        public var endDate: CalendarDate?
    }

    public struct Section: Equatable, Sendable {
        public var heading: String
        public var role: SectionRole
        /// Which of the places where the text stands is meant, from 1; `nil` for the first that is free.
        public var occurrence: Int?
    }

    public struct Talk: Equatable, Sendable {
        public var heading: String?
        public var title: String?
        public var kind: TalkKind
        public var attendance: Attendance
        public var startsWith: String?
        public var speakers: [String]
        public var unnamedSpeakers: Int
        public var reception: ReceptionPolarity
    }

    public struct Person: Equatable, Sendable {
        public var name: String
        public var roles: [PersonRole]
        public var aliases: [String]
    }

    public struct List: Equatable, Sendable {
        public var intro: String?
        public var items: Int
        public var firstItem: String
        public var talk: Int?
        public var occurrence: Int?
    }

    public struct Cue: Equatable, Sendable {
        public var quote: String
        public var polarity: Polarity
        public var target: CueTarget
        public var talk: Int?
        public var holder: CueHolder
        public var occurrence: Int?
    }
}
