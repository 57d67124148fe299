/// The name of an archive's entry as a path below the archive.
enum EntryPath {
    /// Without `./` and doubled slashes.
    ///
    /// - Throws: for a name that is absolute, leads upwards or is empty: nothing is ever written to such a place, but no
    ///   archive that means well has one.
    static func path(of name: String) throws(InputFailure) -> String {
        // Old zips have Windows' separator.
        let separators: Set<Character> = ["/", "\\"]
        let parts = name.split(whereSeparator: separators.contains).filter { $0 != "." }
        let isAbsolute = name.first.map(separators.contains) == true || isDrive(name)
        guard !parts.isEmpty else {
            throw InputFailure(.unsafePath, "an entry has no name", hint: "pack the files anew with plain paths")
        }
        guard !isAbsolute, !parts.contains(".."), !name.unicodeScalars.contains("\0") else {
            throw InputFailure(
                .unsafePath, "the name of an entry leads out of the archive: “\(name.prefix(200))”",
                hint: "do not trust this archive; pack the files anew with plain paths")
        }
        return parts.joined(separator: "/")
    }

    /// `C:`
    private static func isDrive(_ name: String) -> Bool {
        let start = Array(name.utf8.prefix(2))
        return start.count == 2 && start[1] == UInt8(ascii: ":") && (0x61...0x7A).contains(start[0] | 0x20)
    }
}
