import ArgumentParser
import Causerie
import Extraction
import Lexicons

/// For fitting the weights of evaluations; see Benchmarks/quality/fit-cues.
struct CueEvidenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cue-evidence",
        abstract: "Print what might be evaluations, with what speaks for and against each, as tab-separated lines.",
        shouldDisplay: false
    )

    @Argument(help: "Reports.", completion: .file())
    var paths: [String]

    @Option(help: "A folder of word lists that add to the embedded ones, or replace entries; see “causerie lexicon”.")
    var lexicons: String?

    func run() throws {
        let lists = try lexicons.map { path throws(CommandFailure) in try LexiconFolder(path: path).lexicons() }
        let analyzer = try Analyzer(lexicons: lists ?? .embedded)
        let finder = try CueFinder(lists ?? .embedded)
        let output = StandardOutput()
        for path in paths {
            let analysis = try analyzer.analysis(of: DocumentInput(try Input(path).read(), fileName: path))
            for candidate in finder.candidates(in: analysis.text, analysis.findings) {
                let place = analysis.text.sourceRange(of: candidate.range)
                let evidence = CueEvidence.allCases.filter { candidate.evidence.contains(CueEvidenceSet($0)) }
                let fields = [
                    path, "\(place.start)", "\(place.end)", candidate.polarity.rawValue, "\(candidate.weight)",
                    evidence.map(\.name).joined(separator: "+"), candidate.target.rawValue, candidate.entry,
                ]
                output.write(fields.joined(separator: "\t") + "\n")
            }
        }
        try output.flush()
    }
}
