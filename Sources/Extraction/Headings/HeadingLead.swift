import TextModel

/// What stands before the title in a heading: times, numbers, which talk or part it is.
///
/// “14h00 - 14h45 :”, “Mardi, 10h00 –”, “2.”, “1ère conférence :”, “Première partie de soirée :”.
struct HeadingLead {
    private(set) var hasTime = false
    /// It says which part of the event it is: “Première partie :”.
    private(set) var isPart = false
    /// It says on which day: “Jour 2 :”, “Lundi matin :”, “Soirée de mai :”.
    private(set) var isDay = false
    /// The kind that “1er quickie :” tells.
    private(set) var kind: TalkKind?
    /// After the lead, as a position in the text's tokens; where the heading begins when it has none.
    private(set) var end: Int

    private let text: ReportText
    private let words: TalkWords
    private let limit: Int

    init(of tokens: Range<Int>, in text: ReportText, words: TalkWords) {
        self.text = text
        self.words = words
        limit = tokens.upperBound
        end = tokens.lowerBound
        var position = tokens.lowerBound
        while position < limit {
            if text.isSeparator(position) {
                position += 1
            } else if hasTime, text.sign(position) == UInt8(ascii: ".") {
                // “9h30. Titre”
                position += 1
                end = position
            } else if let next = take(position, isFirst: end == tokens.lowerBound) {
                position = next
                end = next
            } else {
                break
            }
        }
    }

    /// - Returns: after what belongs to the lead at a position; `nil` where the title begins.
    private mutating func take(_ position: Int, isFirst: Bool) -> Int? {
        if let end = endOfPartName(position) {
            isPart = true
            return end
        }
        if isFirst, let time = timeAfterDay(position) { return time }
        if isFirst, let end = endOfDay(position) {
            isDay = true
            return end
        }
        if let end = endOfSpacedTime(position) ?? endOfBracketedTime(position) {
            hasTime = true
            return end
        }
        switch text.tokens[position].kind {
        case .time:
            hasTime = true
            return position + 1
        case .number:
            // A number stays when it counts something: “24 plugins”.
            return hasTime || isFirst && (isFollowedByMark(position) || isFollowedByDash(position)) ? position + 1 : nil
        case .hashtag:
            // “#3 Titre”
            let range = text.tokens[position].range
            let digits = text.utf8[range.start + 1..<range.end]
            return isFirst && digits.count <= 2 && digits.allSatisfy { (0x30...0x39).contains($0) }
                && text.nextWord(from: position + 1, before: limit) != nil ? position + 1 : nil
        case .ordinal:
            guard let noun = text.nextWord(from: position + 1, before: limit),
                let match = words.nouns.match(at: noun, before: limit, in: text),
                let colon = text.nextWord(from: match.end, before: limit), text.sign(colon) == UInt8(ascii: ":")
            else { return nil }
            kind = match.value == .talk ? nil : match.value
            return colon + 1
        default:
            guard hasTime, ["à", "h", "de"].contains(text.folded(text.tokens[position].range)),
                let next = text.nextWord(from: position + 1, before: limit)
            else { return nil }
            return [.time, .number].contains(text.tokens[next].kind) || text.isSeparator(next) ? position + 1 : nil
        }
    }

    /// After “Première partie :”, “Talk #2 :”, “Le plus drôle :”, when more follows.
    private func endOfPartName(_ position: Int) -> Int? {
        guard
            let name = words.partLeads.match(at: position, before: limit, in: text)?.end
                ?? endOfNumberedTalk(position) ?? endOfSuperlative(position)
        else { return nil }
        return endOfMark(name)
    }

    /// After the mark that follows a label, when more follows.
    private func endOfMark(_ end: Int) -> Int? {
        guard let mark = text.nextWord(from: end, before: limit), text.isSeparator(mark),
            text.nextWord(from: mark + 1, before: limit) != nil
        else { return nil }
        return mark + 1
    }

