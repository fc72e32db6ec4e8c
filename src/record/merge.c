/* merge: see merge.h. May two tellings be one contact? */
#include "telling.h"

#include <stdlib.h>

#define MAIN_APART 2 /* days between two pages of which it is the main event, or behind its day */
#define PAIRS_MAX 256 /* pairs of words of a sentence that are looked at */
#define PAIRS_LEAST 3 /* in common, and one in PAIRS_SHARE of the shorter sentence */
#define PAIRS_SHARE 5
#define LEAD_MIN 40  /* bytes; a shorter sentence is no proof of a reprint */

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

bool bg_telling__same_text(const char *a, const char *b) { return a && b && strcmp(a, b) == 0; }

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
bool bg_telling__places_agree(const bg_told *a, const bg_told *b) {
    if (!a->place || !b->place || all_words_in(a->place, b->place) || all_words_in(b->place, a->place)) return true;
    return strchr(last_two(a->place), ' ') && strcmp(last_two(a->place), last_two(b->place)) == 0;
}

static bool reprinted(const bg_told *a, const bg_told *b) {
    return bg_telling__same_text(a->lead, b->lead) && strlen(a->lead) >= LEAD_MIN;
}

/* "office=Thủ tướng LA~Sonexay Siphandone": by whom an office is held. */
static void give_post(const bg_principal *post, const bg_told *other, bg_buf *out) {
    size_t count;
    const bg_principal *with = post->country ? bg_telling__parties_of(other, post->country, &count) : NULL;
    for (size_t i = 0; with && i < count; i++) {
        if (!bg_telling__same_post(post, &with[i])) continue;
        bg_buf__print(out, "office=%s %s~%s; ", post->name, post->country, with[i].name);
        return;
    }
}

static void give_reason(const bg_told *a, const bg_told *b, bg_dates how, bg_buf *out) {
    for (size_t i = 0; i < a->people_count; i++) {
        const bg_principal *other = bg_telling__find_in(&a->people[i], b);
        if (other) bg_buf__print(out, "person=%s~%s; ", a->people[i].name, other->name);
    }
    for (size_t i = 0; i < a->post_count; i++) give_post(&a->posts[i], b, out);
    for (size_t i = 0; i < b->post_count; i++)
        if (b->posts[i].country && bg_telling__has_country(a, b->posts[i].country)) give_post(&b->posts[i], a, out);
    if (bg_telling__is_nameless(a) && bg_telling__is_nameless(b)) bg_buf__print(out, "sides=%s; ", a->sides);
    bg_buf__print(out, "date=%s~%s", a->start ? a->start : "?", b->start ? b->start : "?");
    if (strcmp(a->type, b->type) != 0) bg_buf__print(out, "; type=%s~%s", a->type, b->type);
    if (how == BG_DATES_CLASH) bg_buf__text(out, "; next day");
    if (how != BG_DATES_OPEN) return;
    if (reprinted(a, b)) bg_buf__text(out, "; same first sentence");
    else bg_buf__print(out, "; published=%s~%s", a->published ? a->published : "?", b->published ? b->published : "?");
}


static bool of_two_states(const char *sides) { return strlen(sides) == BG_STATE_SIZE * 2 + 1 && sides[BG_STATE_SIZE] == ','; }

const char *bg_merge__class(const bg_told *told) {
    bool states = of_two_states(told->sides), summit = told->summit && states && strcmp(told->type, "conference") == 0;
    return summit || (states && strcmp(told->type, "dialogue") == 0) || strcmp(told->type, "talks") == 0 ? "meeting" : told->type;
}

bool bg_telling__same_page(const bg_told *a, const bg_told *b) { return strcmp(a->page, b->page) == 0; }

/* One day of the calendar, as far as both tell: the year may be missing. */
bool bg_telling__same_day(const bg_told *a, const bg_told *b) {
    bg_ymd x = bg_telling__date(a->start), y = bg_telling__date(b->start);
    return x.day && x.day == y.day && x.month == y.month && bg_telling__dates_agree(a, b) == BG_DATES_DAY;
}

bool bg_telling__same_class(const bg_told *a, const bg_told *b) { return strcmp(bg_merge__class(a), bg_merge__class(b)) == 0; }

static bool same_type(const bg_told *a, const bg_told *b) {
    if (!bg_telling__same_class(a, b)) return false;
    if (strcmp(a->type, b->type) == 0) return true;
    bool states = bg_telling__is_nameless(a) && bg_telling__is_nameless(b) && (a->summit || b->summit);
    return bg_telling__same_day(a, b) && !bg_telling__same_page(a, b) && (states || bg_telling__people_equal(a, b));
}


/* Who meets several people of one country a day is told of with one of them here, with another there. */
static bool one_of_several(const bg_told *a, const bg_told *b) {
    bool encounter = strcmp(bg_merge__class(a), "meeting") == 0 || bg_telling__is_type(a, "call");
    bool both_told = (bg_telling__knows_two_sides(a) && bg_telling__knows_two_sides(b)) || (a->people_count > 1 && bg_telling__all_shared(a, b));
    return encounter && strchr(a->sides, ',') && !both_told && !(a->main && b->main);
}

