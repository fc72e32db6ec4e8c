/* markup: the rows of an HTML page get their roles from the weights of its lines and from the names of its elements. */
#include "body.h"
#include "internal.h"
#include "meta.h"

#define BODY_LEAST (-32)  /* weight of a line of the body */
#define THIN 25           /* words of a body that may be none */
#define SHORT 200         /* words of a body that may be more, where several times as many are nearly as heavy */
#define LOOSE (-3 * BG_BODY_ONE) /* weight of the lines that are taken where hardly any are heavier */
#define BOX_UPWARD 9      /* … whether it is a box of related stories */
#define UPWARD 6          /* elements that are asked what the text in them is */
#define HEADING_MOST 40   /* words */
#define BYLINE_MOST 6     /* … of the line behind the body that names who wrote it */
#define TEASERS 3         /* texts under headlines that make a list */
#define TEASER_MOST 45    /* words of such a text, on average */
#define TOPIC_MOST 4      /* words of the title of a list: "Kinh doanh" */
#define LINKS_MANY 40     /* rows that are links, of a list */
#define LINKED_WHOLE 180  /* share of links, of 255; blanks are in none */
#define HEADLINE_LEAST 5  /* words */
#define TEASER_LINES 4
#define TEASED_PART 3     /* … are less than this part of the words of the body */
#define TEASER_UPWARD 5   /* elements around it that may be its box */
#define CAPTION_MOST 60   /* words */
#define CAPTION_LINES 1   /* of a box with a picture */
#define PICTURED_MOST 35  /* words of what a picture alone makes a caption */
#define PICTURE_UPWARD 4  /* elements around a line that may be its box */
#define PICTURE_NEAR 12   /* elements of the box among which the picture is */
#define REPEAT_LEAST 8    /* words of a row that is not said twice */
#define SUMMARY_LEAST 6   /* words */
#define SUMMARY_MOST 120
#define SUMMARY_REACH 14  /* rows from the summary to the body */

typedef struct marked {
    bg_rows *rows;
    const bg_html *html;
    const bg_body_line *lines;
    uint32_t *line_of;       /* of a row */
    uint8_t *roles;          /* of an element: what its names say, and one; 0: not asked yet */
    size_t first, last;      /* rows of the body; first > last: there is none */
    int32_t least;           /* weight of the lines of the body */
    bool teases;             /* what stands in small boxes under linked headlines is beside the article: little of it */
    uint32_t *heavy;         /* of a line: words of such lines before it */
} marked;

static const bg_element *element_of(const marked *m, uint32_t e) { return &m->html->elements[e]; }
static const bg_body_line *line_of(const marked *m, size_t row) { return &m->lines[m->line_of[row]]; }

/* ---- what the names say */

typedef struct asked { bg_named_role role; } asked;

static void ask(void *context, uint64_t word) {
    asked *a = context;
    bg_named_role role = bg_named_role__find(word);
    if (role) a->role = role;
}

static bg_named_role look_at_names(const marked *m, uint32_t e) {
    asked a = {0};
    switch (element_of(m, e)->tag) {
    case BG_TAG_figcaption: return NAMED_CAPTION;
    case BG_TAG_nav: return NAMED_NAVIGATION;
    case BG_TAG_footer: return NAMED_FOOTER;
    case BG_TAG_time: return NAMED_DATE;
    default: bg_body__names(m->html, element_of(m, e), ask, &a); return a.role;
    }
}

/* Each element is asked once. */
static bg_named_role role_of_element(const marked *m, uint32_t e) {
    if (!m->roles[e]) m->roles[e] = (uint8_t)(look_at_names(m, e) + 1);
    return (bg_named_role)(m->roles[e] - 1);
}

/* The role that the names of the element, or of what it stands in, give to its text. */
static bg_named_role role_of(const marked *m, size_t row) {
    uint32_t e = m->html->markup[m->line_of[row]].element;
    for (unsigned k = 0; e && k < UPWARD; k++, e = element_of(m, e)->parent) {
        bg_named_role role = role_of_element(m, e);
        if (role) return role;
    }
    return NAMED_NOTHING;
}

static bool is_within(const marked *m, size_t row, bg_tag tag) {
    for (uint32_t e = m->html->markup[m->line_of[row]].element; e; e = element_of(m, e)->parent)
        if (element_of(m, e)->tag == tag) return true;
    return false;
}

/* ---- roles */

