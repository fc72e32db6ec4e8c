/* brief_find: what a brief asks of the record: contacts of two sides with their people, statements, sources. */
#ifndef BG_BRIEF_FIND_H
#define BG_BRIEF_FIND_H

#include "../record/query.h"
#include "paper.h"

typedef struct bg_met {
    bg_row_contact contact;
    int64_t first, last; /* days, see calendar.h; 0 both: undated */
    bool planned, ours;  /* ours: one of those for whom the brief is was there */
    struct bg_met_said *asks; /* what was asked and invited there, once it was looked for */
} bg_met;

typedef BG_VEC(bg_met) bg_mets;

/* Who meets whom, when. */
typedef struct bg_brief_pair {
    const char *of, *with; /* codes of states */
    const char *whom;      /* folded words of an office or name; NULL: nobody named */
    int64_t day;           /* of the meeting: what is later is not asked for, planned contacts excepted */
} bg_brief_pair;

/* Their dated contacts, the latest first. */
void bg_brief__contacts(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, bg_mets *out);

/* The news of pages that do not say on which day of which year it was: those of the channel (may be NULL) first. At most BG_UNDATED_MAX. */
#define BG_UNDATED_MAX 400
void bg_brief__undated(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, const char *channel, bg_mets *out);

typedef struct bg_brief_said {
    bg_row_statement said;
    const bg_met *at;
    const char *side; /* "VN", "both"; NULL: unknown */
} bg_brief_said;

typedef BG_VEC(bg_brief_said) bg_brief_saids;

/* The name that most pages give the person; NULL where none is known. */
const char *bg_brief__name(bg_record *record, bg_arena *arena, int64_t person);

/* What was said at a contact, or no more than what was asked and invited; the same words of several pages once. */
void bg_brief__statements(bg_record *record, bg_arena *arena, const bg_met *met, bool asks, bg_brief_saids *out);

/* The contacts of the two since a day, and the undated ones, at which an invitation may have been made; sorted. No others have one. */
void bg_brief__invited(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, int64_t since, bg_texts *out);

/* Pages that tell of the two: how many, first and last day of publication, how many without. */
typedef struct bg_brief_window {
    size_t pages, undated;
    const char *first, *last;
} bg_brief_window;
void bg_brief__window(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, bg_brief_window *out);

/* Sentences that could not be read, on pages that tell of the two since a day. */
void bg_brief__unread(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, int64_t since, bg_note_rows *out);

/* The years of an anniversary that pages name ("75 năm thiết lập quan hệ ngoại giao"): the year it counts from, and a page. */
typedef struct bg_brief_year {
    const char *name, *page, *words;
    int year;
} bg_brief_year;
typedef BG_VEC(bg_brief_year) bg_brief_years;
void bg_brief__years(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, bg_brief_years *out);

/* What the ledger links first with a statement as its answer, up to a day (YYYYMMDD). False: nothing. */
typedef struct bg_brief_answer { const char *item, *step, *day; } bg_brief_answer;
bool bg_brief__answer(bg_record *record, bg_arena *arena, const char *statement, int64_t day, bg_brief_answer *out);

#endif
