/* merge: see merge.h. */
#include "merge.h"
#include "../base/calendar.h"
#include "fold.h"
#include "form.h"

#include <stdlib.h>

#define MAIN_APART 2 /* between two pages of which it is the main event, or behind its day */
#define PAIRS_MAX 256 /* pairs of words of a sentence that are looked at */
#define PAIRS_LEAST 3 /* in common, and one in PAIRS_SHARE of the shorter sentence */
#define PAIRS_SHARE 5
#define RANK_COMMON 9 /* of an office that is a common noun */
#define RANK_STATE 3  /* who has one that is not lower may be meant where states meet … */
#define RANK_HEAD 2   /* … where those meet who lead them */
#define MOST_LEAST 4  /* pages, and times as many as of any other: the contact of that day of which everybody tells */
#define MOST_KNOWN 10 /* … of which the place and one of the principals are told */
#define LEAD_MIN 40  /* bytes; a shorter sentence is no proof of a reprint */

/* ------------------------------------------------------------------ dates */

typedef struct date {
    int year, month, day; /* 0 = unknown */
} date;

static int digits(const char *text, size_t count) {
    int number = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9') return 0;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

/* YYYY, YYYY-MM, YYYY-MM-DD…, --MM, --MM-DD; anything else is unknown. */
static date date_parse(const char *text) {
    date out = {0};
    size_t size = text ? strlen(text) : 0;
    size_t head = size >= 2 && text[0] == '-' && text[1] == '-' ? 1 : 4;
    if (head == 4 && size >= 4) out.year = digits(text, 4);
    if (size >= head + 3) out.month = digits(text + head + 1, 2);
    if (size >= head + 6 && out.month) out.day = digits(text + head + 4, 2);
    return out;
}

static bool is_full(date d) { return d.year && d.month && d.day; }

/* Days since an epoch, by the usual civil-calendar count. */
static long day_number(date d) {
    long y = d.year - (d.month <= 2), era = y / 400, of_era = y - era * 400;
    long of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
}

int64_t bg_merge__day_number(const char *text) {
    date d = date_parse(text);
    return is_full(d) ? day_number(d) : 0;
}

/* Sorts days of the year; spans over New Year are not compared that way. */
static int day_of_year(date d) { return d.month * 32 + d.day; }

typedef enum agreement { NO, NOTHING_COMMON, YEAR_COMMON, MONTH_COMMON, DAY_COMMON } agreement;

static bool apart(int a, int b) { return a && b && a != b; }

/* Two dated spans; `b` of one day may lack the year. */
static bool overlap(date a, date a_end, date b, date b_end) {
    if (!a_end.day) a_end = a;
    if (!b_end.day) b_end = b;
    if (is_full(a) && is_full(b) && is_full(a_end) && is_full(b_end))
        return day_number(a) <= day_number(b_end) && day_number(b) <= day_number(a_end);
    return day_of_year(a) <= day_of_year(b_end) && day_of_year(b) <= day_of_year(a_end);
}

/* The year of a date, or the one that the page's publication suggests; 0 if neither is known. */
static int likely_year(const bg_told *told, date d) {
    date published = date_parse(told->published);
    if (d.year || !d.month || !is_full(published)) return d.year;
    int then = d.month * 32 + (d.day ? d.day : told->planned ? 31 : 1), now = day_of_year(published);
    if (told->planned) return published.year + (then < now);
    return published.year - (then > now);
}

static agreement dates_agree(const bg_told *x, const bg_told *y) {
    date a = date_parse(x->start), b = date_parse(y->start);
    bool month = a.month && b.month, day = a.day && b.day;
    int a_year = likely_year(x, a), b_year = likely_year(y, b);
    if (is_full(a) && is_full(b)) return overlap(a, date_parse(x->end), b, date_parse(y->end)) ? DAY_COMMON : NO;
    if (apart(a_year, b_year)) return NO;
    if (day) return overlap(a, date_parse(x->end), b, date_parse(y->end)) ? DAY_COMMON : NO;
    if (apart(a.month, b.month)) return NO;
    if (month && a_year && b_year) return MONTH_COMMON;
    return a.year && b.year ? YEAR_COMMON : NOTHING_COMMON;
}

static bool within_days(const bg_told *x, const bg_told *y, long after_max, long apart_max) {
    date a = date_parse(x->start), b = date_parse(y->start);
    if (is_full(a) && is_full(b)) return false;
    if (is_full(b)) return within_days(y, x, after_max, apart_max);
    date told = date_parse(y->published), other = is_full(a) ? a : date_parse(x->published);
    if (!is_full(told) || !is_full(other)) return false;
    long after = day_number(told) - day_number(other);
    return is_full(a) ? after >= 0 && after <= after_max : labs(after) <= apart_max;
}

static bool close_in_time(const bg_told *x, const bg_told *y) { return within_days(x, y, BG_DAYS_AFTER, BG_DAYS_APART); }

/* Two full days next to each other, told by pages of about the same day. */
static bool next_days(const bg_told *x, const bg_told *y) {
    date a = date_parse(x->start), b = date_parse(y->start), p = date_parse(x->published), q = date_parse(y->published);
    if (!is_full(a) || !is_full(b) || !is_full(p) || !is_full(q)) return false;
    return labs(day_number(a) - day_number(b)) == 1 && labs(day_number(p) - day_number(q)) <= MAIN_APART;
}

static void print_day(date d, char out[11]) {
    snprintf(out, 11, "%04u-%02u-%02u", (unsigned)d.year % 10000u, (unsigned)d.month % 100u, (unsigned)d.day % 100u);
}

void bg_merge__month(const char *text, char year[5], char month[3]) {
    date d = date_parse(text);
    *year = *month = 0;
    if (d.year) snprintf(year, 5, "%04u", (unsigned)d.year % 10000u);
    if (d.month) snprintf(month, 3, "%02u", (unsigned)d.month % 100u);
}

bool bg_merge__days(const char *start, const char *end, char first[11], char last[11]) {
    date from = date_parse(start), to = date_parse(end);
    if (!from.year) return false;
    if (!to.year) to = from;
    if (!from.month) from.month = 1;
    if (!from.day) from.day = 1;
    if (!to.month) to.month = 12;
    if (!to.day) to.day = bg_calendar__month_days(to.year, to.month > 12 ? 12 : to.month);
    print_day(from, first);
    print_day(to, last);
    return true;
}

#define EPOCH 719468   /* bg_calendar counts from 1970-01-01 */
#define SPAN_YEARS 10 /* what seems to last longer is a slip */

void bg_merge__civil(int64_t day, int *year, int *month) {
    char text[11];
    bg_calendar__text(day - EPOCH, text);
    date d = date_parse(text);
    *year = d.year, *month = d.month;
}

static void when_full(date from, date to, bg_when *out) {
    out->first = out->last = day_number(from);
    if (is_full(to) && day_number(to) < out->first) out->first = day_number(to);
    else if (is_full(to)) out->last = day_number(to);
    bg_merge__civil(out->first - 1, &out->year, &out->month); /* a day on either side: clocks differ */
    bg_merge__civil(out->last + 1, &out->end_year, &out->end_month);
    if (from.year * 12 + from.month < out->year * 12 + out->month) out->year = from.year, out->month = from.month; /* 30 February */
    if (out->end_year - out->year <= SPAN_YEARS) return;
    out->end_year = out->year + SPAN_YEARS, out->end_month = 12;
    out->last = day_number((date){out->end_year, 12, 31});
}

void bg_merge__when(const bg_told *told, bg_when *out) {
    date from = date_parse(told->start), to = date_parse(told->end), published = date_parse(told->published);
    *out = (bg_when){.full = is_full(from), .published = is_full(published) ? day_number(published) : 0};
    if (out->full) {
        when_full(from, to, out);
        return;
    }
    out->year = out->end_year = likely_year(told, from);
    out->month = out->end_month = from.month;
    if (from.day && to.day && to.month > from.month) out->end_month = to.month;
    out->first = day_number((date){out->year, from.month ? from.month : 1, 1});
    out->last = day_number((date){out->year, from.month ? out->end_month : 12, 31});
}

/* ------------------------------------------------------------------ people */

/* Vietnamese names are not spelled in two ways. */
static bool sound_alike(const bg_principal *a, const bg_principal *b) {
    return a->key && b->key && a->country && b->country && strcmp(a->country, "VN") != 0 && bg_form__sounds_like(a->key, b->key);
}

bool bg_merge__same_person(const bg_principal *a, const bg_principal *b) {
    if (a->country && b->country && strcmp(a->country, b->country) != 0) return false;
    return bg_fold__same_person(a->folded, b->folded) || sound_alike(a, b);
}

static const bg_principal *find_in(const bg_principal *who, const bg_told *told) {
    for (size_t i = 0; i < told->people_count; i++)
        if (bg_merge__same_person(who, &told->people[i])) return &told->people[i];
    return NULL;
}

static bool of_country(const bg_principal *who, const char *country) {
    return who->country && strcmp(who->country, country) == 0;
}

static bool has_country(const bg_told *told, const char *country) {
    for (size_t i = 0; i < told->people_count; i++)
        if (of_country(&told->people[i], country)) return true;
    return false;
}

/* Of this country both name principals: do they share one? */
static bool country_shared(const bg_told *a, const bg_told *b, const char *country) {
    if (!has_country(b, country)) return true;
    for (size_t i = 0; i < a->people_count; i++)
        if (of_country(&a->people[i], country) && find_in(&a->people[i], b)) return true;
    return false;
}

/* Is there a country of which both name principals and share none? */
static bool names_clash(const bg_told *a, const bg_told *b) {
    for (size_t i = 0; i < a->people_count; i++)
        if (a->people[i].country && !country_shared(a, b, a->people[i].country)) return true;
    return false;
}

/* ------------------------------------------------------------------ offices, of those whom no name tells */

#define OFFICE_LEAST 5 /* bytes of an office that tells one from another */

static bool same_part(const char *a, size_t na, const char *b, size_t nb) {
    size_t few = na < nb ? na : nb;
    return few >= OFFICE_LEAST && memcmp(a, b, few) == 0 && (na == nb || (na > nb ? a : b)[few] == ' ');
}

/* One of the offices that commas part, but for what one of them adds behind it ("thu tuong", "thu tuong chinh phu"). */
static bool share_office(const char *a, const char *b) {
    for (const char *x = a; x && b && *x;) {
        x += strspn(x, ", ");
        size_t nx = strcspn(x, ",");
        for (const char *y = b; *y;) {
            y += strspn(y, ", ");
            size_t ny = strcspn(y, ",");
            if (same_part(x, nx, y, ny)) return true;
            y += ny;
        }
        x += nx;
    }
    return false;
}

/* "lãnh đạo", and whom the page gives no office of which a rank is known: says not who it is. */
static bool is_vague_office(const bg_principal *who) { return !who->office || !who->rank || who->rank >= RANK_COMMON; }

static bool same_post(const bg_principal *a, const bg_principal *b) {
    if (!a->country || !b->country || strcmp(a->country, b->country) != 0 || is_vague_office(a) || is_vague_office(b) || a->rank != b->rank) return false;
    return share_office(a->office, b->office) || share_office(a->office, b->alias) || share_office(a->alias, b->office) || share_office(a->alias, b->alias);
}

/* Those of a country whom a page names, else those whose office it tells. */
static const bg_principal *parties_of(const bg_told *told, const char *country, size_t *count) {
    bool named = has_country(told, country);
    *count = named ? told->people_count : told->post_count;
    return named ? told->people : told->posts;
}

typedef enum relation { SILENT, MATCH, CLASH } relation;

/* Are those of a country the same, of whom one page, or each, tells the office alone? Who holds an office on one day is one person. */
static relation posts_of(const bg_told *a, const bg_told *b, const char *country) {
    size_t na, nb;
    const bg_principal *x = parties_of(a, country, &na), *y = parties_of(b, country, &nb);
    relation found = SILENT;
    if (has_country(a, country) && has_country(b, country)) return SILENT;
    for (size_t i = 0; i < na; i++)
        for (size_t k = 0; of_country(&x[i], country) && k < nb; k++) {
            if (!of_country(&y[k], country)) continue;
            if (same_post(&x[i], &y[k])) return MATCH;
            if (!is_vague_office(&x[i]) && !is_vague_office(&y[k])) found = CLASH;
        }
    return found;
}

/* In how many countries the office says who it is; -1: in one of them it says that he is another one. */
static int posts_agree(const bg_told *a, const bg_told *b) {
    int count = 0;
    for (int turn = 0; turn < 2; turn++) {
        const bg_told *one = turn ? b : a, *other = turn ? a : b;
        for (size_t i = 0; i < one->post_count; i++) {
            const char *country = one->posts[i].country;
            relation how = country ? posts_of(one, other, country) : SILENT;
            if (how == CLASH) return -1;
            count += how == MATCH && !(turn && !has_country(a, country)); /* offices on both pages: once */
        }
    }
    return count;
}

static bool people_clash(const bg_told *a, const bg_told *b) {
    return names_clash(a, b) || ((a->post_count || b->post_count) && posts_agree(a, b) < 0);
}

static bool is_type(const bg_told *told, const char *type) { return strcmp(told->type, type) == 0; }

static bool people_agree(const bg_told *a, const bg_told *b) {
    if (people_clash(a, b)) return false;
    for (size_t i = 0; i < a->people_count; i++)
        if (find_in(&a->people[i], b)) return true;
    return (a->post_count || b->post_count) && posts_agree(a, b) >= (is_type(a, "visit") ? 1 : 2); /* who visits is of one side */
}

static bool all_in(const bg_told *a, const bg_told *b) {
    for (size_t i = 0; i < a->people_count; i++)
        if (!find_in(&a->people[i], b)) return false;
    return true;
}

static bool of_two_sides(const bg_told *told) {
    const char *first = NULL;
    for (size_t i = 0; i < told->people_count; i++) {
        const char *country = told->people[i].country;
        if (country && first && strcmp(country, first) != 0) return true;
        if (country && !first) first = country;
    }
    return false;
}

/* … of whom one may be told by his office. */
static bool knows_two_sides(const bg_told *told) {
    const char *first = told->people_count ? told->people[0].country : NULL;
    if (of_two_sides(told)) return true;
    for (size_t i = 0; i < told->post_count; i++) {
        const bg_principal *post = &told->posts[i];
        if (!post->country || is_vague_office(post)) continue;
        if (first && strcmp(post->country, first) != 0) return true;
        first = post->country;
    }
    return false;
}

static bool is_nameless(const bg_told *told) { return !told->people_count && !told->post_count; }

static bool all_shared(const bg_told *a, const bg_told *b) { return all_in(a, b) && all_in(b, a); }

/* The same principals on both, of two sides or more. */
static bool people_equal(const bg_told *a, const bg_told *b) { return of_two_sides(a) && of_two_sides(b) && all_shared(a, b); }

/* ------------------------------------------------------------------ words */

typedef struct pairs {
    uint64_t pair[PAIRS_MAX];
    size_t count;
} pairs;

static bool has_word(const char *text, const char *word, size_t size) {
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, " ");
        if (length == size && memcmp(at, word, size) == 0) return true;
        at += length + (at[length] == ' ');
    }
    return false;
}

