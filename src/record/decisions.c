/* decisions: see decisions.h. */
#include "decisions.h"
#include "merge.h"

#include <stdlib.h>

#define COPY(column) bg_db__copy(record, arena, stmt, (column))

#define DECISION_COLUMNS "d.id, d.at, d.who, d.kind, d.field, d.value, d.was, d.note, d.source, d.undoes, coalesce(d.range_start, 0), coalesce(d.range_end, 0)," \
    " EXISTS (SELECT 1 FROM undone u WHERE u.decision = d.id)"

static void load_targets(bg_record *record, bg_arena *arena, bg_row_decision *d) {
    BG_VEC(bg_row_target) list = {0};
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT t.fact, t.page, t.words, x.fact FROM decision_targets t LEFT JOIN decided x ON x.decision = t.decision AND x.n = t.n"
                                      " WHERE t.decision = ? ORDER BY t.n", "t", d->id);
    while (bg_db__row(record, stmt)) {
        bg_row_target *t = BG_PUSH(arena, &list);
        if (t) *t = (bg_row_target){COPY(0), COPY(1), COPY(2), COPY(3)};
        else bg_db__nomem(record);
        if (t && !t->now) d->orphans++;
    }
    d->targets = list.items;
    d->target_count = list.count;
    if (d->undone) d->orphans = 0;
}

static bool read_decisions(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_decisions *out) {
    size_t before = out->count;
    while (bg_db__row(record, stmt)) {
        bg_row_decision *d = BG_PUSH(arena, out);
        if (d)
            *d = (bg_row_decision){.id = COPY(0), .at = COPY(1), .who = COPY(2), .kind = COPY(3), .field = COPY(4), .value = COPY(5), .was = COPY(6), .note = COPY(7), .source = COPY(8),
                                   .undoes = COPY(9), .range = bg_db__span(stmt, 10), .undone = sqlite3_column_int(stmt, 12)};
        else bg_db__nomem(record);
    }
    for (size_t i = before; out->items && i < out->count; i++) load_targets(record, arena, &out->items[i]);
    return record->code == BG_OK;
}

bool bg_query__decisions(bg_record *record, bg_arena *arena, const char *fact, bg_decisions *out) {
    return read_decisions(record, arena, bg_db__query(record,
        "SELECT " DECISION_COLUMNS " FROM decisions d WHERE d.id IN (SELECT decision FROM decided WHERE fact = ?) ORDER BY d.at, d.seq, d.id", "t", fact), out);
}

bool bg_query__contact_decisions(bg_record *record, bg_arena *arena, const char *contact, bg_decisions *out) {
    return read_decisions(record, arena, bg_db__query(record,
        "SELECT " DECISION_COLUMNS " FROM decisions d WHERE d.id IN (SELECT x.decision FROM contact_events m JOIN decided x ON x.fact = m.event WHERE m.contact = ?1"
        " UNION SELECT x.decision FROM contact_events m JOIN participants p ON p.event = m.event JOIN decided x ON x.fact = p.entity WHERE m.contact = ?1) ORDER BY d.at, d.seq, d.id", "t", contact), out);
}

bool bg_query__log(bg_record *record, bg_arena *arena, const char *prefix, bg_decisions *out) {
    char behind[32];
    if (!prefix) return read_decisions(record, arena, bg_db__query(record, "SELECT " DECISION_COLUMNS " FROM decisions d ORDER BY d.at DESC, d.seq DESC, d.id DESC", ""), out);
    if (strlen(prefix) < 2 || strlen(prefix) > 17) return true;
    snprintf(behind, sizeof behind, "%sg", prefix);
    return read_decisions(record, arena, bg_db__query(record,
        "WITH about(id) AS (SELECT decision FROM decision_targets WHERE fact >= ?1 AND fact < ?2 UNION SELECT decision FROM decided WHERE fact >= ?1 AND fact < ?2"
        " UNION SELECT x.decision FROM contact_events m JOIN contact_events o ON o.contact = m.contact JOIN decided x ON x.fact = o.event WHERE m.event >= ?1 AND m.event < ?2"
        " UNION SELECT id FROM decisions WHERE id >= ?1 AND id < ?2)"
        " SELECT " DECISION_COLUMNS " FROM decisions d WHERE d.id IN (SELECT id FROM about UNION SELECT u.id FROM decisions u JOIN about ON u.undoes = about.id) ORDER BY d.at DESC, d.seq DESC, d.id DESC",
        "tt", prefix, behind), out);
}

/* ------------------------------------------------------------------ what was rejected */

static void load_people(bg_record *record, bg_arena *arena, bg_row_contact *out) {
    BG_VEC(bg_row_person) people = {0};
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT e.name, e.office, e.country, p.role FROM participants p JOIN entities e ON e.row = p.entity_row WHERE p.event = ? AND e.name IS NOT NULL"
                                      " AND e.kind = 'person' AND p.role IS NOT 'companion' ORDER BY p.n", "t", out->id);
    while (bg_db__row(record, stmt)) {
        bg_row_person *who = BG_PUSH(arena, &people);
        if (who) *who = (bg_row_person){COPY(0), COPY(1), COPY(2), COPY(3), 0};
        else bg_db__nomem(record);
    }
    out->people = people.items;
    out->people_count = people.count;
}

