/// What a token is, as the rules of the French tokenizer tell it.
public enum TokenKind: UInt8, Sendable, CaseIterable {
    /// White space within a line.
    case space
    /// One line end, whatever its bytes.
    case newline
    /// A mark that belongs to no other kind.
    case punctuation
    /// Two full stops or more, or `…`.
    case ellipsis
    /// What opens a list item at the start of a line: `-`, `•`, `1.`, `a)`.
    case listMark
    case word
    /// A word cut before a vowel, with its apostrophe: `l'`, `qu'`, `lorsqu'`.
    case elidedWord
    /// Words joined by hyphens: `rendez-vous`, `Jean-Baptiste`.
    case hyphenatedWord
    /// A pronoun bound to the verb before it, with its hyphen: `-il`, `-t-on`, `-moi`.
    case encliticPronoun
    /// Letters that keep a full stop: `M.`, `etc.`, `J.-P.`, `S.N.C.F.`.
    case abbreviation
    /// `12`, `1 234,5`, `-3`.
    case number
    /// `1er`, `2e`, `XXIe`.
    case ordinal
    /// `24h`, `10h30`, `14:05`.
    case time
    /// `06/09/2023`, `2023-09-06`, `2007-2008`.
    case date
    /// A mark or abbreviation of measure: `%`, `€`, `°C`, and the `km` of `12km`.
    case unit
    /// `Node.js`, `C++`, `k8s`, `README.md`, `v1.28`, `kube-proxy`, `src/main.c`.
    case code
    case url
    case email
    /// `@zwindler`, `@zwindler@framapiaf.org`.
    case handle
    /// `#conference`.
    case hashtag
    /// `:-)`, `;)`, `<3`.
    case emoticon
    /// One emoji sequence (UTS #51), or a short code such as `:tada:`.
    case emoji

    /// The kind's name as it stands in output: `elided_word`.
    public var name: String {
        switch self {
        case .space: "space"
        case .newline: "newline"
        case .punctuation: "punctuation"
        case .ellipsis: "ellipsis"
        case .listMark: "list_mark"
        case .word: "word"
        case .elidedWord: "elided_word"
        case .hyphenatedWord: "hyphenated_word"
        case .encliticPronoun: "enclitic_pronoun"
        case .abbreviation: "abbreviation"
        case .number: "number"
        case .ordinal: "ordinal"
        case .time: "time"
        case .date: "date"
        case .unit: "unit"
        case .code: "code"
        case .url: "url"
        case .email: "email"
        case .handle: "handle"
        case .hashtag: "hashtag"
        case .emoticon: "emoticon"
        case .emoji: "emoji"
        }
    }

    /// Spaces and line ends, which carry no word.
    @inlinable public var isWhiteSpace: Bool { self == .space || self == .newline }
}

/// The smallest unit of analysis. The tokens of a text cover each of its bytes once, in order.
public struct Token: Equatable, Sendable {
    public let kind: TokenKind
    public let range: TextRange

    public init(_ kind: TokenKind, _ range: TextRange) {
        self.kind = kind
        self.range = range
    }
}
