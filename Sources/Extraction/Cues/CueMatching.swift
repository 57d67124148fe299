import Lexicons
import TextModel

/// An entry found in a passage.
struct CueMatch {
    /// A position in the lexicon's entries.
    var entry: Int
    /// Positions of words; what the entry asks for around it is outside.
    var words: Range<Int>
}

/// The reading of patterns at a place.
struct CueMatching {
    let lexicon: CueLexicon

    /// Every entry that stands in the words, whatever its needs, by place.
    func matches(in words: [CueWord]) -> [CueMatch] {
        var matches: [CueMatch] = []
        for (index, word) in words.enumerated() where word.number != WordIndex.unknown {
            for candidate in lexicon.candidates(at: word.number) {
                guard let range = range(of: candidate, at: index, in: words) else { continue }
                matches.append(CueMatch(entry: candidate.entry, words: range))
            }
        }
        return matches
    }

    private func range(of candidate: CueLexicon.Candidate, at index: Int, in words: [CueWord]) -> Range<Int>? {
        let elements = lexicon.patterns[candidate.entry].elements
        if elements.count == 1 { return index..<index + 1 }
        guard let end = end(elements, from: candidate.element + 1, at: index + 1, in: words),
            let start = start(elements, before: candidate.element, at: index, in: words)
        else { return nil }
        return start..<end
    }

    /// The end of the cue, when the elements from `element` on stand from `index` on.
    private func end(_ elements: [CuePattern.Element], from element: Int, at index: Int, in words: [CueWord]) -> Int? {
        guard element < elements.count else { return index }
        let current = elements[element]
        if case .gap = current.kind {
            for length in 0...3 {
                if length > 0, !isGapWord(index + length - 1, in: words) { return nil }
                if let end = end(elements, from: element + 1, at: index + length, in: words) { return end }
            }
            return nil
        }
        if index < words.count, fits(current, words[index]),
            let end = end(elements, from: element + 1, at: index + 1, in: words)
        {
            return current.isContext ? index : end
        }
        return current.isOptional ? end(elements, from: element + 1, at: index, in: words) : nil
    }

    /// The start of the cue, when the elements before `element` stand before `index`.
    private func start(_ elements: [CuePattern.Element], before element: Int, at index: Int, in words: [CueWord])
        -> Int?
    {
        guard element > 0 else { return index }
        let current = elements[element - 1]
        if case .gap = current.kind {
            for length in 0...3 {
                if length > 0, !isGapWord(index - length, in: words) { return nil }
                if let start = start(elements, before: element - 1, at: index - length, in: words) { return start }
            }
            return nil
        }
        if index > 0, fits(current, words[index - 1]),
            let start = start(elements, before: element - 1, at: index - 1, in: words)
        {
            return current.isContext ? index : start
        }
        return current.isOptional ? start(elements, before: element - 1, at: index, in: words) : nil
    }

    private func isGapWord(_ index: Int, in words: [CueWord]) -> Bool {
        words.indices.contains(index) && words[index].kind == .word
    }

    private func fits(_ element: CuePattern.Element, _ word: CueWord) -> Bool {
        switch element.kind {
        case .words(let numbers): word.number != WordIndex.unknown && numbers.contains(word.number)
        case .wordClass(let wordClass): word.has(wordClass)
        case .gap: word.kind == .word
        }
    }
}
