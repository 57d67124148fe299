import JSON
import TextModel

extension RecordReader {
    mutating func about(_ value: JSONValue) throws(JSONFieldError) -> Report.About {
        var about = Report.About()
        if value == .null { return about }
        var fields = try fields(value, at: "document")
        about.title = try fields.optionalString("title")
        about.authors = try fields.strings("authors")
        about.published = try fields.date("published")
        about.publishedSource = try fields.optionalString("published_source")
        about.url = try fields.optionalString("url")
        about.language = try fields.optionalString("language")
        about.tags = try fields.strings("tags")
        finish(fields)
        return about
    }

    mutating func event(_ value: JSONValue) throws(JSONFieldError) -> Report.Event {
        var event = Report.Event()
        if value == .null { return event }
        var fields = try fields(value, at: "event")
        event.name = try fields.optionalString("name")
        event.edition = try fields.optionalString("edition")
        event.place = try fields.optionalString("place")
        event.startDate = try fields.date("start_date")
        event.endDate = try fields.date("end_date")
        event.period = try fields.optionalString("period")
        event.dateSource = try optionalChoice(&fields, "date_source", EventDateSource.self)
        for (name, value) in try fields.elements("evidence") {
            if let span = try span(value, at: name) { event.evidence.append(span) }
        }
        event.rule = try fields.optionalString("rule")
        finish(fields)
        return event
    }

    mutating func section(_ value: JSONValue, at path: String) throws(JSONFieldError) -> Report.Section {
        var fields = try fields(value, at: path)
        guard let heading = try span(fields.value("heading"), at: path + ".heading") else {
            throw fields.failure("heading", "missing")
        }
        let section = Report.Section(
            id: try fields.optionalString("id") ?? "", level: try fields.optionalInteger("level") ?? 1,
            heading: heading, role: try fields.choice("role", SectionRole.self, default: .other),
            talkID: try fields.optionalString("talk_id"), rule: try fields.optionalString("rule") ?? "")
        finish(fields)
        return section
    }

    mutating func talk(
        _ value: JSONValue, at path: String, ordinal: Int
    ) throws(JSONFieldError) -> Report.Talk {
        var fields = try fields(value, at: path)
        var talk = Report.Talk(id: try fields.optionalString("id") ?? "", ordinal: ordinal)
        talk.ordinal = try fields.optionalInteger("ordinal") ?? ordinal
        talk.kind = try fields.choice("kind", TalkKind.self, default: .talk)
        talk.title = try fields.optionalString("title")
        talk.titleSpan = try span(fields.value("title_span"), at: path + ".title_span")
        talk.titleSource = try optionalChoice(&fields, "title_source", TitleSource.self)
        talk.sectionID = try fields.optionalString("section_id")
        let body = fields.value("body")
        if body != .null {
            var bodyFields = try self.fields(body, at: path + ".body")
            talk.body = try range(&bodyFields)
            finish(bodyFields)
        }
        talk.url = try fields.optionalString("url")
        talk.attendance = try fields.choice("attendance", Attendance.self, default: .attended)
        for (name, value) in try fields.elements("speakers") { talk.speakers.append(try speaker(value, at: name)) }
        talk.speakerStatus = try fields.choice("speaker_status", SpeakerStatus.self, default: .notStated)
        for (name, value) in try fields.elements("lists") { talk.lists.append(try list(value, at: name)) }
        for (name, value) in try fields.elements("cues") { talk.cues.append(try cue(value, at: name)) }
        talk.reception = try reception(fields.value("reception"), at: path + ".reception")
        _ = fields.value("links")
        finish(fields)
        return talk
    }

