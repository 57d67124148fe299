import TextModel

/// What stands in talks and under the document alike.
enum DetailShape {
    static let span = Shape<Report.Span>(
        "span", "A half-open range of the decoded source, and its text without markup.",
        [
            Field("start", .integer(minimum: 0, maximum: nil), "The offset of the first unit.") {
                $1.json.add($1.offsets.offset(ofByte: $0.range.start))
            },
            Field("end", .integer(minimum: 0, maximum: nil), "The offset just past the last unit.") {
                $1.json.add($1.offsets.offset(ofByte: $0.range.end))
            },
            .text("text", "The text without markup.") { $0.text },
        ])

    static let range = Shape<SourceRange>(
        "range", "A half-open range of the decoded source.",
        [
            Field("start", .integer(minimum: 0, maximum: nil), "The offset of the first unit.") {
                $1.json.add($1.offsets.offset(ofByte: $0.start))
            },
            Field("end", .integer(minimum: 0, maximum: nil), "The offset just past the last unit.") {
                $1.json.add($1.offsets.offset(ofByte: $0.end))
            },
        ])

    static let list = Shape<Report.BulletList>(
        "list", "A bullet or numbered list.",
        [
            .text("id", "l1, l2…") { $0.id },
            .optionalObject("intro", "The sentence or line that announces it.", span) { $0.intro },
            .flag("ordered", "Whether the items are numbered.") { $0.ordered },
            .objects("items", "All items, nested ones included, in reading order.", item) { $0.items },
        ])

    private static let item = Shape<Report.Item>(
        "item", "An item of a list.",
        [
            .text("id", "i1, i2…") { $0.id },
            .optionalText("parent_id", "The item around it, of the same list.") { $0.parentID },
            .integer("depth", "From 1.", from: 1) { $0.depth },
            .text("marker", "As in the source; empty where the format has none.") { $0.marker },
            .object("span", "The item's text.", span) { $0.span },
        ])

    static let cue = Shape<Report.Cue>(
        "cue", "An expression by which somebody evaluates something.",
        [
            .text("id", "c1, c2…") { $0.id },
            .object("span", "Negation and intensifier included.", span) { $0.span },
            .choice("polarity", "In context, after negation.") { $0.polarity },
            .integer("strength", "1 weak, 2 plain, 3 strong.", from: 1, to: 3) { $0.strength },
            .flag("negated", "Whether a negation turned it round.") { $0.negated },
            .choice("holder", "Who evaluates.") { $0.holder },
            .optionalText("holder_person_id", "Who evaluates, when it is somebody named.") { $0.holderPersonID },
            .choice("target", "What is evaluated.") { $0.target },
            .text("rule", "The rule or entry that found it.") { $0.rule },
        ])

    static let link = Shape<Report.Link>(
        "link", "A link of the report.",
        [
            .choice("kind", "What it leads to.") { $0.kind },
            .text("url", "The address.") { $0.url },
            .object("span", "The text that is the link.", span) { $0.span },
        ])
}
