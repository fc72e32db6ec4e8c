/* decide: see decide.h. One decision, one transaction; who is one person is worked out behind it, as after pages were added. */
#include "decide.h"
#include "people.h"
#include "people_decide.h"
#include "query.h"
#include "rows.h"

#include <time.h>

#define TEXT_MAX 4000   /* bytes of a note, a source, a name */
#define TARGETS_MAX 4096

typedef struct target {
    const char *fact, *page, *words;
    bg_span at;
    bool alone;
    int part;
} target;

typedef struct decision {
    bg_record *record;
    bg_arena *arena;
    const char *kind, *who, *note, *source, *field, *value, *was, *undoes;
    bg_span range;
    char at[24];
    int64_t seq;
    BG_VEC(target) targets;
    char id[18];
} decision;

static bool refuse(bg_record *record, const char *why, const char *what) {
    if (record->code == BG_OK) record->code = bg_error__set(record->err, BG_E_USAGE, BG_NO_BYTE, "'%.40s' %s", what, why);
    return false;
}

/* ------------------------------------------------------------------ targets and what anchors them */

static void anchor(decision *d, target *t) {
    char page[18];
    if (!bg_query__page_of(d->record, t->fact, page)) return;
    t->page = bg_arena__text(d->arena, page, strlen(page));
    sqlite3_stmt *stmt = bg_db__query(d->record,
        "SELECT r.text, r.range_start, r.range_end, (SELECT count(*) FROM ranges o WHERE o.page = r.page AND o.owner >= substr(r.owner, 1, 1) AND o.owner < substr(r.owner, 1, 1) || 'g' AND o.n = 0"
        " AND o.range_start = r.range_start AND o.range_end = r.range_end) FROM ranges r WHERE r.page = ? AND r.owner = ? AND r.n = 0", "tt", t->page, t->fact);
    if (bg_db__row(d->record, stmt)) {
        t->words = bg_db__copy(d->record, d->arena, stmt, 0);
        t->at = bg_db__span(stmt, 1);
        t->alone = t->words && sqlite3_column_int(stmt, 3) == 1;
    }
    bg_db__done(stmt);
}

static const char *page_of_item(decision *d, const char *id) {
    sqlite3_stmt *stmt = bg_db__query(d->record, "SELECT page FROM items WHERE row = " BG_ROW_OF("items", "?1"), "t", id);
    const char *page = bg_db__row(d->record, stmt) ? bg_db__copy(d->record, d->arena, stmt, 0) : NULL;
    bg_db__done(stmt);
    return page;
}

static void add_target(decision *d, const char *fact, int part) {
    for (size_t i = 0; i < d->targets.count; i++)
        if (strcmp(d->targets.items[i].fact, fact) == 0) return;
    if (d->targets.count >= TARGETS_MAX) {
        refuse(d->record, "is told by too many pages", fact);
        return;
    }
    const char *copy = bg_arena__text(d->arena, fact, strlen(fact));
    target *t = copy ? BG_PUSH(d->arena, &d->targets) : NULL;
    if (!t) {
        bg_db__nomem(d->record);
        return;
    }
    *t = (target){.fact = copy, .part = part};
    if (strchr("vse", fact[0])) anchor(d, t);
    if (fact[0] == 'c') t->page = page_of_item(d, fact);
}

/* Every telling of the contact that an event is in; the event alone if it is in none. */
static void add_contact(decision *d, const char *event, int part) {
    bg_texts events = {0};
    bg_db__texts(d->record, d->arena, bg_db__query(d->record, "SELECT o.event FROM contact_events m JOIN contact_events o ON o.contact = m.contact WHERE m.event = ? ORDER BY o.event", "t", event), &events);
    for (size_t i = 0; i < events.count; i++) add_target(d, events.items[i], part);
    if (!events.count) add_target(d, event, part);
}

/* A fact of the record that the beginning of its id names; `letters`: of these kinds. */
static bool find(decision *d, const char *prefix, const char *letters, char id[18], char contact[18]) {
    *contact = 0;
    if (!bg_query__resolve(d->record, prefix, id, contact)) return false;
    return strchr(letters, id[0]) ? true : refuse(d->record, "is no fact that this can be said of", id);
}

