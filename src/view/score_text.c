/* score_text: norm(), fold(), same_person() and date_ok() of score.py. */
#include "score.h"

#include <stdlib.h>
#include <utf8proc.h>

static const char *mapped(bg_arena *arena, const char *text, size_t size, utf8proc_option_t options) {
    utf8proc_uint8_t *out = NULL;
    utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)size, &out, options);
    const char *copy = NULL;
    if (length >= 0) copy = bg_arena__text(arena, (const char *)out, (size_t)length);
    else if (length != UTF8PROC_ERROR_NOMEM) copy = bg_arena__text(arena, text, size);
    free(out);
    return copy;
}

const char *bg_score__nfc(bg_arena *arena, const char *text, size_t size) {
    return mapped(arena, text, size, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

/* What \s means in a Python pattern on text. */
static bool is_space(uint32_t c) {
    return (c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x20) || c == 0x85 || c == 0xa0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

static bool is_edge(uint32_t c) { return (c < 0x80 && c && strchr(" .,;:()[]\"'", (int)c)) || (c >= 0x2018 && c <= 0x201d && c != 0x201a && c != 0x201b); }

/* Dashes to hyphens, white space to one blank. */
static void tidy(const char *text, size_t size, bg_buf *out) {
    bool space = false;
    for (size_t at = 0; at < size;) {
        size_t from = at;
        uint32_t c = bg_utf8__next(text, size, &at);
        if (is_space(c)) {
            if (!space) bg_buf__char(out, ' ');
            space = true;
            continue;
        }
        space = false;
        if (c >= 0x2010 && c <= 0x2015) bg_buf__char(out, '-');
        else bg_buf__add(out, text + from, at - from);
    }
}

static size_t last_letter(const char *text, size_t size) {
    size_t at = size - 1;
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80) at--;
    return at;
}

static const char *strip(bg_arena *arena, const bg_buf *buf) {
    size_t from = 0, to = buf->size;
    for (size_t next = 0; next < to; from = next)
        if (!is_edge(bg_utf8__next(buf->bytes, to, &next))) break;
    while (to > from) {
        size_t at = last_letter(buf->bytes, to), next = at;
        if (!is_edge(bg_utf8__next(buf->bytes, to, &next))) break;
        to = at;
    }
    return bg_arena__text(arena, buf->bytes ? buf->bytes + from : "", to - from);
}

const char *bg_score__norm(bg_arena *arena, const char *text) {
    if (!text) return "";
    const char *nfc = bg_score__nfc(arena, text, strlen(text));
    const char *lower = nfc ? mapped(arena, nfc, strlen(nfc), UTF8PROC_CASEFOLD) : NULL;
    if (!lower) return NULL;
    bg_buf buf;
    bg_buf__init(&buf, BG_VIEW_MAX);
    tidy(lower, strlen(lower), &buf);
    const char *out = buf.failed ? NULL : strip(arena, &buf);
    bg_buf__free(&buf);
    return out;
}

static void drop_marks(const char *text, bg_buf *out) {
    size_t size = strlen(text);
    for (size_t at = 0; at < size;) {
        size_t from = at;
        uint32_t c = bg_utf8__next(text, size, &at);
        if (c == 0x111) bg_buf__char(out, 'd');
        else if (utf8proc_get_property((utf8proc_int32_t)c)->combining_class == 0) bg_buf__add(out, text + from, at - from);
    }
}

/* The folded words of a name. */
typedef struct words {
    char *items[64];
    size_t count;
} words;

static bool split(bg_arena *arena, const char *name, words *out) {
    const char *norm = bg_score__norm(arena, name);
    const char *nfd = norm ? mapped(arena, norm, strlen(norm), UTF8PROC_STABLE | UTF8PROC_DECOMPOSE) : NULL;
    out->count = 0;
    if (!nfd) return false;
    bg_buf buf;
    bg_buf__init(&buf, BG_VIEW_MAX);
    drop_marks(nfd, &buf);
    char *copy = bg_buf__keep(&buf, arena), *rest = NULL;
    for (char *word = copy ? strtok_r(copy, ". ", &rest) : NULL; word && out->count < 64; word = strtok_r(NULL, ". ", &rest))
        out->items[out->count++] = word;
    return copy != NULL;
}

static size_t letters(const char *word) {
    size_t count = 0;
    for (; *word; word++) count += ((unsigned char)*word & 0xC0) != 0x80;
    return count;
}

static bool begins(const char *word, const char *head) { return strncmp(word, head, strlen(head)) == 0; }

static bool word_in(const char *w, const words *list) {
    for (size_t i = 0; i < list->count; i++) {
        const char *v = list->items[i];
        if (strcmp(w, v) == 0 || (letters(w) == 1 && begins(v, w)) || (letters(v) == 1 && begins(w, v))) return true;
    }
    return false;
}

bool bg_score__same_person(bg_arena *arena, const char *a, const char *b) {
    words x, y;
    if (!a || !b || !*a || !*b || !split(arena, a, &x) || !split(arena, b, &y) || !x.count || !y.count) return false;
    const words *few = x.count <= y.count ? &x : &y, *many = few == &x ? &y : &x;
    if (few->count == 1 && many->count > 1 && letters(few->items[0]) < 4) return false;
    for (size_t i = 0; i < few->count; i++)
        if (!word_in(few->items[i], many)) return false;
    return true;
}

static bool accepted(const json_t *accept, const char *got) {
    for (size_t i = 0; i < json_array_size(accept); i++) {
        const char *form = json_string_value(json_array_get(accept, i));
        if (form && strcmp(form, got) == 0) return true;
    }
    return false;
}

static bool ends(const char *text, const char *tail) {
    size_t size = strlen(text), length = strlen(tail);
    return size >= length && strcmp(text + size - length, tail) == 0;
}

int bg_score__date(const char *gold, const json_t *accept, const char *got) {
    if (!gold) return -1;
    if (!got) return 0;
    if (accepted(accept, got)) return 1;
    size_t size = strlen(gold);
    if (strncmp(gold, "--", 2) == 0) {
        char month[8], padded[64];
        if (ends(got, gold + 1) || strcmp(got, gold) == 0) return 1;
        snprintf(month, sizeof month, "-%.2s-", gold + 2);
        snprintf(padded, sizeof padded, "%.60s-", got);
        return size == 4 && strstr(padded, month);
    }
    return strcmp(got, gold) == 0 || (size < 10 && begins(got, gold));
}

const char *bg_score__text(const json_t *object, const char *key) { return json_string_value(json_object_get(object, key)); }
