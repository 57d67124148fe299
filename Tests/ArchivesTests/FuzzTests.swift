import Archives
import TestSupport
import TextModel
import Testing

/// Damaged inputs: nothing traps or goes on without end, and each refusal says what is wrong and what to do.
struct FuzzTests {
    private static let mutations = 400

    private static func samples() throws -> [(name: String, bytes: [UInt8])] {
        let lines =
            #"{"id":1,"text":"a\u00e9\n\"","published":"2023-09-07","x":[1,{"y":null}]}"# + "\r\n{\"html\":\"<p>\"}\n"
        let rows = "id,text,published\r\n1,\"un, \"\"deux\"\"\r\ntrois\",07/09/2023\r\n2,x,\r\n"
        let rss = """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><item><guid>g</guid><pubDate>Thu, 07 Sep 2023 10:00:00 +0200</pubDate><description>d &a;</description>
            <content:encoded><![CDATA[<p>x</p>]]></content:encoded></item><item><description>e</description></item>
            </channel></rss>
            """
        let atom = """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><content type="xhtml"><div
            xmlns="http://www.w3.org/1999/xhtml"><p a="b">x<br/></p></div></content></entry></feed>
            """
        let page = WARCTests.page(
            "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
            Array("1e\r\n".utf8) + (try Packing.gzip("<p>page</p>")) + Array("\r\n0\r\n\r\n".utf8))
        let warc = WARCTests.record("https://e.fr/a", page) + WARCTests.record("b", WARCTests.page("", [0x61]))
        let files = [("a/é.md", "# A"), ("p.ndjson", lines), ("feed.xml", rss)]
        return [
            ("p.ndjson", Array(lines.utf8)), ("p.csv", Array(rows.utf8)), ("feed.xml", Array(rss.utf8)),
            ("feed.atom", Array(atom.utf8)), ("w.warc", warc), ("w.warc.gz", try Packing.gzip(warc)),
            ("a.zip", try Packing.packed(files, as: .zip)), ("a.tar", try Packing.packed(files, as: .tar)),
            ("a.tar.gz", try Packing.packed(files, as: .tarGzip)),
            ("a.tar.bz2", try Packing.packed(files, as: .tarBzip2)),
            ("a.tar.xz", try Packing.packed(files, as: .tarXZ)), ("a.tar.zst", try Packing.packed(files, as: .tarZstd)),
        ]
    }

    @Test(arguments: try samples().indices) func nothingTraps(_ index: Int) throws {
        let (name, sample) = try Self.samples()[index]
        var generator = SeededGenerator(seed: UInt64(index))
        let options = InputOptions {
            $0.carriesExtra = true
            $0.maximumDocumentBytes = 1 << 20
            $0.archiveLimits.maximumEntryBytes = 1 << 22
        }
        let inputs = try Inputs()
        for _ in 0..<Self.mutations {
            try inputs.write(name, mutated(sample, &generator))
            let items = inputs.items([name], options)
            #expect(items.count < 200)
            for case .refused(let refusal) in items {
                #expect(!refusal.message.isEmpty && !refusal.hint.isEmpty && !refusal.message.contains("\n"))
            }
        }
    }

    private func mutated(_ sample: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = sample
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
            let start = Int.random(in: 0..<bytes.count, using: &generator)
            let end = min(bytes.count, start + Int.random(in: 1...40, using: &generator))
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[start] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.removeSubrange(start..<end)
            case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
            case 3:
                bytes.insert(
                    [0x22, 0x0A, 0x3C, 0x26, 0x2C, 0x7B, 0xFF].randomElement(using: &generator) ?? 0, at: start)
            default: if Bool.random(using: &generator) { bytes.removeLast(bytes.count - start) }
            }
        }
        return bytes
    }
}
