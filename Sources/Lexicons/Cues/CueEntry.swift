import TextModel

/// One line of `evaluation_cues.tsv`: an expression that evaluates, and what it says when it does.
///
/// An object, since entries are handed on for every match, and their parts would be counted each time.
public final class CueEntry: Sendable {
    /// What an entry is, and so how its forms are made.
    public enum Kind: String, Sendable, CaseIterable {
        /// One word; its feminine and plural forms are made by rule.
        case adjective
        /// An infinitive; all forms but the conditional.
        case verb
        /// One word and its plural.
        case noun
        /// As written, in the notation of ``CuePattern``.
        case phrase, interjection, adverb, emoji
        /// Looks like a cue and is none: no cue stands within it.
        case block
    }

    /// What has to be around an entry that alone proves nothing; one of several is enough.
    public enum Need: String, Sendable, CaseIterable {
        /// A form of *être*, *sembler*, *trouver* before it: « c'était simple ».
        case predicate
        /// A noun of the genre beside it: « une session dense ».
        case noun
        /// A noun for a talk, the event or their parts in its sentence.
        case genre
        /// An intensifier before it: « très dense », but not « plus dense »; for praise a superlative will do.
        case intensified
        /// `je`, `on` or `nous` as the subject before it.
        case person
        /// The sentence ends in an exclamation mark or an emoji.
        case exclaimed
        /// No word goes before it in its clause.
        case start
        /// No word follows it in its clause: « c'est bien, », but not « c'est bien connu ».
        case end
    }

    /// As in the list.
    public let text: String
    public let kind: Kind
    /// `nil` for a block.
    public let polarity: Polarity?
    /// 1 weak, 2 plain, 3 strong.
    public let strength: Int
    /// Empty when the context alone decides.
    public let targets: [CueTarget]
    /// Empty when the entry is always a cue.
    public let needs: [Need]
    /// How much more often than others of its kind it is an evaluation, in hundredths of a logit; see ``CueWeights``.
    public let weight: Int
    /// Whether a negation word is part of the entry, so that none around it turns it.
    public let holdsNegation: Bool
    /// Whether a conditional is part of the entry, so that its polarity has it already.
    public let holdsConditional: Bool

    /// What a record says of why an expression is an evaluation: the kind and the entry, of a long one the first words,
    /// by which it is found in the list.
    public var rule: String {
        var name = kind.rawValue
        name += " “"
        let bytes = text.utf8
        if bytes.count > Self.longestName,
            let end = bytes.prefix(Self.longestName).lastIndex(where: {
                $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: " ")
            })
        {
            name += text[..<end]
            name += "…”"
        } else {
            name += text
            name += "”"
        }
        return name
    }

    /// In bytes.
    private static let longestName = 80

    /// What the columns between the expression and its weight say: few differ, and each is read once.
    struct Meaning {
        let kind: Kind
        let polarity: Polarity?
        let strength: Int
        let targets: [CueTarget]
        let needs: [Need]

        /// - Throws: ``LexiconError`` for a word that is none of those allowed.
        init(_ row: LexiconTable.Row, file: String) throws(LexiconError) {
            func failure(_ message: String) -> LexiconError {
                LexiconError(file: file, line: row.line, message: message)
            }
            func choices(_ field: String) -> [String] { field == "-" ? [] : CueLexicon.parts(of: field, ",") }
            let fields = row.fields
            guard let kind = Kind(rawValue: fields[1]) else {
                throw failure("“\(fields[1])” is none of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            self.kind = kind
            polarity = Polarity(rawValue: fields[2])
            guard polarity != nil || kind == .block && fields[2] == "-" else {
                throw failure("“\(fields[2])” is no polarity; write positive or negative, and - for a block only")
            }
            guard let strength = Int(fields[3]), (1...3).contains(strength) else {
                throw failure("“\(fields[3])” is no strength; write 1, 2 or 3")
            }
            self.strength = strength
            var targets: [CueTarget] = []
            for name in choices(fields[4]) {
                guard let target = CueTarget(rawValue: name) else {
                    let names = CueTarget.allCases.map(\.rawValue).joined(separator: ", ")
                    throw failure("“\(name)” is no target; write some of \(names), or - for any")
                }
                targets.append(target)
            }
            self.targets = targets
            var needs: [Need] = []
            for name in choices(fields[5]) {
                guard let need = Need(rawValue: name) else {
                    let names = Need.allCases.map(\.rawValue).joined(separator: ", ")
                    throw failure("“\(name)” is no need; write some of \(names), or - for none")
                }
                needs.append(need)
            }
            self.needs = needs
        }
    }

    init(_ text: String, _ meaning: Meaning, weight: Int, holdsNegation: Bool, holdsConditional: Bool) {
        self.text = text
        kind = meaning.kind
        polarity = meaning.polarity
        strength = meaning.strength
        targets = meaning.targets
        needs = meaning.needs
        self.weight = weight
        self.holdsNegation = holdsNegation
        self.holdsConditional = holdsConditional
    }
}
