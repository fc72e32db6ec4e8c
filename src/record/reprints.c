/* reprints: see reprints.h. */
#include "reprints.h"
#include "address.h"
#include "card.h"
#include "fold.h"
#include "prints.h"
#include "stand.h"

#include <stdlib.h>

#define BATCH 2000       /* neighbourhoods a transaction */
#define RARE_PART 5      /* of two that share half of their shingles hardly any has less than a fifth of its numbers in the other: one in a thousand */
#define BOOK_BYTES ((size_t)48 << 20) /* of what stays loaded */

typedef BG_VEC(uint32_t) indexes;

typedef struct member {
    int64_t n;
    const char *page;
    bg_print print;
    const uint32_t *rare;    /* its index numbers that are not on too many pages, ascending … */
    size_t rare_count, known_common; /* … of so many that are, when it was asked; 1 more, 0: it was not */
    size_t lead, was;        /* index of the member whose text it carries, itself if no earlier one's; and before this region was settled */
    const char *witness;     /* whom it was counted as; NULL: it had no row */
    const char *now;         /* its witness, once its group is written */
    bool changed;            /* it, or somebody who was counted with it */
    bool queued;             /* whose text it carries is to be found anew */
    bool looked_up;          /* its fellows are known */
    bool asked;              /* later pages were asked whether they carry its text */
    bool dirty;              /* its group is to be written */
    indexes fellows;         /* members that it is linked with */
    const char *published, *captured, *agency, *reprint_of, *address, *host;
} member;

/* Pages by their number. */
typedef struct known {
    BG_VEC(member) members;
    BG_VEC(uint32_t) slots; /* n → index + 1 in members; a power of two */
} known;

/* A page that has an index number. */
typedef struct carrier {
    uint32_t n, shingles;
} carrier;

/* The pages that have an index number; of one that is on too many as many as tell so. */
typedef struct posting {
    uint32_t number;
    uint32_t count;
    const carrier *pages;
} posting;

/* A page that shares index numbers with the one that is asked for: how many. */
typedef struct hit {
    carrier page;
    uint32_t count;
} hit;
typedef BG_VEC(hit) hits;

/* Of each page, by its n. */
typedef struct place {
    uint32_t hit; /* where it stands among the hits of the page that is asked for, from 1; 0 between the questions */
    uint32_t day; /* of publication, 1 more; 0: it was not loaded yet */
} place;

/*
 * Pages and index numbers looked at: one that is like many others is loaded once, a phrase that many write read once. It is gone on with from transaction to transaction until it is large
 * or another process has written. And the numbers that are on too many pages.
 */
typedef struct book {
    bg_record *record;
    bg_arena *arena;         /* of what follows but the places; NULL: it is to be begun anew */
    known pages;
    BG_VEC(posting) postings;
    BG_VEC(uint32_t) slots;  /* number → index + 1 in postings; a power of two */
    BG_VEC(uint32_t) common; /* ascending */
    bg_texts moved;          /* pages that are another witness now, of this transaction */
    bg_arena *kept;          /* of the places: they outlive a book that is large */
    place *places;
    size_t place_count;
    int64_t version; /* of the file, as others write it */
    size_t settled;  /* pages */
} book;

/* A changed page with all that it is and was linked with. */
typedef struct region {
    bg_record *record;
    bg_arena *arena;
    book *book;
    known in;
    indexes next;           /* members whose lead is to be found, in the next round … */
    BG_VEC(const member *) queue; /* … and in this one */
    bg_texts old;           /* witnesses that are dissolved */
    bg_texts done;          /* changed pages that are settled by this */
} region;

#define COPY(column) bg_db__copy(r->record, r->arena, stmt, (column))

/* ------------------------------------------------------------------ who is in it */

static uint32_t *slot_of(known *k, int64_t n) {
    size_t mask = k->slots.count - 1, at = (size_t)bg_hash__bytes(&n, sizeof n, 3) & mask;
    while (k->slots.items[at] && k->members.items[k->slots.items[at] - 1].n != n) at = (at + 1) & mask;
    return &k->slots.items[at];
}

