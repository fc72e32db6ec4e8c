/* workbook: see workbook.h. */
#include "workbook.h"
#include "../base/library.h"
#include "contact.h"
#include "state.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define CALLS(X) \
    X(workbook_new_opt) X(workbook_close) X(workbook_add_worksheet) X(workbook_add_format) X(workbook_set_properties) X(workbook_get_default_url_format) X(worksheet_write_string) \
    X(worksheet_write_number) X(worksheet_write_datetime) X(worksheet_write_url_opt) X(worksheet_write_formula_str) X(worksheet_freeze_panes) X(worksheet_autofilter) X(worksheet_set_column) X(format_set_bold) \
    X(format_set_num_format) X(format_set_bg_color) X(format_set_align) X(lxw_strerror)

typedef struct calls {
#define X(name) __typeof__(name) *(name);
    CALLS(X)
#undef X
} calls;

typedef struct named_state {
    const char *code, *name;
} named_state;

struct bg_book {
    bg_exporter *x;
    bg_arena *arena;
    bg_book_limits limits;
    calls call;
    char folder[4096], path[4128];
    lxw_workbook *book;
    lxw_format *head, *day, *link;
    lxw_worksheet *sheet;
    const bg_book_column *columns;
    size_t column_count, column, row, links;
    BG_VEC(named_state) states; /* looked up once each */
    bg_buf text;
};

static void fail(bg_book *b, const char *why) {
    bg_record *record = b->x->record;
    if (record->code == BG_OK) record->code = bg_error__set(record->err, BG_E_OPEN, BG_NO_BYTE, "xlsx: %s", why);
}

static bool is_well(const bg_book *b) { return b && b->book && bg_db__code(b->x->record) == BG_OK && !b->x->refused; }

/* ------------------------------------------------------------------ cells */

static void check(bg_book *b, lxw_error error) {
    if (error == LXW_ERROR_MEMORY_MALLOC_FAILED) bg_db__nomem(b->x->record);
    else if (error != LXW_NO_ERROR) fail(b, b->call.lxw_strerror(error));
}

/* As much of it as a cell holds, in b->text. */
static const char *fitting(bg_book *b, const char *text) {
    size_t size = strlen(text), units = 0, at = 0, fits = 0;
    if (size <= b->limits.text) return text;
    while (at < size && units <= b->limits.text) {
        if (units < b->limits.text) fits = at;
        units += bg_utf8__next(text, size, &at) > 0xFFFF ? 2 : 1;
    }
    if (units <= b->limits.text) return text;
    b->x->done.cut++;
    bg_buf__clear(&b->text);
    bg_buf__add(&b->text, text, fits);
    bg_buf__text(&b->text, "…");
    return b->text.bytes;
}

static void put_text(bg_book *b, const char *text, lxw_format *format) {
    const char *fits = fitting(b, bg_view__flat(b->arena, text));
    if (b->text.failed || !fits) bg_db__nomem(b->x->record);
    else check(b, b->call.worksheet_write_string(b->sheet, (lxw_row_t)b->row, (lxw_col_t)b->column, fits, format));
}

static bool is_address(const char *text) { return strncmp(text, "http://", 7) == 0 || strncmp(text, "https://", 8) == 0; }

/* Excel has signs of an address written as three; then it may be too long. */
static size_t escaped(const char *url) {
    size_t size = 0;
    for (; *url; url++) size += strchr(" \"<>[]`^{}%", *url) ? 3 : 1;
    return size;
}

#define LITERAL 255 /* letters of a text in a formula */

/* By a formula: the library keeps what it knows of a link, two kilobytes, to the end. */
static bool put_formula(bg_book *b, const char *url) {
    if (strlen(url) > LITERAL || strchr(url, '"')) return false;
    bg_buf__clear(&b->text);
    bg_buf__print(&b->text, "=HYPERLINK(\"%s\")", url);
    if (b->text.failed) bg_db__nomem(b->x->record);
    else check(b, b->call.worksheet_write_formula_str(b->sheet, (lxw_row_t)b->row, (lxw_col_t)b->column, b->text.bytes, b->link, url));
    return true;
}

