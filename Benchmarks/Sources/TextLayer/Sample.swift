import SystemPackage

/// The text that every case reads: the corpus repeated to the wanted size.
struct Sample {
    let utf8: [UInt8]
    let utf16: [UInt16]

    init(files: [String], megabytes: Double) throws {
        var corpus: [UInt8] = []
        for file in files {
            let descriptor = try FileDescriptor.open(FilePath(file), .readOnly)
            try descriptor.closeAfter {
                var buffer = [UInt8](repeating: 0, count: 1 << 16)
                while case let count = try buffer.withUnsafeMutableBytes({ try descriptor.read(into: $0) }), count > 0 {
                    corpus.append(contentsOf: buffer[..<count])
                }
            }
            corpus.append(0x0A)
        }
        guard corpus.count > 1 else { throw Failure("the files are empty; name the corpus") }
        var repeated: [UInt8] = []
        while Double(repeated.count) < megabytes * 1e6 { repeated.append(contentsOf: corpus) }
        utf8 = repeated
        utf16 = Array(String(decoding: repeated, as: UTF8.self).utf16)
    }
}
