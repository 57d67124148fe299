/// The forms of a French word by rule, from its first form, without accents; those that no rule gives are listed.
///
/// A form too many does no harm, since forms are only matched.
enum FrenchForms {
    /// Masculine and feminine, singular and plural: `génial` gives `genial`, `geniale`, `geniales`, `geniaux`.
    static func adjective(_ word: String) -> [String] {
        let word = plain(word)
        func with(_ ending: String, for removed: Int, _ more: String...) -> [String] {
            let stem = String(word.dropLast(removed))
            return ([ending] + more).map { stem + $0 }
        }
        let feminines: [String]
        switch true {
        // Accents are gone, so `passionné` cannot be told from `utile`.
        case word.hasSuffix("e"): return [word, word + "s", word + "e", word + "es"]
        case word.hasSuffix("eux"): return [word] + with("se", for: 1, "ses")
        case word.hasSuffix("f"): feminines = with("ve", for: 1, "ves")
        case word.hasSuffix("er"): feminines = with("ere", for: 2, "eres")
        case word.hasSuffix("al"): return [word] + with("ale", for: 2, "ales", "aux", "als")
        case word.hasSuffix("el"), word.hasSuffix("il"), word.hasSuffix("en"), word.hasSuffix("on"):
            feminines = [word + String(word.suffix(1)) + "e", word + String(word.suffix(1)) + "es"]
        case word.hasSuffix("teur"): feminines = with("trice", for: 4, "trices", "teuse", "teuses")
        case word.hasSuffix("eur"): feminines = with("euse", for: 3, "euses", "eure", "eures")
        case word.hasSuffix("s"): return [word, word + "e", word + "es", word + "se", word + "ses"]
        default: feminines = [word + "e", word + "es"]
        }
        return [word, word + "s"] + feminines
    }

    /// All forms but the conditional; empty for a verb of the third group, which has to be listed.
    static func verb(_ infinitive: String) -> [String] {
        let infinitive = plain(infinitive)
        let stem = String(infinitive.dropLast(2))
        if infinitive.hasSuffix("er") {
            let isSoftened = stem.utf8.last == UInt8(ascii: "g")
            var forms = endingsOfER.map { ending in
                // nous mangeons, elle mangea
                let first = ending.utf8.first
                return isSoftened && (first == UInt8(ascii: "a") || first == UInt8(ascii: "o"))
                    ? stem + "e" + ending : stem + ending
            }
            // j'essaie, il ennuie
            if stem.hasSuffix("y") { forms += endingsOfYER.map { String(stem.dropLast()) + "i" + $0 } }
            return forms
        }
        if infinitive.hasSuffix("ir") {
            return endingsOfIR.map { stem + $0 }
        }
        return []
    }

    private static let endingsOfER = endings(
        "er e es ons ez ent ais ait ions iez aient ai as a ames ates erent ee ees ant era eras erons erez eront")
    private static let endingsOfYER = endings("e es ent era eront")
    private static let endingsOfIR = endings(
        "ir i ie is ies it issons issez issent issais issait issions issaient issant ira iront irons isse")

    private static func endings(_ list: String) -> [String] { list.split(separator: " ").map(String.init) }

    /// The conditional, and the first person of the future, which is often written for it.
    static func conditional(_ infinitive: String) -> [String] {
        let infinitive = plain(infinitive)
        guard infinitive.hasSuffix("er") || infinitive.hasSuffix("ir") else { return [] }
        return ["ais", "ait", "ions", "iez", "aient", "ai"].map { infinitive + $0 }
    }

    static func noun(_ word: String) -> [String] {
        let word = plain(word)
        guard !word.hasSuffix("s"), !word.hasSuffix("x") else { return [word] }
        return [word, word + "s", word + "x"]
    }

    static func plain(_ word: String) -> String { WordIndex.plain(word) }
}
