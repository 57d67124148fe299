import JSON
import Testing

struct JSONValueTests {
    @Test(arguments: [
        ("null", JSONValue.null), (" true ", .bool(true)), ("[]", .array([])), ("{}", .object([])),
        ("-0.5e+1", .number(-5.0)), ("0", .number(0.0)), (#""a\"\\\/\b\f\n\r\té""#, .string("a\"\\/\u{8}\u{C}\n\r\té")),
        (#""\u00e9\ud83d\ude00""#, .string("é😀")), ("\u{FEFF}[1,\t2]\r\n", .array([.number(1.0), .number(2.0)])),
        (
            #"{"b":[{"a":null}],"a":"x"}"#,
            .object(["b": .array([.object(["a": .null])]), "a": .string("x")])
        ),
    ])
    func reads(_ text: String, _ value: JSONValue) throws {
        #expect(try JSONValue(parsing: Array(text.utf8)) == value)
    }

    @Test(arguments: [
        ("", 1), ("[1,\n2,\n]", 3), ("{\"a\" 1}", 1), ("{\"a\":1,\n\"a\":2}", 2), ("01", 1), ("1.", 1), ("+1", 1),
        ("1e999", 1), ("nul", 1), ("\"a\nb\"", 2), ("\"a", 1), (#""\x""#, 1), (#""\u12""#, 1), (#""\ud800""#, 1),
        (#""\udc00\ud800""#, 1), ("[] []", 1), ("'a'", 1), ("{a:1}", 1), ("[1 2]", 1), ("\u{0}", 1),
        (#""\u+123""#, 1),
    ])
    func refuses(_ text: String, _ line: Int) {
        #expect {
            _ = try JSONValue(parsing: Array(text.utf8))
        } throws: {
            ($0 as? JSONSyntaxError)?.line == line
        }
    }

    @Test func depthIsBounded() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        #expect(throws: Never.self) { try JSONValue(parsing: nested(JSONValue.maximumDepth)) }
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: nested(JSONValue.maximumDepth + 2)) }
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: nested(1_000_000)) }
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: [0x22, 0xC3, 0x28, 0x22]) }
    }

    @Test func membersAreAsTheyAreWritten() throws {
        let members = try JSONSourceMember.all(in: Array("\u{FEFF} {\"a\" : 1.50, \"é\":\n{\"b\": [ ]} } ".utf8))
        #expect(members.map(\.key) == ["a", "é"])
        #expect(members.map(\.value) == [.number(1.5), .object(["b": .array([])])])
        #expect(members.map { String(decoding: $0.text, as: UTF8.self) } == [#""a" : 1.50"#, "\"é\":\n{\"b\": [ ]}"])
        #expect(try JSONSourceMember.all(in: Array("{}".utf8)).isEmpty)
    }

    @Test(arguments: ["", "[]", "1", "{} {}", "{\"a\":1", "{\"a\":1,\"a\":2}", "{\"a\":[}"])
    func refusesMembers(_ text: String) {
        #expect(throws: JSONSyntaxError.self) { try JSONSourceMember.all(in: Array(text.utf8)) }
    }

    @Test(arguments: [
        #"{"a":[1,-2.5,null,true,"é\"\\\n\u0001😀"],"b":{}}"#, "[]", #""""#, #""\u0000\u007f’\u0085\u2028\u2029""#,
    ])
    func whatIsWrittenIsReadAgain(_ text: String) throws {
        let value = try JSONValue(parsing: Array(text.utf8))
        #expect(value.text == text)
    }
}
