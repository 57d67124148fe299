/// What a word says of the name beside it, apart from what ``WordRoles`` has.
struct NamingRoles: OptionSet, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

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
    /// “le meilleur de X”, “ce que j'ai retenu de X”: the rest of the title is what a report keeps of X.
    static let gist = Self(rawValue: 1 << 8)
    /// “vu de l'intérieur”, behind a name.
    static let seen = Self(rawValue: 1 << 9)
    /// “une place pour X”
    static let ticket = Self(rawValue: 1 << 10)
    /// “cap sur X”
    static let course = Self(rawValue: 1 << 11)
    /// “monter sur scène à X”
    static let stage = Self(rawValue: 1 << 12)
    /// “était”: what it tells is over.
    static let past = Self(rawValue: 1 << 13)
    /// “après”, “raté” around “l'édition 2021”: not the edition that is told.
    static let otherEdition = Self(rawValue: 1 << 14)

    /// “France”, behind the name of an event that other countries have too.
    static let country = Self(rawValue: 1 << 15)
    /// “X, une association”: those who hold meetings under their own name.
    static let community = Self(rawValue: 1 << 16)

    /// The role of `linking_words.tsv` among them.
    static let linkingRoles: [String: Self] = ["contracted": contracted, "past": past]

    /// The roles of `event_words.tsv` among them.
    static let eventRoles: [String: Self] = [
        "call": call, "called": called, "number": number, "vintage": vintage, "lent": lent, "former": former,
        "gist": gist, "seen": seen, "ticket": ticket, "course": course, "stage": stage, "country": country,
        "community": community,
    ]

    /// The kind of `other_date_words.tsv` among them.
    static let otherDateKinds: [String: Self] = ["edition": otherEdition]
}