static const char *drop_reason(const marked *m, size_t row) {
    static const char *const reasons[NAMED_ROLES] = {
        [NAMED_AUTHOR] = "byline", [NAMED_DATE] = "date-line", [NAMED_RELATED] = "related", [NAMED_POPULAR] = "most-read", [NAMED_COMMENT] = "comments",
        [NAMED_SHARE] = "share", [NAMED_TAGS] = "tags", [NAMED_ADVERT] = "promotion", [NAMED_SUBSCRIPTION] = "promotion", [NAMED_NAVIGATION] = "menu",
        [NAMED_FOOTER] = "footer"};
    const char *reason = reasons[role_of(m, row)];
    if (reason) return reason;
    if (line_of(m, row)->linked > 127) return "links";
    return m->first > m->last ? "no-article" : row < m->first ? "above-article" : row > m->last ? "after-article" : "furniture";
}

static bool is_body(const marked *m, size_t row) { return line_of(m, row)->weight > m->least; }

/* Words of the body in an element. */
static uint32_t heavy_in(const marked *m, uint32_t e) {
    return m->heavy[element_of(m, e)->line_end] - m->heavy[element_of(m, e)->line];
}

/* Heavy as it is, it stands in a box of related stories: one that holds little of what is heavy. */
static bool is_boxed(const marked *m, size_t row) {
    uint32_t e = m->html->markup[m->line_of[row]].element;
    for (unsigned k = 0; e && k < BOX_UPWARD; k++, e = element_of(m, e)->parent)
        if (role_of_element(m, e) == NAMED_RELATED) return heavy_in(m, e) * 2 < m->heavy[m->html->line_count];
    return false;
}

/* Nothing but a link of several words: the headline of another article. */
static bool is_linked_headline(const bg_body_line *line) { return line->linked > LINKED_WHOLE && line->words >= HEADLINE_LEAST; }

/* "<div><h4><a>Headline</a></h4><p>What it is about</p></div>": a small box that a headline, a link, heads. */
static bool is_teased(const marked *m, size_t row) {
    uint32_t line = m->line_of[row], e = line_of(m, row)->block;
    if (is_linked_headline(line_of(m, row))) return true;
    for (unsigned k = 0; e && k < TEASER_UPWARD; k++, e = element_of(m, e)->parent) {
        const bg_element *box = element_of(m, e);
        if (box->line_end - box->line > TEASER_LINES) return false;
        if (box->line < line && is_linked_headline(&m->lines[box->line])) return true;
    }
    return false;
}

/* A picture and hardly a line beside this one stand in a small box: its caption. */
static bool is_pictured(const marked *m, size_t row) {
    uint32_t e = line_of(m, row)->block;
    if (line_of(m, row)->words > PICTURED_MOST) return false;
    for (unsigned k = 0; e && k < PICTURE_UPWARD; k++, e = element_of(m, e)->parent) {
        const bg_element *box = element_of(m, e);
        if (box->line_end - box->line > CAPTION_LINES) return false;
        for (uint32_t in = e + 1; in < m->html->element_count && in < e + PICTURE_NEAR && element_of(m, in)->start < box->end; in++)
            if (element_of(m, in)->tag == BG_TAG_img) return true;
    }
    return false;
}

/* What is called a caption is one, be it a credit alone. */
static bg_role picture_role(const marked *m, size_t row) {
    return m->rows->items[row].flags & ROW_LONE && role_of(m, row) != NAMED_CAPTION ? ROLE_CREDIT : ROLE_CAPTION;
}

static bg_role body_role(const marked *m, size_t row) {
    const bg_row *r = &m->rows->items[row];
    bg_tag tag = (bg_tag)element_of(m, line_of(m, row)->block)->tag;
    if (tag >= BG_TAG_h1 && tag <= BG_TAG_h6) return r->words > HEADING_MOST ? ROLE_PARAGRAPH : ROLE_HEADING;
    bool small = r->flags & ROW_PHOTO && r->words <= CAPTION_MOST;
    if (small || is_within(m, row, BG_TAG_figure) || role_of(m, row) == NAMED_CAPTION || is_pictured(m, row)) return picture_role(m, row);
    if (r->flags & ROW_AGENCY && r->words < 12) return ROLE_CREDIT;
    return tag == BG_TAG_blockquote ? ROLE_QUOTE : ROLE_PARAGRAPH;
}

static void drop(const marked *m, size_t row, const char *reason) {
    m->rows->items[row].role = ROLE_DROP;
    m->rows->items[row].reason = reason;
}

/* Captions and credits of pictures that the body, or what stands around it, holds. */
static bool is_picture(const marked *m, size_t row) {
    if (row + 8 < m->first || row > m->last + 2) return false;
    bg_named_role role = role_of(m, row);
    return role == NAMED_CAPTION || (role == NAMED_CREDIT && is_within(m, row, BG_TAG_figure));
}

