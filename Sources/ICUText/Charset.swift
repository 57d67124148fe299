import CICU

/// Converts bytes of a named charset to UTF-16 with ICU's tables.
public struct CharsetConverter: ~Copyable {
    private let converter: OpaquePointer
    private let name: String

    /// - Parameter name: any name or alias that ICU knows, such as `iso-8859-15`.
    /// - Throws: ``ICUError`` for a name that it does not know.
    public init(_ name: String) throws(ICUError) {
        self.name = name
        let opened = try withStatus("opening the charset \(name)") { icu_ucnv_open(name, &$0) }
        guard let opened else { throw .invalidFormat("opening the charset \(name)") }
        converter = opened
    }

    deinit { icu_ucnv_close(converter) }

    /// The text of `bytes`; what the charset does not define becomes U+FFFD.
    public func decode(_ bytes: Span<UInt8>) throws(ICUError) -> [UInt16] {
        try bytes.withUnsafeBufferPointer { buffer throws(ICUError) -> [UInt16] in
            try filledUTF16(capacity: buffer.count + 16, "decoding \(name)") { target, capacity, status in
                buffer.withMemoryRebound(to: CChar.self) { chars in
                    icu_ucnv_toUChars(
                        converter, target, capacity, chars.baseAddress, Int32(clamping: chars.count), &status)
                }
            }
        }
    }
}

/// ICU's statistical guess at the charset of some bytes.
public struct CharsetGuess: Equatable, Sendable {
    public let name: String
    /// From 0 to 100, as ICU counts it; no probability.
    public let confidence: Int

    /// The best guess, or `nil` where ICU has none.
    public static func best(for bytes: Span<UInt8>) throws(ICUError) -> CharsetGuess? {
        let detector = try withStatus("opening the charset detector") { icu_ucsdet_open(&$0) }
        guard let detector else { return nil }
        defer { icu_ucsdet_close(detector) }
        return try bytes.withUnsafeBufferPointer { buffer throws(ICUError) -> CharsetGuess? in
            var status = U_ZERO_ERROR
            // The detector keeps the pointer, so the guess is read while the buffer stands.
            buffer.withMemoryRebound(to: CChar.self) { chars in
                icu_ucsdet_setText(detector, chars.baseAddress, Int32(clamping: chars.count), &status)
            }
            // Bytes that fit no charset that the detector knows are a failure to ICU and no guess here.
            guard let match = icu_ucsdet_detect(detector, &status), !status.isFailure,
                let name = icu_ucsdet_getName(match, &status)
            else { return nil }
            return CharsetGuess(
                name: String(cString: name), confidence: Int(icu_ucsdet_getConfidence(match, &status)))
        }
    }
}
