import Causerie
import Evaluation
import Normalization

/// Reads gold files with their documents.
struct GoldLoader {
    struct Loaded {
        let path: String
        let split: String?
        let annotationBytes: [UInt8]
        /// The document's.
        let bytes: [UInt8]
        let gold: ResolvedGold
    }

    private let normalizer: MatchingNormalizer
    /// Where other forms of the documents are; `nil` for beside the gold.
    private let documents: GoldDocuments?

    /// - Throws: ``CommandFailure`` for a folder that cannot be read, and when ICU lacks data.
    init(documents folder: String?) throws {
        normalizer = try MatchingNormalizer()
        documents = try folder.map(GoldDocuments.init)
    }

    /// - Throws: ``CommandFailure`` with ``ExitStatus/usage`` that names the file and what is wrong.
    func load(_ file: GoldFolder.File) throws(CommandFailure) -> Loaded {
        let json = try Input(file.path).read(otherwise: .usage)
        var annotation: GoldAnnotation
        do throws(GoldFormatError) {
            annotation = try GoldAnnotation(parsing: json)
        } catch {
            throw CommandFailure(.usage, "\(file.path): \(error)")
        }
        var path = file.folder + "/" + annotation.document
        if let documents {
            guard let name = documents.name(like: annotation.document) else {
                throw CommandFailure(.usage, "\(file.path): no form of \(annotation.document) in \(documents.folder)")
            }
            annotation.document = name
            path = documents.folder + "/" + name
        }
        let bytes = try Input(path).read(otherwise: .usage)
        do {
            let read = try Analyzer.document(of: bytes, fileName: annotation.document)
            let text = try DocumentText(source: read.source, document: read.document, normalizer: normalizer)
            return Loaded(
                path: path, split: file.split, annotationBytes: json, bytes: bytes,
                gold: try ResolvedGold(annotation, in: text))
        } catch {
            throw CommandFailure(.usage, "\(path): \(error)")
        }
    }
}

/// Another form of the documents: `NAME.html` for `NAME.md`.
struct GoldDocuments {
    let folder: String
    private let names: [String: String]

    /// - Throws: ``CommandFailure`` for a folder with nothing in it.
    init(_ folder: String) throws(CommandFailure) {
        self.folder = folder
        let files = FolderListing.names(in: folder).filter { !$0.hasPrefix(".") && !$0.hasSuffix(".json") }
        guard !files.isEmpty else { throw CommandFailure(.usage, "\(folder): no documents in it") }
        names = Dictionary(files.map { (Self.stem($0), $0) }) { first, _ in first }
    }

    /// The document of the same name but for the ending.
    func name(like document: String) -> String? { names[Self.stem(document)] }

    private static func stem(_ name: String) -> String {
        name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }
}
