import Lexicons
import TextModel

extension Stage {
    /// The event's name, edition, place and days, from title, metadata and text.
    static func event(_ lexicons: LexiconSet) throws(LexiconError) -> Stage {
        let vocabulary = try EventVocabulary(lexicons)
        let grammar = DateGrammar(vocabulary)
        return Stage(.event, reads: [], writes: [.event]) { text, findings in
            findEvent(in: text, vocabulary, grammar, &findings)
        }
    }
}

private func findEvent(
    in text: ReportText, _ vocabulary: EventVocabulary, _ grammar: DateGrammar, _ findings: inout Findings
) {
    let metadata = text.metadata
    let words = EventWords(text, vocabulary: vocabulary)
    let title = titleLine(of: text).map { EventWords(line: $0, vocabulary: vocabulary) }
    var event = EventFinding()
    let candidates = NameCandidates(text, words, title: title, vocabulary: vocabulary)
    let stated = metadata.event.flatMap { EventName(EventWords(line: $0.text, vocabulary: vocabulary), candidates) }
    let summaries = EventSummaries(metadata, vocabulary)
    var name = stated ?? EventName(candidates, published: metadata.published?.date)
    if name == nil { name = summaries.name(text, words, vocabulary) }
    if name?.edition == nil { name?.readEdition(of: summaries) }
    name?.respell(title: title, in: summaries.words + [words])
    if let name {
        event.name = name.name
        event.edition = name.edition
        event.rule = name.rule
        event.mentions = withoutOverlaps(name.mentions.map(\.range))
        if let first = event.mentions.first { event.evidence.append(first) }
        if let range = name.editionRange { event.evidence.append(range) }
        if stated != nil, let value = metadata.event { event.metadataEvidence.append(value) }
        if name.isInTitle, let value = metadata.title { event.metadataEvidence.append(value) }
    }
    let dates = EventDates(text, words, title: title, summaries: summaries, name: name, grammar: grammar)
    event.startDate = dates.start
    event.endDate = dates.end
    event.period = dates.period
    event.dateSource = dates.source
    event.evidence += dates.evidence
    let place = EventPlace(text, words, title: title, name: name, vocabulary: vocabulary)
    event.place = place.place
    if let range = place.range {
        event.place = text.visibleText(of: range)
        event.evidence.append(range)
    } else if event.place == nil, let (found, value) = summaries.place(name, vocabulary) {
        event.place = found
        event.metadataEvidence.append(value)
    } else if event.place == nil, let tag = TownTags(text, vocabulary).town(of: name?.name, words) {
        event.place = tag.name
        event.metadataEvidence.append(tag.value)
    }
    if dates.isOfSummary, let value = metadata.summaries.first { event.metadataEvidence.append(value) }
    event.evidence = Array(Set(event.evidence)).sorted()
    findings.event = event
    findings.warnings += dates.warnings
    findings.rejections += dates.rejections
}

/// The title that the metadata has, else the first heading or line.
private func titleLine(of text: ReportText) -> String? {
    if let title = text.metadata.title { return title.text }
    for passage in text.passages where !passage.range.isEmpty {
        guard passage.range.count < 200 else { return nil }
        return text[passage.range]
    }
    return nil
}

/// - Parameter ranges: in order.
private func withoutOverlaps(_ ranges: [TextRange]) -> [TextRange] {
    var result: [TextRange] = []
    for range in ranges where result.last.map({ $0.end <= range.start }) ?? true { result.append(range) }
    return result
}
