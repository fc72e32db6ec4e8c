/* region: see region.h. */
#include "region.h"
#include "ahead.h"
#include "reprints.h"

#include <stdlib.h>

#define RARE_PART 5 /* of two that share half of their shingles hardly any has less than a fifth of its numbers in the other: one in a thousand */
#define SHELF_BYTES ((size_t)48 << 20) /* of what stays loaded */

/* A page that shares index numbers with the one that is asked for: how many. */
typedef struct hit {
    bg_carrier page;
    uint32_t count;
} hit;
typedef BG_VEC(hit) hits;

#define COPY(column) bg_db__copy(r->record, r->arena, stmt, (column))

/* ------------------------------------------------------------------ who is in it */

static uint32_t *slot_of(bg_members *k, int64_t n) {
    size_t mask = k->slots.count - 1, at = (size_t)bg_hash__bytes(&n, sizeof n, 3) & mask;
    while (k->slots.items[at] && k->members.items[k->slots.items[at] - 1].n != n) at = (at + 1) & mask;
    return &k->slots.items[at];
}

/* Room for one more; false: out of memory. */
static bool grow(bg_record *record, bg_arena *arena, bg_members *k) {
    if (k->slots.count > k->members.count * 2) return true;
    size_t size = k->slots.count ? k->slots.count * 2 : 64;
    k->slots.items = bg_arena__alloc(arena, size * sizeof *k->slots.items);
    k->slots.count = k->slots.items ? size : 0;
    for (size_t i = 0; k->slots.items && k->members.items && i < k->members.count; i++) *slot_of(k, k->members.items[i].n) = (uint32_t)i + 1;
    return k->slots.items || bg_db__nomem(record);
}

static void keep(bg_record *record, bg_arena *arena, bg_members *k, const bg_member *m) {
    bg_member *item = grow(record, arena, k) ? BG_PUSH(arena, &k->members) : NULL;
    if (!item) {
        bg_db__nomem(record);
        return;
    }
    *item = *m;
    *slot_of(k, m->n) = (uint32_t)k->members.count;
}

static bg_member *find(bg_members *k, int64_t n) {
    uint32_t index = k->slots.count ? *slot_of(k, n) : 0;
    return index ? &k->members.items[index - 1] : NULL;
}

/* 0: it has no prints, or none any more. */
static int64_t number_of(bg_region *r, const char *page) {
    sqlite3_stmt *stmt = bg_db__query(r->record, "SELECT n FROM page_prints WHERE page = ?", "t", page);
    int64_t n = bg_db__row(r->record, stmt) ? sqlite3_column_int64(stmt, 0) : 0;
    bg_db__done(stmt);
    return n;
}

static int by_number(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static bool is_common(const bg_shelf *b, uint32_t number) {
    return b->common.count && bsearch(&number, b->common.items, b->common.count, sizeof number, by_number);
}

/* Its index numbers that are not on too many pages, as far as that is known by now. */
static void find_rare(bg_shelf *b, bg_member *m) {
    uint32_t numbers[BG_INDEX_MAX];
    size_t count = bg_print__index(&m->print, numbers), rare = 0;
    for (size_t i = 0; i < count; i++)
        if (!is_common(b, numbers[i])) numbers[rare++] = numbers[i];
    m->rare = bg_arena__copy(b->arena, numbers, rare * sizeof *numbers);
    m->rare_count = m->rare ? rare : 0;
    m->known_common = b->common.count + 1;
    if (!m->rare && rare) bg_db__nomem(b->record);
}

static void read_member(bg_shelf *b, int64_t n) {
    bg_member m = {.n = n};
    sqlite3_stmt *stmt = bg_db__query(b->record, "SELECT shingles, rate, day, numbers, page FROM page_prints WHERE n = ?", "i", n);
    if (!bg_db__row(b->record, stmt)) return;
    bg_print__read(b->record, b->arena, stmt, 0, &m.print);
    m.page = bg_db__copy(b->record, b->arena, stmt, 4);
    bg_db__done(stmt);
    keep(b->record, b->arena, &b->pages, &m);
    if (n >= 0 && (size_t)n < b->place_count) b->places[n].day = m.print.day >= 0 && m.print.day < UINT32_MAX ? (uint32_t)m.print.day + 1 : 1;
}

static bool load(bg_region *r, int64_t n, bg_member *out) {
    bg_shelf *b = r->shelf;
    *out = (bg_member){.n = n};
    if (!find(&b->pages, n)) read_member(b, n);
    bg_member *there = b->record->code == BG_OK ? find(&b->pages, n) : NULL;
    if (!there) return false;
    if (there->known_common != b->common.count + 1) find_rare(b, there);
    *out = *there;
    return b->record->code == BG_OK;
}

void bg_region__note(bg_region *r, bg_texts *list, const char *text) {
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i], text) == 0) return;
    const char **item = BG_PUSH(r->arena, list);
    if (item) *item = text;
    else bg_db__nomem(r->record);
}

