import TextModel

// How far the name goes, where title and text have it in different lengths.

extension EventName {
    /// “Soirée Baobab à Sète” where the text has “la 23e édition du Baobab Sète”: the title only describes the event.
    static func isDescription(_ candidate: NameCandidates.Candidate, of found: NameCandidates) -> Bool {
        guard candidate.mentions.isEmpty, let title = candidate.title, let words = found.titleWords,
            title.words.count > 1, title.words.lowerBound < 20, title.edition == nil,
            words.has(title.words.lowerBound, .evening),
            !words.has(title.words.lowerBound, .kind) || words.isCapitalHead(title.words.lowerBound)
        else { return false }
        let rest = words.key(title.words.lowerBound + 1..<title.words.upperBound)
        return found.candidates.contains { key, other in
            other.titleScore == 0 && other.contexts.edition >= 4 && (key == rest || other.partKeys.contains(rest))
        }
    }

    /// “Un jour au SèveCamp” where the text begins with “le SèveCamp des Trois Rives”: the form of the text, if it is the
    /// first and goes on with “de”.
    static func wholeName(
        _ key: UInt64, _ title: NamePhrase, _ candidate: NameCandidates.Candidate, _ found: NameCandidates
    ) -> NamePhrase? {
        let next = title.words.count
        let longer = found.candidates.values.filter { other in
            guard other.titleScore == 0, other.partKeys.contains(key), other.contexts.best >= 3,
                let first = other.mentions.first
            else { return false }
            // “X de l'Y” has the organiser behind it.
            let link = first.words.lowerBound + next
            return first.words.count > next + 1 && found.words.has(link, .of) && !found.words.has(link + 1, .definite)
        }
        guard longer.count == 1, let first = longer.first?.mentions.first else { return nil }
        return candidate.mentions.allSatisfy { first.range.start < $0.range.start } ? first : nil
    }

    /// “le meetup Python de Sète” tells what is spoken of, and a title that has a tool what a talk was about.
    static func isTool(_ candidate: NameCandidates.Candidate, of found: NameCandidates) -> Bool {
        guard !candidate.hasEventWord, candidate.title?.edition == nil,
            let phrase = candidate.title ?? candidate.mentions.first, phrase.words.count == 1,
            let words = candidate.title == nil ? found.words : found.titleWords
        else { return false }
        return found.technologies.contains(phrase.range, in: words.folded)
    }

    /// “SèveConf” in the title where the text begins with “SèveConf France”, or says of no other country as much.
    static func nameWithCountry(_ key: UInt64, _ title: NamePhrase, _ found: NameCandidates) -> NamePhrase? {
        let words = found.words
        let forms = found.candidates.filter { $0.key == key || $0.value.partKeys.contains(key) }.values
        func hasCountry(_ form: NameCandidates.Candidate) -> Bool {
            guard let phrase = form.mentions.first else { return false }
            return phrase.words.count == title.words.count + 1 && words.has(phrase.words.upperBound - 1, .country)
        }
        let countries = forms.filter(hasCountry).sorted { $0.order < $1.order }
        guard let first = countries.first?.mentions.first else { return nil }
        if forms.allSatisfy({ $0.mentions.first.map { first.range.start <= $0.range.start } ?? true }) { return first }
        // “X en Belgique”
        let isElsewhere = forms.flatMap(\.mentions).contains { mention in
            [mention.end, mention.end - 2].contains {
                words.has($0, [.to, .inside, .region]) && words.has($0 + 1, .country)
            }
        }
        let most = countries.map(\.textScore).max() ?? 0
        let told = countries.filter { $0.textScore == most }
        return !isElsewhere && most > 0 && told.count == 1 ? told.first?.mentions.first : nil
    }

    /// “Causettes du lin” where title and text both go on so behind “Causettes”: the name with what completes it.
    static func withSharedComplement(
        _ title: NamePhrase, of words: EventWords, _ candidate: NameCandidates.Candidate, _ found: NameCandidates
    ) -> TextRange? {
        let start = title.words.upperBound
        guard title.edition == nil, words.has(start, [.of, .pair]) else { return nil }
        let first = found.repeated?.isTitleInText == true ? words.count : 0
        for mention in candidate.mentions where mention.words.lowerBound >= first {
            var end = start
            // “X de mai : …” twice
            while end < start + 5, !words.isSeparator(end), words.facts(end).month == 0,
                words.isEqual(end, found.words, mention.words.upperBound + end - start)
            {
                end += 1
            }
            while end > start, !words.isPlainSmall(end - 1), !words.isNameWord(end - 1) { end -= 1 }
            // “X de Sète”: the town is the place, and only “X du Havre” may be a name.
            let town = words.town(at: start + 1, upTo: end, in: found.towns)
            guard end > start + 1, town == nil || words.has(start, .contracted) else { continue }
            return words.range(title.words.lowerBound..<end)
        }
        return nil
    }

