/* reprints: see reprints.h. Who is linked with whom region.c finds. */
#include "reprints.h"
#include "address.h"
#include "ahead.h"
#include "card.h"
#include "fold.h"
#include "prints.h"
#include "region.h"
#include "stand.h"

#define BATCH 2000 /* neighbourhoods a transaction */

#define COPY(column) bg_db__copy(r->record, r->arena, stmt, (column))

/* ------------------------------------------------------------------ where a text comes from */

static void load_facts(bg_region *r, bg_member *m) {
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

static int by_time(const bg_member *a, const bg_member *b) {
    int order = compare_texts(a->published, b->published);
    if (!order) order = compare_texts(a->captured, b->captured);
    return order ? order : strcmp(a->page, b->page);
}

/* "Vietnamplus.vn", "Báo Nhân Dân": does the host bear the agency's name? */
static bool of_agency(const bg_member *m, const char *agency) {
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
    bg_region *r;
    BG_VEC(bg_member *) pages;
    const bg_member *origin;
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

static bool named_as_original(const group *g, const bg_member *m) {
    for (size_t i = 0; m->address && i < g->pages.count; i++) {
        const char *original = g->pages.items[i]->reprint_of;
        if (g->pages.items[i] != m && original && strcmp(original, m->address) == 0) return true;
    }
    return false;
}

static const char *claim_of(const group *g, const bg_member *m) {
    if (named_as_original(g, m)) return "named as the original";
    return g->agency && of_agency(m, g->agency) ? "the agency's own page" : m->published ? "published first" : "first by name";
}

static int claim_rank(const char *claim) { return strcmp(claim, "named as the original") == 0 ? 0 : strcmp(claim, "the agency's own page") == 0 ? 1 : 2; }

static void find_origin(group *g) {
    find_agency(g);
    for (size_t i = 0; i < g->pages.count; i++) {
        const bg_member *m = g->pages.items[i];
        const char *claim = claim_of(g, m);
        int order = g->origin ? claim_rank(claim) - claim_rank(g->reason) : -1;
        if (order < 0 || (order == 0 && by_time(m, g->origin) < 0)) g->origin = m, g->reason = claim;
    }
}

/* Of whom is it a reprint: the origin, or the one whose text it carries; the other way round for that one itself. */
static const bg_member *fellow_of(const group *g, const bg_member *m) {
    const bg_member *lead = &g->r->in.members.items[m->lead];
    return m == lead || bg_member__linked(m, g->origin) ? g->origin : lead;
}

static const char *reason_of(const group *g, const bg_member *m) {
    if (m == g->origin) return NULL;
    const bg_member *fellow = fellow_of(g, m);
    bg_overlap overlap;
    bg_print__compare(&m->print, &fellow->print, &overlap);
    return bg_arena__print(g->r->arena, "with=%s; shared=%zu/%zu%s%s", fellow->page, overlap.shared, overlap.smaller, m->agency ? "; agency=" : "", m->agency ? m->agency : "");
}

static void write_group(bg_region *r, size_t lead) {
    group g = {.r = r};
    for (size_t i = 0; i < r->in.members.count; i++) {
        bg_member *m = &r->in.members.items[i], **item = m->lead == lead ? BG_PUSH(r->arena, &g.pages) : NULL; /* NOLINT(bugprone-sizeof-expression): it holds pointers */
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
static void mark_dirty(bg_region *r) {
    bg_member *all = r->in.members.items;
    for (size_t i = 0; i < r->in.members.count; i++)
        if (all[i].changed || all[i].lead != all[i].was) all[all[i].lead].dirty = all[all[i].was].dirty = true;
    for (size_t i = 0; i < r->in.members.count && r->record->code == BG_OK; i++)
        if (all[all[i].was].dirty && all[i].witness) bg_region__note(r, &r->old, all[i].witness);
}

static bool is_witness(const char *witness, const char *page) { return !witness || strcmp(witness, page) == 0; }

/* Which of its pages are another witness than before? */
static void note_moved(bg_region *r) {
    bg_shelf *b = r->shelf;
    for (size_t i = 0; i < r->in.members.count && r->record->code == BG_OK; i++) {
        const bg_member *m = &r->in.members.items[i];
        if (!r->in.members.items[m->lead].dirty || (is_witness(m->witness, m->page) ? is_witness(m->now, m->page) : bg_string__equal(m->witness, m->now))) continue;
        const char **item = BG_PUSH(b->arena, &b->moved);
        if (item) *item = bg_arena__text(b->arena, m->page, strlen(m->page));
        if (!item || !*item) bg_db__nomem(r->record);
    }
}

static void write_all(bg_region *r) {
    mark_dirty(r);
    for (size_t i = 0; i < r->old.count; i++) {
        bg_db__run(r->record, "DELETE FROM reprints WHERE witness = ?", "t", r->old.items[i]);
        bg_db__run(r->record, "DELETE FROM witnesses WHERE page = ?", "t", r->old.items[i]);
    }
    for (size_t i = 0; i < r->in.members.count; i++)
        if (r->in.members.items[i].lead == i && r->in.members.items[i].dirty) write_group(r, i);
    note_moved(r);
    for (size_t i = 0; i < r->done.count; i++) bg_db__run(r->record, "DELETE FROM changed_prints WHERE page = ?", "t", r->done.items[i]);
    r->shelf->settled += r->done.count;
}

/* Whose turn it is. */
typedef struct turn {
    int64_t last; /* number of the page that had it last */
    bool found;   /* some page had it since the first one's turn */
    bool rest;    /* none with a number is left */
} turn;

/* The changed page with the lowest number behind *n, which becomes its own. NULL: none, or a failure. */
static const char *changed_behind(bg_record *record, bg_arena *arena, int64_t *n) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT p.page, p.n FROM page_prints p WHERE p.n > ? AND EXISTS (SELECT 1 FROM changed_prints c WHERE c.page = p.page) ORDER BY p.n LIMIT 1", "i", *n);
    const char *page = bg_db__row(record, stmt) ? bg_db__copy(record, arena, stmt, 0) : NULL;
    if (page) *n = sqlite3_column_int64(stmt, 1);
    bg_db__done(stmt);
    return page;
}

/*
 * The next changed page, in the order in which pages came: those of one text came at about the same time, so that what is loaded for one serves the next. What changes meanwhile has its
 * turn from the first again; pages that went have no number, and come last.
 */
static const char *next_changed(bg_record *record, bg_arena *arena, turn *t) {
    const char *page = t->rest ? NULL : changed_behind(record, arena, &t->last);
    if (!page && t->found) {
        t->last = bg_print__first_changed(record) - 1;
        page = changed_behind(record, arena, &t->last);
    }
    t->found = page;
    if (page || record->code != BG_OK) return page;
    t->rest = true;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT page FROM changed_prints LIMIT 1", "");
    if (bg_db__row(record, stmt)) page = bg_db__copy(record, arena, stmt, 0);
    bg_db__done(stmt);
    return page;
}

/* The next changed page with all that it touches. If a number is found to be on too many pages meanwhile, who is linked is another question: it is asked again. */
static bool settle_next(bg_record *record, bg_shelf *b, turn *t) {
    bg_region r = {.record = record, .arena = bg_arena__new(), .shelf = b};
    if (!r.arena) return bg_db__nomem(record);
    const char *page = next_changed(record, r.arena, t);
    size_t common = b->common.count;
    if (page) bg_ahead__at(b->ahead, t->last), bg_region__gather(&r, page);
    if (page && record->code == BG_OK && b->common.count == common) write_all(&r);
    else if (page) t->last--;
    if (bg_arena__failed(r.arena)) bg_db__nomem(record);
    bg_arena__free(r.arena);
    return page && record->code == BG_OK;
}

static bool settle_batch(bg_record *record, bg_shelf *b, turn *t) {
    bool more = false;
    if (!bg_db__run(record, "BEGIN IMMEDIATE", "")) return false;
    if (bg_shelf__open(b)) {
        more = true;
        if (!b->ahead) b->ahead = bg_ahead__start(b, t->last);
        for (size_t i = 0; i < BATCH && more && record->code == BG_OK && (!i || !bg_shelf__is_full(b)); i++) more = settle_next(record, b, t);
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
    bg_shelf b = {.record = record};
    bg_print__index_changed(record);
    find_common(record);
    turn t = {.last = bg_print__first_changed(record) - 1};
    size_t total = (size_t)bg_db__int(record, "SELECT count(*) FROM changed_prints");
    while (record->code == BG_OK && is_work(record)) {
        settle_batch(record, &b, &t);
        if (b.settled > total) total = b.settled; /* a phrase became common, or its pages went */
        bg_watcher__tell(watcher, BG_SETTLE_REPRINTS, b.settled, total);
    }
    bg_shelf__close(&b);
}
