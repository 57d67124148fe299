import Causerie
import Extraction
import Testing
import TextModel

/// Cues are drawn into the text: `[+très bon talk]`, `[-un peu long]`.
struct CuesTests {
    private static let analyzer = Result { try Analyzer() }
    private static let finder = Result { try CueFinder() }

    /// A text with the cues that were found drawn into it.
    private func drawn(_ source: String, _ findings: (ReportText) -> Findings = { _ in Findings() }) throws -> String {
        let (text, cues) = try found(source, findings)
        var result = ""
        var position = 0
        for cue in cues {
            result += text[TextRange(position, cue.range.start)]
            result += (cue.polarity == .positive ? "[+" : "[-") + text[cue.range] + "]"
            position = cue.range.end
        }
        return result + text[TextRange(position, text.utf8.count)]
    }

    private func found(
        _ source: String, _ findings: (ReportText) -> Findings = { _ in Findings() }
    ) throws -> (ReportText, [CueFinding]) {
        let read = try Analyzer.document(of: Array(source.utf8), format: .markdown)
        let text = try Self.analyzer.get().reportText(of: read.document)
        return (text, try Self.finder.get().cues(in: text, findings(text)))
    }

    private func check(_ expected: String) throws {
        let plain = expected.replacing("[+", with: "").replacing("[-", with: "").replacing("]", with: "")
        #expect(try drawn(plain) == expected)
    }

    @Test(arguments: [
        "Un sujet [+passionnant] et une oratrice [+captivante].",
        "Une [+excellente présentation] sur les files de messages.",
        "Les slides étaient [+claires, sobres et efficaces].",
        "Un talk [+très bien mené], mais [-un peu court].",
        "[+J'ai particulièrement aimé] la démo.",
        "[+J'ai beaucoup apprécié] le ton.",
        "La nourriture était [-franchement décevante].",
        "Le ton était [-monotone].",
        "[+Hâte de voir] la suite !",
        "Une conférence [+à ne pas rater].",
        "La session [-m'a laissé sur ma faim].",
        "[+Un vrai coup de coeur].",
        "[+Bravo] aux bénévoles !",
        "Les intervenantes étaient [+très douées].",
        // Well made, in any of its ways.
        "Les ateliers étaient [+bien enchaînés].",
        "Une intervention [+bien découpée] et [+bien sourcée].",
        "[+Ça a très bien commencé].",
        // At the end of its clause only.
        "Le format court, [+c'est bien].",
        "Des trois, c'est le [+plus abouti].",
        "[+Parfait] pour finir la matinée.",
        // Thanks for what was done.
        "[+Merci de nous avoir] reçus.",
        "[+Merci à tous] pour ces échanges.",
    ])
    func aCueIsTheSmallestSpanWithItsDegree(text: String) throws { try check(text) }

    @Test(arguments: [
        // Topic words.
        "Il parle de la gestion des erreurs et d'un problème réglementaire.",
        "Le risque est de perdre des données.",
        "Les bonnes pratiques de sécurité.",
        "Une solution plus simple à déployer.",
        "Un jeu de données complet et une interface simple.",
        // Quantity, politeness, advice.
        "Pas mal de monde dans les couloirs.",
        "Merci de vous inscrire avant lundi.",
        "Il est clair que le format change.",
        "Le protocole est bien connu des équipes réseau.",
        "C'est bien le noyau qui décide.",
        "Un format plus accessible que l'ancien.",
        "Le cache est au niveau du proxy.",
        "Elle change la taille du tampon.",
        "Un attribut de plus dans la classe.",
    ])
    func topicWordsAreNoCues(text: String) throws { try check(text) }

    /// A word that is often a topic's counts where what is around it speaks for an evaluation.
    @Test(arguments: [
        "J'ai trouvé sa démo [+très fluide].", "Le client riche appelle un serveur.",
        "Quel [+brio] !", "La profondeur de l'arbre dépend du nombre de clés.",
        "Un ton [-monocorde] et des slides [-illisibles].",
        "[-La salle était trop petite].", "Le tampon est trop petit pour ces messages.",
        "[-J'ai décroché] au bout de dix minutes.", "Le serveur décroche au bout de dix minutes.",
        "[+Cette session est faite pour vous].", "Cette méthode est faite pour les listes.",
        "Je vous invite à regarder le replay.", "Il invite le serveur à redémarrer.",
        "[-Pas assez de temps pour les questions].", "Pas assez de mémoire pour le cache.",
    ])
    func whatIsAroundAWordDecides(text: String) throws { try check(text) }

