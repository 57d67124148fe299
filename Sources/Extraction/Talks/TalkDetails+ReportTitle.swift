import TextModel

/// The title of the only talk of a report, where the title of the report is all that names it.
extension TalkDetails {
    /// The title of a report on one talk, without what is the report's: the event, those who spoke.
    func setTitleOfReport(of talk: inout TalkFinding) {
        if let passage = findings.titlePassage {
            let range = text.passages[passage].range
            guard let title = titleOfTalk(Array(text.utf8[range.start..<range.end])) else { return }
            talk.title = TextRange(range.start + title.lowerBound, range.start + title.upperBound)
            talk.titleSource = .documentTitle
        } else if let whole = text.document.metadata.title {
            let matching = text.metadata.title?.text ?? whole.text
            guard let part = titleOfTalk(Array(matching.utf8)),
                let title = Self.place(of: part, in: matching, as: whole.text)
            else { return }
            let bytes = Array(whole.text.utf8)
            // A value that front matter writes with escapes is no slice of the source: then its whole place is given.
            let place = whole.range.map { range in
                range.end - range.start == bytes.count
                    ? SourceRange(range.start + title.lowerBound, range.start + title.upperBound) : range
            }
            talk.metadataTitle = Metadata.Value(String(decoding: bytes[title], as: UTF8.self), at: place)
            talk.titleSource = .documentTitle
        }
    }

    /// Where a part of a text in matching form stands in the text as written, which has the same words between its spaces.
    ///
    /// - Returns: half-open, in UTF-8 bytes of `written`.
    private static func place(of part: Range<Int>, in matching: String, as written: String) -> Range<Int>? {
        let own = matching.split(whereSeparator: \.isWhitespace)
        let theirs = written.split(whereSeparator: \.isWhitespace)
        let start = matching.utf8.index(matching.startIndex, offsetBy: part.lowerBound)
        let end = matching.utf8.index(matching.startIndex, offsetBy: part.upperBound)
        guard own.count == theirs.count, let first = own.firstIndex(where: { $0.endIndex > start }),
            let last = own.lastIndex(where: { $0.startIndex < end })
        else { return nil }
        // What is cut off within a word is a mark or two, the same in both.
        let before = matching.distance(from: own[first].startIndex, to: max(start, own[first].startIndex))
        let after = matching.distance(from: min(end, own[last].endIndex), to: own[last].endIndex)
        let from = written.index(theirs[first].startIndex, offsetBy: before, limitedBy: theirs[first].endIndex)
        let to = written.index(theirs[last].endIndex, offsetBy: -after, limitedBy: theirs[last].startIndex)
        guard let from, let to, from < to else { return nil }
        return written.utf8.distance(
            from: written.startIndex, to: from)..<written.utf8.distance(from: written.startIndex, to: to)
    }

    private func titleOfTalk(_ title: [UInt8]) -> Range<Int>? {
        let people = findings.people.indices.filter { !findings.reporters.contains($0) }
            .map { text.matchingName(of: findings.people[$0]) }
        return ReportTitleParts(
            title, event: findings.event, people: people, words: words, titleWords: titleWords
        ).title
    }
}
