/* hash: a fast one for tables, SHA-256 (nettle) for ids. */
#include "base.h"

#include <nettle/sha2.h>

uint64_t bg_hash__bytes(const void *bytes, size_t size, uint64_t seed) {
    const unsigned char *p = bytes;
    uint64_t h = seed ^ (size * 0x9E3779B97F4A7C15u);
    for (; size >= 8; p += 8, size -= 8) {
        h = (h ^ bg_hash__eight(p)) * 0xFF51AFD7ED558CCDu;
        h ^= h >> 32;
    }
    h = (h ^ bg_hash__few(p, size)) * 0xC4CEB9FE1A85EC53u;
    return h ^ (h >> 29);
}

uint64_t bg_hash__long(const void *bytes, size_t size) {
    const unsigned char *p = bytes;
    uint64_t a = size, b = ~(uint64_t)0;
    for (; size >= 16; p += 16, size -= 16) {
        a = (a ^ bg_hash__eight(p)) * 0xFF51AFD7ED558CCDu;
        b = (b ^ bg_hash__eight(p + 8)) * 0xC4CEB9FE1A85EC53u;
        a ^= b >> 32, b ^= a >> 29;
    }
    return bg_hash__bytes(p, size, a ^ b);
}

void bg_hash__sha256(const void *bytes, size_t size, char hex[BG_HEX_SHA256]) {
    static const char digits[] = "0123456789abcdef";
    unsigned char sum[SHA256_DIGEST_SIZE];
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, size, bytes);
    sha256_digest(&context, sizeof sum, sum);
    for (size_t i = 0; i < sizeof sum; i++) hex[2 * i] = digits[sum[i] >> 4], hex[2 * i + 1] = digits[sum[i] & 15];
    hex[2 * sizeof sum] = 0;
}
