import JSON
import RecordWriters
import Testing

struct JSONWriterTests {
    @Test(arguments: [
        ("", #""""#), ("L’été", #""L’été""#), (#"a"b\c"#, #""a\"b\\c""#), ("a\nb\rc\td", #""a\nb\rc\td""#),
        ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#), ("\\", #""\\""#), ("👩‍💻", #""👩‍💻""#),
    ])
    func stringsAreEscaped(_ text: String, _ json: String) {
        var writer = JSONWriter()
        writer.add(text)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
    }

    /// JSON needs no escape of these, but readers that split lines as Unicode does would cut a record at them.
    @Test(arguments: [
        ("\u{2028}", #""\u2028""#), ("Le cap\u{2029}", #""Le cap\u2029""#), ("a\u{85}b", #""a\u0085b""#),
        ("l’été\u{2028}\u{2029} à midi \u{2028}", #""l’été\u2028\u2029 à midi \u2028""#),
        // Near misses: the same first bytes.
        ("« L’été »\u{A0}: “Â” – … \u{2027}\u{202A}\u{84}", "\"« L’été »\u{A0}: “Â” – … \u{2027}\u{202A}\u{84}\""),
        ("\u{2029}\"", #""\u2029\"""#),
    ])
    func aLineEndsOnlyWhereTheRecordDoes(_ text: String, _ json: String) throws {
        var writer = JSONWriter()
        writer.add(text)
        let line = String(decoding: writer.bytes, as: UTF8.self)
        #expect(line == json)
        #expect(line.split(whereSeparator: \.isNewline).count == 1)
        #expect(try JSONValue(parsing: writer.bytes) == .string(text))
    }

    @Test func escapesAreFoundAtEveryPlace() throws {
        for end in ["\u{85}", "\u{2028}", "\u{2029}", "\"", "\n"] {
            for count in 0..<20 {
                let text =
                    String(repeating: "é", count: count / 2) + String(repeating: "a", count: count % 2) + end + "’z"
                var writer = JSONWriter()
                writer.add(text)
                #expect(try JSONValue(parsing: writer.bytes) == .string(text))
                #expect(writer.bytes.contains(UInt8(ascii: "\\")), "\(count)")
            }
        }
    }

    private func example(_ writer: inout JSONWriter) -> String {
        writer.beginObject()
        writer.add("a", -12)
        writer.key("b")
        writer.beginArray()
        writer.addNull()
        writer.add(true)
        writer.beginObject()
        writer.endObject()
        writer.beginArray()
        writer.endArray()
        writer.endArray()
        writer.add("c", ["x", "y"])
        writer.endObject()
        writer.endLine()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func oneLine() {
        var writer = JSONWriter()
        let once = example(&writer)
        #expect(once == #"{"a":-12,"b":[null,true,{},[]],"c":["x","y"]}"# + "\n")
        writer.removeAll()
        #expect(example(&writer) == once)
    }

    @Test func indented() {
        var writer = JSONWriter(indentation: 2)
        #expect(
            example(&writer) == """
                {
                  "a": -12,
                  "b": [
                    null,
                    true,
                    {},
                    []
                  ],
                  "c": [
                    "x",
                    "y"
                  ]
                }

                """)
    }
}
