import CLexicons

/// The word lists and rules that travel in the binary, by the name of their file.
public enum EmbeddedLexicon: String, CaseIterable, Sendable {
    case abbreviations
    case accountAddresses = "account_addresses"
    case agentWords = "agent_words"
    case attendanceWords = "attendance_words"
    case authorPhrases = "author_phrases"
    case bylineWords = "byline_words"
    case cueForms = "cue_forms"
    case cueTargets = "cue_targets"
    case cueWeights = "cue_weights"
    case cueWords = "cue_words"
    case dateWords = "date_words"
    case dayWords = "day_words"
    case deliveryVerbs = "delivery_verbs"
    case embeddedPosts = "embedded_posts"
    case enclitics
    case evaluationCues = "evaluation_cues"
    case eventLabels = "event_labels"
    case eventWords = "event_words"
    case familyNames = "family_names"
    case familyNamesElsewhere = "family_names_elsewhere"
    case fileEndings = "file_endings"
    case followingWords = "following_words"
    case functionWords = "function_words"
    case givenNameHomographs = "given_name_homographs"
    case givenNames = "given_names"
    case givenNamesElsewhere = "given_names_elsewhere"
    case inclusiveEndings = "inclusive_endings"
    case languageWords = "language_words"
    case linkHosts = "link_hosts"
    case linkLabels = "link_labels"
    case linkPaths = "link_paths"
    case linkWords = "link_words"
    case linkingWords = "linking_words"
    case meetingPhrases = "meeting_phrases"
    case months
    case nameContexts = "name_contexts"
    case nameEndings = "name_endings"
    case nameJoiners = "name_joiners"
    case nameLeads = "name_leads"
    case nameParticles = "name_particles"
    case nameStops = "name_stops"
    case nameTitles = "name_titles"
    case numberWords = "number_words"
    case onlyTalks = "only_talks"
    case ordinalEndings = "ordinal_endings"
    case organisationWords = "organisation_words"
    case otherDateWords = "other_date_words"
    case otherPeople = "other_people"
    case ownTalks = "own_talks"
    case pageFurniture = "page_furniture"
    case pageLabels = "page_labels"
    case pageLines = "page_lines"
    case panelPhrases = "panel_phrases"
    case partLeads = "part_leads"
    case personRoleWords = "person_role_words"
    case phraseWords = "phrase_words"
    case pictureHosts = "picture_hosts"
    case plannedWords = "planned_words"
    case postLines = "post_lines"
    case readingWords = "reading_words"
    case reportTitles = "report_titles"
    case reporterWords = "reporter_words"
    case roleWords = "role_words"
    case roomWords = "room_words"
    case sectionWords = "section_words"
    case sentenceStarters = "sentence_starters"
    case shortGivenNames = "short_given_names"
    case singleSpeakers = "single_speakers"
    case smallWords = "small_words"
    case speakerLabels = "speaker_labels"
    case speakerNouns = "speaker_nouns"
    case subjectVerbGap = "subject_verb_gap"
    case talkMoves = "talk_moves"
    case talkNouns = "talk_nouns"
    case talkOpeners = "talk_openers"
    case talkQualifiers = "talk_qualifiers"
    case technologies
    case titleAnnouncers = "title_announcers"
    case titleAsides = "title_asides"
    case titleFillers = "title_fillers"
    case titleFollowers = "title_followers"
    case topLevelDomains = "top_level_domains"
    case towns
    case turnVerbs = "turn_verbs"
    case units
    case venueWords = "venue_words"
    case viewLabels = "view_labels"
    case weekdays
    case welcomePhrases = "welcome_phrases"
    case wellKnownNames = "well_known_names"
    case wholeWords = "whole_words"

    /// The list's file name in the target `CLexicons`.
    public var file: String { rawValue + ".tsv" }

    /// The list, read anew.
    public func table() throws(LexiconError) -> LexiconTable {
        try LexiconTable(file: file, bytes: bytes)
    }

