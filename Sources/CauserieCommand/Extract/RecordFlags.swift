import ArgumentParser
import Extraction
import TextModel

/// The flags that say what a record is made by, and how it is written.
struct RecordFlags: ParsableArguments {
    @Option(help: "ndjson (one record a line), json (indented), or pretty, a summary for people.")
    var format = RecordFormat.ndjson

    @Option(help: "What offsets count: utf8 (bytes), utf16 (code units) or scalar (Unicode scalar values).")
    var offsetUnit = OffsetUnit.utf8

    @Option(
        help: """
            Run only these stages, separated by commas: \
            \(Stage.Name.allCases.map(\.rawValue).joined(separator: ", ")). What the others would find is empty.
            """)
    var stages = StageSelection()

    @Option(help: "A folder of word lists that add to the embedded ones, or replace entries; see “causerie lexicon”.")
    var lexicons: String?
}

enum RecordFormat: String, ExpressibleByArgument, CaseIterable {
    case ndjson
    case json
    case pretty
}

/// The stages that the command line names; all when it names none.
struct StageSelection: ExpressibleByArgument {
    let names: Set<Stage.Name>

    init() { names = Set(Stage.Name.allCases) }

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
        let names = parts.compactMap { Stage.Name(rawValue: String($0)) }
        guard names.count == parts.count else { return nil }
        self.names = Set(names)
    }

    var defaultValueDescription: String { "all" }

    /// As the command line takes it.
    var text: String { Stage.Name.allCases.filter(names.contains).map(\.rawValue).joined(separator: ",") }
}
