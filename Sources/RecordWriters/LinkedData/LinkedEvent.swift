import TextModel

/// The `Event` that a report is about, with the talks as its `subEvent`s.
struct LinkedEvent {
    private let report: Report
    private let authors: [LinkedPerson]

    init(_ report: Report, _ authors: [LinkedPerson]) {
        self.report = report
        self.authors = authors
    }

    func add(to json: inout JSONWriter) {
        let event = report.event
        json.beginObject()
        json.add("@type", "Event")
        RecordWriters.add("name", event.name, to: &json)
        if let name = event.name, let edition = event.edition { json.add("alternateName", "\(name) \(edition)") }
        RecordWriters.add("startDate", event.startDate?.description, to: &json)
        RecordWriters.add("endDate", event.endDate?.description, to: &json)
        if let place = event.place {
            json.key("location")
            json.beginObject()
            json.add("@type", "Place")
            json.add("name", place)
            json.endObject()
        }
        LinkedReview(cues: report.cues.filter(LinkedReview.isOnEvent), polarity: .unstated)?.add(to: &json, by: authors)
        if !report.talks.isEmpty {
            json.key("subEvent")
            json.beginArray()
            for talk in report.talks { add(talk, to: &json) }
            json.endArray()
        }
        json.endObject()
    }

    private func add(_ talk: Report.Talk, to json: inout JSONWriter) {
        json.beginObject()
        json.add("@type", "Event")
        json.add("@id", "_:\(talk.id)")
        RecordWriters.add("name", talk.title, to: &json)
        RecordWriters.add("url", talk.url, to: &json)
        json.add("keywords", talk.kind.rawValue)
        let performers = talk.speakers.compactMap { speaker in
            speaker.name.map { LinkedPerson(id: speaker.personID, name: $0) }
        }
        if !performers.isEmpty {
            json.key("performer")
            LinkedPerson.add(performers, to: &json)
        }
        add("recordedIn", "VideoObject", talk.links.filter { $0.kind == .video }, to: &json)
        add("workFeatured", "PresentationDigitalDocument", talk.links.filter { $0.kind == .slides }, to: &json)
        let ids = Set(talk.reception.positiveCueIDs + talk.reception.negativeCueIDs)
        LinkedReview(cues: talk.cues.filter { ids.contains($0.id) }, polarity: talk.reception.polarity)?
            .add(to: &json, by: authors)
        json.endObject()
    }

    private func add(_ key: StaticString, _ type: String, _ links: [Report.Link], to json: inout JSONWriter) {
        guard !links.isEmpty else { return }
        json.key(key)
        json.beginArray()
        for link in links {
            json.beginObject()
            json.add("@type", type)
            json.add("url", link.url)
            json.endObject()
        }
        json.endArray()
    }
}