static void put_link(bg_book *b, const char *text) {
    bool fits = b->links < b->limits.links && escaped(text) <= b->limits.link;
    if (is_address(text) && put_formula(b, text)) return;
    if (!is_address(text) || !fits) {
        if (is_address(text)) b->x->done.cut++;
        put_text(b, text, NULL);
        return;
    }
    b->links++;
    check(b, b->call.worksheet_write_url_opt(b->sheet, (lxw_row_t)b->row, (lxw_col_t)b->column, text, b->link, text, NULL));
}

/* Days from 1900 on are what a sheet can reckon with. */
static void put_day(bg_book *b, const char *text) {
    lxw_datetime day = {0};
    int end = 0;
    if (sscanf(text, "%4d-%2d-%2d%n", &day.year, &day.month, &day.day, &end) == 3 && end == 10 && day.year >= 1900) {
        check(b, b->call.worksheet_write_datetime(b->sheet, (lxw_row_t)b->row, (lxw_col_t)b->column, &day, b->day));
        return;
    }
    bg_buf label;
    bg_buf__init(&label, 4096);
    bg_label__date(text, NULL, b->x->ask->lang, &label);
    put_text(b, label.failed ? text : label.bytes, NULL);
    bg_buf__free(&label);
}

static const char *state_name(bg_book *b, const char *code, size_t size) {
    for (size_t i = 0; i < b->states.count; i++)
        if (strlen(b->states.items[i].code) == size && memcmp(b->states.items[i].code, code, size) == 0) return b->states.items[i].name;
    char *copy = bg_arena__text(b->arena, code, size);
    named_state *one = copy ? BG_PUSH(b->arena, &b->states) : NULL;
    if (!one) return bg_db__nomem(b->x->record), "";
    *one = (named_state){copy, b->x->data ? bg_state__called(b->x->data, copy, b->x->ask->lang) : copy};
    return one->name;
}

static void put_states(bg_book *b, const char *codes) {
    bg_buf names;
    bg_buf__init(&names, 1 << 16);
    for (const char *at = codes; *at;) {
        size_t size = strcspn(at, ",");
        if (names.size) bg_buf__text(&names, ", ");
        bg_buf__text(&names, state_name(b, at, size));
        at += size + (at[size] == ',');
    }
    if (names.failed) bg_db__nomem(b->x->record);
    else if (names.size) put_text(b, names.bytes, NULL);
    bg_buf__free(&names);
}

static void put_who(bg_book *b, const char *who) {
    if (strcmp(who, "both") == 0) put_text(b, bg_label__of(BG_LABEL_HEADING, "both", b->x->ask->lang), NULL);
    else if (strncmp(who, "side:", 5) == 0) put_states(b, who + 5);
    else put_text(b, who, NULL);
}

void bg_book__cell(bg_book *b, const char *text) {
    if (!is_well(b) || b->column >= b->column_count) return;
    const bg_book_column *column = &b->columns[b->column];
    if (text && *text) switch (column->kind) {
        case BG_CELL_LABEL: put_text(b, bg_label__of(column->vocabulary, text, b->x->ask->lang), NULL); break;
        case BG_CELL_STATE: put_states(b, text); break;
        case BG_CELL_WHO: put_who(b, text); break;
        case BG_CELL_DAY: put_day(b, text); break;
        case BG_CELL_LINK: put_link(b, text); break;
        case BG_CELL_TEXT:
        case BG_CELL_COUNT: put_text(b, text, NULL); break;
    }
    b->column++;
}

void bg_book__number(bg_book *b, int64_t number) {
    if (!is_well(b)) return;
    check(b, b->call.worksheet_write_number(b->sheet, (lxw_row_t)b->row, (lxw_col_t)b->column, (double)number, NULL));
    b->column++;
}

bool bg_book__row(bg_book *b) {
    if (!is_well(b)) return false;
    if (b->row + 1 >= b->limits.rows) return b->x->done.rows++, false;
    b->row++;
    b->column = 0;
    return true;
}

/* ------------------------------------------------------------------ sheets */

static void end_sheet(bg_book *b) {
    if (!b->sheet) return;
    size_t last = b->row ? b->row : 1;
    b->call.worksheet_autofilter(b->sheet, 0, 0, (lxw_row_t)last, (lxw_col_t)(b->column_count - 1));
    b->call.worksheet_freeze_panes(b->sheet, 1, 0);
    b->sheet = NULL;
}

