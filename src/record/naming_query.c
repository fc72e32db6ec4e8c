/* naming_query: see naming_query.h. */
#include "naming_query.h"
#include "../base/calendar.h"
#include "reprints.h"

#include <stdlib.h>

#define COPY(column) bg_db__copy(record, arena, stmt, (column))
#define NUMBER(column) ((size_t)sqlite3_column_int64(stmt, (column)))
#define DAYS_APART 45   /* between two days of one session that agree */
#define NAMINGS_MOST 5000 /* of one thing that are looked at */

#define NEW(list) (new_item(record, BG_PUSH(arena, (list))))
static void *new_item(bg_record *record, void *item) {
    if (!item) bg_db__nomem(record);
    return item;
}

bool bg_thing__is_id(const char *text) {
    size_t digits = *text && strchr("bma", *text) ? strspn(text + 1, "0123456789abcdef") : 0;
    return digits >= 5 && digits <= 16 && !text[1 + digits];
}

/* Ids are the kind's letter and a number of 63 bits. */
static void range_of(const char *id, int64_t *from, int64_t *to) {
    unsigned bits = (unsigned)(17 - strlen(id)) * 4;
    uint64_t head = strtoull(id + 1, NULL, 16) << bits;
    *from = (int64_t)head;
    *to = (int64_t)(head | (bits ? ~(uint64_t)0 >> (64 - bits) : 0));
}

static const char *kind_of(const char *id) { return *id == 'b' ? "body" : *id == 'm' ? "mechanism" : "agreement"; }

/* ------------------------------------------------------------------ which */

#define THING(f) "coalesce((SELECT things_.thing FROM things things_ WHERE things_.form = " f "), " f ")"
#define HEAD "SELECT thing, substr(kind, 1, 1) || printf('%016x', thing), kind, code, sides, sum(pages) AS total FROM (SELECT " THING("f.form") " AS thing, f.* FROM "
#define TAIL ") GROUP BY thing ORDER BY total DESC, kind, thing LIMIT ?5"
#define FITS " WHERE (?1 IS NULL OR f.kind = ?1) AND (?2 IS NULL OR EXISTS (SELECT 1 FROM thing_sides s WHERE s.side = ?2 AND s.kind = f.kind AND s.form = f.form))" \
    " AND (?3 IS NULL OR EXISTS (SELECT 1 FROM thing_sides s WHERE s.side = ?3 AND s.kind = f.kind AND s.form = f.form))"

static sqlite3_stmt *select_things(bg_record *record, const bg_naming_ask *ask) {
    const char *kind = ask->kind, *a = ask->sides[0], *b = ask->sides[1], *nobody = NULL;
    if (ask->id) {
        int64_t from, to;
        range_of(ask->id, &from, &to);
        return bg_db__query(record, HEAD "thing_forms f WHERE f.kind = ?1 AND f.form IN (SELECT form FROM thing_forms WHERE form >= ?2 AND form <= ?3 UNION SELECT form FROM things WHERE thing >= ?2 AND thing <= ?3)" TAIL,
                            "tiiin", kind_of(ask->id), from, to, (int64_t)0, (size_t)BG_THINGS_MOST);
    }
    if (ask->name)
        return bg_db__query(record, HEAD "thing_forms f" FITS " AND f.form IN (SELECT form FROM thing_names WHERE folded LIKE '%' || ?4 || '%')" TAIL, "ttttn", kind, a, b, ask->name, (size_t)BG_THINGS_MOST);
    if (a) return bg_db__query(record, HEAD "thing_sides x JOIN thing_forms f ON f.form = x.form" FITS " AND x.side = coalesce(?3, ?2) AND x.kind = f.kind" TAIL, "ttttn", kind, a, b, nobody, (size_t)BG_THINGS_MOST);
    return bg_db__query(record, HEAD "thing_forms f" FITS TAIL, "ttttn", kind, a, b, nobody, (size_t)BG_THINGS_MOST);
}

/* ------------------------------------------------------------------ what of it */

/* The forms of ?1; the pages that count on a day ?2. */
#define THEIRS "(SELECT form FROM things WHERE thing = ?1 UNION SELECT ?1 AS form)"
#define IN_TIME " AND (?2 IS NULL OR n.published IS NULL OR n.published <= ?2)"

