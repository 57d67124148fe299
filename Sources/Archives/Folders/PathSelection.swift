/// Which files below a folder and which entries of an archive are read.
struct PathSelection {
    private let include: [Glob]
    private let exclude: [Glob]

    init(_ options: InputOptions) {
        include = options.include.map(Glob.init)
        exclude = options.exclude.map(Glob.init)
    }

    /// Folders whose files others have made: packages, and what site generators and tools write. With the folders whose
    /// names begin with a full stop they are passed over; to read one, name it as an input.
    static let foreignFolders: Set = [
        // Packages of npm, Bower, Composer and Go, Bundler, Python.
        "node_modules", "bower_components", "vendor", "site-packages", "venv",
        // What Jekyll, Hugo, and bundlers write.
        "_site", "public", "dist",
        // Written by Python, and by macOS into archives.
        "__pycache__", "__MACOSX",
    ]

    private func isHidden(_ name: some StringProtocol) -> Bool { name.hasPrefix(".") }

    /// Whether to look into a folder.
    func entersFolder(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return !isHidden(name) && !Self.foreignFolders.contains(name) && !exclude.contains { $0.matches(path) }
    }

    /// Whether to read a file in a folder that is looked into.
    ///
    /// - Parameter isRead: says what is read when nobody says what to include.
    func readsFile(_ path: String, byDefault isRead: (String) -> Bool) -> Bool {
        let name = path.split(separator: "/").last ?? path[...]
        guard !isHidden(name), !exclude.contains(where: { $0.matches(path) }) else { return false }
        return include.isEmpty ? isRead(path) : include.contains { $0.matches(path) }
    }

    /// Whether to read an entry of an archive, of which all folders have to be looked into.
    func readsEntry(_ path: String) -> Bool {
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            if !entersFolder(String(folder)) { return false }
        }
        return readsFile(path, byDefault: FileEnding.isReadInArchive)
    }
}
