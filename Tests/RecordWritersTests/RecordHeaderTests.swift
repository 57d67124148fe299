import Causerie
import RecordWriters
import Testing
import TextModel

struct RecordHeaderTests {
    private func line(id: String?, fileName: String? = nil, unit: OffsetUnit = .utf8) throws -> [UInt8] {
        let input = DocumentInput(
            Array("# Le cap\n\nUn talk très clair.\n".utf8), id: id, uri: "https://e.fr/\"a\"\\", fileName: fileName)
        let source = SourceText(utf8: input.bytes, encoding: "utf-8", evidence: .valid)
        var writer = RecordWriter()
        return writer.bytes(of: try Analyzer().report(on: input), offsets: OffsetConverter(source, unit: unit))
    }

    @Test(arguments: ["a", "un « id » \"avec\" \\ et }", "sha256", ""]) func itReadsWhatWasWritten(id: String) throws {
        let input = DocumentInput(Array("# Le cap\n\nUn talk très clair.\n".utf8), id: id)
        let header = try #require(RecordHeader(line: line(id: id)[...]))
        #expect(header.recordID == input.recordID)
        #expect(header.sha256 == input.sha256)
    }

    @Test func aRecordWithoutID() throws {
        let header = try #require(RecordHeader(line: line(id: nil)[...]))
        #expect(header.recordID == nil)
    }

    @Test func theStampTellsUnitAndProducer() throws {
        let stamp = try #require(RecordHeader(line: line(id: "a")[...])).stamp
        #expect(try RecordHeader(line: line(id: "b")[...])?.stamp == stamp)
        #expect(try RecordHeader(line: line(id: "a", unit: .utf16)[...])?.stamp != stamp)
        #expect(String(decoding: stamp, as: UTF8.self).contains(Analyzer.version))
    }

    /// However a line is torn, it is a header or none, and never a trap.
    @Test func tornLines() throws {
        let line = try line(id: "a")
        let whole = try #require(RecordHeader(line: line[...]))
        for end in 0..<line.count {
            let header = RecordHeader(line: line[..<end])
            #expect(header == nil || header == whole)
        }
        #expect(RecordHeader(line: line[1...]) == nil)
        #expect(RecordHeader(line: line.map { $0 == UInt8(ascii: "1") ? UInt8(ascii: "9") : $0 }[...]) == nil)
    }
}
