import ArgumentParser
import RecordWriters

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the schema of a record, as JSON Schema or as the column types of DuckDB.",
        discussion: """
            Lists that are empty and values that are null have no type to infer, so tell DuckDB the types:

              causerie extract *.md > reports.ndjson
              duckdb -c "SELECT event.name, len(talks) FROM read_json('reports.ndjson', \
            format = 'newline_delimited', columns = $(causerie schema --format duckdb))"
            """
    )

    @Option(help: "json (JSON Schema, 2020-12) or duckdb (the value of read_json's parameter “columns”).")
    var format = SchemaFormat.json

    func run() throws {
        let output = StandardOutput()
        switch format {
        case .json: output.write(utf8: RecordSchema.json)
        case .duckdb: output.write(RecordSchema.duckDBColumns)
        }
        try output.flush()
    }
}

enum SchemaFormat: String, ExpressibleByArgument, CaseIterable {
    case json
    case duckdb
}
