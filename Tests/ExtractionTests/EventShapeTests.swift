import Causerie
import Extraction
import Testing
import TextModel

/// The shapes in which bloggers write an event's name, place and days, each beside a near miss.
struct EventShapeTests {
    // MARK: Names

    @Test(
        arguments: [
            ("Branches sous la Pluie 2023 : mon bilan", "J'étais à Branches sous la Pluie.", "Branches sous la Pluie"),
            ("Sève et logiciels : le bilan", "C'était la 4e édition de Sève et logiciels.", "Sève et logiciels"),
            ("Retour sur Écorces au Vent 2022", "Se tenait Écorces au Vent à Sète.", "Écorces au Vent"),
            ("Bois 2 Bois 2019", "J'étais à Bois 2 Bois.", "Bois 2 Bois"),
            (
                "J'ai testé pour vous : Sève dans la Prairie", "Hier avait lieu Sève dans la Prairie.",
                "Sève dans la Prairie"
            ),
            ("No Tronc, No Feuille : retour", "No Tronc, No Feuille s'est tenu le 7 juin.", "No Tronc, No Feuille"),
            ("La Ronde des Sureaux 2023", "En route pour La Ronde des Sureaux.", "La Ronde des Sureaux"),
            ("Retour sur la Ruche des Sureaux", "J'étais à la Ruche des Sureaux.", "Ruche des Sureaux"),
            ("La 6e Journée Bois et Sable", "La 6e Journée Bois et Sable s'est tenue hier.", "Journée Bois et Sable"),
            (
                "Des pins et des huîtres, édition 2019", "Des pins et des huîtres a lieu à Sète.",
                "Des pins et des huîtres"
            ),
            ("Sèves douces, deux jours au soleil", "J'ai aimé le festival Sèves douces.", "Sèves douces"),
            ("Sèves douces, deux jours au soleil", "J'ai aimé les Sèves douces.", nil),
            (
                "Journée technique Oxalis 2022 : les racines", "La journée du groupe se tenait hier.",
                "Journée technique Oxalis"
            ),
            (
                "Journée technique : les racines", "C'était hier, la « Journée technique » de ma boîte.",
                "Journée technique"
            ),
            ("Journée technique : les racines", "C'était hier, une journée technique de ma boîte.", nil),
            ("Jeudi du Pin de Sète : le bilan", "J'y étais pour la première fois.", "Jeudi du Pin"),
            ("Mardi de la menuiserie #11", "J'étais à la rencontre du mois.", "Mardi de la menuiserie"),
            ("Jeudi de la semaine du bois", "J'étais à la rencontre du mois.", nil),
            ("Rencontre mensuelle du 5 octobre 2023", "Tour de table, puis deux exposés.", "Rencontre mensuelle"),
            ("Rencontre avec Zoé Martin", "Tour de table, puis deux exposés.", nil),
            ("SÈVE AU VERT 2023 - notes", "Deux salles, du café.", "SÈVE AU VERT"),
            ("Bilan des Journées Bois de Sète 2023", "J'étais aux Journées Bois.", "Journées Bois de Sète"),
            ("Bilan des Journées Bois de Sète", "J'étais aux Journées Bois.", "Journées Bois"),
            ("Un novice aux Ateliers Bois", "Mon patron m'a envoyé aux Ateliers Bois.", "Ateliers Bois"),
            ("Un novice devant Ateliers Bois", "Mon patron m'a vendu Ateliers Bois.", nil),
            (
                "Atelier Bois et Sable, notes", "La 4e édition de l'atelier Bois et Sable se tenait hier.",
                "Atelier Bois et Sable"
            ),
            ("Atelier Bois et Sable, notes", "La 4e édition de Bois et Sable se tenait hier.", "Bois et Sable"),
            ("SèveCamp des Deux Pins, vu de près", "Une belle journée.", "SèveCamp des Deux Pins"),
            ("SèveCamp de deux jours", "Une belle journée.", "SèveCamp"),
            ("Un jour au SèveCamp", "Hier avait lieu le SèveCamp des Pins. Le SèveCamp m'a plu.", "SèveCamp des Pins"),
            ("Un jour au SèveCamp", "Hier avait lieu le SèveCamp de l'Orme. Le SèveCamp m'a plu.", "SèveCamp"),
            ("Un jour au SèveCamp", "Le SèveCamp m'a plu, même sans la SèveCamp des Pins.", "SèveCamp"),
            ("Soirée Aubier à Sète, deux sujets", "Hier c'était la 23e édition de l'Aubier Club.", "Aubier Club"),
            ("Soirée Aubier à Sète, deux sujets", "Hier c'était chez l'Aubier Club.", "Soirée Aubier"),
            ("Meetup #3 : pins et ormes", "Le troisième meetup Sète Arbres a eu lieu mardi.", "Sète Arbres"),
            // The town behind the name, the date and who spoke are no part of it.
            ("Sève et Sel à Sète", "J'étais à Sève et Sel à Sète.", "Sève et Sel"),
            ("Sève et Sel le 3 mai", "J'étais à Sève et Sel le 3 mai.", "Sève et Sel"),
            // A topic or a talk that the title repeats is no event.
            ("Arbres et oiseaux", "Une conférence de Zoé Martin sur Arbres et oiseaux.", nil),
            ("Sève (Baobab connect)", "On peut utiliser Baobab connect pour récupérer la sève.", nil),
        ] as [(String, String, String?)])
    func smallWordsStandWithinNames(_ title: String, _ body: String, _ name: String?) throws {
        #expect(try EventTests.event(title, body).name == name)
    }

