/* hash: a fast one for tables, SHA-256 (libsodium) for ids. */
#include "base.h"

#include <sodium/crypto_hash_sha256.h>

uint64_t bg_hash__bytes(const void *bytes, size_t size, uint64_t seed) {
    const unsigned char *p = bytes;
    uint64_t h = seed ^ (size * 0x9E3779B97F4A7C15u);
    for (; size >= 8; p += 8, size -= 8) {
        uint64_t word;
        memcpy(&word, p, 8);
        h = (h ^ word) * 0xFF51AFD7ED558CCDu;
        h ^= h >> 32;
    }
    uint64_t rest = 0;
    if (size) memcpy(&rest, p, size);
    h = (h ^ rest) * 0xC4CEB9FE1A85EC53u;
    return h ^ (h >> 29);
}

void bg_hash__sha256(const void *bytes, size_t size, char hex[BG_HEX_SHA256]) {
    unsigned char sum[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(sum, bytes, size);
    for (size_t i = 0; i < sizeof sum; i++) snprintf(hex + 2 * i, 3, "%02x", sum[i]);
}
