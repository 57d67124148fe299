import Foundation
import RecordWriters
import TestSupport
import Testing
import TextModel

struct RecordSchemaTests {
    /// A schema that was published is never changed: another schema is another version.
    ///
    /// For a new version, raise `Report.schemaVersion` and run `make schema`; the older files stay.
    @Test func theSchemaOfThisVersionIsTheOneInTheRepository() throws {
        let file = Texts.package.appending(path: "Schema/report.v\(Report.schemaVersion).json")
        let published = try String(contentsOf: file, encoding: .utf8)
        #expect(String(decoding: RecordSchema.json, as: UTF8.self) == published)
    }

    @Test func theSchemaIsJSONAndEveryReferenceHasItsDefinition() throws {
        let schema = try #require(
            JSONSerialization.jsonObject(with: Data(RecordSchema.json)) as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: Any])
        let text = String(decoding: RecordSchema.json, as: UTF8.self)
        let references = Set(text.matches(of: /"#\/\$defs\/([a-z]+)"/).map { String($0.output.1) })
        #expect(references == Set(definitions.keys))
    }

    @Test func duckDBHasAColumnForEveryMember() throws {
        let schema = try #require(
            JSONSerialization.jsonObject(with: Data(RecordSchema.json)) as? [String: Any])
        let members = try #require(schema["required"] as? [String])
        let columns = RecordSchema.duckDBColumns.split(separator: "\n").dropFirst().dropLast()
            .map { String($0.drop { $0 == " " }.prefix { $0 != ":" }) }
        #expect(columns == members)
    }
}
