import Causerie
import Extraction
import Testing
import TextModel

/// The wordings in which bloggers tell of an event whose name no word of events gives away; each beside a near miss.
struct EventWordingTests {
    // MARK: Names

    @Test(
        arguments: [
            ("SèveOuest : on y était !", "Du monde, du soleil.", "SèveOuest"),
            ("Sureaux Vosges, on y était", "Du monde, du soleil.", "Sureaux Vosges"),
            ("SèveOuest, c'était bien !", "Du monde, du soleil.", "SèveOuest"),
            ("SèveOuest, c'est bien", "Du monde, du soleil.", nil),
            ("Kotlin, c'était bien", "Du monde, du soleil.", nil),
            ("SèveOuest en trois talks", "Du monde, du soleil.", "SèveOuest"),
            ("SèveOuest en trois mots", "Du monde, du soleil.", nil),
            ("SèveOuest vu de l'intérieur", "Du monde, du soleil.", "SèveOuest"),
            ("SèveOuest - Deuxième journée", "Du monde, du soleil.", "SèveOuest"),
            ("SèveOuest : ce qu'il fallait retenir", "Du monde, du soleil.", "SèveOuest"),
            ("RGPD : ce qu'il fallait retenir", "Du monde, du soleil.", nil),
            ("Le meilleur de SèveOuest", "Du monde, du soleil.", "SèveOuest"),
            ("Le meilleur de Kotlin", "Du monde, du soleil.", nil),
            ("Mes coups de cœur de Sureaux Vosges", "Du monde, du soleil.", "Sureaux Vosges"),
            ("Les talks marquants de SèveOuest", "Du monde, du soleil.", "SèveOuest"),
            ("Les talks de Zoé Martin", "Du monde, du soleil.", nil),
            ("Récap' de SèveOuest", "Du monde, du soleil.", "SèveOuest"),
            ("[CR] SèveOuest", "Du monde, du soleil.", "SèveOuest"),
            ("[CR] SèveOuest, 5 octobre 2023", "Du monde, du soleil.", "SèveOuest"),
            ("[CR] TLS/2, et après ?", "Du monde, du soleil.", nil),
            ("Compte-rendu : Sureaux Vosges", "Du monde, du soleil.", "Sureaux Vosges"),
        ] as [(String, String, String?)])
    func titlesTellTheName(_ title: String, _ body: String, _ name: String?) throws {
        #expect(try EventTests.event(title, body).name == name)
    }

    @Test(
        arguments: [
            ("Carnet de bord", "Je reviens tout juste de SèveOuest.", "SèveOuest"),
            ("Carnet de bord", "Je parle tout juste de SèveOuest.", nil),
            ("Carnet de bord", "Cap sur SèveOuest avec deux amis.", "SèveOuest"),
            ("Carnet de bord", "Un article sur SèveOuest avec deux amis.", nil),
            ("Carnet de bord", "J'ai gagné une place pour SèveOuest.", "SèveOuest"),
            ("Carnet de bord", "J'ai écrit un module pour SèveOuest.", nil),
            ("Carnet de bord", "SèveOuest vient de s'achever.", "SèveOuest"),
            ("Carnet de bord", "SèveOuest est de retour.", "SèveOuest"),
            ("Carnet de bord", "SèveOuest est en retard.", nil),
            ("Carnet de bord", "On a passé deux jours au SèveOuest.", "SèveOuest"),
            ("Carnet de bord", "Nous sommes partis à six au SèveOuest.", "SèveOuest"),
            ("Carnet de bord", "Nous sommes passés à SèveOuest en production.", nil),
            ("Carnet de bord", "J'ai donné mon premier talk à SèveOuest, à Sète.", "SèveOuest"),
            ("Carnet de bord", "Je suis montée sur scène à SèveOuest.", "SèveOuest"),
            ("Du neuf dans SèveOuest", "On a ri au SèveOuest, entre voisins.", "SèveOuest"),
            ("Du neuf dans SèveOuest", "On a lu le code de SèveOuest, entre voisins.", nil),
        ] as [(String, String, String?)])
    func visitsTellTheName(_ title: String, _ body: String, _ name: String?) throws {
        #expect(try EventTests.event(title, body).name == name)
    }

    // MARK: Editions

