import JSON
import RecordWriters
import TestSupport
import Testing
import TextModel

struct TalkTableWriterTests {
    private func rows(_ layout: TalkTableWriter.Layout, _ report: Report, _ unit: OffsetUnit = .utf8) -> String {
        let writer = TalkTableWriter(layout)
        let offsets = OffsetConverter(InventedReport.source, unit: unit)
        return String(decoding: writer.header + writer.bytes(of: report, offsets: offsets), as: UTF8.self)
    }

    /// The cells of a text of CSV, by a reader that knows only RFC 4180; `nil` for an empty field without quotes.
    private func cells(_ csv: String) -> [[String?]] {
        var rows: [[String?]] = []
        var row: [String?] = []
        var field: String?
        var isQuoted = false
        var scalars = Array(csv.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            if isQuoted {
                if scalar != "\"" {
                    field?.unicodeScalars.append(scalar)
                } else if scalars.first == "\"" {
                    scalars.removeFirst()
                    field?.append("\"")
                } else {
                    isQuoted = false
                }
            } else if scalar == "\"" {
                field = ""
                isQuoted = true
            } else if scalar == "," || scalar == "\r" {
                row.append(field)
                field = nil
                if scalar == "\r", scalars.popFirst() == "\n" {
                    rows.append(row)
                    row = []
                }
            } else {
                field = (field ?? "") + String(scalar)
            }
        }
        return rows
    }

    @Test func csvNamesItsColumnsAndHasARowForEachTalk() throws {
        let rows = cells(rows(.csv, InventedReport.full))
        try #require(rows.count == 4)
        #expect(rows[0] == TalkTableWriter.columnNames)
        #expect(rows.allSatisfy { $0.count == TalkTableWriter.columnNames.count })
        let keynote = Dictionary(uniqueKeysWithValues: zip(TalkTableWriter.columnNames, rows[1]))
        #expect(keynote["title"] == #"Le cap, à "midi" 🧭"#)
        #expect(keynote["report_authors"] == "Zoé Aubanel")
        #expect(keynote["heading"] == #"Keynote : Le cap, à "midi" 🧭 – Maud Tessier"#)
        #expect(keynote["event_place"] == .some(nil))
        #expect(keynote["bullets"] == "3")
        #expect(keynote["slides_url"] == "https://voiles.example/cap.pdf")
        let workshop = Dictionary(uniqueKeysWithValues: zip(TalkTableWriter.columnNames, rows[2]))
        #expect(workshop["title"] == .some(nil))
        #expect(workshop["speakers"] == .some(nil))
        #expect(workshop["unnamed_speakers"] == "2")
    }

    @Test(arguments: ["a\nb", "a\r\nb", "a\"b", ",", "", " ", "🎉", "é;è", "\"", "\t"])
    func everyTextComesBack(_ text: String) {
        var report = InventedReport.full
        report.talks[0].title = text
        let title = TalkTableWriter.columnNames.firstIndex(of: "title") ?? 0
        #expect(cells(rows(.csv, report))[1][title] == text)
    }

    @Test func linesHaveTheSameColumnsAndValues() throws {
        let csv = cells(rows(.csv, InventedReport.full, .scalar))
        let lines = rows(.lines, InventedReport.full, .scalar).split(separator: "\n")
        try #require(lines.count == 3)
        for (line, row) in zip(lines, csv.dropFirst()) {
            guard case .object(let members) = try JSONValue(parsing: Array(line.utf8)) else {
                Issue.record("no object: \(line)")
                continue
            }
            #expect(members.map(\.key) == TalkTableWriter.columnNames)
            let values = members.map { member -> String? in
                switch member.value {
                case .string(let text): text
                case .number(let number): "\(Int(number))"
                case .null: nil
                case .bool, .array, .object: "?"
                }
            }
            #expect(values == row)
        }
    }

    @Test func aReportWithoutTalksHasNoRow() {
        #expect(rows(.lines, InventedReport.empty) == "")
        #expect(cells(rows(.csv, InventedReport.empty)) == [TalkTableWriter.columnNames])
    }
}