/* The entry of the ledger whose id begins so. */
static bool find_item(decision *d, const char *prefix, char id[18]) {
    size_t found = 0;
    sqlite3_stmt *stmt = bg_db__query(d->record, "SELECT f.id" BG_BEGINNING("items") " ORDER BY 1 LIMIT 2", "t", prefix);
    while (bg_db__row(d->record, stmt))
        if (!found++) snprintf(id, 18, "%s", bg_db__text(d->record, stmt, 0));
    return found == 1 || refuse(d->record, found ? "is the beginning of several ids" : "is no entry of the ledger", prefix);
}

/* ------------------------------------------------------------------ persons: the targets are forms of their names */

/* Kept with how it is spelled, for whoever reads the log. */
static void add_forms(decision *d, const bg_texts *ids, int part) {
    for (size_t i = 0; ids->items && i < ids->count && d->record->code == BG_OK; i++) {
        size_t before = d->targets.count;
        add_target(d, ids->items[i], part);
        if (d->targets.count > before) d->targets.items[before].words = bg_people__spelling(d->record, d->arena, ids->items[i]);
    }
}

static bool has_target(const decision *d, const char *id) {
    for (size_t i = 0; i < d->targets.count; i++)
        if (strcmp(d->targets.items[i].fact, id) == 0) return true;
    return false;
}

/* All forms of one person, as it stands. Of two known countries there is no one person: what was read of one of them is wrong, and can be corrected. */
static bool join_people(decision *d, const bg_decision *ask) {
    const char *country = NULL;
    if (ask->id_count < 2) return refuse(d->record, "needs another to be joined with", ask->ids[0]);
    for (size_t i = 0; i < ask->id_count; i++) {
        bg_texts ids = {0};
        int64_t form;
        if (!bg_people__resolve(d->record, ask->ids[i], &form)) return false;
        bg_people__forms(d->record, d->arena, form, NULL, &ids);
        for (size_t k = 0; ids.items && k < ids.count; k++) {
            const char *one = bg_people__country(d->record, d->arena, ids.items[k]);
            if (i && has_target(d, ids.items[k])) return refuse(d->record, "is one person with the others already", ask->ids[i]);
            if (!one || !*one) continue;
            if (country && strcmp(country, one) != 0) return refuse(d->record, "is of another country", ask->ids[i]);
            country = one;
        }
        add_forms(d, &ids, (int)i);
    }
    return country || refuse(d->record, "is of no known country", ask->ids[0]);
}

/* What is not taken out: the forms that are named, else all the others of his person. */
static bool split_from(decision *d, const bg_decision *ask, int64_t form, bool named) {
    bg_texts rest = {0};
    for (size_t i = 1; i < ask->id_count && !named; i++) {
        bg_texts all = {0};
        int64_t other;
        if (!bg_people__resolve(d->record, ask->ids[i], &other)) return false;
        const char *id = bg_arena__print(d->arena, "n%016llx", (unsigned long long)other), **slot = BG_PUSH(d->arena, &rest);
        bg_people__forms(d->record, d->arena, form, NULL, &all);
        bool his = false;
        for (size_t k = 0; all.items && k < all.count; k++) his |= bg_string__is(all.items[k], id);
        if (!slot || !id) return bg_db__nomem(d->record);
        if (!his || has_target(d, id)) return refuse(d->record, "is no other name of that person", ask->ids[i]);
        *slot = id;
    }
    if (!rest.count) bg_people__forms(d->record, d->arena, form, NULL, &rest);
    size_t before = d->targets.count;
    add_forms(d, &rest, 1);
    return d->targets.count > before || refuse(d->record, "stands alone, there is nothing to split it from", ask->ids[0]);
}

/* "n12ab…": that form; "n12ab…" NAME…: those of his that are spelled so; "n12ab…" n34cd…: that form from these alone. */
static bool split_people(decision *d, const bg_decision *ask) {
    bool named = ask->id_count > 1 && !(ask->ids[1][0] == 'n' && ask->ids[1][1] && strspn(ask->ids[1] + 1, "0123456789abcdef") == strlen(ask->ids[1]) - 1);
    bg_texts out = {0};
    int64_t form;
    if (!bg_people__resolve(d->record, ask->ids[0], &form)) return false;
    const char **own = named ? NULL : BG_PUSH(d->arena, &out);
    if (own) *own = bg_arena__print(d->arena, "n%016llx", (unsigned long long)form);
    for (size_t i = 1; i < ask->id_count && named; i++) {
        size_t before = out.count;
        bg_people__forms(d->record, d->arena, form, ask->ids[i], &out);
        if (out.count == before) return refuse(d->record, "is no way in which that person's name is written", ask->ids[i]);
    }
    add_forms(d, &out, 0);
    return split_from(d, ask, form, named);
}

