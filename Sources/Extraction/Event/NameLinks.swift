/// Which small words may join the words of a name.
enum NameLinks: Int, Comparable, Sendable {
    /// “of” and “for”; “de” only where a word tells that the name is an event's.
    case ofEvents
    /// “de” too, as in “Capitole du Libre”.
    case french
    /// “sur” and “et” too.
    case any

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
