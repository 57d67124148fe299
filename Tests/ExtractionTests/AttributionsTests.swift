import Causerie
import Extraction
import Testing
import TextModel

struct AttributionsTests {
    private static let people = ["Zoé Martin", "Karim Haddad", "Maud Tessier"]

    /// One line for each attribution: its rule and those who gave the talk.
    private func attributions(in source: String) throws -> [String] {
        let analyzer = try NamesTests.analyzer.get()
        let read = try Analyzer.document(of: Array(source.utf8), format: .markdown)
        let text = try analyzer.reportText(of: read.document)
        let findings = analyzer.extractor.findings(in: text, stages: [.names, .attributions])
        return findings.attributions.map { attribution in
            let names = attribution.speakers.map { findings.people[$0.person].name }
            return "\(attribution.rule.rawValue): \(names.joined(separator: ", "))"
        }
    }

    @Test(arguments: [
        ("Zoé Martin nous a présenté son outil.", "gives_talk: Zoé Martin"),
        ("Zoé Martin présente son outil.", "gives_talk: Zoé Martin"),
        (
            "Zoé Martin présente avec Karim Haddad, gardien, son outil.", "gives_talk: Zoé Martin, Karim Haddad"
        ),
        ("Zoé Martin a parlé avec Karim Haddad.", "gives_talk: Zoé Martin"),
        ("Zoé Martin, développeuse à Brest, nous a parlé de lentilles.", "gives_talk: Zoé Martin"),
        ("Zoé Martin (Exemplia) nous a montré ses lentilles.", "gives_talk: Zoé Martin"),
        ("Zoé Martin, experte chez Exemplia nous a présenté ses lentilles.", "gives_talk: Zoé Martin"),
        ("Zoé Martin et Karim Haddad ont animé un atelier.", "gives_talk: Zoé Martin, Karim Haddad"),
        (
            "Zoé Martin, Karim Haddad et Maud Tessier présentent leur outil.",
            "gives_talk: Zoé Martin, Karim Haddad, Maud Tessier"
        ),
        ("Zoé Martin explique la panne.", "tells: Zoé Martin"),
        ("La keynote de Zoé Martin a ouvert la journée.", "talk_of: Zoé Martin"),
        ("L'atelier de Zoé Martin et Karim Haddad affichait complet.", "talk_of: Zoé Martin, Karim Haddad"),
        ("Un atelier animé par Zoé Martin.", "by: Zoé Martin"),
        ("La session était présentée par Zoé Martin.", "by: Zoé Martin"),
        ("« Allumer un phare » par Zoé Martin.", "by: Zoé Martin"),
        ("*Allumer un phare* de Zoé Martin.", "by: Zoé Martin"),
        ("Une table ronde avec Zoé Martin et Karim Haddad.", "talk_with: Zoé Martin, Karim Haddad"),
        ("Zoé Martin devait parler de lampes, et elle l'a fait.", "gives_talk: Zoé Martin"),
        ("Un atelier (le kata, comme ils disent), proposé par Zoé Martin.", "by: Zoé Martin"),
        ("Nous avons lancé une discussion sur les lampes avec Zoé Martin.", "talk_with: Zoé Martin"),
        ("L'oratrice suivante donc, Zoé Martin, de Brest, pour finir.", "label: Zoé Martin"),
        ("Le conférencier, un certain Karim Haddad, est arrivé en retard.", "label: Karim Haddad"),
        ("Les intervenantes étaient Zoé Martin et Maud Tessier.", "label: Zoé Martin, Maud Tessier"),
        ("C'était au tour de Zoé Martin et Karim Haddad, sur les lampes.", "gives_talk: Zoé Martin, Karim Haddad"),
        // Words on who they are stand between the names.
        (
            "J'ai suivi l'atelier de Zoé Martin, gardienne à Brest, et de Karim Haddad.",
            "talk_of: Zoé Martin, Karim Haddad"
        ),
        (
            "Zoé Martin (Exemplia) et son collègue Karim Haddad nous ont présenté leur outil.",
            "gives_talk: Zoé Martin, Karim Haddad"
        ),
        (
            "J'ai suivi l'atelier de Zoé Martin, une gardienne, et nous avons mangé avec Karim Haddad.",
            "talk_of: Zoé Martin"
        ),
        ("Une session donnée par la journaliste Zoé Martin.", "by: Zoé Martin"),
        ("« Allumer un phare », par Zoé Martin.", "by: Zoé Martin"),
        ("[Des phares ? Allumez-les !](https://exemple.org/t) par Zoé Martin.", "by: Zoé Martin"),
        ("Conférence animée par : Zoé Martin et Karim Haddad", "label: Zoé Martin, Karim Haddad"),
        ("## Allumer un phare\n\nAvec Zoé Martin et Karim Haddad.", "talk_with: Zoé Martin, Karim Haddad"),
        ("Speaker : Zoé Martin", "label: Zoé Martin"),
        ("Intervenants : Zoé Martin, Karim Haddad", "label: Zoé Martin, Karim Haddad"),
        ("## Le cap\n\nPar Zoé Martin", "label: Zoé Martin"),
        (
            "Ensuite c'est au tour de Zoé Martin, gardienne à Brest, de nous présenter ses lampes.",
            "gives_talk: Zoé Martin"
        ),
        (
            "Direction la grande salle pour « Allumer un phare » devant une foule de curieux très attentifs.",
            "introduced: "
        ),
        (
            "J'ai suivi Zoé Martin dans la petite salle, devant une foule de curieux très attentifs.",
            "introduced: Zoé Martin"
        ),
    ])
    func whoGaveATalk(_ source: String, _ expected: String) throws {
        #expect(try attributions(in: source) == [expected])
    }

