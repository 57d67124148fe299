import ArgumentParser
import Brat
import Causerie
import Evaluation
import Normalization
import SystemPackage
import TextModel

struct GoldFromBratCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gold-from-brat",
        abstract: "Make gold for “evaluate” out of annotations that were corrected in brat.",
        discussion: """
            Reads every NAME.txt and NAME.ann below a folder that “extract --format brat” wrote and people changed, and \
            writes gold into another: the report under NAME, and beside it a JSON file.

              causerie extract posts --format brat --output brat/data/posts
              causerie gold-from-brat brat/data/posts --output gold
              causerie evaluate gold --check
            """
    )

    @Argument(help: "The folder with annotations.", completion: .directory)
    var folder: String

    @Option(name: [.short, .long], help: "The folder for the gold; made if it is not there.", completion: .directory)
    var output: String

    func run() throws {
        let names = FolderListing.annotatedNames(below: folder)
        guard !names.isEmpty else {
            throw CommandFailure(
                .nothingProcessed, "\(folder): no NAME.txt with a NAME.ann in it; name a folder of “--format brat”")
        }
        let target = try GoldTarget(output)
        var failed = 0
        for name in names {
            do throws(CommandFailure) {
                try target.write(try gold(of: name))
            } catch {
                // A folder that cannot be written fails for every report.
                if error.status == .outputFailed { throw error }
                failed += 1
                Messages.complain(error.description)
            }
        }
        guard failed == 0 else {
            throw CommandFailure(
                failed == names.count ? .nothingProcessed : .someFailed,
                "\(failed) of \(names.count) reports have no gold")
        }
    }

    private func gold(of name: String) throws(CommandFailure) -> GoldTarget.Gold {
        let path = folder + "/" + name
        let text = try Input(path + ".txt").read(otherwise: .nothingProcessed)
        let annotations = String(
            decoding: try Input(path + ".ann").read(otherwise: .nothingProcessed), as: UTF8.self)
        let document = name.split(separator: "/").last.map(String.init) ?? name
        do {
            let read = try Analyzer.document(
                of: text, encoding: "utf-8", format: GoldFromBrat.format(in: annotations), fileName: document)
            let gold = try GoldFromBrat(annotations: annotations, source: read.source, document: read.document)
            let occurrences = try occurrences(of: gold, document, text)
            return GoldTarget.Gold(
                name: document, document: text,
                annotation: Array((try gold.gold(of: document, occurrences: occurrences).indentedText + "\n").utf8))
        } catch {
            throw CommandFailure(.nothingProcessed, "\(path).ann: \(error)")
        }
    }
}

extension GoldFromBratCommand {
    /// What “evaluate” needs, which reads the document by its name.
    private func occurrences(
        of gold: GoldFromBrat, _ document: String, _ bytes: [UInt8]
    ) throws -> GoldFromBrat.Occurrences {
        let read = try Analyzer.document(of: bytes, fileName: document)
        let text = try DocumentText(source: read.source, document: read.document, normalizer: MatchingNormalizer())
        let annotation = try GoldAnnotation(parsing: Array(try gold.gold(of: document).text.utf8))
        let places = gold.places
        let numbered = try annotation.numbered(
            sections: places.sections, lists: places.lists, cues: places.cues, in: text)
        return GoldFromBrat.Occurrences(
            sections: numbered.sections.map(\.occurrence), lists: numbered.lists.map(\.occurrence),
            cues: numbered.cues.map(\.occurrence))
    }
}

/// The folder that gold is written into.
private final class GoldTarget {
    struct Gold {
        /// Of the document.
        var name: String
        var document: [UInt8]
        var annotation: [UInt8]
    }

    private let folder: String
    private var taken: Set<String> = []

    /// - Throws: ``CommandFailure`` with ``ExitStatus/outputFailed``.
    init(_ folder: String) throws(CommandFailure) {
        self.folder = folder
        if let error = FolderListing.make(folder) {
            throw CommandFailure(.outputFailed, "\(folder): \(error); name a place that can be written")
        }
    }

    /// - Throws: ``CommandFailure`` with ``ExitStatus/outputFailed``, and where two reports have one name.
    func write(_ gold: Gold) throws(CommandFailure) {
        guard taken.insert(gold.name).inserted else {
            throw CommandFailure(
                .nothingProcessed, "\(gold.name): two reports of this name; convert their folders one by one")
        }
        let stem = gold.name.lastIndex(of: ".").map { String(gold.name[..<$0]) } ?? gold.name
        let name = taken.insert(stem + ".json").inserted ? stem + ".json" : gold.name + ".json"
        try OutputFile(folder + "/" + gold.name).write(utf8: gold.document)
        try OutputFile(folder + "/" + name).write(utf8: gold.annotation)
    }
}
