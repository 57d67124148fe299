import Lexicons
import TextModel

/// Tells what an evaluation is of, by the nouns around it and else by its place.
struct CueTargeting {
    let words: [CueWord]
    /// Where speakers are named in the passage.
    let speakers: [TextRange]

    func target(of cue: PlacedCue, _ entry: CueEntry, at place: CuePlaces.Place, isInTalk: Bool) -> CueTarget {
        if entry.targets.count == 1 { return entry.targets[0] }
        if let named = nearest(to: cue), entry.targets.isEmpty || entry.targets.contains(named) { return named }
        let usual = usualTarget(at: place, isInTalk: isInTalk)
        return entry.targets.isEmpty || entry.targets.contains(usual) ? usual : entry.targets[0]
    }

    /// In the cue, else just after it, else before it in the sentence.
    private func nearest(to cue: PlacedCue) -> CueTarget? {
        for place in cue.words { if let target = kind(of: place) { return target } }
        var place = cue.words.upperBound
        while place < min(cue.words.upperBound + 5, words.count), words[place].kind == .word {
            if let target = kind(of: place) { return target }
            if words[place].has(CueWordClasses(.clause)) { break }
            place += 1
        }
        place = cue.words.lowerBound - 1
        while place >= max(0, cue.words.lowerBound - 10), words[place].kind != .stop {
            if let target = kind(of: place) { return target }
            place -= 1
        }
        return nil
    }

    private func kind(of place: Int) -> CueTarget? {
        let word = words[place]
        if word.has(.talk) { return .talk }
        if word.has(.event) { return .event }
        if word.has(.topic) { return .topic }
        return speakers.contains { $0.overlaps(word.range) } ? .talk : nil
    }

    private func usualTarget(at place: CuePlaces.Place, isInTalk: Bool) -> CueTarget {
        if isInTalk { return .talk }
        switch place.role {
        case .talk, .topic, .group: return .talk
        case .intro, .conclusion, .logistics, .other, nil: return .event
        }
    }
}
