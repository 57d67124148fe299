import TextModel

/// A `Review`: what the author says for and against something, in the author's own words.
struct LinkedReview {
    private let polarity: ReceptionPolarity
    private let positive: [String]
    private let negative: [String]

    /// `nil` where nothing is evaluated.
    init?(cues: [Report.Cue], polarity: ReceptionPolarity) {
        positive = cues.filter { $0.polarity == .positive }.map(\.span.text)
        negative = cues.filter { $0.polarity == .negative }.map(\.span.text)
        self.polarity = polarity
        if positive.isEmpty, negative.isEmpty, polarity == .unstated { return nil }
    }

    /// Whether a cue outside every talk is the author's on the event.
    static func isOnEvent(_ cue: Report.Cue) -> Bool { cue.target == .event && cue.holder == .author }

    /// A member of the open object.
    func add(to json: inout JSONWriter, by authors: [LinkedPerson]) {
        json.key("review")
        json.beginObject()
        json.add("@type", "Review")
        if !authors.isEmpty {
            json.key("author")
            LinkedPerson.add(authors, to: &json)
        }
        if polarity != .unstated {
            // A word, which schema.org allows; a number would be made up.
            json.key("reviewRating")
            json.beginObject()
            json.add("@type", "Rating")
            json.add("ratingValue", polarity.rawValue)
            json.endObject()
        }
        if !positive.isEmpty { json.add("positiveNotes", positive) }
        if !negative.isEmpty { json.add("negativeNotes", negative) }
        json.endObject()
    }
}
