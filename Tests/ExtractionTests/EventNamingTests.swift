import Causerie
import Extraction
import Testing
import TextModel

/// How an event's name is set apart, opened by a noun and numbered, and the places beside it; each beside a near miss.
struct EventNamingTests {
    // MARK: Names

    @Test(
        arguments: [
            // A country, where the text begins with it.
            ("Retour sur SèveConf 2019", "J'étais à SèveConf France. SèveConf, c'est grand.", "SèveConf France"),
            ("Retour sur SèveConf 2019", "J'étais à SèveConf. À quand SèveConf France ?", "SèveConf"),
            ("Retour sur SèveConf 2019", "J'étais à SèveConf, oui, SèveConf France 2019 !", "SèveConf France"),
            ("Retour sur SèveConf 2019", "J'étais à SèveConf en Belgique, pas SèveConf France 2019.", "SèveConf"),
            ("Retour sur SèveConf 2019", "J'étais à SèveConf Lierre. SèveConf, c'est grand.", "SèveConf"),
            // What completes the name in title and text.
            ("Causettes du lin #11 : la trame", "Hier c'était la onzième des Causettes du lin.", "Causettes du lin"),
            ("Causettes du lin #11 : la trame", "Hier c'était la onzième des Causettes de Sète.", "Causettes"),
            ("Causettes de Sète #11 : la trame", "Hier c'était la onzième des Causettes de Sète.", "Causettes"),
            ("Causettes de mai : Trame et fil", "Hier c'était la onzième des Causettes de mai : Trame.", "Causettes"),
            ("Deux jours de bois", "C'est la 2e édition des Rencontres Pins et Chênes.", "Rencontres Pins et Chênes"),
            ("Deux jours de bois", "C'est la 2e édition de BarCamp Sève et Zoé Martin y était.", "BarCamp Sève"),
            // The town of the title, which the text leaves out.
            (
                "Trame-et-lin Sète : la soirée", "Mardi avait lieu la dixième soirée du groupe Trame-et-lin à Sète.",
                "Trame-et-lin"
            ),
        ])
    func theNameGoesAsFarAsTheTextHasIt(_ title: String, _ body: String, _ name: String?) throws {
        #expect(try EventTests.event(title, body).name == name)
    }

    @Test(
        arguments: [
            // A capital that no sentence asks for.
            ("On a suivi les Rencontres du bois flotté, en ligne.", "Rencontres du bois flotté"),
            ("On a suivi les rencontres du bois flotté, en ligne.", nil),
            ("Septième Mardi des données cette semaine.", "Mardi des données"),
            ("On se voit chaque mardi des données en main.", nil),
            ("Le meetup, c'est les Nuits du Sureau, une fois par mois.", "Nuits du Sureau"),
            ("Nuits du sureau et de l'orme en fleur.", nil),
            ("On a tenu la session de mars des Midis de la sève, ces causeries.", "Midis de la sève"),
            // Without accents.
            ("J'ai suivi les Journees du bois flotte, en ligne.", "Journees du bois flotte"),
            // The text of a link, and the town of what is a kind and a tool alone.
            ("J'ai suivi la [Journée bois durable](https://example.org/jbd).", "Journée bois durable"),
            ("J'ai suivi la Journée bois durable.", nil),
            ("C'était l'Apéro PHP de Rennes, au chaud.", "Apéro PHP de Rennes"),
            ("C'était l'Apéro Sureau de Rennes, au chaud.", "Apéro Sureau"),
            // A tool is what is spoken of.
            ("J'étais à la Serpentine, le meetup Python de Sète. La Serpentine, c'est bien.", "Serpentine"),
            ("C'était la deuxième édition de Sèves sans racines. Merci à Sèves sans racines !", "Sèves sans racines"),
            ("C'était la deuxième édition de Sèves sans racines. Merci à Sèves !", "Sèves"),
        ] as [(String, String?)])
    func aNounWithACapitalTellsTheName(_ body: String, _ name: String?) throws {
        #expect(try EventTests.event("Carnet de bord", body).name == name)
    }

    @Test(
        arguments: [
            ("Un jour à SÈVE-OUEST", "J'étais à sève-ouest. Vive sève-ouest !", "sève-ouest"),
            ("Un jour à Sève-Ouest", "J'étais à sève-ouest.", "Sève-Ouest"),
            ("SèveConf Des Pins 2019", "J'étais à SèveConf des Pins, vive SèveConf des Pins !", "SèveConf des Pins"),
            ("SèveConf Des Pins 2019", "J'étais à sèveconf des pins, vive sèveconf des pins !", "SèveConf Des Pins"),
        ])
    func theUsualSpellingIsTaken(_ title: String, _ body: String, _ name: String) throws {
        #expect(try EventTests.event(title, body).name == name)
    }

