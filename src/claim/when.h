/* when: what the files that decide on days share. */
#ifndef BG_CLAIM_WHEN_H
#define BG_CLAIM_WHEN_H

#include "claim.h"

#define OPENING_WORDS 5 /* of a sentence: a day or "trong khi" there holds for what follows */
#define PAIR_SENTENCES 6    /* of the body, in which the same two are told to have met */

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

/* ---- lead_day.c, for when.c */
/* Is the first person whom the sentence names one of the contact? */
bool bg_contact__opens_sentence(const bg_claims *c, const bg_contact *contact, const bg_sentence *s);
/* "Hôm 6/2, C nêu rõ …": a sentence that tells only what others do, or with `say` what they say. */
bool bg_contact__others_act(const bg_claims *c, const bg_contact *contact, uint32_t sentence, bool say);
/* Is it told in the sentence, or somewhat before? */
bool bg_contact__is_told_near(const bg_contact *contact, uint32_t sentence);
/* The first day that opens a sentence of the opening, captions last; `has`: what is known of the day (NULL: nothing). BG_NONE: none does. */
uint32_t bg_contact__day_of_lead(const bg_claims *c, const bg_contact *contact, const bg_date *has);

/* ---- page_day.c, for when.c: what they find is a date, BG_NONE if nothing is */
/* The day beside a word for the contact in the opening, when the sentence names its sides or says nothing of others. */
uint32_t bg_contact__day_of_word(const bg_claims *c, const bg_contact *contact);
/* The only day that the opening names, where a principal acts; BG_NONE if it names none, or several. */
uint32_t bg_contact__day_of_page(const bg_claims *c, const bg_contact *contact);
/* "A sáng mai sẽ gặp B … A sẽ tới C vào ngày 6/11": the only day of the opening, on which a principal is to do something. */
uint32_t bg_contact__day_to_come(const bg_claims *c, const bg_contact *contact);
/* A day that its sentence tells as one to come. */
bool bg_date__is_to_come(const bg_claims *c, uint32_t ref);

/* ---- kin_day.c, for when.c and page_day.c */
/* The first of several days. */
uint32_t bg_date__first(const bg_claims *c, uint32_t ref);
/* The days of a visit of the same states that the opening tells of another of the party. */
uint32_t bg_contact__day_of_party(const bg_claims *c, const bg_contact *contact);
/* "Chuyến thăm diễn ra từ ngày 16 đến 19/10": a noun of the same type with a date of its own. */
uint32_t bg_contact__day_of_reference(const bg_claims *c, const bg_contact *contact);
/* The day on which the opening, or a picture, tells that the same two met, by another word. */
uint32_t bg_contact__day_of_pair(const bg_claims *c, const bg_contact *contact);
/* The day of a journey, a forum, a speech, a title that belongs to the contact; `has` as above. */
uint32_t bg_contact__day_of_kin(const bg_claims *c, const bg_contact *contact, const bg_date *has);
/* Of those who sit down with each other. */
bool bg_type__sits_down(const char *type);

#endif
