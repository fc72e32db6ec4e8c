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

/* A block: do all its lines recur, on many pages of the site; is it a sentence; nobody's paragraph; a short one? */
typedef struct piece {
    bool known, often, sentence, aside, brief, leaves;
} piece;

/* Furniture by itself: sentences recur in the articles of a large site too. */
static bool is_furniture(const piece *p) { return p->known && (p->often || !p->sentence); }

/* A paragraph of the article's own, for all that is known. */
static bool is_own(const piece *p) { return !is_furniture(p) && !p->aside; }

/* Where what recurs begins behind the article, or the number of blocks. A sentence among it, of a teaser perhaps, says neither yes nor no. */
static size_t find_tail(const piece *pieces, size_t count, size_t own) {
    size_t tail = count, known = 0;
    long sum = 0, best = 0;
    for (size_t i = count; i-- > own + 1;) {
        sum += is_furniture(&pieces[i]) ? 1 : is_own(&pieces[i]) && !pieces[i].known ? -OWN_COSTS : 0;
        if (is_furniture(&pieces[i]) && sum >= best) best = sum, tail = i;
    }
    for (size_t i = tail; i < count; i++) known += pieces[i].known;
    return known == 1 && !pieces[tail].brief ? count : tail;
}

/* Which blocks leave; false: none. */
static bool choose(piece *pieces, size_t count) {
    size_t own = 1, any = 0;
    while (own < count && !is_own(&pieces[own])) own++;
    if (own >= count) return false;
    size_t tail = find_tail(pieces, count, own);
    for (size_t i = 1; i < count; i++) any += pieces[i].leaves = i >= tail || (is_furniture(&pieces[i]) && pieces[i].brief);
    return any > 0;
}

/* ------------------------------------------------------------------ of a page's text */

static bool is_aside(bg_block_kind kind) { return kind == BG_BLOCK_CAPTION || kind == BG_BLOCK_CREDIT; }

static bool is_brief(const char *text, bg_span at) { return count_words(text + at.start, at.end - at.start) <= SHORT; }

/* The next line of a block that has a number; 0: there is none. *from goes behind it. */
static uint64_t next_number(const char *text, bg_span at, uint32_t *from) {
    uint64_t number = 0;
    while (!number && *from < at.end) {
        const char *end = memchr(text + *from, '\n', at.end - *from);
        uint32_t to = end ? (uint32_t)(end - text) : at.end;
        number = bg_line__number(text + *from, to - *from);
        *from = to + 1;
    }
    return number;
}

/* Does it end as a sentence does, quotation marks aside? Titles do not. */
static bool is_sentence(const char *text, bg_span at) {
    static const char *const closing[] = {"\"", "\xE2\x80\x9D", "\xC2\xBB", "\xE2\x80\x99", ")"}; /* U+201D, U+00BB, U+2019 */
    size_t end = at.end;
    bool more = true;
    while (more) {
        while (end > at.start && is_blank(text[end - 1])) end--;
        more = false;
        for (size_t i = 0; i < BG_COUNT(closing); i++) {
            size_t size = strlen(closing[i]);
            if (end - at.start > size && memcmp(text + end - size, closing[i], size) == 0) end -= size, more = true;
        }
    }
    return end > at.start + 1 && text[end - 1] == '.' && text[end - 2] != '.';
}

static piece looks_of(const char *text, const bg_block *block) {
    return (piece){.aside = is_aside(block->kind), .brief = is_brief(text, block->span), .sentence = is_sentence(text, block->span)};
}

static int by_line(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left & ~(uint64_t)1, b = *(const uint64_t *)right & ~(uint64_t)1;
    return (a > b) - (a < b);
}

/* A line of the piece recurs, or does not; the first one makes it `known` and `often`, all others must be too. */
static void meet(piece *p, bool first, uint64_t number, const uint64_t *recur, size_t count) {
    const uint64_t *found = count ? bsearch(&number, recur, count, sizeof number, by_line) : NULL;
    if (first) p->known = p->often = true;
    p->known &= found != NULL;
    p->often &= found && (*found & 1);
}

