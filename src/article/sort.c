/*
 * sort: one walk from top to bottom gives every row its role. The walk is in one of three places: above the article, in
 * it, behind it. What ends the article (a section heading, a byline, an address) may also stand in the middle of it, so
 * the walk comes back when enough running text follows without a headline between: teasers never do that, each has one.
 */
#include "internal.h"

typedef enum place { ABOVE, INSIDE, BEHIND } place;

#define NEVER UINT32_MAX
#define DOUBLED_LEAST 2  /* paragraphs that stand twice, and half of all: the article does */
#define SUMMARIES 4

typedef struct walk {
    bg_rows *rows;
    place place;
    uint32_t need;      /* BEHIND: rows of running text it takes to come back */
    bool captions;      /* BEHIND: what follows may be the captions of the pictures */
    const char *reason; /* BEHIND: why rows are dropped */
    size_t paragraphs, gapless;
    size_t summaries;   /* rows compared with the whole page: each costs a pass, so only so many */
    bool doubled;       /* the article stands twice, in two layouts perhaps: what recurs is no caption for that */
    size_t lead, last_barrier; /* rows; the number of rows where there is none */
    bool after_pair;    /* the row above is a headline that stood twice */
} walk;

static bg_row *row_at(const walk *w, size_t i) { return &w->rows->items[i]; }

static void drop(bg_row *row, const char *reason) {
    row->role = ROLE_DROP;
    row->reason = reason;
}

static void leave(walk *w, uint32_t need, bool captions, const char *reason) {
    if (w->place == BEHIND && w->need > need) need = w->need;
    w->need = need;
    w->captions = captions && w->place != ABOVE;
    w->reason = reason;
    if (w->place == INSIDE) w->place = BEHIND;
}

/* ---- before the walk */

/* Mark rows whose text stands in an earlier row. */
static bg_code mark_repeats(const bg_rows *rows, bg_error *err) {
    size_t room = 16;
    while (room < rows->count * 2) room *= 2;
    uint32_t *table = bg_arena__alloc(rows->arena, room * sizeof *table);
    if (!table) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory for the rows of '%s'", rows->page->source);
    for (size_t i = 0; i < rows->count; i++) {
        bg_row *row = &rows->items[i];
        if (row->span.start >= row->span.end) continue;
        size_t slot = row->hash & (room - 1);
        while (table[slot] && rows->items[table[slot] - 1].hash != row->hash) slot = (slot + 1) & (room - 1);
        if (table[slot]) row->flags |= ROW_AGAIN, row->first = table[slot] - 1;
        else table[slot] = (uint32_t)i + 1;
    }
    return BG_OK;
}

/* A row that the next row begins with word by word says nothing of its own: a caption above the paragraph it was cut from. */
static void drop_beginnings(const bg_rows *rows) {
    const char *text = rows->page->text;
    for (size_t i = 0; i + 1 < rows->count; i++) {
        bg_row *row = &rows->items[i];
        const bg_row *next = row + 1;
        size_t size = row->span.end - row->span.start, other = next->span.end - next->span.start;
        if (size < 40 || size >= other || row->words < 8) continue;
        if (!memcmp(text + row->span.start, text + next->span.start, size)) drop(row, "repeated");
    }
}

/* Rows that may stand between two paragraphs without parting them. */
static bool is_transparent(const bg_row *row) {
    return (row->flags & (ROW_PHOTO | ROW_LONE)) || row->span.start >= row->span.end || row->role == ROLE_DROP;
}

/* Row i is a headline that the next row repeats. */
static bool is_pair(const bg_rows *rows, size_t i) {
    const bg_row *row = &rows->items[i], *next = row + 1;
    return i + 1 < rows->count && (next->flags & ROW_AGAIN) && next->first == i && !bg_row__is_prose(row) && row->words >= 3;
}