/* Days alone are looked at, at both ends of the index of each form. */
static void load_days(bg_record *record, bg_arena *arena, const bg_naming_ask *ask, bg_row_thing *t) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT min(first), max(last) FROM (SELECT (SELECT published FROM namings n WHERE n.form = f.form AND published <= coalesce(?2, '~') ORDER BY published LIMIT 1) AS first,"
        " (SELECT published FROM namings n WHERE n.form = f.form AND published <= coalesce(?2, '~') ORDER BY published DESC LIMIT 1) AS last FROM " THEIRS " f)", "it", t->number, ask->as_of);
    if (bg_db__row(record, stmt)) t->first = COPY(0), t->last = COPY(1);
    bg_db__done(stmt);
}

/* How most pages call it; of equal ones the fullest. */
static void load_name(bg_record *record, bg_arena *arena, bg_row_thing *t) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT name FROM thing_names WHERE form IN " THEIRS " GROUP BY name ORDER BY sum(pages) DESC, length(name) DESC, name LIMIT 1", "i", t->number);
    if (bg_db__row(record, stmt)) t->name = COPY(0);
    bg_db__done(stmt);
}

/* Is it of one form, and nothing told of it behind that day? Then the pages that count are those of the form. */
static bool is_plain(bg_record *record, const bg_naming_ask *ask, const bg_row_thing *t) {
    return !bg_db__any(record, bg_db__query(record, "SELECT 1 FROM things WHERE thing = ?1 AND form <> ?1 UNION ALL SELECT * FROM (SELECT 1 FROM namings WHERE form = ?1 AND published > ?2 LIMIT 1)", "it",
                                            t->number, ask->as_of));
}

static void count_pages(bg_record *record, const bg_naming_ask *ask, bg_row_thing *t) {
    if (!ask->whole && is_plain(record, ask, t)) return;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT count(DISTINCT n.page), count(DISTINCT CASE WHEN ?3 THEN " BG_WITNESS("n.page") " END) FROM namings n WHERE n.form IN " THEIRS IN_TIME, "iti", t->number, ask->as_of,
                                      (int64_t)ask->whole);
    if (bg_db__row(record, stmt)) t->page_count = NUMBER(0), t->witness_count = NUMBER(1);
    bg_db__done(stmt);
}

static void load_names(bg_record *record, bg_arena *arena, const bg_naming_ask *ask, bg_row_thing *t) {
    BG_VEC(bg_row_name) list = {0};
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT n.name, count(DISTINCT n.page), max(x.reason), min(n.since), max(n.until), max(n.into_code), max(n.by_what) FROM namings n LEFT JOIN things x ON x.form = n.form"
        " WHERE n.form IN " THEIRS IN_TIME " GROUP BY n.name, n.since, n.until ORDER BY n.since IS NOT NULL, n.since, 2 DESC, n.name", "it", t->number, ask->as_of);
    while (bg_db__row(record, stmt)) {
        bg_row_name *one = NEW(&list);
        if (one) *one = (bg_row_name){.name = COPY(0), .page_count = NUMBER(1), .reason = COPY(2), .since = COPY(3), .until = COPY(4), .into = COPY(5), .by = COPY(6)};
    }
    t->names = list.items, t->name_count = list.count;
}

/* ------------------------------------------------------------------ sessions, and what happened */

typedef struct telling {
    bg_row_told row;
    const char *page, *witness; /* NULL: not asked for */
    size_t root; /* of those that are one, the first */
    bg_texts witnesses; /* of the first: of all of them, each once */
    const char *newest; /* … the page that came last */
} telling;
typedef BG_VEC(telling) tellings;

#define TELLINGS \
    "SELECT n.ordinal, n.step, coalesce(c.start_date, n.day), coalesce(c.place, n.place), c.id, n.page, CASE WHEN ?4 THEN " BG_WITNESS("n.page") " END, n.said_start, n.said_end" \
    " FROM namings n LEFT JOIN events v ON v.id = n.event LEFT JOIN tellings m ON m.row = v.row LEFT JOIN contacts c ON c.id = m.contact AND (n.ordinal IS NULL OR c.start_date IS NOT NULL) WHERE n.form IN " THEIRS IN_TIME
