import Archives
import Causerie

/// The documents of a run, one after the other: what a worker gets when it asks for work.
///
/// One worker at a time is in it, so what it decides (which of two documents with the same id is the first, where the
/// limit lies) does not depend on how many there are.
struct DocumentQueue {
    /// What is to be done about a document.
    enum Work {
        case analyze(DocumentInput, InputPlace)
        case fail(DeadLetter)
        case skip(id: String?)
    }

    struct Job {
        /// Counted from 0 over all documents.
        var position: Int
        var work: Work
        var progress: ReadingProgress
    }

    private let source: DocumentSource
    private let limit: Int?
    private var seen: Set<DocumentKey> = []
    private var resume: ResumeState
    private var position = 0
    /// Documents that count for the limit.
    private var taken = 0

    init(_ source: sending DocumentSource, limit: Int?, resume: sending ResumeState) {
        self.source = source
        self.limit = limit
        self.resume = resume
    }

    /// The records of earlier runs that this one replaces.
    var stale: [Range<Int64>] { resume.stale }

    /// The next document; `nil` when there is none, or none may begin any more.
    ///
    /// - Parameter control: asked when a document is there, which may be long after the call.
    mutating func next(_ control: RunControl) -> Job? {
        if let limit, taken >= limit {
            control.stop(.limit)
            return nil
        }
        guard let item = source.next(), control.admit() else { return nil }
        let work = work(for: item)
        if case .skip = work {} else { taken += 1 }
        defer { position += 1 }
        return Job(position: position, work: work, progress: source.progress())
    }

    private mutating func work(for item: InputItem) -> Work {
        switch item {
        case .refused(let refused): return .fail(DeadLetter(refused))
        case .document(let document):
            let input = DocumentInput(document)
            guard let key = input.recordID.flatMap(DocumentKey.init(hexadecimal:)) else {
                return .analyze(input, document.place)
            }
            guard seen.insert(key).inserted else { return .fail(.duplicate(input.sourceID, at: document.place)) }
            if resume.isDone(key, sha256: input.sha256) { return .skip(id: input.sourceID) }
            return .analyze(input, document.place)
        }
    }
}

extension DeadLetter {
    fileprivate static func duplicate(_ id: String?, at place: InputPlace) -> DeadLetter {
        DeadLetter(
            id: id, place: place, stage: .identification, code: .duplicateID,
            message: "an earlier document has the same id\(id.map { ", “\($0)”" } ?? "")",
            hint: "leave one of them out, or name the folder that holds both, so that their paths are their ids")
    }
}

extension DocumentInput {
    fileprivate init(_ document: ArchivedDocument) {
        self.init(
            document.bytes, id: document.id, uri: document.uri, fileName: document.fileName, format: document.format,
            encoding: document.encoding, published: document.published, extra: document.extra)
        url = document.url
        title = document.title
        diagnostics = document.diagnostics
    }
}
