/* like: see like.h. */
#include "like.h"
#include "../record/fold.h"

#include <stdlib.h>

#define SHARED_MIN 3 /* words in common, unless the shorter has fewer */
#define SHARED_OF_TEN 6

static int by_number(const void *left, const void *right) {
    const uint64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

bool bg_like__set(const char *text, bg_like *out) {
    bg_buf folded;
    size_t kept = 0;
    out->count = 0;
    bg_buf__init(&folded, 1 << 20);
    if (!bg_fold__name(text, &folded)) return bg_buf__free(&folded), false;
    for (char *at = folded.bytes; at && *at && out->count < BG_LIKE_WORDS;) {
        size_t size = strcspn(at, " ");
        if (size) out->words[out->count++] = bg_hash__bytes(at, size, 1);
        at += size + (at[size] == ' ');
    }
    qsort(out->words, out->count, sizeof *out->words, by_number);
    for (size_t i = 0; i < out->count; i++)
        if (!kept || out->words[kept - 1] != out->words[i]) out->words[kept++] = out->words[i];
    out->count = kept;
    bg_buf__free(&folded);
    return true;
}

static size_t shared_words(const bg_like *a, const bg_like *b) {
    size_t count = 0;
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        if (a->words[i] == b->words[k]) count++, i++, k++;
        else if (a->words[i] < b->words[k]) i++;
        else k++;
    }
    return count;
}

size_t bg_like__of(const bg_like *a, const bg_like *b) {
    size_t least = a->count < b->count ? a->count : b->count, shared = shared_words(a, b);
    if (!least || shared * 10 < least * SHARED_OF_TEN || (shared < SHARED_MIN && shared < least)) return 0;
    return 1000 * shared / (a->count + b->count - shared);
}