#define IN_ORDER " ORDER BY n.ordinal IS NULL, n.ordinal, n.published IS NULL, n.published, n.page, n.n LIMIT ?3"

/* The number of the last session, where nobody needs more than that one; 0: all are to be looked at. */
static size_t only_session(bg_record *record, const bg_naming_ask *ask, const bg_row_thing *t) {
    if (ask->whole || strcmp(t->kind, "mechanism") != 0) return 0;
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT max(last) FROM (SELECT (SELECT n.ordinal FROM namings n WHERE n.form = f.form AND n.ordinal IS NOT NULL" IN_TIME " ORDER BY n.ordinal DESC LIMIT 1) AS last FROM " THEIRS " f)", "it",
        t->number, ask->as_of);
    size_t last = bg_db__row(record, stmt) ? NUMBER(0) : 0;
    bg_db__done(stmt);
    return last;
}

static void read_tellings(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, tellings *out) {
    while (bg_db__row(record, stmt)) {
        telling *one = NEW(out);
        if (!one) continue;
        *one = (telling){.row = {.ordinal = (unsigned)NUMBER(0), .step = COPY(1), .day = COPY(2), .place = COPY(3), .contact = COPY(4), .said = bg_db__span(stmt, 7)}, .page = COPY(5), .witness = COPY(6)};
        one->root = out->count - 1;
    }
}

/* `only`: those of this session, and those without a number. */
static void load_tellings(bg_record *record, bg_arena *arena, const bg_naming_ask *ask, const bg_row_thing *t, size_t only, tellings *out) {
    size_t most = NAMINGS_MOST;
    int64_t whole = ask->whole;
    if (!only) {
        read_tellings(record, arena, bg_db__query(record, TELLINGS " AND (n.ordinal IS NOT NULL OR n.step IS NOT NULL)" IN_ORDER, "itni", t->number, ask->as_of, most, whole), out);
        return;
    }
    read_tellings(record, arena, bg_db__query(record, TELLINGS " AND n.ordinal = ?5" IN_ORDER, "itnin", t->number, ask->as_of, most, whole, only), out);
    read_tellings(record, arena, bg_db__query(record, TELLINGS " AND n.ordinal IS NULL AND n.step IS NOT NULL" IN_ORDER, "itni", t->number, ask->as_of, most, whole), out);
}

static bool is_full(const char *day) { return day && strlen(day) == 10 && day[0] != '-'; }

/* 1 they agree, exactly or as far as both say; 0 one says nothing; -1 they do not. */
static int days_agree(const char *a, const char *b) {
    if (!a || !b) return 0;
    if (is_full(a) && is_full(b)) {
        int64_t first, second;
        if (!bg_calendar__day(a, &first) || !bg_calendar__day(b, &second)) return 0;
        return first - second <= DAYS_APART && second - first <= DAYS_APART ? 1 : -1;
    }
    if (*a == '-' || *b == '-') {
        const char *x = *a == '-' ? a + 1 : a + 4, *y = *b == '-' ? b + 1 : b + 4;
        size_t size = strlen(x) < strlen(y) ? strlen(x) : strlen(y);
        return size && strncmp(x, y, size < 3 ? size : 3) == 0 ? 1 : 0; /* the month; what has no year disagrees with nobody */
    }
    size_t size = strlen(a) < strlen(b) ? strlen(a) : strlen(b);
    return strncmp(a, b, size) == 0 ? 1 : -1;
}

/* Why these are one session, or one deed; NULL: they are two. */
static const char *one_because(const telling *a, const telling *b, bool sessions) {
    if (sessions && a->row.ordinal && b->row.ordinal) return a->row.ordinal == b->row.ordinal ? "ordinal" : NULL;
    if (a->row.contact && bg_string__equal(a->row.contact, b->row.contact)) return "contact";
    if (sessions) return is_full(a->row.day) && is_full(b->row.day) && strcmp(a->row.day, b->row.day) == 0 ? "day" : NULL;
    if (!bg_string__equal(a->row.step, b->row.step)) return NULL;
    if (!a->row.day && !b->row.day) return "undated";
    return days_agree(a->row.day, b->row.day) > 0 && a->row.day && strlen(a->row.day) >= 4 ? "day" : NULL;
}