/* Room for one more; false: out of memory. */
static bool grow(bg_record *record, bg_arena *arena, known *k) {
    if (k->slots.count > k->members.count * 2) return true;
    size_t size = k->slots.count ? k->slots.count * 2 : 64;
    k->slots.items = bg_arena__alloc(arena, size * sizeof *k->slots.items);
    k->slots.count = k->slots.items ? size : 0;
    for (size_t i = 0; k->slots.items && k->members.items && i < k->members.count; i++) *slot_of(k, k->members.items[i].n) = (uint32_t)i + 1;
    return k->slots.items || bg_db__nomem(record);
}

static void keep(bg_record *record, bg_arena *arena, known *k, const member *m) {
    member *item = grow(record, arena, k) ? BG_PUSH(arena, &k->members) : NULL;
    if (!item) {
        bg_db__nomem(record);
        return;
    }
    *item = *m;
    *slot_of(k, m->n) = (uint32_t)k->members.count;
}

static member *find(known *k, int64_t n) {
    uint32_t index = k->slots.count ? *slot_of(k, n) : 0;
    return index ? &k->members.items[index - 1] : NULL;
}

/* 0: it has no prints, or none any more. */
static int64_t number_of(region *r, const char *page) {
    sqlite3_stmt *stmt = bg_db__query(r->record, "SELECT n FROM page_prints WHERE page = ?", "t", page);
    int64_t n = bg_db__row(r->record, stmt) ? sqlite3_column_int64(stmt, 0) : 0;
    bg_db__done(stmt);
    return n;
}

static int by_number(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static bool is_common(const book *b, uint32_t number) {
    return b->common.count && bsearch(&number, b->common.items, b->common.count, sizeof number, by_number);
}

/* Its index numbers that are not on too many pages, as far as that is known by now. */
static void find_rare(book *b, member *m) {
    uint32_t numbers[BG_INDEX_MAX];
    size_t count = bg_print__index(&m->print, numbers), rare = 0;
    for (size_t i = 0; i < count; i++)
        if (!is_common(b, numbers[i])) numbers[rare++] = numbers[i];
    m->rare = bg_arena__copy(b->arena, numbers, rare * sizeof *numbers);
    m->rare_count = m->rare ? rare : 0;
    m->known_common = b->common.count + 1;
    if (!m->rare && rare) bg_db__nomem(b->record);
}

static void read_member(book *b, int64_t n) {
    member m = {.n = n};
    sqlite3_stmt *stmt = bg_db__query(b->record, "SELECT shingles, rate, day, numbers, page FROM page_prints WHERE n = ?", "i", n);
    if (!bg_db__row(b->record, stmt)) return;
    bg_print__read(b->record, b->arena, stmt, 0, &m.print);
    m.page = bg_db__copy(b->record, b->arena, stmt, 4);
    bg_db__done(stmt);
    keep(b->record, b->arena, &b->pages, &m);
    if (n >= 0 && (size_t)n < b->place_count) b->places[n].day = m.print.day >= 0 && m.print.day < UINT32_MAX ? (uint32_t)m.print.day + 1 : 1;
}

static bool load(region *r, int64_t n, member *out) {
    book *b = r->book;
    *out = (member){.n = n};
    if (!find(&b->pages, n)) read_member(b, n);
    member *there = b->record->code == BG_OK ? find(&b->pages, n) : NULL;
    if (!there) return false;
    if (there->known_common != b->common.count + 1) find_rare(b, there);
    *out = *there;
    return b->record->code == BG_OK;
}

static void note(region *r, bg_texts *list, const char *text) {
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i], text) == 0) return;
    const char **item = BG_PUSH(r->arena, list);
    if (item) *item = text;
    else bg_db__nomem(r->record);
}

static void put_index(region *r, indexes *list, size_t index) {
    uint32_t *item = BG_PUSH(r->arena, list);
    if (item) *item = (uint32_t)index;
    else bg_db__nomem(r->record);
}

/* Whose text it carries is to be found anew. */
static void enqueue(region *r, size_t index) {
    member *m = &r->in.members.items[index];
    if (m->queued) return;
    m->queued = true;
    put_index(r, &r->next, index);
}

/* Pages in order of time, those whose day nobody knows last; of one day short ones last, since what is but a text's beginning tells little of who else carries the text. */
static bool is_before(const member *a, const member *b) {
    if (!a->print.day != !b->print.day) return a->print.day;
    if (a->print.day != b->print.day) return a->print.day < b->print.day;
    bool is_short = a->print.shingles < BG_PRINT_SHORT, other = b->print.shingles < BG_PRINT_SHORT;
    return is_short != other ? other : strcmp(a->page, b->page) < 0;
}

