import Causerie
import Extraction
import Testing
import TextModel

/// Mentions are drawn into the text: ⟨Zoé Martin⟩.
struct NamesTests {
    private static let mentionsCases: [String] = [
        // A given name of the lists and what follows it
        "Le talk de ⟨Zoé Martin⟩ sur Django.",
        "La keynote a été donnée par ⟨Bastien LEROUX⟩, qui a présenté son projet.",
        "Puis ⟨LEROUX Bastien⟩ a pris la parole.",
        "Une session de ⟨Marie-Odile Le Guennec⟩ et de ⟨Jean-Loup d'Arbois⟩.",
        "J'ai écouté ⟨Wouter van der Velden⟩, ⟨Karim Ben Salah⟩ et ⟨Nguyen Van Minh⟩.",
        "J'ai suivi ⟨Agnieszka Wójcik⟩ puis ⟨Priyanka Sharma⟩ et ⟨Youssef El Mansouri⟩.",
        "Ensuite ⟨Hugues de la Bruyère⟩ nous a parlé de tests.",
        "Le code de ⟨Rose Dupont⟩ est en ligne.",
        "Un atelier d'⟨Anne-Cécile Morvan⟩ (Exemplia).",
        "Le talk de ⟨Thérèse McAllister⟩ et de ⟨Ronan O'Keefe⟩.",
        "Dans la salle, ⟨Adèle Bien⟩ a beaucoup fait rire.",
        "La table ronde réunissait ⟨Nolwenn P.⟩ et ⟨Hervé Lindqvist⟩.",
        "Le prochain : ⟨Basile \"Bazoo\" Kermadec⟩ sur scène.",
        "Photo de ⟨Zoé Tessier⟩ ⟨Karim Haddad⟩",
        "Le talk de ⟨JP Garnier⟩ ce matin.",
        "Une session de ⟨Lê Minh Trang⟩ sur les cartes.",
        // Given names alone
        "Merci ⟨Amandine⟩, ⟨Kévin⟩ et ⟨Manu⟩ pour l'accueil.",
        "⟨Sylvie⟩ nous explique pourquoi.",
        // Initials and titles
        "Présenté par ⟨T. Lefebvre⟩ et ⟨J.-P. Garnier⟩.",
        "Nous avons croisé M. ⟨Castaing⟩ et Mme ⟨Ollivier⟩.",
        "Nous avons croisé Mme ⟨Da Silva⟩, M. ⟨Le Guennec⟩ et Mme ⟨Van Acker⟩.",
        // Two initials, where three people are named so; what follows P. S. is none
        "⟨T. L.⟩ et ⟨K. O.⟩ opposaient deux lampes. Puis ⟨M. V.⟩ a parlé. P. S. : il reste des tartes.",
        "Un détail de la note de T. L., puis la lampe.",
        // An initial and a name that no list knows, beside two that need no more evidence
        "Présenté par ⟨T. Lefebvre⟩ et ⟨J.-P. Garnier⟩. ⟨S. Xhyrov⟩, la lampe en main.",
        "Présenté par ⟨Th. Quémener⟩, puis par ⟨S. K. Lefebvre⟩.",
        "⟨H.B.⟩ fait tourner un phare, ⟨M.-J.O.⟩ lit ses factures, ⟨T.K.⟩ tape.",
        "⟨T. L.⟩ et ⟨K. O.⟩ opposaient deux lampes, ⟨M. V.⟩ une corne, sur la T.S.F. du port.",
        "⟨A. D. S.⟩, ⟨T. L.⟩ et ⟨K. O.⟩ opposaient trois lampes.",
        // Family names in capitals that particles begin, or before two given names
        "J'ai discuté avec ⟨LE GOFF Annick⟩, puis avec ⟨DE WITTE Johanna⟩ et ⟨NGUYEN Thi Mai⟩.",
        "C'est M. ⟨TISSERAND Paul⟩ qui a ouvert.",
        "Une affiche, LE TEMPS ⟨Zoé Martin⟩, au mur.",
        // A title in English right behind a name
        "La conférence de ⟨Zoé Martin⟩ Keeper of the Light sur les lampes.",
        // Words beside titles, where few are named in full
        "« Une lampe à huile », par ⟨Grisou⟩.\n\n« Un sel de mer », de ⟨Chaussette⟩ et ⟨Mirzo⟩. ⟨Zigzag⟩ a montré un phare.",
        "« Une lampe à huile », par Grisou. « Un sel de mer », de ⟨Zoé Martin⟩.",
        "« Une lampe à huile » (Amphi).\n\n« Un sel de mer » (Mirzo).",
        "« Une lampe à huile », par Docker.\n\n« Un sel de mer », de Redis.",
        // Names that no list knows
        "Une discussion entre ⟨Solène Petit⟩ et ⟨Xhyra Qvolo⟩.",
        "⟨Xhyra Qvolo⟩ nous a présenté son outil.",
        "Animé par ⟨Xhyra QVOLO⟩ ce matin.",
        "J'ai revu ⟨Solène⟩ et ⟨The Grumbler⟩ au bar, puis ⟨Solène Petit⟩ est partie.",
        "Ensuite, ⟨Xhyra Qvolo⟩ raconte ses débuts.",
        "Un atelier de Git, par ⟨Xhyra Qvolo⟩.\n\n⟨Xhyra⟩ vient de Brest.",
        "## Des tests rapides\n\n_Par ⟨Xhyra Qvolo⟩_\n\nC'était bien.",
        "## Des tests rapides\n\n**⟨Xhyra Qvolo⟩**\n\nC'était bien.",
        "Au menu :\n\n- *Des tests rapides*, ⟨Xhyra Qvolo⟩\n- une pause\n",
        "# Du verre - ⟨Zoé Martin⟩\n\n# Du sel - ⟨Karim Haddad⟩\n\n# Du sable fin - ⟨Xhyra Qvolo⟩\n",
        "# Du verre - ⟨Zoé Martin⟩\n\n# Du sel\n\n# Du sable fin - Xhyra Qvolo\n",
        "J'ai vu ⟨Zoé de Verlan⟩ ce matin. Puis ⟨Zoé de Verlan⟩ a ri.",
        "J'ai vu ⟨Zoé⟩ de Verlanix ce matin. Puis ⟨Zoé⟩ de Verlanix a ri, comme tout Verlanix.",
        "J'ai vu ⟨Zoé⟩ de Verlanix ce matin, puis ⟨Karim⟩ de Verlanix.",
        "Speaker : ⟨Zoé Martin⟩\nFormat : atelier",
        "qui : ⟨Xhyra Qvolo⟩ et sa troupe",
        "Un certain ⟨Qvolo⟩ a posé une question.",
        "On parle. C'est ⟨Xhyra⟩, elle débute.",
        "Une session donnée par le capitaine ⟨Qvolo⟩.",
        "Nous avons croisé Mme ⟨de la Varenne⟩.",
        "Présenté par ⟨R. Le Guennec⟩ ce matin.",
        // Accounts of which no name is known
        "L'atelier de ⟨@zoetrope⟩ était complet.",
        "Parmi les gens croisés :\n\n- ⟨@zoe_trope⟩, qui dessine\n- un chien\n",
        "« Des tests rapides » (⟨@zoetrope⟩) passait ailleurs.",
        "⟨Zoé Martin⟩ et ⟨@zoe_du_bus⟩ ont parlé.",
        // What an unknown name ends with, and to whom something is given
        "La clôture fut confiée à ⟨Xhyra Zelenova⟩, cartographe.",
        "Le talk de ⟨Xhyra Zelenova⟩ sur les cartes.",
        "On a remis le prix à la fin, toutes nos excuses à ⟨Wanjiru⟩, qui attendait.",
        "Cette journée a marqué ⟨Maylis⟩ (elle y était).",
        "L'intervention de ⟨Quang Lê⟩ et celle de ⟨Nguyễn Thị Hoa⟩.",
        // Words beside a name that are no part of it
        "Une refonte racontée par ⟨Zoé Martin⟩ UX Designer chez Exemplia.",
        "Speaker : ⟨Zoé Martin⟩\nInvitée surprise : une cliente",
        // What readers know
        "Une discussion entre un ⟨Sherlock Holmes⟩ et des badauds, puis une pensée de ⟨Nietzsche⟩.",
        // Two family names in one, before which the lists know a word or a town
        "⟨Silvan Kessler-Xhyra⟩ nous a parlé de files.",
        "Ensuite ⟨Mathurin Qvolo-Martinez⟩ nous a montré son outil.",
        // Particles of the Low Countries and of Italy
        "Le talk de ⟨Cédric Op de Beeck⟩ et de ⟨Marco Dalle Vigne⟩.",
        // A name that is a word but for its accents
        "Le talk de ⟨Loïs Martin⟩ ce matin.",
        // After a title
        "J'ai suivi « Des tests rapides » par ⟨Stan Qvolo⟩.",
        "« Des tests rapides » par un certain *⟨zoetrope⟩*, en anglais.",
        "**Des tests avec Great Expectations** (⟨Ngoc Anh Martin⟩).",
        // With an elided word in the family name
        "La keynote de ⟨Philibert N'Guessan⟩ et l'atelier d'⟨Aminata N'Diaye⟩.",
        // Instead of somebody
        "À la place ⟨Koffi Agbeko⟩ a improvisé une démo.",
        // Who gives a talk has a name, whatever it is
        "⟨Qvol⟩ a animé un atelier sur les tests.",
        "C'est ⟨Nkechi Qvolo⟩ qui a ouvert la journée.",
        "J'ai vu « Des tests rapides » de ⟨Solveigh Qvolo⟩.",
        // In brackets behind a topic in bold
        "Notes :\n\n- **Des tests** (⟨zoe_du_mini⟩) : très bon.\n- **Des dunes** (⟨zoem59⟩, en retard) : bien.",
        // On a line of its own
        "Un moteur de recherche.\n\n⟨Hortensia Pujol-Lacaze⟩\n\nElle travaille aux archives.",
        "J'ai suivi « Des tests rapides », de ⟨Balthazar Prigent⟩ : très bon.",
        // Capitals beyond ASCII, and letters that French does not write
        "Ensuite ⟨Łukasz Qvolo⟩ et ⟨Øystein Qvolo⟩ nous ont parlé de vagues.",
        "Ensuite ⟨Pål Qvolo⟩, une pause, puis ⟨Žarko Qvolo⟩ nous a parlé de vagues.",
        // An apostrophe within a name with hyphens
        "Une session de ⟨Jean-Loup Tessier-Kerc'hervé⟩ sur les vagues.",
        "Une session de ⟨Yann Le Falc'her⟩ sur les vagues.",
        // In the line below a title
        "## Des tests rapides\n\n*⟨Xhyra Qvolo⟩ – vu par ⟨Zoé⟩*\n\nC'était bien.",
        "## Un\n\n*⟨Zoé Martin⟩ – salle 2*\n\nBien.\n\n## Deux\n\n*⟨Karim Haddad⟩ – salle 3*\n\nBien.\n\n"
            + "## Trois\n\n*⟨Xhyra Qvolo⟩ – salle 2*\n\nBien.",
        // Beside the title or the topic of a talk
        "Ensuite ⟨Xhyra Qvolo⟩, une Brestoise de passage, pour « Des tests rapides ».",
        "Puis ⟨Xhyra Qvolo⟩ pour « Des tests rapides ».",
        "Il a aimé le talk Docker de ⟨Wen Tessier⟩ ce matin.",
        "Au menu :\n\n- **Des tests rapides** (*⟨Xhyra Qvolo⟩, Exemplia, salle 4*) : très bon.\n- Une pause.\n",
        "Speaker : « ⟨Zozotte⟩ », dev front",
        // Quotations
        "Une citation de ⟨Vandermeule⟩ pour finir.",
    ]

