import Lexicons
import TextModel

/// The title of a report, whether it stands in the text or only in the metadata.
struct ReportTitle {
    let words: [WordKey]
    let letters: [UInt8]

    /// - Parameter passage: the position of the passage that is the title, if one is.
    init(of text: ReportText, passage: Int?) {
        let title: String
        if let metadata = text.metadata.title?.text {
            title = metadata
        } else if let passage {
            title = text[text.passages[passage].range]
        } else {
            title = ""
        }
        letters = lowercased(Array(title.utf8))
        // As the tokenizer parts words: an elided one keeps its apostrophe.
        let plain = letters.map { byte in
            let isLetter = byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
            return isLetter || Self.wordSigns.contains(byte) ? byte : 0x20
        }
        words = PhraseIndex<Bool>.words(of: plain)
    }

    /// What stands within words: `l'`, `compte-rendu`, `1/2`, `Node.js`.
    private static let wordSigns: Set<UInt8> = [0x27, 0x2D, 0x2E, 0x2F]

    func holds<Value>(_ phrases: PhraseIndex<Value>) -> Bool {
        words.indices.contains { phrases.matches(words[$0...]) }
    }

    /// “Compte rendu d'une conférence”: “d'un” or “d'une” before a word for a talk.
    func namesOneTalk(_ talkWords: TalkWords) -> Bool {
        words.indices.dropFirst().contains { position in
            guard words[position] == Self.one || words[position] == Self.feminineOne, words[position - 1] == Self.of
            else { return false }
            let kind = talkWords.nouns.value(at: words[(position + 1)...])
            return kind != nil && kind != .other
        }
    }

    /// “On a vu pour vous : « Des phares verts »”, “« Des phares verts » : une soirée à Sein”: a quotation of three words or
    /// more behind a colon or “sur”, or before a colon, which is not the event's name: “Retour sur la journée « Des phares verts »”.
    func quotesTalk(_ event: EventFinding) -> Bool {
        for (open, close) in ReportTitleParts.quotes {
            guard let start = letters.firstPlace(of: open, from: 0),
                let end = letters.firstPlace(of: close, from: start.upperBound)
            else { continue }
            let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0xA0 || $0 == 0xC2 }
            let before = letters[..<start.lowerBound].reversed().drop(while: isSpace)
            let after = letters[end.upperBound...].drop(while: isSpace)
            guard
                before.first == UInt8(ascii: ":") || before.starts(with: Array(" sur".utf8).reversed())
                    || before.isEmpty && after.first == UInt8(ascii: ":")
            else { continue }
            let quotation = Array(letters[start.upperBound..<end.lowerBound])
            let name = lowercased(Array((event.name ?? "").utf8))
            return PhraseIndex<Bool>.words(of: quotation).count >= 3 && (name.isEmpty || !quotation.holds(name))
        }
        return false
    }

    private static let of = WordKey("d'")
    private static let one = WordKey("un")
    private static let feminineOne = WordKey("une")

    /// Whether three words or more, or two long ones, stand side by side in it and leave something of it.
    func holds(_ range: TextRange, in text: ReportText) -> Bool {
        guard range.count >= 10 else { return false }
        let part = text.wordKeys(in: range)
        guard part.count >= 2, part.count < words.count else { return false }
        return words.indices.contains { words[$0...].starts(with: part) }
    }

    /// Whether the full name of somebody stands in it.
    func names(anyOf people: [PersonFinding], in text: ReportText) -> Bool {
        people.contains { person in
            let name = Array(text.matchingName(of: person).utf8)
            return name.contains(UInt8(ascii: " ")) && letters.holds(name)
        }
    }

    /// “…, par Maud Tessier”: whether the full name of somebody stands behind words that tell who did it.
    func names(_ person: PersonFinding, behind agents: PhraseIndex<TalkWords.Agent>, in text: ReportText) -> Bool {
        let name = PhraseIndex<Bool>.words(of: lowercased(Array(text.matchingName(of: person).utf8)))
        guard name.count >= 2 else { return false }
        return words.indices.contains { start in
            guard agents.value(at: words[start...])?.isBy == true, let length = agents.length(at: words[start...])
            else { return false }
            return words[(start + length)...].starts(with: name)
        }
    }

    /// Whether the event's name and a year stand at the start: “Confs du Port 2019 : …”.
    func beginsWithYear(of event: EventFinding) -> Bool {
        guard let name = event.name else { return false }
        let length = lowercased(Array(name.utf8)).split(separator: UInt8(ascii: " ")).count
        let year = letters.split { $0 < 0x30 || $0 == UInt8(ascii: ":") }.prefix(length + 1).last ?? []
        return year.count == 4 && year.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// Whether nothing but the event's name, a year and small words stand in it.
    func isOnlyEvent(_ event: EventFinding) -> Bool {
        guard let name = event.name else { return false }
        let eventWords = Set(
            lowercased(Array(name.utf8)).split(separator: UInt8(ascii: " ")).map { WordKey(folded: $0) })
        let rest = words.filter { !eventWords.contains($0) }
        return words.count > rest.count && rest.count <= 2
    }
}
