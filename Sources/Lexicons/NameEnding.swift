/// What the ending of a word with a capital tells that no list holds.
public enum NameEnding: UInt64, Sendable {
    /// `Karimova`, `Wojciechowska`
    case family = 1
    /// `Sourcing`, `Validation`
    case thing
    /// A French place: `Rochebrune`, `Brugnac`.
    case place

    /// - Parameter name: as the list of endings writes it.
    init?(_ name: String) {
        switch name {
        case "family": self = .family
        case "thing": self = .thing
        case "place": self = .place
        default: return nil
        }
    }
}
