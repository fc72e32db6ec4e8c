/* effects: see effects.h. */
#include "effects.h"
#include "ids.h"
#include "items.h"
#include "people_decide.h"
#include "rows.h"
#include "slots.h"
#include "stand.h"

typedef struct target {
    const char *decision, *kind, *fact, *page, *words;
    int64_t n, start, end;
    bool alone, live;
} target;

static bool is_fact(const char *id) { return strchr("vsepc", id[0]) && strlen(id) == 17; }

/* ------------------------------------------------------------------ which fact a target is */

static bool there(bg_record *record, const char *id) {
    switch (id[0]) {
    case 'v': return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM events WHERE id = ?", "t", id));
    case 's': return bg_db__any(record, bg_db__query(record, "SELECT 1 WHERE " BG_ROW_OF("statements", "?1") " IS NOT NULL", "t", id));
    case 'e': return bg_db__any(record, bg_db__query(record, "SELECT 1 WHERE " BG_ROW_OF("entities", "?1") " IS NOT NULL", "t", id));
    case 'c': return bg_db__any(record, bg_db__query(record, "SELECT 1 WHERE " BG_ROW_OF("items", "?1") " IS NOT NULL", "t", id));
    default: return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM pages WHERE id = ?", "t", id));
    }
}

/* The only fact of its kind on the page (or on the one that the page is a copy of) that rests on these words; on the page itself, at this place. "" if there is none. */
static void follow(bg_record *record, const target *t, char out[18]) {
    size_t count = 0;
    char letter[2] = {t->fact[0], 0};
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT r.owner FROM pages p JOIN ranges r ON r.page = coalesce(p.copy_of, p.id) WHERE p.id = ?1 AND r.owner >= ?2 AND r.owner < ?2 || 'g' AND r.n = 0 AND r.text = ?3"
        " AND (p.copy_of IS NOT NULL OR (r.range_start = ?4 AND r.range_end = ?5)) LIMIT 2", "tttii", t->page, letter, t->words, t->start, t->end);
    for (; bg_db__row(record, stmt); count++) snprintf(out, 18, "%s", bg_db__text(record, stmt, 0));
    bg_db__done(stmt);
    if (count != 1) *out = 0;
}

/* The fact of a page under the id that it has since version 8; "" if it is not there. */
static void rename_fact(bg_record *record, const target *t, char out[18]) {
    bg_arena *arena = bg_arena__new();
    sqlite3_stmt *stmt = arena && t->page ? bg_db__query(record, "SELECT address, text_key, sha256 FROM pages WHERE id = ?", "t", t->page) : NULL;
    bool known = bg_db__row(record, stmt);
    if (!arena || (known && !bg_ids__renamed(arena, t->fact, bg_db__text(record, stmt, 0), bg_db__text(record, stmt, 1), bg_db__text(record, stmt, 2), out))) bg_db__nomem(record);
    bg_db__done(stmt);
    bg_arena__free(arena);
    if (!known || !there(record, out)) *out = 0;
}

/* "" if it is orphaned. An entry of the ledger that went keeps its decision. */
static void find_fact(bg_record *record, const target *t, char out[18]) {
    bool stands = !is_fact(t->fact) || there(record, t->fact);
    *out = 0;
    if (!stands && t->fact[0] != 'p') rename_fact(record, t, out);
    if (*out) return;
    if (stands || t->fact[0] == 'c') snprintf(out, 18, "%s", t->fact);
    else if (t->page && t->words && t->alone && strcmp(t->kind, "accept") != 0) follow(record, t, out);
}

/* ------------------------------------------------------------------ what stands of a fact */

