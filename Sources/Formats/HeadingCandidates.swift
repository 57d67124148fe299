import TextModel

/// Marks the blocks that are no headings by their markup and may do the work of one.
enum HeadingCandidates {
    static func mark(_ document: inout Document) {}
}
