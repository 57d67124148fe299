/// What a word says of the name beside it, apart from what ``WordRoles`` has.
struct NamingRoles: OptionSet, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A verb that gives a name, behind “se”: “ça s'appelait X”.
    static let call = Self(rawValue: 1 << 0)
    /// “intitulée”, “baptisé”, between a noun and the name.
    static let called = Self(rawValue: 1 << 1)
    /// “n°”, “numéro”: the number behind it is that of the edition.
    static let number = Self(rawValue: 1 << 2)
    /// “cru”, “millésime”: the year behind it is that of the edition.
    static let vintage = Self(rawValue: 1 << 3)
    /// “Pr”, “Me”: a person follows.
    static let civility = Self(rawValue: 1 << 4)
    /// “prêtée par”: who has the venue follows.
    static let lent = Self(rawValue: 1 << 5)
    /// “ancien”: any noun behind it is a building.
    static let former = Self(rawValue: 1 << 6)
    /// “du”: a preposition with the article in it.
    static let contracted = Self(rawValue: 1 << 7)

    /// The role of `linking_words.tsv` among them.
    static let linkingRoles: [String: Self] = ["contracted": contracted]

    /// The roles of `event_words.tsv` among them.
    static let eventRoles: [String: Self] = [
        "call": call, "called": called, "number": number, "vintage": vintage, "lent": lent, "former": former,
    ]
}
