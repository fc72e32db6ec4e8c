/* body: what a line is and where it stands, as features, and their weights added up. */
#include "body.h"

#define WORDS_TOP 7
#define PROSE_WORDS 10
#define DEPTH_MOST 512 /* of elements, as html.c has them */
#define NEAR 3 /* innermost elements whose names count for themselves */
#define PATH 3 /* elements that make the path of a line */
#define LINKED_WHOLE 180  /* share of links, of 255; blanks are in none */
#define HEADLINE_LEAST 5  /* words */
#define TEASER_LINES 4
#define TEASER_UPWARD 5   /* elements around it that may be its box */

enum { SIGN_LOWER, SIGN_CAPITALS, SIGN_CLOCK, SIGN_YEAR, SIGN_AT, SIGN_COPYRIGHT, SIGN_BAR, SIGN_AGAIN, SIGN_TITLE, SIGN_BEHIND_H1, SIGN_BROKEN, SIGN_FIRST };
enum { END_STOP, END_QUOTE, END_COLON, END_DIGIT, END_OTHER };

typedef struct content { uint32_t words, linked, prose; } content; /* of all lines in an element */

typedef struct bg_body_sum { int32_t within[2], near[2]; } bg_body_sum; /* weights of names: of all around and its own, of its own */

typedef struct weighing {
    bg_arena *arena;
    const bg_html *html;
    const bg_body_weights *weights;
    bg_body_line *lines;
    bg_body_sum *names; /* of an element */
    content *contents;
    uint64_t *paths;   /* of an element: hash of its names and its tag */
    bg_witness witness;
    int64_t *sums;     /* second round: weights of the lines in an element by their words */
    bg_span title;     /* words of the page's title: its line */
    uint32_t h1;       /* line of the first h1, or the count of lines */
} weighing;

static const char *text_of(const weighing *w, size_t line) { return w->html->text + w->html->lines[line].span.start; }
static size_t size_of(const weighing *w, size_t line) { return w->html->lines[line].span.end - w->html->lines[line].span.start; }
static bool is_block(const bg_html *html, uint32_t e) { return !e || bg_tag__does((bg_tag)html->elements[e].tag) & TAG_BLOCK; }

static void add(bg_body_line *line, unsigned feature) {
    if (line->count < BG_BODY_ITEMS) line->items[line->count++] = (uint16_t)feature;
}

/* 0, 1, 2-3 … as 0, 1, 2 …, at most WORDS_TOP. */
static unsigned size_class(uint32_t words) {
    unsigned class = 0;
    for (uint32_t n = words + 1; n > 1 && class < WORDS_TOP; n >>= 1) class++;
    return class;
}

static unsigned third(unsigned share) { return share * 3 / 256; } /* of 0 … 255 */
static unsigned fifth(uint64_t part, uint64_t whole) { return !whole ? 0 : part >= whole ? 4 : (unsigned)(part * 5 / whole); }

/* ---- the line's text */

static unsigned char is_word_byte(unsigned char c) { return (c >= 0x80) | ((unsigned char)(c - '0') < 10) | ((unsigned char)((c | 0x20) - 'a') < 26) | (c == '_'); }

#define SOME 240 /* bytes counted together: a byte can count them */

/* Words between blanks and signs; two letters of a script without blanks are one. Without a branch, so that compilers ask of many bytes at once. */
static uint32_t count_words(const char *text, size_t size) {
    const unsigned char *p = (const unsigned char *)text;
    uint32_t words = size && is_word_byte(p[0]), wide = size && p[0] >= 0xE3 && p[0] <= 0xED;
    for (size_t at = 1, end; at < size; at = end) {
        unsigned char begun = 0, high = 0;
        end = size - at > SOME ? at + SOME : size;
        for (size_t i = at; i < end; i++) {
            begun = (unsigned char)(begun + (is_word_byte(p[i]) & (is_word_byte(p[i - 1]) ^ 1)));
            high = (unsigned char)(high + ((unsigned char)(p[i] - 0xE3) <= 0xED - 0xE3));
        }
        words += begun, wide += high;
    }
    return words > wide / 2 ? words : wide / 2;
}

