import Lexicons
import TextModel

/// The names of a text, found in passes: runs of capitals, candidates, what stands beside them, and then who is who.
struct NameSearch {
    let text: ReportText
    let lexicon: NameLexicon
    let scan: NameRuns
    let surroundings: NameSurroundings
    let forms: NameForms
    var candidates: [NameCandidate] = []
    var register: PeopleRegister
    private let wellKnown: WellKnownNames
    var rejections: [Rejection] = []
    var warnings: [FindingWarning] = []
    /// The starts of headings, which part what belongs together.
    let headings: [Int]

    init(
        _ text: ReportText, lexicon: NameLexicon, addresses: AccountAddresses, wellKnown: WellKnownNames,
        shortNames: ShortGivenNames
    ) {
        self.text = text
        self.lexicon = lexicon
        self.wellKnown = wellKnown
        register = PeopleRegister(shortNames)
        scan = NameRuns(text, lexicon: lexicon)
        surroundings = NameSurroundings(
            text: text, lexicon: lexicon, words: scan.words, runs: scan.runs, addresses: addresses)
        forms = NameForms(text: text, words: scan.words)
        headings = text.passages.filter { passage in
            if case .heading = passage.block.kind { return true }
            return passage.block.candidate != nil
        }.map { $0.range.start }
    }

    mutating func run() {
        let parser = NameParser(
            text: text, words: scan.words, employers: scan.employers, families: scan.familiesBehindParticle)
        candidates.reserveCapacity(scan.runs.count)
        for (position, run) in scan.runs.enumerated() {
            parser.addCandidates(of: run, at: position, to: &candidates)
        }
        for index in candidates.indices { surroundings.weigh(&candidates[index]) }
        NameJoining(text: text, surroundings: surroundings).join(&candidates)
        weighWellKnown()
        weighPartsOfThings()
        weighEmployers()
        weighNamedAgain()
        weighTailsOfTitles()
        barToolsOfTitles()
        recognizeGivenNames()
        recognizeInitials()
        recognizePseudonyms()
        NameCoordination(text: text, surroundings: surroundings).weigh(&candidates)
        resolveFullNames()
        register.sortFullMentions()
        resolveParts()
        addAliases()
        var handles = HandleSearch(text: text, lexicon: lexicon, surroundings: surroundings)
        handles.run(over: scan.handles, &register, &rejections)
        let metadata = MetadataAuthors(text: text, lexicon: lexicon, employers: scan.employers)
        metadata.addThoseOfTitle(to: &register)
        metadata.add(to: &register)
    }

    /// Names that need no evidence, and things that are called like a person.
    private mutating func weighWellKnown() {
        for index in candidates.indices where candidates[index].family == nil {
            guard let kind = wellKnown.kind(of: forms.hash(candidates[index].words)) else {
                if isStartOfThing(candidates[index]) || isEndOfPhrase(candidates[index]) {
                    candidates[index].isBarred = true
                    candidates[index].rule = "well_known_thing"
                }
                continue
            }
            switch kind {
            case .thing:
                candidates[index].isBarred = true
                candidates[index].rule = "well_known_thing"
            case .fiction:
                candidates[index].score = max(candidates[index].score, NameCandidate.accepted + 1)
                candidates[index].rule = "fictional_character"
            case .person:
                guard candidates[index].score < NameCandidate.accepted else { continue }
                candidates[index].score = NameCandidate.accepted
                candidates[index].rule = "well_known_person"
            }
        }
    }

    /// Charles Proxy, of which the second word is part of no name.
    private func isStartOfThing(_ candidate: NameCandidate) -> Bool {
        let words = candidate.words
        guard candidate.kind == .given, words.upperBound < scan.runs[candidate.run].words.upperBound else {
            return false
        }
        return wellKnown.kind(of: forms.hash(words.lowerBound..<words.upperBound + 1)) == .thing
    }

