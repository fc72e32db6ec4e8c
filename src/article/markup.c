/* markup: the rows of an HTML page get their roles from the weights of its lines and from the names of its elements. */
#include "body.h"
#include "internal.h"
#include "meta.h"

#define BODY_LEAST (-32)  /* weight of a line of the body */
#define SITE_INSIDE (3 * BG_BODY_ONE)   /* what a line weighs more if a profile says that it stands in the body */
#define SITE_OUTSIDE (-16 * BG_BODY_ONE) /* … that it does not */
#define SITE_PART 4       /* of the words that look like the body so many, one of them at least, stand where the profile says */
#define THIN 25           /* words of a body that may be none */
#define SHORT 200         /* words of a body that may be more, where several times as many are nearly as heavy */
#define LOOSE (-3 * BG_BODY_ONE) /* weight of the lines that are taken where hardly any are heavier */
#define BOX_UPWARD 9      /* … whether it is a box of related stories */
#define LINK_NEAR 5       /* elements around a line, or behind its own, that may be its link */
#define UPWARD 6          /* elements that are asked what the text in them is */
#define HEADING_MOST 40   /* words */
#define DATED_MOST 12     /* words of a row above the body that begins with a date and a time */
#define BOLD_MOST 14      /* … of a heading that is no heading by its element */
#define TABLE_MOST 200    /* lines of a table */
#define BYLINE_MOST 6     /* … of the line behind the body that names who wrote it */
#define TEASERS 3         /* texts under headlines that make a list */
#define TEASER_MOST 45    /* words of such a text, on average */
#define TOPIC_MOST 4      /* words of the title of a list: "Kinh doanh" */
#define TOPIC_SIZE 32     /* … its bytes */
#define LISTED_MOST 300   /* words of all texts of a list */
#define LINKS_MANY 40     /* rows that are links, of a list */
#define LINKED_MANY 400   /* … their words */
#define LINKED_WHOLE 180  /* share of links, of 255; blanks are in none */
#define TEASED_PART 3     /* … are less than this part of the words of the body */
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
    bg_body_line *lines;
    const bg_site_view *site; /* that fits; NULL */
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

