/// The arguments of `extract` with those that the configuration adds: what the command line says itself is stronger.
struct CommandArguments {
    /// Where a value comes from.
    enum Origin: Equatable {
        case commandLine
        case file(path: String, line: Int)
        case standard
    }

    private let given: [String]
    private let file: ConfigurationFile?

    /// - Parameter arguments: those of the command line, from the name of the subcommand on.
    /// - Throws: ``CommandFailure`` for a faulty configuration.
    init(_ arguments: [String]) throws(CommandFailure) {
        given = arguments
        guard let name = arguments.first, name == "extract" || name == "config",
            !arguments.contains("--no-config"), !arguments.contains("--help"), !arguments.contains("-h")
        else {
            file = nil
            return
        }
        if let path = Self.value(of: "--config", in: arguments) {
            file = try ConfigurationFile(path)
        } else if FolderListing.holdsFile(ConfigurationFile.standardName) {
            file = try ConfigurationFile(ConfigurationFile.standardName)
        } else {
            file = nil
        }
    }

    /// What the parser gets.
    var merged: [String] {
        guard let name = given.first else { return [] }
        let added = file?.settings.filter { !isGiven($0.key) }.flatMap(\.arguments) ?? []
        return [name] + added + given.dropFirst()
    }

    func origin(of key: ConfigurationKey) -> Origin {
        if isGiven(key) { return .commandLine }
        guard let file, let setting = file.settings.first(where: { $0.key == key }) else { return .standard }
        return .file(path: file.path, line: setting.line)
    }

    /// Whether the command line has the flag of a key. Paths are given without a flag, see ``InputFlags/inputs``.
    private func isGiven(_ key: ConfigurationKey) -> Bool {
        let flags = given.dropFirst().prefix { $0 != "--" }
        return flags.contains { argument in
            argument == key.flag || argument.hasPrefix(key.flag + "=")
                || key.shortFlag.map { argument.hasPrefix($0) } ?? false
        }
    }

    private static func value(of flag: String, in arguments: [String]) -> String? {
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { return nil }
            if argument.hasPrefix(flag + "=") { return String(argument.dropFirst(flag.count + 1)) }
            if argument == flag, index + 1 < arguments.count { return arguments[index + 1] }
        }
        return nil
    }
}
