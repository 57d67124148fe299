import TextModel

/// The dates of the text, and what speaks for and against each being the event's.
extension EventDates {
    /// Whether a date is where the text says when it was published.
    private func isOfPublication(_ range: TextRange) -> Bool {
        guard let line = text.metadata.published?.range else { return false }
        let place = text.sourceRange(of: range)
        return line.start < place.end && place.start < line.end
    }

    /// The days that a line gives outright, where another line close to it gives the place so.
    private func givenDays(_ labels: [[UInt8]: InfoLine.Kind]) -> [TextRange] {
        var lines: [(line: InfoLine, passage: Int)] = []
        for (position, passage) in text.passages.prefix(Self.maximumInfoPassages).enumerated() {
            lines += InfoLine.lines(of: words, words.words(in: passage.range), labels).map { ($0, position) }
        }
        let places = lines.filter { $0.line.kind == .place }.map(\.passage)
        return lines.filter { line, passage in
            line.kind == .date && places.contains { abs($0 - passage) <= 3 }
        }.map { words.range($0.line.value) }
    }

    private static let maximumInfoPassages = 24

    mutating func textCandidates(_ grammar: DateGrammar) -> [Candidate] {
        var candidates: [Candidate] = []
        let given = givenDays(grammar.vocabulary.labels)
        var passage = 0
        var rank = 0
        for expression in grammar.expressions(in: words) {
            let isGiven = given.contains { $0.contains(expression.range) }
            if !isGiven, isOfPublication(expression.range) { continue }
            while passage + 1 < text.passages.count,
                text.passages[passage + 1].range.start <= expression.range.start
            {
                if text.passages[passage].range.count > 60 { rank += 1 }
                passage += 1
            }
            guard passage < text.passages.count, text.passages[passage].range.contains(expression.range) else {
                continue
            }
            guard let resolution = DateResolution(expression, published: published, year: year) else { continue }
            if isGiven, isPast(resolution) {
                candidates.append(Candidate(expression: expression, resolution: resolution, score: Self.given))
                continue
            }
            guard let candidate = judged(expression, resolution, in: text.passages[passage], rank: rank) else {
                rejections.append(Rejection(.date, expression.range, rule: "date_of_something_else"))
                continue
            }
            candidates.append(candidate)
        }
        return candidates
    }

    /// What a line gives outright outdoes all that sentences tell.
    private static let given = 100

