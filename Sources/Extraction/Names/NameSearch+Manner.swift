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

    /// Where two people are named by initial and family name, or three by initials alone, others are named so without more evidence.
    mutating func recognizeInitials() {
        var named: Set<WordKey> = []
        var pairs: Set<WordKey> = []
        for candidate in candidates where candidate.kind == .initials && !candidate.isBarred {
            let key = forms.hash(candidate.words)
            if isOnlyInitials(candidate) { pairs.insert(key) } else if candidate.isAccepted { named.insert(key) }
        }
        guard named.count >= 2 || pairs.count >= 3 else { return }
        for index in candidates.indices
        where candidates[index].kind == .initials && !candidates[index].isBarred && candidates[index].score >= 0
            && (named.count >= 2 || isOnlyInitials(candidates[index]))
        {
            candidates[index].score = max(candidates[index].score, NameCandidate.accepted)
        }
    }

    /// `Z. M.`, `Z. M. T.`
    private func isOnlyInitials(_ candidate: NameCandidate) -> Bool {
        candidate.kind == .initials && scan.words[candidate.words.upperBound - 1].shape == .initial
    }
}