static bool has_changed(region *r, const char *page) {
    return bg_db__any(r->record, bg_db__query(r->record, "SELECT 1 FROM changed_prints WHERE page = ?", "t", page));
}

/* Returns its index. */
static size_t push(region *r, const member *loaded, const char *witness) {
    member m = *loaded;
    size_t index = r->in.members.count;
    m.lead = m.was = index, m.witness = witness;
    keep(r->record, r->arena, &r->in, &m);
    return index;
}

/* The pages that were counted as this witness. One that is gone, or other than it was, may have been the one whose text the others carry: then all of them are asked. */
static void push_group(region *r, const char *witness) {
    size_t from = r->in.members.count, lead = from;
    bool changed = false;
    bg_texts pages = {0};
    bg_db__texts(r->record, r->arena, bg_db__query(r->record, "SELECT page FROM reprints WHERE witness = ?", "t", witness), &pages);
    for (size_t i = 0; i < pages.count && r->record->code == BG_OK; i++) {
        member m;
        int64_t n = number_of(r, pages.items[i]);
        if (has_changed(r, pages.items[i])) changed = true, note(r, &r->done, pages.items[i]);
        if (!n || !load(r, n, &m)) continue;
        size_t index = push(r, &m, witness);
        if (r->record->code == BG_OK && is_before(&r->in.members.items[index], &r->in.members.items[lead])) lead = index;
    }
    for (size_t i = from; i < r->in.members.count && r->record->code == BG_OK; i++) {
        member *m = &r->in.members.items[i];
        m->lead = m->was = lead;
        m->changed = changed;
        if (changed) enqueue(r, i);
    }
    if (changed) note(r, &r->old, witness);
}

/* A page with all that it was counted with. */
static void push_page(region *r, const char *page, const member *loaded) {
    sqlite3_stmt *stmt = bg_db__query(r->record, "SELECT witness FROM reprints WHERE page = ?", "t", page);
    const char *witness = bg_db__row(r->record, stmt) ? COPY(0) : NULL;
    bg_db__done(stmt);
    if (witness) {
        push_group(r, witness);
        return;
    }
    bool changed = has_changed(r, page);
    if (changed) note(r, &r->done, page);
    if (!loaded) return;
    size_t index = push(r, loaded, NULL);
    if (r->record->code != BG_OK) return;
    r->in.members.items[index].changed = changed;
    if (changed) enqueue(r, index);
}

/* ------------------------------------------------------------------ numbers that are on too many pages */

static void add_common(book *b, uint32_t number) {
    uint32_t *item = BG_PUSH(b->arena, &b->common);
    if (item) *item = number;
    else bg_db__nomem(b->record);
}

static void load_common(book *b) {
    sqlite3_stmt *stmt = bg_db__query(b->record, "SELECT number FROM common_prints ORDER BY number", "");
    while (bg_db__row(b->record, stmt)) add_common(b, (uint32_t)sqlite3_column_int64(stmt, 0));
}

/* All pages that have the number are to be settled anew. */
static void change_all(bg_record *record, int64_t number) {
    bg_db__run(record, "INSERT OR IGNORE INTO changed_prints(page) SELECT p.page FROM print_index i JOIN page_prints p ON p.n = i.n WHERE i.number = ?", "i", number);
}

static void make_common(region *r, uint32_t number) {
    if (is_common(r->book, number)) return;
    bg_db__run(r->record, "INSERT INTO common_prints(number, stale) VALUES(?, 0)", "i", (int64_t)number);
    add_common(r->book, number);
    if (r->book->common.count) qsort(r->book->common.items, r->book->common.count, sizeof number, by_number);
    change_all(r->record, number);
}

/* Numbers of pages that went: are they still on too many? */
static void settle_common(bg_record *record, bg_arena *arena) {
    BG_VEC(int64_t) stale = {0};
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT number FROM common_prints WHERE stale", "");
    while (bg_db__row(record, stmt)) {
        int64_t *number = BG_PUSH(arena, &stale);
        if (number) *number = sqlite3_column_int64(stmt, 0);
        else bg_db__nomem(record);
    }
    for (size_t i = 0; stale.items && i < stale.count && record->code == BG_OK; i++) {
        int64_t number = stale.items[i];
        stmt = bg_db__query(record, "SELECT 1 FROM print_index WHERE number = ? LIMIT 1 OFFSET ?", "in", number, (size_t)BG_PRINT_COMMON);
        if (bg_db__any(record, stmt)) {
            bg_db__run(record, "UPDATE common_prints SET stale = 0 WHERE number = ?", "i", number);
            continue;
        }
        bg_db__run(record, "DELETE FROM common_prints WHERE number = ?", "i", number);
        change_all(record, number);
    }
}

