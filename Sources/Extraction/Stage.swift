import TextModel

/// One step of the extraction: a function from a text and what is known of it to more findings.
public struct Stage: Sendable {
    /// The names by which `--stages` selects, in the order in which the stages run.
    public enum Name: String, Sendable, CaseIterable {
        case event, names, attributions, headings, talks, persons, bullets, cues, links
    }

    /// A part of ``Findings``.
    public enum Part: String, Sendable, CaseIterable {
        case event, mentions, attributions, sections, talks, roles, lists, cues, links
        /// The pages of the talks: ``TalkFinding/url``.
        case urls
    }

    public let name: Name
    public let reads: Set<Part>
    public let writes: Set<Part>
    let run: @Sendable (ReportText, inout Findings) -> Void

    init(
        _ name: Name, reads: Set<Part>, writes: Set<Part>,
        run: @escaping @Sendable (ReportText, inout Findings) -> Void
    ) {
        self.name = name
        self.reads = reads
        self.writes = writes
        self.run = run
    }
}
