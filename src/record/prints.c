/* prints: see prints.h. */
#include "prints.h"
#include "merge.h"
#include "prepare.h"

#include <stdlib.h>

#define FOLD_MAX ((size_t)1 << 30)
#define BEGINNING 100    /* shingles that are a page's beginning */
#define INDEX_AIM 10     /* numbers of the index, at least where there are so many; at most twice as many … */
#define INDEX_RATE_MAX 5 /* … but 1 / 2^5 of the shingles of a long page */
#define BEGINNING_RATE 3 /* … and of those at its beginning 1 / 2^3, so that what has only that finds it */
#define LENGTHS 3        /* a page is as long as another if it is no longer than 10 / LENGTHS times */
#define FAR 7            /* days; a reprint comes sooner */
#define BEGIN_PART 5     /* who begins as another has a part of its beginning there, the other's lead may be new */
/* Tenths of the smaller one's shingles that are to stand in the other */
#define HALF 5           /* … if it begins as the other does */
#define MOST 7           /* … if it is short, or came long after, or begins otherwise: newsrooms have their paragraphs of background */
#define ALL 9            /* … if it is short and came long after: weather, prices, results of the day before in the same sentences */

/* ------------------------------------------------------------------ shingles of a page */

typedef BG_VEC(uint64_t) numbers;

static bool in_word(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80; }

/* A number for each word. */
static void add_words(bg_arena *arena, const char *text, size_t size, numbers *out) {
    for (size_t at = 0, end; at < size; at = end) {
        while (at < size && !in_word((unsigned char)text[at])) at++;
        for (end = at; end < size && in_word((unsigned char)text[end]);) end++;
        uint64_t *slot = end > at ? BG_PUSH(arena, out) : NULL;
        if (slot) *slot = bg_hash__bytes(text + at, end - at, 0);
    }
}

static void find_words(bg_arena *arena, const bg_doc *doc, numbers *out) {
    bg_buf folded;
    bg_buf__init(&folded, FOLD_MAX);
    for (size_t i = 0; i < doc->article.body_count; i++) {
        const bg_block *block = &doc->article.body[i];
        if (block->kind != BG_BLOCK_PARAGRAPH && block->kind != BG_BLOCK_QUOTE) continue;
        bg_buf__clear(&folded);
        bg_text__fold(doc->text + block->span.start, block->span.end - block->span.start, &folded);
        add_words(arena, folded.bytes ? folded.bytes : "", folded.size, out);
    }
    bg_buf__free(&folded);
}

/* The number of a run of words, its lowest bit free. */
static uint32_t shingle(const uint64_t *words) {
    return (uint32_t)(bg_hash__bytes(words, BG_SHINGLE * sizeof *words, 1) >> 32) & ~1u;
}

static int by_number(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* Each once, in ascending order; at the beginning if it stands there too. */
static size_t sort_once(uint32_t *list, size_t count) {
    size_t kept = 0;
    qsort(list, count, sizeof *list, by_number);
    for (size_t i = 0; i < count; i++) {
        if (kept && (list[kept - 1] ^ list[i]) < 2) list[kept - 1] |= list[i] & 1;
        else list[kept++] = list[i];
    }
    return kept;
}

/* Numbers below this are 1 / 2^rate of all. */
static uint64_t bound(unsigned rate) { return (uint64_t)1 << 32 >> rate; }

static size_t count_below(const uint32_t *list, size_t count, unsigned rate) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (list[middle] < bound(rate)) low = middle + 1;
        else high = middle;
    }
    return low;
}

bool bg_print__make(bg_arena *arena, const bg_doc *doc, bg_print *out) {
    numbers words = {0};
    find_words(arena, doc, &words);
    size_t count = words.count < BG_SHINGLE ? 0 : words.count - BG_SHINGLE + 1;
    *out = (bg_print){0};
    if (count < BG_PRINT_MIN) return false;
    out->numbers = bg_arena__alloc(arena, count * sizeof *out->numbers);
    if (!out->numbers) return false;
    for (size_t i = 0; i < count; i++) out->numbers[i] = shingle(&words.items[i]) | (i < BEGINNING);
    out->shingles = out->count = sort_once(out->numbers, count);
    while (out->count > BG_PRINT_MAX && out->rate < INDEX_RATE_MAX) out->count = count_below(out->numbers, out->count, ++out->rate);
    return out->shingles >= BG_PRINT_MIN;
}

