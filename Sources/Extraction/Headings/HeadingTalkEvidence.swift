import TextModel

/// What speaks for a heading introducing a talk.
struct HeadingTalkEvidence {
    /// The role that its words tell.
    var words: SectionRole?
    /// It names people at its start, at its end or after “par”.
    var namesSpeakers = false
    /// A short line under it names people and little else.
    var hasByline = false
    /// It is itself such a line.
    var isByline = false
    var isLinked = false
    /// It holds a word for a talk, in the singular, or a time.
    var namesFormat = false
    var isQuoted = false
    /// The first sentences under it say who gave the talk.
    var isAttributed = false
    /// The first sentences under it speak of a talk.
    var mentionsTalk = false
    /// How many talks of different speakers the text under it recounts.
    var attributedTalks = 0
    /// Some text or list stands under it before the next heading.
    var hasBody = false

    /// Two points or more are enough for a talk.
    var points: Int {
        (namesSpeakers ? 3 : 0) + (hasByline ? 3 : 0) + (isLinked ? 1 : 0) + (namesFormat ? 2 : 0)
            + (isQuoted ? 2 : 0) + (isAttributed ? 2 : 0) + (mentionsTalk ? 1 : 0)
    }

    static func all(
        of outline: Outline, in text: ReportText, findings: Findings, words: TalkWords, sectionWords: SectionWords
    ) -> [HeadingTalkEvidence] {
        let mentions = PeopleIndex(findings.people)
        let attributions = Dictionary(grouping: findings.attributions, by: \.passage)
        return outline.entries.map { entry in
            evidence(
                of: entry, in: text, mentions: mentions, attributions: attributions, words: words,
                sectionWords: sectionWords)
        }
    }

    private static func evidence(
        of entry: Outline.Entry, in text: ReportText, mentions: PeopleIndex, attributions: [Int: [Attribution]],
        words: TalkWords, sectionWords: SectionWords
    ) -> HeadingTalkEvidence {
        var evidence = HeadingTalkEvidence()
        let tokens = text.tokens(in: entry.range)
        let parts = HeadingParts(of: tokens, in: text, mentions: mentions, words: words)
        evidence.words = sectionWords.role(of: tokens, in: text)
        evidence.namesSpeakers = !parts.speakers.isEmpty
        evidence.isByline = parts.startsWithAgent && !parts.speakers.isEmpty
        evidence.isLinked = text.marks(in: entry.range).contains { mark in
            if case .link = mark.kind { mark.range.count * 2 >= parts.title?.count ?? 0 } else { false }
        }
        evidence.isQuoted = parts.isQuoted
        evidence.namesFormat = parts.kind != nil || parts.hasTime
        let body = (entry.passage + 1)..<entry.ownEnd
        var speakerSets: [Set<Int>] = []
        var sentencesSeen = 0
        for index in body {
            let under = text.passages[index]
            guard under.block.kind.isProse, !under.range.isEmpty else { continue }
            if index == entry.passage + 1,
                HeadingParts(of: under, in: text, mentions: mentions, words: words).isByline
            {
                evidence.hasByline = true
            }
            evidence.hasBody = true
            for attribution in attributions[index] ?? [] {
                let isEarly = sentencesSeen + attribution.sentence - under.sentences.lowerBound < 4
                if isEarly { evidence.isAttributed = true }
                guard attribution.rule != .tells else { continue }
                let people = Set(attribution.speakers.map(\.person))
                if speakerSets.allSatisfy({ $0.isDisjoint(with: people) }) { speakerSets.append(people) }
            }
            for sentence in under.sentences.prefix(max(0, 3 - sentencesSeen)) {
                if speaksOfTalk(text.tokens(in: text.sentences[sentence].range), in: text, words: words) {
                    evidence.mentionsTalk = true
                }
            }
            sentencesSeen += under.sentences.count
        }
        evidence.attributedTalks = speakerSets.count
        return evidence
    }

    /// “ce talk”, “cette présentation”, “la conférence”: a word for a talk in the singular.
    private static func speaksOfTalk(_ tokens: Range<Int>, in text: ReportText, words: TalkWords) -> Bool {
        tokens.contains { position in
            guard let match = words.nouns.match(at: position, before: tokens.upperBound, in: text) else { return false }
            return text.utf8[text.tokens[match.end - 1].range.end - 1] != UInt8(ascii: "s")
        }
    }
}
