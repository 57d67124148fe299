import Causerie
import Extraction
import Testing
import TextModel

struct ReportAssemblyTests {
    private static let source = """
        ---
        title: Le phare
        ---
        # Deux talks

        ## L’**été** – Maud

        Très clair, on a vu :

        - un
          - deux

        Le reste est long.

        ## Le port

        Bien.
        """

    private let read: Analyzer.ReadDocument
    private let text: ReportText

    init() throws {
        read = try Analyzer.document(of: Array(Self.source.utf8), format: .markdown)
        text = try Analyzer().reportText(of: read.document)
    }

    private func range(_ words: String) throws -> TextRange {
        let all = Array(text.utf8)
        let wanted = Array(words.utf8)
        let start = try #require((0...all.count - wanted.count).first { Array(all[$0..<$0 + wanted.count]) == wanted })
        return TextRange(start, start + wanted.count)
    }

    private func report(
        _ findings: Findings, of text: ReportText? = nil, stages: Set<Stage.Name> = Set(Stage.Name.allCases)
    ) -> Report {
        ReportAssembly(text: text ?? self.text, findings: findings).report(
            recordID: nil,
            producer: Report.Producer(
                name: "", version: "", lexiconsDigest: "", icuVersion: "", unicodeVersion: ""),
            source: Report.Source(mediaType: "", encoding: "", bytes: 0, sha256: ""), diagnostics: [], stages: stages)
    }