/* ------------------------------------------------------------------ two pages */

static unsigned index_rate(size_t shingles) {
    unsigned rate = 0;
    while (rate < INDEX_RATE_MAX && shingles >> (rate + 1) >= INDEX_AIM) rate++;
    return rate;
}

size_t bg_print__index(const bg_print *print, uint32_t out[BG_INDEX_MAX]) {
    unsigned rate = index_rate(print->shingles), first = rate < BEGINNING_RATE ? rate : BEGINNING_RATE;
    size_t found = 0;
    for (size_t i = 0; i < print->count && print->numbers[i] < bound(first) && found < BG_INDEX_MAX; i++)
        if (print->numbers[i] < bound(print->numbers[i] & 1 ? first : rate)) out[found++] = print->numbers[i] & ~1u;
    return found;
}

void bg_print__sort(const bg_print **a, const bg_print **b) {
    const bg_print *x = *a, *y = *b;
    bool sorted = x->shingles < y->shingles;
    if (x->shingles == y->shingles) sorted = x->count != y->count ? x->count < y->count : !x->count || memcmp(x->numbers, y->numbers, x->count * sizeof *x->numbers) <= 0;
    if (!sorted) *a = y, *b = x;
}

size_t bg_print__index_part(const uint32_t *index, size_t count, size_t shingles) { return count_below(index, count, index_rate(shingles)); }

/* What a page has in common with a larger one, of the numbers that both would keep. */
typedef struct common {
    size_t all, shared, leading; /* the smaller one's; of them, in the other; at its beginning */
    size_t begin, both;          /* at the smaller one's beginning; of them, at the other's too */
} common;

static void count_shared(common *c, uint32_t ours, uint32_t theirs) {
    bool same = (ours ^ theirs) < 2;
    c->begin += ours & 1;
    c->shared += same, c->leading += same && (theirs & 1), c->both += same && (ours & theirs & 1);
}

/* At least so many tenths are to be shared, however they begin. */
static size_t least_part(const bg_print *a, const bg_print *b) {
    size_t doubts = (a->shingles < BG_PRINT_SHORT) + (a->day && b->day && llabs(a->day - b->day) > FAR);
    return doubts == 0 ? HALF : doubts == 1 ? MOST : ALL;
}

static bool close_in_time(int64_t a, int64_t b) { return !a || !b || llabs(a - b) <= BG_PRINT_DAYS; }

/* Is the smaller one's text in the larger one, as far as their lengths and the shared part tell? */
static bool is_reprint(const bg_print *a, const bg_print *b, const common *c) {
    bool begins = c->both * BEGIN_PART >= c->begin, lead = a->shingles <= BEGINNING && c->leading * 2 >= c->all;
    bool as_long = a->shingles * 10 >= b->shingles * LENGTHS && (begins || a->shingles * 2 >= b->shingles);
    size_t least = least_part(a, b);
    if (least < MOST && !begins) least = MOST;
    return c->all && c->shared * 10 >= c->all * least && (as_long || lead) && close_in_time(a->day, b->day);
}

void bg_print__compare(const bg_print *a, const bg_print *b, bg_overlap *out) {
    bg_print__sort(&a, &b);
    unsigned rate = a->rate > b->rate ? a->rate : b->rate;
    common c = {.all = count_below(a->numbers, a->count, rate)};
    size_t nb = count_below(b->numbers, b->count, rate);
    for (size_t i = 0, k = 0; i < c.all; i++) {
        while (k < nb && (b->numbers[k] | 1) < (a->numbers[i] | 1)) k++;
        count_shared(&c, a->numbers[i], k < nb ? b->numbers[k] : ~a->numbers[i]);
    }
    *out = (bg_overlap){c.shared << rate, a->shingles, b->shingles, is_reprint(a, b, &c)};
}

bool bg_print__may_link(size_t shingles, int64_t day, size_t other_shingles, int64_t other_day) {
    size_t least = shingles < other_shingles ? shingles : other_shingles, most = shingles < other_shingles ? other_shingles : shingles;
    return close_in_time(day, other_day) && (least <= BEGINNING || least * 10 >= most * LENGTHS);
}

