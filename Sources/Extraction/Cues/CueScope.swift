import Lexicons
import TextModel

extension CueWordClasses {
    static let intensifier = Self(.intensifier)
    static let attenuator = Self(.attenuator)
    static let grading: Self = [intensifier, attenuator]
    static let negator = Self(.negator)
    static let postverbal = Self(.postverbal)
    static let ne = Self(.ne)
    static let copula = Self(.copula)
    static let subject = Self(.subject)
    static let conditional = Self(.conditional)
    static let quality = Self(.quality)
    static let talk = Self(.talk)
    static let event = Self(.event)
    static let topic: Self = [Self(.topic), Self(.technology)]
    /// Whose quality a report speaks of.
    static let nouns: Self = [talk, event, Self(.valued)]
    /// Words between a negation and what it negates.
    static let passable: Self = [
        grading, copula, conditional, Self(.auxiliary), Self(.transparent), Self(.determiner), Self(.object), negator,
        ne,
    ]
    /// What stands between a subject and its verb, or a verb and its participle.
    static let verbal: Self = [Self(.auxiliary), Self(.object), Self(.transparent), copula, ne, Self(.reader)]
    static let beforeNouns: Self = [
        Self(.determiner), Self(.preposition), Self(.transparent), Self(.object), grading, quality,
    ]
    /// What stands between coordinated adjectives.
    static let joining: Self = [Self(.coordinator), grading, quality]
    static let others: Self = [Self(.third), Self(.reader)]
}

/// What bears on a match: negation, mood, degree; and whether what the entry needs is there.
struct CueScope {
    let words: [CueWord]

    struct Reading {
        /// With the negation, the degree and, before a verb, its subject.
        var words: Range<Int>
        var polarity: Polarity
        var strength: Int
        var isNegated: Bool
    }

    func reading(of match: CueMatch, as entry: CueEntry, polarity: Polarity) -> Reading {
        var reading = Reading(words: match.words, polarity: polarity, strength: entry.strength, isNegated: false)
        var start = match.words.lowerBound
        var end = match.words.upperBound
        let isVerb = entry.kind == .verb
        if !entry.holdsNegation,
            let negation = negation(in: match.words) ?? negation(around: match.words, isVerb: isVerb)
        {
            start = min(start, negation.lowerBound)
            end = max(end, negation.upperBound)
            reading.isNegated = true
            reading.polarity = polarity.reversed
            reading.strength = max(1, entry.strength - 1)
        } else if polarity == .positive, entry.kind == .adjective || isVerb, !entry.holdsConditional,
            let mood = conditional(in: match.words) ?? conditional(before: start)
        {
            start = min(start, mood)
            reading.polarity = .negative
            reading.strength = 1
        }
        let farthest = max(0, start - 8)
        while start > farthest, words[start - 1].kind == .word, !words[start - 1].isBlocked {
            let word = words[start - 1]
            if word.has(CueWordClasses(.little)), start > 1, words[start - 2].has(CueWordClasses(.indefinite)) {
                // « un peu »
                start -= 1
                reading.strength = max(1, reading.strength - 1)
            } else if word.has(.intensifier) {
                if !reading.isNegated { reading.strength = min(3, reading.strength + 1) }
            } else if word.has(.attenuator) {
                reading.strength = max(1, reading.strength - 1)
            } else {
                break
            }
            start -= 1
        }
        if isVerb { start = verbStart(before: start) }
        // « excellente présentation »: the noun after its adjective is part of the cue, the one before it is not.
        if entry.kind == .adjective, end < words.count, words[end].has(.nouns) { end += 1 }
        reading.words = start..<end
        // An entry that may hold a negation is negated where it does.
        if entry.holdsNegation {
            reading.isNegated = match.words.contains {
                words[$0].has(.negator) && negates($0, before: match.words.upperBound)
            }
        }
        return reading
    }

    /// « j'ai particulièrement » before « aimé ».
    private func verbStart(before start: Int) -> Int {
        var place = start
        while place > 0, start - place < 6, words[place - 1].kind == .word {
            let word = words[place - 1]
            if word.has(.subject) { return place - 1 }
            guard word.has(.verbal) || word.has(.grading) || word.isAdverb else { break }
            place -= 1
        }
        return start
    }

    /// A negation in the gap of an entry: « ne m'a pas convaincu ».
    private func negation(in match: Range<Int>) -> Range<Int>? {
        guard match.count > 2,
            let place = match.first(where: {
                !words[$0].isBlocked && words[$0].has(.negator) && negates($0, before: match.upperBound)
            })
        else { return nil }
        return min(match.lowerBound, ne(before: place))..<match.upperBound
    }

    private func conditional(in match: Range<Int>) -> Int? {
        guard match.count > 2 else { return nil }
        return match.contains { words[$0].has(.conditional) } ? match.lowerBound : nil
    }

