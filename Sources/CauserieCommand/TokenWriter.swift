import Causerie
import RecordWriters
import TextModel

/// Prints the tokens of a text in one of the formats.
struct TokenWriter {
    let text: Analyzer.Text
    let offsets: OffsetConverter

    func write(_ format: TokenFormat, to output: StandardOutput) {
        switch format {
        case .table: writeTable(to: output)
        case .ndjson: writeLines(to: output)
        case .conllu: writeSentences(to: output)
        }
    }

    private func sourceRange(_ token: Token) -> SourceRange {
        text.analyzed.matching.map.sourceRange(of: token.range)
    }

    private func writeLines(to output: StandardOutput) {
        var line = JSONWriter()
        for token in text.analyzed.tokens where !output.isClosed {
            let range = sourceRange(token)
            line.removeAll()
            line.beginObject()
            line.add("kind", token.kind.name)
            line.add("start", offsets.offset(ofByte: range.start))
            line.add("end", offsets.offset(ofByte: range.end))
            line.add("text", utf8: text.source.utf8[range.start..<range.end])
            line.add("normalized", utf8: text.analyzed.matching.utf8[token.range.start..<token.range.end])
            line.endObject()
            line.endLine()
            output.write(utf8: line.bytes)
        }
    }

    /// White space is left out; where the matching form differs, it stands in a fourth column.
    private func writeTable(to output: StandardOutput) {
        let last = offsets.offset(ofByte: text.source.utf8.count)
        let width = String(last).count
        func padded(_ number: Int) -> String {
            let digits = String(number)
            return String(repeating: " ", count: width - digits.count) + digits
        }
        let kindWidth = TokenKind.allCases.map(\.name.count).max() ?? 0
        for token in text.analyzed.tokens where !token.kind.isWhiteSpace && !output.isClosed {
            let range = sourceRange(token)
            let shown = text.source[range]
            let normalized = text.analyzed.matching[token.range]
            let kind = token.kind.name
            output.write(
                padded(offsets.offset(ofByte: range.start)) + "–" + padded(offsets.offset(ofByte: range.end)) + "  "
                    + kind + String(repeating: " ", count: kindWidth - kind.count) + "  " + shown
                    // Compared by bytes, since Swift's strings are equal in NFC and NFD.
                    + (shown.utf8.elementsEqual(normalized.utf8) ? "" : "  → \(normalized)") + "\n")
        }
    }

    /// CoNLL-U, version 2: the columns that are not known are `_`, the token's kind and place stand under MISC.
    private func writeSentences(to output: StandardOutput) {
        let tokens = text.analyzed.tokens
        var index = 0
        for (number, sentence) in text.analyzed.sentences.enumerated() where !output.isClosed {
            let range = text.analyzed.matching.map.sourceRange(of: sentence.range)
            output.write("# sent_id = \(number + 1)\n# text = \(oneLine(text.source[range]))\n")
            while index < tokens.count, tokens[index].range.start < sentence.range.start { index += 1 }
            var word = 1
            while index < tokens.count, tokens[index].range.start < sentence.range.end {
                let token = tokens[index]
                index += 1
                if token.kind.isWhiteSpace { continue }
                let range = sourceRange(token)
                let isLast = token.range.end == sentence.range.end
                let isGlued = !isLast && index < tokens.count && !tokens[index].kind.isWhiteSpace
                let place =
                    "start=\(offsets.offset(ofByte: range.start))|end=\(offsets.offset(ofByte: range.end))"
                output.write(
                    "\(word)\t\(oneLine(text.source[range]))\t_\t_\t_\t_\t_\t_\t_\t"
                        + "kind=\(token.kind.name)|\(place)" + (isGlued ? "|SpaceAfter=No" : "") + "\n")
                word += 1
            }
            output.write("\n")
        }
    }

    /// Tabs and line ends would break the format's columns.
    private func oneLine(_ text: String) -> String {
        text.contains(where: { $0 == "\t" || $0.isNewline })
            ? String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 }) : text
    }
}
