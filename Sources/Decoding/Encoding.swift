/// The encodings that the decoder tells apart; all but the Unicode ones are ICU's business.
enum Encoding: Equatable {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian
    /// A charset of ICU's, by the name that is reported.
    case named(String)

    var name: String {
        switch self {
        case .utf8: "utf-8"
        case .utf16LittleEndian: "utf-16le"
        case .utf16BigEndian: "utf-16be"
        case .named(let name): name
        }
    }

    /// The encoding of a label as found in HTTP headers, `<meta>` and XML declarations; `nil` for an unknown one.
    ///
    /// Latin-1 and ASCII mean Windows-1252, as the WHATWG Encoding Standard has it: pages that claim Latin-1 hold `’`
    /// and `œ` at its bytes.
    init?(label: String) {
        let label = String(label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" })
        switch label {
        case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
        case "utf-16", "utf-16le", "unicode", "ucs-2": self = .utf16LittleEndian
        case "utf-16be": self = .utf16BigEndian
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "cp1252",
            "windows-1252", "x-cp1252":
            self = .named("windows-1252")
        case "iso-8859-15", "iso8859-15", "latin9", "latin-9", "l9": self = .named("iso-8859-15")
        default:
            guard isKnownCharset(label) else { return nil }
            self = .named(label)
        }
    }
}

/// A byte order mark at the start of a text (Unicode Standard, section 23.8).
struct ByteOrderMark {
    let encoding: Encoding

    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            encoding = .utf8
        } else if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
            encoding = .named("utf-32le")
        } else if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            encoding = .named("utf-32be")
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            encoding = .utf16LittleEndian
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            encoding = .utf16BigEndian
        } else {
            return nil
        }
    }
}
