/* slots: see slots.h. */
#include "slots.h"
#include "ranges.h"
#include "corrections.h"
#include "fold.h"
#include "rows.h"

/* A slot is a number of 40 bits, a key that of type and sides before it. Days are counted as bg_merge__day_number() counts them. */
#define SLOT_BITS 40
#define MONTHS ((int64_t)1 << 24)    /* + year × 12 + month; of no year: + month */
#define YEARS ((int64_t)2 << 24)     /* + year */
#define PUBLISHED ((int64_t)3 << 24) /* + day */
#define LEADS ((int64_t)1 << 39)     /* + a hash */

#define MONTHS_MAX 13 /* what lasts longer stands under its years */

typedef struct range {
    int64_t from, to;
} range;

typedef struct slots {
    range items[40];
    size_t count;
} slots;

static void put(slots *list, int64_t from, int64_t to) {
    if (list->count < BG_COUNT(list->items)) list->items[list->count++] = (range){from, to};
}

static void put_one(slots *list, int64_t slot) { put(list, slot, slot); }

static int64_t month_slot(int year, int month) { return MONTHS + (int64_t)year * 12 + month; }

static int64_t lead_slot(const bg_told *told) { return LEADS | (int64_t)(bg_hash__bytes(told->lead, strlen(told->lead), 17) & ((uint64_t)LEADS - 1)); }

/* Has it a like at all? Of one state somebody must be named. */
static bool is_named(const bg_told *told) { return told->people_count || strchr(told->sides, ','); }

/* ------------------------------------------------------------------ where it stands */

static void put_span(slots *list, const bg_when *w) {
    int from = w->year * 12 + w->month, to = w->end_year * 12 + w->end_month;
    if (to - from < MONTHS_MAX) put(list, MONTHS + from, MONTHS + to);
    else put(list, YEARS + w->year, YEARS + w->end_year);
}

static void stands_in(const bg_told *told, const bg_when *w, slots *out) {
    if (w->full && w->first == w->last) put_one(out, w->first);
    else if (w->full) put_span(out, w);
    else if (w->month) put(out, month_slot(w->year, w->month), month_slot(w->year, w->end_month));
    else if (w->year) put_one(out, YEARS + w->year);
    if (!w->full && w->published) put_one(out, PUBLISHED + w->published);
    if (told->lead) put_one(out, lead_slot(told));
}

/* ------------------------------------------------------------------ where to look */

static void look_for_yearless(slots *list, const bg_when *w) {
    bool over = w->end_year > w->year;
    put(list, month_slot(0, over ? 1 : w->month), month_slot(0, over ? 12 : w->end_month));
}

/* What has no year, on a page of which nobody knows when it was published, may lie in any. */
static void look_everywhere(slots *list) { put(list, 1, PUBLISHED - 1); }

static void look_for_full(slots *list, const bg_when *w) {
    put(list, w->first - 1, w->last + 1); /* clocks differ */
    put(list, month_slot(w->year, w->month), month_slot(w->end_year, w->end_month));
    look_for_yearless(list, w);
    put(list, YEARS + w->year, YEARS + w->end_year);
    put(list, PUBLISHED + w->first, PUBLISHED + w->first + BG_DAYS_AFTER);
}

static void look_for_vague(slots *list, const bg_when *w) {
    put(list, w->first, w->last);
    put(list, month_slot(w->year, w->month ? w->month : 1), month_slot(w->year, w->month ? w->end_month : 12));
    put(list, month_slot(0, w->month ? w->month : 1), month_slot(0, w->month ? w->end_month : 12));
    put_one(list, YEARS + w->year);
}

/* Nothing in common but the days of publication. */
static void look_near(slots *list, const bg_when *w) {
    int year = 0, month = 0;
    if (!w->published) return;
    put(list, PUBLISHED + w->published - BG_DAYS_APART, PUBLISHED + w->published + BG_DAYS_APART);
    put(list, w->published - BG_DAYS_AFTER, w->published);
    for (int back = 0; back <= BG_DAYS_AFTER; back += BG_DAYS_AFTER) {
        int64_t last = month_slot(year, month);
        bg_merge__civil(w->published - back, &year, &month);
        if (month_slot(year, month) != last) put_one(list, month_slot(year, month)); /* a span that began then */
        if (!back) put_one(list, YEARS + year);
    }
}

static void look_in(const bg_told *told, const bg_when *w, slots *out) {
    if (w->full) look_for_full(out, w);
    else if (w->month && !w->year) look_everywhere(out);
    else if (w->year) look_for_vague(out, w);
    if (!w->full) look_near(out, w);
    if (told->lead) put_one(out, lead_slot(told));
}

/* ------------------------------------------------------------------ the index */

static int64_t key_of(const bg_told *told, int64_t slot) {
    const char *type = bg_merge__class(told);
    uint64_t hash = bg_hash__bytes(told->sides, strlen(told->sides), bg_hash__bytes(type, strlen(type), 19));
    return (int64_t)((hash >> SLOT_BITS << SLOT_BITS) | (uint64_t)slot);
}

static int digit(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }

uint64_t bg_slots__number(const char *id) {
    uint64_t number = 0;
    for (int i = 1; i <= 16 && digit(id[i]) >= 0; i++) number = number << 4 | (uint64_t)digit(id[i]);
    return number;
}