    @Test(arguments: mentionsCases)
    func mentions(_ drawing: String) throws { try check(drawing) }

    private static let noMentionsCases: [String] = [
        // Technologies, organisations, towns, works, words
        "Spring Boot et Spring Cloud tournent avec Cassandra et Oracle.",
        "Le langage Ruby et la librairie Jade sont là, comme le Pascal.",
        "Je suis allé à Paris Web puis à Lyon, Nancy et Florence.",
        "Open Source, Event Sourcing et Clean Architecture.",
        "Rose et violette, deux couleurs.",
        "Ensuite, Docker a pris la main avec Kafka et Jenkins.",
        "Les équipes de Red Hat et de Clever Cloud.",
        "Rien de neuf chez Thales.",
        "La gare de Saint-Étienne et le puits Saint-Ambroise.",
        "## Des tests rapides\n\nSpring Boot\n\nC'était bien.",
        "Les sites de Klaxia, Jutor et Capitaine Vroum.",
        "Un certain Docker, ça me tente. Une certaine Florence aussi.",
        "Le compte du @zoetrope2019 a tout relayé, suivez @exempleconf.",
        "Une démo de Typesafe Runner et un cours d'Event Processing.",
        "Apache Tugdual est un outil. Tugdual permet de tout faire.",
        "Le système de Leroy Merlin.",
        "Le rôle de Maître du Temps.",
        // Eponyms and things called by names
        "La loi de Conway et la salle Ada Lovelace, rue Victor Hugo.",
        "On a cité le théorème de Bayes à l'Université Paul Sabatier.",
        "On s'est retrouvés place Koffi Agbeko, puis à la place Ada Lovelace.",
        "Docker a lancé un conteneur. Qvol a changé un serveur.",
        "On y lit « Des tests rapides » de Spring Batch.",
        "Notes :\n\n- **La mémoire** (java17) : très bon.\n- Un paramètre (work_mem) à régler.",
        "C'est Qvolo Mining qui paie.",
        // Sentence starts
        "Beaucoup de monde. Aucune queue. Premier talk.",
        "Ariane 5 a explosé à cause d'un transtypage.",
        // Code and annotations
        "L'annotation @Entity marque `Zoé Martin` dans le code.",
        "On écrit une règle avec `@supports` et une autre par `@media`.",
        "Un certain *jeu* et une *danse*.",
        "Event-Driven Architecture et Coca-Cola nous ont plu.",
        "Rendez-vous par Firefox Nightly.",
        "On utilise Bruno pour tout tester, avec une démo de Charles Proxy.",
        // What ends the name of a product, a version, a phrase
        "On contribue à Apache Félix. La console de Félix est là.",
        "La migration vers Gertrude a pris une heure.",
        "Accueillis par l'agence Prune Digitale. Merci à Prune Digitale.",
        "Le plan suit un fil d'Ariane.",
        "Le talon d'Achille du projet.",
        // In brackets or behind a dash, but beside no title
        "Au menu :\n\n- Des tests (Xhyra Qvolo, Exemplia, salle 4) : très bon.\n- Une pause.\n",
        "## Des tests rapides\n\n*Xhyra Qvolo – salle 2*\n\nC'était bien.",
        "Ensuite Xhyra Qvolo, une brume pour tous.",
        // Places
        "Des personnes de Brest, d'Odile et de Rennes.",
        "Un vol pour San Francisco et New York.",
    ]