    private func section(_ passage: Int, _ range: TextRange, level: Int, _ role: SectionRole) throws -> SectionFinding {
        SectionFinding(
            passage: passage, range: range, level: level, role: role, ownEnd: passage + 1, end: passage + 1,
            rule: try #require(HeadingRule.allCases.first))
    }

    private func twoTalks() throws -> Findings {
        var findings = Findings()
        findings.sections = [
            try section(0, range("Deux talks"), level: 1, .group),
            try section(1, range("L'été – Maud"), level: 2, .talk),
            try section(5, range("Le port"), level: 2, .talk),
        ]
        var first = TalkFinding(rule: "heading")
        first.section = 1
        first.title = try range("L'été")
        first.titleSource = .heading
        first.body = TextRange(try range("Très clair").start, try range("est long.").end)
        var second = TalkFinding(rule: "heading")
        second.section = 2
        second.title = try range("Le port")
        findings.talks = [first, second]
        return findings
    }

    @Test func talksTitlesAndBodiesLeadBackToTheSource() throws {
        let report = report(try twoTalks())
        let talk = report.talks[0]
        #expect(talk.id == "t1" && talk.ordinal == 1 && talk.sectionID == "s2")
        #expect(talk.title == "L’été")
        #expect(try read.source[#require(talk.titleSpan).range] == "L’**été")
        #expect(try read.source[#require(talk.body)].hasPrefix("Très clair"))
        #expect(report.talks[1].id == "t2" && report.talks[1].speakerStatus == .notStated)
        #expect(report.sections.map(\.talkID) == [nil, "t1", "t2"])
        #expect(report.document.title == "Le phare")
        #expect(report.warnings.isEmpty)
    }

    @Test func aHeadingOverTwoTalksBelongsToNeither() throws {
        var findings = try twoTalks()
        findings.talks[1].section = 1
        #expect(report(findings).sections.map(\.talkID) == [nil, nil, nil])
    }

    @Test func aTopicBelongsToTheTalkAroundIt() throws {
        var findings = try twoTalks()
        findings.talks[0].body = TextRange(try range("Très clair").start, try range("Bien.").end)
        findings.talks[1].section = nil
        findings.sections[2].role = .topic
        #expect(report(findings).sections.map(\.talkID) == [nil, "t1", "t1"])
        findings.sections[2].role = .logistics
        #expect(report(findings).sections.map(\.talkID) == [nil, "t1", nil])
    }

    @Test(arguments: [
        ([], SpeakerStatus.notStated), ([true], .named), ([true, true], .named), ([true, false], .partlyNamed),
        ([false], .unnamed),
    ])
    func speakerStatus(_ named: [Bool], _ status: SpeakerStatus) throws {
        var findings = try twoTalks()
        findings.people = [PersonFinding(name: "Maud")]
        let rule = try #require(SpeakerRule.allCases.first)
        findings.talks[0].speakers = named.map {
            SpeakerFinding(person: $0 ? 0 : nil, range: nil, unnamedReason: $0 ? nil : .forgotten, rule: rule)
        }
        let talk = report(findings).talks[0]
        #expect(talk.speakerStatus == status)
        #expect(talk.speakers.map { $0.name != nil } == named)
        #expect(talk.speakers.map { $0.personID != nil } == named)
    }

    @Test func listsCuesAndLinksStandUnderTheirTalk() throws {
        var findings = try twoTalks()
        let items = [
            ListFinding.Item(passage: 3, depth: 1, parent: nil, range: try range("un")),
            ListFinding.Item(passage: 4, depth: 2, parent: 0, range: try range("deux")),
        ]
        findings.lists = [
            ListFinding(isOrdered: false, items: [items[0]]),
            ListFinding(intro: try range("on a vu :"), isOrdered: false, items: items, talk: 0),
        ]
        func cue(_ words: String, _ polarity: Polarity, _ target: CueTarget, _ talks: [Int]) throws -> CueFinding {
            CueFinding(try range(words), polarity: polarity, target: target, talks: talks, rule: "r")
        }
        findings.cues = [
            try cue("Très clair", .positive, .talk, [0]), try cue("long", .negative, .topic, [0]),
            try cue("Bien", .positive, .talk, [0, 1]), try cue("Bien", .positive, .event, []),
        ]
        findings.links = [
            LinkFinding(kind: .slides, url: "a", range: try range("un"), talk: 1),
            LinkFinding(kind: .other, url: "b", range: try range("deux")),
        ]
        let report = report(findings)
        #expect(report.lists.map(\.id) == ["l1"])
        let list = report.talks[0].lists[0]
        #expect(list.id == "l2" && list.intro?.text == "on a vu :")
        #expect(list.items.map(\.id) == ["i2", "i3"] && list.items.map(\.parentID) == [nil, "i2"])
        #expect(list.items.map(\.marker) == ["-", "-"])
        #expect(report.talks[0].cues.map(\.id) == ["c1", "c2"])
        #expect(report.cues.map(\.id) == ["c3", "c4"])
        // A cue on both talks counts for each, one on a topic for none.
        #expect(report.talks[0].reception.positiveCueIDs == ["c1", "c3"])
        #expect(report.talks[0].reception.negativeCueIDs.isEmpty)
        #expect(report.talks[1].reception == Report.Reception(polarity: .positive, positiveCueIDs: ["c3"]))
        #expect(report.talks[1].links.map(\.url) == ["a"] && report.links.map(\.url) == ["b"])
    }

    /// A title has no emoji between its words, and keeps one that is quoted.
    @Test(arguments: [
        ("Ranger ses 🔦🔦 lampes (et le reste)", "Ranger ses lampes (et le reste)"),
        ("Que mesure \"🔦\".count ?", "Que mesure \"🔦\".count ?"),
    ])
    func titlesAreWords(source: String, expected: String) throws {
        let text = try Analyzer().reportText(
            of: Analyzer.document(of: Array("# \(source)\n".utf8), format: .markdown).document)
        var findings = Findings()
        var talk = TalkFinding(rule: "test")
        talk.title = text.passages[0].range
        findings.talks = [talk]
        let talks = report(findings, of: text).talks
        #expect(talks.map(\.title) == [expected])
        #expect(talks.map(\.titleSpan?.text) == [source])
    }

    /// Praise of all talks is the reception of one that was heard and of which nothing else is said.
    @Test func praiseOfAllTalksCountsWhereNothingElseIsSaid() throws {
        var findings = try twoTalks()
        findings.cues = [
            CueFinding(try range("long"), polarity: .negative, strength: 3, target: .talk, talks: [0], rule: "r"),
            CueFinding(try range("Bien"), polarity: .positive, target: .talk, praisesAllTalks: true, rule: "r"),
        ]
        let heard = report(findings)
        #expect(heard.talks.map(\.reception.polarity) == [.negative, .positive])
        #expect(heard.talks[1].reception.positiveCueIDs == ["c2"])
        findings.talks[1].attendance = .notAttended
        #expect(report(findings).talks[1].reception.polarity == .unstated)
    }

    @Test func noTalkIsAWarningWhereTalksWereLookedFor() throws {
        #expect(report(Findings()).warnings.map(\.code) == ["no_talk_found"])
        #expect(report(Findings(), stages: [.event]).warnings.isEmpty)
    }

    @Test func whatIsKnownFromTheFrontMatterHasItsPlace() throws {
        var findings = Findings()
        findings.event.metadataEvidence = [try #require(read.document.metadata.title), Metadata.Value("x", at: nil)]
        findings.event.name = "Le phare"
        let evidence = report(findings).event.evidence
        #expect(evidence.map(\.text) == ["Le phare"])
        #expect(read.source[evidence[0].range] == "Le phare")
    }
}
