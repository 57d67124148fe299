import ICUText

/// Keys for look-up in word lists: further views of the matching form, never shown to anybody.
public enum Folding {
    /// The text without case: `QUENTIN` and `Quentin` give `quentin` (Unicode's full case folding, then NFC).
    ///
    /// - Parameter text: in matching form.
    public static func caseFolded(_ text: String) throws(ICUError) -> String {
        if let ascii = asciiLowercased(text) { return ascii }
        return try CharacterNormalizer(.nfc).normalize(ICUText.caseFolded(text))
    }

    /// The text without case and without accents: `Événement` and `EVENEMENT` give `evenement`.
    ///
    /// Only nonspacing marks go (`é`, `ç`, `ñ`); letters of their own such as `ø` and `ł` stay.
    ///
    /// - Parameter text: in matching form.
    public static func accentFolded(_ text: String) throws(ICUError) -> String {
        if let ascii = asciiLowercased(text) { return ascii }
        let decomposed = try CharacterNormalizer(.nfd).normalize(ICUText.caseFolded(text))
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: decomposed.unicodeScalars.filter { !CharacterProperties.isNonspacingMark($0) })
        return String(scalars)
    }

    private static func asciiLowercased(_ text: String) -> String? {
        text.utf8.allSatisfy { $0 < 0x80 } ? text.lowercased() : nil
    }
}
