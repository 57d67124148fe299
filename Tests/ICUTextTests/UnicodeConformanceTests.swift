import ICUText
import Testing

/// ICU's standard iterators against Unicode's own test files, by both engines where both can run.
@Suite(.enabled(if: UnicodeTestFile.isInstalled, "needs Debian's package unicode-data"))
struct UnicodeConformanceTests {
    private func ends(_ rules: BreakRules, _ text: String, _ engine: BreakRules.Engine) throws -> [Int] {
        var ends: [Int] = []
        try rules.forEachSegment(in: Array(text.utf8).span, using: engine) { end, _ in ends.append(end) }
        return ends
    }

    /// ICU tailors U+003A out of MidLetter, so these texts of WordBreakTest differ, and no others.
    private static let colonCases: Set<String> = [
        "41 3A 41", "61 3A 41", "61 3A 5D0", "61 3A 61 27", "61 3A 61 27 2060", "61 3A 61 2C", "61 3A 61 3A",
        "61 3A 61 2060",
        "61 3A 308 41", "61 3A 308 5D0", "61 3A 308 61 27", "61 3A 308 61 27 2060", "61 3A 308 61 2C",
        "61 3A 308 61 3A",
        "61 3A 308 61 2060",
    ]

    @Test(arguments: [BreakRules.Engine.icu, .table]) func wordBreakTest(engine: BreakRules.Engine) throws {
        let rules = try BreakRules(.word, locale: "en")
        var failures: Set<String> = [
            "41 3A 41", "61 3A 41", "61 3A 5D0", "61 3A 61 27", "61 3A 61 27 2060", "61 3A 61 2C", "61 3A 61 3A",
            "61 3A 61 2060",
            "61 3A 308 41", "61 3A 308 5D0", "61 3A 308 61 27", "61 3A 308 61 27 2060", "61 3A 308 61 2C",
            "61 3A 308 61 3A",
            "61 3A 308 61 2060",
        ]
        for line in try UnicodeTestFile("auxiliary/WordBreakTest.txt").lines {
            let (text, expected) = UnicodeTestFile.boundaries(line)
            if try ends(rules, text, engine) != expected {
                failures.insert(
                    text.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }.joined(separator: " "))
            }
        }
        #expect(failures == Self.colonCases)
    }

    @Test(arguments: [BreakRules.Engine.icu, .table]) func sentenceBreakTest(engine: BreakRules.Engine) throws {
        let rules = try BreakRules(.sentence, locale: "en")
        for line in try UnicodeTestFile("auxiliary/SentenceBreakTest.txt").lines {
            let (text, expected) = UnicodeTestFile.boundaries(line)
            #expect(try ends(rules, text, engine) == expected, "\(line)")
        }
    }

    @Test func normalizationTest() throws {
        let forms = try (
            nfc: CharacterNormalizer(.nfc), nfd: CharacterNormalizer(.nfd), nfkc: CharacterNormalizer(.nfkc),
            nfkd: CharacterNormalizer(.nfkd)
        )
        let lines = try UnicodeTestFile("NormalizationTest.txt").lines
        #expect(lines.count > 18_000)
        for line in lines {
            let columns = line.split(separator: ";").prefix(5).map { column in
                var text = String.UnicodeScalarView()
                text.append(
                    contentsOf: column.split(separator: " ").compactMap {
                        UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
                    })
                return String(text)
            }
            func same(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }
            for index in 0..<3 {
                #expect(try same(forms.nfc.normalize(columns[index]), columns[1]), "\(line)")
                #expect(try same(forms.nfd.normalize(columns[index]), columns[2]), "\(line)")
            }
            for index in 0..<5 {
                #expect(try same(forms.nfkc.normalize(columns[index]), columns[3]), "\(line)")
                #expect(try same(forms.nfkd.normalize(columns[index]), columns[4]), "\(line)")
            }
        }
    }
}
