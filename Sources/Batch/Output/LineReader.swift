import SystemPackage

/// Reads the whole lines of a file, in memory for one chunk and one line.
struct LineReader {
    private let file: FileDescriptor
    private var buffer: [UInt8] = []
    /// Where the next line begins in `buffer`, and how far the search for its end has come.
    private var start = 0
    private var searched = 0
    /// The end of the last whole line, in bytes of the file.
    private(set) var offset: Int64 = 0

    init(_ file: FileDescriptor) { self.file = file }

    /// The next line without its end, and its range with it; `nil` where no line end follows any more.
    mutating func next() throws -> (line: ArraySlice<UInt8>, range: Range<Int64>)? {
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                let line = buffer[start..<end]
                let range = offset..<offset + Int64(end + 1 - start)
                offset = range.upperBound
                start = end + 1
                searched = start
                return (line, range)
            }
            buffer.removeFirst(start)
            start = 0
            searched = buffer.count
            let position = offset + Int64(buffer.count)
            let read = try [UInt8](unsafeUninitializedCapacity: 1 << 18) { chunk, count in
                count = try file.read(fromAbsoluteOffset: position, into: UnsafeMutableRawBufferPointer(chunk))
            }
            if read.isEmpty { return nil }
            buffer += read
        }
    }
}
