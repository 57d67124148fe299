import Archives
import Foundation
import TextModel
import Testing

struct InputReaderTests {
    @Test func inputsComeInTheirOrder() throws {
        let inputs = try Inputs()
        try inputs.write("x/b.md", "b".utf8)
        try inputs.write("a.md", "a".utf8)
        #expect(inputs.listing("x/b.md", "gone", "a.md", "a.md") == "b.md: b\n! gone: not_found\na.md: a\na.md: a")
        #expect(inputs.listing() == "")
    }

    @Test func aDocumentHasWhatTheCallerSays() throws {
        let inputs = try Inputs("a.md", [0xE9])
        let options = InputOptions {
            $0.format = .asciidoc
            $0.encoding = "iso-8859-1"
        }
        let place = InputPlace(inputs.path("a.md"))
        #expect(
            inputs.documents("a.md", options: options) == [
                ArchivedDocument(
                    [0xE9], id: "a.md", fileName: inputs.path("a.md"), format: .asciidoc, encoding: "iso-8859-1",
                    place: place)
            ])
        #expect(inputs.documents("a.md").first?.format == nil)
    }

    @Test func aLargeDocumentIsRefused() throws {
        let inputs = try Inputs("a.md", "0123456789".utf8)
        #expect(inputs.listing("a.md", options: InputOptions { $0.maximumDocumentBytes = 10 }) == "a.md: 0123456789")
        #expect(
            inputs.listing("a.md", options: InputOptions { $0.maximumDocumentBytes = 9 })
                == "! a.md: too_large (a.md)")
    }

    /// What a file without a telling name is, by its first bytes.
    @Test(arguments: [
        (#"{"id":"x","text":"t"}"#, "x: t"), ("{% liquid %}", "f: {% liquid %}"), ("{}", "f: {}"), ("", "f: "),
        (" \n<?xml version='1.0'?><!-- <rss> --><rss/>", ""), ("<html><rss/></html>", "f: <html><rss/></html>"),
        ("<!DOCTYPE html><p>", "f: <!DOCTYPE html><p>"),
        ("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n", ""),
        ("<", "f: <"), ("<!--", "f: <!--"), ("a,text\n", "f: a,text⏎"),
    ])
    func tellsKindsByContent(_ content: String, _ listing: String) throws {
        #expect(try Inputs("f", content.utf8).listing("f") == listing)
    }

    @Test func theCallerMayForceAKind() throws {
        let inputs = try Inputs("f.md", "text\nun\ndeux\n".utf8)
        #expect(inputs.listing("f.md", options: InputOptions { $0.container = .csv }) == "f.md#2: un\nf.md#3: deux")
        #expect(
            inputs.listing("f.md", options: InputOptions { $0.container = .warc }) == "! f.md: byte 0: warc_damaged")
        #expect(inputs.listing("f.md", options: InputOptions { $0.container = .archive }) == "! f.md: archive_damaged")
        #expect(inputs.listing("f.md", options: InputOptions { $0.container = .feed }) == "! f.md: line 1: not_a_feed")
        #expect(inputs.listing("f.md", options: InputOptions { $0.container = .folder }) == "! f.md: not_a_file")
        try inputs.write("g.gz", Packing.gzip("text\nun"))
        #expect(inputs.listing("g.gz", options: InputOptions { $0.container = .csv }) == "g#2: un")
    }

    @Test func progressCountsStoredBytes() throws {
        let inputs = try Inputs("a.md", "0123456789".utf8)
        try inputs.write("f/b.md", "01".utf8)
        let reader = InputReader([inputs.path("a.md"), inputs.path("a.md")])
        #expect(reader.progress == (0, 20))
        _ = reader.next()
        #expect(reader.progress == (10, 20))
        #expect(InputReader([inputs.path("f")]).progress.bytesInAll == nil)
        #expect(InputReader(["-"]).progress.bytesInAll == nil)
    }

    @Test func refusalsSayWhatToDo() throws {
        let refusal = try #require(try Inputs().refusals("gone.md").first)
        #expect(refusal.description.hasSuffix("gone.md: no such file or folder; check the path"))
    }
}
