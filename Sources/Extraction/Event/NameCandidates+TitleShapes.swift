import TextModel

// The wordings of a title that only an event's name stands in, though nothing in the name says that it is one.

extension NameCandidates {
    /// Whether a name is neither a tool's nor a common word: `SèveOuest`, “Sève Vosges”. “RGPD” and “Élagage” may be what
    /// a talk was about.
    func isDistinctive(_ phrase: NamePhrase, of words: EventWords) -> Bool {
        if words.hasEventWord(phrase) || isCoined(phrase, of: words) { return true }
        return phrase.words.count > 1
            && !phrase.words.allSatisfy { technologies.contains(words.words[$0].range, in: words.folded) }
    }

    /// A single word with a capital within, as names that are made up have: `SèveOuest`, `Sève'Ouest`; not `RGPD`, `TLS/2`.
    func isCoined(_ phrase: NamePhrase, of words: EventWords) -> Bool {
        let first = phrase.words.lowerBound
        let letters = words.utf8[phrase.range.start..<phrase.range.end]
        return phrase.words.count == 1 && words.hasInnerCapital(first)
            && letters.contains { $0 >= 0x61 && $0 <= 0x7A } && !letters.contains(UInt8(ascii: "/"))
            && !technologies.contains(phrase.range, in: words.folded)
    }

    /// “X : on y était”, “X, c'était bien !”, “X en trois talks”, “X vu de l'intérieur”, “X - Deuxième journée”,
    /// “X : ce qu'il fallait retenir”.
    func isToldBehind(_ end: Int, of title: EventWords) -> Bool {
        // “Kotlin en trois mots” is no report.
        let isCounted = title.facts(end + 1).cardinal > 1 || title.number(end + 1) != nil
        if title.has(end, .region), isCounted, title.has(end + 2, [.session, .talkToo, .day]) { return true }
        let next = title.isSeparator(end) ? end + 1 : end
        if title.has(next, .seen), title.has(next + 1, [.of, .by]) || title.has(next + 1, .function) { return true }
        guard next > end else { return false }
        let there = title.has(next, .there) ? next : next + 1
        if title.has(there, .there), title.has(there + 1, .attend) || title.has(there + 1, .past) { return true }
        if title.has(next, .copula), title.has(next + 1, .past) { return true }
        // “X, première !”
        if title.isOrdinal(next), title.has(next + 1, [.day, .sequel]) || title.isMark(next + 1, "!") { return true }
        return title.has(next, .this) && title.has(next, .article)
            && (next + 2..<next + 7).contains { title.has($0, .gist) }
    }

    /// “Le meilleur de X”, “Ce qu'on a pensé du X”, “Mes coups de cœur à X”, “Les talks marquants de X”.
    ///
    /// - Parameters:
    ///   - before: the first of the articles and prepositions in front of the name.
    ///   - first: the name's first word.
    func isGist(before: Int, _ first: Int, in segment: Range<Int>, of title: EventWords) -> Bool {
        guard before > segment.lowerBound, (before..<first).contains(where: { title.has($0, [.of, .to]) }) else {
            return false
        }
        // “Récap' de X”
        if title.isMark(before - 1, "'"), title.has(before - 2, .lead) { return true }
        // “Les talks marquants de X”; “les talks de X” may name who spoke.
        let isQualified = title.isPlainSmall(before - 1) && title.has(before - 2, .session)
        if isQualified, title.has(before - 3, [.plural, .definite]) || before - 2 == segment.lowerBound { return true }
        for index in stride(from: before - 1, through: max(segment.lowerBound, before - 5), by: -1) {
            if title.has(index, .gist) { return true }
            if index > segment.lowerBound, title.startsWithCapital(index) { return false }
        }
        return false
    }

    /// “[CR] X”, “[Conférence] X, 3 mai”, “Compte-rendu : X”: the piece in front says only what a report or event is, and
    /// the name is all that follows. “[Conf] Kotlin, et après ?” goes on with what a talk was about.
    func isBehindLabel(_ start: Int, _ end: Int, of title: EventWords) -> Bool {
        let close = start - 1
        guard end == title.count || isBeforePlaceOrDate(end, title) else { return false }
        guard title.isMark(close, "]") || title.isMark(close, ":") else { return false }
        let isBracketed = title.isMark(close, "]")
        var index = close - 1
        var hasLabel = false
        while index >= 0, !title.isSeparator(index) {
            let isLabel = title.has(index, .lead) || isBracketed && title.has(index, .kind)
            guard isLabel || title.has(index, [.article, .preposition]) else { return false }
            hasLabel = hasLabel || isLabel
            index -= 1
        }
        return hasLabel && (!isBracketed || title.isMark(index, "["))
    }
}
