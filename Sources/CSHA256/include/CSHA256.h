// SHA-256 by the instructions that processors have for it.
#ifndef CSHA256_H
#define CSHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has them.
bool causerie_has_sha256(void);

/// Section 6.2.2 of FIPS 180-4 for each of some blocks of 64 bytes; only where `causerie_has_sha256()` holds.
void causerie_sha256(uint32_t state[8], const uint8_t *blocks, size_t count, const uint32_t constants[64]);

#endif
