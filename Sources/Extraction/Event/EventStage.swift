import Lexicons
import TextModel

extension Stage {
    /// The event's name, edition, place and dates, from title, metadata and text.
    static func event() throws(LexiconError) -> Stage {
        let vocabulary = try EventVocabulary()
        let grammar = DateGrammar(vocabulary)
        return Stage(.event, reads: [], writes: [.event]) { text, findings in
            findEvent(in: text, vocabulary, grammar, &findings)
        }
    }
}

private func findEvent(
    in text: ReportText, _ vocabulary: EventVocabulary, _ grammar: DateGrammar, _ findings: inout Findings
) {
    let metadata = text.document.metadata
    let words = EventWords(utf8: text.utf8, folded: text.folded, tokens: text.tokens, vocabulary: vocabulary)
    let title = titleLine(of: text).map { line in
        let scanner = TitleScanner(line)
        return EventWords(
            utf8: scanner.utf8, folded: lowercased(scanner.utf8), tokens: scanner.tokens, vocabulary: vocabulary)
    }
    var event = EventFinding()
    let candidates = NameCandidates(text, words, title: title, vocabulary: vocabulary)
    let name = EventName(candidates, published: metadata.published?.date)
    if let name {
        event.name = name.name
        event.edition = name.edition
        event.rule = name.rule
        event.evidence += name.mentions.map(\.range)
        if let range = name.editionRange { event.evidence.append(range) }
        if name.isInTitle, let value = metadata.title { event.metadataEvidence.append(value) }
    }
    let dates = EventDates(text, words, title: title, name: name, grammar: grammar)
    event.startDate = dates.start
    event.endDate = dates.end
    event.period = dates.period
    event.dateSource = dates.source
    event.evidence += dates.evidence
    let place = EventPlace(text, words, title: title, name: name, vocabulary: vocabulary)
    if let range = place.range {
        event.place = text.visibleText(of: range)
        event.evidence.append(range)
    } else {
        event.place = place.place
    }
    event.evidence.sort()
    findings.event = event
    findings.warnings += dates.warnings
    findings.rejections += dates.rejections
}

/// The title that the metadata has, else the first heading or line.
private func titleLine(of text: ReportText) -> String? {
    if let title = text.document.metadata.title { return title.text }
    for passage in text.passages where !passage.range.isEmpty {
        guard passage.range.count < 200 else { return nil }
        return text[passage.range]
    }
    return nil
}