/* ------------------------------------------------------------------ the kinds */

/* Of the whole contact where its own id was given, else of that telling alone. */
static void of_fact(decision *d, const bg_decision *ask, const char *id, const char *contact) {
    if (id[0] == 'v' && !ask->telling && strcmp(id, contact) == 0) add_contact(d, id, 0);
    else add_target(d, id, 0);
}

static bool verdict(decision *d, const bg_decision *ask) {
    char id[18], contact[18];
    if (!find(d, ask->ids[0], "vse", id, contact)) return false;
    of_fact(d, ask, id, contact);
    return true;
}

static bool correct(decision *d, const bg_decision *ask) {
    char id[18], contact[18];
    if (!ask->field || !ask->value) return refuse(d->record, "needs FIELD=VALUE", ask->ids[0]);
    if (!find(d, ask->ids[0], "vse", id, contact)) return false;
    bg_fix fix = {.letter = id[0], .id = id, .field = ask->field, .value = ask->value};
    if (!bg_fix__check(d->record, d->arena, &fix)) return false;
    d->field = fix.out_field, d->value = fix.out_value, d->range = fix.range;
    d->was = bg_fix__read(d->record, d->arena, &fix);
    of_fact(d, ask, id, contact);
    return true;
}

static bool join(decision *d, const bg_decision *ask) {
    char id[18], contact[18], first[18] = "";
    if (ask->ids[0][0] == 'n') return join_people(d, ask);
    if (ask->id_count < 2) return refuse(d->record, "needs another to be joined with", ask->ids[0]);
    for (size_t i = 0; i < ask->id_count; i++) {
        if (!find(d, ask->ids[i], "v", id, contact)) return false;
        if (!*contact) return refuse(d->record, "was rejected", id);
        if (i && strcmp(first, contact) == 0) return refuse(d->record, "is of one contact with the first already", id);
        if (!i) memcpy(first, contact, sizeof first);
        add_contact(d, id, (int)i);
    }
    return true;
}

static bool split(decision *d, const bg_decision *ask) {
    char id[18], contact[18], other[18], others[18];
    bg_texts events = {0};
    if (ask->ids[0][0] == 'n') return split_people(d, ask);
    if (!find(d, ask->ids[0], "v", id, contact)) return false;
    add_target(d, id, 0);
    for (size_t i = 1; i < ask->id_count; i++) {
        if (!find(d, ask->ids[i], "v", other, others)) return false;
        if (strcmp(others, contact) != 0 || strcmp(other, id) == 0) return refuse(d->record, "is no other telling of that contact", other);
        add_target(d, other, 1);
    }
    if (ask->id_count > 1) return true;
    bg_db__texts(d->record, d->arena, bg_db__query(d->record, "SELECT event FROM contact_events WHERE contact = ? AND event <> ? ORDER BY event", "tt", contact, id), &events);
    for (size_t i = 0; i < events.count; i++) add_target(d, events.items[i], 1);
    return events.count > 0 || refuse(d->record, "stands alone, there is nothing to split it from", id);
}

static bool close_item(decision *d, const bg_decision *ask) {
    char id[18], contact[18];
    if (!d->note || !*d->note) return refuse(d->record, "is closed with a note that says why", ask->ids[0]);
    bool found = ask->ids[0][0] == 'c' ? find_item(d, ask->ids[0], id) : find(d, ask->ids[0], "s", id, contact);
    if (found) add_target(d, id, 0);
    return found;
}

static const struct {
    const char *kind;
    bool (*targets)(decision *d, const bg_decision *ask);
} kinds[] = {{"accept", verdict}, {"reject", verdict}, {"correct", correct}, {"join", join}, {"split", split}, {"close", close_item}};

/* ------------------------------------------------------------------ writing it down */

