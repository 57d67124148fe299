/// A value of a table: of a row of `--format talks`, or of a database.
public enum Cell: Equatable, Sendable {
    case null
    case text(String)
    case integer(Int)

    public init(_ text: String?) { self = text.map(Cell.text) ?? .null }
}
