import Lexicons
import TextModel

/// Names that are more than a run of capitals: with a nickname within, or a family name in lower case.
struct NameJoining {
    let text: ReportText
    let surroundings: NameSurroundings

    /// Makes one candidate of the parts of a name; the order stays.
    func join(_ candidates: inout [NameCandidate]) {
        joinNicknamed(&candidates)
        joinLowercase(&candidates)
    }

    /// Nora martin: a family name in lower case that no word of the language is, where something ends after it.
    private func joinLowercase(_ candidates: inout [NameCandidate]) {
        for index in candidates.indices {
            let candidate = candidates[index]
            guard candidate.kind == .given, !candidate.isBarred, candidate.score >= 2, candidate.rule != "before_thing",
                let passage = text.passage(at: candidate.range.start).map({ text.passages[$0] }),
                let next = surroundings.neighbour(
                    of: surroundings.words[candidate.words.upperBound - 1].token, step: 1, in: passage)
            else { continue }
            let token = text.tokens[next]
            guard token.kind == .word, token.range.count >= 4 else { continue }
            let entry = surroundings.entry(of: token)
            guard entry.classes == .given || entry.classes == .family,
                entry.births + entry.elsewhere > 1000 || entry.classes == .family
            else { continue }
            if let after = surroundings.neighbour(of: next, step: 1, in: passage),
                text.tokens[after].kind != .punctuation
            {
                continue
            }
            candidates[index].kind = .full
            candidates[index].range = TextRange(candidate.range.start, token.range.end)
            candidates[index].family = token.range
            candidates[index].score = max(candidate.score, NameCandidate.accepted)
            candidates[index].rule = "family_name_in_lower_case"
        }
    }

    /// Basile "Bazoo" Kermadec: a nickname in quotation marks stands within the name.
    private func joinNicknamed(_ candidates: inout [NameCandidate]) {
        var isInside: [Int: Bool] = [:]
        for index in candidates.indices.dropFirst()
        where candidates[index - 1].kind == .given && isInside[index - 1] == nil {
            let left = candidates[index - 1]
            let right = candidates[index]
            // The nickname itself may be a candidate.
            let next = index + 1 < candidates.count ? candidates[index + 1] : nil
            guard !left.isBarred, left.score >= 2 else { continue }
            for (count, last) in [(1, right), (2, next)] {
                guard let last, last.kind == .single || last.kind == .given, isQuoted(between: left, and: last) else {
                    continue
                }
                candidates[index - 1].kind = .full
                candidates[index - 1].nickname = TextRange(left.range.end, last.range.start)
                candidates[index - 1].range = TextRange(left.range.start, last.range.end)
                candidates[index - 1].family = last.range
                candidates[index - 1].score = max(left.score, NameCandidate.accepted)
                candidates[index - 1].rule = "nickname_within"
                for inside in index..<index + count { isInside[inside] = true }
                break
            }
        }
        if isInside.isEmpty { return }
        candidates = candidates.enumerated().filter { isInside[$0.offset] == nil }.map(\.element)
    }

    /// Whether two words in quotation marks at most, and nothing else, stand between two candidates.
    private func isQuoted(between left: NameCandidate, and right: NameCandidate) -> Bool {
        guard let first = left.words.last, let last = right.words.first else { return false }
        var index = surroundings.words[first].token + 1
        let end = surroundings.words[last].token
        guard end - index >= 3, end - index <= 7 else { return false }
        var marks: [UInt8] = []
        var wordCount = 0
        while index < end {
            let token = text.tokens[index]
            index += 1
            switch token.kind {
            case .space: continue
            case .punctuation:
                let byte = text.utf8[token.range.start]
                // Basile (Bazoo) Kermadec
                guard byte == 0x22 || byte == 0xC2 || byte == 0x28 || byte == 0x29 else { return false }
                marks.append(byte)
            case .word, .code, .hyphenatedWord, .handle:
                guard marks.count == 1 else { return false }
                wordCount += 1
            default: return false
            }
        }
        return marks.count == 2 && wordCount >= 1 && wordCount <= 2
    }
}
