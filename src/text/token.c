/*
 * token: a range of the page → tokens. Nearly every token is a blank and a word that the lexicon or a rule knows as it is
 * spelled: those are read as two numbers, which are found in the table of spellings or not. Only what is not found there is
 * looked at letter by letter.
 */
#include "steps.h"

#include "../data/image.h"

/* ---- words letter by letter */

static uint32_t syllable(const bg_data *data, const char *word, size_t size) {
    char key[BG_SYLLABLE_MAX];
    return bg_data__syllable(data, key, bg_syllable__key(word, size, key));
}

static uint32_t number(const char *digits, size_t count) {
    uint32_t value = 0;
    if (count > 9) return BG_NONE;
    for (size_t i = 0; i < count; i++) value = value * 10 + (uint32_t)(digits[i] - '0');
    return value;
}

/* What a sign that was read is. */
static void set_sign(bg_token *t, uint32_t c) {
    bool joint = bg_token__is_hyphen(c) || (t->flags & BG_TOK_GLUED && (c == '.' || c == '\'' || c == 0x2019 || c == '&'));
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
        t->syllable = syllable(text->data, bytes, size);
    }
}

static bool is_ascii_sign(unsigned char c) {
    bool letter = (unsigned)(c | 32) - 'a' < 26, digit = (unsigned)c - '0' < 10;
    return !letter && !digit && (unsigned)c - '!' < 0x80 - '!';
}

/* A token from `start` on, with a blank before it or, at `at` itself, without. */
static void begin_token(bg_token *t, size_t at, size_t start, size_t end, unsigned flags) {
    t->start = (uint32_t)start;
    t->end = (uint32_t)end;
    t->flags = (uint16_t)(flags | (start == at ? BG_TOK_GLUED : 0));
}

_Static_assert(BG_TOK_CAP == 8 * BG_SPELLED_CAPITAL && BG_TOK_UPPER == 8 * BG_SPELLED_UPPER, "flags of a spelling become those of a token");

/*
 * Append the known words and signs that follow each other from `at` on, each behind a blank or none, as far as there is room; returns
 * where something else stands. The page's last bytes are left to others, so that nothing behind it is looked at.
 */
static size_t cut_known(bg_text *text, size_t at, size_t end) {
    bg_token *t = text->tokens.items + text->tokens.count, *last = text->tokens.items + text->tokens.room;
    const char *bytes = text->bytes;
    size_t readable = text->size < BG_SHORT_READ ? 0 : text->size - BG_SHORT_READ, most = end < readable ? end : readable;
    bg_known known;
    for (; t < last && at < most; t++) {
        size_t start = at + (bytes[at] == ' ');
        unsigned char c = (unsigned char)bytes[start];
        if (bg_known__here(text->data, bytes, start, end, bytes + start, &known)) {
            begin_token(t, at, start, known.end, BG_TOK_WORD + 8u * known.flags);
            t->syllable = known.syllable;
            t->value = 0;
            at = known.end;
        } else if (start < end && is_ascii_sign(c)) {
            begin_token(t, at, start, start + 1, 0);
            t->syllable = 0;
            set_sign(t, c);
            at = start + 1;
        } else break;
    }
    text->tokens.count = (size_t)(t - text->tokens.items);
    return at;
}

bool bg_token__cut(bg_text *text, bg_span span) {
    bg_word word;
    for (size_t at = span.start; (at = cut_known(text, at, span.end)) < span.end;) {
        bg_token *t = BG_PUSH(text->arena, &text->tokens);
        if (!t) return false;
        if (bg_word__next(text->bytes, span.end, &at, &word)) set_token(text, &word, t);
        else text->tokens.count--; /* nothing but blanks was left */
    }
    return true;
}
