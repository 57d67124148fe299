import Formats
import Testing
import TextModel

struct FileNameMetadataTests {
    @Test(arguments: [
        ("2023-09-07-cloud-alpes.md", "2023-09-07"), ("2010-11-18_sageo.md", "2010-11-18"),
        ("20230907-x.md", "2023-09-07"), ("20230907.md", "2023-09-07"), ("2023.09.07.md", "2023-09-07"),
        ("2023-9-7-x.md", "2023-09-07"), ("2023_09_07 notes.md", "2023-09-07"),
        ("notes-2023-09-07.md", "2023-09-07"), ("alice--2023-09-07-x.md", "2023-09-07"),
        ("content/posts/2023/09/07/x.md", "2023-09-07"), ("2023/09/07/x/index.md", "2023-09-07"),
        ("2023/2023-09-07/index.md", "2023-09-07"), ("posts\\2023\\9\\7\\x.md", "2023-09-07"),
        ("2022-01-02/2023-09-07.md", "2023-09-07"),
        // Near misses: no day, no such day, part of a word or of a longer number, too far away.
        ("top-10-2023.md", nil), ("v2023-13-45.md", nil), ("2023-13-45.md", nil), ("2023-02-30.md", nil),
        ("v2023-09-07.md", nil), ("2023-09-07bis.md", nil), ("120230907.md", nil), ("202309071200.md", nil),
        ("2023-09.md", nil), ("2023-09/07.md", nil), ("2023-09-7_07.md", "2023-09-07"), ("x-2023-9-7.md", nil),
        ("2023-09-07/a/b/c/d/x.md", nil), ("2023/09/07x/x.md", nil), ("1789-07-14.md", nil), ("2023/09-07.md", nil),
        ("", nil), ("/", nil), (".md", nil), ("2023-", nil),
    ])
    func theDayInAPath(path: String, day: String?) throws {
        let metadata = try DocumentReader().read(SourceText("Texte."), as: .markdown, fileName: path).metadata
        #expect(metadata.published?.date.description == day)
        #expect(metadata.published.map(\.source) == (day == nil ? nil : .fileName))
        #expect(metadata.published?.range == nil)
    }

    @Test func theTextCountsBeforeItsName() throws {
        let source = SourceText("---\ntitle: x\ndate: 2021-01-02\n---\n")
        let metadata = try DocumentReader().read(source, as: .markdown, fileName: "2023-09-07-x.md").metadata
        #expect(metadata.published?.date == CalendarDate(year: 2021, month: 1, day: 2))
        #expect(metadata.published?.source == .frontMatter)
    }
}
