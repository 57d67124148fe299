import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

enum FolderListing {
    /// The names in a folder, sorted; empty for one that cannot be read.
    static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names.sorted()
    }

    /// The paths below a folder that name both a `.txt` and an `.ann`, without either ending, sorted.
    static func annotatedNames(below folder: String) -> [String] {
        var found: [String] = []
        for name in names(in: folder) where !name.hasPrefix(".") {
            if name.hasSuffix(".txt") {
                let stem = String(name.dropLast(4))
                if holdsFile("\(folder)/\(stem).ann") { found.append(stem) }
            } else {
                // A file has nothing below it.
                found += annotatedNames(below: "\(folder)/\(name)").map { "\(name)/\($0)" }
            }
        }
        return found
    }

    /// Makes a folder unless it is there.
    ///
    /// - Returns: why it is not there now; `nil` when it is.
    static func make(_ folder: String) -> Errno? {
        mkdir(folder, 0o755) == 0 || errno == EEXIST ? nil : Errno(rawValue: errno)
    }

    static func holdsFile(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