    @Test(arguments: noMentionsCases)
    func noMentions(_ text: String) throws { try check(text) }

    private static let headingsCases: [String] = [
        "# Tout savoir sur Kubernetes par ⟨Zoé Martin⟩",
        "# ⟨Zoé Martin⟩ (Exemplia) : L'avenir du web",
        "# L'avenir du web - ⟨Zoé Martin⟩ / ⟨Karim Haddad⟩",
        "# L'avenir du web – ⟨Zoé Martin⟩ et ⟨Xhyra Qvolo⟩",
        "# Des tests rapides, par ⟨nora martin⟩",
        "# Le tri à plat par ⟨Qvolo Romain⟩",
        "# Des tests rapides, par claire conviction",
        "# Spring Cloud Gateway, la suite",
        "# Des claviers bavards (⟨@zoetrope⟩)",
        "# Des claviers bavards (@exempleconf)",
        "# Des claviers bavards – ⟨@zoetrope⟩",
        "# Des claviers bavards – ⟨@zoetrope⟩ (salle 3)",
        "# Des claviers – @zoetrope en parle",
        "# Annotations – @exempleconf",
        "# Des claviers bavards - ⟨zoem59⟩",
        "# Des claviers bavards - java17",
        "# Des claviers bavards - conf2019",
        "# 11h. Des claviers bavards : ⟨Constance Tessier⟩",
        "# Bavards : Constance",
        "# ⟨Zoé Martin⟩ : Mesurer le réseau avec Charles",
        "# Un café avec ⟨Charles⟩",
        "# Introduction - Domain Driven Design",
    ]

