import Lexicons
import TextModel

/// An entry found in a passage.
struct CueMatch {
    /// A position in the lexicon's entries.
    var entry: Int
    /// Positions of words; what the entry asks for around it is outside.
    var words: Range<Int>
    var isBlock: Bool
}

/// The reading of patterns at a place.
struct CueMatching {
    let lexicon: CueLexicon

    /// Adds every entry that stands in the words, whatever its needs, by place.
    func find(in words: [CueWord], _ matches: inout [CueMatch]) {
        let nothing = CueNeighbor(number: WordIndex.unknown, classes: [])
        let candidates = lexicon.candidates.span
        for index in words.indices where words[index].number != WordIndex.unknown {
            let positions = lexicon.candidates(at: words[index].number)
            guard !positions.isEmpty else { continue }
            let preceding = index > 0 ? words[index - 1].asNeighbor : nothing
            let following = index + 1 < words.count ? words[index + 1].asNeighbor : nothing
            for position in positions {
                guard candidates[position].following.admits(following),
                    candidates[position].preceding.admits(preceding),
                    let range = range(of: candidates[position], at: index, in: words)
                else { continue }
                let entry = candidates[position].entry
                matches.append(
                    CueMatch(entry: entry, words: range, isBlock: lexicon.entries[entry].kind == .block))
            }
        }
    }

    private func range(of candidate: CueLexicon.Candidate, at index: Int, in words: [CueWord]) -> Range<Int>? {
        let elements = lexicon.elements(of: candidate.entry)
        guard let end = end(from: candidate.element + 1, to: elements.upperBound, at: index + 1, in: words),
            let start = start(from: candidate.element, to: elements.lowerBound, at: index, in: words)
        else { return nil }
        return start..<end
    }

    /// The end of the cue, when the elements from one position to another stand from `index` on.
    private func end(from element: Int, to last: Int, at index: Int, in words: [CueWord]) -> Int? {
        var (element, index) = (element, index)
        /// Before the first word that stands outside the cue.
        var end: Int?
        while element < last {
            let current = lexicon.elements[element]
            if current.kind == .gap {
                for length in 0...3 {
                    if length > 0, !isGapWord(index + length - 1, in: words) { return nil }
                    if let rest = self.end(from: element + 1, to: last, at: index + length, in: words) {
                        return end ?? rest
                    }
                }
                return nil
            }
            let isThere = index < words.count && fits(current, words[index])
            if isThere, !current.isOptional {
                if current.isContext, end == nil { end = index }
                index += 1
            } else if isThere, let rest = self.end(from: element + 1, to: last, at: index + 1, in: words) {
                return end ?? (current.isContext ? index : rest)
            } else if !current.isOptional {
                return nil
            }
            element += 1
        }
        return end ?? index
    }

    /// The start of the cue, when the elements before one position, down to another, stand before `index`.
    private func start(from element: Int, to first: Int, at index: Int, in words: [CueWord]) -> Int? {
        var (element, index) = (element, index)
        /// Behind the last word that stands outside the cue.
        var start: Int?
        while element > first {
            let current = lexicon.elements[element - 1]
            if current.kind == .gap {
                for length in 0...3 {
                    if length > 0, !isGapWord(index - length, in: words) { return nil }
                    if let rest = self.start(from: element - 1, to: first, at: index - length, in: words) {
                        return start ?? rest
                    }
                }
                return nil
            }
            let isThere = index > 0 && fits(current, words[index - 1])
            if isThere, !current.isOptional {
                if current.isContext, start == nil { start = index }
                index -= 1
            } else if isThere, let rest = self.start(from: element - 1, to: first, at: index - 1, in: words) {
                return start ?? (current.isContext ? index : rest)
            } else if !current.isOptional {
                return nil
            }
            element -= 1
        }
        return start ?? index
    }

    private func isGapWord(_ index: Int, in words: [CueWord]) -> Bool {
        words.indices.contains(index) && words[index].kind == .word
    }

    private func fits(_ element: CueLexicon.Element, _ word: CueWord) -> Bool {
        switch element.kind {
        case .words: lexicon.holds(element, word.number)
        case .wordClass: word.has(element.classes)
        case .gap: word.kind == .word
        }
    }
}