/* ------------------------------------------------------------------ who is linked */

/* A part of the smaller one's index numbers, as far as they are rare. */
static bool share_rare(const member *a, const member *b) {
    size_t shared = 0;
    for (size_t i = 0, k = 0; i < a->rare_count && k < b->rare_count;) {
        uint32_t x = a->rare[i], y = b->rare[k];
        shared += x == y, i += x <= y, k += y <= x;
    }
    if (!shared) return false;
    const bg_print *first = &a->print, *second = &b->print;
    bg_print__sort(&first, &second);
    const member *smaller = first == &a->print ? a : b;
    return shared * RARE_PART >= bg_print__index_part(smaller->rare, smaller->rare_count, second->shingles);
}

static bool linked(const member *a, const member *b) { return share_rare(a, b) && bg_print__linked(&a->print, &b->print); }

/* ------------------------------------------------------------------ who shares numbers */

static uint32_t *slot_of_number(book *b, uint32_t number) {
    size_t mask = b->slots.count - 1, at = (size_t)bg_hash__bytes(&number, sizeof number, 3) & mask;
    while (b->slots.items[at] && b->postings.items[b->slots.items[at] - 1].number != number) at = (at + 1) & mask;
    return &b->slots.items[at];
}

static bool grow_postings(book *b) {
    if (b->slots.count > b->postings.count * 2) return true;
    size_t size = b->slots.count ? b->slots.count * 2 : 1024;
    b->slots.items = bg_arena__alloc(b->arena, size * sizeof *b->slots.items);
    b->slots.count = b->slots.items ? size : 0;
    for (size_t i = 0; b->slots.items && b->postings.items && i < b->postings.count; i++) *slot_of_number(b, b->postings.items[i].number) = (uint32_t)i + 1;
    return b->slots.items || bg_db__nomem(b->record);
}

static void read_posting(book *b, posting *out) {
    carrier pages[BG_PRINT_COMMON + 1];
    sqlite3_stmt *stmt = bg_db__query(b->record, "SELECT n, shingles FROM print_index WHERE number = ? LIMIT ?", "in", (int64_t)out->number, BG_COUNT(pages));
    while (out->count < BG_COUNT(pages) && bg_db__row(b->record, stmt)) {
        int64_t n = sqlite3_column_int64(stmt, 0);
        if (n >= 0 && (size_t)n < b->place_count) pages[out->count++] = (carrier){(uint32_t)n, (uint32_t)sqlite3_column_int64(stmt, 1)}; /* else damaged: there is no such page */
    }
    bg_db__done(stmt);
    out->pages = bg_arena__copy(b->arena, pages, out->count * sizeof *pages);
    if (!out->pages) bg_db__nomem(b->record);
}

/* NULL: a failure. */
static const posting *posting_of(book *b, uint32_t number) {
    if (!grow_postings(b)) return NULL;
    uint32_t *slot = slot_of_number(b, number);
    if (!*slot) {
        posting *one = BG_PUSH(b->arena, &b->postings);
        if (!one) return bg_db__nomem(b->record), NULL;
        *one = (posting){.number = number};
        *slot = (uint32_t)b->postings.count;
        read_posting(b, one);
    }
    return b->record->code == BG_OK ? &b->postings.items[*slot - 1] : NULL;
}

/* The pages that have this number, unless they are too many: each is counted once more. */
static void count_hits(region *r, uint32_t number, hits *out) {
    const posting *p = posting_of(r->book, number);
    if (p && p->count > BG_PRINT_COMMON) make_common(r, number);
    for (size_t i = 0; p && p->count <= BG_PRINT_COMMON && i < p->count; i++) {
        uint32_t *at = &r->book->places[p->pages[i].n].hit;
        hit *slot = *at ? NULL : BG_PUSH(r->arena, out);
        if (slot) *slot = (hit){.page = p->pages[i]}, *at = (uint32_t)out->count;
        if (*at && out->items) out->items[*at - 1].count++;
        else bg_db__nomem(r->record);
    }
}

