/* links: see links.h. */
#include "links.h"

#include <stdlib.h>

void bg_links__joined(bg_record *record, bg_arena *arena, const char *event, bg_texts *out) {
    bg_db__texts(record, arena, bg_db__query(record, "SELECT DISTINCT o.fact FROM decided m JOIN decisions d ON d.id = m.decision AND d.kind = 'join' JOIN decided o ON o.decision = m.decision"
                                             " WHERE m.fact = ?1 AND o.fact <> ?1 ORDER BY 1", "t", event), out);
}

/* That an event is a target of a decision. */
typedef struct place {
    const char *decision, *at, *who;
    int64_t seq;
    bool join;
    int part;
    size_t n; /* of the event */
} place;

typedef BG_VEC(place) places;

static void places_of(bg_record *record, bg_arena *arena, const bg_told *told, places *out) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT d.id, d.at, d.who, d.seq, d.kind = 'join', t.part FROM decided m JOIN decisions d ON d.id = m.decision AND d.kind IN ('join', 'split')"
                                      " JOIN decision_targets t ON t.decision = m.decision AND t.n = m.n WHERE m.fact = ?", "t", told->id);
    while (bg_db__row(record, stmt)) {
        place *one = BG_PUSH(arena, out);
        if (!one) {
            bg_db__nomem(record);
            break;
        }
        *one = (place){bg_db__copy(record, arena, stmt, 0), bg_db__copy(record, arena, stmt, 1), bg_db__copy(record, arena, stmt, 2), sqlite3_column_int64(stmt, 3),
                       sqlite3_column_int(stmt, 4), sqlite3_column_int(stmt, 5), told->n};
    }
}

static int by_time(const void *left, const void *right) {
    const place *a = left, *b = right;
    int order = strcmp(a->at, b->at);
    if (!order) order = (a->seq > b->seq) - (a->seq < b->seq);
    if (!order) order = strcmp(a->decision, b->decision);
    return order ? order : (a->n > b->n) - (a->n < b->n);
}

/* A later word on a pair takes the place of an earlier one. */
static void say(bg_record *record, bg_arena *arena, bg_links *out, const place *a, const place *b) {
    size_t low = a->n < b->n ? a->n : b->n, high = a->n < b->n ? b->n : a->n, i = 0;
    while (i < out->count && (out->items[i].a != low || out->items[i].b != high)) i++;
    bg_link *link = i < out->count ? &out->items[i] : BG_PUSH(arena, out);
    if (link) *link = (bg_link){low, high, a->join, a->decision, a->who, a->at};
    else bg_db__nomem(record);
}

/* Of a join all belong together, of a split those of one part do not belong to those of the other. */
static void say_all(bg_record *record, bg_arena *arena, const place *items, size_t count, bg_links *out) {
    for (size_t i = 0; i < count && record->code == BG_OK; i++)
        for (size_t k = i + 1; k < count; k++)
            if (items[i].n != items[k].n && (items[i].join || items[i].part != items[k].part)) say(record, arena, out, &items[i], &items[k]);
}

void bg_links__among(bg_record *record, bg_arena *arena, const bg_told *told, size_t count, bg_links *out) {
    places list = {0};
    for (size_t i = 0; i < count && record->code == BG_OK; i++) places_of(record, arena, &told[i], &list);
    if (!list.count || record->code != BG_OK) return;
    qsort(list.items, list.count, sizeof *list.items, by_time);
    for (size_t from = 0, to; from < list.count; from = to) {
        for (to = from + 1; to < list.count && strcmp(list.items[to].decision, list.items[from].decision) == 0;) to++;
        say_all(record, arena, list.items + from, to - from, out);
    }
}