static bool ends_with(const char *p, size_t size, const char *sign) { return size >= strlen(sign) && memcmp(p + size - strlen(sign), sign, strlen(sign)) == 0; }

static bool ends_with_any(const char *p, size_t size, const char *const signs[], size_t count) {
    for (size_t i = 0; i < count; i++)
        if (ends_with(p, size, signs[i])) return true;
    return false;
}

/* Stops and closing quotation marks also of other scripts. */
static unsigned end_class(const char *p, size_t size) {
    static const char *const stops[] = {".", "?", "!", "\xE2\x80\xA6", "\xE3\x80\x82", "\xEF\xBC\x9F", "\xEF\xBC\x81", "\xE0\xA5\xA4", "\xD8\x9F"}, *const quotes[] = {"\"", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB", ")", "\xE3\x80\x8D", "\xE2\x80\x9C"}, *const colons[] = {":", ";", ","};
    if (ends_with_any(p, size, stops, BG_COUNT(stops))) return END_STOP;
    if (ends_with_any(p, size, quotes, BG_COUNT(quotes))) return END_QUOTE;
    if (ends_with_any(p, size, colons, BG_COUNT(colons))) return END_COLON;
    return size && p[size - 1] >= '0' && p[size - 1] <= '9' ? END_DIGIT : END_OTHER;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool has_clock(const char *p, size_t size) {
    for (const char *at = p; (at = memchr(at, ':', size - (size_t)(at - p))); at++) {
        size_t i = (size_t)(at - p);
        if (i && i + 2 < size && is_digit(at[-1]) && is_digit(at[1]) && is_digit(at[2])) return true;
    }
    return false;
}

static bool has_year(const char *p, size_t size) {
    for (size_t i = 0; i + 4 <= size; i++) {
        bool begins = (p[i] == '1' && p[i + 1] == '9') || (p[i] == '2' && p[i + 1] == '0');
        if (begins && is_digit(p[i + 2]) && is_digit(p[i + 3]) && (!i || !is_digit(p[i - 1])) && (i + 4 == size || !is_digit(p[i + 4]))) return true;
    }
    return false;
}

/* Letters without a small one. */
static bool is_capitals(const char *p, size_t size) {
    bool capitals = false;
    for (size_t at = 0; at < size;) {
        uint32_t c = bg_utf8__next(p, size, &at);
        if (!bg_letter__is(c) || bg_letter__is_mark(c)) continue;
        if (!bg_letter__is_upper(c)) return false;
        capitals = true;
    }
    return capitals;
}

static bool begins_small(const char *p, size_t size) {
    size_t at = 0;
    if (!size) return false;
    uint32_t c = bg_utf8__next(p, size, &at);
    return bg_letter__is(c) && !bg_letter__is_upper(c) && c < 0x1F00;
}

/* Is it the title or hardly more? The same bytes, or those before the title's " - outlet". */
static bool is_title(const weighing *w, size_t line) {
    size_t size = size_of(w, line), whole = w->title.end - w->title.start;
    return size >= 10 && size <= whole && memcmp(text_of(w, line), w->html->text + w->title.start, size) == 0 && size * 5 > whole * 2;
}

static void add_signs(const weighing *w, size_t i, bool again) {
    const char *p = text_of(w, i);
    size_t size = size_of(w, i);
    bg_body_line *line = &w->lines[i];
    const bool signs[] = {[SIGN_LOWER] = begins_small(p, size), [SIGN_CAPITALS] = is_capitals(p, size), [SIGN_CLOCK] = has_clock(p, size),
                          [SIGN_YEAR] = line->words < 12 && has_year(p, size), [SIGN_AT] = memchr(p, '@', size) != NULL,
                          [SIGN_COPYRIGHT] = memmem(p, size, "\xC2\xA9", 2) != NULL, [SIGN_BAR] = memchr(p, '|', size) != NULL, [SIGN_AGAIN] = again,
                          [SIGN_TITLE] = is_title(w, i), [SIGN_BEHIND_H1] = i > w->h1, [SIGN_BROKEN] = w->html->markup[i].broken, [SIGN_FIRST] = true};
    for (unsigned k = 0; k < BG_COUNT(signs); k++)
        if (signs[k]) add(line, BG_BODY_sign + k);
}

static unsigned commas(const char *p, size_t size) {
    unsigned found = 0;
    for (const char *at = p; found < 4 && (at = memchr(at, ',', size - (size_t)(at - p))); at++) found++;
    return found;
}

static void add_text(const weighing *w, size_t i) {
    bg_body_line *line = &w->lines[i];
    const bg_markup *m = &w->html->markup[i];
    const char *p = text_of(w, i);
    uint32_t size = (uint32_t)size_of(w, i);
    add(line, BG_BODY_words + size_class(line->words) * 3 + third(line->linked));
    add(line, BG_BODY_end + end_class(p, size) * 8 + size_class(line->words));
    add(line, BG_BODY_strong + third((unsigned)((uint64_t)m->strong * 255 / size)));
    add(line, BG_BODY_slanted + third((unsigned)((uint64_t)m->slanted * 255 / size)));
    add(line, BG_BODY_commas + commas(p, size));
}

/* ---- where it stands */

static bool is_prose(const weighing *w, size_t i) {
    return w->lines[i].words >= PROSE_WORDS && w->lines[i].linked < 102 && end_class(text_of(w, i), size_of(w, i)) <= END_COLON;
}

/* What stands in each element, inner ones added to outer ones: children come behind their parents. */
static void gather(const weighing *w) {
    const bg_html *h = w->html;
    for (size_t i = 0; i < h->line_count; i++) {
        content *own = &w->contents[h->markup[i].element];
        own->words += w->lines[i].words;
        own->linked += w->lines[i].words * w->lines[i].linked / 255;
        own->prose += is_prose(w, i) ? w->lines[i].words : 0;
    }
    for (size_t e = h->element_count; e-- > 1;) {
        content *outer = &w->contents[h->elements[e].parent], own = w->contents[e];
        outer->words += own.words, outer->linked += own.linked, outer->prose += own.prose;
    }
}

static uint32_t block_above(const bg_html *h, uint32_t e) {
    do e = h->elements[e].parent;
    while (!is_block(h, e));
    return e;
}

static void add_place(const weighing *w, size_t i) {
    const bg_html *h = w->html;
    bg_body_line *line = &w->lines[i];
    uint32_t up = block_above(h, line->block), up2 = block_above(h, up), all = w->contents[0].prose ? w->contents[0].prose : 1, e = line->block;
    unsigned steps = 0;
    add(line, BG_BODY_block + h->elements[line->block].tag);
    add(line, BG_BODY_parent + h->elements[up].tag);
    add(line, BG_BODY_share + fifth(w->contents[up].prose, all));
    add(line, BG_BODY_share2 + fifth(w->contents[up2].prose, all));
    while (e && w->contents[e].prose * 2 < all) e = block_above(h, e), steps += steps < 7;
    add(line, BG_BODY_half + steps * 5 + fifth(w->contents[e].words - w->contents[e].linked, w->contents[e].words));
}

static unsigned beside(const weighing *w, size_t count, size_t i, int by) {
    if ((by < 0 && i < (size_t)-by) || (by > 0 && i + (size_t)by >= count)) return 0;
    const bg_body_line *other = &w->lines[i + (size_t)by];
    return 1 + size_class(other->words) * 3 + third(other->linked);
}

static void add_neighbours(const weighing *w, size_t count, size_t i) {
    const bg_html *h = w->html;
    bg_body_line *line = &w->lines[i];
    uint32_t up = block_above(h, line->block);
    unsigned before = i && block_above(h, w->lines[i - 1].block) == up, after = i + 1 < count && block_above(h, w->lines[i + 1].block) == up;
    add(line, BG_BODY_before + beside(w, count, i, -1));
    add(line, BG_BODY_before2 + beside(w, count, i, -2));
    add(line, BG_BODY_after + beside(w, count, i, 1));
    add(line, BG_BODY_after2 + beside(w, count, i, 2));
    add(line, BG_BODY_beside + before + 2 * after);
}

bool bg_body__is_linked_headline(const bg_body_line *line) { return line->linked > LINKED_WHOLE && line->words >= HEADLINE_LEAST; }

uint32_t bg_body__headline(const bg_html *html, const bg_body_line *lines, uint32_t line) {
    uint32_t e = lines[line].block;
    if (bg_body__is_linked_headline(&lines[line])) return line;
    for (unsigned k = 0; e && k < TEASER_UPWARD; k++, e = html->elements[e].parent) {
        const bg_element *box = &html->elements[e];
        if (box->line_end - box->line > TEASER_LINES) break;
        if (box->line < line && bg_body__is_linked_headline(&lines[box->line])) return box->line;
    }
    return BG_NO_LINE;
}

bool bg_body__is_teased(const bg_html *html, const bg_body_line *lines, uint32_t line) { return bg_body__headline(html, lines, line) != BG_NO_LINE; }

static void add_others(const weighing *w, size_t i) {
    bg_held held = bg_witness__ask(&w->witness, text_of(w, i), size_of(w, i));
    add(&w->lines[i], BG_BODY_teased + bg_body__is_teased(w->html, w->lines, (uint32_t)i));
    add(&w->lines[i], BG_BODY_held + (held && w->witness.cut ? held + HELD_SHORT - 1u : held));
}

/* ---- names */

/* Names found before, by their words: pages use few, over and over. */
#define MEMOS 256u
typedef struct memo { uint64_t word; uint32_t at; bg_named_role role; } memo;

/* Which names the elements around have, counted as one goes through the page: each counts once, however many of them have it. */
typedef struct naming {
    const weighing *w;
    uint16_t *around;            /* of a name: how many elements around have it */
    BG_VEC(uint32_t) open;       /* the names of the elements around, the innermost last */
    bg_body_sum sum;
    uint64_t path;               /* of all names of the element */
    bg_named_role role;          /* … and what they say */
    bool failed;
    memo memos[MEMOS];
} naming;

/* Index of a name among the weights, or their count. */
static size_t find_name(const bg_body_weights *weights, uint64_t word) {
    size_t low = 0, high = weights->name_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (weights->names[middle].word < word) low = middle + 1;
        else high = middle;
    }
    return low < weights->name_count && weights->names[low].word == word ? low : weights->name_count;
}

