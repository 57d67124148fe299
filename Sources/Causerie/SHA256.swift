/// The hash function SHA-256 of FIPS 180-4.
///
/// Of our own, since swift-crypto takes minutes to build, grows the program by twelve megabytes and brings Foundation
/// in, for one function of which nothing secret depends.
struct SHA256 {
    private var state: [UInt32] = [
        0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
    ]

    /// The hash in 64 hexadecimal digits.
    static func hexadecimal(of bytes: [UInt8]) -> String {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.absorb($0) }
        return hash.hexadecimal
    }

    private var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for word in state {
            for shift in stride(from: 28, through: 0, by: -4) { text.append(digits[Int(word >> UInt32(shift)) & 15]) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func absorb(_ message: UnsafeRawBufferPointer) {
        let whole = message.count / 64 * 64
        compress(message, count: whole)
        // The padding of section 5.1.1: one bit, zeros, and the length in bits.
        var tail = Array(message[whole...])
        tail.append(0x80)
        while tail.count % 64 != 56 { tail.append(0) }
        let bits = UInt64(message.count) * 8
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            tail.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
        tail.withUnsafeBytes { compress($0, count: $0.count) }
    }

    /// Section 6.2.2, for each block of 64 bytes; eight rounds at a time, so that no variable has to move.
    private mutating func compress(_ bytes: UnsafeRawBufferPointer, count: Int) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
            Self.constants.withUnsafeBufferPointer { constants in
                for start in stride(from: 0, to: count, by: 64) {
                    schedule(bytes, from: start, words)
                    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
                    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
                    var index = 0
                    while index < 64 {
                        round(a, b, c, &d, e, f, g, &h, constants[index] &+ words[index])
                        round(h, a, b, &c, d, e, f, &g, constants[index &+ 1] &+ words[index &+ 1])
                        round(g, h, a, &b, c, d, e, &f, constants[index &+ 2] &+ words[index &+ 2])
                        round(f, g, h, &a, b, c, d, &e, constants[index &+ 3] &+ words[index &+ 3])
                        round(e, f, g, &h, a, b, c, &d, constants[index &+ 4] &+ words[index &+ 4])
                        round(d, e, f, &g, h, a, b, &c, constants[index &+ 5] &+ words[index &+ 5])
                        round(c, d, e, &f, g, h, a, &b, constants[index &+ 6] &+ words[index &+ 6])
                        round(b, c, d, &e, f, g, h, &a, constants[index &+ 7] &+ words[index &+ 7])
                        index &+= 8
                    }
                    state[0] &+= a
                    state[1] &+= b
                    state[2] &+= c
                    state[3] &+= d
                    state[4] &+= e
                    state[5] &+= f
                    state[6] &+= g
                    state[7] &+= h
                }
            }
        }
    }

    @inline(__always)
    private func schedule(
        _ bytes: UnsafeRawBufferPointer, from start: Int, _ words: UnsafeMutableBufferPointer<UInt32>
    ) {
        for index in 0..<16 {
            words[index] = UInt32(
                bigEndian: bytes.loadUnaligned(fromByteOffset: start &+ index &* 4, as: UInt32.self))
        }
        for index in 16..<64 {
            let old = words[index &- 15]
            let recent = words[index &- 2]
            words[index] =
                words[index &- 16] &+ (rotated(old, 7) ^ rotated(old, 18) ^ old &>> 3)
                &+ words[index &- 7] &+ (rotated(recent, 17) ^ rotated(recent, 19) ^ recent &>> 10)
        }
    }

    /// - Parameter word: of the schedule, plus the round's constant.
    @inline(__always)
    private func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ word: UInt32
    ) {
        // Each rotation of a rotation spares a copy: 6, 11 and 25 are 6, 6 + 5 and 6 + 5 + 14.
        let first = h &+ rotated(rotated(rotated(e, 14) ^ e, 5) ^ e, 6) &+ (g ^ e & (f ^ g)) &+ word
        let second = rotated(rotated(rotated(a, 9) ^ a, 11) ^ a, 2) &+ (a & b | c & (a | b))
        d &+= first
        h = first &+ second
    }

    @inline(__always)
    private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 &- count) }

    private static let constants: [UInt32] = [
        0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
        0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
        0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
        0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
        0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
        0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
        0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
        0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
    ]
}
