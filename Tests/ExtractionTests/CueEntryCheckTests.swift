import Extraction
import FrenchText
import Lexicons
import Testing

struct CueEntryCheckTests {
    private static let texts = Result { try TextAnalyzer() }

    /// What is wrong with an entry that a caller adds in line 4 of a file.
    private func faults(_ entry: String, _ kind: String = "phrase") throws -> [LexiconError] {
        var lexicons = LexiconSet.embedded
        let columns = try EmbeddedLexicon.evaluationCues.table().columns.joined(separator: "\t")
        let list = "# source: s\n# licence: l\n# columns: \(columns)\n\(entry)\t\(kind)\tpositive\t2\t-\t-\t0\n"
        try lexicons.change(.evaluationCues, by: Array(list.utf8), file: "my.tsv")
        return try faults(in: lexicons).map(lexicons.located)
    }

    private func faults(in lexicons: LexiconSet) throws -> [LexiconError] {
        let texts = try Self.texts.get()
        return try CueEntryCheck(lexicons).faults { try CueFinder.lookedUpWords(of: $0, by: texts) }
    }

    @Test func theEmbeddedListIsSound() throws {
        #expect(try faults(in: .embedded).map(\.description) == [])
    }

    @Test(arguments: [
        // The tokenizer cuts at the apostrophe: within one of several, and within brackets.
        ("je|j'ai adoré", "“j'ai” can never match: texts have it as “j'”, “ai”; write two entries"),
        ("(n'ai) rien compris", "“n'ai” can never match: texts have it as “n'”, “ai”"),
        ("(comme) sur un plateau (d'argent)", "“d'argent” can never match"),
        ("~s'emmêler les pinceaux", "“~s'emmêler” can never match: texts have it as “s'”, “emmêler”"),
        ("y'a de quoi rire", "“y'a” can never match: texts have it as “y'”, “a”"),
        ("allez-y|foncez", "“allez-y” can never match: texts have it as “allez”, “-y”"),
        ("aujourd' brillant", "“aujourd'” can never match"),
        // What stands before an apostrophe stands before all that follows it.
        ("m'a|nous épaté", "“nous” can never match: in “m'a|nous” the apostrophe is cut before all that follows it"),
        ("j'ai|on adoré", "“on” can never match: in “j'ai|on”"),
        ("tombé à l'eau|plat", "“plat” can never match: in “l'eau|plat”"),
        // Numbers and punctuation are no words to an entry.
        ("note de 20/20", "“20/20” can never match: numbers"), ("mon top|podium 3|cinq", "“3” can never match"),
        ("à revoir [.|!]", "“.” can never match"), ("simple, efficace", "“simple,” can never match"),
        ("epic fail|#fail", "“#fail” can never match"), ("un peu (:) brouillon", "“:” can never match"),
        ("extraordinairementincroyables", "“extraordinairementincroyables” can never match"),
        // Brackets stand around all words.
        ("mitigé sur|(à)", "“(à)” can never match: brackets"), ("des <talk|event>|lieux superbes", "“<talk” can never"),
        // Nothing that has to be there says anything.
        ("un (superbe) talk", "matches without “superbe”"),
        ("pas de quoi se|s' (pavaner)", "matches without “pavaner”"),
        ("(très) (réussi) <talk>", "matches without “réussi”"),
    ])
    func whatIsWrongIsNamed(_ entry: String, _ message: String) throws {
        // An entry without any word to look it up by is refused by the reader of the list.
        let faults = try faults(entry)
        #expect(faults.map(\.file) == ["my.tsv"] && faults.map(\.line) == [4])
        let text = faults.first?.message ?? ""
        #expect(text.hasPrefix("“\(entry)”: ") && text.contains(message), "\(text)")
    }

    @Test(arguments: [
        "je|j' (ai) adoré", "(n') (ai) rien compris", "(comme) sur un plateau (d') argent", "s' ~emmêler les pinceaux",
        "aujourd'hui brillant", "enfin quelqu'un|une de clair", "du pep's", "rock'n'roll", "peut-être génial",
        "trouvez -vous génial",
        // Each of these may follow the elided word.
        "m'|nous a|ont épaté", "c'est|était réussi", "bourré d'humour|énergie|habileté", "ce qu'on|il adore",
        "l'on|eau pure", "tombé à l' eau|océan",
        // As people speak, where none has a vowel.
        "j'suis|vais fan",
        // Letters with digits are one word, a pronoun after its verb too.
        "du k8s réussi", "note de vingt sur vingt", "simple et|mais efficace",
        // What says something is there, or nothing of it is in brackets.
        "un superbe (talk)", "(très) clair", "merci (infiniment) (beaucoup)", "pas de quoi (en) pavaner",
        "(vraiment) <praise> <talk> réussi", "sans (vraiment) plus", "un (très) =bon (vrai) <talk>",
    ])
    func whatCanMatchPasses(_ entry: String) throws {
        #expect(try faults(entry).map(\.message) == [])
    }

    @Test(arguments: [
        (":tada:", "emoji"), ("<3", "emoji"), ("👏", "emoji"), ("captiver", "verb"), ("bof", "interjection"),
    ])
    func soDoOtherKinds(_ entry: String, _ kind: String) throws {
        #expect(try faults(entry, kind).map(\.message) == [])
    }
}
