/// Lines that a page has around a post and that came along when its text was copied: `Accueil > Blog > Sorties`,
/// `Catégorie : Sorties`, `Temps de lecture : 5 minutes`. They are no part of the report.
enum PastedFurniture {
    /// Lines of a page's head are among the first passages.
    private static let head = 12
    private static let foot = 6
    /// A longer line is prose.
    private static let maximumWidth = 160
    private static let maximumReadingWords = 8

    /// The passages without such lines, looked for up to the first that is prose and from the last.
    static func removed(from passages: [Passage], _ lines: [TextLine], in source: [UInt8]) -> [Passage] {
        func line(of passage: Passage) -> ArraySlice<UInt8>? {
            guard case .text = passage.role, passage.lines.count == 1, passage.quoteDepth == 0 else { return nil }
            let line = lines[passage.lines.lowerBound]
            return line.width <= maximumWidth ? source[line.content..<line.end] : nil
        }
        var left: Set<Int> = []
        for (position, passage) in passages.prefix(head).enumerated() {
            guard let line = line(of: passage) else { break }
            if isPath(line) || isLabelled(line) || isReadingTime(line) { left.insert(position) }
        }
        for (position, passage) in passages.enumerated().reversed().prefix(foot) {
            guard let line = line(of: passage), isLabelled(line) else { break }
            left.insert(position)
        }
        // Of a text that is nothing else, all is text.
        guard !left.isEmpty, left.count * 2 < passages.count else { return passages }
        return passages.enumerated().filter { !left.contains($0.offset) }.map(\.element)
    }

    /// `Vous êtes ici : Accueil`, `Accueil » Blog`
    private static func isPath(_ line: ArraySlice<UInt8>) -> Bool {
        guard PageLabels.embedded.mayBegin(line) else { return false }
        let parts = parts(of: line)
        guard let first = parts.first, !first.contains("«") else { return false }
        let words = FoldedWords(Array(first.utf8))
        guard PageLabels.embedded.beginning(of: words) == .path else { return false }
        // “Accueil : 9h”
        let label = FoldedWords(Array(first.utf8.prefix { $0 != UInt8(ascii: ":") }))
        return parts.count > 1 ? words.count <= 4 : label.count > 1 && isLabelled(line, as: .path)
    }

    /// What stands between `>`, `»`, `›` and `→`.
    private static func parts(of line: ArraySlice<UInt8>) -> [Substring] {
        String(decoding: line, as: UTF8.self).split { character in
            switch character {
            case ">", "»", "›", "→": true
            default: false
            }
        }
    }

    /// `Catégorie : Sorties`, `Classé dans : Sorties | Mots-clés : mer`: a label and a colon begin the line.
    private static func isLabelled(_ line: ArraySlice<UInt8>, as kind: PageLabels.Line = .tail) -> Bool {
        guard PageLabels.embedded.mayBegin(line), let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            return false
        }
        return PageLabels.embedded.line(FoldedWords(Array(line[..<colon]))) == kind
    }

    private static func isReadingTime(_ line: ArraySlice<UInt8>) -> Bool {
        let words = FoldedWords(Array(line))
        return words.count <= maximumReadingWords && PageLabels.embedded.isReading(words)
    }
}
