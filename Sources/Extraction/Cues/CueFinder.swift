import FrenchText
import Lexicons
import Normalization
import TextModel

/// Finds who evaluates what, and how, in the prose of a report.
public struct CueFinder: Sendable {
    let lexicon: CueLexicon
    private let matching: CueMatching
    private let weights: CueWeights
    private let targets: CueTargetWeights
    /// “Mon avis” before a colon.
    private let viewLabels: PhraseIndex<Bool>

    /// Reads the lists that travel in the binary.
    ///
    /// - Throws: ``LexiconError`` for a faulty list.
    public init(_ lexicons: LexiconSet = .embedded) throws(LexiconError) {
        lexicon = try CueLexicon(lexicons)
        weights = try CueWeights(lexicons)
        targets = try CueTargetWeights(lexicons)
        viewLabels = try lexicons.phrases(.viewLabels)
        matching = CueMatching(lexicon: lexicon)
    }

    /// The cues in reading order; they do not overlap.
    ///
    /// - Parameter findings: of the stages before; sections, talks, people and lists are read.
    public func cues(in text: ReportText, _ findings: Findings) -> [CueFinding] {
        var places = CuePlaces(text, findings)
        var cues: [CueFinding] = []
        for draft in drafts(in: text, &places) {
            let selected = joined(draft.candidates.filter { weighs($0) >= 0 }, in: draft.words)
            guard !selected.isEmpty else { continue }
            let holding = CueHolding(
                words: draft.words, text: text, people: findings.people,
                isQuoted: draft.passage.block.quoteDepth > 0 && !text.opens(draft.passage, with: viewLabels))
            for cue in selected {
                let entry = lexicon.entries[cue.entry]
                guard let holder = holding.holder(of: cue, entry) else { continue }
                let (target, talks) = target(of: cue, in: draft, places)
                let praisesAll =
                    talks.isEmpty && target == .talk && cue.polarity == .positive && holder.kind == .author
                    && CueTargeting(words: draft.words, speakers: draft.speakers).isOfAllTalks(cue)
                cues.append(
                    CueFinding(
                        Self.range(of: cue, in: draft.words), polarity: cue.polarity, strength: cue.strength,
                        isNegated: cue.isNegated, holder: holder.kind, holderPerson: holder.person, target: target,
                        talks: talks, praisesAllTalks: praisesAll, rule: entry.rule))
            }
        }
        return cues
    }

    /// Every expression that might be a cue, in reading order, with what speaks for and against it: what the weights are
    /// fitted on.
    public func candidates(in text: ReportText, _ findings: Findings) -> [CueCandidate] {
        var places = CuePlaces(text, findings)
        return drafts(in: text, &places).flatMap { draft in
            draft.candidates.map { cue in
                CueCandidate(
                    range: Self.range(of: cue, in: draft.words), polarity: cue.polarity,
                    entry: lexicon.entries[cue.entry].text, evidence: cue.evidence,
                    target: about(cue, in: draft, places).seeming, weight: weighs(cue))
            }
        }
    }

    /// The words of a text by which expressions are looked up, in lower case; `nil` for other tokens, such as numbers.
    ///
    /// `CueEntryCheck` compares entries with them.
    ///
    /// - Throws: `ICUError` when ICU runs out of memory.
    public static func lookedUpWords(of text: String, by analyzer: TextAnalyzer) throws -> [String?] {
        let matching = try analyzer.normalizer.normalize(utf8: Array(text.utf8))
        return CueWordReader.lookedUpWords(
            of: try analyzer.tokenizer.tokens(of: matching), in: lowercased(matching.utf8))
    }

    private func weighs(_ cue: PlacedCue) -> Int {
        weights.sum(of: cue.evidence) + lexicon.entries[cue.entry].weight
    }

    /// What a cue is said of, and the talks that it bears on.
    private func target(of cue: PlacedCue, in draft: Draft, _ places: CuePlaces) -> (CueTarget, [Int]) {
        let (seeming, told, isInTalk) = about(cue, in: draft, places)
        // « l'excellent livre » says plainly that it is none of them.
        let target =
            seeming == .other
            ? seeming
            : targets.target(of: cue.evidence, seeming: seeming, among: lexicon.entries[cue.entry].targets)
        return (target, isInTalk || target == .talk ? told : [])
    }

    /// What the nouns around a cue make it seem to be said of, the talks there, and whether it stands in their account.
    private func about(_ cue: PlacedCue, in draft: Draft, _ places: CuePlaces) -> (
        seeming: CueTarget, told: [Int], isInTalk: Bool
    ) {
        let entry = lexicon.entries[cue.entry]
        let range = Self.range(of: cue, in: draft.words)
        let told = places.talks(
            of: range, isCollective: isCollective(cue, in: draft.words), in: draft.passage, draft.place)
        let isInTalk = places.isInTalk(range)
        let targeting = CueTargeting(words: draft.words, speakers: draft.speakers)
        let seeming = targeting.target(
            of: cue, entry, at: draft.place, isInTalk: isInTalk,
            // Thanks to many are no word on their talks.
            namesTalks: !told.isEmpty && (told.count <= 2 || entry.kind != .interjection))
        return (seeming, told, isInTalk)
    }

