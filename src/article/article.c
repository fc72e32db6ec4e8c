/* article: rows with roles → what the caller sees; and the ends of the first and last paragraph, where credits are glued on. */
#include "internal.h"
#include "meta.h"

#define TITLE_LEAST 12 /* bytes of a headline that is found in a longer one */
#define TAIL 400 /* bytes at the end of the last paragraph that may hold credits */

typedef BG_VEC(bg_block) blocks;
typedef BG_VEC(bg_dropped) droppeds;

typedef struct writer {
    bg_rows *rows;
    bg_article *out;
    blocks body;
    droppeds dropped;
    size_t last; /* row of the last paragraph */
    bool failed;
} writer;

static const char *text_of(writer *w, bg_span s) {
    const char *copy = bg_arena__text(w->rows->arena, w->rows->page->text + s.start, s.end - s.start);
    w->failed |= !copy;
    return copy;
}

static void add_block(writer *w, bg_block_kind kind, bg_span span) {
    if (span.start >= span.end) return;
    bg_block *block = BG_PUSH(w->rows->arena, &w->body);
    if (block) *block = (bg_block){kind, span};
    w->failed |= !block;
}

static void add_dropped(writer *w, bg_span span, const char *reason) {
    if (span.start >= span.end) return;
    bg_dropped *dropped = BG_PUSH(w->rows->arena, &w->dropped);
    if (dropped) *dropped = (bg_dropped){span, reason};
    w->failed |= !dropped;
}

/* ---- facts about the page */

static void set_agency(writer *w, bg_span name) {
    if (w->out->agency || name.start >= name.end) return;
    w->out->agency = text_of(w, name);
    w->out->agency_span = name;
}

static void set_address(writer *w, bg_span span) {
    if (w->out->reprint_of) return;
    w->out->reprint_of = text_of(w, span);
    w->out->reprint_span = span;
}

static void set_outlet(writer *w, bg_span name) {
    if (!w->out->outlet) w->out->outlet = bg_article__outlet(w->rows->data, w->rows->page->text, name.start, name.end);
}

/* `tail`: the row holds other text too, the date is in its last two words ("… 06/05/2024 09:38"). */
static void set_date(writer *w, const bg_row *row, bool tail) {
    char date[32];
    bg_span span, part = row->span;
    const char *text = w->rows->page->text;
    if (tail)
        for (part.start = part.end; part.start > row->span.start && part.end - part.start < 17;) part.start--;
    while (tail && part.start < part.end && text[part.start] != ' ') part.start++;
    bool stated = w->out->published && strcmp(w->out->published_from, "url") != 0;
    if (stated || w->rows->page->html || !bg_article__date(w->rows->data, text, part, date, &span)) return;
    w->out->published = bg_arena__text(w->rows->arena, date, strlen(date));
    w->out->published_span = span;
    w->out->published_from = "visible";
}

/* The host of the link that a page's first line may be: the page's own address. */
static void set_outlet_of_link(writer *w, const bg_row *row) {
    const char *text = w->rows->page->text;
    size_t at = row->span.end + 2u;
    if (!(row->flags & ROW_LINK) || at >= row->line.end) return;
    const char *host = memmem(text + at, row->line.end - at, "://", 3);
    if (!host) return;
    uint32_t start = (uint32_t)(host + 3 - text), end = start;
    while (end < row->line.end && text[end] != '/' && text[end] != ')') end++;
    if (end - start > 4 && !memcmp(text + start, "www.", 4)) start += 4;
    set_outlet(w, (bg_span){start, end});
    if (!w->out->outlet) w->out->outlet = text_of(w, (bg_span){start, end});
}

/* ---- the head and the tail of paragraphs */

#define DATELINE_MAX 24 /* bytes in which the dash of a dateline stands */

