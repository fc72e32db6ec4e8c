/* lore: what the lexicon says about the words of a row. */
#include "internal.h"

#include "../data/image.h"

#define PHRASE_WORDS 16 /* as many as have a bit of bg_entry.capitals */

/* The sense of one of the classes at a trie node whose capitals the words have. */
static uint32_t sense_at(const bg_data *data, uint32_t classes, uint32_t node, uint32_t capitals) {
    for (const bg_entry *e = bg_image__entries(data, node); e->sense; e++)
        if (e->klass < 32 && classes >> e->klass & 1 && !(e->capitals & ~capitals)) return e->sense;
    return 0;
}

/* Signs that may stand between the words of a phrase. */
static bool is_joint(const bg_word *word) {
    if (word->kind != BG_WORD_PUNCT) return false;
    return word->point == '-' || word->point == '.' || word->point == '\'' || word->point == 0x2019 || word->point == ',' ||
           word->point == '/' || word->point == '+' || word->point == '&' || word->point == '_';
}

/* The next word of a phrase, `more` if it is not the first. False where no phrase goes on. */
static bool next_word(const bg_data *data, const char *text, size_t at, size_t end, bool more, bg_known *out) {
    if (bg_known__read(data, text, at, end, out)) return out->syllable;
    bg_word word;
    do {
        if (!bg_word__next(text, end, &at, &word)) return false;
    } while (more && is_joint(&word));
    if (word.kind == BG_WORD_PUNCT) return false;
    char key[BG_SYLLABLE_MAX];
    size_t size = bg_syllable__key(text + word.start, word.end - word.start, key);
    *out = (bg_known){.end = word.end, .syllable = bg_data__syllable(data, key, size), .flags = word.capital ? BG_SPELLED_CAPITAL : 0};
    return out->syllable;
}

bool bg_article__next(const bg_data *data, uint32_t classes, const char *text, size_t *at, size_t end, size_t *start) {
    bg_known known;
    bg_word word;
    data = bg_data__lines(data);
    for (;;) {
        if (bg_known__read(data, text, *at, end, &known)) {
            *at = known.end;
            *start = known.start;
            if (bg_image__begins(data, known.syllable) & classes) return true;
        } else if (!bg_word__next(text, end, at, &word)) return false;
        else if (word.kind == BG_WORD_LETTERS) return *start = word.start, true;
    }
}

uint32_t bg_article__phrase(const bg_data *data, uint32_t classes, const char *text, size_t at, size_t end, size_t *stop) {
    uint32_t node = 0, best = 0, capitals = 0;
    bg_known word;
    if (!(classes & ROW_NAMING)) data = bg_data__lines(data);
    for (unsigned n = 0; n < PHRASE_WORDS && next_word(data, text, at, end, n, &word); n++, at = word.end) {
        if (!n && !(bg_image__begins(data, word.syllable) & classes)) return 0; /* nearly always */
        if (!(node = bg_data__step(data, node, word.syllable))) break;
        if (word.flags & BG_SPELLED_CAPITAL) capitals |= 1u << n;
        uint32_t found = sense_at(data, classes, node, capitals);
        if (found) best = found, *stop = word.end;
    }
    return best;
}

const char *bg_article__value(const bg_data *data, uint32_t sense) {
    const bg_data *lines = bg_data__lines(data);
    return bg_data__string(lines, bg_data__sense(lines, sense)->value);
}

const char *bg_article__attribute(const bg_data *data, uint32_t sense, uint32_t key) {
    const bg_data *lines = bg_data__lines(data);
    return bg_sense__attribute(lines, bg_data__sense(lines, sense), key);
}

const char *bg_article__outlet(const bg_data *data, const char *text, size_t start, size_t end) {
    size_t stop = 0;
    uint32_t sense = start < end ? bg_article__phrase(data, ROW_CLASS(OUTLET), text, start, end, &stop) : 0;
    return sense && stop == end ? bg_article__value(data, sense) : NULL;
}