bool bg_query__rejected(bg_record *record, bg_arena *arena, const char *event, bg_row_contact *out) {
    *out = (bg_row_contact){0};
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT e.id, e.type, e.verb, e.grade, e.status, e.mode, e.channel, e.start_date, e.end_date, e.place, e.sides, e.main FROM events e"
                                      " JOIN effects x ON x.fact = e.id AND x.field = 'verdict' AND x.value = 'reject' WHERE e.id = ?", "t", event);
    if (bg_db__row(record, stmt))
        *out = (bg_row_contact){.id = COPY(0), .type = COPY(1), .verb = COPY(2), .grade = COPY(3), .status = COPY(4), .mode = COPY(5), .channel = COPY(6), .start = COPY(7), .end = COPY(8),
                                .place = COPY(9), .sides = COPY(10), .main = sqlite3_column_int(stmt, 11), .page_count = 1, .witness_count = 1, .rejected = true};
    bg_db__done(stmt);
    if (out->id) load_people(record, arena, out);
    return record->code == BG_OK && out->id;
}

/* Those that the filter lets through. Its days are compared as those of contacts are. */
static void rejected_ids(bg_record *record, bg_arena *arena, const bg_filter *f, bg_texts *out) {
    bg_buf sides, person, outlet;
    bg_buf__init(&sides, 4096);
    bg_buf__init(&person, 8192);
    bg_buf__init(&outlet, 8192);
    bg_query__codes(f->country, &sides);
    bg_query__words(f->person ? f->person : "", &person);
    bg_query__words(f->outlet ? f->outlet : "", &outlet);
    if (sides.failed || person.failed || outlet.failed) bg_db__nomem(record);
    bg_db__texts(record, arena, bg_db__query(record,
        "SELECT e.id FROM effects x JOIN events e ON e.id = x.fact JOIN pages g ON g.id = e.page WHERE x.field = 'verdict' AND x.value = 'reject' AND (?1 IS NULL OR e.type = ?1)"
        " AND (?2 IS NULL OR e.channel = ?2) AND NOT EXISTS (SELECT 1 FROM json_each(?3) s WHERE instr(',' || e.sides || ',', ',' || s.value || ',') = 0)"
        " AND (?4 IS NULL OR EXISTS (SELECT 1 FROM participants p JOIN entities n ON n.row = p.entity_row WHERE p.event = e.id AND NOT EXISTS"
        "  (SELECT 1 FROM json_each(?4) w WHERE instr(' ' || coalesce(n.folded, '') || ' ', ' ' || w.value || ' ') = 0)))"
        " AND (?5 IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?5) w WHERE instr(' ' || coalesce(g.outlet_words, '') || ' ', ' ' || w.value || ' ') = 0)) ORDER BY e.id",
        "ttttt", f->type, f->channel, sides.bytes, f->person ? person.bytes : NULL, f->outlet ? outlet.bytes : NULL), out);
    bg_buf__free(&sides);
    bg_buf__free(&person);
    bg_buf__free(&outlet);
}

/* Dated ones by their days, then the others; as the contacts are sorted. */
static int by_day(const void *left, const void *right) {
    const bg_row_contact *a = left, *b = right;
    char first[2][11], last[2][11];
    bool dated[2] = {bg_merge__days(a->start, a->end, first[0], last[0]), bg_merge__days(b->start, b->end, first[1], last[1])};
    if (dated[0] != dated[1]) return dated[0] ? -1 : 1;
    int order = dated[0] ? strcmp(first[0], first[1]) : 0;
    if (!order && dated[0]) order = strcmp(last[0], last[1]);
    if (!order && !a->start != !b->start) order = a->start ? -1 : 1;
    if (!order && a->start) order = strcmp(a->start, b->start);
    return order ? order : strcmp(a->id, b->id);
}

static bool within(const bg_row_contact *c, const bg_filter *f) {
    char first[11], last[11];
    if (!f->from && !f->to) return true;
    if (!bg_merge__days(c->start, c->end, first, last)) return false;
    return !(f->from && strncmp(last, f->from, strlen(f->from)) < 0) && !(f->to && strncmp(first, f->to, strlen(f->to)) > 0);
}

bool bg_query__add_rejected(bg_record *record, bg_arena *arena, const bg_filter *filter, bg_contacts *out) {
    bg_texts ids = {0};
    bg_row_contact one;
    rejected_ids(record, arena, filter, &ids);
    for (size_t i = 0; i < ids.count && record->code == BG_OK; i++) {
        if (!bg_query__rejected(record, arena, ids.items[i], &one) || !within(&one, filter)) continue;
        bg_row_contact *item = BG_PUSH(arena, out);
        if (item) *item = one;
        else bg_db__nomem(record);
    }
    if (out->items && record->code == BG_OK) qsort(out->items, out->count, sizeof *out->items, by_day);
    return record->code == BG_OK;
}

bool bg_query__is_rejected(bg_record *record, const char *fact) {
    return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM effects WHERE fact = ? AND field = 'verdict' AND value = 'reject'", "t", fact));
}