static size_t recall_name(naming *n, uint64_t word) {
    memo *m = &n->memos[word * 0x9E3779B97F4A7C15u >> 56];
    if (m->word != word) *m = (memo){word, (uint32_t)find_name(n->w->weights, word), bg_named_role__find(word)};
    if (m->role) n->role = m->role;
    return m->at;
}

static void enter_name(void *context, uint64_t word) {
    naming *n = context;
    const bg_body_weights *weights = n->w->weights;
    n->path = bg_hash__join(n->path, word);
    size_t at = recall_name(n, word);
    if (at == weights->name_count || n->around[at] == UINT16_MAX) return;
    uint32_t *open = BG_PUSH(n->w->arena, &n->open);
    if (!open) {
        n->failed = true;
        return;
    }
    *open = (uint32_t)at;
    bool first = !n->around[at]++;
    for (int round = 0; round < 2; round++) {
        n->sum.within[round] += first ? weights->names[at].within[round] : 0;
        n->sum.near[round] += weights->names[at].near[round];
    }
}

static void leave_to(naming *n, size_t count) {
    while (n->open.count > count) n->around[n->open.items[--n->open.count]]--;
}

/* Of elements with text in them. */
static bool weigh_names(const weighing *w, uint8_t *roles) {
    const bg_html *h = w->html;
    naming n = {.w = w, .around = bg_arena__alloc(w->arena, (w->weights->name_count + 1) * sizeof *n.around)};
    uint32_t *counts = bg_arena__alloc(w->arena, (DEPTH_MOST + 2) * sizeof *counts); /* names open behind the start of an element of a depth */
    if (!n.around || !counts) return false;
    for (size_t e = 1; e < h->element_count; e++) {
        const bg_element *element = &h->elements[e];
        if (element->text >= element->text_end || element->depth > DEPTH_MOST) continue;
        leave_to(&n, counts[element->depth - 1]);
        n.sum = (bg_body_sum){{w->names[element->parent].within[0], w->names[element->parent].within[1]}, {0, 0}};
        n.path = 0, n.role = NAMED_NOTHING;
        bg_body__names(h, element, enter_name, &n);
        if (roles) roles[e] = (uint8_t)(n.role + 1);
        w->paths[e] = n.path;
        w->names[e] = n.sum;
        counts[element->depth] = (uint32_t)n.open.count;
    }
    return !n.failed;
}

