import Archives
import Causerie

/// What a run writes of one document.
public struct AnalyzedDocument<Content: Sendable>: Sendable {
    /// What the run's ``RecordSink`` takes.
    public var content: Content
    /// What a person should know, in one line each.
    public var warnings: [String]

    public init(_ content: Content, warnings: [String] = []) {
        self.content = content
        self.warnings = warnings
    }
}

/// From a document to what is written of it; called by several workers at once.
///
/// - Parameter shouldStop: `true` when the document's time is up.
public typealias DocumentAnalysis<Content: Sendable> =
    @Sendable (_ input: DocumentInput, _ place: InputPlace, _ shouldStop: () -> Bool) throws(DeadLetter) ->
    AnalyzedDocument<Content>