    @Test(
        arguments: [
            ("On m'a parlé des soirées Oxalis. C'est un groupe né en 2019 autour du bois.", "Oxalis"),
            ("On m'a parlé des soirées Oxalis. C'est un arbre né en 2019.", nil),
            ("On m'a parlé d'Oxalis, une association qui réunit des bûcherons.", "Oxalis"),
            ("On m'a parlé d'Oxalis, une association de bûcherons.", nil),
            ("Jeudi avait lieu la dixième soirée du groupe Oxalis.", "Oxalis"),
            ("Jeudi avait lieu une soirée du groupe Oxalis.", nil),
        ] as [(String, String?)])
    func communitiesHoldMeetingsUnderTheirName(_ body: String, _ name: String?) throws {
        #expect(try EventTests.event("Carnet de bord", body).name == name)
    }

    @Test(
        arguments: [
            ("Hier c'était le troisième rendez-vous de _Sève du Sud_, à Sète.", "Sève du Sud"),
            ("Hier c'était le troisième talk de _Sève du Sud_, à Sète.", nil),
            ("Je regarde les vidéos de **Sève d'Orient** (Sète, février 2023).", "Sève d'Orient"),
            ("Je regarde les vidéos de **Sève d'Orient** (Sète).", nil),
            ("Nous étions à Sète pour *Bois à Rebours*, conférence d'un jour.", "Bois à Rebours"),
            ("Nous étions trois de l'équipe Racines à Sève Code, à Sète.", "Sève Code"),
            ("Nous étions trois de l'équipe Racines chez Sève Code.", nil),
            ("On y a vu le meetup **Sève sous la pluie**, puis du café.", "Sève sous la pluie"),
            ("On y a lu le livre **Sève sous la pluie**, puis du café.", nil),
            ("J'étais à *Sève sous la pluie*, deux jours au vert.", "Sève sous la pluie"),
            ("J'ai lu *Sève sous la pluie*, de Zoé Martin.", nil),
            ("Voici la conf *Sève et pluie*, un exposé de Zoé Martin.", nil),
        ] as [(String, String?)])
    func emphasisSetsTheNameApart(_ body: String, _ name: String?) throws {
        #expect(try EventTests.event("Carnet de bord", body).name == name)
    }

    @Test(
        arguments: [
            ("Une journée d'étude intitulée « Nos arbres et le vent » se tenait jeudi.", "Nos arbres et le vent"),
            ("Une conférence intitulée « Nos arbres et le vent » se tenait jeudi.", nil),
            ("C'était le jour de « Bois Nu », la conférence des bûcherons.", "Bois Nu"),
            ("C'était le jour de « Bois Nu », la conférence de Zoé Martin.", nil),
            ("J'ai pris congé pour la journée « À quoi bon les arbres ? », à Sète.", "À quoi bon les arbres ?"),
            ("C'était samedi à Sète et ça s'appelait BarCamp Oxalis.", "BarCamp Oxalis"),
            ("Le rassemblement s'appelait Oxalis.", "Oxalis"),
            ("Mon chien s'appelait Oxalis.", nil),
            ("J'étais samedi à un rassemblement baptisé Oxalis.", "Oxalis"),
        ] as [(String, String?)])
    func wordsOfNamingTellTheName(_ body: String, _ name: String?) throws {
        #expect(try EventTests.event("Carnet de bord", body).name == name)
    }

    @Test(
        arguments: [
            (
                "Notes sur les Journées du bois flotté 2023", "Elles se sont tenues hier.", "Journées du bois flotté",
                "2023"
            ),
            ("Carnet de bord", "J'étais mardi aux Mardis Lierre de Sète, au port.", "Mardis Lierre de Sète", nil),
            (
                "Mardis Lierre d'avril : les pins", "J'étais mardi aux Mardis Lierre de Sète.", "Mardis Lierre de Sète",
                nil
            ),
            ("Carnet de bord", "Voici le compte rendu du Samedi Vert de ce week-end.", "Samedi Vert", nil),
            ("Carnet de bord", "Samedi Zoé a rendu compte de la plantation.", nil, nil),
            (
                "Carnet de bord", "On était cent pour le sixième et dernier des Jeudis de l'École buissonnière.",
                "Jeudis de l'École buissonnière", "sixième"
            ),
            (
                "Mon premier Camp botanique", "J'étais au Camp botanique du Haut-Pays.", "Camp botanique du Haut-Pays",
                nil
            ),
            ("Mon premier Camp botanique", "J'étais au Camp botanique, du café plein la tasse.", "Camp botanique", nil),
            (
                "Un week-end de câbles", "Je m'occupais du réseau des Rencontres du Bois du Larzac, samedi à Sète.",
                "Rencontres du Bois du Larzac", nil
            ),
            ("Carnet de bord", "La Semaine du bois flotté avait lieu mardi à Sète.", "Semaine du bois flotté", nil),
            (
                "Carnet de bord", "Je suis à la Journée mondiale de la forêt, à Sète.", "Journée mondiale de la forêt",
                nil
            ),
            ("Carnet de bord", "Je suis à la journée mondiale de la forêt, à Sète.", nil, nil),
            ("Bilan de la Journée du Bois (JB 2023)", "La JB avait lieu jeudi.", "Journée du Bois", "2023"),
            ("Élagage : les notes", "La SèveConf avait lieu jeudi.", "SèveConf", nil),
            ("Élagage : les notes", "J'étais jeudi à Élagage, à Sète.", "Élagage", nil),
            ("Carnet de bord", "Zoé Martin est venue au meetup Sève & Co hier.", "Sève & Co", nil),
            ("Mon premier BarCamp", "C'était samedi et ça s'appelait BarCamp Oxalis.", "BarCamp Oxalis", nil),
            (
                "Notes de l'ABS 2023", "L'Atelier Bois et Sable (ABS) avait lieu jeudi.", "Atelier Bois et Sable",
                "2023"
            ),
            ("Notes de l'ABS 2023", "L'école de bois (ABS) ouvrait jeudi.", "ABS", "2023"),
            ("Bureau Sud à Bois à Rebours 2023", "On était à Sète pour Bois à Rebours.", "Bois à Rebours", "2023"),
        ] as [(String, String, String?, String?)])
    func nounsOpenNames(_ title: String, _ body: String, _ name: String?, _ edition: String?) throws {
        let found = try EventTests.event(title, body)
        #expect(found.name == name)
        #expect(found.edition == edition)
    }

