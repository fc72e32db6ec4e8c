/* ledger: what the views ask of threads and their entries. Everything lives in the caller's arena; failures stay in the record's slot. */
#ifndef BG_LEDGER_H
#define BG_LEDGER_H

#include "db.h"

/* Another entry of the thread that one leans on besides. */
typedef struct bg_row_lean {
    int64_t earlier;
    const char *step, *reason;
} bg_row_lean;

typedef struct bg_row_item {
    int64_t number, earlier; /* 0: it leans on none of this thread */
    BG_VEC(bg_row_lean) besides;
    const char *id, *page, *statement, *event, *kind, *grade, *bound, *towards, *actor, *speaker, *day, *about, *content, *keys, *due_from, *due_to, *condition, *part, *rule;
    const char *step, *reason;
    const char *witness; /* the page that carries its text first */
    const char *source, *url, *title, *published, *sentence;
    const char *closed, *closed_by, *closed_note; /* the day on which somebody closed it, or the statement it was read from; NULL: nobody did */
    bg_span span; /* of the sentence */
} bg_row_item;

typedef BG_VEC(bg_row_item) bg_item_rows;

typedef struct bg_row_thread {
    int64_t number;
    const char *id, *sides;
    bg_item_rows items; /* in order of time */
} bg_row_thread;

typedef BG_VEC(bg_row_thread) bg_thread_rows;

/* Threads between two sides ("RU,VN") that hold more than reports, with their entries up to a day (YYYYMMDD); those heard of last stand first. How they stand without the entries: stand.h. */
bool bg_ledger__threads(bg_record *record, bg_arena *arena, const char *sides, int64_t as_of, bg_thread_rows *out);
/* An entry as a list shows it: whose it is, what about. False: it is not there. */
bool bg_ledger__entry(bg_record *record, bg_arena *arena, int64_t number, bg_row_item *out);
/* The thread of an entry, as id or the beginning of one. Errors: BG_E_NOTFOUND, BG_E_USAGE. */
bool bg_ledger__thread(bg_record *record, bg_arena *arena, const char *item, int64_t as_of, bg_row_thread *out);

typedef struct bg_row_occasion {
    const char *id, *type, *verb, *start, *sides, *first_day;
} bg_row_occasion;

/* 20250508 as "2025-05-08", 20250500 as "2025-05", 20250000 as "2025"; NULL for 0. */
const char *bg_ledger__day(bg_arena *arena, int64_t figures);
/* The next contact of the sides that is planned, on a day or later. False: none. */
bool bg_ledger__next(bg_record *record, bg_arena *arena, const char *sides, const char *from, bg_row_occasion *out);
/* The last one before a day whose sentences hold these words, folded; "" any. */
bool bg_ledger__last(bg_record *record, bg_arena *arena, const char *sides, const char *before, const char *words, bg_row_occasion *out);

bool bg_ledger__contact(bg_record *record, bg_arena *arena, const char *id, bg_row_occasion *out); /* false: there is none */
/* The next one of the same sides, type and channel (Party, State and Government count as one; one that is not known as any) that took place. False: none. */
bool bg_ledger__following(bg_record *record, bg_arena *arena, const bg_row_occasion *contact, bg_row_occasion *out);
/* The one before it. */
bool bg_ledger__preceding(bg_record *record, bg_arena *arena, const bg_row_occasion *contact, bg_row_occasion *out);
/* Threads of which something was said at a contact, with all their entries. */
bool bg_ledger__said_at(bg_record *record, bg_arena *arena, const char *contact, bg_thread_rows *out);

#endif
