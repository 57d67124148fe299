import Foundation
import TestSupport

/// The lines of one of Unicode's test files, comments left out.
struct UnicodeTestFile {
    let lines: [String]

    init(_ path: String) throws {
        let file = Texts.unicode.appending(path: path)
        let text =
            FileManager.default.fileExists(atPath: file.path)
            ? try String(contentsOf: file, encoding: .utf8) : try Self.decompressed(file.path + ".bz2")
        lines = text.split(separator: "\n").map { line in
            line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
        }.filter { !$0.isEmpty && !$0.hasPrefix("@") }
    }

    /// Debian packs the largest of them.
    private static func decompressed(_ path: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["bzip2", "-dc", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the files are installed; the tests that need them are skipped, and say so, without.
    static let isInstalled = FileManager.default.fileExists(
        atPath: Texts.unicode.appending(path: "auxiliary/WordBreakTest.txt").path)

    /// A text and its boundaries in bytes, from a line such as `÷ 0041 × 0301 ÷`.
    static func boundaries(_ line: String) -> (text: String, ends: [Int]) {
        var text = String.UnicodeScalarView()
        var ends: [Int] = []
        for part in line.split(separator: " ") {
            switch part {
            case "÷": ends.append(String(text).utf8.count)
            case "×": break
            default: text.append(Unicode.Scalar(UInt32(part, radix: 16) ?? 0xFFFD) ?? "\u{FFFD}")
            }
        }
        return (String(text), Array(ends.dropFirst()))
    }
}