    @Test(
        arguments: [
            ("J'étais à [Toiles du Sureau](https://toilesdusureau.example), à Sète.", "Toiles du Sureau"),
            ("J'ai assisté au colloque « Habiter la forêt », à Sète.", "Habiter la forêt"),
            ("J'ai assisté au colloque de Zoé Martin, à Sète.", nil),
            ("Je suis allée à Jardiniers du Sureau, à Sète.", "Jardiniers du Sureau"),
            ("J'ai passé le week-end à Sureau, à Sète.", "Sureau"),
            ("J'ai lu Sureau, à Sète.", nil),
            ("Samedi, c'était Sureau, la conf des arbres.", "Sureau"),
            ("Sureau, c'était samedi à Sète.", "Sureau"),
            ("Jeudi soir, Sureau au théâtre.", "Sureau"),
            ("Jeudi soir, Sureau annonçait un produit.", nil),
            ("Mardi soir c'était la septième rencontre Sureau, au port.", "Sureau"),
            ("Mardi soir c'était le 5 à 7 de Sureau, à Sète.", "Sureau"),
            ("Mardi soir c'était le talk de Sureau, à Sète.", nil),
            ("La 4e édition de l'atelier Sureau m'a plu.", "Sureau"),
            ("Le premier atelier Sureau m'a plu.", nil),
            ("Sureau42 a ouvert la matinée.", nil),
            ("J'étais mardi à l'Agile des Sureaux. Merci l'Agile des Sureaux !", "Agile des Sureaux"),
            ("Mon premier Sève & Sureau !", "Sève & Sureau"),
            ("Élagueurs sans Frontières, troisième édition, s'est achevé.", "Élagueurs sans Frontières"),
        ] as [(String, String?)])
    func theTextAloneTellsTheName(_ body: String, _ name: String?) throws {
        #expect(try EventTests.event("Carnet de bord", body).name == name)
    }

    @Test(
        arguments: [
            ("Baobab Conf, édition 2022", "2022"), ("Baobab Conf (2022)", "2022"), ("« Baobab Conf » 2022", "2022"),
            ("Baobab Conf : 2022 arbres plantés", nil),
        ] as [(String, String?)])
    func theYearStandsBehindTheName(_ title: String, _ edition: String?) throws {
        #expect(try EventTests.event(title, "Baobab Conf avait lieu à Sète.").edition == edition)
    }

    // MARK: Places

