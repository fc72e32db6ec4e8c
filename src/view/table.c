/* table: see table.h. Widths are those of utf8proc, so that combining marks take no column and CJK takes two. */
#include "table.h"

#include <stdlib.h>
#include <utf8proc.h>

#define GAP 2
#define NARROWEST 23 /* columns of "28/02/2017 – 05/03/2017": ids and days are never cut */
#define LAST_WIDTH 16 /* what the last column should have on a terminal */

static size_t letter_width(const char *text, size_t size, size_t *at) {
    unsigned char byte = (unsigned char)text[*at];
    if (byte < 0x80) return ++*at, byte >= ' ' && byte != 0x7F;
    uint32_t c = bg_utf8__next(text, size, at);
    int width = utf8proc_charwidth((utf8proc_int32_t)c);
    return width < 0 ? 0 : (size_t)width;
}

size_t bg_table__width(const char *text) {
    size_t size = strlen(text), width = 0;
    for (size_t at = 0; at < size;) width += letter_width(text, size, &at);
    return width;
}

void bg_table__cell(bg_table *table, const char *text) {
    const char **cell = BG_PUSH(table->arena, &table->cells);
    char *copy = bg_arena__text(table->arena, text ? text : "", text ? strlen(text) : 0);
    if (!cell || !copy) {
        table->failed = true;
        return;
    }
    for (char *at = copy; *at; at++)
        if ((unsigned char)*at < ' ') *at = ' ';
    *cell = copy;
}

void bg_table__print(bg_table *table, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *text = bg_arena__vprint(table->arena, format, args);
    va_end(args);
    if (text) bg_table__cell(table, text);
    else table->failed = true;
}

static void write_blanks(size_t count, bg_buf *out) {
    static const char blanks[] = "                                                                ";
    for (size_t part; count; count -= part) {
        part = count < sizeof blanks - 1 ? count : sizeof blanks - 1;
        bg_buf__add(out, blanks, part);
    }
}

/* The bytes of `text` that fit in `room` columns. */
static size_t fitting(const char *text, size_t room) {
    size_t size = strlen(text), used = 0, kept = 0;
    for (size_t at = 0; at < size; kept = at) {
        used += letter_width(text, size, &at);
        if (used > room) break;
    }
    return kept;
}

static size_t cut_width(const char *text, size_t size) {
    size_t width = 0;
    for (size_t at = 0; at < size;) width += letter_width(text, size, &at);
    return width;
}

static void write_cell(const char *text, size_t width, size_t room, bool last, bg_buf *out) {
    size_t own = bg_table__width(text), most = last ? room : width;
    if (most && own > most) {
        size_t kept = fitting(text, most - 1);
        bg_buf__add(out, text, kept);
        bg_buf__text(out, "…");
        if (!last) write_blanks(width - cut_width(text, kept) - 1 + GAP, out);
        return;
    }
    bg_buf__text(out, text);
    if (!last) write_blanks(width - own + GAP, out);
}

static void write_row(const bg_table *table, const char *const *cells, const size_t *widths, unsigned width, bg_buf *out) {
    size_t used = 0, last = table->columns - 1;
    while (last > 0 && !*cells[last]) last--;
    for (size_t i = 0; i <= last; i++) {
        size_t room = width > used + GAP ? width - used : width ? GAP : 0;
        write_cell(cells[i], widths[i], room, i == last, out);
        used += widths[i] + GAP;
    }
    bg_buf__char(out, '\n');
}

/* Until the last column has room as well: the widest of the others is made less wide, none below what two days need. */
static void narrow(size_t *widths, size_t columns, unsigned width) {
    for (;;) {
        size_t used = LAST_WIDTH, widest = 0;
        for (size_t i = 0; i + 1 < columns; i++) {
            used += widths[i] + GAP;
            if (widths[i] > widths[widest]) widest = i;
        }
        if (used <= width || widths[widest] <= NARROWEST) return;
        widths[widest]--;
    }
}

void bg_table__write(const bg_table *table, unsigned width, bg_buf *out) {
    size_t *widths = calloc(table->columns, sizeof *widths);
    if (!widths || table->failed || table->cells.count % table->columns) {
        out->failed = true;
        free(widths);
        return;
    }
    for (size_t i = 0; i < table->cells.count; i++) {
        size_t own = bg_table__width(table->cells.items[i]), *widest = &widths[i % table->columns];
        if (own > *widest) *widest = own;
    }
    if (width && table->columns > 1) narrow(widths, table->columns, width);
    for (size_t i = 0; i < table->cells.count; i += table->columns)
        write_row(table, table->cells.items + i, widths, width, out);
    free(widths);
}
