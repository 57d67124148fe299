import TextModel

/// Titles of the talks that sentences attribute to speakers.
extension TalkSearch {
    func isTitled(_ attribution: Attribution) -> Bool { title(of: attribution) != nil }

    /// That which the words of an attribution give, or another of its sentence.
    func title(of attribution: Attribution) -> TextRange? {
        attribution.title
            ?? QuotedTitle(text: text, mentions: mentions, words: words).find(
                in: text.tokens(in: text.sentences[attribution.sentence].range),
                of: text.passages[attribution.passage], near: attribution.range)
    }

    /// Whether a title is no more than the name of the event.
    func namesEvent(_ title: TextRange) -> Bool {
        findings.event.mentions.contains { $0.overlaps(title) && text.wordCount($0) >= text.wordCount(title) }
    }

    /// “Je pars écouter X nous dévoiler « Titre »”: the title in a sentence that says where the author went.
    func titleHeard(in attribution: Attribution) -> TextRange? {
        attribution.rule == .givesTalk && goesThere(attribution) ? title(of: attribution) : nil
    }

    /// Whether the sentence of an attribution says that the author went there: “je rejoins”, “pour écouter”.
    func goesThere(_ attribution: Attribution) -> Bool {
        saysWhereAuthorWent(text.tokens(in: text.sentences[attribution.sentence].range))
    }

    func saysWhereAuthorWent(_ sentence: Range<Int>) -> Bool {
        sentence.contains { words.moves.match(at: $0, before: sentence.upperBound, in: text)?.value == .attend }
    }

    /// “On a vu [comment peindre dehors](…)”: the sentences of a paragraph that link to the page of a session.
    func linkedSessions(in index: Int) -> [Attribution] {
        let passage = text.passages[index]
        guard passage.isUnquotedParagraph else { return [] }
        let quoted = QuotedTitle(text: text, mentions: mentions, words: words)
        return passage.sentences.compactMap { sentence in
            let links = text.marks(in: text.sentences[sentence].range).filter { findings.sessionLinks.holds($0) }
            return links.first.map { link in
                Attribution(
                    speakers: [], sentence: sentence, passage: index, range: link.range, rule: .introduced,
                    title: quoted.title(of: link.range))
            }
        }
    }

    /// “[Titre](…) de X, qui …, [Autre titre](…) d'Y ou encore …”: the links to pages of sessions with who gave each.
    func linkedTalks(in index: Int) -> [Attribution] {
        let passage = text.passages[index]
        guard passage.isUnquotedParagraph else { return [] }
        let quoted = QuotedTitle(text: text, mentions: mentions, words: words)
        return text.marks(in: passage.range).compactMap { mark in
            guard findings.sessionLinks.holds(mark), let title = quoted.title(of: mark.range),
                let speakers = quoted.speakers(after: mark.range, before: passage.tokens.upperBound),
                let sentence = passage.sentences.first(where: { text.sentences[$0].range.overlaps(mark.range) })
            else { return nil }
            return Attribution(
                speakers: speakers.members.map { .init(person: $0.person, range: $0.range) }, sentence: sentence,
                passage: index, range: TextRange(mark.range.start, speakers.range.end), rule: .by, title: title)
        }
    }
}
