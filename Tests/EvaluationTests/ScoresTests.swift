import Evaluation
import TestSupport
import Testing
import TextModel

struct ScoresTests {
    private func scores(_ gold: ResolvedGold, _ change: (inout Report) -> Void = { _ in }) throws -> Scores {
        var report = Report(gold)
        change(&report)
        return try Scores(gold: [gold], system: [report])
    }

    private func counts(_ scores: Scores, _ layer: Layer) -> [Int] {
        guard let counts = scores.summary(layer)?.counts else { return [] }
        return [counts.matched, counts.predicted, counts.gold]
    }

    @Test func goldAgainstItselfIsRightEverywhere() throws {
        let scores = try scores(GoldSamples.resolved())
        for summary in scores.summaries() where summary.layer != .eventEdition {
            #expect(summary.value == 1, "\(summary.layer)")
        }
        // Zero against zero is no value.
        #expect(scores.value(.eventEdition) == nil)
        #expect(scores.mistakes == [])
        #expect(counts(scores, .speakers) == [1, 1, 1])
        #expect(counts(scores, .persons) == [4, 4, 4])
    }

    /// Every count by hand.
    @Test func aDocumentCountedByHand() throws {
        let gold = try GoldSamples.resolved()
        let scores = try scores(gold) { report in
            report.sections[2].role = .talk
            report.sections.remove(at: 3)
            report.talks[0].title = "Des ports PROPRES"
            report.talks[0].speakers = [.init(name: "ANA PIRES", rule: "r"), .init(name: "Tom Adler", rule: "r")]
            report.talks[0].reception.polarity = .positive
            report.talks[1].kind = .talk
            report.talks[1].speakers.removeLast()
            report.persons[1].name = "Yann"
            report.talks[0].lists[0].items.removeLast()
            report.talks[0].lists[0].intro = nil
            report.talks[1].cues[0].target = .topic
            report.talks[1].cues[1].polarity = .negative
            report.event.name = "Phare"
            report.event.endDate = nil
        }
        #expect(counts(scores, .headings) == [3, 3, 4])
        #expect(counts(scores, .headingRoles) == [2, 3, 3])
        #expect(counts(scores, .talkHeadings) == [2, 3, 2])
        #expect(counts(scores, .talks) == [2, 2, 2])
        #expect(counts(scores, .titles) == [1, 2, 2])
        #expect(counts(scores, .lenientTitles) == [2, 2, 2])
        #expect(counts(scores, .titleAccuracy) == [1, 2, 2])
        #expect(counts(scores, .kinds) == [1, 2, 2])
        #expect(counts(scores, .speakers) == [1, 2, 1])
        #expect(counts(scores, .unnamedSpeakers) == [1, 1, 2])
        #expect(counts(scores, .persons) == [3, 4, 4])
        #expect(counts(scores, .personRoles) == [4, 5, 5])
        #expect(counts(scores, .lists) == [0, 1, 1])
        #expect(counts(scores, .listStarts) == [1, 1, 1])
        #expect(counts(scores, .items) == [3, 3, 4])
        #expect(counts(scores, .intros) == [0, 0, 1])
        #expect(counts(scores, .cues) == [7, 8, 8])
        #expect(counts(scores, .strictCues) == [7, 8, 8])
        #expect(counts(scores, .cueTargets) == [6, 7, 7])
        #expect(counts(scores, .cueTalks) == [7, 7, 7])
        #expect(counts(scores, .reception) == [1, 2, 2])
        #expect(counts(scores, .eventName) == [0, 1, 1])
        #expect(counts(scores, .eventEnd) == [0, 0, 1])
        // The classes are positive (1 of 2 predicted, 1 of 1 gold) and mixed (0): 2/3 and 0.
        #expect(abs((scores.value(.receptionF1) ?? 0) - 1.0 / 3) < 1e-9)
        let wrong = scores.mistakes.filter { $0.kind == .wrong }.map { "\($0.layer.rawValue) \($0.found ?? "")" }
        #expect(
            Set(wrong) == [
                "heading_roles talk", "titles Des ports PROPRES", "kinds talk", "lists 3", "cue_targets topic",
                "reception positive", "event_name Phare",
            ])
        #expect(scores.mistakes.contains { $0.kind == .missed && $0.layer == .headings && $0.text == "Conclusion" })
        #expect(scores.mistakes.contains { $0.kind == .spurious && $0.layer == .speakers && $0.text == "Tom Adler" })
        #expect(scores.mistakes.contains { $0.kind == .missed && $0.layer == .cues && $0.text == "j'ai adoré" })
    }

    @Test func theOrderOfBothSidesDecidesNothing() throws {
        var random = SeededGenerator(seed: 11)
        let gold = try GoldSamples.resolved()
        func damage(_ report: inout Report) {
            report.sections.remove(at: 1)
            report.talks[1].sectionID = nil
            report.cues.removeFirst()
            report.talks[0].cues[0].span.range = SourceRange(
                report.talks[0].cues[0].span.range.start - 7, report.talks[0].cues[0].span.range.end)
        }
        let expected = try scores(gold, damage)
        for _ in 0..<20 {
            let shuffled = try scores(gold) { report in
                damage(&report)
                report.sections.shuffle(using: &random)
                report.talks.shuffle(using: &random)
                report.persons.shuffle(using: &random)
                report.cues.shuffle(using: &random)
                for talk in report.talks.indices { report.talks[talk].cues.shuffle(using: &random) }
            }
            #expect(shuffled.documents == expected.documents)
            #expect(shuffled.outcomes == expected.outcomes)
        }
    }

    @Test func theOrderOfTheGoldDecidesNothing() throws {
        var random = SeededGenerator(seed: 12)
        let gold = try GoldSamples.resolved()
        let report = Report(gold)
        for _ in 0..<20 {
            var annotation = gold.annotation
            annotation.cues.shuffle(using: &random)
            annotation.persons.shuffle(using: &random)
            annotation.sections.shuffle(using: &random)
            let scores = try Scores(gold: [ResolvedGold(annotation, in: gold.text)], system: [report])
            #expect(scores.mistakes == [])
        }
    }

    // MARK: - Cues

    /// The gold's cue is `très bon talk`, at 3 to 17 in `Un très bon talk, vraiment.`
    @Test(
        arguments: [
            ("the same", 3..<17, 1, 1), ("half of the shorter", 0..<6, 1, 0), ("less than half", 0..<5, 0, 0),
            ("within", 9..<12, 1, 0), ("around", 0..<28, 1, 0), ("a neighbour before", 0..<3, 0, 0),
            ("a neighbour after", 17..<18, 0, 0),
        ] as [(String, Range<Int>, Int, Int)])
    func cuesOverlapByHalf(_ name: String, _ range: Range<Int>, _ partial: Int, _ strict: Int) throws {
        let gold = try GoldSamples.resolved(
            ResolvedGoldTests.cueJSON("très bon talk"), report: "Un très bon talk, vraiment.")
        #expect(gold.cues == [TextRange(3, 17)])
        let scores = try scores(gold) { report in
            report.cues[0].span.range = SourceRange(range.lowerBound, range.upperBound)
        }
        #expect(counts(scores, .cues) == [partial, 1, 1], "\(name)")
        #expect(counts(scores, .strictCues) == [strict, 1, 1], "\(name)")
    }

    /// An exact hit inside another span of the gold counts, whichever is first in the file.
    @Test(arguments: [false, true]) func nestedCuesAreTwo(_ isReversed: Bool) throws {
        var annotation = try GoldAnnotation(parsing: Array(ResolvedGoldTests.cueJSON("c'est très bon").utf8))
        var inner = annotation.cues[0]
        inner.quote = "très bon"
        annotation.cues.append(inner)
        if isReversed { annotation.cues.reverse() }
        let text = try GoldSamples.resolved(ResolvedGoldTests.emptyJSON, report: "Oui, c'est très bon.").text
        let gold = try ResolvedGold(annotation, in: text)
        #expect(Set(gold.cues.map { $0?.start }) == [5, 11])
        let both = try scores(gold)
        #expect(counts(both, .cues) == [2, 2, 2])
        #expect(counts(both, .strictCues) == [2, 2, 2])
        let one = try scores(gold) { report in report.cues.removeAll { $0.span.text != "très bon" } }
        #expect(counts(one, .cues) == [1, 1, 2])
        #expect(counts(one, .strictCues) == [1, 1, 2])
    }

    @Test func aCueSaidTwiceIsOne() throws {
        let gold = try GoldSamples.resolved()
        let scores = try scores(gold) { report in
            report.cues.append(report.cues[0])
            report.talks[0].cues.append(report.talks[1].cues[0])
        }
        #expect(counts(scores, .cues) == [8, 8, 8])
        // It stands under two talks, and so on none of them alone.
        #expect(counts(scores, .cueTalks) == [7, 8, 8])
    }

    // MARK: - Talks

    @Test func whatTheGoldListsIsNeitherMissingNorWrong() throws {
        let gold = try GoldSamples.resolved()
        let without = try scores(gold) { $0.talks.remove(at: 2) }
        #expect(counts(without, .talks) == [2, 2, 2])
        #expect(without.mistakes == [])
        let recounted = try scores(gold) { report in
            report.talks[2].attendance = .attended
            report.talks[2].speakers.append(.init(name: "Zoé Lam", rule: "r"))
        }
        #expect(counts(recounted, .talks) == [2, 2, 2])
        #expect(counts(recounted, .speakers) == [1, 1, 1])
        #expect(recounted.mistakes == [])
    }

    @Test func aCueOnAListedTalkMayStandAnywhere() throws {
        let json = GoldSamples.json.replacing(
            #""quote": "Bof", "polarity": "negative", "target": "topic", "talk": 2"#,
            with: #""quote": "J'aurais aimé voir", "polarity": "positive", "target": "talk", "talk": 3"#)
        let gold = try GoldSamples.resolved(json)
        #expect(try scores(gold).mistakes == [])
        let elsewhere = try scores(gold) { report in
            report.cues += report.talks[2].cues
            report.talks.remove(at: 2)
        }
        #expect(elsewhere.mistakes == [])
        #expect(counts(elsewhere, .cues) == [8, 8, 8])
    }

    @Test func aTalkThatIsOnlyListedIsNotRecounted() throws {
        let gold = try GoldSamples.resolved()
        let scores = try scores(gold) { $0.talks[0].attendance = .listed }
        #expect(counts(scores, .talks) == [1, 1, 2])
        #expect(counts(scores, .speakers) == [0, 0, 1])
    }

    @Test func aTalkIsFoundByItsExtentAlone() throws {
        let gold = try GoldSamples.resolved()
        let scores = try scores(gold) { report in
            report.sections = []
            for index in report.talks.indices {
                report.talks[index].sectionID = nil
                report.talks[index].title = nil
            }
        }
        #expect(counts(scores, .talks) == [2, 2, 2])
        #expect(counts(scores, .titles) == [0, 0, 2])
        #expect(counts(scores, .speakers) == [1, 1, 1])
    }

    /// Two talks of a line each, without headings and titles: the one that is found is not the other.
    @Test(arguments: [0, 1]) func neighboursAreTwo(_ found: Int) throws {
        let report = "- Zoé Lam, le sel.\n- Ana Pires, le vent.\n"
        func talk(_ start: String, _ name: String) -> String {
            """
            {"heading": null, "title": null, "kind": "talk", "attendance": "attended", "starts_with": "\(start)",
            "speakers": ["\(name)"], "unnamed_speakers": 0, "reception": "none"}
            """
        }
        let talks = talk("Zoé Lam, le sel.", "Zoé Lam") + "," + talk("Ana Pires, le vent.", "Ana Pires")
        let json = ResolvedGoldTests.emptyJSON.replacing(#""talks": []"#, with: "\"talks\": [\(talks)]")
        let gold = try GoldSamples.resolved(json, report: report)
        let scores = try scores(gold) { report in
            report.talks = [report.talks[found]]
            report.talks[0].speakers = []
        }
        #expect(counts(scores, .talks) == [1, 1, 2])
        let other = scores.mistakes.filter { $0.layer == .talks }.map(\.text)
        #expect(other == [found == 0 ? "Ana Pires, le vent." : "Zoé Lam, le sel."])
    }

    @Test func oneTalkOverEverythingIsNoTwo() throws {
        let gold = try GoldSamples.resolved()
        let scores = try scores(gold) { report in
            report.talks.removeSubrange(1...)
            report.talks[0].sectionID = nil
            report.talks[0].title = "Tout"
            report.talks[0].body = SourceRange(100, gold.text.source.utf8.count)
        }
        #expect(scores.summary(.talks)?.counts.predicted == 1)
        #expect((scores.summary(.talks)?.counts.matched ?? 2) <= 1)
    }

    // MARK: - Empty sides

    @Test func emptySides() throws {
        let gold = try GoldSamples.resolved()
        let missing = try Scores(gold: [gold], system: [])
        #expect(missing.withoutRecord == [GoldSamples.name])
        #expect(counts(missing, .cues) == [0, 0, 8])
        #expect(missing.value(.cues) == 0)
        #expect(missing.summary(.cues)?.counts.precision == nil)
        #expect(missing.value(.kinds) == nil)
        let empty = try GoldSamples.resolved(ResolvedGoldTests.emptyJSON, report: "")
        let nothing = try Scores(gold: [empty], system: [])
        for summary in nothing.summaries() { #expect(summary.value == nil, "\(summary.layer)") }
        let spurious = try Scores(
            gold: [empty],
            system: [
                {
                    var report = Report(gold)
                    report.source.id = "folder/a.md"
                    return report
                }()
            ])
        #expect(spurious.withoutRecord == [])
        #expect(counts(spurious, .persons) == [0, 4, 0])
        #expect(spurious.value(.persons) == 0)
        let strangers = try Scores(gold: [empty], system: [Report(gold)])
        #expect(strangers.strangers == [GoldSamples.name])
    }

    @Test func intervalsHoldTheValueAndRepeat() throws {
        let gold = try GoldSamples.resolved()
        let documents = try (0..<12).map { index in
            var annotation = gold.annotation
            annotation.document = "\(index).md"
            return try ResolvedGold(annotation, in: gold.text)
        }
        let reports = documents.enumerated().map { index, gold in
            var report = Report(gold)
            if index % 3 == 0 { report.cues = [] }
            return report
        }
        let summary = try #require(try Scores(gold: documents, system: reports).summary(.cues))
        let interval = try #require(summary.interval)
        let value = try #require(summary.value)
        #expect(interval.contains(value) && interval.lowerBound < value && value < interval.upperBound)
        #expect(try Scores(gold: documents, system: reports).summary(.cues) == summary)
        // Eight documents at 1, four with 5 of 8 found.
        let mean = try #require(summary.documentMean)
        #expect(abs(mean - (8 + 4 * (2 * 5.0 / 13)) / 12) < 1e-9)
        let same = Comparison(
            try Scores(gold: documents, system: reports), try Scores(gold: documents, system: reports))
        #expect(same.changes.allSatisfy { ($0.difference ?? 0) == 0 && !$0.isClear })
        #expect(same.mended.isEmpty && same.broken.isEmpty)
        let better = Comparison(
            try Scores(gold: documents, system: reports),
            try Scores(gold: documents, system: documents.map(Report.init)))
        let change = try #require(better.changes.first { $0.layer == .cues })
        #expect(change.isClear && (change.difference ?? 0) > 0 && (change.chance ?? 1) < 0.05)
        #expect(better.mended.count == 12 && better.broken.isEmpty)
        #expect(better.text(examples: 1).contains("better"))
    }
}
