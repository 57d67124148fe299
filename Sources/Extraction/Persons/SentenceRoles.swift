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
        /// How many words ago a team was named in which somebody was, and a word of greeting.
        var team: Int?
        var greeting: Int?
        /// A book or another work has been named, whose title may stand before its author.
        var hasWork = false
        /// Those named since a word of thanks.
        var thanked: [Int]?

        fileprivate mutating func step() {
            if let distance = team { team = distance < 2 ? distance + 1 : nil }
            if let distance = greeting { greeting = distance < 1 ? distance + 1 : nil }
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
            if behind.words <= (behind.isApposed ? 6 : 2), text.folded[token.range.start] == 0x6D,
                token.kind == .elidedWord
            {
                behind.isSelf = true
            }
            if behind.words == 1, token.range.count == 4 { behind.isUs = true }
        case .coauthor:
            state.hasSelf = true
            // Zoé Martin et moi-même; where the report has one author, the others only came along, unless they say that
            // they wrote together.
            if behind.last != nil, behind.words == 2, text.metadata.authors.count != 1 || isWrittenTogether(token) {
                give(.author)
            }
        case .panel:
            state.hasPanel = true
            // J'étais à la table de Zoé.
            if state.hasSelf, isAfterPlace(token) { state.isMeeting = true }
        case .team:
            state.isTeam = true
            if isWithin(token) { state.team = 0 }
            // Merci à Zoé, Léo et toute l'équipe
            for person in state.thanked ?? [] where !people[person].roles.contains(.speaker) {
                people[person].roles.insert(.organizer)
            }
        case .met:
            if isParticiple(token) {
                state.isMeeting = true
                // A note, or a sentence without its subject: croisé Zoé.
                if isFirst(token) || text.isCapital(at: token.range.start, before: token.range.end) {
                    state.hasSelf = true
                }
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
            if behind.isSelf, behind.words <= (behind.isApposed ? 9 : 6), let last = behind.last {
                people[last.person].roles.insert(.met)
            }
        case .president: behind.isPresident = isNear && behind.isApposed
        case .association: if behind.isPresident, behind.words <= 5 { give(.organizer) }
        case .organizer:
            if isNear { give(.organizer) }
            // Merci à Zoé et à la mairie d'avoir organisé la journée.
            if isAfterHaving(token) {
                for person in state.thanked ?? [] where !people[person].roles.contains(.speaker) {
                    people[person].roles.insert(.organizer)
                }
            }
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
        // Animation : Zoé Martin
        case .hosting: if isLabel(token) { state.expect(.host, within: 1) }
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
        // salut à Zoé et Léo
        case .greeting: state.greeting = 0
        case .with:
            // J'étais dans l'équipe trois, avec Zoé et Léo.
            let isOfTeam = state.hasSelf && state.team != nil && behind.last == nil
            if state.company != nil || isOfTeam {
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
            if state.greeting != nil { (state.isMeeting, state.hasSelf) = (true, true) }
            if state.thanked != nil, state.role == .organizer, state.reach == nil, isAfterJoin(token) {
                state.expect(nil, within: nil)
            }
        case .civility: break
        }
    }
}
