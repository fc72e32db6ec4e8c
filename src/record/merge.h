/*
 * merge: when do two pages tell of the same contact? Pure functions over what the pages say.
 *
 * Two events may be one contact when type and sides are the same (talks on one page, the summit of two states that one calls a conference, or what one calls a dialogue of two states, are a meeting on another: if the day and
 * the principals of both sides are the same), and
 *   people  at least one named principal is the same person (bg_merge__same_person), and
 *           for every country of which both name principals, they share one. Whom a page calls by his office alone is whoever holds it on the other page, since both tell of one day: where
 *           one page names those of a country and the other tells their office, or both tell it, the office must be the same (rank and words, or the other word for it); offices of both
 *           sides do for a name, of a visit that of the guest. A common noun ("lãnh đạo") tells nothing.
 *           If neither tells of anybody: the same day of the calendar, no two different places, never two events of one page; of what is said, signed or celebrated, of
 *           which there may be several a day, the first sentences must say the same (as below), of what has no type the verbs; without any date the first sentence is the same.
 *   places  two days without the year on one of them, in two countries, each told by the sentence that tells of the contact, are of two years.
 *   dates   what both say agrees: 2021-09-27 and --09-27, 2024-06 and 2024-06-20; two spans of days overlap. A date without
 *           a year gets the one that its page's publication suggests (the last such day before it, the next one if planned)
 *           for this comparison only; greetings on a national day of different years are different contacts. Further:
 *             only the year in common: the principals must be the same on both, of two sides or more;
 *             nothing in common (one has no date, --09-27 against 2021, --06 twice without publication dates): either the first sentence is the
 *             same on both pages (a reprint), or they were published close to each other: an undated page within 7 days
 *             after the dated contact, two undated ones within 3 days. The principals of both sides must be the same or, published close, all of one page's be
 *             among the other's; one of them is enough for a visit, and for two main events within 2 days. Never two events of one page.
 *           A call that is the main event of two pages may be on two days next to each other: clocks differ.
 *   words   one side's statement: a fifth of the pairs of words of the shorter first sentence stand in the other, names and offices aside; who speaks out twice a day says two things.
 *           So do meetings and calls of two sides of which one page names the principals of one side only, unless both are the main event of their page; and if the other one names
 *           somebody of the second side, this one must know of somebody there, by his office, or be its page's news. Never two of one page.
 *           A ceremony: more than half of the words of the shorter verb, or its first two.
 *
 * "May be one" is not transitive: "2025" agrees with 2025-05 and 2025-11. So groups are made in one order that depends on
 * the facts alone (most exact date first, then most people, longest names, id): an event joins a group if it may be one
 * contact with the group's first, most exact event and contradicts none of the others (of a visit of several days others may each tell one of them). If that holds of several groups, it
 * joins the one of which principals and day fit best; of equal ones the first with whose first event it shares the day and principals of both sides (of a visit the guest, of a conference one), or, if these
 * contradict each other, that one of them that is dated in the same words; else none, and stays a contact of its own. Then what leaves open who met is
 * looked at: states that met, talked by telephone or signed on a day, or one principal alone at a summit, at talks or in a town (is_open() in merge_group.c). Such a group becomes part of the only contact of these
 * sides, this class and day of which the principals of both sides are named (of a conference with an organisation anybody; where both are talks one alone is enough, since who leads talks meets his like), none of them lower than a minister (at a summit: a deputy of who leads), or of the one that has four times
 * as many tellings as any other, and four at least (of one alone in that town ten, for he may have met others); unless something contradicts, or it is one telling of a page that tells of that contact beside it. What people decided of two events goes before. Hence the result is a function of the set of pages and decisions,
 * whatever the order of adding.
 */
#ifndef BG_MERGE_H
#define BG_MERGE_H

#include "../base/base.h"

typedef struct bg_principal {
    const char *name, *folded, *country; /* country may be NULL */
    const char *key;                     /* form.h; may be NULL */
    const char *office, *alias;          /* as the page gives it, in other words: folded, may be NULL */
    unsigned rank;                       /* of that office (bg_entity.rank) */
} bg_principal;

/* One person, as far as two tellings of one contact say: no two countries, and names of which one holds the other or, of foreigners, that sound alike. */
bool bg_merge__same_person(const bg_principal *a, const bg_principal *b);

/* One event as far as merging looks at it. */
typedef struct bg_told {
    const char *id, *page, *type, *sides;
    const char *start, *end, *place, *published; /* may be NULL; `place` folded */
    const char *place_country;                   /* in which the place is; may be NULL */
    const char *lead, *verb;                     /* first sentence, words that named it, both folded; may be NULL */
    const char *titles;          /* words of the principals' offices, folded; may be NULL */
    bool main, planned;
    bool summit;                 /* those meet who lead the states */
    const bg_principal *posts;   /* who took part and is called by an office alone: its words for the name, no key */
    size_t post_count;
    const void *row; /* the caller's own */
    size_t n;        /* the caller's number of it, by which links name it */
    const bg_principal *people;
    size_t people_count;
    size_t group; /* result: index of the first member of its group */
    const char *reason; /* result: why it is in this group; NULL for the first member */
} bg_told;

/* What somebody decided of two events: they are one contact, or they are not. */
typedef struct bg_link {
    size_t a, b; /* bg_told.n */
    bool join;
    const char *decision, *who, *at;
} bg_link;

/* May the two be one contact? If so, `reason` (may be NULL) gets "person=A~B; date=X~Y". */
bool bg_merge__same(const bg_told *a, const bg_told *b, bg_buf *reason);

/*
 * Sort `told` into the order above and group it. Reasons are allocated in `arena`. False: out of memory.
 * Events of different class or sides never share a group, unless people joined them.
 *   links  what people decided: an event joins no group of one that it is parted from; then the groups of events that were joined become one, in the
 *          order of the events, unless that would bring together what was parted
 */
bool bg_merge__group(bg_arena *arena, bg_told *told, size_t count, const bg_link *links, size_t link_count);

/* Year ("2025") and month ("05") of a date, each "" if unknown: two dates that agree have both in common where both are known. */
void bg_merge__month(const char *text, char year[5], char month[3]);

/* What tellings that may be one contact have in common: "meeting" for talks and for the summit of two states, the type itself for all others. */
const char *bg_merge__class(const bg_told *told);

/* May they be one contact, or one through a third (bg_merge__group)? Where this does not hold, neither says anything of the other. */
bool bg_merge__near(const bg_told *a, const bg_told *b);

#define BG_DAYS_AFTER 7 /* an undated page reports a contact of at most so many days ago */
#define BG_DAYS_APART 3 /* between two undated pages on one contact */

/* When an event may have been, as bg_merge__same() takes its date; numbers are 0 where nothing is known, days are counted from an epoch. */
typedef struct bg_when {
    bool full;                            /* its day is known, `first`; `last` is another one if it went on */
    int year, month, end_year, end_month; /* the year may be the one that its page's publication suggests; of a full date with a day on either side */
    int64_t first, last;                  /* without a full date: of these months, or of the year */
    int64_t published;
} bg_when;
void bg_merge__when(const bg_told *told, bg_when *out);
void bg_merge__civil(int64_t day, int *year, int *month); /* of a day since that epoch */

/* Days since an epoch of a full date (YYYY-MM-DD…); 0 if it is none. */
int64_t bg_merge__day_number(const char *text);

/* Days (YYYY-MM-DD) between which a date lies; false if its year is unknown. */
bool bg_merge__days(const char *start, const char *end, char first[11], char last[11]);

#endif
