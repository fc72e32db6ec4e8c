/* facts_date: when the page was published and changed. JSON-LD, then meta, itemprop, time near the headline, what stands there, the address. */
#include "facts.h"
#include "internal.h"

#include "../page/moment.h"

#include <strings.h>

#define ABOVE 8       /* lines above the headline in which its date may stand */
#define BELOW 20      /* … below */
#define FIRST_YEAR "1995"

typedef struct stated {
    char text[BG_MOMENT];
    const char *from;
    bg_span span;
} stated;

/* ---- what is plausible */

/* Days since 1 March of the year 0. */
static long day_number(const char *date) {
    int year = 0, month = 0, day = 0;
    if (sscanf(date, "%4d-%2d-%2d", &year, &month, &day) != 3) return 0;
    if (month < 3) year--, month += 12;
    return 365L * year + year / 4 - year / 100 + year / 400 + (153L * (month - 3) + 2) / 5 + day;
}

/* Not before there were such pages, nor after the page was saved. */
static bool is_plausible(const bg_facts *f, const char *date) {
    if (strcmp(date, FIRST_YEAR) < 0 || strcmp(date, "2100") > 0) return false;
    return !f->page->captured || day_number(date) <= day_number(f->page->captured) + 1;
}

/* A date that bg_article__date() read: of a page in another language no zone is known. */
static bool as_stated(const bg_facts *f, char date[BG_MOMENT]) {
    if (!f->here && date[10]) date[19] = 0;
    return true;
}

/* A text that states a date, in whatever way, and nothing else. */
static bool read_date(const bg_facts *f, const char *text, size_t size, char out[BG_MOMENT]) {
    bg_span span;
    bool read = f->here ? bg_moment__here(text, size, out) : bg_moment__stated(text, size, out);
    if (!read && size < 200 && bg_article__date(f->data, text, (bg_span){0, (uint32_t)size}, out, &span)) read = as_stated(f, out);
    return read && is_plausible(f, out);
}

/* The first statement counts; one that says the same day and the hour too makes it exact. */
static void consider(stated *best, const char *date, const char *from, bg_span span) {
    bool finer = *best->text && !best->text[10] && date[10] && strncmp(best->text, date, 10) == 0;
    if (*best->text && !finer) return;
    snprintf(best->text, sizeof best->text, "%s", date);
    best->from = from;
    best->span = span;
}

/* ---- the head of the page */

static void consider_text(const bg_facts *f, stated *best, const char *text, const char *from) {
    char date[BG_MOMENT];
    if (text && read_date(f, text, strlen(text), date)) consider(best, date, from, (bg_span){0, 0});
}

static void consider_stated(const bg_facts *f, bg_fact_kind kind, stated *best) {
    const bg_fact *fact;
    for (size_t at = 0; (fact = bg_facts__next(f, kind, &at));) consider_text(f, best, fact->value, fact->from);
}

/* ---- around the headline */

/* How far a line is from the headline; -1: too far. */
static long distance(const bg_facts *f, uint32_t line) {
    if (f->heading >= f->html->line_count) return -1;
    long away = (long)line - (long)f->heading;
    if (away < -ABOVE || away > BELOW) return -1;
    return away < 0 ? 2 * -away : 2 * away - 1; /* of two at the same distance the one below */
}

/* Does it stand in what is beside the article? */
static bool is_beside(const bg_html *html, uint32_t element) {
    for (uint32_t e = element; e; e = html->elements[e].parent) {
        uint16_t tag = html->elements[e].tag;
        if (tag == BG_TAG_nav || tag == BG_TAG_aside || tag == BG_TAG_footer || tag == BG_TAG_a) return true;
    }
    return false;
}

static bool is_modification(const bg_html *html, const bg_element *e) {
    static const char *const words[] = {"modified", "updated", "lastmod"};
    return bg_facts__is_named(html, e, words, BG_COUNT(words));
}

/* <time datetime=…>, the nearest to the headline. */
static void consider_times(const bg_facts *f, stated *published, stated *modified) {
    const bg_html *html = f->html;
    long nearest[2] = {-1, -1};
    stated found[2] = {{.from = "time"}, {.from = "time"}};
    for (uint32_t i = 1; i < html->element_count; i++) {
        const bg_element *e = &html->elements[i];
        char date[BG_MOMENT];
        long away = e->tag == BG_TAG_time ? distance(f, bg_facts__line(html, e->text)) : -1;
        if (away < 0 || is_beside(html, i)) continue;
        bool change = is_modification(html, e);
        const char *value = bg_html__value(f->arena, html, e, "datetime");
        if ((nearest[change] >= 0 && nearest[change] <= away) || !value || !read_date(f, value, strlen(value), date)) continue;
        nearest[change] = away;
        snprintf(found[change].text, sizeof found[change].text, "%s", date);
    }
    if (*found[0].text) consider(published, found[0].text, "time", (bg_span){0, 0});
    if (*found[1].text) consider(modified, found[1].text, "time", (bg_span){0, 0});
}

/* Do the elements that the line stands in say that it is a date? */
static bool is_called_date(const bg_html *html, uint32_t element) {
    static const char *const words[] = {"date", "time", "publish", "posted"};
    for (unsigned n = 0; n < 3 && element; n++, element = html->elements[element].parent) {
        const bg_element *e = &html->elements[element];
        if (e->tag == BG_TAG_time || bg_facts__is_named(html, e, words, BG_COUNT(words))) return true;
    }
    return false;
}

