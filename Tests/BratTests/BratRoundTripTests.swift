import Brat
import Causerie
import Evaluation
import JSON
import TestSupport
import Testing
import TextModel

struct BratRoundTripTests {
    private let document = Result {
        try Analyzer.document(of: InventedReport.source.utf8, fileName: "cap.md").document
    }

    private func files(of report: Report) throws -> BratWriter.Files {
        BratWriter().files(of: report, source: InventedReport.source, document: try document.get())
    }

    private func gold(_ annotations: String) throws -> GoldAnnotation {
        let gold = try GoldFromBrat(
            annotations: annotations, source: InventedReport.source, document: try document.get())
        return try GoldAnnotation(parsing: Array(gold.gold(of: "cap.md").text.utf8))
    }

    private func lines(of report: Report) throws -> [String] {
        String(decoding: try files(of: report).annotations, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func theFactsOfTheRecordComeBack() throws {
        let report = InventedReport.full
        let gold = try gold(String(decoding: files(of: report).annotations, as: UTF8.self))
        #expect(gold.title == report.document.title)
        #expect(gold.author == "Zoé Aubanel")
        #expect(gold.published == report.document.published)
        #expect(gold.event.name == report.event.name && gold.event.edition == "2023" && gold.event.place == nil)
        #expect(gold.event.startDate == report.event.startDate && gold.event.endDate == report.event.endDate)
        #expect(gold.sections.map(\.heading) == report.sections.map(\.heading.text))
        #expect(gold.sections.map(\.role) == report.sections.map(\.role))
        #expect(gold.talks.map(\.title) == report.talks.map(\.title))
        #expect(
            gold.talks.map(\.heading)
                == [report.sections[1], report.sections[2], report.sections[2]].map(\.heading.text))
        #expect(gold.talks.map(\.kind) == report.talks.map(\.kind))
        #expect(gold.talks.map(\.attendance) == report.talks.map(\.attendance))
        #expect(gold.talks.map(\.reception) == report.talks.map(\.reception.polarity))
        #expect(gold.talks.map(\.speakers) == [["Maud Tessier"], [], []])
        #expect(gold.talks.map(\.unnamedSpeakers) == [0, 2, 0])
        #expect(
            gold.talks.map(\.startsWith) == [
                "On part à l’aube avec Maud, sans carte", "Le premier, par deux collègues, était brouillon.", nil,
            ])
        #expect(gold.persons.map(\.name) == report.persons.map(\.name))
        #expect(gold.persons.map(\.roles) == report.persons.map(\.roles))
        #expect(gold.persons.map(\.aliases) == [["Zoé"], ["Maud"]])
        // A list of one item is none in gold.
        #expect(gold.lists.map(\.firstItem) == [#"un, "deux" ; trois"#])
        #expect(gold.lists.map(\.items) == [3] && gold.lists.map(\.talk) == [0])
        #expect(gold.lists.map(\.intro) == ["Ce qu’il faut retenir :"])
        #expect(gold.cues.map(\.quote) == ["Merci", "chaleureux", "Très clair", "trop court", "brouillon"])
        #expect(gold.cues.map(\.talk) == [nil, nil, 0, 0, 1])
        #expect(gold.cues.map(\.polarity) == [.positive, .positive, .positive, .negative, .negative])
        #expect(gold.cues.map(\.target) == [.other, .event, .talk, .talk, .talk])
        #expect(gold.cues.map(\.holder) == [.other, .author, .author, .author, .author])
    }

    /// brat refuses a text annotation whose text is not what stands at its offsets, counted in Unicode scalar values.
    @Test func everyTextIsWhatStandsAtItsOffsets() throws {
        let scalars = Array(String(decoding: InventedReport.source.utf8, as: UTF8.self).unicodeScalars)
        let texts = try lines(of: InventedReport.full).filter { $0.hasPrefix("T") }
        #expect(texts.count > 20)
        for line in texts {
            let fields = line.split(separator: "\t", maxSplits: 2).map(String.init)
            let places = fields[1].drop { $0 != " " }.split(separator: ";").map {
                $0.split(separator: " ").compactMap { Int($0) }
            }
            let text = places.map { place in
                String(String.UnicodeScalarView(scalars[place[0]..<place[1]]))
            }.joined(separator: " ")
            #expect(text == fields[2])
        }
    }

    @Test func anEmptyReportGivesGoldWithoutFacts() throws {
        let lines = try lines(of: InventedReport.empty)
        #expect(lines.count == 2)
        let gold = try gold(lines.joined(separator: "\n"))
        #expect(gold.title == nil && gold.talks.isEmpty && gold.persons.isEmpty)
    }

