/* row: what one line says about itself. Only its head and its tail are looked at. */
#include "internal.h"

#include <stdlib.h>

#define HEAD 480  /* words are counted in rows up to this size; longer ones can only be running text */
#define SHORT 400 /* longest row that can be furniture, a caption, a headline */

static bool starts(const char *text, bg_span span, const char *with) {
    size_t n = strlen(with);
    return span.end - span.start >= n && !memcmp(text + span.start, with, n);
}

bg_span bg_article__trim(const char *text, bg_span span) {
    while (span.start < span.end && (unsigned char)text[span.start] <= ' ') span.start++;
    while (span.start < span.end && (unsigned char)text[span.end - 1] <= ' ') span.end--;
    return span;
}

size_t bg_article__address(const char *text, size_t at, size_t end) {
    bg_span rest = {(uint32_t)at, (uint32_t)end};
    if (!starts(text, rest, "http://") && !starts(text, rest, "https://") && !starts(text, rest, "www.")) return 0;
    size_t stop = at;
    while (stop < end && (unsigned char)text[stop] > ' ' && !strchr("\"<>|", text[stop])) stop++;
    return stop - at;
}

/* ---- marks of markup around the text */

/* End of the mark "[…](…)" whose bracket stands at `at`, 0 if there is none. The inner text ends at *inner. */
static size_t mark_end(const char *text, size_t at, size_t end, size_t *inner) {
    for (size_t i = at; i + 1 < end && i < at + 4 * HEAD; i++) {
        if (text[i] != ']' || text[i + 1] != '(') continue;
        const char *close = memchr(text + i, ')', end - i);
        *inner = i;
        if (!close) return 0;
        size_t stop = (size_t)(close - text) + 1, far = stop; /* an address may hold brackets, but no blanks */
        for (; far < end && (unsigned char)text[far] > ' ' && text[far] != '|'; far++)
            if (text[far] == ')') stop = far + 1;
        return stop;
    }
    return 0;
}

static void take_marks(const char *text, bg_row *row) {
    bg_span *s = &row->span;
    size_t inner = 0, stop;
    if (starts(text, *s, "![") && (stop = mark_end(text, s->start + 1, s->end, &inner))) {
        row->flags |= ROW_IMAGE;
        s->start = (uint32_t)stop;
    } else if (starts(text, *s, "[") && (stop = mark_end(text, s->start, s->end, &inner)) == s->end && stop) {
        row->flags |= ROW_LINK;
        *s = (bg_span){s->start + 1, (uint32_t)inner};
    }
    *s = bg_article__trim(text, *s);
    while (s->start < s->end && text[s->end - 1] == '|') row->flags |= ROW_BAR, s->end--, *s = bg_article__trim(text, *s);
    while (s->start < s->end && (text[s->start] == '|' || text[s->start] == '#')) s->start++, *s = bg_article__trim(text, *s);
    if (starts(text, *s, "**")) s->start += 2;
    if (s->end - s->start >= 2 && !memcmp(text + s->end - 2, "**", 2)) s->end -= 2;
}

/* ---- head: words and letters */

/* Is a list item: "- …", "+ …", "• …", "1. …", "a) …". */
static bool is_item(const char *text, bg_span s) {
    if (s.end - s.start < 4) return false;
    const char *p = text + s.start;
    if ((*p == '-' || *p == '+') && p[1] != '-') return true;
    if (!memcmp(p, "\xE2\x80\xA2", 3) || !memcmp(p, "\xE2\x80\x93", 3)) return true;
    size_t n = *p >= '0' && *p <= '9' ? (p[1] >= '0' && p[1] <= '9' ? 2 : 1) : *p >= 'a' && *p <= 'h' ? 1 : 0;
    return n && (p[n] == ')' || (p[n] == '.' && p[n + 1] == ' '));
}

/* What is found in the head of a row. */
typedef struct letters {
    uint32_t words, digits;
    bool wide; /* letters outside ASCII */
} letters;

