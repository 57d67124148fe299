import ArgumentParser

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Print the configuration that “extract” would run with, and where each value comes from.",
        discussion: """
            The configuration is causerie.yaml in the working directory, or what --config names. Its keys are the long \
            names of the flags of “extract”, and “inputs” for the paths; flags of the command line are stronger. Paths \
            in it are those of the working directory.

              inputs: [content/posts]
              output: reports.ndjson
              errors: errors.ndjson
              resume: true

            What is printed is a configuration again. Takes all flags of “extract”.
            """
    )

    @OptionGroup var options: ExtractOptions

    func run() throws {
        let arguments = try CommandArguments(Array(CommandLine.arguments.dropFirst()))
        let output = StandardOutput()
        for key in ConfigurationKey.allCases {
            output.write("\(line(of: key, arguments.origin(of: key)))\n")
        }
        try output.flush()
    }

    /// A key without value is a comment, since leaving it out says the same.
    private func line(of key: ConfigurationKey, _ origin: CommandArguments.Origin) -> String {
        let isPath = key == .inputs && !options.input.paths.isEmpty
        let comment =
            switch isPath ? .commandLine : origin {
            case .commandLine: "command line"
            case .file(let path, let line): "\(oneLine(path)):\(line)"
            case .standard: "default"
            }
        let text = options.value(of: key).yaml.map { "\(key.rawValue): \($0)" } ?? "# \(key.rawValue):"
        return "\(text)  # \(comment)"
    }
}
