import CICU

/// Properties of Unicode characters in the version of the running ICU (``ICUVersion/unicode``).
public enum CharacterProperties {
    /// Whether the character may stand in NFC as it is, whatever stands before it: its `NFC_Quick_Check` is Yes and its
    /// combining class is 0 (UAX #15, section 9).
    public static func isStableUnderNFC(_ scalar: Unicode.Scalar) -> Bool {
        let c = UChar32(bitPattern: scalar.value)
        return icu_u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK) == UNORM_YES.rawValue
            && icu_u_getIntPropertyValue(c, UCHAR_CANONICAL_COMBINING_CLASS) == 0
    }

    /// Letters and the marks that belong to them (`Alphabetic`).
    public static func isAlphabetic(_ scalar: Unicode.Scalar) -> Bool {
        icu_u_hasBinaryProperty(UChar32(bitPattern: scalar.value), UCHAR_ALPHABETIC) != 0
    }

    /// `Uppercase`, titlecase letters left out.
    public static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
        icu_u_hasBinaryProperty(UChar32(bitPattern: scalar.value), UCHAR_UPPERCASE) != 0
    }

    /// `Lowercase`.
    public static func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
        icu_u_hasBinaryProperty(UChar32(bitPattern: scalar.value), UCHAR_LOWERCASE) != 0
    }

    /// A combining mark that takes no room of its own (general category `Mn`): accents above all.
    public static func isNonspacingMark(_ scalar: Unicode.Scalar) -> Bool {
        icu_u_charType(UChar32(bitPattern: scalar.value)) == Int8(U_NON_SPACING_MARK.rawValue)
    }
}
