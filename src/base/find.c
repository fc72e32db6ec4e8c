/* find: where one text stands in another. The rarest of its bytes is looked for, which costs less than looking at every byte. */
#include "base.h"

/* The letters and signs of pages, the rarest first, as they were counted in pages of news. */
static const char ranks[] = "^`~$@?XKJ+|*!YZ#'UWQVG][HOR%PNLjTBSDMEFzIC()q&\\A}{xk;<>y987_v=65w43fb/,hg:21mpu0d.cl\"-srnoiate";

/* Where the rarest byte of a text stands in it. */
static size_t rarest(const char *text, size_t size) {
    size_t best = 0, lowest = sizeof ranks;
    for (size_t i = 0; i < size; i++) {
        const char *at = memchr(ranks, text[i], sizeof ranks - 1);
        size_t rank = at ? (size_t)(at - ranks) : sizeof ranks - 1;
        if (rank < lowest) lowest = rank, best = i;
    }
    return best;
}

const char *bg_bytes__find(const char *bytes, size_t size, const char *wanted, size_t n) {
    if (!n || n > size) return n ? NULL : bytes;
    size_t rare = rarest(wanted, n);
    for (const char *at = bytes + rare, *end = bytes + size - (n - 1 - rare); at < end && (at = memchr(at, wanted[rare], (size_t)(end - at))); at++)
        if (at[-(ptrdiff_t)rare] == wanted[0] && at[n - 1 - rare] == wanted[n - 1] && memcmp(at - rare, wanted, n) == 0) return at - rare;
    return NULL;
}