/* Does a dash with a blank before it stand in the head of a paragraph? */
static bool has_dash(const char *text, bg_span s) {
    uint32_t end = s.end - s.start > DATELINE_MAX ? s.start + DATELINE_MAX : s.end;
    if (!memchr(text + s.start, '-', end - s.start) && !memchr(text + s.start, 0x93, end - s.start)) return false; /* nearly always */
    for (uint32_t at = s.start; at + 1 < end; at++) {
        if (text[at] != ' ') continue;
        if (text[at + 1] == '-' || (end - at >= 4 && !memcmp(text + at + 1, "\xE2\x80\x93", 3))) return true;
    }
    return false;
}

/* "(TTXVN) - ", "VTV.vn - " at the head of the lead. */
static void cut_dateline(writer *w, bg_span *s) {
    bg_span name;
    const char *text = w->rows->page->text;
    if (text[s->start] != '(' && !has_dash(text, *s)) return;
    size_t size = bg_article__dateline(w->rows->data, text, *s, &name);
    if (!size || size >= s->end - s->start) return;
    set_outlet(w, name);
    add_dropped(w, (bg_span){s->start, s->start + (uint32_t)size}, "dateline");
    s->start += (uint32_t)size;
}

/* Last bytes of what parts of a paragraph end with, and first bytes of what begins one. */
static const bool parts[256] = {['.'] = true, ['!'] = true, ['?'] = true, ['/'] = true, [0x9D] = true, [0xA6] = true};
static const bool opens[256] = {['*'] = true, ['('] = true};

/* Does a part of the paragraph that begins at `from` end before `at`: behind a stop or a closing mark? */
static bool ends_part(const char *text, uint32_t from, uint32_t at) {
    unsigned char c = (unsigned char)text[at - 1];
    bool stop = c == '.' || c == '!' || c == '?' || (c == '/' && text[at - 2] == '.');
    if (stop) return text[at] == ' ' || (unsigned char)text[at] >= 0x80 || (text[at] >= 'A' && text[at] <= 'Z');
    return at > from + 4 && (!memcmp(text + at - 3, "\xE2\x80\x9D", 3) || !memcmp(text + at - 3, "\xE2\x80\xA6", 3));
}

/* Where the last sentence of the span begins: behind a stop, a bracket or a mark. s.start if nothing is cut off. */
static uint32_t last_part(const char *text, bg_span s) {
    uint32_t from = s.end - s.start > TAIL ? s.end - TAIL : s.start;
    for (uint32_t at = s.end - 1; at > from + 1; at--) {
        if (opens[(unsigned char)text[at]]) return at;
        if (parts[(unsigned char)text[at - 1]] && ends_part(text, from, at)) return at;
    }
    return s.start;
}

/* "Minh Anh Theo The Guardian": names, then an agency. Sets the agency. */
static bool is_name_and_agency(writer *w, bg_span part) {
    const bg_data *data = w->rows->data;
    const char *text = w->rows->page->text;
    size_t stop = 0, words = 0;
    bg_span name;
    bg_word word;
    for (size_t at = part.start; bg_word__next(text, part.end, &at, &word); words++) {
        if (word.kind != BG_WORD_LETTERS) continue;
        if (!word.capital || words > 8) return false;
        if (!words || !bg_article__phrase(data, ROW_CLASS(SOURCE_WORD), text, word.start, part.end, &stop)) continue;
        if (!bg_article__agency(data, text, (bg_span){(uint32_t)word.start, part.end}, &name)) return false;
        return set_agency(w, name), true;
    }
    return false;
}

static const char *credit_reason(writer *w, bg_span part) {
    const bg_data *data = w->rows->data;
    bg_row row = {.line = part};
    bg_row__look(w->rows, &row);
    bg_span name;
    size_t stop = 0;
    if (row.phrase) return bg_article__value(data, row.phrase);
    if (part.end - part.start > 90) return NULL;
    if (bg_article__agency(data, w->rows->page->text, part, &name)) return set_agency(w, name), "agency";
    if (is_name_and_agency(w, part)) return "byline";
    if (bg_article__phrase(data, ROW_CLASS(AGENCY), w->rows->page->text, row.span.start, part.end, &stop)) return NULL;
    if ((row.flags & ROW_NAMES) && row.words >= 2 && !(row.flags & ROW_STOP)) return "byline";
    return NULL;
}

