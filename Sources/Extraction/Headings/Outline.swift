import TextModel

/// The headings of a document, marked and unmarked, with what each stands over.
struct Outline {
    struct Entry {
        /// The position of the heading's passage.
        let passage: Int
        let range: TextRange
        /// From 1; an unmarked heading is one below the marked ones around it.
        let level: Int
        /// What it looks like: headings of one look and level are siblings.
        let look: Look
        /// The position of the heading around this one.
        var parent: Int?
        /// The positions of the headings directly under this one.
        var children: [Int] = []
        /// After the last passage before the next heading of any kind.
        var ownEnd: Int
        /// After the last passage before the next heading of this level or above.
        var end: Int
    }

    /// How a heading is told from the text around it.
    enum Look: Hashable {
        case marked(level: Int)
        case unmarked(HeadingEvidence)
    }

    private(set) var entries: [Entry] = []
    /// The position of the passage that is the title of the document.
    private(set) var titlePassage: Int?

    init(
        of text: ReportText, mentions: PeopleIndex, words: SectionWords, talkWords: TalkWords,
        furniture: PhraseIndex<Bool>
    ) {
        let pseudo = PseudoHeadings(
            text, mentions: mentions, words: words, talkWords: talkWords, furniture: furniture)
        titlePassage = Self.titlePassage(of: text)
        let top = text.passages.compactMap(\.block.kind.headingLevel).min() ?? 1
        var level = 0
        // Levels used before any of the highest: their author chooses levels by their looks, and ends with them as well.
        var loose: Set<Int> = []
        var hasTop = false
        var ending: Int?
        let looks = text.passages.map { $0.index == titlePassage ? nil : pseudo.look(of: $0) }
        // Between the time slots of a programme, other lines part the talks.
        let isProgramme = looks.count { $0?.contains(.timeSlot) ?? false } >= 3
        for passage in text.passages where passage.index != titlePassage {
            if case .heading(let marked, _) = passage.block.kind {
                guard !passage.range.isEmpty else { continue }
                if marked == top { hasTop = true }
                if !hasTop { loose.insert(marked) }
                if loose.contains(marked), words.role(of: passage.tokens, in: text) == .conclusion {
                    ending = marked
                } else if marked < ending ?? 0 {
                    ending = nil
                }
                level = marked == ending ? top : marked
                append(passage, level: level, look: .marked(level: marked), in: text)
            } else if let look = looks[passage.index],
                !isUnderHeading(passage) || !beginsWithName(passage, mentions) || pseudo.endsWithSpeaker(passage)
            {
                // A conclusion is none of the talk above it, however it is marked.
                let role = words.role(of: passage.tokens, in: text)
                let isPart = isProgramme && look.isEmpty && role == nil
                append(
                    passage, level: role == .conclusion ? top : level + (isPart ? 2 : 1), look: .unmarked(look),
                    in: text)
            }
        }
        close(at: text.passages.count)
    }

    private func isUnderHeading(_ passage: Passage) -> Bool {
        entries.last.map { $0.passage + 1 == passage.index } ?? false
    }

    /// “Maud Tessier”, “Avec Maud Tessier”: such a line under a heading is about that heading.
    private func beginsWithName(_ passage: Passage, _ mentions: PeopleIndex) -> Bool {
        mentions.mentions(in: passage.range).contains { $0.range.start - passage.range.start < 24 }
    }

    private mutating func append(_ passage: Passage, level: Int, look: Look, in text: ReportText) {
        entries.append(
            Entry(
                passage: passage.index, range: text.firstLine(of: passage), level: level, look: look, parent: nil,
                ownEnd: text.passages.count, end: text.passages.count))
    }

    /// Settles parents and ends.
    private mutating func close(at end: Int) {
        var open: [Int] = []
        for index in entries.indices {
            while let last = open.last, entries[last].level >= entries[index].level {
                entries[last].end = entries[index].passage
                open.removeLast()
            }
            entries[index].parent = open.last
            if let parent = open.last { entries[parent].children.append(index) }
            open.append(index)
            entries[index].ownEnd = index + 1 < entries.count ? entries[index + 1].passage : end
        }
    }

    /// The first block that repeats the document's title, or that is it where the metadata has none.
    private static func titlePassage(of text: ReportText) -> Int? {
        guard let first = text.passages.first(where: { !$0.range.isEmpty && $0.block.kind.isProse }) else { return nil }
        if let title = text.metadata.title?.text {
            let key = TitleKey(title)
            for passage in text.passages.prefix(3)
            where !key.isShorter(than: text.folded[passage.range.start..<passage.range.end])
                && TitleKey(text[passage.range]) == key
            {
                return passage.index
            }
            return nil
        }
        switch first.block.kind {
        case .heading(let level, _):
            let others = text.passages.filter { $0.block.kind.headingLevel == level && $0.index != first.index }
            return others.isEmpty
                && text.passages.contains { $0.block.kind.headingLevel != nil && $0.index != first.index }
                ? first.index : nil
        case .paragraph:
            return first.block.candidate != nil && first.index == 0 ? first.index : nil
        default: return nil
        }
    }
}

/// A title without what may differ between its places: case, spaces and marks.
private struct TitleKey: Equatable {
    let letters: [UInt8]

    init(_ title: String) {
        letters =
            Self.plainLetters(of: title) ?? Array(title.filter { $0.isLetter || $0.isNumber }.lowercased().utf8)
    }

    /// Whether a text has more letters, seen without reading on.
    func isShorter(than text: ArraySlice<UInt8>) -> Bool {
        var count = 0
        for byte in text where byte >= 0x61 && byte <= 0x7A {
            count += 1
            if count > letters.count { return true }
        }
        return false
    }

    /// The same without a look at each character's properties; `nil` where there is more than French letters and marks.
    private static func plainLetters(of title: String) -> [UInt8]? {
        var letters: [UInt8] = []
        letters.reserveCapacity(title.utf8.count)
        var lead: UInt8 = 0
        for byte in title.utf8 {
            switch lead {
            case 0xC2:
                // No-break space, guillemets, the middle dot.
                guard byte == 0xA0 || byte == 0xAB || byte == 0xB7 || byte == 0xBB else { return nil }
            case 0xC3:
                if byte != 0x97, byte != 0xB7 { letters += [lead, byte < 0x9F ? byte | 0x20 : byte] }
            case 0xE2:
                guard byte == 0x80 else { return nil }
                lead = 0x80
                continue
            case 0x80:
                // Dashes, quotation marks, the ellipsis.
                guard byte >= 0x90 && byte <= 0x9E || byte == 0xA6 else { return nil }
            default:
                switch byte {
                case 0x41...0x5A: letters.append(byte | 0x20)
                case 0x61...0x7A, 0x30...0x39: letters.append(byte)
                case 0x80...: guard byte == 0xC2 || byte == 0xC3 || byte == 0xE2 else { return nil }
                default: break
                }
                lead = byte < 0x80 ? 0 : byte
                continue
            }
            lead = 0
        }
        return letters
    }
}

extension Passage {
    /// Whether it is a heading, or a line that may do the work of one.
    var mayBeHeading: Bool { block.kind.headingLevel != nil || block.candidate != nil }
}

extension Block.Kind {
    var headingLevel: Int? {
        if case .heading(let level, _) = self { return level }
        return nil
    }
}