static bool of_names(const bg_told *told, const char *word, size_t size) {
    if (told->titles && has_word(told->titles, word, size)) return true;
    for (size_t i = 0; i < told->people_count; i++)
        for (const char *at = told->people[i].folded; *at;) {
            size_t length = strcspn(at, " ");
            if (length == size && memcmp(at, word, size) == 0) return true;
            at += length + (at[length] == ' ');
        }
    return false;
}

static void find_pairs(const bg_told *told, pairs *out) {
    const char *before = NULL;
    out->count = 0;
    for (const char *at = told->lead; *at && out->count < PAIRS_MAX;) {
        size_t size = strcspn(at, " ");
        bool name = of_names(told, at, size);
        if (before && !name) out->pair[out->count++] = bg_hash__bytes(before, (size_t)(at - before) + size, 21);
        before = name ? NULL : at;
        at += size + (at[size] == ' ');
    }
}

static bool has_pair(const pairs *list, size_t count, uint64_t pair) {
    for (size_t i = 0; i < count; i++)
        if (list->pair[i] == pair) return true;
    return false;
}

/* Do the first sentences say the same? */
static bool same_saying(const bg_told *a, const bg_told *b) {
    pairs x, y;
    size_t shared = 0;
    if (!a->lead || !b->lead) return false;
    find_pairs(a, &x);
    find_pairs(b, &y);
    for (size_t i = 0; i < x.count; i++) shared += !has_pair(&x, i, x.pair[i]) && has_pair(&y, y.count, x.pair[i]);
    size_t shorter = x.count < y.count ? x.count : y.count;
    return shared >= PAIRS_LEAST && shared * PAIRS_SHARE >= shorter;
}

