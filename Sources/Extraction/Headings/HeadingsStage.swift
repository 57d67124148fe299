import Lexicons
import TextModel

extension Stage {
    static func headings(_ lexicons: LexiconSet, _ words: TalkWords) throws(LexiconError) -> Stage {
        let sectionWords = try SectionWords(lexicons)
        let furniture = try lexicons.phrases(.postLines)
        let titleWords = try lexicons.phrases(.reportTitles)
        return Stage(.headings, reads: [.event, .mentions, .attributions], writes: [.sections]) { text, findings in
            let mentions = PeopleIndex(findings)
            let outline = Outline(
                of: text, mentions: mentions, words: sectionWords, talkWords: words, furniture: furniture)
            findings.titlePassage = outline.titlePassage
            let title = ReportTitle(of: text, passage: outline.titlePassage)
            findings.listedTitles = listedTitles(in: text, mentions, words)
            let reader = HeadingEvidenceReader(
                text: text, mentions: mentions,
                attributions: Dictionary(grouping: findings.attributions, by: \.passage),
                listed: findings.listedTitles, words: words, sectionWords: sectionWords, reportTitle: title)
            let evidence = reader.evidence(of: outline)
            let itemsNameTalks = itemsNameTalks(in: text, mentions, words)
            let scope = ReportScope.decided(
                for: text, outline: outline, evidence: evidence, findings: findings, title: title,
                titleWords: titleWords, words: words, itemsNameTalks: itemsNameTalks)
            let decision = RoleDecision(
                outline: outline, evidence: evidence, scope: scope,
                hasTitle: outline.titlePassage != nil || text.metadata.title != nil,
                itemsNameTalks: itemsNameTalks)
            findings.scope = scope
            for (index, entry) in outline.entries.enumerated() {
                let (role, rule) = decision.roles[index]
                findings.sections.append(
                    SectionFinding(
                        passage: entry.passage, range: entry.range, level: entry.level, role: role,
                        ownEnd: entry.ownEnd, end: entry.end, parent: entry.parent, rule: rule))
                if role != .talk {
                    findings.rejections.append(Rejection(.heading, entry.range, rule: rule.rawValue))
                }
            }
        }
    }
}

/// Whether three items of the outermost level give a title and who spoke: “- Titre par X”, “- X, Titre”.
private func itemsNameTalks(in text: ReportText, _ mentions: PeopleIndex, _ words: TalkWords) -> Bool {
    var count = 0
    for passage in text.passages where passage.block.kind.isItem && passage.block.parent == nil {
        guard !mentions.mentions(in: passage.range).isEmpty, text.wordCount(passage.range) <= 30 else { continue }
        let parts = HeadingParts(of: passage, in: text, mentions: mentions, words: words)
        if !parts.speakers.isEmpty, parts.title != nil { count += 1 }
        if count == 3 { return true }
    }
    return false
}

/// The titles that a programme gives, by the positions of those who spoke: “- Titre (X)”.
private func listedTitles(
    in text: ReportText, _ mentions: PeopleIndex, _ words: TalkWords
) -> [Int: TextRange] {
    var titles: [Int: TextRange] = [:]
    for passage in text.passages where passage.block.kind.isItem {
        guard !mentions.mentions(in: passage.range).isEmpty, text.wordCount(passage.range) <= 30 else { continue }
        let parts = HeadingParts(
            of: passage.tokens, in: text, mentions: mentions, words: words, companyWords: 2)
        guard let title = parts.title, text.wordCount(title) >= 2 else { continue }
        for speaker in parts.speakers { titles[speaker.person] = title }
    }
    return titles
}
