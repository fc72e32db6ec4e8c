/* merge: what the files that make mentions of one contact one share. */
#ifndef BG_CLAIM_MERGE_H
#define BG_CLAIM_MERGE_H

#include "claim.h"

#define SUMMARY 2 /* sentences of the body that may be as bare as the title */

/* "hôm nay" on a page without a date: some day, but of no other year or month that the page names. */
bool bg_date__is_any_day(const bg_date *d);
bool bg_date__fits(const bg_date *a, const bg_date *b);
bool bg_contact__is_named(const bg_claims *c, const bg_contact *contact, unsigned i);
unsigned bg_contact__shared_people(const bg_claims *c, const bg_contact *a, const bg_contact *b);
/* No country for which both name people and none in common. */
bool bg_contact__people_fit(const bg_claims *c, const bg_contact *a, const bg_contact *b);
/* "A gặp riêng B trước khi hai bên hội đàm": told one after the other. */
bool bg_contact__follows(const bg_claims *c, const bg_contact *a, const bg_contact *b);
bool bg_contact__is_same(const bg_claims *c, const bg_contact *a, const bg_contact *b);
/* "hôm nay" that no page date resolves is still a day: a bare year or month does not tell it better. */
unsigned bg_date__precision(const bg_date *d);

#endif
