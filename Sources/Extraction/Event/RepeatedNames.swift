import Lexicons
import TextModel

/// The runs of a title's words that the text has again as a name: “Toiles sous les Ormes”, with whatever small words.
///
/// A name is told by its capital within a sentence, or by its length where the title sets it apart. An object, since it is
/// asked at every word.
final class RepeatedNames {
    /// In the title's order, as positions of its words.
    private(set) var runs: [Range<Int>] = []

    /// Whether the title is the text's first line.
    let isTitleInText: Bool

    private let title: EventWords
    private let words: EventWords
    private let towns: SpellingTable

    init(_ title: EventWords, in words: EventWords, towns: SpellingTable) {
        self.title = title
        self.words = words
        self.towns = towns
        isTitleInText = Self.isFirstLine(title, of: words)
        let places = self.places()
        var index = 0
        while index < title.count {
            let found = places[index].compactMap { run(from: index, at: $0) }.max { $0.count < $1.count }
            if let found {
                runs.append(found)
                index = found.upperBound
            } else {
                index += 1
            }
        }
    }

    /// The run that the text has again at this word, as positions of the text.
    func place(at index: Int) -> Range<Int>? {
        for run in runs where isEqual(run.lowerBound, index) {
            let place = index..<index + run.count
            guard place.upperBound <= words.count, zip(run, place).allSatisfy({ isEqual($0, $1) }) else { continue }
            return place
        }
        return nil
    }

    /// Where the text has each of the title's words with a capital or as a number, found in one pass.
    private func places() -> [[Int]] {
        var places = [[Int]](repeating: [], count: title.count)
        var firstBytes = [[Int]](repeating: [], count: 256)
        for index in 0..<title.count where mayOpen(index) {
            firstBytes[Int(title.folded[title.words[index].range.start])].append(index)
        }
        // A title that is the text's first line is no repetition.
        let start = isTitleInText ? title.count : 0
        for index in start..<max(start, words.count) {
            let word = words.words[index]
            guard word.hasCapital || word.kind == .number else { continue }
            for position in firstBytes[Int(words.folded[word.range.start])]
            where places[position].count < 24 && isEqual(position, index) { places[position].append(index) }
        }
        return places
    }

    private static func isFirstLine(_ title: EventWords, of words: EventWords) -> Bool {
        guard words.count >= title.count, title.count > 0 else { return false }
        // “X 2019 : deux jours à Sète” only begins as the title does.
        if words.count > title.count {
            let gap = words.utf8[words.words[title.count - 1].range.end..<words.words[title.count].range.start]
            guard gap.count > 1 || gap.first == 0x0A else { return false }
        }
        return (0..<title.count).allSatisfy {
            let (left, right) = (title.words[$0].range, words.words[$0].range)
            return title.folded[left.start..<left.end].elementsEqual(words.folded[right.start..<right.end])
        }
    }

    private func isEqual(_ position: Int, _ index: Int) -> Bool { title.isEqual(position, words, index) }

    private func mayOpen(_ index: Int) -> Bool {
        guard title.year(index) == nil, !title.has(index, [.lead, .sequel, .session]), !title.has(index - 1, .by)
        else { return false }
        if title.number(index) != nil { return true }
        guard title.startsWithCapital(index) || title.hasInnerCapital(index) else { return false }
        guard let kind = title.kind(index), [.word, .hyphenatedWord, .code, .abbreviation, .elidedWord].contains(kind)
        else { return false }
        let facts = title.facts(index)
        return facts.month == 0 && facts.weekday == 0
    }

