/* desk: what the documents about two states share: their contacts, and how a line about one is written. */
#ifndef BG_DESK_H
#define BG_DESK_H

#include "brief_find.h"
#include "contact.h"
#include "labels.h"
#include "like.h"
#include "state.h"

/* What was asked and invited at a contact, once it was looked for. */
typedef struct bg_met_said {
    bg_brief_saids list;
    bool asked;
} bg_met_said;

typedef struct bg_desk {
    const bg_brief_ask *ask;
    const bg_data *data;
    bg_record *record;
    bg_arena *arena;
    bg_paper paper;
    bg_brief_pair pair;
    bg_brief_walked walked;
    bg_mets mets;    /* the latest first */
    bg_mets undated; /* those of the channel first */
    BG_VEC(bg_like) told; /* contents under this heading */
    bg_brief_window window;
    const char *channel; /* of the one for whom it is; NULL: not known */
} bg_desk;

#define SAY(b, id) bg_label__of(BG_LABEL_BRIEF, (id), (b)->paper.lang)
#define NAME(b, code) bg_state__called((b)->data, (code), (b)->paper.lang)

/* Who asks about whom, and the day: the one asked for, else that of the newest contact; no clock is read. Errors: BG_E_USAGE. */
bg_code bg_desk__ask(bg_desk *b, bg_record *record, const bg_data *data, const bg_brief_ask *ask, bg_lang lang, bg_error *err);
/* Their contacts, the window of pages, the channel. Failures stay in the slot. What is asked of late is asked of BG_DESK_MONTHS. */
#define BG_DESK_MONTHS 24
void bg_desk__load(bg_desk *b, bg_record *record, bg_arena *arena);
/* Title, the two states, the day, the window of pages. */
void bg_desk__cover(bg_desk *b, const char *title);

/* People stood before each other; called or wrote to each other; it is worth an anniversary. */
bool bg_met__is_meeting(const bg_met *met);
bool bg_met__is_message(const bg_met *met);
bool bg_met__is_of_note(const bg_met *met);

/* Append to the line: a note where the fact was read, days, a contact. */
void bg_desk__note(bg_desk *b, const char *fact);
void bg_desk__date(bg_desk *b, unsigned style, const char *start, const char *end);
void bg_desk__when(bg_desk *b, unsigned style, const char *start, const char *end); /* or "không rõ ngày", "27/09 (không rõ năm)" */
void bg_desk__met(bg_desk *b, const bg_met *met); /* "11/07/2024, hội đàm cấp Nhà nước: Chủ tịch nước A – Chủ tịch nước B; C" */
void bg_desk__item(bg_desk *b, const char *label, const bg_met *met); /* met NULL: not seen */
void bg_desk__heading(bg_desk *b, const char *id); /* with its number */
void bg_desk__unseen(bg_desk *b);
int64_t bg_desk__number(int64_t day); /* YYYYMMDD */
const char *bg_desk__folded(bg_desk *b, const char *name);
void bg_desk__channels(bg_desk *b); /* a table: how many contacts, first, last, longest silence, since then */

/* brief_undated.c: the undated contacts as a section, where there are any. */
void bg_desk__undated(bg_desk *b);
bool bg_desk__is_near(const bg_desk *b, const bg_met *met); /* of the one for whom it is, or of the channel */

/* brief_ledger.c */
void bg_desk__ledger(bg_desk *b);
void bg_desk__answer(bg_desk *b, const char *statement);
/* Whether somebody whom an invitation names has come since: the first visit of his, or that none is seen. */
void bg_desk__visit_since(bg_desk *b, const bg_brief_said *invitation);

#endif
