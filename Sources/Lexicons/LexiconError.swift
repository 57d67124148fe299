/// A word list that cannot be used, and where it is wrong.
public struct LexiconError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The list's file name, such as `units.tsv`.
    public let file: String
    /// Counted from 1; 0 when the whole file is meant.
    public let line: Int
    /// What is wrong and what to do about it.
    public let message: String

    public init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    public var description: String { line == 0 ? "\(file): \(message)" : "\(file):\(line): \(message)" }
}
