import Evaluation
import Testing
import TextModel

struct ResolvedGoldTests {
    private func text(_ gold: ResolvedGold, _ place: TextRange?) -> String? { place.map { gold.text.text(at: $0) } }

    private func source(_ gold: ResolvedGold, _ place: TextRange?) -> String? {
        place.map { gold.text.source[gold.text.sourceRange(of: $0)] }
    }

    @Test func quotationsStandWhereTheyAreMeant() throws {
        let gold = try GoldSamples.resolved()
        #expect(source(gold, gold.headings[0]) == "Des ports **propres** – Ana Pires")
        #expect(text(gold, gold.lists[0].intro) == "Trois idées :")
        #expect(text(gold, gold.lists[0].firstItem) == "ouvrir peu")
        // The same words under two talks are two places.
        let (first, second) = (try #require(gold.cues[2]), try #require(gold.cues[4]))
        #expect(first.end < second.start)
        #expect(gold.talks[0].extent?.contains(first) == true)
        #expect(gold.talks[1].extent?.contains(second) == true)
        // A topic belongs to the talk around it, a conclusion does not; a listed talk has no extent.
        #expect(try gold.talks[1].extent?.contains(#require(gold.headings[2])) == true)
        #expect(try gold.talks[1].extent?.contains(#require(gold.headings[3])) == false)
        #expect(gold.talks[2].extent == nil)
        #expect(try GoldCheck(gold).problems == [])
    }

    @Test func whatStandsInFrontMatterAloneHasAPlaceInTheSource() throws {
        let json = GoldSamples.json.replacing(#""quote": "merci""#, with: #""quote": "2019-03-04""#)
        let gold = try GoldSamples.resolved(json)
        #expect(source(gold, gold.cues[1]) == "2019-03-04")
        #expect(text(gold, gold.cues[1]) == "2019-03-04")
    }

    /// Typography and markup do not part a quotation from its place.
    @Test(arguments: [
        ("j'ai adoré", "j’ai\nadoré"), ("très clair", "tre\u{300}s **clair"), ("un peu  long", "un peu\u{A0}long"),
        ("Une belle journée", "Une [belle](https://a.example/b) journée"), ("bof...", "bof…"),
    ])
    func aQuotationIsFoundInMatchingForm(_ quotation: String, _ written: String) throws {
        let gold = try GoldSamples.resolved(
            Self.cueJSON(quotation),
            report: "# Titre\n\nDu texte, \(written)\(written.contains("**") ? "**" : ""), et la suite.\n")
        #expect(source(gold, gold.cues[0]) == written)
    }

    @Test(
        arguments: [
            // A place that cuts a word comes last.
            ("bon", nil, "Bonbon ? Un bonbon, très bon.", 26..<29),
            ("bon", nil, "Un bonbon.", 3..<6), ("bon", 2, "Si bon, si bon.", 11..<14),
            ("bon", nil, "Si bon, si bon.", 3..<6),
            ("bon", nil, "Rien.", nil),
        ] as [(String, Int?, String, Range<Int>?)])
    func wholeWordsComeFirst(_ quotation: String, _ occurrence: Int?, _ report: String, _ range: Range<Int>?) throws {
        let gold = try GoldSamples.resolved(Self.cueJSON(quotation, occurrence), report: report)
        #expect(gold.cues[0] == range.map { TextRange($0.lowerBound, $0.upperBound) })
        #expect(try GoldCheck(gold).problems.isEmpty == (range != nil))
    }

    /// A quotation of a cue, its talk, and which of the same words in the whole report it is.
    struct Quoted: Sendable {
        var quote: String
        var talk: Int?
        var place: Int

        init(_ quote: String, _ talk: Int?, _ place: Int) { (self.quote, self.talk, self.place) = (quote, talk, place) }
    }

    @Test(arguments: [(1, nil), (2, 2)] as [(Int, Int?)])
    func headingsAreNumbered(_ place: Int, _ number: Int?) throws {
        let report = "# Cap\n\n### La nuit\n\nOui.\n\n### La nuit\n\nNon.\n"
        let json = Self.emptyJSON.replacing(
            #""sections": []"#, with: #""sections": [{"heading": "La nuit", "role": "talk"}]"#)
        let gold = try GoldSamples.resolved(json, report: report)
        let numbered = try gold.annotation.numbered(
            sections: [report.place(of: "La nuit", place)], lists: [], cues: [], in: gold.text)
        #expect(numbered.sections.map(\.occurrence) == [number])
    }

    @Test(
        arguments: [
            // The first free one needs no number; a second one does, counted within the account of its talk.
            ([Quoted("clair", 1, 2)], [nil]), ([Quoted("clair", 1, 3)], [2]),
            ([Quoted("clair", 1, 2), Quoted("clair", 1, 3)], [nil, nil]),
            ([Quoted("clair", 1, 3), Quoted("clair", 1, 2)], [2, nil]), ([Quoted("clair", nil, 1)], [nil]),
            // Longer ones choose first, and what they take is not free.
            ([Quoted("clair", 1, 2), Quoted("très clair", 1, 1)], [1, nil]),
            ([Quoted("clair", 1, 3), Quoted("très clair", 1, 1)], [nil, nil]),
            // What is said of a talk elsewhere than in its account counts there among all.
            ([Quoted("Bof", 1, 1)], [nil]), ([Quoted("Bof", 1, 2)], [2]),
        ] as [([Quoted], [Int?])])
    func cuesAreNumbered(_ cues: [Quoted], _ numbers: [Int?]) throws {
        let report = """
            # Cap

            Un accueil clair.

            ## La nuit

            Zoé raconte la nuit. C'était très clair, clair comme le jour.

            ## Conclusion

            Bof pour le vent. Bof pour la pluie.

            """
        let written = cues.map { cue in
            """
            {"quote": "\(cue.quote)", "polarity": "positive", "target": "talk", "talk": \(cue.talk.map(String.init) ?? "null"),
            "holder": "author", "occurrence": 1}
            """
        }
        let json = Self.emptyJSON.replacing(
            #""sections": [], "talks": []"#,
            with: """
                "sections": [{"heading": "La nuit", "role": "talk"}, {"heading": "Conclusion", "role": "conclusion"}],
                "talks": [{"heading": "La nuit", "title": "La nuit", "kind": "talk", "attendance": "attended",
                "starts_with": "Zoé raconte la nuit.", "speakers": [], "unnamed_speakers": 0, "reception": "none"}]
                """
        ).replacing(#""cues": []"#, with: "\"cues\": [\(written.joined(separator: ", "))]")
        let gold = try GoldSamples.resolved(json, report: report)
        let places = cues.map { report.place(of: $0.quote, $0.place) }
        let numbered = try gold.annotation.numbered(
            sections: ["La nuit", "Conclusion"].map { report.place(of: $0, 1) }, lists: [], cues: places, in: gold.text)
        #expect(numbered.cues.map(\.occurrence) == numbers)
        let resolved = try ResolvedGold(numbered, in: gold.text)
        #expect(resolved.cues.map { $0.map(gold.text.sourceRange(of:)) } == places)
        #expect(try GoldCheck(resolved).problems == [])
    }

    @Test func listsAreNumbered() throws {
        let report = "# Cap\n\n- un cap\n- deux\n\nPuis :\n\n- un cap\n- trois\n"
        let json = Self.emptyJSON.replacing(
            #""lists": []"#, with: #""lists": [{"intro": null, "items": 2, "first_item": "un cap", "talk": null}]"#)
        let gold = try GoldSamples.resolved(json, report: report)
        for (place, number) in [(1, nil), (2, 2)] as [(Int, Int?)] {
            let numbered = try gold.annotation.numbered(
                sections: [], lists: [report.place(of: "un cap", place)], cues: [], in: gold.text)
            #expect(numbered.lists.map(\.occurrence) == [number])
        }
    }

    @Test func aHeadingIsItsBlockAndNotTheWordInProse() throws {
        let json = Self.emptyJSON.replacing(
            #""sections": []"#,
            with: #""sections": [{"heading": "Le sel", "role": "talk"}, {"heading": "Le sel", "role": "topic"}]"#)
        let gold = try GoldSamples.resolved(
            json, report: "Le sel avant tout.\n\n## Le sel\n\nOui.\n\n### Le sel\n\nEncore.\n")
        #expect(gold.headings.map { $0?.start } == [19, 31])
    }

    @Test(arguments: [
        (#""speakers": ["Ana Pires"]"#, #""speakers": ["Ana Pirez"]"#, "not among the persons"),
        (#"{"heading": "Le sel et le C++", "title""#, #"{"heading": "Le sel", "title""#, "not among the sections"),
        (#""quote": "merci""#, #""quote": "très sympa""#, "cues[2]: the same place as cues[1]"),
        (#""quote": "merci""#, #""quote": "mercredi""#, "cues[2].quote: not in the document"),
        (#"{"quote": "merci","#, #"{"quote": "merci", "occurrence": 2,"#, "where the text stands 1 times"),
        (#""name": "Tom Adler""#, #""name": "Ana Pires""#, "comes twice"),
    ])
    func theCheckNamesWhatIsWrong(_ part: String, _ replacement: String, _ problem: String) throws {
        let json = GoldSamples.json.replacing(part, with: replacement)
        try #require(json != GoldSamples.json)
        let problems = try GoldCheck(GoldSamples.resolved(json)).problems
        #expect(problems.contains { $0.contains(problem) }, "\(problems)")
    }

    @Test func splitsDoNotShareText() throws {
        let long =
            "Un long paragraphe que personne n'écrirait deux fois par hasard, même en y pensant très fort et longtemps."
        func member(_ path: String, _ split: String?, _ report: String) throws -> GoldCheck.Member {
            let json = Self.emptyJSON.replacing("a.md", with: path)
            return .init(path: path, split: split, gold: try GoldSamples.resolved(json, report: report))
        }
        let train = try member("a.md", "train", "# Un\n\n\(long)\n\nMerci.\n")
        let dev = try member("b.md", "dev", "# Deux\n\n\(long)\n\nMerci.\n")
        let sibling = try member("c.md", "train", "# Trois\n\n\(long)\n")
        let copy = try member("d.md", "train", "# Un\n\n**\(long)**\n\nMerci.\n")
        #expect(try GoldCheck.leaks(between: [train, sibling]) == [])
        #expect(try GoldCheck.leaks(between: [train, dev]).count == 1)
        #expect(
            try GoldCheck.leaks(between: [train, copy]) == ["d.md: its document has the same text as that of a.md"])
        #expect(try GoldCheck.leaks(between: [train, train]).count == 2)
    }

    static let emptyJSON = """
        {"document": "a.md", "title": null, "author": null, "published": null, "event": {"name": null, "edition": null,
        "place": null, "start_date": null, "end_date": null}, "sections": [], "talks": [], "persons": [], "lists": [],
        "cues": []}
        """

    static func cueJSON(_ quotation: String, _ occurrence: Int? = nil) -> String {
        emptyJSON.replacing(
            #""cues": []"#,
            with: """
                "cues": [{"quote": "\(quotation)", "polarity": "positive", "target": "other", "talk": null,
                "holder": "author"\(occurrence.map { ", \"occurrence\": \($0)" } ?? "")}]
                """)
    }
}

extension String {
    /// Where a piece stands for the nth time; empty for one that does not.
    fileprivate func place(of piece: String, _ number: Int) -> SourceRange {
        let (text, piece) = (Array(utf8), Array(piece.utf8))
        var count = 0
        for start in 0...max(0, text.count - piece.count) where text[start...].starts(with: piece) {
            count += 1
            if count == number { return SourceRange(start, start + piece.count) }
        }
        return SourceRange(0, 0)
    }
}