/* An address glued to the end of the text. */
static void cut_address(writer *w, bg_span *s) {
    const char *text = w->rows->page->text;
    uint32_t from = s->end - s->start > TAIL ? s->end - TAIL : s->start;
    for (uint32_t at = s->end - 1; at > from; at--) {
        if (text[at] == ' ') return;
        size_t size = text[at] == 'h' ? bg_article__address(text, at, s->end) : 0;
        if (!size || at + size != s->end) continue;
        set_address(w, (bg_span){at, s->end});
        add_dropped(w, (bg_span){at, s->end}, "address");
        *s = bg_article__trim(text, (bg_span){s->start, at});
        return;
    }
}

/* Cut addresses, agencies and names off the last paragraph: at most four parts. */
static void cut_tail(writer *w, bg_span *s) {
    const char *text = w->rows->page->text;
    cut_address(w, s);
    for (int i = 0; i < 4 && s->end - s->start > 40; i++) {
        uint32_t at = last_part(text, *s);
        if (at <= s->start + 20) return;
        bg_span part = bg_article__trim(text, (bg_span){at, s->end});
        const char *reason = part.start < part.end ? credit_reason(w, part) : NULL;
        if (!reason) return;
        add_dropped(w, part, reason);
        *s = bg_article__trim(text, (bg_span){s->start, at});
    }
}

/* ---- writing */

static void write_paragraph(writer *w, size_t i) {
    const bg_row *row = &w->rows->items[i];
    bg_span s = row->span;
    cut_dateline(w, &s);
    if (i == w->last) cut_tail(w, &s);
    add_block(w, row->role == ROLE_QUOTE ? BG_BLOCK_QUOTE : BG_BLOCK_PARAGRAPH, s);
}

static void write_credit(writer *w, const bg_row *row) {
    bg_span name;
    if (row->flags & ROW_AGENCY && bg_article__agency(w->rows->data, w->rows->page->text, row->span, &name)) set_agency(w, name);
    add_block(w, BG_BLOCK_CREDIT, row->span);
}

/* "Minh Anh (Theo TTXVN)": the byline may name the agency. */
static void write_dropped(writer *w, const bg_row *row, bool above) {
    add_dropped(w, row->line, row->reason);
    if (row->flags & ROW_ADDRESS && !above) set_address(w, row->span);
    if (row->flags & ROW_DATE && above) set_date(w, row, false);
    else if (above && row->flags & ROW_DIGITS && strcmp(row->reason, "duplicate-heading") == 0) set_date(w, row, true);
    const char *text = w->rows->page->text;
    if (strcmp(row->reason, "dateline") == 0) {
        bg_span name = row->span;
        while (name.start < name.end && strchr("( ", text[name.start])) name.start++;
        while (name.start < name.end && strchr(") -", text[name.end - 1])) name.end--;
        set_outlet(w, name);
    }
    if (strcmp(row->reason, "byline") != 0) return;
    const char *open = memchr(text + row->span.start, '(', row->span.end - row->span.start);
    bg_span name;
    if (open && bg_article__agency(w->rows->data, text, (bg_span){(uint32_t)(open - text), row->span.end}, &name)) set_agency(w, name);
}

/* The headline in its row: without what stands before it ("Topic: …") or behind it (" | Outlet"), where the page states it elsewhere without. */
static bg_span title_span(writer *w, bg_span row) {
    const char *stated = w->rows->meta ? w->rows->meta->title : NULL, *text = w->rows->page->text + row.start;
    size_t size = row.end - row.start, n = stated ? strlen(stated) : 0;
    if (n < TITLE_LEAST || n + 2 > size) return row;
    if (!memcmp(text + size - n, stated, n) && strchr(" :|-", text[size - n - 1])) return (bg_span){row.end - (uint32_t)n, row.end};
    if (!memcmp(text, stated, n) && (text[n] == ' ' || (unsigned char)text[n] >= 0x80)) return (bg_span){row.start, row.start + (uint32_t)n};
    return row;
}

