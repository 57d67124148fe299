import Lexicons
import TextModel

/// What speaks for and against the expressions of a passage.
struct CueEvidenceReader {
    /// How far words of the same sentence are looked for, so that no text takes more than linear time.
    private static let reach = 40

    let words: [CueWord]
    let scope: CueScope
    let entries: [CueEntry]
    /// Where speakers are named in the passage, in order.
    let speakers: [TextRange]

    /// Of the entry itself, how it is said, and what is around it in its sentence.
    func evidence(for cue: PlacedCue) -> CueEvidenceSet {
        let entry = entries[cue.entry]
        var evidence = Self.ofKind(entry.kind)
        evidence.formUnion(ofNeeds(entry, cue.core))
        evidence.formUnion(.when(entry.strength == 1, .weak))
        evidence.formUnion(.when(entry.strength == 3, .strong))
        evidence.formUnion(.when(cue.core.count >= 3, .long))
        evidence.formUnion(.when(cue.polarity == .negative, .negative))
        evidence.formUnion(.when(cue.isNegated && !entry.holdsNegation, .negated))
        evidence.formUnion(.when(cue.polarity != entry.polarity && !cue.isNegated, .conditional))
        evidence.formUnion(ofDegree(cue))
        evidence.formUnion(.when(scope.meets(.noun, cue.core, entry.polarity), .nounBeside))
        evidence.formUnion(.when(scope.meets(.person, cue.core, entry.polarity), .person))
        evidence.formUnion(.when(scope.meets(.exclaimed, cue.core, entry.polarity), .exclaimed))
        evidence.formUnion(
            .when(cue.words.lowerBound == 0 || words[cue.words.lowerBound - 1].kind != .word, .starts))
        evidence.formUnion(.when(scope.meets(.end, cue.words, entry.polarity), .ends))
        evidence.formUnion(ofPredicate(cue))
        evidence.formUnion(ofSentence(cue))
        return evidence
    }

    private static func ofKind(_ kind: CueEntry.Kind) -> CueEvidenceSet {
        switch kind {
        case .adjective: CueEvidenceSet(.adjective)
        case .verb: CueEvidenceSet(.verb)
        case .noun: CueEvidenceSet(.noun)
        case .phrase, .block: CueEvidenceSet(.phrase)
        case .interjection: CueEvidenceSet(.interjection)
        case .adverb: CueEvidenceSet(.adverb)
        case .emoji: CueEvidenceSet(.emoji)
        }
    }

    private func ofNeeds(_ entry: CueEntry, _ core: Range<Int>) -> CueEvidenceSet {
        guard !entry.needs.isEmpty else { return CueEvidenceSet(.free) }
        var evidence = CueEvidenceSet(scope.meetsNeeds(of: entry, core) ? .met : .unmet)
        evidence.formUnion(.when(entry.needs == [.intensified], .everyday))
        evidence.formUnion(.when(entry.needs.contains(.person), .feeling))
        return evidence
    }

    private func ofDegree(_ cue: PlacedCue) -> CueEvidenceSet {
        var evidence: CueEvidenceSet = []
        var place = cue.core.lowerBound - 1
        while place >= 0, place >= cue.core.lowerBound - 2, words[place].kind == .word {
            let word = words[place]
            if word.has(CueWordClasses(.comparative)) {
                let isSuperlative =
                    place > 0 && words[place - 1].has(CueWordClasses(.determiner))
                    && !words[place - 1].has(CueWordClasses(.indefinite))
                evidence.formUnion(CueEvidenceSet(isSuperlative ? .superlative : .compared))
            } else if word.has(.intensifier) {
                evidence.formUnion(CueEvidenceSet(.intensified))
            } else if word.has(.attenuator) {
                evidence.formUnion(CueEvidenceSet(.attenuated))
            } else {
                break
            }
            place -= 1
        }
        return evidence
    }

    private func ofPredicate(_ cue: PlacedCue) -> CueEvidenceSet {
        guard let copula = scope.copula(before: cue.core) else { return [] }
        var evidence = CueEvidenceSet(.predicate)
        evidence.formUnion(.when(words[copula].has(CueWordClasses(.past)), .past))
        let subjects = words[max(0, copula - 2)..<copula]
        evidence.formUnion(.when(subjects.contains { $0.has(CueWordClasses(.deictic)) }, .deictic))
        return evidence
    }

    private func ofSentence(_ cue: PlacedCue) -> CueEvidenceSet {
        var evidence: CueEvidenceSet = []
        // The classes of all words before the cue, of those near it, and of the whole sentence.
        var (before, near): (CueWordClasses, CueWordClasses) = ([], [])
        var place = cue.words.lowerBound - 1
        let first = max(0, cue.words.lowerBound - Self.reach)
        while place >= first, words[place].kind != .stop {
            switch words[place].kind {
            case .word:
                before.formUnion(words[place].classes)
                if cue.words.lowerBound - place <= 12 { near = before }
            case .openingQuote: evidence.formUnion(CueEvidenceSet(.quoted))
            case .comma, .stop, .pause, .closingQuote, .emoji: break
            }
            place -= 1
        }
        let start = place
        var all = before
        for place in cue.words { all.formUnion(words[place].classes) }
        place = cue.words.upperBound
        let end = min(words.count, cue.words.upperBound + Self.reach)
        while place < end, words[place].kind != .stop {
            all.formUnion(words[place].classes)
            place += 1
        }
        evidence.formUnion(.when(before.holds(CueWordClasses(.saying)), .saying))
        evidence.formUnion(.when(before.holds(CueWordClasses(.modal)), .modal))
        evidence.formUnion(.when(near.holds(CueWordClasses(.clause)), .clause))
        evidence.formUnion(.when(near.holds(.others), .others))
        evidence.formUnion(.when(all.holds(CueWordClasses(.author)), .author))
        evidence.formUnion(.when(all.holds(.talk), .talkSaid))
        evidence.formUnion(.when(all.holds(.event), .eventSaid))
        evidence.formUnion(.when(all.holds(.topic), .topicSaid))
        evidence.formUnion(.when(place < words.count && words[place].isQuestion, .asked))
        evidence.formUnion(.when(place - start <= 8, .shortSentence))
        evidence.formUnion(.when(place - start > 30, .longSentence))
        let sentence = TextRange(words[start + 1].range.start, words[place - 1].range.end)
        let next = speakers.firstPosition { $0.end > sentence.start }
        evidence.formUnion(.when(next < speakers.count && speakers[next].overlaps(sentence), .speakerSaid))
        return evidence
    }
}

extension CueWordClasses {
    /// Whether it has one of some classes.
    fileprivate func holds(_ classes: Self) -> Bool { !isDisjoint(with: classes) }
}
