/* brief_find: what a brief asks of the record: contacts of two sides with their people, statements, sources. */
#ifndef BG_BRIEF_FIND_H
#define BG_BRIEF_FIND_H

#include "../record/card.h"
#include "paper.h"

typedef struct bg_met {
    bg_row_contact contact;
    int64_t first, last; /* days, see calendar.h; 0 both: undated */
    bool planned, ours;  /* ours: one of those for whom the brief is was there */
    bool apart;          /* of the undated: of another channel */
    struct bg_met_said *asks; /* what was asked and invited there, once it was looked for */
} bg_met;

typedef BG_VEC(bg_met) bg_mets;

/* Who meets whom, when. */
typedef struct bg_brief_pair {
    const char *of, *with; /* codes of states */
    const char *whom;      /* folded words of an office or name; NULL: nobody named */
    int64_t day;           /* of the meeting: what is later is not asked for, planned contacts excepted */
} bg_brief_pair;

typedef BG_VEC(bg_teller) bg_tellers;

/* Pages that tell of the two: how many, first and last day of publication, how many without. */
typedef struct bg_brief_window {
    size_t pages, undated;
    const char *first, *last;
} bg_brief_window;

/* A contact of the years that are looked at, and where its pages stand among all of them. */
typedef struct bg_brief_recent {
    const char *contact;
    int64_t day; /* its last */
    size_t from, count;
} bg_brief_recent;

/*
 * What is asked of all contacts of the two, in one walk over their rows (brief_walk.c): at a million pages two states have tens of thousands of them. Of a contact id, type, grade, status, mode, channel,
 * days, place, people and whether it is the news of a page are read, the rest is left out; texts and people are shared.
 */
typedef struct bg_brief_walked {
    bg_mets mets;    /* those that are dated, the latest first */
    /* Only where `since` is given: */
    bg_mets undated; /* the news of pages that do not say on which day of which year it was */
    bg_tellers pages;  /* all that came out by the day of the brief; those that tell several contacts several times */
    bg_tellers since;  /* those that tell a contact since then, or one that nobody dates */
    bg_tellers yearly; /* those of contacts of which one names the anniversary of relations */
    BG_VEC(bg_brief_recent) recent; /* contacts since then, the latest first */
} bg_brief_walked;
void bg_brief__walk(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, const int64_t *since, bg_brief_walked *out);

/* Of the undated those of the channel (may be NULL) first, and no more than BG_UNDATED_MAX. */
#define BG_UNDATED_MAX 400
void bg_brief__choose_undated(bg_mets *undated, const char *channel);

/* Pages that tell of the two: those of a column `tellers` that came out by a day (YYYYMMDD), as far as they say; what can be said of such a list; the same of all pages of the two. */
void bg_brief__tellers(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, int column, int64_t until, bg_tellers *out);
void bg_brief__count_pages(bg_record *record, bg_arena *arena, bg_tellers *pages, bg_brief_window *out);
void bg_brief__window(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, bg_brief_window *out);

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

/* The contacts of these pages at which an invitation may have been made; sorted. No others of those of the walk since its day have one. */
void bg_brief__invited(bg_record *record, bg_arena *arena, bg_tellers *since, bg_texts *out);

/* Sentences that could not be read, on pages whose news the two were since the day of the walk. */
void bg_brief__unread(bg_record *record, bg_arena *arena, const bg_brief_walked *walked, bg_note_rows *out);

/* The years of an anniversary that pages name ("75 năm thiết lập quan hệ ngoại giao"): the year it counts from, and a page. */
typedef struct bg_brief_year {
    const char *name, *page, *words;
    int year;
} bg_brief_year;
typedef BG_VEC(bg_brief_year) bg_brief_years;
void bg_brief__years(bg_record *record, bg_arena *arena, bg_tellers *yearly, bg_brief_years *out);

/* Is all that the ledger has of a statement between others than this state: "đề nghị Chile …" at talks with Laos? False where it has nothing of it. */
bool bg_brief__is_of_others(bg_record *record, const char *statement, const char *with);

/* What the ledger links first with a statement as its answer, up to a day (YYYYMMDD). False: nothing. */
typedef struct bg_brief_answer { const char *item, *step, *day; } bg_brief_answer;
bool bg_brief__answer(bg_record *record, bg_arena *arena, const char *statement, int64_t day, bg_brief_answer *out);

#endif
