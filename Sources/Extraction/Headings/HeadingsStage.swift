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
            let attributions = Dictionary(grouping: findings.attributions, by: \.passage)
            let items = ProgrammeItems(in: text, mentions, attributions, words)
            findings.listedTitles = items.titles
            let reader = HeadingEvidenceReader(
                text: text, mentions: mentions, attributions: attributions,
                listed: findings.listedTitles, words: words, sectionWords: sectionWords, reportTitle: title)
            let evidence = reader.evidence(of: outline)
            let scope = ReportScope.decided(
                for: text, outline: outline, evidence: evidence, findings: findings, title: title,
                titleWords: titleWords, words: words, itemsNameTalks: items.nameTalks)
            let decision = RoleDecision(
                outline: outline, evidence: evidence, scope: scope,
                hasTitle: outline.titlePassage != nil || text.metadata.title != nil,
                itemsNameTalks: items.nameTalks)
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

/// What the items of lists say of talks: “- Titre (X)”, “- X, Titre”.
private struct ProgrammeItems {
    /// The titles, by the positions of those who spoke.
    private(set) var titles: [Int: TextRange] = [:]
    /// Whether three items of the outermost level give a title and who spoke.
    var nameTalks: Bool { outermost >= 3 }
    private var outermost = 0

    init(in text: ReportText, _ mentions: PeopleIndex, _ attributions: [Int: [Attribution]], _ words: TalkWords) {
        for passage in text.passages where passage.block.kind.isItem {
            guard !mentions.mentions(in: passage.range).isEmpty, text.wordCount(passage.range) <= 30 else { continue }
            let parts = HeadingParts(
                of: passage.tokens, in: text, mentions: mentions, words: words, companyWords: 2)
            if let title = parts.title, !parts.speakers.isEmpty {
                if passage.block.parent == nil { outermost += 1 }
                add(title, of: parts.speakers.map(\.person), in: text)
            } else if let own = attributions[passage.index]?.first(where: { $0.rule == .by }),
                let title = QuotedTitle(text: text, mentions: mentions, words: words).find(
                    in: passage.tokens, of: passage, near: own.range)
            {
                // “- « Titre », de X”
                add(title, of: own.speakers.map(\.person), in: text)
            }
        }
    }

    private mutating func add(_ title: TextRange, of speakers: [Int], in text: ReportText) {
        guard text.wordCount(title) >= 2 else { return }
        for speaker in speakers { titles[speaker] = title }
    }
}
