/* contact: what the files that read the mentions of contacts share. `wording` reads one, `party` and `day` fill it, `several` makes several of it. */
#ifndef BG_CLAIM_CONTACT_H
#define BG_CLAIM_CONTACT_H

#include "claim.h"

#define WORD_REACH 5 /* words of an entry before its part that is an entry of its own */

/* Add who is marked, in this role, unless he takes part already. */
void bg_contact__add_person(const bg_claims *c, bg_contact *contact, const bg_mark *who, const char *role);
const bg_mark *bg_contact__captured(const bg_claims *c, const bg_mark *fact, uint32_t name);
bool bg_claims__is_stop(const bg_claims *c, uint32_t tok);
/* Of one country, as far as the page tells. */
bool bg_claims__same_country(const bg_claims *c, const bg_mark *a, const bg_mark *b);
/* "trước sự chứng kiến của C, A và B ký …": C only looked on; another reading begins with A. */
bool bg_contact__is_of_witness(const bg_claims *c, const bg_mark *fact, const bg_sentence *s);
void bg_contact__add_parties(const bg_claims *c, bg_contact *contact, const bg_mark *fact, const bg_sentence *s);
/* "… tại Geneva, Thụy Sĩ hôm 5/3", "… tại Geneva (Thụy Sĩ) hôm 5/3": a sign within what names a place (said_day.c). */
bool bg_claims__is_within_place(const bg_claims *c, uint32_t tok);
uint32_t bg_claims__date_at(const bg_claims *c, uint32_t tok);
/* The token behind what tells that something takes place, or is to, at `tok`; BG_NONE if it tells nothing such. */
uint32_t bg_claims__tells_time(const bg_claims *c, uint32_t tok);
/* ", diễn ra từ ngày 5 đến 7/6", ", diễn ra tại thủ đô Lima ngày 5/6". */
bool bg_claims__has_day_near(const bg_claims *c, uint32_t tok, uint32_t end);
/* "… đã diễn ra lễ ký": the word before the noun says that it took place; the token where it begins, BG_NONE if there is none. */
uint32_t bg_contact__takes_place_before(const bg_claims *c, const bg_contact *contact, const bg_sentence *s);
/* Does a word that names a contact by itself stand at the token? */
bool bg_claims__is_strong(const bg_claims *c, uint32_t tok);
/* What the words of a mark say: type and parties. Enough to choose between the readings of a naming word. */
void bg_contact__read_words(const bg_claims *c, bg_contact *contact, uint32_t fact_mark, uint32_t sentence);
/* Is a visit told beside another contact that frames the sentence? Then its verb does no more than a noun. */
bool bg_contact__is_framed(const bg_claims *c, const bg_contact *contact, const bg_sentence *s);
/* Everything else, once the reading is chosen. */
void bg_contact__read_rest(const bg_claims *c, bg_contact *contact);
/* "A gặp B, C và D": as many meetings. */
bool bg_contact__add_meetings(bg_claims *claims, size_t index, const bg_sentence *s);
/* "A hội đàm với người đồng cấp B, C và D": as many meetings as states. */
bool bg_contact__add_states(bg_claims *claims, size_t index, const bg_sentence *s);
/* "các chuyến thăm C của A và B": as many visits as states that send a guest, or as there are days. */
bool bg_contact__add_visits(bg_claims *claims, size_t index, const bg_sentence *s);
void bg_contact__join_stops(bg_claims *claims, size_t first, const bg_sentence *s);
/* "các chuyến thăm của A (2000), B (2006) và C (2016)", "A là người thứ ba thăm X sau B (2000), C (2006)": each in his year. */
bool bg_contact__add_visits_of_years(bg_claims *claims, size_t index, const bg_sentence *s);
/* "thăm B các năm 2001, 2006 và 2013", "hai cuộc gặp năm 2000 và 2007": one in each year. */
bool bg_contact__add_years(bg_claims *claims, size_t index, const bg_sentence *s);
/* … one in each. */
bool bg_contact__add_months(bg_claims *claims, size_t index, const bg_sentence *s);
/* "ký bản ghi nhớ năm 2011 và tuyên bố tầm nhìn chung năm 2015": each paper has its own time. */
bool bg_contact__add_papers(bg_claims *claims, size_t index, const bg_sentence *s);
/* "A của nước này và B của nước kia gửi điện mừng": as many letters as states that write. */
bool bg_contact__split_letter(bg_claims *claims, size_t index);

#endif
