import Causerie
import Evaluation
import TextModel

extension EvaluateCommand {
    /// Scores records, or checks the gold.
    func evaluateGold(by analyzer: Analyzer, to output: StandardOutput) throws {
        let files = try GoldFolder(folders, splits: split, excluded: exclude.map(NamePattern.init)).files
        let loader = try GoldLoader(documents: documents)
        if check { return try checkGold(files, loader, output) }
        let documents = try files.map { try loader.load($0) }
        let gold = documents.map(\.gold)
        if compare.count == 2 {
            let scores = try compare.map { try self.scores(ofRecords: $0, gold) }
            output.write(Comparison(scores[0], scores[1]).text(examples: examples))
            return
        }
        let reports = try records.map { try self.reports(inFile: $0, gold) } ?? made(documents, by: analyzer)
        let scores = try scores(of: reports, gold)
        if let html {
            try OutputFile(html).write(EvaluationPage(scores, gold: gold).html)
        }
        try write(scores, output)
        if let gate { try hold(documents, reports, to: gate) }
    }

    private func made(_ documents: [GoldLoader.Loaded], by analyzer: Analyzer) -> [Report] {
        documents.compactMap { document in
            do {
                return try analyzer.report(
                    on: DocumentInput(document.bytes, fileName: document.gold.annotation.document))
            } catch {
                Messages.warn("\(document.path): \(error)")
                return nil
            }
        }
    }

    /// - Throws: ``CommandFailure`` with ``ExitStatus/usage`` for a file that cannot be read.
    private func reports(inFile path: String, _ gold: [ResolvedGold]) throws -> [Report] {
        let bytes = try Input(path).read(otherwise: .usage)
        let sources = Dictionary(gold.map { ($0.annotation.document, $0.text.source) }) { first, _ in first }
        var reader = RecordReader { id in
            sources[id] ?? id.split(separator: "/").last.flatMap { sources[String($0)] }
        }
        do throws(RecordFormatError) { try reader.read(bytes) } catch {
            throw CommandFailure(.usage, "\(path): \(error)")
        }
        if !reader.unknownKeys.isEmpty {
            Messages.warn(
                "\(path): keys that no record has, passed over: \(reader.unknownKeys.joined(separator: ", "))")
        }
        return reader.reports
    }

    private func scores(ofRecords path: String, _ gold: [ResolvedGold]) throws -> Scores {
        try scores(of: try reports(inFile: path, gold), gold)
    }

    private func scores(of reports: [Report], _ gold: [ResolvedGold]) throws -> Scores {
        let scores = try Scores(gold: gold, system: reports)
        for id in scores.strangers { Messages.warn("\(id): a record without gold, left out") }
        for name in scores.withoutRecord { Messages.warn("\(name): no record, all is missed") }
        return scores
    }

    private func write(_ scores: Scores, _ output: StandardOutput) throws {
        let report = ScoreReport(scores)
        switch format {
        case .table: output.write(report.table)
        case .json: output.write(report.json)
        case .markdown: output.write(report.markdown)
        }
        if let mistakes {
            try OutputFile(mistakes).write(scores.mistakes.map { $0.json.text + "\n" }.joined())
        }
        let missed = floors.filter { floor in
            let value = report.summaries.first { $0.layer == floor.layer }?.value
            return value.map { $0 < floor.value } ?? true
        }
        try output.flush()
        guard missed.isEmpty else {
            let names = missed.map { "\($0.layer.rawValue) is below \($0.value) or has nothing to measure" }
            throw CommandFailure(.checkFailed, names.joined(separator: ", "))
        }
    }

    /// Compares the scores of each split with those pinned in a file, or pins them.
    ///
    /// - Throws: ``CommandFailure`` with ``ExitStatus/checkFailed`` where a score is lower.
    private func hold(_ documents: [GoldLoader.Loaded], _ reports: [Report], to path: String) throws {
        var floors = try floors(at: path)
        var problems: [String] = []
        let splits = Dictionary(grouping: documents) { $0.split ?? "all" }
        for (name, members) in splits.sorted(by: { $0.key < $1.key }) {
            var digest = ContentDigest()
            for member in members {
                digest.add(member.gold.annotation.document.utf8)
                digest.add(member.bytes)
                digest.add(member.annotationBytes)
            }
            let part = ScoreFloors.Part(
                digest: digest.text, try Scores(gold: members.map(\.gold), system: reports))
            if !update {
                problems += floors.problems(of: name, part)
            } else if !allowRegression {
                problems += floors.falls(of: name, part)
            }
            floors.parts[name] = part
        }
        for problem in problems { Messages.complain(problem) }
        guard problems.isEmpty else {
            let cure = update ? "nothing is pinned; --allow-regression pins lower scores" : "the gate is shut"
            throw CommandFailure(.checkFailed, "\(path): \(cure)")
        }
        if update { try OutputFile(path).write(floors.json) }
    }

    /// - Returns: no floors where the file is not there yet and will be made.
    private func floors(at path: String) throws(CommandFailure) -> ScoreFloors {
        if update, !FolderListing.holdsFile(path) { return ScoreFloors() }
        let bytes = try Input(path).read(otherwise: .usage)
        do throws(GoldFormatError) { return try ScoreFloors(parsing: bytes) } catch {
            throw CommandFailure(.usage, "\(path): \(error)")
        }
    }

    private func checkGold(_ files: [GoldFolder.File], _ loader: GoldLoader, _ output: StandardOutput) throws {
        var problems: [String] = []
        var unreadable = 0
        var members: [GoldCheck.Member] = []
        for file in files {
            do throws(CommandFailure) {
                let document = try loader.load(file)
                members.append(.init(path: file.path, split: file.split, gold: document.gold))
            } catch {
                problems.append(error.description)
                unreadable += 1
            }
        }
        for member in members { problems += try GoldCheck(member.gold).problems.map { "\(member.path): \($0)" } }
        problems += try GoldCheck.leaks(between: members)
        for problem in problems { output.write(problem + "\n") }
        output.write("\(files.count) documents, \(problems.count) problems\n")
        try output.flush()
        guard problems.isEmpty else {
            throw CommandFailure(unreadable > 0 ? .usage : .checkFailed, "the gold has \(problems.count) problems")
        }
    }
}
