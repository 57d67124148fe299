import Lexicons
import Testing
import TextModel

struct CueWeightsTests {
    private static let header = "# source: us\n# licence: ours\n# columns: "

    private func weights(_ rows: String) throws -> CueWeights {
        try CueWeights(LexiconTable(file: "weights.tsv", text: Self.header + "evidence\tweight\n" + rows))
    }

    private func targets(_ rows: String) throws -> CueTargetWeights {
        try CueTargetWeights(
            LexiconTable(
                file: "targets.tsv", text: Self.header + "evidence\ttalk\tevent\ttopic\tself\tother\n" + rows))
    }

    @Test(arguments: [
        ([CueEvidence](), -100), ([.free], -60), ([.predicate], -90), ([.free, .predicate], 150),
        ([.free, .predicate, .asked], 150),
    ])
    func whatIsThereIsAddedUp(evidence: [CueEvidence], sum: Int) throws {
        let weights = try weights("always\t-100\nfree\t40\npredicate\t10\nfree+predicate\t200\n")
        #expect(weights.sum(of: CueEvidenceSet(evidence.map { CueEvidenceSet($0) })) == sum)
    }

    @Test(arguments: [
        ("freed\t1\n", "evidence"), ("free+\tmuch\n", "number"), ("free+ask\t1\n", "evidence"),
    ])
    func aFaultIsNamed(rows: String, part: String) {
        #expect {
            try weights(rows)
        } throws: { error in
            (error as? LexiconError).map { $0.line == 4 && $0.message.contains(part) } ?? false
        }
    }

    @Test(arguments: [
        // What the nouns around make it seem decides unless more speaks against it.
        ([CueEvidence](), CueTarget.talk, [CueTarget](), CueTarget.talk), ([], .event, [], .event),
        ([.topicSaid], .talk, [], .topic), ([.topicSaid], .event, [], .event),
        // An entry may admit some only.
        ([.topicSaid], .talk, [.talk, .event], .talk), ([.topicSaid], .talk, [.own], .own),
    ])
    func theHighestSumIsTheTarget(
        evidence: [CueEvidence], seeming: CueTarget, allowed: [CueTarget], target: CueTarget
    ) throws {
        let weights = try targets("of_talk\t50\t0\t0\t0\t0\nof_event\t0\t90\t0\t0\t0\ntopic_said\t0\t0\t80\t0\t0\n")
        let evidence = CueEvidenceSet(evidence.map { CueEvidenceSet($0) })
        #expect(weights.target(of: evidence, seeming: seeming, among: allowed) == target)
    }

    @Test func aRowOfTargetsHasFiveNumbers() {
        #expect(throws: LexiconError.self) { try targets("free\t1\t2\t3\t4\tmuch\n") }
    }

    @Test func theNamesOfEvidenceDiffer() {
        #expect(Set(CueEvidence.allCases.map(\.name)).count == CueEvidence.allCases.count)
        #expect(CueEvidence.allCases.count <= 64)
        #expect(CueEvidence.talkSaid.name == "talk_said")
    }

    @Test func theListsInTheBinaryAreSound() throws {
        _ = try CueWeights()
        _ = try CueTargetWeights()
    }
}
