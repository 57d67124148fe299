import ArgumentParser
import Causerie
import ICUText
import SystemPackage

/// Times the layers against ICU's bare word iterator on the same text in the same run.
///
/// Every round runs each case once, one after the other, so that a machine that slows down slows all of them; the ratio
/// is taken within the round, and the median of the rounds is printed.
@main
struct Layers: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Times the layers against ICU's bare word iterator.",
        discussion:
            "Reads the named files, repeats them to the wanted size, and checks each case's count in every round."
    )

    @Argument(help: "The files to read.", completion: .file())
    var files: [String]

    @Option(help: "How many megabytes to repeat the files to.")
    var megabytes = 4.0

    @Option(help: "How many rounds to count, after one to warm up.")
    var rounds = 15

    @Option(name: .customLong("case"), help: "Run only this case, without timing (for counting instructions).")
    var onlyCase: String?

    @Option(help: "Fail when the tokenizer's median ratio is lower.")
    var minimumTokenizer: Double?

    @Option(help: "Fail when the whole text layer's median ratio is lower.")
    var minimumTextLayer: Double?

    @Option(help: "Fail when the median ratio of reading Markdown is lower.")
    var minimumMarkdown: Double?

    @Option(help: "Fail when the median ratio of reading pages is lower.")
    var minimumHTML: Double?

    @Option(help: "Fail when the median ratio of the whole way from bytes to the record, on Markdown, is lower.")
    var minimumExtract: Double?

    func run() throws {
        let groups = try Group.all(files: files, megabytes: megabytes)
        if let onlyCase {
            let cases = groups.flatMap(\.cases)
            guard let chosen = cases.first(where: { $0.name == onlyCase }) else {
                throw ValidationError("no case “\(onlyCase)”; there are \(cases.map(\.name).joined(separator: ", "))")
            }
            for _ in 0..<max(1, rounds) { print("\(chosen.name): \(try chosen.run()) \(chosen.counted)") }
            return
        }
        var ratios: [String: Double] = [:]
        for group in groups { ratios.merge(try time(group)) { _, last in last } }
        try require(ratios, "tokenizer", minimumTokenizer)
        try require(ratios, "text layer", minimumTextLayer)
        try require(ratios, "markdown", minimumMarkdown)
        try require(ratios, "html", minimumHTML)
        try require(ratios, "extract", minimumExtract)
    }

    /// Prints the rates of a group, and returns the median ratios to its first case.
    private func time(_ group: Group) throws -> [String: Double] {
        var seconds = [[Double]](repeating: [], count: group.cases.count)
        let expected = try group.cases.map { try $0.run() }
        let clock = ContinuousClock()
        for _ in 0..<max(1, rounds) {
            for (index, each) in group.cases.enumerated() {
                var count = 0
                let duration = try clock.measure { count = try each.run() }
                guard count == expected[index], count > 0 else {
                    throw Failure("\(each.name) counted \(count) \(each.counted), not \(expected[index])")
                }
                seconds[index].append(duration / .seconds(1))
            }
        }
        print("\(group.name): \(rounded(group.megabytes)) MB of UTF-8, \(rounds) rounds; median (lowest – highest)")
        var ratios: [String: Double] = [:]
        for (index, each) in group.cases.enumerated() {
            let rates = seconds[index].map { group.megabytes / $0 }
            let ratio = zip(seconds[0], seconds[index]).map { $0 / $1 }
            ratios[each.name] = median(ratio)
            print(
                padded(each.name, 22) + padded("\(spread(rates)) MB/s", 32)
                    + padded("ratio \(spread(ratio))", 30) + "\(expected[index]) \(each.counted)")
        }
        return ratios
    }

    private func require(_ ratios: [String: Double], _ name: String, _ minimum: Double?) throws {
        guard let minimum, let ratio = ratios[name], ratio < minimum else { return }
        throw Failure("\(name): ratio \(rounded(ratio)) to the bare word iterator, below \(minimum)")
    }

    private func spread(_ values: [Double]) -> String {
        "\(rounded(median(values))) (\(rounded(values.min() ?? 0)) – \(rounded(values.max() ?? 0)))"
    }

    private func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}

struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
