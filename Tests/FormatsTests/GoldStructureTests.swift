import Decoding
import Formats
import Foundation
import TestSupport
import Testing
import TextModel

/// Headings and lists of the shared gold annotation, as this layer finds and marks them.
struct GoldStructureTests {
    private struct Gold: Decodable {
        struct Section: Decodable { let heading: String }
        struct List: Decodable {
            let items: Int
            let first_item: String
        }
        let sections: [Section]
        let lists: [List]
    }

    private struct Counts {
        var headings = 0
        var found = 0
        var candidates = 0
        var goldLists = 0
        var lists = 0
        var foundLists = 0
        var rightCounts = 0

        var recall: Double { Double(found) / Double(max(1, headings)) }
        var candidatesPerHeading: Double { Double(candidates) / Double(max(1, headings)) }
        var listF1: Double { 2 * Double(foundLists) / Double(max(1, goldLists + lists)) }
        var countAccuracy: Double { Double(rightCounts) / Double(max(1, foundLists)) }
    }

    private static let gold = Texts.shared?.appending(path: "gold/dev")

    private func folded(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The first words, lone punctuation left out.
    private func start(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).filter { $0.contains { $0.isLetter || $0.isNumber } }.prefix(6)
            .joined(separator: " ")
    }

    private func compare(_ document: Document, with gold: Gold, _ counts: inout Counts) {
        var headings: [String: Int] = [:]
        for block in document.blocks {
            if case .heading = block.kind {} else if block.candidate == nil { continue }
            headings[folded(document[block.text]), default: 0] += 1
            counts.candidates += 1
        }
        for section in gold.sections {
            counts.headings += 1
            if let left = headings[folded(section.heading)], left > 0 {
                headings[folded(section.heading)] = left - 1
                counts.found += 1
            }
        }
        var lists = outermostLists(of: document)
        counts.goldLists += gold.lists.count
        counts.lists += lists.count
        for list in gold.lists {
            let wanted = start(list.first_item)
            guard let index = lists.firstIndex(where: { $0.start.hasPrefix(wanted) }) else { continue }
            counts.foundLists += 1
            if lists[index].items == list.items { counts.rightCounts += 1 }
            lists.remove(at: index)
        }
    }

    /// The lists of two items and more, nested items counted with the outermost list.
    private func outermostLists(of document: Document) -> [(start: String, items: Int)] {
        var lists: [(number: Int, start: String, items: Int)] = []
        for block in document.blocks {
            guard case .item = block.kind else { continue }
            var outermost = block
            while let parent = outermost.parent { outermost = document.blocks[parent] }
            guard case .item(let item) = outermost.kind else { continue }
            if let index = lists.lastIndex(where: { $0.number == item.list }) {
                lists[index].items += 1
            } else {
                lists.append((item.list, start(document[block.text]), 1))
            }
        }
        return lists.filter { $0.items > 1 }.map { ($0.start, $0.items) }
    }

    /// The counts over all reports for which `read` gives a document.
    private func counts(_ read: (_ name: String, _ file: URL) throws -> Document?) throws -> Counts {
        var counts = Counts()
        let folder = try #require(Self.gold)
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension != "json" {
            let name = file.deletingPathExtension().lastPathComponent
            let annotation = folder.appending(path: name + ".json")
            guard FileManager.default.fileExists(atPath: annotation.path), let document = try read(name, file) else {
                continue
            }
            compare(document, with: try JSONDecoder().decode(Gold.self, from: Data(contentsOf: annotation)), &counts)
        }
        return counts
    }

    private func document(_ file: URL, _ format: DocumentFormat? = nil) throws -> Document {
        let source = try Decoder().decode(Array(try Data(contentsOf: file)))
        return try DocumentReader().read(source, as: format, fileName: file.lastPathComponent)
    }

    @Test(.enabled(if: gold != nil)) func reportsAsWritten() throws {
        let counts = try counts { _, file in try document(file) }
        #expect(counts.recall >= 0.99, "\(counts)")
        #expect(counts.listF1 >= 0.97, "\(counts)")
        #expect(counts.countAccuracy >= 0.97, "\(counts)")
        #expect(counts.candidatesPerHeading <= 1.5, "\(counts)")
    }

    /// The same reports as whole pages and as pasted text, by the script beside the gold.
    @Test(.enabled(if: gold != nil && FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
    func reportsAsPagesAndPasted() throws {
        let folder = try #require(Self.gold)
        let temporary = try TemporaryFolder()
        defer { withExtendedLifetime(temporary) {} }
        let rendered = temporary.url
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        let script = folder.deletingLastPathComponent().appending(path: "render.py")
        process.arguments = [script.path, folder.path, rendered.path]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        func form(_ kind: String, _ ending: String, _ format: DocumentFormat) throws -> Counts {
            try counts { name, _ in
                let file = rendered.appending(path: "\(kind)/\(name).\(ending)")
                return FileManager.default.fileExists(atPath: file.path) ? try document(file, format) : nil
            }
        }
        let pages = try form("html", "html", .html)
        // One heading holds a bracketed span that the page shows with its brackets.
        #expect(pages.recall >= 0.985, "\(pages)")
        #expect(pages.listF1 >= 0.97, "\(pages)")
        let pasted = try form("txt", "txt", .text)
        #expect(pasted.recall >= 0.97, "\(pasted)")
        #expect(pasted.candidatesPerHeading <= 3, "\(pasted)")
        #expect(pasted.listF1 >= 0.95, "\(pasted)")
    }
}
