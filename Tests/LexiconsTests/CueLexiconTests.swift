import Lexicons
import Testing

struct CueLexiconTests {
    private static let header = "# source: us\n# licence: ours\n# columns: "
    private static let words = header + "word\tclasses\npas\tnegator\ntalk\ttalk\n"
    private static let forms = header + "word\tforms\tconditional\nplaire\tplaît plu\tplairait\nbeau\tbel belle\t-\n"

    private func lexicon(_ cues: String, words: String = words, forms: String = forms) throws -> CueLexicon {
        try CueLexicon(
            cues: LexiconTable(
                file: "cues.tsv", text: Self.header + "entry\tkind\tpolarity\tstrength\ttargets\tneeds\tweight\n" + cues
            ),
            words: LexiconTable(file: "words.tsv", text: words), forms: LexiconTable(file: "forms.tsv", text: forms))
    }

    private func number(of word: String, in lexicon: CueLexicon) -> UInt16 {
        lexicon.words.number(of: WordKey(folded: Array(word.utf8)[...]))
    }

    @Test(arguments: [
        ("génial\tadjective", ["génial", "géniale", "géniales", "géniaux", "GENIAL".lowercased()]),
        ("ennuyeux\tadjective", ["ennuyeux", "ennuyeuse", "ennuyeuses"]),
        ("captivant\tadjective", ["captivant", "captivante", "captivants", "captivantes"]),
        ("bon\tadjective", ["bon", "bonne", "bonnes"]),
        ("beau\tadjective", ["beau", "bel", "belle"]),
        ("aimer\tverb", ["aime", "aimons", "aimait", "aimé", "aimées"]),
        ("essayer\tverb", ["essaie", "essayons"]),
        ("déranger\tverb", ["dérangeait", "dérangé"]),
        ("plaire\tverb", ["plaît", "plu"]),
        ("régal\tnoun", ["régal", "régals"]),
    ])
    func formsAreMadeByRuleOrListed(entry: String, forms: [String]) throws {
        let lexicon = try lexicon(entry + "\tpositive\t2\t-\t-\t0\n")
        for form in forms {
            #expect(!lexicon.candidates(at: number(of: form, in: lexicon)).isEmpty, "\(form)")
        }
        #expect(number(of: "inconnu", in: lexicon) == WordIndex.unknown)
    }

    @Test func theConditionalIsAnotherWord() throws {
        let lexicon = try lexicon("aimer\tverb\tpositive\t2\t-\t-\t0\nj' ^aimer\tphrase\tnegative\t1\t-\t-\t0\n")
        #expect(lexicon.candidates[lexicon.candidates(at: number(of: "aime", in: lexicon))].map(\.entry) == [0])
        #expect(lexicon.candidates[lexicon.candidates(at: number(of: "aimerais", in: lexicon))].map(\.entry) == [1])
    }

    @Test(arguments: [
        ("bon\tadjective\tgood\t2\t-\t-\t0\n", 4, "polarity"), ("bon\tadjective\t-\t2\t-\t-\t0\n", 4, "polarity"),
        ("bon\tword\tpositive\t2\t-\t-\t0\n", 4, "none of"), ("bon\tadjective\tpositive\t4\t-\t-\t0\n", 4, "strength"),
        ("bon\tadjective\tpositive\t2\tbook\t-\t0\n", 4, "target"),
        ("bon\tadjective\tpositive\t2\t-\tluck\t0\n", 4, "need"),
        ("boire\tverb\tpositive\t2\t-\t-\t0\n", 4, "cue_forms"),
        ("<talk>\tphrase\tpositive\t2\t-\t-\t0\n", 4, "looked up"),
        ("un <sujet>\tphrase\tpositive\t2\t-\t-\t0\n", 4, "class"),
        ("un [bon] talk\tphrase\tpositive\t2\t-\t-\t0\n", 4, "first or last"),
        ("* bon\tphrase\tpositive\t2\t-\t-\t0\n", 4, "between"),
        ("a * b * c * d\tphrase\tpositive\t2\t-\t-\t0\n", 4, "gaps"),
        ("bon\tadjective\tpositive\t2\t-\t-\tmuch\n", 4, "number"),
        ("[un] [bon]\tphrase\tpositive\t2\t-\t-\t0\n", 4, "nothing is left"),
    ])
    func aFaultNamesFileLineAndCure(cues: String, line: Int, part: String) {
        #expect {
            try lexicon(cues)
        } throws: { error in
            guard let error = error as? LexiconError else { return false }
            return error.line == line && error.file == "cues.tsv" && error.message.contains(part)
        }
    }

    @Test func anUnknownClassIsRefused() {
        #expect(throws: LexiconError.self) { try lexicon("", words: Self.header + "word\tclasses\npas\tno\n") }
    }

    @Test func theListsInTheBinaryAreSound() throws {
        let lexicon = try CueLexicon()
        #expect(lexicon.entries.count >= 500)
        #expect(Set(lexicon.entries.map(\.kind)).count >= 6)
    }
}
