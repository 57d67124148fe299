/// A sentence of a treebank in CoNLL-U (Universal Dependencies, version 2): its text and its surface tokens.
public struct ConlluSentence: Equatable, Sendable {
    /// The value of `# sent_id`, or the number of the sentence in its file.
    public let id: String
    /// The value of `# text`.
    public let text: String
    /// The forms in order. A multiword token (`au`, `du`) is one form; empty nodes are left out.
    public let forms: [String]

    public init(id: String, text: String, forms: [String]) {
        self.id = id
        self.text = text
        self.forms = forms
    }

    /// Reads a file.
    ///
    /// - Throws: ``ConlluError`` with the line for a row without ten columns, a sentence without text, or an unreadable
    ///   multiword range.
    public static func read(_ file: String) throws(ConlluError) -> [ConlluSentence] {
        var sentences: [ConlluSentence] = []
        var id: String?
        var text: String?
        var forms: [String] = []
        /// The last word that the multiword token just read covers.
        var covered = 0
        func finish(_ line: Int) throws(ConlluError) {
            defer { (id, text, forms, covered) = (nil, nil, [], 0) }
            guard !forms.isEmpty else { return }
            guard let text else { throw ConlluError(line: line, message: "the sentence before has no “# text = …”") }
            sentences.append(ConlluSentence(id: id ?? "\(sentences.count + 1)", text: text, forms: forms))
        }
        let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let number = index + 1
            if line.isEmpty {
                try finish(number)
            } else if line.hasPrefix("#") {
                if line.hasPrefix("# text = ") { text = String(line.dropFirst(9)) }
                if line.hasPrefix("# sent_id = ") { id = String(line.dropFirst(12)) }
            } else {
                let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard columns.count == 10 else {
                    throw ConlluError(line: number, message: "\(columns.count) columns where CoNLL-U has 10")
                }
                let position = columns[0]
                if position.contains(".") { continue }
                let ends = position.split(separator: "-")
                guard let last = ends.last.flatMap({ Int($0) }) else {
                    throw ConlluError(line: number, message: "“\(position)” is no word number")
                }
                if ends.count == 2 { covered = last } else if last <= covered { continue }
                forms.append(String(columns[1]))
            }
        }
        try finish(lines.count)
        return sentences
    }
}

/// A CoNLL-U file that cannot be read.
public struct ConlluError: Error, Equatable, CustomStringConvertible {
    /// Counted from 1.
    public let line: Int
    public let message: String

    public var description: String { "line \(line): \(message)" }
}