    private mutating func judged(
        _ expression: DateExpression, _ resolution: DateResolution, in passage: Passage, rank: Int
    ) -> Candidate? {
        guard passage.block.quoteDepth == 0 || rank == 0, isPast(resolution) else { return nil }
        if case .offsets = expression.value, isHeading(passage) { return nil }
        var candidate = Candidate(expression: expression, resolution: resolution, score: 0)
        switch passage.block.kind {
        case .code, .embed, .rule: return nil
        case .heading: candidate.isDayHeading = isMostOf(passage, expression)
        case .paragraph: candidate.isDayHeading = passage.block.candidate != nil && isMostOf(passage, expression)
        case .item, .quote, .cell, .image, .caption: break
        }
        let own = words.words(in: expression.range)
        candidate.opensPassage = opensSentence(own.lowerBound, words.words(in: passage.range))
        let sentence = signs(of: sentenceRange(of: expression, in: passage))
        guard !isOtherDate(own, in: sentence.words) else { return nil }
        var score = candidate.isDayHeading ? 2 : 0
        if sentence.isNamed {
            score += 3
        } else if isMentioned(in: words.words(in: passage.range)) {
            score += 1
        }
        candidate.isOpening = sentence.isOpening
        // “c'était samedi”
        let told = words.has(own.lowerBound - 1, .definite) ? own.lowerBound - 2 : own.lowerBound - 1
        let isBehindCopula = words.has(told, .copula) && words.has(told - 1, .copula)
        // “Mardi soir, c'était X”
        let next = words.isMark(own.upperBound, ",") ? own.upperBound + 1 : own.upperBound
        let isTold =
            rank < 3 && (isBehindCopula || words.has(next, .copula) && words.has(next + 1, .copula))
        if isTold { score += 3 }
        // “j'y étais samedi”
        if rank < 3, words.has(told, .attend), words.has(told - 1, .there) { score += 1 }
        // “Deux jours au soleil, les 29 et 30 juin.” as the first words.
        if rank == 0, sentence.words.lowerBound <= words.firstWord(from: passage.range.start) {
            score += sentence.isOfDays ? 2 : 1
        }
        if sentence.isOfPlace, rank < 3 { score += 1 }
        // “Quatre jours (du mardi 14 au vendredi 17 juin)”
        if rank < 4, isBehindCountOfDays(own.lowerBound, in: sentence.words) { score += 2 }
        if rank < 2, opensSentence(own.lowerBound, sentence.words) { score += 1 }
        score += (sentence.isHeld ? 3 : 0) + (sentence.isAttended ? 2 : 0) + (sentence.isOfKind ? 1 : 0)
        // “Halle aux Grains, Sète, hier.” is no sentence either.
        let isLine =
            sentence.words.count <= own.count + 4 || sentence.isOfPiece && sentence.words.count <= own.count + 8
        let isAtEdge = own.lowerBound == sentence.words.lowerBound || sentence.isOfPiece
        if rank == 0, isAtEdge, isLine {
            // “Mardi 12 octobre, Paris.” opens a report; the day of publication may stand there too.
            if resolution.start == published { return nil }
            score += 3
        }
        score += rank < 3 ? 2 : rank < 8 ? 1 : rank > 20 ? -1 : 0
        switch expression.value {
        case .days(let first, _): score += first.weekday == nil ? 1 : 2
        case .month, .year, .week, .monthOfPublication: score -= 1
        case .offsets, .weekend, .lastDays: break
        case .dayOfMonth: score += 2
        case .weekdays: score -= expression.direction == .last || isTold ? 0 : rank == 0 ? 1 : 3
        }
        candidate.score = score
        candidate.mayStandAlone = resolution.start != published
        if case .weekdays = expression.value, expression.direction != .last {
            candidate.mayStandAlone =
                rank == 0 && !words.has(own.lowerBound - 1, .possessive) && !isHeading(passage)
        }
        return candidate
    }

