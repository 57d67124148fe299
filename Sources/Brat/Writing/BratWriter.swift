import JSON
import TextModel

/// Writes a report as stand-off annotations for the brat annotation tool (https://brat.nlplab.org/standoff.html): the
/// decoded source as `NAME.txt`, and what the record says of it as `NAME.ann`.
///
/// What the record knows and no place shows, such as a date that was worked out, stands in notes, as JSON.
/// ``GoldFromBrat`` reads both back.
public struct BratWriter: Sendable {
    public struct Files: Equatable, Sendable {
        /// With `/` between folders; `.txt` and `.ann` come after it.
        public var path: String
        public var text: [UInt8]
        public var annotations: [UInt8]
    }

    public init() {}

    /// - Parameters:
    ///   - source: what the report's spans point into.
    ///   - document: the blocks of `source`.
    public func files(of report: Report, source: SourceText, document: Document) -> Files {
        let name = BratFileName(
            id: report.source.id, fallback: String(report.source.sha256.prefix(16)), format: document.format)
        var annotations = ReportAnnotations(report, PlacedText(source: source, document: document))
        annotations.addAll()
        return Files(path: name.path, text: source.utf8, annotations: Array(annotations.lines.text.utf8))
    }
}

/// The annotations of one report while they are made.
private struct ReportAnnotations {
    private let report: Report
    private let placed: PlacedText
    private(set) var lines: AnnotationLines
    private var headings: [String: String] = [:]
    /// The first mention of each person, and the annotation of each range that is one.
    private var persons: [String: String] = [:]
    private var mentions: [String: [SourceRange: String]] = [:]
    /// Persons without a place.
    private var unplaced: [JSONValue] = []

    init(_ report: Report, _ placed: PlacedText) {
        self.report = report
        self.placed = placed
        lines = AnnotationLines(of: placed.source)
    }

    mutating func addAll() {
        for section in report.sections {
            guard let id = add(.heading, section.heading) else { continue }
            lines.add(.role, section.role.rawValue, on: id)
            headings[section.id] = id
        }
        for person in report.persons { add(person) }
        for talk in report.talks { add(talk) }
        for list in report.lists { _ = add(list) }
        for cue in report.cues { _ = add(cue) }
        for link in report.links { _ = add(link) }
        for evidence in report.event.evidence { _ = add(.evidence, evidence) }
        addReport()
    }

    /// A piece of text, with a note where the record has another text than the place.
    private mutating func add(_ type: BratType, _ span: Report.Span, as text: String? = nil) -> String? {
        guard let id = lines.add(type, span.range) else { return nil }
        let text = PlacedText.squeezed(text ?? span.text)
        if text != placed.text(of: span.range) { lines.addNote([.init("text", .string(text))], on: id) }
        return id
    }

    private mutating func addReport() {
        guard let line = placed.firstLine, let id = lines.add(.report, line) else { return }
        let (about, event) = (report.document, report.event)
        let author = about.authors.isEmpty ? nil : about.authors.joined(separator: ", ")
        var note: [JSONValue.Member] = [
            .init("format", .string(placed.document.format.rawValue)),
            .init("title", .string(about.title)),
            .init("author", .string(author)),
            .init("published", .string(about.published?.description)),
            .init(
                "event",
                .object([
                    "name": .string(event.name), "edition": .string(event.edition), "place": .string(event.place),
                    "start_date": .string(event.startDate?.description),
                    "end_date": .string(event.endDate?.description),
                ])),
        ]
        if !unplaced.isEmpty { note.append(.init("persons", .array(unplaced))) }
        lines.addNote(note, on: id)
    }

