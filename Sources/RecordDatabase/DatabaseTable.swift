/// The tables of the database and their columns, in the order in which ``ReportRows`` fills them.
enum DatabaseTable: String, CaseIterable {
    case reports, talks, persons, speakers, bullets, cues, links

    /// Without the number that SQLite gives a row.
    var columns: [String] {
        switch self {
        case .reports:
            [
                "record_id", "source_id", "uri", "media_type", "encoding", "bytes", "sha256", "extra", "title",
                "authors", "published", "published_source", "url", "language", "tags", "event_name", "event_edition",
                "event_place", "event_start_date", "event_end_date", "event_period", "event_date_source",
                "offset_unit", "stamp", "record",
            ]
        case .talks:
            [
                "record_id", "talk_id", "ordinal", "kind", "title", "title_source", "heading", "attendance",
                "speaker_status", "reception", "url", "body_start", "body_end",
            ]
        case .persons:
            [
                "record_id", "person_id", "name", "given_name", "family_name", "handles", "affiliation", "roles",
                "mentions",
            ]
        case .speakers:
            [
                "record_id", "talk_id", "position", "person_id", "name", "unnamed_reason", "rule", "span_start",
                "span_end",
            ]
        case .bullets:
            [
                "record_id", "talk_id", "list_id", "item_id", "parent_id", "depth", "ordered", "marker", "intro",
                "text", "span_start", "span_end",
            ]
        case .cues:
            [
                "record_id", "talk_id", "cue_id", "text", "polarity", "strength", "negated", "holder",
                "holder_person_id", "target", "rule", "span_start", "span_end",
            ]
        case .links: ["record_id", "talk_id", "kind", "url", "text", "span_start", "span_end"]
        }
    }

    var insertion: String {
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(rawValue) (\(columns.joined(separator: ", "))) VALUES (\(places))"
    }
}
