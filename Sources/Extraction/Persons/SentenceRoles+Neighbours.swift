import TextModel

/// What stands right before or after a word or name, and which form of a verb a word is.
extension SentenceRoles {
    /// `« Titre », par`: quotation marks, or a link, end before the comma.
    func isAfterTitle(_ token: Token) -> Bool {
        var offset = token.range.start
        var hasComma = false
        while offset > 0 {
            offset -= 1
            switch text.utf8[offset] {
            case 0x20, 0x0A: continue
            case 0x2C where !hasComma: hasComma = true
            case 0x22: return true
            case 0xBB: return offset > 0 && text.utf8[offset - 1] == 0xC2
            case 0x9D: return offset > 1 && text.utf8[offset - 1] == 0x80 && text.utf8[offset - 2] == 0xE2
            default:
                return text.marks(in: TextRange(max(0, offset - 160), offset + 1)).contains { mark in
                    guard case .link = mark.kind else { return false }
                    return mark.range.end == offset + 1
                }
            }
        }
        return false
    }

    /// Whether a word for a microphone follows `au` or a form of `tenir`.
    func isHeldOrNear(_ token: Token, _ words: Int) -> Bool {
        let before = text.folded[max(0, token.range.start - 14)..<token.range.start]
        return before.suffix(4).elementsEqual(" au ".utf8)
            ? words <= 2
            : before.split(separator: 0x20).contains { word in
                word.starts(with: "ten".utf8) || word.starts(with: "tien".utf8)
            }
    }

    /// `dans la deuxième équipe`: whether `dans` stands a few words before.
    func isWithin(_ token: Token) -> Bool {
        text.folded[max(0, token.range.start - 24)..<token.range.start].split(separator: 0x20).suffix(3).contains {
            $0.elementsEqual("dans".utf8)
        }
    }

    /// Whether `avoir` stands right before.
    func isAfterHaving(_ token: Token) -> Bool {
        text.folded[max(0, token.range.start - 6)..<token.range.start].elementsEqual("avoir ".utf8)
    }

    /// Whether a word begins a line or a sentence, and a colon follows.
    func isLabel(_ token: Token) -> Bool {
        guard text.isCapital(at: token.range.start, before: token.range.end) else { return false }
        let next = text.tokens[text.firstToken(from: token.range.end)...].first { !$0.kind.isWhiteSpace }
        return next.map { text.utf8[$0.range.start] == 0x3A } ?? false
    }

    /// “écrit à six mains”: whether the passage of a word says that several wrote the report.
    func isWrittenTogether(_ token: Token) -> Bool {
        guard let passage = text.passage(at: token.range.start).map({ text.passages[$0] }) else { return false }
        return passage.tokens.contains { position in
            guard text.isWord(position, "mains"), position >= passage.tokens.lowerBound + 4 else { return false }
            return text.isWord(position - 4, "à")
        }
    }

    /// Whether a participle follows `a` or `ont`.
    func isAfterAuxiliary(_ token: Token) -> Bool {
        let before = text.folded[max(0, token.range.start - 5)..<token.range.start]
        return isParticiple(token) && (before.suffix(3).elementsEqual(" a ".utf8) || before.elementsEqual(" ont ".utf8))
    }

    /// Whether a comma or `et` stands right before.
    func isAfterJoin(_ token: Token) -> Bool {
        let before = text.folded[max(0, token.range.start - 4)..<token.range.start]
        return before.elementsEqual(" et ".utf8) || before.suffix(2).elementsEqual(", ".utf8)
    }

    /// `à la table`, `à notre table`, but not `autour de la table`.
    func isAfterPlace(_ token: Token) -> Bool {
        let parts = text.folded[max(0, token.range.start - 10)..<token.range.start].split(separator: 0x20)
        return parts.count >= 2 && parts[parts.count - 2].elementsEqual("à".utf8)
    }

    /// « Titre » de Zoé, « Titre » (Mme Martin): a title in quotation marks or emphasis ends before `de` or a bracket.
    func isAfterTitleOfTalk(_ start: Int) -> Bool {
        var offset = start
        if let title = text.tokens[..<text.firstToken(from: start)].last(where: { !$0.kind.isWhiteSpace }),
            title.range.count <= 12, start - title.range.end <= 2
        {
            let word = text.folded[title.range.start..<title.range.end]
            if words.kind(ofFolded: word.last == 0x2E ? word.dropLast() : word) == .civility {
                offset = title.range.start
            }
        }
        let folded = text.folded[max(0, offset - 4)..<offset]
        let isBracket = folded.last == 0x28
        if isBracket {
            offset -= 1
        } else if folded.suffix(4).elementsEqual(" de ".utf8) {
            offset -= 3
        } else if folded.suffix(3).elementsEqual(" d'".utf8) {
            offset -= 2
        } else {
            return false
        }
        while offset > 0, text.utf8[offset - 1] == 0x20 { offset -= 1 }
        guard offset > 2 else { return false }
        switch text.utf8[offset - 1] {
        case 0x22: return true
        case 0xBB: return text.utf8[offset - 2] == 0xC2
        case 0x9D: if text.utf8[offset - 2] == 0x80, text.utf8[offset - 3] == 0xE2 { return true }
        default: break
        }
        let passage = text.passage(at: start).map { text.passages[$0].range.start }
        return text.marks(in: TextRange(max(0, offset - 160), offset)).contains { mark in
            guard mark.kind == .strong || mark.kind == .emphasis, mark.range.end == offset,
                mark.range.start == passage || mark.kind == .strong && !isBracket
            else { return false }
            return mark.range.count > 12 && text.utf8[mark.range.start..<mark.range.end].contains(0x20)
        }
    }

    /// Whether `de` or `d'` stands right before an offset.
    func isAfterOf(_ offset: Int) -> Bool {
        guard offset >= 3 else { return false }
        let before = text.folded[offset - 3..<offset]
        return before.elementsEqual([0x64, 0x65, 0x20]) || before.suffix(2).elementsEqual([0x64, 0x27])
    }

    /// Whether nothing but signs stand before a word in its passage.
    func isFirst(_ token: Token) -> Bool {
        guard let passage = text.passage(at: token.range.start).map({ text.passages[$0] }) else { return false }
        return !text.tokens[passage.tokens].prefix { $0.range.start < token.range.start }.contains { other in
            switch other.kind {
            case .word, .elidedWord, .hyphenatedWord, .number: true
            default: false
            }
        }
    }

    /// `anime`, `animait`, but not `animé`.
    func isFinite(_ token: Token) -> Bool {
        let last = text.utf8[token.range.end - 1]
        let beforeLast = token.range.count > 1 ? text.utf8[token.range.end - 2] : 0
        return last == 0x74 || (last == 0x65 && beforeLast < 0x80)
    }

    /// Whether a word for a talk follows an article: anime un atelier.
    func isBeforeTalk(_ token: Token) -> Bool {
        let next = text.tokens[text.firstToken(from: token.range.end)...].lazy.filter { !$0.kind.isWhiteSpace }.prefix(
            2)
        return next.contains {
            [.turn, .talk].contains(words.kind(ofFolded: text.folded[$0.range.start..<$0.range.end]))
        }
    }

    /// `rencontré`, but not the noun `rencontre`.
    func isParticiple(_ token: Token) -> Bool {
        let last = text.utf8[token.range.end - 1]
        let beforeLast = token.range.count > 1 ? text.utf8[token.range.end - 2] : 0
        return last != 0x65 && !(last == 0x73 && beforeLast == 0x65)
    }
}
