import Causerie
import FrenchText
import TextModel

/// A text with its tokens drawn in: `|` stands between tokens that touch, spaces between the others; `_` is a space
/// within a token.
struct Drawn {
    let text: String
    let tokens: [String]

    init(_ drawing: String) {
        text = drawing.replacing("|", with: "").replacing("_", with: " ")
        tokens = drawing.split(whereSeparator: { $0 == "|" || $0 == " " || $0 == "\n" }).map {
            String($0).replacing("_", with: " ")
        }
    }
}

/// The one place where the tests touch the API.
struct TextLayer {
    static let shared = Result { try Analyzer() }

    let analyzer: Analyzer

    init() throws { analyzer = try Self.shared.get() }

    /// The tokens of a text without white space, in matching form, with their kinds.
    func tokens(_ text: String) throws -> [(text: String, kind: TokenKind)] {
        let found = try analyzer.text(of: Array(text.utf8)).analyzed
        return found.tokens.filter { !$0.kind.isWhiteSpace }.map { (found.matching[$0.range], $0.kind) }
    }

    func sentences(_ text: String) throws -> [String] {
        let found = try analyzer.text(of: Array(text.utf8)).analyzed
        return found.sentences.map { found.matching[$0.range] }
    }
}
