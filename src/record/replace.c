/*
 * replace: what is read now takes the place of what was read from a page. Its facts go, the contacts they were in are made again from what is
 * left, then the page is stored as if it were new.
 */
#include "replace.h"
#include "group.h"
#include "store.h"

/* The index of passages has no key but its rows. */
void bg_replace__prepare(bg_record *record) {
    bg_db__script(record, "DROP TABLE IF EXISTS temp.passages; CREATE TEMP TABLE passages AS SELECT page, rowid AS passage FROM search;"
                          " CREATE INDEX temp.passages_page ON passages(page);");
}

/* Everything that was read from the page and the page itself; not the contacts of its events, which bg_group__forget() takes. */
static void drop_page(bg_record *record, const char *page) {
    bg_db__run(record, "DELETE FROM search WHERE rowid IN (SELECT passage FROM temp.passages WHERE page = ?)", "t", page);
    bg_db__run(record, "DELETE FROM ranges WHERE page = ?", "t", page);
    bg_db__run(record, "DELETE FROM topics WHERE statement IN (SELECT id FROM statements WHERE page = ?)", "t", page);
    bg_db__run(record, "DELETE FROM refers WHERE statement IN (SELECT id FROM statements WHERE page = ?)", "t", page);
    bg_db__run(record, "DELETE FROM statements WHERE page = ?", "t", page);
    bg_db__run(record, "DELETE FROM participants WHERE event IN (SELECT id FROM events WHERE page = ?)", "t", page);
    bg_db__run(record, "DELETE FROM event_words WHERE event IN (SELECT id FROM events WHERE page = ?)", "t", page);
    bg_db__run(record, "DELETE FROM events WHERE page = ?", "t", page);
    bg_db__run(record, "DELETE FROM offices WHERE entity IN (SELECT id FROM entities WHERE page = ?)", "t", page);
    bg_db__run(record, "DELETE FROM entities WHERE page = ?", "t", page);
    bg_db__run(record, "DELETE FROM sources WHERE page = ?", "t", page);
    bg_db__run(record, "DELETE FROM pages WHERE id = ?", "t", page);
}

static bool is_there(bg_record *record, const char *event) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT 1 FROM events WHERE id = ?", "t", event);
    bool found = bg_db__row(record, stmt);
    bg_db__done(stmt);
    return found;
}

void bg_replace__page(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids, const char *bytes, size_t size) {
    bg_texts names = {0}, events = {0};
    bg_event_ids near = {0};
    bg_db__texts(record, arena, bg_db__query(record, "SELECT name FROM sources WHERE page = ?", "t", ids->page), &names);
    bg_db__texts(record, arena, bg_db__query(record, "SELECT id FROM events WHERE page = ?", "t", ids->page), &events);
    for (size_t i = 0; i < events.count && record->code == BG_OK; i++) bg_group__connected(record, arena, events.items[i], &near);
    for (size_t i = 0; i < near.count; i++) bg_group__forget(record, near.items[i]);
    drop_page(record, ids->page);
    bg_store__page(record, arena, doc, ids, bytes, size);
    for (size_t i = 0; i < names.count; i++)
        bg_db__run(record, "INSERT OR IGNORE INTO sources(page, name) VALUES(?,?)", "tt", ids->page, names.items[i]);
    for (size_t i = 0; i < doc->event_count; i++) bg_group__event(record, ids->events[i]);
    for (size_t i = 0; i < near.count && record->code == BG_OK; i++)
        if (is_there(record, near.items[i])) bg_group__event(record, near.items[i]);
}
