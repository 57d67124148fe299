import TextModel

/// What a system's records are worth against gold, document by document.
public struct Scores: Sendable {
    /// In the order of the gold.
    public let documents: [DocumentScore]
    /// By document, layer and place.
    public let outcomes: [Outcome]
    /// The records by the names of their documents.
    public let records: [String: Report]
    /// The ids of records for which there is no gold; they are left out.
    public let strangers: [String]

    /// Scores records against gold, each record against the gold whose document is its `source.id` or the last part of
    /// its path; a document without a record is all missed.
    ///
    /// - Throws: when ICU runs out of memory.
    public init(gold: [ResolvedGold], system: [Report]) throws {
        var records: [String: Report] = [:]
        let names = Set(gold.map(\.annotation.document))
        var strangers: [String] = []
        for report in system {
            let id = report.source.id ?? ""
            let name = names.contains(id) ? id : id.split(separator: "/").last.map(String.init) ?? id
            if names.contains(name) { records[name] = report } else { strangers.append(id) }
        }
        var documents: [DocumentScore] = []
        var outcomes: [Outcome] = []
        for document in gold {
            var scorer = DocumentScorer(document, records[document.annotation.document])
            try scorer.run()
            documents.append(scorer.score)
            outcomes += scorer.outcomes
        }
        self.documents = documents
        self.outcomes = outcomes.sorted()
        self.strangers = strangers
        self.records = records
    }

    public var mistakes: [Outcome] { outcomes.filter(\.isMistake) }

    /// The documents of the gold for which the system gave no record.
    public var withoutRecord: [String] { documents.filter { !$0.hasRecord }.map(\.document) }

    /// One line for each layer.
    public func summaries() -> [LayerSummary] {
        let bootstrap = Bootstrap(count: documents.count)
        return Layer.allCases.map { LayerSummary($0, of: documents, bootstrap) }
    }
}

/// The measures of one layer over all documents.
public struct LayerSummary: Equatable, Sendable {
    public let layer: Layer
    /// Over the items of all documents (micro).
    public let counts: MatchCounts
    /// F1, accuracy or macro-F1, as the layer's measure says; `nil` for zero against zero.
    public let value: Double?
    /// The mean of the documents' values, each document alike (macro); those where the value is not defined are left out.
    public let documentMean: Double?
    /// In which 95 % of the values lie when documents are drawn again with replacement; `nil` for fewer than two
    /// documents.
    public let interval: ClosedRange<Double>?

    init(_ layer: Layer, of documents: [DocumentScore], _ bootstrap: Bootstrap) {
        self.layer = layer
        let parts = documents.map { $0.counts[layer] ?? [] }
        counts = parts.joined().reduce(MatchCounts(), +)
        value = Self.value(of: layer, summed: parts)
        let values = parts.compactMap { Self.value(of: layer, summed: [$0]) }
        documentMean = values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
        interval = bootstrap.interval { sample in Self.value(of: layer, summed: sample.lazy.map { parts[$0] }) }
    }

    /// The layer's value over the sum of documents.
    static func value(of layer: Layer, summed documents: some Sequence<[MatchCounts]>) -> Double? {
        var sum: [MatchCounts] = []
        for counts in documents {
            while sum.count < counts.count { sum.append(MatchCounts()) }
            for (index, count) in counts.enumerated() { sum[index] += count }
        }
        switch layer.measure {
        case .f1: return sum.first?.f1
        case .accuracy: return sum.first?.recall
        case .macroF1:
            let values = sum.compactMap(\.f1)
            return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
        }
    }
}
