import CICU

/// One of ICU's normalization forms (UAX #15).
///
/// Unchecked, because it holds a pointer; ICU owns the instance, never changes it, and shares it between threads.
public struct CharacterNormalizer: @unchecked Sendable {
    public enum Form: Sendable {
        case nfc, nfd, nfkc, nfkd
        /// NFKC with case folding and without default-ignorable characters.
        case nfkcCaseFold
    }

    private let instance: OpaquePointer
    private let operation: String

    public init(_ form: Form) throws(ICUError) {
        let (name, mode) =
            switch form {
            case .nfc: ("nfc", UNORM2_COMPOSE)
            case .nfd: ("nfc", UNORM2_DECOMPOSE)
            case .nfkc: ("nfkc", UNORM2_COMPOSE)
            case .nfkd: ("nfkc", UNORM2_DECOMPOSE)
            case .nfkcCaseFold: ("nfkc_cf", UNORM2_COMPOSE)
            }
        operation = "normalizing to \(form)"
        let opened = try withStatus("opening the normalizer \(form)") { icu_unorm2_getInstance(name, mode, &$0) }
        guard let opened else { throw .invalidFormat("opening the normalizer \(form)") }
        instance = opened
    }

    /// The text in this form.
    public func normalize(_ text: String) throws(ICUError) -> String {
        let source = Array(text.utf16)
        let result = try filledUTF16(capacity: source.count + 16, operation) { buffer, capacity, status in
            icu_unorm2_normalize(instance, source, Int32(clamping: source.count), buffer, capacity, &status)
        }
        return String(decoding: result, as: UTF16.self)
    }
}
