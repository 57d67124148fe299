/// The characters that the matching form writes in another way, each with the reason.
///
/// Composition comes on top: the matching form is in NFC (UAX #15). What has no row stays as it is: accents and case
/// above all, which only ``Folding`` takes away.
enum MatchingTable {
    struct Row {
        let characters: [ClosedRange<UInt32>]
        let replacement: String
        let reason: String

        init(_ characters: [ClosedRange<UInt32>], _ replacement: String, _ reason: String) {
            self.characters = characters
            self.replacement = replacement
            self.reason = reason
        }
    }

    static let rows: [Row] = [
        // Apostrophes
        Row(only(0x2019), "'", "the typographic apostrophe, right single quotation mark"),
        Row(only(0x2018, 0x201B), "'", "single quotation marks that word processors put for an apostrophe"),
        Row(
            only(0x02BC, 0x02B9, 0x02BB, 0x02BD), "'", "modifier letters: apostrophe, prime, turned and reversed comma"),
        Row(only(0x00B4, 0x1FFD, 0x2032, 0xFF07), "'", "acute accent, oxia, prime and full-width apostrophe"),

        // Quotation marks keep their direction, since a closing one ends a sentence and an opening one starts it.
        Row(only(0x201C, 0x201E, 0x201F, 0x2039), "«", "opening quotation marks of other styles"),
        Row(only(0x201D, 0x203A), "»", "closing quotation marks of other styles"),
        Row(only(0x2033, 0xFF02), "\"", "double prime and full-width quotation mark"),

        // Hyphens join, dashes part.
        Row(only(0x2010, 0x2011, 0x2043, 0xFE63, 0xFF0D), "-", "hyphens: plain, no-break, bullet, small, full-width"),
        Row(only(0x2212), "-", "the minus sign, before a number"),
        Row(only(0x2012, 0x2014, 0x2015, 0x2E3A, 0x2E3B), "–", "figure, em, horizontal, two-em and three-em dashes"),

        // Spaces and line ends
        Row([0x0009...0x0009, 0x00A0...0x00A0, 0x1680...0x1680, 0x2000...0x200A], " ", "tabulation and spaces (Zs)"),
        Row(only(0x202F, 0x205F, 0x3000, 0x2800), " ", "narrow no-break, mathematical, ideographic, blank braille"),
        Row(only(0x000B, 0x000C, 0x0085, 0x2028, 0x2029), "\n", "line ends of other systems; CR and CRLF are one too"),

        // What is not seen
        Row(only(0x00AD), "", "the soft hyphen"),
        Row(
            only(0x200B, 0x200C, 0x2060, 0xFEFF, 0x180E, 0x034F), "", "zero-width spaces, joiners and byte order marks"),
        Row([0x200E...0x200F, 0x202A...0x202E, 0x2061...0x2064, 0x2066...0x206F], "", "direction and invisible marks"),
        Row([0xFE00...0xFE0F], "", "variation selectors, which only choose how an emoji looks"),

        // Ligatures. Œ and Æ depend on what follows: see `MatchingNormalizer`.
        Row(only(0x0153), "oe", "œ, typed as oe on keyboards without it"),
        Row(only(0x00E6), "ae", "æ"),
        Row(only(0xFB00), "ff", "ligature of typeset text"),
        Row(only(0xFB01), "fi", "ligature of typeset text"),
        Row(only(0xFB02), "fl", "ligature of typeset text"),
        Row(only(0xFB03), "ffi", "ligature of typeset text"),
        Row(only(0xFB04), "ffl", "ligature of typeset text"),
        Row(only(0xFB05, 0xFB06), "st", "ligatures of typeset text"),

        // Raised letters of abbreviations: 1ᵉʳ, XXIᵉ, Mᵐᵉ
        Row(only(0x1D49), "e", "raised e"),
        Row(only(0x02B3), "r", "raised r"),
        Row(only(0x1D48), "d", "raised d"),
        Row(only(0x02E2), "s", "raised s"),
        Row(only(0x1D50), "m", "raised m"),

        // Other marks
        Row(only(0x2026), "...", "the ellipsis"),
        Row(only(0x2025), "..", "the two-dot leader"),
        Row(only(0x2027, 0x2219, 0x22C5, 0x0387, 0x30FB), "·", "middle dots, as inclusive writing uses them"),
    ]

    private static func only(_ characters: UInt32...) -> [ClosedRange<UInt32>] { characters.map { $0...$0 } }
}
