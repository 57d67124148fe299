import Testing

/// Sentences drawn with `‖` between them.
struct SentenceTests {
    @Test(arguments: [
        "Il parle. ‖Elle écoute.", "Quoi ? ‖Rien !", "Il faut lire la doc. ‖Ensuite on verra.",
        "M. Roy est là. ‖Il parle.",
        "Merci à J. Dupont et à A. B. Roy.", "Sous Mac OS X. ‖Une version existe.", "Il cite S. Le Goff.",
        "Voir p. 12 et art. 3.", "C'est de l'art. ‖Elle aime.", "Des pommes, etc. ‖Il part.",
        "Des pommes, etc. et des poires.",
        "Bon… et alors ?", "Bon… ‖Alors ?", "« Il part. » ‖Elle reste.", "Il dit : « Je pars. » et il part.",
        "(Il part.) ‖Elle reste.", "Elle reste (il part).", "\"Il part.\" ‖Elle reste.", "Il part. ‖- Elle reste.",
        "La doc.‖Ensuite on verra.", "Node.js est là. ‖v1.28 aussi.", "En 1990. ‖20 ans après.", "Il a 1.5 an.",
        "C'est fini. ‖il dort.",
        "Oh ! dit-il.", "Yahoo! est là.", "1. Un titre. ‖Un texte.", "Fin\n‖Début", "Fin.\n\n‖Début.", "Un mot",
        "« Oui ! ‖Non ? »",
        "À 10h30. ‖Puis rien.", "Bravo ! 🙂 ‖Et ensuite ?", "Bravo ! ;-) et merci.", "Merci :-) ‖Et vous ?",
        "Merci 🙂 Swift", "Fini ! (enfin presque) Bon.", "Fini ! ‖(Enfin presque.)", "Fini ! = non", "Voir n°. 1 et 2.",
        "Une RetentionPolicy.RUNTIME sert.",
    ])
    func splits(drawing: String) throws {
        let parts = drawing.split(separator: "‖").map { part in
            String(part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()).replacing(
                "…", with: "...")
        }
        #expect(try TextLayer().sentences(drawing.replacing("‖", with: "")) == parts)
    }

    @Test(arguments: ["", " \n\t ", "\n"]) func whiteSpaceHasNone(text: String) throws {
        #expect(try TextLayer().sentences(text).isEmpty)
    }
}