static int32_t names_of(const weighing *w, uint32_t e, int round) {
    int32_t sum = w->names[e].within[round];
    for (unsigned k = 0; k < NEAR && e; k++, e = w->html->elements[e].parent) sum += w->names[e].near[round];
    return sum;
}

/* ---- the rounds */

static void sum_up(const weighing *w, size_t i, int round) {
    bg_body_line *line = &w->lines[i];
    const int16_t *of = w->weights->features[round];
    line->weight = names_of(w, w->html->markup[i].element, round);
    for (unsigned k = 0; k < line->count; k++) line->weight += of[line->items[k]];
}

/* -4 … 4 as 0 … 8. */
static unsigned weight_class(int64_t weight) {
    int64_t class = weight / BG_BODY_ONE + 4;
    return class < 0 ? 0 : class > 8 ? 8 : (unsigned)class;
}

static int32_t bounded(int32_t weight, int32_t most) { return weight > most ? most : weight < -most ? -most : weight; }

/* The element in which the weights of lines, by their words, are heaviest together: the article, as far as one element holds it. */
static uint32_t heaviest(const weighing *w) {
    const bg_html *h = w->html;
    uint32_t best = 0;
    for (size_t i = 0; i < h->line_count; i++)
        w->sums[h->markup[i].element] += (int64_t)bounded(w->lines[i].weight, 3 * BG_BODY_ONE) * (w->lines[i].words < 60 ? w->lines[i].words : 60);
    for (size_t e = h->element_count; e-- > 1;) w->sums[h->elements[e].parent] += w->sums[e];
    for (size_t e = 1; e < h->element_count; e++)
        if (w->sums[e] >= w->sums[best]) best = (uint32_t)e; /* the innermost of equal ones */
    return best;
}

