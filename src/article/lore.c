/* lore: what the lexicon says about the words of a row. */
#include "internal.h"

bg_lore bg_article__lore(const bg_data *data) {
    return (bg_lore){
        .data = data,
        .furniture = bg_data__class(data, "FURNITURE"),
        .photo = bg_data__class(data, "PHOTO_CREDIT"),
        .picture = bg_data__class(data, "PICTURE_WORD"),
        .agency = bg_data__class(data, "AGENCY"),
        .outlet = bg_data__class(data, "OUTLET"),
        .media = bg_data__class(data, "MEDIA_WORD"),
        .source = bg_data__class(data, "SOURCE_WORD"),
        .date_word = bg_data__class(data, "DATE_WORD"),
        .office = bg_data__class(data, "OFFICE"),
        .country = bg_data__class(data, "COUNTRY"),
        .body = bg_data__class(data, "BODY"),
        .abbreviation = bg_data__class(data, "ABBR"),
    };
}

static bool wanted(const bg_lore *lore, unsigned klass, unsigned found) {
    if (klass != BG_NAMING) return found == klass;
    return found == lore->office || found == lore->country || found == lore->body;
}

/* The sense of the wanted class at a trie node whose capitals the words have. */
static uint32_t sense_at(const bg_lore *lore, unsigned klass, uint32_t node, uint16_t capitals) {
    for (uint32_t s = bg_data__node_sense(lore->data, node); s;) {
        const bg_sense *sense = bg_data__sense(lore->data, s);
        if (wanted(lore, klass, sense->klass) && !(sense->capitals & ~capitals)) return s;
        s = sense->next;
    }
    return 0;
}

/* Signs that may stand between the words of a phrase. */
static bool is_joint(const bg_word *word) {
    if (word->kind != BG_WORD_PUNCT) return false;
    return word->point == '-' || word->point == '.' || word->point == '\'' || word->point == 0x2019 || word->point == ',' ||
           word->point == '/' || word->point == '+' || word->point == '&' || word->point == '_';
}

uint32_t bg_article__phrase(const bg_lore *lore, unsigned klass, const char *text, size_t at, size_t end, size_t *stop) {
    uint32_t node = 0, best = 0;
    uint16_t capitals = 0;
    unsigned n = 0;
    bg_word word;
    while (n < 16 && bg_word__next(text, end, &at, &word)) {
        if (is_joint(&word) && n) continue;
        if (word.kind == BG_WORD_PUNCT) break;
        char key[BG_SYLLABLE_MAX];
        size_t size = bg_syllable__key(text + word.start, word.end - word.start, key);
        uint32_t syllable = bg_data__syllable(lore->data, key, size);
        if (!syllable || !(node = bg_data__step(lore->data, node, syllable))) break;
        if (word.capital) capitals |= (uint16_t)(1u << n);
        n++;
        uint32_t found = sense_at(lore, klass, node, capitals);
        if (found) best = found, *stop = word.end;
    }
    return best;
}

const char *bg_article__value(const bg_lore *lore, uint32_t sense) {
    return bg_data__string(lore->data, bg_data__sense(lore->data, sense)->value);
}
