/// Reads inputs one after the other, lazily, with one document in memory at a time.
///
/// What cannot be read is an item of its own, and the reading goes on behind it.
public final class InputReader {
    private let inputs: [String]
    private let options: InputOptions

    /// - Parameter inputs: paths of files and folders; `-` is standard input.
    public init(_ inputs: [String], options: InputOptions = InputOptions()) {
        self.inputs = inputs
        self.options = options
    }

    /// The next document or refusal; `nil` at the end.
    public func next() -> InputItem? { nil }

    /// How far the reading has come, in bytes as they are stored; `bytesInAll` is `nil` where nobody knows it.
    public var progress: (bytesRead: Int, bytesInAll: Int?) { (0, nil) }
}