static bool is_in(const bg_html *h, size_t line, uint32_t element) {
    return h->markup[line].element >= element && h->elements[element].line <= line && line < h->elements[element].line_end;
}

static unsigned neighbour(const int32_t *weights, size_t count, size_t i, int by) {
    if ((by < 0 && i < (size_t)-by) || (by > 0 && i + (size_t)by >= count)) return 0;
    return 1 + weight_class(weights[i + (size_t)by]);
}

/* The mean weight of the other lines in an element, 0 if there are none. */
static unsigned family(const weighing *w, const int64_t *sums, uint32_t e, const bg_body_line *line, int32_t weight) {
    int64_t words = (int64_t)w->contents[e].words - line->words;
    if (words <= 5) return 0;
    return 1 + weight_class((sums[e] - (int64_t)bounded(weight, 4 * BG_BODY_ONE) * line->words) / words);
}

/* ---- lines of the same path: they are alike in the names of the elements around them */

typedef struct path { uint64_t hash; int64_t sum, words; } path;
typedef struct paths { path *slots; size_t mask; } paths;

static path *path_of(const weighing *w, const paths *all, const bg_body_line *line) {
    uint64_t hash = 0;
    uint32_t e = line->block;
    for (unsigned k = 0; k < PATH && e; k++, e = block_above(w->html, e)) hash = bg_hash__join(hash, w->paths[e]);
    hash |= 1;
    size_t at = (size_t)(hash >> 16) & all->mask;
    while (all->slots[at].hash && all->slots[at].hash != hash) at = (at + 1) & all->mask;
    all->slots[at].hash = hash;
    return &all->slots[at];
}

