import TextModel

extension DocumentScorer {
    /// Lists match by the place of their first item, else by its first words; a “list” of one item is none.
    mutating func scoreLists(_ pairs: TalkPairs) throws {
        var system: [(list: Report.BulletList, talk: Int?)] = report.lists.map { ($0, nil) }
        for (index, talk) in report.talks.enumerated() { system += talk.lists.map { ($0, index) } }
        system = system.filter { $0.list.items.count >= 2 }
            .sorted { ($0.list.items.first?.span.range.start ?? 0) < ($1.list.items.first?.span.range.start ?? 0) }
        let order = annotation.lists.indices.sorted {
            (gold.lists[$0].firstItem?.start ?? .max, $0) < (gold.lists[$1].firstItem?.start ?? .max, $1)
        }
        let goldKeys = try order.map { try key(annotation.lists[$0].firstItem).squeezed }
        let systemKeys = try system.map { try key($0.list.items.first?.span.text ?? "").squeezed }
        let systemStarts = system.map { place($0.list.items.first?.span).map { text.trimmed($0).start } }
        let weights = order.indices.map { row in
            let start = gold.lists[order[row]].firstItem.map { text.trimmed($0).start }
            return system.indices.map { column -> Double in
                let hasCount = system[column].list.items.count == annotation.lists[order[row]].items
                if let start, start == systemStarts[column] { return hasCount ? 4 : 3 }
                guard !goldKeys[row].isEmpty, systemKeys[column].starts(with: goldKeys[row]) else { return 0 }
                return hasCount ? 2 : 1
            }
        }
        let matches = maximumWeightMatching(weights)
        let foundRows = Set(matches.map(\.row))
        let foundColumns = Set(matches.map(\.column))
        func items(_ match: (row: Int, column: Int)) -> (gold: Int, system: Int) {
            (annotation.lists[order[match.row]].items, system[match.column].list.items.count)
        }
        count(
            .lists, matched: matches.count { items($0).gold == items($0).system }, predicted: system.count,
            gold: order.count)
        count(.listStarts, matched: matches.count, predicted: system.count, gold: order.count)
        count(
            .items, matched: matches.reduce(0) { $0 + min(items($1).gold, items($1).system) },
            predicted: system.reduce(0) { $0 + $1.list.items.count },
            gold: annotation.lists.reduce(0) { $0 + $1.items })
        for match in matches {
            let (index, found) = (order[match.row], system[match.column])
            let list = annotation.lists[index]
            note(
                items(match).gold == items(match).system ? .right : .wrong, .lists, list.firstItem,
                expected: String(list.items), found: String(found.list.items.count), at: gold.lists[index].firstItem)
            try scoreIntro(index, found.list)
            let expectedTalk = list.talk
            if let expectedTalk, annotation.talks[expectedTalk].attendance == .listed { continue }
            let foundTalk = found.talk.map { pairs.goldOfSystem[$0] ?? -1 }
            count(.listTalks, isRight: expectedTalk == foundTalk)
            if expectedTalk != foundTalk {
                note(
                    .wrong, .listTalks, list.firstItem, expected: expectedTalk.map(goldLabel),
                    found: found.talk.map { systemLabel(report.talks[$0]) }, at: gold.lists[index].firstItem)
            }
        }
        for row in order.indices where !foundRows.contains(row) {
            let list = annotation.lists[order[row]]
            note(
                .missed, .lists, list.firstItem, expected: String(list.items), at: gold.lists[order[row]].firstItem)
            if list.intro != nil { count(.intros, matched: 0, predicted: 0, gold: 1) }
        }
        for column in system.indices where !foundColumns.contains(column) {
            let list = system[column].list
            note(
                .spurious, .lists, list.items.first?.span.text ?? "", found: String(list.items.count),
                at: place(list.items.first?.span))
            if list.intro != nil { count(.intros, matched: 0, predicted: 1, gold: 0) }
        }
    }

    private mutating func scoreIntro(_ index: Int, _ list: Report.BulletList) throws {
        let expected = annotation.lists[index].intro
        let goldPlace = gold.lists[index].intro
        var isEqual = false
        if let expected, let intro = list.intro {
            let systemPlace = place(intro)
            isEqual = goldPlace.map(text.trimmed) == systemPlace.map(text.trimmed) && goldPlace != nil
            if !isEqual { isEqual = try key(expected).squeezed == key(intro.text).squeezed }
        }
        compare(
            .intros, expected: expected, found: list.intro?.text, isEqual: isEqual,
            at: goldPlace ?? gold.lists[index].firstItem)
    }
}
