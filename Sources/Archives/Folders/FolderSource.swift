import SystemPackage

/// The documents of a folder and of those below it.
final class FolderSource: ItemSource {
    private var walk: FolderWalk
    private let folder: FilePath
    private let input: String
    private let opener: ContainerOpener
    private var current: (any ItemSource)?
    private var isEmpty = true

    init(_ folder: FilePath, input: String, opener: ContainerOpener) throws(InputFailure) {
        walk = try FolderWalk(folder, selection: PathSelection(opener.options))
        self.folder = folder
        self.input = input
        self.opener = opener
    }

    func next() -> InputItem? {
        while true {
            if let item = current?.next() {
                isEmpty = false
                return item
            }
            current = nil
            switch walk.next() {
            case .file(let file, let path)?: current = open(file, path)
            case .failed(let failure, let path)?:
                isEmpty = false
                return .refused(failure.refused(at: InputPlace(input, entry: path), id: path))
            case nil:
                guard isEmpty else { return nil }
                isEmpty = false
                return .refused(Self.nothingFound.refused(at: InputPlace(input)))
            }
        }
    }

    private func open(_ file: FilePath, _ path: String) -> any ItemSource {
        let place = InputPlace(input, entry: path)
        let origin = Origin(place: place, name: path, fileName: file.string, prefix: path + "/")
        let kind = opener.options.container
        do throws(InputFailure) {
            return try opener.open(file: file, origin, kind: kind == .folder ? nil : kind)
        } catch {
            return RefusalSource(error.refused(at: place, id: path))
        }
    }

    private static let nothingFound = InputFailure(
        .noDocuments, "holds no document that is read",
        hint: "read files with other endings by --include; hidden folders and those of packages are passed over")
}
