import Lexicons
import TextModel

/// Finds who evaluates what, and how, in the prose of a report.
public struct CueFinder: Sendable {
    private let lexicon: CueLexicon
    private let matching: CueMatching

    /// Reads the lists that travel in the binary.
    ///
    /// - Throws: ``LexiconError`` for a faulty list.
    public init() throws(LexiconError) { self.init(lexicon: try CueLexicon()) }

    public init(lexicon: CueLexicon) {
        self.lexicon = lexicon
        matching = CueMatching(lexicon: lexicon)
    }

    /// The cues in reading order; they do not overlap.
    ///
    /// - Parameter findings: of the stages before; sections, talks, people and lists are read.
    public func cues(in text: ReportText, _ findings: Findings) -> [CueFinding] {
        var cues: [CueFinding] = []
        var places = CuePlaces(text, findings)
        let reader = CueWordReader(lexicon: lexicon)
        var words: [CueWord] = []
        var matches: [CueMatch] = []
        for passage in text.passages {
            guard let place = places.place(of: passage) else { continue }
            reader.read(passage, of: text, to: &words)
            matches.removeAll(keepingCapacity: true)
            matching.find(in: words, &matches)
            guard !matches.isEmpty else { continue }
            let selected = selection(of: &matches, in: words)
            guard !selected.isEmpty else { continue }
            let holding = CueHolding(words: words, passage: passage, text: text, people: findings.people)
            let targeting = CueTargeting(words: words, speakers: places.speakerMentions(in: passage.range))
            for cue in selected {
                let range = TextRange(
                    words[cue.words.lowerBound].range.start, words[cue.words.upperBound - 1].range.end)
                guard !places.isNameOrTitle(range), let holder = holding.holder(of: cue, lexicon.entries[cue.entry])
                else { continue }
                let entry = lexicon.entries[cue.entry]
                let told = places.talks(
                    of: range, isCollective: isCollective(cue, in: words), in: passage, place)
                let isInTalk = places.isInTalk(range)
                let target = targeting.target(
                    of: cue, entry, at: place, isInTalk: isInTalk,
                    // Thanks to many are no word on their talks.
                    namesTalks: !told.isEmpty && (told.count <= 2 || entry.kind != .interjection))
                cues.append(
                    CueFinding(
                        range, polarity: cue.polarity, strength: cue.strength, isNegated: cue.isNegated,
                        holder: holder.kind, holderPerson: holder.person, target: target,
                        talks: isInTalk || target == .talk ? told : [],
                        rule: "\(entry.kind.rawValue) “\(entry.text)”"))
            }
        }
        return cues
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

    /// The entries that hold in a passage: of those that overlap the longest, coordinated adjectives as one.
    private func selection(of matches: inout [CueMatch], in words: [CueWord]) -> [PlacedCue] {
        matches.sort { left, right in
            if left.words.count != right.words.count { return left.words.count > right.words.count }
            if left.isBlock != right.isBlock { return left.isBlock }
            return (left.words.lowerBound, left.entry) < (right.words.lowerBound, right.entry)
        }
        var blocked = [Bool](repeating: false, count: words.count)
        for match in matches where match.isBlock { for place in match.words { blocked[place] = true } }
        let scope = CueScope(words: words, blocked: blocked)
        /// Which cue has a word; a block has it too.
        var owners = [Int?](repeating: nil, count: words.count)
        let block = -1
        var cues: [PlacedCue] = []
        for match in matches {
            let entry = lexicon.entries[match.entry]
            if let owner = match.words.lazy.compactMap({ owners[$0] }).first {
                if owner != block,
                    widen(&cues[owner], by: match, entry, scope, isFree: { owners[$0] ?? owner == owner })
                {
                    for place in match.words { owners[place] = owner }
                }
                continue
            }
            if let polarity = entry.polarity {
                guard scope.meetsNeeds(of: entry, match.words) else { continue }
                for place in match.words { owners[place] = cues.count }
                cues.append(PlacedCue(match, scope.reading(of: match, as: entry, polarity: polarity), entry))
            } else {
                for place in match.words { owners[place] = block }
            }
        }
        cues.sort { $0.words.lowerBound < $1.words.lowerBound }
        return joined(cues, in: words)
    }

    /// « très bien » and « bien mené » are one cue: what overlaps and says the same is joined to the one found first.
    private func widen(
        _ cue: inout PlacedCue, by match: CueMatch, _ entry: CueEntry, _ scope: CueScope, isFree: (Int) -> Bool
    ) -> Bool {
        let isInside = cue.core.contains(match.words.lowerBound) && cue.core.contains(match.words.upperBound - 1)
        guard let polarity = entry.polarity, !isInside, match.words.allSatisfy(isFree),
            scope.meetsNeeds(of: entry, match.words)
        else { return false }
        let reading = scope.reading(of: match, as: entry, polarity: polarity)
        guard reading.polarity == cue.polarity else { return false }
        cue.words =
            min(cue.words.lowerBound, reading.words.lowerBound)..<max(cue.words.upperBound, reading.words.upperBound)
        return true
    }

    private func joined(_ cues: [PlacedCue], in words: [CueWord]) -> [PlacedCue] {
        var result: [PlacedCue] = []
        for cue in cues {
            guard var last = result.last else {
                result.append(cue)
                continue
            }
            let entry = lexicon.entries[cue.entry]
            if cue.words.lowerBound < last.words.upperBound || isMark(cue, entry, after: last, in: words)
                || isCoordinated(cue, entry, after: last, in: words)
            {
                // What the widening of two cues made overlap is one, unless they contradict each other.
                guard cue.polarity == last.polarity || entry.kind == .emoji else {
                    if cue.core.lowerBound >= last.words.upperBound {
                        var cut = cue
                        cut.words = max(cue.words.lowerBound, last.words.upperBound)..<cue.words.upperBound
                        result.append(cut)
                    }
                    continue
                }
                let isFar = entry.kind == .emoji && cue.words.lowerBound > last.words.upperBound + 1
                if !isFar {
                    last.words = last.words.lowerBound..<max(last.words.upperBound, cue.words.upperBound)
                }
                last.strength = max(last.strength, cue.strength)
                result[result.count - 1] = last
            } else {
                result.append(cue)
            }
        }
        return result
    }

    /// An emoji in the sentence of a cue, or after the mark that ends it, says the same once more.
    private func isMark(_ cue: PlacedCue, _ entry: CueEntry, after last: PlacedCue, in words: [CueWord]) -> Bool {
        guard entry.kind == .emoji, cue.words.lowerBound - last.words.upperBound < 60 else { return false }
        let between = words[last.words.upperBound..<cue.words.lowerBound]
        return between.allSatisfy { $0.kind != .stop } || between.allSatisfy { $0.kind == .stop || $0.kind == .emoji }
    }

    private func isThanks(_ kind: CueEntry.Kind) -> Bool { kind == .verb || kind == .interjection }

    private func isCoordinated(_ cue: PlacedCue, _ entry: CueEntry, after last: PlacedCue, in words: [CueWord]) -> Bool
    {
        guard cue.polarity == last.polarity else { return false }
        if cue.words.lowerBound == last.words.upperBound { return true }
        let lastKind = lexicon.entries[last.entry].kind
        let gap = words[last.words.upperBound..<cue.words.lowerBound]
        if isThanks(entry.kind), isThanks(lastKind), gap.count <= 2 {
            // « les remercier et les féliciter »
            return gap.allSatisfy { $0.has([CueWordClasses(.coordinator), CueWordClasses(.determiner)]) }
        }
        guard entry.kind == .adjective, lastKind == .adjective || lastKind == .phrase else { return false }
        return gap.count <= 4 && gap.allSatisfy { $0.kind == .comma || $0.kind == .word && $0.has(.joining) }
    }
}

/// An entry that holds at a place of a passage.
struct PlacedCue {
    var entry: Int
    /// The words of the entry itself.
    var core: Range<Int>
    var words: Range<Int>
    var polarity: Polarity
    var strength: Int
    var isNegated: Bool

    init(_ match: CueMatch, _ reading: CueScope.Reading, _ entry: CueEntry) {
        self.entry = match.entry
        core = match.words
        words = reading.words
        polarity = reading.polarity
        strength = reading.strength
        isNegated = reading.isNegated || entry.holdsNegation
    }
}