/* Where other stories may begin: a headline that stands twice, a heading of a list of links. */
static bool is_barrier(const bg_rows *rows, size_t i) {
    const bg_row *row = &rows->items[i];
    if (is_pair(rows, i) || (row->flags & (ROW_TWICE | ROW_GLUED | ROW_STOP)) == ROW_TWICE) return true;
    return row->phrase && bg_article__attribute(rows->data, row->phrase, KEY_CUT);
}

static void count_runs(walk *w) {
    bg_rows *rows = w->rows;
    uint32_t run = 0, reach = 0, again = 0, once = 0;
    w->last_barrier = rows->count;
    for (size_t i = rows->count; i-- > 0;) {
        bg_row *row = &rows->items[i];
        bool prose = bg_row__is_prose(row), fresh = prose && !(row->flags & ROW_AGAIN) && row->role != ROLE_DROP;
        if (is_barrier(rows, i)) {
            reach = 0;
            if (w->last_barrier == rows->count) w->last_barrier = i;
        }
        again += prose && row->flags & ROW_AGAIN, once += fresh;
        if (fresh) run++, reach++;
        else if (!is_transparent(row) || ((row->flags & ROW_AGAIN) && !prose)) run = 0;
        row->run = run;
        row->reach = reach;
    }
    w->doubled = again >= DOUBLED_LEAST && again * 2 >= once;
}

static size_t find_lead(const bg_rows *rows) {
    for (size_t i = 0; i < rows->count; i++) {
        const bg_row *row = &rows->items[i];
        bool cut_title = i == 0 && (row->flags & ROW_CUT) && row->words <= 22;
        if (bg_row__is_prose(row) && row->words >= 8 && row->role != ROLE_DROP && !cut_title) return i;
    }
    return rows->count;
}

/* A first line as long as a sentence but without its end is a headline. */
static size_t title_or_lead(bg_rows *rows) {
    size_t lead = find_lead(rows);
    if (lead == 0 && rows->count > 1 && !(rows->items[0].flags & (ROW_STOP | ROW_COLON)) && rows->items[0].words < 45)
        rows->title = 0, lead = 1;
    else rows->title = bg_rows__title(rows, lead);
    if (rows->title < rows->count) rows->items[rows->title].role = ROLE_TITLE;
    return lead;
}

/* ---- what a row is, wherever it stands */

/* A caption and the other text of its picture, not a link and its: enough text follows, or no other story does. */
static bool is_caption_pair(const walk *w, size_t i) {
    if (w->place != INSIDE || i + 2 >= w->rows->count) return false;
    uint32_t reach = row_at(w, i + 2)->reach;
    return reach >= 2 || (reach == 1 && w->last_barrier == i);
}

/* Says the same as the title, as far as the title goes. */
static bool is_title_again(const walk *w, const bg_row *row) {
    if (w->rows->title >= w->rows->count) return false;
    const bg_row *title = row_at(w, w->rows->title);
    if (row->hash == title->hash) return true;
    const char *text = w->rows->page->text;
    size_t size = title->span.end - title->span.start, own = row->span.end - row->span.start;
    if (title->flags & ROW_CUT) {
        while (size && strchr(". ", text[title->span.start + size - 1])) size--;
        return size > 24 && own >= size && own < size + 120 && !memcmp(text + title->span.start, text + row->span.start, size);
    }
    return own == size && own > 24 && !memcmp(text + title->span.start, text + row->span.start, own / 2) && bg_row__is_headline(row);
}

static bool is_quote(const char *text, bg_span s) {
    const char *p = text + s.start, *end = text + s.end;
    if (s.end - s.start < 8) return false;
    bool opens = *p == '"' || !memcmp(p, "\xE2\x80\x9C", 3), closes = end[-1] == '"' || !memcmp(end - 3, "\xE2\x80\x9D", 3);
    if (!opens || !closes) return false;
    for (p += 1; p + 3 < end; p++)
        if (*p == '"' || !memcmp(p, "\xE2\x80\x9D", 3)) return false;
    return true;
}

