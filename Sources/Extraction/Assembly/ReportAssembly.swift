import TextModel

/// Makes the record out of what the stages found: positions become ids, ranges become spans of the source.
///
/// Ids count from 1 in reading order, each kind by itself: `s1` sections, `t1` talks, `l1` lists, `i1` items, `c1` cues,
/// `p1` persons. What belongs to one talk stands under it, the rest under the document.
public struct ReportAssembly: Sendable {
    let text: ReportText
    let findings: Findings
    /// For each talk, the cues that bear on it, those on several talks included.
    let cuesOfTalks: [[Int]]
    /// The positions of those that praise all talks.
    let praiseOfAll: [Int]
    let talkBodies: TalkBodies

    public init(text: ReportText, findings: Findings) {
        self.text = text
        self.findings = findings
        var cuesOfTalks = [[Int]](repeating: [], count: findings.talks.count)
        for (index, cue) in findings.cues.enumerated() {
            for talk in cue.talks { cuesOfTalks[talk].append(index) }
        }
        self.cuesOfTalks = cuesOfTalks
        praiseOfAll = findings.cues.indices.filter { findings.cues[$0].praisesAllTalks }
        talkBodies = TalkBodies(findings.talks)
    }

    /// - Parameters:
    ///   - recordID: see ``Report/recordID``.
    ///   - diagnostics: what decoding had to say; the document's own are added.
    ///   - stages: the stages that ran: only one that looked for talks can miss them.
    public func report(
        recordID: String?, producer: Report.Producer, source: Report.Source, diagnostics: [Diagnostic],
        stages: Set<Stage.Name>
    ) -> Report {
        let lists = self.lists
        let cues = findings.cues.indices.map(cue)
        let links = findings.links.map { Report.Link(kind: $0.kind, url: $0.url, span: text.span($0.range)) }
        var talks = self.talks
        var report = Report(
            recordID: recordID, producer: producer, source: source, document: about, event: event, sections: sections,
            persons: persons, warnings: warnings(diagnostics, stages: stages))
        for (list, finding) in zip(lists, findings.lists) {
            if let talk = finding.talk { talks[talk].lists.append(list) } else { report.lists.append(list) }
        }
        for (cue, finding) in zip(cues, findings.cues) {
            if finding.talks.count == 1 { talks[finding.talks[0]].cues.append(cue) } else { report.cues.append(cue) }
        }
        for (link, finding) in zip(links, findings.links) {
            if let talk = finding.talk { talks[talk].links.append(link) } else { report.links.append(link) }
        }
        report.talks = talks
        return report
    }

    static func sectionID(_ position: Int) -> String { "s\(position + 1)" }
    static func talkID(_ position: Int) -> String { "t\(position + 1)" }
    static func personID(_ position: Int) -> String { "p\(position + 1)" }
    static func cueID(_ position: Int) -> String { "c\(position + 1)" }

    // MARK: - The document

    private var about: Report.About {
        let metadata = text.document.metadata
        var about = Report.About()
        about.title = metadata.title.map { onOneLine($0.text) }
        about.authors = metadata.authors.map { onOneLine(name(ofAuthor: $0.text)) }
        about.published = metadata.published?.date
        about.publishedSource = metadata.published?.source.rawValue
        about.url = metadata.url?.text
        about.language = metadata.language?.text
        about.tags = metadata.tags.map(\.text)
        return about
    }

    /// The full name by which the text calls an author whom the metadata names by account, or as “Zoé Martin - Exemplia”.
    private func name(ofAuthor author: String) -> String {
        guard let name = MetadataAuthors.name(author) else {
            return findings.people.first { MetadataAuthors.isMail(author, of: $0) }?.name ?? author
        }
        let keys = MetadataAuthors.keys(of: [author])
        let title = text.metadata.title?.text ?? ""
        let person = findings.people.first { person in
            // “Notes, par Zoé” of the account `zmartin`: a given name alone counts where it signs the title.
            (person.name.utf8.contains(UInt8(ascii: " ")) || title.hasSuffix(" " + person.name))
                && MetadataAuthors.isAuthor(person, keys)
        }
        return person?.name ?? name
    }

