/* title: which row is the headline, and whether a summary only repeats what stands below. */
#include "internal.h"

#include "../data/image.h"

#define LOOK 4000    /* bytes of running text that headlines are compared with */
#define CANDIDATES 12

/* Words, or pairs of them, by their mixes. */
typedef struct word_set { uint64_t bits[BG_MIXES / 64]; } word_set;

static void put(word_set *set, uint32_t mix) { set->bits[mix / 64] |= (uint64_t)1 << mix % 64; }
static bool holds(const word_set *set, uint32_t mix) { return set->bits[mix / 64] >> mix % 64 & 1; }

/* The next word or number at or behind *at and its mix; moves *at behind it. */
static bool next_mix(const bg_rows *rows, size_t *at, size_t end, uint32_t *mix, bool *letters) {
    const char *text = rows->page->text;
    bg_known known;
    bg_word word;
    char key[BG_SYLLABLE_MAX];
    *letters = true;
    if (bg_known__read(rows->data, text, *at, end, &known) && known.syllable) return *at = known.end, *mix = known.mix, true;
    do {
        if (!bg_word__next(text, end, at, &word)) return false;
    } while (word.kind == BG_WORD_PUNCT);
    *letters = word.kind == BG_WORD_LETTERS;
    return *mix = bg_syllable__mix(key, bg_syllable__key(text + word.start, word.end - word.start, key)), true;
}

static void add_words(const bg_rows *rows, word_set *set, bg_span span) {
    uint32_t mix;
    bool letters;
    for (size_t at = span.start; next_mix(rows, &at, span.end, &mix, &letters);)
        if (letters) put(set, mix);
}

/* Share of the row's words, in hundredths, that the set holds. */
static unsigned shared_words(const bg_rows *rows, const word_set *set, bg_span span) {
    unsigned all = 0, found = 0;
    uint32_t mix;
    bool letters;
    for (size_t at = span.start; next_mix(rows, &at, span.end, &mix, &letters);) {
        all += letters;
        found += letters && holds(set, mix);
    }
    return all ? found * 100 / all : 0;
}

/* Words of the running text from row `lead` on. */
static void body_words(const bg_rows *rows, size_t lead, word_set *set) {
    uint32_t left = LOOK;
    for (size_t i = lead; i < rows->count && left; i++) {
        const bg_row *row = &rows->items[i];
        if (!bg_row__is_prose(row)) continue;
        uint32_t size = row->span.end - row->span.start;
        if (size > left) size = left;
        add_words(rows, set, (bg_span){row->span.start, row->span.start + size});
        left -= size;
    }
}

static bool can_be_title(const bg_row *row) {
    if (row->flags & (ROW_ADDRESS | ROW_DATE | ROW_AGENCY | ROW_PHOTO | ROW_LINKS | ROW_FILE | ROW_IMAGE | ROW_BAR)) return false;
    if (row->phrase || row->words < 3 || row->words > 40) return false;
    if ((row->flags & ROW_STOP) && (!(row->flags & ROW_CUT) || row->words > 22)) return false;
    return !(row->flags & ROW_LOWER) && !(row->flags & ROW_ITEM);
}

size_t bg_rows__title(const bg_rows *rows, size_t lead) {
    size_t found[CANDIDATES], count = 0;
    for (size_t i = lead; i-- > 0 && count < CANDIDATES;)
        if (can_be_title(&rows->items[i])) found[count++] = i;
    for (size_t i = 0; i < lead && i < 2; i++)
        if (rows->items[i].flags & ROW_LINK && can_be_title(&rows->items[i])) return i;
    if (count <= 1) return count ? found[0] : rows->count;
    word_set set = {{0}};
    body_words(rows, lead, &set);
    size_t best = rows->count;
    unsigned most = 0;
    for (size_t i = count; i-- > 0;) { /* from the top; a later one must be better */
        unsigned shared = shared_words(rows, &set, rows->items[found[i]].span) + 1;
        if (rows->items[found[i]].words < 5) shared /= 2;
        if (shared > most) most = shared, best = found[i];
    }
    return best;
}

bool bg_rows__holds_title(const bg_rows *rows, const bg_row *row) {
    const bg_row *title = &rows->items[rows->title];
    if (title->words < 6 || row->words > 2 * title->words) return false;
    word_set set = {{0}};
    add_words(rows, &set, row->span);
    return shared_words(rows, &set, title->span) >= 85;
}

/* ---- summaries */

/* Does `part` stand in the text after `from`? */
static bool stands_below(const char *text, size_t size, bg_span part, size_t from) {
    return part.end - part.start >= 24 && memmem(text + from, size - from, text + part.start, part.end - part.start);
}

/* Cut a span so that it ends before a letter, not inside one. */
static uint32_t letter_border(const char *text, uint32_t at) {
    while ((text[at] & 0xC0) == 0x80) at--;
    return at;
}

/* Two neighbouring words as one. */
static uint32_t pair_of(uint32_t last, uint32_t mix) { return (last * 31 + mix) % BG_MIXES; }

/* Share of the pairs of words of `a`, in hundredths, that `b` has. */
static unsigned shared_pairs(const bg_rows *rows, bg_span a, bg_span b) {
    word_set set = {{0}};
    unsigned all = 0, found = 0;
    uint32_t mix, last = 0;
    bool letters;
    for (size_t at = b.start; next_mix(rows, &at, b.end, &mix, &letters); last = mix) put(&set, pair_of(last, mix));
    last = 0;
    for (size_t at = a.start; next_mix(rows, &at, a.end, &mix, &letters); last = mix) all++, found += holds(&set, pair_of(last, mix));
    return all ? found * 100 / all : 0;
}

bool bg_rows__is_repeated_summary(const bg_rows *rows, size_t at) {
    const char *text = rows->page->text;
    const bg_row *row = &rows->items[at];
    bg_span s = row->span, name;
    s.start += (uint32_t)bg_article__dateline(rows->data, text, s, &name);
    uint32_t middle = letter_border(text, s.start + (s.end - s.start) / 2);
    uint32_t quarter = letter_border(text, s.start + (s.end - s.start) / 4);
    if (stands_below(text, rows->page->size, (bg_span){s.start, middle}, row->line.end)) return true;
    if (stands_below(text, rows->page->size, (bg_span){quarter, middle}, row->line.end)) return true;
    size_t seen = 0;
    for (size_t i = at + 1; i < rows->count && seen < 3; i++) {
        bg_span body = rows->items[i].span;
        if (!bg_row__is_prose(&rows->items[i])) continue;
        if (body.end - body.start > 1500) body.end = letter_border(text, body.start + 1500);
        if (shared_pairs(rows, s, body) >= 75) return true;
        seen++;
    }
    return false;
}
