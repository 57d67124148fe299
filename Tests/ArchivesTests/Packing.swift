import CArchive
import Foundation
import TestSupport

/// Archives and compressed files for tests, made by libarchive.
enum Packing {
    enum Form: String, CaseIterable {
        case tar, zip
        case tarGzip = "tar.gz"
        case tarBzip2 = "tar.bz2"
        case tarXZ = "tar.xz"
        case tarZstd = "tar.zst"
    }

    struct Failure: Error {
        let message: String
    }

    static func packed(_ files: [(name: String, bytes: [UInt8])], as form: Form) throws -> [UInt8] {
        try written(files) { archive in
            switch form {
            case .zip: archive_write_set_format_zip(archive)
            case .tar, .tarGzip, .tarBzip2, .tarXZ, .tarZstd: archive_write_set_format_pax_restricted(archive)
            }
            switch form {
            case .tar, .zip: archive_write_add_filter_none(archive)
            case .tarGzip: archive_write_add_filter_gzip(archive)
            case .tarBzip2: archive_write_add_filter_bzip2(archive)
            case .tarXZ: archive_write_add_filter_xz(archive)
            case .tarZstd: archive_write_add_filter_zstd(archive)
            }
        }
    }

    static func packed(_ files: [(name: String, text: String)], as form: Form) throws -> [UInt8] {
        try packed(files.map { ($0.name, Array($0.text.utf8)) }, as: form)
    }

    /// By gzip, in one member.
    static func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
        try written([("data", bytes)]) { archive in
            archive_write_set_format_raw(archive)
            archive_write_add_filter_gzip(archive)
        }
    }

    static func gzip(_ text: String) throws -> [UInt8] { try gzip(Array(text.utf8)) }

    private static func written(
        _ files: [(name: String, bytes: [UInt8])], configure: (OpaquePointer) -> Void
    ) throws -> [UInt8] {
        // In the C locale libarchive writes no name with an accent as UTF-8.
        let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
        let before = uselocale(locale)
        defer {
            uselocale(before)
            freelocale(locale)
        }
        guard let archive = archive_write_new() else { throw Failure(message: "out of memory") }
        defer { archive_write_free(archive) }
        func check(_ status: Int) throws {
            guard status >= 0 else { throw Failure(message: String(cString: archive_error_string(archive))) }
        }
        configure(archive)
        archive_write_set_bytes_in_last_block(archive, 1)
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let target = folder.url.appending(path: "packed")
        try check(Int(archive_write_open_filename(archive, target.path)))
        for file in files {
            guard let entry = archive_entry_new() else { throw Failure(message: "out of memory") }
            defer { archive_entry_free(entry) }
            archive_entry_set_pathname(entry, file.name)
            archive_entry_set_size(entry, Int64(file.bytes.count))
            archive_entry_set_filetype(entry, 0o100000)
            archive_entry_set_perm(entry, 0o644)
            try check(Int(archive_write_header(archive, entry)))
            try check(archive_write_data(archive, file.bytes, file.bytes.count))
        }
        try check(Int(archive_write_close(archive)))
        return Array(try Data(contentsOf: target))
    }
}
