import Archives
import TextModel
import Testing

struct FeedTests {
    private static let rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Carnet</title><link>https://e.fr/</link>
        <item>
          <title>Une journée &amp; demie</title><link> https://e.fr/1 </link><guid isPermaLink="false">g1</guid>
          <pubDate>Thu, 07 Sep 2023 23:30:00 +0200</pubDate>
          <description>Résumé</description><content:encoded><![CDATA[<p>Tout</p>]]></content:encoded>
        </item>
        <item><guid>https://e.fr/2</guid><description>Un &lt;b&gt;gras&lt;/b&gt;</description><dc:date>2023-09-08</dc:date></item>
        <item><link>https://e.fr/3</link><description/><content:encoded> </content:encoded></item>
        <item><description>sans rien</description><source><title>ailleurs</title></source></item>
        <item/>
        </channel></rss>
        """

    @Test func readsRSS() throws {
        let inputs = try Inputs("feed.xml", Self.rss.utf8)
        #expect(
            inputs.listing("feed.xml") == """
                g1: <p>Tout</p>
                https://e.fr/2: Un <b>gras</b>
                ! feed.xml: line 10: no_content (https://e.fr/3)
                feed.xml#4: sans rien
                ! feed.xml: line 12: no_content (feed.xml#5)
                """)
        let documents = inputs.documents("feed.xml")
        #expect(
            documents.first
                == ArchivedDocument(
                    Array("<p>Tout</p>".utf8), id: "g1", format: .html, encoding: "utf-8",
                    published: CalendarDate(year: 2023, month: 9, day: 7), url: "https://e.fr/1",
                    title: "Une journée & demie", place: InputPlace(inputs.path("feed.xml"), line: 4)))
        #expect(documents[1].published?.day == 8 && documents[1].url == "https://e.fr/2")
        #expect(documents[2].title == nil)
    }

    @Test func readsAtom() throws {
        let atom = """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="http://www.w3.org/1999/xhtml"><id>f</id>
            <entry><id>urn:1</id><title>T</title><link rel="self" href="https://e.fr/self"/><link href="https://e.fr/1"/>
            <updated>2023-10-01T00:00:00Z</updated><published>2023-09-07T00:00:00Z</published><summary>court</summary>
            <content type="html">&lt;p&gt;a &amp;amp; b&lt;/p&gt;</content></entry>
            <entry><id>urn:2</id><updated>2023-10-01T00:00:00Z</updated><content type="xhtml"><x:div>
            <x:p class="&quot;">a &lt; b<x:br/><x:i></x:i></x:p></x:div></content></entry>
            <entry><id>urn:3</id><source><id>autre</id></source><content>a &lt; b</content></entry>
            <entry><id>urn:4</id><content src="a.html" type="text/html"/><summary type="text">court</summary></entry>
            <entry><id>urn:5</id><content type="image/png">iVBORw0K</content></entry>
            </feed>
            """
        let inputs = try Inputs("f", atom.utf8)
        #expect(
            inputs.listing("f") == """
                urn:1: <p>a &amp; b</p>
                urn:2: ⏎<p class="&quot;">a &lt; b<br /><i></i></p>
                urn:3: a < b
                urn:4: court
                ! f: line 9: no_content (urn:5)
                """)
        let documents = inputs.documents("f")
        #expect(documents.map { $0.published?.month } == [9, 10, nil, nil])
        #expect(documents.map(\.format) == [.html, .html, .text, .text])
        #expect(documents.map(\.url) == ["https://e.fr/1", nil, nil, nil])
    }

    @Test(arguments: [
        ("<rdf:RDF xmlns:rdf=\"r\"><item/></rdf:RDF>", "not_a_feed"), ("<html/>", "not_a_feed"),
        ("texte", "not_a_feed"),
        ("<feed/>", "not_a_feed"), ("<rss><channel><item><description>a</channel></rss>\n\n", "feed_damaged"),
    ])
    func refuses(_ xml: String, _ code: String) throws {
        let listing = try Inputs("f.xml", (xml + String(repeating: " ", count: 2000)).utf8).listing("f.xml")
        #expect(listing.replacing(": line 1", with: "") == "! f.xml: \(code)")
    }

    @Test func readsUpToTheCut() throws {
        let item = "<item><guid>g</guid><description>\(String(repeating: "a", count: 600))</description></item>"
        let whole = "<rss><channel>\(String(repeating: item, count: 3))"
        let items = try Inputs("f.xml", (whole + "<item><guid>h</guid><descr").utf8).items(["f.xml"])
        #expect(items.count == 4)
        guard case .refused(let refusal) = items.last else {
            Issue.record("nothing is refused")
            return
        }
        #expect(refusal.code == .truncated && refusal.place.line == 1)
        // What a server adds behind the end belongs to nobody.
        let noise = "\(whole)</channel></rss>\n<br>Warning: mysql" + String(repeating: " ", count: 2000)
        #expect(try Inputs("f.xml", noise.utf8).items(["f.xml"]).count == 3)
    }

    @Test func takesWhatExportersWriteAlthoughXMLForbidsIt() throws {
        let xml =
            "\r\n <?xml version=\"1.0\"?><rss><channel><item><guid>g</guid><description>a\u{B}b</description></item></channel></rss>"
        #expect(try Inputs("f.xml", xml.utf8).listing("f.xml") == "g: a b")
        let utf16 = xml.replacing("\r\n ", with: "").replacing("?>", with: " encoding=\"utf-16\"?>").utf16
        let bytes: [UInt8] = [0xFF, 0xFE] + utf16.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try Inputs("f.xml", bytes).items(["f.xml"]).count == 1)
    }

    @Test func readsNothingFromOutsideAndExpandsNothing() throws {
        let inputs = try Inputs("secret.txt", "SECRET".utf8)
        let types = """
            <!DOCTYPE rss SYSTEM "\(inputs.path("secret.txt"))" [<!ENTITY s SYSTEM "\(inputs.path("secret.txt"))">
            <!ENTITY a "aaaaaaaaaa">
            """
        try inputs.write(
            "f.xml",
            "\(types)]><rss><channel><item><guid>g</guid><description>1 &s; 2 &a; 3</description></item></channel></rss>"
                .utf8)
        #expect(inputs.listing("f.xml") == "g: 1 &s; 2 &a; 3")
        // Ten times itself, nine times over: a billion, in text and in an attribute.
        let laughs = (1...9).map { level in
            "<!ENTITY a\(level) \"\(String(repeating: level == 1 ? "&a;" : "&a\(level - 1);", count: 10))\">"
        }.joined()
        for content in [
            "<description>&a9;</description>", "<guid isPermaLink=\"&a9;\">g</guid><description>d</description>",
        ] {
            try inputs.write("b.xml", "\(types)\(laughs)]><rss><channel><item>\(content)</item></channel></rss>".utf8)
            for item in inputs.items(["b.xml"]) {
                if case .document(let document) = item { #expect(document.bytes.count < 100) }
            }
        }
    }

    @Test func aLongEntryIsRefusedAndTheNextIsRead() throws {
        func item(_ id: String, _ count: Int) -> String {
            "<item><guid>\(id)</guid><description>\(String(repeating: "a", count: count))</description></item>"
        }
        let inputs = try Inputs("f.xml", "<rss><channel>\(item("a", 1 << 20))\(item("b", 3))</channel></rss>".utf8)
        let options = InputOptions { $0.maximumDocumentBytes = 1 << 19 }
        #expect(inputs.listing("f.xml", options: options) == "! f.xml: line 1: too_large (a)\nb: aaa")
    }
}

/// Exports of WordPress.
struct WordPressTests {
    private func export(_ items: [(type: String, status: String, content: String)]) throws -> Inputs {
        let xml = items.enumerated().map { index, item in
            """
            <item><title>T\(index)</title><link>https://e.fr/\(index)</link><pubDate>Thu, 07 Sep 2023 22:30:00 +0000</pubDate>
            <guid isPermaLink="false">https://e.fr/?p=\(index)</guid><description></description>
            <content:encoded><![CDATA[\(item.content)]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
            <wp:post_id>\(index)</wp:post_id><wp:post_date><![CDATA[2023-09-08 00:30:00]]></wp:post_date>
            <wp:status><![CDATA[\(item.status)]]></wp:status><wp:post_type><![CDATA[\(item.type)]]></wp:post_type>
            <wp:post_password><![CDATA[\(item.status == "publish" && item.content == "secret" ? "x" : "")]]></wp:post_password>
            <wp:comment><wp:comment_content>non</wp:comment_content></wp:comment></item>
            """
        }.joined()
        return try Inputs(
            "wp.xml",
            """
            <?xml version="1.0" encoding="UTF-8" ?><rss version="2.0"
             xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"
             xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><wp:wxr_version>1.2</wp:wxr_version>
            \(xml)</channel></rss>
            """.utf8)
    }

    @Test func onlyWhatIsPublishedIsRead() throws {
        let inputs = try export([
            ("post", "publish", "a"), ("post", "draft", "b"), ("page", "publish", "c"), ("attachment", "inherit", "d"),
            ("nav_menu_item", "publish", "e"), ("post", "private", "f"), ("post", "publish", "secret"),
        ])
        let documents = inputs.documents("wp.xml")
        #expect(documents.map(\.id) == ["https://e.fr/?p=0", "https://e.fr/?p=2"])
        // The day on which the blog says that it was.
        #expect(documents.map { $0.published?.day } == [8, 8])
        #expect(documents.map(\.url) == ["https://e.fr/0", "https://e.fr/2"])
        #expect(inputs.refusals("wp.xml").isEmpty)
    }

    @Test(arguments: [
        ("Un\n\nDeux\ntrois\r\n\r\nQuatre", "<p>Un</p>\n\n<p>Deux<br />\ntrois</p>\n\n<p>Quatre</p>\n"),
        ("<h2>T</h2>\nUn <b>mot</b>", "<h2>T</h2>\n<p>Un <b>mot</b></p>\n"),
        ("<b>Un</b>\n<ul>\n<li>a\nb</li>\n</ul>\nDeux", "<p><b>Un</b></p>\n<ul>\n<li>a\nb</li>\n</ul>\n<p>Deux</p>\n"),
        ("<pre>a\n\nb</pre>\nUn", "<pre>a\n\nb</pre>\n<p>Un</p>\n"),
        ("<!-- wp:paragraph -->\nUn\n\nDeux", "<!-- wp:paragraph -->\nUn\n\nDeux"),
        ("<p>Un\ndeux</p>\n\nTrois\n", "<p>Un\ndeux</p>\n\n<p>Trois</p>\n\n"), ("Un", "<p>Un</p>\n"),
        ("<p>Un\n\nDeux</p>\nTrois", "<p>Un\n\n<p>Deux</p>\n<p>Trois</p>\n"),
        ("Un\n<!--more-->\nDeux", "<p>Un</p>\n<!--more-->\n<p>Deux</p>\n"), ("", nil),
    ])
    func paragraphsAreThoseOfThePage(_ content: String, _ html: String?) throws {
        let document = try export([("post", "publish", content)]).documents("wp.xml").first
        #expect(document.map { String(decoding: $0.bytes, as: UTF8.self) } == html)
    }
}
