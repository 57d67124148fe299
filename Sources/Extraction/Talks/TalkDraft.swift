import TextModel

/// A talk as it is first found: where it stands and what introduces it.
struct TalkDraft {
    enum Origin: String {
        /// A heading of its own.
        case heading
        /// An item of a list of talks.
        case item
        /// A sentence that says who gave a talk.
        case attribution
        /// The whole report.
        case report
    }

    var origin: Origin
    /// The position in ``Findings/sections`` of its heading, or of the one it stands under.
    var section: Int?
    /// The heading or the first line of the item, taken apart.
    var parts: HeadingParts?
    /// The line of names under its heading.
    var byline: HeadingParts?
    /// “On a fini par les ateliers :” before the list of an item.
    var announcedKind: TalkKind?
    var attribution: Attribution?
    /// What a line such as “Titre : …” under its heading gives.
    var labelledTitle: TextRange?
    /// Those whom a list of the talks names, where the heading names none.
    var listedSpeakers: [NameGroup.Member] = []
    /// Those with whom the author of the report gave it.
    var partners: [NameGroup.Member] = []
    /// What a list of the talks calls it, where the prose that tells of it gives no title.
    var listedTitle: TextRange?
    /// The passages that recount it, heading left out.
    var passages: Range<Int>
    /// Where it begins and ends, when that is within a passage.
    var start: Int?
    var end: Int?
}

extension TalkDraft {
    func position(in text: ReportText) -> Int {
        if let start { return start }
        let first = passages.lowerBound
        return first < text.passages.count ? text.passages[first].range.start : text.utf8.count
    }
}
