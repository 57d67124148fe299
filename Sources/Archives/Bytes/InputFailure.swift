/// A failure while reading, before it is told where and of what.
struct InputFailure: Error {
    let code: RefusedInput.Code
    let message: String
    let hint: String

    init(_ code: RefusedInput.Code, _ message: String, hint: String) {
        self.code = code
        self.message = Self.line(message)
        self.hint = Self.line(hint)
    }

    /// On one line and not too long: names and keys out of the input may be anything.
    private static func line(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(500).map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
        return String(String.UnicodeScalarView(scalars))
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
