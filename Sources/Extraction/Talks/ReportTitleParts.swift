import Lexicons
import TextModel

/// What words of a report's title are no part of the title of its talk.
struct ReportTitleWords: Sendable {
    /// “retour sur”, “j'étais à”.
    let openings: PhraseIndex<Bool>
    let fillers: Set<WordKey>
    let functionWords: Set<WordKey>

    init(_ lexicons: LexiconSet) throws(LexiconError) {
        openings = try lexicons.phrases(.reportTitles)
        functionWords = Set(try lexicons.table(.functionWords).rows.map { WordKey($0.fields[0]) })
        var fillers: Set<WordKey> = []
        for list in [EmbeddedLexicon.titleFillers, .months, .weekdays] {
            fillers.formUnion(try lexicons.table(list).rows.map { WordKey($0.fields[0]) })
        }
        self.fillers = fillers
    }
}

/// The title of a report on one talk, taken apart: “Aux Phares 2016 : des balises vertes, par Maud Tessier”.
///
/// Colons, dashes and bars part it into pieces. A piece of which the event's name, people, numbers, dates and words for
/// talks leave nothing is dropped; from what remains, “Retour sur” at the start and “par X” or “aux Phares 2016” at the end
/// are taken off.
struct ReportTitleParts {
    private enum Kind { case event, person, number, filler, function, noun, opening, content }

    private struct Word {
        let range: Range<Int>
        let key: WordKey
        var kind = Kind.content
    }

    private let bytes: [UInt8]
    private var words: [Word] = []
    /// Positions in `words`, of the pieces in order.
    private var pieces: [Range<Int>] = []
    /// The title of the talk, as half-open positions in the bytes; `nil` where nothing of it remains.
    private(set) var title: Range<Int>?

    /// - Parameters:
    ///   - title: the whole title, in matching form.
    ///   - people: the names of those who may have given the talk, in matching form.
    init(_ title: [UInt8], event: EventFinding, people: [String], words: TalkWords, titleWords: ReportTitleWords) {
        bytes = title
        split(lowercased(title))
        classify(event, people, words, titleWords)
        self.title = quotation() ?? remaining(words)
    }

    // MARK: Words and pieces

    /// Parts the title at what separates: `:`, `|`, the end of brackets such as `[Notes]`, and a dash between spaces.
    private mutating func split(_ folded: [UInt8]) {
        var pieceStart = 0
        var index = 0
        while index < folded.count {
            let length = Self.wordLength(folded, at: index)
            if length > 0 {
                var letters = Array(folded[index..<index + length])
                // The typographic apostrophe of `l’` is that of the lists.
                if letters.suffix(3) == [0xE2, 0x80, 0x99] {
                    letters.replaceSubrange((letters.count - 3)..., with: [0x27])
                }
                words.append(Word(range: index..<index + length, key: WordKey(folded: letters[...])))
                index += length
                continue
            }
            if isSeparator(folded, at: index), words.count > pieceStart {
                pieces.append(pieceStart..<words.count)
                pieceStart = words.count
            }
            index += 1
            // The rest of a sign of several bytes.
            while index < folded.count, folded[index] & 0xC0 == 0x80 { index += 1 }
        }
        if words.count > pieceStart { pieces.append(pieceStart..<words.count) }
    }

