import CCmarkGFM

/// A character reference of HTML (`&eacute;`, `&#233;`, `&#xE9;`), read as the HTML standard and CommonMark have it.
///
/// The names are those of cmark's table, which is HTML's own.
struct CharacterReference {
    /// The UTF-8 of the characters that it stands for.
    let bytes: [UInt8]
    /// The number of bytes of the reference, `&` and `;` included.
    let count: Int

    /// The longest name, `CounterClockwiseContourIntegral`, with its marks.
    private static let maximumCount = 40

    /// - Parameter text: begins with the `&`.
    /// - Returns: `nil` where no complete reference stands.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count > 2, text[0] == UInt8(ascii: "&"), let base = text.baseAddress else { return nil }
        let limit = min(text.count, Self.maximumCount)
        // Most ampersands are none; the buffer of the decoder is not worth making for them.
        guard text[1] == UInt8(ascii: "#") || text[1].isASCIILetter, text[..<limit].contains(UInt8(ascii: ";")) else {
            return nil
        }
        var buffer = cmark_strbuf()
        cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0)
        defer { cmark_strbuf_free(&buffer) }
        let read = houdini_unescape_ent(&buffer, base + 1, bufsize_t(limit - 1))
        guard read > 0, buffer.size > 0 else { return nil }
        bytes = Array(UnsafeBufferPointer(start: buffer.ptr, count: Int(buffer.size)))
        count = Int(read) + 1
    }
}
