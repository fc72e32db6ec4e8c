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

bool bg_doubt__like(bg_record *record, const char *contact, char like[18]) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "WITH mine AS (SELECT * FROM contacts WHERE id = ?1), near(event, n) AS (SELECT o.event, count(DISTINCT o.word) FROM contact_events m JOIN event_words w ON w.event = m.event AND w.word <> ''"
        " JOIN event_words o ON o.type = w.type AND o.sides = w.sides AND o.word = w.word AND (o.year = w.year OR o.year = '' OR w.year = '') WHERE m.contact = ?1 GROUP BY o.event LIMIT 500)"
        " SELECT c.id FROM near JOIN contact_events m ON m.event = near.event JOIN contacts c ON c.id = m.contact JOIN mine WHERE c.id <> ?1"
        " AND coalesce(abs(julianday(substr(c.first_day, 1, 10)) - julianday(substr(mine.first_day, 1, 10))) <= 31, 1)"
        " ORDER BY near.n DESC, coalesce(abs(julianday(substr(c.first_day, 1, 10)) - julianday(substr(mine.first_day, 1, 10))), 400), c.id LIMIT 1", "t", contact);
    *like = 0;
    if (bg_db__row(record, stmt)) snprintf(like, 18, "%s", bg_db__text(record, stmt, 0));
    bg_db__done(stmt);
    return *like;
}

size_t bg_doubt__notes(bg_record *record, const char *contact) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT count(*) FROM contact_events m JOIN events e ON e.id = m.event JOIN ranges r ON r.page = e.page AND r.owner = e.id AND r.n = 0"
        " JOIN ranges o ON o.page = e.page AND o.owner = e.page AND o.field = 'note' AND o.range_end + ?2 > r.range_start AND o.range_start < r.range_end + ?2 WHERE m.contact = ?1", "ti", contact,
        (int64_t)BG_DOUBT_NEAR);
    size_t count = bg_db__row(record, stmt) ? (size_t)sqlite3_column_int64(stmt, 0) : 0;
    bg_db__done(stmt);
    return count;
}