    /// The length of the word that begins at a position; 0 where none does. An elided word ends with its apostrophe.
    private static func wordLength(_ bytes: [UInt8], at start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) {
                index += 1
            } else if byte == 0xC2 || byte == 0xE2 || byte >= 0xF0 {
                let isApostrophe = byte == 0xE2 && bytes[index...].starts(with: [0xE2, 0x80, 0x99])
                return index > start && isApostrophe ? index + 3 - start : index - start
            } else if byte >= 0x80 {
                index += 1
            } else if byte == 0x27 {
                return index > start ? index + 1 - start : 0
            } else if [0x2D, 0x2E, 0x2F, 0x2B, 0x23].contains(byte), index > start, index + 1 < bytes.count,
                bytes[index + 1] > 0x2F, bytes[index + 1] != 0x3A
            {
                index += 1
            } else {
                break
            }
        }
        return index - start
    }

    private func isSeparator(_ folded: [UInt8], at index: Int) -> Bool {
        switch folded[index] {
        case UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: "]"): return true
        case UInt8(ascii: "-"): return index > 0 && folded[index - 1] == 0x20
        // Half and whole dashes.
        case 0xE2:
            return folded[index...].starts(with: [0xE2, 0x80, 0x93])
                || folded[index...].starts(with: [0xE2, 0x80, 0x94])
        case _: return false
        }
    }

    // MARK: What the words are

    private mutating func classify(
        _ event: EventFinding, _ people: [String], _ talkWords: TalkWords, _ titleWords: ReportTitleWords
    ) {
        let keys = words.map(\.key)
        for index in words.indices {
            let key = keys[index]
            if bytes[words[index].range].allSatisfy({ (0x30...0x39).contains($0) }) {
                words[index].kind = .number
            } else if titleWords.fillers.contains(key) {
                words[index].kind = .filler
            } else if titleWords.functionWords.contains(key) {
                words[index].kind = .function
            } else if talkWords.nouns.matches(keys[index...]) {
                words[index].kind = .noun
            }
        }
        markEvent(event, titleWords)
        for person in people {
            let name = PhraseIndex<Bool>.words(of: person)
            guard name.count >= 2 else { continue }
            for index in words.indices where keys[index...].starts(with: name) {
                for position in index..<index + name.count { words[position].kind = .person }
            }
        }
        for index in words.indices {
            guard let count = titleWords.openings.length(at: keys[index...]) else { continue }
            for position in index..<index + count where words[position].kind != .event {
                words[position].kind = .opening
            }
        }
    }

    /// The event, where all words of its name stand side by side in any order: “Phares Web”, “le Web aux Phares”.
    private mutating func markEvent(_ event: EventFinding, _ titleWords: ReportTitleWords) {
        let name = Set(event.name.map { PhraseIndex<Bool>.words(of: $0) } ?? [])
        let needed = name.subtracting(titleWords.functionWords)
        var start = 0
        while start < words.count {
            var end = start
            while end < words.count, name.contains(words[end].key) || titleWords.functionWords.contains(words[end].key)
            {
                end += 1
            }
            if !needed.isEmpty, needed.isSubset(of: Set(words[start..<end].map(\.key))) {
                for index in start..<end where name.contains(words[index].key) { words[index].kind = .event }
            }
            start = max(end, start + 1)
        }
    }

    private func saysSomething(_ piece: Range<Int>) -> Bool {
        words[piece].contains { $0.kind == .content } || words[piece].allSatisfy { $0.kind == .function }
    }

    // MARK: What remains

    /// “Retour sur « Des balises vertes »”: the quotation, when it holds two words and the rest is no title; or when it
    /// begins the title and is a piece of its own: “« Des balises vertes » : une soirée à Brest”.
    private func quotation() -> Range<Int>? {
        for (open, close) in Self.quotes {
            guard let start = bytes.firstPlace(of: open, from: 0),
                let end = bytes.firstPlace(of: close, from: start.upperBound)
            else { continue }
            let inner = start.upperBound..<end.lowerBound
            let inside = words.filter { inner.contains($0.range.lowerBound) }
            let outside = words.filter { !inner.contains($0.range.lowerBound) }
            let isFirst = outside.first.map { $0.range.lowerBound > end.lowerBound } ?? true
            let isOwnPiece = isFirst && pieces.first.map { $0.count == inside.count } ?? false
            if inside.count >= 2, isOwnPiece || !outside.contains(where: { $0.kind == .content }) {
                return trimmed(inner)
            }
        }
        return nil
    }

    /// The pairs of quotation marks of titles, in UTF-8.
    static let quotes: [(open: [UInt8], close: [UInt8])] = [("«", "»"), ("“", "”"), ("\"", "\"")].map {
        (Array($0.0.utf8), Array($0.1.utf8))
    }

    private func remaining(_ talkWords: TalkWords) -> Range<Int>? {
        let kept = pieces.indices.filter { saysSomething(pieces[$0]) }
        guard let first = kept.first, var last = kept.last else { return nil }
        // “Des balises vertes – retour d'expérience”: a word for a talk after the title is its second half.
        if last + 1 < pieces.count, words[pieces[last + 1]].allSatisfy({ $0.kind == .noun || $0.kind == .opening }) {
            last += 1
        }
        var rest = pieces[first].lowerBound..<pieces[last].upperBound
        rest = withoutOpening(rest)
        rest = withoutSpeakers(rest, talkWords)
        rest = withoutEvent(rest)
        guard let start = rest.first, let end = rest.last else { return nil }
        return trimmed(words[start].range.lowerBound..<endOfPiece(end))
    }

    /// “Retour sur la conférence”, when more follows.
    private func withoutOpening(_ range: Range<Int>) -> Range<Int> {
        guard words[range.lowerBound].kind == .opening else { return range }
        var start = range.lowerBound
        while start < range.upperBound, [.opening, .noun, .function].contains(words[start].kind) { start += 1 }
        // The article belongs to the title: “Retour sur la voix des phares”.
        let noun = words[range.lowerBound..<start].lastIndex { $0.kind == .noun || $0.kind == .opening }
        if let noun { start = noun + 1 }
        return start < range.upperBound ? start..<range.upperBound : range
    }

    /// “…, par Maud Tessier”, “… avec Maud Tessier et Léo Brun”: people up to the end, and what leads to them. Beside one who
    /// is known, a name that the text spells otherwise is one by its capitals.
    private func withoutSpeakers(_ range: Range<Int>, _ talkWords: TalkWords) -> Range<Int> {
        guard let first = range.first(where: { words[$0].kind == .person }), first > range.lowerBound else {
            return range
        }
        let keys = words.map(\.key)
        for start in range where start < first && start + 8 >= first {
            guard let length = talkWords.agents.length(at: keys[start...]), start > range.lowerBound,
                (start + length..<range.upperBound).allSatisfy(mayBeOfNames)
            else { continue }
            return range.lowerBound..<start
        }
        guard (first..<range.upperBound).allSatisfy({ words[$0].kind != .content }) else { return range }
        return bytes[words[first - 1].range.upperBound..<words[first].range.lowerBound].contains {
            $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "(")
        } ? range.lowerBound..<first : range
    }

    private func mayBeOfNames(_ word: Int) -> Bool {
        if words[word].kind != .content { return true }
        let first = bytes[words[word].range.lowerBound]
        // Any letter beyond ASCII: “Élodie”.
        return (0x41...0x5A).contains(first) || first >= 0xC3
    }

    /// “… à Phares 2016”: a small word, and nothing but the event up to the end.
    private func withoutEvent(_ range: Range<Int>) -> Range<Int> {
        var start = range.upperBound
        while start > range.lowerBound, [.event, .number, .function].contains(words[start - 1].kind) { start -= 1 }
        guard let event = (start..<range.upperBound).first(where: { words[$0].kind == .event }),
            event > range.lowerBound,
            let small = (start..<event).last(where: { words[$0].kind == .function }), small > range.lowerBound
        else { return range }
        return range.lowerBound..<small
    }

    /// After a word and the sign that ends its piece: “?”, “!”, a closing bracket.
    private func endOfPiece(_ word: Int) -> Int {
        var end = words[word].range.upperBound
        let limit = word + 1 < words.count ? words[word + 1].range.lowerBound : bytes.count
        var next = end
        while next < limit, !isSeparator(bytes, at: next), bytes[next] != UInt8(ascii: ","),
            bytes[next] != UInt8(ascii: "(")
        {
            next += 1
            if bytes[next - 1] != 0x20 { end = next }
        }
        return end
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var range = range
        while let first = range.first, bytes[first] == 0x20 || bytes[range].starts(with: [0xC2, 0xA0]) {
            range = range.lowerBound + (bytes[first] == 0x20 ? 1 : 2)..<range.upperBound
        }
        while let last = range.last, bytes[last] == 0x20 || bytes[range].suffix(2) == [0xC2, 0xA0] {
            range = range.lowerBound..<range.upperBound - (bytes[last] == 0x20 ? 1 : 2)
        }
        return range.isEmpty ? nil : range
    }
}
