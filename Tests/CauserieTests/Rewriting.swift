import Causerie
import Extraction
import Foundation
import TextModel

/// Rewrites the prose of a report without touching its markup, front matter, code or addresses.
struct Rewriting {
    private let source: [UInt8]
    private let text: ReportText
    private let people: [PersonFinding]

    init(_ analysis: Analysis) {
        source = analysis.source.utf8
        text = analysis.text
        people = analysis.findings.people
    }

    /// Replaces what the source has for some ranges, if it has the same there as the text without markup.
    private func replacing(_ ranges: [TextRange], _ change: (String) -> String) -> [UInt8] {
        var result: [UInt8] = []
        var position = 0
        for range in ranges {
            let place = text.sourceRange(of: range)
            guard place.start >= position else { continue }
            let slice = source[place.start..<place.end]
            let piece = String(decoding: slice, as: UTF8.self)
            guard piece.utf8.elementsEqual(text.visibleText(of: range).utf8) else { continue }
            result += source[position..<place.start] + Array(change(piece).utf8)
            position = place.end
        }
        return result + source[position...]
    }

    /// The tokens of sentences and headings, those of code and links' addresses left out.
    private func prose(where holds: (Token) -> Bool) -> [TextRange] {
        text.passages.flatMap { passage -> [TextRange] in
            switch passage.block.kind {
            case .code, .image, .embed, .rule: return []
            case .heading, .paragraph, .item, .quote, .cell, .caption: break
            }
            let code = text.marks(in: passage.range).filter { if case .code = $0.kind { true } else { false } }
            return text.tokens[passage.tokens].filter { token in
                holds(token) && !code.contains { $0.range.overlaps(token.range) }
            }.map(\.range)
        }
    }

    private static let wordKinds: Set<TokenKind> = [.word, .elidedWord, .hyphenatedWord, .encliticPronoun]

    private func isLetter(at offset: Int) -> Bool {
        guard offset >= 0, offset < text.utf8.count else { return false }
        let byte = text.utf8[offset]
        return byte >= 0x80 || byte & 0xDF >= 0x41 && byte & 0xDF <= 0x5A
    }

    /// Another apostrophe wherever one stands between two letters.
    func apostrophes(_ apostrophe: Character) -> [UInt8] {
        let words = prose { token in
            Self.wordKinds.contains(token.kind)
                && (text.utf8[token.range.end - 1] != 0x27 || isLetter(at: token.range.end))
        }
        return replacing(words) { word in
            var characters = Array(word)
            for index in characters.indices.dropFirst()
            where "'’ʼ‘".contains(characters[index]) && characters[index - 1].isLetter {
                characters[index] = apostrophe
            }
            return String(characters)
        }
    }

    func decomposed() -> [UInt8] {
        replacing(prose { Self.wordKinds.contains($0.kind) }) { $0.decomposedStringWithCanonicalMapping }
    }

    /// Another space wherever one stands alone between two letters.
    func spaces(_ space: String) -> [UInt8] {
        let spaces = prose { token in
            guard token.kind == .space, token.range.count == 1, isLetter(at: token.range.start - 1),
                isLetter(at: token.range.end)
            else { return false }
            // No markup stands between the space and the letters.
            let around = TextRange(token.range.start - 1, token.range.end + 1)
            return text.sourceRange(of: around).count == text.sourceRange(of: token.range).count + 2
        }
        return replacing(spaces) { $0 == " " ? space : $0 }
    }

    func lineEnds(_ end: String) -> [UInt8] {
        Array(String(decoding: source, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\n", with: end).utf8)
    }

    /// The last word of every full name in capitals, but of those that have their family name in capitals first: MARTIN Zoé.
    func familyNamesInCapitals() -> [UInt8] {
        let mentions = people.flatMap(\.mentions).filter { $0.form == .full }.map(\.range).sorted().filter { range in
            // LE GOFF Annick has its family name in capitals, and T. Lefebvre only an initial.
            text[range].split(separator: " ").dropLast().allSatisfy {
                $0.count < 3 || $0.contains(where: \.isLowercase)
            }
        }
        let lasts = mentions.compactMap { range in
            text.tokens.first { $0.range.end == range.end && $0.range.start > range.start }
        }.filter { Self.wordKinds.contains($0.kind) }
        // The capital of ı is that of i as well.
        return replacing(lasts.map(\.range)) { $0.uppercased().lowercased() == $0.lowercased() ? $0.uppercased() : $0 }
    }
}
