import Causerie
import TestSupport
import Testing
import TextModel

struct ReportTests {
    private func source(of bytes: [UInt8], fileName: String? = nil, id: String? = nil) throws -> Report {
        try Analyzer().report(on: DocumentInput(bytes, id: id, fileName: fileName))
    }

    /// The examples of FIPS 180-4's predecessor (appendix B), and lengths around the edges of a block.
    @Test(arguments: [
        ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            1, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
        ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
        ("a", 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
        ("a", 56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
        ("a", 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    ])
    func theHashIsThatOfTheBytes(_ text: String, _ count: Int, _ hash: String) throws {
        let report = try source(of: Array(String(repeating: text, count: count).utf8))
        #expect(report.source.sha256 == hash)
    }

    @Test(
        arguments: [
            (nil, nil, nil), ("a.md", nil, "a.md"), ("/some/where/a.md", nil, "a.md"),
            ("a.md", "https://x/1", "https://x/1"),
        ] as [(String?, String?, String?)])
    func theIDIsTheContainersOrTheFilesNameAndNoPath(_ fileName: String?, _ id: String?, _ expected: String?) throws {
        let report = try source(of: Array("Texte.".utf8), fileName: fileName, id: id)
        #expect(report.source.id == expected)
        #expect((report.recordID == nil) == (expected == nil))
    }

    @Test func theRecordsIDDependsOnTheSourcesIDAlone() throws {
        let first = try source(of: Array("Un.".utf8), fileName: "x/a.md").recordID
        #expect(try source(of: Array("Deux.".utf8), id: "a.md").recordID == first)
        #expect(try source(of: Array("Un.".utf8), fileName: "b.md").recordID != first)
        #expect(first == "fecccc97532467adbf93017b357c8b17")
    }

    @Test func theCallersDateIsStrongerThanTheDocuments() throws {
        let day = try #require(CalendarDate(year: 2023, month: 9, day: 7))
        let text = "---\ndate: 2020-01-01\n---\nTexte."
        let own = try Analyzer().report(on: text, format: .markdown).document
        #expect(own.published?.description == "2020-01-01" && own.publishedSource == "front_matter")
        let given = try Analyzer().report(on: text, format: .markdown, published: day).document
        #expect(given.published == day && given.publishedSource == "caller")
    }

    @Test func theProducerIsNamed() throws {
        let producer = try source(of: []).producer
        #expect(producer.name == "causerie" && producer.version == Analyzer.version)
        #expect(producer.lexiconsDigest.count == 16)
    }

    @Test func whatDecodingHadToSayIsAWarning() throws {
        #expect(try source(of: [0xE9, 0x74, 0xE9]).warnings.map(\.code).contains("encoding_guessed"))
        #expect(throws: AnalysisError.self) { try source(of: [0x61, 0, 0x62]) }
    }

    /// In any order and from many tasks at once, each document has the same record.
    @Test func theOrderOfDocumentsChangesNothing() async throws {
        let analyzer = try Analyzer()
        let inputs = try Texts.corpus().map { DocumentInput($0.bytes, fileName: $0.name) }
        let alone = try inputs.map { try Analyzer().report(on: $0) }
        var generator = SeededGenerator(seed: 4)
        let order = (0..<10).flatMap { _ in Array(inputs.indices) }.shuffled(using: &generator)
        try await withThrowingTaskGroup(of: (Int, Report).self) { group in
            for index in order { group.addTask { (index, try analyzer.report(on: inputs[index])) } }
            for try await (index, report) in group { #expect(report == alone[index]) }
        }
    }
}
