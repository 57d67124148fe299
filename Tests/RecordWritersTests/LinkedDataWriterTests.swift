import JSON
import RecordWriters
import TestSupport
import Testing
import TextModel

/// Linked data against a table of the vocabulary: every property stands on a type that schema.org gives it to.
/// `.ci/check_linked_data.py` expands the output and asks an independent copy of the vocabulary.
struct LinkedDataWriterTests {
    /// The properties that are used, each with the types, of those used, that schema.org lists as its domain.
    private static let domains: [String: Set<String>] = [
        "name": [
            "BlogPosting", "Event", "Person", "Place", "Organization", "Review", "Rating", "VideoObject",
            "PresentationDigitalDocument",
        ],
        "url": [
            "BlogPosting", "Event", "Person", "Place", "Organization", "Review", "Rating", "VideoObject",
            "PresentationDigitalDocument",
        ],
        "alternateName": ["Event", "Person"],
        "headline": ["BlogPosting"], "author": ["BlogPosting", "Review"], "datePublished": ["BlogPosting"],
        "inLanguage": ["BlogPosting"], "temporalCoverage": ["BlogPosting"], "keywords": ["BlogPosting", "Event"],
        "about": ["BlogPosting"], "mentions": ["BlogPosting"],
        "startDate": ["Event"], "endDate": ["Event"], "location": ["Event"], "subEvent": ["Event"],
        "performer": ["Event"], "recordedIn": ["Event"], "workFeatured": ["Event"], "review": ["Event"],
        "reviewRating": ["Review"], "positiveNotes": ["Review"], "negativeNotes": ["Review"],
        "ratingValue": ["Rating"],
        "givenName": ["Person"], "familyName": ["Person"], "affiliation": ["Person"],
    ]

    private func value(_ report: Report) throws -> JSONValue {
        let bytes = LinkedDataWriter().bytes(of: report)
        #expect(bytes.filter { $0 == 0x0A }.count == 1 && bytes.last == 0x0A)
        return try JSONValue(parsing: bytes)
    }

    private func check(_ value: JSONValue) {
        switch value {
        case .array(let elements): for element in elements { check(element) }
        case .object(let members):
            guard case .string(let type) = members.first(where: { $0.key == "@type" })?.value else {
                Issue.record("an object without type: \(value.text)")
                return
            }
            for member in members {
                if !member.key.hasPrefix("@") {
                    #expect(Self.domains[member.key]?.contains(type) == true, "\(member.key) of \(type)")
                }
                check(member.value)
            }
        case .string(let text): #expect(!text.isEmpty)
        case .null, .bool, .number: Issue.record("\(value.text) stands for nothing in JSON-LD")
        }
    }

    @Test func everyTermStandsWhereTheVocabularyHasIt() throws {
        check(try value(InventedReport.full))
        check(try value(InventedReport.empty))
    }

    @Test func talksAreEventsOfTheEvent() throws {
        let text = try value(InventedReport.full).text
        #expect(
            text.hasPrefix(#"{"@context":"https://schema.org","@type":"BlogPosting","@id":"https://blog.example/cap""#))
        #expect(text.contains(#""about":{"@type":"Event","name":"Cap & voiles","alternateName":"Cap & voiles 2023""#))
        #expect(
            text.contains(
                #""review":{"@type":"Review","author":[{"@type":"Person","@id":"_:p1","name":"Zoé Aubanel"}],"positiveNotes":["chaleureux"]}"#
            ))
        #expect(text.contains(#""subEvent":[{"@type":"Event","@id":"_:t1","name":"Le cap, à \"midi\" 🧭""#))
        #expect(text.contains(#""performer":[{"@type":"Person","@id":"_:p2","name":"Maud Tessier"}]"#))
        #expect(text.contains(#""ratingValue":"mixed"},"positiveNotes":["Très clair"],"negativeNotes":["trop court"]"#))
    }

    @Test func nothingIsMadeUp() throws {
        #expect(try value(InventedReport.empty).text == #"{"@context":"https://schema.org","@type":"BlogPosting"}"#)
    }

    @Test func onlyAWholeAddressNamesTheNode() throws {
        var report = InventedReport.empty
        report.document.url = "/2023/cap"
        #expect(try value(report).text.contains(#""BlogPosting","url":"/2023/cap"}"#))
    }
}
