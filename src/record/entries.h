/*
 * entries: what linking (thread.h) has looked at and is about to write, of one operation or of a batch: entries with what they lean on, and which entries stand under a key. Each is loaded once;
 * what is new or changed is written at the end, each row once, in the order of its table.
 */
#ifndef BG_ENTRIES_H
#define BG_ENTRIES_H

#include "db.h"
#include "lean.h"
#include "lookup.h"

typedef BG_VEC(int64_t) bg_item_numbers;

typedef struct bg_lean {
    int64_t earlier;
    bg_alike how; /* rank 0: not asked yet */
} bg_lean;

typedef struct bg_known {
    int64_t number, thread; /* 0: of none, for it is not there */
    bg_entry *entry;        /* NULL: not loaded, or it is not there */
    bg_lean leans[BG_LINKS_MAX];
    unsigned lean_count;
    bool asked;    /* the tables were asked for thread and links */
    bool fresh;    /* it has no rows in them */
    bool changed;  /* its links are to be written */
    bool listed;   /* among those to be written */
    uint64_t offered; /* the last turn in which it was asked whether it leans on what came */
} bg_known;

typedef struct bg_entries {
    bg_record *record;
    bg_arena *arena;
    bg_lookup known, shelves;
    BG_VEC(bg_known *) changed;
    struct {
        struct bg_new_key *items;
        size_t count, room;
    } keys; /* to be written */
} bg_entries;

/* By its number, whether it is there or not; NULL: out of memory. */
bg_known *bg_entries__known(bg_entries *e, int64_t number);
/* … with the entry, as far as it is there; with thread and links. */
bg_known *bg_entries__loaded(bg_entries *e, int64_t number);
bg_known *bg_entries__asked(bg_entries *e, int64_t number);
/* How surely it leans on the n-th. */
bg_alike bg_entries__how(bg_entries *e, bg_known *known, unsigned n);

/* Its links, or itself, are to be written. */
void bg_entries__changed(bg_entries *e, bg_known *known);

/* Those before an entry under a key, the latest first, and behind it, the earliest first; BG_NEAR of them at most. */
void bg_entries__before(bg_entries *e, const bg_entry *entry, int64_t key, bg_item_numbers *out);
void bg_entries__behind(bg_entries *e, const bg_entry *entry, int64_t key, bg_item_numbers *out);
void bg_entries__put(bg_entries *e, const bg_entry *entry, int64_t key);
/* Of one whose rows are written. */
void bg_entries__drop(bg_entries *e, const bg_entry *entry, int64_t key);

/* Keys and links; then the threads of those that are new. */
void bg_entries__write_links(bg_entries *e);
void bg_entries__write_threads(bg_entries *e);

#endif
