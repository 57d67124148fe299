import Foundation
import RecordWriters
import Testing
import TextModel

struct RecordWriterTests {
    private static let source = SourceText("# L’été – Maud\n\nTrès clair.\n")

    private static var smallest: Report {
        Report(
            producer: Report.Producer(
                name: "causerie", version: "1", lexiconsDigest: "00", icuVersion: "72.1", unicodeVersion: "15.0"),
            source: Report.Source(mediaType: "text/plain", encoding: "utf-8", bytes: 0, sha256: "00"))
    }

    private static var full: Report {
        var report = smallest
        let span = Report.Span(SourceRange(4, 13), "’été")
        report.recordID = "r"
        report.source.id = "a.md"
        report.source.uri = "u"
        report.source.extra = #"{"k":1}"#
        report.document.title = "T"
        report.document.authors = ["A", "B"]
        report.document.published = CalendarDate(year: 2023, month: 9, day: 7)
        report.document.publishedSource = "file_name"
        report.event.name = "E"
        report.event.startDate = CalendarDate(year: 2023, month: 9, day: 6)
        report.event.dateSource = .frontMatter
        report.event.evidence = [span]
        report.sections = [Report.Section(id: "s1", level: 1, heading: span, role: .talk, talkID: "t1", rule: "x")]
        let cue = Report.Cue(
            id: "c1", span: span, polarity: .positive, strength: 3, negated: false, target: .own, rule: "x")
        let item = Report.Item(id: "i2", parentID: "i1", depth: 2, marker: "-", span: span)
        report.talks = [
            Report.Talk(
                id: "t1", ordinal: 1, kind: .keynote, title: "L’été", titleSpan: span, titleSource: .documentTitle,
                sectionID: "s1", body: SourceRange(20, 24), url: "u", attendance: .notAttended,
                speakers: [
                    Report.Speaker(personID: "p1", name: "Maud", span: span, rule: "x"),
                    Report.Speaker(unnamedReason: .mentionedWithoutName, rule: "y"),
                ], speakerStatus: .partlyNamed, lists: [Report.BulletList(id: "l1", ordered: true, items: [item])],
                cues: [cue], reception: Report.Reception(polarity: .positive, positiveCueIDs: ["c1"]),
                links: [Report.Link(kind: .slides, url: "u", span: span)])
        ]
        report.persons = [
            Report.Person(
                id: "p1", name: "Maud", roles: [.speaker, .met], mentions: [Report.Mention(span: span, form: .given)])
        ]
        report.warnings = [Report.Warning(code: "w", message: "M.")]
        return report
    }

    private func written(_ report: Report, unit: OffsetUnit = .utf8) -> String {
        var writer = RecordWriter()
        return String(
            decoding: writer.bytes(of: report, offsets: OffsetConverter(Self.source, unit: unit)), as: UTF8.self)
    }

    @Test func unknownIsNullAndEveryMemberIsThere() {
        #expect(
            written(Self.smallest) == """
                {"schema":"causerie/report","schema_version":1,"record_id":null,"offset_unit":"utf8",\
                "producer":{"name":"causerie","version":"1","lexicons_digest":"00","icu_version":"72.1",\
                "unicode_version":"15.0"},"source":{"id":null,"uri":null,"media_type":"text/plain",\
                "encoding":"utf-8","bytes":0,"sha256":"00","extra":null},"document":{"title":null,"authors":[],\
                "published":null,"published_source":null,"url":null,"language":null,"tags":[]},\
                "event":{"name":null,"edition":null,"place":null,"start_date":null,"end_date":null,"period":null,\
                "date_source":null,"evidence":[],"rule":null},"sections":[],"talks":[],"persons":[],"lists":[],\
                "cues":[],"links":[],"warnings":[]}

                """)
    }

    @Test func aFullTalk() {
        let span = #"{"start":4,"end":13,"text":"’été"}"#
        let line = written(Self.full)
        #expect(
            line.contains(
                """
                "talks":[{"id":"t1","ordinal":1,"kind":"keynote","title":"L’été","title_span":\(span),\
                "title_source":"document_title","section_id":"s1","body":{"start":20,"end":24},"url":"u",\
                "attendance":"not_attended","speakers":[{"person_id":"p1","name":"Maud","span":\(span),\
                "unnamed_reason":null,"rule":"x"},{"person_id":null,"name":null,"span":null,\
                "unnamed_reason":"mentioned_without_name","rule":"y"}],"speaker_status":"partly_named",\
                "lists":[{"id":"l1","intro":null,"ordered":true,"items":[{"id":"i2","parent_id":"i1","depth":2,\
                "marker":"-","span":\(span)}]}],"cues":[{"id":"c1","span":\(span),"polarity":"positive","strength":3,\
                "negated":false,"holder":"author","holder_person_id":null,"target":"self","rule":"x"}],\
                "reception":{"polarity":"positive","positive_cue_ids":["c1"],"negative_cue_ids":[]},\
                "links":[{"kind":"slides","url":"u","span":\(span)}]}],\
                "persons":[{"id":"p1","name":"Maud","given_name":null,"family_name":null,"handles":[],\
                "affiliation":null,"roles":["speaker","met"],"mentions":[{"span":\(span),"form":"given"}]}]
                """))
        #expect(line.contains(#""extra":"{\"k\":1}""#))
        #expect(line.contains(#""published":"2023-09-07""#))
    }

    @Test(arguments: [(OffsetUnit.utf8, 4, 13), (.utf16, 4, 9), (.scalar, 4, 9)])
    func offsetsAreInTheUnitThatTheRecordNames(_ unit: OffsetUnit, _ start: Int, _ end: Int) throws {
        let line = written(Self.full, unit: unit)
        #expect(line.contains(#""offset_unit":"\#(unit.rawValue)""#))
        #expect(line.contains(#""heading":{"start":\#(start),"end":\#(end),"#))
    }

    @Test func oneWriterServesManyRecords() {
        var writer = RecordWriter()
        let offsets = OffsetConverter(Self.source, unit: .utf8)
        let first = writer.bytes(of: Self.full, offsets: offsets)
        _ = writer.bytes(of: Self.smallest, offsets: offsets)
        #expect(writer.bytes(of: Self.full, offsets: offsets) == first)
    }

    @Test func indentedIsTheSameRecord() throws {
        var writer = RecordWriter(.indented)
        let bytes = writer.bytes(of: Self.full, offsets: OffsetConverter(Self.source, unit: .utf8))
        let indented = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? NSDictionary)
        let line = try #require(JSONSerialization.jsonObject(with: Data(written(Self.full).utf8)) as? NSDictionary)
        #expect(indented == line)
    }
}