static bool gather_paths(const weighing *w, const int32_t *first, paths *all) {
    size_t n = w->html->line_count;
    *all = (paths){.mask = 15};
    while (all->mask < n * 2) all->mask = all->mask * 2 + 1;
    if (!(all->slots = bg_arena__alloc(w->arena, (all->mask + 1) * sizeof *all->slots))) return false;
    for (size_t i = 0; i < n; i++) {
        path *p = path_of(w, all, &w->lines[i]);
        p->sum += (int64_t)bounded(first[i], 4 * BG_BODY_ONE) * w->lines[i].words, p->words += w->lines[i].words;
    }
    return true;
}

static unsigned alike(const weighing *w, const paths *all, const bg_body_line *line, int32_t weight) {
    const path *p = path_of(w, all, line);
    int64_t words = p->words - line->words;
    return words <= 5 ? 0 : 1 + weight_class((p->sum - (int64_t)bounded(weight, 4 * BG_BODY_ONE) * line->words) / words);
}

static void add_second(const weighing *w, const int32_t *first, const int64_t *sums, size_t i, uint32_t best, const size_t prose[2]) {
    const bg_html *h = w->html;
    size_t n = h->line_count;
    bg_body_line *line = &w->lines[i];
    uint32_t up = block_above(h, line->block), up2 = block_above(h, up);
    unsigned part = is_in(h, i, best) ? 0 : is_in(h, i, block_above(h, best)) ? 1 : 2, side = i < prose[0] ? 0 : i > prose[1] ? 2 : 1;
    add(line, BG_BODY_weight + weight_class(first[i]));
    add(line, BG_BODY_left + neighbour(first, n, i, -1)), add(line, BG_BODY_left2 + neighbour(first, n, i, -2)), add(line, BG_BODY_left3 + neighbour(first, n, i, -3));
    add(line, BG_BODY_right + neighbour(first, n, i, 1)), add(line, BG_BODY_right2 + neighbour(first, n, i, 2)), add(line, BG_BODY_right3 + neighbour(first, n, i, 3));
    add(line, BG_BODY_around + (i && first[i - 1] > 0) + 2 * (i + 1 < n && first[i + 1] > 0));
    add(line, BG_BODY_place + part * 4 + side);
    add(line, BG_BODY_family + family(w, sums, up, line, first[i]));
    add(line, BG_BODY_family2 + family(w, sums, up2, line, first[i]));
    add(line, BG_BODY_family3 + family(w, sums, block_above(h, up2), line, first[i]));
}

/* First and last line of prose that is rather body, in the heaviest element. */
static void find_prose(const weighing *w, uint32_t best, size_t prose[2]) {
    prose[0] = w->html->line_count, prose[1] = 0;
    for (size_t i = 0; i < w->html->line_count; i++) {
        if (w->lines[i].words < 9 || w->lines[i].weight <= 0 || !is_in(w->html, i, best)) continue;
        if (prose[0] == w->html->line_count) prose[0] = i;
        prose[1] = i;
    }
}

