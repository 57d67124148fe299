import Archives
import Testing

struct InputPlaceTests {
    @Test(arguments: [
        (InputPlace("a.md"), "a.md"), (InputPlace("-", line: 3), "standard input: line 3"),
        (InputPlace("p.zip", entry: "2023/a.ndjson", line: 12), "p.zip: 2023/a.ndjson: line 12"),
        (InputPlace("x.warc.gz", offset: 0), "x.warc.gz: byte 0"),
    ])
    func describes(_ place: InputPlace, _ text: String) { #expect(place.description == text) }
}
