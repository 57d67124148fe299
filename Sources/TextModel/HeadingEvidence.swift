/// What speaks for a block that is not marked as a heading being one all the same.
///
/// This layer only marks; whether the block is a heading is decided from the whole document.
public struct HeadingEvidence: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The whole text is strong.
    public static let bold = Self(rawValue: 1 << 0)
    /// The whole text is one link.
    public static let linked = Self(rawValue: 1 << 1)
    /// A line of dashes or the like stands under it.
    public static let underlined = Self(rawValue: 1 << 2)
    /// It has letters, and all are capitals.
    public static let capitals = Self(rawValue: 1 << 3)
    /// It begins with a number such as `2.` or `II)`.
    public static let numbered = Self(rawValue: 1 << 4)
    /// It begins with a time, such as `10h30` or `9:00 - 9:45`.
    public static let timeSlot = Self(rawValue: 1 << 5)
    /// It ends with a colon.
    public static let colon = Self(rawValue: 1 << 6)
    /// It ends without a full stop, an ellipsis or other final punctuation.
    public static let openEnd = Self(rawValue: 1 << 7)
    /// A blank line stands before it, and the text around has lines without.
    public static let blankBefore = Self(rawValue: 1 << 8)
    /// A longer paragraph follows.
    public static let beforeParagraph = Self(rawValue: 1 << 9)
    /// A list follows.
    public static let beforeList = Self(rawValue: 1 << 10)
    /// It begins with an emoji or an ornament.
    public static let ornament = Self(rawValue: 1 << 11)

    /// The names, in the order of the members above.
    public var names: [String] {
        Self.all.filter { contains($0.0) }.map(\.1)
    }

    private static let all: [(Self, String)] = [
        (.bold, "bold"), (.linked, "linked"), (.underlined, "underlined"), (.capitals, "capitals"),
        (.numbered, "numbered"), (.timeSlot, "time_slot"), (.colon, "colon"), (.openEnd, "open_end"),
        (.blankBefore, "blank_before"), (.beforeParagraph, "before_paragraph"), (.beforeList, "before_list"),
        (.ornament, "ornament"),
    ]
}
