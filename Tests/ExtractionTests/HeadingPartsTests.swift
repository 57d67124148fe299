import Testing

/// How a heading is taken apart, as the talk that it introduces shows.
struct HeadingPartsTests {
    /// The first of three talks, its heading given.
    private func talk(_ heading: String) throws -> String? {
        let source = """
            # Retour sur les Journées du Phare

            ## \(heading)

            Une session très claire, avec des exemples et une démo qui marche.

            ## Réparer une lentille – Karim Haddad

            Karim Haddad a montré sa méthode devant une salle pleine.

            ## Peindre une tour – Maud Tessier

            Maud Tessier a montré ses pinceaux devant une salle pleine.
            """
        let line = try ReportOutline(of: source).talks.first
        return line?.replacing("* ", with: "", maxReplacements: 1).replacing(" (heading)", with: "")
            .replacing(" | attended", with: "")
    }

    @Test(arguments: [
        "Allumer un phare par Zoé Martin", "Allumer un phare, par Zoé Martin (Exemplia)",
        "Allumer un phare - Zoé Martin", "Allumer un phare – Zoé Martin", "Allumer un phare, Zoé Martin",
        "Allumer un phare (Zoé Martin)", "Allumer un phare | Zoé Martin", "Allumer un phare by Zoé Martin",
        "Zoé Martin : Allumer un phare", "Zoé Martin (Exemplia) : Allumer un phare", "Zoé Martin | Allumer un phare",
        "Zoé Martin – « Allumer un phare »", "« Allumer un phare » par Zoé Martin",
        "« Allumer un phare » de Zoé Martin",
        "10h30 - Allumer un phare - Zoé Martin", "10h30 – 11h15 : Allumer un phare – Zoé Martin",
        "2. Allumer un phare – Zoé Martin", "🎤 Allumer un phare – Zoé Martin",
        "Talk : Allumer un phare – Zoé Martin", "[Allumer un phare](https://exemple.org/talks/1) – Zoé Martin",
        "**Allumer un phare** – *Zoé Martin*", "Allumer un phare – Zoé Martin, Exemplia",
        "Allumer un phare – Mme Zoé Martin", "Allumer un phare (Me Zoé Martin)",
        "Allumer un phare (Zoé Martin, salle B)", "Allumer un phare (salle B) – Zoé Martin",
        "[10:30] Allumer un phare – Zoé Martin",
    ])
    func titleAndSpeaker(_ heading: String) throws {
        #expect(try talk(heading) == "talk | Allumer un phare | Zoé Martin")
    }

    @Test(arguments: [
        ("Allumer un phare - Zoé Martin - CTO et gardienne", "talk | Allumer un phare | Zoé Martin"),
        ("Allumer un phare – Zoé Martin – gardienne à Brest", "talk | Allumer un phare | Zoé Martin"),
        ("Talk d'ouverture : Allumer un phare de Zoé Martin", "talk | Allumer un phare | Zoé Martin"),
        ("Le phare de Zoé Martin", "talk | Le phare de Zoé Martin | -"),
        ("10h30 - De la lampe au phare – Zoé Martin", "talk | De la lampe au phare | Zoé Martin"),
        ("Allumer un phare, REX – Zoé Martin", "testimony | Allumer un phare | Zoé Martin"),
        (
            "Un phare, une présentation de la mer – Zoé Martin",
            "talk | Un phare, une présentation de la mer | Zoé Martin"
        ),
        ("Retour sur notre conférence : Allumer un phare", "talk | Allumer un phare | -"),
        ("Un phare en trois actes : la lampe", "talk | Un phare en trois actes : la lampe | -"),
        ("Des câbles et une Lampe (Zoé Martin)", "talk | Des câbles et une Lampe | Zoé Martin"),
        ("Keynote : Allumer un phare – Zoé Martin", "keynote | Allumer un phare | Zoé Martin"),
        ("Keynote d'ouverture : Allumer un phare – Zoé Martin", "keynote | Allumer un phare | Zoé Martin"),
        ("Atelier – Souder une lentille – Zoé Martin", "workshop | Souder une lentille | Zoé Martin"),
        ("Quickie : Souder une lentille – Zoé Martin", "lightning | Souder une lentille | Zoé Martin"),
        ("REX : Souder une lentille – Zoé Martin", "testimony | Souder une lentille | Zoé Martin"),
        ("Allumer un phare – Zoé Martin et Nadia Belkacem", "talk | Allumer un phare | Zoé Martin, Nadia Belkacem"),
        ("Zoé Martin & Nadia Belkacem : Allumer un phare", "talk | Allumer un phare | Zoé Martin, Nadia Belkacem"),
        // What looks like an ornament and belongs to the title.
        ("24 phares en une nuit – Zoé Martin", "talk | 24 phares en une nuit | Zoé Martin"),
        ("Allumer un phare : mode d'emploi – Zoé Martin", "talk | Allumer un phare : mode d'emploi | Zoé Martin"),
        ("Le phare, la mer et nous – Zoé Martin", "talk | Le phare, la mer et nous | Zoé Martin"),
        ("Des « phares » à la dérive – Zoé Martin", "talk | Des « phares » à la dérive | Zoé Martin"),
        // Speakers without names, and words that only look like them.
        (
            "Allumer un phare, par deux étudiants de Brest",
            "talk | Allumer un phare | ? (mentioned_without_name, counted), ? (mentioned_without_name, counted)"
        ),
        (
            "Deux ingénieurs d'Exemplia – Allumer un phare",
            "talk | Allumer un phare | ? (mentioned_without_name, counted), ? (mentioned_without_name, counted)"
        ),
        ("Allumer un phare, par une étudiante", "talk | Allumer un phare | ? (mentioned_without_name, unnamed)"),
        ("Le phare vu par une étudiante", "talk | Le phare vu par une étudiante | -"),
        ("Allumer un phare - moi", "talk | Allumer un phare | ? (author, author) | given"),
        ("Allumer un phare, un atelier de deux heures – Zoé Martin", "workshop | Allumer un phare | Zoé Martin"),
        (
            "Allumer un phare, une affaire de famille – Zoé Martin",
            "talk | Allumer un phare, une affaire de famille | Zoé Martin"
        ),
        ("[Notes de conf] Allumer un phare – Zoé Martin", "talk | Allumer un phare | Zoé Martin"),
        ("[Acte un] Allumer un phare – Zoé Martin", "talk | [Acte un] Allumer un phare | Zoé Martin"),
        ("Livecoding : Allumer un phare – Zoé Martin", "demo | Allumer un phare | Zoé Martin"),
        ("Allumer un phare (keynote d'ouverture, Zoé Martin)", "keynote | Allumer un phare | Zoé Martin"),
        // A label alone is no title.
        ("La keynote de Zoé Martin", "keynote | - | Zoé Martin"),
        ("Keynote de Zoé Martin", "keynote | - | Zoé Martin"),
    ])
    func whatBelongsToTheTitle(_ heading: String, _ expected: String) throws {
        #expect(try talk(heading) == expected)
    }
}
