import TextModel

extension ReportAssembly {
    /// The talks without their lists, cues and links.
    var talks: [Report.Talk] {
        findings.talks.enumerated().map { index, finding in
            let titleSpan = finding.title.map(text.span) ?? finding.metadataTitle.flatMap(span)
            let title = finding.title.map(withoutEmoji) ?? finding.metadataTitle?.text
            let speakers = finding.speakers.map(speaker)
            return Report.Talk(
                id: Self.talkID(index), ordinal: index + 1, kind: finding.kind, title: title.map(onOneLine),
                titleSpan: titleSpan, titleSource: finding.titleSource,
                sectionID: finding.section.map(Self.sectionID), body: finding.body.map(text.sourceRange),
                url: finding.url, attendance: finding.attendance, speakers: speakers,
                speakerStatus: status(of: speakers), reception: reception(ofTalk: index))
        }
    }

    /// A title without the emoji that stand between its words: “Ranger ses 🔦 lampes”, not “Que mesure "🔦".count ?”.
    private func withoutEmoji(_ title: TextRange) -> String {
        var words = ""
        var start = title.start
        var isBetweenWords = true
        for position in text.tokens(in: title) {
            let token = text.tokens[position]
            if token.kind == .emoji, isBetweenWords {
                words += text.visibleText(of: TextRange(start, token.range.start))
                start = token.range.end
            } else {
                isBetweenWords = token.kind.isWhiteSpace
            }
        }
        return words + text.visibleText(of: TextRange(start, title.end))
    }

    private func speaker(_ finding: SpeakerFinding) -> Report.Speaker {
        Report.Speaker(
            personID: finding.person.map(Self.personID), name: finding.person.map { findings.people[$0].name },
            span: finding.range.map(text.span), unnamedReason: finding.unnamedReason,
            rule: finding.rule.rawValue)
    }

    private func status(of speakers: [Report.Speaker]) -> SpeakerStatus {
        let named = speakers.count { $0.name != nil }
        if speakers.isEmpty { return .notStated }
        if named == speakers.count { return .named }
        return named == 0 ? .unnamed : .partlyNamed
    }

    /// The author's own cues on the talk itself count, not those on its topic.
    private func reception(ofTalk talk: Int) -> Report.Reception {
        let counted = cuesOfTalks[talk].filter {
            findings.cues[$0].holder == .author && findings.cues[$0].target == .talk
        }
        // Praise of all talks stands for a talk of which nothing else is said.
        if counted.isEmpty, !praiseOfAll.isEmpty,
            [.attended, .partial, .replay].contains(findings.talks[talk].attendance)
        {
            return Report.Reception(
                polarity: .positive, positiveCueIDs: praiseOfAll.map(Self.cueID), negativeCueIDs: [])
        }
        func ids(_ polarity: Polarity) -> [String] {
            counted.filter { findings.cues[$0].polarity == polarity }.map(Self.cueID)
        }
        return Report.Reception(
            polarity: TalkReception.polarity(of: talk, in: cuesOfTalks[talk].map { findings.cues[$0] }),
            positiveCueIDs: ids(.positive),
            negativeCueIDs: ids(.negative))
    }

    // MARK: - Lists and cues

    var lists: [Report.BulletList] {
        var itemCount = 0
        return findings.lists.enumerated().map { index, finding in
            let first = itemCount
            itemCount += finding.items.count
            func itemID(_ position: Int) -> String { "i\(first + position + 1)" }
            return Report.BulletList(
                id: "l\(index + 1)", intro: finding.intro.map(text.span), ordered: finding.isOrdered,
                items: finding.items.enumerated().map { position, item in
                    Report.Item(
                        id: itemID(position), parentID: item.parent.map(itemID), depth: item.depth,
                        marker: marker(of: item), span: text.span(item.range))
                })
        }
    }

    private func marker(of item: ListFinding.Item) -> String {
        if case .item(let block) = text.passages[item.passage].block.kind { block.marker } else { "" }
    }

    func cue(_ position: Int) -> Report.Cue {
        let finding = findings.cues[position]
        return Report.Cue(
            id: Self.cueID(position), span: text.span(finding.range), polarity: finding.polarity,
            strength: finding.strength, negated: finding.isNegated, holder: finding.holder,
            holderPersonID: finding.holderPerson.map(Self.personID), target: finding.target, rule: finding.rule)
    }
}
