import TextModel

extension ReportText {
    /// Whether the letter at an offset is a capital of whatever alphabet: `É`, `Ø`, `Ł`, `Ấ`.
    func isCapital(at offset: Int, before end: Int) -> Bool {
        let byte = utf8[offset]
        if byte < 0x80 { return byte != folded[offset] }
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        for index in offset..<min(end, offset + length) where utf8[index] != folded[index] { return true }
        return false
    }
}
