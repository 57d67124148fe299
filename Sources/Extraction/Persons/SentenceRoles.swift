import Lexicons
import TextModel

/// What the words of a sentence say of the people it names.
struct SentenceRoles {
    let text: ReportText
    let words: PersonRoleWords

    /// What has been said up to a place.
    struct State {
        var hasSelf = false
        var hasPanel = false
        var isMeeting = false
        var role: PersonRole?
        var isTeam = false
        /// How many more words may stand before the name for which the role holds; `nil` for any number.
        var reach: Int?
        /// How many words ago a participle stood that `par` and a name may follow, and what they do then.
        var participle: (distance: Int, role: PersonRole)?
        /// How many words ago a talk was named.
        var talk: Int?
        /// How many words ago something that people share was named.
        var company: Int?
        /// A book or another work has been named, whose title may stand before its author.
        var hasWork = false
        /// Those named since a word of thanks.
        var thanked: [Int]?

        fileprivate mutating func step() {
            if reach == nil, participle == nil, talk == nil, company == nil { return }
            if let distance = talk { talk = distance < 1 ? distance + 1 : nil }
            if let distance = company { company = distance < 3 ? distance + 1 : nil }
            if let left = reach {
                reach = left > 0 ? left - 1 : nil
                if left == 0 { role = nil }
            }
            if let known = participle { participle = known.distance < 3 ? (known.distance + 1, known.role) : nil }
        }

        fileprivate mutating func expect(_ role: PersonRole?, within reach: Int?) {
            self.role = role
            self.reach = reach
        }
    }

    /// The people named before, as far as the word at hand may bear on them.
    private struct Behind {
        var last: PeopleIndex.Entry?
        /// The last and those it is joined to.
        var group: [Int] = []
        var words = 0
        /// A comma stands right after the last.
        var isApposed = false
        /// `m'` follows the last.
        var isSelf = false
        /// `nous` follows the last.
        var isUs = false
        var isPresident = false
        /// The last stands after the title of a talk: « Titre » de Zoé.
        var isTitled = false
    }

    /// One pass over a sentence: what its words say holds for the names that follow, and some for those before.
    func read(
        _ sentence: Sentence, _ mentions: ArraySlice<PeopleIndex.Entry>, _ people: inout [PersonFinding],
        _ state: inout State
    ) {
        var rest = mentions
        var behind = Behind()
        let (tokens, keys) = (text.tokens, text.keys)
        let first = text.firstToken(from: sentence.range.start)
        for position in first..<max(first, text.firstToken(from: sentence.range.end)) {
            let token = tokens[position]
            while let mention = rest.first, mention.range.start <= token.range.start {
                rest.removeFirst()
                if state.isMeeting, state.hasSelf { people[mention.person].roles.insert(.met) }
                if let role = state.role { people[mention.person].roles.insert(role) }
                state.thanked?.append(mention.person)
                if state.talk != nil, isAfterOf(mention.range.start) { people[mention.person].roles.insert(.speaker) }
                if state.reach != nil { state.reach = 1 }
                var group = behind.last != nil && behind.words <= 1 ? behind.group : []
                group.append(mention.person)
                let isTitled =
                    !state.hasWork && (behind.isTitled && group.count > 1 || isAfterTitleOfTalk(mention.range.start))
                if isTitled, [.full, .initials, .family].contains(mention.form) {
                    people[mention.person].roles.insert(.speaker)
                }
                behind = Behind(last: mention, group: group, isTitled: isTitled)
            }
            switch token.kind {
            case .word, .elidedWord, .hyphenatedWord: break
            case .punctuation:
                readPunctuation(token, &behind, &state)
                continue
            default: continue
            }
            if let last = behind.last, token.range.start < last.range.end { continue }
            behind.words += 1
            state.step()
            guard let kind = words.kind(of: keys[position]) else { continue }
            read(kind, token, &behind, &people, &state)
        }
        // Whom one thanks is mentioned, whatever else they do.
        for person in state.thanked ?? [] where people[person].roles.isDisjoint(with: [.speaker, .author]) {
            if !people[person].roles.isDisjoint(with: [.organizer, .met]) { people[person].roles.insert(.mentioned) }
        }
        state.thanked = nil
    }

