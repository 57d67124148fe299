#include "CSHA256.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

bool causerie_has_sha256(void) {
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSE4_1)) return false;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & (1u << 29));
}

__attribute__((target("sha,sse4.1")))
void causerie_sha256(uint32_t state[8], const uint8_t *blocks, size_t count, const uint32_t constants[64]) {
    const __m128i bigEndian = _mm_set_epi64x(0x0C0D0E0F08090A0B, 0x0405060700010203);
    // The instructions take the eight words as two fours, from the highest down: A, B, E, F and C, D, G, H.
    __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
    __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
    __m128i abef = _mm_alignr_epi8(low, high, 8);
    __m128i cdgh = _mm_blend_epi16(high, low, 0xF0);
    for (; count > 0; count--, blocks += 64) {
        const __m128i oldABEF = abef, oldCDGH = cdgh;
        __m128i words[4];
        for (int four = 0; four < 16; four++) {
            __m128i *next = &words[four % 4];
            if (four < 4) {
                *next = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(blocks + 16 * four)), bigEndian);
            } else {
                const __m128i last = words[(four + 3) % 4];
                const __m128i sum = _mm_add_epi32(
                    _mm_sha256msg1_epu32(*next, words[(four + 1) % 4]), _mm_alignr_epi8(last, words[(four + 2) % 4], 4));
                *next = _mm_sha256msg2_epu32(sum, last);
            }
            __m128i rounds = _mm_add_epi32(*next, _mm_loadu_si128((const __m128i *)(constants + 4 * four)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, rounds);
            rounds = _mm_shuffle_epi32(rounds, 0x0E);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, rounds);
        }
        abef = _mm_add_epi32(abef, oldABEF);
        cdgh = _mm_add_epi32(cdgh, oldCDGH);
    }
    low = _mm_shuffle_epi32(abef, 0x1B);
    high = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(low, high, 0xF0));
    _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(high, low, 8));
}

#else

bool causerie_has_sha256(void) { return false; }

void causerie_sha256(uint32_t state[8], const uint8_t *blocks, size_t count, const uint32_t constants[64]) {}

#endif
