/*
 * export: what the record holds, for other programs. Rows are handed on as they come, so that memory is bounded; where the file is damaged the scan goes on behind the
 * damage and counts what it had to leave out.
 */
#include "../base/calendar.h"
#include "export_table.h"
#include "exporter.h"

#include <stdlib.h>

#define ROOM ((size_t)1 << 30)

/* ------------------------------------------------------------------ CSV and JSON lines */

/* RFC 4180: quoted where it must be. */
static void csv_cell(bg_buf *out, const char *text, size_t size) {
    bool quote = false;
    for (size_t i = 0; i < size && !quote; i++) quote = strchr(",\"\r\n", text[i]) != NULL;
    if (!quote) {
        bg_buf__add(out, text, size);
        return;
    }
    bg_buf__char(out, '"');
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '"') bg_buf__char(out, '"');
        bg_buf__char(out, text[i]);
    }
    bg_buf__char(out, '"');
}

/* False: the row gives none. */
static bool cells_of(bg_exporter *x, bg_arena *arena, const bg_export_table *table, sqlite3_stmt *stmt, const char **cells) {
    bool given = !table->cells || table->cells(x, arena, stmt, cells);
    for (size_t i = 0; given && i < table->column_count; i++)
        cells[i] = !table->cells ? bg_exporter__text(x, stmt, (int)i) : cells[i] ? bg_exporter__sound(x, cells[i], strlen(cells[i])) : NULL;
    return given && bg_db__code(x->record) == BG_OK;
}

static void csv_cells(bg_exporter *x, const bg_export_table *table, const char *const *cells) {
    for (size_t i = 0; i < table->column_count; i++) {
        if (i) bg_buf__char(&x->out, ',');
        if (cells[i]) csv_cell(&x->out, cells[i], strlen(cells[i]));
    }
    bg_buf__text(&x->out, "\r\n");
}

static void csv_head(bg_exporter *x, const bg_export_table *table) {
    for (size_t i = 0; i < table->column_count; i++) bg_buf__print(&x->out, "%s%s", i ? "," : "", table->columns[i].name);
    bg_buf__text(&x->out, "\r\n");
}

static void json_list(bg_json *json, const char *key, const char *text) {
    bg_json__array(json, key);
    while (text && *text) {
        const char *end = strstr(text, "; ");
        size_t size = end ? (size_t)(end - text) : strlen(text);
        bg_json__bytes(json, NULL, text, size);
        text += size + (end ? 2 : 0);
    }
    bg_json__end(json);
}

static void json_cells(bg_exporter *x, const bg_export_table *table, const char *const *cells) {
    bg_json json;
    bg_json__init(&json, &x->out);
    bg_json__object(&json, NULL);
    for (size_t i = 0; i < table->column_count; i++) {
        const bg_export_column *column = &table->columns[i];
        if (!cells[i]) continue;
        if (strcmp(column->type, "integer") == 0) bg_json__int(&json, column->name, strtoll(cells[i], NULL, 10));
        else if (strcmp(column->type, "boolean") == 0) bg_json__bool(&json, column->name, strcmp(cells[i], "0") != 0);
        else if (strcmp(column->type, "list") == 0) json_list(&json, column->name, cells[i]);
        else bg_json__text(&json, column->name, cells[i]);
    }
    bg_json__end(&json);
    bg_buf__char(&x->out, '\n');
}

static void write_row(bg_exporter *x, bg_arena *arena, const bg_export_table *table, sqlite3_stmt *stmt) {
    const char *cells[BG_EXPORT_COLUMNS];
    if (!cells_of(x, arena, table, stmt, cells)) return;
    if (x->ask->format == BG_EXPORT_CSV) csv_cells(x, table, cells);
    else json_cells(x, table, cells);
}

/* What is needed to make a row goes with it. */
static void table_row(bg_exporter *x, const void *what, sqlite3_stmt *stmt) {
    const bg_export_table *table = what;
    bg_arena *arena = table->cells ? bg_arena__new() : NULL;
    if (table->cells && !arena) bg_db__nomem(x->record);
    else write_row(x, arena, table, stmt);
    if (arena && bg_arena__failed(arena)) bg_db__nomem(x->record);
    bg_arena__free(arena);
}

/* ------------------------------------------------------------------ the pages themselves */

/* As a line that `add` reads again: what the page's container said of it, and its bytes. */
static void page_text(bg_exporter *x, bg_json *json, const char *key, const char *text) { bg_json__text(json, key, text ? bg_exporter__sound(x, text, strlen(text)) : NULL); }

