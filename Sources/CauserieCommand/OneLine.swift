/// A text as it can be shown on one line of a terminal: line ends and tabs become spaces, and control characters, which
/// could steer the terminal, are left out.
func oneLine(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: shown.append(" ")
        case 0..<0x20, 0x7F..<0xA0: break
        case _: shown.append(scalar)
        }
    }
    return String(shown)
}
