/* namings: see namings.h. */
#include "namings.h"
#include "fold.h"
#include "names.h"

#include <stdlib.h>

#define NAME_BYTES 300    /* of a name that are kept */
#define FAMILY_MOST 400   /* forms of one code and sides that are compared */

/* ------------------------------------------------------------------ one page */

/* Never 0 or negative. */
static int64_t form_of(bg_arena *arena, const bg_naming *x) {
    char hex[BG_HEX_SHA256];
    const char *text = bg_arena__print(arena, "%s|%s|%s|%s", bg_name__entity(x->kind), x->code, x->sides, x->field);
    if (!text) return 0;
    bg_hash__sha256(text, strlen(text), hex);
    hex[16] = 0;
    int64_t number = (int64_t)(strtoull(hex, NULL, 16) >> 1);
    return number ? number : 1;
}

/* The words, composed, with single blanks. */
static const char *name_of(bg_arena *arena, const bg_doc *doc, bg_span at) {
    bg_buf out;
    bg_buf__init(&out, NAME_BYTES + 8);
    for (uint32_t i = at.start; i < at.end && out.size < NAME_BYTES; i++) {
        bool blank = (unsigned char)doc->text[i] <= ' ';
        if (!blank) bg_buf__char(&out, doc->text[i]);
        else if (out.size && out.bytes[out.size - 1] != ' ') bg_buf__char(&out, ' ');
    }
    if (out.size) out.size = bg_utf8__cut(out.bytes, out.size, NAME_BYTES);
    const char *name = bg_buf__keep(&out, arena);
    return name ? bg_text__composed(arena, name) : NULL;
}

static void store_sides(bg_record *record, const bg_naming *x, int64_t form) {
    for (const char *at = x->sides; *at; at += strspn(at, ",")) {
        size_t size = strcspn(at, ",");
        bg_db__run(record, "INSERT OR IGNORE INTO thing_sides(side, kind, form) VALUES(?,?,?)", "xti", at, size, bg_name__entity(x->kind), form);
        at += size;
    }
}

static void count_form(bg_record *record, const bg_naming *x, int64_t form) {
    bg_db__run(record, "UPDATE thing_forms SET pages = pages + 1 WHERE form = ?", "i", form);
    if (record->code != BG_OK || sqlite3_changes(record->db)) return;
    bg_db__run(record, "INSERT INTO thing_forms(form, kind, code, sides, field, pages) VALUES(?,?,?,?,?,1)", "itttt", form, bg_name__entity(x->kind), x->code, x->sides, x->field);
    store_sides(record, x, form);
    if (x->kind == BG_MECHANISM) bg_db__run(record, "INSERT OR IGNORE INTO changed_things(code, sides) VALUES(?,?)", "tt", x->code, x->sides);
}

static void count_name(bg_record *record, bg_arena *arena, const char *name, int64_t form) {
    bg_db__run(record, "UPDATE thing_names SET pages = pages + 1 WHERE form = ? AND name = ?", "it", form, name);
    if (record->code != BG_OK || sqlite3_changes(record->db)) return;
    bg_buf folded;
    bg_buf__init(&folded, 4096);
    const char *text = bg_fold__name(name, &folded) ? bg_buf__keep(&folded, arena) : NULL;
    if (text) bg_db__run(record, "INSERT INTO thing_names(form, name, folded, pages) VALUES(?,?,?,1)", "itt", form, name, text);
    else bg_db__nomem(record);
}

typedef struct kept {
    int64_t form;
    const char *name;
} kept;

static void insert(bg_record *record, const bg_doc *doc, const bg_ids *ids, size_t i, const kept *k) {
    const bg_naming *x = &doc->namings[i];
    const char *published = doc->article.published;
    bg_db__run(record,
               "INSERT INTO namings(page, n, form, name, ordinal, step, day, place, event, because, since, until, into_code, by_what, published, range_start, range_end, said_start, said_end)"
               " VALUES(?1,?2,?3,?4,nullif(?5,0),?6,?7,?8,?9,?10,?11,?12,?13,?14,substr(?15,1,10),?16,?17,?18,?19)",
               "tnitnttttttttttss", ids->page, i + 1, k->form, k->name, (size_t)x->ordinal, x->step, x->day, x->place, x->event >= 0 ? ids->events[x->event] : NULL, x->because, x->since,
               x->until, x->into, x->by, published, x->name, x->evidence);
}

void bg_namings__store(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids) {
    kept *list = doc->naming_count ? bg_arena__alloc(arena, doc->naming_count * sizeof *list) : NULL;
    if (doc->naming_count && !list) bg_db__nomem(record);
    for (size_t i = 0; list && i < doc->naming_count && record->code == BG_OK; i++) {
        bool form = false, name = false;
        list[i] = (kept){form_of(arena, &doc->namings[i]), name_of(arena, doc, doc->namings[i].name)};
        if (!list[i].form || !list[i].name) {
            bg_db__nomem(record);
            return;
        }
        for (size_t k = 0; k < i; k++) {
            form |= list[k].form == list[i].form;
            name |= list[k].form == list[i].form && strcmp(list[k].name, list[i].name) == 0;
        }
        if (!form) count_form(record, &doc->namings[i], list[i].form);
        if (!name) count_name(record, arena, list[i].name, list[i].form);
        insert(record, doc, ids, i, &list[i]);
    }
}

/* The forms of a page. */
#define OF_PAGE "(SELECT form FROM namings WHERE page = ?1)"
#define GONE "(SELECT form FROM thing_forms WHERE pages = 0 AND form IN " OF_PAGE ")"

