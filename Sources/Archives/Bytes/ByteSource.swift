/// Bytes that come one piece after the other, from a file or out of a container.
protocol ByteSource: AnyObject {
    /// Fills the buffer, or a part of it; 0 at the end and only there.
    ///
    /// - Precondition: the buffer is not empty.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int

    /// How many bytes there are; `nil` where nobody knows, and where ``seek(to:)`` is not possible.
    var seekableSize: Int? { get }

    /// Goes on reading at a place.
    ///
    /// - Precondition: ``seekableSize`` is not `nil`.
    func seek(to offset: Int) throws(InputFailure)
}

extension ByteSource {
    var seekableSize: Int? { nil }

    func seek(to offset: Int) throws(InputFailure) {}
}
