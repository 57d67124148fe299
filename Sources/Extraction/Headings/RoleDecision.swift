import TextModel

/// Decides what each heading does, by its own evidence and that of the headings that look like it.
struct RoleDecision {
    private(set) var roles: [(role: SectionRole, rule: HeadingRule)]
    private let outline: Outline
    private let evidence: [HeadingTalkEvidence]

    /// - Parameters:
    ///   - hasTitle: whether the report has a title beside its headings.
    ///   - itemsNameTalks: whether items of lists give titles and speakers, so that where no heading has evidence none is of a
    ///     talk.
    init(
        outline: Outline, evidence: [HeadingTalkEvidence], scope: ReportScope, hasTitle: Bool,
        itemsNameTalks: Bool
    ) {
        self.outline = outline
        self.evidence = evidence
        roles = Array(repeating: (.other, .nothing), count: evidence.count)
        switch scope {
        case .oneTalk: decideTopics(hasTitle: hasTitle)
        case .severalTalks: decideTalks(hasTitle: hasTitle, itemsNameTalks)
        case .noTalk: decideWithoutTalks()
        }
    }

    /// Where no talk is recounted, a heading that says nothing of itself is about the event.
    private mutating func decideWithoutTalks() {
        for index in evidence.indices {
            roles[index] = evidence[index].words.map { ($0, .words) } ?? (.logistics, .rest)
        }
    }

    /// In a report on one talk the headings part it, but for an introduction and the like.
    private mutating func decideTopics(hasTitle: Bool) {
        // The only heading of a report without a title of its own introduces the talk.
        if evidence.count == 1, !hasTitle, evidence[0].words == nil, !evidence[0].isByline {
            roles[0] = (.talk, .singleTalk)
            return
        }
        let over = headingOverAll
        let titled = evidence.firstIndex { $0.isInReportTitle && $0.words == nil }
        // What is said on it, in quotation marks.
        let areSayings = evidence.count { $0.isQuoted && !$0.namesSpeakers } >= 3
        for index in evidence.indices {
            if evidence[index].isByline {
                roles[index] = (.other, .byline)
            } else if index == over && evidence[index].words == nil || index == titled {
                roles[index] = (.talk, .singleTalk)
            } else if evidence[index].namesSpeakers
                || evidence[index].points >= 4 && !(areSayings && evidence[index].isQuoted)
            {
                roles[index] = (.talk, .speaker)
            } else if let role = evidence[index].words, role != .group {
                roles[index] = (role, .words)
            } else {
                roles[index] = (.topic, .singleTalk)
            }
        }
    }

    /// The only heading of the highest level that says nothing of itself, when two or more stand under it, none before it,
    /// and the text under it names who gave the talk.
    private var headingOverAll: Int? {
        guard let first = outline.entries.indices.first(where: { evidence[$0].words == nil }),
            outline.entries[first].children.count >= 2,
            evidence[first].isAttributed || !evidence[first].introduced.isEmpty,
            outline.entries.indices.allSatisfy({ index in
                index == first || outline.entries[index].level > outline.entries[first].level
                    || evidence[index].words != nil
            })
        else { return nil }
        return first
    }

    private mutating func decideTalks(hasTitle: Bool, _ itemsNameTalks: Bool) {
        let open = evidence.indices.filter { isOpen($0) }
        let talkLooks = looksOfTalks(among: open, itemsNameTalks)
        let namedLooks = looksThatNameSpeakers(among: open)
        let reportersParts = looksOfReporters
        // After the last that gives a sign of a talk, what gives none looks back rather than on a talk.
        let lastWithEvidence = open.last { evidence[$0].points >= 2 } ?? 0
        for index in evidence.indices {
            let own = evidence[index]
            if own.isByline {
                roles[index] = (own.isReportersPart ? .group : .other, .byline)
            } else if own.isOneName, own.words == nil, reportersParts.contains(outline.entries[index].look) {
                roles[index] = (.group, .byline)
            } else if own.namesAuthor, own.words == nil {
                let holdsTalks = own.attributedTalks + own.listedTalks + own.openedTalks > 0 || standsOverTalks(index)
                roles[index] = (holdsTalks ? .group : .other, .byline)
            } else if own.namesTwoTalks {
                roles[index] = (.group, .overTalks)
            } else if own.namesSpeakers || own.hasByline && !own.isAboutOthers || own.isReported {
                roles[index] = (.talk, .speaker)
            } else if own.wordsStandWithin, own.points >= 1, talkLooks.looks.contains(outline.entries[index].look) {
                roles[index] = (.talk, .evidence)
            } else if let role = roleOfWords(index, among: open) {
                roles[index] = (role, .words)
            } else if talkLooks.looks.contains(outline.entries[index].look),
                own.points > 0 || own.isParted || own.hasTime
                    || !namedLooks.contains(outline.entries[index].look) && !own.isExclaimed,
                talkLooks.rule == .commonest || own.saysSomething || own.readsAsTitle || own.isParted
                    || index < lastWithEvidence
            {
                roles[index] = own.points >= 2 ? (.talk, .evidence) : (.talk, talkLooks.rule)
            } else if own.points >= 3 {
                roles[index] = (.talk, .evidence)
            }
        }
        settleNesting()
        settleFirst(hasTitle: hasTitle)
        settleRest()
    }

