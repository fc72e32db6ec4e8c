/* complete: what the files that fill contacts from elsewhere on the page share. */
#ifndef BG_CLAIM_COMPLETE_H
#define BG_CLAIM_COMPLETE_H

#include "claim.h"

/* Add who is marked to the contact, with his state. */
void bg_contact__take(const bg_claims *c, bg_contact *contact, const bg_mark *mark, const char *role);
/* … who does not speak for others. */
const bg_mark *bg_claims__party_at(const bg_claims *c, uint32_t tok);
/* The first person of each of two countries in the sentence; of the contact's own sides when it has two. */
void bg_contact__take_two(const bg_claims *c, bg_contact *contact, const bg_sentence *s);
bool bg_contact__opens_page(const bg_claims *c, const bg_contact *contact);
/* "Bộ trưởng Quốc phòng hai nước": ministers of which the contact has none. */
bool bg_contact__are_others(const bg_claims *c, const bg_contact *contact, const bg_contact *pair);

/* "Con trai của Chủ tịch A": is the mark A? */
bool bg_claims__is_of_kin(const bg_claims *claims, const bg_mark *who);

/* ---- listed.c, for principals.c */
/* "… đề nghị Campuchia", "… chúc mừng Lào": the state to which a statement of one alone is addressed. */
void bg_contact__add_addressees(const bg_claims *c, bg_contact *contact);
/* "Nga nói kênh liên lạc với Mỹ đóng băng": what is said concerns the one other state of the title. */
void bg_contact__add_spoken_of(const bg_claims *c, bg_contact *statement);

#endif
