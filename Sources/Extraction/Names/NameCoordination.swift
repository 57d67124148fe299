import Lexicons
import TextModel

/// Names that stand in a row lend one another what is known of them: Zoé Martin et Xhyra Qvolo.
struct NameCoordination {
    let text: ReportText
    let surroundings: NameSurroundings

    /// - Parameter candidates: in reading order.
    func weigh(_ candidates: inout [NameCandidate]) {
        guard candidates.count > 1 else { return }
        // The candidate that each is joined to, past those in parentheses: Zoé Martin (du groupe Exemple) et Léo.
        var links: [(index: Int, join: Join)?] = [nil]
        for index in 1..<candidates.count {
            var link: (Int, Join)?
            for earlier in stride(from: index - 1, through: max(0, index - 4), by: -1) {
                let join = join(earlier, index, of: candidates)
                if join != .none {
                    link = (earlier, join)
                    break
                }
            }
            links.append(link)
        }
        var isJoinedToNext = [Bool](repeating: false, count: candidates.count)
        for case let link? in links { isJoinedToNext[link.index] = true }
        for index in 1..<candidates.count {
            guard let link = links[index], candidates[link.index].isAccepted else { continue }
            lend(link.join, from: candidates[link.index], isWithinList: isJoinedToNext[index], to: &candidates[index])
        }
        for index in (1..<candidates.count).reversed() where candidates[index].isAccepted {
            guard let link = links[index] else { continue }
            lend(
                link.join, from: candidates[index], isWithinList: links[link.index] != nil, to: &candidates[link.index])
        }
        weighBySiblings(&candidates)
    }

    /// Where titles of a report end, or begin, with names, or names stand under them, those no list knows are names too.
    private func weighBySiblings(_ candidates: inout [NameCandidate]) {
        for place in [NameCandidate.Place.head, .tail, .underHeading] {
            let placed = candidates.filter { $0.place == place && $0.kind != .given && $0.kind != .single }
            let accepted = placed.count { $0.isAccepted }
            guard accepted >= 2, accepted * 2 > placed.count else { continue }
            for index in candidates.indices where candidates[index].place == place && candidates[index].kind == .unknown
            {
                guard !candidates[index].isAccepted, !candidates[index].isBarred,
                    place == .underHeading || surroundings.runs[candidates[index].run].isHeading
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

    private func lend(
        _ join: Join, from lender: NameCandidate, isWithinList: Bool, to candidate: inout NameCandidate
    ) {
        guard !candidate.isAccepted, !candidate.isBarred else { return }
        let isLinked = surroundings.link(around: candidate.range)?.range == candidate.range
        switch candidate.kind {
        case .full, .reversed, .initials, .titled: candidate.score += 3
        case .pseudonym: candidate.score += join == .word ? 3 : 2
        // Titre — Zoé Martin, Exemple Ausgang: an employer rather, at the end of a heading.
        case .unknown:
            let isEmployer = join == .comma && !isWithinList && surroundings.runs[candidate.run].isHeading
            candidate.score += join == .word ? 4 : isEmployer ? 0 : 2
        case .given: candidate.score += candidate.rule == "before_thing" ? 0 : 2
        // Zoé Martin, Exemple: an employer rather, unless names stand on both sides.
        case .single:
            let isName = lender.kind == .given || lender.kind == .single || join == .word
            candidate.score += isName || (isWithinList && isLinked) ? 2 : 0
        }
        if isLinked, candidate.kind != .single || isWithinList { candidate.score += 2 }
        if candidate.isAccepted { candidate.rule = "coordinated_with_name" }
    }

    /// What stands between two: nothing but commas, `et` and the like, and parentheses, or more.
    private func join(_ left: Int, _ right: Int, of candidates: [NameCandidate]) -> Join {
        guard let last = candidates[left].words.last, let first = candidates[right].words.first else { return .none }
        var index = surroundings.words[last].token + 1
        let end = surroundings.words[first].token
        guard end - index <= 60,
            surroundings.runs[candidates[left].run].passage == surroundings.runs[candidates[right].run].passage
        else { return .none }
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