static void refresh(bg_record *record, const char *fact) {
    if (fact[0] == 'v') bg_slots__drop(record, fact);
    bg_db__run(record, "DELETE FROM effects WHERE fact = ?", "t", fact);
    bg_db__run(record,
        "INSERT INTO effects(fact, field, value, decision) SELECT ?1, what, says, id FROM (SELECT what, says, id, row_number() OVER (PARTITION BY what ORDER BY at DESC, seq DESC, id DESC) AS place"
        " FROM (SELECT d.id, d.at, d.seq, CASE d.kind WHEN 'correct' THEN d.field WHEN 'close' THEN 'closed' ELSE 'verdict' END AS what,"
        " CASE d.kind WHEN 'correct' THEN d.value WHEN 'close' THEN coalesce(d.note, '') ELSE d.kind END AS says"
        " FROM decided x JOIN decisions d ON d.id = x.decision WHERE x.fact = ?1 AND d.kind IN ('accept', 'reject', 'correct', 'close'))) WHERE place = 1", "t", fact);
    if (fact[0] == 'v') bg_slots__put(record, fact), bg_items__redate(record, fact);
    bg_stand__decided(record, fact);
}

const char *bg_effects__of(bg_record *record, bg_arena *arena, const char *fact, const char *field) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT value FROM effects WHERE fact = ? AND field = ?", "tt", fact, field);
    const char *value = bg_db__row(record, stmt) ? bg_db__copy(record, arena, stmt, 0) : NULL;
    bg_db__done(stmt);
    return value;
}

/* The fact that a target is held to be; "" if none. */
static void held_to_be(bg_record *record, const char *decision, int64_t n, char out[18]) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT fact FROM decided WHERE decision = ? AND n = ?", "ti", decision, n);
    *out = 0;
    if (bg_db__row(record, stmt)) snprintf(out, 18, "%s", bg_db__text(record, stmt, 0));
    bg_db__done(stmt);
}

static void settle_target(bg_record *record, const target *t) {
    char before[18], now[18] = "";
    held_to_be(record, t->decision, t->n, before);
    if (t->live) find_fact(record, t, now);
    if (strcmp(before, now) == 0) return;
    if (*before) bg_db__run(record, "DELETE FROM decided WHERE decision = ? AND n = ?", "ti", t->decision, t->n);
    if (*now) bg_db__run(record, "INSERT INTO decided(fact, decision, n) VALUES(?,?,?)", "tti", now, t->decision, t->n);
    if (*before) refresh(record, before);
    if (*now) refresh(record, now);
}

/* ------------------------------------------------------------------ targets */

typedef BG_VEC(target) targets;

#define TARGET_COLUMNS "t.decision, t.n, t.fact, t.page, t.words, coalesce(t.range_start, 0), coalesce(t.range_end, 0), t.alone, d.kind," \
    " NOT EXISTS (SELECT 1 FROM undone u WHERE u.decision = d.id)"

static void read_targets(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, targets *out) {
    while (bg_db__row(record, stmt)) {
        target *t = BG_PUSH(arena, out);
        if (!t) {
            bg_db__nomem(record);
            break;
        }
        *t = (target){.decision = bg_db__copy(record, arena, stmt, 0), .n = sqlite3_column_int64(stmt, 1), .fact = bg_db__copy(record, arena, stmt, 2), .page = bg_db__copy(record, arena, stmt, 3),
                      .words = bg_db__copy(record, arena, stmt, 4), .start = sqlite3_column_int64(stmt, 5), .end = sqlite3_column_int64(stmt, 6), .alone = sqlite3_column_int(stmt, 7),
                      .kind = bg_db__copy(record, arena, stmt, 8), .live = sqlite3_column_int(stmt, 9)};
    }
}

static void targets_of_decision(bg_record *record, bg_arena *arena, const char *decision, targets *out) {
    read_targets(record, arena, bg_db__query(record, "SELECT " TARGET_COLUMNS " FROM decision_targets t JOIN decisions d ON d.id = t.decision WHERE t.decision = ? ORDER BY t.n", "t", decision), out);
}