    private func readPunctuation(_ token: Token, _ behind: inout Behind, _ state: inout State) {
        switch text.utf8[token.range.start] {
        // A clause of its own ends what the words before said.
        case 0x3B:
            state.isMeeting = false
            state.expect(nil, within: nil)
        // toute l'équipe de l'événement : Zoé, Léo
        case 0x3A: if state.isTeam { state.expect(.organizer, within: nil) }
        case 0x2C: if behind.words == 0 { behind.isApposed = true }
        default: break
        }
    }

    private func read(
        _ kind: PersonRoleWords.Kind, _ token: Token, _ behind: inout Behind, _ people: inout [PersonFinding],
        _ state: inout State
    ) {
        func give(_ role: PersonRole) { for person in behind.group { people[person].roles.insert(role) } }
        let isNear = behind.last != nil && behind.words <= 4
        switch kind {
        case .speakerOfText:
            state.hasSelf = true
            // le stand tenu par des bénévoles, j'ai parlé à
            if state.thanked == nil, state.role == .organizer, state.reach == nil { state.expect(nil, within: nil) }
            if behind.words <= 2, text.folded[token.range.start] == 0x6D, token.kind == .elidedWord {
                behind.isSelf = true
            }
            if behind.words == 1, token.range.count == 4 { behind.isUs = true }
        case .coauthor:
            state.hasSelf = true
            // Zoé Martin et moi-même
            if behind.last != nil, behind.words == 2 { give(.author) }
        case .panel:
            state.hasPanel = true
            // J'étais à la table de Zoé.
            if state.hasSelf, isAfterPlace(token) { state.isMeeting = true }
        case .team:
            state.isTeam = true
            // Merci à Zoé, Léo et toute l'équipe
            for person in state.thanked ?? [] where !people[person].roles.contains(.speaker) {
                people[person].roles.insert(.organizer)
            }
        case .met:
            if isParticiple(token) {
                state.isMeeting = true
                // A note: croisé Zoé.
                if isFirst(token) { state.hasSelf = true }
                // entendu parler de
                if state.role == .speaker { state.expect(nil, within: nil) }
            }
        case .meeting: (state.isMeeting, state.hasSelf) = (true, true)
        case .turn, .talk:
            if !(isNear && behind.words == 1) { state.isMeeting = false }
            if kind == .talk { state.talk = 0 }
        case .speakers: state.expect(.speaker, within: 4)
        case .about: break
        case .addressed:
            // Zoé Martin m'a demandé ses notes
            if behind.isSelf, behind.words <= 6, let last = behind.last { people[last.person].roles.insert(.met) }
        case .president: behind.isPresident = isNear && behind.isApposed
        case .association: if behind.isPresident, behind.words <= 5 { give(.organizer) }
        case .organizer:
            if isNear { give(.organizer) }
            // Zoé Martin, l'une des organisatrices, et Léo: said of her only.
            if !(isNear && behind.isApposed) { state.expect(.organizer, within: nil) }
        // A talk is animated by its speaker, a round table by its host.
        case .host where isNear && behind.words <= 2 && isFinite(token):
            // Zoé animait; Zoé, qui anime la soirée, but not Zoé anime un atelier
            if !isBeforeTalk(token) { give(.host) }
        case .host:
            // Avec Zoé Martin et Karim Haddad, animé par Léo
            if state.hasPanel || behind.group.count > 1 {
                state.expect(.host, within: nil)
            } else {
                state.participle = (0, .speaker)
            }
        case .moderator: state.expect(.host, within: 4)
        case .given:
            state.participle = (0, .speaker)
            // Zoé nous a présenté
            if let last = behind.last, behind.isUs, behind.words <= 3, last.form != .pseudonym { give(.speaker) }
        case .by:
            if let known = state.participle {
                state.expect(known.role, within: 2)
            } else if isAfterTitle(token) {
                state.expect(.speaker, within: 2)
            }
        case .heard: if state.role == nil { state.expect(.speaker, within: 2) }
        case .telling:
            if let last = behind.last, last.form != .pseudonym,
                behind.words == 1 || (behind.isUs && behind.words <= 3)
                    || (behind.words == 2 && isAfterAuxiliary(token)),
                !people[last.person].roles.contains(.host)
            {
                give(.speaker)
            }
        case .author: if behind.last == nil { state.expect(.author, within: 4) }
        case .company: state.company = 0
        case .with:
            if state.company != nil {
                (state.isMeeting, state.hasSelf) = (true, true)
                state.expect(nil, within: nil)
            }
        case .thanks: if state.thanked == nil { state.thanked = [] }
        case .band:
            for person in state.thanked ?? [] where !people[person].roles.contains(.speaker) {
                people[person].roles.insert(.organizer)
            }
        case .shared: for person in state.thanked ?? [] { people[person].roles.insert(.met) }
        case .fictional: break
        case .work: state.hasWork = true
        // toute l'équipe autour de Zoé
        case .around: if state.isTeam { state.expect(.organizer, within: 2) }
        // Zoé au micro; Zoé, qui tenait le micro
        case .microphone:
            if let last = behind.last, behind.words <= 4, isHeldOrNear(token, behind.words) {
                people[last.person].roles.insert(.host)
            }
        // merci aux bénévoles, et à Zoé
        case .to:
            if state.thanked != nil, state.role == .organizer, state.reach == nil, isAfterJoin(token) {
                state.expect(nil, within: nil)
            }
        case .civility: break
        }
    }