    @Test(arguments: headingsCases)
    func headings(_ drawing: String) throws { try check(drawing) }

    @Test func titlesOfOneReportAreAlike() throws {
        try check(
            """
            # Premier sujet - ⟨Zoé Martin⟩

            # Deuxième sujet - ⟨Karim Haddad⟩

            # Troisième sujet - ⟨Xhyra Qvolo⟩
            """)
    }

    @Test func rejectionsNameTheirRule() throws {
        let (text, findings) = try Self.findings(in: "On a cité la loi de Conway.")
        #expect(findings.rejections.map { [text[$0.range], $0.rule] } == [["Conway", "eponym"]])
    }

    @Test func mentionsByPlace() throws {
        let (text, findings) = try Self.findings(in: "Zoé Martin parle.\n\nKarim Haddad répond à Zoé.\n")
        let index = PeopleIndex(findings.people)
        #expect(index.mentions(in: text.passages[1].range).map { text[$0.range] } == ["Karim Haddad", "Zoé"])
        #expect(index.people(in: text.passages[0].range) == [0])
        #expect(index.mentions(in: TextRange(0, 0)).isEmpty)
    }

    /// Nothing traps and nothing is slow on what is no report.
    private static let anyTextCases: [String] = [
        "", "J", "M.", "L'", "@", "de la", "Jean ", String(repeating: "Jean ", count: 20_000),
        String(repeating: "Zoé Martin, ", count: 10_000), String(repeating: "(Zoé ", count: 5_000),
        "É\u{301}lie \u{1}Jean\u{1} Ü", "L'OXALIS Sète fêtait ses cinq ans.", "L'OXALIS Dubois fêtait.",
        String(repeating: "Zoé \"Zo\" ", count: 3_000), String(repeating: "@zoe Zoé ", count: 5_000),
    ]

