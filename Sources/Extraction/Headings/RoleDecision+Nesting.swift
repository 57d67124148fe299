/// What headings do to those within and behind them.
extension RoleDecision {
    /// Lines without marks behind “3 commentaires” say who wrote one, and when.
    mutating func settleComments() {
        guard let comments = evidence.lastIndex(where: \.opensComments) else { return }
        for index in evidence.indices.dropFirst(comments + 1) where outline.entries[index].look == .unmarked([]) {
            roles[index] = (.other, .words)
        }
    }

    /// Where prose under “Jour 1” and the like tells of five talks and more, and no heading is of one but a line or two
    /// without marks that name nobody, these are sayings on a slide.
    mutating func settleLinesInProse() {
        let talks = evidence.indices.filter { roles[$0].role == .talk }
        guard (1...2).contains(talks.count),
            talks.allSatisfy({ index in
                let own = evidence[index]
                return outline.entries[index].look == .unmarked([]) && !own.namesSpeakers && !own.hasByline
                    && !own.hasTime && !own.namesFormat
            })
        else { return }
        let told = evidence.indices.filter { roles[$0].role == .group }
            .map { max(evidence[$0].attributedTalks, evidence[$0].openedTalks) }
        guard told.count >= 2, told.reduce(0, +) >= 5 else { return }
        for index in talks { roles[index] = (.group, .overTalks) }
    }

    /// Where headings have no levels, one under which somebody is told of who gives the talk above, and nobody else gives
    /// one, parts that talk; so does the next one that names nobody and has no sign of a talk.
    mutating func settleParts() {
        var speakers: Set<Int> = []
        var isPart = false
        for index in evidence.indices {
            let own = evidence[index]
            guard outline.entries[index].look == .unmarked([]), roles[index].role != .group else {
                speakers = []
                continue
            }
            guard roles[index].role == .talk else { continue }
            let goesOn = isPart && own.people.isEmpty && own.points < 2
            isPart =
                roles[index].rule != .speaker && !own.hasTime && own.speakers.isSubset(of: speakers)
                && (goesOn || !own.people.isDisjoint(with: speakers))
            if isPart {
                roles[index] = (.topic, .withinTalk)
            } else if !own.speakers.isEmpty {
                speakers = own.speakers
            }
        }
    }

    /// Whether headings with evidence of talks stand directly under a heading.
    func standsOverTalks(_ index: Int) -> Bool {
        let children = outline.entries[index].children
        return children.contains { evidence[$0].points >= 2 && evidence[$0].words == nil || evidence[$0].namesSpeakers }
    }

    /// A heading over talks gathers them; one within a talk is a topic of it.
    mutating func settleNesting() {
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
            } else if own.linkedSessions >= 2, !own.namesSpeakers, !own.hasByline, !own.isQuoted, !own.isLinked {
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
            } else if own.setApartTitles >= 2, !own.namesSpeakers, !own.hasByline, !own.isQuoted {
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
