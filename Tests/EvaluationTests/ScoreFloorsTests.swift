import Evaluation
import Testing

struct ScoreFloorsTests {
    private static let part = ScoreFloors.Part(digest: "d", documents: 3, layers: [.talks: 0.9, .cues: 0.5])

    private func part(_ digest: String, _ layers: [Layer: Double]) -> ScoreFloors.Part {
        .init(digest: digest, documents: 3, layers: layers)
    }

    @Test(
        arguments: [
            ("d", [.talks: 0.9, .cues: 0.5], []), ("d", [.talks: 1, .cues: 0.4996, .lists: 0.1], []),
            ("d", [.talks: 0.9, .cues: 0.499], ["dev: cues fell from 0.500 to 0.499"]),
            ("d", [.talks: 0.9], ["dev: cues has nothing to measure now"]),
            (
                "e", [.talks: 0.9, .cues: 0.6],
                ["dev: texts or gold have changed since the scores were pinned; look, then --update"]
            ),
        ] as [(String, [Layer: Double], [String])])
    func whatFallsIsTold(_ digest: String, _ layers: [Layer: Double], _ problems: [String]) {
        let floors = ScoreFloors(parts: ["dev": Self.part])
        #expect(floors.problems(of: "dev", part(digest, layers)) == problems)
        #expect(floors.problems(of: "test", part(digest, layers)).count == 1)
    }

    @Test func aFileIsReadAsWritten() throws {
        let floors = ScoreFloors(epsilon: 0.002, parts: ["dev": Self.part, "all": part("", [:])])
        #expect(try ScoreFloors(parsing: Array(floors.json.utf8)) == floors)
        #expect(floors.json.split(separator: "\n").count > 10, "a line for each value")
        #expect(throws: GoldFormatError.self) { try ScoreFloors(parsing: Array("{}".utf8)) }
        #expect(throws: GoldFormatError.self) {
            try ScoreFloors(parsing: Array(floors.json.replacing("talks", with: "talk").utf8))
        }
    }

    @Test func theDigestTellsWhatStandsWhere() {
        func digest(_ strings: String...) -> String {
            var digest = ContentDigest()
            for string in strings { digest.add(string.utf8) }
            return digest.text
        }
        #expect(digest("ab", "c") == digest("ab", "c"))
        #expect(Set([digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("c", "ab"), digest()]).count == 5)
        #expect(digest("").count == 16)
    }
}
