import TextModel

/// Writes a report as linked data: JSON-LD 1.1 in the vocabulary of schema.org, one object a line.
///
/// A `BlogPosting` is `about` an `Event`, whose `subEvent`s are the talks, each with its `performer`s and, where the
/// author evaluates it, a `review`. Only terms of schema.org are used. What the report does not say is left out, since
/// JSON-LD knows no other null; so is what schema.org has no term for, such as places in the text.
///
/// Nodes without an address have blank node identifiers, `_:p1` for the person `p1`, which hold within one line.
public struct LinkedDataWriter: Sendable {
    public init() {}

    /// One line with its line end.
    public func bytes(of report: Report) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.add("@context", "https://schema.org")
        json.add("@type", "BlogPosting")
        let url = report.document.url ?? report.source.uri
        if let url, url.hasPrefix("https://") || url.hasPrefix("http://") { json.add("@id", url) }
        add("url", url, to: &json)
        add("headline", report.document.title, to: &json)
        let authors = Self.authors(of: report)
        if !authors.isEmpty {
            json.key("author")
            LinkedPerson.add(authors, to: &json)
        }
        add("datePublished", report.document.published?.description, to: &json)
        add("inLanguage", report.document.language, to: &json)
        if report.event.startDate == nil { add("temporalCoverage", report.event.period, to: &json) }
        if !report.document.tags.isEmpty { json.add("keywords", report.document.tags) }
        if report.event.name != nil || report.event.place != nil || report.event.startDate != nil
            || !report.talks.isEmpty || report.cues.contains(where: LinkedReview.isOnEvent)
        {
            json.key("about")
            LinkedEvent(report, authors).add(to: &json)
        }
        if !report.persons.isEmpty {
            json.key("mentions")
            json.beginArray()
            for person in report.persons { LinkedPerson(person).add(to: &json) }
            json.endArray()
        }
        json.endObject()
        json.endLine()
        return json.bytes
    }

    /// The document's authors, each tied to the person of the same name.
    private static func authors(of report: Report) -> [LinkedPerson] {
        report.document.authors.map { name in
            report.persons.first { $0.name == name }.map { LinkedPerson(id: $0.id, name: name) }
                ?? LinkedPerson(id: nil, name: name)
        }
    }
}

/// A member of the open object, unless there is nothing to say.
func add(_ key: StaticString, _ value: String?, to json: inout JSONWriter) {
    if let value { json.add(key, value) }
}