    /// Fil d'Ariane: a word, `de` and a name that together are a phrase of the language.
    private func isEndOfPhrase(_ candidate: NameCandidate) -> Bool {
        let last = scan.words[candidate.words.lowerBound].token
        guard candidate.kind == .given || candidate.kind == .single, candidate.words.count == 1, last >= 2 else {
            return false
        }
        let isElided = text.tokens[last - 1].kind == .elidedWord
        let of = isElided ? last - 1 : last - 2
        guard of >= 2, text.isWord(of, isElided ? "d'" : "de"), text.tokens[of - 2].kind == .word else { return false }
        var hash = LetterHash()
        for position in [of - 2, of, last] {
            if position == of || position == last && !isElided { hash.add(UInt8(ascii: " ")) }
            let range = text.tokens[position].range
            NameKey.add(text.utf8[range.start..<range.end], hyphen: UInt8(ascii: "-"), to: &hash)
        }
        return wellKnown.kind(of: hash.end()) == .thing
    }

    /// The people, by their first mention; those without one, authors of the metadata, first.
    func people() -> [PersonFinding] {
        register.entries.map { entry in
            var person = PersonFinding(name: entry.name)
            person.givenName = entry.given
            person.familyName = entry.family
            person.handles = entry.handles
            person.mentions = entry.mentions.sorted { $0.range < $1.range }
            for index in person.mentions.indices { person.mentions[index].start = start(of: person.mentions[index]) }
            return person
        }.enumerated().sorted {
            let left = $0.element.mentions.first?.range.start ?? -1
            let right = $1.element.mentions.first?.range.start ?? -1
            return (left, $0.offset) < (right, $1.offset)
        }.map(\.element)
    }

    /// “Mme Tessier”, “M. Hector Tessier”: where the title of civility before a name begins.
    private func start(of mention: NameMention) -> Int {
        let first = text.firstToken(from: mention.range.start)
        guard first >= 2, text.tokens[first - 1].kind == .space else { return mention.range.start }
        let before = text.tokens[first - 2]
        return surroundings.entry(of: before).classes.contains(.civility) && text.startsWithCapital(before.range)
            ? before.range.start : mention.range.start
    }

    /// Apache Exemple, and later Exemple: what few people are called and what ends another name is no person, and
    /// neither is what ends the name of a product, whoever is called so.
    private mutating func weighPartsOfThings() {
        var parts: Set<WordKey> = []
        for candidate in candidates where candidate.kind == .given && candidate.rule == "within_other_name" {
            let first = candidate.words.lowerBound
            if scan.words[first].entry.births < 8192 || isBehindProduct(candidate) {
                parts.insert(forms.hash(candidate.words))
            }
        }
        if parts.isEmpty { return }
        for index in candidates.indices where candidates[index].kind == .given {
            guard parts.contains(forms.hash(candidates[index].words)) else { continue }
            candidates[index].score -= 3
            candidates[index].rule = "within_other_name"
        }
    }

    /// L'agence Rose Exemple, and later Rose Exemple: what is told to be a company is no person, unless its first word is
    /// a given name and nothing else.
    private mutating func weighEmployers() {
        if scan.employers.isEmpty { return }
        for index in candidates.indices where candidates[index].kind == .full {
            let first = scan.words[candidates[index].words.lowerBound]
            guard first.givenStrength <= 1, first.entry.births < 8192,
                scan.employers.contains(NameKey.key(of: text.utf8[first.range.start..<first.range.end]))
            else { continue }
            candidates[index].score -= 4
            candidates[index].rule = "known_employer"
        }
    }

    /// Whether a product's name, which nobody bears, stands right before in the run: Apache Exemple.
    private func isBehindProduct(_ candidate: NameCandidate) -> Bool {
        let first = candidate.words.lowerBound
        guard first > scan.runs[candidate.run].words.lowerBound else { return false }
        return scan.words[first - 1].has(.technology) && !scan.words[first - 1].has([.given, .family])
    }

