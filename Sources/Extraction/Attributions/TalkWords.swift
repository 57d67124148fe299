import Lexicons
import TextModel

/// The word lists about talks and those who give them.
final class TalkWords: Sendable {
    enum Agent: String {
        case by, with
        /// “animé par”: who hosts a panel, and who gives any other talk.
        case hosting
        /// “aux questions de”: who hosts a panel.
        case asking
        /// “organisé par”: who prepares an event, and gives no talk.
        case organizing

        /// Whether the one who follows did it, rather than took part.
        var isBy: Bool { self == .by || self == .hosting }
    }
    enum Move: String { case attend, order, judge }
    enum TitleFollower: String {
        case sure
        case beforeNoun = "before_noun"
    }
    enum Opener: String { case noun, name, talk }
    enum Verb: String { case giving, telling }
    enum Plan: String { case coming, absence }

    /// Words for a talk, with their kind.
    let nouns: PhraseIndex<TalkKind>
    let agents: PhraseIndex<Agent>
    let verbs: PhraseIndex<Verb>
    let labels: PhraseIndex<Bool>
    /// Words before a name that belong to the sentence and end no title: “avec”, “de”, “chez”.
    let nameLeads: PhraseIndex<Bool>
    /// Words by which the author passes to a talk.
    let moves: PhraseIndex<Move>
    /// “l'oratrice”, “le speaker”: one who gives a talk.
    let speakers: PhraseIndex<Bool>
    /// How authors call themselves: “votre serviteur”.
    let author: PhraseIndex<Bool>
    /// What begins brackets at the end of a title that are no part of it: who paid for the talk, its room.
    let titleAsides: PhraseIndex<Bool>
    /// What tells one keynote or talk from another: “d'ouverture”, “du matin”.
    let qualifiers: PhraseIndex<Bool>
    /// What stands before a title: “intitulé”, “a pour titre”.
    let announcers: PhraseIndex<Bool>
    /// What a link behind a title leads to: “slides”.
    let linkLabels: PhraseIndex<Bool>
    /// How a sentence begins that passes to another talk.
    let openers: PhraseIndex<Opener>
    /// What stands before a title and tells which part it is: “Première partie :”.
    let partLeads: PhraseIndex<Bool>
    /// What stands before who attended and wrote: “vu par”.
    let reporters: PhraseIndex<Bool>
    /// What stands after a title: “dans lequel”, or an article before a word for a talk.
    let titleFollowers: PhraseIndex<TitleFollower>
    /// What somebody does: “CTO”, “développeuse”.
    let jobs: PhraseIndex<Bool>
    /// “musée”, “université”: where somebody belongs.
    let venues: PhraseIndex<Bool>
    /// “c'était mon tour”: how authors say that a talk was theirs.
    let ownTalks: PhraseIndex<Bool>
    /// “je ne reviens que sur une session”: of reports on one talk of several.
    let onlyTalks: PhraseIndex<Bool>
    /// “enchaîne”, “prend la parole”: how a speaker takes the floor.
    let turns: PhraseIndex<TurnsToSpeak.Place>
    /// “j'ai discuté”, “on a mangé”: how authors say whom they met.
    let meetings: PhraseIndex<Bool>
    /// “suivant”, “qui suivait”: of the talk after the one told before.
    let following: PhraseIndex<Bool>
    /// “grand amphi”: where a talk was given.
    let rooms: PhraseIndex<Bool>
    /// “souhaité la bienvenue”: of a sentence on who opened an evening without a talk.
    let welcomes: PhraseIndex<Bool>
    /// “Mon avis”, before a colon: a block set apart as quotations are, that is the author's.
    let viewLabels: PhraseIndex<Bool>
    /// “viendra”: of a talk to come; “malade”: of whom something keeps away.
    let planned: PhraseIndex<Plan>
    /// “lire”, “d'autres comptes rendus”: of a sentence that announces a list of things to read.
    let readings: PhraseIndex<Bool>
    /// “mardi”
    let weekdays: PhraseIndex<Bool>
    /// “jour”, “matinée”, “mardi”, “octobre”: of the labels that say when a talk was: “Mardi matin : Titre”.
    let dayWords: PhraseIndex<Bool>
    /// “sans”, “contre”: of phrases, which topics of two or three words are not.
    let phraseWords: PhraseIndex<Bool>
    /// “autour de la table”: of a sentence on who took part in a panel.
    let panels: PhraseIndex<Bool>
    /// “les autres” behind the last speaker of a row.
    let otherPeople: PhraseIndex<Bool>
    /// Hosts of pictures: a name that leads to one is that of who took it.
    let pictureHosts: [[UInt8]]
    /// “Mme”, “Dr”.
    let titles: PhraseIndex<Bool>
    let smallWords: SmallWords
    /// “deux”, “dix”
    let numbers: PhraseIndex<Bool>
    /// Those who may stand without a name.
    let speakerNouns: SpeakerNouns
    /// What may stand between a subject and its verb.
    let gaps: PhraseIndex<Bool>

