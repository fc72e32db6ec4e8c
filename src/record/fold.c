/* fold: see fold.h. */
#include "fold.h"

#include <stdlib.h>
#include <utf8proc.h>

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

/*
 * Is the text composed as it stands? Told of the letters that nearly all pages have: those before the combining marks (U+0300), the precomposed ones of Vietnamese, dashes
 * and quotation marks. None of them is taken apart or joined with another.
 */
static bool is_composed(const char *bytes, size_t size) {
    for (size_t i = 0; i < size;) {
        unsigned char first = (unsigned char)bytes[i];
        if (first < 0x80) {
            i++;
            continue;
        }
        uint32_t c = bg_utf8__next(bytes, size, &i);
        bool plain = c < 0x300 || (c >= 0x1EA0 && c <= 0x1EF9) || (c >= 0x2010 && c <= 0x2027);
        if (!plain || c == 0xFFFD) return false;
    }
    return true;
}

bool bg_fold__nfc(const char *bytes, size_t size, bg_buf *out) {
    if (is_composed(bytes, size)) {
        bg_buf__add(out, bytes, size);
        return !out->failed;
    }
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)size, &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (length >= 0) bg_buf__add(out, composed, (size_t)length);
    else if (length == UTF8PROC_ERROR_NOMEM) out->failed = true;
    else bg_buf__add(out, bytes, size); /* not assigned or not well-formed: as it is */
    free(composed);
    return !out->failed;
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
