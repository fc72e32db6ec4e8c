/* card: see card.h. */
#include "card.h"
#include "ids.h"
#include "../base/calendar.h"
#include "reprints.h"
#include "rows.h"

#include <stdlib.h>

#define COPY(column) bg_db__copy(record, arena, stmt, (column))
#define PEOPLE_BYTES (1 << 20)
#define NOT_KNOWN '\1' /* alone: of a person what is not known, which is not the same as nothing */

/* ------------------------------------------------------------------ people: name, office, country, role, form, each with a NUL behind it */

static void pack(bg_buf *out, const char *text) {
    if (text) bg_buf__text(out, text);
    else bg_buf__char(out, NOT_KNOWN);
    bg_buf__char(out, 0);
}

void bg_card__pack_person(const char *name, const char *office, const char *country, const char *role, int64_t form, bg_buf *out) {
    char number[24];
    snprintf(number, sizeof number, "%lld", (long long)form);
    pack(out, name), pack(out, office), pack(out, country), pack(out, role), pack(out, form ? number : NULL);
}

static void pack_people(bg_record *record, const char *contact, bg_buf *out) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT name, office, country, role, form FROM contact_people WHERE contact = ? ORDER BY n", "t", contact);
    while (bg_db__row(record, stmt))
        for (int i = 0; i < 5; i++) pack(out, bg_db__text(record, stmt, i));
    if (out->failed) bg_db__nomem(record);
}

/* The text at `*at`, which moves behind it; NULL: not known. */
static const char *unpack(const char **at, const char *end) {
    const char *text = *at, *behind = memchr(text, 0, (size_t)(end - text));
    *at = behind ? behind + 1 : end;
    return !behind || (text[0] == NOT_KNOWN && !text[1]) ? NULL : text;
}

bool bg_card__unpack(bg_arena *arena, const char *bytes, size_t size, bg_row_contact *out) {
    size_t count = 0;
    const char *copy = bg_arena__copy(arena, bytes, size);
    for (size_t i = 0; i < size; i++) count += !bytes[i];
    bg_row_person *people = bg_arena__alloc(arena, (count / 5 + 1) * sizeof *people);
    if (!copy || !people) return false;
    for (const char *at = copy, *end = copy + size; out->people_count < count / 5;) {
        bg_row_person *who = &people[out->people_count++];
        who->name = unpack(&at, end), who->office = unpack(&at, end), who->country = unpack(&at, end), who->role = unpack(&at, end);
        const char *form = unpack(&at, end);
        who->person = form ? strtoll(form, NULL, 10) : 0;
    }
    out->people = people;
    return true;
}

void bg_card__people(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, int column, bg_row_contact *out) {
    const char *bytes = sqlite3_column_blob(stmt, column);
    size_t size = (size_t)sqlite3_column_bytes(stmt, column);
    if (bytes && size && !bg_card__unpack(arena, bytes, size, out)) bg_db__nomem(record);
}

void bg_card__read(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_row_contact *out) {
    *out = (bg_row_contact){.id = COPY(0), .type = COPY(1), .verb = COPY(2), .grade = COPY(3), .status = COPY(4), .mode = COPY(5), .channel = COPY(6), .start = COPY(7), .end = COPY(8),
                            .place = COPY(9), .sides = COPY(10), .main = sqlite3_column_int(stmt, 11), .page_count = (size_t)sqlite3_column_int64(stmt, 12),
                            .witness_count = (size_t)sqlite3_column_int64(stmt, 13)};
    bg_card__people(record, arena, stmt, 14, out);
}

/* ------------------------------------------------------------------ pages that tell it */

static void pack_number(bg_buf *out, uint64_t number, int bytes) {
    while (bytes-- > 0) bg_buf__char(out, (char)(number >> (8 * bytes) & 0xFF));
}

void bg_card__pack_teller(const char *page, const char *published, bg_buf *out) {
    pack_number(out, bg_id__number(page), 8);
    pack_number(out, published ? (uint64_t)bg_calendar__figures(published) : 0, 4);
}

static void pack_tellers(bg_record *record, const char *contact, bg_buf *out) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT page, published FROM tellings WHERE contact = ? ORDER BY n", "t", contact);
    while (bg_db__row(record, stmt)) {
        const char *page = bg_db__text(record, stmt, 0);
        bg_card__pack_teller(page, bg_db__text(record, stmt, 1), out);
    }
    if (out->failed) bg_db__nomem(record);
}

bg_teller bg_card__teller(const unsigned char *bytes) {
    bg_teller out = {0};
    for (int i = 0; i < 8; i++) out.page = out.page << 8 | bytes[i];
    for (int i = 8; i < BG_TELLER_SIZE; i++) out.day = out.day << 8 | bytes[i];
    return out;
}

/* ------------------------------------------------------------------ rows */

#define COUNT_WITNESSES "count(DISTINCT " BG_WITNESS("m.page") ")"

void bg_card__init(bg_card *card) {
    bg_buf__init(&card->people, PEOPLE_BYTES);
    bg_buf__init(&card->tellers, PEOPLE_BYTES);
}

void bg_card__free(bg_card *card) {
    bg_buf__free(&card->people);
    bg_buf__free(&card->tellers);
}

static void put_side(bg_record *record, const bg_card *c, const char *side, size_t size) {
    bg_db__run(record, "INSERT INTO contact_sides(side, contact) VALUES(?,?)", "xt", side, size, c->id);
    bg_db__run(record,
               "INSERT INTO side_contacts(side, last_day, id, first_day, main, type, verb, grade, status, mode, channel, start_date, end_date, place, sides, pages, witnesses, people, known, yearly, tellers)"
               " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
               "xtttittttttttttnnbtib", side, size, c->last_day ? c->last_day : "", c->id, c->first_day, (int64_t)c->main, c->type, c->verb, c->grade, c->status, c->mode, c->channel, c->start, c->end,
               c->place, c->sides, c->pages, c->witnesses, c->people.bytes, c->people.size, c->known, (int64_t)c->yearly, c->tellers.bytes, c->tellers.size);
}

