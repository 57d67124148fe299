/// How many documents a run has met, and what became of them.
public struct RunCounts: Equatable, Sendable {
    /// Those that the inputs gave, refused ones included, counted when they were read.
    public internal(set) var documents = 0
    public internal(set) var ok = 0
    public internal(set) var failed = 0
    /// Those whose record an earlier run had written.
    public internal(set) var skipped = 0
    /// The sizes of the documents that were analysed, before decoding.
    public internal(set) var bytes = 0
    /// How often each code of a dead letter came.
    public internal(set) var failuresByCode: [String: Int] = [:]

    /// Whether no document was lost on the way: every one is counted once at its reading and once at its end.
    public var areBalanced: Bool { documents == ok + failed + skipped }

    public init() {}
}
