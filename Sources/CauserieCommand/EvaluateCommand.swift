import ArgumentParser
import Causerie
import Evaluation
import TextModel

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Score records against annotated reports, or tokens and sentences against a treebank.",
        discussion: """
            A folder of gold holds NAME.json files beside the reports that they name, by itself or in its folders \
            train, dev and test.

              causerie evaluate Corpus --split dev --mistakes mistakes.ndjson
              causerie evaluate gold --records other.ndjson --min talks=0.9
              causerie evaluate gold --check
              causerie evaluate --ud fr_gsd-ud-test.conllu

            Tokens count as right when both ends are; multiword tokens (au, du) are one. Sentences are joined by spaces.
            """
    )

    @Argument(help: "Folders of gold.", completion: .directory)
    var folders: [String] = []

    @Option(help: "Only this split of each folder: train, dev or test. May be given again.")
    var split: [String] = []

    @Option(
        help: ArgumentHelp(
            "Leave out the documents whose names begin so, or match it where it has * or ?. May be given again.",
            valueName: "pattern"))
    var exclude: [String] = []

    @Option(
        help: ArgumentHelp(
            "Read the documents from here, by their names without ending: other forms of the same reports.",
            valueName: "folder"), completion: .directory)
    var documents: String?

    @Option(
        help: ArgumentHelp("Score the records of this file, NDJSON, instead of making them.", valueName: "file"),
        completion: .file())
    var records: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Two files of records: what the second does better and worse.", valueName: "A B"),
        completion: .file())
    var compare: [String] = []

    @Flag(help: "Only check the gold: quotations, references, duplicates, leaks between splits.")
    var check = false

    @Option(help: ArgumentHelp("Write every mistake here, one JSON object a line.", valueName: "file"))
    var mistakes: String?

    @Option(
        help: ArgumentHelp(
            "Write a page here: the scores, and each document with gold and system side by side.", valueName: "file"))
    var html: String?

    @Option(help: "table for people, json for programs, markdown for pages.")
    var format = ScoreFormat.table

    @Option(
        name: .customLong("min"),
        help: ArgumentHelp("Fail when a layer's value is lower. May be given again.", valueName: "layer=value"))
    var floors: [ScoreFloor] = []

    @Option(name: .customLong("ud"), parsing: .upToNextOption, help: "Treebanks in CoNLL-U.", completion: .file())
    var treebanks: [String] = []

    @Option(
        help:
            "How many examples to show of each kind of disagreement with a treebank, or of difference between A and B.")
    var examples = 3

    func validate() throws {
        guard examples >= 0 else { throw ValidationError("--examples takes a number from 0 up") }
        guard !folders.isEmpty || !treebanks.isEmpty else {
            throw ValidationError("name a folder of gold, or treebanks with --ud")
        }
        guard compare.isEmpty || compare.count == 2 else {
            throw ValidationError("--compare takes two files of records")
        }
        guard compare.isEmpty || records == nil else {
            throw ValidationError("--compare and --records exclude each other")
        }
    }

    func run() throws {
        let output = StandardOutput()
        let analyzer = try Analyzer()
        if !treebanks.isEmpty { try evaluateTreebanks(analyzer, output) }
        if !folders.isEmpty { try evaluateGold(analyzer, output) }
        try output.flush()
    }

    private func evaluateGold(_ analyzer: Analyzer, _ output: StandardOutput) throws {
        let files = try GoldFolder(folders, splits: split, excluded: exclude.map(NamePattern.init)).files
        let loader = try GoldLoader(documents: documents)
        if check { return try checkGold(files, loader, output) }
        let documents = try files.map { try loader.load($0) }
        let gold = documents.map(\.gold)
        if compare.count == 2 {
            let scores = try compare.map { try self.scores(ofRecords: $0, gold) }
            output.write(Comparison(scores[0], scores[1]).text(examples: examples))
            return
        }
        let reports = try records.map { try self.reports(inFile: $0, gold) } ?? made(documents, by: analyzer)
        let scores = try scores(of: reports, gold)
        if let html {
            try OutputFile(html).write(EvaluationPage(scores, gold: gold).html)
        }
        try write(scores, output)
    }

    private func made(_ documents: [GoldLoader.Loaded], by analyzer: Analyzer) -> [Report] {
        documents.compactMap { document in
            do {
                return try analyzer.report(
                    on: DocumentInput(document.bytes, fileName: document.gold.annotation.document))
            } catch {
                Messages.warn("\(document.path): \(error)")
                return nil
            }
        }
    }

    /// - Throws: ``CommandFailure`` with ``ExitStatus/usage`` for a file that cannot be read.
    private func reports(inFile path: String, _ gold: [ResolvedGold]) throws -> [Report] {
        let bytes: [UInt8]
        do throws(CommandFailure) { bytes = try Input(path).read() } catch {
            throw CommandFailure(.usage, error.description)
        }
        let sources = Dictionary(gold.map { ($0.annotation.document, $0.text.source) }) { first, _ in first }
        var reader = RecordReader { id in
            sources[id] ?? id.split(separator: "/").last.flatMap { sources[String($0)] }
        }
        do throws(RecordFormatError) { try reader.read(bytes) } catch {
            throw CommandFailure(.usage, "\(path): \(error)")
        }
        if !reader.unknownKeys.isEmpty {
            Messages.warn(
                "\(path): keys that no record has, passed over: \(reader.unknownKeys.joined(separator: ", "))")
        }
        return reader.reports
    }

    private func scores(ofRecords path: String, _ gold: [ResolvedGold]) throws -> Scores {
        try scores(of: try reports(inFile: path, gold), gold)
    }

    private func scores(of reports: [Report], _ gold: [ResolvedGold]) throws -> Scores {
        let scores = try Scores(gold: gold, system: reports)
        for id in scores.strangers { Messages.warn("\(id): a record without gold, left out") }
        for name in scores.withoutRecord { Messages.warn("\(name): no record, all is missed") }
        return scores
    }

    private func write(_ scores: Scores, _ output: StandardOutput) throws {
        let report = ScoreReport(scores)
        switch format {
        case .table: output.write(report.table)
        case .json: output.write(report.json)
        case .markdown: output.write(report.markdown)
        }
        if let mistakes {
            try OutputFile(mistakes).write(scores.mistakes.map { $0.json.text + "\n" }.joined())
        }
        let missed = floors.filter { floor in
            let value = report.summaries.first { $0.layer == floor.layer }?.value
            return value.map { $0 < floor.value } ?? true
        }
        guard missed.isEmpty else {
            try output.flush()
            let names = missed.map { "\($0.layer.rawValue) is below \($0.value) or has nothing to measure" }
            throw CommandFailure(.checkFailed, names.joined(separator: ", "))
        }
    }

    private func checkGold(_ files: [GoldFolder.File], _ loader: GoldLoader, _ output: StandardOutput) throws {
        var problems: [String] = []
        var unreadable = 0
        var members: [GoldCheck.Member] = []
        for file in files {
            do throws(CommandFailure) {
                let document = try loader.load(file)
                members.append(.init(path: file.path, split: file.split, gold: document.gold))
            } catch {
                problems.append(error.description)
                unreadable += 1
            }
        }
        for member in members { problems += try GoldCheck(member.gold).problems.map { "\(member.path): \($0)" } }
        problems += try GoldCheck.leaks(between: members)
        for problem in problems { output.write(problem + "\n") }
        output.write("\(files.count) documents, \(problems.count) problems\n")
        try output.flush()
        guard problems.isEmpty else {
            throw CommandFailure(unreadable > 0 ? .usage : .checkFailed, "the gold has \(problems.count) problems")
        }
    }

    private func evaluateTreebanks(_ analyzer: Analyzer, _ output: StandardOutput) throws {
        for path in treebanks {
            let bytes = try Input(path).read()
            let sentences: [ConlluSentence]
            do {
                sentences = try ConlluSentence.read(String(decoding: bytes, as: UTF8.self))
            } catch {
                throw CommandFailure(.usage, "\(path): \(error); is it CoNLL-U?")
            }
            let evaluation = try TreebankEvaluation(of: sentences) { text throws(any Error) in
                try analyzer.segmentation(of: text)
            }
            output.write(TreebankTable(path: path, evaluation: evaluation, examples: examples).text)
        }
    }
}

enum ScoreFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case markdown
}

/// `talks=0.93`.
struct ScoreFloor: ExpressibleByArgument {
    let layer: Layer
    let value: Double

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let layer = Layer(rawValue: parts[0]), let value = Double(parts[1]) else { return nil }
        self.layer = layer
        self.value = value
    }
}

extension Analyzer {
    /// What the treebank evaluation compares: tokens without white space, and sentences, in source offsets.
    func segmentation(of text: String) throws -> TreebankEvaluation.Segmentation {
        let found = try self.text(of: Array(text.utf8)).analyzed
        let map = found.matching.map
        return TreebankEvaluation.Segmentation(
            tokens: found.tokens.filter { !$0.kind.isWhiteSpace }.map { ($0.kind, map.sourceRange(of: $0.range)) },
            sentences: found.sentences.map { map.sourceRange(of: $0.range) }
        )
    }
}
