import TextModel

/// The marks that set quotations apart.
enum QuotationMark {
    /// `"`, which opens and closes.
    case straight
    case opensGuillemets, closesGuillemets
    case opensCurly, closesCurly

    /// The mark that a token is.
    init?(_ token: Token, in utf8: borrowing [UInt8]) { self.init(token.range, in: utf8) }

    /// The mark that stands at a range.
    init?(_ range: TextRange, in utf8: borrowing [UInt8]) {
        switch range.count {
        case 1 where utf8[range.start] == 0x22: self = .straight
        case 2 where utf8[range.start] == 0xC2 && utf8[range.start + 1] == 0xAB: self = .opensGuillemets
        case 2 where utf8[range.start] == 0xC2 && utf8[range.start + 1] == 0xBB: self = .closesGuillemets
        case 3 where utf8[range.start] == 0xE2 && utf8[range.start + 1] == 0x80 && utf8[range.start + 2] == 0x9C:
            self = .opensCurly
        case 3 where utf8[range.start] == 0xE2 && utf8[range.start + 1] == 0x80 && utf8[range.start + 2] == 0x9D:
            self = .closesCurly
        default: return nil
        }
    }

    /// What opens the quotations that the mark closes.
    var opening: Self? {
        switch self {
        case .straight: .straight
        case .closesGuillemets: .opensGuillemets
        case .closesCurly: .opensCurly
        case .opensGuillemets, .opensCurly: nil
        }
    }

    /// What closes the quotations that the mark opens.
    var closing: Self? {
        switch self {
        case .straight: .straight
        case .opensGuillemets: .closesGuillemets
        case .opensCurly: .closesCurly
        case .closesGuillemets, .closesCurly: nil
        }
    }
}
