import Archives

/// What a run reads: items one after the other, and how far the reading has come.
public struct DocumentSource {
    let next: () -> InputItem?
    let progress: () -> ReadingProgress

    public init(_ reader: InputReader) {
        next = { reader.next() }
        progress = {
            let (read, all) = reader.progress
            return ReadingProgress(bytesRead: read, bytesInAll: all)
        }
    }

    /// - Parameter next: gives an item at each call, and `nil` at the end.
    public init(_ next: @escaping () -> InputItem?) {
        self.next = next
        progress = { ReadingProgress() }
    }
}

/// How far the reading of all inputs has come.
public struct ReadingProgress: Equatable, Sendable {
    /// In bytes as they are stored.
    public var bytesRead = 0
    /// `nil` where nobody knows it.
    public var bytesInAll: Int?
}