    private func run(from start: Int, at place: Int) -> Range<Int>? {
        let isWithin = isWithinSentence(place)
        // “La X” keeps its article where the text gives it a capital within a sentence.
        let opensWithSmallWord = title.has(start, [.article, .preposition, .function, .kind, .evening])
        guard words.startsWithCapital(place) || words.hasInnerCapital(place) || words.number(place) != nil else {
            return nil
        }
        var end = start + 1
        while end < title.count, end < start + 10, isEqual(end, place + end - start),
            !endsName(end, place + end - start)
        {
            end += 1
        }
        end = trimmed(start..<end)
        guard end > start + 1, hasSmallWord(start..<end) else { return nil }
        let isSetApart = end == title.count || title.isSeparator(end) || title.year(end) != nil
        if opensWithSmallWord {
            let next = place + end - start
            let isHeld =
                (next..<next + 3).contains { words.isHolding($0) || words.has($0, .copula) }
                && !title.has(start, .definite)
            guard isWithin || isSetApart && end > start + 3 && isHeld else { return nil }
            // “la 6e Journée Bois et Sable”
            if title.has(start, [.kind, .evening]), !(isWithin && words.isHead(place)) { return nil }
        }
        guard isWithin || isSetApart && end > start + 2 else { return nil }
        // “Zoé Martin à X”
        if (start..<end).contains(where: { title.has($0, .to) }), !opens(start), !title.has(start - 1, .to) {
            return nil
        }
        let capitals = (start..<end).filter { title.startsWithCapital($0) || title.hasInnerCapital($0) }.count
        if capitals > 1 { return start..<end }
        // “Baobab connect” twice may be a topic: small letters need what sets them apart and a word that joins them.
        let isJoined = (start..<end).contains { title.has($0, [.titleLink, .frenchLink, .preposition, .pair]) }
        // “le festival Sèves douces”
        let isNamed =
            isWithin && words.has(place - 1, .kind) && !words.has(place - 1, [.talkToo, .session]) && opens(start)
        // “au Camp botanique”
        let isNoun = isWithin && words.isCapitalHead(place) && opens(start)
        return isSetApart && (isJoined || isNamed || isNoun || title.year(end) != nil) ? start..<end : nil
    }

    /// Whether only what leads to a name stands before it in its piece of the title.
    private func opens(_ start: Int) -> Bool {
        var index = start - 1
        while index >= 0, !title.isSeparator(index) {
            guard title.has(index, [.article, .preposition, .lead, .kind, .attend, .evening]) else { return false }
            index -= 1
        }
        return true
    }

    /// Without small words only, the reading of names by their capitals finds the same.
    private func hasSmallWord(_ run: Range<Int>) -> Bool {
        run.contains { !title.isNameWord($0) } || title.has(run.lowerBound, .article)
    }

    private func isWithinSentence(_ place: Int) -> Bool {
        guard place > 0 else { return false }
        let before = words.words[place - 1]
        let gap = words.words[place].range.start - before.range.end
        guard gap <= 1, before.kind != .listMark, !words.isFullStop(place - 1), !words.isMark(place - 1, ":") else {
            return false
        }
        return gap == 0 || words.utf8[before.range.end] == 0x20
    }

    /// What no name goes on with: a date, a verb, who spoke, the end of a piece.
    private func endsName(_ index: Int, _ place: Int) -> Bool {
        if title.isSeparator(index) {
            // “Plus d'Arbres, plus d'Oiseaux”
            return !title.isMark(index, ",") && !title.isMark(index, "%") || title.facts(index + 1).month > 0
                || title.has(index + 1, [.lead, .definite, .article])
        }
        let facts = title.facts(index)
        if title.year(index) != nil || facts.month > 0 || facts.weekday > 0 { return true }
        if title.number(index) != nil, title.facts(index + 1).month > 0 { return true }
        if title.kind(index) == .ordinal || facts.ordinal > 0 { return true }
        if title.startsWithCapital(index) || words.startsWithCapital(place) { return false }
        return title.isHolding(index) || title.has(index, [.copula, .by, .lead, .sequel, .edition, .attend])
    }

    /// The end without small words, marks and the town at it.
    private func trimmed(_ run: Range<Int>) -> Int {
        var end = run.upperBound
        func trimSmallWords() {
            while end > run.lowerBound + 1,
                title.kind(end - 1) == .punctuation || title.kind(end - 1) == .elidedWord
                    || title.has(end - 1, [.article, .preposition, .function, .titleLink, .link])
                    || title.number(end - 1) != nil
            {
                end -= 1
            }
        }
        trimSmallWords()
        // “X à Sète”, “X, Sète”, “X de Sète”: the town is the place.
        for start in run.dropFirst(2) where start < end {
            let isBehind = title.has(start - 1, [.to, .of, .region]) || title.isMark(start - 1, ",")
            let isNoun =
                title.has(run.lowerBound - 1, .plural) || title.isCapitalHead(run.lowerBound)
                || title.has(run.lowerBound, .head)
            guard isBehind, !(isNoun && title.has(start - 1, .of)),
                title.town(at: start, upTo: end, in: towns) == end
            else { continue }
            end = start - 1
            trimSmallWords()
            break
        }
        return end
    }
}
