/* choose: what the files that find the main contact share. */
#ifndef BG_CLAIM_CHOOSE_H
#define BG_CLAIM_CHOOSE_H

#include "claim.h"

#define OPENING 5 /* sentences of the body in which the news stands */
#define LEAD_SENTENCES 4 /* … that are its lead */

/* Does somebody take part who is known to have acted long ago? */
bool bg_contact__has_historic(const bg_claims *c, const bg_contact *contact);
/* Dated by a month or a year alone: no news of the day. */
bool bg_contact__is_past(const bg_claims *c, const bg_contact *contact);
/* What two states hold together, at which one who is named speaks as the page begins. */
bool bg_contact__is_forum(const bg_claims *c, const bg_contact *contact);
/* "A nói trước khi hội đàm với B", "… sau cuộc gặp với B": is this telling the time of what is told? */
bool bg_contact__is_time_of(const bg_claims *c, const bg_contact *contact);
/* "Người phát ngôn: A sẽ gặp B" in the title: what its words announce, by a word that is sure of it, is the news, not that they were said. */
bool bg_contact__is_foretold(const bg_claims *c, const bg_contact *contact);
/* "Sau khi A điện đàm với B, C …": a clause of time about others. */
bool bg_contact__is_time_clause(const bg_claims *c, const bg_contact *contact);
/* "Pháp phản đối Phó thủ tướng Italy gặp …": in the title others do it, and a state speaks out on it. */
bool bg_contact__is_spoken_of(const bg_claims *c, const bg_contact *contact);
/* "Các chuyên gia cho rằng …": the lead is what experts think. */
bool bg_claims__onlookers_speak(const bg_claims *c);
/* Count what tells a page that weighs from one that reports; before any contact is weighed. */
void bg_claims__count_doubts(bg_claims *c);
/* Does the page weigh throughout? */
bool bg_claims__doubts(const bg_claims *c);
/* Does what the sentence tells around the words name the press: "nói với báo giới", "tại cuộc họp báo"? */
bool bg_saying__faces_press(const bg_claims *c, const bg_saying *s);
/* "A để ngỏ khả năng gặp B": is it told, where the page begins, only as what somebody would do? */
bool bg_contact__is_wished(const bg_claims *c, const bg_contact *contact);
/* "A, B và C yêu cầu D …" where a page begins that tells no contact; NULL: nobody does. */
bg_contact *bg_contact__voice_of_many(bg_claims *c);
/* Does the page's opening, or the sentence in which the state speaks, name another one? */
bool bg_claims__looks_abroad(const bg_claims *c, const char *state, uint32_t speaks);
int bg_contact__weigh(const bg_claims *c, const bg_contact *contact);
bool bg_contact__may_be_main(const bg_claims *c, const bg_contact *contact);

/* ---- declared.c, for choose.c */
/* A page without a contact may be about what a state declares, or an official to the press whose title names him or his state, and another one. NULL: none. */
bg_contact *bg_claims__declaration(bg_claims *c);

/* ---- journey.c, for choose.c */
/* "A đến B, bắt đầu chuyến thăm", and in turn the welcome, the talks, who else received him: the page is on the visit. NULL: none. */
bg_contact *bg_contact__visit_around(const bg_claims *c, bg_contact *best);
/* The visit is the news behind what its guest has still to do, or what the two states agree on. `best` itself: none. */
bg_contact *bg_contact__visit_of(const bg_claims *c, bg_contact *best);
/* "Chuyên cơ của Tổng thống A sắp hạ cánh", and below that he comes from the 23rd to the 25th: what else there is to tell is told of the visit. NULL: none. */
bg_contact *bg_claims__journey_of_title(bg_claims *c);

/* ---- at_home.c, for choose.c */
/* "Bộ trưởng Y tế: …" on a page of no other state: what is said at home is no contact. */
void bg_claims__drop_words_at_home(bg_claims *c);

/* ---- past.c, for weigh.c */
/* "A từng đến X": what had been done before, beside a contact that is not so told. */
bool bg_contact__was_once(const bg_claims *c, const bg_contact *contact);
/* "Trước đó, …": told behind what it came before. */
bool bg_contact__opens_earlier(const bg_claims *c, const bg_contact *contact);
/* Shown under pictures alone, "… năm 2017", "… hồi tháng trước". */
bool bg_contact__is_old_picture(const bg_claims *c, const bg_contact *contact);
/* The title announces what was prepared at a contact that the lead tells; by a noun is enough where nobody is named for what is to come. */
bool bg_contact__is_overtaken(const bg_claims *c, const bg_contact *contact);

/* ---- doubts.c, for weigh.c */
/* Does the lead weigh or doubt, rather than report? */
bool bg_claims__lead_weighs(const bg_claims *c);

#endif