    /// Zoé Martin : Mesurer avec Ariane: after who gave the talk, a lone word behind `avec` is what the title is about.
    private mutating func barToolsOfTitles() {
        var head: Int?
        for index in candidates.indices {
            let candidate = candidates[index]
            let passage = scan.runs[candidate.run].passage
            if candidate.place == .head, candidate.isAccepted, candidate.kind != .given, candidate.kind != .single {
                head = passage
            } else if head == passage, candidate.kind == .given || candidate.kind == .single,
                scan.runs[candidate.run].isHeading, isAfterMeans(candidate)
            {
                candidates[index].isBarred = true
                candidates[index].rule = "within_title"
            }
        }
    }

    /// Whether `avec` stands before.
    private func isAfterMeans(_ candidate: NameCandidate) -> Bool {
        let passage = text.passages[scan.runs[candidate.run].passage]
        guard let left = surroundings.neighbour(of: scan.words[candidate.words.lowerBound].token, step: -1, in: passage)
        else { return false }
        return text.tokens[left].range.count == 4
            && surroundings.entry(of: text.tokens[left]).classes.contains(.agent)
    }

    /// What no list knows and what is again the subject of a sentence by its first word alone is a person rather: par
    /// Xhyra Qvolo, and later Xhyra vient de Brest.
    private mutating func weighNamedAgain() {
        guard candidates.contains(where: { $0.kind == .unknown && !$0.isAccepted && !$0.isBarred }) else { return }
        var subjects: Set<WordKey> = []
        for candidate in candidates where candidate.kind == .single || candidate.kind == .given {
            guard !candidate.isBarred, candidate.rule == "subject" || candidate.rule == "subject_before_us" else {
                continue
            }
            subjects.insert(forms.hash(candidate.words))
        }
        if subjects.isEmpty { return }
        for index in candidates.indices where candidates[index].kind == .unknown {
            let first = candidates[index].words.lowerBound
            guard !candidates[index].isAccepted, !candidates[index].isBarred,
                subjects.contains(forms.hash(first..<first + 1))
            else { continue }
            candidates[index].score += 2
            if candidates[index].isAccepted { candidates[index].rule = "named_again" }
        }
    }

    /// # Titre - Xhyra Qvolo: what no list knows, where two other headings of the level end with a name.
    private mutating func weighTailsOfTitles() {
        func level(_ candidate: NameCandidate) -> Int? {
            guard candidate.place == .tail else { return nil }
            let passage = text.passages[scan.runs[candidate.run].passage]
            // A line without marks stands on a level of its own, where it has one dash and ends with the name.
            let isParted =
                passage.block.candidate != nil && candidate.range.end == passage.range.end
                && passage.tokens.count(where: text.isDash) == 1
            return passage.block.kind.headingLevel ?? (isParted ? 0 : nil)
        }
        guard candidates.contains(where: { $0.kind == .unknown && $0.place == .tail && !$0.isAccepted }) else { return }
        var named: [Int: Int] = [:]
        for candidate in candidates where candidate.kind == .full && candidate.isAccepted {
            if let level = level(candidate) { named[level, default: 0] += 1 }
        }
        for index in candidates.indices where candidates[index].kind == .unknown && !candidates[index].isAccepted {
            if let level = level(candidates[index]), named[level] ?? 0 >= 2 {
                surroundings.add(&candidates[index], 1, "tail_among_names")
            }
        }
    }

    /// `Zoé Martin aka Zozo`: the word after is another name of the person.
    private mutating func addAliases() {
        guard !scan.aliases.isEmpty else { return }
        let starts = MentionStarts(register)
        for position in scan.aliases {
            guard let index = text.passage(at: text.tokens[position].range.start) else { continue }
            let passage = text.passages[index]
            guard let left = surroundings.neighbour(of: position, step: -1, in: passage),
                let person = starts.person(endingAt: text.tokens[left].range.end),
                let right = surroundings.neighbour(of: position, step: 1, in: passage),
                starts.person(endingAt: text.tokens[right].range.end) == nil
            else { continue }
            switch text.tokens[right].kind {
            case .word, .code, .hyphenatedWord:
                register.addMention(NameMention(text.tokens[right].range, .pseudonym, rule: "alias"), to: person)
            default: continue
            }
        }
    }
}