    @Test func noTextGivesNoAnnotation() throws {
        let source = SourceText("\n \n")
        let read = try Analyzer.document(of: source.utf8, fileName: "a.md").document
        let files = BratWriter().files(of: InventedReport.empty, source: source, document: read)
        #expect(files.annotations.isEmpty)
        let gold = try GoldFromBrat(annotations: "", source: source, document: read).gold(of: "a.md")
        #expect(throws: Never.self) { try GoldAnnotation(parsing: Array(gold.text.utf8)) }
    }

    /// What an annotator adds by hand has no notes.
    @Test func whatPeopleAddCounts() throws {
        let text = String(decoding: InventedReport.source.utf8, as: UTF8.self)
        func place(_ piece: String) -> String {
            let range = text.range(of: piece)
            return "\(text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)) "
                + "\(text.unicodeScalars.distance(from: text.startIndex, to: range.upperBound))"
        }
        let gold = try gold(
            """
            T1\tPerson \(place("Zoé Aubanel"))\tZoé Aubanel\r
            T2\tPerson \(place("Maud Tessier"))\tMaud Tessier
            A1\tIsSpeaker T2
            T3\tTitle \(place("Le *cap*, à \"midi\""))\tLe *cap*, à "midi"
            T4\tTalk \(place("On part à l’aube"))\tOn part à l’aube
            E1\tTalk:T4 Title:T3 Speaker2:T2
            T5\tCue \(place("Très clair"))\tTrès clair
            A2\tPolarity T5 positive
            #1\tAnnotatorNotes T5\tà revoir
            R1\tRelated Arg1:T1 Arg2:T2
            """)
        #expect(gold.persons.map(\.name) == ["Zoé Aubanel", "Maud Tessier"])
        #expect(gold.persons.map(\.roles) == [[.mentioned], [.speaker]])
        #expect(gold.talks.map(\.title) == [#"Le cap, à "midi""#])
        #expect(gold.talks.map(\.speakers) == [["Maud Tessier"]])
        #expect(gold.talks.map(\.startsWith) == ["On part à l’aube"])
        #expect(gold.talks.map(\.attendance) == [.attended])
        #expect(gold.cues.map(\.talk) == [nil] && gold.cues.map(\.target) == [.talk])
    }

    @Test(arguments: [
        ("T1 Person 0 4 Zoé", "line 1: no tab after the id"),
        ("\nT1\tPerson 4 0\tZoé", "line 2: a text annotation is “T1<tab>Type start end<tab>text”"),
        ("T1\tPerson 0 99999\tZoé", "T1 ends at 99999"),
        ("T1\tCue 0 3\t---", "T1: Polarity is missing; it is one of positive, negative"),
        ("T1\tHeading 0 3\t---\nA1\tRole T1 chapter", "T1: Role is chapter; it is one of talk"),
        ("T1\tTalk 0 3\t---\nE1\tTalk:T1 Speaker:T9", "line 2: the speaker T9 is no person"),
        ("Z1\tFoo", "line 1: “Z1” is no id of an annotation"),
        ("E1\tTalk", "line 1: an event is"),
    ])
    func whatIsWrongIsNamed(_ annotations: String, _ message: String) {
        let error = #expect(throws: BratError.self) { try gold(annotations) }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        ("posts/cap.md", "posts/cap.md"), ("a b.md", "a=20b.md"), ("../x.md", "=2E./x.md"), ("notes", "notes=.md"),
        ("https://a.example/é?p=1", "https=3A/=/a.example/é=3Fp=3D1=.md"), (".git/a.md", "=2Egit/a.md"),
        ("a.txt/b.md", "a=2Etxt/b.md"), ("", "==.md"),
    ])
    func namesAreSafe(_ id: String, _ path: String) throws {
        var report = InventedReport.empty
        report.source.id = id
        #expect(try files(of: report).path == path)
    }

    @Test func aLongNameIsCut() throws {
        var report = InventedReport.empty
        report.source.id = String(repeating: "é", count: 300) + ".md"
        let path = try files(of: report).path
        #expect(path.utf8.count < 250)
        report.source.id = String(repeating: "é", count: 301) + ".md"
        #expect(try files(of: report).path != path)
    }

    @Test func theConfigurationNamesEveryType() {
        let text = String(decoding: BratConfiguration.bytes, as: UTF8.self)
        for part in [
            "[entities]", "[relations]", "[events]", "[attributes]", "Polarity Arg:Cue, Value:positive|negative",
        ] {
            #expect(text.contains(part + "\n"))
        }
    }
}

extension String {
    /// The first place of a piece; empty at the start for one that is not there.
    fileprivate func range(of piece: String) -> Range<String.Index> {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(piece) { return start..<(index(start, offsetBy: piece.count)) }
            start = index(after: start)
        }
        return startIndex..<startIndex
    }
}
