/*
 * export_csl: the pages as references, one JSON array as the CSL 1.0.2 input schema has it, for Zotero and what else cites. Pages that are another copy of a page are left out. A day has as
 * many parts as the page states. Where a page carries another one's text, original-… say which; what CSL has no field for is in `custom`.
 */
#include "../record/reprints.h"
#include "exporter.h"


enum { ID, TITLE, PUBLISHED, OUTLET, HOST, URL, CAPTURED, LANGUAGE, IS_LIST, AGENCY, REPRINT_OF, SUMMARY, SHA256, SOURCE, AUTHORS, ORIGIN, ORIGIN_TITLE, ORIGIN_PUBLISHED, ORIGIN_OUTLET, ORIGIN_URL, NUMBER };

static const char pages[] =
    "SELECT p.id, p.title, p.published, p.outlet, p.host, coalesce(p.url, p.item_url), coalesce(p.captured, p.item_captured), p.lang, p.is_list, p.agency, p.reprint_of, p.summary, p.sha256,"
    " (SELECT min(s.name) FROM page_sources s WHERE s.n = p.n), (SELECT json_group_array(name) FROM (SELECT name FROM authors a WHERE a.page = p.id ORDER BY n)),"
    " o.id, o.title, o.published, coalesce(o.outlet, o.host), coalesce(o.url, o.item_url), p.rowid"
    " FROM pages p LEFT JOIN pages o ON o.id <> p.id AND o.id = " BG_WITNESS("p.id") " WHERE p.rowid BETWEEN ?1 AND ?2 AND p.copy_of IS NULL ORDER BY p.rowid";


/* Up to three numbers of "2024-07-11T08:30"; 0 if it begins with no year. */
static size_t parts_of(const char *text, int64_t parts[3]) {
    size_t count = 0;
    for (const char *at = text; at && count < 3; count++) {
        size_t digits = strspn(at, "0123456789");
        if (digits != (count ? 2u : 4u)) break;
        parts[count] = 0;
        for (size_t i = 0; i < digits; i++) parts[count] = parts[count] * 10 + (at[i] - '0');
        at = at[digits] == '-' ? at + digits + 1 : "";
    }
    return count;
}

/* A day as precise as it is known. */
static void date(bg_json *json, const char *key, const char *text) {
    int64_t parts[3];
    size_t count = parts_of(text, parts);
    if (!count) return;
    bg_json__object(json, key);
    bg_json__array(json, "date-parts");
    bg_json__array(json, NULL);
    for (size_t i = 0; i < count; i++) bg_json__int(json, NULL, parts[i]);
    bg_json__end(json);
    bg_json__end(json);
    bg_json__end(json);
}

static void literal(bg_json *json, const char *text, size_t size) {
    bg_json__object(json, NULL);
    bg_json__bytes(json, "literal", text, size);
    bg_json__end(json);
}

static void authors(bg_exporter *x, bg_json *json, sqlite3_stmt *stmt) {
    const char *list = bg_exporter__text(x, stmt, AUTHORS);
    if (!list || strcmp(list, "[]") == 0) return;
    sqlite3_stmt *each = bg_db__query(x->record, "SELECT value FROM json_each(?1)", "t", list);
    bg_json__array(json, "author");
    while (bg_db__row(x->record, each)) {
        const char *name = bg_exporter__text(x, each, 0);
        if (name) literal(json, name, strlen(name));
    }
    bg_json__end(json);
}

static void custom(bg_exporter *x, bg_json *json, sqlite3_stmt *stmt) {
    bg_json__object(json, "custom");
    bg_json__text(json, "sha256", bg_exporter__text(x, stmt, SHA256));
    bg_json__text(json, "source", bg_exporter__text(x, stmt, SOURCE));
    bg_json__text(json, "original-id", bg_exporter__text(x, stmt, ORIGIN));
    const char *url = bg_exporter__text(x, stmt, REPRINT_OF);
    bg_json__text(json, "original-url", url ? url : bg_exporter__text(x, stmt, ORIGIN_URL));
    bg_json__end(json);
}

/* The original's publisher: the agency that the page names, else the outlet of the page that its text comes from. */
static void original(bg_exporter *x, bg_json *json, sqlite3_stmt *stmt) {
    const char *agency = bg_exporter__text(x, stmt, AGENCY);
    bg_json__text(json, "original-publisher", agency ? agency : bg_exporter__text(x, stmt, ORIGIN_OUTLET));
    bg_json__text(json, "original-title", bg_exporter__text(x, stmt, ORIGIN_TITLE));
    date(json, "original-date", bg_exporter__text(x, stmt, ORIGIN_PUBLISHED));
}

static void item(bg_exporter *x, const void *what, sqlite3_stmt *stmt) {
    bool *any = (bool *)(uintptr_t)what;
    bg_json json;
    bg_buf__text(&x->out, *any ? ",\n" : "");
    *any = true;
    bg_json__init(&json, &x->out);
    bg_json__object(&json, NULL);
    bg_json__text(&json, "id", bg_exporter__text(x, stmt, ID));
    bg_json__text(&json, "type", sqlite3_column_int(stmt, IS_LIST) ? "webpage" : "article-newspaper");
    bg_json__text(&json, "title", bg_exporter__text(x, stmt, TITLE));
    authors(x, &json, stmt);
    const char *outlet = bg_exporter__text(x, stmt, OUTLET);
    bg_json__text(&json, "container-title", outlet ? outlet : bg_exporter__text(x, stmt, HOST));
    date(&json, "issued", bg_exporter__text(x, stmt, PUBLISHED));
    date(&json, "accessed", bg_exporter__text(x, stmt, CAPTURED));
    bg_json__text(&json, "URL", bg_exporter__text(x, stmt, URL));
    bg_json__text(&json, "language", bg_exporter__text(x, stmt, LANGUAGE));
    bg_json__text(&json, "abstract", bg_exporter__text(x, stmt, SUMMARY));
    original(x, &json, stmt);
    bg_json__text(&json, "archive", "banggiao");
    bg_json__text(&json, "archive_location", bg_exporter__text(x, stmt, ID));
    custom(x, &json, stmt);
    bg_json__end(&json);
}

void bg_export__csl(bg_exporter *x) {
    bool any = false;
    bg_buf__text(&x->out, "[\n");
    bg_exporter__ordered(x, BG_PAGES_BY_DAY, pages, NUMBER, item, &any);
    bg_buf__text(&x->out, "\n]\n");
}
