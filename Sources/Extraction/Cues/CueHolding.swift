import Lexicons
import TextModel

/// Tells whose view an evaluation is.
struct CueHolding {
    struct Holder {
        var kind: CueHolder
        var person: Int?
    }

    /// How far a reporting word or a quotation mark is looked for, so that no text takes more than linear time.
    private static let reach = 60

    let words: [CueWord]
    let text: ReportText
    let people: [PersonFinding]
    /// They stand in a block that quotes somebody else.
    let isQuoted: Bool

    /// `nil` for words that somebody is only said to have used of a subject: no evaluation of the report's.
    func holder(of cue: PlacedCue, _ entry: CueEntry) -> Holder? {
        if isQuoted { return Holder(kind: .other) }
        if let quote = quotation(around: cue.words) {
            // A capital without anybody who speaks is a title.
            guard let reporter = reporter(before: quote) else { return isTitle(quote) ? nil : Holder(kind: .author) }
            return reporter
        }
        var place = cue.words.lowerBound - 1
        while place >= max(0, cue.words.lowerBound - Self.reach), words[place].kind != .stop {
            if words[place].has(CueWordClasses(.according)) { return according(place, before: cue.words.lowerBound) }
            if words[place].has([CueWordClasses(.opinion), CueWordClasses(.saying)]) {
                if let holder = reporting(place, before: cue.words.lowerBound) { return holder }
            }
            place -= 1
        }
        return Holder(kind: .author)
    }

    /// The words of the quotation around a cue that is not the whole of it.
    private func quotation(around cue: Range<Int>) -> Range<Int>? {
        var start = cue.lowerBound - 1
        let first = max(0, start - Self.reach)
        while start >= first, words[start].kind != .openingQuote {
            if words[start].kind == .closingQuote { return nil }
            start -= 1
        }
        let after = words[cue.upperBound..<min(words.count, cue.upperBound + Self.reach)]
        guard start >= first, let end = after.firstIndex(where: { $0.kind == .closingQuote }),
            end - start - 1 > cue.count + 1
        else { return nil }
        return start + 1..<end
    }

    private func isTitle(_ quote: Range<Int>) -> Bool {
        let start = words[quote.lowerBound].range.start
        return text.utf8[start] != text.folded[start] || text.utf8[start] == 0xC3 && text.utf8[start + 1] < 0xA0
    }

    /// Who is said to speak just before a quotation.
    private func reporter(before quote: Range<Int>) -> Holder? {
        for place in stride(from: quote.lowerBound - 2, through: max(0, quote.lowerBound - 8), by: -1) {
            guard words[place].kind != .stop else { return nil }
            if words[place].has([CueWordClasses(.saying), CueWordClasses(.opinion), CueWordClasses(.according)]) {
                return Holder(kind: .other, person: person(in: max(0, place - 4)..<quote.lowerBound))
            }
        }
        return nil
    }

    /// « selon lui »; « selon moi » is the author.
    private func according(_ place: Int, before cue: Int) -> Holder {
        let end = min(place + 4, cue)
        if words[place..<end].contains(where: { $0.has([CueWordClasses(.object), .subject]) }) {
            return Holder(kind: .author)
        }
        return Holder(kind: .other, person: person(in: place..<end))
    }

    /// « X trouve que »; `nil` when no view is given so, or by the author.
    private func reporting(_ place: Int, before cue: Int) -> Holder?? {
        let opens = place + 1..<min(place + 4, cue)
        guard words[opens].contains(where: { $0.has(CueWordClasses(.restrictive)) }) else { return .none }
        for before in stride(from: place - 1, through: max(0, place - 4), by: -1) {
            if words[before].kind == .stop || words[before].has(.subject) { return .none }
        }
        if words[place].has(CueWordClasses(.saying)) { return .some(nil) }
        return .some(Holder(kind: .other, person: person(in: max(0, place - 4)..<place)))
    }

    private func person(in places: Range<Int>) -> Int? {
        guard let first = places.first, let last = places.last else { return nil }
        let range = TextRange(words[first].range.start, words[last].range.end)
        return people.firstIndex { person in person.mentions.contains { range.contains($0.range) } }
    }
}
