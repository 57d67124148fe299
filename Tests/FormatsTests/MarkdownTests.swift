import Formats
import TestSupport
import Testing
import TextModel

struct MarkdownTests {
    private func check(_ text: String, _ expected: [String]) throws {
        let document = try DocumentReader().read(SourceText(text), as: .markdown)
        #expect(drawn(document) == expected)
        #expect(isSound(document))
        #expect(!document.diagnostics.contains { $0.code == .markupUnclear })
    }

    @Test(arguments: [
        ("# Le port\n\n### La digue ###\n", ["h1 Le port", "h3 La digue"]),
        ("Le port\n=======\n\nLa\ndigue\n---\n", ["h1 Le port", "h2 La digue"]),
        ("##Le port\nTexte", ["h2 Le port", "p Texte"]),
        ("Avant.\n##Le port\nTexte", ["p Avant.", "h2 Le port", "p Texte"]),
        ("##\u{202F}Le port", ["h2 Le port"]),
        ("#Brest était beau", ["p #Brest était beau"]),
        (
            "Avant.\n\n#Le port\nTexte\n\n##La digue verte\n",
            ["p Avant.", "h1 Le port", "p Texte", "h2 La digue verte"]
        ),
        ("Avant.\r\n\r\n#Le port\r\n\r\n#La digue\r\n", ["p Avant.", "h1 Le port", "h1 La digue"]),
        ("Avant.\n\n#Brest #Mer\n\n#Brest était beau\n", ["p Avant.", "p #Brest #Mer", "p #Brest était beau"]),
        ("Avant.\n\n#LaMer au port\n\n#LaMer encore\n", ["p Avant.", "p #LaMer au port", "p #LaMer encore"]),
        ("C##Le port", ["p C##Le port"]),
        ("####### Sept", ["p ####### Sept"]),
        ("## ![plan](a.png)", ["image(a.png) plan"]),
        ("## [Le port](u) {#port .x}", ["h2 [Le port](u)"]),
        ("**Le port**\nTexte", ["p **Le port**", "p Texte"]),
        ("**Le port** et\nTexte", ["p **Le port** et Texte"]),
    ])
    func headings(_ text: String, _ expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("- un\n- deux\n  suite\n\n  encore\n- trois", ["- un", "- deux suite", "  p encore", "- trois"]),
        ("1. un\n   - a\n   - b\n2. deux", ["1. un", "  - a", "  - b", "2. deux"]),
        ("1) un\n2) deux", ["1) un", "2) deux"]),
        ("-   ```\n    x\n    ```\n- b", ["-", "  code x", "- b"]),
        ("* un\n+ deux", ["* un", "+ deux"]),
        ("2012. Une année", ["2012. Une année"]),
        ("Il y a\n2012. Une année", ["p Il y a 2012. Une année"]),
        ("- ![a](b.png)\n- c", ["-", "  image(b.png) a", "- c"]),
    ])
    func lists(_ text: String, _ expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("> un\n> deux\nparesse\n\n> > trois", [">q un deux paresse", ">>q trois"]),
        ("> - un\n>   suite\n> - deux", [">- un suite", ">- deux"]),
        ("> ```\n> x\n>  y\n> ```", [">code x⏎ y"]),
        ("***\n\n- - -", ["rule", "rule"]),
        ("```swift title\nlet x = 1\n\n  y\n```", ["code(swift) let x = 1⏎⏎  y"]),
        ("    a\n\n    b", ["code a⏎b"]),
        (
            "| a | b |\n|---|---|\n| `x\\|y` | **c** |",
            ["cell(0,0,0) a", "cell(0,0,1) b", "cell(0,1,0) `x|y`", "cell(0,1,1) **c**"]
        ),
        ("| Le chapeau, *long*. |\n|---|", ["p Le chapeau, _long_."]),
        ("| ### Le *port* |\n\nTexte", ["h3 Le _port_", "p Texte"]),
        ("Avant\n\n| Un chapeau. |\n", ["p Avant", "p Un chapeau."]),
        ("| a | b |\n\nTexte", ["p | a | b |", "p Texte"]), ("Avant\n| a |\n", ["p Avant | a |"]),
        ("a | b\nc | d", ["p a | b c | d"]),
    ])
    func otherBlocks(_ text: String, _ expected: [String]) throws { try check(text, expected) }

    /// Where cmark's own inline positions are wrong or missing.
    @Test(arguments: [
        ("un *mot*\n   et **deux\n mots**", ["p un _mot_ et **deux mots**"]),
        (
            "[a]: http://a.fr\n[b]: http://b.fr \"B\"\nvoir [a] et [le *b*][b]",
            ["p voir [a](http://a.fr) et [le _b_](http://b.fr)"]
        ),
        (
            "<http://a.fr/?x&amp;y> et <moi@a.fr>",
            ["p [http://a.fr/?x&y](http://a.fr/?x&y) et [moi@a.fr](mailto:moi@a.fr)"]
        ),
        ("l&rsquo;&eacute;t&#233; \\*non\\* &inconnu; & co", ["p l’été *non* &inconnu; & co"]),
        (
            "***gras** et italique* puis *italique **et gras***",
            ["p _**gras** et italique_ puis _italique **et gras**_"]
        ),
        ("**jamais fermé et *non plus", ["p **jamais fermé et *non plus"]),
        ("[un lien\nsur deux lignes](http://a.fr/(x) \"t\") fin", ["p [un lien sur deux lignes](http://a.fr/(x)) fin"]),
        ("[a][] [b](u)(v) [c]\n\n[a]: /a", ["p [a](/a) [b](u)(v) [c]"]),
        ("`` un ` deux `` et `x\ny`", ["p `un ` deux` et `x y`"]),
        ("le ![plan](a.png)du port", ["p le ![plan](a.png) du port"]),
        ("![le plan](a.png)\ndu port", ["image(a.png) le plan", "p du port"]),
        (
            "**![le plan](a.png) ![la digue](b.png) du port**",
            ["image(a.png) **le plan**", "image(b.png) **la digue**", "p **du port**"]
        ),
        ("![](a.png) du port", ["p du port"]),
        ("- ![le plan](a.png) du port", ["- ![le plan](a.png) du port"]),
        ("[![le plan](a.png)](u)\n![](b.png)", ["image(a.png) [le plan](u)", "image(b.png)"]),
        ("> un *mot\n> de* plus", [">q un _mot de_ plus"]),
        ("fin\\\nsuite  \nfin", ["p fin⏎suite⏎fin"]),
        ("mot[^1] suite\n\n[^1]: La note.\n\nFin", ["p mot[^1] suite", "p La note.", "p Fin"]),
        ("deux  espaces\tet  plus", ["p deux espaces et plus"]),
    ])
    func inlines(_ text: String, _ expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("un ~~mot barré~~ ici", ["p un ~~mot barré~~ ici"]),
        ("un ~~ mot", ["p un ~~ mot"]),
        ("~~~un~~~ deux", ["code(un~~~)"]),
        ("*~~a~~ b*", ["p _~~a~~ b_"]),
    ])
    func strikethrough(_ text: String, _ expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("un<br/>deux <b>trois</b>", ["p un⏎deux **trois**"]),
        ("un<br><br>deux", ["p un", "p deux"]),
        ("<h2>Le <em>port</em></h2>\n\nTexte", ["h2 Le _port_", "p Texte"]),
        ("<div class=\"grid\">\n<p>un</p>\n<p>deux</p>\n</div>", ["p un", "p deux"]),
        ("<ul>\n<li>un</li>\n<li>deux <a href=\"u\">v</a></li>\n</ul>", ["• un", "• deux [v](u)"]),
        (
            "<figure>\n<img src=\"a.png\" alt=\"le plan\">\n<figcaption>Légende</figcaption>\n</figure>",
            ["image(a.png) le plan", "caption Légende"]
        ),
        ("<!-- rien -->\n\ntexte <!-- non --> visible", ["p texte visible"]),
        ("<script>\nvar a = 1\n</script>\n\nTexte", ["p Texte"]),
        ("<iframe src=\"v\"></iframe>\n\nTexte", ["embed(v)", "p Texte"]),
        ("la balise <video> et <canvas> aussi", ["p la balise et aussi"]),
        (
            "<blockquote class=\"twitter-tweet\"><p>Bravo</p>&mdash; moi <a href=\"s\">jour</a></blockquote>",
            ["embed(s) Bravo⏎— moi jour"]
        ),
        ("<table><tr><td><p>un</p></td><td><p>deux</p></td></tr></table>", ["p un", "p deux"]),
        ("<table><tr><th>a</th></tr><tr><td>b</td></tr></table>", ["cell(0,0,0) a", "cell(0,1,0) b"]),
        ("a < b et <3 et <pas fermé", ["p a < b et <3 et <pas fermé"]),
    ])
    func rawHTML(_ text: String, _ expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("{{< youtube abc >}}\n\nTexte", ["embed(abc)", "p Texte"]),
        ("Texte {{< icon star >}} suite", ["p Texte suite"]),
        ("{{< notice tip >}}\nUn *conseil*.\n{{< /notice >}}", ["p Un _conseil_."]),
        (
            "{{< figure src=\"a.png\" alt=\"le plan\" caption=\"La légende\" >}}",
            ["image(a.png) le plan", "caption La légende"]
        ),
        ("{{< figure title=\"Titre\" src=\"a.png\" alt=\"le plan\" >}}", ["caption Titre", "image(a.png) le plan"]),
        ("{{% details summary=\"Le titre\" %}}\nTexte\n{{% /details %}}", ["p Le titre", "p Texte"]),
        ("{% include toc.html %}\n\n{% youtube abc %}", ["embed(abc)"]),
        ("{% highlight ruby %}\nputs 1\n{% endhighlight %}", ["code puts 1"]),
        (
            "[lien]({{ site.url }}{% post_url 2020-a %}) et {{ page.title }}.",
            ["p [lien]({{ site.url }}{% post_url 2020-a %}) et ."]
        ),
        ("`{{ mustache }}` et {{ pas fermé", ["p `{{ mustache }}` et {{ pas fermé"]),
        ("```\n{{< x >}}\n```", ["code {{< x >}}"]),
        ("Titre\n{: .x }\n\n![a](b.png){: .c width=\"3\"}", ["p Titre", "image(b.png) a"]),
        ("[Keynote]{.label} de [Ada]{lang=en}", ["p Keynote de Ada"]),
        ("un {mot} et { \"a\": 1 } et [x]{y}", ["p un {mot} et { \"a\": 1 } et [x]{y}"]),
        (
            "!!! note \"Le titre\"\n\n    Un *texte*.\n    - item\n\nSuite",
            ["p Le titre", "p Un _texte_.", "- item", "p Suite"]
        ),
        ("!!! quelle journée, \"vraiment", ["p !!! quelle journée, \"vraiment"]),
        ("*[WFS]: Web Feature Service\n\nLe WFS", ["p Le WFS"]),
        ("<div>\n  {{< figure src=\"a.png\" >}}\n</div>\n\nTexte", ["image(a.png)", "p Texte"]),
    ])
    func blogEngines(_ text: String, _ expected: [String]) throws { try check(text, expected) }

    /// WordPress: of a tag, only its caption is text.
    @Test(arguments: [
        (
            "Un.\n\n[caption id=\"a_1\" width=\"300\" caption=\"Le phare, la nuit\"]<a href=\"b.jpg\">"
                + "<img class=\"x\" src=\"a.jpg\" alt=\"\" /></a>[/caption]\n\nDeux.",
            ["p Un.", "caption Le phare, la nuit", "image(a.jpg)", "p Deux."]
        ),
        (
            "[caption id=\"a_1\"]<img src=\"a.jpg\" alt=\"le phare\"> La *nuit*, par Léa[/caption]\nDeux.",
            ["image(a.jpg) le phare", "caption La _nuit_, par Léa Deux."]
        ),
        (
            "[caption id=\"a_1\"]![le phare](a.jpg \"x\") La nuit[/caption]\n\nDeux.",
            ["image(a.jpg) le phare", "caption La nuit", "p Deux."]
        ),
        (
            "[caption id=\"a_1\"][![](a.jpg)](b.jpg)\nLa nuit[/caption]\n\nDeux.",
            ["image(a.jpg)", "caption La nuit", "p Deux."]
        ),
        ("[caption id=\"a_1\"]Du texte[/caption]", ["p Du texte"]),
        ("[gallery columns=\"4\" ids=\"1,2\"]\n\nDeux.", ["p Deux."]),
        ("Un.\n\n[gallery]\n\nDeux.", ["p Un.", "p Deux."]),
        ("[slideshare id=12&doc=phare]", ["embed(12&doc=phare)"]),
        ("[youtube=http://a.example/v]", ["embed(http://a.example/v)"]),
        ("[embed width=\"3\"]http://a.example/v[/embed]\n\nDeux.", ["embed(http://a.example/v)", "p Deux."]),
        ("[embed]http://a.example/v[/embed]", ["embed(http://a.example/v)"]),
        // Near misses: text and links in brackets, tags within a line, code.
        ("[gallery](a.html)", ["p [gallery](a.html)"]),
        ("[video]\n\n[video]: a.html", ["p [video](a.html)"]),
        ("[video de Léa]\n\n[video de Léa]: a.html", ["p [video de Léa](a.html)"]),
        ("[Slideshare](a.html) et suite", ["p [Slideshare](a.html) et suite"]),
        ("[caption]", ["p [caption]"]),
        ("[caption id=\"a\" sans fin", ["p [caption id=\"a\" sans fin"]),
        ("[caption id=\"a\"]Un\n\nDeux[/caption]", ["p [caption id=\"a\"]Un", "p Deux[/caption]"]),
        ("Voir [gallery ids=\"1\"] ici", ["p Voir [gallery ids=\"1\"] ici"]),
        ("```\n[gallery ids=\"1\"]\n```", ["code [gallery ids=\"1\"]"]),
    ])
    func wordPress(_ text: String, _ expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        (
            "voir https://a.fr/x_y. Puis www.b.fr",
            ["p voir [https://a.fr/x_y](https://a.fr/x_y). Puis [www.b.fr](http://www.b.fr)"]
        ),
        ("https://a.fr/  \nsuite", ["p [https://a.fr/](https://a.fr/)⏎suite"]),
        ("`https://a.fr` et [https://b.fr](u)", ["p `https://a.fr` et [https://b.fr](u)"]),
        ("bravo :tada: et :+1:", ["p bravo {:tada:} et {:+1:}"]),
        ("à 10:30:45, std::vec, a:b:c et : non :", ["p à 10:30:45, std::vec, a:b:c et : non :"]),
    ])
    func unmarkedSpans(_ text: String, _ expected: [String]) throws { try check(text, expected) }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func lineEnds(_ lineEnd: String) throws {
        let text = ["# Le port", "", "un *mot", "de* plus", "", "- a", "  - b", "", "```", "x", "```"]
        try check(
            text.joined(separator: lineEnd), ["h1 Le port", "p un _mot de_ plus", "- a", "  - b", "code x"])
    }

    @Test func aByteOrderMarkIsNoText() throws {
        try check("\u{FEFF}# Le port", ["h1 Le port"])
    }

    @Test func blocksHaveExactPlaces() throws {
        let text = "# Le port\n\nUn *mot*\nlong.\n\n- a\n- b\n"
        let document = try DocumentReader().read(SourceText(text), as: .markdown)
        let source = SourceText(text)
        #expect(document.blocks.map { source[$0.source] } == ["# Le port", "Un *mot*\nlong.", "- a", "- b"])
        let emphasis = try #require(document.spans.first)
        #expect(source[document.map.sourceRange(of: emphasis.range)] == "mot")
    }

    @Test func whatPassesABoundIsPlainTextWithADiagnostic() throws {
        let long = String(repeating: "*a [b](c) ", count: 10_000)
        let document = try DocumentReader().read(
            SourceText("Avant *un* mot.\n\n\(long)\n\nAprès *un* mot."), as: .markdown)
        #expect(document.diagnostics.map(\.code) == [.boundExceeded])
        #expect(document.blocks.count == 3)
        #expect(document.spans.count == 2)
        let nested = try DocumentReader().read(SourceText(String(repeating: "> ", count: 500) + "fond"), as: .markdown)
        #expect(nested.diagnostics.map(\.code) == [.boundExceeded])
        #expect(nested.blocks.map(\.quoteDepth) == [100])
    }

    /// cmark's shared tables are written before the first parse only.
    @Test func twoThreadsParseTheSameTextsAlike() async throws {
        let texts = [
            "| a | ~~b~~ |\n|---|---|\n| http://a.fr | *c* |", "un ~~mot~~ et www.a.fr[^1]\n\n[^1]: note",
            "- *a*\n- `b`\n\n> c",
        ]
        let expected = try texts.map { drawn(try DocumentReader().read(SourceText($0), as: .markdown)) }
        let failures = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    var failures = 0
                    for round in 0..<50_000 {
                        let index = round % texts.count
                        let document = try DocumentReader().read(SourceText(texts[index]), as: .markdown)
                        if drawn(document) != expected[index] { failures += 1 }
                    }
                    return failures
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(failures == 0)
    }
}
