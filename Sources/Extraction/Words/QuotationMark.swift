/// The marks that set quotations apart.
enum QuotationMark {
    /// `"`, which opens and closes.
    case straight
    case opensGuillemets, closesGuillemets
    case opensCurly, closesCurly

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
