import ICUText
import Lexicons
import TextModel

/// The tokenizer's rules, ready to run.
public struct FrenchRules: Sendable {
    /// Where the compiled table came from.
    public enum Origin: String, Sendable {
        /// It travelled in the binary, and was compiled by the ICU that runs.
        case embedded
        /// It was compiled at run time, since the embedded one belongs to another ICU or to other rules.
        case compiled
    }

    public let rules: BreakRules
    public let origin: Origin

    /// Opens the embedded table where its tag fits, which takes microseconds; else compiles the rules, which takes about
    /// half a second.
    ///
    /// - Throws: ``ICUError`` when the rules do not compile under this ICU.
    public init() throws(ICUError) {
        let source = EmbeddedLexicon.frenchRules
        if let binary = CompiledRules(EmbeddedLexicon.compiledFrenchRules)?.binary(for: CompiledRules.tag(for: source)),
            let opened = try? BreakRules(binary: binary)
        {
            rules = opened
            origin = .embedded
        } else {
            rules = try BreakRules(compiling: String(decoding: source, as: UTF8.self))
            origin = .compiled
        }
    }
}

/// The file `French.brk`: a line of text that tells what the table was made with, and the table.
public struct CompiledRules: Sendable {
    private let tag: String
    private let binary: ArraySlice<UInt8>

    /// Splits the file's bytes; `nil` for a file without a line end.
    public init?(_ file: [UInt8]) {
        guard let lineEnd = file.firstIndex(of: 0x0A) else { return nil }
        tag = String(decoding: file[..<lineEnd], as: UTF8.self)
        binary = file[(lineEnd + 1)...]
    }

    /// The table, if it was made with what `tag` says.
    public func binary(for tag: String) -> [UInt8]? { tag == self.tag ? Array(binary) : nil }

    /// What a table of these rules depends on: the versions of ICU and of Unicode, and the rules themselves, by their
    /// ``ByteHash``.
    public static func tag(for source: [UInt8]) -> String {
        return "causerie-rules icu=\(ICUVersion.library) unicode=\(ICUVersion.unicode) "
            + "rules=\(String(ByteHash(source).value, radix: 16))"
    }

    /// The file for these rules under the running ICU.
    ///
    /// - Throws: ``ICUError`` with line and offset for rules that do not compile.
    public static func file(compiling source: [UInt8]) throws(ICUError) -> [UInt8] {
        let rules = try BreakRules(compiling: String(decoding: source, as: UTF8.self))
        return Array((tag(for: source) + "\n").utf8) + rules.binary
    }
}
