import CICU

/// ICU's own break iterator (`ubrk_next`): the reference for ``BreakRules``, and its engine where the table cannot run.
public struct BreakIterator: ~Copyable {
    private let owned: OwnedIterator
    /// ICU's view of the UTF-8 text being read.
    private var text: UnsafeMutablePointer<UText>?

    init(_ owned: OwnedIterator) { self.owned = owned }

    deinit {
        icu_ubrk_close(owned.pointer)
        if let text { _ = icu_utext_close(text) }
    }

    /// Starts to read a text, which must stay where it is until the last call of ``findSegments(into:)``.
    mutating func start(_ bytes: UnsafeBufferPointer<UInt8>) throws(ICUError) {
        guard !bytes.isEmpty else { return }
        var status = U_ZERO_ERROR
        text = bytes.withMemoryRebound(to: CChar.self) { chars in
            icu_utext_openUTF8(text, chars.baseAddress, Int64(chars.count), &status)
        }
        guard let text, !status.isFailure else { throw ICUError(status, "opening a text") }
        icu_ubrk_setUText(owned.pointer, text, &status)
        if status.isFailure { throw ICUError(status, "setting the text of a break iterator") }
        _ = icu_ubrk_first(owned.pointer)
    }

    /// Writes the next segments into `batch`, as many as fit; ends are offsets in UTF-8 bytes.
    ///
    /// - Returns: how many there are; 0 at the end of the text.
    mutating func findSegments(into batch: UnsafeMutableBufferPointer<BreakRules.Segment>) -> Int {
        guard text != nil else { return 0 }
        var found = 0
        while found < batch.count {
            let end = icu_ubrk_next(owned.pointer)
            if end == UBRK_DONE { break }
            let status = icu_ubrk_getRuleStatus(owned.pointer)
            batch.initializeElement(at: found, to: BreakRules.Segment(end: Int(end), status: status))
            found += 1
        }
        return found
    }

    /// Counts the segments of a UTF-16 text: the bare loop of `ubrk_next` that speeds are compared with.
    ///
    /// UTF-16 is what ICU is fastest on; converting to it is not part of the loop.
    public mutating func countSegments(inUTF16 text: Span<UInt16>) throws(ICUError) -> Int {
        let iterator = owned.pointer
        return try text.withUnsafeBufferPointer { buffer throws(ICUError) -> Int in
            try withStatus("setting the text of a break iterator") {
                icu_ubrk_setText(iterator, buffer.baseAddress, Int32(clamping: buffer.count), &$0)
            }
            var count = 0
            while icu_ubrk_next(iterator) != UBRK_DONE { count += 1 }
            return count
        }
    }
}
