import Archives
import Foundation
import TextModel
import Testing

struct ArchiveTests {
    private static let lines = "{\"id\":\"n1\",\"text\":\"t\"}\n{\"text\":\"u\"}"

    private static func files() throws -> [(name: String, bytes: [UInt8])] {
        let inner = try Packing.packed(
            [("in/é.md", "é"), ("deep.zip", String(decoding: [0x50, 0x4B, 5, 6], as: UTF8.self))], as: .zip)
        return [
            ("./posts/été.md", Array("été".utf8)), ("posts/img.png", [1]), ("node_modules/a.md", [1]),
            ("lignes.ndjson.gz", try Packing.gzip(lines)), ("inner.zip", inner), ("../mal.md", [1]), ("/abs.md", [1]),
            ("C:/win.md", [1]), ("a/../../b.md", [1]), ("t.csv", Array("id,text\nc1,t".utf8)),
            ("fin.txt", Array("fin".utf8)),
        ]
    }

    @Test(arguments: Packing.Form.allCases) func readsEveryForm(_ form: Packing.Form) throws {
        let name = "a.\(form.rawValue)"
        let inputs = try Inputs(name, try Packing.packed(Self.files(), as: form))
        let listing = """
            posts/été.md: été
            n1: t
            lignes.ndjson#2: u
            inner.zip/in/é.md: é
            ! \(name): inner.zip/deep.zip: nested_too_deep (inner.zip/deep.zip)
            ! \(name): ../mal.md: unsafe_path
            ! \(name): /abs.md: unsafe_path
            ! \(name): C:/win.md: unsafe_path
            ! \(name): a/../../b.md: unsafe_path
            c1: t
            fin.txt: fin
            """
        #expect(inputs.listing(name) == listing)
        // Told by its bytes as well as by its name.
        try inputs.write("sans-nom", Packing.packed(Self.files(), as: form))
        #expect(inputs.listing("sans-nom") == listing.replacing(name, with: "sans-nom"))
    }