/* A line that says nothing but a date. Above the headline stands the date of the day on which a page is read, too: a clock tells. */
static bool is_visible_date(const bg_facts *f, uint32_t line, char date[BG_MOMENT], bg_span *span) {
    const bg_html *html = f->html;
    bg_span s = html->lines[line].trimmed;
    if (s.end - s.start < 8 || s.end - s.start > 160 || html->markup[line].linked * 2 > s.end - s.start) return false;
    if (!bg_article__date(f->data, html->text, s, date, span) || !is_plausible(f, date)) return false;
    as_stated(f, date);
    if (is_beside(html, html->markup[line].element)) return false;
    return date[10] || (line > f->heading && is_called_date(html, html->markup[line].element)) || line == f->heading + 1;
}

static void consider_visible(const bg_facts *f, stated *published) {
    const bg_html *html = f->html;
    long nearest = -1;
    stated found = {.from = "visible"};
    uint32_t from = f->heading > ABOVE ? f->heading - ABOVE : 0;
    for (uint32_t line = from; line < html->line_count && line <= f->heading + BELOW; line++) {
        char date[BG_MOMENT];
        bg_span span;
        long away = distance(f, line);
        if (away < 0 || (nearest >= 0 && nearest <= away) || !is_visible_date(f, line, date, &span)) continue;
        nearest = away;
        snprintf(found.text, sizeof found.text, "%s", date);
        found.span = span;
    }
    if (*found.text) consider(published, found.text, found.from, found.span);
}

/* ---- the address */

static int number(const char *at, int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
        if (at[i] < '0' || at[i] > '9') return -1;
        value = value * 10 + (at[i] - '0');
    }
    return value;
}

static bool is_day(int year, int month, int day) { return year >= 1995 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31; }
static bool is_hour(const char *at) { return number(at, 2) >= 0 && number(at, 2) < 24 && number(at + 2, 2) < 60 && number(at + 4, 2) < 60; }

static bool put_day(int year, int month, int day, char out[BG_MOMENT]) {
    if (!is_day(year, month, day)) return false;
    return snprintf(out, BG_MOMENT, "%04d-%02d-%02d", year % 10000, month % 100, day % 100), true;
}

/* "/2025/05/08/", "/2025-05-08-", at a digit behind a sign. */
static bool read_parted(const char *at, char out[BG_MOMENT]) {
    if (strlen(at) < 8 || number(at, 4) < 0 || !strchr("/-_", at[4])) return false;
    int month_size = at[6] == at[4] ? 1 : 2, month = number(at + 5, month_size);
    const char *behind = at + 5 + month_size;
    if (month < 0 || *behind != at[4]) return false;
    int day_size = behind[1] && behind[2] >= '0' && behind[2] <= '9' ? 2 : 1;
    char next = behind[1] ? behind[1 + day_size] : 0;
    return number(behind + 1, day_size) > 0 && !(next >= '0' && next <= '9') && put_day(number(at, 4), month, number(behind + 1, day_size), out);
}

/* "20250508", "20250713180551692", "102250712113541294": days, and the ids of systems that count by the clock. */
static bool read_id(const char *at, size_t digits, char out[BG_MOMENT]) {
    if (digits == 8 || (digits >= 14 && digits <= 17 && is_hour(at + 8))) return put_day(number(at, 4), number(at + 4, 2), number(at + 6, 2), out);
    if (digits == 18 && is_hour(at + 9)) return put_day(2000 + number(at + 3, 2), number(at + 5, 2), number(at + 7, 2), out);
    return false;
}

static void consider_url(const bg_facts *f, stated *published) {
    const char *at = f->out->url ? strstr(f->out->url, "://") : NULL;
    char date[BG_MOMENT];
    for (at = at ? strchr(at + 3, '/') : NULL; at && *at && *at != '?' && *at != '#'; at++) {
        if (!strchr("/-_.", *at) || at[1] < '0' || at[1] > '9') continue;
        size_t digits = strspn(at + 1, "0123456789");
        if ((read_parted(at + 1, date) || read_id(at + 1, digits, date)) && is_plausible(f, date)) {
            consider(published, date, "url", (bg_span){0, 0});
            return;
        }
        at += digits;
    }
}

void bg_facts__date(bg_facts *f) {
    stated published = {.from = NULL}, modified = {.from = NULL};
    consider_text(f, &published, f->ld.published, "json-ld");
    consider_text(f, &modified, f->ld.modified, "json-ld");
    consider_stated(f, FACT_PUBLISHED, &published);
    consider_stated(f, FACT_MODIFIED, &modified);
    consider_times(f, &published, &modified);
    consider_visible(f, &published);
    consider_url(f, &published);
    if (*published.text) {
        f->out->published = bg_arena__text(f->arena, published.text, strlen(published.text));
        f->out->published_from = published.from;
        f->out->published_span = published.span;
    }
    if (!*modified.text) return;
    f->out->modified = bg_arena__text(f->arena, modified.text, strlen(modified.text));
    f->out->modified_from = modified.from;
}
