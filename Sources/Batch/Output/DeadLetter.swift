import Archives
import RecordWriters

/// A document without a record: which one, where it stands, what was wrong, and what to do about it.
public struct DeadLetter: Error, Equatable, Sendable {
    /// What was being done when the document failed.
    public enum Stage: String, Sendable, CaseIterable {
        /// Getting it out of its file or container.
        case input
        /// Finding out whether it is one of those that were there before.
        case identification
        case decoding
        /// Finding its blocks.
        case format
        case extraction
    }

    public enum Code: Equatable, Sendable {
        case input(RefusedInput.Code)
        /// An earlier document has the same id.
        case duplicateID
        /// It has more bytes than can be analysed in one piece.
        case tooLong
        /// It is no text.
        case binaryFile
        case timedOut
        case outOfMemory

        /// In `snake_case`.
        public var name: String {
            switch self {
            case .input(let code): code.rawValue
            case .duplicateID: "duplicate_id"
            case .tooLong: "too_long"
            case .binaryFile: "binary_file"
            case .timedOut: "timed_out"
            case .outOfMemory: "out_of_memory"
            }
        }
    }

    /// The record's `source.id`, as far as it is known.
    public var id: String?
    public var place: InputPlace
    public var stage: Stage
    public var code: Code
    /// What is wrong, in one line without the place.
    public var message: String
    /// What to do about it, in one line.
    public var hint: String

    public init(id: String?, place: InputPlace, stage: Stage, code: Code, message: String, hint: String) {
        self.id = id
        self.place = place
        self.stage = stage
        self.code = code
        self.message = message
        self.hint = hint
    }

    init(_ refused: RefusedInput) {
        self.init(
            id: refused.id, place: refused.place, stage: .input, code: .input(refused.code), message: refused.message,
            hint: refused.hint)
    }

    /// One line of NDJSON; every member is always there.
    public var line: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.add("id", id)
        json.add("input", place.input)
        json.add("entry", place.entry)
        json.add("line", place.line)
        json.add("offset", place.offset)
        json.add("stage", stage.rawValue)
        json.add("code", code.name)
        json.add("message", message)
        json.add("hint", hint)
        json.endObject()
        json.endLine()
        return json.bytes
    }
}

extension DeadLetter: CustomStringConvertible {
    public var description: String { "\(place): \(message); \(hint)" }
}
