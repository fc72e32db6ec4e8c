/*
 * crew: pages of a record that are read again, by as many threads as there are cores, for one that takes them in their order and writes. Each thread asks over a connection of its own, so it
 * knows what is committed. Few pages are read by whoever takes them, and so are all where no thread or no further connection is to be had.
 */
#ifndef BG_CREW_H
#define BG_CREW_H

#include "prepare.h"
#include "query.h"

/* A page of the record as it is read now. */
typedef struct bg_again {
    bg_row_page page;
    bg_buf bytes;
    bg_doc *doc;           /* NULL: it cannot be read */
    bg_prepared *prepared; /* of doc; NULL: nobody made it beforehand */
    bg_code code;          /* why it cannot be read; BG_E_DAMAGED: the stored bytes are no longer what they were */
    bg_arena *arena;       /* what the page lives in */
} bg_again;

typedef struct bg_crew bg_crew;

/* The pages with these ids, which must live as long as the crew; with what is to be left out of each as its site was last settled. NULL: a failure, in the record's slot. */
bg_crew *bg_crew__start(bg_record *record, const bg_data *data, const bg_texts *pages);
/* The next one, valid until the next call; NULL behind the last, and after a failure, which is in the record's slot. */
const bg_again *bg_crew__next(bg_crew *crew);
void bg_crew__stop(bg_crew *crew); /* before the end, too; NULL allowed */

/* The page's place in the record, taken anew. Inside a transaction. */
void bg_again__place(bg_record *record, const bg_again *one);

#endif
