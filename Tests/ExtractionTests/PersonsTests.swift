import Causerie
import Extraction
import Testing
import TextModel

struct PersonsTests {
    private static let rolesCases: [(String, String, Set<PersonRole>)] = [
        ("Un livre de Zoé Martin.", "Zoé Martin", [.mentioned]),
        ("J'ai pu rencontrer Zoé Martin au buffet.", "Zoé Martin", [.met]),
        ("J'ai discuté avec Zoé Martin.", "Zoé Martin", [.met]),
        ("C'est l'occasion de retrouver Zoé Martin.", "Zoé Martin", [.met]),
        ("La rencontre de Zoé Martin avec son public.", "Zoé Martin", [.mentioned]),
        ("Merci aux organisateurs, Zoé Martin et Karim Haddad.", "Karim Haddad", [.organizer, .mentioned]),
        ("Les organisateurs, Zoé Martin et Karim Haddad.", "Karim Haddad", [.organizer]),
        ("Merci à Zoé Martin, Karim Haddad et toute la bande.", "Zoé Martin", [.organizer, .mentioned]),
        ("Merci à Zoé Martin et toute l'équipe.", "Zoé Martin", [.organizer, .mentioned]),
        ("Voici Zoé Martin et toute l'équipe.", "Zoé Martin", [.mentioned]),
        ("Merci Zoé Martin pour tous ces moments.", "Zoé Martin", [.met, .mentioned]),
        ("Une bière avec Zoé Martin.", "Zoé Martin", [.met]),
        ("La bière de Zoé Martin.", "Zoé Martin", [.mentioned]),
        ("J'étais assise entre Zoé Martin et Karim Haddad.", "Karim Haddad", [.met]),
        ("- croisé Zoé Martin\n- bien mangé\n", "Zoé Martin", [.met]),
        ("J'ai aimé la keynote de Zoé Martin.", "Zoé Martin", [.speaker]),
        ("J'ai aimé la keynote de midi, Zoé Martin aussi.", "Zoé Martin", [.mentioned]),
        ("Ensuite Zoé Martin nous a présenté ses tests.", "Zoé Martin", [.speaker]),
        ("Peu de speakers, comme Zoé Martin.", "Zoé Martin", [.speaker]),
        ("À lire : [des tests](https://exemple.fr/t) par Zoé Martin.", "Zoé Martin", [.speaker]),
        ("- Les tests lents et rapides par Zoé Martin\n- une pause\n", "Zoé Martin", [.speaker]),
        ("- Zoé Martin sur les tests\n- une pause\n", "Zoé Martin", [.speaker]),
        ("- un repas pour Zoé Martin\n- une pause\n", "Zoé Martin", [.mentioned]),
        ("Zoé Martin, qui animait, coupe le micro.", "Zoé Martin", [.host]),
        ("Zoé Martin anime un atelier.", "Zoé Martin", [.mentioned]),
        ("Moi c'est Zoé, je débute.", "Zoé", [.author]),
        ("# Deux jours de tests\n\nZoé Martin\n\n12 mai 2019\n\nBonjour.\n", "Zoé Martin", [.author]),
        ("On se croirait chez Sherlock Holmes.", "Sherlock Holmes", [.fictional]),
        ("Bravo à toute l'équipe : Zoé Martin et Karim Haddad.", "Zoé Martin", [.organizer, .mentioned]),
        ("Un grand merci à Zoé Martin pour l'organisation.", "Zoé Martin", [.organizer, .mentioned]),
        ("Merci aux organisateurs :\n\n- Zoé Martin\n- Karim Haddad\n", "Karim Haddad", [.organizer]),
        ("La table ronde, animée par Zoé Martin, fut vive.", "Zoé Martin", [.host]),
        ("Un atelier animé par Zoé Martin.", "Zoé Martin", [.speaker]),
        ("Une initiation menée par Zoé Martin et Karim Haddad.", "Karim Haddad", [.speaker]),
        ("« Des tests rapides », par Zoé Martin.", "Zoé Martin", [.speaker]),
        ("Avec Zoé Martin et Karim Haddad, animé par Lina Costa.", "Lina Costa", [.host]),
        ("Zoé Martin, Karim Haddad et moi-même étions là.", "Zoé Martin", [.author]),
        ("La buvette tenue par Zoé Martin.", "Zoé Martin", [.mentioned]),
        ("Un débat arbitré par Zoé Martin.", "Zoé Martin", [.host]),
        ("Zoé Martin m'a demandé mes notes.", "Zoé Martin", [.met]),
        ("J'ai revu la session de Zoé Martin.", "Zoé Martin", [.speaker]),
        ("Ça me pousse à parler, mais Zoé Martin doute.", "Zoé Martin", [.mentioned]),
        ("Zoé Martin et Karim Haddad, les chevilles ouvrières.", "Zoé Martin", [.organizer]),
        ("Merci à Zoé Martin, présidente de l'association.", "Zoé Martin", [.organizer, .mentioned]),
        ("Merci à Zoé Martin, présidente d'Exemplia.", "Zoé Martin", [.mentioned]),
        ("On a vu Zoé Martin, l'une des organisatrices, puis Karim Haddad.", "Karim Haddad", [.mentioned]),
        ("Zoé Martin et moi étions là.", "Zoé Martin", [.mentioned]),
        ("---\nauthor: Zoé Martin\n---\n\nBonjour.\n", "Zoé Martin", [.author]),
        ("---\nauthor: Zoé Martin\n---\n\nMoi, Zoé Martin, j'étais là.\n", "Zoé Martin", [.author]),
        ("J'ai raté « Des tests rapides » de Zoé Martin.", "Zoé Martin", [.speaker]),
        ("J'ai raté « Des tests rapides » (Zoé Martin et Karim Haddad).", "Karim Haddad", [.speaker]),
        ("J'ai raté **Des tests rapides** de Zoé Martin.", "Zoé Martin", [.speaker]),
        ("J'ai fini le livre « Des tests rapides » de Zoé Martin.", "Zoé Martin", [.mentioned]),
        ("Le mot « test » de midi, Zoé Martin aussi.", "Zoé Martin", [.mentioned]),
        ("Un débat sans fin, avec Zoé Martin au micro.", "Zoé Martin", [.host]),
        ("Zoé Martin, qui tenait le micro, souriait.", "Zoé Martin", [.host]),
        ("Zoé Martin a perdu le micro.", "Zoé Martin", [.mentioned]),
        ("L'équipe autour de Zoé Martin a été adorable.", "Zoé Martin", [.organizer]),
        ("Un tour autour de Zoé Martin.", "Zoé Martin", [.mentioned]),
        ("Ensuite Zoé Martin a raconté ses pannes.", "Zoé Martin", [.speaker]),
        ("L'animatrice, Zoé Martin, présentait chacun.", "Zoé Martin", [.host]),
        ("**Des tests lents et rapides, par Zoé Martin.** On y apprend tout.", "Zoé Martin", [.speaker]),
        ("Bonjour.\n\nÀ l'an prochain.\n\n-- Zoé Martin\n", "Zoé Martin", [.author]),
        ("J'étais à la table de Zoé Martin.", "Zoé Martin", [.met]),
        ("J'étais autour de la table de Zoé Martin.", "Zoé Martin", [.mentioned]),
        ("Merci aux bénévoles, à la mairie et à Zoé Martin.", "Zoé Martin", [.mentioned]),
        ("Le stand était tenu par des bénévoles, j'ai discuté avec Zoé Martin.", "Zoé Martin", [.met]),
        ("Une belle soirée (salut à Zoé, Léo et Lina !).", "Lina", [.met]),
        ("Salut, Zoé Martin est là.", "Zoé Martin", [.mentioned]),
        ("Je jouais dans l'équipe bleue, avec Zoé, Léo et Lina.", "Lina", [.met]),
        ("L'équipe bleue a gagné, avec Zoé et Lina.", "Lina", [.mentioned]),
        ("---\nauthor: Ambre Tessier\n---\n\nNous étions trois : Zoé, Léo et moi-même.", "Léo", [.mentioned]),
        (
            "---\nauthor: Ambre Tessier\n---\n\nNous étions trois : Zoé, Léo et moi-même. Un texte à six mains.", "Léo",
            [.author]
        ),
        ("Tout est beau. Croisé Zoé Martin, une collègue.", "Zoé Martin", [.met]),
        ("Zoé Martin, de Brest, m'a proposé son aide.", "Zoé Martin", [.met]),
        (
            "Merci à Zoé Martin et à la mairie de Brest d'avoir organisé tout cela.", "Zoé Martin",
            [.organizer, .mentioned]
        ),
        ("Merci à Zoé Martin pour la logistique.", "Zoé Martin", [.organizer, .mentioned]),
        ("Je co-organise avec Zoé, soyez indulgents.", "Zoé", [.organizer]),
        ("Animation : Zoé Martin", "Zoé Martin", [.host]),
        ("Une animation de Zoé Martin.", "Zoé Martin", [.mentioned]),
        ("# Deux jours de tests\n\n*12 mai 2019 — par Zoé Martin, cartographe*\n\nBonjour.\n", "Zoé Martin", [.author]),
        ("L'histoire de Père Hibou.", "Père Hibou", [.fictional]),
    ]