    /// `<praise>` is any adjective of the list that praises; an adjective of none is none.
    @Test(arguments: [
        "[+On ne peut plus convaincant].", "On ne peut plus vertical.",
    ])
    func anyAdjectiveOfPraiseFits(text: String) throws { try check(text) }

    @Test func whatSpeaksForAnExpressionAddsUp() throws {
        func weight(in source: String) throws -> Int? {
            let read = try Analyzer.document(of: Array(source.utf8), format: .markdown)
            let text = try Self.analyzer.get().reportText(of: read.document)
            return try Self.finder.get().candidates(in: text, Findings()).first { $0.entry == "limpide" }?.weight
        }
        let verdict = try #require(try weight(in: "C'était vraiment limpide !"))
        let mention = try #require(
            try weight(in: "Il faut que le modèle reste limpide pour que le code puisse changer ?"))
        #expect(verdict >= 0)
        #expect(mention < verdict)
    }

    @Test(arguments: [
        "La démo n'était [-pas très convaincante].",
        "[-Je n'ai pas du tout aimé] la fin.",
        "Le discours était [-peu convaincant].",
        "[-J'ai moyennement apprécié] la fin.",
        "[-Sans grand intérêt].",
        "C'était [-loin d'être passionnant].",
        // What only looks like a negation.
        "Ce n'est pas seulement [+intéressant].",
        "[+Rien à redire] sur l'organisation.",
        "On [+n'a jamais été déçus].",
        "[+Je ne regrette pas] d'être venu.",
        "[+Je ne peux que vous recommander] le replay.",
        "[+Pas mal du tout], cette keynote.",
        "[+Aucune fausse note], l'accueil était [+chaleureux].",
        "C'est un sujet [+passionnant] qu'on ne voit plus.",
        "C'était [+plus intéressant que prévu].",
    ])
    func negationTurnsWhatIsInItsScope(text: String) throws { try check(text) }

    /// An entry may hold a negation in a gap: only what is there tells whether it is negated.
    @Test(arguments: [
        ("Je me suis ennuyé ferme.", false), ("Je me suis un peu ennuyé.", false), ("Je ne suis pas fan du ton.", true),
        ("Le ton ne m'a pas convaincu.", true), ("Le ton m'a vite lassé.", false),
    ])
    func aCueIsNegatedWhereANegationStands(text: String, isNegated: Bool) throws {
        #expect(try found(text).1.map(\.isNegated) == [isNegated])
    }

    @Test(arguments: [
        "Une démo [-un peu lente].",
        "Le talk [-aurait mérité] dix minutes de plus.",
        "[-J'aurais aimé] plus de code.",
        "[-Dommage] que la salle soit [-si petite].",
        "Le débat [-manquait de rythme].",
        "[-Je m'attendais à mieux].",
        "[-J'ai eu beaucoup de mal à] tenir jusqu'au bout.",
        "[-Impossible d'entrer], la salle [-débordait].",
        "L'atelier était [-un peu déroutant].",
        "La machine virtuelle n'était [-pas au point].",
        "[+Une bonne introduction] même si le rythme était [-un peu lent].",
    ])
    func regretAndReservationAreNegative(text: String) throws { try check(text) }

    @Test(arguments: [("une session intéressante", 2), ("une session vraiment intéressante", 3), ("un peu long", 1)])
    func degreeMakesStrength(text: String, strength: Int) throws {
        #expect(try found("C'était \(text).").1.map(\.strength) == [strength])
    }

    /// Accents, capitals and typography are no part of a word.
    @Test(arguments: [
        "TRÈS INTÉRESSANT !", "Tres interessant !", "très\u{A0}intéressant !", "tre\u{300}s inte\u{301}ressant !",
    ])
    func theFormOfTheTextDoesNotCount(text: String) throws {
        #expect(try found(text).1.map(\.polarity) == [.positive])
    }

    @Test func codeIsNoProse() throws {
        #expect(try found("Ici `excellent` est un mot.\n\n```\nexcellent talk\n```\n").1.isEmpty)
    }

    // MARK: Whose view, of what

    @Test(arguments: [
        ("Selon elle, ce cadre est formidable.", CueHolder.other), ("Selon moi, ce cadre est formidable.", .author),
        ("Il trouve que ce langage est génial.", .other), ("Je trouve que ce langage est génial.", .author),
        ("> Une journée formidable.", .other), ("> Mon avis : une journée formidable.", .author),
        ("> L'avis de Zoé : une journée formidable.", .other), ("Une journée « formidable ».", .author),
    ])
    func theHolderIsWhoIsSaidToThinkSo(text: String, holder: CueHolder) throws {
        #expect(try found(text).1.map(\.holder) == [holder])
    }

    @Test func whatSomebodyIsOnlySaidToClaimIsNoCue() throws {
        #expect(try found("Elle explique que cet outil est très puissant.").1.isEmpty)
    }

    @Test(arguments: [
        ("Une excellente présentation.", CueTarget.talk), ("Les slides étaient superbes.", .talk),
        ("Un accueil chaleureux.", .event), ("Bravo aux bénévoles !", .event), ("C'était génial !", .event),
        ("Cet outil est génial.", .topic), ("Kubernetes est génial.", .topic),
        ("La démo du framework était superbe.", .talk), ("Le buffet et les micros étaient décevants.", .event),
        ("L'excellent livre du même auteur.", .other),
        ("Je n'ai malheureusement pas pu assister à la fin.", .own),
    ])
    func theNounBesideTellsTheTarget(text: String, target: CueTarget) throws {
        #expect(try found(text).1.map(\.target) == [target])
    }

    private static let report = """
        Un mot d'accueil chaleureux.

        ## Les files sans douleur

        Ada Lebrun montre des files. C'était passionnant.

        ## Parler aux machines

        Noé Marchal parle aux machines. C'était ennuyeux.

        ## Pour finir

        La présentation d'Ada Lebrun était ma préférée. Vivement la suite !
        """

    /// Two talks, each with a heading and a speaker, and a conclusion.
    private static func twoTalks(_ text: ReportText) -> Findings {
        var findings = Findings()
        func range(_ part: String, from start: Int = 0) -> TextRange {
            let bytes = Array(part.utf8)
            for place in start..<text.utf8.count where text.utf8[place...].starts(with: bytes) {
                return TextRange(place, place + bytes.count)
            }
            return TextRange(0, 0)
        }
        for (title, role) in [
            ("Les files sans douleur", SectionRole.talk), ("Parler aux machines", .talk), ("Pour finir", .conclusion),
        ] {
            let place = range(title)
            findings.sections.append(
                SectionFinding(
                    passage: text.passage(at: place.start) ?? 0, range: place, level: 2, role: role,
                    ownEnd: text.passages.count, end: text.passages.count, rule: .words))
        }
        for (index, name) in ["Ada Lebrun", "Noé Marchal"].enumerated() {
            var person = PersonFinding(name: name)
            var place = range(name)
            while !place.isEmpty {
                person.mentions.append(NameMention(place, .full, rule: "test"))
                place = range(name, from: place.end)
            }
            findings.people.append(person)
            var talk = TalkFinding(rule: "test")
            talk.section = index
            talk.title = findings.sections[index].range
            talk.body = TextRange(findings.sections[index].range.end + 1, findings.sections[index + 1].range.start - 1)
            talk.speakers = [SpeakerFinding(person: index, range: nil, rule: .heading)]
            findings.talks.append(talk)
        }
        return findings
    }

    @Test func aCueStandsUnderTheTalkThatItBearsOn() throws {
        let (text, cues) = try found(Self.report, Self.twoTalks)
        #expect(
            cues.map { text[$0.range] } == [
                "chaleureux", "passionnant", "ennuyeux", "ma préférée", "Vivement la suite",
            ])
        #expect(cues.map(\.talks) == [[], [0], [1], [0], []])
        #expect(cues.map(\.target) == [.event, .talk, .talk, .talk, .event])
        #expect(TalkReception.polarity(of: 0, in: cues) == .positive)
        #expect(TalkReception.polarity(of: 1, in: cues) == .negative)
    }

    /// The words of a title are not the author's.
    @Test func aTitleHoldsNoCue() throws {
        let (_, cues) = try found("## Une soirée formidable\n\nRien.\n") { text in
            var findings = Findings()
            findings.sections = [
                SectionFinding(
                    passage: 0, range: text.passages[0].range, level: 2, role: .talk, ownEnd: 2, end: 2, rule: .words)
            ]
            return findings
        }
        #expect(cues.isEmpty)
    }

    @Test func aNameIsNoCue() throws {
        let (_, cues) = try found("La démo de Claire Parfait.") { text in
            var findings = Findings()
            var person = PersonFinding(name: "Claire Parfait")
            person.mentions = [NameMention(TextRange(12, 26), .full, rule: "test")]
            findings.people = [person]
            return findings
        }
        #expect(cues.isEmpty)
    }

    @Test func praiseOfAGroupCountsForEach() throws {
        let (_, cues) = try found("J'ai adoré les conférences d'Ada Lebrun et de Noé Marchal.") { text in
            var findings = Findings()
            for (index, name) in ["Ada Lebrun", "Noé Marchal"].enumerated() {
                var person = PersonFinding(name: name)
                let bytes = Array(name.utf8)
                for place in text.utf8.indices where text.utf8[place...].starts(with: bytes) {
                    person.mentions.append(NameMention(TextRange(place, place + bytes.count), .full, rule: "test"))
                }
                findings.people.append(person)
                var talk = TalkFinding(rule: "test")
                talk.speakers = [SpeakerFinding(person: index, range: nil, rule: .heading)]
                findings.talks.append(talk)
            }
            return findings
        }
        #expect(cues.map(\.talks) == [[0, 1]])
        #expect(cues.map(\.target) == [.talk])
    }

    // MARK: Reception

    @Test(arguments: [
        ("", ReceptionPolarity.unstated), ("+2", .positive), ("+1", .positive), ("-2", .negative), ("-1", .unstated),
        ("+2 -2", .positive), ("+2 -2 -2", .mixed),
        ("+2 +2 +2 -1", .positive),
        ("+3 +3 -2", .positive), ("+1 -2 -2", .negative), ("+2 +2 -2", .positive), ("+3 -2", .positive),
        ("+2 -3", .mixed),
    ])
    func receptionWeighsPraiseAndBlame(drawn: String, expected: ReceptionPolarity) {
        let cues = drawn.split(separator: " ").map { word in
            CueFinding(
                TextRange(0, 1), polarity: word.first == "+" ? .positive : .negative,
                strength: Int(word.dropFirst()) ?? 2, target: .talk, talks: [0], rule: "test")
        }
        #expect(TalkReception.polarity(of: 0, in: cues) == expected)
    }

    /// Only the author's cues on the talk itself count.
    @Test func othersAndOtherTargetsDoNotCount() {
        let range = TextRange(0, 1)
        let cues = [
            CueFinding(range, polarity: .negative, holder: .other, target: .talk, talks: [0], rule: "test"),
            CueFinding(range, polarity: .negative, target: .topic, talks: [0], rule: "test"),
            CueFinding(range, polarity: .positive, target: .talk, talks: [1], rule: "test"),
        ]
        #expect(TalkReception.polarity(of: 0, in: cues) == .unstated)
    }

    @Test(arguments: [
        ("Les conférences étaient de très bon niveau.", true),
        ("La qualité globale des conférenciers était excellente.", true),
        ("Les interventions ont été, dans l'ensemble, formidables.", false),
        ("Les speakers étaient formidables.", false), ("Les ateliers étaient formidables.", false),
        ("Quelques conférences étaient formidables.", false), ("La conférence était formidable.", false),
        ("Les conférences étaient ennuyeuses.", false),
    ])
    func praiseOfAllTalksIsToldFromPraiseOfSome(text: String, expected: Bool) throws {
        let (_, cues) = try found(text)
        #expect(cues.count == 1)
        #expect(cues.allSatisfy { $0.praisesAllTalks == expected })
    }

    /// Nothing traps and nothing overlaps, whatever is read.
    @Test(arguments: [
        "", "!", "« « « très", "pas pas pas pas bien", "un peu", "j'ai", "m'a", "»", "\"", "très très très", "à ne pas",
        "n'",
        "J'ai 👏👏 adoré 👏", "aurait été été plus bien", "«excellent", "Selon", "merci merci merci",
        "Bravo\nBravo\n\nBravo",
    ])
    func anyTextIsRead(text: String) throws {
        let (read, cues) = try found(text)
        var end = 0
        for cue in cues {
            #expect(cue.range.start >= end && !cue.range.isEmpty && cue.range.end <= read.utf8.count)
            end = cue.range.end
        }
    }

    /// Long texts without sentences take linear time.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["super ", "bien 👏 ", "« bon ", "très ", "pas ", "il trouve que génial ", "merci : "])
    func aLongTextTakesLinearTime(part: String) throws {
        _ = try found(String(repeating: part, count: 20_000))
    }
}