void bg_card__put(bg_record *record, const bg_card *c) {
    if (c->people.failed || c->tellers.failed) {
        bg_db__nomem(record);
        return;
    }
    bg_db__run(record,
               "INSERT INTO contacts(id, main, type, verb, grade, status, mode, channel, start_date, end_date, first_day, last_day, place, sides, doubt, people, pages, witnesses)"
               " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,nullif(?, -1),?,?,?)",
               "titttttttttttt" "ibnn", c->id, (int64_t)c->main, c->type, c->verb, c->grade, c->status, c->mode, c->channel, c->start, c->end, c->first_day, c->last_day, c->place, c->sides, c->doubt,
               c->people.bytes, c->people.size, c->pages, c->witnesses);
    for (const char *side = c->sides; *side;) {
        size_t size = strcspn(side, ",");
        put_side(record, c, side, size);
        side += size + (side[size] == ',');
    }
}

/* SQL: its rows among those of its sides. */
#define ITS_ROWS " (side, last_day, id) IN (SELECT s.side, coalesce(c.last_day, ''), c.id FROM contacts c CROSS JOIN contact_sides s ON s.contact = c.id WHERE c.id = ?1)"

void bg_card__forget(bg_record *record, const char *contact) { bg_db__run(record, "DELETE FROM side_contacts WHERE" ITS_ROWS, "t", contact); }

/* ------------------------------------------------------------------ all of them */

/* Mostly there are as many as before. */
static void put_witnesses(bg_record *record, const char *contact) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT " COUNT_WITNESSES " FROM tellings m WHERE m.contact = ?", "t", contact);
    int64_t count = bg_db__row(record, stmt) ? sqlite3_column_int64(stmt, 0) : 0;
    bg_db__done(stmt);
    bg_db__run(record, "UPDATE contacts SET witnesses = ?2 WHERE id = ?1 AND witnesses <> ?2", "ti", contact, count);
    if (sqlite3_changes(record->db)) bg_db__run(record, "UPDATE side_contacts SET witnesses = ?2 WHERE" ITS_ROWS, "ti", contact, count);
}

void bg_card__witnesses(bg_record *record, bg_arena *arena, const bg_texts *pages) {
    bg_texts contacts = {0};
    for (size_t i = 0; i < pages->count; i++)
        bg_db__texts(record, arena, bg_db__query(record, "SELECT m.contact FROM pages k CROSS JOIN tellings m ON " BG_ON_PAGE("m", "k.n") " WHERE k.id = ?1", "t", pages->items[i]), &contacts);
    if (contacts.count) qsort(contacts.items, contacts.count, sizeof *contacts.items, bg_string__order); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
    for (size_t i = 0; contacts.items && i < contacts.count && record->code == BG_OK; i++) {
        if (i && strcmp(contacts.items[i], contacts.items[i - 1]) == 0) continue;
        put_witnesses(record, contacts.items[i]);
    }
}

/* `known`: when the first page that tells it came out, '' if one does not say; `yearly`: a page that tells it names the anniversary of relations. */
static void fill_sides(bg_record *record, const char *contact, const bg_buf *tellers) {
    bg_db__run(record,
               "INSERT INTO side_contacts(side, last_day, id, first_day, main, type, verb, grade, status, mode, channel, start_date, end_date, place, sides, pages, witnesses, people, known, yearly, tellers)"
               " SELECT s.side, coalesce(c.last_day, ''), c.id, c.first_day, c.main, c.type, c.verb, c.grade, c.status, c.mode, c.channel, c.start_date, c.end_date, c.place, c.sides, c.pages, c.witnesses,"
               " c.people, (SELECT min(coalesce(m.published, '')) FROM tellings m WHERE m.contact = ?1), EXISTS (SELECT 1 FROM tellings m WHERE m.contact = ?1"
               " AND " BG_IS_YEARLY("m.page") "), ?2 FROM contacts c CROSS JOIN contact_sides s ON s.contact = c.id WHERE c.id = ?1",
               "tb", contact, tellers->bytes, tellers->size);
}

static void fill(bg_record *record, const char *contact) {
    bg_buf people, tellers;
    bg_buf__init(&people, PEOPLE_BYTES);
    bg_buf__init(&tellers, PEOPLE_BYTES);
    pack_people(record, contact, &people);
    pack_tellers(record, contact, &tellers);
    bg_db__run(record, "UPDATE contacts SET people = ?2, (pages, witnesses) = (SELECT count(DISTINCT m.page), " COUNT_WITNESSES " FROM tellings m WHERE m.contact = ?1) WHERE id = ?1", "tb", contact,
               people.bytes, people.size);
    fill_sides(record, contact, &tellers);
    bg_buf__free(&people);
    bg_buf__free(&tellers);
}

void bg_card__fill(bg_record *record) {
    bg_texts contacts = {0};
    bg_arena *arena = bg_arena__new();
    if (!arena) {
        bg_db__nomem(record);
        return;
    }
    bg_db__texts(record, arena, bg_db__query(record, "SELECT id FROM contacts ORDER BY rowid", ""), &contacts);
    for (size_t i = 0; i < contacts.count && record->code == BG_OK; i++) fill(record, contacts.items[i]);
    if (bg_arena__failed(arena)) bg_db__nomem(record);
    bg_arena__free(arena);
}