static size_t size_of(const char *day) { return !day ? 0 : *day == '-' ? 1 : strlen(day); }

/* What a further telling adds; the most exact day stands. */
static void add_telling(bg_row_told *to, const telling *from, const char *because) {
    const bg_row_told *x = &from->row;
    bool apart = to->ordinal && days_agree(to->day, x->day) < 0 && !bg_string__equal(x->step, "planned") && !bg_string__equal(to->step, "planned");
    if (apart && !to->other_day) to->other_day = x->day, to->other_page = from->page;
    bool held = bg_string__equal(x->step, "held") && !bg_string__equal(to->step, "held");
    if (!apart && (size_of(x->day) > size_of(to->day) || (held && x->day))) to->day = x->day;
    if (!to->step || held) to->step = x->step;
    if (!to->place) to->place = x->place;
    if (!to->contact || (held && x->contact)) to->contact = x->contact;
    if (!to->reason) to->reason = because;
}

/* Pages and witnesses of those that are one, each once. Tellings of one page come together. */
static void count_telling(bg_record *record, bg_arena *arena, telling *root, const telling *one) {
    bg_row_told *out = &root->row;
    bool known = root->newest && strcmp(root->newest, one->page) == 0;
    if (!known && out->page_count < BG_TOLD_PAGES) out->pages[out->page_count] = one->page;
    out->page_count += !known;
    root->newest = one->page;
    if (!one->witness) return;
    for (size_t i = 0; i < root->witnesses.count && !known; i++) known = strcmp(root->witnesses.items[i], one->witness) == 0;
    const char **slot = known ? NULL : NEW(&root->witnesses);
    if (slot) *slot = one->witness;
    out->witness_count = root->witnesses.count;
}

static int by_ordinal(const void *left, const void *right) {
    const bg_row_told *a = left, *b = right;
    if (!a->ordinal != !b->ordinal) return a->ordinal ? -1 : 1;
    if (a->ordinal != b->ordinal) return a->ordinal < b->ordinal ? -1 : 1;
    const char *x = a->day && *a->day != '-' ? a->day : "~", *y = b->day && *b->day != '-' ? b->day : "~";
    int order = strcmp(x, y);
    if (!order) order = strcmp(a->step ? a->step : "", b->step ? b->step : "");
    return order ? order : strcmp(a->pages[0] ? a->pages[0] : "", b->pages[0] ? b->pages[0] : "");
}

/* By what a session finds its like, as numbers; 0: not known. Of its first telling, which learns from the others. */
typedef struct session_key {
    uint64_t contact, day;
    size_t root;
} session_key;
typedef BG_VEC(session_key) session_keys;

static uint64_t number_of(const char *text) { return text ? bg_hash__bytes(text, strlen(text), 0) | 1 : 0; }

static session_key key_of(const telling *t, size_t root) { return (session_key){number_of(t->row.contact), is_full(t->row.day) ? number_of(t->row.day) : 0, root}; }

/* Numbered sessions come first and in order: of those before it only the last can be its own. */
static const char *find_session(const tellings *all, const telling *one, const session_keys *keys, size_t *at) {
    session_key mine = key_of(one, 0);
    const char *because = NULL;
    for (size_t i = one->row.ordinal && keys->count ? keys->count - 1 : 0; i < keys->count && !because; i++) {
        const session_key *key = &keys->items[i];
        bool like = one->row.ordinal || (mine.contact && mine.contact == key->contact) || (mine.day && mine.day == key->day);
        if (like && (because = one_because(&all->items[key->root], one, true))) *at = i;
    }
    return because;
}

static const char *find_deed(const tellings *all, const telling *one, const session_keys *keys, size_t *at) {
    const char *because = NULL;
    for (size_t i = 0; i < keys->count && !because; i++)
        if ((because = one_because(&all->items[keys->items[i].root], one, false))) *at = i;
    return because;
}