void bg_namings__forget(bg_record *record, const char *page) {
    bg_db__run(record, "UPDATE thing_names SET pages = pages - 1 WHERE form IN " OF_PAGE " AND EXISTS (SELECT 1 FROM namings n WHERE n.page = ?1 AND n.form = thing_names.form AND n.name = thing_names.name)", "t", page);
    bg_db__run(record, "DELETE FROM thing_names WHERE pages = 0 AND form IN " OF_PAGE, "t", page);
    bg_db__run(record, "UPDATE thing_forms SET pages = pages - 1 WHERE form IN " OF_PAGE, "t", page);
    bg_db__run(record, "INSERT OR IGNORE INTO changed_things(code, sides) SELECT code, sides FROM thing_forms WHERE kind = 'mechanism' AND form IN " GONE, "t", page);
    bg_db__run(record, "DELETE FROM thing_sides WHERE form IN " GONE, "t", page);
    bg_db__run(record, "DELETE FROM things WHERE form IN " GONE, "t", page);
    bg_db__run(record, "DELETE FROM thing_forms WHERE form IN " GONE, "t", page);
    bg_db__run(record, "DELETE FROM namings WHERE page = ?", "t", page);
}

/* ------------------------------------------------------------------ which forms are one */

typedef struct form {
    int64_t number, thing;
    const char *field;
    size_t within; /* the one that says more; itself if none does, BG_NO_BYTE if several do */
} form;
typedef BG_VEC(form) forms;

/* Do all words of `a` stand in `b`, which says more? */
static bool is_within(const char *a, const char *b) {
    if (strlen(a) >= strlen(b)) return false;
    for (const char *at = a; *at; at += strspn(at, "_")) {
        size_t size = strcspn(at, "_");
        const char *in = b;
        while (*in && !(strcspn(in, "_") == size && strncmp(in, at, size) == 0)) in += strcspn(in, "_"), in += strspn(in, "_");
        if (!*in) return false;
        at += size;
    }
    return true;
}

/* Of those that say more and within nothing else the only one. */
static void find_within(forms *list, size_t i) {
    form *f = &list->items[i];
    f->within = i;
    for (size_t k = 0; k < list->count; k++) {
        bool most = is_within(f->field, list->items[k].field);
        for (size_t j = 0; j < list->count && most; j++) most = !is_within(list->items[k].field, list->items[j].field);
        if (most) f->within = f->within == i ? k : BG_NO_BYTE;
    }
}

static void load(bg_record *record, bg_arena *arena, const char *code, const char *sides, forms *out) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT form, field FROM thing_forms WHERE code = ?1 AND sides = ?2 AND kind = 'mechanism' ORDER BY field, form LIMIT ?3", "ttn", code, sides, (size_t)FAMILY_MOST);
    while (bg_db__row(record, stmt)) {
        form *f = BG_PUSH(arena, out);
        const char *field = f ? bg_db__copy(record, arena, stmt, 1) : NULL;
        if (field) *f = (form){.number = sqlite3_column_int64(stmt, 0), .field = field};
        else bg_db__nomem(record);
    }
}

static size_t root(const forms *list, size_t i) { return list->items[i].within == BG_NO_BYTE ? i : list->items[i].within; }

static void link_forms(bg_record *record, bg_arena *arena, const char *code, const char *sides) {
    forms list = {0};
    load(record, arena, code, sides, &list);
    if (record->code != BG_OK || !list.count) return;
    for (size_t i = 0; i < list.count; i++) find_within(&list, i), list.items[i].thing = list.items[i].number;
    for (size_t i = 0; i < list.count; i++) {
        form *to = &list.items[root(&list, i)];
        if (list.items[i].number < to->thing) to->thing = list.items[i].number;
    }
    for (size_t i = 0; i < list.count; i++) {
        const form *f = &list.items[i], *to = &list.items[root(&list, i)];
        const char *reason = to == f ? NULL : bg_arena__print(arena, "within=%s~%s", *f->field ? f->field : "-", to->field);
        bg_db__run(record, "DELETE FROM things WHERE form = ?", "i", f->number);
        if (to != f || to->thing != f->number) bg_db__run(record, "INSERT INTO things(form, thing, reason) VALUES(?,?,?)", "iit", f->number, to->thing, reason);
    }
}

static bool link_next(bg_record *record, bg_arena *arena) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT code, sides FROM changed_things LIMIT 1", "");
    bool found = bg_db__row(record, stmt);
    const char *code = found ? bg_db__copy(record, arena, stmt, 0) : NULL, *sides = found ? bg_db__copy(record, arena, stmt, 1) : NULL;
    bg_db__done(stmt);
    if (!code || !sides) return false;
    link_forms(record, arena, code, sides);
    return bg_db__run(record, "DELETE FROM changed_things WHERE code = ? AND sides = ?", "tt", code, sides);
}

void bg_namings__settle(bg_record *record) {
    if (!bg_db__any(record, bg_db__query(record, "SELECT 1 FROM changed_things LIMIT 1", "")) || !bg_db__run(record, "BEGIN IMMEDIATE", "")) return;
    for (bool more = true; more && record->code == BG_OK;) {
        bg_arena *arena = bg_arena__new();
        if (!arena) bg_db__nomem(record);
        more = arena && link_next(record, arena);
        bg_arena__free(arena);
    }
    bg_db__run(record, "COMMIT", "");
    bg_db__undo(record);
}
