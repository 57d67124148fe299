import Foundation
import TestSupport
import Testing
import TextModel

/// The same text typed in another way has the same tokens in matching form, over every report there is.
struct MetamorphicTests {
    static let texts: [(name: String, text: String)] = {
        let files = (try? Texts.corpus() + Texts.sharedReports()) ?? []
        return files.compactMap { file in String(validating: file.bytes, as: UTF8.self).map { (file.name, $0) } }
    }()

    private func check(_ change: (String) -> String) throws {
        let layer = try TextLayer()
        #expect(Self.texts.count >= 6)
        for (name, text) in Self.texts {
            let changed = change(text)
            let before = try layer.tokens(text)
            let after = try layer.tokens(changed)
            let same =
                before.count == after.count
                && zip(before, after).allSatisfy {
                    $0.kind == $1.kind && $0.text.utf8.elementsEqual($1.text.utf8)
                }
            if !same, let pair = zip(before, after).first(where: { $0.text != $1.text || $0.kind != $1.kind }) {
                Issue.record("\(name): \(pair.0) became \(pair.1)")
            }
            #expect(same, "\(name)")
            #expect(try layer.sentences(text) == layer.sentences(changed), "\(name)")
        }
    }

    @Test(arguments: ["'", "’", "ʼ", "‘"]) func apostrophesBetweenLetters(apostrophe: String) throws {
        try check { text in
            text.replacing(/(\p{L})['’ʼ‘](?=\p{L})/) { "\($0.output.1)\(apostrophe)" }
        }
    }

    @Test func decomposedAccents() throws {
        try check { $0.decomposedStringWithCanonicalMapping }
    }

    @Test(arguments: ["\u{A0}", "\u{202F}", "\u{2009}"]) func spacesWithinALine(space: String) throws {
        try check { $0.replacing(" ", with: space) }
    }

    @Test(arguments: ["\r\n", "\r"]) func lineEnds(end: String) throws {
        try check { $0.replacing("\r\n", with: "\n").replacing("\n", with: end) }
    }

    @Test func ligatures() throws {
        try check { $0.replacing("œ", with: "oe").replacing("æ", with: "ae") }
    }
}