    /// “Atelier Bois et Sable” for “ABS” where title or text explains it: “l'Atelier Bois et Sable (ABS)”.
    static func explained(_ candidate: NameCandidates.Candidate, _ found: NameCandidates) -> String? {
        if let title = candidate.title, let words = found.titleWords, let range = explained(title, in: words) {
            return String(decoding: words.utf8[range.start..<range.end], as: UTF8.self)
        }
        let words = found.words
        guard let range = candidate.mentions.prefix(3).lazy.compactMap({ explained($0, in: words) }).first else {
            return nil
        }
        return String(decoding: words.utf8[range.start..<range.end], as: UTF8.self)
    }

    /// The words before a name in brackets whose first letters it is made of.
    private static func explained(_ mention: NamePhrase, in words: EventWords) -> TextRange? {
        let first = mention.words.lowerBound
        guard mention.range.count <= 6, mention.words.count == 1, words.isMark(first - 1, "("),
            words.isMark(mention.end, ")"), words.words[first].range == mention.range
        else { return nil }
        var letters = words.folded[mention.range.start..<mention.range.end]
        var start = first - 1
        while start > 0, start > first - 12, let letter = letters.last {
            let word = words.words[start - 1].range
            guard words.kind(start - 1) != .punctuation else { break }
            if words.startsWithCapital(start - 1) {
                guard words.folded[word.start] == letter else { break }
                letters.removeLast()
            } else if words.folded[word.start] == letter, letters.count > 1, !words.isAllCapitals(first) {
                // “State of the Map (SotM)”
                letters.removeLast()
            }
            start -= 1
        }
        return letters.isEmpty && words.startsWithCapital(start) ? words.range(start..<first - 1) : nil
    }

    /// “Agile des Baobabs”, and again “l'Agile des Baobabs”: a word that twice goes on with the same “de” and capital.
    static func withComplement(_ mentions: [NamePhrase], _ found: NameCandidates) -> TextRange? {
        let words = found.words
        guard mentions.count > 1, let first = mentions.first, first.words.count == 1, first.edition == nil,
            let whole = complement(of: first, found)
        else { return nil }
        let text = words.folded[whole.start..<whole.end]
        let isRepeated = mentions.dropFirst().contains { mention in
            complement(of: mention, found).map { words.folded[$0.start..<$0.end].elementsEqual(text) } ?? false
        }
        return isRepeated ? whole : nil
    }

    private static func complement(of mention: NamePhrase, _ found: NameCandidates) -> TextRange? {
        let words = found.words
        var next = mention.words.upperBound
        // “Sèves sans frontières”
        if words.has(next, .titleLink), !words.has(next, [.to, .of, .pair]), words.isPlainSmall(next + 1) {
            return words.range(mention.words.lowerBound..<next + 2)
        }
        guard words.has(next, .of) else { return nil }
        next += words.has(next + 1, .definite) ? 2 : 1
        guard words.isNameWord(next), words.startsWithCapital(next),
            words.town(at: next, upTo: words.count, in: found.towns) == nil
        else { return nil }
        return words.range(mention.words.lowerBound..<next + 1)
    }

    /// “Atelier Bois et Sable” where the text has “l'atelier Bois et Sable” too: a noun that mostly says a talk belongs to
    /// the name. The noun's position in the title.
    static func noun(
        of title: NamePhrase, _ candidate: NameCandidates.Candidate, in words: EventWords, _ text: EventWords
    ) -> Int? {
        let noun = title.words.lowerBound - 1
        guard noun >= 0, words.has(noun, .session), words.has(noun, .evening), words.startsWithCapital(noun),
            noun == 0 || words.isSeparator(noun - 1)
        else { return nil }
        let isInText = candidate.mentions.contains { mention in
            let before = mention.words.lowerBound - 1
            let place = text.kind(before) == .punctuation ? before - 1 : before
            return text.has(place, .session) && text.has(place, .evening)
        }
        return isInText ? noun : nil
    }
}