/* Furniture phrases, image marks, menus: the same everywhere. */
static bool sort_furniture(walk *w, bg_row *row) {
    const bg_data *data = w->rows->data;
    if (row->span.start >= row->span.end) return drop(row, "image-mark"), true;
    if (row->phrase) {
        const char *cut = bg_article__attribute(data, row->phrase, KEY_CUT);
        const char *reason = bg_article__value(data, row->phrase);
        drop(row, reason);
        if (cut) leave(w, !strcmp(cut, "end") ? NEVER : w->paragraphs <= 1 ? 2 : 3, false, reason);
        return true;
    }
    if (row->flags & ROW_IMAGE) {
        if ((row->flags & ROW_PHOTO) || !(row->flags & (ROW_BAR | ROW_STOP))) row->role = ROLE_CAPTION;
        else drop(row, "teaser");
        return true;
    }
    if (row->flags & ROW_FILE) return drop(row, "file-name"), true;
    if (row->flags & ROW_LINKS) return drop(row, "breadcrumb"), true;
    if (row->flags & ROW_DATE) return drop(row, "date-line"), true;
    if (row->flags & ROW_LINK) return drop(row, "related"), true;
    return false;
}

/* Addresses, agencies, credits, bylines: what stands under an article. */
static bool sort_credits(walk *w, bg_row *row) {
    const bg_row *next = row + 1, *end = w->rows->items + w->rows->count;
    if (row->flags & ROW_ADDRESS) {
        drop(row, "address");
        if (w->place == INSIDE) leave(w, 2, false, "after-article");
        return true;
    }
    if (row->flags & ROW_AGENCY) {
        if (w->place == BEHIND && w->need > 2) drop(row, w->reason);
        else if (w->place == ABOVE && w->rows->page->text[row->span.end - 1] == '-') drop(row, "dateline");
        else row->role = ROLE_CREDIT;
        if (w->place == INSIDE && (next == end || next->run < 2)) leave(w, 2, true, "after-article");
        return true;
    }
    if ((row->flags & ROW_NAMES) && !(row->flags & ROW_PHOTO)) {
        bool signed_off = next == end || next->gap > row->gap || (next->flags & ROW_AGAIN);
        if (w->place == INSIDE && !signed_off && bg_row__is_prose(next) && next->reach >= 2) return false;
        drop(row, w->place == BEHIND && !w->captions ? w->reason : "byline");
        if (w->place == INSIDE) leave(w, 2, true, "after-article");
        return true;
    }
    return false;
}

/* Rows that stand twice. */
static bool sort_repeats(walk *w, size_t i) {
    bg_row *row = row_at(w, i);
    bool pair = is_pair(w->rows, i);
    if (is_title_again(w, row)) return drop(row, "duplicate-heading"), true;
    if (pair && is_caption_pair(w, i)) return row->role = ROLE_CAPTION, true;
    if (pair || ((row->flags & ROW_TWICE) && !(row->flags & (ROW_GLUED | ROW_STOP)))) {
        drop(row, "related");
        leave(w, 3, false, "teaser");
        w->after_pair = true;
        return true;
    }
    if (!(row->flags & ROW_AGAIN)) return false;
    bg_row *first = row_at(w, row->first);
    bool after_pair = row->first + 1 == i && first->role == ROLE_DROP;
    if (first->role == ROLE_CAPTION && w->place == INSIDE && (row->flags & ROW_PHOTO)) return row->role = ROLE_CAPTION, true;
    drop(row, after_pair ? first->reason : "repeated");
    w->after_pair = after_pair;
    if (first->role == ROLE_PARAGRAPH && row->first != w->lead && row->words <= 50 && !w->doubled && (w->captions || !row->run)) {
        first->role = ROLE_CAPTION;
        if (w->place == INSIDE) leave(w, 2, true, "after-article");
    }
    return true;
}

/* ---- rows of text, by place */

