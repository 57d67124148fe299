import Causerie
import Extraction
import Testing
import TextModel

struct EventTests {
    /// A report in Markdown, and what is to be found of its event; `nil` is expected where nothing is given.
    struct Case: CustomTestStringConvertible, Sendable {
        let title: String
        let body: String
        var name: String?
        var edition: String?
        var place: String?
        var start: String?
        var end: String?
        var period: String?

        init(
            _ title: String, _ body: String, name: String? = nil, edition: String? = nil, place: String? = nil,
            start: String? = nil, end: String? = nil, period: String? = nil
        ) {
            self.title = title
            self.body = body
            self.name = name
            self.edition = edition
            self.place = place
            self.start = start
            self.end = end ?? start
            self.period = period
        }

        var testDescription: String { title + " / " + body }
    }

    static let analyzer = Result { try Analyzer() }

    /// Reports are published on Monday 16 October 2023.
    private func event(_ title: String, _ body: String, _ more: String = "") throws -> Findings {
        let source = "---\ntitle: \"\(title)\"\ndate: 2023-10-16\n\(more)---\n\n\(body)\n"
        let read = try Analyzer.document(of: Array(source.utf8), format: .markdown)
        return try Self.analyzer.get().findings(in: read.document)
    }

    /// The line that says when a pasted text was published gives no day of the event; prose on the same day does.
    @Test(arguments: [
        ("le 2023-10-31\nBaobab Conf a eu lieu au pied des arbres.", nil),
        ("le 2023-11-02\nBaobab Conf a eu lieu le 31 octobre 2023 au pied des arbres.", "2023-10-31"),
    ])
    func theDayOfPublication(_ body: String, _ start: String?) throws {
        let source = "Baobab Conf 2023\n\(body)\nZoé Martin nous a présenté les racines, puis les feuilles du baobab.\n"
        let read = try Analyzer.document(of: Array(source.utf8), format: .text)
        let found = try Self.analyzer.get().findings(in: read.document).event
        #expect(found.startDate?.description == start)
    }

