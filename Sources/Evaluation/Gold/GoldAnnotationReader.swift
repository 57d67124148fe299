import JSON
import TextModel

extension GoldAnnotation {
    /// Reads a file of the gold format.
    ///
    /// - Throws: ``GoldFormatError`` for what is no JSON, a key that is missing or unknown, a wrong type, and a value
    ///   that the format does not know.
    public init(parsing bytes: [UInt8]) throws(GoldFormatError) {
        let value: JSONValue
        do throws(JSONSyntaxError) { value = try JSONValue(parsing: bytes) } catch { throw .syntax(error) }
        do throws(JSONFieldError) { self = try Self(value) } catch { throw .field(error) }
    }

    private init(_ value: JSONValue) throws(JSONFieldError) {
        var fields = try JSONFields(value, at: "")
        document = try fields.string("document")
        title = try fields.optionalString("title")
        author = try fields.optionalString("author")
        published = try fields.date("published")
        event = try Event(fields.value("event"))
        sections = []
        for (name, value) in try fields.elements("sections") { sections.append(try Section(value, at: name)) }
        talks = []
        for (name, value) in try fields.elements("talks") { talks.append(try Talk(value, at: name)) }
        persons = []
        for (name, value) in try fields.elements("persons") { persons.append(try Person(value, at: name)) }
        lists = []
        for (name, value) in try fields.elements("lists") {
            lists.append(try List(value, at: name, talkCount: talks.count))
        }
        cues = []
        for (name, value) in try fields.elements("cues") {
            cues.append(try Cue(value, at: name, talkCount: talks.count))
        }
        try fields.finish()
    }
}

/// A file that is no gold.
public enum GoldFormatError: Error, Equatable, CustomStringConvertible {
    case syntax(JSONSyntaxError)
    case field(JSONFieldError)

    public var description: String {
        switch self {
        case .syntax(let error): error.description
        case .field(let error): error.description
        }
    }
}

extension GoldAnnotation.Event {
    fileprivate init(_ value: JSONValue) throws(JSONFieldError) {
        var fields = try JSONFields(value, at: "event")
        name = try fields.optionalString("name")
        edition = try fields.optionalString("edition")
        place = try fields.optionalString("place")
        startDate = try fields.date("start_date")
        endDate = try fields.date("end_date")
        try fields.finish()
    }
}

extension GoldAnnotation.Section {
    fileprivate init(_ value: JSONValue, at path: String) throws(JSONFieldError) {
        var fields = try JSONFields(value, at: path)
        heading = try fields.string("heading")
        role = try fields.choice("role", SectionRole.self)
        occurrence = try fields.occurrence()
        try fields.finish()
    }
}

extension GoldAnnotation.Talk {
    fileprivate init(_ value: JSONValue, at path: String) throws(JSONFieldError) {
        var fields = try JSONFields(value, at: path)
        heading = try fields.optionalString("heading")
        title = try fields.optionalString("title")
        kind = try fields.choice("kind", TalkKind.self)
        attendance = try fields.choice("attendance", Attendance.self)
        startsWith = try fields.optionalString("starts_with")
        speakers = try fields.strings("speakers")
        unnamedSpeakers = try fields.integer("unnamed_speakers")
        reception = try fields.choice("reception", ReceptionPolarity.self)
        try fields.finish()
    }
}

extension GoldAnnotation.Person {
    fileprivate init(_ value: JSONValue, at path: String) throws(JSONFieldError) {
        var fields = try JSONFields(value, at: path)
        name = try fields.string("name")
        roles = []
        for (name, value) in try fields.elements("roles") {
            guard case .string(let text) = value, let role = PersonRole(rawValue: text) else {
                throw JSONFieldError(
                    field: name,
                    message: "none of \(PersonRole.allCases.map(\.rawValue).joined(separator: ", ")): \(value.text)")
            }
            roles.append(role)
        }
        if roles.isEmpty { throw fields.failure("roles", "empty") }
        aliases = try fields.strings("aliases")
        try fields.finish()
    }
}

extension GoldAnnotation.List {
    fileprivate init(_ value: JSONValue, at path: String, talkCount: Int) throws(JSONFieldError) {
        var fields = try JSONFields(value, at: path)
        intro = try fields.optionalString("intro")
        items = try fields.integer("items")
        if items < 2 { throw fields.failure("items", "\(items), where a list has at least two items") }
        firstItem = try fields.string("first_item")
        talk = try fields.talk(of: talkCount)
        occurrence = try fields.occurrence()
        try fields.finish()
    }
}

extension GoldAnnotation.Cue {
    fileprivate init(_ value: JSONValue, at path: String, talkCount: Int) throws(JSONFieldError) {
        var fields = try JSONFields(value, at: path)
        quote = try fields.string("quote")
        polarity = try fields.choice("polarity", Polarity.self)
        target = try fields.choice("target", CueTarget.self)
        talk = try fields.talk(of: talkCount)
        holder = try fields.choice("holder", CueHolder.self)
        occurrence = try fields.occurrence()
        try fields.finish()
    }
}

extension JSONFields {
    /// A day in ISO form, or `nil`.
    mutating func date(_ key: String) throws(JSONFieldError) -> CalendarDate? {
        guard let text = try optionalString(key) else { return nil }
        guard let date = CalendarDate(iso: text) else { throw failure(key, "“\(text)” is no day like 2023-09-07") }
        return date
    }

    /// The position of a talk, from 0.
    fileprivate mutating func talk(of count: Int) throws(JSONFieldError) -> Int? {
        guard let number = try optionalInteger("talk") else { return nil }
        guard (1...max(1, count)).contains(number), count > 0 else {
            throw failure("talk", "\(number), where there are \(count) talks")
        }
        return number - 1
    }

    /// The one key that may be missing.
    fileprivate mutating func occurrence() throws(JSONFieldError) -> Int? {
        switch value("occurrence") {
        case .null: return nil
        case .number(let number):
            guard let integer = Int(exactly: number), integer >= 1 else {
                throw failure("occurrence", "\(number), where occurrences count from 1")
            }
            return integer
        case let value: throw failure("occurrence", "\(value.kindName), not a number")
        }
    }
}

extension CalendarDate {
    /// `2023-09-07`; `nil` for anything else and for days that do not exist.
    init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
