/*
 * html_view: a page of the record as it was saved, with the sentences marked from which a fact was read. Nothing of the page runs or is fetched: it stands in a
 * frame without any right (sandbox), under a policy that forbids whatever is to be loaded, and what could only run or load is left out of it.
 */
#include "../page/html.h"
#include "contact.h"
#include "labels.h"
#include "source.h"

#include <stdlib.h>

#define POLICY "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
#define MARK_OPEN "<mark style=\"background:#ffe066;color:#000\">"
#define MARK_CLOSE "</mark>"

typedef BG_VEC(bg_span) spans;

typedef struct shown {
    const char *id;
    bg_lang lang;
    bg_row_page page;
    spans marks; /* of the page's text, in order, apart from each other */
} shown;

/* ------------------------------------------------------------------ what is marked */

static int by_start(const void *left, const void *right) {
    const bg_span *a = left, *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

static void join_marks(spans *marks) {
    size_t kept = 0;
    if (!marks->items) return;
    qsort(marks->items, marks->count, sizeof *marks->items, by_start);
    for (size_t i = 0; i < marks->count; i++) {
        bg_span at = marks->items[i];
        if (kept && at.start <= marks->items[kept - 1].end) {
            if (at.end > marks->items[kept - 1].end) marks->items[kept - 1].end = at.end;
        } else marks->items[kept++] = at;
    }
    marks->count = kept;
}

/* The sentences of a contact or statement, the places that name somebody, all sentences that tell something of a page. */
static void find_marks(bg_record *record, bg_arena *arena, shown *s, const char *id) {
    sqlite3_stmt *stmt = id[0] == 'p'
        ? bg_db__query(record, "SELECT range_start, range_end FROM ranges WHERE page = ? AND field = 'evidence' AND range_end IS NOT NULL", "t", id)
        : bg_db__query(record, "SELECT range_start, range_end FROM ranges WHERE page = ? AND owner = ? AND field IN ('evidence', 'mention') AND range_end IS NOT NULL", "tt", s->page.id, id);
    while (bg_db__row(record, stmt)) {
        bg_span *mark = BG_PUSH(arena, &s->marks);
        if (mark) *mark = bg_db__span(stmt, 0);
        else bg_db__nomem(record);
    }
    join_marks(&s->marks);
}

/* ------------------------------------------------------------------ writing */

static void escaped(bg_buf *out, const char *bytes, size_t size) {
    for (size_t i = 0; i < size; i++) switch (bytes[i]) {
        case '&': bg_buf__text(out, "&amp;"); break;
        case '<': bg_buf__text(out, "&lt;"); break;
        case '>': bg_buf__text(out, "&gt;"); break;
        case '"': bg_buf__text(out, "&quot;"); break;
        default: bg_buf__char(out, bytes[i]);
        }
}

static void escaped_text(bg_buf *out, const char *text) { escaped(out, text ? text : "", text ? strlen(text) : 0); }

static void head(const shown *s, bg_buf *out) {
    bg_buf__text(out, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"" POLICY "\"><title>");
    escaped_text(out, s->page.title);
    bg_buf__text(out, "</title></head>\n<body style=\"font-family:sans-serif;margin:1em\"><p><b>");
    escaped_text(out, s->page.title);
    bg_buf__print(out, "</b><br>%s ", s->page.id);
    escaped_text(out, s->page.source);
    if (s->page.url) bg_buf__text(out, "<br>");
    escaped_text(out, s->page.url);
    if (s->page.captured) bg_buf__print(out, " · %s ", bg_label__of(BG_LABEL_HEADING, "captured", s->lang));
    escaped_text(out, s->page.captured);
    bg_buf__text(out, "</p>\n");
}

static void text_page(const shown *s, const char *text, size_t size, bg_buf *out) {
    size_t at = 0;
    bg_buf__text(out, "<div style=\"white-space:pre-wrap\">");
    for (size_t i = 0; i < s->marks.count && s->marks.items[i].end <= size; i++) {
        bg_span mark = s->marks.items[i];
        escaped(out, text + at, mark.start - at);
        bg_buf__text(out, MARK_OPEN);
        escaped(out, text + mark.start, mark.end - mark.start);
        bg_buf__text(out, MARK_CLOSE);
        at = mark.end;
    }
    escaped(out, text + at, size - at);
    bg_buf__text(out, "</div>\n");
}

/* ------------------------------------------------------------------ markup */

/* Stretches of the HTML that the marks cover: byte for byte text, so that no tag stands in them. */
static bool marked_bytes(bg_arena *arena, const bg_html *html, const spans *marks, spans *out) {
    const bg_map *map = &html->map;
    size_t point = 0;
    for (size_t i = 0; i < marks->count; i++)
        for (uint32_t at = marks->items[i].start, next; at < marks->items[i].end; at = next) {
            next = marks->items[i].end;
            while (point < map->count && map->items[point].to <= at) point++;
            if (point < map->count && map->items[point].to < next) next = map->items[point].to;
            bg_span from = {bg_map__back(map, at), bg_map__end(map, next)};
            bool blank = next - at == 1 && (unsigned char)html->text[at] <= ' ';
            if (blank || from.end <= from.start || (out->count && from.start < out->items[out->count - 1].end)) continue;
            bg_span *span = BG_PUSH(arena, out);
            if (!span) return false;
            *span = from;
        }
    return true;
}

/* Does an element only run or load something? */
static bool is_left_out(unsigned tag) {
    switch (tag) {
    case BG_TAG_script: case BG_TAG_noscript: case BG_TAG_iframe: case BG_TAG_object: case BG_TAG_embed: case BG_TAG_applet:
    case BG_TAG_base: case BG_TAG_meta: case BG_TAG_link: case BG_TAG_template: return true;
    default: return false;
    }
}

static void in_attribute(bg_buf *out, const char *bytes, size_t from, size_t to) {
    for (size_t i = from; i < to; i++) {
        if (bytes[i] == '&') bg_buf__text(out, "&amp;");
        else if (bytes[i] == '"') bg_buf__text(out, "&quot;");
        else bg_buf__char(out, bytes[i]);
    }
}

/* The bytes from *at up to `to` with the marks among them. */
static void write_part(bg_buf *out, const bg_html *html, const spans *marks, size_t *mark, size_t *at, size_t to) {
    while (*mark < marks->count && marks->items[*mark].end <= to) {
        bg_span m = marks->items[(*mark)++];
        if (m.start < *at) continue;
        in_attribute(out, html->bytes, *at, m.start);
        in_attribute(out, MARK_OPEN, 0, strlen(MARK_OPEN));
        in_attribute(out, html->bytes, m.start, m.end);
        in_attribute(out, MARK_CLOSE, 0, strlen(MARK_CLOSE));
        *at = m.end;
    }
    if (*at < to) in_attribute(out, html->bytes, *at, to);
    *at = to;
}

/* Attributes that only run something ("onload") are left out of a start tag. */
static void write_tag(bg_buf *out, const bg_html *html, const bg_element *e, const spans *marks, size_t *mark, size_t *at) {
    bg_attribute a;
    for (size_t behind = 0; e->content > e->start && bg_html__next(html, e, &behind, &a);) {
        const char *name = html->bytes + a.name.start;
        if (a.name.end - a.name.start < 3 || (name[0] | 0x20) != 'o' || (name[1] | 0x20) != 'n' || a.name.start < *at) continue;
        write_part(out, html, marks, mark, at, a.name.start);
        *at = behind;
    }
}

static void html_page(bg_arena *arena, const shown *s, const bg_html *html, bg_buf *out) {
    spans marks = {0};
    size_t mark = 0, at = 0;
    if (!marked_bytes(arena, html, &s->marks, &marks)) out->failed = true;
    bg_buf__text(out, "<iframe sandbox=\"\" style=\"width:100%;height:85vh;border:1px solid #999\" srcdoc=\"");
    for (size_t i = 1; i < html->element_count; i++) {
        const bg_element *e = &html->elements[i];
        if (e->start < at) continue;
        if (!is_left_out(e->tag)) {
            write_tag(out, html, e, &marks, &mark, &at);
            continue;
        }
        write_part(out, html, &marks, &mark, &at, e->start);
        at = e->end > e->content ? e->end : e->content;
    }
    write_part(out, html, &marks, &mark, &at, html->size);
    bg_buf__text(out, "\"></iframe>\n");
}

static void write_page(bg_record *record, bg_arena *arena, const shown *s, bg_buf *out) {
    bg_buf bytes, text;
    bg_page page = {0};
    bool damaged;
    if (!bg_query__page_bytes(record, s->page.id, &bytes, &text, &damaged)) return;
    bg_code code = s->page.derived ? bg_page__open(arena, s->page.source, bytes.bytes, bytes.size, s->page.item.type, &page, NULL) : BG_OK;
    const bg_buf *from = text.bytes ? &text : &bytes;
    bool same = !code && page.html && page.size == text.size && text.bytes && memcmp(page.text, text.bytes, text.size) == 0;
    if (code == BG_E_NOMEM) bg_db__nomem(record);
    head(s, out);
    if (same) html_page(arena, s, page.html, out);
    else text_page(s, from->bytes, from->size, out);
    bg_buf__text(out, "</body></html>\n");
    bg_buf__free(&bytes);
    bg_buf__free(&text);
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    shown *s = context;
    char id[18], page[18], contact[18];
    if (!bg_query__resolve(record, s->id, id, contact) || !bg_query__page_of(record, id, page) || !bg_query__page(record, arena, page, &s->page)) return;
    find_marks(record, arena, s, id);
    if (record->code == BG_OK) write_page(record, arena, s, out);
}

bg_code bg_view_html(bg_record *record, const char *id, const bg_style *style, bg_out *out, bg_error *err) {
    shown s = {.id = id, .lang = style->lang};
    return bg_view__run(record, write, &s, out, err);
}
