/// The word lists that an analyzer reads: those that travel in the binary, with what a caller adds or replaces.
///
/// A caller's file has the form of ``LexiconTable`` and the columns of the list whose name it bears. An entry whose
/// first column stands in the list already replaces that entry, any other is added.
public struct LexiconSet: Sendable {
    /// The lists as they travel in the binary.
    public static let embedded = LexiconSet()

    /// Lists that are read once for the whole program, before anybody could change them.
    public static let fixed: Set<EmbeddedLexicon> = [
        .bylineWords, .embeddedPosts, .nameJoiners, .pageFurniture, .pageLabels, .pageLines,
    ]

    private var changed: [EmbeddedLexicon: Changed] = [:]

    /// A list as it is read: the embedded lines, comments in the place of those that are replaced, then the caller's.
    private struct Changed {
        var bytes: [UInt8]
        let embeddedLineCount: Int
        let file: String
    }

    public init() {}

    /// Adds a caller's file to a list.
    ///
    /// - Parameter file: its name for messages.
    /// - Throws: ``LexiconError`` for a file that is no list, has other columns, or stands for a list that is
    ///   ``fixed`` or was changed before.
    public mutating func change(_ list: EmbeddedLexicon, by bytes: [UInt8], file: String) throws(LexiconError) {
        let table = try LexiconTable(file: file, text: String(decoding: bytes, as: UTF8.self))
        let original = try list.table()
        guard !Self.fixed.contains(list), changed[list] == nil else {
            throw LexiconError(file: file, line: 0, message: "the list \(list.rawValue) cannot be changed; remove it")
        }
        guard table.columns == original.columns else {
            let columns = original.columns.joined(separator: ", ")
            throw LexiconError(file: file, line: 0, message: "the columns of this list are \(columns); name the same")
        }
        let replaced = table.words
        var lines: [ArraySlice<UInt8>] = list.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for row in original.rows where replaced.contains(row.fields[0]) { lines[row.line - 1] = Self.comment }
        changed[list] = Changed(
            bytes: Array(lines.joined(separator: [0x0A])) + [0x0A] + bytes, embeddedLineCount: lines.count, file: file)
    }

    private static let comment = ArraySlice("#".utf8)

    /// A list, read anew.
    public func table(_ list: EmbeddedLexicon) throws(LexiconError) -> LexiconTable {
        guard let bytes = changed[list]?.bytes else { return try list.table() }
        do throws(LexiconError) {
            return try LexiconTable(file: list.file, text: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw located(error)
        }
    }

    /// The words of a long list of one column, one after the other, and where each ends.
    ///
    /// - Throws: ``LexiconError`` for a faulty line; that no word stands twice is not looked at.
    public func words(_ list: EmbeddedLexicon) throws(LexiconError) -> (bytes: [UInt8], ends: [Int]) {
        var words: [UInt8] = []
        var ends: [Int] = []
        try withBytes(of: list) { bytes throws(LexiconError) in
            words.reserveCapacity(bytes.count)
            ends.reserveCapacity(bytes.count / 10)
            let lines = LexiconLines(file: list.file, bytes: bytes)
            try lines.forEach { _, fields throws(LexiconError) in
                words.append(contentsOf: lines.word(in: fields[0]))
                ends.append(words.count)
            }
        }
        return (words, ends)
    }

    /// A list's file, for those too long to be read as a table.
    func withBytes(
        of list: EmbeddedLexicon, _ body: (UnsafeBufferPointer<UInt8>) throws(LexiconError) -> Void
    ) throws(LexiconError) {
        guard let bytes = changed[list]?.bytes else { return try body(list.embeddedBytes) }
        try bytes.withUnsafeBufferPointer { bytes throws(LexiconError) in try body(bytes) }
    }

    /// An error in a list that was read from here, with the file and line that a person finds it at.
    public func located(_ error: LexiconError) -> LexiconError {
        for (list, change) in changed where list.file == error.file && error.line > change.embeddedLineCount {
            return LexiconError(file: change.file, line: error.line - change.embeddedLineCount, message: error.message)
        }
        return error
    }

    /// A hash of all lists and rules in 16 hexadecimal digits: other lists, other digest.
    public var digest: String {
        if changed.isEmpty { return Self.embeddedDigest }
        var digest = LexiconDigest()
        EmbeddedLexicon.addAll(to: &digest)
        for list in EmbeddedLexicon.allCases { if let change = changed[list] { digest.add(change.bytes) } }
        return digest.hexadecimal
    }

    private static let embeddedDigest: String = {
        var digest = LexiconDigest()
        EmbeddedLexicon.addAll(to: &digest)
        return digest.hexadecimal
    }()
}
