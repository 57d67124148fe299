import TextModel

/// Titles that prose sets apart in one way throughout, each beside a sign of a talk: where three are, each begins one,
/// whether somebody is named or not.
///
/// “Le directeur a ouvert avec *Cap 2013*”, “Deux intégratrices ont fait [Flexbox, on y est presque](…)”.
struct SetApartTitles {
    private enum Style: Hashable {
        case emphasis
        /// Links to pages that stand side by side.
        case link(folder: [UInt8])
    }

    let text: ReportText
    let mentions: PeopleIndex
    let words: TalkWords

    /// So many titles of one style show that it is that of titles.
    private static let fewest = 3

    /// In reading order; none where no style has three.
    func all() -> [Attribution] {
        var found: [Style: [Title]] = [:]
        for passage in text.passages
        where passage.isUnquotedParagraph && !passage.mayBeHeading {
            for (style, range) in setApart(in: passage) {
                guard let title = title(range, of: style, in: passage) else { continue }
                found[style, default: []].append(title)
            }
        }
        return found.flatMap { style, titles in
            let signed = titles.filter(\.isSigned)
            if signed.count < Self.fewest { return [Attribution]() }
            // Pages that stand side by side are of one kind: where most are of talks, all are.
            let areLinks = if case .link = style { signed.count * 2 > titles.count } else { false }
            return (areLinks ? titles : signed).map(\.attribution)
        }.sorted { $0.range < $1.range }
    }

    private struct Title {
        let attribution: Attribution
        /// Something beside it is a sign of a talk.
        let isSigned: Bool
    }

    /// What a paragraph sets apart that may be a title, two words or more with a capital.
    private func setApart(in passage: Passage) -> [(Style, TextRange)] {
        let marked = text.marks(in: passage.range).compactMap { mark -> (Style, TextRange)? in
            switch mark.kind {
            case .emphasis: (.emphasis, mark.range)
            case .link(let target): folder(of: target).map { (.link(folder: $0), mark.range) }
            case .strong, .code, .strikethrough, .image, .footnote, .emoji: nil
            }
        }
        return marked.filter { _, range in
            (2...20).contains(text.wordCount(range)) && range != passage.range && mentions.mentions(in: range).isEmpty
                && text.startsWithCapitalOrDigit(text.token(at: range.start))
        }
    }

    /// The address of a page up to its last part.
    private func folder(of target: String) -> [UInt8]? {
        let bytes = Array(target.utf8)
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")), bytes.count(where: { $0 == UInt8(ascii: "/") }) >= 4
        else {
            return nil
        }
        return Array(bytes[..<slash])
    }

    /// Who gave the talk of a title, as its sentence tells, or the next one where it stands alone.
    private func title(_ range: TextRange, of style: Style, in passage: Passage) -> Title? {
        let sentence = text.sentences.firstPosition { $0.range.end > range.start }
        guard passage.sentences.contains(sentence) else { return nil }
        let inner = text.tokens(in: range)
        var sides = sides(of: inner, in: sentence)
        if !sides.contains(where: { $0.contains { text.tokens[$0].kind.isWord } }),
            sentence + 1 < passage.sentences.upperBound
        {
            sides = [text.tokens(in: text.sentences[sentence + 1].range)]
        }
        let kind = sides.lazy.compactMap(kindOfTalk).first
        let nearest = sides.flatMap { NameGroup.groups(in: $0, of: text, mentions: mentions) }
            .min { distance($0.tokens, inner) < distance($1.tokens, inner) }
        let isLink = if case .link = style { true } else { false }
        let isSigned =
            kind != nil || nearest != nil || sides.contains { tellsOfSomebody($0, mayTell: isLink) }
            || isLink && isBySomebody(inner.upperBound, before: passage.tokens.upperBound)
        return Title(
            attribution: Attribution(
                speakers: (nearest?.members ?? []).map { .init(person: $0.person, range: $0.range) },
                sentence: sentence, passage: passage.index, range: range, rule: .introduced, title: range, kind: kind),
            isSigned: isSigned)
    }

    /// “, par Grisou”, “de Lambda”: behind a title, whoever that is.
    private func isBySomebody(_ position: Int, before end: Int) -> Bool {
        guard var first = text.nextWord(from: position, before: end) else { return false }
        if text.sign(first) == UInt8(ascii: ",") { first = text.nextWord(from: first + 1, before: end) ?? first }
        let leads =
            words.smallWords.has(first, [.of, .ofThe], in: text)
            || words.agents.match(at: first, before: end, in: text)?.value.isBy ?? false
        return leads && text.nextWord(from: first + 1, before: end).map(text.startsWithCapitalOrDigit) ?? false
    }

    /// What stands before and behind a title in its sentence.
    private func sides(of title: Range<Int>, in sentence: Int) -> [Range<Int>] {
        let tokens = text.tokens(in: text.sentences[sentence].range)
        return [
            tokens.lowerBound..<max(tokens.lowerBound, title.lowerBound),
            title.upperBound..<max(title.upperBound, tokens.upperBound),
        ]
    }

    private func kindOfTalk(_ side: Range<Int>) -> TalkKind? {
        side.lazy.compactMap { words.oneTalk(at: $0, before: side.upperBound, in: text)?.value }.first
    }

    /// “Deux intégratrices”, “l'orateur”, or a verb of giving a talk.
    ///
    /// - Parameter mayTell: whether a verb of telling is enough: “venait raconter”.
    private func tellsOfSomebody(_ side: Range<Int>, mayTell: Bool) -> Bool {
        words.speakerNouns.phrases(in: side, of: text).contains { $0.kind == .person || $0.kind == .speaker }
            || side.contains { position in
                words.verbs.match(at: position, before: side.upperBound, in: text).map {
                    mayTell || $0.value == .giving
                } ?? false
            }
    }

    private func distance(_ names: Range<Int>, _ title: Range<Int>) -> Int {
        names.upperBound <= title.lowerBound ? title.lowerBound - names.upperBound : names.lowerBound - title.upperBound
    }
}

extension [Attribution] {
    /// Those of some passages, of ones in reading order.
    func within(_ passages: Range<Int>) -> ArraySlice<Attribution> {
        let first = firstPosition { $0.passage >= passages.lowerBound }
        return self[first...].prefix { $0.passage < passages.upperBound }
    }
}
