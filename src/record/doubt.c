/* doubt: see doubt.h. */
#include "doubt.h"

#define SIDE_LEFT_OPEN 20
#define DATE_LEFT_OPEN 20
#define DAY_LEFT_OPEN 8
#define NOBODY_NAMED 15
#define ONE_NAMED 5
#define NO_KIND 15
#define NO_PLACE 2
#define IN_PASSING 10
#define NOTE_BESIDE 15
#define NOTES_MAX 2
#define ONE_PAGE 10
#define DIFFER 8

static bool beside(bg_span note, bg_span sentence) {
    return note.end + (size_t)BG_DOUBT_NEAR > sentence.start && note.start < sentence.end + (size_t)BG_DOUBT_NEAR;
}

static int64_t notes_beside(const bg_doc *doc, const bg_event *event) {
    int64_t count = 0;
    for (size_t i = 0; event->evidence_count && i < doc->note_count && count < NOTES_MAX; i++) count += beside(doc->notes[i].span, event->evidence[0]);
    return count;
}

static size_t named(const bg_doc *doc, const bg_event *event) {
    size_t count = 0;
    for (size_t i = 0; i < event->participant_count; i++) count += doc->entities[event->participants[i].entity].kind == BG_PERSON;
    return count;
}

int64_t bg_doubt__event(const bg_doc *doc, const bg_event *event) {
    size_t people = named(doc, event);
    bool day = event->start && strlen(event->start) == 10;
    int64_t points = event->side_count < 2 ? SIDE_LEFT_OPEN : 0;
    points += !event->start ? DATE_LEFT_OPEN : !day ? DAY_LEFT_OPEN : 0;
    points += people == 0 ? NOBODY_NAMED : people == 1 ? ONE_NAMED : 0;
    points += !event->type || strcmp(event->type, "other") == 0 ? NO_KIND : 0;
    points += event->place ? 0 : NO_PLACE;
    points += event->main ? 0 : IN_PASSING;
    return points + NOTE_BESIDE * notes_beside(doc, event);
}

int64_t bg_doubt__contact(const bg_doubts *d) { return d->best + (d->pages < 2 ? ONE_PAGE : 0) + (d->dates ? DIFFER : 0) + (d->places ? DIFFER : 0); }

/* ------------------------------------------------------------------ the queue */

#define MATCHES " AND (?3 IS NULL OR EXISTS (SELECT 1 FROM contact_sides x WHERE x.side = ?3 AND x.contact = c.id)) AND (?4 IS NULL OR c.type = ?4)"

static bool take(bg_record *record, sqlite3_stmt *stmt, bg_queue *at) {
    bool found = bg_db__row(record, stmt);
    if (found) snprintf(at->id, sizeof at->id, "%s", bg_db__text(record, stmt, 0)), at->doubt = sqlite3_column_int64(stmt, 1);
    bg_db__done(stmt);
    return found;
}

bool bg_doubt__next(bg_record *record, bg_queue *at) {
    if (take(record, bg_db__query(record, "SELECT c.id, c.doubt FROM contacts c WHERE c.doubt = ?1 AND c.id > ?2" MATCHES " ORDER BY c.id LIMIT 1", "ittt", at->doubt, at->id, at->country, at->type), at))
        return true;
    if (take(record, bg_db__query(record, "SELECT c.id, c.doubt FROM contacts c WHERE c.doubt < ?1 AND ?2 IS NOT NULL" MATCHES " ORDER BY c.doubt DESC, c.id LIMIT 1", "ittt", at->doubt, at->id, at->country,
                                  at->type), at))
        return true;
    *at->id = 0;
    return false;
}

/* The words of a person's folded name, as rows. */
#define WORDS(folded) "json_each('[\"' || replace(" folded ", ' ', '\",\"') || '\"]')"
#define CLASS(type) "CASE " type " WHEN 'talks' THEN 'meeting' ELSE " type " END"

/* Those of the same kind between the same sides, a month before or behind at most, and the more words of names they share the better; of a contact without a date the first ones looked at. */
bool bg_doubt__like(bg_record *record, const char *contact, char like[18]) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "WITH mine AS MATERIALIZED (SELECT id, " CLASS("type") " AS class, sides, (SELECT side FROM contact_sides WHERE contact = ?1 ORDER BY side = 'VN', side LIMIT 1) AS side, julianday(substr(first_day, 1, 10)) AS day, date(substr(first_day, 1, 10), '-31 days') AS first,"
        " date(substr(first_day, 1, 10), '+31 days') AS last FROM contacts WHERE id = ?1),"
        " words(word) AS MATERIALIZED (SELECT DISTINCT w.value FROM contact_people p, " WORDS("p.folded") " w WHERE p.contact = ?1 AND p.folded <> '' AND length(w.value) > 1),"
        " near(id, day, class) AS (SELECT c.id, c.first_day, " CLASS("c.type") " FROM mine CROSS JOIN side_contacts c ON c.side = mine.side AND c.last_day >= mine.first AND c.sides = mine.sides"
        " AND c.first_day BETWEEN mine.first AND mine.last UNION ALL SELECT * FROM (SELECT c.id, c.first_day, " CLASS("c.type") " FROM mine CROSS JOIN side_contacts c ON c.side = mine.side AND c.sides = mine.sides"
        " WHERE mine.day IS NULL ORDER BY c.id LIMIT 500)),"
        " rated(id, n, apart) AS (SELECT near.id, (SELECT count(DISTINCT w.value) FROM contact_people q, " WORDS("q.folded") " w WHERE q.contact = near.id AND q.folded <> '' AND w.value IN (SELECT word FROM words)),"
        " coalesce(abs(julianday(substr(near.day, 1, 10)) - mine.day), 400) FROM near JOIN mine ON near.class IS mine.class AND near.id <> mine.id)"
        " SELECT id FROM rated WHERE n > 0 ORDER BY n DESC, apart, id LIMIT 1", "t", contact);
    *like = 0;
    if (bg_db__row(record, stmt)) snprintf(like, 18, "%s", bg_db__text(record, stmt, 0));
    bg_db__done(stmt);
    return *like;
}

size_t bg_doubt__notes(bg_record *record, const char *contact) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT count(*) FROM tellings m JOIN events e ON e.row = m.row"
        " JOIN notes o ON o.page = e.page AND o.range_end + ?2 > e.said_start AND o.range_start < e.said_end + ?2 WHERE m.contact = ?1", "ti", contact,
        (int64_t)BG_DOUBT_NEAR);
    size_t count = bg_db__row(record, stmt) ? (size_t)sqlite3_column_int64(stmt, 0) : 0;
    bg_db__done(stmt);
    return count;
}
