/* term: "trong năm 2025", "trước tháng 6", "đến cuối năm nay": the days by which something is due. */
#include "matter.h"

#define AHEAD_YEARS 40 /* a term beyond is no term */

static const bg_token *token(const bg_claims *c, uint32_t tok) { return &c->text->tokens.items[tok]; }

static bool number(const bg_claims *c, uint32_t tok, uint32_t end, uint32_t least, uint32_t most, int *out) {
    if (tok >= end || !(token(c, tok)->flags & BG_TOK_NUMBER)) return false;
    uint32_t value = token(c, tok)->value;
    if (value < least || value > most) return false;
    *out = (int)value;
    return true;
}

static bool is_slash(const bg_claims *c, uint32_t tok, uint32_t end) {
    return tok < end && (bg_text__is_sign(c->text, tok, '/') || bg_text__is_sign(c->text, tok, '-') || bg_text__is_sign(c->text, tok, '.'));
}

/* "/2025", "năm 2025" behind a month or quarter. */
static uint32_t year_behind(const bg_claims *c, uint32_t tok, uint32_t end, int *year) {
    uint32_t due = tok < end ? bg_text__at(c->text, tok, CLASS_DUE) : BG_NONE;
    if (is_slash(c, tok, end) && number(c, tok + 1, end, 1990, 2100, year)) return tok + 2;
    if (due != BG_NONE && number(c, tok + 1, end, 1990, 2100, year)) return tok + 2;
    return tok;
}

static int month_days(int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1];
}

static void months(bg_term *t, int year, int first, int last) {
    t->from = (bg_day){year, first, 1};
    t->to = (bg_day){year, last, month_days(last)};
}

static void year_part(bg_term *t, int year, const char *part) {
    if (is(part, "early")) months(t, year, 1, 4);
    else if (is(part, "first")) months(t, year, 1, 6);
    else if (is(part, "second")) months(t, year, 7, 12);
    else if (is(part, "late")) months(t, year, 9, 12);
    else months(t, year, 1, 12);
}

static int compare(bg_day a, bg_day b) {
    if (a.year != b.year) return a.year < b.year ? -1 : 1;
    if (a.month != b.month) return a.month < b.month ? -1 : 1;
    return a.day < b.day ? -1 : a.day > b.day;
}

static bg_day page_day(const bg_claims *c) {
    const bg_mentions *m = c->mentions;
    return (bg_day){m->page_year, m->page_month ? m->page_month : 1, m->page_day ? m->page_day : 1};
}

/* Without a year it is the next one of that name. */
static bool fill_year(const bg_claims *c, bg_term *t) {
    int year = c->mentions->page_year;
    if (!year) return false;
    t->from.year = t->to.year = year;
    if (compare(t->to, page_day(c)) < 0) t->from.year = t->to.year = year + 1;
    return true;
}

/* "trước X": the day before its first; "đến X": its last. What comes before the term is open. */
static void open_before(const bg_claims *c, bg_term *t) {
    bg_day page = page_day(c);
    if (page.year) t->from = page;
}

typedef struct unit {
    const char *name, *part;
    uint32_t at;
} unit;

static bool read_year(const bg_claims *c, const unit *u, uint32_t end, bg_term *t) {
    int year;
    if (!number(c, u->at, end, 1990, 2100, &year)) return false;
    year_part(t, year, u->part);
    t->end = u->at + 1;
    return true;
}

static bool read_month(const bg_claims *c, const unit *u, uint32_t end, bg_term *t) {
    int month, year = 0;
    if (!number(c, u->at, end, 1, 12, &month)) return false;
    months(t, 0, month, month);
    if (is(u->part, "early")) t->to.day = 10;
    if (is(u->part, "late")) t->from.day = 20;
    t->end = year_behind(c, u->at + 1, end, &year);
    t->from.year = t->to.year = year;
    return year || fill_year(c, t);
}

static bool read_quarter(const bg_claims *c, const unit *u, uint32_t end, bg_term *t) {
    static const char *const roman[] = {"I", "II", "III", "IV"};
    int quarter = 0, year = 0;
    if (u->at >= end) return false;
    const bg_token *word = token(c, u->at);
    for (int i = 0; i < 4; i++)
        if (word->end - word->start == strlen(roman[i]) && memcmp(c->text->bytes + word->start, roman[i], strlen(roman[i])) == 0) quarter = i + 1;
    if (!quarter && !number(c, u->at, end, 1, 4, &quarter)) return false;
    months(t, 0, quarter * 3 - 2, quarter * 3);
    t->end = year_behind(c, u->at + 1, end, &year);
    t->from.year = t->to.year = year;
    return year || fill_year(c, t);
}

static bool read_day(const bg_claims *c, const unit *u, uint32_t end, bg_term *t) {
    int day, month, year = 0;
    if (!number(c, u->at, end, 1, 31, &day) || !is_slash(c, u->at + 1, end) || !number(c, u->at + 2, end, 1, 12, &month)) return false;
    if (day > month_days(month)) return false;
    t->from = t->to = (bg_day){0, month, day};
    t->end = year_behind(c, u->at + 3, end, &year);
    t->from.year = t->to.year = year;
    return year || fill_year(c, t);
}

/* "trong năm nay", "cuối năm tới": against the page's year. */
static bool read_relative(const bg_claims *c, const char *rel, const unit *u, bg_term *t) {
    int year = c->mentions->page_year;
    if (!year) return false;
    year_part(t, year + (*rel == '1'), u->part);
    t->end = u->at;
    return true;
}

static bool read_term(const bg_claims *c, const bg_mark *due, uint32_t end, bg_term *t) {
    const char *rel = bg_mark__get(c->text, due, KEY_REL);
    unit u = {bg_mark__get(c->text, due, KEY_UNIT), bg_mark__get(c->text, due, KEY_PART), due->end};
    t->tok = due->tok;
    if (rel) return read_relative(c, rel, &u, t);
    if (is(u.name, "year")) return read_year(c, &u, end, t);
    if (is(u.name, "month")) return read_month(c, &u, end, t);
    if (is(u.name, "quarter")) return read_quarter(c, &u, end, t);
    return read_day(c, &u, end, t);
}

/* Of something that has a name with a year in it, or took place: no term. */
static bool is_of_name(const bg_claims *c, uint32_t from, const bg_term *t) {
    static const unsigned names[] = {CLASS_AGREEMENT, CLASS_MECHANISM, CLASS_OCCASIONFACT, CLASS_OCCASION};
    for (size_t i = 0; i < BG_COUNT(names); i++)
        for (uint32_t m = bg_text__first(c->text, from, t->end, names[i]); m != BG_NONE; m = bg_text__after(c->text, m, t->end, names[i]))
            if (c->text->marks.items[m].end > t->tok) return true;
    return false;
}

bool bg_matter__term(const bg_claims *claims, uint32_t tok, uint32_t end, bg_term *out) {
    bg_day page = page_day(claims);
    if (!page.year) return false;
    for (uint32_t m = bg_text__first(claims->text, tok, end, CLASS_DUE); m != BG_NONE; m = bg_text__after(claims->text, m, end, CLASS_DUE)) {
        const bg_mark *due = &claims->text->marks.items[m];
        if (due->end > end || !read_term(claims, due, end, out)) continue;
        bool by = is(bg_mark__get(claims->text, due, KEY_VALUE), "by");
        if (compare(out->to, page) < 0 || out->to.year > page.year + AHEAD_YEARS || is_of_name(claims, tok, out)) continue;
        if (by) open_before(claims, out);
        return true;
    }
    return false;
}
