/* repeated: see repeated.h. */
#include "repeated.h"

#include <stdlib.h>

#define TOLD 4096   /* bytes by which a line is told from others */
#define SHORT 25    /* words; a longer line alone may be what an author likes to recall */
#define OWN_COSTS 2 /* a paragraph of its own outweighs so many lines that recur behind it */

static const char reason[] = "site.repeated";

static bool is_blank(char c) { return (unsigned char)c <= ' '; }

static size_t count_words(const char *bytes, size_t size) {
    size_t count = 0;
    for (size_t i = 0; i < size; i++) count += !is_blank(bytes[i]) && (!i || is_blank(bytes[i - 1]));
    return count;
}

uint64_t bg_line__number(const char *bytes, size_t size) {
    char hex[BG_HEX_SHA256], words[TOLD];
    size_t used = 0;
    if (count_words(bytes, size) < 3) return 0;
    for (size_t i = 0; i < size && used + 2 <= TOLD; i++) {
        if (is_blank(bytes[i])) continue;
        if (used && is_blank(bytes[i - 1])) words[used++] = ' ';
        words[used++] = bytes[i];
    }
    bg_hash__sha256(words, used, hex);
    hex[16] = 0;
    return strtoull(hex, NULL, 16) & ~(uint64_t)1;
}

static int by_number(const void *left, const void *right) {
    const uint64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* ------------------------------------------------------------------ the lines of a page */

/* Walks blocks and dropped lines beside the lines of the page, all in its order. */
typedef struct walk {
    const bg_article *article;
    size_t body, dropped;
} walk;

/* Is the line that begins at `at` in the article behind its first paragraph, as it was read without what is known of the site? */
static bool is_kept(walk *w, uint32_t at) {
    const bg_article *a = w->article;
    while (w->body < a->body_count && a->body[w->body].span.end <= at) w->body++;
    while (w->dropped < a->dropped_count && a->dropped[w->dropped].span.end <= at) w->dropped++;
    if (w->body && w->body < a->body_count && a->body[w->body].span.start <= at) return true;
    const bg_dropped *d = w->dropped < a->dropped_count ? &a->dropped[w->dropped] : NULL;
    return d && d->span.start <= at && d->reason && strncmp(d->reason, "site.", 5) == 0;
}

/* Each line once, in ascending order; kept if it is kept anywhere. */
static size_t sort_numbers(uint64_t *numbers, size_t count) {
    size_t kept = 0;
    if (numbers && count) qsort(numbers, count, sizeof *numbers, by_number);
    for (size_t i = 0; numbers && i < count; i++) {
        if (kept && (numbers[kept - 1] ^ numbers[i]) < 2) numbers[kept - 1] |= numbers[i] & 1;
        else numbers[kept++] = numbers[i];
    }
    return kept;
}

bool bg_article__lines(bg_arena *arena, const char *text, size_t size, const bg_article *article, const uint64_t **lines, size_t *count) {
    walk w = {.article = article};
    BG_VEC(uint64_t) numbers = {0};
    for (size_t from = 0, to; from < size; from = to + 1) {
        const char *end = memchr(text + from, '\n', size - from);
        to = end ? (size_t)(end - text) : size;
        size_t start = from;
        while (start < to && is_blank(text[start])) start++;
        uint64_t number = bg_line__number(text + start, to - start);
        uint64_t *slot = number ? BG_PUSH(arena, &numbers) : NULL;
        if (slot) *slot = number | is_kept(&w, (uint32_t)start);
        else if (number) return false;
    }
    *count = sort_numbers(numbers.items, numbers.count);
    *lines = numbers.items;
    return true;
}

/* ------------------------------------------------------------------ what leaves */

typedef struct leaver {
    const char *text;
    const uint64_t *lines;
    size_t count;
    const bg_article *article;
    bool *known, *leave; /* of each block */
} leaver;

/* Do all lines of a block recur? */
static bool is_known(const leaver *l, bg_span at) {
    bool any = false;
    for (uint32_t from = at.start, to; from < at.end; from = to + 1) {
        const char *end = memchr(l->text + from, '\n', at.end - from);
        to = end ? (uint32_t)(end - l->text) : at.end;
        uint64_t number = bg_line__number(l->text + from, to - from);
        if (!number) continue;
        if (!bsearch(&number, l->lines, l->count, sizeof number, by_number)) return false;
        any = true;
    }
    return any;
}

/* A caption or credit is nobody's paragraph. */
static bool is_own(const leaver *l, size_t i) {
    bg_block_kind kind = l->article->body[i].kind;
    return !l->known[i] && kind != BG_BLOCK_CAPTION && kind != BG_BLOCK_CREDIT;
}

static bool is_short(const leaver *l, size_t i) {
    bg_span at = l->article->body[i].span;
    return count_words(l->text + at.start, at.end - at.start) <= SHORT;
}

/* Where what recurs begins behind the article, or the number of blocks. */
static size_t find_tail(const leaver *l, size_t own) {
    size_t count = l->article->body_count, tail = count, known = 0;
    long sum = 0, best = 0;
    for (size_t i = count; i-- > own + 1;) {
        sum += l->known[i] ? 1 : is_own(l, i) ? -OWN_COSTS : 0;
        if (l->known[i] && sum >= best) best = sum, tail = i;
    }
    for (size_t i = tail; i < count; i++) known += l->known[i];
    return known == 1 && !is_short(l, tail) ? count : tail;
}

/* Which blocks leave; false: none. */
static bool choose(leaver *l) {
    size_t count = l->article->body_count, own = 1, any = 0;
    for (size_t i = 0; i < count; i++) l->known[i] = is_known(l, l->article->body[i].span);
    while (own < count && !is_own(l, own)) own++;
    if (own >= count) return false;
    size_t tail = find_tail(l, own);
    for (size_t i = 1; i < count; i++) any += l->leave[i] = i >= tail || (l->known[i] && is_short(l, i));
    return any > 0;
}

static int by_start(const void *left, const void *right) {
    const bg_dropped *a = left, *b = right;
    return (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

static bool take_out(bg_arena *arena, const leaver *l, bg_article *article) {
    bg_block *body = bg_arena__alloc(arena, article->body_count * sizeof *body);
    bg_dropped *dropped = bg_arena__alloc(arena, (article->dropped_count + article->body_count) * sizeof *dropped);
    size_t kept = 0, out = article->dropped_count;
    if (!body || !dropped) return false;
    if (out) memcpy(dropped, article->dropped, out * sizeof *dropped);
    for (size_t i = 0; i < article->body_count; i++) {
        if (l->leave[i]) dropped[out++] = (bg_dropped){article->body[i].span, reason};
        else body[kept++] = article->body[i];
    }
    qsort(dropped, out, sizeof *dropped, by_start);
    article->body = body, article->body_count = kept;
    article->dropped = dropped, article->dropped_count = out;
    return true;
}

bool bg_article__leave_repeated(bg_arena *arena, const char *text, const uint64_t *lines, size_t count, bg_article *article) {
    size_t blocks = article->body_count;
    leaver l = {.text = text, .lines = lines, .count = count, .article = article, .known = bg_arena__alloc(arena, blocks + 1), .leave = bg_arena__alloc(arena, blocks + 1)};
    if (!l.known || !l.leave) return false;
    if (!count || blocks < 2 || article->is_list || !choose(&l)) return true;
    return take_out(arena, &l, article);
}