    init(_ lexicons: LexiconSet) throws(LexiconError) {
        nouns = try lexicons.phrases(.talkNouns) { TalkKind(rawValue: $0) }
        agents = try lexicons.phrases(.agentWords) { Agent(rawValue: $0) }
        verbs = try lexicons.phrases(.deliveryVerbs) { Verb(rawValue: $0) }
        labels = try lexicons.phrases(.speakerLabels)
        nameLeads = try lexicons.phrases(.nameLeads)
        moves = try lexicons.phrases(.talkMoves) { Move(rawValue: $0) }
        speakers = try lexicons.phrases(.singleSpeakers)
        author = try lexicons.phrases(.authorPhrases)
        titleAsides = try lexicons.phrases(.titleAsides)
        qualifiers = try lexicons.phrases(.talkQualifiers)
        announcers = try lexicons.phrases(.titleAnnouncers)
        linkLabels = try lexicons.phrases(.linkLabels)
        openers = try lexicons.phrases(.talkOpeners) { Opener(rawValue: $0) }
        partLeads = try lexicons.phrases(.partLeads)
        reporters = try lexicons.phrases(.reporterWords)
        titleFollowers = try lexicons.phrases(.titleFollowers) { TitleFollower(rawValue: $0) }
        jobs = try lexicons.phrases(.roleWords)
        venues = try lexicons.phrases(.venueWords)
        ownTalks = try lexicons.phrases(.ownTalks)
        meetings = try lexicons.phrases(.meetingPhrases)
        onlyTalks = try lexicons.phrases(.onlyTalks)
        turns = try lexicons.phrases(.turnVerbs) { TurnsToSpeak.Place(rawValue: $0) }
        following = try lexicons.phrases(.followingWords)
        rooms = try lexicons.phrases(.roomWords)
        welcomes = try lexicons.phrases(.welcomePhrases)
        viewLabels = try lexicons.phrases(.viewLabels)
        planned = try lexicons.phrases(.plannedWords) { Plan(rawValue: $0) }
        readings = try lexicons.phrases(.readingWords)
        weekdays = PhraseIndex(try lexicons.table(.weekdays).rows.map { ($0.fields[0], true) })
        var days = try lexicons.table(.dayWords).rows.map { ($0.fields[0], true) }
        for list in [EmbeddedLexicon.weekdays, .months] {
            days += try lexicons.table(list).rows.map { ($0.fields[0], true) }
        }
        dayWords = PhraseIndex(days)
        phraseWords = try lexicons.phrases(.phraseWords)
        panels = try lexicons.phrases(.panelPhrases)
        otherPeople = try lexicons.phrases(.otherPeople)
        pictureHosts = try lexicons.table(.pictureHosts).rows.map { Array($0.fields[0].utf8) }
        gaps = try lexicons.phrases(.subjectVerbGap)
        titles = PhraseIndex(
            try lexicons.table(.nameTitles).rows.filter { $0.fields[1] == "civility" }
                .flatMap { [($0.fields[0], true), ($0.fields[0] + ".", true)] })
        smallWords = try SmallWords(lexicons)
        numbers = PhraseIndex(
            try lexicons.table(.numberWords).rows.filter { $0.fields[1] == "cardinal" && $0.fields[2] != "1" }
                .map { ($0.fields[0], true) })
        speakerNouns = try SpeakerNouns(lexicons)
    }