/* ASCII signs but hyphens. */
static bool is_sign(unsigned char c) {
    bool letter = (unsigned)(c | 32) - 'a' < 26, digit = (unsigned)c - '0' < 10;
    return !letter && c > ' ' && c < 0x80 && c != '-' && !digit;
}

static size_t count_signs(const char *text, bg_span s) {
    size_t count = 0;
    for (size_t at = s.start; at < s.end; at++) count += is_sign((unsigned char)text[at]);
    return count;
}

static bool has_small(const char *text, bg_span s) {
    for (size_t at = s.start; at < s.end; at++)
        if (text[at] >= 'a' && text[at] <= 'z') return true;
    return false;
}

#define SOME 240 /* bytes counted together: a byte can count them */

/* Count words by the blanks before them, and digits. Without a branch, so that compilers ask of many bytes at once. */
static void count_some(const char *text, bg_span s, letters *found) {
    const unsigned char *p = (const unsigned char *)text + s.start;
    unsigned char words = p[0] > ' ', digits = (unsigned char)(p[0] - '0') < 10, all = p[0];
    for (size_t i = 1; i < s.end - s.start; i++) {
        words = (unsigned char)(words + ((p[i] > ' ') & (p[i - 1] <= ' ')));
        digits = (unsigned char)(digits + ((unsigned char)(p[i] - '0') < 10));
        all |= p[i];
    }
    found->words += words;
    found->digits += digits;
    found->wide |= all >= 0x80;
}

static letters count_letters(const char *text, bg_span s) {
    letters found = {0};
    for (uint32_t at = s.start, end; at < s.end; at = end) {
        end = s.end - at > SOME ? at + SOME : s.end;
        count_some(text, (bg_span){at, end}, &found);
        if (at > s.start && (unsigned char)text[at - 1] > ' ' && (unsigned char)text[at] > ' ') found.words--; /* told twice */
    }
    return found;
}

typedef enum initial { OTHER, SMALL, CAPITAL } initial;

/* The first letter of the word at `at`, behind signs. */
static initial initial_of(const char *text, size_t at, size_t end) {
    while (at + 1 < end && is_sign((unsigned char)text[at])) at++;
    unsigned char byte = (unsigned char)text[at];
    if (byte < 0x80) return (unsigned)(byte | 32) - 'a' >= 26 ? OTHER : byte <= 'Z' ? CAPITAL : SMALL;
    uint32_t c = bg_utf8__next(text, end, &at);
    return !bg_letter__is(c) ? OTHER : bg_letter__is_upper(c) ? CAPITAL : SMALL;
}

static bool begins_small(const char *text, bg_span s) {
    while (s.start + 1 < s.end && (unsigned char)text[s.start] <= ' ') s.start++;
    return initial_of(text, s.start, s.end) == SMALL;
}

/* How many words begin with a capital. Eight bytes at a time: only the first letter of each word is looked at. */
static uint32_t count_capitals(const char *text, bg_span s) {
    uint32_t count = 0;
    uint64_t before = 0x80; /* is there a blank before the next byte? */
    for (size_t at = s.start; at < s.end; at += 8) {
        uint64_t blanks = bg_eight__below(bg_eight__at(text, at, s.end), ' ' + 1);
        uint64_t starts = ~blanks & (blanks << 8 | before) & BG_EACH(0x80);
        for (; starts; starts &= starts - 1) count += initial_of(text, at + bg_eight__first(starts), s.end) == CAPITAL;
        before = blanks >> 56;
    }
    return count;
}

/* No small letter, not even one that ASCII does not have. */
static bool all_capitals(const char *text, bg_span s) {
    size_t count = 0;
    for (size_t at = s.start; at < s.end;) {
        uint32_t c = bg_utf8__next(text, s.end, &at);
        if (!bg_letter__is(c) || bg_letter__is_mark(c)) continue;
        if (!bg_letter__is_upper(c)) return false;
        count++;
    }
    return count > 1;
}