static void put_index(bg_region *r, bg_indexes *list, size_t index) {
    uint32_t *item = BG_PUSH(r->arena, list);
    if (item) *item = (uint32_t)index;
    else bg_db__nomem(r->record);
}

/* Whose text it carries is to be found anew. */
static void enqueue(bg_region *r, size_t index) {
    bg_member *m = &r->in.members.items[index];
    if (m->queued) return;
    m->queued = true;
    put_index(r, &r->next, index);
}

/* Pages in order of time, those whose day nobody knows last; of one day short ones last, since what is but a text's beginning tells little of who else carries the text. */
static bool is_before(const bg_member *a, const bg_member *b) {
    if (!a->print.day != !b->print.day) return a->print.day;
    if (a->print.day != b->print.day) return a->print.day < b->print.day;
    bool is_short = a->print.shingles < BG_PRINT_SHORT, other = b->print.shingles < BG_PRINT_SHORT;
    return is_short != other ? other : strcmp(a->page, b->page) < 0;
}

static bool has_changed(bg_region *r, const char *page) {
    return bg_db__any(r->record, bg_db__query(r->record, "SELECT 1 FROM changed_prints WHERE page = ?", "t", page));
}

/* Returns its index. */
static size_t push(bg_region *r, const bg_member *loaded, const char *witness) {
    bg_member m = *loaded;
    size_t index = r->in.members.count;
    m.lead = m.was = index, m.witness = witness;
    keep(r->record, r->arena, &r->in, &m);
    return index;
}

/* The pages that were counted as this witness. One that is gone, or other than it was, may have been the one whose text the others carry: then all of them are asked. */
static void push_group(bg_region *r, const char *witness) {
    size_t from = r->in.members.count, lead = from;
    bool changed = false;
    bg_texts pages = {0};
    bg_db__texts(r->record, r->arena, bg_db__query(r->record, "SELECT page FROM reprints WHERE witness = ?", "t", witness), &pages);
    for (size_t i = 0; i < pages.count && r->record->code == BG_OK; i++) {
        bg_member m;
        int64_t n = number_of(r, pages.items[i]);
        if (has_changed(r, pages.items[i])) changed = true, bg_region__note(r, &r->done, pages.items[i]);
        if (!n || !load(r, n, &m)) continue;
        size_t index = push(r, &m, witness);
        if (r->record->code == BG_OK && is_before(&r->in.members.items[index], &r->in.members.items[lead])) lead = index;
    }
    for (size_t i = from; i < r->in.members.count && r->record->code == BG_OK; i++) {
        bg_member *m = &r->in.members.items[i];
        m->lead = m->was = lead;
        m->changed = changed;
        if (changed) enqueue(r, i);
    }
    if (changed) bg_region__note(r, &r->old, witness);
}

/* A page with all that it was counted with. */
static void push_page(bg_region *r, const char *page, const bg_member *loaded) {
    sqlite3_stmt *stmt = bg_db__query(r->record, "SELECT witness FROM reprints WHERE page = ?", "t", page);
    const char *witness = bg_db__row(r->record, stmt) ? COPY(0) : NULL;
    bg_db__done(stmt);
    if (witness) {
        push_group(r, witness);
        return;
    }
    bool changed = has_changed(r, page);
    if (changed) bg_region__note(r, &r->done, page);
    if (!loaded) return;
    size_t index = push(r, loaded, NULL);
    if (r->record->code != BG_OK) return;
    r->in.members.items[index].changed = changed;
    if (changed) enqueue(r, index);
}

/* ------------------------------------------------------------------ numbers that are on too many pages */

static void add_common(bg_shelf *b, uint32_t number) {
    uint32_t *item = BG_PUSH(b->arena, &b->common);
    if (item) *item = number;
    else bg_db__nomem(b->record);
}

static void load_common(bg_shelf *b) {
    sqlite3_stmt *stmt = bg_db__query(b->record, "SELECT number FROM common_prints ORDER BY number", "");
    while (bg_db__row(b->record, stmt)) add_common(b, (uint32_t)sqlite3_column_int64(stmt, 0));
}

