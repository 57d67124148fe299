/// A key of the configuration: the long name of a flag of `extract`.
enum ConfigurationKey: String, CaseIterable {
    case inputs
    case from
    case include
    case exclude
    case idField = "id-field"
    case textField = "text-field"
    case htmlField = "html-field"
    case markdownField = "markdown-field"
    case publishedField = "published-field"
    case urlField = "url-field"
    case titleField = "title-field"
    case delimiter
    case extra
    case encoding
    case published
    case maxBytes = "max-bytes"
    case format
    case offsetUnit = "offset-unit"
    case stages
    case lexicons
    case output
    case jobs
    case errors
    case manifest
    case resume
    case limit
    case failFast = "fail-fast"
    case timeout
    case progress
    case quiet
    case logLevel = "log-level"

    enum Kind {
        /// One value.
        case value
        /// Any number of values.
        case list
        /// `true` or `false`.
        case flag
    }

    var kind: Kind {
        switch self {
        case .inputs, .include, .exclude: .list
        case .extra, .resume, .failFast, .quiet: .flag
        case .from, .idField, .textField, .htmlField, .markdownField, .publishedField, .urlField, .titleField,
            .delimiter, .encoding, .published, .maxBytes, .format, .offsetUnit, .stages, .lexicons, .output, .jobs,
            .errors, .manifest, .limit, .timeout, .progress, .logLevel:
            .value
        }
    }

    /// How the command line writes it.
    var flag: String { "--" + rawValue }

    /// The letter by which the command line may write it too.
    var shortFlag: String? {
        switch self {
        case .output: "-o"
        case .jobs: "-j"
        case .quiet: "-q"
        case .inputs, .from, .include, .exclude, .idField, .textField, .htmlField, .markdownField, .publishedField,
            .urlField, .titleField, .delimiter, .extra, .encoding, .published, .maxBytes, .format, .offsetUnit,
            .stages, .lexicons, .errors, .manifest, .resume, .limit, .failFast, .timeout, .progress, .logLevel:
            nil
        }
    }

    /// The key that is written most like `name`, unless none is.
    static func nearest(to name: String) -> ConfigurationKey? {
        let ranked = allCases.map { (key: $0, distance: editDistance(Array(name.utf8), Array($0.rawValue.utf8))) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= max(1, name.utf8.count / 3)
        else { return nil }
        return best.key
    }
}

/// How many letters have to be put in, left out or changed to get from one word to another (Levenshtein).
private func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
        var diagonal = row[0]
        row[0] = index + 1
        for column in second.indices {
            let change = diagonal + (letter == second[column] ? 0 : 1)
            diagonal = row[column + 1]
            row[column + 1] = min(change, row[column] + 1, row[column + 1] + 1)
        }
    }
    return row[second.count]
}
