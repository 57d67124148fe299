import CICU

/// Full, language-independent case folding (Unicode's `CaseFolding.txt`, statuses C and F): `Straße` gives `strasse`.
public func caseFolded(_ text: String) throws(ICUError) -> String {
    let source = Array(text.utf16)
    let result = try filledUTF16(capacity: source.count + 16, "folding case") { buffer, capacity, status in
        icu_u_strFoldCase(buffer, capacity, source, Int32(clamping: source.count), &status)
    }
    return String(decoding: result, as: UTF16.self)
}
