import TextModel

/// A report made by hand, with everything that writers stumble over: quotes, commas, line ends, emoji, markup inside a
/// title, nulls and empty texts.
public enum InventedReport {
    public static let source = SourceText(
        """
        ---
        title: "Récit, à chaud"
        author: Zoé Aubanel
        ---

        # Cap & voiles 2023

        Merci à Zoé. Un accueil chaleureux 🎈.

        ## Keynote : Le *cap*, à "midi" 🧭 – Maud Tessier

        On part à l’aube avec Maud, sans
        carte ni boussole. Très clair, mais trop court. [Les slides](https://voiles.example/cap.pdf)

        Ce qu’il faut retenir :

        - un, "deux" ; trois
          - sous-point 🎉
        - quatre

        ## Deux ateliers

        Le premier, par deux collègues, était brouillon.

        - Nœuds marins

        """)

    /// Every kind of value is in it at least once.
    public static var full: Report {
        var report = empty
        report.recordID = "00112233445566778899aabbccddeeff"
        report.source.id = "posts/cap.md"
        report.source.uri = "https://blog.example/cap"
        report.source.extra = #"{"k":"é\n"}"#
        report.document.title = "Récit, à chaud"
        report.document.authors = ["Zoé Aubanel"]
        report.document.published = CalendarDate(year: 2023, month: 9, day: 7)
        report.document.publishedSource = "caller"
        report.document.language = "fr"
        report.document.tags = ["voile", "a \"b\""]
        report.event.name = "Cap & voiles"
        report.event.edition = "2023"
        report.event.startDate = CalendarDate(year: 2023, month: 9, day: 6)
        report.event.endDate = CalendarDate(year: 2023, month: 9, day: 6)
        report.event.dateSource = .relative
        report.event.evidence = [span("Cap & voiles 2023")]
        report.event.rule = "heading"
        report.sections = [
            Report.Section(id: "s1", level: 1, heading: span("Cap & voiles 2023"), role: .intro, rule: "x"),
            Report.Section(id: "s2", level: 2, heading: keynoteHeading, role: .talk, talkID: "t1", rule: "x"),
            Report.Section(id: "s3", level: 2, heading: span("Deux ateliers"), role: .group, rule: "x"),
        ]
        report.talks = [keynote, workshop, listed]
        report.persons = [
            Report.Person(
                id: "p1", name: "Zoé Aubanel", givenName: "Zoé", familyName: "Aubanel", roles: [.author, .met],
                mentions: [
                    Report.Mention(span: span("Zoé Aubanel"), form: .full),
                    Report.Mention(span: span("Zoé", after: "Merci"), form: .given),
                ]),
            Report.Person(
                id: "p2", name: "Maud Tessier", handles: ["@maud"], affiliation: "Voiles, SARL", roles: [.speaker],
                mentions: [
                    Report.Mention(span: span("Maud Tessier"), form: .full),
                    Report.Mention(span: span("Maud", after: "avec"), form: .given),
                ]),
        ]
        report.cues = [
            cue("c3", "chaleureux", .positive, target: .event), cue("c5", "Merci", .positive, target: .other, .other),
        ]
        report.lists = [Report.BulletList(id: "l2", ordered: false, items: [item("i4", "Nœuds marins")])]
        report.warnings = [Report.Warning(code: "w", message: "M.")]
        return report
    }

    /// Nothing was found.
    public static var empty: Report {
        Report(
            producer: Report.Producer(
                name: "causerie", version: "1", lexiconsDigest: "00", icuVersion: "72.1", unicodeVersion: "15.0"),
            source: Report.Source(
                mediaType: "text/markdown", encoding: "utf-8", bytes: source.utf8.count,
                sha256: String(repeating: "ab", count: 32)))
    }

    private static var keynoteHeading: Report.Span {
        span(#"Keynote : Le *cap*, à "midi" 🧭 – Maud Tessier"#, as: #"Keynote : Le cap, à "midi" 🧭 – Maud Tessier"#)
    }

    private static var keynote: Report.Talk {
        let title = span(#"Le *cap*, à "midi" 🧭"#, as: #"Le cap, à "midi" 🧭"#)
        return Report.Talk(
            id: "t1", ordinal: 1, kind: .keynote, title: title.text, titleSpan: title, titleSource: .heading,
            sectionID: "s2", body: SourceRange(span("On part").range.start, span("- quatre").range.end),
            url: "https://voiles.example/cap", attendance: .partial,
            speakers: [Report.Speaker(personID: "p2", name: "Maud Tessier", span: span("Maud Tessier"), rule: "x")],
            speakerStatus: .named,
            lists: [
                Report.BulletList(
                    id: "l1", intro: span("Ce qu’il faut retenir :"), ordered: false,
                    items: [
                        item("i1", #"un, "deux" ; trois"#), item("i2", "sous-point 🎉", parent: "i1"),
                        item("i3", "quatre"),
                    ])
            ],
            cues: [cue("c1", "Très clair", .positive), cue("c2", "trop court", .negative)],
            reception: Report.Reception(polarity: .mixed, positiveCueIDs: ["c1"], negativeCueIDs: ["c2"]),
            links: [Report.Link(kind: .slides, url: "https://voiles.example/cap.pdf", span: span("Les slides"))])
    }

    /// No title, and speakers without names.
    private static var workshop: Report.Talk {
        let unnamed = Report.Speaker(
            span: span("deux collègues"), unnamedReason: .mentionedWithoutName, rule: "x")
        return Report.Talk(
            id: "t2", ordinal: 2, kind: .workshop, sectionID: "s3",
            body: SourceRange(span("Le premier").range.start, span("brouillon.").range.end),
            speakers: [unnamed, unnamed], speakerStatus: .unnamed, cues: [cue("c4", "brouillon", .negative)],
            reception: Report.Reception(polarity: .negative, negativeCueIDs: ["c4"]))
    }

    private static var listed: Report.Talk {
        Report.Talk(
            id: "t3", ordinal: 3, title: "Nœuds marins", titleSpan: span("Nœuds marins"), titleSource: .text,
            sectionID: "s3", attendance: .listed)
    }

    private static func item(_ id: String, _ text: String, parent: String? = nil) -> Report.Item {
        Report.Item(id: id, parentID: parent, depth: parent == nil ? 1 : 2, marker: "-", span: span(text))
    }

    private static func cue(
        _ id: String, _ text: String, _ polarity: Polarity, target: CueTarget = .talk, _ holder: CueHolder = .author
    ) -> Report.Cue {
        Report.Cue(
            id: id, span: span(text), polarity: polarity, strength: 2, negated: false, holder: holder, target: target,
            rule: "x")
    }

    /// The first place of a piece of the source; an empty range for one that is not there.
    private static func span(_ text: String, after: String = "", as visible: String? = nil) -> Report.Span {
        func place(of text: String, from start: Int) -> Int? {
            let bytes = Array(text.utf8)
            return source.utf8.indices.dropFirst(start).first { source.utf8[$0...].starts(with: bytes) }
        }
        let start = place(of: text, from: place(of: after, from: 0) ?? 0) ?? 0
        return Report.Span(SourceRange(start, start + text.utf8.count), visible ?? text)
    }
}