/* Each page once, with how many numbers it shares. */
static void find_hits(region *r, const member *m, hits *out) {
    for (size_t i = 0; i < m->rare_count && r->record->code == BG_OK; i++) count_hits(r, m->rare[i], out);
    for (size_t i = 0; i < out->count; i++) r->book->places[out->items[i].page.n].hit = 0;
}

/* May it be linked, by what is known without loading it? */
static bool may_link(const region *r, const member *m, const hit *found) {
    uint32_t day = r->book->places[found->page.n].day;
    if (!bg_print__may_link(m->print.shingles, day ? m->print.day : 0, found->page.shingles, day ? day - 1 : 0)) return false;
    return found->page.shingles <= m->print.shingles || found->count * RARE_PART >= bg_print__index_part(m->rare, m->rare_count, found->page.shingles);
}

static bool has_fellow(const member *m, size_t which) {
    for (size_t i = 0; i < m->fellows.count; i++)
        if (m->fellows.items[i] == which) return true;
    return false;
}

/* Is it linked with the page n? That one was asked before, or is loaded. */
static bool is_linked(region *r, size_t which, const member *m, int64_t n) {
    member other;
    const member *there = find(&r->in, n);
    if (there && there->looked_up) return has_fellow(there, which);
    if (!load(r, n, &other) || !linked(m, &other)) return false;
    if (!there) push_page(r, other.page, &other);
    return true;
}

/* Whom is this member linked with? */
static void look_up(region *r, size_t which) {
    const member m = r->in.members.items[which]; /* they may move */
    hits found = {0};
    find_hits(r, &m, &found);
    for (size_t i = 0; i < found.count && r->record->code == BG_OK; i++) {
        int64_t n = found.items[i].page.n;
        if (n == m.n || !may_link(r, &m, &found.items[i]) || !is_linked(r, which, &m, n)) continue;
        const member *other = find(&r->in, n);
        if (other) put_index(r, &r->in.members.items[which].fellows, (size_t)(other - r->in.members.items));
    }
    if (r->record->code == BG_OK && r->in.members.items) r->in.members.items[which].looked_up = true;
}

/* ------------------------------------------------------------------ whose text it carries */

static bool shares_more(const member *m, const member *a, const member *b) {
    bg_overlap x, y;
    bg_print__compare(&m->print, &a->print, &x);
    bg_print__compare(&m->print, &b->print, &y);
    return x.shared != y.shared ? x.shared > y.shared : is_before(a, b);
}

/* The earlier page that it shares most with, of those that carry nobody else's text; itself if there is none. */
static size_t lead_of(const region *r, size_t which) {
    const member *all = r->in.members.items, *m = &all[which];
    size_t lead = which;
    for (size_t i = 0; i < m->fellows.count; i++) {
        size_t k = m->fellows.items[i];
        if (all[k].lead != k || !is_before(&all[k], m)) continue;
        if (lead == which || shares_more(m, &all[k], &all[lead])) lead = k;
    }
    return lead;
}

/* Later pages may carry its text, or may not any more. */
static void ask_later(region *r, size_t which) {
    const member *m = &r->in.members.items[which];
    for (size_t i = 0; i < m->fellows.count; i++) {
        size_t k = m->fellows.items[i];
        if (is_before(m, &r->in.members.items[k])) enqueue(r, k);
    }
}

static void find_lead(region *r, size_t which) {
    member *m = &r->in.members.items[which];
    size_t before = m->lead;
    m->queued = false;
    m->lead = lead_of(r, which);
    bool leads = m->lead == which, led = before == which;
    if (leads != led || (leads && m->changed && !m->asked)) ask_later(r, which);
    m->asked |= leads;
}

static int by_order(const void *left, const void *right) {
    const member *a = *(const member *const *)left, *b = *(const member *const *)right;
    return is_before(b, a) - is_before(a, b);
}

/*
 * The next to be asked, in order of time, so that it is mostly known whom a page may follow when it is asked. Their fellows are looked up before, of which those that have changed are asked
 * too. false: there are none.
 */