    private func check(_ example: Case) throws {
        let found = try event(example.title, example.body).event
        #expect(found.name == example.name)
        #expect(found.edition == example.edition)
        #expect(found.place == example.place)
        #expect(found.startDate?.description == example.start)
        #expect(found.endDate?.description == example.end)
        if example.period != nil { #expect(found.period == example.period) }
    }

    @Test(arguments: [
        Case("Retour sur Baobab Conf 2023", "Une belle journée.", name: "Baobab Conf", edition: "2023", period: "2023"),
        Case("J'étais à Tilleul Tech", "Voici mes notes.", name: "Tilleul Tech"),
        Case("Mon DuneFest 2023 🎉", "Quelle ambiance !", name: "DuneFest", edition: "2023"),
        Case("dotOak 2022 : le bilan", "Des talks courts.", name: "dotOak", edition: "2022"),
        Case("Érable Camp, jour 2", "La suite des talks.", name: "Érable Camp"),
        Case("Nuit du Pixel XII", "La salle était pleine.", name: "Nuit du Pixel", edition: "XII"),
        Case("Village du Libre 2023 : compte-rendu", "Bravo.", name: "Village du Libre", edition: "2023"),
        Case("Les tests (oak-europe 2023)", "Un talk sur les tests.", name: "oak-europe", edition: "2023"),
        Case("De belles rencontres", "J'ai assisté à la conférence Sapin Days.", name: "Sapin Days"),
        Case(
            "Deux jours au vert", "La 3e édition de Sapin Web s'est bien passée.", name: "Sapin Web",
            edition: "3e édition"),
        Case("Retour sur Sapin Web 2023", "Mon retour sur Sapin Web.", name: "Sapin Web", edition: "2023"),
        Case("Retour sur le #sapintour", "Un tour de France.", name: "sapintour"),
        Case("Une journée à KiwiCon", "Merci à tous.", name: "KiwiCon"),
    ]) func namesAreFound(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case("Comprendre Kubernetes", "Kubernetes est un orchestrateur."),
        Case("Ma lecture de l'été", "Un livre sur Docker et Java."),
        Case("TypeScript et Angular", "Les types aident. TypeScript est typé."),
        Case("Notes par Zoé Martin", "Rien à dire de plus."),
        Case("De beaux talks", "J'ai assisté à la conférence de Zoé Martin sur Kafka."),
        Case("Conférence de Zoé Martin sur le climat", "Elle parlait du climat."),
        Case("Retour sur React 18", "React 18 est rapide."),
        Case("Retour d'expérience sur Kafka", "Kafka, c'est bien."),
        Case("Tests unitaires en Chêne2", "Chêne se teste bien. Vive Chêne."),
    ]) func topicsAndPeopleAreNoEvents(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case(
            "Retour sur Baobab Conf 2023", "Baobab Conf a eu lieu les 8 et 9 juin.", name: "Baobab Conf",
            edition: "2023", start: "2023-06-08", end: "2023-06-09"),
        Case(
            "J'étais à Tilleul Tech", "Hier a eu lieu la conférence Tilleul Tech.", name: "Tilleul Tech",
            start: "2023-10-15"),
        Case(
            "Tilleul Tech", "J'ai assisté à Tilleul Tech vendredi dernier.", name: "Tilleul Tech", start: "2023-10-13"),
        Case(
            "Baobab Conf", "Voici ce que Baobab Conf m'a appris ce week-end.", name: "Baobab Conf", start: "2023-10-14",
            end: "2023-10-15"),
        Case("12 mai 2023 -- Tilleul Camp", "Une soirée riche.", name: "Tilleul Camp", start: "2023-05-12"),
        Case(
            "Baobab Conf 2023", "Deux jours.\n\n## Jeudi 12 octobre\n\nUn talk.\n\n## Vendredi 13 octobre\n\nUn autre.",
            name: "Baobab Conf", edition: "2023", start: "2023-10-12", end: "2023-10-13"),
        Case("Baobab Conf", "La semaine dernière a eu lieu Baobab Conf.", name: "Baobab Conf", period: "2023-10"),
        // Dates of something else.
        Case(
            "Baobab Conf 2023", "Rendez-vous les 3 et 4 mai 2024 pour la prochaine édition.", name: "Baobab Conf",
            edition: "2023"),
        Case("Baobab Conf 2023", "La version 4 est sortie le 2 juin 2023.", name: "Baobab Conf", edition: "2023"),
        Case("Baobab Conf 2023", "L'appel à orateurs ferme le 2 juin 2023.", name: "Baobab Conf", edition: "2023"),
        Case("Baobab Conf 2023", "Ada est née le 10 décembre 1815.", name: "Baobab Conf", edition: "2023"),
        Case(
            "Baobab Conf 2023", "Il a été dit en mars que sept équipes est un bon nombre.", name: "Baobab Conf",
            edition: "2023"),
    ]) func daysAreFound(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case("Baobab Conf", "Baobab Conf s'est tenue à l'INSA Lyon.", name: "Baobab Conf", place: "INSA Lyon"),
        Case(
            "Baobab Conf", "Baobab Conf se déroulait au Palais des congrès de Nantes.", name: "Baobab Conf",
            place: "Palais des congrès de Nantes"),
        Case("Baobab Conf à Lille : le bilan", "De beaux talks.", name: "Baobab Conf", place: "Lille"),
        Case("Baobab Conf", "J'ai assisté à Baobab Conf à La Rochelle.", name: "Baobab Conf", place: "La Rochelle"),
        Case(
            "Baobab Conf", "Baobab Conf a lieu à Lille sur le site d'Oxalis.", name: "Baobab Conf",
            place: "Lille sur le site d'Oxalis"),
        Case(
            "Baobab Conf", "Baobab Conf avait lieu dans les locaux de la Maison des Arbres.", name: "Baobab Conf",
            place: "Maison des Arbres"),
        Case(
            "Baobab Conf", "- Lieu : salle B de la Maison des Arbres, Autun\n- Présents : douze", name: "Baobab Conf",
            place: "salle B de la Maison des Arbres, Autun"),
        Case("Baobab Conf", "Le lieu : un port. Baobab Conf a eu lieu à Sète.", name: "Baobab Conf", place: "Sète"),
        Case("Baobab Conf", "Normalement Baobab Conf se tient à Biarritz.", name: "Baobab Conf"),
        // Towns of talks and speakers, and of what is to come.
        Case("Baobab Conf", "Baobab Conf a eu lieu. Son équipe déploie à Berlin.", name: "Baobab Conf"),
        Case("Baobab Conf", "Une autre conférence, DuneFest, aura lieu à Genève.", name: "Baobab Conf"),
    ]) func placesAreFound(_ example: Case) throws { try check(example) }

    /// Names that are French nouns, and what the text says around them.
    @Test(arguments: [
        Case("La Journée du Mélèze : on plante", "Une belle journée.", name: "Journée du Mélèze"),
        Case("Mes Gabares de Cahors", "De retour des Gabares de Cahors.", name: "Gabares de Cahors"),
        Case("Baobab sur Loire", "Voici mes notes. La conférence Baobab sur Loire m'a plu.", name: "Baobab sur Loire"),
        Case("Le pays du cidre", "Toile & Cidre, c'est la conférence des gens du web.", name: "Toile & Cidre"),
        Case("Java et sa mémoire", "Mercredi soir, le Séquoia JUG recevait Zoé Martin.", name: "Séquoia JUG"),
        Case(
            "Baobab des Sables, Lorient, mardi 3 octobre 2023", "Notes.", name: "Baobab des Sables", place: "Lorient",
            start: "2023-10-03"),
        Case(
            "Apéro Caml de Rennes, troisième", "Nous étions douze.", name: "Apéro Caml de Rennes", edition: "troisième",
            place: "Rennes"),
        // What a sentence begins with, topics and venues are none.
        Case("Docker et Kubernetes : retour d'expérience", "Un an après."),
        Case("Vivre sans capitales", "Je suis allé à l'Université des Pins pour lire."),
        Case("Un jour sans fin", "Journée de travail sur Kafka."),
    ]) func frenchNounsAreNames(_ example: Case) throws {
        let found = try event(example.title, example.body).event
        #expect(found.name == example.name)
        if let edition = example.edition { #expect(found.edition == edition) }
        if let place = example.place { #expect(found.place == place) }
        if let start = example.start { #expect(found.startDate?.description == start) }
    }

    @Test(arguments: [
        ("Hier, c'était la troisième Baobab Conf.", "troisième"),
        ("J'étais à Baobab Conf, septième du nom.", "septième"),
        ("Baobab Conf m'a plu. C'était déjà la 4e édition.", "4e édition"),
        ("Baobab Conf m'a plu. Voici l'affiche de l'édition 2023.", "2023"),
        ("Ce soir avait lieu la cinquième soirée de Baobab Conf.", "cinquième"),
        ("Baobab Conf organisait hier son 9e séminaire.", "9e"),
        ("Mardi c'était la septième rencontre Baobab Conf.", "septième"),
        ("Mardi c'était ma septième rencontre Baobab Conf.", nil),
        ("La 3e édition du séminaire organisé par l'association Baobab Conf.", "3e édition"),
        ("C'est la première de Baobab Conf.", "première"),
        ("C'était ma première Baobab Conf.", nil),
        // A talk or a day of it, somebody's own first, one to come.
        ("Ma deuxième rencontre de Baobab Conf m'a plu.", nil),
        ("Un appel pour la 3e soirée de Baobab Conf qui aura lieu en mai.", nil),
        ("La deuxième conférence de Baobab Conf m'a plu.", nil),
        ("La première journée de Baobab Conf est finie.", nil),
        ("Baobab Conf m'a plu. Vivement la prochaine 5e édition.", nil),
        ("Baobab Conf m'a plu, comme la 4e édition de DuneFest.", nil),
    ]) func editionsAreFound(_ body: String, _ edition: String?) throws {
        #expect(try event("J'étais à Baobab Conf", body).event.edition == edition)
    }

    @Test(arguments: [
        ("Baobab Conf avait lieu au théâtre du Phare, à Lorient.", "théâtre du Phare, à Lorient"),
        ("Baobab Conf se tenait à Lorient, dans la salle des Voiles.", "Lorient, dans la salle des Voiles"),
        ("L'ancien lavoir Sainte-Anne, à Lorient, recevait Baobab Conf.", "ancien lavoir Sainte-Anne, à Lorient"),
        ("J'étais à Baobab Conf, à Lorient (56).", "Lorient (56)"),
        ("Ça se passait au Polygone, à Lorient. Baobab Conf m'a plu.", "Polygone, à Lorient"),
        ("J'étais à Baobab Conf, à Lorient, avec Paris Web en tête.", "Lorient"),
    ]) func venueAndTownAreOnePlace(_ body: String, _ place: String) throws {
        #expect(try event("Baobab Conf", body).event.place == place)
    }

    @Test(arguments: [
        ("Me voici mercredi, à Sète, à Baobab Conf.", "2023-10-11"),
        ("Samedi 7 octobre, au foyer des Pins, à Sète : huit tables.", "2023-10-07"),
        ("On déploie le mardi, jamais le vendredi.", nil),
        ("Baobab Conf avait lieu vendredi.\n\n## Vendredi\n\nDu bois.\n\n## Lundi\n\nDu lin.", "2023-10-13"),
        ("Baobab Conf avait lieu vendredi.\n\n## Jeudi\n\nDu bois.\n\n## Vendredi\n\nDu lin.", "2023-10-12"),
        ("J'ai pris mardi le train à Sète. Baobab Conf avait un goût de sel.", "2023-10-10"),
        ("J'ai pris mon mardi à Sète. Baobab Conf avait un goût de sel.", nil),
        (
            "Les pins sont hauts et les sureaux sont noirs, dans ce pays de bois.\n\n"
                + "J'ai pris mardi le train à Sète. Baobab Conf avait un goût de sel.", nil
        ),
        ("Mercredi dernier on a coupé le téléphone.", "2023-10-11"),
        (
            "Les pins sont hauts.\n\nAu pied de la colline, les voilà.\n\nOn a vu du monde.\n\n"
                + "Quatre jours (du mardi 3 au vendredi 6 octobre) de bois et de lin.", "2023-10-03"
        ),
        ("Baobab Conf m'a plu.\n\n## Ce que je change lundi\n\nTout.", nil),
    ]) func weekdaysOfTheOpeningCount(_ body: String, _ start: String?) throws {
        #expect(try event("Baobab Conf", body).event.startDate?.description == start)
    }

    @Test(
        arguments: [
            ("Sureaux Publiés est revenu à Sète les 5 et 6 octobre.", "2023-10-05"),
            ("Sureaux Publiés a un carnet publié à Sète les 5 et 6 octobre.", nil),
        ] as [(String, String?)])
    func aCapitalBelongsToTheName(_ body: String, _ start: String?) throws {
        #expect(try Self.event("Retour sur Sureaux Publiés 2023", body).startDate?.description == start)
    }

    @Test(arguments: [
        // Monday the 16th is the day of publication, and nobody meets on a Sunday.
        ("Un tour à Baobab Conf ces deux derniers jours.", nil),
        ("Quatre jours : Baobab Conf a eu lieu ces 3 derniers jours.", nil),
        ("Baobab Conf, c'était les deux derniers jours.", nil),
        ("Grand Séquoia, Sète, hier. Baobab Conf.", "2023-10-15"),
    ]) func lastDaysNeedAWeekend(_ body: String, _ start: String?) throws {
        #expect(try event("Baobab Conf", body).event.startDate?.description == start)
    }

    /// What the metadata says in short; the title names a talk.
    @Test(
        arguments: [
            (
                "Baobab Conf Sète du 3 au 5 mai 2023, retour sur un talk", "Baobab Conf", "Sète", "2023-05-03",
                "2023-05-05"
            ),
            (
                "Le talk de Zoé Martin à Baobab Conf, Lorient, le 3 mai 2023", "Baobab Conf", "Lorient", "2023-05-03",
                "2023-05-03"
            ),
            ("Java 21 est sorti le 19 septembre 2023", nil, nil, nil, nil),
            ("Inscriptions avant le 3 mai 2023", nil, nil, nil, nil),
        ] as [(String, String?, String?, String?, String?)])
    func summariesAreRead(
        _ summary: String, _ name: String?, _ place: String?, _ start: String?, _ end: String?
    ) throws {
        let found = try event("Les types fantômes", "Des types partout.", "description: \"\(summary)\"\n").event
        #expect(found.name == name)
        #expect(found.place == place)
        #expect(found.startDate?.description == start)
        #expect(found.endDate?.description == end)
    }

    @Test func aSummaryCompletesTheText() throws {
        let summary = "excerpt: Retour sur Baobab Conf 2023 qui s'est tenue à Sète les 3 et 4 mai\n"
        let found = try event("Retour à Baobab Conf", "J'ai tout aimé.", summary).event
        #expect(found.name == "Baobab Conf")
        #expect(found.edition == "2023")
        #expect(found.place == "Sète")
        #expect(found.startDate?.description == "2023-05-03")
        #expect(found.endDate?.description == "2023-05-04")
        #expect(found.dateSource == .frontMatter)
        let other = try event("J'étais à Baobab Conf à Lorient", "Hier a eu lieu Baobab Conf.", summary).event
        #expect(other.place == "Lorient")
        #expect(other.startDate?.description == "2023-10-15")
    }

    @Test(arguments: [
        ("Séquoia Tour Lorient", "Des arbres.", "tags: [bois, lorient]", "Lorient"),
        ("Baobab Conf", "Un détour à Lorient.", "tags: [lorient]", "Lorient"),
        // The town opens the name, stands alone among the tags, or is one of two.
        ("Paris Écorce 2023", "Des arbres.", "tags: [paris]", nil),
        ("Baobab Conf", "Chez Orange, on plante.", "tags: [orange]", nil),
        ("Baobab Conf", "Un détour à Lorient.", "tags: [lorient, nantes]", nil),
    ]) func aTownAmongTheTags(_ title: String, _ body: String, _ tags: String, _ place: String?) throws {
        #expect(try event(title, body, tags + "\n").event.place == place)
    }

    @Test(arguments: [
        ("Me voilà rentrée de Lorient, la tête pleine.", "Lorient"),
        ("Deux jours à Lorient, quel bonheur.", "Lorient"),
        ("Nous étions réunis sous le soleil de Lorient.", "Lorient"),
        ("Nous étions réunis sous le soleil de Trifouilly sur Mer.", "Trifouilly sur Mer"),
        ("J'étais à la Baobab Conf de Lorient.", "Lorient"),
        ("Baobab Conf, hébergée par l'IUT Blagnac, m'a plu.", "IUT Blagnac"),
        ("Baobab Conf se déroulait à CPE, une école du campus de La Doua.", "CPE"),
        ("Vous avez été 300 à venir le 3 mai, au mas de la Source, à Ganges.", "mas de la Source, à Ganges"),
        ("Baobab Conf a investi le gigantesque Palais des Pins !", "Palais des Pins"),
        ("Des quiches. Puis nous nous dirigeons vers l'ISEP.", "ISEP"),
        // Who lives there, rooms on the way, where somebody comes from.
        ("Je suis rentré à Lorient après Baobab Conf.", nil),
        ("Nous partons vers la salle Zola pour le talk suivant.", nil),
        ("Baobab Conf m'a plu. Zoé Martin vient de Lorient.", nil),
    ]) func wordsAroundAPlaceTellIt(_ body: String, _ place: String?) throws {
        #expect(try event("Baobab Conf", body).event.place == place)
    }

    /// The form of the text, and numbers and small words of the title.
    @Test(arguments: [
        ("3 octobre 2023 -- BaobabT13", "Une soirée de plus au pied des arbres : le BaobabT m'a plu.", "BaobabT", "13"),
        ("3 octobre 2023 -- Baobab13", "Des arbres.", "Baobab13", nil),
        (
            "Arbres sous les étoiles 2023, mon bilan",
            "Une belle nuit, longue et claire : la 9e édition d'Arbres sous les étoiles.",
            "Arbres sous les étoiles", "2023"
        ),
        ("Écorces en pratique - rencontre mensuelle Séquoia Web", "Le Séquoia Web m'a plu.", "Séquoia Web", nil),
        ("Séquoia JUG de mai : Tar, Zip (3)", "Zoé nous présente [Tar](http://tar.example).", "Séquoia JUG", nil),
    ]) func formsOfNames(_ title: String, _ body: String, _ name: String?, _ edition: String?) throws {
        let found = try event(title, body).event
        #expect(found.name == name)
        #expect(found.edition == edition)
    }

    @Test func frontMatterCountsFirst() throws {
        let found = try event("Des types partout", "Un talk.", "conference: Baobab Conf 2022\n").event
        #expect(found.name == "Baobab Conf")
        #expect(found.edition == "2022")
        #expect(found.rule == "front_matter")
        #expect(found.metadataEvidence.map(\.text) == ["Baobab Conf 2022"])
    }

    @Test func everyMentionIsKept() throws {
        let body = "DuneFest Nantes 2023 est fini. J'aime DuneFest. Le DuneFest Nantes reviendra."
        let found = try event("Retour sur DuneFest Nantes 2023", body).event
        #expect(found.name == "DuneFest Nantes")
        #expect(found.mentions.map(\.count) == [15, 8, 15])
    }

    @Test func daysThatConflictAreTold() throws {
        let warnings = try event(
            "12 mai 2023 : Baobab Conf", "Baobab Conf a eu lieu le 14 mai 2023 à Lyon. J'ai assisté à tout."
        ).warnings
        #expect(warnings.map(\.code).filter { $0 != .noTalkFound } == [.dateConflict])
        let weekday = try event("Baobab Conf", "Baobab Conf a eu lieu lundi 14 juin 2023.")
        #expect(weekday.warnings.map(\.code).filter { $0 != .noTalkFound } == [.dateConflict])
    }
}
