import ICUText
import TestSupport
import Testing

struct BreakRulesTests {
    private func segments(
        _ rules: BreakRules, _ bytes: [UInt8], _ engine: BreakRules.Engine
    ) throws -> [BreakRules.Segment] {
        var found: [BreakRules.Segment] = []
        try rules.forEachBatch(in: bytes.span, using: engine) { batch in
            for index in batch.indices { found.append(batch[index]) }
        }
        return found
    }

    @Test func theLargestStatusWinsOnEqualLength() throws {
        let rules = try BreakRules(compiling: "!!quoted_literals_only; [a-z]+ {5}; [a-c]+ {9}; [a-b]+ {7};")
        #expect(try segments(rules, Array("ab abz".utf8), .table).map(\.status) == [9, 0, 5])
        #expect(try segments(rules, Array("ab abz".utf8), .icu).map(\.status) == [9, 0, 5])
    }

    @Test func aMistakeInRulesNamesItsLine() {
        #expect {
            try BreakRules(compiling: "[a-z]+;\n[a-z+;\n")
        } throws: { error in
            guard let error = error as? ICUError, let place = error.location else { return false }
            return place.line == 2 && error.name.hasPrefix("U_") && error.description.contains("line 2")
        }
    }

    @Test func aDictionaryOrALookAheadIsLeftToICU() throws {
        #expect(try BreakRules(.word, locale: "fr").engine == .icu)
        #expect(try BreakRules(compiling: "!!quoted_literals_only; [a-z]+; 'a' / 'b' 'c';").engine == .icu)
        #expect(try BreakRules(.sentence, locale: "fr").engine == .table)
    }

    @Test func rulesOfTheWrongFormatAreRefused() {
        #expect(throws: ICUError.self) { try BreakRules(binary: Array("no rules".utf8)) }
        #expect(throws: ICUError.self) { try BreakRules(binary: []) }
    }

    @Test func compiledRulesOpenAgain() throws {
        let rules = try BreakRules(compiling: "!!quoted_literals_only; [a-z]+ {5};")
        let again = try BreakRules(binary: rules.binary)
        #expect(rules.formatVersion == 6)
        #expect(try segments(again, Array("ab c".utf8), .table) == segments(rules, Array("ab c".utf8), .icu))
    }

    @Test func segmentsCoverAnyBytes() throws {
        let rules = try BreakRules(.sentence, locale: "fr")
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let ends = try segments(rules, bytes, .table).map(\.end)
            #expect(zip([0] + ends, ends).allSatisfy { $0 < $1 })
            #expect(ends.last ?? 0 == bytes.count)
        }
    }

    @Test func anEmptyTextHasNoSegments() throws {
        let rules = try BreakRules(.sentence, locale: "fr")
        #expect(try segments(rules, [], .table).isEmpty)
        #expect(try segments(rules, [], .icu).isEmpty)
    }

    @Test(arguments: 0..<20) func bothEnginesAgreeOnRandomText(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let sets = [
            try BreakRules(.sentence, locale: "fr"),
            try BreakRules(
                compiling: "!!quoted_literals_only; ^[a-z]+ {1}; . {2}; [0-9]+ [a-z]* {3}; [é-ü]+ [a-z]? {4};"),
        ]
        for rules in sets {
            for _ in 0..<50 {
                let bytes = Array(generator.text(pieces: 60).utf8)
                #expect(try segments(rules, bytes, .table) == segments(rules, bytes, .icu))
            }
        }
    }
}