static size_t count_words(const char *text) {
    size_t count = *text != 0;
    for (; *text; text++) count += *text == ' ';
    return count;
}

/* "lễ đón cấp nhà nước", "lễ đón trọng thể": the same first two words. */
static bool same_head(const char *a, const char *b) {
    size_t first = strcspn(a, " "), size = first + (a[first] == ' ');
    size += strcspn(a + size, " ");
    return size > first && strncmp(a, b, size) == 0 && (b[size] == ' ' || !b[size]);
}

/* Are they named by about the same words? */
static bool same_verb(const bg_told *a, const bg_told *b) {
    if (!a->verb || !b->verb) return true;
    const char *few = a->verb, *many = b->verb;
    if (count_words(few) > count_words(many)) few = b->verb, many = a->verb;
    size_t shared = 0, count = count_words(few);
    for (const char *at = few; *at;) {
        size_t size = strcspn(at, " ");
        shared += has_word(many, at, size);
        at += size + (at[size] == ' ');
    }
    return shared * 2 > count || same_head(a->verb, b->verb);
}

/* ------------------------------------------------------------------ one pair */

static bool same_text(const char *a, const char *b) { return a && b && strcmp(a, b) == 0; }

static bool all_words_in(const char *few, const char *many) {
    for (const char *at = few; *at;) {
        size_t size = strcspn(at, " ");
        if (!has_word(many, at, size)) return false;
        at += size + (at[size] == ' ');
    }
    return true;
}

