/// What the word lists say of a word, wherever it stands.
struct WordFacts: Sendable {
    /// 0 when it is none.
    var month: UInt8 = 0
    /// `sept`, `jan`: a month's name cut short, which may be another word.
    var isShortMonth = false
    /// 1 is Monday; 0 when it is none.
    var weekday: UInt8 = 0
    /// `trois`: 3.
    var cardinal: UInt8 = 0
    /// `troisième`: 3.
    var ordinal: UInt8 = 0
    var roles: WordRoles = []
    var naming: NamingRoles = []

    /// Whether a date may begin with the word. Most words of the lists have nothing to do with dates.
    var opensDate: Bool {
        month > 0 || weekday > 0 || ordinal == 1 || cardinal > 0
            || !roles.isDisjoint(with: [
                .yesterday, .beforeYesterday, .today, .partOfDay, .day, .week, .weekend, .month,
            ])
    }
}

/// What a word may do around a date or the name of an event.
struct WordRoles: OptionSet, Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    private init(bit: Int) { rawValue = 1 << UInt64(bit) }

    // The meanings of `date_words.tsv`.
    static let beforeYesterday = Self(bit: 0)
    static let yesterday = Self(bit: 1)
    static let today = Self(bit: 2)
    static let week = Self(bit: 3)
    static let weekend = Self(bit: 4)
    static let month = Self(bit: 5)
    static let year = Self(bit: 6)
    static let day = Self(bit: 7)
    static let partOfDay = Self(bit: 8)
    static let last = Self(bit: 9)
    static let next = Self(bit: 10)
    static let this = Self(bit: 11)
    static let through = Self(bit: 12)
    static let also = Self(bit: 13)
    static let aboutAMonth = Self(bit: 14)
    // The roles of `event_words.tsv`.
    static let kind = Self(bit: 20)
    static let head = Self(bit: 21)
    static let part = Self(bit: 22)
    static let attend = Self(bit: 23)
    static let hold = Self(bit: 24)
    static let open = Self(bit: 25)
    static let lead = Self(bit: 26)
    static let edition = Self(bit: 27)
    static let by = Self(bit: 28)
    static let session = Self(bit: 29)
    static let sequel = Self(bit: 30)
    static let evening = Self(bit: 31)
    static let ending = Self(bit: 32)
    static let room = Self(bit: 33)
    static let sureEnding = Self(bit: 34)
    /// A common noun that opens a name only with a capital: “Journée du Pin”.
    static let capitalHead = Self(bit: 35)
    /// Says that something takes place behind “se” only.
    static let reflexiveHold = Self(bit: 36)
    // Lists of one kind.
    static let otherDate = Self(bit: 40)
    /// Of those, what tells of something to come.
    static let future = Self(bit: 43)
    static let function = Self(bit: 41)
    static let venue = Self(bit: 42)
    // The roles of `linking_words.tsv`.
    static let article = Self(bit: 50)
    static let preposition = Self(bit: 51)
    static let to = Self(bit: 52)
    static let at = Self(bit: 53)
    static let inside = Self(bit: 54)
    static let region = Self(bit: 55)
    static let of = Self(bit: 56)
    static let link = Self(bit: 57)
    static let frenchLink = Self(bit: 58)
    static let pair = Self(bit: 59)
    static let there = Self(bit: 60)
    static let has = Self(bit: 61)
    static let definite = Self(bit: 62)
    static let toward = Self(bit: 63)
    static let copula = Self(bit: 49)
    /// Joins words of a name where a year or the text's repeating it tells the name: “Toiles sur Mer”.
    static let titleLink = Self(bit: 48)
    static let plural = Self(bit: 47)
    static let reflexive = Self(bit: 46)
    static let possessive = Self(bit: 45)
    /// “troisième du nom”
    static let numbered = Self(bit: 37)
    /// Says a talk as well as an event: “conférence”.
    static let talkToo = Self(bit: 39)
    /// A verb or noun of coming back from somewhere: “rentrés de Lille”.
    static let back = Self(bit: 44)
    /// A verb or noun of going somewhere: “direction l'INSA”.
    static let going = Self(bit: 15)
    /// What a town has or is: “sous le soleil de Sète”.
    static let setting = Self(bit: 16)
    /// “ancien”, “grand” before a word of venues.
    static let venueQuality = Self(bit: 38)
    /// “me”, “nous” before “voilà”.
    static let oneself = Self(bit: 17)
    /// Says behind “me” that somebody is there: “me voilà”.
    static let arrival = Self(bit: 18)
    /// Tells a meeting before “rendez-vous”: “se sont donné rendez-vous”.
    static let given = Self(bit: 19)

    static let dateMeanings: [String: Self] = [
        "before_yesterday": beforeYesterday, "yesterday": yesterday, "today": today, "week": week, "weekend": weekend,
        "month": month, "year": year, "day": day, "part_of_day": partOfDay, "last": last, "next": next, "this": this,
        "through": through, "also": also, "about_a_month": aboutAMonth,
    ]
    static let eventRoles: [String: Self] = [
        "kind": kind, "head": head, "part": part, "attend": attend, "hold": hold, "open": open, "lead": lead,
        "edition": edition, "by": by, "session": session, "sequel": sequel, "evening": evening, "ending": ending,
        "room": room,
        "sure_ending": sureEnding, "capital_head": capitalHead, "reflexive_hold": reflexiveHold,
        "numbered": numbered, "venue_quality": venueQuality,
        "talk_too": talkToo, "arrival": arrival, "given": given, "back": back, "going": going, "setting": setting,
    ]
    static let otherDateKinds: [String: Self] = [
        "future": [otherDate, future], "usual": future, "other": otherDate,
    ]
    static let linkingRoles: [String: Self] = [
        "article": article, "preposition": preposition, "to": to, "at": at, "inside": inside, "region": region,
        "of": of, "link": link, "french_link": frenchLink, "pair": pair, "there": there, "has": has,
        "definite": definite, "toward": toward, "copula": copula,
        "title_link": titleLink, "plural": plural, "reflexive": reflexive, "possessive": possessive,
        "oneself": oneself,
    ]
}