static bool begin_round(region *r) {
    for (size_t i = 0; i < r->next.count && r->record->code == BG_OK; i++)
        if (!r->in.members.items[r->next.items[i]].looked_up) look_up(r, r->next.items[i]);
    r->queue.count = 0;
    for (size_t i = 0; i < r->next.count && r->record->code == BG_OK; i++) {
        const member **slot = BG_PUSH(r->arena, &r->queue); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
        if (slot) *slot = &r->in.members.items[r->next.items[i]];
        else bg_db__nomem(r->record);
    }
    r->next.count = 0;
    if (r->queue.items) qsort(r->queue.items, r->queue.count, sizeof *r->queue.items, by_order); /* NOLINT(bugprone-sizeof-expression) */
    return r->queue.count && r->record->code == BG_OK;
}

static void gather(region *r, const char *page) {
    member m;
    int64_t n = number_of(r, page);
    note(r, &r->done, page);
    push_page(r, page, n && load(r, n, &m) ? &m : NULL);
    while (begin_round(r))
        for (size_t i = 0; i < r->queue.count; i++) find_lead(r, (size_t)(r->queue.items[i] - r->in.members.items));
}

/* ------------------------------------------------------------------ where a text comes from */

static void load_facts(region *r, member *m) {
    sqlite3_stmt *stmt = bg_db__query(r->record, "SELECT published, captured, agency, reprint_of, address, host FROM pages WHERE id = ?", "t", m->page);
    if (bg_db__row(r->record, stmt)) {
        m->published = COPY(0), m->captured = COPY(1), m->agency = COPY(2), m->address = COPY(4), m->host = COPY(5);
        const char *url = COPY(3), *host;
        if (url && !bg_address__of(r->arena, url, &m->reprint_of, &host)) bg_db__nomem(r->record);
    }
    bg_db__done(stmt);
}

static int compare_texts(const char *a, const char *b) {
    if (!a || !b) return (!a) - (!b);
    return strcmp(a, b);
}

static int by_time(const member *a, const member *b) {
    int order = compare_texts(a->published, b->published);
    if (!order) order = compare_texts(a->captured, b->captured);
    return order ? order : strcmp(a->page, b->page);
}

/* "Vietnamplus.vn", "Báo Nhân Dân": does the host bear the agency's name? */
static bool of_agency(const member *m, const char *agency) {
    char name[64];
    size_t size = 0;
    bg_buf folded;
    bg_buf__init(&folded, 4096);
    bg_fold__name(agency, &folded);
    for (size_t i = 0; folded.bytes && i < folded.size && size + 1 < sizeof name; i++)
        if (folded.bytes[i] != ' ') name[size++] = folded.bytes[i];
    bg_buf__free(&folded);
    if (size > 2 && strncmp(name + size - 2, "vn", 2) == 0) size -= 2; /* a domain */
    name[size] = 0;
    return size > 3 && m->host && strstr(m->host, name);
}

typedef struct group {
    region *r;
    BG_VEC(member *) pages;
    const member *origin;
    const char *agency, *reason;
} group;

/* The agency that most of them name. */
static void find_agency(group *g) {
    size_t most = 0;
    for (size_t i = 0; i < g->pages.count; i++) {
        const char *name = g->pages.items[i]->agency;
        size_t times = 0;
        for (size_t k = 0; name && k < g->pages.count; k++) times += g->pages.items[k]->agency && strcmp(g->pages.items[k]->agency, name) == 0;
        if (times > most || (times && times == most && strcmp(name, g->agency) < 0)) most = times, g->agency = name;
    }
}

static bool named_as_original(const group *g, const member *m) {
    for (size_t i = 0; m->address && i < g->pages.count; i++) {
        const char *original = g->pages.items[i]->reprint_of;
        if (g->pages.items[i] != m && original && strcmp(original, m->address) == 0) return true;
    }
    return false;
}

static const char *claim_of(const group *g, const member *m) {
    if (named_as_original(g, m)) return "named as the original";
    return g->agency && of_agency(m, g->agency) ? "the agency's own page" : m->published ? "published first" : "first by name";
}

static int claim_rank(const char *claim) { return strcmp(claim, "named as the original") == 0 ? 0 : strcmp(claim, "the agency's own page") == 0 ? 1 : 2; }

static void find_origin(group *g) {
    find_agency(g);
    for (size_t i = 0; i < g->pages.count; i++) {
        const member *m = g->pages.items[i];
        const char *claim = claim_of(g, m);
        int order = g->origin ? claim_rank(claim) - claim_rank(g->reason) : -1;
        if (order < 0 || (order == 0 && by_time(m, g->origin) < 0)) g->origin = m, g->reason = claim;
    }
}

