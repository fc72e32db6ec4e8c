/* linked: see linked.h. */
#include "linked.h"

#include <stdlib.h>

typedef bg_linked_one one;

/* Entries under a key, in order of time. */
typedef struct shelf {
    BG_VEC(one *) ones;
} shelf;

static one *whole(bg_entry *entry) { return (one *)(void *)entry; }

#define COPY(column) bg_db__copy(record, l->arena, stmt, (column))

static void take_row(bg_record *record, bg_linked *l, sqlite3_stmt *stmt) {
    one *o = BG_PUSH(l->arena, &l->all);
    bg_rare *rare = bg_arena__alloc(l->arena, sizeof *rare);
    char *keys = COPY(12), *parts = COPY(12);
    if (!o || !rare || !keys || !parts) {
        bg_db__nomem(record);
        return;
    }
    rare->arena = l->arena;
    *o = (one){.entry = {.number = sqlite3_column_int64(stmt, 0), .day = sqlite3_column_int(stmt, 1), .sides = COPY(2), .kind = COPY(3), .grade = COPY(4), .bound = COPY(5), .page = COPY(6), .due = COPY(7),
                         .speaker = COPY(8), .content = COPY(9), .rare = rare},
               .id = COPY(10), .statement = COPY(11), .keys = keys, .event = COPY(13), .witness = COPY(14)};
    bg_entry__keys(&o->entry, parts);
}

#define ROW \
    "SELECT i.number, coalesce(i.day, 0), i.sides, i.kind, i.grade, i.bound, i.page, i.due_to, i.speaker, i.content, i.id, i.statement, i.keys, i.event, coalesce(w.witness, i.page)" \
    " FROM items i LEFT JOIN reprints w ON w.page = i.page WHERE i.row = ?"

static int by_time(const void *left, const void *right) {
    const bg_entry *a = left, *b = right;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

static bool load(bg_record *record, bg_linked *l, const bg_entry_place *places, size_t count) {
    if (!BG_RESERVE(l->arena, &l->all, count)) return bg_db__nomem(record);
    for (size_t i = 0; i < count && record->code == BG_OK; i++) {
        sqlite3_stmt *stmt = bg_db__query(record, ROW, "i", places[i].row);
        if (bg_db__row(record, stmt)) take_row(record, l, stmt), bg_db__done(stmt);
    }
    if (record->code == BG_OK && l->all.count) qsort(l->all.items, l->all.count, sizeof *l->all.items, by_time);
    return record->code == BG_OK;
}

static shelf *shelf_of(bg_record *record, bg_linked *l, int64_t key) {
    shelf *s = bg_lookup__find(&l->shelves, (uint64_t)key);
    if (s) return s;
    s = bg_arena__alloc(l->arena, sizeof *s);
    if (!s || !bg_lookup__put(l->arena, &l->shelves, (uint64_t)key, s)) return bg_db__nomem(record), NULL;
    *s = (shelf){0};
    return s;
}

/* The last ones under a key, as far as they are alike and were not looked at. */
static void look_at(bg_record *record, bg_linked *l, const shelf *s, one *o) {
    for (size_t i = s->ones.count, near = 0; i-- > 0 && near < BG_NEAR; near++) {
        one *earlier = s->ones.items[i];
        if (earlier->asked == o) continue;
        earlier->asked = o;
        bg_alike how = bg_entry__alike(&earlier->entry, &o->entry);
        bg_link *slot = how.rank ? BG_PUSH(l->arena, &l->found) : NULL;
        if (slot) *slot = (bg_link){&earlier->entry, how};
        else if (how.rank) bg_db__nomem(record);
    }
}

static void lean_on(bg_record *record, bg_linked *l, one *o, const bg_link_set *links) {
    bg_buf reason;
    bg_buf__init(&reason, 1 << 16);
    for (unsigned i = 0; i < links->count; i++) {
        const bg_link *link = &links->items[i];
        bg_buf__clear(&reason);
        bg_entry__reason(link->earlier, &o->entry, &reason);
        o->leans[i] = (bg_linked_lean){whole(link->earlier), bg_entry__step(link->earlier, &o->entry, link->how.same), bg_arena__text(l->arena, reason.bytes ? reason.bytes : "", reason.size)};
        if (reason.failed) bg_db__nomem(record);
    }
    bg_buf__free(&reason);
    o->lean_count = links->count;
    o->thread = links->count ? o->leans[0].earlier->thread : o;
}

static void link_one(bg_record *record, bg_linked *l, one *o) {
    int64_t keys[BG_KEYS_USED];
    unsigned count = bg_lean__keys(&o->entry, keys);
    l->found.count = 0;
    for (unsigned i = 0; i < count; i++) {
        shelf *s = shelf_of(record, l, keys[i]);
        if (s) look_at(record, l, s, o);
    }
    bg_link_set links = l->found.items ? bg_lean__choose(l->found.items, l->found.count) : (bg_link_set){0};
    lean_on(record, l, o, &links);
    for (unsigned i = 0; i < count; i++) {
        shelf *s = shelf_of(record, l, keys[i]);
        one **slot = s ? BG_PUSH(l->arena, &s->ones) : NULL; /* NOLINT(bugprone-sizeof-expression): it holds pointers */
        if (slot) *slot = o;
        else bg_db__nomem(record);
    }
}

bg_linked *bg_linked__make(bg_record *record, const bg_entry_place *places, size_t count) {
    bg_arena *arena = bg_arena__new();
    bg_linked *l = arena ? bg_arena__alloc(arena, sizeof *l) : NULL;
    if (l) {
        *l = (bg_linked){.arena = arena};
        if (load(record, l, places, count))
            for (size_t i = 0; i < l->all.count && record->code == BG_OK; i++) link_one(record, l, &l->all.items[i]);
        if (bg_arena__failed(arena)) bg_db__nomem(record);
    } else bg_db__nomem(record);
    if (record->code == BG_OK) return l;
    bg_arena__free(arena);
    return NULL;
}

void bg_linked__free(bg_linked *linked) { bg_arena__free(linked->arena); }