/* Where the last two words of a place begin: "tp da nang", "thanh pho da nang". */
static const char *last_two(const char *place) {
    const char *last = strrchr(place, ' '), *at = last;
    while (at && at > place && at[-1] != ' ') at--;
    return at ? at : place;
}

/* As far as both tell. */
static bool places_agree(const bg_told *a, const bg_told *b) {
    if (!a->place || !b->place || all_words_in(a->place, b->place) || all_words_in(b->place, a->place)) return true;
    return strchr(last_two(a->place), ' ') && strcmp(last_two(a->place), last_two(b->place)) == 0;
}

static bool reprinted(const bg_told *a, const bg_told *b) {
    return same_text(a->lead, b->lead) && strlen(a->lead) >= LEAD_MIN;
}

/* "office=Thủ tướng LA~Sonexay Siphandone": by whom an office is held. */
static void give_post(const bg_principal *post, const bg_told *other, bg_buf *out) {
    size_t count;
    const bg_principal *with = post->country ? parties_of(other, post->country, &count) : NULL;
    for (size_t i = 0; with && i < count; i++) {
        if (!same_post(post, &with[i])) continue;
        bg_buf__print(out, "office=%s %s~%s; ", post->name, post->country, with[i].name);
        return;
    }
}

static void give_reason(const bg_told *a, const bg_told *b, agreement how, bg_buf *out) {
    for (size_t i = 0; i < a->people_count; i++) {
        const bg_principal *other = find_in(&a->people[i], b);
        if (other) bg_buf__print(out, "person=%s~%s; ", a->people[i].name, other->name);
    }
    for (size_t i = 0; i < a->post_count; i++) give_post(&a->posts[i], b, out);
    for (size_t i = 0; i < b->post_count; i++)
        if (b->posts[i].country && has_country(a, b->posts[i].country)) give_post(&b->posts[i], a, out);
    if (is_nameless(a) && is_nameless(b)) bg_buf__print(out, "sides=%s; ", a->sides);
    bg_buf__print(out, "date=%s~%s", a->start ? a->start : "?", b->start ? b->start : "?");
    if (strcmp(a->type, b->type) != 0) bg_buf__print(out, "; type=%s~%s", a->type, b->type);
    if (how == NO) bg_buf__text(out, "; next day");
    if (how != NOTHING_COMMON) return;
    if (reprinted(a, b)) bg_buf__text(out, "; same first sentence");
    else bg_buf__print(out, "; published=%s~%s", a->published ? a->published : "?", b->published ? b->published : "?");
}

