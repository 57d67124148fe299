import ArgumentParser
import Extraction
import TextModel

/// The flags that say what a record is made by, and how it is written.
struct RecordFlags: ParsableArguments {
    @Option(
        help: """
            ndjson (one record a line), json (indented), pretty (a summary for people), talks or talks-csv (a flat row a \
            talk, as NDJSON or CSV), jsonld (schema.org, one object a line), sqlite (a database, see --output), or brat \
            (a folder of stand-off annotations, see --output).
            """)
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
    /// One row a talk, as NDJSON.
    case talks
    /// One row a talk, as CSV by RFC 4180.
    case talksCSV = "talks-csv"
    case jsonld
    case sqlite
    case brat

    /// What `--output` has to name, for what standard output cannot hold; `nil` where it may be left out.
    var neededOutput: String? {
        switch self {
        case .ndjson, .json, .pretty, .talks, .talksCSV, .jsonld: nil
        case .sqlite: "the database"
        case .brat: "the folder"
        }
    }

    /// Whether a run can go on with what an earlier one left.
    var isResumable: Bool {
        switch self {
        case .ndjson, .sqlite: true
        case .json, .pretty, .talks, .talksCSV, .jsonld, .brat: false
        }
    }
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
