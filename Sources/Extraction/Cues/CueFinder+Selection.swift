import Lexicons
import TextModel

/// Which of the entries that match are cues: the longest of those that overlap, joined where they say the same.
extension CueFinder {
    /// The entries that may hold in a passage: of those that overlap the longest.
    func selection(of matches: inout [CueMatch], in words: [CueWord], _ scope: CueScope) -> [PlacedCue] {
        matches.sort { left, right in
            if left.words.count != right.words.count { return left.words.count > right.words.count }
            if left.isBlock != right.isBlock { return left.isBlock }
            return (left.words.lowerBound, left.entry) < (right.words.lowerBound, right.entry)
        }
        /// Which cue has a word; a block has it too.
        var owners = [Int?](repeating: nil, count: words.count)
        let block = -1
        var cues: [PlacedCue] = []
        cues.reserveCapacity(matches.count)
        var unmet: [CueMatch] = []
        for match in matches {
            let entry = lexicon.entries[match.entry]
            var owner: Int?
            for place in match.words where owner == nil { owner = owners[place] }
            if let owner {
                if owner != block,
                    widen(&cues[owner], by: match, entry, scope, isFree: { owners[$0] ?? owner == owner })
                {
                    for place in match.words { owners[place] = owner }
                }
                continue
            }
            if let polarity = entry.polarity {
                guard scope.meetsNeeds(of: entry, match.words) else {
                    unmet.append(match)
                    continue
                }
                for place in match.words { owners[place] = cues.count }
                cues.append(PlacedCue(match, scope.reading(of: match, as: entry, polarity: polarity)))
            } else {
                for place in match.words { owners[place] = block }
            }
        }
        // What its surroundings do not settle gives way to all that they do.
        for match in unmet where match.words.allSatisfy({ owners[$0] == nil }) {
            let entry = lexicon.entries[match.entry]
            guard let polarity = entry.polarity else { continue }
            for place in match.words { owners[place] = cues.count }
            cues.append(PlacedCue(match, scope.reading(of: match, as: entry, polarity: polarity)))
        }
        cues.sort { ($0.words.lowerBound, $0.core.lowerBound) < ($1.words.lowerBound, $1.core.lowerBound) }
        return cues
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

    func joined(_ cues: [PlacedCue], in words: [CueWord]) -> [PlacedCue] {
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