    @Test(
        arguments: [
            "Notre invitée était le Pr Zoé Martin-Dubois, qui enseigne à Sète.",
            "Nous avons reçu jeudi Me Zoé Martin-Dubois, avocate.",
            "L'association des jardiniers du Larzac organisait une conférence de Zoé Martin.",
            "Hier est arrivé un nouveau venu, l'OXAL, qui est un bois.",
            "Le code vient de la Library of Congress. La Library of Congress le garde.",
        ])
    func peopleAndBodiesAreNoEvents(_ body: String) throws {
        #expect(try EventTests.event("Carnet de bord", body).name == nil)
    }

    // MARK: Editions

    @Test(
        arguments: [
            ("BaobabConf n° 4 : pins et ormes", "Hier c'était à Sète.", "n° 4"),
            ("Mardi du pin n°11 : pins et ormes", "Hier c'était le onzième Mardi du pin.", "n°11"),
            ("Apéro Baobab, vol. 3", "Hier c'était à Sète.", "vol. 3"),
            ("BaobabCamp Sète 3, mon compte-rendu", "Hier c'était le troisième BaobabCamp Sète.", "3"),
            ("BaobabConf 3 jours plus tard", "Hier c'était à Sète.", nil),
            ("Notre BaobabConf, cru 2023", "Hier c'était à Sète.", "2023"),
            (
                "Retour des Rencontres Pin et Orme", "Hier se tenaient les quatrièmes Rencontres Pin et Orme.",
                "quatrièmes"
            ),
            ("BaobabConf : soirée pins", "Hier se tenait la troisième réunion du BaobabConf.", "troisième"),
            ("BaobabConf : soirée pins", "Hier c'était le troisième rendez-vous de BaobabConf.", "troisième"),
            ("BaobabConf : soirée pins", "Hier j'ai pris le numéro 4 du journal.", nil),
        ] as [(String, String, String?)])
    func editionsAreNumbered(_ title: String, _ body: String, _ edition: String?) throws {
        #expect(try EventTests.event(title, body).edition == edition)
    }

    // MARK: Places

    @Test(
        arguments: [
            ("J'étais à Baobab Conf, qui se tient dans un ancien pensionnat, à Sète.", "ancien pensionnat, à Sète"),
            ("J'étais à Baobab Conf, qui parle d'un ancien pensionnat.", nil),
            ("Baobab Conf se tenait dans un amphi prêté par la faculté des bois de Sète.", "faculté des bois de Sète"),
            ("J'ai filé au Ponton 22, à Sète, pour Baobab Conf.", "Ponton 22, à Sète"),
            ("Notes prises à Baobab Conf, 2e édition, Sète, 4 et 5 octobre.", "Sète"),
            ("Colloque « Baobab Conf », Sète, 4 et 5 octobre.", "Sète"),
            ("J'ai pris le train pour Sète et Baobab Conf.", "Sète"),
            ("Nos locaux du Vieux Port accueillaient Baobab Conf.", "Nos locaux du Vieux Port"),
            (
                "Baobab Conf était pour la première fois dans nos nouveaux locaux de la rue du Port à Sète.",
                "nos nouveaux locaux de la rue du Port à Sète"
            ),
            ("Hier soir c'était Baobab Conf, dans l'arrière salle du bar des Pins à Sète.", "bar des Pins à Sète"),
            ("Hier c'était le troisième rendez-vous de Baobab Conf, le meetup front de Sète.", "Sète"),
        ] as [(String, String?)])
    func placesStandBeside(_ body: String, _ place: String?) throws {
        #expect(try EventTests.event("Retour sur Baobab Conf", body).place == place)
    }
}