    private mutating func speaker(_ value: JSONValue, at path: String) throws(JSONFieldError) -> Report.Speaker {
        var fields = try fields(value, at: path)
        let speaker = Report.Speaker(
            personID: try fields.optionalString("person_id"), name: try fields.optionalString("name"),
            span: try span(fields.value("span"), at: path + ".span"),
            unnamedReason: try optionalChoice(&fields, "unnamed_reason", UnnamedReason.self),
            rule: try fields.optionalString("rule") ?? "")
        finish(fields)
        return speaker
    }

    private mutating func reception(_ value: JSONValue, at path: String) throws(JSONFieldError) -> Report.Reception {
        if value == .null { return Report.Reception() }
        var fields = try fields(value, at: path)
        let reception = Report.Reception(
            polarity: try fields.choice("polarity", ReceptionPolarity.self, default: .unstated),
            positiveCueIDs: try fields.strings("positive_cue_ids"),
            negativeCueIDs: try fields.strings("negative_cue_ids"))
        finish(fields)
        return reception
    }

    mutating func person(_ value: JSONValue, at path: String) throws(JSONFieldError) -> Report.Person {
        var fields = try fields(value, at: path)
        var person = Report.Person(id: try fields.optionalString("id") ?? "", name: try fields.string("name"))
        person.givenName = try fields.optionalString("given_name")
        person.familyName = try fields.optionalString("family_name")
        person.handles = try fields.strings("handles")
        person.affiliation = try fields.optionalString("affiliation")
        for text in try fields.strings("roles") {
            guard let role = PersonRole(rawValue: text) else { throw fields.failure("roles", "“\(text)” is no role") }
            person.roles.append(role)
        }
        for (name, value) in try fields.elements("mentions") {
            var mention = try self.fields(value, at: name)
            let form = try mention.choice("form", MentionForm.self, default: .full)
            if let span = try span(mention.value("span"), at: name + ".span") {
                person.mentions.append(Report.Mention(span: span, form: form))
            }
            finish(mention)
        }
        finish(fields)
        return person
    }

    mutating func list(_ value: JSONValue, at path: String) throws(JSONFieldError) -> Report.BulletList {
        var fields = try fields(value, at: path)
        var list = Report.BulletList(
            id: try fields.optionalString("id") ?? "", intro: try span(fields.value("intro"), at: path + ".intro"),
            ordered: try fields.bool("ordered"), items: [])
        for (name, value) in try fields.elements("items") {
            var item = try self.fields(value, at: name)
            guard let span = try span(item.value("span"), at: name + ".span") else {
                throw item.failure("span", "missing")
            }
            list.items.append(
                Report.Item(
                    id: try item.optionalString("id") ?? "", parentID: try item.optionalString("parent_id"),
                    depth: try item.optionalInteger("depth") ?? 1, marker: try item.optionalString("marker") ?? "",
                    span: span))
            finish(item)
        }
        finish(fields)
        return list
    }

    mutating func cue(_ value: JSONValue, at path: String) throws(JSONFieldError) -> Report.Cue {
        var fields = try fields(value, at: path)
        guard let span = try span(fields.value("span"), at: path + ".span") else {
            throw fields.failure("span", "missing")
        }
        let cue = Report.Cue(
            id: try fields.optionalString("id") ?? "", span: span,
            polarity: try fields.choice("polarity", Polarity.self),
            strength: try fields.optionalInteger("strength") ?? 2, negated: try fields.bool("negated"),
            holder: try fields.choice("holder", CueHolder.self, default: .author),
            holderPersonID: try fields.optionalString("holder_person_id"),
            target: try fields.choice("target", CueTarget.self, default: .talk),
            rule: try fields.optionalString("rule") ?? "")
        finish(fields)
        return cue
    }

    private func optionalChoice<Choice: RawRepresentable & CaseIterable>(
        _ fields: inout JSONFields, _ key: String, _ cases: Choice.Type
    ) throws(JSONFieldError) -> Choice? where Choice.RawValue == String {
        guard let text = try fields.optionalString(key) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw fields.failure(key, "“\(text)” is none of \(cases.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return choice
    }
}