static void set_role(marked *m, size_t row) {
    bg_row *r = &m->rows->items[row];
    if (r->role) return;
    if (r->flags & ROW_AGAIN && r->words >= REPEAT_LEAST && m->rows->items[r->first].role != ROLE_DROP) drop(m, row, "repeated");
    else if (r->phrase && r->words < 12) drop(m, row, bg_article__value(m->rows->data, r->phrase));
    else if (m->teases && is_body(m, row) && is_teased(m, row)) drop(m, row, "teaser");
    else if (is_body(m, row) && !is_boxed(m, row)) r->role = body_role(m, row);
    else if (is_picture(m, row) && !(line_of(m, row)->linked > 127)) r->role = picture_role(m, row);
    else drop(m, row, drop_reason(m, row));
}

/* ---- title and summary */

/* How many bytes of two texts agree from their beginnings on. */
static size_t same_head(const char *a, size_t a_size, const char *b, size_t b_size) {
    size_t n = 0;
    while (n < a_size && n < b_size && a[n] == b[n]) n++;
    return n;
}

/* How well a row fits a headline: hundredths of the row. */
static size_t fits(const marked *m, size_t row, const char *title, size_t title_size) {
    bg_span s = m->rows->items[row].span;
    size_t size = s.end - s.start;
    return same_head(m->rows->page->text + s.start, size, title, title_size) * 100 / size;
}

/* How well a row fits what the head of the page states: the better of <title>, if it came before, and the stated headline. */
static size_t fits_head(const marked *m, size_t row, size_t titled) {
    const bg_rows *rows = m->rows;
    const char *stated = rows->meta ? rows->meta->title : NULL;
    bg_span s = titled < rows->count ? rows->items[titled].span : (bg_span){0, 0};
    size_t fit = s.end ? fits(m, row, rows->page->text + s.start, s.end - s.start) : 0, other = stated ? fits(m, row, stated, strlen(stated)) : 0;
    return fit > other ? fit : other;
}

/* Does the row, which is no heading by its element, say the whole of the stated headline and no more? */
static bool is_stated(const marked *m, size_t row, bg_tag tag) {
    const char *stated = m->rows->meta ? m->rows->meta->title : NULL;
    bg_span s = m->rows->items[row].span;
    return stated && tag != BG_TAG_title && line_of(m, row)->linked < 128 && s.end - s.start == strlen(stated) && fits(m, row, stated, strlen(stated)) == 100;
}

/* The headline: the h1 that fits the head of the page best, else another row that says what is stated there, else the first h1, else the row of <title>. */
static size_t find_title(const marked *m) {
    const bg_rows *rows = m->rows;
    size_t titled = rows->count, best = rows->count, most = 0;
    for (size_t i = 0; i < rows->count; i++) {
        bg_tag tag = (bg_tag)element_of(m, line_of(m, i)->block)->tag;
        if (tag == BG_TAG_title && titled == rows->count) titled = i;
        bool heads = is_within(m, i, BG_TAG_h1) || (tag == BG_TAG_h2 && fits_head(m, i, titled) > 90) || is_stated(m, i, tag);
        if (!heads || rows->items[i].words < 2) continue;
        size_t fit = fits_head(m, i, titled) + (tag == BG_TAG_h1 ? 1 : 0);
        if (best == rows->count || fit > most) best = i, most = fit;
    }
    return best < rows->count ? best : titled;
}

static bool can_sum_up(const marked *m, size_t row) {
    const bg_row *r = &m->rows->items[row];
    if (r->role != ROLE_NONE || r->words < SUMMARY_LEAST || r->words > SUMMARY_MOST || line_of(m, row)->linked > 127) return false;
    return role_of(m, row) == NAMED_SUMMARY;
}

/* What stands between the headline and the body and is called so. */
static size_t find_summary(const marked *m) {
    bool titled = m->rows->title < m->last && m->rows->title + SUMMARY_REACH > m->first;
    size_t from = titled ? m->rows->title + 1 : m->first > SUMMARY_REACH ? m->first - SUMMARY_REACH : 0, end = (titled && m->rows->title > m->first ? m->rows->title : m->first) + 2;
    for (size_t i = from; i < end && i < m->rows->count && m->first <= m->last; i++)
        if (can_sum_up(m, i)) return i;
    return m->rows->count;
}

/* ---- which rows are the body */

static uint32_t words_over(const marked *m, int32_t least) {
    uint32_t words = 0;
    for (size_t i = 0; i < m->rows->count; i++)
        if (line_of(m, i)->weight > least) words += line_of(m, i)->words;
    return words;
}

static void find_body(marked *m) {
    m->least = BODY_LEAST;
    uint32_t heavy = words_over(m, BODY_LEAST);
    if (heavy < THIN || (heavy < SHORT && words_over(m, LOOSE) > heavy * 4)) m->least = LOOSE;
    for (size_t i = 0; i < m->html->line_count; i++) m->heavy[i + 1] = m->heavy[i] + (m->lines[i].weight > m->least ? m->lines[i].words : 0);
    m->first = m->rows->count, m->last = 0;
    for (size_t i = 0; i < m->rows->count; i++) {
        bg_tag tag = (bg_tag)element_of(m, line_of(m, i)->block)->tag;
        if (!is_body(m, i) || tag == BG_TAG_title || tag == BG_TAG_h1) continue;
        if (m->first == m->rows->count) m->first = i;
        m->last = i;
    }
}

