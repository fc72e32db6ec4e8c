/*
 * stand: how a thread of the ledger stands, as far as that does not depend on the day that one asks for nor on what people decided. It is kept (table `standings`), written with the
 * thread, so that a list of threads is read without their entries. view/standing.h adds the day. Pure but for what reads or writes the record.
 *
 * What is kept holds from the day of the thread's last entry on. Who asks for an earlier day, or for a thread of which somebody closed or rejected something, gets it from the entries.
 */
#ifndef BG_STAND_H
#define BG_STAND_H

#include "ledger.h"

typedef struct bg_stand {
    int64_t number;
    const char *id, *sides;
    const char *stage;        /* how far it has come: asked offered invited answered agreed pledged signed under_way done */
    const char *first, *last; /* days of its first and last entry; NULL: none has a day */
    const char *due;          /* last day of the term set last */
    const char *done;         /* the day on which it was told to be done */
    size_t count;             /* entries; 0: there is no such thread on that day */
    size_t pages, witnesses;  /* that tell it */
    size_t sayings;           /* entries but for those told twice */
    int64_t lead;             /* the entry that says best what it is about: of the highest grade the latest; no report */
    int64_t name;             /* … that names it best: has what most of them have in common, and little else */
    int64_t latest;           /* … that stands last */
    const char *grade, *bound; /* of the lead */
    bool vague;               /* without a term and said once: a wish, or something in which nothing is named */
    const bg_row_thread *thread; /* its entries, where they were read; else NULL */
} bg_stand;

typedef BG_VEC(bg_stand) bg_stand_rows;

/* From its entries, all of them. `arena`: for scratch. */
void bg_stand__of(bg_arena *arena, const bg_row_thread *thread, bg_stand *out);

/* Threads between two sides ("RU,VN") that hold more than reports, as their entries up to a day (YYYYMMDD) tell; those heard of last stand first. At most `most`. */
bool bg_stand__list(bg_record *record, bg_arena *arena, const char *sides, int64_t as_of, size_t most, bg_stand_rows *out);

/* A row of the view `members`: an entry that follows another one into the thread (n = 1; 0: it follows none) or leans besides on one of its entries. */
typedef struct bg_stand_member {
    bg_row_item item;
    const char *sides;
    int64_t day, n; /* YYYYMMDD, 0: not known */
} bg_stand_member;

typedef BG_VEC(bg_stand_member) bg_stand_members;

/* The row of a thread that has none and how it stands, from all of its members, one at least; they are sorted. `arena`: for scratch. What people decided is asked of the tables. */
void bg_stand__insert(bg_record *record, bg_arena *arena, int64_t number, bg_stand_members *list);
/* … from its entries, as the record has them; gone with the last of them. */
void bg_stand__write(bg_record *record, int64_t thread);
/* Somebody decided of a fact, or no longer did: mark the threads that hold something read from it. */
void bg_stand__decided(bg_record *record, const char *fact);
/* These pages are another witness than before. */
void bg_stand__witnesses(bg_record *record, bg_arena *arena, const bg_texts *pages);
/* Of a record whose threads were written without. */
void bg_stand__fill(bg_record *record);

#endif