    @Test(arguments: [
        "Zoé Martin a mangé avec nous.",
        "Zoé Martin habite Brest.",
        "Zoé Martin, experte chez Exemplia nous a payé le café.",
        "Puis c'est au tour de Zoé Martin de payer le café.",
        "La ville de Zoé Martin est loin.",
        "Un livre écrit par Zoé Martin.",
        "Publié par Zoé Martin le 3 mai.",
        "Les photos sont prises par Zoé Martin.",
        "J'ai déjeuné avec Zoé Martin.",
        "Contact : Zoé Martin",
        "On y montre à Zoé Martin comment faire.",
        "L'orateur a vu, dans la salle du fond et sous la fenêtre, Zoé Martin.",
        "Les gens étaient Zoé Martin et Maud Tessier.",
        "C'était au tour de Zoé Martin de ranger les chaises.",
        "Ce jour-là, c'est Zoé Martin qui a gagné le vélo de la tombola, devant une salle pleine de curieux.",
        "J'ai discuté ensuite avec Zoé Martin, de son bateau et de la météo du jour.",
        "Zoé Martin devait parler de lampes mais elle était malade.",
        "Nous parlons de Zoé Martin.",
        "## Allumer un phare\n\nAvec Zoé Martin, nous avons mangé.",
        "Des crêpes préparées par la société Exemplia et par Zoé Martin.",
        // One sign of an introduction is not enough, nor are two in a short line.
        "Direction la grande salle pour un café bien mérité, devant une foule de curieux très attentifs.",
        "Direction « Allumer un phare ».",
        // The text of somebody else.
        "> La keynote a réuni tout le monde le matin autour de « Allumer un phare », devant une salle pleine.",
        "```\nLa keynote de Zoé Martin\n```",
    ])
    func whoGaveNone(_ source: String) throws {
        #expect(try attributions(in: source) == [])
    }

    /// Who signs the report gave no talk by that.
    @Test func theAuthorSigns() throws {
        let source = "---\ntitle: Les Journées du Phare\nauthor: Zoé Martin\n---\n\nPar Zoé Martin\n\nBonjour à tous.\n"
        #expect(try attributions(in: source) == [])
    }
}