static void page_line(bg_exporter *x, const bg_row_page *page, const bg_buf *bytes) {
    bool html = bytes->size && memchr(bytes->bytes, '<', bytes->size) && page->derived;
    bg_json json;
    bg_json__init(&json, &x->out);
    bg_json__object(&json, NULL);
    page_text(x, &json, "url", page->item.url ? page->item.url : page->url);
    page_text(x, &json, "ts", page->item.captured ? page->item.captured : page->captured);
    page_text(x, &json, "title", page->item.title);
    page_text(x, &json, "published", page->item.published ? page->item.published : page->published);
    page_text(x, &json, "source", page->source);
    bg_json__bytes(&json, html ? "html" : "text", bytes->bytes, bytes->size);
    bg_json__end(&json);
    bg_buf__char(&x->out, '\n');
}

static void page_row(bg_exporter *x, const void *what, sqlite3_stmt *stmt) {
    (void)what;
    char id[18];
    bg_row_page page;
    bg_buf bytes, text;
    bool damaged;
    bg_arena *arena = bg_arena__new();
    snprintf(id, sizeof id, "%s", bg_db__text(x->record, stmt, 0));
    if (arena && bg_query__page(x->record, arena, id, &page) && bg_query__page_bytes(x->record, id, &bytes, &text, &damaged)) {
        /* Bytes in another charset than UTF-8 are handed out as the text that was read from them. */
        bool utf8 = bg_utf8__invalid(bytes.bytes, bytes.size) == bytes.size;
        page_line(x, &page, utf8 || !text.bytes ? &bytes : &text);
        bg_buf__free(&bytes);
        bg_buf__free(&text);
    } else if (bg_db__code(x->record) != BG_OK) {
        x->done.lost++;
        bg_db__start(x->record, x->record->err);
    }
    bg_arena__free(arena);
}

/* ------------------------------------------------------------------ what the tables are */

static void describe_column(bg_json *json, const bg_export_column *column, bg_lang lang) {
    bool list = strcmp(column->type, "list") == 0, date = strcmp(column->type, "date") == 0, day = strcmp(column->type, "day") == 0;
    bg_json__object(json, NULL);
    bg_json__text(json, "name", column->name);
    bg_json__text(json, "type", list || date ? "string" : day ? "date" : column->type);
    bg_json__text(json, "description", column->about[lang]);
    if (strcmp(column->type, "boolean") == 0) {
        const char *const yes[] = {"1"}, *const no[] = {"0"};
        bg_json__texts(json, "trueValues", yes, 1);
        bg_json__texts(json, "falseValues", no, 1);
    }
    bg_json__end(json);
}

static void describe_keys(bg_json *json, const bg_export_table *table) {
    if (strcmp(table->columns[0].name, "id") == 0) bg_json__text(json, "primaryKey", "id");
    bg_json__array(json, "foreignKeys");
    for (size_t i = 0; i < table->column_count; i++) {
        if (!table->columns[i].link) continue;
        bg_json__object(json, NULL);
        bg_json__text(json, "fields", table->columns[i].name);
        bg_json__object(json, "reference");
        bg_json__text(json, "resource", strcmp(table->columns[i].link, table->name) == 0 ? "" : table->columns[i].link);
        bg_json__text(json, "fields", "id");
        bg_json__end(json);
        bg_json__end(json);
    }
    bg_json__end(json);
}

static void describe_table(bg_json *json, const bg_export_table *table, bg_lang lang) {
    char path[64];
    snprintf(path, sizeof path, "%s.csv", table->name);
    bg_json__object(json, NULL);
    bg_json__text(json, "name", table->name);
    bg_json__text(json, "path", path);
    bg_json__text(json, "profile", "tabular-data-resource");
    bg_json__text(json, "format", "csv");
    bg_json__text(json, "mediatype", "text/csv");
    bg_json__text(json, "encoding", "utf-8");
    bg_json__text(json, "description", table->about[lang]);
    bg_json__object(json, "schema");
    bg_json__array(json, "fields");
    for (size_t i = 0; i < table->column_count; i++) describe_column(json, &table->columns[i], lang);
    bg_json__end(json);
    describe_keys(json, table);
    bg_json__end(json);
    bg_json__end(json);
}

static void write_package(bg_exporter *x) {
    bg_json json;
    bg_json__init(&json, &x->out);
    bg_json__object(&json, NULL);
    bg_json__text(&json, "profile", "tabular-data-package");
    bg_json__text(&json, "name", "banggiao");
    bg_json__text(&json, "version", BG_VERSION);
    bg_json__array(&json, "resources");
    const bg_export_table *table;
    for (size_t i = 0; (table = bg_export__table_at(i)); i++) describe_table(&json, table, x->ask->lang);
    bg_json__end(&json);
    bg_json__end(&json);
    bg_buf__char(&x->out, '\n');
}

