/// A window over a source's next bytes, so that they can be looked at before they are taken.
final class ByteReader: ByteSource {
    private let source: any ByteSource
    private let buffer: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    private var isAtEnd = false
    /// How many bytes have been taken.
    private(set) var offset = 0
    /// How many bytes were read of the source, those before a jump included.
    private(set) var readCount = 0

    private static let capacity = 1 << 16

    init(_ source: any ByteSource) {
        self.source = source
        buffer = .allocate(byteCount: Self.capacity, alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// The bytes that are at hand, at least one but at the end.
    ///
    /// They are valid until the next call of another method.
    func window() throws(InputFailure) -> UnsafeRawBufferPointer {
        if start == end { _ = try fill(to: 1) }
        return UnsafeRawBufferPointer(rebasing: buffer[start..<end])
    }

    /// Takes bytes of the window.
    ///
    /// - Precondition: the window has as many.
    func take(_ count: Int) {
        start += count
        offset += count
    }

    /// The next bytes, which are not taken: fewer than `count` only at the end.
    ///
    /// - Precondition: `count` is at most 64 KiB.
    func peek(_ count: Int) throws(InputFailure) -> [UInt8] {
        let available = try fill(to: count)
        return Array(buffer[start..<start + min(count, available)])
    }

    /// Makes the window hold as many bytes, unless the source ends before.
    private func fill(to count: Int) throws(InputFailure) -> Int {
        if start > 0, end - start < count {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
            end -= start
            start = 0
        }
        while end - start < count, !isAtEnd {
            let added = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
            if added == 0 { isAtEnd = true }
            readCount += added
            end += added
        }
        return end - start
    }

    func next() throws(InputFailure) -> UInt8? {
        if start == end, try fill(to: 1) == 0 { return nil }
        start += 1
        offset += 1
        return buffer[start - 1]
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
        if start == end, isAtEnd { return 0 }
        guard start < end else {
            let count = try source.read(into: target)
            if count == 0 { isAtEnd = true }
            readCount += count
            offset += count
            return count
        }
        let count = min(target.count, end - start)
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<start + count]))
        take(count)
        return count
    }

    var seekableSize: Int? { source.seekableSize }

    func seek(to offset: Int) throws(InputFailure) {
        try source.seek(to: offset)
        (start, end, isAtEnd) = (0, 0, false)
        self.offset = offset
    }
}

extension ByteReader {
    /// All that is left; `nil` for more than `limit` bytes, of which no more are held.
    func rest(limit: Int) throws(InputFailure) -> [UInt8]? {
        var bytes: [UInt8] = []
        while true {
            let window = try window()
            if window.isEmpty { return bytes }
            guard bytes.count + window.count <= limit else { return nil }
            bytes.append(contentsOf: window)
            take(window.count)
        }
    }

    enum Line {
        /// Without its line end, which is LF or CRLF.
        case bytes([UInt8])
        /// Longer than the limit; it is passed over and not held.
        case tooLong
    }

    /// The next line; `nil` at the end. The last one needs no line end.
    func line(limit: Int) throws(InputFailure) -> Line? {
        var bytes: [UInt8] = []
        var isTooLong = false
        var isAtStart = true
        while true {
            let window = try window()
            if window.isEmpty {
                if isAtStart { return nil }
                return isTooLong ? .tooLong : .bytes(bytes)
            }
            isAtStart = false
            let end = window.firstIndex(of: 0x0A)
            let part = window[..<(end ?? window.count)]
            // One byte more than the limit may be the CR of the line end.
            if bytes.count + part.count - 1 > limit {
                isTooLong = true
                bytes = []
            }
            if !isTooLong { bytes.append(contentsOf: part) }
            take(part.count + (end == nil ? 0 : 1))
            guard end != nil else { continue }
            if bytes.last == 0x0D { bytes.removeLast() }
            return isTooLong || bytes.count > limit ? .tooLong : .bytes(bytes)
        }
    }

    /// Passes over bytes; says how many there were, fewer than `count` only at the end.
    func skip(_ count: Int) throws(InputFailure) -> Int {
        var left = count
        while left > 0 {
            let window = try window()
            if window.isEmpty { break }
            let part = min(left, window.count)
            take(part)
            left -= part
        }
        return count - left
    }
}