    /// Words such as “bilan” conclude only at the end, and “en bref” introduces only at the beginning.
    private func roleOfWords(_ index: Int, among open: [Int]) -> SectionRole? {
        guard let role = evidence[index].words else { return nil }
        let look = outline.entries[index].look
        switch role {
        case .conclusion:
            // “Ce que j'ai moins aimé” over two talks.
            if evidence[index].attributedTalks >= 2 { return .group }
            // More headings that look like it and say nothing of themselves follow: it is one of them.
            let later = open.count { $0 > index && outline.entries[$0].look == look }
            return later >= 2 ? nil : role
        case .intro:
            return open.contains { $0 < index } ? index == evidence.count - 1 ? .conclusion : .other : role
        case .logistics where evidence[index].attributedTalks >= 2 && evidence[index].holdsTitledTalk: return .group
        case .talk, .topic, .group, .logistics, .other: return role
        }
    }

    /// What stands after the talks and says nothing of itself concludes at the end, and else is about the event.
    private mutating func settleRest() {
        guard let last = roles.lastIndex(where: { $0.role == .talk }) else { return }
        for index in evidence.indices where roles[index].rule == .nothing {
            roles[index] = (index > last && index == evidence.count - 1 ? .conclusion : .logistics, .rest)
        }
    }

    /// The first heading introduces the report when nothing says otherwise, or when it stands alone above all others.
    private mutating func settleFirst(hasTitle: Bool) {
        guard let first = outline.entries.first, outline.entries.count > 1 else { return }
        let isAbove = outline.entries.dropFirst().allSatisfy { $0.level > first.level }
        let own = evidence[0]
        // “Retour sur les Phares, par Maud Tessier” over everything names who wrote.
        let isTitle = isAbove && outline.entries.count >= 4
        let isOnlyTalk = roles[0].role == .talk && own.points >= 2 && roles.count { $0.role == .talk } == 1
        // A heading right above another of its level, which says nothing of itself, is the title.
        let isBare =
            roles[0].role == .talk && first.ownEnd == first.passage + 1 && own.points == 0 && !own.hasTime && !hasTitle
            && roles.dropFirst().count { $0.role == .talk } >= 2
        if roles[0].rule == .nothing || isBare
            || isAbove && own.words == nil && (isTitle || !own.namesSpeakers && !own.hasByline)
                && !(hasTitle && isOnlyTalk)
        {
            roles[0] = (.intro, .first)
        }
    }

    /// Whether the heading's own words leave its role open.
    private func isOpen(_ index: Int) -> Bool {
        !evidence[index].isByline && (evidence[index].words == nil || evidence[index].namesSpeakers)
    }

