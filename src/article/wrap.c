/* wrap: lines that an editor or a mail program cut in mid-sentence are one row again. */
#include "internal.h"

#define WIDTH_MAX 200 /* bytes of a wrapped line: 120 letters, a third of them wide */
#define WIDTH_MIN 30

static size_t width(const bg_row *row) { return row->line.end - row->line.start; }

static bool can_wrap(const bg_row *row) {
    const uint32_t never = ROW_IMAGE | ROW_LINK | ROW_BAR | ROW_ADDRESS | ROW_DATE | ROW_PHOTO | ROW_FILE | ROW_TWICE | ROW_LINKS |
                           ROW_AGENCY | ROW_CAPITALS;
    return width(row) <= WIDTH_MAX && !(row->flags & never) && !row->phrase && row->span.start < row->span.end;
}

/* First row behind a run of neighbouring lines that may be wrapped text. */
static size_t run_end(const bg_rows *rows, size_t from) {
    size_t at = from;
    if (!can_wrap(&rows->items[from])) return from + 1;
    do at++;
    while (at < rows->count && !rows->items[at].gap && can_wrap(&rows->items[at]));
    return at;
}

/* Wrapped text: most lines neither end a sentence nor begin one. Headlines and menus begin with capitals. */
static bool is_wrapped(const bg_rows *rows, size_t from, size_t to) {
    size_t open = 0, lower = 0, wide = 0;
    for (size_t i = from; i + 1 < to; i++) {
        const bg_row *row = &rows->items[i];
        if (row->flags & ROW_STOP) continue;
        open++;
        wide += width(row) >= WIDTH_MIN;
        lower += (row[1].flags & (ROW_LOWER | ROW_ITEM)) == ROW_LOWER;
    }
    return open >= 2 && lower * 3 >= open && wide * 4 >= open * 3 && open * 2 >= to - from - 1;
}

/* The next line goes on with the sentence of this one. */
static bool goes_on(const bg_row *row, const bg_row *next, bool wrapped) {
    if (next->gap || !can_wrap(row) || (row->flags & ROW_STOP)) return false;
    if (wrapped) return width(row) >= WIDTH_MIN;
    return (next->flags & ROW_LOWER) && !(next->flags & (ROW_ITEM | ROW_ADDRESS)) && row->words >= 8 && !next->phrase;
}

/* Where the last word of a row begins, when it is a full stop behind it that ends the row; its end otherwise. */
static size_t last_word(const char *text, const bg_row *row) {
    size_t at = row->span.end;
    if (at - row->span.start < 3 || text[at - 1] != '.') return at;
    for (at--; at > row->span.start && text[at - 1] != ' ' && text[at - 1] != '.'; at--) continue;
    return at;
}

/* "… bà Kim H." or "… GS.", cut there by a program that took the dot for the end of the sentence: the name stands in the next line. */
static bool is_cut_name(const bg_rows *rows, const bg_row *row, const bg_row *next) {
    const char *text = rows->page->text;
    if (next->gap || next->flags & ROW_LOWER || row->words < 4 || row->flags & (ROW_IMAGE | ROW_LINK | ROW_LINKS)) return false;
    size_t at = last_word(text, row), end = row->span.end - 1, stop;
    if (at >= end) return false;
    if (end - at == 1 && text[at] >= 'A' && text[at] <= 'Z') return true;
    return bg_article__phrase(rows->data, ROW_CLASS(ABBR), text, at, row->span.end, &stop) && stop >= end;
}

void bg_rows__unwrap(bg_rows *rows) {
    size_t out = 0;
    for (size_t from = 0; from < rows->count;) {
        size_t to = run_end(rows, from);
        bool wrapped = to - from >= 3 && is_wrapped(rows, from, to);
        for (size_t i = from, next; i < to; i = next) {
            bg_row row = rows->items[i];
            for (next = i + 1; next < rows->count && next < to + 1; next++) {
                bool inside = wrapped && next < to && (i > 0 || (rows->items[next].flags & ROW_LOWER));
                const bg_row *last = &rows->items[next - 1];
                if (!goes_on(last, last + 1, inside) && !is_cut_name(rows, last, last + 1)) break;
                row.line.end = rows->items[next].line.end;
            }
            if (next > i + 1) bg_row__look(rows, &row);
            rows->items[out++] = row;
            if (next > to) to = next;
        }
        from = to;
    }
    rows->count = out;
}