static void explain_table(bg_exporter *x, const bg_export_table *table) {
    for (size_t k = 0; k < table->column_count; k++) {
        const bg_export_column *column = &table->columns[k];
        bg_buf__print(&x->out, "%s,%s,%s,", table->name, column->name, column->type);
        csv_cell(&x->out, column->about[BG_VI], strlen(column->about[BG_VI]));
        bg_buf__char(&x->out, ',');
        csv_cell(&x->out, column->about[BG_EN], strlen(column->about[BG_EN]));
        bg_buf__text(&x->out, "\r\n");
    }
}

static void write_codebook(bg_exporter *x) {
    const bg_export_table *table;
    bg_buf__text(&x->out, "table,column,type,vi,en\r\n");
    for (size_t i = 0; (table = bg_export__table_at(i)); i++) explain_table(x, table);
    for (size_t i = 0; (table = bg_export__event_table_at(i)); i++) explain_table(x, table);
}

const char *bg_export_table_name(size_t index) {
    const bg_export_table *table = bg_export__table_at(index);
    return table ? table->name : NULL;
}

/* ------------------------------------------------------------------ the formats */

static void write_table(bg_exporter *x) {
    const bg_export_table *table = bg_export__table(x->ask->table);
    char day[11];
    if (!bg_exporter__day(x, day)) return;
    x->as_of = bg_calendar__figures(day);
    if (x->ask->format == BG_EXPORT_CSV) csv_head(x, table);
    bg_exporter__ordered(x, table->order, table->sql, table->cells ? 1 : (int)table->column_count, table_row, table);
}

static void write_pages(bg_exporter *x) { bg_exporter__rows(x, "SELECT id, rowid FROM pages WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid", 1, page_row, NULL); }

/* Which function writes what. Whoever adds a format adds a line here, one to bg_export_format and one to `kinds` in export_table.c. */
static const struct {
    bg_export_fn *write;
    bool table; /* asks for one of the tables */
} formats[] = {
    [BG_EXPORT_CSV] = {write_table, true},
    [BG_EXPORT_JSONL] = {write_table, true},
    [BG_EXPORT_PAGES] = {write_pages, false},
    [BG_EXPORT_PACKAGE] = {write_package, false},
    [BG_EXPORT_CODEBOOK] = {write_codebook, false},
    [BG_EXPORT_PLOVER] = {bg_export__plover, false},
    [BG_EXPORT_ICEWS] = {bg_export__icews, false},
    [BG_EXPORT_POLECAT] = {bg_export__polecat, false},
    [BG_EXPORT_GDELT_EVENTS] = {bg_export__gdelt_events, false},
    [BG_EXPORT_GDELT_MENTIONS] = {bg_export__gdelt_mentions, false},
    [BG_EXPORT_CSL] = {bg_export__csl, false},
    [BG_EXPORT_GEXF] = {bg_export__gexf, false},
    [BG_EXPORT_POPOLO] = {bg_export__popolo, false},
    [BG_EXPORT_XLSX] = {bg_export__xlsx, false},
};

/* One state of the record from the first row to the last. */
static void write_all(bg_exporter *x, bg_export_fn *write) {
    bool held = bg_db__hold(x->record);
    write(x);
    if (x->out.failed) bg_db__nomem(x->record);
    if (bg_db__code(x->record) == BG_OK) bg_exporter__flush(x, 0);
    bg_db__release(x->record, held);
}

bg_code bg_export(bg_record *record, const bg_data *data, const bg_export_ask *ask, bg_exported *told, bg_error *err) {
    bg_exporter x = {.record = record, .data = data, .ask = ask};
    if (ask->format >= BG_COUNT(formats) || !formats[ask->format].write) return bg_error__set(err, BG_E_USAGE, BG_NO_BYTE, "no such format");
    if (formats[ask->format].table && !(ask->table && bg_export__table(ask->table))) return bg_error__set(err, BG_E_USAGE, BG_NO_BYTE, "no table '%s'", ask->table ? ask->table : "");
    bg_buf__init(&x.out, ROOM);
    bg_db__start(record, err);
    write_all(&x, formats[ask->format].write);
    bg_buf__free(&x.out);
    if (told) *told = x.done;
    if (x.refused) return bg_error__set(err, BG_E_OPEN, BG_NO_BYTE, "cannot be written");
    return bg_db__code(record);
}