/* One plain sentence, mostly names, that holds the words of the title: what the picture above shows. No date, no clause. */
static bool is_title_scene(const walk *w, const bg_row *row) {
    static const bool never[256] = {['0'] = true, ['1'] = true, ['2'] = true, ['3'] = true, ['4'] = true, ['5'] = true, ['6'] = true,
                                    ['7'] = true, ['8'] = true, ['9'] = true, [','] = true, [':'] = true, [';'] = true, ['"'] = true};
    if (row->words < 8 || row->words > 26 || w->rows->title >= w->rows->count) return false;
    const char *text = w->rows->page->text;
    for (size_t at = row->span.start; at < row->span.end; at++)
        if (never[(unsigned char)text[at]]) return false;
    return bg_row__is_titled(text, row) && bg_rows__holds_title(w->rows, row);
}

static bool is_caption(const walk *w, const bg_row *row) {
    if (row->flags & (ROW_PHOTO | ROW_GLUED)) return true;
    if (row->words > 45 || (row->flags & (ROW_COLON | ROW_ITEM))) return false;
    if (row->flags & ROW_BAR) return true;
    if (w->paragraphs && is_title_scene(w, row)) return true;
    return !(row->flags & ROW_NAMES) && bg_article__is_picture(w->rows->data, w->rows->page->text, row);
}

static void take_paragraph(walk *w, bg_row *row) {
    row->role = is_quote(w->rows->page->text, row->span) ? ROLE_QUOTE : ROLE_PARAGRAPH;
    w->gapless = row->gap ? 0 : w->gapless + 1;
    w->paragraphs++;
    w->place = INSIDE;
}

static void sort_above(walk *w, size_t i) {
    bg_row *row = row_at(w, i);
    bool prose = bg_row__is_prose(row) && row->words >= 8;
    if (prose && w->after_pair && row->run < 2) drop(row, "teaser");
    else if (prose && (row->flags & ROW_CUT) && w->summaries++ < SUMMARIES && bg_rows__is_repeated_summary(w->rows, i)) drop(row, "truncated-summary");
    else if ((row->flags & (ROW_PHOTO | ROW_GLUED)) || (prose && i != w->lead && row->words < 20 && is_caption(w, row)))
        row->role = row->flags & ROW_LONE ? ROLE_CREDIT : ROLE_CAPTION;
    else if (prose) w->lead = i, take_paragraph(w, row);
    else drop(row, row->words >= 4 ? "headline" : "menu");
}

/*
 * Behind an empty line, to the end of a page that has none between its paragraphs: the captions of its pictures. One
 * empty line says less than two, so each row must then be one sentence.
 */
static bool is_caption_list(const walk *w, size_t i) {
    uint32_t gap = row_at(w, i)->gap;
    if (!gap || w->gapless < 4 || w->rows->count - i > 12) return false;
    for (size_t k = i; k < w->rows->count; k++) {
        const bg_row *row = row_at(w, k);
        if (row->words > (gap > 1 ? 50u : 40u) || (k > i && row->gap)) return false;
        if (gap == 1 && (!(row->flags & (ROW_STOP | ROW_PHOTO | ROW_AGAIN)) || !bg_article__is_one_sentence(w->rows->page->text, row->span)))
            return false;
    }
    return true;
}

static void sort_inside(walk *w, size_t i) {
    bg_row *row = row_at(w, i);
    if (is_caption(w, row)) row->role = row->flags & ROW_LONE ? ROLE_CREDIT : ROLE_CAPTION;
    else if (bg_row__is_prose(row)) take_paragraph(w, row);
    else if (((row->flags & ROW_STOP) && row->words >= 3) || w->rows->page->text[row->span.end - 1] == ':') take_paragraph(w, row);
    else row->role = ROLE_HEADING;
}

static void sort_behind(walk *w, size_t i) {
    bg_row *row = row_at(w, i);
    bool prose = bg_row__is_prose(row);
    if (prose && !w->after_pair && w->need != NEVER && row->run >= w->need) {
        w->place = INSIDE;
        sort_inside(w, i);
    } else if (w->captions && row->words <= 50 && (prose || (row->flags & (ROW_STOP | ROW_PHOTO))))
        row->role = row->flags & ROW_LONE ? ROLE_CREDIT : ROLE_CAPTION;
    else drop(row, w->reason);
}

