/// A failure while reading, before it is told where and of what.
struct InputFailure: Error {
    let code: RefusedInput.Code
    let message: String
    let hint: String

    init(_ code: RefusedInput.Code, _ message: String, hint: String) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    func refused(at place: InputPlace, id: String? = nil) -> RefusedInput {
        RefusedInput(id: id, place: place, code: code, message: message, hint: hint)
    }
}

extension InputFailure {
    static func tooLarge(_ what: String, limit: Int) -> Self {
        Self(
            .tooLarge, "\(what) has more than \(limit) bytes",
            hint: "raise the limit of bytes for a document if it is meant to be read")
    }
}