    /// “organisée par”, “La journée a été introduite par”: whether words that lead to who prepared or opened an event end
    /// before a name.
    func leadToHost(before name: Int, in text: ReportText) -> Bool {
        (max(0, name - 6)..<name).contains { start in
            guard let agent = agents.match(at: start, before: name, in: text),
                text.nextWord(from: agent.end, before: name + 1) == name
            else { return false }
            return agent.value == .organizing
                || agent.value == .hosting && isOfDay(start, in: text)
        }
    }

    /// “La journée a été introduite par X”: whether a word for the day stands within six words before what leads to a name.
    func isOfDay(_ agent: Int, in text: ReportText) -> Bool {
        (max(0, agent - 14)..<agent).reversed().filter { text.tokens[$0].kind.isWord }.prefix(6).contains {
            ["journée", "soirée", "matinée"].contains(text.folded(text.tokens[$0].range))
        }
    }

    /// After “Conférence animée par”: a word for a talk and one that leads to who gave it.
    func endOfNounAndAgent(at position: Int, before end: Int, in text: ReportText) -> Int? {
        guard let noun = nouns.match(at: position, before: end, in: text),
            let next = text.nextWord(from: noun.end, before: end),
            let agent = agents.match(at: next, before: end, in: text), agent.value.isBy
        else { return nil }
        return agent.end
    }

    /// “conférence”, not “conférences”: a word for a talk in the singular.
    func oneTalk(at position: Int, before end: Int, in text: ReportText) -> (value: TalkKind, end: Int)? {
        nouns.match(at: position, before: end, in: text).flatMap { text.endsInPlural($0.end - 1) ? nil : $0 }
    }

    /// “conférences”: a word for talks in the plural.
    func severalTalks(at position: Int, before end: Int, in text: ReportText) -> (value: TalkKind, end: Int)? {
        nouns.match(at: position, before: end, in: text).flatMap { text.endsInPlural($0.end - 1) ? $0 : nil }
    }

    /// “la conférence”: a word for a talk in the singular behind an article.
    ///
    /// - Parameter position: that of the article.
    func oneTalk(behindArticle position: Int, before end: Int, in text: ReportText) -> (value: TalkKind, end: Int)? {
        guard smallWords.isArticle(position, in: text), let noun = text.nextWord(from: position + 1, before: end) else {
            return nil
        }
        return oneTalk(at: noun, before: end, in: text)
    }

    /// “devait”: whether a word says that something was planned.
    func tellPlan(_ position: Int, in text: ReportText) -> Bool {
        text.isWord(position, "devait") || text.isWord(position, "devaient")
    }

    /// “mais”, “elle était malade”: whether an objection stands in what follows a plan, or what keeps somebody away.
    func keepSomebodyAway(_ stretch: Range<Int>, in text: ReportText) -> Bool {
        stretch.contains { planned.match(at: $0, before: stretch.upperBound, in: text)?.value == .absence }
    }

    /// Whether a stretch begins with “celui sur”: what stands for a talk, and what it was on.
    func beginWithPronoun(_ tokens: Range<Int>, in text: ReportText) -> Bool {
        guard let first = tokens.first, smallWords.has(first, .pronoun, in: text),
            let on = text.nextWord(from: first + 1, before: tokens.upperBound)
        else { return false }
        return text.isWord(on, "sur")
    }