bool bg_print__linked(const bg_print *a, const bg_print *b) {
    bg_print__sort(&a, &b);
    if (!bg_print__may_link(a->shingles, a->day, b->shingles, b->day)) return false;
    unsigned rate = a->rate > b->rate ? a->rate : b->rate;
    common c = {.all = count_below(a->numbers, a->count, rate)};
    size_t nb = count_below(b->numbers, b->count, rate), least = least_part(a, b), k = 0;
    for (size_t i = 0; i < c.all; i++) {
        if ((c.shared + c.all - i) * 10 < c.all * least) return false; /* so many cannot be shared any more */
        while (k < nb && (b->numbers[k] | 1) < (a->numbers[i] | 1)) k++;
        count_shared(&c, a->numbers[i], k < nb ? b->numbers[k] : ~a->numbers[i]);
    }
    return is_reprint(a, b, &c);
}

/* ------------------------------------------------------------------ in the record */

static void changed(bg_record *record, const char *page) { bg_db__run(record, "INSERT OR IGNORE INTO changed_prints(page) VALUES(?)", "t", page); }

static void *packed(bg_arena *arena, const bg_print *print) {
    unsigned char *out = bg_arena__alloc(arena, print->count * 4 + 1);
    for (size_t i = 0; out && i < print->count; i++)
        for (int k = 0; k < 4; k++) out[4 * i + k] = (unsigned char)(print->numbers[i] >> 8 * k);
    return out;
}

void bg_print__store(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids) {
    bg_print print;
    if (ids->ready) print = ids->ready->print;
    else bg_print__make(arena, doc, &print);
    if (doc->article.is_list || print.shingles < BG_PRINT_MIN) return;
    void *bytes = packed(arena, &print);
    print.day = bg_merge__day_number(doc->article.published);
    if (!bytes) {
        bg_db__nomem(record);
        return;
    }
    bg_db__run(record, "INSERT INTO page_prints(page, shingles, rate, day, numbers) VALUES(?,?,?,?,?)", "tniib", ids->page, print.shingles, (int64_t)print.rate, print.day, bytes,
               print.count * 4);
    changed(record, ids->page);
}

/* All but the numbers, from columns shingles, rate, day, numbers; the numbers' bytes. */
static const unsigned char *read_row(sqlite3_stmt *stmt, int column, bg_print *out) {
    *out = (bg_print){.shingles = (size_t)sqlite3_column_int64(stmt, column), .rate = (unsigned)sqlite3_column_int(stmt, column + 1) & 31, .day = sqlite3_column_int64(stmt, column + 2)};
    const unsigned char *bytes = sqlite3_column_blob(stmt, column + 3);
    out->count = bytes ? (size_t)sqlite3_column_bytes(stmt, column + 3) / 4 : 0;
    return bytes;
}

static void unpack(const unsigned char *bytes, size_t count, uint32_t *out) {
    for (size_t i = 0; i < count; i++) out[i] = (uint32_t)bytes[4 * i] | (uint32_t)bytes[4 * i + 1] << 8 | (uint32_t)bytes[4 * i + 2] << 16 | (uint32_t)bytes[4 * i + 3] << 24;
}

void bg_print__read(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, int column, bg_print *out) {
    const unsigned char *bytes = read_row(stmt, column, out);
    out->numbers = bg_arena__alloc(arena, (out->count + 1) * sizeof *out->numbers);
    if (!out->numbers || (!bytes && sqlite3_column_bytes(stmt, column + 3))) {
        bg_db__nomem(record);
        return;
    }
    unpack(bytes, out->count, out->numbers);
}

/* Its numbers leave the index, if they are there; those that were on too many pages may be on few enough now. */
static void forget_index(bg_record *record, const bg_print *print, int64_t n) {
    uint32_t index[BG_INDEX_MAX];
    for (size_t i = 0, count = bg_print__index(print, index); i < count; i++) {
        int64_t number = index[i];
        bg_db__run(record, "DELETE FROM print_index WHERE number = ? AND n = ?", "ii", number, n);
        bg_db__run(record, "UPDATE common_prints SET stale = 1 WHERE number = ?", "i", number);
    }
}

