import CLexicons

/// The word lists and rules that travel in the binary, by the name of their file.
public enum EmbeddedLexicon: String, CaseIterable, Sendable {
    case abbreviations
    case accountAddresses = "account_addresses"
    case bylineWords = "byline_words"
    case embeddedPosts = "embedded_posts"
    case enclitics
    case familyNames = "family_names"
    case fileEndings = "file_endings"
    case givenNameHomographs = "given_name_homographs"
    case givenNames = "given_names"
    case inclusiveEndings = "inclusive_endings"
    case months
    case nameContexts = "name_contexts"
    case nameJoiners = "name_joiners"
    case nameParticles = "name_particles"
    case nameStops = "name_stops"
    case nameTitles = "name_titles"
    case ordinalEndings = "ordinal_endings"
    case organisationWords = "organisation_words"
    case pageFurniture = "page_furniture"
    case pageLabels = "page_labels"
    case pageLines = "page_lines"
    case personRoleWords = "person_role_words"
    case roleWords = "role_words"
    case sentenceStarters = "sentence_starters"
    case technologies
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
        case .accountAddresses: clexicons_account_addresses()
        case .bylineWords: clexicons_byline_words()
        case .embeddedPosts: clexicons_embedded_posts()
        case .enclitics: clexicons_enclitics()
        case .familyNames: clexicons_family_names()
        case .fileEndings: clexicons_file_endings()
        case .givenNameHomographs: clexicons_given_name_homographs()
        case .givenNames: clexicons_given_names()
        case .inclusiveEndings: clexicons_inclusive_endings()
        case .months: clexicons_months()
        case .nameContexts: clexicons_name_contexts()
        case .nameJoiners: clexicons_name_joiners()
        case .nameParticles: clexicons_name_particles()
        case .nameStops: clexicons_name_stops()
        case .nameTitles: clexicons_name_titles()
        case .ordinalEndings: clexicons_ordinal_endings()
        case .organisationWords: clexicons_organisation_words()
        case .pageFurniture: clexicons_page_furniture()
        case .pageLabels: clexicons_page_labels()
        case .pageLines: clexicons_page_lines()
        case .personRoleWords: clexicons_person_role_words()
        case .roleWords: clexicons_role_words()
        case .sentenceStarters: clexicons_sentence_starters()
        case .technologies: clexicons_technologies()
        case .topLevelDomains: clexicons_top_level_domains()
        case .units: clexicons_units()
        case .wholeWords: clexicons_whole_words()
        }
    }

    /// The source of the tokenizer's rules (`French.rbbi`).
    public static var frenchRules: [UInt8] { bytes(clexicons_french_rules()) }

    /// The compiled rules behind their tag (`French.brk`).
    public static var compiledFrenchRules: [UInt8] { bytes(clexicons_french_rules_compiled()) }

    /// The list's bytes where they stand in the program, for lists too long to be read as a table.
    var embeddedBytes: UnsafeBufferPointer<UInt8> {
        let resource = resource
        return UnsafeBufferPointer(start: resource.bytes, count: resource.count)
    }

    private static func bytes(_ resource: CLexiconsResource) -> [UInt8] {
        Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
    }
}
