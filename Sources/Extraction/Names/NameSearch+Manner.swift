import Lexicons
import TextModel

/// Names that need no more evidence where others of the report are written in the same manner.
extension NameSearch {
    /// The given names of those named in full need no more evidence, and lend theirs to their neighbours.
    mutating func recognizeGivenNames() {
        var known: Set<WordKey> = []
        for candidate in candidates where candidate.isAccepted {
            switch candidate.kind {
            case .full: known.insert(forms.hash(candidate.words.prefix(1), hyphen: UInt8(ascii: " ")))
            case .reversed:
                known.insert(
                    forms.hash(candidate.words.suffix(candidate.givenCount).prefix(1), hyphen: UInt8(ascii: " ")))
            case .unknown, .given, .initials, .titled, .pseudonym, .single: continue
            }
        }
        for index in candidates.indices where !candidates[index].isBarred && !candidates[index].isAccepted {
            guard candidates[index].kind == .given || candidates[index].kind == .single,
                candidates[index].rule != "before_thing",
                candidates[index].score >= -1, known.contains(forms.hash(candidates[index].words))
            else { continue }
            candidates[index].score = NameCandidate.accepted
        }
    }

    /// Where two people are named by initial and family name, or three by initials alone, others are named so without more
    /// evidence.
    mutating func recognizeInitials() {
        var named: Set<WordKey> = []
        var pairs: Set<WordKey> = []
        var abbreviations: Set<WordKey> = []
        for candidate in candidates where candidate.kind == .initials && !candidate.isBarred {
            let key = forms.hash(candidate.words)
            if candidate.words.count == 1 {
                abbreviations.insert(key)
            } else if isOnlyInitials(candidate) {
                pairs.insert(key)
            } else if candidate.isAccepted {
                named.insert(key)
            }
        }
        for index in candidates.indices
        where candidates[index].kind == .initials && !candidates[index].isBarred && candidates[index].score >= 0 {
            // “T.S.F.” is no person where others are written “T. L.”.
            let areNamedSo =
                candidates[index].words.count == 1
                ? abbreviations.count >= 3
                : named.count >= 2 || pairs.count >= 3 && isOnlyInitials(candidates[index])
            guard areNamedSo else { continue }
            candidates[index].score = max(candidates[index].score, NameCandidate.accepted)
        }
    }

    /// Where two words or three stand beside titles as names of those who gave the talk do, and few people are named in
    /// full, people go by what they call themselves: whoever stands there, or tells of something, needs no more evidence.
    mutating func recognizePseudonyms() {
        var placed: [Int] = []
        var named: Set<WordKey> = []
        var inFull: Set<WordKey> = []
        for index in candidates.indices {
            switch candidates[index].kind {
            case .full, .reversed, .initials:
                if candidates[index].isAccepted { inFull.insert(forms.hash(candidates[index].words)) }
            case .single, .unknown, .given, .pseudonym, .titled:
                guard mayBePseudonym(candidates[index]), surroundings.isBesideTitle(candidates[index]) else { continue }
                named.insert(forms.hash(candidates[index].words))
                placed.append(index)
            }
        }
        guard named.count >= (inFull.isEmpty ? 2 : 3), named.count >= 2 * inFull.count else { return }
        placed += candidates.indices.filter { index in
            !candidates[index].isAccepted && mayBePseudonym(candidates[index])
                && surroundings.tellsSomething(candidates[index])
        }
        for index in placed {
            accept(index)
            // “par Zozo et Zaza”
            if index + 1 < candidates.count, surroundings.areJoined(candidates[index], candidates[index + 1]),
                mayBePseudonym(candidates[index + 1])
            {
                accept(index + 1)
            }
        }

        func accept(_ index: Int) {
            guard !candidates[index].isAccepted else { return }
            candidates[index].score = NameCandidate.accepted
            candidates[index].rule = "named_as_others"
        }
    }

    /// Whether nothing says that a word is a thing.
    private func mayBePseudonym(_ candidate: NameCandidate) -> Bool {
        !candidate.isBarred && candidate.kind != .full
            && scan.words[candidate.words].allSatisfy { word in
                !word.has([.technology, .organisation, .place]) && word.shape != .initial
            }
    }

    /// `Z. M.`, `Z. M. T.`
    private func isOnlyInitials(_ candidate: NameCandidate) -> Bool {
        candidate.kind == .initials && scan.words[candidate.words.upperBound - 1].shape == .initial
    }
}