/* Elements with text are asked when lines are weighed, the others here. */
static bg_named_role role_of_element(const marked *m, uint32_t e) {
    asked a = {0};
    switch (element_of(m, e)->tag) {
    case BG_TAG_figcaption: return NAMED_CAPTION;
    case BG_TAG_nav: return NAMED_NAVIGATION;
    case BG_TAG_footer: return NAMED_FOOTER;
    case BG_TAG_time: return NAMED_DATE;
    default: break;
    }
    if (m->roles[e]) return (bg_named_role)(m->roles[e] - 1);
    bg_body__names(m->html, element_of(m, e), ask, &a);
    m->roles[e] = (uint8_t)(a.role + 1);
    return a.role;
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

static bg_site_what site_says(const marked *m, size_t row) {
    return m->site ? (bg_site_what)m->site->whats[m->html->markup[m->line_of[row]].element] : BG_SITE_nothing;
}

static const char *drop_reason(const marked *m, size_t row) {
    static const char *const reasons[NAMED_ROLES] = {
        [NAMED_AUTHOR] = "byline", [NAMED_DATE] = "date-line", [NAMED_RELATED] = "related", [NAMED_POPULAR] = "most-read", [NAMED_COMMENT] = "comments",
        [NAMED_SHARE] = "share", [NAMED_TAGS] = "tags", [NAMED_ADVERT] = "promotion", [NAMED_SUBSCRIPTION] = "promotion", [NAMED_NAVIGATION] = "menu",
        [NAMED_FOOTER] = "footer"};
    if (site_says(m, row) == BG_SITE_drop) return m->site->reasons[m->html->markup[m->line_of[row]].element];
    const char *reason = reasons[role_of(m, row)];
    if (reason) return reason;
    if (line_of(m, row)->linked > 127) return "links";
    return m->first > m->last ? "no-article" : row < m->first ? "above-article" : row > m->last ? "after-article" : "furniture";
}

/* A row of a table of which most is body stands or falls with it: its head. */
static bool is_of_table(const marked *m, size_t row) {
    uint32_t e = line_of(m, row)->block;
    while (e && element_of(m, e)->tag != BG_TAG_table) e = element_of(m, e)->parent;
    if (!e || line_of(m, row)->linked || row < m->first || row > m->last) return false;
    uint32_t words = 0, heavy = m->heavy[element_of(m, e)->line_end] - m->heavy[element_of(m, e)->line];
    for (uint32_t i = element_of(m, e)->line; i < element_of(m, e)->line_end && i < element_of(m, e)->line + TABLE_MOST; i++) words += m->lines[i].words;
    return heavy * 3 > words * 2;
}

/* What stands in pre behind a line of the body, and before another, is of it. */
static bool is_listing(const marked *m, size_t row) {
    if (element_of(m, line_of(m, row)->block)->tag != BG_TAG_pre || row <= m->first || row >= m->last) return false;
    return line_of(m, row - 1)->weight > m->least && line_of(m, row)->linked < 128;
}

/* A link above the headline leads elsewhere. */
static bool is_menu(const marked *m, size_t row) { return row < m->rows->title && m->rows->title < m->rows->count && line_of(m, row)->linked > LINKED_WHOLE; }
static bool is_body(const marked *m, size_t row) { return line_of(m, row)->weight > m->least && !is_menu(m, row); }

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

/* The link of a line: around it, or the first one in it; 0: none. */
static uint32_t link_of(const marked *m, uint32_t line) {
    uint32_t element = m->html->markup[line].element, e = element;
    for (unsigned k = 0; e && k < LINK_NEAR; k++, e = element_of(m, e)->parent)
        if (element_of(m, e)->tag == BG_TAG_a) return e;
    for (e = element + 1; e < m->html->element_count && e < element + LINK_NEAR; e++)
        if (element_of(m, e)->tag == BG_TAG_a) return e;
    return 0;
}

/* Does a headline lead to another site, a shop's perhaps? Then what stands under it is no teaser of the outlet's own. */
static bool leads_away(const marked *m, uint32_t line) {
    const char *url = m->rows->meta ? m->rows->meta->url : NULL;
    uint32_t e = url ? link_of(m, line) : 0;
    bg_span href = e ? bg_html__attribute(m->html, element_of(m, e), "href") : (bg_span){0, 0};
    return href.start < href.end && bg_meta__is_elsewhere(url, m->html->bytes + href.start, href.end - href.start);
}

static bool is_teased(const marked *m, size_t row) {
    uint32_t headline = bg_body__headline(m->html, m->lines, m->line_of[row]);
    return headline != BG_NO_LINE && !leads_away(m, headline);
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

static bool is_prose(const marked *m, size_t row, int32_t least) { return line_of(m, row)->weight > least && m->rows->items[row].words >= 10; }

/* "<p><strong>Biển Đông</strong></p>" */
static bool is_bold_heading(const marked *m, size_t row) {
    const bg_row *r = &m->rows->items[row];
    uint32_t size = r->span.end - r->span.start;
    bool bold = (uint64_t)m->html->markup[m->line_of[row]].strong * 10 >= (uint64_t)size * 8; /* blanks are in none */
    if (r->flags & ROW_NAMES && (row >= m->last || !is_prose(m, row + 1, m->least))) return false; /* who wrote it */
    return bold && r->words <= BOLD_MOST && !(r->flags & (ROW_STOP | ROW_COLON | ROW_ITEM | ROW_LOWER)) && !line_of(m, row)->linked;
}

static bg_role body_role(const marked *m, size_t row) {
    const bg_row *r = &m->rows->items[row];
    bg_tag tag = (bg_tag)element_of(m, line_of(m, row)->block)->tag;
    if (tag >= BG_TAG_h1 && tag <= BG_TAG_h6) return r->words > HEADING_MOST ? ROLE_PARAGRAPH : ROLE_HEADING;
    bool small = r->flags & ROW_PHOTO && r->words <= CAPTION_MOST;
    if (site_says(m, row) == BG_SITE_caption || small || is_within(m, row, BG_TAG_figure) || role_of(m, row) == NAMED_CAPTION || is_pictured(m, row)) return picture_role(m, row);
    if (r->flags & ROW_AGENCY && r->words < 12) return ROLE_CREDIT;
    if (is_bold_heading(m, row)) return ROLE_HEADING;
    return is_within(m, row, BG_TAG_blockquote) ? ROLE_QUOTE : ROLE_PARAGRAPH;
}

static void drop(const marked *m, size_t row, const char *reason) {
    m->rows->items[row].role = ROLE_DROP;
    m->rows->items[row].reason = reason;
}

/* Captions and credits of pictures that the body, or what stands around it, holds. */
static bool is_picture(const marked *m, size_t row) {
    if (row + 8 < m->first || row > m->last + 2) return false;
    bg_named_role role = role_of(m, row);
    if (m->site && site_says(m, row) != BG_SITE_body) return site_says(m, row) == BG_SITE_caption;
    if (row > m->first && row < m->last && is_within(m, row, BG_TAG_table) && is_pictured(m, row)) return true;
    return role == NAMED_CAPTION || (role == NAMED_CREDIT && is_within(m, row, BG_TAG_figure));
}

static void set_role(marked *m, size_t row) {
    bg_row *r = &m->rows->items[row];
    if (r->role) return;
    if (r->flags & ROW_AGAIN && r->words >= REPEAT_LEAST && m->rows->items[r->first].role != ROLE_DROP) drop(m, row, "repeated");
    else if (r->phrase && r->words < 12) drop(m, row, bg_article__value(m->rows->data, r->phrase));
    else if (m->teases && is_body(m, row) && is_teased(m, row)) drop(m, row, "teaser");
    else if ((is_body(m, row) || is_listing(m, row) || is_of_table(m, row)) && !is_boxed(m, row)) r->role = body_role(m, row);
    else if (is_picture(m, row) && !(line_of(m, row)->linked > 127)) r->role = picture_role(m, row);
    else drop(m, row, drop_reason(m, row));
}

/* ---- title and summary */

/* The row of the headline, or rows->count. */
static size_t find_title(const marked *m) {
    for (size_t i = 0; i < m->rows->count; i++)
        if (m->rows->meta && m->line_of[i] == m->rows->meta->heading) return i;
    return m->rows->count;
}

static bool can_sum_up(const marked *m, size_t row) {
    const bg_row *r = &m->rows->items[row];
    if (r->role != ROLE_NONE || r->words < SUMMARY_LEAST || r->words > SUMMARY_MOST || line_of(m, row)->linked > 127) return false;
    return m->site && site_says(m, row) != BG_SITE_body ? site_says(m, row) == BG_SITE_summary : role_of(m, row) == NAMED_SUMMARY;
}

static uint32_t parent_of(const marked *m, size_t row) { return element_of(m, line_of(m, row)->block)->parent; }

/* A text that the head of the page has too and that stands apart from the one behind it. */
static bool is_copied(const marked *m, size_t row) {
    const char *copy = m->rows->meta ? m->rows->meta->summary : NULL;
    const bg_row *r = &m->rows->items[row];
    bg_span s = r->span;
    if (!copy || r->role != ROLE_NONE || r->words < SUMMARY_LEAST || r->words > SUMMARY_MOST || line_of(m, row)->linked > 127) return false;
    if (strlen(copy) != s.end - s.start || memcmp(copy, m->rows->page->text + s.start, s.end - s.start) != 0) return false;
    return row + 1 < m->rows->count && parent_of(m, row) != parent_of(m, row + 1);
}

/* What stands between the headline and the body and is called so, or is said in the head of the page. */
static size_t find_summary(const marked *m) {
    bool titled = m->rows->title < m->last && m->rows->title + SUMMARY_REACH > m->first;
    size_t from = titled ? m->rows->title + 1 : m->first > SUMMARY_REACH ? m->first - SUMMARY_REACH : 0, end = (titled && m->rows->title > m->first ? m->rows->title : m->first) + 2;
    for (size_t i = from; i < end && i < m->rows->count && m->first <= m->last; i++)
        if (can_sum_up(m, i)) return i;
    for (size_t i = from; i < end && i < m->rows->count && m->first <= m->last; i++)
        if (is_copied(m, i)) return i;
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

/* ---- what a profile of the outlet adds */

/* Does what the profile calls the body hold a fair part of what looks like it? */
static bool fits_site(const marked *m, const bg_site_view *site) {
    uint32_t inside = 0, all = 0;
    for (size_t i = 0; i < m->html->line_count; i++) {
        uint32_t words = m->lines[i].weight > BODY_LEAST ? m->lines[i].words : 0;
        all += words, inside += site->whats[m->html->markup[i].element] == BG_SITE_body ? words : 0;
    }
    return inside && inside * SITE_PART >= all;
}

static void weigh_site(marked *m, bg_site_view *site) {
    if (!site || !site->fits || !(site->fits = fits_site(m, site))) return;
    m->site = site;
    for (size_t i = 0; i < m->html->line_count; i++) {
        uint8_t what = site->whats[m->html->markup[i].element];
        if (what != BG_SITE_caption) m->lines[i].weight += what == BG_SITE_body ? SITE_INSIDE : SITE_OUTSIDE;
    }
}

/* Do all teased texts stand behind at least two that are not? */
static bool trails(const marked *m) {
    size_t before = 0, teased = 0;
    for (size_t i = m->first; i <= m->last && i < m->rows->count; i++) {
        if (!is_prose(m, i, m->least)) continue;
        bool is = is_teased(m, i);
        if (teased && !is) return false;
        teased += is, before += !is;
    }
    return teased && before >= 2;
}

/* Do teased texts stand, in elements of their own, between two paragraphs that stand in one? */
static bool interrupts(const marked *m) {
    size_t before = m->rows->count, teased = 0;
    for (size_t i = m->first; i <= m->last && i < m->rows->count; i++) {
        if (!is_prose(m, i, m->least)) continue;
        if (is_teased(m, i)) {
            if (before == m->rows->count || parent_of(m, i) == parent_of(m, before)) return false;
            teased++;
        } else if (!teased) before = i;
        else return parent_of(m, i) == parent_of(m, before);
    }
    return false;
}

static void weigh_teasers(marked *m) {
    uint32_t words = 0;
    for (size_t i = 0; i < m->rows->count; i++)
        if (is_body(m, i) && is_teased(m, i)) words += line_of(m, i)->words;
    m->teases = words * TEASED_PART < m->heavy[m->html->line_count] || trails(m) || interrupts(m);
}

/* ---- lists of articles */

/* A text right under the headline of another article, perhaps with its time between. */
static bool is_teaser(const marked *m, size_t row) {
    if (row && bg_body__is_linked_headline(line_of(m, row - 1))) return true;
    return row > 1 && m->rows->items[row - 1].words < 8 && bg_body__is_linked_headline(line_of(m, row - 2));
}

/* What a page holds that may be a list of articles. */
typedef struct holdings { size_t texts, teasers, words, links, linked; } holdings;

static holdings take_stock(const marked *m, int32_t least) {
    holdings h = {0};
    for (size_t i = 0; i < m->rows->count; i++) {
        bool text = is_prose(m, i, least) && i != m->rows->title, link = line_of(m, i)->linked > LINKED_WHOLE;
        h.texts += text, h.teasers += text && is_teaser(m, i), h.words += text ? line_of(m, i)->words : 0;
        h.links += link, h.linked += link ? line_of(m, i)->words : 0;
    }
    return h;
}

/* … and hardly more words than its links have. */
static bool teases_mostly(const holdings *h) {
    return h->teasers >= TEASERS && h->teasers * 2 >= h->texts && h->words < h->texts * TEASER_MOST && h->words <= h->linked * 2;
}

/* The name of a topic: few words, and short where words have no blanks between them. */
static bool has_topic(const marked *m) {
    if (m->rows->title == m->rows->count) return false;
    const bg_row *row = &m->rows->items[m->rows->title];
    return row->words <= TOPIC_MOST && row->span.end - row->span.start <= TOPIC_SIZE;
}

/* Most texts of the page stand under headlines that are links; or there are hardly any texts among many links, under the name of a topic. */
static bool lists(const marked *m) {
    if (m->rows->meta && m->rows->meta->article) return false;
    holdings strict = take_stock(m, BODY_LEAST), loose = take_stock(m, LOOSE);
    if (teases_mostly(&strict) || (strict.words < LISTED_MOST && teases_mostly(&loose))) return true;
    return strict.links >= LINKS_MANY && strict.linked >= LINKED_MANY && has_topic(m) && strict.words < LISTED_MOST && strict.words * 3 < strict.linked;
}

/* "Hà Thu (tổng hợp)": the last short row of the body is no sentence. */
static void drop_byline(const marked *m) {
    size_t i = m->last;
    if (m->first >= m->last) return;
    const bg_row *row = &m->rows->items[i];
    bool few = line_of(m, i)->words <= BYLINE_MOST && row->words >= 2;
    if (row->role == ROLE_PARAGRAPH && few && !(row->flags & (ROW_STOP | ROW_COLON | ROW_ITEM | ROW_LOWER))) drop(m, i, "byline");
}

/* "*Mời bạn đọc vào chuyên mục …": what only furniture begins with ends the body, however long it is. */
static void drop_closing(const marked *m) {
    for (size_t i = m->last; i > m->first && i < m->rows->count; i--) {
        bg_row *row = &m->rows->items[i];
        if (row->role == ROLE_DROP) continue;
        if (!row->phrase) return;
        drop(m, i, bg_article__value(m->rows->data, row->phrase));
    }
}

/* A heading behind which nothing is kept headed what was dropped. */
static void drop_headings(const marked *m) {
    for (size_t i = m->last; i > m->first && i < m->rows->count; i--) {
        if (m->rows->items[i].role == ROLE_HEADING) drop(m, i, "furniture");
        else if (m->rows->items[i].role != ROLE_DROP) return;
    }
}

/* A date with its time, perhaps with other words behind them. */
static bool begins_with_date(const marked *m, const bg_row *row) {
    const char *text = m->rows->page->text;
    char date[32];
    for (uint32_t at = row->span.start; at < row->span.end; at++) {
        bg_span head = {row->span.start, at}, span;
        if (text[at] == ' ' && at > row->span.start + 9 && bg_article__date(m->rows->data, text, head, date, &span) && date[10]) return true;
    }
    return false;
}

/* "15:10, 21/08/2023", "Thứ sáu, 12/07/2024 - 16:20 Nghe Podcast": when the page was published, above its first sentence; and buttons there. */
static void drop_dates(const marked *m, size_t summary) {
    for (size_t i = m->first; i <= m->last && i < m->rows->count; i++) {
        const bg_row *row = &m->rows->items[i];
        if (row->role != ROLE_PARAGRAPH || i == m->rows->title || i == summary) continue;
        if (row->words >= DATED_MOST) return;
        if (row->flags & ROW_DATE || (row->flags & ROW_DIGITS && begins_with_date(m, row))) drop(m, i, "date-line");
        else if (element_of(m, line_of(m, i)->block)->tag == BG_TAG_button) drop(m, i, "furniture");
    }
}

static void match_lines(marked *m) {
    for (size_t i = 0, line = 0; i < m->rows->count; i++, line++) {
        while (m->html->lines[line].trimmed.start != m->rows->items[i].line.start) line++;
        m->line_of[i] = (uint32_t)line;
    }
}

/* The row of a line that is one, or the one before it. */
static size_t row_at(const marked *m, uint32_t line) {
    size_t low = 0, high = m->rows->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (m->line_of[middle] <= line) low = middle;
        else high = middle;
    }
    return low;
}

static void mark_repeats(const marked *m) {
    for (size_t i = 0; i < m->rows->count; i++) {
        if (line_of(m, i)->first == m->line_of[i]) continue;
        m->rows->items[i].flags |= ROW_AGAIN, m->rows->items[i].first = (uint32_t)row_at(m, line_of(m, i)->first);
    }
}

bg_code bg_rows__sort_markup(bg_rows *rows, bg_site_view *site, size_t *summary, bool *list, bg_error *err) {
    marked m = {.rows = rows, .html = rows->page->html};
    m.roles = bg_arena__alloc(rows->arena, m.html->element_count + 1);
    m.lines = m.roles ? bg_body__weigh(rows->arena, m.html, rows->meta ? rows->meta->said : NULL, &bg_body_trained, m.roles) : NULL;
    m.line_of = bg_arena__alloc(rows->arena, (rows->count + 1) * sizeof *m.line_of);
    m.heavy = bg_arena__alloc(rows->arena, (m.html->line_count + 1) * sizeof *m.heavy);
    if (!m.lines || !m.line_of || !m.heavy || !m.roles) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory for the lines of '%s'", rows->page->source);
    match_lines(&m);
    mark_repeats(&m);
    weigh_site(&m, site);
    rows->title = find_title(&m);
    find_body(&m);
    weigh_teasers(&m);
    if (rows->title < rows->count) rows->items[rows->title].role = ROLE_TITLE;
    *summary = find_summary(&m);
    *list = lists(&m);
    if (*list) *summary = rows->count;
    if (*summary < rows->count) rows->items[*summary].role = ROLE_PARAGRAPH;
    for (size_t i = 0; i < rows->count; i++) {
        bool again = i != rows->title && rows->title < rows->count && element_of(&m, line_of(&m, i)->block)->tag == BG_TAG_title;
        if (again || (rows->title < rows->count && i != rows->title && is_within(&m, i, BG_TAG_h1))) drop(&m, i, "duplicate-heading");
        else if (*list && i != rows->title) drop(&m, i, "list-page");
        else set_role(&m, i);
    }
    drop_closing(&m);
    drop_headings(&m);
    drop_dates(&m, *summary);
    drop_byline(&m);
    return BG_OK;
}
