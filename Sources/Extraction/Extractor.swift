import Dispatch
import Lexicons
import Synchronization
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
        stages = Self.checked(
            try Self.sideBySide { name throws(LexiconError) in
                switch name {
                case .event: try .event(lexicons)
                case .names: try .names(lexicons)
                case .attributions: .attributions(words)
                case .headings: try .headings(lexicons, words)
                case .talks: try .talks(lexicons, words, places)
                case .persons: try .persons(lexicons)
                case .bullets: try .bullets(lexicons)
                case .cues: try .cues(lexicons)
                case .links: try .links(lexicons, places)
                }
            })
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

    /// Makes the stages side by side: reading their word lists is most of what a short run does.
    private static func sideBySide(
        _ make: @Sendable (Stage.Name) throws(LexiconError) -> Stage
    ) throws(LexiconError) -> [Stage] {
        let names = Stage.Name.allCases
        // Those with the longest lists first, so that neither is begun when the others are done.
        let order = [.names, .cues] + names.filter { $0 != .names && $0 != .cues }
        let made = Mutex<[Stage.Name: Result<Stage, LexiconError>]>([:])
        DispatchQueue.concurrentPerform(iterations: names.count) { place in
            let stage = Result { () throws(LexiconError) in try make(order[place]) }
            made.withLock { $0[order[place]] = stage }
        }
        var stages: [Stage] = []
        for name in names {
            if let stage = made.withLock({ $0[name] }) { stages.append(try stage.get()) }
        }
        return stages
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
