import ArgumentParser
import Causerie
import Extraction
import FrenchText
import Lexicons

struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon", abstract: "Work on the word lists.", subcommands: [Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check that every entry of every word list can match.",
            discussion: """
                A fault is an entry that no text can match (its matching form is another, or one of its words is none), \
                one that stands twice, an expression of evaluation that matches without any of its words that say \
                something, a value that its column does not know, or a list without source, licence and columns. Each \
                is named with file and line, and the status is 1.
                """
        )

        @Option(help: "A folder of lists that add to the embedded ones, or replace entries of the same first column.")
        var lexicons: String?

        func run() throws {
            let lists = try lexicons.map { path throws(CommandFailure) in try LexiconFolder(path: path).lexicons() }
            let check = try LexiconCheck()
            var entryCount = 0
            var faults: [String] = []
            for list in EmbeddedLexicon.allCases {
                do {
                    entryCount += try check.entryCount(of: list, in: lists ?? .embedded)
                    faults += try check.faults(of: list, in: lists ?? .embedded).map(\.description)
                } catch {
                    faults.append("\(error)")
                }
            }
            do {
                let texts = try TextAnalyzer(lexicons: lists ?? .embedded)
                faults += try CueEntryCheck(lists ?? .embedded).faults {
                    try CueFinder.lookedUpWords(of: $0, by: texts)
                }
                .map { (lists ?? .embedded).located($0).description }
            } catch  where !faults.contains("\(error)") {
                faults.append("\(error)")
            } catch {}
            // Those that read the lists know which values a column may have.
            do { _ = try Analyzer(lexicons: lists ?? .embedded) } catch  where !faults.contains("\(error)") {
                faults.append("\(error)")
            } catch {}
            for fault in faults { Messages.complain(fault) }
            guard faults.isEmpty else {
                throw CommandFailure(.checkFailed, "\(faults.count) faults in \(EmbeddedLexicon.allCases.count) lists")
            }
            let output = StandardOutput()
            output.write("\(EmbeddedLexicon.allCases.count) lists, \(entryCount) entries: each can match\n")
            try output.flush()
        }
    }
}
