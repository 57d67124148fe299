import Foundation
import GRDB
import RecordDatabase
import RecordWriters
import TestSupport
import Testing
import TextModel

struct RecordDatabaseTests {
    /// A file that is there for the length of a test.
    private struct Place {
        private let folder: TemporaryFolder
        var path: String { folder.path("reports.sqlite") }

        init() throws { folder = try TemporaryFolder() }

        /// The first column of a query, as texts.
        func values(_ sql: String) throws -> [String] {
            try DatabaseQueue(path: path).read { database in
                try Row.fetchAll(database, sql: sql).map { row in
                    switch (row[0] as DatabaseValue).storage {
                    case .null: "NULL"
                    case .int64(let number): "\(number)"
                    case .string(let text): text
                    case .double, .blob: "?"
                    }
                }
            }
        }
    }

    private let place: Place

    init() throws { place = try Place() }

    private func rows(_ report: Report, _ unit: OffsetUnit = .utf8) -> ReportRows {
        ReportRows(report, offsets: OffsetConverter(InventedReport.source, unit: unit))
    }

    private func counts() throws -> [String] {
        try ["reports", "talks", "persons", "speakers", "bullets", "cues", "links"].map { table in
            try place.values("SELECT count(*) FROM \(table)")[0]
        }
    }

    @Test func everythingIsInItsTable() throws {
        let database = try RecordDatabase(place.path)
        try database.write([rows(InventedReport.full)])
        #expect(try counts() == ["1", "3", "2", "3", "4", "5", "1"])
        #expect(
            try place.values("SELECT title FROM talks ORDER BY ordinal") == [
                #"Le cap, à "midi" 🧭"#, "NULL", "Nœuds marins",
            ])
        #expect(
            try place.values(
                """
                SELECT p.affiliation FROM speakers s JOIN persons p USING (record_id, person_id)
                JOIN talks t ON t.record_id = s.record_id AND t.talk_id = s.talk_id WHERE t.kind = 'keynote'
                """) == ["Voiles, SARL"])
        #expect(try place.values("SELECT value FROM reports, json_each(reports.tags)") == ["voile", "a \"b\""])
        #expect(
            try place.values(
                "SELECT json_extract(record, '$.talks[0].body.start') = (SELECT body_start FROM talks WHERE ordinal = 1) FROM reports"
            ) == ["1"])
        #expect(try place.values("PRAGMA foreign_key_check").isEmpty)
        #expect(try place.values("PRAGMA user_version") == ["1"])
    }

    /// Column names stand in the schema and in the insertions, in one order.
    @Test func columnsAreThoseOfTheRecord() throws {
        _ = try RecordDatabase(place.path)
        #expect(
            try place.values("SELECT name FROM pragma_table_info('links')") == [
                "id", "record_id", "talk_id", "kind", "url", "text", "span_start", "span_end",
            ])
    }

    @Test(arguments: [
        ("talks", "title", "cap"), ("talks", "title", "noeuds OR nœuds"), ("bullets", "text", "quatre"),
        ("bullets", "text", "\"sous point\""), ("reports", "title", "recit"),
    ])
    func wordsAreFoundWithoutAccents(_ table: String, _ column: String, _ query: String) throws {
        try RecordDatabase(place.path).write([rows(InventedReport.full)])
        let found = try place.values(
            """
            SELECT \(table).\(column) FROM \(table)_search JOIN \(table) ON \(table).id = \(table)_search.rowid
            WHERE \(table)_search MATCH '\(query)'
            """)
        #expect(found.count == 1)
    }

    @Test func aSecondRecordReplacesTheFirst() throws {
        let database = try RecordDatabase(place.path)
        try database.write([rows(InventedReport.full)])
        try database.write([rows(InventedReport.full)])
        #expect(try counts() == ["1", "3", "2", "3", "4", "5", "1"])
        var changed = InventedReport.full
        changed.talks = [changed.talks[2]]
        changed.talks[0].title = "Voilure"
        try database.write([rows(changed)])
        #expect(try counts() == ["1", "1", "2", "0", "1", "2", "0"])
        #expect(try place.values("SELECT rowid FROM talks_search WHERE talks_search MATCH 'cap'").isEmpty)
        #expect(try place.values("SELECT rowid FROM talks_search WHERE talks_search MATCH 'voilure'").count == 1)
        // Throws where the index and the table differ.
        try DatabaseQueue(path: place.path).write { database in
            try database.execute(sql: "INSERT INTO bullets_search (bullets_search, rank) VALUES ('integrity-check', 1)")
        }
    }

    @Test func aDocumentWithoutIdIsKnownByItsHash() throws {
        let database = try RecordDatabase(place.path)
        try database.write([rows(InventedReport.empty), rows(InventedReport.empty)])
        #expect(try place.values("SELECT record_id FROM reports") == [String(repeating: "ab", count: 16)])
    }

    @Test func whatIsThereIsToldForAnotherRun() throws {
        let database = try RecordDatabase(place.path)
        try database.write([rows(InventedReport.full)])
        let entry = try #require(try RecordDatabase(place.path).entries().first)
        #expect(entry.recordID == InventedReport.full.recordID)
        #expect(entry.sha256 == InventedReport.full.source.sha256)
        #expect(entry.stamp.hasPrefix(#","offset_unit":"utf8","producer":{"#))
    }

    @Test func aBatchIsWrittenWholeOrNotAtAll() throws {
        let database = try RecordDatabase(place.path)
        var faulty = InventedReport.full
        faulty.recordID = String(repeating: "1", count: 32)
        faulty.talks.append(faulty.talks[0])
        #expect(throws: RecordDatabaseError.self) {
            try database.write([rows(InventedReport.full), rows(faulty)])
        }
        #expect(try counts() == ["0", "0", "0", "0", "0", "0", "0"])
    }

    @Test func anotherDatabaseIsLeftAlone() throws {
        try DatabaseQueue(path: place.path).write { try $0.execute(sql: "CREATE TABLE recipes (name TEXT)") }
        #expect(throws: RecordDatabaseError.otherDatabase) { try RecordDatabase(place.path) }
        #expect(try place.values("SELECT name FROM sqlite_schema") == ["recipes"])
    }

    @Test func anotherVersionIsLeftAlone() throws {
        _ = try RecordDatabase(place.path)
        try DatabaseQueue(path: place.path).write { try $0.execute(sql: "PRAGMA user_version = 7") }
        #expect(throws: RecordDatabaseError.otherVersion(7)) { try RecordDatabase(place.path) }
    }

    @Test func aFileThatIsNoDatabaseIsLeftAlone() throws {
        let text = String(repeating: "ce n'est pas une base\n", count: 100)
        try Data(text.utf8).write(to: URL(fileURLWithPath: place.path))
        #expect(throws: RecordDatabaseError.otherDatabase) { try RecordDatabase(place.path) }
        #expect(try String(contentsOfFile: place.path, encoding: .utf8) == text)
    }

    @Test func aFolderThatIsNotThereIsAFailure() {
        #expect {
            try RecordDatabase("/nowhere/at/all.sqlite")
        } throws: { error in
            if case .failed = error as? RecordDatabaseError { true } else { false }
        }
    }
}
