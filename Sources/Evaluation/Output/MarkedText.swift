import TextModel

/// The visible text of a document as HTML, with places in it marked; places may overlap.
struct MarkedText {
    struct Mark {
        var place: TextRange
        /// The class of the element.
        var kind: String
        /// Shown when the pointer rests on it.
        var note: String
    }

    private let text: DocumentText
    private let marks: [Mark]

    init(_ text: DocumentText, _ marks: [Mark]) {
        self.text = text
        self.marks = marks.filter { $0.place.end <= text.visibleEnd }.sorted { $0.place < $1.place }
    }

    /// The text is cut wherever a mark begins or ends, so that every piece has the marks around it.
    var html: String {
        let cuts = Set(marks.flatMap { [$0.place.start, $0.place.end] } + [0, text.visibleEnd]).sorted()
        var html = "<div class=\"text\">"
        var open: [Mark] = []
        var next = 0
        for (start, end) in zip(cuts, cuts.dropFirst()) {
            open.removeAll { $0.place.end <= start }
            while next < marks.count, marks[next].place.start <= start {
                open.append(marks[next])
                next += 1
            }
            let piece = EvaluationPage.escaped(text.text(at: TextRange(start, end)))
            if open.isEmpty {
                html += piece
            } else {
                let kinds = open.map(\.kind).joined(separator: " ")
                let notes = EvaluationPage.escaped(open.map(\.note).joined(separator: "; "))
                html += "<mark class=\"\(kinds)\" title=\"\(notes)\">\(piece)</mark>"
            }
        }
        return html + "</div>"
    }
}