/* A field, or nothing, so that no two rows read alike. */
static void part_of_id(bg_buf *out, const char *text) {
    if (text) bg_buf__print(out, "%zu:%s|", strlen(text), text);
    else bg_buf__text(out, "-|");
}

static void name_decision(decision *d) {
    char hex[BG_HEX_SHA256];
    bg_buf text;
    bg_buf__init(&text, (size_t)1 << 28);
    const char *const parts[] = {d->kind, d->at, d->who, d->field, d->value, d->was, d->note, d->source, d->undoes};
    for (size_t i = 0; i < BG_COUNT(parts); i++) part_of_id(&text, parts[i]);
    bg_buf__print(&text, "%lld|%u-%u", (long long)d->seq, (unsigned)d->range.start, (unsigned)d->range.end);
    for (size_t i = 0; i < d->targets.count; i++) {
        const target *t = &d->targets.items[i];
        bg_buf__print(&text, "|%d ", t->part);
        part_of_id(&text, t->fact);
        part_of_id(&text, t->page);
        part_of_id(&text, t->words);
    }
    if (text.failed) bg_db__nomem(d->record);
    else bg_hash__sha256(text.bytes, text.size, hex), snprintf(d->id, sizeof d->id, "d%.16s", hex);
    bg_buf__free(&text);
}

static void append(decision *d) {
    name_decision(d);
    bg_db__run(d->record,
               "INSERT INTO decisions(id, at, seq, who, kind, field, value, was, note, source, undoes, range_start, range_end) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)",
               "ttitttttttts", d->id, d->at, d->seq, d->who, d->kind, d->field, d->value, d->was, d->note, d->source, d->undoes, d->range);
    for (size_t i = 0; i < d->targets.count; i++) {
        const target *t = &d->targets.items[i];
        bg_db__run(d->record, "INSERT INTO decision_targets(decision, n, part, fact, page, words, alone, range_start, range_end) VALUES(?,?,?,?,?,?,?,?,?)", "tnitttis", d->id, i + 1, (int64_t)t->part,
                   t->fact, t->page, t->words, (int64_t)t->alone, t->at);
    }
}

static bool usable(decision *d, const char *text, const char *what) {
    if (!text) return true;
    if (strlen(text) > TEXT_MAX) return refuse(d->record, "is too long", what);
    return bg_utf8__invalid(text, strlen(text)) == strlen(text) || refuse(d->record, "is not UTF-8", what);
}

static bool start(decision *d, const char *who, int64_t at) {
    time_t moment = (time_t)at;
    struct tm parts;
    d->who = who && *who ? who : "?";
    if (!gmtime_r(&moment, &parts) || parts.tm_year < -1900 || parts.tm_year > 8099) return refuse(d->record, "is no point in time", "at");
    strftime(d->at, sizeof d->at, "%Y-%m-%dT%H:%M:%SZ", &parts);
    d->seq = bg_db__int(d->record, "SELECT coalesce(max(seq), 0) + 1 FROM decisions");
    return usable(d, d->who, "who") && usable(d, d->note, "note") && usable(d, d->source, "source");
}

static void decide(decision *d, const bg_decision *ask) {
    bg_touched t = {.record = d->record, .arena = d->arena};
    size_t which = 0;
    while (which < BG_COUNT(kinds) && strcmp(kinds[which].kind, ask->kind) != 0) which++;
    if (which == BG_COUNT(kinds) || !ask->id_count) {
        refuse(d->record, "is no decision, or is about nothing", ask->kind);
        return;
    }
    d->kind = ask->kind, d->note = ask->note, d->source = ask->source;
    if (!start(d, ask->who, ask->at) || !kinds[which].targets(d, ask) || d->record->code != BG_OK) return;
    append(d);
    bg_effects__touch(&t, d->id);
    bg_effects__settle(d->record, d->arena, d->id);
    bg_touch__again(&t);
}