#define STATE_SIZE 2 /* letters of a state's code */

static bool of_two_states(const char *sides) { return strlen(sides) == STATE_SIZE * 2 + 1 && sides[STATE_SIZE] == ','; }

const char *bg_merge__class(const bg_told *told) {
    bool states = of_two_states(told->sides), summit = told->summit && states && strcmp(told->type, "conference") == 0;
    return summit || (states && strcmp(told->type, "dialogue") == 0) || strcmp(told->type, "talks") == 0 ? "meeting" : told->type;
}

static bool same_page(const bg_told *a, const bg_told *b) { return strcmp(a->page, b->page) == 0; }

/* One day of the calendar, as far as both tell: the year may be missing. */
static bool same_day(const bg_told *a, const bg_told *b) {
    date x = date_parse(a->start), y = date_parse(b->start);
    return x.day && x.day == y.day && x.month == y.month && dates_agree(a, b) == DAY_COMMON;
}

static bool same_class(const bg_told *a, const bg_told *b) { return strcmp(bg_merge__class(a), bg_merge__class(b)) == 0; }

static bool same_type(const bg_told *a, const bg_told *b) {
    if (!same_class(a, b)) return false;
    if (strcmp(a->type, b->type) == 0) return true;
    bool states = is_nameless(a) && is_nameless(b) && (a->summit || b->summit);
    return same_day(a, b) && !same_page(a, b) && (states || people_equal(a, b));
}


/* Who meets several people of one country a day is told of with one of them here, with another there. */
static bool one_of_several(const bg_told *a, const bg_told *b) {
    bool encounter = strcmp(bg_merge__class(a), "meeting") == 0 || is_type(a, "call");
    bool both_told = (knows_two_sides(a) && knows_two_sides(b)) || (a->people_count > 1 && all_shared(a, b));
    return encounter && strchr(a->sides, ',') && !both_told && !(a->main && b->main);
}

/* Does one page name principals of both sides, where the other, in passing, knows of nobody on the second? */
static bool is_vague(const bg_told *a, const bg_told *b) {
    if (of_two_sides(a) == of_two_sides(b)) return false;
    const bg_told *less = of_two_sides(a) ? b : a;
    return !less->main && !less->post_count;
}

/* States alone are told of: do the words say that it is one thing? Two of a kind on one day are rare, but for what one says or signs. */
static bool states_say_same(const bg_told *a, const bg_told *b) {
    static const char *const many[] = {"statement", "signing", "ceremony"};
    if (reprinted(a, b) || (a->main && b->main && same_text(a->start, b->start))) return true;
    for (size_t i = 0; i < BG_COUNT(many); i++)
        if (is_type(a, many[i])) return same_saying(a, b);
    return strcmp(bg_merge__class(a), "other") != 0 || same_verb(a, b);
}

static bool nameless_agree(const bg_told *a, const bg_told *b) {
    if (same_page(a, b) || !strchr(a->sides, ',') || !states_say_same(a, b)) return false;
    return places_agree(a, b) && (same_day(a, b) || (!a->start && !b->start && reprinted(a, b)));
}

static bool same_words(const bg_told *a, const bg_told *b) {
    if (is_nameless(a) && is_nameless(b)) return true; /* nameless_agree() */
    if (one_of_several(a, b)) return !same_page(a, b) && !is_vague(a, b) && (reprinted(a, b) || same_saying(a, b));
    if (is_type(a, "statement")) return reprinted(a, b) || (of_two_sides(a) && of_two_sides(b)) || same_saying(a, b);
    return !is_type(a, "ceremony") || same_verb(a, b);
}

static bool dates_clash(const bg_told *a, const bg_told *b) {
    if (dates_agree(a, b) != NO) return false;
    return !(is_type(a, "call") && a->main && b->main && !same_page(a, b) && people_equal(a, b) && next_days(a, b));
}