    @Test(arguments: anyTextCases)
    func anyText(_ source: String) throws { _ = try Self.findings(in: source) }

    // MARK: - The API

    static let analyzer = Result { try Analyzer() }

    static func findings(in source: String) throws -> (ReportText, Findings) {
        let analyzer = try Self.analyzer.get()
        let read = try Analyzer.document(of: Array(source.utf8), format: .markdown)
        let text = try analyzer.reportText(of: read.document)
        return (text, analyzer.extractor.findings(in: text, stages: [.names]))
    }

    private func check(_ drawing: String) throws {
        let source = drawing.replacing("⟨", with: "").replacing("⟩", with: "")
        let (text, findings) = try Self.findings(in: source)
        var drawn: [UInt8] = []
        var offset = 0
        for mention in PeopleIndex(findings.people).entries {
            drawn +=
                text.utf8[offset..<mention.range.start] + Array("⟨".utf8)
                + text.utf8[mention.range.start..<mention.range.end]
            drawn += Array("⟩".utf8)
            offset = mention.range.end
        }
        drawn += text.utf8[offset...]
        // Markup is no part of the text; of what remains, white space does not count.
        func plain(_ drawing: String) -> String {
            let text = drawing.filter { !"#*`_".contains($0) }.replacing("\n- ", with: "\n")
            return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        #expect(plain(String(decoding: drawn, as: UTF8.self)) == plain(drawing))
    }

    func check(people: [String], in source: String) throws {
        let found = try Self.findings(in: source).1.people.map { person in
            person.name + (person.handles.isEmpty ? "" : ": " + person.handles.joined(separator: ", "))
        }
        #expect(found == people)
    }
}