static void weigh_teasers(marked *m) {
    uint32_t words = 0;
    for (size_t i = 0; i < m->rows->count; i++)
        if (is_body(m, i) && is_teased(m, i)) words += line_of(m, i)->words;
    m->teases = words * TEASED_PART < m->heavy[m->html->line_count];
}

/* ---- lists of articles */

static bool is_prose(const marked *m, size_t row, int32_t least) { return line_of(m, row)->weight > least && m->rows->items[row].words >= 10; }

/* A text right under the headline of another article, perhaps with its time between. */
static bool is_teaser(const marked *m, size_t row) {
    if (row && is_linked_headline(line_of(m, row - 1))) return true;
    return row > 1 && m->rows->items[row - 1].words < 8 && is_linked_headline(line_of(m, row - 2));
}

/* Most texts of the page stand under headlines that are links; or there are hardly any texts among many links, under the name of a topic. */
static bool lists(const marked *m, int32_t least) {
    size_t texts = 0, teasers = 0, links = 0, linked = 0, words = 0;
    if (m->rows->meta && m->rows->meta->article) return false;
    for (size_t i = 0; i < m->rows->count; i++) {
        bool text = is_prose(m, i, least) && i != m->rows->title;
        texts += text, teasers += text && is_teaser(m, i);
        words += text ? line_of(m, i)->words : 0;
        links += line_of(m, i)->linked > LINKED_WHOLE, linked += line_of(m, i)->linked > LINKED_WHOLE ? line_of(m, i)->words : 0;
    }
    if (teasers >= TEASERS && teasers * 2 >= texts && words < texts * TEASER_MOST) return true;
    bool topic = m->rows->title < m->rows->count && m->rows->items[m->rows->title].words <= TOPIC_MOST;
    return links >= LINKS_MANY && topic && words * 3 < linked;
}

/* "Hà Thu (tổng hợp)": the last short row of the body is no sentence. */
static void drop_byline(const marked *m) {
    size_t i = m->last;
    if (m->first >= m->last) return;
    const bg_row *row = &m->rows->items[i];
    bool few = line_of(m, i)->words <= BYLINE_MOST && row->words >= 2;
    if (row->role == ROLE_PARAGRAPH && few && !(row->flags & (ROW_STOP | ROW_COLON | ROW_ITEM | ROW_LOWER))) drop(m, i, "byline");
}

static void match_lines(marked *m) {
    for (size_t i = 0, line = 0; i < m->rows->count; i++, line++) {
        while (m->html->lines[line].trimmed.start != m->rows->items[i].line.start) line++;
        m->line_of[i] = (uint32_t)line;
    }
}

bg_code bg_rows__sort_markup(bg_rows *rows, size_t *summary, bool *list, bg_error *err) {
    marked m = {.rows = rows, .html = rows->page->html};
    m.lines = bg_body__weigh(rows->arena, m.html, &bg_body_trained);
    m.line_of = bg_arena__alloc(rows->arena, (rows->count + 1) * sizeof *m.line_of);
    m.heavy = bg_arena__alloc(rows->arena, (m.html->line_count + 1) * sizeof *m.heavy);
    m.roles = bg_arena__alloc(rows->arena, m.html->element_count + 1);
    if (!m.lines || !m.line_of || !m.heavy || !m.roles) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory for the lines of '%s'", rows->page->source);
    bg_code code = bg_rows__mark_repeats(rows, err);
    if (code) return code;
    match_lines(&m);
    find_body(&m);
    weigh_teasers(&m);
    rows->title = find_title(&m);
    if (rows->title < rows->count) rows->items[rows->title].role = ROLE_TITLE;
    *summary = find_summary(&m);
    *list = lists(&m, BODY_LEAST) || lists(&m, LOOSE);
    if (*list) *summary = rows->count;
    if (*summary < rows->count) rows->items[*summary].role = ROLE_PARAGRAPH;
    for (size_t i = 0; i < rows->count; i++) {
        bool again = i != rows->title && rows->title < rows->count && element_of(&m, line_of(&m, i)->block)->tag == BG_TAG_title;
        if (again || (rows->title < rows->count && i != rows->title && is_within(&m, i, BG_TAG_h1))) drop(&m, i, "duplicate-heading");
        else if (*list && i != rows->title) drop(&m, i, "list-page");
        else set_role(&m, i);
    }
    drop_byline(&m);
    return BG_OK;
}
