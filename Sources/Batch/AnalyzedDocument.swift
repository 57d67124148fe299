import Archives
import Causerie

/// What a run writes of one document.
public struct AnalyzedDocument: Sendable {
    /// Whole, with a line end.
    public var bytes: [UInt8]
    /// What a person should know, in one line each.
    public var warnings: [String]

    public init(bytes: [UInt8], warnings: [String] = []) {
        self.bytes = bytes
        self.warnings = warnings
    }
}

/// From a document to what is written of it; called by several workers at once.
///
/// - Parameter shouldStop: `true` when the document's time is up.
public typealias DocumentAnalysis =
    @Sendable (_ input: DocumentInput, _ place: InputPlace, _ shouldStop: () -> Bool) throws(DeadLetter) ->
    AnalyzedDocument
