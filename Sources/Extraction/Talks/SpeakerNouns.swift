import Lexicons
import TextModel

/// Words for speakers who may stand without a name, with how many a form speaks of.
struct SpeakerNouns: Sendable {
    enum Form: String {
        case one, several, forgotten
        /// A number: “deux”.
        case number2 = "2", number3 = "3", number4 = "4", number5 = "5", number6 = "6"
        /// A profession in the plural: only with a number.
        case profession
        /// “un”, “l'une de ses”: before a person.
        case determiner
        /// “un des”: before a profession.
        case partitive
        /// “des”, “plusieurs”: before a profession, of people whom nobody counts.
        case indefinite
        /// “ses”: before a profession, of people who belong to one who is named.
        case possessives
        /// “public”: those whom somebody sits among who gives no talk.
        case audience
        /// “remplacer”: before one who did not come.
        case replacing
        /// “le”: before a person who is told of rather than introduced.
        case definite
        /// “son”: before a person who belongs to one who is named.
        case possessive
        /// “collègue”, “étudiante”.
        case person
        case somebody, pair, trio
        /// People of whom nobody says how many they are.
        case team

        /// What a number counts.
        var count: Int? { Int(rawValue) }
    }

    /// Somebody without a name.
    struct Phrase {
        enum Kind {
            /// “l'oratrice”, “les trois speakers”: one who gives a talk.
            case speaker
            /// “en duo”.
            case pair
            /// “un collègue”, “deux développeuses”: one who does by what stands beside.
            case person
            /// “l'équipe de…”: people, without a number.
            case team
            /// “le directeur de…”: one of whom only what they do tells that they gave a talk.
            case definite
            /// “sa collègue”.
            case companion
            /// “dont j'ai oublié le nom”: words on the name alone.
            case forgotten
        }

        var kind: Kind
        var count: Int
        /// Positions in the text's tokens.
        var tokens: Range<Int>
    }

    private let phrases: PhraseIndex<Form>

    init(_ lexicons: LexiconSet) throws(LexiconError) {
        phrases = try lexicons.phrases(.speakerNouns) { Form(rawValue: $0) }
    }

    /// Those without a name in a stretch of tokens, in order; none overlaps another.
    func phrases(in tokens: Range<Int>, of text: ReportText) -> [Phrase] {
        var found: [Phrase] = []
        var position = tokens.lowerBound
        while position < tokens.upperBound {
            guard let match = phrases.match(at: position, before: tokens.upperBound, in: text),
                let phrase = phrase(match.value, position..<match.end, before: tokens.upperBound, in: text)
            else {
                position += 1
                continue
            }
            found.append(phrase)
            position = phrase.tokens.upperBound
        }
        return found
    }

    /// After “deux”, “3”: the position behind a number that counts people or talks.
    func count(at position: Int, before end: Int, in text: ReportText) -> Int? {
        phrases.match(at: position, before: end, in: text).flatMap { $0.value.count == nil ? nil : $0.end }
    }

    /// Whether a word for the audience stands at a position.
    func isAudience(_ position: Int, before end: Int, in text: ReportText) -> Bool {
        phrases.match(at: position, before: end, in: text)?.value == .audience
    }

    /// Whether words that stand before one who did not come begin at a position.
    func isReplacing(_ position: Int, before end: Int, in text: ReportText) -> Bool {
        phrases.match(at: position, before: end, in: text)?.value == .replacing
    }

    private func phrase(_ form: Form, _ tokens: Range<Int>, before end: Int, in text: ReportText) -> Phrase? {
        switch form {
        case .one: return Phrase(kind: .speaker, count: 1, tokens: tokens)
        case .several: return Phrase(kind: .speaker, count: 2, tokens: tokens)
        case .pair: return Phrase(kind: .pair, count: 2, tokens: tokens)
        case .trio: return Phrase(kind: .pair, count: 3, tokens: tokens)
        case .team: return Phrase(kind: .team, count: 2, tokens: tokens)
        case .somebody: return Phrase(kind: .person, count: 1, tokens: tokens)
        case .forgotten: return Phrase(kind: .forgotten, count: 1, tokens: tokens)
        case .profession, .person, .audience, .replacing: return nil
        case .indefinite, .possessives:
            guard let last = noun(after: tokens.upperBound, before: end, in: text, most: 1, { $0 == .profession })
            else {
                return nil
            }
            return Phrase(
                kind: form == .indefinite ? .team : .companion, count: 2, tokens: tokens.lowerBound..<last.end)
        case .determiner, .possessive, .partitive:
            let wanted = form == .partitive ? Form.profession : .person
            guard let last = noun(after: tokens.upperBound, before: end, in: text, most: 2, { $0 == wanted }) else {
                return nil
            }
            return Phrase(
                kind: form == .possessive ? .companion : .person, count: 1, tokens: tokens.lowerBound..<last.end)
        case .definite:
            guard let last = noun(after: tokens.upperBound, before: end, in: text, most: 0, { $0 == .person }) else {
                return nil
            }
            return Phrase(kind: .definite, count: 1, tokens: tokens.lowerBound..<last.end)
        case .number2, .number3, .number4, .number5, .number6:
            guard let count = form.count,
                let last = noun(
                    after: tokens.upperBound, before: end, in: text, most: 1,
                    { $0 == .profession || $0 == .several || $0 == .person })
            else { return nil }
            return Phrase(
                kind: last.form == .several ? .speaker : .person, count: count, tokens: tokens.lowerBound..<last.end)
        }
    }

    /// The noun after a determiner or number, with at most so many adjectives between.
    private func noun(
        after start: Int, before end: Int, in text: ReportText, most: Int, _ isWanted: (Form) -> Bool
    ) -> (form: Form, end: Int)? {
        var position = start
        var between = 0
        while let next = text.nextWord(from: position, before: end), between <= most {
            if let match = phrases.match(at: next, before: end, in: text), isWanted(match.value) {
                return (match.value, match.end)
            }
            switch text.tokens[next].kind {
            case .word, .hyphenatedWord: break
            default: return nil
            }
            guard !text.startsWithCapital(text.tokens[next].range) else { return nil }
            between += 1
            position = next + 1
        }
        return nil
    }
}