    /// From the negation to the end of the match, or from its start to the negation.
    private func negation(around match: Range<Int>, isVerb: Bool) -> Range<Int>? {
        var place = match.lowerBound - 1
        var steps = 0
        while place >= 0, steps < 6, words[place].kind == .word {
            let word = words[place]
            if !words[place].isBlocked {
                if word.has(.negator), negates(place, before: match.lowerBound) {
                    return ne(before: place)..<match.upperBound
                }
                guard word.has(.passable) || word.isAdverb else { break }
            }
            place -= 1
            steps += 1
        }
        guard isVerb else { return nil }
        // « n'aime pas », « j'aime pas trop »
        place = match.upperBound
        while place < min(match.upperBound + 2, words.count), words[place].kind == .word, !words[place].isBlocked {
            if words[place].has(.postverbal) {
                let start = ne(before: match.lowerBound)
                let compares = words[place].has(CueWordClasses(.comparative)) && start == match.lowerBound
                return compares ? nil : start..<place + 1
            }
            guard words[place].has(.passable) else { break }
            place += 1
        }
        return nil
    }

    /// Whether a word that may negate does here.
    private func negates(_ place: Int, before start: Int) -> Bool {
        // « plus clair » compares unless `ne` goes before.
        if words[place].has(CueWordClasses(.comparative)) { return ne(before: place) < place }
        // « un peu long » weakens.
        if words[place].has(CueWordClasses(.little)) {
            return place == 0 || !words[place - 1].has(CueWordClasses(.indefinite))
        }
        // « pas que », « pas seulement »
        return !(place + 1 < start && words[place + 1].has(CueWordClasses(.restrictive)))
    }

    /// The place of the `ne` that goes with a negation, else the place given.
    private func ne(before place: Int) -> Int {
        var candidate = place - 1
        while candidate >= max(0, place - 4), words[candidate].kind == .word {
            if words[candidate].has(.ne) { return candidate }
            candidate -= 1
        }
        return place
    }

    /// « aurait été plus percutant »: what would be good is not.
    private func conditional(before start: Int) -> Int? {
        var place = start - 1
        while place >= max(0, start - 5), words[place].kind == .word {
            if words[place].has(.conditional) { return place }
            guard words[place].has(.passable) || words[place].isAdverb else { return nil }
            place -= 1
        }
        return nil
    }

    func meetsNeeds(of entry: CueEntry, _ match: Range<Int>) -> Bool {
        entry.needs.isEmpty || entry.needs.contains { meets($0, match, entry.polarity) }
    }

    func meets(_ need: CueEntry.Need, _ match: Range<Int>, _ polarity: Polarity?) -> Bool {
        switch need {
        case .predicate: copula(before: match) != nil
        case .noun: hasNoun(match)
        case .genre: hasGenre(around: match)
        case .intensified: isIntensified(match, polarity)
        case .person: hasSubject(before: match.lowerBound)
        case .exclaimed: isExclaimed(match)
        case .start: match.lowerBound == 0 || words[match.lowerBound - 1].kind != .word
        case .end:
            match.upperBound == words.count || words[match.upperBound].kind != .word
                || words[match.upperBound].has(CueWordClasses(.coordinator))
        }
    }

    private func isIntensified(_ match: Range<Int>, _ polarity: Polarity?) -> Bool {
        let degree = match.lowerBound - 1
        guard degree >= 0, words[degree].has(.grading) else { return false }
        guard words[degree].has(CueWordClasses(.comparative)) else { return true }
        // « le plus abouti » praises, « un plus long » only compares.
        return polarity == .positive && degree > 0 && words[degree - 1].has(CueWordClasses(.determiner))
            && !words[degree - 1].has(CueWordClasses(.indefinite))
    }

    /// The place of the form of *être*, *sembler*, *trouver* whose predicate a match is.
    func copula(before match: Range<Int>) -> Int? {
        var place = match.lowerBound - 1
        while place >= max(0, match.lowerBound - 7) {
            let word = words[place]
            if word.has(.copula) { return place }
            let passes =
                word.kind == .comma
                || word.kind == .word
                    && (word.has(.passable) || word.has([.quality, CueWordClasses(.coordinator)]) || word.isAdverb)
            guard passes else { return nil }
            place -= 1
        }
        return nil
    }

    private func hasNoun(_ match: Range<Int>) -> Bool {
        if match.upperBound < words.count, words[match.upperBound].has(.nouns) { return true }
        var place = match.lowerBound - 1
        let farthest = max(0, place - 8)
        while place > farthest, words[place].kind == .word, words[place].has(.grading) || words[place].isAdverb {
            place -= 1
        }
        return place >= 0 && words[place].has(.nouns)
    }

    private func hasGenre(around match: Range<Int>) -> Bool {
        var place = match.lowerBound - 1
        while place >= max(0, match.lowerBound - 8), words[place].kind != .stop {
            if words[place].has([.talk, .event]) { return true }
            place -= 1
        }
        place = match.upperBound
        while place < min(words.count, match.upperBound + 5), words[place].kind != .stop {
            if words[place].has([.talk, .event]) { return true }
            place += 1
        }
        return false
    }

    private func hasSubject(before start: Int) -> Bool {
        var place = start - 1
        while place >= max(0, start - 7), words[place].kind == .word || words[place].kind == .comma {
            if words[place].has(.subject) { return true }
            if words[place].has(.others) { return false }
            place -= 1
        }
        return false
    }

    private func isExclaimed(_ match: Range<Int>) -> Bool {
        var place = match.upperBound
        let end = min(words.count, place + 60)
        while place < end, words[place].kind != .stop {
            if words[place].kind == .emoji { return true }
            place += 1
        }
        return place < end && words[place].isExclamation
    }
}
