/*
 * telling: what two tellings of a contact (bg_told of merge.h) have in common, by field. Pure functions; what they amount to is said in merge.h.
 *   telling_day.c     when it was
 *   telling_people.c  who took part
 *   merge.c        words, places; the pair as a whole
 *   merge_group.c  groups
 */
#ifndef BG_TELLING_H
#define BG_TELLING_H

#include "merge.h"

#define BG_RANK_COMMON 9 /* of an office that is a common noun */
#define BG_STATE_SIZE 2  /* letters of a state's code */

/* ---- when */

typedef struct bg_ymd {
    int year, month, day; /* 0 = unknown */
} bg_ymd;

/* What two dates have in common. */
typedef enum bg_dates { BG_DATES_CLASH, BG_DATES_OPEN, BG_DATES_YEAR, BG_DATES_MONTH, BG_DATES_DAY } bg_dates;

bg_ymd bg_telling__date(const char *text); /* "2021-09-27", "--09-27", "2021"; NULL: all unknown */
bool bg_telling__is_full(bg_ymd date);
bg_dates bg_telling__dates_agree(const bg_told *x, const bg_told *y);
/* One has a full day and the other's page came out at most `after_max` days later; or neither has, and their pages are `apart_max` apart. */
bool bg_telling__within_days(const bg_told *x, const bg_told *y, long after_max, long apart_max);
bool bg_telling__close_in_time(const bg_told *x, const bg_told *y);
bool bg_telling__next_days(const bg_told *x, const bg_told *y); /* two full days next to each other, told by pages of about the same day */
bool bg_telling__same_day(const bg_told *a, const bg_told *b);
bool bg_telling__dates_clash(const bg_told *a, const bg_told *b);

/* ---- who */

/* Whom the other telling names that may be the same; NULL: nobody. */
const bg_principal *bg_telling__find_in(const bg_principal *who, const bg_told *told);
bool bg_telling__has_country(const bg_told *told, const char *country);
bool bg_telling__same_post(const bg_principal *a, const bg_principal *b);
const bg_principal *bg_telling__parties_of(const bg_told *told, const char *country, size_t *count); /* whom it names of a country, else whose office it tells */
bool bg_telling__people_clash(const bg_told *a, const bg_told *b);
bool bg_telling__people_agree(const bg_told *a, const bg_told *b);
bool bg_telling__all_in(const bg_told *a, const bg_told *b);     /* all whom `a` names are in `b` */
bool bg_telling__all_shared(const bg_told *a, const bg_told *b); /* … and the other way round */
bool bg_telling__people_equal(const bg_told *a, const bg_told *b); /* … of two sides or more */
bool bg_telling__of_two_sides(const bg_told *told);
bool bg_telling__knows_two_sides(const bg_told *told); /* … of whom one may be told by his office */
bool bg_telling__is_nameless(const bg_told *told);

/* ---- what */

/* Types and words: is it of the type, or do both tell the same? */
bool bg_telling__is_type(const bg_told *told, const char *type);
bool bg_telling__same_class(const bg_told *a, const bg_told *b);
bool bg_telling__same_page(const bg_told *a, const bg_told *b);
bool bg_telling__same_text(const char *a, const char *b);
bool bg_telling__places_agree(const bg_told *a, const bg_told *b);
bool bg_telling__elsewhere(const bg_told *a, const bg_told *b); /* two places in two countries on a day without its year */

#endif
