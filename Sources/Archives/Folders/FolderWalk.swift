import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Goes through a folder and those below it, names in the order of their bytes.
///
/// A symbolic link to a file is followed while it stays within the folder. One to a folder is not: what it leads to has
/// its own place within the folder, and no link can make a loop.
struct FolderWalk {
    enum Step {
        /// - Parameter path: below the folder.
        case file(FilePath, path: String)
        case failed(InputFailure, path: String)
    }

    private struct Level {
        let folder: FilePath
        /// Empty, or with a slash at its end.
        let prefix: String
        /// In reverse order.
        var names: [FilePath.Component]
    }

    private let selection: PathSelection
    /// Without symbolic links.
    private let root: FilePath
    private var levels: [Level] = []

    /// - Throws: for a folder that cannot be read.
    init(_ folder: FilePath, selection: PathSelection) throws(InputFailure) {
        self.selection = selection
        root = Self.resolved(folder) ?? folder
        levels.append(Level(folder: folder, prefix: "", names: try Self.names(in: folder)))
    }

    mutating func next() -> Step? {
        while !levels.isEmpty {
            guard let name = levels[levels.count - 1].names.popLast() else {
                levels.removeLast()
                continue
            }
            let level = levels[levels.count - 1]
            if let step = visit(level.folder.appending(name), level.prefix + String(fileName: name)) { return step }
        }
        return nil
    }

    private mutating func visit(_ file: FilePath, _ path: String) -> Step? {
        do {
            switch try file.stat(followTargetSymlink: false).type {
            case .directory:
                guard selection.entersFolder(path) else { return nil }
                do throws(InputFailure) {
                    levels.append(Level(folder: file, prefix: path + "/", names: try Self.names(in: file)))
                } catch {
                    return .failed(error, path: path)
                }
                return nil
            case .regular: return reads(path) ? .file(file, path: path) : nil
            case .symbolicLink: return try followed(file, path)
            default: return nil
            }
        } catch {
            return reads(path) ? .failed(InputFailure(reading: error), path: path) : nil
        }
    }

    private func reads(_ path: String) -> Bool {
        selection.readsFile(path, byDefault: FileEnding.isReadInFolder)
    }

    private func followed(_ link: FilePath, _ path: String) throws -> Step? {
        guard selection.entersFolder(path) || reads(path) else { return nil }
        let isFolder: Bool
        do {
            switch try link.stat().type {
            case .directory: isFolder = true
            case .regular: isFolder = false
            default: return nil
            }
        } catch {
            guard reads(path) else { return nil }
            throw error
        }
        guard isFolder || reads(path) else { return nil }
        if let target = Self.resolved(link), target.starts(with: root) {
            return isFolder ? nil : .file(link, path: path)
        }
        return .failed(
            InputFailure(
                .linkOutside, "a symbolic link leads out of the folder", hint: "name what it leads to as an input"),
            path: path)
    }

    /// The names in a folder in reverse order of their bytes.
    private static func names(in folder: FilePath) throws(InputFailure) -> [FilePath.Component] {
        guard let directory = folder.withPlatformString({ opendir($0) }) else {
            throw InputFailure(reading: Errno(rawValue: errno))
        }
        defer { closedir(directory) }
        var names: [FilePath.Component] = []
        errno = 0
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                FilePath.Component(platformString: bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0])
            }
            if let name, name.kind == .regular { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw InputFailure(reading: Errno(rawValue: errno)) }
        return names.sorted { left, right in
            left.withPlatformString { left in right.withPlatformString { strcmp(left, $0) > 0 } }
        }
    }

    private static func resolved(_ path: FilePath) -> FilePath? {
        path.withPlatformString { path in
            guard let resolved = realpath(path, nil) else { return nil }
            defer { free(resolved) }
            return FilePath(platformString: resolved)
        }
    }
}
