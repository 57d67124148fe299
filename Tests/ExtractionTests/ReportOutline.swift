import Testing
import Causerie
import Extraction
import Foundation
import TestSupport
import TextModel

/// What was found of a report, a line each:
///
/// ```
/// # role | heading | rule
/// * kind | title | Name (rule), ? (reason, rule) | attendance
/// - items | intro | talk
/// ```
///
/// `-` stands for what is not stated; an ordered list has `1` for its mark; a nested list counts its items after a plus.
struct ReportOutline {
    var sections: [String]
    var talks: [String]
    var lists: [String]

    private static let analyzer = Result { try Analyzer() }

    init(of source: String, format: DocumentFormat = .markdown) throws {
        let analyzer = try Self.analyzer.get()
        let read = try Analyzer.document(of: Array(source.utf8), format: format)
        let text = try analyzer.reportText(of: read.document)
        self.init(analyzer.extractor.findings(in: text), in: text)
    }

    private init(_ findings: Findings, in text: ReportText) {
        func words(_ range: TextRange?) -> String { range.map { text.visibleText(of: $0) } ?? "-" }
        sections = findings.sections.map { "# \($0.role.rawValue) | \(words($0.range)) | \($0.rule.rawValue)" }
        let titles = findings.talks.map { $0.metadataTitle?.text ?? words($0.title) }
        talks = zip(findings.talks, titles).map { talk, title in
            let speakers = talk.speakers.map { speaker in
                speaker.person.map { "\(findings.people[$0].name) (\(speaker.rule.rawValue))" }
                    ?? "? (\(speaker.unnamedReason?.rawValue ?? "-"), \(speaker.rule.rawValue))"
            }
            return "* \(talk.kind.rawValue) | \(title) | \(speakers.isEmpty ? "-" : speakers.joined(separator: ", "))"
                + " | \(talk.attendance.rawValue)"
        }
        lists = findings.lists.map { list in
            let top = list.items.count { $0.parent == nil }
            let nested = list.items.count > top ? "+\(list.items.count - top)" : ""
            return "\(list.isOrdered ? "1" : "-") \(top)\(nested) | \(words(list.intro)) | "
                + (list.talk.map { titles[$0] } ?? "-")
        }
    }
}

/// A report with the outline that it should have: a file of the folder `Cases`, the two parted by a line of equals signs.
/// A kind of line that the outline leaves out is not compared.
struct ReportCase: CustomTestStringConvertible, Sendable {
    let name: String
    let format: DocumentFormat
    let source: String
    let outline: [String]

    var testDescription: String { name }

    static func all(_ prefix: String) -> [ReportCase] {
        let folder = Texts.package.appending(path: "Tests/ExtractionTests/Cases")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter { $0.hasPrefix(prefix) }.compactMap { name in
            guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else { return nil }
            return ReportCase(name: name, text: text)
        }
    }

    private init?(name: String, text: String) {
        let parts = text.components(separatedBy: "\n==========\n")
        guard parts.count == 2 else { return nil }
        self.name = name
        format = name.hasSuffix(".adoc") ? .asciidoc : name.hasSuffix(".txt") ? .text : .markdown
        source = parts[0] + "\n"
        outline = parts[1].split(separator: "\n").map(String.init)
    }

    /// The lines that were found, of the kinds that the outline has.
    func found() throws -> [String] {
        let found = try ReportOutline(of: source, format: format)
        func asked(_ lines: [String], _ marks: String) -> [String] {
            outline.contains { $0.first.map(marks.contains) ?? false } ? lines : []
        }
        return asked(found.sections, "#") + asked(found.talks, "*") + asked(found.lists, "-1")
    }
}
