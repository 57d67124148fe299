import CICU

/// Calls a function of ICU's that writes UTF-16, growing the buffer once if the first is too small.
///
/// - Parameter body: gets the buffer, its capacity and a status; returns the length it needs (ICU's preflighting).
func filledUTF16(
    capacity: Int,
    _ operation: @autoclosure () -> String,
    _ body: (UnsafeMutablePointer<UInt16>?, Int32, inout CICU_UErrorCode) -> Int32
) throws(ICUError) -> [UInt16] {
    var capacity = capacity
    for _ in 0..<2 {
        var status = U_ZERO_ERROR
        let buffer = [UInt16](unsafeUninitializedCapacity: capacity) { buffer, count in
            let needed = Int(body(buffer.baseAddress, Int32(clamping: buffer.count), &status))
            capacity = needed
            count = min(needed, buffer.count)
        }
        if status == U_BUFFER_OVERFLOW_ERROR { continue }
        if status.isFailure { throw ICUError(status, operation()) }
        return buffer
    }
    throw ICUError(U_BUFFER_OVERFLOW_ERROR, operation())
}
