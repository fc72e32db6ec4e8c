/* items: see items.h. */
#include "items.h"
#include "../base/calendar.h"
#include "effects.h"
#include "merge.h"
#include "ranges.h"
#include "rows.h"
#include "thread.h"

#include <stdlib.h>

#define PAGE_BITS 11 /* entries of a page that are kept: 2048 */
#define KEYS_BYTES (1 << 16)

/* The number of the first entry of a page: the first bits of its id. */
static int64_t first_number(const char *page) {
    char digits[17];
    snprintf(digits, sizeof digits, "%.16s", page + 1);
    return (int64_t)(strtoull(digits, NULL, 16) >> (PAGE_BITS + 1)) << PAGE_BITS;
}

/* When it was said, YYYYMMDD, 00 for what is not known of it: on the day of its contact, else of the page; 0 unknown. `said`: it is from a statement. */
static int64_t day_beside(const char *start, const char *end, bool said, const char *published) {
    char first[11], last[11];
    bool told = start && bg_merge__days(start, end, first, last);
    const char *from = told && (said || !published) ? start : published;
    return from && strlen(from) >= 4 ? bg_calendar__figures(from) : 0;
}

/* … where it has no day of its own. */
static int64_t day_of(const bg_doc *doc, const bg_matter *matter) {
    const bg_event *e = matter->event >= 0 ? &doc->events[matter->event] : NULL;
    char first[11], last[11];
    if (matter->day && bg_merge__days(matter->day, NULL, first, last)) return bg_calendar__figures(matter->day);
    return day_beside(e ? e->start : NULL, e ? e->end : NULL, matter->statement >= 0, doc->article.published);
}

static const char *keys_of(bg_arena *arena, const bg_matter *matter) {
    bg_buf buf;
    bg_buf__init(&buf, KEYS_BYTES);
    for (size_t i = 0; i < matter->key_count; i++) {
        if (i) bg_buf__char(&buf, ' ');
        bg_buf__text(&buf, matter->keys[i]);
    }
    if (!matter->key_count) bg_buf__text(&buf, "");
    return bg_buf__keep(&buf, arena);
}

static const char *words(const bg_doc *doc, bg_arena *arena, bg_span at) {
    return at.end ? bg_arena__text(arena, doc->text + at.start, bg_ranges__copy_size(doc->text, at)) : NULL;
}

/* … what it is about or depends on: the words are those of the ledger, no quotation. */
static const char *composed(const bg_doc *doc, bg_arena *arena, bg_span at) {
    const char *text = words(doc, arena, at);
    return text ? bg_text__composed(arena, text) : NULL;
}

/* Whose words they are, where he has a name. */
static const char *speaker_of(const bg_doc *doc, const bg_matter *matter) {
    const bg_party *speaker = matter->statement >= 0 ? &doc->statements[matter->statement].speaker : NULL;
    if (!speaker || speaker->kind != BG_SPEAKER_ENTITY || doc->entities[speaker->entity].kind != BG_PERSON) return NULL;
    return doc->entities[speaker->entity].name;
}

static void store(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids, int64_t row, size_t i) {
    const bg_matter *m = &ids->told[i];
    int64_t number = first_number(ids->page) + (int64_t)i;
    const char *content = words(doc, arena, m->content), *keys = keys_of(arena, m), *speaker = speaker_of(doc, m);
    char sides[64];
    snprintf(sides, sizeof sides, "%s,%s", m->sides[0], m->sides[1]);
    bg_db__run(record,
               "INSERT INTO items(number, id, page, statement, event, kind, grade, sides, bound, towards, day, about, content, keys, due_from, due_to, condition, part, rule, actor, speaker, said_start, said_end, row)"
               " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,nullif(?11, 0),?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23,?24)",
               "itttttttttittttttttttsi", number, ids->matters[i], ids->page, m->statement >= 0 ? ids->statements[m->statement] : NULL,
               m->event >= 0 ? ids->events[m->event] : NULL, m->kind, m->grade, sides, m->bound, m->towards, day_of(doc, m), composed(doc, arena, m->about),
               content, keys, m->due_from, m->due_to, composed(doc, arena, m->condition), composed(doc, arena, m->part), m->rule, m->actor, speaker, m->evidence, row + (int64_t)i + 1);
    bg_entry entry = {.number = number, .day = (int)day_of(doc, m), .sides = sides, .kind = m->kind, .grade = m->grade, .bound = m->bound, .page = ids->page, .due = m->due_to, .speaker = speaker,
                      .content = content};
    if (keys && record->code == BG_OK) bg_thread__add(record, &entry, keys);
}

