/* facts_date: when the page was published and changed. JSON-LD, then meta, itemprop, time near the headline, what stands there, the address. */
#include "facts.h"
#include "internal.h"

#include "../page/moment.h"

#include <strings.h>

#define ABOVE 8       /* lines above the headline in which its date may stand */
#define BELOW 20      /* … below */
#define LINES_MOST 3000
#define FIRST_YEAR "1995"

static bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

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

/* "3/9/2026" in English is one day in America and another in Britain: two numbers up to twelve and no word for the month. */
static bool is_ambiguous(const bg_facts *f, const char *text, size_t size, const char *date) {
    unsigned month = 0, day = 0;
    if (f->here || (f->out->lang && strcmp(f->out->lang, "en") != 0) || sscanf(date + 5, "%2u-%2u", &month, &day) != 2) return false;
    for (size_t i = 0; i + 2 < size; i++)
        if (is_letter(text[i]) && is_letter(text[i + 1]) && is_letter(text[i + 2])) return false;
    return month != day && day <= 12 && !memmem(text, size, date, 4 + 1);
}

/* Read by bg_article__date(): of a page in another language no zone is known. */
static bool read_words(const bg_facts *f, const char *text, bg_span s, char out[BG_MOMENT], bg_span *span) {
    if (!bg_article__date(f->data, text, s, out, span) || is_ambiguous(f, text + s.start, s.end - s.start, out)) return false;
    if (!f->here && out[10]) out[19] = 0;
    return true;
}