/* All pages that have the number are to be settled anew. */
static void change_all(bg_record *record, int64_t number) {
    bg_db__run(record, "INSERT OR IGNORE INTO changed_prints(page) SELECT p.page FROM print_index i JOIN page_prints p ON p.n = i.n WHERE i.number = ?", "i", number);
}

static void make_common(bg_region *r, uint32_t number) {
    if (is_common(r->shelf, number)) return;
    bg_ahead__stop(r->shelf->ahead); /* who is linked is another question now */
    r->shelf->ahead = NULL;
    bg_db__run(r->record, "INSERT INTO common_prints(number, stale) VALUES(?, 0)", "i", (int64_t)number);
    add_common(r->shelf, number);
    if (r->shelf->common.count) qsort(r->shelf->common.items, r->shelf->common.count, sizeof number, by_number);
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
static bool share_rare(const bg_member *a, const bg_member *b) {
    size_t shared = 0;
    for (size_t i = 0, k = 0; i < a->rare_count && k < b->rare_count;) {
        uint32_t x = a->rare[i], y = b->rare[k];
        shared += x == y, i += x <= y, k += y <= x;
    }
    if (!shared) return false;
    const bg_print *first = &a->print, *second = &b->print;
    bg_print__sort(&first, &second);
    const bg_member *smaller = first == &a->print ? a : b;
    return shared * RARE_PART >= bg_print__index_part(smaller->rare, smaller->rare_count, second->shingles);
}

bool bg_member__linked(const bg_member *a, const bg_member *b) { return share_rare(a, b) && bg_print__linked(&a->print, &b->print); }

/* ------------------------------------------------------------------ who shares numbers */

static uint32_t *slot_of_number(bg_shelf *b, uint32_t number) {
    size_t mask = b->slots.count - 1, at = (size_t)bg_hash__bytes(&number, sizeof number, 3) & mask;
    while (b->slots.items[at] && b->postings.items[b->slots.items[at] - 1].number != number) at = (at + 1) & mask;
    return &b->slots.items[at];
}

static bool grow_postings(bg_shelf *b) {
    if (b->slots.count > b->postings.count * 2) return true;
    size_t size = b->slots.count ? b->slots.count * 2 : 1024;
    b->slots.items = bg_arena__alloc(b->arena, size * sizeof *b->slots.items);
    b->slots.count = b->slots.items ? size : 0;
    for (size_t i = 0; b->slots.items && b->postings.items && i < b->postings.count; i++) *slot_of_number(b, b->postings.items[i].number) = (uint32_t)i + 1;
    return b->slots.items || bg_db__nomem(b->record);
}

static void read_posting(bg_shelf *b, bg_posting *out) {
    bg_carrier pages[BG_PRINT_COMMON + 1];
    sqlite3_stmt *stmt = bg_db__query(b->record, "SELECT n, shingles FROM print_index WHERE number = ? LIMIT ?", "in", (int64_t)out->number, BG_COUNT(pages));
    while (out->count < BG_COUNT(pages) && bg_db__row(b->record, stmt)) {
        int64_t n = sqlite3_column_int64(stmt, 0);
        if (n >= 0 && (size_t)n < b->place_count) pages[out->count++] = (bg_carrier){(uint32_t)n, (uint32_t)sqlite3_column_int64(stmt, 1)}; /* else damaged: there is no such page */
    }
    bg_db__done(stmt);
    out->pages = bg_arena__copy(b->arena, pages, out->count * sizeof *pages);
    if (!out->pages) bg_db__nomem(b->record);
}

/* NULL: a failure. */
static const bg_posting *posting_of(bg_shelf *b, uint32_t number) {
    if (!grow_postings(b)) return NULL;
    uint32_t *slot = slot_of_number(b, number);
    if (!*slot) {
        bg_posting *one = BG_PUSH(b->arena, &b->postings);
        if (!one) return bg_db__nomem(b->record), NULL;
        *one = (bg_posting){.number = number};
        *slot = (uint32_t)b->postings.count;
        read_posting(b, one);
    }
    return b->record->code == BG_OK ? &b->postings.items[*slot - 1] : NULL;
}

/* The pages that have this number, unless they are too many: each is counted once more. */
static void count_hits(bg_region *r, uint32_t number, hits *out) {
    const bg_posting *p = posting_of(r->shelf, number);
    if (p && p->count > BG_PRINT_COMMON) {
        if (r->shelf->looks_only) r->shelf->too_many = true;
        else make_common(r, number);
    }
    for (size_t i = 0; p && p->count <= BG_PRINT_COMMON && i < p->count; i++) {
        uint32_t *at = &r->shelf->places[p->pages[i].n].hit;
        hit *slot = *at ? NULL : BG_PUSH(r->arena, out);
        if (slot) *slot = (hit){.page = p->pages[i]}, *at = (uint32_t)out->count;
        if (*at && out->items) out->items[*at - 1].count++;
        else bg_db__nomem(r->record);
    }
}

/* Each page once, with how many numbers it shares. */
static void find_hits(bg_region *r, const bg_member *m, hits *out) {
    for (size_t i = 0; i < m->rare_count && r->record->code == BG_OK; i++) count_hits(r, m->rare[i], out);
    for (size_t i = 0; i < out->count; i++) r->shelf->places[out->items[i].page.n].hit = 0;
}

/* May it be linked, by what is known without loading it? */
static bool may_link(const bg_region *r, const bg_member *m, const hit *found) {
    uint32_t day = r->shelf->places[found->page.n].day;
    if (!bg_print__may_link(m->print.shingles, day ? m->print.day : 0, found->page.shingles, day ? day - 1 : 0)) return false;
    return found->page.shingles <= m->print.shingles || found->count * RARE_PART >= bg_print__index_part(m->rare, m->rare_count, found->page.shingles);
}

static bool has_fellow(const bg_member *m, size_t which) {
    for (size_t i = 0; i < m->fellows.count; i++)
        if (m->fellows.items[i] == which) return true;
    return false;
}

/* Is it linked with the page n? That one was asked before, or is loaded. */
static bool is_linked(bg_region *r, const bg_member *m, int64_t n) {
    bg_member other;
    const bg_member *there = find(&r->in, n), *itself = there && there->looked_up ? find(&r->in, m->n) : NULL;
    if (itself) return has_fellow(there, (size_t)(itself - r->in.members.items));
    return load(r, n, &other) && bg_member__linked(m, &other);
}

/* The numbers of the pages that it is linked with. */
static void find_fellows(bg_region *r, const bg_member *m, bg_indexes *out) {
    hits found = {0};
    find_hits(r, m, &found);
    for (size_t i = 0; i < found.count && r->record->code == BG_OK; i++) {
        uint32_t n = found.items[i].page.n;
        if (n != m->n && may_link(r, m, &found.items[i]) && is_linked(r, m, n)) put_index(r, out, n);
    }
}

bool bg_region__look(bg_shelf *b, bg_arena *arena, int64_t n, bg_indexes *out) {
    bg_region r = {.record = b->record, .arena = arena, .shelf = b};
    bg_member m;
    if (!load(&r, n, &m)) return false;
    b->too_many = false;
    find_fellows(&r, &m, out);
    return !b->too_many && b->record->code == BG_OK && !bg_arena__failed(arena);
}

/* Puts a fellow of a member among those who are looked at. */
static void put_fellow(bg_region *r, size_t which, int64_t n) {
    bg_member loaded;
    if (!find(&r->in, n) && load(r, n, &loaded)) push_page(r, loaded.page, &loaded);
    const bg_member *other = find(&r->in, n);
    if (other) put_index(r, &r->in.members.items[which].fellows, (size_t)(other - r->in.members.items));
}

/* Whom is this member linked with? */
static void look_up(bg_region *r, size_t which) {
    const bg_member m = r->in.members.items[which]; /* they may move */
    bg_indexes fellows = {0};
    if (!bg_ahead__take(r->shelf->ahead, r->record, r->arena, m.n, &fellows)) find_fellows(r, &m, &fellows);
    for (size_t i = 0; i < fellows.count && r->record->code == BG_OK; i++) put_fellow(r, which, fellows.items[i]);
    if (r->record->code == BG_OK && r->in.members.items) r->in.members.items[which].looked_up = true;
}

/* ------------------------------------------------------------------ whose text it carries */

static bool shares_more(const bg_member *m, const bg_member *a, const bg_member *b) {
    bg_overlap x, y;
    bg_print__compare(&m->print, &a->print, &x);
    bg_print__compare(&m->print, &b->print, &y);
    return x.shared != y.shared ? x.shared > y.shared : is_before(a, b);
}

/* The earlier page that it shares most with, of those that carry nobody else's text; itself if there is none. */
static size_t lead_of(const bg_region *r, size_t which) {
    const bg_member *all = r->in.members.items, *m = &all[which];
    size_t lead = which;
    for (size_t i = 0; i < m->fellows.count; i++) {
        size_t k = m->fellows.items[i];
        if (all[k].lead != k || !is_before(&all[k], m)) continue;
        if (lead == which || shares_more(m, &all[k], &all[lead])) lead = k;
    }
    return lead;
}

/* Later pages may carry its text, or may not any more. */
static void ask_later(bg_region *r, size_t which) {
    const bg_member *m = &r->in.members.items[which];
    for (size_t i = 0; i < m->fellows.count; i++) {
        size_t k = m->fellows.items[i];
        if (is_before(m, &r->in.members.items[k])) enqueue(r, k);
    }
}

static void find_lead(bg_region *r, size_t which) {
    bg_member *m = &r->in.members.items[which];
    size_t before = m->lead;
    m->queued = false;
    m->lead = lead_of(r, which);
    bool leads = m->lead == which, led = before == which;
    if (leads != led || (leads && m->changed && !m->asked)) ask_later(r, which);
    m->asked |= leads;
}

static int by_order(const void *left, const void *right) {
    const bg_member *a = *(const bg_member *const *)left, *b = *(const bg_member *const *)right;
    return is_before(b, a) - is_before(a, b);
}

/*
 * The next to be asked, in order of time, so that it is mostly known whom a page may follow when it is asked. Their fellows are looked up before, of which those that have changed are asked
 * too. false: there are none.
 */
static bool begin_round(bg_region *r) {
    for (size_t i = 0; i < r->next.count && r->record->code == BG_OK; i++)
        if (!r->in.members.items[r->next.items[i]].looked_up) look_up(r, r->next.items[i]);
    r->queue.count = 0;
    for (size_t i = 0; i < r->next.count && r->record->code == BG_OK; i++) {
        const bg_member **slot = BG_PUSH(r->arena, &r->queue); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
        if (slot) *slot = &r->in.members.items[r->next.items[i]];
        else bg_db__nomem(r->record);
    }
    r->next.count = 0;
    if (r->queue.items) qsort(r->queue.items, r->queue.count, sizeof *r->queue.items, by_order); /* NOLINT(bugprone-sizeof-expression) */
    return r->queue.count && r->record->code == BG_OK;
}

void bg_region__gather(bg_region *r, const char *page) {
    bg_member m;
    int64_t n = number_of(r, page);
    bg_region__note(r, &r->done, page);
    push_page(r, page, n && load(r, n, &m) ? &m : NULL);
    while (begin_round(r))
        for (size_t i = 0; i < r->queue.count; i++) find_lead(r, (size_t)(r->queue.items[i] - r->in.members.items));
}

/* ------------------------------------------------------------------ what is kept from region to region */

void bg_shelf__close(bg_shelf *b) {
    bg_ahead__stop(b->ahead);
    bg_arena__free(b->arena);
    bg_arena__free(b->kept);
    *b = (bg_shelf){.record = b->record, .settled = b->settled, .looks_only = b->looks_only};
}

bool bg_shelf__is_full(const bg_shelf *b) { return b->arena && bg_arena__used(b->arena) >= SHELF_BYTES; }

/* One place for each page of the record. */
static bool make_places(bg_shelf *b) {
    b->kept = bg_arena__new();
    b->place_count = (size_t)bg_db__int(b->record, "SELECT coalesce(max(n), 0) + 1 FROM page_prints");
    b->places = b->kept ? bg_arena__alloc(b->kept, b->place_count * sizeof *b->places) : NULL;
    return b->places || bg_db__nomem(b->record);
}

/* What is loaded goes where it is much. */
static bool make_room(bg_shelf *b) {
    if (!b->kept && !make_places(b)) return false;
    if (bg_shelf__is_full(b)) {
        bg_arena__free(b->arena);
        *b = (bg_shelf){.record = b->record, .kept = b->kept, .places = b->places, .place_count = b->place_count, .settled = b->settled, .ahead = b->ahead,
                         .looks_only = b->looks_only};
    }
    if (!b->arena) b->arena = bg_arena__new();
    return b->arena || bg_db__nomem(b->record);
}

bool bg_shelf__look(bg_shelf *b, const uint32_t *common, size_t count) {
    if (!make_room(b)) return false;
    for (size_t i = b->common.count; i < count && b->record->code == BG_OK; i++) add_common(b, common[i]);
    return b->record->code == BG_OK;
}

bool bg_shelf__open(bg_shelf *b) {
    int64_t version = bg_db__int(b->record, "PRAGMA data_version");
    if (b->version != version) bg_shelf__close(b);
    if (!make_room(b)) return false;
    b->version = version;
    b->common.count = b->moved.count = 0;
    settle_common(b->record, b->arena);
    load_common(b);
    return b->record->code == BG_OK;
}
