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
        stages = Self.checked(try Self.sideBySide { group throws(LexiconError) in try group.stages(lexicons) })
    }

    /// Stages that share word lists, and so are made together; those with the longest lists first, so that none is begun
    /// when the others are done.
    private enum Group: CaseIterable {
        case cues, names, talks, event, persons, bullets

        func stages(_ lexicons: LexiconSet) throws(LexiconError) -> [Stage] {
            switch self {
            case .cues: return [try .cues(lexicons)]
            case .names: return [try .names(lexicons)]
            case .talks:
                let words = try TalkWords(lexicons)
                let places = try LinkPlaces(lexicons)
                return [
                    .attributions(words), try .headings(lexicons, words, places), try .talks(lexicons, words),
                    try .links(lexicons, places),
                ]
            case .event: return [try .event(lexicons)]
            case .persons: return [try .persons(lexicons)]
            case .bullets: return [try .bullets(lexicons)]
            }
        }
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

    /// Makes the stages side by side, in their order: reading their word lists is most of what a short run does.
    private static func sideBySide(
        _ make: @Sendable (Group) throws(LexiconError) -> [Stage]
    ) throws(LexiconError) -> [Stage] {
        let groups = Group.allCases
        let made = Mutex<[Group: Result<[Stage], LexiconError>]>([:])
        DispatchQueue.concurrentPerform(iterations: groups.count) { index in
            let stages = Result { () throws(LexiconError) in try make(groups[index]) }
            made.withLock { $0[groups[index]] = stages }
        }
        var stages: [Stage.Name: Stage] = [:]
        for group in groups {
            if let result = made.withLock({ $0[group] }) {
                for stage in try result.get() { stages[stage.name] = stage }
            }
        }
        return Stage.Name.allCases.compactMap { stages[$0] }
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