    /// The looks most of whose headings have evidence; when none has, the commonest look.
    private func looksOfTalks(among open: [Int], _ itemsNameTalks: Bool) -> (
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
    private func looksThatNameSpeakers(among open: [Int]) -> Set<Outline.Look> {
        let named = Dictionary(grouping: open) { outline.entries[$0].look }.filter { _, members in
            members.count { evidence[$0].namesSpeakers || evidence[$0].hasByline } * 3 >= members.count * 2
        }
        return Set(named.keys)
    }

    /// The looks of two headings or more that are only the names of those who wrote what stands under them.
    private var looksOfReporters: Set<Outline.Look> {
        let parts = evidence.indices.filter { evidence[$0].isReportersPart }
        return Set(Dictionary(grouping: parts) { outline.entries[$0].look }.filter { $0.value.count >= 2 }.keys)
    }

    /// Whether headings with evidence of talks stand directly under a heading.
    private func standsOverTalks(_ index: Int) -> Bool {
        let children = outline.entries[index].children
        return children.contains { evidence[$0].points >= 2 && evidence[$0].words == nil || evidence[$0].namesSpeakers }
    }

    /// A heading over talks gathers them; one within a talk is a topic of it.
    private mutating func settleNesting() {
        for index in evidence.indices.reversed() where roles[index].role == .talk || roles[index].rule == .nothing {
            let children = outline.entries[index].children
            let own = evidence[index]
            let talks = children.filter { roles[$0].role == .talk }
            // A talk told under a heading of its own within another's section makes no group of that one.
            if talks.count == 1, own.hasTime || own.attributedTalks == 1 && children.count == 1 { continue }
            if isPartedTalk(index, into: talks) {
                if roles[index].rule == .nothing { roles[index] = (.talk, .evidence) }
                continue
            }
            let named = talks.count { roles[$0].rule == .speaker }
            // What names speakers is over talks when others have theirs: “Jour 1, par X” with one, a talk with two.
            if !own.namesSpeakers && talks.contains(where: { [.speaker, .evidence].contains(roles[$0].rule) })
                || own.namesSpeakers && talks.count >= 2 && named >= (own.isDay ? 1 : 2)
                || !talks.isEmpty && roles[index].rule == .nothing
            {
                roles[index] = (.group, .overTalks)
            } else if own.describesTalk, own.attributedTalks == 1, children.isEmpty {
                // “La session où j'ai ri” over “J'ai suivi *Titre* de X”.
                if roles[index].rule == .nothing { roles[index] = (.talk, .evidence) }
            } else if own.attributedTalks >= 2, own.holdsTitledTalk, !own.namesSpeakers, !own.hasByline {
                roles[index] = (.group, .overTalks)
            } else if own.attributedTalks >= (roles[index].rule == .evidence ? 3 : 2) || own.holdsTitledTalk,
                !own.namesSpeakers, !own.hasByline, !own.namesFormat, !own.isQuoted, !own.isLinked
            {
                roles[index] = (.group, .overTalks)
            } else if own.listedTalks >= 2, !own.isToldInProse, !own.namesSpeakers, !own.hasByline {
                roles[index] = (.group, .overTalks)
            } else if own.openedTalks >= 2 || own.toldTalks >= 3,
                own.isTheme
                    || own.openedTalks >= 3 && own.hasTime && !own.namesSpeakers && !own.hasByline
            {
                roles[index] = (.group, .overTalks)
            }
        }
        for index in evidence.indices {
            guard let parent = outline.entries[index].parent else { continue }
            let above = roles[parent].role
            if roles[parent] == (.group, .words), roles[index].rule == .nothing,
                outline.entries[parent].children.count >= 2
            {
                roles[index] = (.talk, .underGroup)
            }
            // A name in a heading within a talk that has its time or speakers is of somebody quoted.
            let isOfOther =
                roles[index].rule == .speaker && (evidence[index].hasTime || !isWithinTimedTalk(index))
            if above == .talk || above == .topic, roles[index].rule != .byline, !isOfOther {
                roles[index] = (.topic, .withinTalk)
            } else if roles[index].rule == .nothing, above == .logistics || above == .intro || above == .conclusion {
                roles[index] = (above, .words)
            }
        }
    }

    /// Whether the text under a heading says who gave a talk, and the headings under it part what that one said: none of
    /// them speaks of anybody else, and one does of that speaker or all are lines in bold under a heading proper.
    private func isPartedTalk(_ index: Int, into parts: [Int]) -> Bool {
        let own = evidence[index]
        guard parts.count >= 2, own.isAttributed, own.speakers.count == 1, own.attributedTalks <= 1 else {
            return false
        }
        let told = parts.map { evidence[$0] }
        return told.allSatisfy { part in
            part.speakers.isSubset(of: own.speakers) && part.introduced.isSubset(of: own.speakers)
                && part.attributedTalks <= 1
                && !part.namesSpeakers && !part.hasByline && !part.hasTime && !part.isQuoted
                // “Retour d'expérience” may be what the speaker came to.
                && (!part.namesFormat || part.attributedTalks == 0 && part.speakers.isEmpty)
        } && (told.contains { !$0.speakers.isEmpty } || isMarked(index) && !parts.contains(where: isMarked))
    }

    private func isMarked(_ index: Int) -> Bool {
        guard case .marked = outline.entries[index].look else { return false }
        return true
    }

    private func isWithinTimedTalk(_ index: Int) -> Bool {
        var above = outline.entries[index].parent
        while let parent = above, roles[parent].role == .topic { above = outline.entries[parent].parent }
        return above.map { roles[$0].role == .talk && evidence[$0].hasTime } ?? false
    }
}
