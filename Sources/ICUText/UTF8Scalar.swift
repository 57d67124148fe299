/// Decodes the scalar that starts at `index`; bytes that are no UTF-8 count as U+FFFD, one byte each.
///
/// Safe on any bytes. Texts of the pipeline are valid UTF-8, so the malformed case is only a guard.
///
/// - Precondition: `index < end`, and `bytes` reaches to `end`.
@inline(__always)
func decodeUTF8(_ bytes: UnsafePointer<UInt8>, at index: Int, end: Int) -> (scalar: UInt32, next: Int) {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return (lead, index + 1) }
    @inline(__always) func trail(_ offset: Int) -> UInt32? {
        guard index + offset < end, bytes[index + offset] & 0xC0 == 0x80 else { return nil }
        return UInt32(bytes[index + offset] & 0x3F)
    }
    let malformed: (UInt32, Int) = (0xFFFD, index + 1)
    guard lead >= 0xC2, lead <= 0xF4, let second = trail(1) else { return malformed }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, index + 2) }
    guard let third = trail(2) else { return malformed }
    if lead < 0xF0 {
        let scalar = (lead & 0x0F) << 12 | second << 6 | third
        return scalar < 0x800 || (0xD800..<0xE000).contains(scalar) ? malformed : (scalar, index + 3)
    }
    guard let fourth = trail(3) else { return malformed }
    let scalar = (lead & 0x07) << 18 | second << 12 | third << 6 | fourth
    return scalar < 0x10000 || scalar > 0x10FFFF ? malformed : (scalar, index + 4)
}
