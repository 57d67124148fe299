import Causerie
import Decoding
import Formats
import FrenchText
import ICUText
import Normalization
import RecordWriters
import TextModel

/// One thing to time: it returns a count that must be the same in every round.
struct Case {
    let name: String
    /// What is counted.
    let counted: String
    let run: () throws -> Int

    /// ICU's bare word iterator, to which all rates are compared.
    private static func baseline(_ sample: Sample) throws -> Case {
        let words = try BreakRules(.word, locale: "fr")
        return Case(name: "icu words", counted: "segments") {
            var iterator = try words.makeIterator()
            return try iterator.countSegments(inUTF16: sample.utf16.span)
        }
    }

    /// The reading of documents of one format, each by itself.
    static func documents(_ format: DocumentFormat, _ sample: Sample) throws -> [Case] {
        let sources = try sample.documents.map { try Decoder().decode($0) }
        return [
            try baseline(sample),
            Case(name: format.rawValue, counted: "blocks") {
                try sources.reduce(0) { $0 + (try DocumentReader().read($1, as: format)).blocks.count }
            },
        ]
    }

    /// From the bytes of each document to its record as JSON.
    static func records(_ sample: Sample) throws -> [Case] {
        let analyzer = try Analyzer()
        return [
            try baseline(sample),
            Case(name: "extract", counted: "bytes of JSON") {
                var writer = RecordWriter()
                return try sample.documents.reduce(0) { count, document in
                    let analysis = try analyzer.analysis(of: DocumentInput(document, format: .markdown))
                    let offsets = OffsetConverter(analysis.source, unit: .utf8)
                    return count + writer.bytes(of: analysis.report, offsets: offsets).count
                }
            },
        ]
    }

    /// The stages on texts that are read already, each by itself.
    static func stages(_ sample: Sample) throws -> [Case] {
        let analyzer = try Analyzer()
        let read = try sample.documents.map { document in
            let analysis = try analyzer.analysis(of: DocumentInput(document, format: .markdown))
            return (text: analysis.text, findings: analysis.findings)
        }
        return [try baseline(sample)]
            + analyzer.extractor.stages.map { stage in
                Case(name: "stage \(stage.name.rawValue)", counted: "bytes of text") {
                    read.reduce(0) { count, document in
                        _ = analyzer.extractor.findings(
                            in: document.text, stages: [stage.name], known: document.findings)
                        return count + document.text.utf8.count
                    }
                }
            }
    }

    /// The text layer, part by part.
    static func textLayer(_ sample: Sample) throws -> [Case] {
        let analyzer = try Analyzer()
        let texts = analyzer.texts
        let sentences = try BreakRules(.sentence, locale: "fr")
        let rules = try FrenchRules().rules
        let source = try Decoder().decode(sample.utf8)
        let matching = try texts.normalizer.normalize(source)
        let tokens = try texts.tokenizer.tokens(of: matching)
        return [
            try baseline(sample),
            Case(name: "icu sentences", counted: "segments") {
                var iterator = try sentences.makeIterator()
                return try iterator.countSegments(inUTF16: sample.utf16.span)
            },
            Case(name: "decoder", counted: "bytes") { try Decoder().decode(sample.utf8).utf8.count },
            Case(name: "normalizer", counted: "bytes") { try texts.normalizer.normalize(source).utf8.count },
            Case(name: "tokenizer rules", counted: "segments") {
                var count = 0
                try rules.forEachSegment(in: matching.utf8.span) { _, _ in count += 1 }
                return count
            },
            Case(name: "tokenizer", counted: "tokens") { try texts.tokenizer.tokens(of: matching).count },
            Case(name: "tokenizer by icu", counted: "tokens") {
                try texts.tokenizer.tokens(of: matching, using: .icu).count
            },
            Case(name: "sentences", counted: "sentences") {
                try texts.splitter.sentences(of: matching, tokens: tokens).count
            },
            Case(name: "text layer", counted: "tokens") {
                try analyzer.text(of: sample.utf8).analyzed.tokens.count
            },
        ]
    }
}