static bool weigh_again(const weighing *w) {
    const bg_html *h = w->html;
    size_t prose[2], n = h->line_count;
    int32_t *first = bg_arena__raw(w->arena, n * sizeof *first + 1);
    int64_t *sums = bg_arena__alloc(w->arena, h->element_count * sizeof *sums);
    paths all;
    if (!first || !sums) return false;
    uint32_t best = heaviest(w);
    find_prose(w, best, prose);
    for (size_t i = 0; i < n; i++) {
        first[i] = w->lines[i].weight;
        sums[h->markup[i].element] += (int64_t)bounded(first[i], 4 * BG_BODY_ONE) * w->lines[i].words;
    }
    for (size_t e = h->element_count; e-- > 1;) sums[h->elements[e].parent] += sums[e];
    if (!gather_paths(w, first, &all)) return false;
    for (size_t i = 0; i < n; i++) {
        add_second(w, first, sums, i, best, prose);
        add(&w->lines[i], BG_BODY_path + alike(w, &all, &w->lines[i], first[i]));
        sum_up(w, i, 1);
    }
    return true;
}

/* ---- lines that stand twice: a table of their hashes */

typedef struct seen_line { uint64_t hash; uint32_t line; } seen_line;
typedef struct seen_lines { seen_line *slots; size_t mask; } seen_lines;

/* The first line that has the same text. */
static uint32_t see(seen_lines *s, uint64_t hash, uint32_t line) {
    hash |= 1;
    size_t at = (size_t)(hash >> 8) & s->mask;
    for (; s->slots[at].hash; at = (at + 1) & s->mask)
        if (s->slots[at].hash == hash) return s->slots[at].line;
    s->slots[at] = (seen_line){hash, line};
    return line;
}

static bool look(weighing *w) {
    const bg_html *h = w->html;
    seen_lines seen = {.mask = 15};
    while (seen.mask < h->line_count * 2) seen.mask = seen.mask * 2 + 1;
    if (!(seen.slots = bg_arena__alloc(w->arena, (seen.mask + 1) * sizeof *seen.slots))) return false;
    for (size_t i = 0; i < h->line_count; i++) {
        bg_body_line *line = &w->lines[i];
        line->words = count_words(text_of(w, i), size_of(w, i));
        line->linked = (uint8_t)((uint64_t)h->markup[i].linked * 255 / (size_of(w, i) ? size_of(w, i) : 1));
        line->block = h->markup[i].element;
        while (!is_block(h, line->block)) line->block = h->elements[line->block].parent;
        if (h->elements[line->block].tag == BG_TAG_h1 && w->h1 == h->line_count) w->h1 = (uint32_t)i;
        if (h->elements[line->block].tag == BG_TAG_title && !w->title.end) w->title = h->lines[i].span;
    }
    gather(w);
    for (size_t i = 0; i < h->line_count; i++) {
        w->lines[i].first = see(&seen, bg_hash__long(text_of(w, i), size_of(w, i)), (uint32_t)i);
        add_text(w, i), add_signs(w, i, w->lines[i].first < i), add_place(w, i), add_neighbours(w, h->line_count, i), add_others(w, i);
    }
    return true;
}

bg_body_line *bg_body__weigh(bg_arena *arena, const bg_html *html, const char *said, const bg_body_weights *weights, uint8_t *roles) {
    size_t n = html->line_count + 1, e = html->element_count;
    weighing w = {.arena = arena, .html = html, .weights = weights, .h1 = (uint32_t)html->line_count};
    w.lines = bg_arena__alloc(arena, n * sizeof *w.lines);
    w.names = bg_arena__alloc(arena, e * sizeof *w.names);
    w.contents = bg_arena__alloc(arena, e * sizeof *w.contents);
    w.sums = bg_arena__alloc(arena, e * sizeof *w.sums);
    w.paths = bg_arena__alloc(arena, e * sizeof *w.paths);
    if (!w.lines || !w.names || !w.contents || !w.sums || !w.paths || !bg_witness__make(arena, said, &w.witness) || !look(&w)) return NULL;
    if (!weigh_names(&w, roles)) return NULL;
    for (size_t i = 0; i < html->line_count; i++) sum_up(&w, i, 0);
    return weigh_again(&w) ? w.lines : NULL;
}
