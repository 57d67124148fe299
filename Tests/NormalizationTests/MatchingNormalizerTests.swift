import ICUText
import Normalization
import TestSupport
import Testing
import TextModel

struct MatchingNormalizerTests {
    private let normalizer: MatchingNormalizer

    init() throws { normalizer = try MatchingNormalizer() }

    private func form(_ text: String) throws -> String {
        String(decoding: try normalizer.normalize(SourceText(text)).utf8, as: UTF8.self)
    }

    @Test(arguments: [
        ("L’INSA", "L'INSA"), ("jusqu‘à", "jusqu'à"), ("LʼINSA", "L'INSA"), ("l´été", "l'été"), ("“mot„ ”", "«mot« »"),
        ("« mot »", "« mot »"), ("\"mot\"", "\"mot\""), ("Haïm‑Lubczanski", "Haïm-Lubczanski"),
        ("a — b – c", "a – b – c"),
        ("5\u{A0}€\u{202F}!\tx", "5 € ! x"), ("a\r\nb\rc\u{2028}d", "a\nb\nc\nd"), ("œuvre", "oeuvre"),
        ("Œuvre", "Oeuvre"),
        ("ŒUVRE", "OEUVRE"), ("Æ", "AE"), ("ex æquo", "ex aequo"), ("ﬁn", "fin"), ("1ᵉʳ", "1er"), ("bon…", "bon..."),
        ("e\u{301}te\u{301}", "été"), ("intervenant‧e", "intervenant·e"), ("re\u{AD}tour", "retour"),
        ("\u{FEFF}a", "a"),
        ("❤\u{FE0F}", "❤"), ("👩\u{200D}💻", "👩\u{200D}💻"), ("o\u{AD}\u{302}", "ô"), ("…\u{301}", "...\u{301}"),
        ("\u{301}a", "\u{301}a"), ("ffi", "ffi"), ("", ""), ("\u{FEFF}", ""),
    ])
    func writesOneForm(text: String, expected: String) throws {
        let found = try form(text)
        #expect(found.utf8.elementsEqual(expected.utf8), "\(found)")
    }

    /// Characters that look like those of a row and mean something else.
    @Test(arguments: ["`code`", "é", "ø", "5′".replacing("′", with: "°"), "a·b", "№", "₂", "中文", "→"])
    func leavesOthersAlone(text: String) throws {
        #expect(try form(text).utf8.elementsEqual(text.utf8))
    }

    @Test func eachUnitPointsAtItsSource() throws {
        let source = SourceText("\u{FEFF}L’œ\u{AD}uvre…")
        let matching = try normalizer.normalize(source)
        #expect(matching[TextRange(0, matching.utf8.count)] == "L'oeuvre...")
        func sourceText(_ start: Int, _ end: Int) -> String {
            source[matching.map.sourceRange(of: TextRange(start, end))]
        }
        #expect(sourceText(0, 1) == "\u{FEFF}L")
        #expect(sourceText(1, 2) == "’")
        #expect(sourceText(2, 3) == "œ\u{AD}")
        #expect(sourceText(3, 4) == "œ\u{AD}")
        #expect(sourceText(4, 8) == "uvre")
        #expect(sourceText(9, 10) == "…")
    }

    @Test func anUntouchedTextIsOneRun() throws {
        let matching = try normalizer.normalize(SourceText(String(repeating: "Il était là, à l'heure. ", count: 500)))
        #expect(matching.map.runCount == 1)
        #expect(matching.map.isVerbatim)
    }

    /// Plain characters are passed over eight at a time.
    @Test(arguments: [
        ("\t", " "), ("\r", "\n"), ("\u{B}", "\n"), ("’", "'"), ("…", "..."), ("\u{AD}", ""), ("\0", "\0"),
    ])
    func aCharacterIsSeenWhereverItStands(character: String, form: String) throws {
        let letters = Array("abcdefghijklmnopqrst")
        for place in 0...letters.count {
            let (before, after) = (String(letters[..<place]), String(letters[place...]))
            #expect(try self.form(before + character + after) == before + form + after)
        }
    }

    @Test(arguments: 0..<20) func lawsHoldOnRandomText(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let nfc = try CharacterNormalizer(.nfc)
        for _ in 0..<100 {
            let source = SourceText(generator.text(pieces: 30))
            let matching = try normalizer.normalize(source)
            let text = String(decoding: matching.utf8, as: UTF8.self)
            #expect(String(validating: matching.utf8, as: UTF8.self) != nil)
            #expect(try form(text).utf8.elementsEqual(text.utf8), "idempotent")
            #expect(try nfc.normalize(text).utf8.elementsEqual(text.utf8), "in NFC")
            #expect(matching.map.textCount == matching.utf8.count)
            #expect(matching.map.sourceEnd == source.utf8.count)
            // Neighbours in the text are neighbours in the source: nothing is lost between them.
            var end = 0
            var index = 0
            while index < matching.utf8.count {
                var next = index + 1
                while next < matching.utf8.count, matching.utf8[next] & 0xC0 == 0x80 { next += 1 }
                let range = matching.map.sourceRange(of: TextRange(index, next))
                #expect(
                    range.start <= end && range.end >= end && !range.isEmpty,
                    "\(text.unicodeScalars.map(\.value)) at \(index)")
                #expect(String(validating: source.utf8[range.start..<range.end], as: UTF8.self) != nil)
                end = range.end
                index = next
            }
            if !matching.utf8.isEmpty { #expect(end == source.utf8.count) }
        }
    }

    @Test func aLongRunOfMarksTakesLinearTime() throws {
        let marks = "a" + String(repeating: "\u{301}\u{327}", count: 100_000)
        let clock = ContinuousClock()
        var count = 0
        let duration = try clock.measure { count = try normalizer.normalize(SourceText(marks)).utf8.count }
        #expect(count > 390_000)
        #expect(duration < .seconds(5))
    }
}
