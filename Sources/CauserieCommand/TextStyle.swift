/// How emphasis is shown on the terminal: by ANSI escapes, or not at all.
enum TextStyle {
    case plain
    case colored

    func strong(_ text: String) -> String { wrapped(text, "1") }
    func faint(_ text: String) -> String { wrapped(text, "2") }
    func good(_ text: String) -> String { wrapped(text, "32") }
    func bad(_ text: String) -> String { wrapped(text, "31") }

    private func wrapped(_ text: String, _ code: String) -> String {
        switch self {
        case .plain: text
        case .colored: "\u{1B}[\(code)m\(text)\u{1B}[0m"
        }
    }
}