/* Of whom is it a reprint: the origin, or the one whose text it carries; the other way round for that one itself. */
static const member *fellow_of(const group *g, const member *m) {
    const member *lead = &g->r->in.members.items[m->lead];
    return m == lead || linked(m, g->origin) ? g->origin : lead;
}

static const char *reason_of(const group *g, const member *m) {
    if (m == g->origin) return NULL;
    const member *fellow = fellow_of(g, m);
    bg_overlap overlap;
    bg_print__compare(&m->print, &fellow->print, &overlap);
    return bg_arena__print(g->r->arena, "with=%s; shared=%zu/%zu%s%s", fellow->page, overlap.shared, overlap.smaller, m->agency ? "; agency=" : "", m->agency ? m->agency : "");
}

static void write_group(region *r, size_t lead) {
    group g = {.r = r};
    for (size_t i = 0; i < r->in.members.count; i++) {
        member *m = &r->in.members.items[i], **item = m->lead == lead ? BG_PUSH(r->arena, &g.pages) : NULL; /* NOLINT(bugprone-sizeof-expression): it holds pointers */
        if (item) *item = m;
    }
    if (!g.pages.items || g.pages.count < 2) return;
    for (size_t i = 0; i < g.pages.count; i++) load_facts(r, g.pages.items[i]);
    find_origin(&g);
    bg_db__run(r->record, "INSERT INTO witnesses(page, pages, agency, reason) VALUES(?,?,?,?)", "tntt", g.origin->page, g.pages.count, g.agency, g.reason);
    for (size_t i = 0; i < g.pages.count; i++) {
        g.pages.items[i]->now = g.origin->page;
        bg_db__run(r->record, "INSERT INTO reprints(page, witness, reason) VALUES(?,?,?)", "ttt", g.pages.items[i]->page, g.origin->page, reason_of(&g, g.pages.items[i]));
    }
}

/* Groups that are not what they were: their leads. What has changed may name another agency. */
static void mark_dirty(region *r) {
    member *all = r->in.members.items;
    for (size_t i = 0; i < r->in.members.count; i++)
        if (all[i].changed || all[i].lead != all[i].was) all[all[i].lead].dirty = all[all[i].was].dirty = true;
    for (size_t i = 0; i < r->in.members.count && r->record->code == BG_OK; i++)
        if (all[all[i].was].dirty && all[i].witness) note(r, &r->old, all[i].witness);
}

static bool is_witness(const char *witness, const char *page) { return !witness || strcmp(witness, page) == 0; }

/* Which of its pages are another witness than before? */
static void note_moved(region *r) {
    book *b = r->book;
    for (size_t i = 0; i < r->in.members.count && r->record->code == BG_OK; i++) {
        const member *m = &r->in.members.items[i];
        if (!r->in.members.items[m->lead].dirty || (is_witness(m->witness, m->page) ? is_witness(m->now, m->page) : bg_string__equal(m->witness, m->now))) continue;
        const char **item = BG_PUSH(b->arena, &b->moved);
        if (item) *item = bg_arena__text(b->arena, m->page, strlen(m->page));
        if (!item || !*item) bg_db__nomem(r->record);
    }
}

static void write_all(region *r) {
    mark_dirty(r);
    for (size_t i = 0; i < r->old.count; i++) {
        bg_db__run(r->record, "DELETE FROM reprints WHERE witness = ?", "t", r->old.items[i]);
        bg_db__run(r->record, "DELETE FROM witnesses WHERE page = ?", "t", r->old.items[i]);
    }
    for (size_t i = 0; i < r->in.members.count; i++)
        if (r->in.members.items[i].lead == i && r->in.members.items[i].dirty) write_group(r, i);
    note_moved(r);
    for (size_t i = 0; i < r->done.count; i++) bg_db__run(r->record, "DELETE FROM changed_prints WHERE page = ?", "t", r->done.items[i]);
    r->book->settled += r->done.count;
}