    private mutating func add(_ person: Report.Person) {
        var ids: [String] = []
        var texts: [String] = []
        for mention in person.mentions {
            guard let id = add(.person, mention.span) else { continue }
            ids.append(id)
            texts.append(PlacedText.squeezed(mention.span.text))
            mentions[person.id, default: [:]][mention.span.range] = id
        }
        guard let first = ids.first else {
            unplaced.append(
                .object([
                    "name": .string(person.name), "roles": .array(person.roles.map { .string($0.rawValue) }),
                ]))
            return
        }
        persons[person.id] = first
        for role in person.roles { lines.add(.role(role), on: first) }
        lines.addEquivalence(ids)
        if MentionedPerson.name(of: texts) != person.name {
            lines.addNote([.init("name", .string(person.name))], on: first)
        }
    }

    private mutating func add(_ talk: Report.Talk) {
        var arguments: [(BratArgument, String)] = []
        var note: [JSONValue.Member] = []
        let opening = talk.body.flatMap { placed.opening(of: $0, words: 8) }
        let heading = talk.sectionID.flatMap { headings[$0] }
        if let heading { arguments.append((.heading, heading)) }
        var hasTitle = false
        if let span = talk.titleSpan, let title = talk.title, let id = add(.title, span, as: title) {
            arguments.append((.title, id))
            hasTitle = true
        }
        if let title = talk.title, !hasTitle { note.append(.init("title", .string(title))) }
        var unnamed = 0
        var others: [JSONValue] = []
        for speaker in talk.speakers {
            guard let name = speaker.name else {
                unnamed += 1
                continue
            }
            let person = speaker.personID ?? ""
            if let id = speaker.span.flatMap({ mentions[person]?[$0.range] }) ?? persons[person] {
                arguments.append((.speaker, id))
            } else {
                others.append(.string(name))
            }
        }
        if unnamed > 0 { note.append(.init("unnamed_speakers", .number(unnamed))) }
        if !others.isEmpty { note.append(.init("speakers", .array(others))) }
        for list in talk.lists { if let id = add(list) { arguments.append((.list, id)) } }
        for cue in talk.cues { if let id = add(cue) { arguments.append((.cue, id)) } }
        for link in talk.links { if let id = add(link) { arguments.append((.link, id)) } }
        let section = report.sections.first { $0.id == talk.sectionID && talk.sectionID != nil }
        let places = [
            opening, talk.titleSpan?.range, section?.heading.range, talk.speakers.compactMap(\.span).first?.range,
            placed.firstLine,
        ]
        var trigger: String?
        for place in places where trigger == nil { trigger = place.flatMap { lines.add(.talk, $0) } }
        guard let trigger else { return }
        let id = lines.add(.talk, trigger: trigger, arguments)
        lines.add(.kind, talk.kind.rawValue, on: id)
        lines.add(.attendance, talk.attendance.rawValue, on: id)
        lines.add(.reception, talk.reception.polarity.rawValue, on: id)
        if opening == nil { lines.add(.untold, on: id) }
        lines.addNote(note, on: id)
    }

    private mutating func add(_ list: Report.BulletList) -> String? {
        var arguments: [(BratArgument, String)] = []
        if let intro = list.intro, let id = add(.intro, intro) { arguments.append((.intro, id)) }
        var trigger: String?
        for item in list.items {
            if trigger == nil {
                trigger = add(.list, item.span)
            } else if let id = add(.item, item.span) {
                arguments.append((.item, id))
            }
        }
        return trigger.map { lines.add(.list, trigger: $0, arguments) }
    }

    private mutating func add(_ cue: Report.Cue) -> String? {
        guard let id = add(.cue, cue.span) else { return nil }
        lines.add(.polarity, cue.polarity.rawValue, on: id)
        lines.add(.target, cue.target.rawValue, on: id)
        lines.add(.holder, cue.holder.rawValue, on: id)
        lines.add(.strength, "\(cue.strength)", on: id)
        if cue.negated { lines.add(.negated, on: id) }
        return id
    }

    private mutating func add(_ link: Report.Link) -> String? {
        guard let id = lines.add(.link, link.span.range) else { return nil }
        lines.add(.linkKind, link.kind.rawValue, on: id)
        lines.addNote([.init("url", .string(link.url))], on: id)
        return id
    }
}
