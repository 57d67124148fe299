import Lexicons
import TextModel

/// A word that may be part of a name.
struct NameWord {
    enum Shape {
        /// `Martin`, `McKenty`.
        case capitalized
        /// `MARTIN`: two letters and more, all capitals.
        case capitals
        /// `J.`, `J.-P.`
        case initial
        /// `GCloud`, `M2M`, `IoT2`: no shape of a name.
        case mixed
        /// `de`, `van`, `d'`: in lower case between two words that are not.
        case particle
    }

    let token: Int
    let range: TextRange
    let shape: Shape
    let entry: NameEntry
    /// A capital stands within, as in `LoRa` and `LaPalice`.
    let isCamelCase: Bool
    /// No list knows the word, and it ends like those for things: `Sourcing`, `Validation`.
    var endsLikeThing = false
    /// No list knows the word, and it ends like a French place: `Rochebrune`.
    var endsLikePlace = false

    func has(_ classes: NameEntry.Classes) -> Bool { !entry.classes.isDisjoint(with: classes) }

    var isParticle: Bool { has([.freeParticle, .frenchParticle]) }

    /// Whether the word may be, by itself, a part of a family name.
    var mayBeFamilyName: Bool {
        switch shape {
        case .initial, .particle, .mixed: false
        case .capitalized, .capitals:
            !has([.stop, .organisation, .role, .agent, .greeting, .employer, .civility])
                && !(has(.technology) && !has([.given, .family]))
        }
    }

    var isGivenName: Bool {
        switch shape {
        case .initial, .particle, .mixed: false
        case .capitalized, .capitals:
            has(.given) && !has([.stop, .role, .eponym])
                && !(has(.organisation) && (entry.births < 8192 || has(.place))) && !isCamelCase
        }
    }

    /// How well the word is known to be a given name, from 0 to 3; one that is something else as well counts less.
    var givenStrength: Int {
        guard isGivenName else { return 0 }
        // An acronym rather: BEA.
        if shape == .capitals, range.count <= 4, entry.births < 16_384 { return 0 }
        if has([.word, .technology, .place, .organisation]) { return 1 }
        if entry.births >= 1024 || entry.elsewhere >= 65_536 { return 3 }
        return entry.births >= 64 || entry.elsewhere >= 4096 ? 2 : 1
    }
}

/// Words that may be parts of names, with nothing but spaces between them.
struct NameRun {
    /// Positions in the words of the scan.
    let words: Range<Int>
    let passage: Int
    /// The first word has its capital from its place.
    let startsSentence: Bool
    /// More than half of the words of a heading have a capital, so that capitals tell little.
    let isTitleCased: Bool
    /// Stands in a heading or a line that may be one.
    let isHeading: Bool
}
