import TextModel

extension Stage {
    static func attributions(_ words: TalkWords) -> Stage {
        let scanner = AttributionScanner(words: words)
        return Stage(.attributions, reads: [.mentions], writes: [.attributions]) { text, findings in
            var mentions = PeopleIndex(findings.people)
            let all = scanner.attributions(in: text, mentions: mentions)
            let reporters = Reporters(text: text, words: scanner.words).all(of: findings.people, attributions: all)
            findings.reporters = reporters
            mentions = PeopleIndex(findings)
            // “par X”, where X signs the report, is no talk.
            let stated = all.filter { attribution in
                !attribution.speakers.allSatisfy { reporters.contains($0.person) }
            }
            // A sentence that says who gave a talk needs no further sign.
            let sentences = Set(stated.filter { $0.rule != .tells }.map(\.sentence))
            let introduced = TalkIntroductions(text: text, mentions: mentions, words: scanner.words).all()
                .filter { !sentences.contains($0.sentence) }
            findings.attributions = (stated + introduced).sorted {
                ($0.sentence, $0.range) < ($1.sentence, $1.range)
            }
            let programme = Programme(text: text, mentions: mentions, words: scanner.words)
            findings.listedTalks = programme.talks(attributions: findings.attributions)
            findings.attributions = programme.attributions(
                findings.attributions, withTitlesOf: findings.listedTalks)
            findings.setApart = SetApartTitles(text: text, mentions: mentions, words: scanner.words).all()
            findings.turns = TurnsToSpeak(text: text, mentions: mentions, words: scanner.words).all()
        }
    }
}
