/* fold: see fold.h. */
#include "fold.h"

#include <stdlib.h>

/* Letters and digits of any script (bytes above ASCII in folded text); everything else parts words. */
static bool in_word(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
}

bool bg_fold__name(const char *text, bg_buf *out) {
    bg_buf raw;
    bg_buf__init(&raw, out->max);
    bg_text__fold(text, strlen(text), &raw);
    bool due = false;
    for (size_t i = 0; i < raw.size; i++) {
        if (!in_word((unsigned char)raw.bytes[i])) {
            due = out->size > 0;
            continue;
        }
        if (due) bg_buf__char(out, ' ');
        due = false;
        bg_buf__char(out, raw.bytes[i]);
    }
    bool ok = !raw.failed && !out->failed;
    bg_buf__free(&raw);
    return ok;
}

/* The word at `*at`, which moves behind it; size 0 at the end. */
static size_t next_word(const char **at, const char **word) {
    *word = *at;
    size_t size = strcspn(*at, " ");
    *at += size;
    if (**at == ' ') (*at)++;
    return size;
}

static size_t word_count(const char *name) {
    size_t count = *name != 0;
    for (; *name; name++) count += *name == ' ';
    return count;
}

static bool fits(const char *a, size_t a_size, const char *b, size_t b_size) {
    if (a_size == 1 || b_size == 1) return a[0] == b[0];
    return a_size == b_size && memcmp(a, b, a_size) == 0;
}

static bool stands_in(const char *word, size_t size, const char *name) {
    const char *other;
    for (size_t length; (length = next_word(&name, &other)) > 0;)
        if (fits(word, size, other, length)) return true;
    return false;
}

bool bg_fold__same_person(const char *a, const char *b) {
    size_t a_count = word_count(a), b_count = word_count(b);
    if (!a_count || !b_count) return false;
    const char *few = a_count <= b_count ? a : b, *many = few == a ? b : a, *word;
    if (few != many && (a_count == 1) != (b_count == 1) && strlen(few) < 4) return false;
    for (size_t size; (size = next_word(&few, &word)) > 0;)
        if (!stands_in(word, size, many)) return false;
    return true;
}
