import Decoding
import Extraction
import Formats
import ICUText
import TextModel

/// A document's record with everything that it was made from.
public struct Analysis: Sendable {
    /// The decoded text that the record's spans point into.
    public let source: SourceText
    public let text: ReportText
    public let findings: Findings
    public let report: Report
}

/// Why there is no record of a document.
public enum AnalysisError: Error, CustomStringConvertible {
    /// The document is too long.
    case decoding(DecodingError)
    /// The document is no text.
    case format(FormatError)
    /// ICU ran out of memory.
    case icu(ICUError)
    /// The caller's checkpoint ended the work before this step.
    case stopped(before: AnalysisStep)

    public var description: String {
        switch self {
        case .decoding(let error): "\(error)"
        case .format(let error): error.description
        case .icu(let error): error.description
        case .stopped(let step): "was stopped before the step “\(step.name)”"
        }
    }
}

/// A step on the way to a record, between two of which the work can be stopped.
public enum AnalysisStep: Equatable, Sendable {
    /// Telling the format and finding the blocks.
    case reading
    /// Tokens and sentences.
    case tokenizing
    case stage(Stage.Name)
    /// Making the record.
    case assembly

    /// One word: that of `--stages` for a stage.
    public var name: String {
        switch self {
        case .reading: "reading"
        case .tokenizing: "tokenizing"
        case .stage(let name): name.rawValue
        case .assembly: "assembly"
        }
    }
}
