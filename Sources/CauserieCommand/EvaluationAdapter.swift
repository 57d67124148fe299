import Causerie
import Extraction
import Formats
import TextModel

// TEMPORARY: stands for `Analyzer.report(on:)`, to be deleted when that is merged; `EvaluateCommand` then calls it.
// It turns findings into a record without ids that anything but the evaluator would need.
extension Analyzer {
    func interimReport(on bytes: [UInt8], fileName: String) throws -> Report {
        let read = try Self.document(of: bytes, fileName: fileName)
        let text = try reportText(of: read.document)
        let found = extractor.findings(in: text)
        var report = Report(
            producer: .init(
                name: "causerie", version: Self.version, lexiconsDigest: "", icuVersion: "", unicodeVersion: ""),
            source: .init(
                id: fileName.split(separator: "/").last.map(String.init), mediaType: "", encoding: read.source.encoding,
                bytes: bytes.count, sha256: ""))
        let metadata = read.document.metadata
        report.document.title = metadata.title?.text
        report.document.authors = metadata.authors.map(\.text)
        report.document.published = metadata.published?.date
        report.event.name = found.event.name
        report.event.edition = found.event.edition
        report.event.place = found.event.place
        report.event.startDate = found.event.startDate
        report.event.endDate = found.event.endDate
        report.event.dateSource = found.event.dateSource
        report.event.evidence = found.event.evidence.map(text.span)
        report.event.rule = found.event.rule
        report.sections = found.sections.enumerated().map { index, section in
            Report.Section(
                id: "s\(index)", level: section.level, heading: text.span(section.range), role: section.role,
                rule: section.rule)
        }
        report.persons = found.people.enumerated().map { index, person in
            Report.Person(
                id: "p\(index)", name: person.name, givenName: person.givenName, familyName: person.familyName,
                handles: person.handles, affiliation: person.affiliation,
                roles: PersonRole.allCases.filter(person.roles.contains),
                mentions: person.mentions.map { Report.Mention(span: text.span($0.range), form: $0.form) })
        }
        let cues = found.cues.enumerated().map { index, cue in
            Report.Cue(
                id: "c\(index)", span: text.span(cue.range), polarity: cue.polarity, strength: cue.strength,
                negated: cue.isNegated, holder: cue.holder, target: cue.target, rule: cue.rule)
        }
        report.talks = found.talks.enumerated().map { index, talk in
            let bearing = found.cues.indices.filter { found.cues[$0].talks.contains(index) }
            let counted = bearing.filter { found.cues[$0].holder == .author && found.cues[$0].target == .talk }
            let positive = counted.count { found.cues[$0].polarity == .positive }
            let negative = counted.count - positive
            var result = Report.Talk(id: "t\(index)", ordinal: index + 1, kind: talk.kind)
            result.title = talk.title.map(text.visibleText) ?? talk.metadataTitle?.text
            result.titleSpan = talk.title.map(text.span)
            result.titleSource = talk.titleSource
            result.sectionID = talk.section.map { "s\($0)" }
            result.body = talk.body.map(text.sourceRange)
            result.attendance = talk.attendance
            result.speakers = talk.speakers.map { speaker in
                Report.Speaker(
                    name: speaker.person.map { found.people[$0].name }, span: speaker.range.map(text.span),
                    unnamedReason: speaker.unnamedReason, rule: speaker.rule)
            }
            result.cues = bearing.filter { found.cues[$0].talks.count == 1 }.map { cues[$0] }
            result.reception.polarity =
                switch (positive, negative) {
                case (0, 0): .unstated
                case (_, 0), (2..., 1): .positive
                case (0, _): .negative
                case (_, _): .mixed
                }
            return result
        }
        report.cues = found.cues.indices.filter { found.cues[$0].talks.count != 1 }.map { cues[$0] }
        for (index, list) in found.lists.enumerated() {
            let result = Report.BulletList(
                id: "l\(index)", intro: list.intro.map(text.span), ordered: list.isOrdered,
                items: list.items.map { Report.Item(id: "", depth: $0.depth, marker: "", span: text.span($0.range)) })
            if let talk = list.talk { report.talks[talk].lists.append(result) } else { report.lists.append(result) }
        }
        return report
    }
}
