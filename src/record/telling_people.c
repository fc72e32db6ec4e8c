/* telling_people: see telling.h. Who two tellings say that took part, by name or by office. */
#include "telling.h"
#include "fold.h"
#include "form.h"

/* ------------------------------------------------------------------ people */

/* Vietnamese names are not spelled in two ways. */
static bool sound_alike(const bg_principal *a, const bg_principal *b) {
    if (!a->key || !b->key || !a->country || !b->country || strcmp(a->country, "VN") == 0) return false;
    return bg_form__sounds_like(a->key, b->key) || bg_form__same_whole_sound(a->key, b->key);
}

bool bg_merge__same_person(const bg_principal *a, const bg_principal *b) {
    if (a->country && b->country && strcmp(a->country, b->country) != 0) return false;
    return bg_fold__same_person(a->folded, b->folded) || sound_alike(a, b);
}

const bg_principal *bg_telling__find_in(const bg_principal *who, const bg_told *told) {
    for (size_t i = 0; i < told->people_count; i++)
        if (bg_merge__same_person(who, &told->people[i])) return &told->people[i];
    return NULL;
}

static bool of_country(const bg_principal *who, const char *country) {
    return who->country && strcmp(who->country, country) == 0;
}

bool bg_telling__has_country(const bg_told *told, const char *country) {
    for (size_t i = 0; i < told->people_count; i++)
        if (of_country(&told->people[i], country)) return true;
    return false;
}

/* Of this country both name principals: do they share one? */
static bool country_shared(const bg_told *a, const bg_told *b, const char *country) {
    if (!bg_telling__has_country(b, country)) return true;
    for (size_t i = 0; i < a->people_count; i++)
        if (of_country(&a->people[i], country) && bg_telling__find_in(&a->people[i], b)) return true;
    return false;
}

/* Is there a country of which both name principals and share none? */
static bool names_clash(const bg_told *a, const bg_told *b) {
    for (size_t i = 0; i < a->people_count; i++)
        if (a->people[i].country && !country_shared(a, b, a->people[i].country)) return true;
    return false;
}

/* ------------------------------------------------------------------ offices, of those whom no name tells */

/* One of the offices that commas part, but for what one of them adds behind it ("thu tuong", "thu tuong chinh phu"). */
static bool share_office(const char *a, const char *b) {
    for (const char *x = a; x && b && *x;) {
        x += strspn(x, ", ");
        size_t nx = strcspn(x, ",");
        for (const char *y = b; *y;) {
            y += strspn(y, ", ");
            size_t ny = strcspn(y, ",");
            if (bg_form__same_office_part(x, nx, y, ny)) return true;
            y += ny;
        }
        x += nx;
    }
    return false;
}

/* "lãnh đạo", and whom the page gives no office of which a rank is known: says not who it is. */
static bool is_vague_office(const bg_principal *who) { return !who->office || !who->rank || who->rank >= BG_RANK_COMMON; }

bool bg_telling__same_post(const bg_principal *a, const bg_principal *b) {
    if (!a->country || !b->country || strcmp(a->country, b->country) != 0 || is_vague_office(a) || is_vague_office(b) || a->rank != b->rank) return false;
    return share_office(a->office, b->office) || share_office(a->office, b->alias) || share_office(a->alias, b->office) || share_office(a->alias, b->alias);
}

/* Those of a country whom a page names, else those whose office it tells. */
const bg_principal *bg_telling__parties_of(const bg_told *told, const char *country, size_t *count) {
    bool named = bg_telling__has_country(told, country);
    *count = named ? told->people_count : told->post_count;
    return named ? told->people : told->posts;
}

typedef enum relation { SILENT, MATCH, CLASH } relation;

/* Are those of a country the same, of whom one page, or each, tells the office alone? Who holds an office on one day is one person. */
static relation posts_of(const bg_told *a, const bg_told *b, const char *country) {
    size_t na, nb;
    const bg_principal *x = bg_telling__parties_of(a, country, &na), *y = bg_telling__parties_of(b, country, &nb);
    relation found = SILENT;
    if (bg_telling__has_country(a, country) && bg_telling__has_country(b, country)) return SILENT;
    for (size_t i = 0; i < na; i++)
        for (size_t k = 0; of_country(&x[i], country) && k < nb; k++) {
            if (!of_country(&y[k], country)) continue;
            if (bg_telling__same_post(&x[i], &y[k])) return MATCH;
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
            count += how == MATCH && !(turn && !bg_telling__has_country(a, country)); /* offices on both pages: once */
        }
    }
    return count;
}

bool bg_telling__people_clash(const bg_told *a, const bg_told *b) {
    return names_clash(a, b) || ((a->post_count || b->post_count) && posts_agree(a, b) < 0);
}

bool bg_telling__is_type(const bg_told *told, const char *type) { return strcmp(told->type, type) == 0; }

bool bg_telling__people_agree(const bg_told *a, const bg_told *b) {
    if (bg_telling__people_clash(a, b)) return false;
    for (size_t i = 0; i < a->people_count; i++)
        if (bg_telling__find_in(&a->people[i], b)) return true;
    return (a->post_count || b->post_count) && posts_agree(a, b) >= (bg_telling__is_type(a, "visit") ? 1 : 2); /* who visits is of one side */
}

bool bg_telling__all_in(const bg_told *a, const bg_told *b) {
    for (size_t i = 0; i < a->people_count; i++)
        if (!bg_telling__find_in(&a->people[i], b)) return false;
    return true;
}

bool bg_telling__of_two_sides(const bg_told *told) {
    const char *first = NULL;
    for (size_t i = 0; i < told->people_count; i++) {
        const char *country = told->people[i].country;
        if (country && first && strcmp(country, first) != 0) return true;
        if (country && !first) first = country;
    }
    return false;
}

/* … of whom one may be told by his office. */
bool bg_telling__knows_two_sides(const bg_told *told) {
    const char *first = told->people_count ? told->people[0].country : NULL;
    if (bg_telling__of_two_sides(told)) return true;
    for (size_t i = 0; i < told->post_count; i++) {
        const bg_principal *post = &told->posts[i];
        if (!post->country || is_vague_office(post)) continue;
        if (first && strcmp(post->country, first) != 0) return true;
        first = post->country;
    }
    return false;
}

bool bg_telling__is_nameless(const bg_told *told) { return !told->people_count && !told->post_count; }

bool bg_telling__all_shared(const bg_told *a, const bg_told *b) { return bg_telling__all_in(a, b) && bg_telling__all_in(b, a); }

/* The same principals on both, of two sides or more. */
bool bg_telling__people_equal(const bg_told *a, const bg_told *b) { return bg_telling__of_two_sides(a) && bg_telling__of_two_sides(b) && bg_telling__all_shared(a, b); }
