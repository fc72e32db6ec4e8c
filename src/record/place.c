/* place: see place.h. */
#include "place.h"
#include "effects.h"
#include "items.h"
#include "lines.h"
#include "namings.h"
#include "people.h"
#include "prepare.h"
#include "prints.h"
#include "ranges.h"
#include "rows.h"
#include "slots.h"
#include "store.h"
#include "told.h"

/* Take out what is told in a page, and the contacts it was in. */
static void drop_facts(bg_touched *t, const char *page) {
    bg_record *record = t->record;
    bg_texts events = {0};
    bg_db__texts(record, t->arena, bg_db__query(record, "SELECT id FROM events e WHERE " BG_OF_PAGE("e", "?1"), "t", page), &events);
    if (events.count) bg_touch__events(t, events.items, events.count);
    for (size_t i = 0; i < events.count; i++) bg_group__gone(record, events.items[i]);
    bg_effects__forget(record, page);
    bg_store__forget_passages(record, page);
    bg_lines__forget(record, page);
    bg_print__forget(record, page);
    bg_items__forget(record, t->arena, page);
    bg_people__goes(record, page);
    bg_slots__forget(record, t->arena, page);
    bg_namings__forget(record, page);
    bg_ranges__forget(record, page);
    bg_db__run(record, "DELETE FROM statements AS s WHERE " BG_OF_PAGE("s", "?1"), "t", page);
    bg_db__run(record, "DELETE FROM events AS e WHERE " BG_OF_PAGE("e", "?1"), "t", page);
    bg_db__run(record, "DELETE FROM entities AS e WHERE " BG_OF_PAGE("e", "?1"), "t", page);
}

/* ------------------------------------------------------------------ which of the copies has the facts */

/* The page with the facts of this address and article; "" if there is none. `first`: it was saved before this one. */
static void find_first(bg_record *record, const bg_doc *doc, const bg_ids *ids, bg_id first, bool *before) {
    *first = 0;
    if (!ids->address) return;
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT id, (coalesce(captured, '~'), sha256) < (coalesce(?4, '~'), ?5) FROM pages WHERE address = ?1 AND text_key = ?2 AND copy_of IS NULL AND id <> ?3",
        "ttttt", ids->address, ids->text_key, ids->page, doc->article.captured, ids->sha256);
    if (bg_db__row(record, stmt)) {
        snprintf(first, sizeof(bg_id), "%s", bg_db__text(record, stmt, 0));
        *before = sqlite3_column_int(stmt, 1);
    }
    bg_db__done(stmt);
}

static bool take_place(bg_touched *t, const bg_doc *doc, const bg_ids *ids, const char *bytes, size_t size) {
    bg_id first;
    bool before = false;
    bg_store__page(t->record, t->arena, doc, ids, bytes, size);
    find_first(t->record, doc, ids, first, &before);
    if (*first && before) {
        bg_db__run(t->record, "UPDATE pages SET copy_of = ?2, told = NULL WHERE id = ?1", "tt", ids->page, first);
        bg_effects__page(t, first);
        bg_touch__again(t);
        return false;
    }
    if (*first) {
        drop_facts(t, first);
        bg_db__run(t->record, "UPDATE pages SET copy_of = ?1, stale = 0, told = NULL WHERE id = ?2 OR copy_of = ?2", "tt", ids->page, first);
    }
    bg_store__facts(t->record, t->arena, doc, ids);
    bg_effects__page(t, ids->page);
    for (size_t i = 0; i < doc->event_count; i++) bg_group__event(t->record, ids->events[i]);
    bg_touch__again(t);
    return true;
}

bool bg_place__page(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids, const char *bytes, size_t size) {
    bg_touched t = {.record = record, .arena = arena};
    return take_place(&t, doc, ids, bytes, size);
}

/* A page goes: of its copies the first has the facts now, once it is read. */
static void leave(bg_touched *t, const char *page) {
    drop_facts(t, page);
    bg_db__run(t->record, "UPDATE pages SET copy_of = NULL, stale = 1 WHERE id = (SELECT id FROM pages WHERE copy_of = ? ORDER BY coalesce(captured, '~'), sha256 LIMIT 1)", "t", page);
    bg_db__run(t->record, "UPDATE pages SET copy_of = (SELECT p.id FROM pages p JOIN (SELECT address, text_key FROM pages WHERE id = ?1) x"
               " ON p.address = x.address AND p.text_key = x.text_key WHERE p.copy_of IS NULL AND p.id <> ?1) WHERE copy_of = ?1", "t", page);
    bg_db__run(t->record, "DELETE FROM authors WHERE page = ?", "t", page);
    bg_db__run(t->record, "DELETE FROM page_sources WHERE " BG_ITS_NUMBER("?1"), "t", page);
    bg_db__run(t->record, "DELETE FROM pages WHERE id = ?", "t", page);
}

/* Does the page tell what it told before? Its facts are there. */
static bool tells_the_same(bg_record *record, const bg_doc *doc, const bg_ids *ids) {
    return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM pages WHERE id = ? AND told = ?", "ti", ids->page, ids->ready ? ids->ready->told : bg_told__hash(doc, ids)));
}

static bool has_copies(bg_record *record, const char *page) { return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM pages WHERE copy_of = ?", "t", page)); }

void bg_place__again(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids, const char *bytes, size_t size) {
    bg_touched t = {.record = record, .arena = arena};
    bg_texts names = {0};
    if (tells_the_same(record, doc, ids)) {
        bg_store__again(record, arena, doc, ids);
        bg_effects__page(&t, ids->page);
        bg_touch__again(&t);
        return;
    }
    bg_line_row lines;
    bg_lines__look(record, arena, ids->page, &lines);
    bool copies = has_copies(record, ids->page); /* another page's lines may come or go with it */
    bg_db__texts(record, arena, bg_db__query(record, "SELECT name FROM sources WHERE page = ?", "t", ids->page), &names);
    leave(&t, ids->page);
    take_place(&t, doc, ids, bytes, size);
    if (!copies && !has_copies(record, ids->page)) bg_lines__came_back(record, arena, ids->page, &lines);
    for (size_t i = 0; i < names.count; i++)
        bg_db__run(record, BG_ADD_SOURCE, "tt", ids->page, names.items[i]);
}