/* A text that states a date, in whatever way, and nothing else. */
static bool read_date(const bg_facts *f, const char *text, size_t size, char out[BG_MOMENT]) {
    bg_span span;
    bool read = f->here ? bg_moment__here(text, size, out) : bg_moment__stated(text, size, out);
    if (!read && size < 200) read = read_words(f, text, (bg_span){0, (uint32_t)size}, out, &span);
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

static size_t label_size(bg_word_list list, const char *text, size_t left) {
    size_t size = bg_words__begins(list, text, left);
    return size && !is_letter(text[size]) ? size : 0;
}

/* "Updated …", "Last updated: …": the words before a date that say it is that of a change; *at is then behind what labels it. */
static bool is_label(const char *text, bg_span s, uint32_t *at) {
    bool change = false;
    *at = s.start;
    for (bool known = true; known;) {
        while (*at < s.end && strchr(" :[(-", text[*at])) ++*at;
        size_t changed = label_size(LIST_changes, text + *at, s.end - *at), size = changed ? changed : label_size(LIST_labels, text + *at, s.end - *at);
        known = size > 0, change |= changed > 0;
        *at += (uint32_t)size;
    }
    return change;
}

/* Is the line, or the one before it, a label that speaks of a change? */
static bool is_change(const bg_html *html, uint32_t line) {
    uint32_t at;
    bg_span s = html->lines[line].trimmed, before = line ? html->lines[line - 1].trimmed : (bg_span){0, 0};
    if (is_label(html->text, s, &at)) return true;
    return before.end - before.start < 20 && is_label(html->text, before, &at);
}

static bool is_modification(const bg_html *html, const bg_element *e) {
    uint32_t line = bg_facts__line(html, e->text);
    return bg_facts__is_named(html, e, LIST_changed) || (line < html->line_count && is_change(html, line));
}

typedef struct found {
    stated best;
    long away;   /* how far the best is; -1: there is none */
    bool others; /* there are other days */
} found;

static void keep(found *to, const char *date, long away, bg_span span) {
    if (*to->best.text && strncmp(to->best.text, date, 10) != 0) to->others = true;
    if (to->away >= 0 && to->away <= away) return;
    to->away = away;
    snprintf(to->best.text, sizeof to->best.text, "%s", date);
    to->best.span = span;
}

/* <time datetime=…>: the nearest to the headline, or the only one of the page. */
static void consider_times(const bg_facts *f, stated *published, stated *modified) {
    const bg_html *html = f->html;
    found near[2] = {{.away = -1}, {.away = -1}}, anywhere[2] = {{.away = -1}, {.away = -1}};
    for (uint32_t i = 1, tries = 0; i < html->element_count && tries < LINES_MOST; i++) {
        const bg_element *e = &html->elements[i];
        char date[BG_MOMENT];
        tries += e->tag == BG_TAG_time;
        if (e->tag != BG_TAG_time || bg_facts__is_beside(html, i)) continue;
        const char *value = bg_html__value(f->arena, html, e, "datetime");
        if (!value || !read_date(f, value, strlen(value), date)) continue;
        bool change = is_modification(html, e);
        long away = distance(f, bg_facts__line(html, e->text));
        keep(&anywhere[change], date, 0, (bg_span){0, 0});
        if (away >= 0) keep(&near[change], date, away, (bg_span){0, 0});
    }
    stated *const to[2] = {published, modified};
    for (int k = 0; k < 2; k++) {
        const found *best = near[k].away >= 0 || anywhere[k].others ? &near[k] : &anywhere[k];
        if (best->away >= 0) consider(to[k], best->best.text, "time", (bg_span){0, 0});
    }
}

/* Do the elements that the line stands in say that it is a date? */
static bool is_called_date(const bg_html *html, uint32_t element) {
    for (unsigned n = 0; n < 3 && element; n++, element = html->elements[element].parent) {
        const bg_element *e = &html->elements[element];
        if (e->tag == BG_TAG_time || bg_facts__is_named(html, e, LIST_dated)) return true;
    }
    return false;
}

/* Size of a sign that parts a line: "|", "·", dashes and bullets, "・"; 0: there is none. */
static uint32_t sign_size(const char *text, uint32_t left) {
    unsigned char a = (unsigned char)text[0], b = left > 1 ? (unsigned char)text[1] : 0;
    if (a == '|') return 1;
    if (a == 0xC2 && b == 0xB7) return 2;
    return left > 2 && ((a == 0xE2 && (b == 0x80 || b == 0x8B)) || (a == 0xE3 && b == 0x83 && (unsigned char)text[2] == 0xBB)) ? 3 : 0;
}

/* Where a part of a line ends that a sign parts from the rest; the line's end. */
static uint32_t part_end(const char *text, uint32_t at, uint32_t end, uint32_t *next) {
    for (uint32_t i = at, size; i < end; i++)
        if ((size = sign_size(text + i, end - i))) return *next = i + size, i;
    return *next = end, end;
}

/* The whole line as a date, else a part of it. */
static bool read_line(const bg_facts *f, bg_span s, char date[BG_MOMENT], bg_span *span) {
    const char *text = f->html->text;
    uint32_t next, start;
    if (read_words(f, text, s, date, span)) return true;
    for (uint32_t at = s.start, end; at < s.end; at = next) {
        end = part_end(text, at, s.end, &next);
        is_label(text, bg_article__trim(text, (bg_span){at, end}), &start);
        bg_span part = bg_article__trim(text, (bg_span){start, end});
        while (part.end > part.start && strchr(".])", text[part.end - 1])) part.end--;
        if (part.end - part.start >= 6 && read_words(f, text, part, date, span)) return true;
    }
    return false;
}

/* A text that says nothing but a date, perhaps with its label. */
static bool is_date(const bg_facts *f, bg_span s, uint32_t element, char date[BG_MOMENT], bg_span *span) {
    const bg_html *html = f->html;
    unsigned digits = 0;
    if (s.end < s.start + 8 || s.end - s.start > 160 || html->elements[element].tag == BG_TAG_title) return false;
    for (uint32_t i = s.start; i < s.end; i++) digits += html->text[i] >= '0' && html->text[i] <= '9';
    if (digits < 4 || digits > 30 || !read_line(f, s, date, span) || !is_plausible(f, date)) return false;
    return !bg_facts__is_beside(html, element);
}

/*
 * Above the headline stands the date of the day on which a page is read, too: a clock tells, or the name of the element close by. Of pages in other
 * languages it is their own where it is all that stands right above the headline.
 */
static bool may_be_publication(const bg_facts *f, uint32_t line, uint32_t element, const char *date) {
    bool called = is_called_date(f->html, element);
    if (date[10]) return true;
    if (line > f->heading) return called || line <= f->heading + (f->here ? 5 : 10);
    return !f->here && (called ? line + 3 >= f->heading : line + 1 >= f->heading);
}

/* "Posted on …", "Published: …" */
static bool is_labelled(const bg_html *html, uint32_t line) {
    bg_span s = html->lines[line].trimmed;
    return label_size(LIST_labels, html->text + s.start, s.end - s.start) > 3;
}

/* Where other words stand in the line too: elements in it. */
static void look_into_lines(const bg_facts *f, found *near) {
    const bg_html *html = f->html;
    uint32_t from = f->heading > ABOVE ? f->heading - ABOVE : 0, to = f->heading + BELOW;
    uint32_t end = to < html->line_count ? html->lines[to].span.end : (uint32_t)html->text_size;
    for (uint32_t i = bg_facts__element(html, html->lines[from].span.start), seen = 0; i < html->element_count && seen < LINES_MOST; i++, seen++) {
        const bg_element *e = &html->elements[i];
        bg_span s = bg_facts__text(html, e), span = {0, 0};
        char date[BG_MOMENT];
        if (e->text > end) return;
        uint32_t line = bg_facts__line(html, s.start);
        bool inside = !e->hidden && s.start < s.end && line < html->line_count && s.end <= html->lines[line].span.end;
        long away = inside ? distance(f, line) : -1;
        if (away < 0 || !is_date(f, s, i, date, &span) || is_change(html, line)) continue;
        if (date[10] || (line > f->heading && (is_called_date(html, i) || (!f->here && line <= f->heading + 3)))) keep(near, date, away, span);
    }
}

/* The date that is seen nearest to the headline; where there is none, the only one below it that is called so. */
static void consider_visible(const bg_facts *f, stated *published, stated *modified) {
    const bg_html *html = f->html;
    found near[2] = {{.away = -1}, {.away = -1}}, anywhere[2] = {{.away = -1}, {.away = -1}};
    uint32_t from = f->heading > ABOVE ? f->heading - ABOVE : 0;
    if (f->heading >= html->line_count) return;
    for (uint32_t line = from; line < html->line_count && line < from + LINES_MOST; line++) {
        char date[BG_MOMENT];
        bg_span span = {0, 0};
        long away = distance(f, line);
        uint32_t element = html->markup[line].element;
        if (!is_date(f, html->lines[line].trimmed, element, date, &span)) continue;
        bool change = is_change(html, line);
        if (away >= 0 && may_be_publication(f, line, element, date)) keep(&near[change], date, away, span);
        if (line > f->heading && (is_called_date(html, element) || is_labelled(html, line))) keep(&anywhere[change], date, 0, span);
    }
    if (near[0].away < 0) look_into_lines(f, &near[0]);
    stated *const to[2] = {published, modified};
    for (int k = 0; k < 2; k++) {
        const found *best = near[k].away >= 0 || anywhere[k].others ? &near[k] : &anywhere[k];
        if (best->away >= 0) consider(to[k], best->best.text, "visible", k ? (bg_span){0, 0} : best->best.span);
    }
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

/* Where a profile of the outlet says that it stands. */
static void consider_site(const bg_facts *f, stated *published) {
    const bg_html *html = f->html;
    for (uint32_t e = 1, tries = 0; tries < 3 && (e = bg_site__next(&f->out->site, html, BG_SITE_date, e)); e++, tries++) {
        bg_span s = bg_facts__text(html, &html->elements[e]), span;
        char date[BG_MOMENT];
        for (uint32_t i = s.start; i < s.end && s.end - s.start <= 160; i++)
            if (html->text[i] == '\n') s.end = i;
        if (is_date(f, s, e, date, &span)) {
            consider(published, date, "visible", span);
            return;
        }
    }
}

static void put_published(bg_facts *f, const stated *published) {
    if (!*published->text) return;
    f->out->published = bg_arena__text(f->arena, published->text, strlen(published->text));
    f->out->published_from = published->from;
    f->out->published_span = published->span;
}

void bg_facts__date_of_address(bg_facts *f) {
    stated published = {.from = NULL};
    consider_url(f, &published);
    put_published(f, &published);
}

void bg_facts__date(bg_facts *f) {
    stated published = {.from = NULL}, modified = {.from = NULL};
    consider_text(f, &published, f->ld.published, "json-ld");
    consider_text(f, &modified, f->ld.modified, "json-ld");
    consider_stated(f, FACT_PUBLISHED, &published);
    consider_stated(f, FACT_MODIFIED, &modified);
    consider_site(f, &published);
    consider_times(f, &published, &modified);
    if (!published.text[0] || !published.text[10]) consider_visible(f, &published, &modified);
    consider_url(f, &published);
    put_published(f, &published);
    if (!*modified.text) return;
    f->out->modified = bg_arena__text(f->arena, modified.text, strlen(modified.text));
    f->out->modified_from = modified.from;
}