/* Does one page name principals of both sides, where the other, in passing, knows of nobody on the second? */
static bool is_vague(const bg_told *a, const bg_told *b) {
    if (bg_telling__of_two_sides(a) == bg_telling__of_two_sides(b)) return false;
    const bg_told *less = bg_telling__of_two_sides(a) ? b : a;
    return !less->main && !less->post_count;
}

/* States alone are told of: do the words say that it is one thing? Two of a kind on one day are rare, but for what one says or signs. */
static bool states_say_same(const bg_told *a, const bg_told *b) {
    static const char *const many[] = {"statement", "signing", "ceremony"};
    if (reprinted(a, b) || (a->main && b->main && bg_telling__same_text(a->start, b->start))) return true;
    for (size_t i = 0; i < BG_COUNT(many); i++)
        if (bg_telling__is_type(a, many[i])) return same_saying(a, b);
    return strcmp(bg_merge__class(a), "other") != 0 || same_verb(a, b);
}

static bool nameless_agree(const bg_told *a, const bg_told *b) {
    if (bg_telling__same_page(a, b) || !strchr(a->sides, ',') || !states_say_same(a, b)) return false;
    return bg_telling__places_agree(a, b) && (bg_telling__same_day(a, b) || (!a->start && !b->start && reprinted(a, b)));
}

static bool same_words(const bg_told *a, const bg_told *b) {
    if (bg_telling__is_nameless(a) && bg_telling__is_nameless(b)) return true; /* nameless_agree() */
    if (one_of_several(a, b)) return !bg_telling__same_page(a, b) && !is_vague(a, b) && (reprinted(a, b) || same_saying(a, b));
    if (bg_telling__is_type(a, "statement")) return reprinted(a, b) || (bg_telling__of_two_sides(a) && bg_telling__of_two_sides(b)) || same_saying(a, b);
    return !bg_telling__is_type(a, "ceremony") || same_verb(a, b);
}

bool bg_telling__dates_clash(const bg_told *a, const bg_told *b) {
    if (bg_telling__dates_agree(a, b) != BG_DATES_CLASH) return false;
    return !(bg_telling__is_type(a, "call") && a->main && b->main && !bg_telling__same_page(a, b) && bg_telling__people_equal(a, b) && bg_telling__next_days(a, b));
}

/* Nothing but the day of publication is in common. */
static bool people_suffice(const bg_told *a, const bg_told *b) {
    if (bg_telling__people_equal(a, b)) return true;
    if (!bg_telling__close_in_time(a, b)) return false;
    if (bg_telling__of_two_sides(a) && bg_telling__of_two_sides(b) && (bg_telling__all_in(a, b) || bg_telling__all_in(b, a))) return true;
    return bg_telling__is_type(a, "visit") || (a->main && b->main && bg_telling__within_days(a, b, MAIN_APART, MAIN_APART));
}

static bool undated_agree(const bg_told *a, const bg_told *b) {
    return !bg_telling__same_page(a, b) && people_suffice(a, b) && (reprinted(a, b) || bg_telling__close_in_time(a, b));
}

/* In the sentence that tells of the contact itself: what other sentences say may be the place of something else. */
static bool tells_place(const bg_told *told) { return told->place && told->place_country && told->lead && strstr(told->lead, told->place); }

/* Two days of the calendar of which not both tell the year, in two countries: they met in two years. Of a visit it may be where it set out from. */
bool bg_telling__elsewhere(const bg_told *a, const bg_told *b) {
    bool apart_in_space = tells_place(a) && tells_place(b) && strcmp(a->place_country, b->place_country) != 0;
    return apart_in_space && !bg_telling__is_type(a, "visit") && !(bg_telling__is_full(bg_telling__date(a->start)) && bg_telling__is_full(bg_telling__date(b->start)));
}

bool bg_merge__same(const bg_told *a, const bg_told *b, bg_buf *reason) {
    if (strcmp(a->sides, b->sides) != 0 || !same_type(a, b) || bg_telling__elsewhere(a, b)) return false;
    bg_dates how = bg_telling__dates_agree(a, b);
    if (how == BG_DATES_CLASH && bg_telling__dates_clash(a, b)) return false;
    bool nameless = bg_telling__is_nameless(a) && bg_telling__is_nameless(b);
    if (nameless ? !nameless_agree(a, b) : !bg_telling__people_agree(a, b)) return false;
    if (how == BG_DATES_YEAR && !bg_telling__people_equal(a, b)) return false;
    if (how == BG_DATES_OPEN && !nameless && !undated_agree(a, b)) return false;
    if (!same_words(a, b)) return false;
    if (reason) give_reason(a, b, how, reason);
    return true;
}
