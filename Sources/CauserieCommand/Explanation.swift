import Causerie
import Extraction
import TextModel

/// The fields of a record, each with its rule and place, and the candidates that were turned down.
struct Explanation {
    let report: Report
    let findings: Findings
    let analyzed: ReportText
    let style: TextStyle

    init(of analysis: Analysis, style: TextStyle) {
        report = analysis.report
        findings = analysis.findings
        analyzed = analysis.text
        self.style = style
    }

    /// All of the record.
    var text: String {
        var lines = documentLines + eventLines
        for section in report.sections { lines += self.lines(of: section) }
        for position in report.talks.indices { lines += [""] + talkLines(position) }
        lines += part("People", report.persons.indices.flatMap(personLines))
        lines += part(
            "Outside the talks",
            report.lists.flatMap(self.lines(of:)) + report.cues.flatMap { self.lines(of: $0) }
                + report.links.flatMap(self.lines(of:)))
        lines += part("Turned down", rejectionLines { _ in true })
        lines += part(
            "Warnings",
            report.warnings.map { "\($0.code): \($0.message)" + ($0.span.map { "  \(place($0.range))" } ?? "") })
        return lines.joined(separator: "\n") + "\n"
    }

    /// One talk with its heading and its speakers.
    func text(ofTalk position: Int) -> String {
        let talk = report.talks[position]
        let ids = Set(talk.speakers.compactMap(\.personID))
        let finding = findings.talks[position]
        let heading = finding.section.map { findings.sections[$0].range }
        var lines = report.sections.filter { $0.id == talk.sectionID }.flatMap(self.lines(of:)) + talkLines(position)
        lines += part(
            "People", report.persons.indices.filter { ids.contains(report.persons[$0].id) }.flatMap(personLines))
        lines += part(
            "Turned down",
            rejectionLines { rejected in
                heading?.overlaps(rejected) == true || finding.body?.overlaps(rejected) == true
            })
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Parts of the record

    private var documentLines: [String] {
        let metadata = analyzed.document.metadata
        var lines: [String] = []
        func add(_ name: String, _ value: Metadata.Value?) {
            guard let value else { return }
            lines.append(
                row("document.\(name)", value.text, rule: nil, value.range.map { Report.Span($0, value.text) }))
        }
        add("title", metadata.title)
        for author in metadata.authors { add("author", author) }
        if let published = metadata.published {
            lines.append(
                row(
                    "document.published", published.date.description, rule: published.source.rawValue,
                    published.range.map { Report.Span($0, "") }))
        }
        add("url", metadata.url)
        add("language", metadata.language)
        for tag in metadata.tags { add("tag", tag) }
        return lines
    }

    private var eventLines: [String] {
        let event = report.event
        var lines: [String] = []
        func add(_ name: String, _ value: String?, rule: String?) {
            if let value { lines.append(row("event.\(name)", value, rule: rule, nil)) }
        }
        add("name", event.name, rule: event.rule)
        add("edition", event.edition, rule: nil)
        add("place", event.place, rule: nil)
        add("start_date", event.startDate?.description, rule: event.dateSource?.rawValue)
        add("end_date", event.endDate?.description, rule: event.dateSource?.rawValue)
        add("period", event.period, rule: event.dateSource?.rawValue)
        for span in event.evidence { lines.append(row("event.evidence", nil, rule: nil, span)) }
        return lines
    }

    private func lines(of section: Report.Section) -> [String] {
        let talk = section.talkID.map { ", of \($0)" } ?? ""
        return [row("\(section.id).role", section.role.rawValue + talk, rule: section.rule, section.heading)]
    }

    private func talkLines(_ position: Int) -> [String] {
        let talk = report.talks[position]
        let title = talk.title ?? "(no title)"
        var lines = [style.strong("\(talk.id) \(oneLine(title))") + "  " + style.faint(findings.talks[position].rule)]
        func add(_ name: String, _ value: String?, rule: String? = nil, _ span: Report.Span? = nil) {
            lines.append(row("\(talk.id).\(name)", value, rule: rule, span))
        }
        if talk.title != nil { add("title", talk.title, rule: talk.titleSource?.rawValue, talk.titleSpan) }
        add("kind", talk.kind.rawValue)
        add("attendance", talk.attendance.rawValue)
        if let body = talk.body { add("body", place(body)) }
        if let url = talk.url { add("url", url) }
        for speaker in talk.speakers {
            let name = speaker.name ?? "(no name: \(speaker.unnamedReason?.rawValue ?? "not known"))"
            add("speaker", name, rule: speaker.rule, speaker.span)
        }
        add("speaker_status", talk.speakerStatus.rawValue)
        let cues = talk.reception.positiveCueIDs + talk.reception.negativeCueIDs
        add("reception", talk.reception.polarity.rawValue, rule: cues.isEmpty ? nil : cues.joined(separator: ", "))
        lines += talk.lists.flatMap(self.lines(of:)) + talk.cues.flatMap(self.lines(of:))
        lines += talk.links.flatMap(self.lines(of:))
        return lines
    }

    private func personLines(_ position: Int) -> [String] {
        let person = report.persons[position]
        let roles = person.roles.map(\.rawValue).joined(separator: ", ")
        var lines = [row("\(person.id).name", person.name, rule: roles.isEmpty ? nil : roles, nil)]
        if let affiliation = person.affiliation {
            lines.append(row("\(person.id).affiliation", affiliation, rule: nil, nil))
        }
        for (mention, finding) in zip(person.mentions, findings.people[position].mentions) {
            lines.append(row("\(person.id).mention", mention.form.rawValue, rule: finding.rule, mention.span))
        }
        return lines
    }

    private func lines(of list: Report.BulletList) -> [String] {
        let count = "\(list.items.count) items" + (list.ordered ? ", numbered" : "")
        return [row("\(list.id)", count, rule: list.intro == nil ? nil : "intro", list.intro)]
            + list.items.map { row("\(list.id).\($0.id)", nil, rule: nil, $0.span) }
    }

    private func lines(of cue: Report.Cue) -> [String] {
        var value = "\(cue.polarity.rawValue) \(cue.strength), \(cue.target.rawValue), by \(cue.holder.rawValue)"
        if cue.negated { value += ", negated" }
        return [row(cue.id, value, rule: cue.rule, cue.span)]
    }

    private func lines(of link: Report.Link) -> [String] {
        [row("link", "\(link.kind.rawValue) \(link.url)", rule: nil, link.span)]
    }

    private func rejectionLines(where holds: (TextRange) -> Bool) -> [String] {
        findings.rejections.filter { holds($0.range) }.sorted { ($0.range, $0.rule) < ($1.range, $1.rule) }.map {
            row("no \($0.kind.rawValue)", nil, rule: $0.rule, analyzed.span($0.range))
        }
    }

    // MARK: - Layout

    private func part(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", style.strong(title)] + lines
    }

    /// `field: value  [rule]  12–20 “text”`
    private func row(_ field: String, _ value: String?, rule: String?, _ span: Report.Span?) -> String {
        var row = field + ":"
        if let value { row += " " + oneLine(value) }
        if let rule { row += "  " + style.faint("[\(oneLine(rule))]") }
        if let span {
            row += "  " + place(span.range)
            if !span.text.isEmpty { row += " “\(shortened(oneLine(span.text)))”" }
        }
        return row
    }

    private func place(_ range: SourceRange) -> String { "\(range.start)–\(range.end)" }

    private func shortened(_ text: String) -> String { text.count <= 80 ? text : text.prefix(79) + "…" }
}
