import Lexicons
import TextModel

/// Names that stand in a row lend one another what is known of them: Nida Légé et Houleymatou Baldé.
struct NameCoordination {
    let text: ReportText
    let surroundings: NameSurroundings

    /// - Parameter candidates: in reading order.
    func weigh(_ candidates: inout [NameCandidate]) {
        guard candidates.count > 1 else { return }
        var isJoined = [Bool](repeating: false, count: candidates.count)
        for index in 1..<candidates.count {
            isJoined[index] = areJoined(candidates[index - 1], candidates[index])
        }
        for index in 1..<candidates.count where isJoined[index] && candidates[index - 1].isAccepted {
            lend(to: &candidates[index])
        }
        for index in (1..<candidates.count).reversed() where isJoined[index] && candidates[index].isAccepted {
            lend(to: &candidates[index - 1])
        }
    }

    private func lend(to candidate: inout NameCandidate) {
        guard !candidate.isAccepted, !candidate.isBarred else { return }
        switch candidate.kind {
        case .full, .reversed, .initials, .unknown, .titled, .pseudonym: candidate.score += 3
        case .given: candidate.score += candidate.rule == "before_thing" ? 0 : 2
        case .single: candidate.score += 2
        }
        if candidate.isAccepted { candidate.rule = "coordinated_with_name" }
    }

    /// Whether nothing but commas, `et` and the like, or short parentheses stand between two.
    private func areJoined(_ left: NameCandidate, _ right: NameCandidate) -> Bool {
        guard let last = left.words.last, let first = right.words.first else { return false }
        let words = surroundings.words
        guard surroundings.runs[left.run].passage == surroundings.runs[right.run].passage else { return false }
        var index = words[last].token + 1
        let end = words[first].token
        guard end - index <= 16 else { return false }
        var depth = 0
        var joins = 0
        while index < end {
            let token = text.tokens[index]
            index += 1
            let byte = text.utf8[token.range.start]
            if byte == 0x28 { depth += 1 }
            if depth > 0 {
                if byte == 0x29 { depth -= 1 }
                continue
            }
            switch token.kind {
            case .space, .newline: continue
            case .punctuation:
                guard byte == 0x2C || byte == 0x2F || byte == 0x26 || byte == 0x2B else { return false }
                joins += 1
            case .word:
                guard surroundings.entry(of: token).classes.contains(.coordination) else { return false }
                joins += 1
            default: return false
            }
        }
        return joins > 0 && depth == 0
    }
}
