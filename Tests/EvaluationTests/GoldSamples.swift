import Causerie
import Evaluation
import Normalization
import TextModel

/// A report and its gold, invented.
enum GoldSamples {
    static let name = "2019-03-02-journee-du-phare.md"

    static let report = """
        ---
        title: Retour du Phare
        author: Maud Tessier
        date: 2019-03-04
        ---
        # Retour du Phare

        Samedi, j'étais à la Journée du Phare à Brest. Un accueil très sympa, merci à Yann Le Du.

        ## Des ports **propres** – Ana Pires

        Ana Pires raconte comment elle range ses ports. Trois idées :

        - ouvrir peu
        - fermer vite
          - et bien
        - écrire tout

        C'était très clair, mais un peu long.

        ## Le sel et le C++

        Deux étudiantes montrent leur [banc de sel](https://sel.example/a?b=c). C'est très clair, j'ai adoré.

        ### La suite

        Elles continuent cette année. Bof pour le nom.

        ## Conclusion

        Une belle journée. J'aurais aimé voir « Le vent » de Tom Adler.

        """

    static let json = """
        {
          "document": "2019-03-02-journee-du-phare.md",
          "title": "Retour du Phare", "author": "Maud Tessier", "published": "2019-03-04",
          "event": {"name": "Journée du Phare", "edition": null, "place": "Brest", "start_date": "2019-03-02",
            "end_date": "2019-03-02"},
          "sections": [
            {"heading": "Des ports propres – Ana Pires", "role": "talk"},
            {"heading": "Le sel et le C++", "role": "talk"},
            {"heading": "La suite", "role": "topic"},
            {"heading": "Conclusion", "role": "conclusion"}
          ],
          "talks": [
            {"heading": "Des ports propres – Ana Pires", "title": "Des ports propres", "kind": "talk",
             "attendance": "attended", "starts_with": "Ana Pires raconte comment elle range", "speakers": ["Ana Pires"],
             "unnamed_speakers": 0, "reception": "mixed"},
            {"heading": "Le sel et le C++", "title": "Le sel et le C++", "kind": "demo", "attendance": "attended",
             "starts_with": "Deux étudiantes montrent leur banc de sel.", "speakers": [], "unnamed_speakers": 2,
             "reception": "positive"},
            {"heading": null, "title": "Le vent", "kind": "talk", "attendance": "listed", "starts_with": null,
             "speakers": ["Tom Adler"], "unnamed_speakers": 0, "reception": "none"}
          ],
          "persons": [
            {"name": "Maud Tessier", "roles": ["author"], "aliases": []},
            {"name": "Yann Le Du", "roles": ["organizer"], "aliases": []},
            {"name": "Ana Pires", "roles": ["speaker"], "aliases": []},
            {"name": "Tom Adler", "roles": ["speaker", "mentioned"], "aliases": []}
          ],
          "lists": [{"intro": "Trois idées :", "items": 4, "first_item": "ouvrir peu", "talk": 1}],
          "cues": [
            {"quote": "très sympa", "polarity": "positive", "target": "event", "talk": null, "holder": "author"},
            {"quote": "merci", "polarity": "positive", "target": "event", "talk": null, "holder": "author"},
            {"quote": "très clair", "polarity": "positive", "target": "talk", "talk": 1, "holder": "author"},
            {"quote": "un peu long", "polarity": "negative", "target": "talk", "talk": 1, "holder": "author"},
            {"quote": "très clair", "polarity": "positive", "target": "talk", "talk": 2, "holder": "author"},
            {"quote": "j'ai adoré", "polarity": "positive", "target": "talk", "talk": 2, "holder": "author"},
            {"quote": "Bof", "polarity": "negative", "target": "topic", "talk": 2, "holder": "author"},
            {"quote": "Une belle journée", "polarity": "positive", "target": "event", "talk": null, "holder": "author"}
          ]
        }
        """

    static func resolved(_ json: String = json, report: String = report) throws -> ResolvedGold {
        let annotation = try GoldAnnotation(parsing: Array(json.utf8))
        let read = try Analyzer.document(of: Array(report.utf8), fileName: annotation.document)
        let text = try DocumentText(
            source: read.source, document: read.document, normalizer: try MatchingNormalizer())
        return try ResolvedGold(annotation, in: text)
    }
}

extension Report {
    /// What a system without fault would say.
    init(_ gold: ResolvedGold) {
        let (annotation, text) = (gold.annotation, gold.text)
        func span(_ place: TextRange?, _ quotation: String) -> Span {
            Span(place.map { text.sourceRange(of: $0) } ?? SourceRange(0, 0), quotation)
        }
        self.init(
            producer: Producer(name: "gold", version: "1", lexiconsDigest: "", icuVersion: "", unicodeVersion: ""),
            source: Source(id: annotation.document, mediaType: "", encoding: "utf-8", bytes: 0, sha256: ""))
        document.title = annotation.title
        document.authors = annotation.author.map { [$0] } ?? []
        document.published = annotation.published
        event.name = annotation.event.name
        event.edition = annotation.event.edition
        event.place = annotation.event.place
        event.startDate = annotation.event.startDate
        event.endDate = annotation.event.endDate
        for (index, section) in annotation.sections.enumerated() {
            sections.append(
                Section(
                    id: "s\(index)", level: 2, heading: span(gold.headings[index], section.heading), role: section.role,
                    rule: "gold"))
        }
        for (index, talk) in annotation.talks.enumerated() {
            var result = Talk(id: "t\(index)", ordinal: index + 1, kind: talk.kind, title: talk.title)
            let place = gold.talks[index]
            result.sectionID = gold.headings.firstIndex { $0 != nil && $0 == place.heading }.map { "s\($0)" }
            result.body = place.extent.map { text.sourceRange(of: $0) }
            result.attendance = talk.attendance
            result.speakers = talk.speakers.map { Speaker(name: $0, rule: "gold") }
            for _ in 0..<talk.unnamedSpeakers {
                result.speakers.append(Speaker(unnamedReason: .mentionedWithoutName, rule: "gold"))
            }
            result.reception.polarity = talk.reception
            talks.append(result)
        }
        persons = annotation.persons.map { Person(id: "", name: $0.name, roles: $0.roles) }
        for (index, list) in annotation.lists.enumerated() {
            let place = gold.lists[index]
            var items = [Item(id: "", depth: 1, marker: "-", span: span(place.firstItem, list.firstItem))]
            for _ in 1..<list.items {
                items.append(Item(id: "", depth: 1, marker: "-", span: Span(SourceRange(0, 0), "")))
            }
            let result = BulletList(
                id: "", intro: list.intro.map { span(place.intro, $0) }, ordered: false, items: items)
            if let talk = list.talk { talks[talk].lists.append(result) } else { lists.append(result) }
        }
        for (index, cue) in annotation.cues.enumerated() {
            let result = Cue(
                id: "", span: span(gold.cues[index], cue.quote), polarity: cue.polarity, strength: 2, negated: false,
                holder: cue.holder, target: cue.target, rule: "gold")
            if let talk = cue.talk { talks[talk].cues.append(result) } else { cues.append(result) }
        }
    }
}

extension Scores {
    /// The value of a layer over all documents.
    func value(_ layer: Layer) -> Double? { summary(layer)?.value }

    func summary(_ layer: Layer) -> LayerSummary? { summaries().first { $0.layer == layer } }
}