static void look_at_head(const char *text, bg_row *row) {
    bg_span s = row->span;
    uint32_t size = s.end - s.start;
    if (is_item(text, s)) row->flags |= ROW_ITEM;
    if (begins_small(text, (bg_span){s.start, size > HEAD ? s.start + HEAD / 8 : s.end})) row->flags |= ROW_LOWER;
    row->words = size / 6;
    if (size > HEAD) return;
    letters l = count_letters(text, s);
    row->words = l.words;
    if (l.digits >= 5) row->flags |= ROW_DIGITS;
    if (size < 200 && all_capitals(text, s)) row->flags |= ROW_CAPITALS;
    bool file = !l.wide && l.words >= 4, names = l.words <= 5 && size > 2 && !l.digits;
    if (!file && !names) return;
    uint32_t capitals = count_capitals(text, s);
    if (file && capitals == 0 && has_small(text, s) && !count_signs(text, s)) row->flags |= ROW_FILE;
    if (names && capitals == l.words && count_signs(text, s) <= 3) row->flags |= ROW_NAMES;
}

/* How many words may begin with a capital at most: those whose first byte is no small letter of ASCII. */
static uint32_t most_capitals(const char *text, bg_span s) {
    uint32_t count = 1; /* the first */
    for (uint32_t at = s.start + 1, end; at < s.end; at = end) {
        const unsigned char *p = (const unsigned char *)text + at, *before = p - 1;
        unsigned char some = 0;
        end = s.end - at > SOME ? at + SOME : s.end;
        for (size_t i = 0; i < end - at; i++) {
            unsigned char from_a = (unsigned char)(p[i] - 'a');
            some = (unsigned char)(some + ((from_a > 'z' - 'a') & (before[i] <= ' ')));
        }
        count += some;
    }
    return count;
}

bool bg_row__is_titled(const char *text, const bg_row *row) {
    bg_span s = row->span;
    uint32_t words = row->words;
    if (row->flags & ROW_TWICE) { /* both of them count */
        s.end += s.end - s.start + !(row->flags & ROW_GLUED);
        words = count_letters(text, s).words;
    }
    return most_capitals(text, s) * 5 >= words * 2 && count_capitals(text, s) * 5 >= words * 2;
}

/* ---- tail: how the row ends */

static bool ends(const char *text, size_t start, size_t end, const char *with) {
    size_t n = strlen(with);
    return end - start >= n && !memcmp(text + end - n, with, n);
}

/* Length of the closing quotation mark, bracket or blank that ends before `end`, 0 if there is none. */
static size_t closer(const char *text, size_t start, size_t end) {
    unsigned char c = (unsigned char)text[end - 1];
    if (c < 0x80) return c == '"' || c == '\'' || c == ')' || c == ']' || c == ' ' || c == '/' || c == '*';
    if (c == 0xBB || c == 0xA0) return ends(text, start, end, "\xC2\xBB") || ends(text, start, end, "\xC2\xA0") ? 2 : 0;
    if (c == 0x9D || c == 0x99) return ends(text, start, end, "\xE2\x80\x9D") || ends(text, start, end, "\xE2\x80\x99") ? 3 : 0;
    return 0;
}

static size_t cut_closers(const char *text, size_t start, size_t end) {
    for (size_t n; end > start && (n = closer(text, start, end));) end -= n;
    return end;
}

/* A question or a cry ends a sentence, but headlines also end so: only long rows and quotations count, on the page's first line long ones. */
static bool is_sentence(const char *text, const bg_row *row) {
    if (!row->line.start) return row->words > 30;
    return row->words > 18 || text[row->span.start] == '"' || starts(text, row->span, "\xE2\x80\x9C");
}