    @Test(arguments: rolesCases)
    func roles(_ source: String, _ name: String, _ roles: Set<PersonRole>) throws {
        #expect(try person(name, in: source)?.roles == roles)
    }

    private static let affiliationCases: [(String, String?)] = [
        ("Zoé Martin (Exemplia) a ouvert le bal.", "Exemplia"),
        ("Zoé Martin, développeuse chez Exemplia Cloud, a ouvert le bal.", "Exemplia Cloud"),
        ("Zoé Martin de chez Exemplia a ouvert le bal.", "Exemplia"),
        ("Zoé Martin [Exemplia] a ouvert le bal.", "Exemplia"),
        ("Zoé Martin – CTO chez Exemplia – a ouvert le bal.", "Exemplia"),
        ("Zoé Martin (développeuse) a ouvert le bal.", nil),
        ("Zoé Martin (avec Karim Haddad) a ouvert le bal.", nil),
        ("Zoé Martin, Exemplia et les autres.", nil),
    ]

    @Test(arguments: affiliationCases)
    func affiliation(_ source: String, _ affiliation: String?) throws {
        #expect(try person("Zoé Martin", in: source)?.affiliation == affiliation)
    }

    @Test(arguments: [("Cet article a été co-écrit", PersonRole.author), ("Cet outil a été présenté", .speaker)])
    func writersTogether(_ line: String, _ role: PersonRole) throws {
        let source = "# Deux jours de tests\n\n*\(line) par Karim Haddad et Zoé Martin*\n\nBonjour.\n"
        let analyzer = try NamesTests.analyzer.get()
        let read = try Analyzer.document(of: Array(source.utf8), format: .markdown)
        let people = analyzer.extractor.findings(in: try analyzer.reportText(of: read.document)).people
        #expect(people.map(\.roles) == [[role], [role]])
    }

