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

    @Option(
        help: ArgumentHelp(
            "Fail when a score is lower than this file has pinned it, or when texts or gold are others.",
            valueName: "file"), completion: .file())
    var gate: String?

    @Flag(help: "Pin the scores in the file of --gate instead; refused where one falls.")
    var update = false

    @Flag(help: "With --update, pin lower scores too.")
    var allowRegression = false

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
        guard !update || gate != nil else { throw ValidationError("--update needs the file of --gate") }
        guard !allowRegression || update else { throw ValidationError("--allow-regression goes with --update") }
    }

    func run() throws {
        let output = StandardOutput()
        let analyzer = try Analyzer()
        if !treebanks.isEmpty { try evaluateTreebanks(analyzer, output) }
        if !folders.isEmpty { try evaluateGold(by: analyzer, to: output) }
        try output.flush()
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
