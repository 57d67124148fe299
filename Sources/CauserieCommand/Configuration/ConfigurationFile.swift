import ArgumentParser
import Yams

/// The settings of `causerie.yaml`: the flags of `extract`, each under its name.
struct ConfigurationFile {
    /// The name that is looked for in the working directory.
    static let standardName = "causerie.yaml"

    struct Setting {
        var key: ConfigurationKey
        /// The arguments that say the same, such as `--jobs=4`; none for a flag that is `false`.
        var arguments: [String]
        /// Counted from 1.
        var line: Int
    }

    let path: String
    private(set) var settings: [Setting] = []

    /// Reads and checks the file.
    ///
    /// - Throws: ``CommandFailure`` with ``ExitStatus/usage`` that names the line: no YAML, an unknown key, a value that
    ///   the flag does not take.
    init(_ path: String) throws(CommandFailure) {
        self.path = path
        let bytes = try Input(path).read(otherwise: .usage)
        // Beyond this it is no configuration, and libYAML's readers recurse.
        guard bytes.count <= 1 << 16, let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(.usage, "\(path): is no configuration: not UTF-8, or more than 64 KiB")
        }
        for (key, value) in try pairs(in: text) {
            let line = key.mark?.line ?? 1
            let setting = Setting(
                key: try self.key(key, line: line), arguments: [], line: line)
            settings.append(try filled(setting, by: value))
        }
    }

    private func failure(_ line: Int, _ message: String) -> CommandFailure {
        CommandFailure(.usage, "\(path):\(line): \(message)")
    }

    private func pairs(in text: String) throws(CommandFailure) -> [(Node, Node)] {
        let root: Node?
        do {
            // Every scalar stays a string: the flags know their types.
            root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw Self.failure(error, in: path)
        } catch {
            throw CommandFailure(.usage, "\(path): \(error)")
        }
        switch root {
        case nil: return []
        case .mapping(let mapping)?: return mapping.map { ($0.key, $0.value) }
        case .scalar(let scalar)? where scalar.string.isEmpty: return []
        case .scalar?, .sequence?, .alias?: throw failure(1, "a configuration has lines such as “jobs: 2”")
        }
    }

    private static func failure(_ error: YamlError, in path: String) -> CommandFailure {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            CommandFailure(.usage, "\(path):\(mark.line): is no YAML: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            CommandFailure(
                .usage,
                "\(path):\(context.mark.line): the key “\(duplicates.first.map { "\($0)" } ?? "")” comes twice")
        case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            CommandFailure(.usage, "\(path): is no YAML: \(error)")
        }
    }

    private func key(_ node: Node, line: Int) throws(CommandFailure) -> ConfigurationKey {
        let name = node.scalar?.string ?? ""
        if let key = ConfigurationKey(rawValue: name) { return key }
        let cure =
            ConfigurationKey.nearest(to: name).map { "did you mean “\($0.rawValue)”?" }
            ?? "“causerie config” lists all keys"
        throw failure(line, "unknown key “\(name)”; \(cure)")
    }

    private func filled(_ setting: Setting, by node: Node) throws(CommandFailure) -> Setting {
        var setting = setting
        let key = setting.key
        switch (key.kind, node) {
        case (.value, .scalar(let value)), (.list, .scalar(let value)):
            setting.arguments = ["\(key.flag)=\(value.string)"]
        case (.list, .sequence(let values)):
            for value in values {
                guard let text = value.scalar?.string else {
                    throw failure(value.mark?.line ?? setting.line, "\(key.rawValue): a list of words is wanted")
                }
                setting.arguments.append("\(key.flag)=\(text)")
            }
        case (.flag, .scalar(let value)):
            switch value.string {
            case "true": setting.arguments = [key.flag]
            case "false": break
            case let other: throw failure(setting.line, "\(key.rawValue): “\(other)” is neither true nor false")
            }
        case (.value, .mapping), (.value, .sequence), (.value, .alias), (.flag, .mapping), (.flag, .sequence),
            (.flag, .alias):
            throw failure(setting.line, "\(key.rawValue): one value is wanted")
        case (.list, .mapping), (.list, .alias):
            throw failure(setting.line, "\(key.rawValue): a list of words is wanted")
        }
        // The flag's own reader checks the value, so that a file can say neither more nor less than the command line.
        do { _ = try ExtractOptions.parse(setting.arguments) } catch {
            throw failure(setting.line, "\(key.rawValue): \(ExtractOptions.message(for: error))")
        }
        return setting
    }
}
