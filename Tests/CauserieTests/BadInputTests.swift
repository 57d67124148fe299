import Causerie
import Testing
import TextModel

/// Whatever comes gives a record, and soon: the bounds are ten times what it takes.
struct BadInputTests {
    private func report(
        on text: String, _ format: DocumentFormat = .markdown, within seconds: Double = 5
    ) throws -> Report {
        let analyzer = try Analyzer()
        var report: Report?
        let duration = try ContinuousClock().measure {
            report = try analyzer.report(on: DocumentInput(Array(text.utf8), format: format))
        }
        #expect(duration < .seconds(seconds), "took \(duration)")
        return try #require(report)
    }

    @Test func nothingGivesAnEmptyRecordThatSaysSo() throws {
        let report = try report(on: "")
        #expect(report.talks.isEmpty && report.persons.isEmpty && report.event == Report.Event())
        #expect(Set(report.warnings.map(\.code)).isSuperset(of: ["no_blocks", "no_talk_found"]))
    }

    @Test func aPostWithoutATalk() throws {
        let report = try report(on: "# Ma tarte aux pommes\n\nIl faut quatre pommes, du beurre et du sucre.\n")
        #expect(report.talks.isEmpty)
        #expect(report.warnings.map(\.code).contains("no_talk_found"))
    }

    /// A handle in an address, and a name glued to it.
    @Test func twoMentionsInOneToken() throws {
        let report = try report(on: "https://twitter.com/maud_t[Maud Tessier] a demandé ce que ça donne.", .text)
        #expect(report.talks.isEmpty)
    }

    private static let talk =
        "## L'écluse sans panne – Maud Tessier\n\nUn talk très clair, à ne pas rater.\n\n- un\n- deux\n\n"
    private static let prose = "Il y a eu une pause, puis Maud Tessier nous a présenté l'écluse (très bien). "

    @Test(arguments: DocumentFormat.allCases) func fiveMegabytes(_ format: DocumentFormat) throws {
        let text = String(repeating: Self.talk + Self.prose, count: 5_000_000 / (Self.talk + Self.prose).utf8.count)
        _ = try report(on: text, format, within: 30)
    }

    @Test func fiveMegabytesInOneParagraph() throws {
        _ = try report(on: String(repeating: Self.prose, count: 5_000_000 / Self.prose.utf8.count), within: 30)
    }

    @Test func twoThousandHeadings() throws {
        _ = try report(on: String(repeating: Self.talk, count: 2_000))
        _ = try report(on: (0..<2_000).map { "# Titre \($0) de Maud Tessier\n" }.joined())
        _ = try report(on: (0..<2_000).map { "**10h\($0 % 60) - Titre \($0)**\n\n" }.joined())
    }

    @Test(arguments: ["Maud ", "MAUD-", "Maudmaudmaud", "M. ", "@maud "]) func aNameOfThreeHundredCharacters(
        _ part: String
    ) throws {
        let name = String(String(repeating: part, count: 300 / part.count))
        _ = try report(on: "## Le cap par \(name)\n\n\(name) nous a présenté le cap. \(name) et \(name).\n")
        _ = try report(on: "## Le cap – Maud \(name)\n\nMaud \(name) nous a présenté le cap.\n")
    }

    @Test func aListOfFiftyLevels() throws {
        let list = (0..<50).map { String(repeating: "  ", count: $0) + "- niveau \($0)\n" }.joined()
        let report = try report(on: "## Le cap – Maud Tessier\n\nOn a vu :\n\n\(list)")
        #expect((report.talks.flatMap(\.lists) + report.lists).flatMap(\.items).allSatisfy { $0.depth >= 1 })
        _ = try self.report(on: list + list)
    }

    /// Texts that a careless pass reads again and again.
    @Test(arguments: [
        "très ", "pas ", "« ", "(", "et ", "par ", "Maud, ", "2023 ", "du 20 au ", "[", "](", "*", "_", "é", "\n", "- ",
    ])
    func oneThingRepeated(_ piece: String) throws {
        _ = try report(on: String(repeating: piece, count: 400_000 / piece.utf8.count))
    }
}
