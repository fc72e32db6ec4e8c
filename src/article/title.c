/* title: which row is the headline, and whether a summary only repeats what stands below. */
#include "internal.h"

#define LOOK 4000    /* bytes of running text that headlines are compared with */
#define SHARED 4096  /* bits of a word set */
#define CANDIDATES 12

typedef struct word_set { uint64_t bits[SHARED / 64]; } word_set;

static uint64_t word_hash(const char *text, const bg_word *word) {
    char key[BG_SYLLABLE_MAX];
    size_t size = bg_syllable__key(text + word->start, word->end - word->start, key);
    return bg_hash__bytes(key, size, 7) >> 20;
}

static void add_words(word_set *set, const char *text, size_t at, size_t end) {
    bg_word word;
    while (bg_word__next(text, end, &at, &word)) {
        uint64_t h = word_hash(text, &word) % SHARED;
        if (word.kind == BG_WORD_LETTERS) set->bits[h / 64] |= (uint64_t)1 << h % 64;
    }
}

/* Share of the row's words, in hundredths, that the set holds. */
static unsigned shared_words(const word_set *set, const char *text, bg_span span) {
    unsigned all = 0, found = 0;
    bg_word word;
    for (size_t at = span.start; bg_word__next(text, span.end, &at, &word);) {
        if (word.kind != BG_WORD_LETTERS) continue;
        uint64_t h = word_hash(text, &word) % SHARED;
        all++;
        found += set->bits[h / 64] >> h % 64 & 1;
    }
    return all ? found * 100 / all : 0;
}

/* Words of the running text from row `lead` on. */
static void body_words(const bg_rows *rows, size_t lead, word_set *set) {
    size_t left = LOOK;
    for (size_t i = lead; i < rows->count && left; i++) {
        const bg_row *row = &rows->items[i];
        if (!bg_row__is_prose(row)) continue;
        size_t size = row->span.end - row->span.start;
        if (size > left) size = left;
        add_words(set, rows->page->text, row->span.start, row->span.start + size);
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
        unsigned shared = shared_words(&set, rows->page->text, rows->items[found[i]].span) + 1;
        if (rows->items[found[i]].words < 5) shared /= 2;
        if (shared > most) most = shared, best = found[i];
    }
    return best;
}

bool bg_rows__holds_title(const bg_rows *rows, const bg_row *row) {
    const bg_row *title = &rows->items[rows->title];
    if (title->words < 6 || row->words > 2 * title->words) return false;
    word_set set = {{0}};
    add_words(&set, rows->page->text, row->span.start, row->span.end);
    return shared_words(&set, rows->page->text, title->span) >= 85;
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
static unsigned shared_pairs(const char *text, bg_span a, bg_span b) {
    word_set set = {{0}};
    uint64_t last = 0;
    bg_word word;
    unsigned all = 0, found = 0;
    for (size_t at = b.start; bg_word__next(text, b.end, &at, &word);) {
        if (word.kind == BG_WORD_PUNCT) continue;
        uint64_t h = word_hash(text, &word), pair = (last * 31 + h) % SHARED;
        set.bits[pair / 64] |= (uint64_t)1 << pair % 64;
        last = h;
    }
    last = 0;
    for (size_t at = a.start; bg_word__next(text, a.end, &at, &word);) {
        if (word.kind == BG_WORD_PUNCT) continue;
        uint64_t h = word_hash(text, &word), pair = (last * 31 + h) % SHARED;
        all++;
        found += set.bits[pair / 64] >> pair % 64 & 1;
        last = h;
    }
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
        if (shared_pairs(text, s, body) >= 75) return true;
        seen++;
    }
    return false;
}