    /// After “Talk #2”, “Conférence n° 3”.
    private func endOfNumberedTalk(_ position: Int) -> Int? {
        guard let noun = words.oneTalk(at: position, before: limit, in: text),
            var next = text.nextWord(from: noun.end, before: limit)
        else { return nil }
        if text.tokens[next].kind == .hashtag { return next + 1 }
        guard text.sign(next) == UInt8(ascii: "#") || text.folded(text.tokens[next].range).hasPrefix("n°") else {
            return nil
        }
        if text.tokens[next].range.count > 3 { return next + 1 }
        next = text.nextWord(from: next + 1, before: limit) ?? limit
        return next < limit && text.tokens[next].kind == .number ? next + 1 : nil
    }

    /// After “Le plus drôle”, “La plus attendue”, where a colon follows.
    private func endOfSuperlative(_ position: Int) -> Int? {
        guard text.isWord(position, "le") || text.isWord(position, "la"),
            let degree = text.nextWord(from: position + 1, before: limit),
            text.isWord(degree, "plus") || text.isWord(degree, "moins"),
            let quality = text.nextWord(from: degree + 1, before: limit), text.tokens[quality].kind.isWord,
            let colon = text.nextWord(from: quality + 1, before: limit), text.sign(colon) == UInt8(ascii: ":")
        else { return nil }
        return quality + 1
    }

    /// After “Jour 2 :”, “Lundi matin :”, “Soirée de mai :”: at most five words that tell a day.
    private func endOfDay(_ position: Int) -> Int? {
        var next = position
        var count = 0
        var namesDay = false
        while next < limit, !text.isSeparator(next) || text.tokens[next].kind.isWhiteSpace {
            let token = text.tokens[next]
            if token.kind.isWhiteSpace || text.sign(next) == UInt8(ascii: "#") {
                next += 1
                continue
            }
            let day = words.dayWords.match(at: next, before: limit, in: text)
            guard
                day != nil || token.kind == .number || token.kind == .ordinal
                    || words.smallWords.has(next, [.of, .ofThe, .article], in: text)
            else { return nil }
            namesDay = namesDay || day != nil
            count += 1
            next = day?.end ?? next + 1
        }
        guard namesDay, count <= 5, next < limit, text.isStrongMark(next) else { return nil }
        return endOfMark(next)
    }

    /// Where the time of “Mardi, 10h00” or “Jeudi matin 9h” begins.
    private func timeAfterDay(_ position: Int) -> Int? {
        guard let day = words.weekdays.match(at: position, before: limit, in: text) else { return nil }
        return (day.end..<min(limit, day.end + 5)).first { text.tokens[$0].kind == .time || endOfSpacedTime($0) != nil }
    }

    /// After “8 h 45” or “9 h”.
    private func endOfSpacedTime(_ position: Int) -> Int? {
        guard text.tokens[position].kind == .number,
            let hour = text.nextWord(from: position + 1, before: limit),
            text.folded(text.tokens[hour].range) == "h"
        else { return nil }
        if let minutes = text.nextWord(from: hour + 1, before: limit), text.tokens[minutes].kind == .number,
            text.tokens[minutes].range.count == 2
        {
            return minutes + 1
        }
        return hour + 1
    }

    /// After “[09:30]” or “(10h – 11h)”.
    private func endOfBracketedTime(_ position: Int) -> Int? {
        guard let end = text.endOfBrackets(at: position, before: limit) else { return nil }
        var isTime = false
        for inner in position + 1..<end - 1 {
            switch text.tokens[inner].kind {
            case .time: isTime = true
            case .number: break
            default:
                guard text.isSeparator(inner) || text.isWord(inner, "à") || text.isWord(inner, "h") else { return nil }
            }
        }
        return isTime ? end : nil
    }

    /// “1 - Titre”
    private func isFollowedByDash(_ position: Int) -> Bool {
        position + 2 < limit && text.tokens[position + 1].kind.isWhiteSpace && text.isDash(position + 2)
            && text.tokens[position].range.count <= 2
    }

    private func isFollowedByMark(_ position: Int) -> Bool {
        guard position + 1 < limit else { return false }
        return [UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "/")].contains(text.sign(position + 1) ?? 0)
    }
}