void bg_book__sheet(bg_book *b, const char *name, const bg_book_column *columns, size_t count) {
    if (!is_well(b)) return;
    end_sheet(b);
    b->sheet = b->call.workbook_add_worksheet(b->book, name);
    if (!b->sheet) {
        fail(b, "no sheet");
        return;
    }
    b->columns = columns, b->column_count = count;
    b->row = b->links = 0;
    for (b->column = 0; b->column < count; b->column++) {
        lxw_col_t at = (lxw_col_t)b->column;
        b->call.worksheet_set_column(b->sheet, at, at, columns[b->column].width, NULL);
        put_text(b, columns[b->column].label[b->x->ask->lang], b->head);
    }
}

/* ------------------------------------------------------------------ the file */

static bool load(bg_book *b) {
    static const char *const names[] = {
#define X(name) #name,
        CALLS(X)
#undef X
    };
    _Static_assert(sizeof b->call == BG_COUNT(names) * sizeof(void *), "a pointer for each name, in this order");
    bg_record *record = b->x->record;
    record->code = bg_library__load("libxlsxwriter.so." LXW_SOVERSION, "xlsx needs libxlsxwriter", names, BG_COUNT(names), &b->call, record->err);
    return record->code == BG_OK;
}

/* A folder of its own, so that nobody else writes what is read back. */
static bool make_folder(bg_book *b) {
    const char *root = getenv("TMPDIR");
    if (!root || !*root || strlen(root) > sizeof b->folder - 32) root = "/tmp";
    snprintf(b->folder, sizeof b->folder, "%s/banggiao-XXXXXX", root);
    if (!mkdtemp(b->folder)) return b->folder[0] = 0, fail(b, strerror(errno)), false;
    snprintf(b->path, sizeof b->path, "%s/book.xlsx", b->folder);
    return true;
}

/* The same record gives the same bytes: no clock is read. */
static void describe(bg_book *b) {
    lxw_doc_properties about = {.title = (char *)(uintptr_t)"banggiao", .author = (char *)(uintptr_t)"banggiao " BG_VERSION, .created = 946684800};
    b->call.workbook_set_properties(b->book, &about);
}

static void make_formats(bg_book *b) {
    b->head = b->call.workbook_add_format(b->book);
    b->day = b->call.workbook_add_format(b->book);
    b->link = b->call.workbook_get_default_url_format(b->book);
    if (!b->head || !b->day) {
        bg_db__nomem(b->x->record);
        return;
    }
    b->call.format_set_bold(b->head);
    b->call.format_set_bg_color(b->head, 0xDDE6F0);
    b->call.format_set_num_format(b->day, b->x->ask->lang == BG_EN ? "yyyy-mm-dd" : "dd/mm/yyyy");
    b->call.format_set_align(b->day, LXW_ALIGN_LEFT);
}

bg_book *bg_book__new(bg_exporter *x, const bg_book_limits *limits) {
    bg_arena *arena = bg_arena__new();
    bg_book *b = arena ? bg_arena__alloc(arena, sizeof *b) : NULL;
    if (!b) return bg_db__nomem(x->record), bg_arena__free(arena), NULL;
    b->x = x, b->arena = arena, b->limits = *limits;
    bg_buf__init(&b->text, 1 << 20);
    if (!load(b) || !make_folder(b)) return b;
    lxw_workbook_options options = {.constant_memory = 1, .tmpdir = b->folder};
    b->book = b->call.workbook_new_opt(b->path, &options);
    if (!b->book) fail(b, "no workbook");
    else describe(b), make_formats(b);
    return b;
}

static void hand_on(bg_book *b) {
    FILE *from = fopen(b->path, "rb");
    char bytes[BG_EXPORT_CHUNK / 4];
    size_t size;
    if (!from) fail(b, strerror(errno));
    while (from && !b->x->refused && (size = fread(bytes, 1, sizeof bytes, from)) > 0) {
        bg_buf__add(&b->x->out, bytes, size);
        bg_exporter__flush(b->x, BG_EXPORT_CHUNK);
    }
    if (from && ferror(from)) fail(b, strerror(errno));
    if (from) fclose(from);
}

void bg_book__write(bg_book *b) {
    if (!b) return;
    end_sheet(b);
    lxw_error error = b->book ? b->call.workbook_close(b->book) : LXW_NO_ERROR;
    if (is_well(b)) check(b, error);
    if (is_well(b)) hand_on(b);
    if (b->folder[0]) unlink(b->path), rmdir(b->folder);
    bg_buf__free(&b->text);
    bg_arena__free(b->arena);
}
