import TextModel

/// Names that stand side by side and do one thing together: “Maud Tessier (Acme), Jean Bon et Li Wei”.
struct NameGroup {
    struct Member {
        let person: Int
        let range: TextRange
    }

    var members: [Member]
    /// From the first name, with a title of civility before it, to the last.
    var range: TextRange
    /// Positions in the text's tokens, of the first and after the last token of ``range``.
    var tokens: Range<Int>

    /// The groups of a stretch of tokens, in order.
    static func groups(in tokens: Range<Int>, of text: ReportText, mentions: PeopleIndex) -> [NameGroup] {
        guard !tokens.isEmpty else { return [] }
        let range = text.range(of: tokens)
        var groups: [NameGroup] = []
        for mention in mentions.mentions(in: range) where mention.range.end <= range.end {
            let start = text.token(at: mention.start)
            let end = text.token(at: mention.range.end - 1) + 1
            // Two mentions in one token, such as a handle in an address.
            if let group = groups.last, start < group.tokens.upperBound { continue }
            let member = Member(person: mention.person, range: mention.range)
            if var group = groups.last, joins(group.tokens.upperBound..<start, of: text) {
                // A handle or nickname in brackets after the name is the same person.
                if group.members.contains(where: { $0.person == mention.person }) == false {
                    group.members.append(member)
                }
                group.range = TextRange(group.range.start, mention.range.end)
                group.tokens = group.tokens.lowerBound..<end
                groups[groups.count - 1] = group
            } else {
                groups.append(
                    NameGroup(
                        members: [member], range: TextRange(mention.start, mention.range.end), tokens: start..<end))
            }
        }
        return groups
    }

    /// Whether the tokens between two names only join them: commas, conjunctions, slashes, and what is in brackets.
    static func joins(_ between: Range<Int>, of text: ReportText) -> Bool {
        var position = between.lowerBound
        var joined = false
        while position < between.upperBound {
            let token = text.tokens[position]
            if token.kind.isWhiteSpace {
                if token.kind == .newline { return false }
                position += 1
                continue
            }
            if let end = text.endOfBrackets(at: position, before: between.upperBound) {
                position = end
                continue
            }
            // An opening bracket that closes after the second name: “Jean Bon (@jbon”.
            let word = text.folded(token.range)
            switch word {
            case ",", "et", "&", "/", "and", "+", "ainsi", "que", "·", "puis", "-", "(", "aka", "alias":
                joined = true
            // What the brackets hold is the mention before: “Jean Bon (@jbon) et Li Wei”.
            case ")": break
            default:
                return false
            }
            position += 1
        }
        return joined
    }
}