    @Test func globsChooseEntries() throws {
        let inputs = try Inputs(
            "a.zip", try Packing.packed([("x/a.md", "a"), ("x/b.txt", "b"), ("y/a.md", "c")], as: .zip))
        let options = InputOptions {
            $0.include = ["*.md"]
            $0.exclude = ["y"]
        }
        #expect(inputs.listing("a.zip", options: options) == "x/a.md: a")
        #expect(
            inputs.listing("a.zip", options: InputOptions { $0.include = ["*.rst"] }) == "! a.zip: no_documents"
        )
    }

    @Test func anArchiveInAFolderIsAFolderInIt() throws {
        let inputs = try Inputs("f/2023.zip", try Packing.packed([("a.md", "a")], as: .zip))
        let options = InputOptions { $0.include = ["*.zip", "*.md"] }
        #expect(inputs.listing("f", options: options) == "2023.zip/a.md: a")
        #expect(inputs.documents("f", options: options).first?.place.entry == "2023.zip/a.md")
    }

    @Test(arguments: [
        ("a.md.gz", "a.md"), ("a.txt.gz", "a.txt"), ("a.gz", "a"), ("sans-nom", "sans-nom"),
    ])
    func readsACompressedFileAsWhatItIs(_ name: String, _ id: String) throws {
        let inputs = try Inputs(name, try Packing.gzip("texte"))
        #expect(inputs.listing(name) == "\(id): texte")
    }

    @Test func readsContainersInCompressedFiles() throws {
        let inputs = try Inputs("p.ndjson.gz", try Packing.gzip(Self.lines))
        #expect(inputs.listing("p.ndjson.gz") == "n1: t\np.ndjson#2: u")
        try inputs.write(
            "feed.xml.gz",
            Packing.gzip("<rss><channel><item><guid>g</guid><description>d</description></item></channel></rss>"))
        #expect(inputs.listing("feed.xml.gz") == "g: d")
        // Members one after the other, as log rotation and crawlers leave them.
        try inputs.write("m.ndjson.gz", Packing.gzip("{\"text\":") + Packing.gzip("\"t\"}"))
        #expect(inputs.listing("m.ndjson.gz") == "m.ndjson#1: t")
        try inputs.write("vide.md.gz", Packing.gzip(""))
        #expect(inputs.listing("vide.md.gz") == "vide.md: ")
    }

    @Test func aCutIsSaidWithItsPlace() throws {
        let line =
            "{\"text\":\"\((0..<40_000).map { String($0 &* 2_654_435_761 % 1_000_003) }.joined(separator: " "))\"}\n"
        let whole = try Packing.gzip(String(repeating: line, count: 10))
        let inputs = try Inputs("p.ndjson.gz", whole.dropLast(whole.count / 3))
        let items = inputs.items(["p.ndjson.gz"])
        #expect(items.count > 3)
        guard case .refused(let refusal) = items.last else {
            Issue.record("nothing is refused")
            return
        }
        #expect(refusal.code == .truncated && refusal.place.line == items.count)
        try inputs.write("a.tar.gz", Packing.packed([("a.md", line), ("b.md", line)], as: .tarGzip).dropLast(20_000))
        #expect(inputs.listing("a.tar.gz").hasSuffix("\n! a.tar.gz: b.md: truncated (b.md)"))
    }

    @Test(arguments: ["a.zip", "a.tar", "a.tar.gz", "a.tgz"]) func refusesWhatIsNoArchive(_ name: String) throws {
        let inputs = try Inputs(name, String(repeating: "texte ", count: 500).utf8)
        #expect(inputs.listing(name) == "! \(name): archive_damaged")
    }

    @Test func anEmptyArchiveIsSaidToBe() throws {
        let inputs = try Inputs("a.tar", [UInt8](repeating: 0, count: 1024))
        #expect(inputs.listing("a.tar") == "! a.tar: no_documents")
    }

    @Test func limitsHold() throws {
        let files = [("a.md", "a"), ("b.md", "b"), ("c.ndjson", Self.lines)]
        let inputs = try Inputs("a.zip", try Packing.packed(files, as: .zip))
        func listing(_ change: (inout ArchiveLimits) -> Void) -> String {
            inputs.listing("a.zip", options: InputOptions { change(&$0.archiveLimits) })
        }
        #expect(listing { $0.maximumEntries = 1 } == "a.md: a\n! a.zip: archive_limit")
        #expect(listing { $0.maximumBytes = 1 } == "a.md: a\n! a.zip: b.md: archive_limit (b.md)")
        #expect(
            listing { $0.maximumEntryBytes = 5 } == "a.md: a\nb.md: b\n! a.zip: c.ndjson: archive_limit (c.ndjson)")
    }

    /// Forty megabytes of nothing in forty kilobytes, as a line, a row, a page and in an archive of its own.
    @Test(arguments: ["a.ndjson", "a.csv", "a.xml", "a.tar"]) func bombsAreRefused(_ name: String) throws {
        let zeros = [UInt8](repeating: 0x30, count: 40 << 20)
        let start = Array((name == "a.xml" ? "<rss>" : name == "a.csv" ? "text\n" : "").utf8)
        let bomb = try Packing.packed([(name, start + zeros)], as: .zip)
        let refusals = try Inputs("a.zip", bomb).refusals("a.zip")
        #expect(refusals.count == 1)
        let codes: [String: RefusedInput.Code] = ["a.tar": .archiveDamaged, "a.xml": .feedDamaged]
        #expect(refusals.first?.code == codes[name] ?? .archiveLimit)
    }

    /// The document itself has a limit, so that not even the ratio is reached.
    @Test func aLargeEntryDoesNotStopTheOthers() throws {
        let bomb = try Packing.packed(
            [("a.md", [UInt8](repeating: 0x30, count: 20 << 20)), ("b.md", [0x62])], as: .zip)
        let options = InputOptions { $0.maximumDocumentBytes = 1 << 20 }
        #expect(
            try Inputs("a.zip", bomb).listing("a.zip", options: options) == "! a.zip: a.md: too_large (a.md)\nb.md: b")
    }
}
