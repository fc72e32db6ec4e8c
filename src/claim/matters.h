/*
 * matters: the entries of the ledger while they are made, and what the parts that make them ask each other: the two sides (matter_side.c), who is bound (matter_bound.c),
 * what is no entry (matter_none.c), deeds (matter_deed.c), promises that no act of speech makes (matter_will.c), what is told of others (matter_told.c), what ought to be (matter_ought.c), and what all of them are about (matter.c).
 */
#ifndef BG_MATTERS_H
#define BG_MATTERS_H

#include "matter.h"

#define BG_MATTER_SIDES 3 /* states that are looked for: two, and whether there is another one */

typedef struct bg_matters {
    const bg_claims *claims;
    const bg_text *text;
    const bg_doc *doc;
    BG_VEC(bg_matter) out;
    int32_t main; /* the page's main event, -1 */
    bool failed;
} bg_matters;

const bg_event *bg_matter__event(const bg_matters *m, int32_t event); /* NULL, if it is -1 */

/* What kind of entry a statement makes; NULL: none. */
const char *bg_matter__kind(const bg_statement *s);

/* The state of a party; NULL: not known. */
const char *bg_matter__country(const bg_matters *m, const bg_party *party);

/* The state that the mark at a token names as a party; NULL, where it begins the longer name of a place: "Ấn Độ - Thái Bình Dương". */
const char *bg_matter__party_at(const bg_matters *m, uint32_t tok);

/* The states that [tok, end) names, each once. How many, at most BG_MATTER_SIDES. */
unsigned bg_matter__parties(const bg_matters *m, uint32_t tok, uint32_t end, const char *out[BG_MATTER_SIDES]);

/* False: they are not two. */
bool bg_matter__set_sides(bg_matter *out, const char *a, const char *b);
const char *bg_matter__other(const bg_matter *out, const char *side);

/* The two states of a statement. False: not known. */
bool bg_matter__find_sides(const bg_matters *m, const bg_statement *s, const bg_saying *said, bg_matter *out);

/* Behind what only leads to a party, "chính phủ", "các doanh nghiệp"; the same token, if it is nothing of that. */
uint32_t bg_matter__behind_lead(const bg_text *text, uint32_t tok, uint32_t end);

/* "Hai bên cần …", "Triều Tiên cần …": who ought to, whoever says so; "both", NULL. */
const char *bg_matter__who_ought(const bg_matters *m, const bg_saying *said);

/* Who is bound, towards whom, who is to act. May change the kind; NULL: it is none. */
void bg_matter__bind(const bg_matters *m, const bg_statement *s, const bg_saying *said, bg_matter *out);

/* … of a part of a list that begins with a party of its own. */
void bg_matter__turn_to(const bg_matters *m, bg_clause at, bg_matter *part);

/* Sayings that are no entries, and entries made without anything to follow. `tok`: where what is said begins. */
bool bg_matter__is_thought(const bg_matters *m, const bg_matter *made, uint32_t tok, uint32_t end);
bool bg_matter__is_view(const bg_matters *m, const bg_matter *made, uint32_t tok, uint32_t end);
bool bg_matter__is_hope(const bg_matters *m, const bg_matter *made, uint32_t tok);
bool bg_matter__is_of_others(const bg_matters *m, const bg_matter *made, uint32_t tok, uint32_t end);
bool bg_matter__is_announced(const bg_matters *m, const bg_statement *s, const bg_saying *said, const bg_matter *made);
bool bg_matter__is_of_page(const bg_matters *m, const bg_statement *s, const bg_saying *said, const bg_matter *made);
bool bg_matter__is_private(const bg_matters *m, const bg_statement *s, const bg_saying *said);
bool bg_matter__is_doubted(const bg_matters *m, const bg_saying *said);
bool bg_matter__is_courtesy(const bg_matters *m, const bg_saying *said, const bg_matter *made);
bool bg_matter__has_object(const bg_matter *made);

/* What stands in [tok, end): keys, term, condition. */
void bg_matter__describe(bg_matters *m, uint32_t tok, uint32_t end, bg_matter *out);
void bg_matter__push(bg_matters *m, const bg_matter *made);

/* Done of a part only is under way. */
void bg_matter__take_part(const bg_matters *m, uint32_t tok, uint32_t end, bg_matter *out);

/* "A sẽ bàn giao … cho B", whoever says so; "A ủng hộ B ứng cử …" of a statement. */
void bg_matter__take_wills(bg_matters *m);
void bg_matter__take_support(bg_matters *m, size_t index);

/* What a statement tells that both agreed, or that its own state gives. */
void bg_matter__take_indirect(bg_matters *m, size_t index);

/* "vui vẻ nhận lời" behind the invitation that was pushed last, where it is no entry by itself. */
void bg_matter__take_acceptance(bg_matters *m, size_t index);

/* "A đã nhận lời thăm B", whoever says so. */
void bg_matter__take_guests(bg_matters *m);

/* What ought to be done, in an act that only affirms: "nhấn mạnh hai bên cần …". False: nothing of that. */
bool bg_matter__take_ought(bg_matters *m, size_t index);

/* Supposed, denied, over, or told of something else: "nếu A sẽ …", "vũ khí mà A sẽ giao". */
bool bg_matter__is_unsaid(const bg_matters *m, uint32_t tok, uint32_t end);

/* Each matter of the list in [tok, end) that is an entry. */
void bg_matter__take_list(bg_matters *m, const bg_matter *made, uint32_t tok, uint32_t end);

/* The deeds that the page tells; those that a statement tells of. */
void bg_matter__take_deeds(bg_matters *m);
void bg_matter__take_told(bg_matters *m, size_t index);

#endif
