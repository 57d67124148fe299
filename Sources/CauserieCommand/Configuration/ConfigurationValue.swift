/// The value of a key, to be printed.
enum ConfigurationValue: Equatable {
    case text(String?)
    case list([String])
    case flag(Bool)

    /// On one line; `nil` for what is not set.
    var yaml: String? {
        switch self {
        case .text(let text): text.map(Self.quotedIfNeeded)
        case .list(let texts):
            texts.isEmpty ? nil : "[" + texts.map(Self.quotedIfNeeded).joined(separator: ", ") + "]"
        case .flag(let value): value ? "true" : "false"
        }
    }

    /// Plain where no reader of YAML could take it for something else.
    private static func quotedIfNeeded(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && text.utf8.first != UInt8(ascii: "-")
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
                    UInt8(ascii: "_"):
                    true
                case _: false
                }
            }
        guard !isPlain else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension ExtractOptions {
    /// What a key stands at.
    func value(of key: ConfigurationKey) -> ConfigurationValue {
        switch key {
        case .inputs: .list(input.inputs)
        case .from: .text(input.inputFormat?.name)
        case .include: .list(input.include)
        case .exclude: .list(input.exclude)
        case .idField: .text(input.idField)
        case .textField: .text(input.textField)
        case .htmlField: .text(input.htmlField)
        case .markdownField: .text(input.markdownField)
        case .publishedField: .text(input.publishedField)
        case .urlField: .text(input.urlField)
        case .titleField: .text(input.titleField)
        case .delimiter: .text(input.delimiter?.name)
        case .extra: .flag(input.extra)
        case .encoding: .text(input.encoding)
        case .published: .text(input.published?.description)
        case .maxBytes: .text(input.maxBytes.defaultValueDescription)
        case .format: .text(record.format.rawValue)
        case .offsetUnit: .text(record.offsetUnit.rawValue)
        case .stages: .text(record.stages.text)
        case .lexicons: .text(record.lexicons)
        case .output: .text(run.output)
        case .jobs: .text("\(run.jobs?.value ?? RunFlags.processorCount)")
        case .errors: .text(run.errors)
        case .manifest: .text(run.manifest)
        case .resume: .flag(run.resume)
        case .limit: .text((run.limit?.value).map { "\($0)" })
        case .failFast: .flag(run.failFast)
        case .timeout: .text(run.timeout.defaultValueDescription)
        case .progress: .text(run.progress.rawValue)
        case .quiet: .flag(run.quiet)
        case .logLevel: .text(run.logLevel.rawValue)
        }
    }
}
