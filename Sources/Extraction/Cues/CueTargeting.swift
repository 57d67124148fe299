import Lexicons
import TextModel

/// Tells what an evaluation is of, by the nouns that it is tied to and else by its place.
struct CueTargeting {
    let words: [CueWord]
    /// Where speakers are named in the passage, in order.
    let speakers: [TextRange]

    /// - Parameter namesTalks: whether the sentence names talks, or announces a list of them.
    func target(
        of cue: PlacedCue, _ entry: CueEntry, at place: CuePlaces.Place, isInTalk: Bool, namesTalks: Bool
    ) -> CueTarget {
        if entry.targets.count == 1 { return entry.targets[0] }
        let named =
            noun(in: cue.words, isInTalk) ?? qualified(by: cue, entry, isInTalk) ?? object(of: cue, entry, isInTalk)
            ?? subject(of: cue, entry, isInTalk)
        if let named, entry.targets.isEmpty || entry.targets.contains(named) { return named }
        if let usual = entry.targets.first { return usual }
        return isInTalk || namesTalks ? .talk : usualTarget(at: place)
    }

    private func noun(in places: Range<Int>, _ isInTalk: Bool) -> CueTarget? {
        for place in places.reversed() { if let target = kind(of: place, isInTalk) { return target } }
        return nil
    }

    /// The noun just before its adjective: « une présentation vivante de cet outil ».
    private func qualified(by cue: PlacedCue, _ entry: CueEntry, _ isInTalk: Bool) -> CueTarget? {
        guard entry.kind == .adjective, cue.words.lowerBound > 0 else { return nil }
        let before = cue.words.lowerBound - 1
        guard words[before].kind == .word, let target = kind(of: before, isInTalk) else { return nil }
        return target == .topic && isComplementOfTalk(before) ? .talk : target
    }

    /// What comes just after: « excellente conférence », « merci aux bénévoles ».
    private func object(of cue: PlacedCue, _ entry: CueEntry, _ isInTalk: Bool) -> CueTarget? {
        // « un bon aperçu de la plateforme » is said of the talk.
        if words[cue.words].contains(where: { $0.has(CueWordClasses(.valued)) }) { return nil }
        let isThanks = entry.kind == .interjection
        let reach = entry.kind == .adjective ? 2 : isThanks ? 8 : 5
        var place = cue.words.upperBound
        while place < min(cue.words.upperBound + reach, words.count), words[place].kind == .word {
            if let target = kind(of: place, isInTalk) { return target }
            // « merci à Ada pour la relecture »: names are passed over.
            guard isThanks || words[place].has(.beforeNouns) || words[place].isAdverb else { return nil }
            place += 1
        }
        return nil
    }

    /// What comes before: « les slides étaient claires », « la session que j'ai préférée ».
    private func subject(of cue: PlacedCue, _ entry: CueEntry, _ isInTalk: Bool) -> CueTarget? {
        let start = cue.words.lowerBound
        let isOwn = words[start].has(.subject) || entry.kind == .interjection
        let isRelative = start > 0 && words[start - 1].has(CueWordClasses(.restrictive))
        if isOwn, !isRelative { return nil }
        var place = start - 1
        while place >= max(0, start - 8), words[place].kind != .stop {
            if let target = kind(of: place, isInTalk) {
                let distance = start - place
                switch target {
                case .talk: return isInTalk || distance <= 6 ? .talk : nil
                case .event: return distance <= (isInTalk ? 3 : 8) ? .event : nil
                case .topic:
                    guard distance <= (entry.kind == .adjective ? 6 : 3) else { return nil }
                    return isComplementOfTalk(place) ? .talk : .topic
                case .other: return distance <= 2 ? .other : nil
                case .own: return nil
                }
            }
            if isRelative, start - place > 3 { return nil }
            place -= 1
        }
        return nil
    }

    /// « les conférences étaient tops », « la qualité des interventions était au rendez-vous »: whether the subject of a cue is
    /// all talks, or what all were worth.
    func isOfAllTalks(_ cue: PlacedCue) -> Bool {
        let start = cue.words.lowerBound
        for place in stride(from: start - 1, to: max(0, start - 5), by: -1) {
            let word = words[place]
            guard word.kind == .word else { return false }
            if word.has(CueWordClasses(.plural)) {
                let isQuality = words[max(0, place - 3)..<place].contains { $0.has(CueWordClasses(.valued)) }
                return isQuality
                    || word.has(CueWordClasses(.general)) && words[place - 1].has(CueWordClasses(.definite))
            }
            guard
                word.has(.copula) || word.has(.intensifier) || word.has(.attenuator) || word.isAdverb
                    || word.has(CueWordClasses(.quality)) || word.has(CueWordClasses(.preposition))
            else { return false }
        }
        return false
    }

    /// « la démo du framework était bluffante » is said of the demo.
    private func isComplementOfTalk(_ place: Int) -> Bool {
        guard place > 0, words[place - 1].has([CueWordClasses(.determiner), CueWordClasses(.preposition)]) else {
            return false
        }
        var before = place - 1
        while before >= max(0, place - 8), words[before].kind == .word, !words[before].has(Self.clauseWords) {
            if words[before].has(.talk) { return true }
            before -= 1
        }
        return false
    }

    /// What ends the search for the head of a noun.
    private static let clauseWords: CueWordClasses = [
        CueWordClasses(.clause), CueWordClasses(.coordinator), .copula, .subject, CueWordClasses(.saying),
    ]

    private func kind(of place: Int, _ isInTalk: Bool) -> CueTarget? {
        let word = words[place]
        // « la conférence » is the event, « les conférences » are its talks.
        if word.has(.talk) {
            return word.has(.event) && !isInTalk && !word.has(CueWordClasses(.plural)) ? .event : .talk
        }
        if word.has(.event) { return .event }
        if word.has(.topic) { return .topic }
        if word.has(CueWordClasses(.elsewhere)) { return .other }
        return isSpeaker(word.range) ? .talk : nil
    }

    private func isSpeaker(_ range: TextRange) -> Bool {
        let next = speakers.firstPosition { $0.end > range.start }
        return next < speakers.count && speakers[next].overlaps(range)
    }

    private func usualTarget(at place: CuePlaces.Place) -> CueTarget {
        switch place.role {
        case .talk, .topic: return .talk
        case .group: return place.heading == nil ? .event : .talk
        case .intro, .conclusion, .logistics, .other, nil: return .event
        }
    }
}
