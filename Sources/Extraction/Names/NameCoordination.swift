import Lexicons
import TextModel

/// Names that stand in a row lend one another what is known of them: Nida Légé et Houleymatou Baldé.
struct NameCoordination {
    let text: ReportText
    let surroundings: NameSurroundings

    /// - Parameter candidates: in reading order.
    func weigh(_ candidates: inout [NameCandidate]) {
        guard candidates.count > 1 else { return }
        // The candidate that each is joined to, past those in parentheses: Nida Légé (du groupe Exemple) et Zoé.
        var links: [(index: Int, join: Join)?] = [nil]
        for index in 1..<candidates.count {
            var link: (Int, Join)?
            for earlier in stride(from: index - 1, through: max(0, index - 4), by: -1) {
                let join = join(candidates[earlier], candidates[index])
                if join != .none {
                    link = (earlier, join)
                    break
                }
            }
            links.append(link)
        }
        for index in 1..<candidates.count {
            guard let link = links[index], candidates[link.index].isAccepted else { continue }
            lend(link.join, from: candidates[link.index], to: &candidates[index])
        }
        for index in (1..<candidates.count).reversed() where candidates[index].isAccepted {
            guard let link = links[index] else { continue }
            lend(link.join, from: candidates[index], to: &candidates[link.index])
        }
        weighBySiblings(&candidates)
    }

    /// Where titles of a report end, or begin, with names, those no list knows are names too.
    private func weighBySiblings(_ candidates: inout [NameCandidate]) {
        for place in [NameCandidate.Place.head, .tail] {
            let placed = candidates.filter { $0.place == place && $0.kind != .given && $0.kind != .single }
            let accepted = placed.count { $0.isAccepted }
            guard accepted >= 2, accepted * 2 > placed.count else { continue }
            for index in candidates.indices where candidates[index].place == place && candidates[index].kind == .unknown {
                guard !candidates[index].isAccepted, !candidates[index].isBarred,
                    surroundings.runs[candidates[index].run].isHeading
                else { continue }
                candidates[index].score += place == .tail ? 1 : 2
                if candidates[index].isAccepted { candidates[index].rule = "placed_as_other_names" }
            }
        }
    }

    private enum Join {
        case none
        /// A comma, which may as well stand between a name and a title.
        case comma
        case word
    }

    private func lend(_ join: Join, from lender: NameCandidate, to candidate: inout NameCandidate) {
        guard !candidate.isAccepted, !candidate.isBarred else { return }
        switch candidate.kind {
        case .full, .reversed, .initials, .titled, .pseudonym: candidate.score += 3
        case .unknown: candidate.score += join == .word ? 3 : 2
        case .given: candidate.score += candidate.rule == "before_thing" ? 0 : 2
        // Olivier Huber, Exemple: an employer rather.
        case .single:
            let isLinked = surroundings.link(around: candidate.range)?.range == candidate.range
            candidate.score += lender.kind == .given || lender.kind == .single || join == .word || isLinked ? 2 : 0
        }
        if surroundings.link(around: candidate.range)?.range == candidate.range { candidate.score += 2 }
        if candidate.isAccepted { candidate.rule = "coordinated_with_name" }
    }

    /// What stands between two: nothing but commas, `et` and the like, and parentheses, or more.
    private func join(_ left: NameCandidate, _ right: NameCandidate) -> Join {
        guard let last = left.words.last, let first = right.words.first else { return .none }
        let words = surroundings.words
        guard surroundings.runs[left.run].passage == surroundings.runs[right.run].passage else { return .none }
        var index = words[last].token + 1
        let end = words[first].token
        guard end - index <= 60 else { return .none }
        var depth = 0
        var join = Join.none
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
                guard byte == 0x2C || byte == 0x2F || byte == 0x26 || byte == 0x2B else { return .none }
                if join == .none { join = byte == 0x2C ? .comma : .word }
            case .word:
                guard surroundings.entry(of: token).classes.contains(.coordination) else { return .none }
                join = .word
            default: return .none
            }
        }
        return depth == 0 ? join : .none
    }
}
