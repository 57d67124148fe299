import RecordWriters
import TextModel

/// The rows of one report, made apart from the database, so that several workers can make them at once.
public struct ReportRows: Sendable {
    /// The key: `record_id`, or for a document without id the beginning of its hash.
    public let recordID: String
    private(set) var rows: [DatabaseTable: [[Cell]]] = [:]
    private let offsets: OffsetConverter

    /// - Parameter offsets: of the text that the report was made from, in the wanted unit.
    public init(_ report: Report, offsets: OffsetConverter) {
        recordID = report.recordID ?? String(report.source.sha256.prefix(32))
        self.offsets = offsets
        addReport(report)
        for person in report.persons { add(person) }
        for talk in report.talks { add(talk, of: report) }
        for list in report.lists { add(list, talk: nil) }
        for cue in report.cues { add(cue, talk: nil) }
        for link in report.links { add(link, talk: nil) }
    }

    private mutating func add(_ table: DatabaseTable, _ cells: [Cell]) { rows[table, default: []].append(cells) }

    private func place(_ range: SourceRange?) -> [Cell] {
        guard let range else { return [.null, .null] }
        return [.integer(offsets.offset(ofByte: range.start)), .integer(offsets.offset(ofByte: range.end))]
    }

    private mutating func addReport(_ report: Report) {
        var writer = RecordWriter()
        let line = writer.bytes(of: report, offsets: offsets)
        let stamp = RecordHeader(line: line[...])?.stamp ?? []
        let (source, about, event) = (report.source, report.document, report.event)
        add(
            .reports,
            [
                .text(recordID), Cell(source.id), Cell(source.uri), .text(source.mediaType), .text(source.encoding),
                .integer(source.bytes), .text(source.sha256), Cell(source.extra), Cell(about.title),
                Self.array(about.authors), Cell(about.published?.description), Cell(about.publishedSource),
                Cell(about.url), Cell(about.language), Self.array(about.tags), Cell(event.name), Cell(event.edition),
                Cell(event.place), Cell(event.startDate?.description), Cell(event.endDate?.description),
                Cell(event.period), Cell(event.dateSource?.rawValue), .text(offsets.unit.rawValue),
                .text(String(decoding: stamp, as: UTF8.self)), .text(String(decoding: line.dropLast(), as: UTF8.self)),
            ])
    }

    private mutating func add(_ person: Report.Person) {
        add(
            .persons,
            [
                .text(recordID), .text(person.id), .text(person.name), Cell(person.givenName),
                Cell(person.familyName), Self.array(person.handles), Cell(person.affiliation),
                Self.array(person.roles.map(\.rawValue)), .integer(person.mentions.count),
            ])
    }

    private mutating func add(_ talk: Report.Talk, of report: Report) {
        let heading = report.sections.first { $0.id == talk.sectionID && talk.sectionID != nil }?.heading.text
        add(
            .talks,
            [
                .text(recordID), .text(talk.id), .integer(talk.ordinal), .text(talk.kind.rawValue), Cell(talk.title),
                Cell(talk.titleSource?.rawValue), Cell(heading), .text(talk.attendance.rawValue),
                .text(talk.speakerStatus.rawValue), .text(talk.reception.polarity.rawValue), Cell(talk.url),
            ] + place(talk.body))
        for (index, speaker) in talk.speakers.enumerated() {
            add(
                .speakers,
                [
                    .text(recordID), .text(talk.id), .integer(index + 1), Cell(speaker.personID), Cell(speaker.name),
                    Cell(speaker.unnamedReason?.rawValue), .text(speaker.rule),
                ] + place(speaker.span?.range))
        }
        for list in talk.lists { add(list, talk: talk.id) }
        for cue in talk.cues { add(cue, talk: talk.id) }
        for link in talk.links { add(link, talk: talk.id) }
    }

    private mutating func add(_ list: Report.BulletList, talk: String?) {
        for item in list.items {
            add(
                .bullets,
                [
                    .text(recordID), Cell(talk), .text(list.id), .text(item.id), Cell(item.parentID),
                    .integer(item.depth), .integer(list.ordered ? 1 : 0), .text(item.marker), Cell(list.intro?.text),
                    .text(item.span.text),
                ] + place(item.span.range))
        }
    }

    private mutating func add(_ cue: Report.Cue, talk: String?) {
        add(
            .cues,
            [
                .text(recordID), Cell(talk), .text(cue.id), .text(cue.span.text), .text(cue.polarity.rawValue),
                .integer(cue.strength), .integer(cue.negated ? 1 : 0), .text(cue.holder.rawValue),
                Cell(cue.holderPersonID), .text(cue.target.rawValue), .text(cue.rule),
            ] + place(cue.span.range))
    }

    private mutating func add(_ link: Report.Link, talk: String?) {
        add(
            .links,
            [.text(recordID), Cell(talk), .text(link.kind.rawValue), .text(link.url), .text(link.span.text)]
                + place(link.span.range))
    }

    /// A JSON array of texts.
    private static func array(_ texts: [String]) -> Cell {
        var json = JSONWriter()
        json.beginArray()
        for text in texts { json.add(text) }
        json.endArray()
        return .text(String(decoding: json.bytes, as: UTF8.self))
    }
}
