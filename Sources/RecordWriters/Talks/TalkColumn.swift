import TextModel

/// A column of the table of talks: its name, and what stands in it for a talk.
struct TalkColumn: Sendable {
    /// A talk with what its row tells of the report around it.
    struct Talk {
        let talk: Report.Talk
        let report: Report
        let offsets: OffsetConverter
    }

    let name: StaticString
    let cell: @Sendable (Talk) -> Cell

    init(_ name: StaticString, _ cell: @escaping @Sendable (Talk) -> Cell) {
        self.name = name
        self.cell = cell
    }

    /// All columns, in the order of the row.
    static let all: [TalkColumn] = [
        TalkColumn("record_id") { Cell($0.report.recordID) },
        TalkColumn("source_id") { Cell($0.report.source.id) },
        TalkColumn("report_title") { Cell($0.report.document.title) },
        TalkColumn("report_authors") { list($0.report.document.authors) },
        TalkColumn("report_url") { Cell($0.report.document.url ?? $0.report.source.uri) },
        TalkColumn("published") { Cell($0.report.document.published?.description) },
        TalkColumn("event_name") { Cell($0.report.event.name) },
        TalkColumn("event_edition") { Cell($0.report.event.edition) },
        TalkColumn("event_place") { Cell($0.report.event.place) },
        TalkColumn("event_start_date") { Cell($0.report.event.startDate?.description) },
        TalkColumn("event_end_date") { Cell($0.report.event.endDate?.description) },
        TalkColumn("event_period") { Cell($0.report.event.period) },
        TalkColumn("talk_id") { .text($0.talk.id) },
        TalkColumn("ordinal") { .integer($0.talk.ordinal) },
        TalkColumn("kind") { .text($0.talk.kind.rawValue) },
        TalkColumn("title") { Cell($0.talk.title) },
        TalkColumn("heading") { row in
            Cell(row.report.sections.first { $0.id == row.talk.sectionID && row.talk.sectionID != nil }?.heading.text)
        },
        TalkColumn("attendance") { .text($0.talk.attendance.rawValue) },
        TalkColumn("speakers") { list($0.talk.speakers.compactMap(\.name)) },
        TalkColumn("unnamed_speakers") { row in .integer(row.talk.speakers.count { $0.name == nil }) },
        TalkColumn("speaker_status") { .text($0.talk.speakerStatus.rawValue) },
        TalkColumn("reception") { .text($0.talk.reception.polarity.rawValue) },
        TalkColumn("positive_cues") { .integer($0.talk.reception.positiveCueIDs.count) },
        TalkColumn("negative_cues") { .integer($0.talk.reception.negativeCueIDs.count) },
        TalkColumn("bullets") { row in .integer(row.talk.lists.reduce(0) { $0 + $1.items.count }) },
        TalkColumn("url") { Cell($0.talk.url) },
        TalkColumn("slides_url") { link(.slides, of: $0.talk) },
        TalkColumn("video_url") { link(.video, of: $0.talk) },
        TalkColumn("body_start") { row in row.talk.body.map { offset($0.start, row) } ?? .null },
        TalkColumn("body_end") { row in row.talk.body.map { offset($0.end, row) } ?? .null },
    ]

    /// One cell for several texts, which `; ` separates; null for none.
    private static func list(_ texts: [String]) -> Cell {
        texts.isEmpty ? .null : .text(texts.joined(separator: "; "))
    }

    /// The first of a kind.
    private static func link(_ kind: LinkKind, of talk: Report.Talk) -> Cell {
        Cell(talk.links.first { $0.kind == kind }?.url)
    }

    private static func offset(_ byte: Int, _ row: Talk) -> Cell { .integer(row.offsets.offset(ofByte: byte)) }
}
