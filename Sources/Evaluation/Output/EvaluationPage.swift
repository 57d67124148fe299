import TextModel

/// One page of HTML that needs nothing else: the scores, and each document with gold and system side by side.
public struct EvaluationPage: Sendable {
    private let scores: Scores
    private let gold: [ResolvedGold]

    /// - Parameter gold: what the scores are made with.
    public init(_ scores: Scores, gold: [ResolvedGold]) {
        self.scores = scores
        self.gold = gold
    }

    public var html: String {
        var page = Self.head
        page += "<h1>Evaluation</h1>\n" + scoreTable + filters
        let outcomes = Dictionary(grouping: scores.outcomes, by: \.document)
        for document in gold { page += section(document, outcomes[document.annotation.document] ?? []) }
        return page + "<script>\(Self.script)</script>\n</body></html>\n"
    }

    private var scoreTable: String {
        let report = ScoreReport(scores)
        var table = "<p>\(report.documentCount) documents</p>\n<table class=\"scores\">"
        for (index, row) in report.cells.enumerated() {
            let tag = index == 0 ? "th" : "td"
            table += "<tr>" + row.map { "<\(tag)>\(Self.escaped($0))</\(tag)>" }.joined() + "</tr>\n"
        }
        return table + "</table>\n"
    }

    private var filters: String {
        let kinds = Outcome.Kind.allCases.map { kind in
            let checked = kind == .right ? "" : " checked"
            return "<label class=\"\(kind.rawValue)\"><input type=\"checkbox\" name=\"kind\" value=\"\(kind.rawValue)\""
                + "\(checked)> \(kind.rawValue)</label>"
        }
        let layers = Layer.allCases.filter { layer in scores.outcomes.contains { $0.layer == layer } }.map { layer in
            "<label><input type=\"checkbox\" name=\"layer\" value=\"\(layer.rawValue)\" checked> \(layer.rawValue)</label>"
        }
        return "<form>\(kinds.joined(separator: " "))<br>\n<button type=\"button\" id=\"none\">no layer</button> "
            + "<button type=\"button\" id=\"all\">all layers</button> \(layers.joined(separator: " "))</form>\n"
    }

    private func section(_ document: ResolvedGold, _ outcomes: [Outcome]) -> String {
        let name = document.annotation.document
        var section = "<details><summary>\(Self.escaped(name)) <span>\(outcomes.count(where: \.isMistake)) mistakes"
        section += "</span></summary>\n<table class=\"outcomes\">"
        section += "<tr><th>layer</th><th>gold</th><th>system</th><th>rule</th></tr>\n"
        for outcome in outcomes { section += Self.row(outcome) }
        section += "</table>\n<div class=\"texts\">"
        section += MarkedText(document.text, Self.marks(of: document)).html
        if let report = scores.records[name] {
            section += MarkedText(document.text, Self.marks(of: report, in: document.text)).html
        }
        return section + "</div></details>\n"
    }

    private static func row(_ outcome: Outcome) -> String {
        func cell(_ text: String?, _ detail: String?) -> String {
            guard let text else { return "<td></td>" }
            let note = detail.flatMap { $0 == text ? nil : " <i>\(escaped($0))</i>" } ?? ""
            return "<td>\(escaped(text))\(note)</td>"
        }
        let isGold = outcome.kind != .spurious
        let system: String
        switch outcome.kind {
        case .missed: system = "<td></td>"
        case .spurious: system = cell(outcome.text, outcome.found)
        case .right, .wrong: system = cell(outcome.found ?? "—", nil)
        }
        return "<tr class=\"\(outcome.kind.rawValue)\" data-kind=\"\(outcome.kind.rawValue)\""
            + " data-layer=\"\(outcome.layer.rawValue)\"><td>\(outcome.layer.rawValue)</td>"
            + cell(isGold ? outcome.text : nil, outcome.expected) + system + cell(outcome.rule, nil) + "</tr>\n"
    }

    private static func marks(of gold: ResolvedGold) -> [MarkedText.Mark] {
        var marks: [MarkedText.Mark] = []
        func add(_ place: TextRange?, _ kind: String, _ note: String) {
            if let place { marks.append(.init(place: place, kind: kind, note: note)) }
        }
        for (section, place) in zip(gold.annotation.sections, gold.headings) {
            add(place, "heading", section.role.rawValue)
        }
        for (cue, place) in zip(gold.annotation.cues, gold.cues) {
            add(
                place, cue.polarity.rawValue, "\(cue.polarity.rawValue), \(cue.target.rawValue), \(cue.holder.rawValue)"
            )
        }
        for list in gold.lists { add(list.intro, "intro", "intro") }
        return marks
    }

    private static func marks(of report: Report, in text: DocumentText) -> [MarkedText.Mark] {
        var marks: [MarkedText.Mark] = []
        func add(_ span: Report.Span?, _ kind: String, _ note: String) {
            if let place = span.flatMap({ text.place(of: $0.range) }) {
                marks.append(.init(place: place, kind: kind, note: note))
            }
        }
        for section in report.sections { add(section.heading, "heading", "\(section.role.rawValue) (\(section.rule))") }
        for cue in report.cues + report.talks.flatMap(\.cues) {
            add(
                cue.span, cue.polarity.rawValue,
                "\(cue.polarity.rawValue), \(cue.target.rawValue), \(cue.holder.rawValue) (\(cue.rule))")
        }
        for list in report.lists + report.talks.flatMap(\.lists) { add(list.intro, "intro", "intro") }
        for person in report.persons {
            for mention in person.mentions { add(mention.span, "person", person.name) }
        }
        return marks
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
