import CLexicons

/// The word lists and rules that travel in the binary, by the name of their file.
public enum EmbeddedLexicon: String, CaseIterable, Sendable {
    case abbreviations
    case embeddedPosts = "embedded_posts"
    case bylineWords = "byline_words"
    case enclitics
    case fileEndings = "file_endings"
    case inclusiveEndings = "inclusive_endings"
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

    /// A hash of all lists and rules that travel in the binary, in 16 hexadecimal digits: other lists, other digest.
    ///
    /// It tells lists apart and guards against nothing, so it may be fast: FNV-1a over words of eight bytes.
    public static var digest: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ resource: CLexiconsResource) {
            let bytes = UnsafeRawBufferPointer(start: resource.bytes, count: resource.count)
            var offset = 0
            while offset + 8 <= bytes.count {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                hash = (hash ^ word) &* 0x100_0000_01B3
                // The multiplication carries upwards only.
                hash ^= hash >> 32
                offset += 8
            }
            for byte in bytes[offset...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ UInt64(resource.count)) &* 0x100_0000_01B3
        }
        for list in allCases { add(list.resource) }
        add(clexicons_french_rules())
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The source of the tokenizer's rules (`French.rbbi`).
    public static var frenchRules: [UInt8] { bytes(clexicons_french_rules()) }

    /// The compiled rules behind their tag (`French.brk`).
    public static var compiledFrenchRules: [UInt8] { bytes(clexicons_french_rules_compiled()) }

    private static func bytes(_ resource: CLexiconsResource) -> [UInt8] {
        Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
    }
}
