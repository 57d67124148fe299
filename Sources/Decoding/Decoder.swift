import ICUText
import TextModel

/// Turns the bytes of a document into a ``SourceText``.
///
/// The encoding is the first of these that holds: valid UTF-8; a byte order mark; the declared encoding; UTF-16 by its
/// zero bytes; what a page says of itself in its first 1,024 bytes; UTF-8 with a few bad bytes; ISO-8859-15 where its
/// `œ` and `€` stand as text has them; else Windows-1252.
/// ICU's detector is asked only to warn: it knows no ISO-8859-15 and takes `L'été` in Latin-1 for UTF-16.
public struct Decoder: Sendable {
    public init() {}

    /// Decodes any bytes; what the encoding does not allow becomes U+FFFD, with a diagnostic.
    ///
    /// - Parameter declared: the encoding that the container names, or `nil`. Its labels are those of the WHATWG
    ///   Encoding Standard where they matter (`latin1` and `ascii` mean Windows-1252), and ICU's otherwise.
    /// - Throws: ``DecodingError`` for a text beyond 1 GiB, and when ICU itself fails.
    public func decode(_ bytes: [UInt8], declared: String? = nil) throws(DecodingError) -> SourceText {
        guard bytes.count <= SourceText.maximumCount / 3 else { throw .tooLong(byteCount: bytes.count) }
        let utf16ByZeros = byteOrderByZeroBytes(bytes)
        let damage = UTF8Damage(bytes)
        if damage.isNone, utf16ByZeros == nil {
            return SourceText(utf8: bytes, encoding: "utf-8", evidence: .valid)
        }
        if let mark = ByteOrderMark(bytes) {
            return try text(bytes, in: mark.encoding, evidence: .byteOrderMark)
        }
        var diagnostics: [Diagnostic] = []
        if let declared {
            if let encoding = Encoding(label: declared) {
                return try text(bytes, in: encoding, evidence: .declared)
            }
            diagnostics.append(
                Diagnostic(.encodingDeclarationIgnored, "The declared encoding “\(declared)” is not known."))
        }
        if utf16ByZeros == nil, let label = EncodingDeclaration(bytes)?.label {
            // Templates declare UTF-8 whatever the editor saves.
            if let encoding = Encoding(label: label), encoding != .utf8 || damage.looksLikeUTF8 {
                return try text(bytes, in: encoding, evidence: .declared, diagnostics)
            }
            diagnostics.append(
                Diagnostic(
                    .encodingDeclarationIgnored,
                    "The page declares the encoding “\(label)”, which is not known or not that of its bytes."))
        }
        let guess: Encoding =
            if let utf16ByZeros {
                utf16ByZeros == .little ? .utf16LittleEndian : .utf16BigEndian
            } else if damage.looksLikeUTF8 {
                .utf8
            } else if looksLikeLatin9(bytes) {
                .named("iso-8859-15")
            } else {
                .named("windows-1252")
            }
        diagnostics.append(Diagnostic(.encodingGuessed, try guessMessage(guess, bytes)))
        return try text(bytes, in: guess, evidence: .guessed, diagnostics)
    }

    private func guessMessage(_ guess: Encoding, _ bytes: [UInt8]) throws(DecodingError) -> String {
        let message = "The bytes are not UTF-8 and no encoding is declared; they were read as \(guess.name)."
        // The detector reads a sample only, and a low confidence says nothing.
        let other = try orICUFailure { () throws(ICUError) in
            try CharsetGuess.best(for: bytes.span.extracting(first: 65_536))
        }
        guard let other, other.confidence >= 60, other.name.lowercased() != guess.name,
            !other.name.hasPrefix("ISO-8859-1"), !other.name.hasPrefix("UTF-16")
        else { return message }
        return message + " ICU's detector takes them for \(other.name)."
    }

    private func text(
        _ bytes: [UInt8],
        in encoding: Encoding,
        evidence: SourceText.Evidence,
        _ diagnostics: [Diagnostic] = []
    ) throws(DecodingError) -> SourceText {
        let utf8: [UInt8]
        switch encoding {
        case .utf8: utf8 = Array(String(decoding: bytes, as: UTF8.self).utf8)
        case .utf16LittleEndian: utf8 = decodeUTF16(bytes, .little)
        case .utf16BigEndian: utf8 = decodeUTF16(bytes, .big)
        case .named(let name):
            utf8 = try orICUFailure { () throws(ICUError) in
                let converter = try CharsetConverter(name)
                return transcode(try converter.decode(bytes.span))
            }
        }
        var diagnostics = diagnostics
        if let malformed = malformedDiagnostic(utf8) { diagnostics.append(malformed) }
        return SourceText(utf8: utf8, encoding: encoding.name, evidence: evidence, diagnostics: diagnostics)
    }
}

/// Why bytes could not be decoded at all.
public enum DecodingError: Error, Equatable, CustomStringConvertible {
    /// The document has more bytes than can be analysed in one piece.
    case tooLong(byteCount: Int)
    case icu(ICUError)

    public var description: String {
        switch self {
        case .tooLong(let byteCount):
            "the document has \(byteCount) bytes, more than the \(SourceText.maximumCount / 3) that can be analysed; "
                + "split it"
        case .icu(let error): error.description
        }
    }
}

private func orICUFailure<Result>(_ body: () throws(ICUError) -> Result) throws(DecodingError) -> Result {
    do throws(ICUError) { return try body() } catch { throw .icu(error) }
}

/// Counts the U+FFFD that decoding brought in, or that the text already had, and points at the first.
private func malformedDiagnostic(_ utf8: [UInt8]) -> Diagnostic? {
    var count = 0
    var first = 0
    var index = 0
    while index + 2 < utf8.count {
        if utf8[index] == 0xEF, utf8[index + 1] == 0xBF, utf8[index + 2] == 0xBD {
            if count == 0 { first = index }
            count += 1
            index += 3
        } else {
            index += 1
        }
    }
    guard count > 0 else { return nil }
    let places = count == 1 ? "1 place" : "\(count) places"
    return Diagnostic(
        .malformedBytes,
        "The encoding does not allow the bytes at \(places), here first; each stands as U+FFFD.",
        at: SourceRange(first, first + 3)
    )
}
