/* when: what the files that decide on days share. */
#ifndef BG_CLAIM_WHEN_H
#define BG_CLAIM_WHEN_H

#include "claim.h"

#define OPENING_WORDS 5 /* of a sentence: a day or "trong khi" there holds for what follows */

/* A single day, known to the month. */
static inline bool bg_date__is_single(const bg_date *d) { return d && d->month && d->day && !d->day2 && !d->period; }

/* "kỷ niệm 30 năm ngày ký …, ngày 5/3/2021": the day is that of what is held now. */
bool bg_contact__is_jubilee(const bg_claims *c, const bg_contact *contact);
/* Do both name one and the same person? */
bool bg_contact__shares_person(const bg_claims *c, const bg_contact *a, const bg_contact *b);
/* Is it what was done on a visit of the same states told just before, of which no day is told? */
bool bg_contact__is_on_visit(const bg_claims *c, const bg_contact *contact);
/* Is a side of the one none of the other? */
bool bg_contact__has_third(const bg_contact *one, const bg_contact *other);
/* The day of the dates of a sentence, if they name no other than `found`; `several` if they do. */
uint32_t bg_sentence__same_day(const bg_claims *c, const bg_sentence *s, uint32_t found, bool *several);
/* A date of its own for the contact, a copy of `date`; unchanged when memory is out. */
void bg_contact__set_date(bg_claims *claims, bg_contact *contact, const bg_date *date);

/* years.c: did those who take part hold their offices in that year, or may they have? True where no year is told. */
bool bg_contact__may_be_in(const bg_claims *claims, const bg_contact *contact, int year);

/* ---- opening_day.c, for when.c */
/* A single day; a span of days only for what lasts. */
bool bg_date__names_day(const bg_date *d, const bg_contact *contact);
/* Within what somebody says, and not at the end of the sentence? */
bool bg_sentence__is_matter(const bg_claims *c, const bg_sentence *s, uint32_t day);
/* "Trước đó, …": what was before the news. */
bool bg_sentence__opens_earlier(const bg_claims *c, const bg_sentence *s);
/* Within quotation marks that are still open at the token? */
bool bg_sentence__is_quoted(const bg_claims *c, const bg_sentence *s, uint32_t tok);
/* The type of the last word for a contact before a day in its sentence; NULL if there is none. */
const char *bg_date__word_before(const bg_claims *c, const bg_date *d);
/* "Chuyến thăm của A diễn ra nhân dịp hội nghị được tổ chức từ ngày 6 đến 11/11": the last word for a contact before the days is no visit. */
bool bg_date__is_of_attended(const bg_claims *c, const bg_contact *contact, const bg_date *d);
/* The only day of a sentence of the lead that tells of the contact: "… chiều 21/6 tại Seoul". */
uint32_t bg_sentence__only_day(const bg_claims *c, const bg_contact *contact, const bg_sentence *s);

#endif