static void sort_row(walk *w, size_t i) {
    bg_row *row = row_at(w, i);
    bool after_pair = w->after_pair;
    if (row->role) return;
    if (sort_furniture(w, row)) return;
    w->after_pair = false;
    if (w->place == INSIDE && is_caption_list(w, i)) leave(w, 13, true, "after-article");
    if (sort_repeats(w, i) || sort_credits(w, row)) return;
    w->after_pair = after_pair;
    if (w->place == ABOVE) sort_above(w, i);
    else if (w->place == INSIDE) sort_inside(w, i);
    else sort_behind(w, i);
    w->after_pair = false;
}

/* ---- after the walk: which headings head something */

static bool is_kept(const bg_row *row) { return row->role != ROLE_NONE && row->role != ROLE_DROP && row->role != ROLE_TITLE; }

static bool is_text(const bg_row *row) { return row->role == ROLE_PARAGRAPH || row->role == ROLE_QUOTE; }

/* The row above was dropped as the beginning of a list of links. */
static bool is_under_link(const bg_rows *rows, size_t i) {
    while (i-- > 0 && rows->items[i].role == ROLE_DROP)
        if (!strcmp(rows->items[i].reason, "see-also")) return true;
    return false;
}

/* Settle the headings from row `from` to the next text: one above text is a heading, several are links, items are text. */
static size_t settle(bg_rows *rows, size_t from, bool list) {
    size_t to = from, count = 0, items = 0;
    for (; to < rows->count && !is_text(&rows->items[to]); to++) {
        count += rows->items[to].role == ROLE_HEADING;
        items += rows->items[to].role == ROLE_HEADING && (rows->items[to].flags & ROW_ITEM);
    }
    bool links = count > 1 || (to == rows->count && rows->items[from].words < 4) || is_under_link(rows, from);
    for (size_t i = from; i < to; i++) {
        bg_row *row = &rows->items[i];
        if (row->role != ROLE_HEADING) continue;
        if (list || (row->flags & ROW_ITEM && (items > 2 || row->words >= 6))) row->role = ROLE_PARAGRAPH;
        else if (links) drop(row, "related");
    }
    return to;
}

static void settle_headings(bg_rows *rows) {
    bool list = false;
    for (size_t i = 0; i < rows->count;) {
        bg_row *row = &rows->items[i];
        if (row->role == ROLE_HEADING) {
            i = settle(rows, i, list);
            list = false;
            continue;
        }
        if (is_text(row)) list = row->flags & ROW_COLON && rows->page->text[row->span.end - 1] == ':';
        i++;
    }
}

/* A page of teasers: six or more short paragraphs, each under a headline of its own. */
static void drop_list_page(bg_rows *rows) {
    size_t texts = 0, heads = 0;
    for (size_t i = 0; i < rows->count; i++) {
        const bg_row *row = &rows->items[i];
        heads += row->role == ROLE_HEADING;
        if (!is_text(row)) continue;
        if (row->words > 60 || row->run > 1) return;
        texts++;
    }
    if (texts < 6 || heads + 1 < texts) return;
    for (size_t i = 0; i < rows->count; i++)
        if (is_kept(&rows->items[i])) drop(&rows->items[i], "list-page");
}

bg_code bg_rows__sort(bg_rows *rows, bg_error *err) {
    bg_code code = mark_repeats(rows, err);
    if (code) return code;
    drop_beginnings(rows);
    walk w = {.rows = rows, .lead = title_or_lead(rows), .reason = "after-article"};
    count_runs(&w);
    for (size_t i = 0; i < rows->count; i++) sort_row(&w, i);
    settle_headings(rows);
    drop_list_page(rows);
    return BG_OK;
}