/* Nothing but the day of publication is in common. */
static bool people_suffice(const bg_told *a, const bg_told *b) {
    if (people_equal(a, b)) return true;
    if (!close_in_time(a, b)) return false;
    if (of_two_sides(a) && of_two_sides(b) && (all_in(a, b) || all_in(b, a))) return true;
    return is_type(a, "visit") || (a->main && b->main && within_days(a, b, MAIN_APART, MAIN_APART));
}

static bool undated_agree(const bg_told *a, const bg_told *b) {
    return !same_page(a, b) && people_suffice(a, b) && (reprinted(a, b) || close_in_time(a, b));
}

/* In the sentence that tells of the contact itself: what other sentences say may be the place of something else. */
static bool tells_place(const bg_told *told) { return told->place && told->place_country && told->lead && strstr(told->lead, told->place); }

/* Two days of the calendar of which not both tell the year, in two countries: they met in two years. Of a visit it may be where it set out from. */
static bool elsewhere(const bg_told *a, const bg_told *b) {
    bool apart_in_space = tells_place(a) && tells_place(b) && strcmp(a->place_country, b->place_country) != 0;
    return apart_in_space && !is_type(a, "visit") && !(is_full(date_parse(a->start)) && is_full(date_parse(b->start)));
}

bool bg_merge__same(const bg_told *a, const bg_told *b, bg_buf *reason) {
    if (strcmp(a->sides, b->sides) != 0 || !same_type(a, b) || elsewhere(a, b)) return false;
    agreement how = dates_agree(a, b);
    if (how == NO && dates_clash(a, b)) return false;
    bool nameless = is_nameless(a) && is_nameless(b);
    if (nameless ? !nameless_agree(a, b) : !people_agree(a, b)) return false;
    if (how == YEAR_COMMON && !people_equal(a, b)) return false;
    if (how == NOTHING_COMMON && !nameless && !undated_agree(a, b)) return false;
    if (!same_words(a, b)) return false;
    if (reason) give_reason(a, b, how, reason);
    return true;
}

/* ------------------------------------------------------------------ groups */

static int exactness(const bg_told *told) {
    date d = date_parse(told->start);
    return is_full(d) ? 5 : d.day ? 4 : d.month && d.year ? 3 : d.month ? 2 : d.year ? 1 : 0;
}

static size_t names_size(const bg_told *told) {
    size_t size = 0;
    for (size_t i = 0; i < told->people_count; i++) size += strlen(told->people[i].folded);
    return size;
}

static int by_exactness(const void *left, const void *right) {
    const bg_told *a = left, *b = right;
    int difference = exactness(b) - exactness(a);
    if (difference) return difference;
    if (a->people_count != b->people_count) return a->people_count > b->people_count ? -1 : 1;
    size_t a_size = names_size(a), b_size = names_size(b);
    if (a_size != b_size) return a_size > b_size ? -1 : 1;
    return strcmp(a->id, b->id);
}

/* What people decided of events, by the places of the events in the order. */
typedef struct will {
    bg_told *told;
    size_t count;
    const bg_link *links;
    size_t link_count;
    size_t *place; /* of an event, by its number */
    size_t *linked; /* how many links an event has, by its place */
} will;

static bool make_will(bg_arena *arena, will *w) {
    if (!w->link_count) return true;
    w->place = bg_arena__alloc(arena, w->count * sizeof *w->place);
    w->linked = bg_arena__alloc(arena, w->count * sizeof *w->linked);
    if (!w->place || !w->linked) return false;
    for (size_t i = 0; i < w->count; i++) w->place[w->told[i].n] = i;
    for (size_t i = 0; i < w->link_count; i++) w->linked[w->place[w->links[i].a]]++, w->linked[w->place[w->links[i].b]]++;
    return true;
}

/* Is anything of one group parted from anything of the other? Those that have no group yet are in none. */
static bool parted(const will *w, size_t group, size_t other) {
    for (size_t i = 0; i < w->link_count; i++) {
        if (w->links[i].join) continue;
        size_t a = w->told[w->place[w->links[i].a]].group, b = w->told[w->place[w->links[i].b]].group;
        if ((a == group && b == other) || (a == other && b == group)) return true;
    }
    return false;
}

static bool fits_group(const will *w, size_t self, size_t first) {
    const bg_told *told = w->told;
    if (!bg_merge__same(&told[first], &told[self], NULL)) return false;
    bool lasts = is_type(&told[first], "visit") && told[first].end; /* others may tell of one of its days each */
    for (size_t i = first + 1; i < self; i++)
        if (told[i].group == first && ((!lasts && dates_clash(&told[i], &told[self])) || people_clash(&told[i], &told[self]) || elsewhere(&told[i], &told[self])))
            return false;
    return !w->link_count || !w->linked[self] || !parted(w, self, first);
}

/* How well an event fits a group of its kind: that all principals are the same counts more than the day. */
static int closeness(const bg_told *a, const bg_told *b) { return (all_shared(a, b) ? 2 : 0) + (dates_agree(a, b) == DAY_COMMON); }