static int by_start(const void *left, const void *right) {
    const bg_dropped *a = left, *b = right;
    return (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

static bool take_out(bg_arena *arena, const piece *pieces, bg_article *article) {
    bg_block *body = bg_arena__alloc(arena, article->body_count * sizeof *body);
    bg_dropped *dropped = bg_arena__alloc(arena, (article->dropped_count + article->body_count) * sizeof *dropped);
    size_t kept = 0, out = article->dropped_count;
    if (!body || !dropped) return false;
    if (out) memcpy(dropped, article->dropped, out * sizeof *dropped);
    for (size_t i = 0; i < article->body_count; i++) {
        if (pieces[i].leaves) dropped[out++] = (bg_dropped){article->body[i].span, reason};
        else body[kept++] = article->body[i];
    }
    qsort(dropped, out, sizeof *dropped, by_start);
    article->body = body, article->body_count = kept;
    article->dropped = dropped, article->dropped_count = out;
    return true;
}

bool bg_article__leave_repeated(bg_arena *arena, const char *text, const uint64_t *lines, size_t count, bg_article *article) {
    size_t blocks = article->body_count;
    if (!count || blocks < 2 || article->is_list) return true;
    piece *pieces = bg_arena__alloc(arena, blocks * sizeof *pieces);
    if (!pieces) return false;
    for (size_t i = 0; i < blocks; i++) {
        const bg_block *block = &article->body[i];
        uint32_t from = block->span.start;
        bool first = true;
        pieces[i] = looks_of(text, block);
        for (uint64_t number; (number = next_number(text, block->span, &from)); first = false) meet(&pieces[i], first, number, lines, count);
    }
    return !choose(pieces, blocks) || take_out(arena, pieces, article);
}

/* ------------------------------------------------------------------ of an outline */

#define IS_ASIDE 1u
#define IS_BRIEF 2u
#define IS_SENTENCE 4u
#define LINES_BITS 3 /* and above: how many */
#define LINES_MAX 31u
#define NO_LINE 0xFFFFu /* none of the page's */

static size_t place_of(uint64_t number, const uint64_t *lines, size_t count) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if ((lines[middle] & ~(uint64_t)1) < number) low = middle + 1;
        else high = middle;
    }
    return low < count && (lines[low] & ~(uint64_t)1) == number ? low : NO_LINE;
}

typedef BG_VEC(unsigned char) bytes;

static bool put_byte(bg_arena *arena, bytes *out, size_t byte) {
    unsigned char *slot = BG_PUSH(arena, out);
    if (slot) *slot = (unsigned char)byte;
    return slot != NULL;
}

/* False: it has too many lines, or out of memory. */
static bool put_block(bg_arena *arena, const char *text, const bg_block *block, const uint64_t *lines, size_t count, bytes *out) {
    size_t first = out->count, found = 0;
    uint32_t from = block->span.start;
    if (!put_byte(arena, out, 0)) return false;
    for (uint64_t number; (number = next_number(text, block->span, &from)); found++) {
        size_t place = place_of(number, lines, count);
        if (found == LINES_MAX || !put_byte(arena, out, place >> 8) || !put_byte(arena, out, place & 0xFF)) return false;
    }
    piece looks = looks_of(text, block);
    out->items[first] = (unsigned char)((looks.aside ? IS_ASIDE : 0) | (looks.brief ? IS_BRIEF : 0) | (looks.sentence ? IS_SENTENCE : 0) | found << LINES_BITS);
    return true;
}

bool bg_outline__make(bg_arena *arena, const char *text, const bg_article *article, const uint64_t *lines, size_t count, const unsigned char **outline, size_t *size) {
    bytes out = {0};
    bool good = count && count < NO_LINE && article->body_count > 1;
    for (size_t i = 0; good && i < article->body_count; i++) good = put_block(arena, text, &article->body[i], lines, count, &out);
    *outline = good ? out.items : NULL;
    *size = good ? out.count : 0;
    return !bg_arena__failed(arena);
}

/* The block at *at, which goes behind it. */
static piece read_block(const bg_outline *in, size_t *at, const uint64_t *recur, size_t recur_count) {
    unsigned flags = in->bytes[(*at)++], count = flags >> LINES_BITS;
    piece out = {.aside = flags & IS_ASIDE, .brief = flags & IS_BRIEF, .sentence = flags & IS_SENTENCE};
    for (bool first = true; count && *at + 2 <= in->size; count--, *at += 2, first = false) {
        size_t place = (size_t)in->bytes[*at] << 8 | in->bytes[*at + 1];
        meet(&out, first, place < in->line_count ? in->lines[place] : 0, recur, recur_count);
    }
    return out;
}

const char *bg_outline__left(bg_arena *arena, const bg_outline *outline, const uint64_t *recur, size_t count) {
    BG_VEC(piece) pieces = {0};
    bg_buf out;
    const char *mark = "";
    for (size_t at = 0; count && at < outline->size;) {
        piece *slot = BG_PUSH(arena, &pieces);
        if (!slot) return NULL;
        *slot = read_block(outline, &at, recur, count);
    }
    if (!pieces.items || !choose(pieces.items, pieces.count)) return NULL;
    bg_buf__init(&out, outline->size * 24);
    for (size_t i = 0; i < pieces.count; i++)
        if (pieces.items[i].leaves) bg_buf__print(&out, "%s%zu", mark, i), mark = " ";
    return bg_buf__keep(&out, arena);
}
