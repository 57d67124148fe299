import TextModel

/// A record as a summary for people.
struct ReportSummary {
    let style: TextStyle

    func text(of report: Report) -> String {
        var lines = heading(of: report)
        for talk in report.talks {
            lines.append("")
            lines += self.lines(of: talk)
        }
        lines += section("Elsewhere", report.cues.map(cueLine) + report.lists.flatMap(self.lines(of:)))
        lines += section("People", people(of: report))
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Event

    private func heading(of report: Report) -> [String] {
        let event = report.event
        let name = [event.name, event.edition].compactMap(\.self).joined(separator: " ")
        var lines = [style.strong(name.isEmpty ? "Event not named" : oneLine(name))]
        let details = [dates(of: event), event.place].compactMap(\.self)
        if !details.isEmpty { lines[0] += ", " + oneLine(details.joined(separator: ", ")) }
        if let title = report.document.title {
            let authors = report.document.authors.joined(separator: ", ")
            let published = report.document.published.map { ", \($0)" } ?? ""
            lines.append(
                style.faint("“\(oneLine(title))”" + (authors.isEmpty ? "" : " by \(oneLine(authors))") + published))
        }
        if report.talks.isEmpty { lines.append("no talk found") }
        return lines
    }

    private func dates(of event: Report.Event) -> String? {
        guard let start = event.startDate else { return event.period }
        guard let end = event.endDate, end != start else { return start.description }
        return "\(start) to \(end)"
    }

    // MARK: - Talks

    private func lines(of talk: Report.Talk) -> [String] {
        var notes: [String] = []
        if talk.kind != .talk { notes.append(talk.kind.rawValue) }
        if talk.attendance != .attended { notes.append(talk.attendance.rawValue.replacing("_", with: " ")) }
        var first = "\(talk.ordinal). " + style.strong(oneLine(talk.title ?? "(no title)"))
        if !notes.isEmpty { first += "  " + style.faint("[" + notes.joined(separator: ", ") + "]") }
        switch talk.reception.polarity {
        case .positive: first += "  " + style.good("positive")
        case .negative: first += "  " + style.bad("negative")
        case .mixed: first += "  mixed"
        case .unstated: break
        }
        return [first, "   " + speakers(of: talk)]
            + (talk.lists.flatMap(lines(of:)) + talk.cues.map(cueLine)).map { "   " + $0 }
    }

    private func speakers(of talk: Report.Talk) -> String {
        let names = talk.speakers.compactMap(\.name)
        let unnamed = talk.speakers.count - names.count
        var parts = names
        if unnamed > 0 { parts.append("\(unnamed) not named") }
        return parts.isEmpty ? style.faint("speaker not stated") : oneLine(parts.joined(separator: ", "))
    }

    private func lines(of list: Report.BulletList) -> [String] {
        (list.intro.map { [style.faint(oneLine($0.text))] } ?? [])
            + list.items.map {
                String(repeating: "  ", count: min(max(0, $0.depth - 1), 10)) + "• " + oneLine($0.span.text)
            }
    }

    private func cueLine(_ cue: Report.Cue) -> String {
        let mark = cue.polarity == .positive ? style.good("+") : style.bad("−")
        let holder = cue.holder == .author ? "" : ", by another"
        return "\(mark) “\(oneLine(cue.span.text))” " + style.faint("(\(cue.target.rawValue)\(holder))")
    }

    // MARK: - People

    /// Those who gave no talk.
    private func people(of report: Report) -> [String] {
        report.persons.filter { !$0.roles.contains(.speaker) }.map { person in
            let roles = person.roles.map(\.rawValue).joined(separator: ", ")
            return oneLine(person.name) + (roles.isEmpty ? "" : style.faint(" (\(roles))"))
        }
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", style.strong(title)] + lines.map { "   " + $0 }
    }
}
