import TextModel

/// How a value of the record is written: the one description that the writer, the JSON Schema and DuckDB's column types
/// are made from, so that they cannot drift apart.
struct Shape<Value>: Sendable {
    let type: ObjectType
    /// All members, each with its key.
    private let members: Field<Value>.Write

    /// - Parameter name: of the definition in the schema.
    init(_ name: String, _ summary: String, _ fields: [Field<Value>]) {
        members = Self.all(fields[...])
        type = ObjectType(
            name: name, summary: summary,
            members: fields.map { ObjectType.Member(name: $0.name, type: $0.type, summary: $0.summary) })
    }

    func write(_ value: Value, to output: inout RecordOutput) {
        output.json.beginObject()
        members(value, &output)
        output.json.endObject()
    }

    /// One function of all fields: what is called out of an array is counted as in use each time, which costs as much as
    /// the writing.
    private static func all(_ fields: ArraySlice<Field<Value>>) -> Field<Value>.Write {
        guard let field = fields.first else { return { _, _ in } }
        if fields.count == 1 {
            let key = Array(",\"\(field.name)\":".utf8)
            let write = field.write
            return { value, output in
                output.json.key(quoted: key)
                write(value, &output)
            }
        }
        let middle = fields.startIndex + fields.count / 2
        let first = all(fields[..<middle])
        let last = all(fields[middle...])
        return { value, output in
            first(value, &output)
            last(value, &output)
        }
    }
}

/// Where a record is written, and the unit of its offsets.
struct RecordOutput {
    var json: JSONWriter
    let offsets: OffsetConverter
}

/// One member of an object.
struct Field<Value>: Sendable {
    typealias Write = @Sendable (Value, inout RecordOutput) -> Void

    let name: String
    let type: ValueType
    let summary: String
    let write: Write

    init(_ name: String, _ type: ValueType, _ summary: String, _ write: @escaping Write) {
        self.name = name
        self.type = type
        self.summary = summary
        self.write = write
    }
}

extension Field {
    typealias Get<Member> = @Sendable (Value) -> Member

    static func text(
        _ name: String, _ summary: String, as type: ValueType = .text, _ get: @escaping Get<String>
    ) -> Self {
        Field(name, type, summary) { $1.json.add(get($0)) }
    }

    static func optionalText(
        _ name: String, _ summary: String, as type: ValueType = .text, _ get: @escaping Get<String?>
    ) -> Self {
        Field(name, .nullable(type), summary) { value, output in
            if let text = get(value) { output.json.add(text) } else { output.json.addNull() }
        }
    }

    static func texts(_ name: String, _ summary: String, _ get: @escaping Get<[String]>) -> Self {
        Field(name, .array(.text), summary) { value, output in
            output.json.beginArray()
            for text in get(value) { output.json.add(text) }
            output.json.endArray()
        }
    }

    static func choice<Choice: Choices>(_ name: String, _ summary: String, _ get: @escaping Get<Choice>) -> Self {
        Field(name, Choice.type, summary) { $1.json.add(get($0).rawValue) }
    }

    static func optionalChoice<Choice: Choices>(
        _ name: String, _ summary: String, _ get: @escaping Get<Choice?>
    ) -> Self {
        Field(name, .nullable(Choice.type), summary) { value, output in
            if let choice = get(value) { output.json.add(choice.rawValue) } else { output.json.addNull() }
        }
    }

    static func choices<Choice: Choices>(_ name: String, _ summary: String, _ get: @escaping Get<[Choice]>) -> Self {
        Field(name, .array(Choice.type), summary) { value, output in
            output.json.beginArray()
            for choice in get(value) { output.json.add(choice.rawValue) }
            output.json.endArray()
        }
    }

    static func day(_ name: String, _ summary: String, _ get: @escaping Get<CalendarDate?>) -> Self {
        Field(name, .nullable(.day), summary) { value, output in
            if let day = get(value) { output.json.add(day.description) } else { output.json.addNull() }
        }
    }

    static func integer(
        _ name: String, _ summary: String, from minimum: Int = 0, to maximum: Int? = nil, _ get: @escaping Get<Int>
    ) -> Self {
        Field(name, .integer(minimum: minimum, maximum: maximum), summary) { $1.json.add(get($0)) }
    }

    static func flag(_ name: String, _ summary: String, _ get: @escaping Get<Bool>) -> Self {
        Field(name, .boolean, summary) { $1.json.add(get($0)) }
    }

    static func object<Member>(
        _ name: String, _ summary: String, _ shape: Shape<Member>, _ get: @escaping Get<Member>
    ) -> Self {
        Field(name, .object(shape.type), summary) { shape.write(get($0), to: &$1) }
    }

    static func optionalObject<Member>(
        _ name: String, _ summary: String, _ shape: Shape<Member>, _ get: @escaping Get<Member?>
    ) -> Self {
        Field(name, .nullable(.object(shape.type)), summary) { value, output in
            if let member = get(value) { shape.write(member, to: &output) } else { output.json.addNull() }
        }
    }

    static func objects<Member>(
        _ name: String, _ summary: String, _ shape: Shape<Member>, _ get: @escaping Get<[Member]>
    ) -> Self {
        Field(name, .array(.object(shape.type)), summary) { value, output in
            output.json.beginArray()
            let members = get(value)
            // Not by an iterator, which copies each.
            let span = members.span
            for index in span.indices { shape.write(span[index], to: &output) }
            output.json.endArray()
        }
    }
}

/// The closed sets of values that the record knows.
protocol Choices: RawRepresentable, CaseIterable, Sendable where RawValue == String {}

extension Choices {
    static var type: ValueType { .choice(allCases.map(\.rawValue)) }
}

extension SectionRole: Choices {}
extension TalkKind: Choices {}
extension Attendance: Choices {}
extension TitleSource: Choices {}
extension SpeakerStatus: Choices {}
extension UnnamedReason: Choices {}
extension ReceptionPolarity: Choices {}
extension PersonRole: Choices {}
extension MentionForm: Choices {}
extension Polarity: Choices {}
extension CueHolder: Choices {}
extension CueTarget: Choices {}
extension LinkKind: Choices {}
extension EventDateSource: Choices {}
extension OffsetUnit: Choices {}
