import Normalization
import TextModel

/// Scores one record against the gold of its document.
///
/// The layers are in extensions, one file a group. Both sides are put in reading order first, so that the order in which
/// a file gives them decides nothing.
struct DocumentScorer {
    let gold: ResolvedGold
    let report: Report
    private(set) var score: DocumentScore
    private(set) var outcomes: [Outcome] = []

    var annotation: GoldAnnotation { gold.annotation }
    var text: DocumentText { gold.text }

    /// - Parameter report: `nil` where the system gave no record.
    init(_ gold: ResolvedGold, _ report: Report?) {
        self.gold = gold
        self.report = report ?? .empty
        score = DocumentScore(document: gold.annotation.document, hasRecord: report != nil)
    }

    /// - Throws: when ICU runs out of memory.
    mutating func run() throws {
        try scoreHeadings()
        let pairs = try talkPairs()
        try scoreTalks(pairs)
        try scorePersons()
        try scoreLists(pairs)
        try scoreCues(pairs)
        try scoreEvent()
        try scoreMetadata()
    }

    mutating func count(_ layer: Layer, matched: Int, predicted: Int, gold: Int) {
        score.add(layer, MatchCounts(matched: matched, predicted: predicted, gold: gold))
    }

    mutating func count(_ layer: Layer, isRight: Bool) { score.add(layer, isRight: isRight) }

    /// One of several values, for ``Layer/Measure/macroF1``.
    mutating func count<Value: CaseIterable & Equatable>(_ layer: Layer, expected: Value, found: Value)
    where Value.AllCases == [Value] {
        let values = Value.allCases
        for (index, value) in values.enumerated() {
            let counts = MatchCounts(
                matched: value == expected && value == found ? 1 : 0, predicted: value == found ? 1 : 0,
                gold: value == expected ? 1 : 0)
            score.add(layer, counts, at: index, of: values.count)
        }
    }

    mutating func note(
        _ kind: Outcome.Kind, _ layer: Layer, _ text: String, expected: String? = nil, found: String? = nil,
        at place: TextRange? = nil, rule: String? = nil
    ) {
        outcomes.append(
            Outcome(
                document: annotation.document, kind: kind, layer: layer, text: text, expected: expected, found: found,
                span: place.map { self.text.sourceRange(of: $0) }, rule: rule))
    }

    /// A value of which both sides have at most one.
    mutating func compare(
        _ layer: Layer, expected: String?, found: String?, isEqual: Bool, rule: String? = nil,
        at place: TextRange? = nil,
        notes: Bool = true
    ) {
        let isMatch = expected != nil && found != nil && isEqual
        count(layer, matched: isMatch ? 1 : 0, predicted: found == nil ? 0 : 1, gold: expected == nil ? 0 : 1)
        guard notes else { return }
        switch (expected, found) {
        case (nil, nil): break
        case (let expected?, nil): note(.missed, layer, expected, at: place)
        case (nil, let found?): note(.spurious, layer, found, at: place, rule: rule)
        case (let expected?, let found?):
            note(
                isMatch ? .right : .wrong, layer, expected, expected: expected, found: found, at: place, rule: rule)
        }
    }

    // MARK: - Equality

    /// White space equal, in matching form.
    func key(_ text: String) throws -> MatchingQuotation { try self.text.quotation(text) }

    /// The same without case.
    func foldedKey(_ text: String) throws -> String {
        try Folding.caseFolded(String(decoding: try key(text).spaced, as: UTF8.self))
    }

    /// Letters and digits without case.
    func lenientKey(_ text: String) throws -> String {
        try Folding.caseFolded(String(decoding: try key(text).squeezed, as: UTF8.self))
    }

    /// The place of a record's span; `nil` for an empty one.
    func place(_ span: Report.Span?) -> TextRange? { span.flatMap { text.place(of: $0.range) } }
}

extension Report {
    /// What a system says that gives no record.
    static let empty = Report(
        producer: Producer(name: "", version: "", lexiconsDigest: "", icuVersion: "", unicodeVersion: ""),
        source: Source(mediaType: "", encoding: "utf-8", bytes: 0, sha256: ""))
}

extension ByteRange {
    /// How many bytes two ranges share.
    func sharedCount(with other: Self) -> Int { max(0, Swift.min(end, other.end) - Swift.max(start, other.start)) }
}