static void write_row(writer *w, size_t i) {
    const bg_row *row = &w->rows->items[i];
    switch (row->role) {
    case ROLE_TITLE:
        w->out->title_span = title_span(w, row->span);
        w->out->title = text_of(w, w->out->title_span);
        set_outlet_of_link(w, row);
        break;
    case ROLE_PARAGRAPH:
    case ROLE_QUOTE: write_paragraph(w, i); break;
    case ROLE_HEADING: add_block(w, BG_BLOCK_HEADING, row->span); break;
    case ROLE_CAPTION: add_block(w, BG_BLOCK_CAPTION, row->span); break;
    case ROLE_CREDIT: write_credit(w, row); break;
    case ROLE_NONE:
    case ROLE_DROP: write_dropped(w, row, w->body.count <= 1); break;
    }
}

static void set_meta(bg_article *out, const bg_meta *meta) {
    out->url = meta->url, out->url_from = meta->url_from;
    out->published = meta->published, out->published_from = meta->published_from, out->published_span = meta->published_span;
    out->modified = meta->modified, out->modified_from = meta->modified_from;
    out->authors = meta->authors, out->author_count = meta->author_count;
    out->outlet = meta->outlet;
    out->next = meta->next;
    out->profile = meta->site.name, out->profile_fits = meta->site.fits;
    if (meta->lang) out->lang = meta->lang;
}

/* What the text itself does not say. */
static void add_meta(bg_article *out, const bg_meta *meta) {
    if (!out->agency) out->agency = meta->agency, out->agency_span = meta->agency_span;
    if (!out->reprint_of) out->reprint_of = meta->reprint_of, out->reprint_span = meta->reprint_span;
}

static void find_last(writer *w) {
    w->last = w->rows->count;
    for (size_t i = 0; i < w->rows->count; i++)
        if (w->rows->items[i].role == ROLE_PARAGRAPH) w->last = i;
}

/* Roles of the rows, by markup or by text alone. */
static bg_code sort_rows(bg_rows *rows, bg_site_view *site, size_t *summary, bool *list, bg_error *err) {
    if (rows->page->html) return bg_rows__sort_markup(rows, site, summary, list, err);
    *summary = rows->count;
    bg_rows__unwrap(rows);
    return bg_rows__sort(rows, err);
}

static void set_summary(writer *w, size_t row) {
    if (row >= w->rows->count) return;
    w->out->summary_span = w->rows->items[row].span;
    w->out->summary = text_of(w, w->out->summary_span);
}

bg_code bg_article__find(bg_arena *arena, const bg_data *data, const bg_page *page, bg_article *out, bg_error *err) {
    bg_rows rows = {.page = page, .data = data, .arena = arena};
    size_t summary = 0;
    bg_meta meta;
    memset(out, 0, sizeof *out);
    out->lang = "vi";
    out->source = bg_arena__text(arena, page->source, strlen(page->source));
    if (!bg_meta__read(arena, data, page, &meta))
        return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory for what '%s' states of itself", page->source);
    if (page->html) rows.meta = &meta;
    bg_code code = bg_rows__make(&rows, err);
    if (!code) code = sort_rows(&rows, &meta.site, &summary, &out->is_list, err);
    if (code) return code;
    writer w = {.rows = &rows, .out = out};
    set_summary(&w, summary);
    set_meta(out, &meta);
    find_last(&w);
    for (size_t i = 0; i < rows.count; i++) write_row(&w, i);
    add_meta(out, &meta);
    if (w.failed || !out->source)
        return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory for the article of '%s'", page->source);
    out->body = w.body.items;
    out->body_count = w.body.count;
    out->dropped = w.dropped.items;
    out->dropped_count = w.dropped.count;
    return BG_OK;
}
