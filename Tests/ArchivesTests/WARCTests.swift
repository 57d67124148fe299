import Archives
import Foundation
import TextModel
import Testing

struct WARCTests {
    static func record(
        _ address: String, _ block: String, type: String = "response", date: String = "2023-09-07T10:11:12Z"
    ) -> [UInt8] { record(address, Array(block.utf8), type: type, date: date) }

    static func record(
        _ address: String, _ block: [UInt8], type: String = "response", date: String = "2023-09-07T10:11:12Z"
    ) -> [UInt8] {
        let header = """
            WARC/1.1\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\nwarc-date: \(date)\r
            WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http;\r\n msgtype=response\r
            Content-Length: \(block.count)\r\n\r\n
            """
        return Array(header.utf8) + block + Array("\r\n\r\n".utf8)
    }

    static func page(_ fields: String = "", _ body: [UInt8], status: String = "200 OK", type: String = "text/html")
        -> [UInt8]
    {
        Array("HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(fields)\r\n".utf8) + body
    }

    private static let body = Array("<p>été</p>".utf8)
    private static let chunks = Array("3\r\n<p>\r\n0008;x=\"y\"\r\nété</p\r\n1\r\n>\r\n0\r\nA: b\r\n\r\n".utf8)

    private func check(_ bytes: [UInt8]) throws -> String { try Inputs("w.warc", bytes).listing("w.warc") }

    @Test func aPageHasItsAddressAndItsMoment() throws {
        let record = Self.record(
            "https://e.fr/2023/09/a/?x=1", Self.page("", Self.body, type: "text/html; charset=\"ISO-8859-1\""))
        let inputs = try Inputs("w.warc", Self.record("https://e.fr/r", "GET /", type: "request") + record)
        let offset = record.count - 4 - Self.body.count
        let documents = inputs.documents("w.warc", options: InputOptions { $0.carriesExtra = true })
        #expect(offset > 0)
        #expect(
            documents == [
                ArchivedDocument(
                    Self.body, id: "20230907101112/https://e.fr/2023/09/a/?x=1", uri: "https://e.fr/2023/09/a/?x=1",
                    fileName: "/2023/09/a/", format: .html, encoding: "ISO-8859-1", url: "https://e.fr/2023/09/a/?x=1",
                    extra: #"{"warc_date":"2023-09-07T10:11:12Z","warc_record_id":"<urn:uuid:1>"}"#,
                    place: InputPlace(
                        inputs.path("w.warc"), offset: Self.record("https://e.fr/r", "GET /", type: "request").count))
            ])
    }

    @Test func bodiesAreDecoded() throws {
        let gzipped = try Packing.gzip(Self.body)
        for (fields, body) in [
            ("", Self.body), ("Transfer-Encoding: chunked\r\n", Self.chunks),
            ("Content-Encoding: gzip\r\n", gzipped),
            (
                "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
                Array("\(String(gzipped.count, radix: 16))\r\n".utf8) + gzipped + Array("\r\n0\r\n\r\n".utf8)
            ),
            // Decoded by the crawler, which left the fields.
            ("Transfer-Encoding: chunked\r\n", Self.body), ("Content-Encoding: gzip\r\n", Self.body),
            ("Content-Encoding: br\r\n", Self.body),
        ] {
            #expect(try check(Self.record("u", Self.page(fields, body))) == "20230907101112/u: <p>été</p>", "\(fields)")
        }
    }

    @Test(arguments: [
        Self.page("", body, status: "404 Not Found"), page("", body, status: "301 Moved"),
        page("", body, type: "image/png"), page("", body, type: "text/htmlx"), Array("HTTP/1.1".utf8), [],
        Array("HTTP/1.1 200 OK\r\n\r\n".utf8), Array("\r\n\r\n".utf8),
    ])
    func otherResponsesArePassedOver(_ block: [UInt8]) throws {
        #expect(
            try check(Self.record("u", block) + Self.record("v", Self.page("", Self.body)))
                == "20230907101112/v: <p>été</p>")
    }

    @Test(arguments: ["request", "revisit", "metadata", "warcinfo", "resource", "nouveau"])
    func otherRecordsArePassedOver(_ type: String) throws {
        #expect(try check(Self.record("u", Self.page("", Self.body), type: type)) == "")
    }

    @Test(
        arguments: [
            ("Content-Encoding: br\r\n", [0x8B, 1, 2, 3]), ("Content-Encoding: gzip\r\n", [0x1F, 0x8B, 8, 0, 1]),
            ("Transfer-Encoding: chunked\r\n", Array("ff\r\nabc".utf8)),
            ("Transfer-Encoding: chunked\r\n", Array("1\r\na\r\nzz".utf8)),
        ] as [(String, [UInt8])])
    func bodiesThatCannotBeDecodedAreRefused(_ fields: String, _ body: [UInt8]) throws {
        let records = Self.record("u", Self.page(fields, body)) + Self.record("v", Self.page("", Self.body))
        #expect(
            try check(records)
                == "! w.warc: byte 0: body_unreadable (20230907101112/u)\n20230907101112/v: <p>été</p>")
    }

    @Test func damageIsPassedOver() throws {
        let good = Self.record("u", Self.page("", Self.body))
        let noLength = Array("WARC/1.0\r\nWARC-Type: response\r\n\r\nabc\r\n".utf8)
        #expect(
            try check(Array("bruit\n\nencore\n".utf8) + good + noLength + good)
                == """
                ! w.warc: byte 0: warc_damaged
                20230907101112/u: <p>été</p>
                ! w.warc: byte \(14 + good.count): warc_damaged
                20230907101112/u: <p>été</p>
                """)
    }

    @Test func aCutIsSaidWithItsPlace() throws {
        let good = Self.record("u", Self.page("", Self.body))
        #expect(
            try check(good + good.dropLast(10))
                == "20230907101112/u: <p>été</p>\n! w.warc: byte \(good.count): truncated (20230907101112/u)")
        #expect(
            try check(good + good.prefix(60))
                == "20230907101112/u: <p>été</p>\n! w.warc: byte \(good.count): truncated")
        // The record is whole, and only the line ends behind it are missing.
        #expect(try check(Array(good.dropLast(4))) == "20230907101112/u: <p>été</p>")
        let inputs = try Inputs("w.warc.gz", try Packing.gzip(good) + Packing.gzip(good).dropLast(30))
        #expect(inputs.listing("w.warc.gz").contains("truncated"))
    }

    @Test func eachRecordMayBeCompressed() throws {
        let records = try (1...3).flatMap { try Packing.gzip(Self.record("u\($0)", Self.page("", Self.body))) }
        #expect(try Inputs("w.warc.gz", records).documents("w.warc.gz").map(\.uri) == ["u1", "u2", "u3"])
    }

    @Test func aLargePageIsRefused() throws {
        let large = [UInt8](repeating: 0x61, count: 1 << 20)
        let records =
            try Self.record("a", Self.page("", large)) + Self.record("b", Self.page("", large, type: "video/mp4"))
            + Self.record("c", Self.page("Content-Encoding: gzip\r\n", Packing.gzip(large)))
            + Self.record("d", Self.page("", Self.body))
        let options = InputOptions { $0.maximumDocumentBytes = 1 << 18 }
        let listing = try Inputs("w.warc", records).listing("w.warc", options: options)
        #expect(
            listing.split(separator: "\n").map { $0.split(separator: " ").last } == [
                "(20230907101112/a)", "(20230907101112/c)", "<p>été</p>",
            ])
        #expect(listing.split(separator: "too_large").count == 3)
    }
}
