import Evaluation
import Testing
import TextModel

struct RecordReaderTests {
    static let source = "é 😀 Ana Pires, très bien.\n"

    private func read(_ file: String) throws -> RecordReader {
        var reader = RecordReader { $0 == "a.md" ? SourceText(Self.source) : nil }
        try reader.read(Array(file.utf8))
        return reader
    }

    @Test(arguments: [("utf8", 8, 17), ("utf16", 5, 14), ("scalar", 4, 13)])
    func offsetsCountWhatTheRecordSays(_ unit: String, _ start: Int, _ end: Int) throws {
        let reader = try read(
            """

            {"source": {"id": "a.md"}, "offset_unit": "\(unit)", "cues": [{"polarity": "positive",
            """.replacing("\n", with: "") + """
                 "span": {"start": \(start), "end": \(end), "text": "Ana Pires"}}]}

                """)
        let cue = try #require(reader.reports.first?.cues.first)
        #expect(SourceText(Self.source)[cue.span.range] == "Ana Pires")
        #expect(reader.unknownKeys == [])
    }

    @Test func aRecordMayHoldLittle() throws {
        let reader = try read(
            """
            {"source": {"id": "a.md"}, "persons": [{"name": "Ana Pires", "note": 1}], "talk": []}
            {"source": {"id": "b.md"}, "talks": [{"title": "Le sel", "speakers": [{"name": "Ana Pires", "note": 1}]}]}

            """)
        #expect(reader.reports.map(\.source.id) == ["a.md", "b.md"])
        #expect(reader.reports[1].talks[0].attendance == .attended)
        #expect(reader.unknownKeys == ["persons[].note", "talk", "talks[].speakers[].note"])
    }

    @Test(arguments: [
        ("\n{}", "line 2: source: null, not an object"), ("{\"source\":{\"id\":\"a\"}", "line 1: an object goes on"),
        (#"{"source":{"id":"a"},"schema":"x"}"#, "line 1: schema: “x”"),
        (#"{"source":{"id":"a"},"schema_version":2}"#, "line 1: schema_version: 2"),
        (
            #"{"source":{"id":"a"},"cues":[{"span":{"start":3,"end":2},"polarity":"positive"}]}"#,
            "line 1: cues[1].span.end"
        ),
        (
            #"{"source":{"id":"a"},"cues":[{"span":{"start":-3,"end":2},"polarity":"positive"}]}"#,
            "line 1: cues[1].span.start"
        ),
        (#"{"source":{"id":"a"},"cues":[{"span":{"text":"x"}}]}"#, "line 1: cues[1].polarity"),
        (#"{"source":{"id":"a"},"talks":[{"kind":"x"}]}"#, "line 1: talks[1].kind: “x” is none of"),
    ])
    func aFaultIsNamed(_ file: String, _ message: String) {
        #expect {
            _ = try read(file)
        } throws: {
            String(describing: $0).hasPrefix(message)
        }
    }

    /// Spans without offsets are compared by their text, and those beyond the source do no harm.
    @Test func textsStandForPlaces() throws {
        let gold = try GoldSamples.resolved()
        func counts(_ span: String) throws -> Int? {
            let reader = try read(
                """
                {"source": {"id": "\(GoldSamples.name)"}, "cues": [{"polarity": "positive", "span": \(span)}]}
                """)
            return try Scores(gold: [gold], system: reader.reports).summary(.cues)?.counts.matched
        }
        #expect(try counts(#"{"text": "j’ai adoré"}"#) == 1)
        #expect(try counts(#"{"text": "j’ai haï"}"#) == 0)
        #expect(try counts(#"{"start": 4000000, "end": 4000010, "text": "rien"}"#) == 0)
    }
}