void bg_print__forget(bg_record *record, const char *page) {
    bg_print print = {0};
    int64_t n = 0;
    bg_arena *arena = bg_arena__new();
    if (!arena) {
        bg_db__nomem(record);
        return;
    }
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT shingles, rate, day, numbers, n FROM page_prints WHERE page = ?", "t", page);
    if (bg_db__row(record, stmt)) {
        bg_print__read(record, arena, stmt, 0, &print);
        n = sqlite3_column_int64(stmt, 4);
    }
    bg_db__done(stmt);
    if (n && record->code == BG_OK) {
        forget_index(record, &print, n);
        bg_db__run(record, "DELETE FROM page_prints WHERE n = ?", "i", n);
        changed(record, page);
    }
    bg_arena__free(arena);
}

void bg_print__again(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids) {
    bg_print now = {0}, before = {0};
    if (!doc->article.is_list) bg_print__make(arena, doc, &now);
    now.day = bg_merge__day_number(doc->article.published);
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT shingles, rate, day, numbers FROM page_prints WHERE page = ?", "t", ids->page);
    bool there = bg_db__row(record, stmt);
    if (there) bg_print__read(record, arena, stmt, 0, &before);
    bg_db__done(stmt);
    bool same = now.shingles == before.shingles && now.rate == before.rate && now.day == before.day && now.count == before.count && (!now.count || memcmp(now.numbers, before.numbers, now.count * sizeof *now.numbers) == 0);
    if (record->code != BG_OK || (there && same)) return;
    bg_print__forget(record, ids->page);
    bg_print__store(record, arena, doc, ids);
}

void bg_print__all_again(bg_record *record) { bg_db__run(record, "INSERT OR IGNORE INTO changed_prints(page) SELECT page FROM page_prints", ""); }

/* ------------------------------------------------------------------ the index */

#define CHUNK ((size_t)1 << 22) /* rows that are sorted at once: 96 MB, as long as it lasts */

typedef struct index_row {
    int64_t number, n, shingles;
} index_row;

static int by_row(const void *left, const void *right) {
    const index_row *a = left, *b = right;
    if (a->number != b->number) return a->number < b->number ? -1 : 1;
    return (a->n > b->n) - (a->n < b->n);
}

/* In the order of the table, so that each of its leaves is written once for many pages. */
static void write_rows(bg_record *record, index_row *rows, size_t count) {
    qsort(rows, count, sizeof *rows, by_row);
    if (!bg_db__run(record, "BEGIN IMMEDIATE", "")) return;
    bg_db__numbers(record, "INSERT OR IGNORE INTO print_index(number, n, shingles) VALUES" BG_ROWS("(?,?,?)"), "INSERT OR IGNORE INTO print_index(number, n, shingles) VALUES(?,?,?)", 3,
                   &rows->number, count);
    bg_db__run(record, "COMMIT", "");
    bg_db__undo(record);
}

/* The next pages behind *last whose fellows are to be found, until there are enough rows; how many there are. */
static size_t take_rows(bg_record *record, int64_t *last, index_row *rows) {
    size_t found = 0;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT p.shingles, p.rate, p.day, p.numbers, p.n FROM page_prints p WHERE p.n > ? AND EXISTS (SELECT 1 FROM changed_prints c WHERE c.page = p.page)"
                                              " ORDER BY p.n", "i", *last);
    while (found + BG_INDEX_MAX <= CHUNK && bg_db__row(record, stmt)) {
        uint32_t room[BG_PRINT_MAX], index[BG_INDEX_MAX];
        bg_print print;
        const unsigned char *bytes = read_row(stmt, 0, &print);
        if (print.count > BG_PRINT_MAX) print.count = BG_PRINT_MAX;
        unpack(bytes, print.count, print.numbers = room);
        *last = sqlite3_column_int64(stmt, 4);
        for (size_t i = 0, count = bg_print__index(&print, index); i < count; i++) rows[found++] = (index_row){index[i], *last, (int64_t)print.shingles};
    }
    bg_db__done(stmt);
    return record->code == BG_OK ? found : 0;
}

int64_t bg_print__first_changed(bg_record *record) { return bg_db__int(record, "SELECT coalesce(min(p.n), 0) FROM changed_prints c JOIN page_prints p ON p.page = c.page"); }

void bg_print__index_changed(bg_record *record) {
    int64_t last = bg_print__first_changed(record) - 1;
    index_row *rows = last >= 0 ? malloc(CHUNK * sizeof *rows) : NULL;
    if (last >= 0 && !rows) bg_db__nomem(record);
    for (size_t count; rows && (count = take_rows(record, &last, rows)) > 0;) write_rows(record, rows, count);
    free(rows);
}
