import Causerie
import Extraction
import Testing
import TextModel

/// Who the names of a text stand for, and whom its metadata names.
extension NamesTests {
    private static let linksCases: [(String, [String])] = [
        ("[Xhyra Qvolo](https://twitter.com/xqvolo), un bon sujet.", ["Xhyra Qvolo: @xqvolo"]),
        ("Un talk de [Xhyra Qvolo](https://conf.example/speakers/xhyra-qvolo).", ["Xhyra Qvolo"]),
        ("Suivez Zoé Martin (@zoem42) en ligne.", ["Zoé Martin: @zoem42"]),
        ("Merci @zmartin ! Le talk de Zoé Martin était top.", ["Zoé Martin: @zmartin"]),
        ("Merci à @zmartin_dev ! Le talk de Zoé Martin était top.", ["Zoé Martin: @zmartin_dev"]),
        ("Merci à @ottilia_rnt ! Le talk d'Ottilia Rantanen était top.", ["Ottilia Rantanen: @ottilia_rnt"]),
        ("Merci à @ottilia_psv ! Le talk d'Ottilia Rantanen était top.", ["Ottilia Rantanen"]),
        ("Merci @grumbl pour la photo.", ["@grumbl: @grumbl"]),
        ("Merci @ParisJUG et @techconf pour la soirée.", []),
        ("Zoé Martin aka Zoomie était là.", ["Zoé Martin"]),
        ("![Zoé Martin](zoe.jpg)", ["Zoé Martin"]),
        ("Un talk de [@zoetrope](https://twitter.com/zoetrope/status/42).", ["@zoetrope: @zoetrope"]),
        ("[Monsieur Exemple](https://twitter.com/MonsieurExemple) a tout payé.", []),
        ("[Zoé Martin](https://twitter.com/autre/status/42) a parlé.", ["Zoé Martin"]),
        ("Voir https://exemple.fr/zoe-martin pour la suite.", []),
        ("Karim Haddad (Leroy Exemple) a parlé.", ["Karim Haddad"]),
    ]

    @Test(arguments: linksCases)
    func links(_ source: String, _ people: [String]) throws { try check(people: people, in: source) }

    /// One entity for all forms of a person.
    private static let entitiesCases: [(String, [String])] = [
        ("Bastien ADAM a parlé. B. Adam a fini. Bastien est parti. M. Adam aussi.", ["Bastien ADAM"]),
        ("Bastien ADAM puis ADAM Bastien et bastien.", ["Bastien ADAM"]),
        ("Thorsten Hansel est là. Thortsten a un fichier.", ["Thorsten Hansel"]),
        ("Clement Escofier, puis Clément Escofier.", ["Clément Escofier"]),
        ("Nina Cercel et plus loin Nina Laplace Cercel.", ["Nina Laplace Cercel"]),
        ("Mickaël Trotel, puis Mikael Trotel.", ["Mickaël Trotel"]),
        ("Carla Jaanssen, puis Carla Janssenn.", ["Carla Jaanssen"]),
        ("Alex Trotel, et enfin Alexandre Trotel.", ["Alexandre Trotel"]),
        ("Jean Marie Trotel, Jean-Marie Trotel et encore Jean-Marie Trotel.", ["Jean-Marie Trotel"]),
        ("Basile \"Bazoo\" Kermadec parle. Bazoo rit.", ["Basile \"Bazoo\" Kermadec"]),
        ("Maël Martin-Trotel parle. Martin-Trotel rit.", ["Maël Martin-Trotel"]),
        ("Jean Trotel et Jeanne Trotel.", ["Jean Trotel", "Jeanne Trotel"]),
        ("Carla Martin et Carla Martinez.", ["Carla Martin", "Carla Martinez"]),
        ("Stéphanie Trotel et Stéphane Trotel.", ["Stéphanie Trotel", "Stéphane Trotel"]),
        // Who is named by a title only is called by it
        ("Le mot de M. Castaing, puis Mme Ollivier-Tessier.", ["M. Castaing", "Mme Ollivier-Tessier"]),
        ("Le mot de M. Bastien ce matin.", ["M. Bastien"]),
        ("Me Vincent Castaing parle. Me Castaing conclut.", ["Vincent Castaing"]),
        ("MM. Castaing et Ollivier.", ["Castaing", "Ollivier"]),
        ("Alexandre Morel et Alexandre Petit. Alexandre a gagné.", ["Alexandre Morel", "Alexandre Petit"]),
    ]