static void look_at_tail(const char *text, bg_row *row) {
    size_t start = row->span.start, end = cut_closers(text, start, row->span.end);
    if (ends(text, start, end, "...") || ends(text, start, end, "\xE2\x80\xA6")) row->flags |= ROW_STOP | ROW_CUT;
    else if (ends(text, start, end, ".")) row->flags |= ROW_STOP;
    else if ((ends(text, start, end, "?") || ends(text, start, end, "!")) && is_sentence(text, row)) row->flags |= ROW_STOP;
    else if (ends(text, start, end, ":") || ends(text, start, end, ";") || ends(text, start, end, ",")) row->flags |= ROW_COLON;
}

/* The same text twice on one line: a link and the other text of its image, or a caption and its other text. */
static void look_for_twin(const char *text, bg_row *row) {
    size_t size = row->span.end - row->span.start;
    if (size < 16 || size > 4 * SHORT) return;
    const char *p = text + row->span.start;
    size_t half = size / 2;
    bool blank = size % 2 && p[half] == ' ' && !memcmp(p, p + half + 1, half);
    bool glued = size % 2 == 0 && !memcmp(p, p + half, half);
    if (!blank && !glued) return;
    row->flags |= ROW_TWICE | (glued ? ROW_GLUED : 0u);
    row->span.end = row->span.start + (uint32_t)half;
    row->words /= 2;
}

/* Is there a byte with which a sign of a breadcrumb or a menu begins? */
static bool has_link_sign(const char *text, bg_span s) {
    unsigned char found = 0;
    for (uint32_t at = s.start; at < s.end; at++) {
        unsigned char c = (unsigned char)text[at];
        found |= (c == '>') | (c == '|') | (c == 0xC2) | (c == 0xE2);
    }
    return found;
}

/* Three or more parts between the signs of a breadcrumb or a menu. */
static bool is_links(const char *text, const bg_row *row) {
    size_t signs = 0;
    if (row->words > 30 || (row->flags & ROW_STOP) || !has_link_sign(text, row->span)) return false;
    for (size_t at = row->span.start; at + 2 < row->span.end; at++) {
        unsigned char c = (unsigned char)text[at];
        if (c == '>') signs++;
        else if (c == '|') signs += at > row->span.start && text[at - 1] == ' ' && text[at + 1] == ' ';
        else if (c == 0xC2) signs += (unsigned char)text[at + 1] == 0xBB;
        else if (c == 0xE2) signs += !memcmp(text + at, "\xE2\x80\xBA", 3);
    }
    return signs >= 2;
}

/* ---- furniture phrases */

static bool only_signs(const char *text, size_t at, size_t end) {
    bg_word word;
    while (bg_word__next(text, end, &at, &word))
        if (word.kind == BG_WORD_LETTERS) return false;
    return true;
}

/* The phrase may stand here: alone on its line, at the head of a short line, or in brackets. */
static bool fits(const bg_data *data, const char *text, const bg_row *row, uint32_t sense, size_t from, size_t stop) {
    const char *at = bg_article__attribute(data, sense, KEY_AT), *max = bg_article__attribute(data, sense, KEY_MAX);
    if (at && !strcmp(at, "tag")) {
        bool opened = from > row->span.start && (text[from - 1] == '[' || text[from - 1] == '(');
        return opened && stop < row->span.end && (text[stop] == ']' || text[stop] == ')');
    }
    if (at && !strcmp(at, "start")) return row->words <= (max ? (uint32_t)atoi(max) : 12u);
    return only_signs(text, stop, row->span.end);
}

static void look_for_furniture(const bg_data *data, const char *text, bg_row *row) {
    size_t at = row->span.start, stop = 0;
    bool letter = (unsigned)(text[at] | 32) - 'a' < 26, sign = !letter && (unsigned char)text[at] < 0x80;
    if (row->span.end - row->span.start > SHORT || row->words > 45) return;
    if ((row->flags & ROW_STOP) && row->words > 22 && !sign) return; /* a sentence */
    if (!row->line.start && text[at] == '[' && row->words > 8) return; /* "[Video] …": a headline */
    bg_word word = {.start = at};
    while (!letter) { /* signs and a number: "3 giờ trước" */
        if (!bg_word__next(text, row->span.end, &at, &word)) return;
        letter = word.kind != BG_WORD_PUNCT && (word.kind != BG_WORD_NUMBER || row->words > 4);
    }
    if (word.start > row->span.start + 8u) return;
    uint32_t sense = bg_article__phrase(data, ROW_CLASS(FURNITURE), text, word.start, row->span.end, &stop);
    if (sense && fits(data, text, row, sense, word.start, stop)) row->phrase = sense;
}