    /// Who hosts a panel gave no talk by that; who leads a workshop did.
    @Test(arguments: [("Table ronde : la brume", PersonRole.host), ("Atelier : la brume", .speaker)])
    func hostOfPanel(_ heading: String, _ role: PersonRole) throws {
        let talks =
            "## Huiler une lampe - Karim Haddad\n\nUne belle présentation.\n\n## Voir de loin - Lina Costa\n\nUn talk.\n"
        let source = "# Retour\n\n\(talks)\n## \(heading)\n\n*Animé par Zoé Martin*\n\nOn a ri une heure.\n"
        let analyzer = try NamesTests.analyzer.get()
        let read = try Analyzer.document(of: Array(source.utf8), format: .markdown)
        let people = analyzer.extractor.findings(in: try analyzer.reportText(of: read.document)).people
        #expect(people.first { $0.name == "Zoé Martin" }?.roles == [role])
    }

    /// The stage changes neither names nor mentions.
    /// Who saw the talks and wrote: “vu par Léo” under two headings.
    @Test func tellersUnderHeadings() throws {
        let lines =
            "# Retour\n\n## Des vagues\n*Zoé Martin — vu par Léo*\n\nBien.\n\n## Des brumes\n*Karim Haddad — vu par Léo*\n\nBien.\n"
        let analyzer = try NamesTests.analyzer.get()
        let read = try Analyzer.document(of: Array(lines.utf8), format: .markdown)
        let people = analyzer.extractor.findings(in: try analyzer.reportText(of: read.document)).people
        #expect(people.first { $0.name == "Léo" }?.roles == [.author])
        #expect(people.first { $0.name == "Zoé Martin" }?.roles == [.speaker])
    }

    @Test func namesStay() throws {
        let source = "J'ai rencontré Zoé Martin (Exemplia). Zoé est CTO.\n"
        let names = try NamesTests.findings(in: source).1.people
        let all = try findings(in: source).people
        #expect(all.map(\.name) == names.map(\.name))
        #expect(all.map(\.mentions) == names.map(\.mentions))
    }

    private func findings(in source: String) throws -> Findings {
        let analyzer = try NamesTests.analyzer.get()
        let read = try Analyzer.document(of: Array(source.utf8), format: .markdown)
        return analyzer.extractor.findings(in: try analyzer.reportText(of: read.document), stages: [.names, .persons])
    }

    private func person(_ name: String, in source: String) throws -> PersonFinding? {
        try findings(in: source).people.first { $0.name == name }
    }
}