    @Test(arguments: entitiesCases)
    func entities(_ source: String, _ people: [String]) throws { try check(people: people, in: source) }

    @Test func givenNameOfTwoIsAmbiguous() throws {
        let findings = try Self.findings(in: "Alexandre Morel et Alexandre Petit. Alexandre a gagné.").1
        #expect(findings.warnings.map(\.code) == [.ambiguousName])
        #expect(findings.people.map(\.mentions.count) == [1, 1])
    }

    @Test func givenNameOfTwoIsTheOneOfTheSection() throws {
        let source =
            "# Un\n\nAlexandre Morel parle. Alexandre rit.\n\n# Deux\n\nAlexandre Petit parle. Alexandre rit.\n"
        let findings = try Self.findings(in: source).1
        #expect(findings.people.map(\.mentions.count) == [2, 2])
        #expect(findings.warnings.isEmpty)
    }

    @Test func authorsOfTheMetadata() throws {
        let source = "---\nauthor: Zoé Martin - Exemplia\n---\n\nAvec Karim Haddad, j'étais là.\n"
        let people = try Self.findings(in: source).1.people
        #expect(people.map(\.name) == ["Zoé Martin", "Karim Haddad"])
        #expect(people[0].mentions.isEmpty)
        #expect(people[0].givenName == "Zoé" && people[0].familyName == "Martin")
    }

    @Test func authorsWhoSignWithTheirGivenName() throws {
        let source = "---\nauthor: Bernard Trotel\n---\n\nOdette aussi.\n\nBien à vous,\n\nBernard\n"
        let people = try Self.findings(in: source).1.people
        #expect(people.map(\.name) == ["Odette", "Bernard Trotel"])
    }

    /// Accounts of authors whom the text names otherwise, and those of sites.
    private static let accountsCases: [(String, [String])] = [
        ("author: mtrotel\ntitle: \"Mes tests par Maxime\"", ["Maxime"]),
        ("author: zoe.trotel.lan\ntitle: \"Mes tests par Zoé TROTEL LAN\"", ["Zoé TROTEL LAN"]),
        ("author: max.trotel\ntitle: \"Mes tests par Zoé Trotel\"", ["Zoé Trotel", "max.trotel"]),
        ("author: ztrotel\ntitle: \"Mes tests par Maxime\"", ["Maxime", "ztrotel"]),
        ("author: Zoé\ntitle: \"Des tests, par Karim Haddad\"", ["Karim Haddad", "Zoé"]),
        ("author: adtrotel", ["Anne Désirée Trotel"]),
        ("author: bavarde", ["bavarde"]),
        ("author: Exemplia", []),
        ("author: Troteliana", ["Troteliana"]),
        ("author: Le bureau du club", []),
        ("author: Elles Trotellent", []),
        ("author: Les Trotels du Port", []),
        ("author: Collectif Trotel", []),
        ("author: Lê Trotel", ["Lê Trotel"]),
    ]

    @Test(arguments: accountsCases)
    func accounts(_ metadata: String, _ people: [String]) throws {
        let isNamed = metadata.contains("adtrotel")
        let text =
            isNamed
            ? "Anne-Désirée Trotel a parlé."
            : metadata.contains("bavarde") ? "@bavarde59 est à suivre." : "Voir [ici](https://blog.exemplia.fr/x)."
        let found = try Self.findings(in: "---\n\(metadata)\n---\n\n\(text)\n").1.people.map(\.name)
        #expect(found == (isNamed ? ["Anne-Désirée Trotel"] : people))
    }

    /// An event that is called like a person is none: “Indie Sud”.
    @Test(arguments: [("Retour d'Indie Sud 2017", []), ("Retour de Brest 2017", ["Indie Sud"])])
    func eventIsNobody(_ title: String, _ people: [String]) throws {
        let source =
            "# \(title)\n\nComme chaque année, je suis allée à Montpellier pour Indie Sud, deux jours de conférences.\n"
        let analyzer = try Self.analyzer.get()
        let read = try Analyzer.document(of: Array(source.utf8), format: .markdown)
        let findings = analyzer.extractor.findings(in: try analyzer.reportText(of: read.document))
        #expect(findings.people.map(\.name) == people)
    }
}
