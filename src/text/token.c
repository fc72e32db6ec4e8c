/*
 * token: a range of the page → tokens. Nearly every token is a blank and a word that the lexicon or a rule knows as it is
 * written, but for the capital it begins with: those are read as two numbers, which are found in the table of syllables or
 * not. Only what is not found there is looked at letter by letter.
 */
#include "steps.h"

#include "../data/image.h"

/* ---- words letter by letter */

/* A word with its first letter small; false if that takes another number of bytes. */
static bool begin_small(const char *word, size_t size, char out[BG_SYLLABLE_MAX]) {
    size_t at = 0;
    uint32_t c = bg_utf8__next(word, size, &at);
    memcpy(out, word, size);
    return bg_utf8__put(bg_letter__lower(c), out) == at;
}

/* A key is its own key, so most words are found as they are written, but for the capital they begin with. */
static uint32_t syllable(const bg_data *data, const char *word, size_t size, bool capital) {
    char key[BG_SYLLABLE_MAX];
    uint32_t found = 0;
    if (size <= BG_SYLLABLE_MAX && !capital) found = bg_data__syllable(data, word, size);
    else if (size <= BG_SYLLABLE_MAX && begin_small(word, size, key)) found = bg_data__syllable(data, key, size);
    if (found) return found;
    size_t n = bg_syllable__key(word, size, key);
    if (!capital && n == size && memcmp(key, word, n) == 0) return 0;
    return bg_data__syllable(data, key, n);
}

static uint32_t number(const char *digits, size_t count) {
    uint32_t value = 0;
    if (count > 9) return BG_NONE;
    for (size_t i = 0; i < count; i++) value = value * 10 + (uint32_t)(digits[i] - '0');
    return value;
}

/* What a sign that was read is. */
static void set_sign(bg_token *t, uint32_t c) {
    bool joint = bg_token__is_hyphen(c) || (t->flags & BG_TOK_GLUED && (c == '.' || c == '\'' || c == 0x2019));
    t->flags |= joint ? BG_TOK_PUNCT | BG_TOK_JOINT : BG_TOK_PUNCT;
    t->value = c;
}

static void set_token(const bg_text *text, const bg_word *word, bg_token *t) {
    const char *bytes = text->bytes + word->start;
    size_t size = word->end - word->start;
    *t = (bg_token){.start = (uint32_t)word->start, .end = (uint32_t)word->end, .flags = word->blank ? 0 : BG_TOK_GLUED};
    if (word->kind == BG_WORD_PUNCT) {
        set_sign(t, word->point);
    } else if (word->kind == BG_WORD_NUMBER) {
        t->flags |= BG_TOK_NUMBER;
        t->value = number(bytes, size);
    } else {
        t->flags |= BG_TOK_WORD | (word->capital ? BG_TOK_CAP : 0) | (word->upper ? BG_TOK_UPPER : 0);
        t->syllable = syllable(text->data, bytes, size, word->capital);
    }
}

_Static_assert(BG_TOK_CAP == 8 * BG_SPELLED_CAPITAL && BG_TOK_UPPER == 8 * BG_SPELLED_UPPER, "flags of a spelling become those of a token");

static void set_known(const bg_known *word, bg_token *t) {
    *t = (bg_token){.start = (uint32_t)word->start, .end = (uint32_t)word->end, .syllable = word->syllable,
                    .flags = (uint16_t)(BG_TOK_WORD | (word->blank ? 0 : BG_TOK_GLUED) | 8 * word->flags)};
}

/* Read the ASCII sign at `at`, or behind one blank there. */
static bool read_sign(const char *bytes, size_t at, size_t end, bg_token *t) {
    bool blank = bytes[at] == ' ';
    at += blank;
    if (at == end) return false;
    unsigned char c = (unsigned char)bytes[at];
    if ((unsigned)(c | 32) - 'a' < 26 || (unsigned)c - '0' < 10 || c <= ' ' || c >= 0x80) return false;
    *t = (bg_token){.start = (uint32_t)at, .end = (uint32_t)at + 1, .flags = blank ? 0 : BG_TOK_GLUED};
    set_sign(t, c);
    return true;
}

/* Append the known words that follow each other from `at` on, as far as there is room; returns where something else stands. */
static size_t cut_known(bg_text *text, size_t at, size_t end) {
    bg_token *t = text->tokens.items + text->tokens.count, *last = text->tokens.items + text->tokens.room;
    bg_known known;
    for (; t < last && bg_known__read(text->data, text->bytes, at, end, text->size, &known); t++, at = known.end) set_known(&known, t);
    text->tokens.count = (size_t)(t - text->tokens.items);
    return at;
}

bool bg_token__cut(bg_text *text, bg_span span) {
    bg_word word;
    for (size_t at = span.start; (at = cut_known(text, at, span.end)) < span.end;) {
        bg_token *t = BG_PUSH(text->arena, &text->tokens);
        if (!t) return false;
        if (read_sign(text->bytes, at, span.end, t)) at = t->end;
        else if (bg_word__next(text->bytes, span.end, &at, &word)) set_token(text, &word, t);
        else text->tokens.count--; /* nothing but blanks was left */
    }
    return true;
}
