import TextModel

/// Decides what each heading does, by its own evidence and that of the headings that look like it.
struct RoleDecision {
    var roles: [(role: SectionRole, rule: HeadingRule)]
    let outline: Outline
    let evidence: [HeadingTalkEvidence]

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
        let areSayings = evidence.count { $0.isQuoted && !$0.namesSpeakers } >= 2
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
        let outside = linesAroundTalks(among: open)
        let reportersParts = looksOfReporters
        let idle = idleTimes
        let areNumbered = evidence.count { $0.isNumberedPart && $0.words == nil } >= 2
        // After the last that gives a sign of a talk, what gives none looks back rather than on a talk.
        let lastWithEvidence = open.last { evidence[$0].points >= 2 } ?? 0
        for index in evidence.indices {
            let own = evidence[index]
            if idle.contains(index) { continue }
            if own.isByline {
                roles[index] = (own.isReportersPart ? .group : .other, .byline)
            } else if own.isOneName, own.words == nil, reportersParts.contains(outline.entries[index].look) {
                roles[index] = (.group, .byline)
            } else if own.namesAuthor, own.words == nil {
                let holdsTalks = own.attributedTalks + own.listedTalks + own.openedTalks > 0 || standsOverTalks(index)
                roles[index] = (holdsTalks ? .group : .other, .byline)
            } else if own.namesTwoTalks {
                roles[index] = (.group, .overTalks)
            } else if own.namesSpeakers || own.hasByline && !own.saysAllOfItself || own.isReported {
                roles[index] = (.talk, .speaker)
            } else if own.wordsStandWithin, own.points >= 1, talkLooks.looks.contains(outline.entries[index].look) {
                roles[index] = (.talk, .evidence)
            } else if let role = roleOfWords(index, among: open) {
                roles[index] = (role, .words)
            } else if talkLooks.looks.contains(outline.entries[index].look), !own.isOnlyEvent,
                own.points > (outside.contains(index) ? 1 : 0) || own.isParted || own.hasTime || own.opensAsTalk
                    || !namedLooks.contains(outline.entries[index].look) && !outside.contains(index)
                        && !own.isExclaimed,
                talkLooks.rule == .commonest || own.saysSomething || own.readsAsTitle || own.isParted
                    || index < lastWithEvidence
            {
                roles[index] = own.points >= 2 ? (.talk, .evidence) : (.talk, talkLooks.rule)
            } else if own.points >= 3 && !own.isOnlyEvent || own.isNumberedPart && areNumbered {
                roles[index] = (.talk, .evidence)
            }
        }
        settleComments()
        settleParts()
        settleLinesInProse()
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
        for index in evidence.indices.dropFirst() where goesOn(index) {
            roles[index] = (.topic, .withinTalk)
        }
        for index in evidence.indices where roles[index].rule == .nothing {
            roles[index] = (index > last && index == evidence.count - 1 ? .conclusion : .logistics, .rest)
        }
    }

    /// Whether a line without marks that says nothing of itself parts the talk above: other headings follow, or it stands
    /// right under a talk of which nothing is told yet, as “🏞️ les slides de la conférence” does.
    private func goesOn(_ index: Int) -> Bool {
        let above = outline.entries[index - 1]
        guard outline.entries[index].look == .unmarked([]), [.talk, .topic].contains(roles[index - 1].role) else {
            return false
        }
        let isFirst =
            roles[index - 1].role == .talk
            && outline.entries[index].passage <= above.passage + (evidence[index - 1].hasByline ? 2 : 1)
        return roles[index].rule == .nothing && (isFirst || index < evidence.count - 1)
            || roles[index] == (.other, .words) && isFirst
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
}
