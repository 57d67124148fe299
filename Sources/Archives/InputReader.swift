import SystemPackage

/// Reads inputs one after the other, lazily, with one document in memory at a time.
///
/// What cannot be read is an item of its own, and the reading goes on behind it: with the next line, row, entry or file
/// where the container allows it, else with the next input. A reader is for one thread at a time.
///
/// ```swift
/// let reader = InputReader(["posts", "archive.zip", "-"])
/// while let item = reader.next() {
///     switch item {
///     case .document(let document): …
///     case .refused(let refusal): …
///     }
/// }
/// ```
public final class InputReader {
    private let inputs: [String]
    private let opener: ContainerOpener
    private var position = 0
    private var current: (any ItemSource)?
    private let bytesInAll: Int?

    /// - Parameter inputs: paths of files and folders; `-` is standard input.
    public init(_ inputs: [String], options: InputOptions = InputOptions()) {
        self.inputs = inputs
        opener = ContainerOpener(options: options, counter: ByteCounter())
        bytesInAll = Self.size(of: inputs)
    }

    /// The next document or refusal; `nil` at the end.
    public func next() -> InputItem? {
        while true {
            if let item = current?.next() { return item }
            current = nil
            guard position < inputs.count else { return nil }
            current = opener.open(inputs[position])
            position += 1
        }
    }

    /// How far the reading has come, in bytes as they are stored. `bytesInAll` is `nil` where nobody knows it: with
    /// standard input and with folders.
    public var progress: (bytesRead: Int, bytesInAll: Int?) {
        // Parts of a zip are read twice.
        (min(opener.counter.count, bytesInAll ?? .max), bytesInAll)
    }

    private static func size(of inputs: [String]) -> Int? {
        var size = 0
        for input in inputs {
            guard input != "-" else { return nil }
            // What is missing is refused in its turn and counts nothing.
            guard let status = try? FilePath(input).stat() else { continue }
            guard status.type == .regular else { return nil }
            size += Int(status.size)
        }
        return size
    }
}
