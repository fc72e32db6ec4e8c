/*
 * card: a contact as lists show it, in one row. Its people, how many pages and witnesses tell it stand with the contact (`contacts.people`, `pages`, `witnesses`); and for each of its sides there
 * is a copy of all of it, in order of time (`side_contacts`), so that the contacts of a state lie beside each other and are read without looking anywhere else.
 */
#ifndef BG_CARD_H
#define BG_CARD_H

#include "query.h"

/* SQL: the columns that bg_card__read() takes, of `contacts c` or `side_contacts c`. */
#define BG_CARD "c.id, c.type, c.verb, c.grade, c.status, c.mode, c.channel, c.start_date, c.end_date, c.place, c.sides, c.main, c.pages, c.witnesses, c.people"
#define BG_CARD_SIDES 10
#define BG_CARD_COLUMNS 15 /* whatever else is asked for stands behind them */

/*
 * SQL: the contacts of two sides ?1 and ?2: by those of ?2, since whoever asks is on one side of most of the record. Whether ?1 is among the sides is asked of every row, so it is asked first in the two
 * ways that cost little: are they the two alone, are its letters there at all.
 */
#define BG_CARDS_OF_PAIR \
    " side_contacts c WHERE c.side = ?2 AND (c.sides = ?1 || ',' || ?2 OR c.sides = ?2 || ',' || ?1" \
    " OR (instr(c.sides, ?1) > 0 AND instr(',' || c.sides || ',', ',' || ?1 || ',') > 0))"

/* A row of a query of contacts into *out, in the arena; want of memory is in the record's slot. */
void bg_card__read(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_row_contact *out);
void bg_card__people(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, int column, bg_row_contact *out); /* of a column `people` alone */
bool bg_card__unpack(bg_arena *arena, const char *bytes, size_t size, bg_row_contact *out); /* of its bytes; false: no memory */

/* A page that tells a contact, in `side_contacts.tellers`. */
typedef struct bg_teller {
    uint64_t page; /* the digits of its id */
    int64_t day;   /* of publication, YYYYMMDD, as far as it is known; 0: not */
} bg_teller;
#define BG_TELLER_SIZE 12 /* bytes: eight of the page, four of the day */
bg_teller bg_card__teller(const unsigned char *bytes);

/* SQL: does the page name the anniversary of relations? */
#define BG_IS_YEARLY(page) "EXISTS (SELECT 1 FROM entities yearly_ WHERE yearly_.page = " page " AND yearly_.kind = 'occasion' AND yearly_.name LIKE '% năm %thiết lập%')"

/* A contact as it is written, with what lists show of its people and of the pages that tell it. Its texts are the caller's. */
typedef struct bg_card {
    const char *id, *type, *verb, *grade, *status, *mode, *channel, *start, *end, *first_day, *last_day, *place, *sides;
    bool main, yearly;
    int64_t doubt; /* -1: somebody accepted it */
    size_t pages, witnesses;
    const char *known; /* when the first page that tells it came out, "" if one does not say */
    bg_buf people, tellers; /* packed */
} bg_card;
void bg_card__init(bg_card *card);
void bg_card__free(bg_card *card);
void bg_card__pack_person(const char *name, const char *office, const char *country, const char *role, int64_t form, bg_buf *out);
void bg_card__pack_teller(const char *page, const char *published, bg_buf *out); /* `published`: its day alone */
/* The row of the contact, its sides, its rows beside them. */
void bg_card__put(bg_record *record, const bg_card *card);
/* Before the rows of a contact go. */
void bg_card__forget(bg_record *record, const char *contact);
/* These pages are another witness than before. */
void bg_card__witnesses(bg_record *record, bg_arena *arena, const bg_texts *pages);
/* Of a record whose contacts were written without. */
void bg_card__fill(bg_record *record);

#endif