void bg_slots__id(uint64_t number, char out[BG_EVENT_ID]) {
    out[0] = 'v', out[BG_EVENT_ID - 1] = 0;
    for (int i = BG_EVENT_ID - 2; i > 0; i--, number >>= 4) out[i] = "0123456789abcdef"[number & 15];
}

static void change(bg_record *record, const bg_told *told, const char *sql) {
    bg_when when;
    slots list = {.count = 0};
    if (!is_named(told)) return; /* merge.h: nothing is one with it */
    bg_merge__when(told, &when);
    stands_in(told, &when, &list);
    for (size_t i = 0; i < list.count; i++)
        for (int64_t slot = list.items[i].from; slot <= list.items[i].to; slot++) bg_db__run(record, sql, "ii", key_of(told, slot), (int64_t)bg_slots__number(told->id));
}

static const char insert[] = "INSERT OR IGNORE INTO event_slots(key, event) VALUES(?,?)";
static const char delete[] = "DELETE FROM event_slots WHERE key = ? AND event = ?";

void bg_slots__store(bg_record *record, const bg_told *told) { change(record, told, insert); }

/* ------------------------------------------------------------------ events that are stored */

#define EVENTS \
    "SELECT e.id, coalesce(e.type, ''), e.sides, e.start_date, e.end_date, p.published, e.main, e.status IS 'planned', " BG_RANGE_WORDS("r", "e.said_start", "e.said_end") ", e.summit," \
    " (SELECT count(*) FROM participants x JOIN entities y ON y.row = x.entity_row WHERE x.event = e.id AND y.kind = 'person' AND y.name IS NOT NULL AND x.role IS NOT 'companion')" \
    " FROM events e JOIN pages p ON p.id = e.page LEFT JOIN page_ranges r ON r.n = p.n"

static const char *folded(bg_record *record, bg_arena *arena, const char *text) {
    bg_buf buf;
    bg_buf__init(&buf, 1 << 20);
    if (!text) return NULL;
    bg_fold__name(text, &buf);
    const char *out = bg_buf__keep(&buf, arena);
    if (!out) bg_db__nomem(record);
    return out;
}

#define COPY(column) bg_db__copy(record, arena, stmt, (column))

static void read_told(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_told *out) {
    *out = (bg_told){.id = COPY(0), .type = COPY(1), .sides = COPY(2), .start = COPY(3), .end = COPY(4), .published = COPY(5), .main = sqlite3_column_int(stmt, 6),
                     .planned = sqlite3_column_int(stmt, 7), .lead = folded(record, arena, bg_db__text(record, stmt, 8)), .summit = sqlite3_column_int(stmt, 9), .people_count = (size_t)sqlite3_column_int64(stmt, 10)};
}

void bg_slots__forget(bg_record *record, bg_arena *arena, const char *page) {
    sqlite3_stmt *stmt = bg_db__query(record, EVENTS " WHERE " BG_OF_PAGE("e", "?1"), "t", page);
    while (bg_db__row(record, stmt)) {
        bg_told told;
        read_told(record, arena, stmt, &told);
        if (record->code == BG_OK) change(record, &told, delete);
    }
}

void bg_slots__fill(bg_record *record) {
    sqlite3_stmt *stmt = bg_db__query(record, EVENTS, "");
    while (bg_db__row(record, stmt)) {
        bg_told told;
        bg_arena *arena = bg_arena__new();
        if (!arena) {
            bg_db__nomem(record);
            break;
        }
        read_told(record, arena, stmt, &told);
        if (record->code == BG_OK) change(record, &told, insert);
        bg_arena__free(arena);
    }
}

static void change_standing(bg_record *record, const char *event, const char *sql) {
    bg_arena *arena = bg_arena__new();
    if (!arena) {
        bg_db__nomem(record);
        return;
    }
    sqlite3_stmt *stmt = bg_db__query(record, EVENTS " WHERE e.id = ?", "t", event);
    bool found = bg_db__row(record, stmt);
    bg_told told = {0};
    if (found) read_told(record, arena, stmt, &told);
    bg_db__done(stmt);
    size_t named = told.people_count; /* who they are does not count here */
    told.people_count = 0;
    if (found && record->code == BG_OK) bg_corrections__told(record, arena, &told, NULL);
    told.people_count = named;
    if (found && record->code == BG_OK) change(record, &told, sql);
    bg_arena__free(arena);
}

void bg_slots__drop(bg_record *record, const char *event) { change_standing(record, event, delete); }
void bg_slots__put(bg_record *record, const char *event) { change_standing(record, event, insert); }

/* ------------------------------------------------------------------ who is near */

void bg_slots__find(bg_record *record, bg_arena *arena, const bg_told *told, bg_event_numbers *out) {
    bg_when when;
    slots list = {.count = 0};
    if (!is_named(told)) return;
    bg_merge__when(told, &when);
    look_in(told, &when, &list);
    for (size_t i = 0; i < list.count; i++) {
        sqlite3_stmt *stmt = bg_db__query(record, "SELECT event FROM event_slots WHERE key BETWEEN ? AND ?", "ii", key_of(told, list.items[i].from), key_of(told, list.items[i].to));
        while (bg_db__row(record, stmt)) {
            uint64_t *slot = BG_PUSH(arena, out);
            if (slot) *slot = (uint64_t)sqlite3_column_int64(stmt, 0);
            else bg_db__nomem(record);
        }
    }
}