/* Run one transaction; `work` fills d->id. */
typedef void work_fn(decision *d, const void *ask);
static bg_code transact(bg_record *record, work_fn *work, const void *ask, char id[18], bg_error *err) {
    bg_arena *arena = bg_arena__new();
    if (!arena) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    decision d = {.record = record, .arena = arena};
    bg_db__start(record, err);
    if (bg_db__run(record, "BEGIN IMMEDIATE", "")) {
        work(&d, ask);
        if (bg_arena__failed(arena)) bg_db__nomem(record);
        bg_db__run(record, "COMMIT", "");
        bg_db__undo(record);
    }
    if (record->code == BG_OK) bg_people__settle(record, NULL);
    if (id) snprintf(id, 18, "%s", record->code == BG_OK ? d.id : "");
    bg_arena__free(arena);
    return record->code;
}

typedef struct several {
    const bg_decision *asks;
    size_t count;
    char (*ids)[18];
} several;

/* Each as if the ones before it stood already. */
static void decide_work(decision *d, const void *ask) {
    const several *all = ask;
    for (size_t i = 0; i < all->count && d->record->code == BG_OK; i++) {
        decision one = {.record = d->record, .arena = d->arena};
        decide(&one, &all->asks[i]);
        if (all->ids) memcpy(all->ids[i], one.id, sizeof one.id);
    }
}

bg_code bg_record_decide(bg_record *record, const bg_decision *asks, size_t count, char (*ids)[18], bg_error *err) {
    const several all = {asks, count, ids};
    bg_code code = transact(record, decide_work, &all, NULL, err);
    for (size_t i = 0; code && ids && i < count; i++) *ids[i] = 0;
    return code;
}

/* ------------------------------------------------------------------ undo */

typedef struct undo {
    const char *which, *who, *note;
    int64_t at;
} undo;

/* The decision that is taken back: the one with this id, else the last one of this person that stands. */
static bool find_undone(decision *d, const undo *ask) {
    bg_texts found = {0};
    char from[20] = "", to[24];
    if (ask->which) {
        size_t size = strlen(ask->which);
        if (ask->which[0] != 'd' || size < 2 || size > 17 || strspn(ask->which + 1, "0123456789abcdef") != size - 1) return refuse(d->record, "is no decision", ask->which);
        snprintf(from, sizeof from, "%s", ask->which);
        snprintf(to, sizeof to, "%sg", from);
        bg_db__texts(d->record, d->arena, bg_db__query(d->record, "SELECT id FROM decisions WHERE id >= ? AND id < ? ORDER BY id LIMIT 2", "tt", from, to), &found);
    } else
        bg_db__texts(d->record, d->arena, bg_db__query(d->record, "SELECT id FROM decisions d WHERE who = ? AND kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.decision = d.id)"
                                                       " ORDER BY at DESC, seq DESC, id DESC LIMIT 1", "t", d->who), &found);
    if (d->record->code != BG_OK) return false;
    if (found.count > 1) return refuse(d->record, "is the beginning of several", ask->which);
    if (!found.count) {
        d->record->code = bg_error__set(d->record->err, BG_E_NOTFOUND, BG_NO_BYTE, ask->which ? "no decision '%.40s'" : "nothing decided by '%.80s' that stands", ask->which ? ask->which : d->who);
        return false;
    }
    d->undoes = found.items[0];
    return !bg_db__any(d->record, bg_db__query(d->record, "SELECT 1 FROM undone WHERE decision = ?", "t", d->undoes)) || refuse(d->record, "is undone already", d->undoes);
}

static void undo_work(decision *d, const void *asked) {
    const undo *ask = asked;
    bg_touched t = {.record = d->record, .arena = d->arena};
    bg_texts chain = {0};
    d->kind = "undo", d->note = ask->note;
    if (!start(d, ask->who, ask->at) || !find_undone(d, ask)) return;
    append(d);
    bg_effects__chain(d->record, d->arena, d->id, &chain);
    for (size_t i = 0; i < chain.count; i++) bg_effects__touch(&t, chain.items[i]);
    for (size_t i = 0; i < chain.count; i++) bg_effects__mark(d->record, chain.items[i]);
    for (size_t i = 0; i < chain.count; i++) bg_effects__settle(d->record, d->arena, chain.items[i]);
    bg_touch__again(&t);
    memcpy(d->id, d->undoes, strlen(d->undoes) + 1);
}

bg_code bg_record_undo(bg_record *record, const char *which, const char *who, int64_t at, const char *note, char id[18], bg_error *err) {
    undo ask = {which, who, note, at};
    return transact(record, undo_work, &ask, id, err);
}
