/// The type of a value in the record, from which the JSON Schema and DuckDB's types are made.
indirect enum ValueType: Sendable {
    case text
    /// A text that is always the same.
    case constant(String)
    /// One of some texts.
    case choice([String])
    /// A number of so many lower-case hexadecimal digits, as text.
    case hexadecimal(digits: Int)
    /// A day, as ISO 8601 has it.
    case day
    case integer(minimum: Int, maximum: Int?)
    case boolean
    case object(ObjectType)
    case array(ValueType)
    case nullable(ValueType)
}

/// The type of an object: all of its members are always present, in this order.
struct ObjectType: Sendable {
    struct Member: Sendable {
        let name: String
        let type: ValueType
        let summary: String
    }

    let name: String
    let summary: String
    let members: [Member]
}
