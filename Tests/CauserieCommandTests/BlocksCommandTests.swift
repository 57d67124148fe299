import Foundation
import TestSupport
import Testing

struct BlocksCommandTests {
    private let report = Data(
        "---\ntitle: Le cap\ndate: 2023-09-07\n---\n\n## Le *port*\n\nUn [lien](u).\n\n- un\n  - deux\n".utf8)

    @Test func theTreeShowsKindsPlacesAndMarks() throws {
        let run = try Command(["blocks", "--from", "markdown"], input: report)
        #expect(run.status == 0)
        #expect(
            run.output == """
                format: markdown
                title: Le cap
                published: 2023-09-07 (front_matter)

                40–52  heading(2, hashes)  Le _port_
                54–67  paragraph  Un [lien](u).
                69–73  item(list 0) -  un
                76–82    item(list 1) -  deux

                """)
    }

    @Test func ndjsonHasOneBlockALine() throws {
        let run = try Command(["blocks", "--from", "markdown", "--format", "ndjson"], input: report)
        #expect(
            run.output.split(separator: "\n") == [
                #"{"kind":"heading","start":40,"end":52,"text":"Le port","level":2,"mark":"hashes","quote_depth":0,"spans":[{"kind":"emphasis","start":47,"end":51,"text":"port"}]}"#,
                #"{"kind":"paragraph","start":54,"end":67,"text":"Un lien.","quote_depth":0,"spans":[{"kind":"link","start":58,"end":62,"text":"lien","target":"u"}]}"#,
                #"{"kind":"item","start":69,"end":73,"text":"un","list":0,"depth":1,"marker":"-","ordered":false,"quote_depth":0,"spans":[]}"#,
                #"{"kind":"item","start":76,"end":82,"text":"deux","list":1,"depth":2,"marker":"-","ordered":false,"quote_depth":0,"parent":2,"spans":[]}"#,
            ])
        #expect(run.errors.isEmpty)
    }

    @Test func offsetsCountWhatIsAskedFor() throws {
        let run = try Command(
            ["blocks", "--from", "text", "--format", "ndjson", "--offset-unit", "utf16"], input: Data("É😀 é.\n\nÀ".utf8)
        )
        #expect(run.output.split(separator: "\n").last?.hasPrefix(#"{"kind":"paragraph","start":8,"end":9"#) == true)
    }

    @Test(arguments: [
        ("report.md", "# Le cap", "markdown"), ("report.txt", "# Le cap", "text"),
        ("report.adoc", "== Le cap", "asciidoc"), ("report.rst", "Le cap\n======", "rst"),
        ("report.html", "<p>Le cap", "html"), ("report.md", "<!DOCTYPE html><p>Le cap", "html"),
        ("report", "<html><p>Le cap", "html"),
    ])
    func theFormatIsToldByTheNameThenByTheText(_ name: String, _ text: String, _ format: String) throws {
        try withTemporaryFolder { folder in
            try folder.write(name, Data(text.utf8))
            let run = try Command(["blocks", folder.path(name)])
            #expect(run.output.hasPrefix("format: \(format)\n"))
        }
    }

    /// Each with the status, and what the one line of the message says.
    @Test(arguments: [
        (Data([0x61, 0, 0x62]), 4, "binary file"), (Data(), 0, "no visible text"),
        (Data("---\ntitle: x\n\nTexte".utf8), 0, "byte 0: "), (Data("---\n- a\n---\nTexte".utf8), 0, "mapping"),
        (Data("---\ntitle: a\ndate: hier\n---\nTexte".utf8), 0, "hier"),
    ])
    func badInputIsNamed(_ input: Data, _ status: Int32, _ message: String) throws {
        let run = try Command(["blocks", "--from", "markdown"], input: input)
        #expect(run.status == status)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(run.errors.contains("standard input"))
    }

    @Test func unknownFormatsAreUsageErrors() throws {
        let run = try Command(["blocks", "--from", "docx"])
        #expect(run.status == 2)
        #expect(run.errors.contains("docx") && run.errors.contains("asciidoc"))
    }
}
