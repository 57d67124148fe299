import TextModel

/// A `Person` of schema.org.
struct LinkedPerson {
    /// The record's id of the person; `nil` for somebody who has no entry under persons.
    var id: String?
    var name: String
    /// With everything that the entry under persons says; `nil` for a mere reference.
    private var details: Report.Person?

    init(id: String?, name: String) {
        self.id = id
        self.name = name
    }

    init(_ person: Report.Person) {
        self.init(id: person.id, name: person.name)
        details = person
    }

    static func add(_ persons: [LinkedPerson], to json: inout JSONWriter) {
        json.beginArray()
        for person in persons { person.add(to: &json) }
        json.endArray()
    }

    func add(to json: inout JSONWriter) {
        json.beginObject()
        json.add("@type", "Person")
        if let id { json.add("@id", "_:\(id)") }
        json.add("name", name)
        if let details {
            RecordWriters.add("givenName", details.givenName, to: &json)
            RecordWriters.add("familyName", details.familyName, to: &json)
            if !details.handles.isEmpty { json.add("alternateName", details.handles) }
            if let affiliation = details.affiliation {
                json.key("affiliation")
                json.beginObject()
                json.add("@type", "Organization")
                json.add("name", affiliation)
                json.endObject()
            }
        }
        json.endObject()
    }
}