/* Numbered sessions come first, so that those without a number find them. `roots`: the first of each. */
static void group(bg_record *record, bg_arena *arena, tellings *all, bool sessions, session_keys *roots) {
    for (size_t i = 0; i < all->count && record->code == BG_OK; i++) {
        telling *one = &all->items[i];
        size_t at = roots->count;
        const char *because = sessions ? find_session(all, one, roots, &at) : find_deed(all, one, roots, &at);
        session_key *key = because ? &roots->items[at] : NEW(roots);
        if (!key) return;
        if (because) one->root = key->root, add_telling(&all->items[key->root].row, one, because);
        *key = key_of(&all->items[one->root], one->root);
        count_telling(record, arena, &all->items[one->root], one);
    }
}

/* Does one without a number fall in with the only session that was read? It may be of an earlier one, which only all of them together tell. */
static bool is_doubtful(const tellings *all) {
    for (size_t i = 0; i < all->count; i++)
        if (!all->items[i].row.ordinal && all->items[i].root == 0) return true;
    return false;
}

static void load_told(bg_record *record, bg_arena *arena, const bg_naming_ask *ask, bg_row_thing *t) {
    tellings all = {0};
    session_keys roots = {0};
    BG_VEC(bg_row_told) list = {0};
    bool sessions = strcmp(t->kind, "mechanism") == 0;
    size_t only = only_session(record, ask, t);
    load_tellings(record, arena, ask, t, only, &all);
    group(record, arena, &all, sessions, &roots);
    if (only && is_doubtful(&all)) {
        all = (tellings){0}, roots = (session_keys){0};
        load_tellings(record, arena, ask, t, 0, &all);
        group(record, arena, &all, sessions, &roots);
    }
    for (size_t i = 0; i < roots.count && record->code == BG_OK; i++) {
        const bg_row_told *row = &all.items[roots.items[i].root].row;
        bool counts = !sessions || row->ordinal || is_full(row->day); /* else nothing tells it from others */
        bg_row_told *one = counts ? NEW(&list) : NULL;
        if (one) *one = *row;
    }
    if (list.count) qsort(list.items, list.count, sizeof *list.items, by_ordinal);
    t->told = list.items, t->told_count = list.count;
}

bool bg_query__things(bg_record *record, bg_arena *arena, const bg_naming_ask *ask, bg_row_things *out) {
    sqlite3_stmt *stmt = select_things(record, ask);
    while (bg_db__row(record, stmt)) {
        bg_row_thing *t = NEW(out);
        if (t) *t = (bg_row_thing){.number = sqlite3_column_int64(stmt, 0), .id = COPY(1), .kind = COPY(2), .code = COPY(3), .sides = COPY(4), .page_count = NUMBER(5)};
    }
    size_t kept = 0;
    for (size_t i = 0; out->items && i < out->count && (!ask->most || kept < ask->most) && record->code == BG_OK; i++) {
        bg_row_thing t = out->items[i];
        if (ask->whole || ask->as_of) count_pages(record, ask, &t);
        if (!t.page_count) continue; /* not yet, on that day */
        load_days(record, arena, ask, &t);
        load_name(record, arena, &t);
        if (strcmp(t.kind, "body") != 0) load_told(record, arena, ask, &t);
        if (ask->whole) load_names(record, arena, ask, &t);
        out->items[kept++] = t;
    }
    out->count = kept;
    return record->code == BG_OK;
}

bool bg_query__namings(bg_record *record, bg_arena *arena, int64_t thing, bg_row_namings *out) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT n.page, n.name, n.because, x.reason, n.step, n.day, n.event, n.ordinal, n.range_start, n.range_end, n.said_start, n.said_end FROM namings n LEFT JOIN things x ON x.form = n.form"
        " WHERE n.form IN " THEIRS " ORDER BY n.published IS NULL, n.published, n.page, n.n LIMIT ?2", "in", thing, (size_t)NAMINGS_MOST);
    while (bg_db__row(record, stmt)) {
        bg_row_naming *one = NEW(out);
        if (one)
            *one = (bg_row_naming){.page = COPY(0), .name = COPY(1), .because = COPY(2), .reason = COPY(3), .step = COPY(4), .day = COPY(5), .event = COPY(6), .ordinal = (unsigned)NUMBER(7),
                                   .at = bg_db__span(stmt, 8), .said = bg_db__span(stmt, 10)};
    }
    return record->code == BG_OK;
}
