import Evaluation
import Testing

struct GoldAnnotationTests {
    @Test func aFileIsRead() throws {
        let gold = try GoldAnnotation(parsing: Array(GoldSamples.json.utf8))
        #expect(gold.talks.map(\.unnamedSpeakers) == [0, 2, 0])
        #expect(gold.lists.first?.talk == 0)
        #expect(gold.event.startDate?.description == "2019-03-02")
        #expect(gold.cues.map(\.talk) == [nil, nil, 0, 0, 1, 1, 1, nil])
    }

    /// What is replaced in the sample, by what, and the field that the message names.
    @Test(arguments: [
        (#""title": "Retour du Phare", "#, "", "title: missing"),
        (#""title": "Retour du Phare""#, #""title": 3"#, "title: a number, not a string"),
        (#""place": "Brest""#, #""place": "Brest", "town": "x""#, "event.town: no such key in this format"),
        (#""kind": "demo""#, #""kind": "show""#, "talks[2].kind: “show” is none of keynote, talk"),
        (#""kind": "demo""#, #""kind": null"#, "talks[2].kind: null, not one of"),
        (#""items": 4"#, #""items": 1"#, "lists[1].items: 1, where a list has at least two items"),
        (#""items": 4"#, #""items": 4.5"#, "lists[1].items: 4.5, not a whole number"),
        (#""first_item": "ouvrir peu", "talk": 1"#, #""first_item": "ouvrir peu", "talk": 4"#, "lists[1].talk: 4"),
        (#""first_item": "ouvrir peu", "talk": 1"#, #""first_item": "ouvrir peu", "talk": 0"#, "lists[1].talk: 0"),
        (#""speakers": ["Ana Pires"]"#, #""speakers": "Ana Pires""#, "talks[1].speakers: a string, not a list"),
        (#""speakers": ["Ana Pires"]"#, #""speakers": [null]"#, "talks[1].speakers[1]: null, not a string"),
        (#""roles": ["organizer"]"#, #""roles": []"#, "persons[2].roles: empty"),
        (#""roles": ["organizer"]"#, #""roles": ["boss"]"#, "persons[2].roles[1]: none of speaker"),
        (#""2019-03-04""#, #""2019-02-30""#, "published: “2019-02-30” is no day"),
        (#"{"quote": "merci","#, #"{"quote": "merci", "occurrence": 0,"#, "cues[2].occurrence: 0.0"),
        (#"{"quote": "merci","#, #"{"quote": "merci", "sure": true,"#, "cues[2].sure: no such key"),
        (#"{"quote": "merci","#, #"{"quote": "merci""#, "line 31: "),
    ])
    func aFaultIsNamed(_ part: String, _ replacement: String, _ message: String) throws {
        let json = GoldSamples.json.replacing(part, with: replacement)
        try #require(json != GoldSamples.json)
        #expect {
            _ = try GoldAnnotation(parsing: Array(json.utf8))
        } throws: {
            String(describing: $0).hasPrefix(message)
        }
    }
}
