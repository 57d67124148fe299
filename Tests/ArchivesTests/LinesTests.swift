import Archives
import TextModel
import Testing

struct NDJSONTests {
    private func check(_ lines: String, options: InputOptions = InputOptions()) throws -> String {
        try Inputs("p.ndjson", lines.utf8).listing("p.ndjson", options: options)
    }

    @Test func aLineIsADocument() throws {
        let line =
            #"{"id":"a","html":"<p>été</p>","published":"2023-09-07T10:00:00Z","url":"https://e.fr/a","title":"T","x":1}"#
        let inputs = try Inputs("p.ndjson", "\u{FEFF}\(line)\r\n\n  \n{\"text\":\"b\"}".utf8)
        let documents = inputs.documents("p.ndjson")
        #expect(
            documents == [
                ArchivedDocument(
                    Array("<p>été</p>".utf8), id: "a", format: .html, encoding: "utf-8",
                    published: CalendarDate(year: 2023, month: 9, day: 7), url: "https://e.fr/a", title: "T",
                    place: InputPlace(inputs.path("p.ndjson"), line: 1)),
                ArchivedDocument(
                    Array("b".utf8), id: "p.ndjson#4", format: .text, encoding: "utf-8",
                    place: InputPlace(inputs.path("p.ndjson"), line: 4)),
            ])
    }

    @Test(arguments: [
        (#"{"id":12,"text":"t"}"#, "12: t"), (#"{"id" : 1.50 ,"text":"t"}"#, "1.50: t"),
        (#"{"id":null,"url":"u","text":"t"}"#, "u: t"), (#"{"id":"","text":"t"}"#, "p.ndjson#1: t"),
        (#"{"text":"t","html":"h","markdown":"m"}"#, "p.ndjson#1: m"),
        (#"{"text":"t","html":"","x":0}"#, "p.ndjson#1: t"),
        (#"{"text":""}"#, "p.ndjson#1: "), (#"{"id":"a","text":"\u00e9\n"}"#, "a: é⏎"),
    ])
    func reads(_ line: String, _ listing: String) throws { #expect(try check(line) == listing) }

    @Test(arguments: [
        ("[1]", "invalid_json"), ("{", "invalid_json"), ("{} {}", "invalid_json"), ("texte", "invalid_json"),
        (#"{"text":"\ud800"}"#, "invalid_json"), (#"{"text":"a","text":"b"}"#, "invalid_json"),
        (#"{"id":"a","n":1}"#, "invalid_fields (a)"), (#"{"text":1,"id":"a"}"#, "invalid_fields (a)"),
        (#"{"id":["a"],"text":"t"}"#, "invalid_fields"), (#"{"text":"t","url":{}}"#, "invalid_fields"),
    ])
    func refusesALineAndGoesOn(_ line: String, _ code: String) throws {
        #expect(try check(line + "\n{\"id\":\"z\",\"text\":\"t\"}\n") == "! p.ndjson: line 1: \(code)\nz: t")
    }

    @Test func refusesInvalidUTF8WithItsLine() throws {
        let inputs = try Inputs("p.ndjson", Array("\n{\"text\":\"".utf8) + [0xE9] + Array("\"}\n{\"text\":\"t\"}".utf8))
        #expect(inputs.listing("p.ndjson") == "! p.ndjson: line 2: invalid_utf8\np.ndjson#3: t")
    }

    @Test func carriesOtherFieldsAsTheyAreWritten() throws {
        let line = #"{"a" : 1.50,"id":"x","b":{"é": [1 ,2]},"text":"t","c":"\u00e9"}"#
        let inputs = try Inputs("p.ndjson", line.utf8)
        let options = InputOptions { $0.carriesExtra = true }
        #expect(
            inputs.documents("p.ndjson", options: options).first?.extra
                == #"{"a" : 1.50,"b":{"é": [1 ,2]},"c":"\u00e9"}"#)
        #expect(inputs.documents("p.ndjson").first?.extra == nil)
    }

    @Test func fieldsHaveTheNamesThatTheCallerSays() throws {
        let options = InputOptions {
            $0.fields.id = "slug"
            $0.fields.markdown = "corps"
            $0.fields.published = "le"
        }
        let inputs = try Inputs("p.ndjson", #"{"slug":"a","corps":"- c","le":"7 Sep 2023","text":"t"}"#.utf8)
        let document = inputs.documents("p.ndjson", options: options).first
        #expect(document?.id == "a" && document?.format == .markdown && document?.published?.day == 7)
        let refusal = try Inputs("p.ndjson", "{\"slug\":\"a\"}".utf8).refusals("p.ndjson", options: options).first
        #expect(refusal?.message == "none of the fields corps, html and text is there")
        #expect(refusal?.hint == "name the field of the text; there are: slug")
    }

    @Test func aLongLineIsRefusedAndNotHeld() throws {
        let inputs = try Inputs(
            "p.ndjson",
            Array("{\"text\":\"".utf8) + [UInt8](repeating: 0x61, count: 3 << 20) + Array("\"}\n{\"text\":\"t\"}".utf8))
        let options = InputOptions { $0.maximumDocumentBytes = 1 << 20 }
        #expect(inputs.listing("p.ndjson", options: options) == "! p.ndjson: line 1: too_large\np.ndjson#2: t")
        #expect(inputs.documents("p.ndjson").count == 2)
    }

    @Test(arguments: [
        ("\"2023-09-07\"", "2023-09-07"), ("\"2023-09-07T23:59:00-10:00\"", "2023-09-07"),
        ("\"20230907\"", "2023-09-07"),
        ("\"2023-09-07 10:00\"", "2023-09-07"), ("\"Thu, 07 Sep 2023 10:00:00 +0200\"", "2023-09-07"),
        ("\"7 sep 23\"", "2023-09-07"), ("\"7 Sep 99\"", "1999-09-07"), ("\"07/09/2023\"", "2023-09-07"),
        ("\"Thu, 7 September 2023\"", "2023-09-07"), ("1694080800", "2023-09-07"), ("1694080800.5", "2023-09-07"),
        ("951782400", "2000-02-29"), ("\" 2023/9/7 \"", "2023-09-07"), ("null", nil), ("\"\"", nil),
        ("\"0000-00-00 00:00:00\"", nil),
    ])
    func readsDates(_ value: String, _ day: String?) throws {
        let document = try Inputs("p.ndjson", #"{"text":"t","published":\#(value)}"#.utf8).documents("p.ndjson").first
        #expect(document?.published?.description == day)
        #expect(document?.diagnostics == [])
    }

    @Test(arguments: ["hier", "2023-02-30", "09/25/2023", "2023", "99999999999999999999", "Sep 7", "-1", "7 foo 2023"])
    func saysWhichDateItCannotRead(_ date: String) throws {
        let document = try Inputs("p.ndjson", #"{"text":"t","published":"\#(date)"}"#.utf8).documents("p.ndjson").first
        #expect(document?.published == nil && document?.diagnostics.map(\.code) == [.dateUnreadable])
    }
}

struct CSVTests {
    @Test func aRowIsADocument() throws {
        let rows = "id,text,published,url,pays\r\n1,\"un, \"\"deux\"\"\r\ntrois\",2023-09-07,u,fr\r\n\r\n2,x,,,\r\n"
        let inputs = try Inputs("p.csv", "\u{FEFF}\(rows)".utf8)
        let documents = inputs.documents("p.csv", options: InputOptions { $0.carriesExtra = true })
        #expect(
            documents == [
                ArchivedDocument(
                    Array("un, \"deux\"\r\ntrois".utf8), id: "1", format: .text, encoding: "utf-8",
                    published: CalendarDate(year: 2023, month: 9, day: 7), url: "u", extra: #"{"pays":"fr"}"#,
                    place: InputPlace(inputs.path("p.csv"), line: 2)),
                ArchivedDocument(
                    Array("x".utf8), id: "2", format: .text, encoding: "utf-8", extra: #"{"pays":""}"#,
                    place: InputPlace(inputs.path("p.csv"), line: 5)),
            ])
    }

    @Test(arguments: [
        ("id;text\n1;a,b", "1: a,b"), ("id\ttext\n1\ta,b;", "1: a,b;"), ("text\na", "p.csv#2: a"), ("", ""),
        ("text", ""),
        ("\"id\",\"text\"\n1,\"\"", "1: "), ("id,text\n1,a \"b\" c", "1: a \"b\" c"), ("text\n\"\"", "p.csv#2: "),
        ("id,text\n1,\"a\r\"", "1: a\r"), ("id,text\r\n1,a\r\n", "1: a"),
    ])
    func reads(_ rows: String, _ listing: String) throws {
        #expect(try Inputs("p.csv", rows.utf8).listing("p.csv") == listing)
    }

    @Test(arguments: [
        ("1", "invalid_csv"), ("1,a,b", "invalid_csv"), ("1,\"a\"b", "invalid_csv"), ("1,\"a\"b,\"", "invalid_csv"),
    ])
    func refusesARowAndGoesOn(_ row: String, _ code: String) throws {
        let inputs = try Inputs("p.csv", "id,text\n\(row)\nz,t\n".utf8)
        #expect(inputs.listing("p.csv") == "! p.csv: line 2: \(code)\nz: t")
    }

    @Test func anOpenQuoteIsRefusedWithTheLineItBeginsOn() throws {
        #expect(
            try Inputs("p.csv", "id,text\nz,t\n1,\"a\n\n".utf8).listing("p.csv") == "z: t\n! p.csv: line 3: invalid_csv"
        )
    }

    @Test(arguments: ["id,titre\n1,a", "text,text\n", "\"te\"xt\n"]) func refusesAHeader(_ rows: String) throws {
        #expect(try Inputs("p.csv", rows.utf8).items(["p.csv"]).count == 1)
        #expect(try Inputs("p.csv", rows.utf8).documents("p.csv").isEmpty)
    }

    @Test func otherEncodingsMustBeNamed() throws {
        let inputs = try Inputs("p.csv", Array("id,text\n1,".utf8) + [0xE9])
        #expect(inputs.listing("p.csv") == "! p.csv: line 2: invalid_utf8 (1)")
        let document = inputs.documents("p.csv", options: InputOptions { $0.encoding = "windows-1252" }).first
        #expect(document?.bytes == [0xE9] && document?.encoding == "windows-1252")
    }

    @Test(arguments: ["a", "a,", "\"\"", "\n"]) func aLongRowIsRefused(_ part: String) throws {
        let row = "\"" + String(repeating: part == "a," ? "\",\"" : part, count: 1 << 19) + "\""
        let inputs = try Inputs("p.csv", "id,text\n1,\(row)\nz,t\n".utf8)
        let listing = inputs.listing("p.csv", options: InputOptions { $0.maximumDocumentBytes = 1 << 17 })
        #expect(listing == "! p.csv: line 2: too_large\nz: t")
    }
}
