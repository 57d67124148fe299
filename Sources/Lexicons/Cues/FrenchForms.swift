/// The forms of a French word by rule, from its first form, without accents; those that no rule gives are listed.
///
/// A form too many does no harm, since forms are only matched.
enum FrenchForms {
    /// Forms that begin alike, so that what they share is read once.
    struct Group {
        let stem: [UInt8]
        let endings: [[UInt8]]

        /// - Parameter words: forms that share nothing.
        init(_ words: [String]) { (stem, endings) = ([], words.map { Array($0.utf8) }) }

        fileprivate init(_ stem: some Sequence<UInt8>, _ endings: [[UInt8]]) {
            (self.stem, self.endings) = (Array(stem), endings)
        }

        var words: [String] { endings.map { String(decoding: stem + $0, as: UTF8.self) } }
    }

    /// Masculine and feminine, singular and plural: `génial` gives `genial`, `geniale`, `geniales`, `geniaux`.
    static func adjective(_ word: String) -> Group {
        let word = Array(plain(word).utf8)
        guard let rule = adjectives.first(where: { word.ends(with: $0.ending) }) else {
            return Group(word, [[]] + list("s e es"))
        }
        return Group(word.dropLast(rule.ending.count), rule.endings)
    }

    private static let adjectives = endingsOfAdjectives.map { (ending: Array($0.utf8), endings: list($1)) }

    /// What becomes of the end of an adjective; the first that fits counts.
    private static let endingsOfAdjectives: [(String, String)] = [
        // Accents are gone, so `passionné` cannot be told from `utile`.
        ("e", "e es ee ees"), ("eux", "eux euse euses"), ("f", "f fs ve ves"), ("er", "er ers ere eres"),
        ("al", "al ale ales aux als"), ("el", "el els elle elles"), ("il", "il ils ille illes"),
        ("en", "en ens enne ennes"), ("on", "on ons onne onnes"),
        ("teur", "teur teurs trice trices teuse teuses"), ("eur", "eur eurs euse euses eure eures"),
        ("s", "s se ses sse sses"),
    ]

    /// All forms but the conditional; empty for a verb of the third group, which has to be listed.
    static func verb(_ infinitive: String) -> [Group] {
        let infinitive = Array(plain(infinitive).utf8)
        let stem = infinitive.dropLast(2)
        if infinitive.ends(with: Array("er".utf8)) {
            switch stem.last {
            case UInt8(ascii: "g"): return [Group(stem, endingsOfGER)]
            // j'essaie, il ennuie
            case UInt8(ascii: "y"):
                return [Group(stem, endingsOfER), Group(stem.dropLast() + [UInt8(ascii: "i")], endingsOfYER)]
            case _: return [Group(stem, endingsOfER)]
            }
        }
        return infinitive.ends(with: Array("ir".utf8)) ? [Group(stem, endingsOfIR)] : []
    }

    private static let endingsOfER = list(
        "er e es ons ez ent ais ait ions iez aient ai as a ames ates erent ee ees ant era eras erons erez eront")
    /// nous mangeons, elle mangea
    private static let endingsOfGER = endingsOfER.map { ending in
        ending.first == UInt8(ascii: "a") || ending.first == UInt8(ascii: "o") ? [UInt8(ascii: "e")] + ending : ending
    }
    private static let endingsOfYER = list("e es ent era eront")
    private static let endingsOfIR = list(
        "ir i ie is ies it issons issez issent issais issait issions issaient issant ira iront irons isse")
    private static let endingsOfConditional = list("ais ait ions iez aient ai")

    private static func list(_ endings: String) -> [[UInt8]] {
        endings.utf8.split(separator: UInt8(ascii: " ")).map { Array($0) }
    }

    /// The conditional, and the first person of the future, which is often written for it; `nil` for a verb that has to
    /// be listed.
    static func conditional(_ infinitive: String) -> Group? {
        let infinitive = Array(plain(infinitive).utf8)
        guard infinitive.ends(with: Array("er".utf8)) || infinitive.ends(with: Array("ir".utf8)) else { return nil }
        return Group(infinitive, endingsOfConditional)
    }

    static func noun(_ word: String) -> Group {
        let word = Array(plain(word).utf8)
        let isPlural = word.last == UInt8(ascii: "s") || word.last == UInt8(ascii: "x")
        return Group(word, isPlural ? [[]] : [[]] + list("s x"))
    }

    static func plain(_ word: String) -> String { WordIndex.plain(word) }
}

extension [UInt8] {
    fileprivate func ends(with ending: [UInt8]) -> Bool { suffix(ending.count).elementsEqual(ending) }
}