    /// “Quatre jours (du mardi 14 …”
    private func isBehindCountOfDays(_ index: Int, in sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, index - 3)..<index).contains {
            words.isCountedDay($0) && words.facts($0 - 1).cardinal != 1
        }
    }

    /// “Le web aujourd'hui” is what a talk was about, and “Hier” as a heading is the day before the one above it.
    private func isHeading(_ passage: Passage) -> Bool {
        if case .heading = passage.block.kind { return true }
        // In pasted text any line alone may be one.
        return passage.block.candidate != nil && passage.range.count < 150
    }

    /// What the words of a sentence say of any date in it.
    struct Signs {
        var range: TextRange
        var words: Range<Int>
        var isNamed = false
        var isHeld = false
        var isAttended = false
        var isOfKind = false
        var isOfDays = false
        var isOpening = false
        var isOfPlace = false
        /// A venue or town between commas: “Halle aux Grains, Sète, hier.”
        var isOfPiece = false
    }

    /// Kept from date to date, since a sentence may be as long as a text and hold as many dates.
    private mutating func signs(of range: TextRange) -> Signs {
        if let last = lastSigns, last.range == range { return last }
        var signs = Signs(range: range, words: words.words(in: range))
        signs.isNamed = isMentioned(in: signs.words)
        for index in signs.words {
            let roles = words.facts(index).roles
            signs.isHeld = signs.isHeld || words.isHolding(index)
            signs.isAttended = signs.isAttended || roles.contains(.attend) || words.isArrival(index)
            signs.isOfKind = signs.isOfKind || !roles.isDisjoint(with: [.kind, .evening])
            signs.isOfDays = signs.isOfDays || roles.contains(.day)
            signs.isOfPlace = signs.isOfPlace || isPlace(index, upTo: signs.words.upperBound)
            signs.isOfPiece = signs.isOfPiece || isPiece(index, in: signs.words)
            signs.isOpening = signs.isOpening || roles.contains(.open) && isAfterHave(index)
        }
        lastSigns = signs
        return signs
    }

    /// “à Sète”, “au théâtre”
    private func isPlace(_ index: Int, upTo limit: Int) -> Bool {
        guard words.has(index, [.to, .inside]) else { return false }
        let next = words.has(index + 1, .definite) ? index + 2 : index + 1
        guard next < limit else { return false }
        return words.has(next, .venue) || words.town(at: next, upTo: limit, in: towns) != nil
    }

    /// A town between two commas.
    private func isPiece(_ index: Int, in sentence: Range<Int>) -> Bool {
        guard words.isMark(index, ","), index + 1 < sentence.upperBound,
            let end = words.town(at: index + 1, upTo: sentence.upperBound, in: towns)
        else { return false }
        return words.isMark(end, ",")
    }

    /// Whether only an article stands before a date in its sentence.
    private func opensSentence(_ index: Int, _ sentence: Range<Int>) -> Bool {
        index == sentence.lowerBound || index == sentence.lowerBound + 1 && words.has(sentence.lowerBound, .definite)
    }

    /// “a ouvert”, not “ouvert à tous”.
    private func isAfterHave(_ index: Int) -> Bool {
        words.has(index - 1, .function) || words.has(index - 2, .function)
    }

    private func isMostOf(_ passage: Passage, _ expression: DateExpression) -> Bool {
        passage.range.count <= expression.range.count + 40
    }

    private func isMentioned(in range: Range<Int>) -> Bool {
        let low = mentions.firstPosition { $0 >= range.lowerBound }
        return low < mentions.count && mentions[low] < range.upperBound
    }

    /// “rendez-vous le 3 mai”, “sorti le 5 juin”: a word just before or after that tells of something else.
    private func isOtherDate(_ own: Range<Int>, in sentence: Range<Int>) -> Bool {
        for back in 1...6 where own.lowerBound - back >= sentence.lowerBound {
            let index = own.lowerBound - back
            if words.isFullStop(index) { break }
            // “Services Publiés est revenu les 3 et 4 mai”
            let isOfName = words.startsWithCapital(index) && mentions.contains { ($0 + 1...$0 + 3).contains(index) }
            if words.has(index, .otherDate), !isOfKind(index), !isOfName { return true }
        }
        if isOfWay(own, in: sentence) { return true }
        for index in own.upperBound..<own.upperBound + 2 where sentence.contains(index) {
            if words.has(index, .otherDate), !isOfKind(index) { return true }
        }
        return false
    }

    /// “arrivé mercredi soir, j'étais jeudi à X”, “après la fête du 2 février, j'étais à X le 15 juin”, “il y a un an, le 10
    /// juin”: a day of what comes before, where the sentence has another for the event.
    private func isOfWay(_ own: Range<Int>, in sentence: Range<Int>) -> Bool {
        let before = max(sentence.lowerBound, own.lowerBound - 6)..<own.lowerBound
        // “il y a un an”
        if before.contains(where: {
            words.has($0, .year) && words.facts($0 - 1).cardinal == 1 && words.has($0 - 2, .has)
                && words.has($0 - 3, .there)
        }) {
            return true
        }
        guard words.isMark(own.upperBound, ","),
            (own.upperBound + 1..<max(own.upperBound + 1, sentence.upperBound)).contains(where: {
                words.facts($0).weekday > 0 || words.facts($0).month > 0 && words.number($0 - 1) != nil
            })
        else { return false }
        let clause = (before.last { words.isMark($0, ",") } ?? before.lowerBound - 1) + 1..<own.lowerBound
        return clause.contains { words.has($0, [.going, .back]) || words.has($0, .otherEdition) }
    }

    /// “le rendez-vous des jardiniers”
    private func isOfKind(_ index: Int) -> Bool { words.has(index, .future) && !words.isOfFuture(index) }

    private func sentenceRange(of expression: DateExpression, in passage: Passage) -> TextRange {
        var low = passage.sentences.lowerBound
        var high = passage.sentences.upperBound
        while low < high {
            let middle = (low + high) / 2
            if text.sentences[middle].range.end <= expression.range.start { low = middle + 1 } else { high = middle }
        }
        return low < passage.sentences.upperBound ? text.sentences[low].range : passage.range
    }
}
