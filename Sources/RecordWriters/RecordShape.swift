import TextModel

/// The record, version 1, from the outside in; see ``Report`` for what the values mean.
enum RecordShape {
    static let report = Shape<Report>(
        "report", "What a French report of conference talks says, each fact tied to its place in the source.",
        [
            .text("schema", "Always the same.", as: .constant(Report.schema)) { _ in Report.schema },
            Field(
                "schema_version", .integer(minimum: Report.schemaVersion, maximum: Report.schemaVersion),
                "Raised with every change of the record's shape."
            ) { $1.json.add(Report.schemaVersion) },
            .optionalText(
                "record_id", "A hash of source.id alone, so that a new record of a document replaces the old one.",
                as: .hexadecimal(digits: 32)
            ) { $0.recordID },
            Field("offset_unit", OffsetUnit.type, "What start and end count: bytes of UTF-8 unless asked otherwise.") {
                $1.json.add($1.offsets.unit.rawValue)
            },
            .object("producer", "What made the record.", producer) { $0.producer },
            .object("source", "The input that the record is made from.", source) { $0.source },
            .object("document", "What the document says of itself.", about) { $0.document },
            .object("event", "The conference or meetup that the report is about.", event) { $0.event },
            .objects("sections", "The headings of the body, in reading order.", section) { $0.sections },
            .objects("talks", "The talks that the report recounts or lists, in reading order.", TalkShape.talk) {
                $0.talks
            },
            .objects("persons", "Everybody whom the report names, one entry each.", PersonShape.person) { $0.persons },
            .objects("lists", "Lists outside every talk.", DetailShape.list) { $0.lists },
            .objects("cues", "Evaluations that bear on no talk, or on several.", DetailShape.cue) { $0.cues },
            .objects("links", "Links that belong to no talk.", DetailShape.link) { $0.links },
            .objects("warnings", "What a reader of the record should know.", warning) { $0.warnings },
        ])

    private static let producer = Shape<Report.Producer>(
        "producer", "What made the record.",
        [
            .text("name", "The program's name.") { $0.name },
            .text("version", "The program's version.") { $0.version },
            .text("lexicons_digest", "A hash of all word lists.", as: .hexadecimal(digits: 16)) { $0.lexiconsDigest },
            .text("icu_version", "The version of ICU.") { $0.icuVersion },
            .text("unicode_version", "The version of Unicode that this ICU implements.") { $0.unicodeVersion },
        ])

    private static let source = Shape<Report.Source>(
        "source", "The input that the record is made from.",
        [
            .optionalText("id", "The container's id, else the path below the named folder, else the file's name.") {
                $0.id
            },
            .optionalText("uri", "Where the container says it comes from.") { $0.uri },
            .text("media_type", "The format as it was read.") { $0.mediaType },
            .text("encoding", "The IANA name of the encoding, in lower case.") { $0.encoding },
            .integer("bytes", "The length of the input before decoding.") { $0.bytes },
            .text("sha256", "The SHA-256 of the input before decoding.", as: .hexadecimal(digits: 64)) { $0.sha256 },
            .optionalText("extra", "Fields of the container carried through, as JSON text.") { $0.extra },
        ])

    private static let about = Shape<Report.About>(
        "document", "What the document says of itself.",
        [
            .optionalText("title", "The title.") { $0.title },
            .texts("authors", "The authors, as written.") { $0.authors },
            .day("published", "The day of publication.") { $0.published },
            .optionalText("published_source", "Where that day comes from; “caller” when it was given.") {
                $0.publishedSource
            },
            .optionalText("url", "The address that the document names as its own.") { $0.url },
            .optionalText("language", "The language that it declares.") { $0.language },
            .texts("tags", "Its tags and categories.") { $0.tags },
        ])

    private static let event = Shape<Report.Event>(
        "event", "The conference or meetup that the report is about.",
        [
            .optionalText("name", "Without year or edition.") { $0.name },
            .optionalText("edition", "The year or number, as written.") { $0.edition },
            .optionalText("place", "The venue, the town, or both, as written.") { $0.place },
            .day("start_date", "The first day.") { $0.startDate },
            .day("end_date", "The last day.") { $0.endDate },
            .optionalText("period", "What is known of the date when less than a day: 2023-09 or 2023.") { $0.period },
            .optionalChoice("date_source", "What settled the days.") { $0.dateSource },
            .objects("evidence", "Where the values come from.", DetailShape.span) { $0.evidence },
            .optionalText("rule", "The rule that gave the name.") { $0.rule },
        ])

    private static let section = Shape<Report.Section>(
        "section", "A heading of the body and what it does.",
        [
            .text("id", "s1, s2…") { $0.id },
            .integer("level", "From 1.", from: 1) { $0.level },
            .object("heading", "The heading.", DetailShape.span) { $0.heading },
            .choice("role", "What the heading does.") { $0.role },
            .optionalText("talk_id", "The talk that it introduces or is part of.") { $0.talkID },
            .text("rule", "The rule that gave the role.") { $0.rule },
        ])

    private static let warning = Shape<Report.Warning>(
        "warning", "Something that a reader of the record should know.",
        [
            .text("code", "In snake_case.") { $0.code },
            .text("message", "One sentence for a person.") { $0.message },
            .optionalObject("span", "The place; the text is empty for a fault of the markup.", DetailShape.span) {
                $0.span
            },
        ])
}
