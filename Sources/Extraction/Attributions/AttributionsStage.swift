import TextModel

extension Stage {
    static func attributions(_ words: TalkWords) -> Stage {
        let scanner = AttributionScanner(words: words)
        return Stage(.attributions, reads: [.mentions], writes: [.attributions]) { text, findings in
            let mentions = PeopleIndex(findings.people)
            let authors = Set(text.metadata.authors.map { $0.text.lowercased() })
            // “par X”, where X signs the report, is no talk.
            let stated = scanner.attributions(in: text, mentions: mentions).filter { attribution in
                !attribution.speakers.allSatisfy { authors.contains(text.matchingName(of: findings.people[$0.person])) }
            }
            // A sentence that says who gave a talk needs no further sign.
            let sentences = Set(stated.filter { $0.rule != .tells }.map(\.sentence))
            let introduced = TalkIntroductions(text: text, mentions: mentions, words: scanner.words).all()
                .filter { !sentences.contains($0.sentence) }
            findings.attributions = (stated + introduced).sorted {
                ($0.sentence, $0.range) < ($1.sentence, $1.range)
            }
        }
    }
}
