/* witness: runs of three words, hashed; words are what stands between blanks and signs, references and tags in the text left out. */
#include "witness.h"

#define RUN 3
#define LEAST 40   /* words of a text that may deny a line */
#define TAG_MOST 300 /* bytes of a tag within the text */
#define TEXT_MOST ((size_t)1 << 20)

/* The last words, and the hash of each. */
typedef struct words {
    uint64_t last[RUN];
    size_t count;
} words;

static bool is_word_byte(unsigned char c) { return c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

/* Is this one of the signs of typography, two spellings of which may stand for each other: "…", quotation marks, dashes, a hard blank? */
static size_t sign_at(const char *p, size_t at, size_t end) {
    unsigned char c = (unsigned char)p[at];
    if (c == 0xC2 && at + 1 < end) return 2;
    return c == 0xE2 && at + 2 < end && (unsigned char)p[at + 1] <= 0x81 ? 3 : 0;
}

/* The next word at or behind *at; false: there is none. */
static bool next_word(const char *p, size_t *at, size_t end, bool markup, uint64_t *hash) {
    size_t i = *at, size;
    while (i < end) {
        const char *close = markup && p[i] == '<' ? memchr(p + i, '>', end - i < TAG_MOST ? end - i : TAG_MOST) : NULL;
        if (close) i = (size_t)(close - p) + 1;
        else if ((size = sign_at(p, i, end))) i += size;
        else if (is_word_byte((unsigned char)p[i])) break;
        else i++;
    }
    size_t start = i;
    while (i < end && is_word_byte((unsigned char)p[i]) && !sign_at(p, i, end)) i++;
    *hash = bg_hash__bytes(p + start, i - start, 3);
    *at = i;
    return i > start;
}

/* Hash of the run that ends with the word; 0: there are too few yet. */
static uint64_t add_word(words *w, uint64_t hash) {
    w->last[w->count++ % RUN] = hash;
    if (w->count < RUN) return 0;
    uint64_t run = 0;
    for (size_t k = w->count - RUN; k < w->count; k++) run = bg_hash__join(run, w->last[k % RUN]);
    return run | 1;
}

static size_t slot_of(const bg_witness *w, uint64_t run) {
    size_t at = (size_t)(run >> 20) & w->mask;
    while (w->runs[at] && w->runs[at] != run) at = (at + 1) & w->mask;
    return at;
}

static bool ends_with_dots(const char *text, size_t size) {
    while (size && (unsigned char)text[size - 1] <= ' ') size--;
    return (size >= 3 && memcmp(text + size - 3, "...", 3) == 0) || (size >= 3 && memcmp(text + size - 3, "\xE2\x80\xA6", 3) == 0);
}

bool bg_witness__make(bg_arena *arena, const char *text, bg_witness *out) {
    *out = (bg_witness){0};
    size_t size = text ? strlen(text) : 0, room = 15;
    if (!size || size > TEXT_MOST) return true;
    while (room < size / 2) room = room * 2 + 1; /* a word has a byte and what parts it from the next */
    *out = (bg_witness){.runs = bg_arena__alloc(arena, (room + 1) * sizeof *out->runs), .mask = room};
    if (!out->runs) return false;
    words w = {.count = 0};
    uint64_t hash, run;
    for (size_t at = 0; next_word(text, &at, size, true, &hash);)
        if ((run = add_word(&w, hash))) out->runs[slot_of(out, run)] = run;
    out->cut = w.count < LEAST || ends_with_dots(text, size);
    if (w.count < RUN) out->runs = NULL;
    return true;
}

bg_held bg_witness__ask(const bg_witness *witness, const char *line, size_t size) {
    words w = {.count = 0};
    uint64_t hash, run;
    size_t held = 0;
    if (!witness->runs) return HELD_UNASKED;
    for (size_t at = 0; next_word(line, &at, size, false, &hash);)
        if ((run = add_word(&w, hash)) && witness->runs[slot_of(witness, run)]) held++;
    if (w.count < RUN) return HELD_SHORT;
    size_t runs = w.count - RUN + 1;
    return held * 4 >= runs * 3 ? HELD_WHOLE : held * 3 >= runs ? HELD_PARTLY : HELD_NOT;
}
