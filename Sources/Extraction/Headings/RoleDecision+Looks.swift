/// Headings that look alike do alike.
extension RoleDecision {
    /// The looks most of whose headings have evidence; when none has, the commonest look.
    func looksOfTalks(among open: [Int], _ itemsNameTalks: Bool) -> (
        looks: Set<Outline.Look>, rule: HeadingRule
    ) {
        let byLook = Dictionary(grouping: open) { outline.entries[$0].look }
        let voted = byLook.filter { _, members in
            let talks = members.filter { evidence[$0].points >= 2 && !standsOverTalks($0) }
            // A programme: each has its time.
            let timed = members.count { evidence[$0].hasTime }
            if timed >= 3, timed * 4 >= members.count * 3 { return true }
            return Double(talks.count) >= 0.4 * Double(members.filter { !standsOverTalks($0) }.count) && !talks.isEmpty
        }
        if !voted.isEmpty { return (Set(voted.keys), .siblings) }
        if itemsNameTalks { return ([], .commonest) }
        let commonest = byLook.filter { _, members in
            // Some sign, beside those that are told by themselves.
            members.count >= 2
                && members.count { evidence[$0].saysSomething && evidence[$0].points < 2 } * 8 >= members.count
        }.max { left, right in
            // Of two looks of one size the first in the document.
            (left.value.count, -(left.value.first ?? 0)) < (right.value.count, -(right.value.first ?? 0))
        }
        return (commonest.map { [$0.key] } ?? [], .commonest)
    }

    /// The looks most of whose headings name speakers: one that does not, and has no other sign, is no talk.
    func looksThatNameSpeakers(among open: [Int]) -> Set<Outline.Look> {
        let named = Dictionary(grouping: open) { outline.entries[$0].look }.filter { _, members in
            members.count { evidence[$0].namesSpeakers || evidence[$0].hasByline } * 3 >= members.count * 2
        }
        return Set(named.keys)
    }

    /// Lines without marks all look alike: where half of them name speakers, those before the first and after the last that
    /// do. Such a line is a talk only by more than a weak sign.
    func linesAroundTalks(among open: [Int]) -> Set<Int> {
        let lines = open.filter { outline.entries[$0].look == .unmarked([]) }
        let named = lines.filter { evidence[$0].namesSpeakers || evidence[$0].hasByline }
        guard named.count * 2 >= lines.count, let first = named.first, let last = named.last else { return [] }
        return Set(lines.filter { !(first...last).contains($0) })
    }

    /// “12h30” over a meal, where no sign of a talk stands under it and does under two other times.
    var idleTimes: Set<Int> {
        let times = evidence.indices.filter { evidence[$0].isOnlyTime }
        let told = times.filter { index in
            let own = evidence[index]
            return own.points > 0 || !own.introduced.isEmpty || own.holdsTitledTalk || own.opensAsTalk
                || own.attributedTalks + own.openedTalks + own.toldTalks + own.setApartTitles > 0
        }
        return told.count >= 2 ? Set(times).subtracting(told) : []
    }

    /// The looks of two headings or more that are only the names of those who wrote what stands under them.
    var looksOfReporters: Set<Outline.Look> {
        let parts = evidence.indices.filter { evidence[$0].isReportersPart }
        return Set(Dictionary(grouping: parts) { outline.entries[$0].look }.filter { $0.value.count >= 2 }.keys)
    }
}
