/* naming_query: bodies, mechanisms and agreements of the record as rows in an arena, with the sessions of a mechanism and what happened to an agreement. */
#ifndef BG_NAMING_QUERY_H
#define BG_NAMING_QUERY_H

#include "query.h"

/* As pages name it: on how many of them; of a body's name from when to when it had it, what it went into, by which decision. */
typedef struct bg_row_name {
    const char *name, *reason; /* why a name that says more or less is of the same thing (namings.h); NULL */
    const char *since, *until, *into, *by;
    size_t page_count;
} bg_row_name;

#define BG_TOLD_PAGES 3

/*
 * A session of a mechanism, or what happened to an agreement on a day. Tellings with one ordinal are one session; without, those of one contact, or of one day to the day. What happened
 * to an agreement is one where the kind and, as far as both are given, the day are the same.
 */
typedef struct bg_row_told {
    unsigned ordinal;          /* 0 not told */
    const char *step, *day, *place, *contact;
    const char *other_day;     /* a day that does not agree with it, NULL */
    const char *other_page;    /* … and who tells it */
    const char *reason;        /* why several tellings are one */
    size_t page_count, witness_count;
    const char *pages[BG_TOLD_PAGES];
    bg_span said;              /* the sentence, of the first page */
} bg_row_told;

typedef struct bg_row_thing {
    int64_t number;
    const char *id, *kind, *code, *sides, *name;
    const char *first, *last; /* days of publication */
    size_t page_count, witness_count;
    bg_row_name *names;
    size_t name_count;
    bg_row_told *told; /* sessions by ordinal, those without one behind them by day; of an agreement by day */
    size_t told_count;
} bg_row_thing;
typedef BG_VEC(bg_row_thing) bg_row_things;

typedef struct bg_naming_ask {
    const char *kind;  /* body mechanism agreement; NULL any */
    const char *sides[2]; /* codes; NULL any */
    const char *name;  /* words of a name, folded; NULL */
    const char *id;    /* or its beginning; NULL */
    const char *as_of; /* only pages published until then, and those without a day; NULL all */
    bool whole;        /* with names, sessions and counts by page; else nobody asks for witnesses, and of a mechanism's sessions the last may be all that is told */
    size_t most;       /* 0: as many as there are */
} bg_naming_ask;

/* The most named first, BG_THINGS_MOST at most. */
#define BG_THINGS_MOST 1000
bool bg_query__things(bg_record *record, bg_arena *arena, const bg_naming_ask *ask, bg_row_things *out);

/* b, m or a and hex digits: the id of a body, a mechanism, an agreement, or its beginning. */
bool bg_thing__is_id(const char *text);

/* One naming, for explaining. */
typedef struct bg_row_naming {
    const char *page, *name, *because, *reason, *step, *day, *event;
    unsigned ordinal;
    bg_span at, said;
} bg_row_naming;
typedef BG_VEC(bg_row_naming) bg_row_namings;
bool bg_query__namings(bg_record *record, bg_arena *arena, int64_t thing, bg_row_namings *out);

#endif
