import Decoding
import TestSupport
import Testing
import TextModel

struct DecoderTests {
    private func utf16(_ text: String, bigEndian: Bool = false) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return bigEndian ? bytes.reversed() : bytes
        }
    }

    struct Case: Sendable, CustomStringConvertible {
        let description: String
        let bytes: [UInt8]
        var declared: String?
        let text: String
        let encoding: String
        let evidence: SourceText.Evidence
        var codes: [Diagnostic.Code] = []
    }

    static let cases: [Case] = [
        Case(description: "empty", bytes: [], text: "", encoding: "utf-8", evidence: .valid),
        Case(
            description: "UTF-8 with mark, which counts", bytes: [0xEF, 0xBB, 0xBF, 0x61], text: "\u{FEFF}a",
            encoding: "utf-8", evidence: .valid),
        Case(
            description: "valid UTF-8 before a wrong declaration", bytes: Array("été".utf8), declared: "iso-8859-1",
            text: "été", encoding: "utf-8", evidence: .valid),
        Case(
            description: "CRLF is kept", bytes: Array("a\r\nb".utf8), text: "a\r\nb", encoding: "utf-8",
            evidence: .valid),
        Case(
            description: "NUL bytes are text", bytes: Array("a\0b\0".utf8), text: "a\0b\0", encoding: "utf-8",
            evidence: .valid),
        Case(
            description: "Windows-1252 guessed", bytes: [0x4C, 0x92, 0xE9, 0x74, 0xE9, 0x20, 0x9C], text: "L’été œ",
            encoding: "windows-1252", evidence: .guessed, codes: [.encodingGuessed]),
        Case(
            description: "Latin-1 declared means Windows-1252", bytes: [0x4C, 0x92, 0xE9], declared: "ISO-8859-1",
            text: "L’é", encoding: "windows-1252", evidence: .declared),
        Case(
            description: "Latin-9 by its œ between letters", bytes: Array("c".utf8) + [0xBD] + Array("ur".utf8),
            text: "cœur", encoding: "iso-8859-15", evidence: .guessed, codes: [.encodingGuessed]),
        Case(
            description: "Latin-9 by its € after a digit", bytes: Array("5 ".utf8) + [0xA4], text: "5 €",
            encoding: "iso-8859-15", evidence: .guessed, codes: [.encodingGuessed]),
        Case(
            description: "not Latin-9 where ½ stands alone", bytes: Array("1 ".utf8) + [0xBD, 0x20, 0xE9],
            text: "1 ½ é",
            encoding: "windows-1252", evidence: .guessed, codes: [.encodingGuessed]),
        Case(
            description: "an unknown declaration", bytes: [0xE9], declared: "klingon", text: "é",
            encoding: "windows-1252",
            evidence: .guessed, codes: [.encodingDeclarationIgnored, .encodingGuessed]),
        Case(
            description: "one bad byte in UTF-8", bytes: Array("été à la mer".utf8) + [0xFF],
            text: "été à la mer\u{FFFD}",
            encoding: "utf-8", evidence: .guessed, codes: [.encodingGuessed, .malformedBytes]),
        Case(
            description: "another charset by name", bytes: [0xF2, 0xE5], declared: "koi8-r", text: "РЕ",
            encoding: "koi8-r", evidence: .declared),
        Case(
            description: "a lone surrogate after a mark", bytes: [0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00],
            text: "\u{FFFD}a",
            encoding: "utf-16le", evidence: .byteOrderMark, codes: [.malformedBytes]),
        Case(
            description: "half a unit at the end", bytes: [0xFE, 0xFF, 0x00, 0x61, 0x00], text: "\u{FEFF}a\u{FFFD}",
            encoding: "utf-16be", evidence: .byteOrderMark, codes: [.malformedBytes]),
    ]

    /// A declaration in the text itself, before `cœur` in ISO-8859-15 (`½` in Windows-1252).
    @Test(
        arguments: [
            ("<meta charset=iso-8859-15>", "œ", "iso-8859-15"),
            ("<!DOCTYPE html>\n<HTML><HEAD>\n<META CHARSET=\"ISO-8859-15\"/>", "œ", "iso-8859-15"),
            ("<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-15\">", "œ", "iso-8859-15"),
            ("<meta content='text/html;charset = \"iso-8859-15\"' http-equiv='content-type'>", "œ", "iso-8859-15"),
            ("<?xml version=\"1.0\" encoding='ISO-8859-15' ?>\n<html>", "œ", "iso-8859-15"),
            ("<!-- <meta charset=iso-8859-15> --><meta charset=iso-8859-1>", "½", "windows-1252"),
            ("<!--><meta charset=iso-8859-1>", "½", "windows-1252"),
            ("<p title='<meta charset=iso-8859-15>'><meta charset=windows-1252>", "½", "windows-1252"),
            ("<meta charset=koi8-r>", "╫", "koi8-r"),
            ("<meta charset=utf-16><meta charset=koi8-r>", nil, "iso-8859-15"),
            ("<meta name=generator content='x; charset=koi8-r'><meta charset=latin9>", "œ", "iso-8859-15"),
            ("<metadata charset=koi8-r><meta charset=latin9>", "œ", "iso-8859-15"),
        ] as [(String, String?, String)])
    func aDeclarationInThePage(_ head: String, _ character: String?, _ encoding: String) throws {
        let found = try Decoder().decode(Array((head + "c").utf8) + [0xBD] + Array("ur".utf8))
        #expect(found.encoding == encoding)
        #expect(found.evidence == (character == nil ? .guessed : .declared))
        if let character {
            #expect(String(decoding: found.utf8, as: UTF8.self) == head + "c" + character + "ur")
            #expect(found.diagnostics.isEmpty)
        }
    }

    /// Near misses: no page, too far on, cut off by the limit, unknown, or not what the bytes are.
    @Test(
        arguments: [
            ("Il faut écrire <meta charset=koi8-r>.", []),
            ("<p>" + String(repeating: "a", count: 1024) + "<meta charset=koi8-r>", []),
            ("<p>" + String(repeating: "a", count: 1003) + "<meta charset=\"koi8-r\">", []),
            ("<meta charset=klingon>", [.encodingDeclarationIgnored]),
            ("<meta charset=utf-8>", [.encodingDeclarationIgnored]),
            ("<meta content='text/html; charset=koi8-r'>", []),
        ] as [(String, [Diagnostic.Code])])
    func noDeclarationInThePage(_ head: String, _ codes: [Diagnostic.Code]) throws {
        let latin = Array(head.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
        let found = try Decoder().decode(latin + [0x20, 0xE9, 0x74, 0xE9])
        #expect(found.encoding == "windows-1252")
        #expect(found.evidence == .guessed)
        #expect(found.diagnostics.map(\.code) == codes + [.encodingGuessed])
    }

    @Test func aDeclarationYieldsToTheBytesAndToTheContainer() throws {
        let page = "<meta charset=koi8-r>"
        #expect(try Decoder().decode(Array((page + "été").utf8)).evidence == .valid)
        let declared = try Decoder().decode(Array(page.utf8) + [0xE9], declared: "iso-8859-1")
        #expect(declared.encoding == "windows-1252")
        let damaged = try Decoder().decode(Array("<meta charset=utf-8>été à côté".utf8) + [0xFF])
        #expect(damaged.encoding == "utf-8")
        #expect(damaged.evidence == .declared)
        #expect(damaged.diagnostics.map(\.code) == [.malformedBytes])
    }

    @Test(arguments: cases) func decodes(_ each: Case) throws {
        let found = try Decoder().decode(each.bytes, declared: each.declared)
        if each.evidence == .byteOrderMark, each.encoding == "utf-16le" {
            #expect(String(decoding: found.utf8, as: UTF8.self) == "\u{FEFF}" + each.text)
        } else {
            #expect(String(decoding: found.utf8, as: UTF8.self) == each.text)
        }
        #expect(found.encoding == each.encoding)
        #expect(found.evidence == each.evidence)
        #expect(found.diagnostics.map(\.code) == each.codes)
    }

    @Test(arguments: [false, true]) func utf16WithoutMarkIsKnownByItsZeroBytes(bigEndian: Bool) throws {
        let text = "J'étais à la conférence, voilà."
        let found = try Decoder().decode(utf16(text, bigEndian: bigEndian))
        #expect(String(decoding: found.utf8, as: UTF8.self) == text)
        #expect(found.encoding == (bigEndian ? "utf-16be" : "utf-16le"))
        #expect(found.diagnostics.map(\.code) == [.encodingGuessed])
        // Pure ASCII is valid UTF-8 as well, with a NUL beside each letter.
        #expect(try Decoder().decode(utf16("Plain words only", bigEndian: bigEndian)).encoding.hasPrefix("utf-16"))
    }

    @Test func aMalformedPlaceIsPointedAt() throws {
        let found = try Decoder().decode(Array("été ".utf8) + [0x80], declared: "utf-8")
        let place = try #require(found.diagnostics.first { $0.code == .malformedBytes }?.range)
        #expect(found[place] == "\u{FFFD}")
        #expect(place.start == 6)
    }

    /// ASCII is passed over eight bytes at a time; a half of what is random is valid.
    @Test(arguments: 0..<8) func whatIsValidUTF8IsWhatTheStandardLibraryTakes(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var validCount = 0
        for _ in 0..<2_000 {
            var bytes = Array(generator.text(pieces: 12).utf8.filter { $0 > 0 })
            if Bool.random(using: &generator), let place = bytes.indices.randomElement(using: &generator) {
                bytes[place] = UInt8.random(in: 1...255, using: &generator)
            }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            let found = try Decoder().decode(bytes)
            #expect((found.evidence == .valid) == isValid, "\(bytes)")
            if isValid { validCount += 1 }
        }
        #expect(validCount > 500 && validCount < 1_900)
    }

    @Test(arguments: 0..<8) func anyBytesGiveValidUTF8(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let labels = [nil, "utf-8", "utf-16", "utf-16be", "iso-8859-15", "windows-1252", "shift_jis", "???"]
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let found = try Decoder().decode(bytes, declared: labels.randomElement(using: &generator) ?? nil)
            #expect(String(validating: found.utf8, as: UTF8.self) != nil)
        }
    }
}
