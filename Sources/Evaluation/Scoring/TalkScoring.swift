import TextModel

extension DocumentScorer {
    mutating func scoreTalks(_ pairs: TalkPairs) throws {
        let goldTalks = annotation.talks.indices.filter { annotation.talks[$0].attendance != .listed }
        let systemTalks = report.talks.indices.filter { index in
            guard report.talks[index].attendance != .listed else { return false }
            return pairs.goldOfSystem[index].map { annotation.talks[$0].attendance != .listed } ?? true
        }
        let matched = goldTalks.compactMap { gold in pairs.systemOfGold[gold].map { (gold: gold, system: $0) } }
        count(.talks, matched: matched.count, predicted: systemTalks.count, gold: goldTalks.count)
        for index in goldTalks where pairs.systemOfGold[index] == nil {
            note(.missed, .talks, goldLabel(index), at: goldPlace(index))
        }
        let rules = Dictionary(report.sections.map { ($0.id, $0.rule) }) { first, _ in first }
        for index in systemTalks where pairs.goldOfSystem[index] == nil {
            let talk = report.talks[index]
            note(
                .spurious, .talks, systemLabel(talk), at: systemPlace(talk),
                rule: talk.sectionID.flatMap { rules[$0] })
        }
        for (gold, system) in matched {
            note(.right, .talks, goldLabel(gold), found: systemLabel(report.talks[system]), at: goldPlace(gold))
            scoreAttributes(gold, report.talks[system])
        }
        for gold in goldTalks {
            let system = pairs.systemOfGold[gold].map { report.talks[$0] }
            try scoreTitle(gold, system)
            try scoreSpeakers(gold, system)
        }
        for system in systemTalks where pairs.goldOfSystem[system] == nil {
            try scoreTitle(nil, report.talks[system])
            try scoreSpeakers(nil, report.talks[system])
        }
    }

    /// The first of these that the talk has: its title, its heading, its first words.
    func goldLabel(_ index: Int) -> String {
        let talk = annotation.talks[index]
        return talk.title ?? talk.heading ?? talk.startsWith ?? "talk \(index + 1)"
    }

    func systemLabel(_ talk: Report.Talk) -> String {
        if let title = talk.title { return title }
        if let heading = report.sections.first(where: { $0.id == talk.sectionID }) { return heading.heading.text }
        guard let body = talk.body.flatMap({ text.place(of: $0) }) else { return "talk \(talk.ordinal)" }
        return text.text(at: body).split { $0.isWhitespace }.prefix(8).joined(separator: " ")
    }

    func goldPlace(_ index: Int) -> TextRange? { gold.talks[index].heading ?? gold.talks[index].startsWith }

    func systemPlace(_ talk: Report.Talk) -> TextRange? {
        report.sections.first { $0.id == talk.sectionID }.flatMap { place($0.heading) } ?? place(talk.titleSpan)
            ?? talk.body.flatMap { text.place(of: $0) }
    }

    private mutating func scoreAttributes(_ gold: Int, _ system: Report.Talk) {
        let talk = annotation.talks[gold]
        func check(_ layer: Layer, _ expected: String, _ found: String) {
            count(layer, isRight: expected == found)
            note(
                expected == found ? .right : .wrong, layer, goldLabel(gold), expected: expected, found: found,
                at: goldPlace(gold))
        }
        check(.kinds, talk.kind.rawValue, system.kind.rawValue)
        check(.attendance, talk.attendance.rawValue, system.attendance.rawValue)
        check(.reception, talk.reception.rawValue, system.reception.polarity.rawValue)
        count(.receptionF1, expected: talk.reception, found: system.reception.polarity)
    }

    private mutating func scoreTitle(_ gold: Int?, _ system: Report.Talk?) throws {
        let expected = gold.flatMap { annotation.talks[$0].title }
        let found = system?.title
        let expectedKey = try expected.map(key)
        let foundKey = try found.map(key)
        let isExact = expectedKey == foundKey
        let place = gold.flatMap(goldPlace) ?? system.flatMap(systemPlace)
        // The title of a talk that is missed or spurious is told with the talk.
        let isMatched = gold != nil && system != nil
        compare(
            .titles, expected: expected, found: found, isEqual: isExact, rule: system?.titleSource?.rawValue, at: place,
            notes: isMatched)
        let isAlike = try expected.map(lenientKey) == found.map(lenientKey)
        compare(.lenientTitles, expected: expected, found: found, isEqual: isAlike, notes: false)
        if isMatched { count(.titleAccuracy, isRight: isExact) }
    }

    private mutating func scoreSpeakers(_ gold: Int?, _ system: Report.Talk?) throws {
        let expected = gold.map { annotation.talks[$0].speakers } ?? []
        let found = system?.speakers.filter { $0.name != nil } ?? []
        let expectedKeys = Set(try expected.map(foldedKey))
        let foundKeys = Set(try found.compactMap(\.name).map(foldedKey))
        count(
            .speakers, matched: expectedKeys.intersection(foundKeys).count, predicted: foundKeys.count,
            gold: expectedKeys.count)
        let label = gold.map(goldLabel) ?? system.map(systemLabel) ?? ""
        let place = gold.flatMap(goldPlace)
        for name in expected {
            let isFound = foundKeys.contains(try foldedKey(name))
            note(isFound ? .right : .missed, .speakers, name, expected: label, found: isFound ? name : nil, at: place)
        }
        for speaker in found {
            guard let name = speaker.name, !expectedKeys.contains(try foldedKey(name)) else { continue }
            note(.spurious, .speakers, name, found: label, at: self.place(speaker.span) ?? place, rule: speaker.rule)
        }
        let unnamed = gold.map { annotation.talks[$0].unnamedSpeakers } ?? 0
        let foundUnnamed = system?.speakers.count { $0.name == nil } ?? 0
        count(.unnamedSpeakers, matched: min(unnamed, foundUnnamed), predicted: foundUnnamed, gold: unnamed)
        if unnamed != foundUnnamed {
            note(
                unnamed > foundUnnamed ? .missed : .spurious, .unnamedSpeakers, label, expected: String(unnamed),
                found: String(foundUnnamed), at: place, rule: system?.speakers.first { $0.name == nil }?.rule)
        }
    }
}
