import Archives
import Foundation
import TextModel
import Testing

struct FolderTests {
    private func blog() throws -> Inputs {
        let inputs = try Inputs()
        for name in [
            "blog/b.md", "blog/a.html", "blog/a/z.txt", "blog/a/10.adoc", "blog/a/9.rst", "blog/.git/x.md",
            "blog/node_modules/p/README.md", "blog/_site/b.html", "blog/.caché.md", "blog/img.png", "blog/package.json",
            "blog/feed.xml", "blog/slides.zip", "blog/É.md",
        ] { try inputs.write(name, name.utf8) }
        return inputs
    }

    @Test func readsDocumentsInTheOrderOfTheirNames() throws {
        #expect(
            try blog().listing("blog") == """
                a/10.adoc: blog/a/10.adoc
                a/9.rst: blog/a/9.rst
                a/z.txt: blog/a/z.txt
                a.html: blog/a.html
                b.md: blog/b.md
                É.md: blog/É.md
                """)
    }

    @Test func globsChoose() throws {
        let options = InputOptions {
            $0.include = ["a/**", "*.png"]
            $0.exclude = ["9.*"]
        }
        #expect(
            try blog().listing("blog", options: options) == """
                a/10.adoc: blog/a/10.adoc
                a/z.txt: blog/a/z.txt
                img.png: blog/img.png
                """)
        #expect(
            try blog().listing("blog", options: InputOptions { $0.exclude = ["a", "*.md"] }) == "a.html: blog/a.html")
    }

    @Test func aFolderThatIsPassedOverIsReadWhenNamed() throws {
        #expect(try blog().listing("blog/node_modules") == "p/README.md: blog/node_modules/p/README.md")
        #expect(try blog().listing("blog/.git") == "x.md: blog/.git/x.md")
    }

    @Test func containersInAFolderAreRead() throws {
        let inputs = try Inputs()
        try inputs.write("f/p.ndjson", #"{"id":"n1","text":"t"}"#.utf8)
        try inputs.write("f/q.md.gz", Packing.gzip("compressé"))
        try inputs.write("f/r.csv", "id,text\nc1,t".utf8)
        #expect(inputs.listing("f") == "n1: t\nq.md: compressé")
        #expect(inputs.listing("f", options: InputOptions { $0.include = ["*.csv"] }) == "c1: t")
    }

    @Test func linksStayWithin() throws {
        let inputs = try Inputs()
        try inputs.write("f/posts/a.md", "a".utf8)
        try inputs.write("outside.md", "o".utf8)
        try inputs.write("elsewhere/b.md", "b".utf8)
        try inputs.link("f/loop", to: ".")
        try inputs.link("f/self.md", to: "self.md")
        try inputs.link("f/same.md", to: "posts/a.md")
        try inputs.link("f/out.md", to: "../outside.md")
        try inputs.link("f/out.png", to: "../outside.md")
        try inputs.link("f/outfolder", to: "../elsewhere")
        try inputs.link("f/gone.md", to: "nowhere.md")
        #expect(
            inputs.listing("f") == """
                ! f: gone.md: not_found (gone.md)
                ! f: out.md: link_outside (out.md)
                ! f: outfolder: link_outside (outfolder)
                posts/a.md: a
                same.md: a
                ! f: self.md: not_found (self.md)
                """)
        // A link that the caller names is the caller's choice.
        try inputs.link("named", to: "f/posts")
        #expect(inputs.listing("named") == "a.md: a")
    }

    @Test func aFolderWithoutDocumentsIsSaidToBe() throws {
        let inputs = try Inputs("f/img.png", [])
        #expect(inputs.listing("f") == "! f: no_documents")
        #expect(inputs.listing("missing") == "! missing: not_found")
    }

    @Test(.enabled(if: geteuid() != 0, "root can read everything")) func whatIsUnreadableDoesNotStopTheOthers() throws {
        let inputs = try Inputs()
        for name in ["f/a/x.md", "f/b.md", "f/c.md"] { try inputs.write(name, "t".utf8) }
        for name in ["f/a", "f/b.md"] {
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: inputs.path(name))
        }
        #expect(
            inputs.listing("f") == """
                ! f: a: permission_denied (a)
                ! f: b.md: permission_denied (b.md)
                c.md: t
                """)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: inputs.path("f/a"))
    }

    @Test func aFileThatVanishesIsRefused() throws {
        let inputs = try Inputs()
        for name in ["f/a.md", "f/b.md", "f/c.md"] { try inputs.write(name, "t".utf8) }
        let reader = InputReader([inputs.path("f")])
        _ = reader.next()
        try FileManager.default.removeItem(atPath: inputs.path("f/b.md"))
        guard case .refused(let refusal) = reader.next() else {
            Issue.record("nothing is refused")
            return
        }
        #expect(refusal.code == .notFound && refusal.id == "b.md")
        guard case .document(let document) = reader.next() else {
            Issue.record("the next file is not read")
            return
        }
        #expect(document.id == "c.md")
        #expect(reader.next() == nil)
    }

    /// Two names in Latin-1 that UTF-8 repair would make one.
    @Test func namesInAnotherEncodingStayTwo() throws {
        let inputs = try Inputs("f/z.md", [])
        for letter: UInt8 in [0xE9, 0xE8] {
            let name = Array(inputs.path("f/").utf8) + [UInt8(ascii: "/"), letter] + Array(".md".utf8) + [0]
            let file = open(name.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY, 0o600)
            #expect(file >= 0)
            close(file)
        }
        #expect(inputs.documents("f").map(\.id) == ["z.md", "è.md", "é.md"])
    }
}
