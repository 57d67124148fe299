import TextModel

/// A place where the text says that people gave a talk.
public struct Attribution: Equatable, Sendable {
    public struct Speaker: Equatable, Sendable {
        /// The position in ``Findings/people``.
        public var person: Int
        public var range: TextRange
    }

    /// Empty where a talk is introduced without names.
    public var speakers: [Speaker]
    /// The position of the sentence in the text's sentences.
    public var sentence: Int
    public var passage: Int
    /// The words that say so, names included.
    public var range: TextRange
    public var rule: SpeakerRule
    /// The title, where the words give one that no mark sets apart: “10h15. Kanban pour tous. X explique”.
    public var title: TextRange?
    /// What the words call the talk.
    public var kind: TalkKind?
    /// The words are those of who hosts, “animé par”: on a panel they speak of no speaker.
    public var isHosting = false
}

/// Why somebody is taken for a speaker.
public enum SpeakerRule: String, Sendable, CaseIterable {
    /// “X nous a présenté”, “X présente”.
    case givesTalk = "gives_talk"
    /// Several signs together introduce a talk at the start of a paragraph: a word for a talk, a title, a full name,
    /// what the author did, when it was.
    case introduced
    /// “X explique”: a verb of telling, which counts where a talk is recounted.
    case tells
    /// “la keynote de X”.
    case talkOf = "talk_of"
    /// “présenté par X”, “*Titre* par X”.
    case by
    /// “une table ronde avec X et Y”.
    case talkWith = "talk_with"
    /// “Speaker : X”.
    case label
    /// The names after or before the title in a heading.
    case heading
    /// A line of names under the heading.
    case byline
    /// The subject of the first sentence that recounts the talk.
    case firstSubject = "first_subject"
    /// The only person whom the first sentences under a heading name.
    case onlyPerson = "only_person"
    /// A name at the start or end of an item, beside the title.
    case item
    /// A list gives the title that prose speaks of, and who spoke.
    case programme
    /// In the title of a report on one talk.
    case documentTitle = "document_title"
    /// Front matter names the speakers.
    case frontMatter = "front_matter"
    /// The author gave the talk.
    case author
    /// Speakers without names: “deux développeuses”.
    case counted
    /// “les speakers”, without a name or number.
    case unnamed
}