/* Do they share a person of two countries? */
static bool share_two_sides(const bg_told *a, const bg_told *b) {
    const char *first = NULL;
    for (size_t i = 0; i < a->people_count; i++) {
        const char *country = find_in(&a->people[i], b) ? a->people[i].country : NULL;
        if (country && first && strcmp(country, first) != 0) return true;
        if (country) first = country;
    }
    return false;
}

/* One contact beyond doubt: the same principals of both sides, of a visit the same guest, on one day. */
static bool is_sure(const bg_told *a, const bg_told *b) {
    if (!same_day(a, b) || same_page(a, b)) return false;
    return share_two_sides(a, b) || ((is_type(a, "visit") || (is_type(a, "conference") && is_type(b, "conference"))) && people_agree(a, b));
}

/* Groups with whose first event this one is one beyond doubt: the first of them, the first that is dated as it is; do two of them contradict each other? */
typedef struct certain {
    size_t first, alike;
    bool clash;
} certain;

static void add_certain(const will *w, size_t self, size_t group, certain *out) {
    const bg_told *told = w->told;
    if (!is_sure(&told[group], &told[self])) return;
    if (out->first == self) out->first = group;
    else out->clash |= dates_clash(&told[out->first], &told[group]);
    if (out->alike == self && same_text(told[group].start, told[self].start)) out->alike = group;
}

/*
 * The one group that this event fits best. Of several that it fits equally well the first that is certain: else every telling of a contact that many pages tell would be a group of its own as
 * soon as there are two. Where these contradict each other (of two years, and it tells none) one that is dated as it is. Itself if there is none.
 */
static size_t choose_group(const will *w, size_t self) {
    size_t found = self;
    int best = -1;
    certain sure = {self, self, false};
    for (size_t first = 0; first < self; first++) {
        if (w->told[first].group != first || !fits_group(w, self, first)) continue;
        int close = closeness(&w->told[first], &w->told[self]);
        if (close > best) best = close, found = first;
        else if (close == best) found = self;
        add_certain(w, self, first, &sure);
    }
    return found != self ? found : sure.clash ? sure.alike : sure.first;
}

/* ------------------------------------------------------------------ tellings that leave open who met */

/* Does it tell of states that met on a day, or of one principal at a summit, in a town or at talks, and leave open who was there? */
static bool is_open(const bg_told *told) {
    static const char *const types[] = {"conference", "call", "signing"};
    bool meets = strcmp(bg_merge__class(told), "meeting") == 0 && (told->summit || !is_type(told, "dialogue")), fits = meets;
    for (size_t i = 0; i < BG_COUNT(types); i++) fits |= is_type(told, types[i]);
    if (!fits || !strchr(told->sides, ',') || !date_parse(told->start).day || told->post_count) return false;
    return !told->people_count || ((told->summit || told->place || is_type(told, "talks")) && meets && !of_two_sides(told));
}

/* Talks are led by those who hold one office: who held them on a day with a state held them with one. */
static bool are_talks(const bg_told *open, const bg_told *whole) { return open->people_count && is_type(open, "talks") && is_type(whole, "talks"); }

/* Does it name all who could be named: of an organisation nobody is? */
static bool is_whole(const bg_told *told) {
    if (of_two_sides(told)) return true;
    return is_type(told, "conference") && told->people_count && strlen(told->sides) > STATE_SIZE * 2 + 1 && strcspn(told->sides, ",") + 1 + STATE_SIZE >= strlen(told->sides);
}

/* Is somebody too low in rank to be meant where states are said to meet? */
static bool is_low(const bg_told *told, bool summit) {
    for (size_t i = 0; i < told->people_count; i++)
        if (told->people[i].rank < RANK_COMMON && told->people[i].rank > (summit ? RANK_HEAD : RANK_STATE)) return true;
    return false;
}

/* May `open` tell of the contact of which `whole` names the principals of both sides? */
static bool may_fill(const bg_told *open, const bg_told *whole) {
    if (!is_open(open) || !is_whole(whole) || strcmp(open->sides, whole->sides) != 0 || !same_class(open, whole)) return false;
    if (!same_day(open, whole) || !all_in(open, whole) || is_low(whole, open->summit) || elsewhere(open, whole)) return false;
    return open->summit || ((!open->people_count || whole->place || are_talks(open, whole)) && places_agree(open, whole));
}

bool bg_merge__near(const bg_told *a, const bg_told *b) { return bg_merge__same(a, b, NULL) || may_fill(a, b) || may_fill(b, a); }

static size_t group_size(const will *w, size_t group) {
    size_t size = 0;
    for (size_t i = group; i < w->count; i++) size += w->told[i].group == group;
    return size;
}

/* A page that tells of the one beside the other may know why. */
static bool contradict(const bg_told *open, const bg_told *whole, bool alone) {
    return (alone && !open->summit && same_page(open, whole)) || dates_clash(open, whole) || people_clash(open, whole) || elsewhere(open, whole);
}

