import TextModel

/// The types of brat's annotations that stand for facts of a record.
enum BratType: String, CaseIterable {
    /// The first line of a report; its note tells what the report says of itself and its event.
    case report = "Report"
    /// Where the event's name, place and dates come from.
    case evidence = "Evidence"
    case heading = "Heading"
    case title = "Title"
    /// An event of brat: its trigger is the talk's opening words.
    case talk = "Talk"
    /// A mention; mentions of one person are tied by `Equiv`.
    case person = "Person"
    /// An event of brat: its trigger is the first item.
    case list = "List"
    case item = "Item"
    case intro = "Intro"
    case cue = "Cue"
    case link = "Link"

    /// Those that are events of brat, and their triggers.
    var isEvent: Bool { self == .talk || self == .list }
}

/// The roles of arguments of talks and lists.
enum BratArgument: String {
    case heading = "Heading"
    case title = "Title"
    case speaker = "Speaker"
    case list = "List"
    case cue = "Cue"
    case link = "Link"
    case item = "Item"
    case intro = "Intro"
}

/// The attributes, with what they may stand on and their values; a value of `nil` is one that is there or not.
struct BratAttribute {
    let name: String
    let type: BratType
    let values: [String]?

    static let role = BratAttribute(name: "Role", type: .heading, values: SectionRole.allCases.map(\.rawValue))
    static let kind = BratAttribute(name: "Kind", type: .talk, values: TalkKind.allCases.map(\.rawValue))
    static let attendance = BratAttribute(name: "Attendance", type: .talk, values: Attendance.allCases.map(\.rawValue))
    static let reception = BratAttribute(
        name: "Reception", type: .talk, values: ReceptionPolarity.allCases.map(\.rawValue))
    /// On a talk of which nothing is told: its trigger is its title or heading.
    static let untold = BratAttribute(name: "Untold", type: .talk, values: nil)
    static let polarity = BratAttribute(name: "Polarity", type: .cue, values: Polarity.allCases.map(\.rawValue))
    static let target = BratAttribute(name: "Target", type: .cue, values: CueTarget.allCases.map(\.rawValue))
    static let holder = BratAttribute(name: "Holder", type: .cue, values: CueHolder.allCases.map(\.rawValue))
    static let strength = BratAttribute(name: "Strength", type: .cue, values: ["1", "2", "3"])
    static let negated = BratAttribute(name: "Negated", type: .cue, values: nil)
    static let linkKind = BratAttribute(name: "LinkKind", type: .link, values: LinkKind.allCases.map(\.rawValue))

    /// A person has any number of roles, so each is an attribute that is there or not: `IsSpeaker`.
    static func role(_ role: PersonRole) -> BratAttribute {
        BratAttribute(
            name: "Is" + role.rawValue.prefix(1).uppercased() + role.rawValue.dropFirst(), type: .person, values: nil)
    }

    static let all =
        [role, kind, attendance, reception, untold, polarity, target, holder, strength, negated, linkKind]
        + PersonRole.allCases.map(role(_:))
}