    private var event: Report.Event {
        let finding = findings.event
        var event = Report.Event()
        event.name = finding.name
        event.edition = finding.edition
        event.place = finding.place
        event.startDate = finding.startDate
        event.endDate = finding.endDate
        event.period = finding.period
        event.dateSource = finding.dateSource
        event.evidence = finding.metadataEvidence.compactMap(span) + finding.evidence.map(text.span)
        event.rule = finding.rule
        return event
    }

    private var sections: [Report.Section] {
        var talksOfSections = [Int: [Int]]()
        for (index, talk) in findings.talks.enumerated() {
            if let section = talk.section { talksOfSections[section, default: []].append(index) }
        }
        return findings.sections.enumerated().map { index, finding in
            // A heading over two talks belongs to neither; one within a talk to the talk around it.
            let introduced = talksOfSections[index] ?? []
            let around = finding.role == .topic ? talkBodies.talk(around: finding.range) : nil
            let talk = introduced.isEmpty ? around : introduced.count == 1 ? introduced[0] : nil
            return Report.Section(
                id: Self.sectionID(index), level: finding.level, heading: text.span(finding.range), role: finding.role,
                talkID: talk.map(Self.talkID), rule: finding.rule.rawValue)
        }
    }

    private var persons: [Report.Person] {
        findings.people.enumerated().map { index, finding in
            Report.Person(
                id: Self.personID(index), name: finding.name, givenName: finding.givenName,
                familyName: finding.familyName, handles: finding.handles, affiliation: finding.affiliation,
                roles: PersonRole.allCases.filter(finding.roles.contains),
                mentions: finding.mentions.map { Report.Mention(span: text.span($0.range), form: $0.form) })
        }
    }

    private func warnings(_ diagnostics: [Diagnostic], stages: Set<Stage.Name>) -> [Report.Warning] {
        var warnings = (diagnostics + text.document.diagnostics).map { diagnostic in
            Report.Warning(
                code: diagnostic.code.rawValue, message: diagnostic.message,
                // A diagnostic is about the source as it is written, so its text keeps the markup; none is needed.
                span: diagnostic.range.map { Report.Span($0, "") })
        }
        warnings += findings.warnings.map { warning in
            Report.Warning(
                code: warning.code.rawValue, message: warning.message, span: warning.range.map(text.span))
        }
        if findings.talks.isEmpty, stages.contains(.talks),
            !findings.warnings.contains(where: { $0.code == .noTalkFound })
        {
            warnings.append(
                Report.Warning(
                    code: FindingWarning.Code.noTalkFound.rawValue,
                    message: "The text neither recounts nor lists a talk."))
        }
        return warnings
    }

    /// A value of the metadata as a span; `nil` for one that only the file's name has.
    func span(_ value: Metadata.Value) -> Report.Span? { value.range.map { Report.Span($0, value.text) } }
}

/// Runs of white space, line ends included, as one space each; none at the edges.
///
/// A space that does not break stays what it is where it stands alone.
func onOneLine(_ text: String) -> String {
    if isPlainLine(text) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var pending: Character?
    for character in text {
        if character.isWhitespace {
            pending = pending == nil && !character.isNewline && character != "\t" ? character : " "
        } else {
            if let space = pending, !result.isEmpty { result.append(space) }
            pending = nil
            result.append(character)
        }
    }
    return result
}

/// Whether a text is on one line for sure, as most are: single spaces between ASCII, Latin letters and quotation marks.
private func isPlainLine(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
        if byte == 0x20 {
            if last == 0x20 { return false }
        } else if byte < 0x20 || byte == 0x7F || last == 0x20 && byte >= 0x80 && byte != 0xC3 && byte != 0xE2 {
            return false
        } else if last == 0xE2, byte != 0x80 {
            return false
        } else if byte >= 0xC0, byte != 0xC3, byte != 0xC5, byte != 0xE2 {
            return false
        } else if last == 0x80, byte < 0x90 || byte > 0xA7 {
            return false
        }
        last = byte
    }
    return last != 0x20
}