/* The next changed page with all that it touches. If a number is found to be on too many pages meanwhile, who is linked is another question: it is asked again. */
static bool settle_next(bg_record *record, book *b) {
    region r = {.record = record, .arena = bg_arena__new(), .book = b};
    if (!r.arena) return bg_db__nomem(record);
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT page FROM changed_prints LIMIT 1", "");
    const char *page = bg_db__row(record, stmt) ? bg_db__copy(record, r.arena, stmt, 0) : NULL;
    bg_db__done(stmt);
    size_t common = b->common.count;
    if (page) gather(&r, page);
    if (page && record->code == BG_OK && b->common.count == common) write_all(&r);
    if (bg_arena__failed(r.arena)) bg_db__nomem(record);
    bg_arena__free(r.arena);
    return page && record->code == BG_OK;
}

static void close_book(book *b) {
    bg_arena__free(b->arena);
    bg_arena__free(b->kept);
    *b = (book){.record = b->record};
}

/* One place for each page of the record. */
static bool make_places(book *b) {
    b->kept = bg_arena__new();
    b->place_count = (size_t)bg_db__int(b->record, "SELECT coalesce(max(n), 0) + 1 FROM page_prints");
    b->places = b->kept ? bg_arena__alloc(b->kept, b->place_count * sizeof *b->places) : NULL;
    return b->places || bg_db__nomem(b->record);
}

/* At the beginning of a transaction: what was looked at before counts if nobody else has written since. */
static bool open_book(book *b) {
    int64_t version = bg_db__int(b->record, "PRAGMA data_version");
    if (b->version != version) close_book(b);
    if (!b->kept && !make_places(b)) return false;
    if (b->arena && bg_arena__used(b->arena) >= BOOK_BYTES) {
        bg_arena__free(b->arena);
        *b = (book){.record = b->record, .kept = b->kept, .places = b->places, .place_count = b->place_count};
    }
    b->version = version;
    if (!b->arena) b->arena = bg_arena__new();
    if (!b->arena) return bg_db__nomem(b->record);
    b->common.count = b->moved.count = 0;
    settle_common(b->record, b->arena);
    load_common(b);
    return b->record->code == BG_OK;
}

static bool settle_batch(bg_record *record, book *b) {
    bool more = false;
    if (!bg_db__run(record, "BEGIN IMMEDIATE", "")) return false;
    if (open_book(b)) {
        more = true;
        for (size_t i = 0; i < BATCH && more && record->code == BG_OK && (!i || bg_arena__used(b->arena) < BOOK_BYTES); i++) more = settle_next(record, b);
        if (record->code == BG_OK) bg_stand__witnesses(record, b->arena, &b->moved), bg_card__witnesses(record, b->arena, &b->moved);
        if (bg_arena__failed(b->arena)) bg_db__nomem(record);
    }
    bg_db__run(record, "COMMIT", "");
    bg_db__undo(record);
    return more && record->code == BG_OK;
}

static bool is_work(bg_record *record) {
    return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM changed_prints UNION ALL SELECT 1 FROM common_prints WHERE stale LIMIT 1", ""));
}

/*
 * Where most pages are to be settled, the numbers that are on too many of them are found at once, and all pages are settled by them. Found one by one, each would
 * have all its pages settled anew. (The highest number of a page is no less than their count, and is asked at once.)
 */
static void find_common(bg_record *record) {
    if (!bg_db__int(record, "SELECT (SELECT count(*) FROM changed_prints) * 2 > (SELECT coalesce(max(n), 0) FROM page_prints)")) return;
    if (!bg_db__run(record, "BEGIN IMMEDIATE", "")) return;
    bg_db__run(record, "INSERT INTO common_prints(number, stale) SELECT number, 0 FROM print_index GROUP BY number HAVING count(*) > ? AND number NOT IN (SELECT number FROM common_prints)", "n",
               (size_t)BG_PRINT_COMMON);
    if (sqlite3_changes(record->db)) bg_db__run(record, "INSERT OR IGNORE INTO changed_prints(page) SELECT page FROM page_prints", "");
    bg_db__run(record, "COMMIT", "");
    bg_db__undo(record);
}

void bg_reprints__settle(bg_record *record, const bg_watcher *watcher) {
    book b = {.record = record};
    bg_print__index_changed(record);
    find_common(record);
    size_t total = (size_t)bg_db__int(record, "SELECT count(*) FROM changed_prints");
    while (record->code == BG_OK && is_work(record)) {
        settle_batch(record, &b);
        if (b.settled > total) total = b.settled; /* a phrase became common, or its pages went */
        bg_watcher__tell(watcher, BG_SETTLE_REPRINTS, b.settled, total);
    }
    close_book(&b);
}
