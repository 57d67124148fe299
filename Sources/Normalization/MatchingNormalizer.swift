import ICUText
import TextModel

/// Makes the matching form of a text: the rows of ``MatchingTable`` and NFC, with the map back to the source.
///
/// The form is idempotent, has no character without width but the zero-width joiner of emoji, and spaces of only one
/// kind (U+0020) and line ends of only one kind (U+000A). Its length is at most three times the source's (NFC of some musical signs).
/// What becomes nothing (a soft hyphen, a byte order mark) belongs to the unit before it, or to the one after it at the
/// start of a text, so that the source of two neighbouring units is one unbroken range.
public struct MatchingNormalizer: Sendable {
    /// What to do with a character of the Basic Multilingual Plane.
    private enum Action {
        static let keep: UInt8 = 0
        static let compose: UInt8 = 1
        static let carriageReturn: UInt8 = 2
        static let capitalLigature: UInt8 = 3
        /// Keep or compose, as ICU says when the character comes: to ask for all of them takes longer than a report.
        static let ask: UInt8 = 4
        /// This and above: a row of `replacements`.
        static let firstReplacement: UInt8 = 5
    }

    private let actions: [UInt8]
    private let replacements: [[UInt8]]
    private let nfc: CharacterNormalizer

    /// - Throws: ``ICUError`` when ICU has no normalization data.
    public init() throws(ICUError) {
        nfc = try CharacterNormalizer(.nfc)
        // Every character below U+0300 is stable under NFC.
        var actions = [UInt8](repeating: Action.ask, count: 0x10000)
        for value in 0..<0x300 { actions[value] = Action.keep }
        actions[0x0D] = Action.carriageReturn
        actions[0x0152] = Action.capitalLigature
        actions[0x00C6] = Action.capitalLigature
        for (index, row) in MatchingTable.rows.enumerated() {
            for range in row.characters {
                for value in range { actions[Int(value)] = Action.firstReplacement + UInt8(index) }
            }
        }
        self.actions = actions
        replacements = MatchingTable.rows.map { Array($0.replacement.utf8) }
    }

    /// The matching form of a text, mapped to that text.
    public func normalize(_ text: SourceText) throws(ICUError) -> MatchingText { try normalize(utf8: text.utf8) }

    /// The matching form of bytes that are valid UTF-8, mapped to those bytes.
    public func normalize(utf8: [UInt8]) throws(ICUError) -> MatchingText {
        var writer = Writer(source: utf8, nfc: nfc)
        let bytes = utf8.span
        var index = 0
        while index < bytes.count {
            index = endOfPlainText(bytes, from: index)
            guard index < bytes.count else { break }
            let lead = bytes[index]
            if lead < 0x80 {
                let action = actions[Int(lead)]
                if action == Action.keep {
                    index += 1
                } else if action == Action.carriageReturn {
                    let isPair = index + 1 < bytes.count && bytes[index + 1] == 0x0A
                    try writer.replace(index..<(index + (isPair ? 2 : 1)), with: [0x0A])
                    index = writer.position
                } else {
                    try writer.replace(index..<(index + 1), with: replacements[Int(action - Action.firstReplacement)])
                    index += 1
                }
                continue
            }
            let (scalar, next) = decode(bytes, at: index)
            switch action(for: scalar) {
            case Action.keep:
                break
            case Action.compose:
                try writer.compose(index..<next)
            case Action.capitalLigature:
                let isLowercase = next < bytes.count && isLowercase(decode(bytes, at: next).scalar)
                let first: UInt8 = scalar == 0x0152 ? 0x4F : 0x41  // O or A
                try writer.replace(index..<next, with: [first, isLowercase ? 0x65 : 0x45])  // e or E
            case let action:
                try writer.replace(index..<next, with: replacements[Int(action - Action.firstReplacement)])
            }
            index = next
        }
        return try writer.finish()
    }

    /// Passes over eight characters at a time of those that most of a text is made of: ASCII but its controls.
    @inline(__always)
    private func endOfPlainText(_ bytes: Span<UInt8>, from index: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highBits = ones << 7
        var index = index
        while index + 8 <= bytes.count {
            let word = bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            // The high bit of each byte that is not ASCII or, where all are, less than a space.
            guard (word | (word &- ones &* 0x20)) & highBits == 0 else { break }
            index += 8
        }
        return index
    }

    @inline(__always)
    private func action(for scalar: UInt32) -> UInt8 {
        if scalar < 0x10000, actions[Int(scalar)] != Action.ask { return actions[Int(scalar)] }
        guard let scalar = Unicode.Scalar(scalar), !CharacterProperties.isStableUnderNFC(scalar) else {
            return Action.keep
        }
        return Action.compose
    }

    private func isLowercase(_ scalar: UInt32) -> Bool {
        Unicode.Scalar(scalar).map(CharacterProperties.isLowercase) ?? false
    }

    /// - Precondition: the bytes are valid UTF-8 and `index` is at the start of a character beyond ASCII.
    @inline(__always)
    private func decode(_ bytes: Span<UInt8>, at index: Int) -> (scalar: UInt32, next: Int) {
        let lead = UInt32(bytes[index])
        if lead < 0x80 { return (lead, index + 1) }
        let second = UInt32(bytes[index + 1] & 0x3F)
        if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, index + 2) }
        let third = UInt32(bytes[index + 2] & 0x3F)
        if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, index + 3) }
        let fourth = UInt32(bytes[index + 3] & 0x3F)
        return ((lead & 0x07) << 18 | second << 12 | third << 6 | fourth, index + 4)
    }
}
