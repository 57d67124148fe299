import TextModel

/// What front matter says of the report in short: “Retour sur X, qui s'est tenu à Sète les 3 et 4 mai”. Often the text
/// takes it as known.
struct EventSummaries {
    private let values: [(words: EventWords, value: Metadata.Value)]

    /// More, or longer ones, are texts of their own.
    private static let maximumCount = 3
    private static let maximumLength = 600

    init(_ metadata: Metadata, _ vocabulary: EventVocabulary) {
        values = metadata.summaries.prefix(Self.maximumCount).filter { $0.text.utf8.count <= Self.maximumLength }.map {
            (EventWords(line: $0.text, vocabulary: vocabulary), $0)
        }
    }

    var words: [EventWords] { values.map(\.words) }

    // MARK: Name

    /// The name that a summary gives as a title would, where neither title nor text has one.
    func name(_ text: ReportText, _ words: EventWords, _ vocabulary: EventVocabulary) -> EventName? {
        for (summary, _) in values {
            let found = NameCandidates(text, words, title: summary, vocabulary: vocabulary)
            guard var name = EventName(found, published: text.metadata.published?.date), name.isInTitle else {
                continue
            }
            name.isInTitle = false
            name.rule = "summary"
            return name
        }
        return nil
    }

    // MARK: Days

    /// The first days of a summary that nothing beside them says to be of something else.
    func days(
        _ grammar: DateGrammar, published: CalendarDate?, year: Int?, where isPast: (DateResolution) -> Bool
    ) -> DateResolution? {
        for (summary, _) in values {
            for expression in grammar.expressions(in: summary) {
                guard case .days = expression.value,
                    let found = DateResolution(expression, published: published, year: year), isPast(found),
                    !found.contradictsWeekday, !isOfOther(expression, in: summary)
                else { continue }
                return found
            }
        }
        return nil
    }

    private func isOfOther(_ expression: DateExpression, in summary: EventWords) -> Bool {
        let own = summary.words(in: expression.range)
        return (max(0, own.lowerBound - 6)..<min(summary.count, own.upperBound + 3)).contains {
            summary.has($0, .otherDate)
        }
    }

    // MARK: Place

    /// The place that a summary gives, with the summary.
    func place(_ name: EventName?, _ vocabulary: EventVocabulary) -> (String, Metadata.Value)? {
        for (summary, value) in values {
            if let place = EventPlace(summary, name: name, vocabulary: vocabulary).place { return (place, value) }
        }
        return nil
    }
}
