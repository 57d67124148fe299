/// A place in a text: a half-open range of UTF-8 bytes.
///
/// The two coordinate systems of the pipeline are two types, ``SourceRange`` and ``TextRange``, so that an offset of one
/// cannot be taken for an offset of the other; ``OffsetMap`` is the only way between them. An empty range stands before
/// the byte at `start`. Offsets are kept in 32 bits, which bounds a text at 4 GiB; ``SourceText`` stays well below.
public struct ByteRange<Coordinates>: Sendable {
    @usableFromInline let storedStart: UInt32
    @usableFromInline let storedEnd: UInt32

    /// The offset of the first byte.
    @inlinable public var start: Int { Int(storedStart) }
    /// The offset just past the last byte; equal to ``start`` for an empty range.
    @inlinable public var end: Int { Int(storedEnd) }
    /// The number of bytes.
    @inlinable public var count: Int { end - start }
    @inlinable public var isEmpty: Bool { storedStart == storedEnd }

    /// - Precondition: `0 <= start <= end < 2^32`.
    public init(_ start: Int, _ end: Int) {
        precondition(start <= end, "a range ends where it starts or later")
        storedStart = UInt32(start)
        storedEnd = UInt32(end)
    }

    /// An empty range has no bytes, so it neither contains nor is contained.
    public func contains(_ other: Self) -> Bool { !other.isEmpty && start <= other.start && other.end <= end }

    /// Whether the two share at least one byte; neighbours do not.
    public func overlaps(_ other: Self) -> Bool { max(start, other.start) < min(end, other.end) }
}

extension ByteRange: Hashable, Comparable {
    /// By start, then by end: the order of reading.
    public static func < (left: Self, right: Self) -> Bool {
        (left.storedStart, left.storedEnd) < (right.storedStart, right.storedEnd)
    }
}

extension ByteRange: CustomStringConvertible {
    public var description: String { "\(start)..<\(end)" }
}

/// The coordinate system of the decoded source, a byte order mark included and line ends as they were.
public enum SourceCoordinates: Sendable {}

/// The coordinate system of a text derived from the source: the visible text of a block, or its matching form.
public enum TextCoordinates: Sendable {}

/// A place in a ``SourceText``.
public typealias SourceRange = ByteRange<SourceCoordinates>

/// A place in a text derived from the source.
public typealias TextRange = ByteRange<TextCoordinates>