    /// `« Titre », par`: quotation marks, or a link, end before the comma.
    private func isAfterTitle(_ token: Token) -> Bool {
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
    private func isHeldOrNear(_ token: Token, _ words: Int) -> Bool {
        let before = text.folded[max(0, token.range.start - 14)..<token.range.start]
        return before.suffix(4).elementsEqual(" au ".utf8)
            ? words <= 2
            : before.split(separator: 0x20).contains { word in
                word.starts(with: "ten".utf8) || word.starts(with: "tien".utf8)
            }
    }

    /// Whether a participle follows `a` or `ont`.
    private func isAfterAuxiliary(_ token: Token) -> Bool {
        let before = text.folded[max(0, token.range.start - 5)..<token.range.start]
        return isParticiple(token) && (before.suffix(3).elementsEqual(" a ".utf8) || before.elementsEqual(" ont ".utf8))
    }

    /// Whether a comma or `et` stands right before.
    private func isAfterJoin(_ token: Token) -> Bool {
        let before = text.folded[max(0, token.range.start - 4)..<token.range.start]
        return before.elementsEqual(" et ".utf8) || before.suffix(2).elementsEqual(", ".utf8)
    }

    /// `à la table`, `à notre table`, but not `autour de la table`.
    private func isAfterPlace(_ token: Token) -> Bool {
        let parts = text.folded[max(0, token.range.start - 10)..<token.range.start].split(separator: 0x20)
        return parts.count >= 2 && parts[parts.count - 2].elementsEqual("à".utf8)
    }

    /// « Titre » de Zoé, « Titre » (Mme Martin): a title in quotation marks or emphasis ends before `de` or a bracket.
    private func isAfterTitleOfTalk(_ start: Int) -> Bool {
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
    private func isAfterOf(_ offset: Int) -> Bool {
        guard offset >= 3 else { return false }
        let before = text.folded[offset - 3..<offset]
        return before.elementsEqual([0x64, 0x65, 0x20]) || before.suffix(2).elementsEqual([0x64, 0x27])
    }

    /// Whether nothing but signs stand before a word in its passage.
    private func isFirst(_ token: Token) -> Bool {
        guard let passage = text.passage(at: token.range.start).map({ text.passages[$0] }) else { return false }
        return !text.tokens[passage.tokens].prefix { $0.range.start < token.range.start }.contains { other in
            switch other.kind {
            case .word, .elidedWord, .hyphenatedWord, .number: true
            default: false
            }
        }
    }

    /// `anime`, `animait`, but not `animé`.
    private func isFinite(_ token: Token) -> Bool {
        let last = text.utf8[token.range.end - 1]
        let beforeLast = token.range.count > 1 ? text.utf8[token.range.end - 2] : 0
        return last == 0x74 || (last == 0x65 && beforeLast < 0x80)
    }

    /// Whether a word for a talk follows an article: anime un atelier.
    private func isBeforeTalk(_ token: Token) -> Bool {
        let next = text.tokens[text.firstToken(from: token.range.end)...].lazy.filter { !$0.kind.isWhiteSpace }.prefix(
            2)
        return next.contains {
            [.turn, .talk].contains(words.kind(ofFolded: text.folded[$0.range.start..<$0.range.end]))
        }
    }

    /// `rencontré`, but not the noun `rencontre`.
    private func isParticiple(_ token: Token) -> Bool {
        let last = text.utf8[token.range.end - 1]
        let beforeLast = token.range.count > 1 ? text.utf8[token.range.end - 2] : 0
        return last != 0x65 && !(last == 0x73 && beforeLast == 0x65)
    }
}
