import Lexicons
import TextModel

extension Stage {
    static func headings(_ lexicons: LexiconSet, _ words: TalkWords, _ places: LinkPlaces) throws(LexiconError) -> Stage
    {
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
            let itemsNameTalks = findings.listedTalks.count(where: \.isOutermost) >= 3
            findings.sessionLinks = SessionLinks(
                of: text, mentions: mentions, event: findings.event, places: places)
            let reader = HeadingEvidenceReader(
                text: text, mentions: mentions, attributions: attributions,
                listed: findings.listedTitles, setApart: findings.setApart, sessionLinks: findings.sessionLinks,
                words: words, sectionWords: sectionWords,
                reportTitle: title,
                eventMentions: findings.event.mentions)
            let evidence = reader.evidence(of: outline)
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
