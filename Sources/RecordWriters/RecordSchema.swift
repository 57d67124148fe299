import TextModel

/// The record's schema, made from the description that also drives the writer.
public enum RecordSchema {
    /// A JSON Schema of the dialect 2020-12, indented, with a line end.
    public static var json: [UInt8] {
        var json = JSONWriter(indentation: 2)
        let report = RecordShape.report.type
        json.beginObject()
        json.add("$schema", "https://json-schema.org/draft/2020-12/schema")
        json.add("title", "\(Report.schema), version \(Report.schemaVersion)")
        addMembers(of: report, to: &json)
        json.key("$defs")
        json.beginObject()
        for definition in definitions {
            json.key(quoted: Array(",\"\(definition.name)\":".utf8))
            json.beginObject()
            addMembers(of: definition, to: &json)
            json.endObject()
        }
        json.endObject()
        json.endObject()
        json.endLine()
        return json.bytes
    }

    /// The types of the record's columns as a struct of DuckDB, to be given to `read_json` as `columns`; with a line end.
    ///
    /// Days are `DATE`, all other texts `VARCHAR`.
    public static var duckDBColumns: String {
        let columns = RecordShape.report.type.members.map { "  \($0.name): '\(duckDBType($0.type))'" }
        return "{\n" + columns.joined(separator: ",\n") + "\n}\n"
    }

    // MARK: - JSON Schema

    /// Every type of an object below the record, each once, by first use.
    private static var definitions: [ObjectType] {
        var found: [ObjectType] = []
        func visit(_ type: ValueType) {
            switch type {
            case .object(let object):
                guard !found.contains(where: { $0.name == object.name }) else { return }
                found.append(object)
                for member in object.members { visit(member.type) }
            case .array(let element), .nullable(let element): visit(element)
            case .text, .constant, .choice, .hexadecimal, .day, .integer, .boolean: break
            }
        }
        for member in RecordShape.report.type.members { visit(member.type) }
        return found
    }

    private static func addMembers(of object: ObjectType, to json: inout JSONWriter) {
        json.add("description", object.summary)
        json.add("type", "object")
        json.add("additionalProperties", false)
        json.key("required")
        json.beginArray()
        for member in object.members { json.add(member.name) }
        json.endArray()
        json.key("properties")
        json.beginObject()
        for member in object.members {
            json.key(quoted: Array(",\"\(member.name)\":".utf8))
            json.beginObject()
            json.add("description", member.summary)
            add(member.type, isNullable: false, to: &json)
            json.endObject()
        }
        json.endObject()
    }

    /// The keywords of a type, into an object that is open.
    private static func add(_ type: ValueType, isNullable: Bool, to json: inout JSONWriter) {
        func addType(_ name: String) {
            json.key("type")
            if isNullable { json.beginArray() }
            json.add(name)
            if isNullable {
                json.add("null")
                json.endArray()
            }
        }
        switch type {
        case .nullable(.object(let object)):
            json.key("anyOf")
            json.beginArray()
            json.beginObject()
            add(.object(object), isNullable: false, to: &json)
            json.endObject()
            json.beginObject()
            json.add("type", "null")
            json.endObject()
            json.endArray()
        case .nullable(let inner): add(inner, isNullable: true, to: &json)
        case .text: addType("string")
        case .constant(let text):
            json.add("const", text)
        case .choice(let texts):
            addType("string")
            json.key("enum")
            json.beginArray()
            for text in texts { json.add(text) }
            if isNullable { json.addNull() }
            json.endArray()
        case .hexadecimal(let digits):
            addType("string")
            json.add("pattern", "^[0-9a-f]{\(digits)}$")
        case .day:
            addType("string")
            json.add("format", "date")
            json.add("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        case .integer(let minimum, let maximum):
            addType("integer")
            json.add("minimum", minimum)
            if let maximum {
                json.add("maximum", maximum)
            }
        case .boolean: addType("boolean")
        case .object(let object):
            json.add("$ref", "#/$defs/\(object.name)")
        case .array(let element):
            addType("array")
            json.key("items")
            json.beginObject()
            add(element, isNullable: false, to: &json)
            json.endObject()
        }
    }

    // MARK: - DuckDB

    private static func duckDBType(_ type: ValueType) -> String {
        switch type {
        case .text, .constant, .choice, .hexadecimal: "VARCHAR"
        case .day: "DATE"
        case .integer: "BIGINT"
        case .boolean: "BOOLEAN"
        // Some names, such as “end”, are key words of SQL.
        case .object(let object):
            "STRUCT(" + object.members.map { "\"\($0.name)\" \(duckDBType($0.type))" }.joined(separator: ", ") + ")"
        case .array(let element): duckDBType(element) + "[]"
        case .nullable(let inner): duckDBType(inner)
        }
    }
}
