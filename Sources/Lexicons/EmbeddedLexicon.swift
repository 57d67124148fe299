import CLexicons

/// The word lists and rules that travel in the binary, by the name of their file.
public enum EmbeddedLexicon: String, CaseIterable, Sendable {
    case abbreviations
    case embeddedPosts = "embedded_posts"
    case bylineWords = "byline_words"
    case enclitics
    case fileEndings = "file_endings"
    case inclusiveEndings = "inclusive_endings"
    case languageWords = "language_words"
    case months
    case nameJoiners = "name_joiners"
    case ordinalEndings = "ordinal_endings"
    case pageFurniture = "page_furniture"
    case pageLabels = "page_labels"
    case pageLines = "page_lines"
    case sentenceStarters = "sentence_starters"
    case topLevelDomains = "top_level_domains"
    case units
    case wholeWords = "whole_words"

    /// The list's file name in the target `CLexicons`.
    public var file: String { rawValue + ".tsv" }

    /// The list, read anew.
    public func table() throws(LexiconError) -> LexiconTable {
        try LexiconTable(file: file, text: String(decoding: Self.bytes(resource), as: UTF8.self))
    }

    private var resource: CLexiconsResource {
        switch self {
        case .abbreviations: clexicons_abbreviations()
        case .embeddedPosts: clexicons_embedded_posts()
        case .bylineWords: clexicons_byline_words()
        case .enclitics: clexicons_enclitics()
        case .fileEndings: clexicons_file_endings()
        case .inclusiveEndings: clexicons_inclusive_endings()
        case .languageWords: clexicons_language_words()
        case .months: clexicons_months()
        case .nameJoiners: clexicons_name_joiners()
        case .ordinalEndings: clexicons_ordinal_endings()
        case .pageFurniture: clexicons_page_furniture()
        case .pageLabels: clexicons_page_labels()
        case .pageLines: clexicons_page_lines()
        case .sentenceStarters: clexicons_sentence_starters()
        case .topLevelDomains: clexicons_top_level_domains()
        case .units: clexicons_units()
        case .wholeWords: clexicons_whole_words()
        }
    }

    /// The list's file.
    var bytes: [UInt8] { Self.bytes(resource) }

    /// Adds all lists, and the tokenizer's rules.
    static func addAll(to digest: inout LexiconDigest) {
        for resource in allCases.map(\.resource) + [clexicons_french_rules()] {
            digest.add(UnsafeRawBufferPointer(start: resource.bytes, count: resource.count))
        }
    }

    /// The source of the tokenizer's rules (`French.rbbi`).
    public static var frenchRules: [UInt8] { bytes(clexicons_french_rules()) }

    /// The compiled rules behind their tag (`French.brk`).
    public static var compiledFrenchRules: [UInt8] { bytes(clexicons_french_rules_compiled()) }

    private static func bytes(_ resource: CLexiconsResource) -> [UInt8] {
        Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
    }
}