    /// “le premier exposé”, “la conférence suivante”: whether a sentence tells one talk from others.
    func tellApart(_ sentence: Range<Int>, in text: ReportText) -> Bool {
        func talk(at position: Int) -> Int? {
            oneTalk(at: position, before: sentence.upperBound, in: text).flatMap { $0.value == .other ? nil : $0.end }
        }
        return sentence.contains { position in
            if let opener = openers.match(at: position, before: sentence.upperBound, in: text), opener.value == .noun,
                let noun = text.nextWord(from: opener.end, before: sentence.upperBound), talk(at: noun) != nil
            {
                return true
            }
            guard let end = talk(at: position), let next = text.nextWord(from: end, before: sentence.upperBound) else {
                return false
            }
            return following.match(at: next, before: sentence.upperBound, in: text) != nil
        }
    }

    /// “La conférence où l'on rit”: whether an article and a word for a talk, in the singular, begin a stretch.
    func describeTalk(_ tokens: Range<Int>, in text: ReportText) -> Bool {
        tokens.first.map { oneTalk(behindArticle: $0, before: tokens.upperBound, in: text) != nil } ?? false
    }

    /// “Talk 1”, “Deuxième présentation”: whether a stretch only numbers a talk.
    func onlyNumberTalk(_ stretch: Range<Int>, in text: ReportText) -> Bool {
        guard let first = text.nextWord(from: stretch.lowerBound, before: stretch.upperBound),
            let lead = partLeads.match(at: first, before: stretch.upperBound, in: text),
            text.nextWord(from: lead.end, before: stretch.upperBound) == nil
        else { return false }
        return stretch.contains { nouns.match(at: $0, before: stretch.upperBound, in: text) != nil }
    }

    /// “Deux quickies”, “4 conférences éclair”: whether a stretch only counts talks.
    func onlyCountTalks(_ stretch: Range<Int>, in text: ReportText) -> Bool {
        guard let first = text.nextWord(from: stretch.lowerBound, before: stretch.upperBound),
            text.tokens[first].kind == .number || numbers.match(at: first, before: stretch.upperBound, in: text) != nil,
            let noun = text.nextWord(from: first + 1, before: stretch.upperBound),
            let talks = severalTalks(at: noun, before: stretch.upperBound, in: text)
        else { return false }
        return text.nextWord(from: talks.end, before: stretch.upperBound) == nil
    }

    /// “Elle conseille de (re)lire :”: whether a sentence announces things to read.
    func announceReading(_ sentence: Range<Int>, in text: ReportText) -> Bool {
        guard let last = sentence.last, text.sign(last) == UInt8(ascii: ":") else { return false }
        return speakOfReading(sentence, in: text)
    }

    /// “livres”, “lire”: whether a word in a stretch is about reading.
    func speakOfReading(_ stretch: Range<Int>, in text: ReportText) -> Bool {
        stretch.contains { readings.match(at: $0, before: stretch.upperBound, in: text) != nil }
    }
}

extension LexiconSet {
    /// A list as phrases with the value of their second column.
    ///
    /// - Throws: ``LexiconError`` with the line of a value that `read` does not know.
    func phrases<Value: Sendable>(
        _ list: EmbeddedLexicon, _ read: (String) -> Value?
    ) throws(LexiconError) -> PhraseIndex<Value> {
        let table = try table(list)
        var phrases: [(phrase: String, value: Value)] = []
        for row in table.rows {
            guard let value = read(row.fields[1]) else {
                throw LexiconError(
                    file: table.file, line: row.line, message: "“\(row.fields[1])” is no \(table.columns[1])")
            }
            phrases.append((row.fields[0], value))
        }
        let whole = try self.table(.wholeWords).rows.map { Array($0.fields[0].utf8) }.filter { $0.contains(0x27) }
        return PhraseIndex(phrases, whole: Set(whole))
    }

    /// A list of one column as a set of phrases.
    func phrases(_ list: EmbeddedLexicon) throws(LexiconError) -> PhraseIndex<Bool> {
        PhraseIndex(try table(list).rows.map { ($0.fields[0], true) })
    }
}