    private var resource: CLexiconsResource {
        switch self {
        case .abbreviations: clexicons_abbreviations()
        case .accountAddresses: clexicons_account_addresses()
        case .agentWords: clexicons_agent_words()
        case .attendanceWords: clexicons_attendance_words()
        case .authorPhrases: clexicons_author_phrases()
        case .bylineWords: clexicons_byline_words()
        case .cueForms: clexicons_cue_forms()
        case .cueTargets: clexicons_cue_targets()
        case .cueWeights: clexicons_cue_weights()
        case .cueWords: clexicons_cue_words()
        case .dateWords: clexicons_date_words()
        case .dayWords: clexicons_day_words()
        case .deliveryVerbs: clexicons_delivery_verbs()
        case .embeddedPosts: clexicons_embedded_posts()
        case .enclitics: clexicons_enclitics()
        case .evaluationCues: clexicons_evaluation_cues()
        case .eventLabels: clexicons_event_labels()
        case .eventWords: clexicons_event_words()
        case .familyNames: clexicons_family_names()
        case .familyNamesElsewhere: clexicons_family_names_elsewhere()
        case .fileEndings: clexicons_file_endings()
        case .followingWords: clexicons_following_words()
        case .functionWords: clexicons_function_words()
        case .givenNameHomographs: clexicons_given_name_homographs()
        case .givenNames: clexicons_given_names()
        case .givenNamesElsewhere: clexicons_given_names_elsewhere()
        case .inclusiveEndings: clexicons_inclusive_endings()
        case .languageWords: clexicons_language_words()
        case .linkHosts: clexicons_link_hosts()
        case .linkLabels: clexicons_link_labels()
        case .linkPaths: clexicons_link_paths()
        case .linkWords: clexicons_link_words()
        case .linkingWords: clexicons_linking_words()
        case .meetingPhrases: clexicons_meeting_phrases()
        case .months: clexicons_months()
        case .nameContexts: clexicons_name_contexts()
        case .nameEndings: clexicons_name_endings()
        case .nameJoiners: clexicons_name_joiners()
        case .nameLeads: clexicons_name_leads()
        case .nameParticles: clexicons_name_particles()
        case .nameStops: clexicons_name_stops()
        case .nameTitles: clexicons_name_titles()
        case .numberWords: clexicons_number_words()
        case .onlyTalks: clexicons_only_talks()
        case .ordinalEndings: clexicons_ordinal_endings()
        case .organisationWords: clexicons_organisation_words()
        case .otherDateWords: clexicons_other_date_words()
        case .otherPeople: clexicons_other_people()
        case .ownTalks: clexicons_own_talks()
        case .pageFurniture: clexicons_page_furniture()
        case .pageLabels: clexicons_page_labels()
        case .pageLines: clexicons_page_lines()
        case .panelPhrases: clexicons_panel_phrases()
        case .partLeads: clexicons_part_leads()
        case .personRoleWords: clexicons_person_role_words()
        case .phraseWords: clexicons_phrase_words()
        case .pictureHosts: clexicons_picture_hosts()
        case .plannedWords: clexicons_planned_words()
        case .postLines: clexicons_post_lines()
        case .readingWords: clexicons_reading_words()
        case .reportTitles: clexicons_report_titles()
        case .reporterWords: clexicons_reporter_words()
        case .roleWords: clexicons_role_words()
        case .roomWords: clexicons_room_words()
        case .sectionWords: clexicons_section_words()
        case .sentenceStarters: clexicons_sentence_starters()
        case .shortGivenNames: clexicons_short_given_names()
        case .singleSpeakers: clexicons_single_speakers()
        case .smallWords: clexicons_small_words()
        case .speakerLabels: clexicons_speaker_labels()
        case .speakerNouns: clexicons_speaker_nouns()
        case .subjectVerbGap: clexicons_subject_verb_gap()
        case .talkMoves: clexicons_talk_moves()
        case .talkNouns: clexicons_talk_nouns()
        case .talkOpeners: clexicons_talk_openers()
        case .talkQualifiers: clexicons_talk_qualifiers()
        case .technologies: clexicons_technologies()
        case .titleAnnouncers: clexicons_title_announcers()
        case .titleAsides: clexicons_title_asides()
        case .titleFillers: clexicons_title_fillers()
        case .titleFollowers: clexicons_title_followers()
        case .topLevelDomains: clexicons_top_level_domains()
        case .towns: clexicons_towns()
        case .turnVerbs: clexicons_turn_verbs()
        case .units: clexicons_units()
        case .venueWords: clexicons_venue_words()
        case .viewLabels: clexicons_view_labels()
        case .weekdays: clexicons_weekdays()
        case .welcomePhrases: clexicons_welcome_phrases()
        case .wellKnownNames: clexicons_well_known_names()
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

    /// The list's bytes where they stand in the program, for lists too long to be read as a table.
    var embeddedBytes: UnsafeBufferPointer<UInt8> {
        let resource = resource
        return UnsafeBufferPointer(start: resource.bytes, count: resource.count)
    }

    private static func bytes(_ resource: CLexiconsResource) -> [UInt8] {
        Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
    }
}
