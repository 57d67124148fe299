import Lexicons
import TextModel

/// The stages in their order: from a text to all findings.
///
/// Making one reads the word lists; using it changes nothing, so one serves a whole program and all its threads.
public struct Extractor: Sendable {
    public let stages: [Stage]
    private let languages: LanguageWords

    /// - Throws: ``LexiconError`` for a faulty word list.
    public init(lexicons: LexiconSet = .embedded) throws(LexiconError) {
        languages = try LanguageWords(lexicons)
        let words = try TalkWords(lexicons)
        let places = try LinkPlaces(lexicons)
        stages = Self.checked([
            try .event(lexicons), try .names(lexicons), .attributions(words), try .headings(lexicons, words),
            try .talks(lexicons, words, places), try .persons(lexicons),
            try .bullets(lexicons), try .cues(lexicons), try .links(lexicons, places),
        ])
    }

    /// Runs the stages, or some of them; one left out leaves its part as it is in `known`.
    ///
    /// - Parameter checkpoint: called before each stage; what it throws ends the work, for a caller whose time is up.
    public func findings<Stop: Error>(
        in text: ReportText, stages names: Set<Stage.Name> = Set(Stage.Name.allCases), known: Findings = Findings(),
        checkpoint: (Stage.Name) throws(Stop) -> Void
    ) throws(Stop) -> Findings {
        var findings = known
        for stage in stages where names.contains(stage.name) {
            try checkpoint(stage.name)
            stage.run(text, &findings)
        }
        if let warning = languages.warning(on: text) { findings.warnings.append(warning) }
        return findings
    }

    /// Runs the stages, or some of them, to the end.
    public func findings(
        in text: ReportText, stages names: Set<Stage.Name> = Set(Stage.Name.allCases), known: Findings = Findings()
    ) -> Findings {
        findings(in: text, stages: names, known: known) { _ throws(Never) in }
    }

    /// The catalog's order: no stage reads what no earlier one has written, and none writes another's part.
    private static func checked(_ stages: [Stage]) -> [Stage] {
        var written: Set<Stage.Part> = []
        for stage in stages {
            precondition(stage.reads.isSubset(of: written), "\(stage.name) reads what is written later")
            precondition(stage.writes.isDisjoint(with: written), "\(stage.name) writes what another wrote")
            written.formUnion(stage.writes)
        }
        return stages
    }
}