    @Test(
        arguments: [
            ("Me voilà mercredi au CNIT de la Défense.", "CNIT de la Défense"),
            (
                "Baobab Conf, c'est un jour de conférences dans une ancienne minoterie de Sète.",
                "ancienne minoterie de Sète"
            ),
            ("Nous avons rendu les clés de la salle des Ormes, à Sète.", "salle des Ormes, à Sète"),
            ("J'étais à Beausoleil, à Sète, pour Baobab Conf.", "Beausoleil, à Sète"),
            ("Baobab Conf se tenait à Sète, au Phare.", "Sète, au Phare"),
            ("Baobab Conf se tenait à Sète, dans l'ancienne criée.", "Sète, dans l'ancienne criée"),
            ("Baobab Conf se tenait à Sète, dans une salle trop petite.", "Sète"),
            ("Baobab Conf, la conf mobile de Sète, avait lieu hier.", "Sète"),
            ("Baobab Conf, le meetup Python de Sète, avait lieu hier.", "Sète"),
            ("Baobab Conf, avec le talk Python de Sète, avait lieu hier.", nil),
            ("Trois jours au Phare de Sète pour Baobab Conf.", "Phare de Sète"),
            ("Baobab Conf avait lieu au Parc des Pins (Sète).", "Parc des Pins (Sète)"),
            (
                "Baobab Conf avait lieu au Palais de la mer et des congrès de Sète.",
                "Palais de la mer et des congrès de Sète"
            ),
            ("Sète accueillait Baobab Conf.", "Sète"),
            ("De retour de Baobab Conf (Sète, 3-5 mai), je raconte.", "Sète"),
            ("C'était au Cinéma des Pins.", "Cinéma des Pins"),
            ("Direction le Stade des Pins pour Baobab Conf.", "Stade des Pins"),
            ("Baobab Conf, le rendez-vous des jardiniers, avait lieu à Sète.", "Sète"),
            ("Rendez-vous à Sète pour le prochain Baobab Conf.", nil),
            ("C'était mardi, dans un hôtel de Sète, avec Baobab Conf.", "Sète"),
            ("C'était mardi, dans une ancienne minoterie de Sète.", "ancienne minoterie de Sète"),
            ("Le Phare Blanc, Sète, hier. J'y étais.", "Le Phare Blanc, Sète"),
            ("Sète, le Phare Blanc, vendredi 13 octobre.", "Sète, le Phare Blanc"),
            ("Le Phare Blanc, Sète, encore.", nil),
            ("Samedi 7 octobre, un amphi de la fac de Sète, du monde.", "amphi de la fac de Sète"),
            (
                "On était trente dans la salle du premier étage de la Maison des arts, au chaud.", "Maison des arts"
            ),
            ("Deux jours, jeudi 5 et vendredi 6 octobre, à la Maison du Bois de Sète.", "Maison du Bois de Sète"),
            ("J'étais à Baobab Conf, le festival du logiciel libre de Sète.", "Sète"),
            ("J'étais à Baobab Conf, avec un logiciel libre de Sète.", nil),
            ("Cent curieux ont fait le déplacement jusqu'à nos bureaux du Vieux Port.", "nos bureaux du Vieux Port"),
            ("Cent curieux ont fait le déplacement jusqu'à nos bureaux.", nil),
            ("Hier on était cent, réunis dans les locaux de l'agence de Sète.", "agence de Sète"),
            ("Baobab Conf avait lieu dans les locaux d'Oxalis.", "locaux d'Oxalis"),
            ("Baobab Conf avait lieu dans les locaux de l'ORME.", "ORME"),
            ("Hier avait lieu aux Arènes de Sète Baobab Conf.", "Arènes de Sète"),
            ("C'était Baobab Conf, les 5 et 6 octobre, à Sète Grand Phare.", "Sète Grand Phare"),
            (
                "Les curieux se sont donné rendez-vous à la Manufacture des Pins de Sète.",
                "Manufacture des Pins de Sète"
            ),
            ("Baobab Conf avait lieu à Dunkerque.", "Dunkerque"),
        ] as [(String, String?)])
    func placesAreWritten(_ body: String, _ place: String?) throws {
        #expect(try EventTests.event("Retour sur Baobab Conf", body).place == place)
    }

    // MARK: Days

    @Test(
        arguments: [
            ("C'était samedi.", "2023-10-14", "2023-10-14"),
            ("Mardi soir c'était la rentrée.", "2023-10-10", "2023-10-10"),
            ("Jeudi 5 au matin il pleuvait à Sète.", "2023-10-05", "2023-10-05"),
            ("Jeudi 6 au matin il pleuvait à Sète.", nil, nil),
            ("Jeudi 5 conférences et du café.", "2023-10-12", "2023-10-12"),
            ("Cette année c'était le 3 mai.", "2023-05-03", "2023-05-03"),
            ("J'ai passé le week-end à Baobab Conf.", "2023-10-14", "2023-10-15"),
            ("J'ai aimé Baobab Conf (oui, le samedi et le dimanche), à Sète.", "2023-10-14", "2023-10-15"),
            ("Baobab Conf avait lieu du jeudi au samedi 30 septembre.", "2023-09-28", "2023-09-30"),
            (
                "Du beau monde.\n\n## Mercredi 4 octobre\n\nLes pins.\n\n## Jeudi 5 octobre\n\nLes ormes.",
                "2023-10-04", "2023-10-05"
            ),
            ("J'aime le week-end.", nil, nil),
        ] as [(String, String?, String?)])
    func daysAreTold(_ body: String, _ start: String?, _ end: String?) throws {
        let found = try EventTests.event("Retour sur Baobab Conf", body)
        #expect(found.startDate?.description == start)
        #expect(found.endDate?.description == end)
    }
}