/* ---- credits, dates */

static void look_for_credits(const bg_data *data, const char *text, bg_row *row) {
    bg_span name;
    char date[32];
    size_t size = row->span.end - row->span.start;
    if (size <= SHORT + 50 && row->words < 80) {
        size_t photo = bg_article__photo(data, text, row->span);
        if (photo < row->span.end) row->flags |= ROW_PHOTO;
        if (photo <= row->span.start + 1) row->flags |= ROW_LONE;
    }
    if (row->words <= 10 && size <= 120 && bg_article__agency(data, text, row->span, &name)) row->flags |= ROW_AGENCY;
    if ((row->flags & ROW_DIGITS) && size <= 160 && bg_article__date(data, text, row->span, date, &name)) row->flags |= ROW_DATE;
    size_t address = size < 2048 ? bg_article__address(text, row->span.start, row->span.end) : 0;
    if (address && address == size) row->flags |= ROW_ADDRESS;
}

void bg_row__look(const bg_rows *rows, bg_row *row) {
    const char *text = rows->page->text;
    row->flags = 0;
    row->phrase = 0;
    row->span = row->line;
    take_marks(text, row);
    if (row->span.start >= row->span.end) return;
    look_at_head(text, row);
    look_for_twin(text, row);
    look_at_tail(text, row);
    if (is_links(text, row)) row->flags |= ROW_LINKS;
    look_for_furniture(rows->data, text, row);
    look_for_credits(rows->data, text, row);
    size_t end = cut_closers(text, row->span.start, row->span.end);
    while (end > row->span.start && text[end - 1] == '.') end--;
    row->hash = bg_hash__long(text + row->span.start, end - row->span.start);
}

bool bg_row__is_prose(const bg_row *row) {
    if (row->flags & (ROW_IMAGE | ROW_ADDRESS | ROW_FILE | ROW_DATE | ROW_AGENCY | ROW_PHOTO | ROW_LINKS | ROW_LINK)) return false;
    if (row->phrase) return false;
    if (row->flags & ROW_TWICE) return false;
    if (row->flags & ROW_STOP) return row->words >= 6;
    if (row->flags & (ROW_COLON | ROW_ITEM)) return row->words >= 8;
    return row->words >= 24;
}

bool bg_row__is_headline(const bg_row *row) {
    if (row->flags & (ROW_STOP | ROW_ADDRESS | ROW_DATE | ROW_AGENCY | ROW_PHOTO | ROW_LINKS | ROW_IMAGE)) return false;
    return !row->phrase && row->words >= 4 && row->words < 30;
}

/* ---- all rows of a page */

static size_t count_filled(const bg_page *page) {
    size_t count = 0;
    for (size_t i = 0; i < page->line_count; i++) count += page->lines[i].trimmed.start < page->lines[i].trimmed.end;
    return count;
}

bg_code bg_rows__make(bg_rows *rows, bg_error *err) {
    const bg_page *page = rows->page;
    uint32_t gap = 0;
    rows->items = bg_arena__alloc(rows->arena, count_filled(page) * sizeof *rows->items);
    if (!rows->items) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory for the rows of '%s'", page->source);
    for (size_t i = 0; i < page->line_count; i++) {
        bg_span line = page->lines[i].trimmed;
        if (line.start >= line.end) {
            gap++;
            continue;
        }
        bg_row *row = &rows->items[rows->count++];
        row->line = line;
        row->gap = gap;
        gap = 0;
        bg_row__look(rows, row);
    }
    return BG_OK;
}