    @Test(
        arguments: [
            ("Après une édition 2022 en ligne, SèveOuest s'est tenu à Sète le 5 octobre.", nil, "2023-10-05"),
            ("J'avais raté l'édition 2022. SèveOuest s'est tenu à Sète le 5 octobre.", nil, "2023-10-05"),
            (
                "L'an dernier, l'édition 2022 s'était tenue au port. SèveOuest a eu lieu le 5 octobre.", nil,
                "2023-10-05"
            ),
            ("SèveOuest s'est tenu à Sète le 5 octobre. J'attends déjà l'édition 2024.", nil, "2023-10-05"),
            ("Après des mois d'attente, l'édition 2023 de SèveOuest s'est tenue le 5 octobre.", "2023", "2023-10-05"),
            ("L'édition 2022 de SèveOuest s'est tenue le 5 octobre.", "2022", "2022-10-05"),
            ("Hier c'était le deuxième meetup SèveOuest de l'année.", nil, "2023-10-15"),
            ("Hier c'était le deuxième meetup SèveOuest de Sète.", "deuxième", "2023-10-15"),
        ] as [(String, String?, String?)])
    func otherEditionsAreNotTold(_ body: String, _ edition: String?, _ start: String?) throws {
        let found = try EventTests.event("Retour sur SèveOuest", body)
        #expect(found.edition == edition)
        #expect(found.startDate?.description == start)
    }

    // MARK: Places and days

    @Test(
        arguments: [
            ("- **Date :** 5 octobre 2023\n- **Lieu :** Le Phare, Sète", "Le Phare, Sète", "2023-10-05"),
            ("**Lieu** : Le Phare\n**Date** : jeudi 5 octobre 2023", "Le Phare", "2023-10-05"),
            (
                "Quand : jeudi 5 octobre 2023\nOù : Maison du Bois, Sète\nCombien : 80 curieux", "Maison du Bois, Sète",
                "2023-10-05"
            ),
            ("📅 5 octobre 2023\n📍 Sète", "Sète", "2023-10-05"),
            ("- **Quand ?** Le 5 octobre 2023\n- **Où ?** À Sète", "Sète", "2023-10-05"),
            ("Je ne sais plus où : peut-être au Phare.", nil, nil),
        ] as [(String, String?, String?)])
    func linesGivePlaceAndDay(_ body: String, _ place: String?, _ start: String?) throws {
        let found = try EventTests.event("Retour sur SèveOuest", body)
        #expect(found.place == place)
        #expect(found.startDate?.description == start)
    }

    @Test(
        arguments: [
            ("Hier soir, direction les locaux d'Oxalis pour SèveOuest.", "locaux d'Oxalis"),
            ("Hier soir, direction les pistes d'Oxalis pour SèveOuest.", nil),
            ("Jeudi, rendez-vous était donné dans les locaux d'Oxalis pour SèveOuest.", "locaux d'Oxalis"),
            ("Hier soir, rendez-vous dans les locaux d'Oxalis pour SèveOuest.", "locaux d'Oxalis"),
            ("Prochain rendez-vous dans les locaux d'Oxalis pour SèveOuest.", nil),
            ("Jeudi, SèveOuest avait lieu au siège d'Oxalis.", "siège d'Oxalis"),
            ("Jeudi, les locaux d'Oxalis accueillaient SèveOuest.", "locaux d'Oxalis"),
            ("Jeudi, les locaux d'Oxalis étaient fermés pour SèveOuest.", nil),
            ("SèveOuest avait lieu jeudi à la Halle aux grains de Sète.", "Halle aux grains de Sète"),
            ("SèveOuest a eu lieu jeudi à La Roncière.", "La Roncière"),
        ] as [(String, String?)])
    func premisesAreThePlace(_ body: String, _ place: String?) throws {
        #expect(try EventTests.event("Retour sur SèveOuest", body).place == place)
    }

    @Test(
        arguments: [
            ("Arrivé mercredi soir, j'étais jeudi à SèveOuest, à Sète.", "2023-10-12"),
            ("Après la fête du 2 février, j'étais à SèveOuest le 5 octobre.", "2023-10-05"),
            (
                "Il y a un an, le 6 juin 2022, je découvrais SèveOuest. J'y étais encore jeudi 5 octobre.", "2023-10-05"
            ),
            ("Du monde, du café.\n\n## Le pin aujourd'hui\n\nLes pins poussent.", nil),
            ("J'étais aujourd'hui à SèveOuest.", "2023-10-16"),
        ] as [(String, String?)])
    func daysOfSomethingElse(_ body: String, _ start: String?) throws {
        #expect(try EventTests.event("Retour sur SèveOuest", body).startDate?.description == start)
    }
}
