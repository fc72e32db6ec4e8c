/* person: what the files that tell who is who share. `person` and `country` fill a person, `bearer` finds one; `resolve` is the order. */
#ifndef BG_PERSON_H
#define BG_PERSON_H

#include "words.h"

#define BG_KNOWN_MAX 4 /* offices that the lexicon knows of a person */

/* What is kept of a person so that no name is cut twice. */
struct person_words {
    const bg_words *name, *alias, *offices[BG_OFFICES_MAX];
    const bg_words *known[BG_KNOWN_MAX]; /* offices that the lexicon knows, for a page that gives none */
};

/* ---- person.c: names, offices, sex, rank */
bg_person *bg_person__add(bg_mentions *mentions); /* NULL: out of memory */
bool bg_person__set_name(bg_mentions *mentions, bg_person *p, const char *name); /* if it is longer than the one that is there */
void bg_person__add_office(bg_mentions *mentions, bg_person *p, const char *office);
void bg_person__add_offices(bg_mentions *mentions, bg_person *p, const bg_capture *c); /* the whole string of offices first, then its POST parts */
/* The office that the other holds: for his counterpart. */
void bg_person__add_office_of(bg_mentions *mentions, bg_person *p, const bg_person *other);
void bg_person__set_gender(const bg_mentions *mentions, bg_person *p, const bg_mark *mark); /* by "ông", "bà", or a name that only women have */
void bg_person__set_force(const bg_mentions *mentions, bg_person *p, const bg_mark *mark);
bool bg_person__add_mention(bg_mentions *mentions, bg_person *p, const bg_mark *mark);

const char *bg_office__words(const bg_mentions *mentions, uint32_t tok, uint32_t end); /* without "tân", "đương kim" */
const char *bg_office__alias(const bg_mentions *mentions, uint32_t tok); /* the other word for the office at a token, NULL = none */
bool bg_office__is_counterpart(const bg_mentions *mentions, uint32_t tok); /* "người đồng cấp" is no office of its own */
uint64_t bg_office__head(const bg_words *words); /* a bit for its first word */
bool bg_office__is_plural(const bg_mentions *mentions, uint32_t tok); /* "các Bộ trưởng": nobody in particular */
bool bg_office__is_generic(const bg_mentions *mentions, const bg_mark *mark, const bg_capture *o); /* "lãnh đạo", "chủ tịch" alone */
const bg_mark *bg_office__next(const bg_text *text, uint32_t tok, uint32_t end); /* the first POST within [tok, end), NULL = none */

/* ---- country.c: of which state */
const char *bg_country__of_words(const bg_mentions *mentions, uint32_t tok, uint32_t end); /* what a body in them implies; NULL = nothing */
bool bg_country__is_told(const bg_mentions *mentions, const char *country); /* does the page name the state? */
const char *bg_country__said(const bg_mentions *mentions, const bg_mark *mark);
const char *bg_country__known(const bg_mentions *mentions, const bg_capture *n); /* NULL: the lexicon does not know the name */
bool bg_country__is_misjoined(const bg_mentions *mentions, const bg_mark *mark);
void bg_person__set_times(const bg_mentions *mentions, bg_person *p, const bg_capture *n);
void bg_person__set_country(bg_mentions *mentions, bg_person *p, const bg_mark *mark);

/* ---- guess.c */
void bg_country__guess(bg_mentions *mentions); /* of those of whom the page says none; the page's home, too */

/* ---- introduce.c */
void bg_person__introduce(bg_mentions *mentions); /* whose office alone is told where the page begins, and whose name behind it */

/* ---- bearer.c: who bears a name, who holds an office; NULL = nobody */
unsigned bg_person__office_fit(const bg_person *p, const bg_words *office); /* 0 does not hold it … 3 by just this name */
bg_person *bg_person__find_name(const bg_mentions *mentions, const char *name, const bg_mark *mark);
bg_person *bg_person__find_misspelt(bg_mentions *mentions, const bg_mark *mark, const char *name, const char *known);
bg_person *bg_person__find_office(bg_mentions *mentions, const char *office, const char *alias, const char *country);
bg_person *bg_person__find_by_part(bg_mentions *mentions, const bg_capture *o, const char *country);

/* ---- named.c, reference.c: the passes over the WHO marks; false: out of memory */
const bg_mark *bg_name__first(const bg_text *text, uint32_t tok, uint32_t end); /* the first name within [tok, end), NULL = none */
bool bg_named__take(bg_mentions *mentions, const bg_sentence *s, bg_mark *mark);
bool bg_named__take_counterpart(bg_mentions *mentions, const bg_sentence *s, bg_mark *mark);
bool bg_named__find_bare(bg_mentions *mentions, const bg_sentence *s);
bool bg_reference__take(bg_mentions *mentions, const bg_sentence *s, bg_mark *mark);

#endif