    /// A passage with what may be cues in it.
    private struct Draft {
        var passage: Passage
        var place: CuePlaces.Place
        var words: [CueWord]
        /// Where speakers of talks are named.
        var speakers: [TextRange]
        var candidates: [PlacedCue]
    }

    private func drafts(in text: ReportText, _ places: inout CuePlaces) -> [Draft] {
        var drafts: [Draft] = []
        var wordCount = 0
        let reader = CueWordReader(lexicon: lexicon)
        var words: [CueWord] = []
        var matches: [CueMatch] = []
        for passage in text.passages {
            guard let place = places.place(of: passage) else { continue }
            reader.read(passage, of: text, to: &words)
            wordCount += words.count
            matches.removeAll(keepingCapacity: true)
            matching.find(in: words, &matches)
            guard !matches.isEmpty else { continue }
            for match in matches where match.isBlock { for place in match.words { words[place].isBlocked = true } }
            let scope = CueScope(words: words)
            var candidates = selection(of: &matches, in: words, scope)
            candidates.removeAll { places.isNameOrTitle(Self.range(of: $0, in: words)) }
            guard !candidates.isEmpty else { continue }
            let speakers = places.speakerMentions(in: passage.range)
            addEvidence(to: &candidates, scope, passage, place, places, speakers)
            drafts.append(
                Draft(passage: passage, place: place, words: words, speakers: speakers, candidates: candidates))
        }
        addManner(to: &drafts, wordCount: wordCount)
        return drafts
    }

    private func addEvidence(
        to candidates: inout [PlacedCue], _ scope: CueScope, _ passage: Passage, _ place: CuePlaces.Place,
        _ places: CuePlaces, _ speakers: [TextRange]
    ) {
        let reader = CueEvidenceReader(words: scope.words, scope: scope, entries: lexicon.entries, speakers: speakers)
        let targeting = CueTargeting(words: scope.words, speakers: speakers)
        for index in candidates.indices {
            let cue = candidates[index]
            let range = Self.range(of: cue, in: scope.words)
            let target = targeting.target(
                of: cue, lexicon.entries[cue.entry], at: place, isInTalk: places.isInTalk(range), namesTalks: false)
            candidates[index].evidence = reader.evidence(for: cue).union(.of(target))
                .union(places.evidence(for: range, in: passage, place))
        }
        for (index, next) in zip(candidates.indices, candidates.indices.dropFirst()) {
            let (end, start) = (candidates[index].words.upperBound, candidates[next].words.lowerBound)
            guard end >= start || scope.words[end..<start].allSatisfy({ $0.kind != .stop }) else { continue }
            let sure: [CueEvidenceSet] = [CueEvidenceSet(.free), CueEvidenceSet(.met)]
            let isSure = (
                candidates[index].evidence.intersects(sure), candidates[next].evidence.intersects(sure)
            )
            candidates[index].evidence.formUnion(.when(isSure.1, .accompanied))
            candidates[next].evidence.formUnion(.when(isSure.0, .accompanied))
        }
    }

    /// Adds how much the report evaluates at all: raw notes hardly do.
    private func addManner(to drafts: inout [Draft], wordCount: Int) {
        let free = CueEvidenceSet(.free)
        let count = drafts.reduce(0) { $0 + $1.candidates.count { $0.evidence.contains(free) } }
        let perThousand = count * 1000 / max(1, wordCount)
        let bounds: [(Int, CueEvidence)] = [
            (8, .under8), (12, .under12), (16, .under16), (20, .under20), (25, .under25), (30, .under30),
            (40, .under40),
        ]
        var manner: CueEvidenceSet = []
        for (bound, evidence) in bounds { manner.formUnion(.when(perThousand < bound, evidence)) }
        for draft in drafts.indices {
            for index in drafts[draft].candidates.indices { drafts[draft].candidates[index].evidence.formUnion(manner) }
        }
    }

    private static func range(of cue: PlacedCue, in words: [CueWord]) -> TextRange {
        TextRange(words[cue.words.lowerBound].range.start, words[cue.words.upperBound - 1].range.end)
    }

    /// Whether the sentence of a cue speaks of « ces conférences ».
    private func isCollective(_ cue: PlacedCue, in words: [CueWord]) -> Bool {
        var place = cue.words.upperBound - 1
        var sawPlural = false
        let first = max(0, place - 60)
        while place >= first, words[place].kind != .stop {
            if words[place].has(CueWordClasses(.plural)) { sawPlural = true }
            if sawPlural, words[place].has(CueWordClasses(.collective)) { return true }
            place -= 1
        }
        return false
    }
}
