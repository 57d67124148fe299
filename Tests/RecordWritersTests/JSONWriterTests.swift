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
