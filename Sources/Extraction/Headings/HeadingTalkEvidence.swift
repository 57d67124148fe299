import TextModel

/// What speaks for a heading introducing a talk.
struct HeadingTalkEvidence {
    /// The role that its words tell.
    var words: SectionRole?
    /// Its words tell a role only by a phrase in the middle, which may as well stand in a title.
    var wordsStandWithin = false
    /// The words that tell its role are all it has.
    var wordsAreAll = false
    /// “3 commentaires”
    var opensComments = false
    /// It names people at its start, at its end or after “par”.
    var namesSpeakers = false
    /// A short line under it names people and little else.
    var hasByline = false
    /// It is itself such a line.
    var isByline = false
    /// It names who attended and wrote: “vu par Maud”.
    var isReported = false
    /// It is a marked heading that is only the name of who wrote what stands under it.
    var isReportersPart = false
    /// One word with a capital that the introduction has, as a given name that no list knows.
    var isOneName = false
    /// It names one of several authors: “Le regard de Maud”.
    var namesAuthor = false
    var isLinked = false
    /// It holds a word for a talk, in the singular.
    var namesFormat = false
    var hasTime = false
    /// A time is all it has: “12h30”.
    var isOnlyTime = false
    /// It says which part of the event it is: “Première partie : Titre”.
    var isNumberedPart = false
    /// “Jour 1, par X”
    var isDay = false
    /// It begins with an article and a word for a talk: “La session où j'ai ri”.
    var describesTalk = false
    /// The name of the event is nearly all it has.
    var isEvent = false
    /// An unmarked line that ends as an exclamation does.
    var isExclaimed = false
    var isQuoted = false
    /// It holds two titles with their speakers.
    var namesTwoTalks = false
    /// Those whom it names as speakers, or the first sentences do.
    var speakers: Set<Int> = []
    /// Those whose full names stand in the first two sentences under it.
    var introduced: Set<Int> = []
    /// All whom the text under it names.
    var people: Set<Int> = []
    /// The first sentences under it say who gave the talk.
    var isAttributed = false
    /// The text under it begins with somebody's given name.
    var opensWithGivenName = false
    /// The first sentences under it speak of a talk.
    var mentionsTalk = false
    /// The first sentences under it speak of who spoke without a name: “l'oratrice”.
    var mentionsSpeaker = false
    /// How many talks of different speakers the text under it recounts.
    var attributedTalks = 0
    /// How many paragraphs under it open with somebody new, named in full, who tells of something.
    var openedTalks = 0
    /// Of how many people or groups of people in all the two before tell.
    var toldTalks = 0
    /// How many items of lists under it begin with a title in italics or quotation marks and name who gave the talk.
    var listedTalks = 0
    /// How many titles the text sets apart as titles of talks are set apart throughout.
    var setApartTitles = 0
    /// How many pages of sessions the paragraphs under it link to.
    var linkedSessions = 0
    /// Prose under it says who gave a talk.
    var isToldInProse = false
    /// The title of the report holds it.
    var isInReportTitle = false
    /// A sentence under it gives the title of a talk, and the heading is another.
    var holdsTitledTalk = false
    /// The text under it begins with a quotation or emphasis, or with who has no name: “Deux filles du support”.
    var opensAsTalk = false
    /// A dash with spaces around stands within it, as between a title and who spoke.
    var isParted = false
    /// A colon stands within it, which no heading but a title is apt to have.
    var readsAsTitle = false

    /// Two points or more are enough for a talk.
    var points: Int {
        (namesSpeakers ? 3 : 0) + (hasByline ? 3 : 0) + (isReported ? 2 : 0) + (isLinked ? 1 : 0)
            + (namesFormat || isNumberedPart ? 2 : 0)
            + (isInReportTitle ? 2 : 0)
            + (hasTime && (isAttributed || !introduced.isEmpty) ? 1 : 0)
            + (isQuoted ? 2 : 0) + (isAttributed ? 2 : 0)
            + (opensWithGivenName && !isAttributed ? 2 : 0)
            + (mentionsSpeaker && !isAttributed ? 2 : mentionsTalk ? 1 : 0)
    }

    /// It gives the name of the event, and nothing of its own that speaks for a talk.
    var isOnlyEvent: Bool { isEvent && isTheme }

    /// Its quotation marks are all that speaks for a talk.
    var isOnlyQuoted: Bool { isQuoted && points == 2 }

    /// It has some sign of a talk, however weak.
    var saysSomething: Bool {
        points > 0 || hasTime || !introduced.isEmpty
    }

    /// The first sentences under it speak of a talk, or name somebody in full.
    var tellsOfTalk: Bool { words == nil && (mentionsTalk || !introduced.isEmpty) }

    /// “Ils en parlent ailleurs”, “Les conférences”: the names under it are of those who wrote elsewhere, or took the
    /// picture there.
    var saysAllOfItself: Bool { wordsAreAll && (words == .other || words == .group) }

    /// It has no sign of its own: what speaks for a talk stands under it.
    var isTheme: Bool {
        !namesSpeakers && !hasByline && !isReported && !namesFormat && !isNumberedPart && !hasTime && !isQuoted
            && !isLinked && !isInReportTitle && !readsAsTitle
    }
}
