import Lexicons
import TextModel

/// Whether a report recounts one talk or several.
public enum ReportScope: Equatable, Sendable {
    case oneTalk
    case severalTalks
    /// None: it is about something else of an event.
    case noTalk

    /// - Parameter itemsNameTalks: whether items of lists give titles and speakers.
    static func decided(
        for text: ReportText, outline: Outline, evidence: [HeadingTalkEvidence], findings: Findings,
        title: ReportTitle, titleWords: PhraseIndex<Bool>, words: TalkWords, itemsNameTalks: Bool
    ) -> ReportScope {
        if !text.metadata.speakers.isEmpty { return .oneTalk }
        let headings = evidence.filter { $0.points >= 2 && ($0.words == nil || $0.namesSpeakers) && !$0.isByline }
        // Sections of one talk are told of the same speakers; talks have speakers of their own.
        let own = groups(of: headings.map(\.speakers).filter { !$0.isEmpty })
        let unattributed = headings.count { $0.speakers.isEmpty }
        // “Côté serveur” gathers none, where nobody is named under it.
        let gathersTalks = evidence.indices.contains { index in
            let own = evidence[index]
            return own.namesTwoTalks
                || own.words == .group
                    && (own.wordsAreAll || own.attributedTalks > 0 || !own.introduced.isEmpty
                        || !outline.entries[index].children.isEmpty)
        }
        let speakers = findings.people.indices.filter { !findings.reporters.contains($0) }.map { findings.people[$0] }
        let namesSpeaker = title.names(anyOf: speakers, in: text)
        if namesSpeaker, own.count < 2, unattributed < 2,
            !gathersTalks
        {
            return .oneTalk
        }
        if own.count < 2, !gathersTalks, title.namesOneTalk(words) || title.quotesTalk(findings.event) {
            return .oneTalk
        }
        // Of another talk a word may be said at the end.
        if own.count < 3, !gathersTalks, keepsToOne(text, words: words) { return .oneTalk }
        if own.count < 2, unattributed < 2, !gathersTalks,
            opensWithTalk(text, before: outline.entries.first?.passage, findings.attributions, words: words)
        {
            return .oneTalk
        }
        // What the only speaker said may be quoted over a few parts of the talk.
        if own.isEmpty, !gathersTalks, headings.allSatisfy(\.isOnlyQuoted), headings.count * 3 <= evidence.count,
            isGivenFirst(findings.attributions, before: outline.entries.first?.passage)
        {
            return .oneTalk
        }
        if own.count >= 2 || own.count + unattributed >= 2 && (own.isEmpty || unattributed >= 2)
            || gathersTalks
        {
            return .severalTalks
        }
        if namesSpeaker { return .oneTalk }
        if title.holds(titleWords) || title.isOnlyEvent(findings.event) { return .severalTalks }
        // “- Titre (X) – un avis”, three times.
        if headings.isEmpty, itemsNameTalks { return .severalTalks }
        let stated = findings.attributions.filter { $0.rule != .tells && !$0.speakers.isEmpty }
        if stated.isEmpty, headings.isEmpty, findings.setApart.isEmpty, evidence.count(where: \.tellsOfTalk) < 3,
            !findings.attributions.contains(where: { $0.rule == .introduced || $0.rule == .author }),
            !ReportSubject(text, words: words).isTalk
        {
            return .noTalk
        }
        if !findings.turns.isEmpty || !findings.setApart.isEmpty { return .severalTalks }
        // What is left is weighed: each point is a sign of talks by different speakers.
        let attributed = groups(of: stated.map { Set($0.speakers.map(\.person)) }).count
        let introduced = groups(of: evidence.filter { $0.words == nil }.map(\.introduced).filter { !$0.isEmpty }).count
        var points = title.beginsWithYear(of: findings.event) ? 1 : 0
        points += announcesTalks(text, words: words) ? 2 : 0
        points += paragraphsWithTitles(text) >= 3 ? 2 : 0
        // The topics of one talk lead nowhere.
        points += evidence.count { $0.isLinked && $0.words == nil } >= 3 ? 2 : 0
        points += paragraphsOfPronouns(text, words: words) >= 2 ? 2 : 0
        points += introduced >= 4 ? 3 : introduced >= 2 ? 2 : 0
        points += evidence.contains { $0.isQuoted } && evidence.count(where: \.tellsOfTalk) >= 3 ? 2 : 0
        points += attributed >= 3 ? 2 : attributed == 2 ? 1 : 0
        if attributed == 1,
            stated.count >= 3 || isGivenFirst(findings.attributions, before: outline.entries.first?.passage)
        {
            points -= 2
        }
        // In a text without headings, paragraphs that each introduce a talk are talks, named speakers or not.
        if evidence.isEmpty, findings.attributions.count(where: { $0.rule == .introduced }) >= 3 { points += 2 }
        if evidence.isEmpty, attributed >= 2, openedParagraphs(text, words: words) >= 2 { points += 1 }
        // “Une soirée au phare”, of two whose paragraphs say that they gave a talk.
        if evidence.isEmpty, attributed >= 2, title.holds(words.dayWords) { points += 1 }
        let toldApart = text.sentences.lazy.filter { words.tellApart(text.tokens(in: $0.range), in: text) }
        if evidence.isEmpty, toldApart.prefix(2).count == 2 { points += 2 }
        return points >= 2 ? .severalTalks : .oneTalk
    }