/* Of two groups: does nothing of one contradict the other? */
static bool groups_agree(const will *w, size_t open, size_t whole) {
    bool alone = group_size(w, open) == 1;
    for (size_t i = 0; i < w->count; i++)
        for (size_t k = 0; w->told[i].group == open && k < w->count; k++)
            if (w->told[k].group == whole && contradict(&w->told[i], &w->told[k], alone)) return false;
    return !w->link_count || !parted(w, open, whole);
}

/* The contact that everybody means who tells of these states on that day: the only one, or by far the most told. Itself if there is none. */
static size_t find_whole(const will *w, size_t open, size_t *others) {
    size_t best = open, most = 0;
    *others = 0;
    for (size_t i = 0; i < w->count; i++) {
        if (w->told[i].group != i || !may_fill(&w->told[open], &w->told[i])) continue;
        size_t size = group_size(w, i);
        if (size > most) *others = most, most = size, best = i;
        else if (size > *others) *others = size;
    }
    const bg_told *told = &w->told[open];
    size_t times = told->people_count && !told->summit && !are_talks(told, &w->told[best]) ? MOST_KNOWN : MOST_LEAST; /* one alone may have met others too */
    bool sure = times == MOST_LEAST && !*others ? true : most >= times && most >= *others * times;
    return sure && best != open && groups_agree(w, open, best) ? best : open;
}

static bool fill_open(bg_arena *arena, will *w) {
    size_t *whole = bg_arena__alloc(arena, (w->count + 1) * sizeof *whole), *others = bg_arena__alloc(arena, (w->count + 1) * sizeof *others);
    if (!whole || !others) return false;
    for (size_t i = 0; i < w->count; i++) whole[i] = w->told[i].group == i && is_open(&w->told[i]) ? find_whole(w, i, &others[i]) : i;
    for (size_t i = 0; i < w->count; i++) {
        if (whole[i] == i) continue;
        size_t a = w->told[i].group, b = w->told[whole[i]].group, first = a < b ? a : b, other = a < b ? b : a;
        for (size_t k = other; k < w->count; k++)
            if (w->told[k].group == other) w->told[k].group = first;
        bg_told *from = &w->told[first], *to = &w->told[other];
        to->reason = bg_arena__print(arena, "sides=%s; date=%s~%s; %s", to->sides, from->start, to->start, others[i] ? "most told that day" : "only one that day");
        if (!to->reason) return false;
    }
    return true;
}

/* Of events that were joined: the later group becomes part of the earlier one. */
static bool join_groups(bg_arena *arena, will *w, const bg_link *link) {
    size_t a = w->told[w->place[link->a]].group, b = w->told[w->place[link->b]].group;
    size_t first = a < b ? a : b, other = a < b ? b : a;
    if (first == other || parted(w, first, other)) return true;
    for (size_t i = other; i < w->count; i++)
        if (w->told[i].group == other) w->told[i].group = first;
    w->told[other].reason = bg_arena__print(arena, "decision=%s; by=%s; at=%s", link->decision, link->who, link->at);
    return w->told[other].reason != NULL;
}

typedef struct bound {
    const bg_link *link;
    size_t low, high; /* places of its events */
} bound;

static int by_place(const void *left, const void *right) {
    const bound *a = left, *b = right;
    if (a->low != b->low) return a->low < b->low ? -1 : 1;
    return (a->high > b->high) - (a->high < b->high);
}

static bool join_all(bg_arena *arena, will *w) {
    bound *list = bg_arena__alloc(arena, (w->link_count + 1) * sizeof *list);
    size_t count = 0;
    if (!list) return false;
    for (size_t i = 0; i < w->link_count; i++) {
        size_t a = w->place[w->links[i].a], b = w->place[w->links[i].b];
        if (w->links[i].join) list[count++] = (bound){&w->links[i], a < b ? a : b, a < b ? b : a};
    }
    if (count) qsort(list, count, sizeof *list, by_place);
    for (size_t i = 0; i < count; i++)
        if (!join_groups(arena, w, list[i].link)) return false;
    return true;
}

bool bg_merge__group(bg_arena *arena, bg_told *told, size_t count, const bg_link *links, size_t link_count) {
    bg_buf reason;
    will w = {.told = told, .count = count, .links = links, .link_count = link_count};
    if (count) qsort(told, count, sizeof *told, by_exactness);
    bool ok = make_will(arena, &w);
    for (size_t i = 0; i < count; i++) told[i].group = i;
    bg_buf__init(&reason, 1 << 20);
    for (size_t i = 0; i < count && ok; i++) {
        told[i].group = choose_group(&w, i);
        told[i].reason = NULL;
        if (told[i].group == i) continue;
        bg_buf__clear(&reason);
        bg_merge__same(&told[told[i].group], &told[i], &reason);
        told[i].reason = reason.failed ? NULL : bg_arena__text(arena, reason.bytes, reason.size);
        ok = told[i].reason != NULL;
    }
    bg_buf__free(&reason);
    return ok && fill_open(arena, &w) && (!link_count || join_all(arena, &w));
}
