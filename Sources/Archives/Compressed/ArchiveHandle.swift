import CArchive

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A reading handle of libarchive over a source of ours.
final class ArchiveHandle {
    enum Kind {
        /// One stream of gzip, bzip2, xz or zstd, of one or more members; what is compressed twice is decompressed twice.
        case compressed
        /// tar or zip.
        case archive
    }

    private let pointer: OpaquePointer
    private let input: Input
    private let names: NameEncoding?
    /// A failure after which libarchive reads nothing more.
    private var isBroken = false

    /// What libarchive's calls for bytes need.
    private final class Input {
        let reader: ByteReader
        let buffer: UnsafeMutableRawBufferPointer
        /// Why a call has failed, which libarchive cannot carry.
        var failure: InputFailure?

        init(_ reader: ByteReader) {
            self.reader = reader
            buffer = .allocate(byteCount: 1 << 16, alignment: 16)
        }

        deinit { buffer.deallocate() }
    }

    init(_ reader: ByteReader, as kind: Kind) throws(InputFailure) {
        guard let pointer = archive_read_new() else {
            throw InputFailure(.readFailed, "out of memory", hint: "run on a machine with more")
        }
        self.pointer = pointer
        input = Input(reader)
        names = kind == .archive ? NameEncoding() : nil
        switch kind {
        case .compressed:
            archive_read_support_filter_gzip(pointer)
            archive_read_support_filter_bzip2(pointer)
            archive_read_support_filter_xz(pointer)
            archive_read_support_filter_zstd(pointer)
            archive_read_support_format_raw(pointer)
            archive_read_support_format_empty(pointer)
        case .archive:
            archive_read_support_format_tar(pointer)
            archive_read_support_format_empty(pointer)
            archive_read_support_format_zip(pointer)
        }
        setCallbacks()
        // The handle is freed with self, which is whole now.
        guard archive_read_open1(pointer) == ARCHIVE_OK else { throw failure() }
        if kind == .compressed, archive_filter_code(pointer, 0) == ARCHIVE_FILTER_NONE {
            throw InputFailure(
                .archiveDamaged, "begins like a compressed file and is none", hint: "check that the download is whole")
        }
    }

    deinit { archive_read_free(pointer) }

    private func setCallbacks() {
        archive_read_set_callback_data(pointer, Unmanaged.passUnretained(input).toOpaque())
        archive_read_set_read_callback(pointer) { _, data, block in
            guard let input = ArchiveHandle.input(data) else { return -1 }
            do throws(InputFailure) {
                let count = try input.reader.read(into: input.buffer)
                block?.pointee = UnsafeRawPointer(input.buffer.baseAddress)
                return count
            } catch {
                input.failure = error
                return -1
            }
        }
        guard input.reader.seekableSize != nil else { return }
        archive_read_set_seek_callback(pointer) { _, data, offset, origin in
            guard let input = ArchiveHandle.input(data), let size = input.reader.seekableSize else { return -1 }
            let base: Int
            switch origin {
            case SEEK_SET: base = 0
            case SEEK_CUR: base = input.reader.offset
            default: base = size
            }
            let (target, overflow) = base.addingReportingOverflow(Int(offset))
            guard !overflow, target >= 0 else { return -1 }
            do throws(InputFailure) {
                try input.reader.seek(to: target)
                return Int64(target)
            } catch {
                input.failure = error
                return -1
            }
        }
        archive_read_set_skip_callback(pointer) { _, data, count in
            guard let input = ArchiveHandle.input(data), let size = input.reader.seekableSize else { return 0 }
            // Less than asked for is fine: libarchive reads the rest.
            let part = max(0, min(Int(count), size - input.reader.offset))
            do throws(InputFailure) { try input.reader.seek(to: input.reader.offset + part) } catch { return 0 }
            return Int64(part)
        }
    }

    private static func input(_ data: UnsafeMutableRawPointer?) -> Input? {
        data.map { Unmanaged<Input>.fromOpaque($0).takeUnretainedValue() }
    }

    /// A file or folder of an archive.
    struct Entry {
        let name: String
        let isFile: Bool
        let isEncrypted: Bool
    }

    /// Goes to the next entry; `nil` at the end, and after a failure of which nothing more can be said.
    ///
    /// A warning, such as for a name in an unknown encoding, is none of ours.
    func nextEntry() throws(InputFailure) -> Entry? {
        guard !isBroken else { return nil }
        var entry: OpaquePointer?
        let status = inUTF8 { archive_read_next_header(pointer, &entry) }
        if status == ARCHIVE_EOF { return nil }
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else {
            isBroken = true
            throw failure()
        }
        return Entry(
            name: inUTF8 { Self.name(of: entry) },
            isFile: archive_entry_filetype(entry) == Self.regularFile && archive_entry_hardlink(entry) == nil,
            isEncrypted: archive_entry_is_data_encrypted(entry) != 0)
    }

    private func inUTF8<Result>(_ body: () -> Result) -> Result { names?.used(body) ?? body() }

    /// `AE_IFREG`, a macro that Swift cannot see.
    private static let regularFile: mode_t = 0o100000

    private static func name(of entry: OpaquePointer) -> String {
        guard let name = archive_entry_pathname(entry) else { return "" }
        return String(bytesInAnyEncoding: UnsafeRawBufferPointer(start: name, count: strlen(name)))
    }

    /// Reads data of the current entry; 0 at its end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
        while true {
            let count = archive_read_data(pointer, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if count == Int(ARCHIVE_RETRY) { continue }
            if count == Int(ARCHIVE_FATAL) { isBroken = true }
            throw failure()
        }
    }

    private func failure() -> InputFailure {
        if let failure = input.failure { return failure }
        let message = archive_error_string(pointer).map { String(cString: $0) } ?? "it is damaged"
        if message.lowercased().contains("truncated") {
            return InputFailure(
                .truncated, "ends in the middle (\(message))", hint: "check that the download is whole")
        }
        return InputFailure(
            .archiveDamaged, "cannot be unpacked (\(message))", hint: "check that the download is whole")
    }
}