/* Those decided on this page or on a copy of it, and those whose fact it tells. */
static void targets_of_page(bg_record *record, bg_arena *arena, const char *page, targets *out) {
    read_targets(record, arena, bg_db__query(record,
        "WITH found(decision, n) AS (SELECT decision, n FROM decision_targets WHERE page = ?1"
        " UNION SELECT x.decision, x.n FROM pages p JOIN decision_targets x ON x.page = p.id WHERE p.copy_of = ?1"
        " UNION SELECT x.decision, x.n FROM events f JOIN decision_targets x ON x.fact = f.id WHERE " BG_OF_PAGE("f", "?1")
        " UNION SELECT x.decision, x.n FROM statements f JOIN decision_targets x ON x.fact = f.id WHERE " BG_OF_PAGE("f", "?1")
        " UNION SELECT x.decision, x.n FROM entities f JOIN decision_targets x ON x.fact = f.id WHERE " BG_OF_PAGE("f", "?1") ")"
        " SELECT " TARGET_COLUMNS " FROM found JOIN decision_targets t ON t.decision = found.decision AND t.n = found.n JOIN decisions d ON d.id = t.decision ORDER BY t.decision, t.n", "t", page), out);
}

/* Most records hold no decision, and most pages of the others none. */
static bool any_decision(bg_record *record) { return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM decision_targets LIMIT 1", "")); }

#define FACTS_OF_PAGE \
    "SELECT id FROM events v WHERE " BG_OF_PAGE("v", "?1") " UNION ALL SELECT id FROM statements s WHERE " BG_OF_PAGE("s", "?1") " UNION ALL SELECT id FROM entities e WHERE " BG_OF_PAGE("e", "?1")

void bg_effects__forget(bg_record *record, const char *page) {
    if (!any_decision(record)) return;
    static const char drop_effects[] = "DELETE FROM effects WHERE fact IN (" FACTS_OF_PAGE ")", drop_decided[] = "DELETE FROM decided WHERE fact IN (" FACTS_OF_PAGE ")";
    bg_texts corrected = {0};
    bg_arena *arena = bg_arena__new();
    if (!arena) {
        bg_db__nomem(record);
        return;
    }
    bg_db__texts(record, arena, bg_db__query(record, "SELECT DISTINCT e.id FROM events e JOIN effects x ON x.fact = e.id WHERE " BG_OF_PAGE("e", "?1") " AND x.field NOT IN ('verdict', 'closed') ORDER BY 1", "t", page), &corrected);
    for (size_t i = 0; i < corrected.count; i++) bg_slots__drop(record, corrected.items[i]);
    bg_db__run(record, drop_effects, "t", page);
    bg_db__run(record, drop_decided, "t", page);
    for (size_t i = 0; i < corrected.count; i++) bg_slots__put(record, corrected.items[i]);
    bg_arena__free(arena);
}

/* The events that what is decided of a fact can reach. */
static void touch_fact(bg_touched *t, const char *fact) {
    bg_texts events = {0};
    if (fact[0] == 'n') bg_people__decided(t->record, fact);
    if (fact[0] == 'v') bg_touch__events(t, &fact, 1);
    if (fact[0] != 'e') return;
    bg_db__texts(t->record, t->arena, bg_db__query(t->record, "SELECT DISTINCT p.event FROM entities x JOIN events v ON " BG_BESIDE("v", "x.row") " JOIN participants p ON p.event = v.id AND p.entity_row = x.row"
                                                   " WHERE x.row = " BG_ROW_OF("entities", "?1") " ORDER BY 1", "t", fact), &events);
    if (events.count) bg_touch__events(t, events.items, events.count);
}

/* What it was held to be until now, and what it will be. */
static void touch_changed(bg_touched *t, const target *one) {
    char before[18], now[18] = "";
    held_to_be(t->record, one->decision, one->n, before);
    if (one->live) find_fact(t->record, one, now);
    if (strcmp(before, now) == 0) return;
    if (*before) touch_fact(t, before);
    if (*now) touch_fact(t, now);
}

void bg_effects__page(bg_touched *t, const char *page) {
    targets list = {0};
    if (!any_decision(t->record)) return;
    targets_of_page(t->record, t->arena, page, &list);
    for (size_t i = 0; i < list.count && t->record->code == BG_OK; i++) touch_changed(t, &list.items[i]);
    for (size_t i = 0; i < list.count && t->record->code == BG_OK; i++) settle_target(t->record, &list.items[i]);
}

void bg_effects__touch(bg_touched *t, const char *decision) {
    targets list = {0};
    char fact[18];
    targets_of_decision(t->record, t->arena, decision, &list);
    for (size_t i = 0; i < list.count && t->record->code == BG_OK; i++) {
        held_to_be(t->record, decision, list.items[i].n, fact);
        if (!*fact) find_fact(t->record, &list.items[i], fact);
        if (*fact) touch_fact(t, fact);
    }
}

void bg_effects__settle(bg_record *record, bg_arena *arena, const char *decision) {
    targets list = {0};
    targets_of_decision(record, arena, decision, &list);
    for (size_t i = 0; i < list.count && record->code == BG_OK; i++) settle_target(record, &list.items[i]);
}

/* ------------------------------------------------------------------ undo */

/* Is it taken back by an undo that stands? */
static bool taken_back(bg_record *record, const char *decision) {
    return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM decisions u WHERE u.undoes = ?1 AND NOT EXISTS (SELECT 1 FROM undone x WHERE x.decision = u.id)", "t", decision));
}

void bg_effects__mark(bg_record *record, const char *decision) {
    if (taken_back(record, decision)) bg_db__run(record, "INSERT OR IGNORE INTO undone(decision) VALUES(?)", "t", decision);
    else bg_db__run(record, "DELETE FROM undone WHERE decision = ?", "t", decision);
}

void bg_effects__chain(bg_record *record, bg_arena *arena, const char *undo, bg_texts *out) {
    const char *at = undo;
    while (at && record->code == BG_OK) {
        sqlite3_stmt *stmt = bg_db__query(record, "SELECT undoes FROM decisions WHERE id = ?", "t", at);
        at = bg_db__row(record, stmt) ? bg_db__copy(record, arena, stmt, 0) : NULL;
        bg_db__done(stmt);
        const char **item = at ? BG_PUSH(arena, out) : NULL;
        if (item) *item = at;
        else if (at) bg_db__nomem(record);
    }
}

/* ------------------------------------------------------------------ all of it */

/* Undos of undos: from the ends of the chains. An undo is later than what it takes back, and what it takes back is part of its id, so that there is no circle. */
static void mark_all(bg_record *record, bg_arena *arena) {
    bg_texts ends = {0};
    bg_db__run(record, "DELETE FROM undone", "");
    bg_db__texts(record, arena, bg_db__query(record, "SELECT id FROM decisions d WHERE undoes IS NOT NULL AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id) ORDER BY id", ""), &ends);
    for (size_t i = 0; i < ends.count && record->code == BG_OK; i++) {
        bg_texts chain = {0};
        bg_effects__chain(record, arena, ends.items[i], &chain);
        for (size_t k = 0; k < chain.count; k++) bg_effects__mark(record, chain.items[k]);
    }
}

static void each_decision(bg_record *record, bg_arena *arena, bg_texts *out) {
    bg_db__texts(record, arena, bg_db__query(record, "SELECT id FROM decisions ORDER BY id", ""), out);
}

void bg_effects__all(bg_record *record, bg_arena *arena) {
    bg_touched t = {.record = record, .arena = arena};
    bg_texts decisions = {0};
    each_decision(record, arena, &decisions);
    for (size_t i = 0; i < decisions.count && record->code == BG_OK; i++) bg_effects__touch(&t, decisions.items[i]);
    mark_all(record, arena);
    for (size_t i = 0; i < decisions.count && record->code == BG_OK; i++) bg_effects__settle(record, arena, decisions.items[i]);
    bg_touch__again(&t);
}