void bg_items__store(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids, int64_t row) {
    for (size_t i = 0; i < ids->told_count && i < (size_t)1 << PAGE_BITS && record->code == BG_OK; i++) store(record, arena, doc, ids, row, i);
}

void bg_items__forget(bg_record *record, bg_arena *arena, const char *page) {
    BG_VEC(int64_t) numbers = {0};
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT number FROM items i WHERE " BG_OF_PAGE("i", "?1") " ORDER BY number", "t", page);
    while (bg_db__row(record, stmt)) {
        int64_t *slot = BG_PUSH(arena, &numbers);
        if (slot) *slot = sqlite3_column_int64(stmt, 0);
        else bg_db__nomem(record);
    }
    for (size_t i = 0; numbers.items && i < numbers.count && record->code == BG_OK; i++) {
        bg_thread__remove(record, numbers.items[i]);
        bg_db__run(record, "DELETE FROM item_days WHERE item = ?", "i", numbers.items[i]);
        bg_db__run(record, "DELETE FROM items WHERE number = ?", "i", numbers.items[i]);
    }
}

/* ------------------------------------------------------------------ the day of a contact is corrected */

/* An entry of a contact: its day, as it is and as it was read, and what that follows from. */
typedef struct dated {
    int64_t number, day, read;
    const char *published, *start, *end;
    bool said;
} dated;

typedef BG_VEC(dated) dated_items;

#define OF_EVENT \
    "SELECT i.number, coalesce(i.day, 0), CASE WHEN d.item IS NULL THEN coalesce(i.day, 0) ELSE coalesce(d.day, 0) END, p.published, v.start_date, v.end_date, i.statement IS NOT NULL" \
    " FROM events v CROSS JOIN items i ON " BG_BESIDE("i", "v.row") " AND i.event = v.id JOIN pages p ON p.id = v.page LEFT JOIN item_days d ON d.item = i.number WHERE v.id = ? ORDER BY i.number"
#define COPY(column) bg_db__copy(record, arena, stmt, (column))

static void load_dated(bg_record *record, bg_arena *arena, const char *event, dated_items *out) {
    sqlite3_stmt *stmt = bg_db__query(record, OF_EVENT, "t", event);
    while (bg_db__row(record, stmt)) {
        dated *one = BG_PUSH(arena, out);
        if (one) *one = (dated){sqlite3_column_int64(stmt, 0), sqlite3_column_int64(stmt, 1), sqlite3_column_int64(stmt, 2), COPY(3), COPY(4), COPY(5), sqlite3_column_int(stmt, 6)};
        else bg_db__nomem(record);
    }
}

/* Its day with the corrected one of its contact (NULL: not corrected, "": not known). What has a day of its own keeps it. */
static int64_t corrected_day(const dated *one, const char *value) {
    bool beside = one->read == day_beside(one->start, one->end, one->said, one->published);
    return value && beside ? day_beside(*value ? value : NULL, NULL, one->said, one->published) : one->read;
}

static void put_day(bg_record *record, const dated *one, int64_t day) {
    if (day == one->read) bg_db__run(record, "DELETE FROM item_days WHERE item = ?", "i", one->number);
    else bg_db__run(record, "INSERT OR REPLACE INTO item_days(item, day) VALUES(?,nullif(?, 0))", "ii", one->number, one->read);
    bg_thread__redate(record, one->number, (int)day);
}

void bg_items__redate(bg_record *record, const char *event) {
    dated_items list = {0};
    bg_arena *arena = bg_arena__new();
    if (!arena) {
        bg_db__nomem(record);
        return;
    }
    const char *value = bg_effects__of(record, arena, event, "start");
    load_dated(record, arena, event, &list);
    for (size_t i = 0; list.items && i < list.count && record->code == BG_OK; i++) {
        int64_t day = corrected_day(&list.items[i], value);
        if (day != list.items[i].day) put_day(record, &list.items[i], day);
    }
    bg_arena__free(arena);
}
