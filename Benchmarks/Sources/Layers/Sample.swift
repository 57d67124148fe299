import SystemPackage

/// The text that a group of cases reads: documents repeated to the wanted size.
struct Sample {
    /// Each document by itself, in the order in which they are read.
    let documents: [[UInt8]]
    /// All of them, a line end after each.
    let utf8: [UInt8]
    let utf16: [UInt16]

    init(files: [String], megabytes: Double) throws {
        let read = try files.map(Self.contents)
        guard read.contains(where: { !$0.isEmpty }) else { throw Failure("the files are empty; name the corpus") }
        var documents: [[UInt8]] = []
        var count = 0
        while Double(count) < megabytes * 1e6 {
            documents += read
            count += read.reduce(0) { $0 + $1.count + 1 }
        }
        self.documents = documents
        utf8 = documents.flatMap { $0 + [0x0A] }
        utf16 = Array(String(decoding: utf8, as: UTF8.self).utf16)
    }

    private static func contents(of file: String) throws -> [UInt8] {
        let descriptor = try FileDescriptor.open(FilePath(file), .readOnly)
        return try descriptor.closeAfter {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while case let count = try buffer.withUnsafeMutableBytes({ try descriptor.read(into: $0) }), count > 0 {
                bytes.append(contentsOf: buffer[..<count])
            }
            return bytes
        }
    }
}
