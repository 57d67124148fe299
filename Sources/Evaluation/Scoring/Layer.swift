/// What is scored, each by a measure of its own.
///
/// Layers of pairs count end to end: a speaker of a talk that was not found is missed. Accuracies count only what is
/// there on both sides: matched talks, matched cues. Talks that the gold calls `listed` count nowhere.
public enum Layer: String, Sendable, CaseIterable {
    /// Every heading of the body, by its place.
    case headings
    /// The role of the headings found.
    case headingRoles = "heading_roles"
    /// Headings that introduce one talk.
    case talkHeadings = "talk_headings"
    case talks
    /// The title to the letter, capitals included, in matching form.
    case titles
    /// The title by its letters and digits, without case.
    case lenientTitles = "titles_lenient"
    /// The title of matched talks to the letter; “no title” is right where the gold has none.
    case titleAccuracy = "title_accuracy"
    case kinds
    case attendance
    /// Pairs of a talk and somebody who gave it.
    case speakers
    case unnamedSpeakers = "unnamed_speakers"
    /// People of a document by their fullest name.
    case persons
    /// The same by any form of the name.
    case lenientPersons = "persons_lenient"
    /// Pairs of a person and a role.
    case personRoles = "person_roles"
    /// Lists by their first item and their number of items.
    case lists
    /// Lists by their first item alone.
    case listStarts = "list_starts"
    case items
    /// The sentence that announces a list.
    case intros
    /// The talk of the lists found.
    case listTalks = "list_talks"
    /// Cues that overlap by half of the shorter and have the same polarity.
    case cues
    /// Cues of the same place and polarity.
    case strictCues = "cues_strict"
    case cueHolders = "cue_holders"
    case cueTargets = "cue_targets"
    case cueTalks = "cue_talks"
    /// How matched talks were received.
    case reception
    case receptionF1 = "reception_f1"
    case eventName = "event_name"
    case eventEdition = "event_edition"
    case eventPlace = "event_place"
    /// One place within the other.
    case lenientEventPlace = "event_place_lenient"
    case eventStart = "event_start"
    case eventEnd = "event_end"
    case documentTitle = "document_title"
    case documentAuthor = "document_author"
    case documentDate = "document_date"

    public enum Measure: String, Sendable {
        /// Precision, recall and F1 over all items.
        case f1
        /// The part that is right of what both sides have.
        case accuracy
        /// The mean of the F1 of each value, so that a rare value counts like a frequent one.
        case macroF1 = "macro_f1"
    }

    public var measure: Measure {
        switch self {
        case .headingRoles, .titleAccuracy, .kinds, .attendance, .listTalks, .cueHolders, .cueTargets, .cueTalks,
            .reception:
            .accuracy
        case .receptionF1: .macroF1
        case .headings, .talkHeadings, .talks, .titles, .lenientTitles, .speakers, .unnamedSpeakers, .persons,
            .lenientPersons, .personRoles, .lists, .listStarts, .items, .intros, .cues, .strictCues, .eventName,
            .eventEdition, .eventPlace, .lenientEventPlace, .eventStart, .eventEnd, .documentTitle, .documentAuthor,
            .documentDate:
            .f1
        }
    }
}