    /// “deux talks”, “3 conférences”, “une session sur …, puis une table ronde”: whether the beginning says that there were
    /// several.
    private static func announcesTalks(_ text: ReportText, words: TalkWords) -> Bool {
        beginning(of: text).contains { sentence in
            if sentence.contains(where: { text.isWord($0, "puis") }), kinds(in: sentence, of: text, words).count >= 2 {
                return true
            }
            return !sentence.contains { text.isWord($0, "mais") }
                && sentence.contains { position in
                    guard let count = words.speakerNouns.count(at: position, before: sentence.upperBound, in: text),
                        let noun = text.nextWord(from: count, before: sentence.upperBound),
                        words.severalTalks(at: noun, before: sentence.upperBound, in: text) != nil
                    else { return false }
                    return true
                }
        }
    }

    /// The kinds of talk that words of a sentence in the singular tell.
    private static func kinds(in sentence: Range<Int>, of text: ReportText, _ words: TalkWords) -> Set<TalkKind> {
        Set(
            sentence.compactMap { position in
                words.oneTalk(at: position, before: sentence.upperBound, in: text).flatMap {
                    $0.value == .other ? nil : $0.value
                }
            })
    }

    /// “On a commencé par”, “Ensuite”, “Pour finir”: how many paragraphs begin by passing to something.
    private static func openedParagraphs(_ text: ReportText, words: TalkWords) -> Int {
        text.passages.count { passage in
            passage.block.kind == .paragraph
                && words.openers.match(at: passage.tokens.lowerBound, before: passage.tokens.upperBound, in: text)
                    != nil
        }
    }

    /// How many paragraphs begin with a title in italics, three words or more with a capital.
    private static func paragraphsWithTitles(_ text: ReportText) -> Int {
        text.passages.count { passage in
            guard passage.block.kind == .paragraph,
                let mark = text.marks(in: passage.range).first, mark.kind == .emphasis,
                mark.range.start == passage.range.start, mark.range.end < passage.range.end
            else { return false }
            return (3...25).contains(text.wordCount(mark.range)) && text.startsWithCapital(mark.range)
        }
    }

    /// How many paragraphs begin with “celui sur”.
    private static func paragraphsOfPronouns(_ text: ReportText, words: TalkWords) -> Int {
        text.passages.count { $0.block.kind == .paragraph && words.beginWithPronoun($0.tokens, in: text) }
    }

    /// “Je ne reviens que sur une session”: whether the beginning says that one is recounted.
    static func keepsToOne(_ text: ReportText, words: TalkWords) -> Bool {
        beginning(of: text).contains { sentence in
            sentence.contains { words.onlyTalks.match(at: $0, before: sentence.upperBound, in: text) != nil }
        }
    }

    /// “Dans cette présentation, Maud Tessier explique …” before the first heading: what stands under the headings is of it.
    private static func opensWithTalk(
        _ text: ReportText, before heading: Int?, _ attributions: [Attribution], words: TalkWords
    ) -> Bool {
        guard let heading else { return false }
        return attributions.contains { attribution in
            guard attribution.passage < heading, !attribution.speakers.isEmpty,
                text.passages[attribution.passage].block.kind == .paragraph
            else { return false }
            let tokens = text.tokens(in: text.sentences[attribution.sentence].range)
            return tokens.contains { position in
                guard text.isWord(position, "dans"),
                    let this = text.nextWord(from: position + 1, before: tokens.upperBound),
                    words.smallWords.has(this, .demonstrative, in: text),
                    let noun = text.nextWord(from: this + 1, before: tokens.upperBound)
                else { return false }
                return words.oneTalk(at: noun, before: tokens.upperBound, in: text) != nil
            }
        }
    }

    /// “Maud Tessier nous a présenté le gaz” before the first heading, and nobody else is told of.
    private static func isGivenFirst(_ attributions: [Attribution], before heading: Int?) -> Bool {
        guard let heading,
            attributions.contains(where: { $0.rule == .givesTalk && !$0.speakers.isEmpty && $0.passage < heading })
        else { return false }
        return groups(of: attributions.map { Set($0.speakers.map(\.person)) }.filter { !$0.isEmpty }).count == 1
    }

    /// The sentences of the first paragraphs.
    private static func beginning(of text: ReportText) -> [Range<Int>] {
        text.passages.lazy.filter { $0.block.kind == .paragraph && !$0.mayBeHeading }.prefix(3)
            .flatMap { $0.sentences.map { text.tokens(in: text.sentences[$0].range) } }
    }

    /// Sets that share a member are one.
    private static func groups(of sets: [Set<Int>]) -> [Set<Int>] {
        var groups: [Set<Int>] = []
        for people in sets {
            var merged = people
            groups.removeAll { group in
                guard !group.isDisjoint(with: merged) else { return false }
                merged.formUnion(group)
                return true
            }
            groups.append(merged)
        }
        return groups
    }
}
