/*
 * prints: what is kept of a page's text to find pages that share it: numbers of its shingles, runs of BG_SHINGLE words of its paragraphs, without diacritics.
 *
 * All of them for a page of up to BG_PRINT_MAX shingles; of a longer one those below a bound, 2^32 >> rate, so that of two pages the same part of all shingles can be compared,
 * whatever their length: the bound of the longer one. The smallest of them, some ten to forty, and more of those at its beginning, are the page's index:
 * pages that share several are looked at.
 */
#ifndef BG_PRINTS_H
#define BG_PRINTS_H

#include "db.h"
#include "ids.h"

#define BG_SHINGLE 8     /* words */
#define BG_PRINT_MAX 512 /* numbers kept of a page */
#define BG_PRINT_MIN 12  /* a shorter text is no reprint of anything */
#define BG_PRINT_SHORT 60 /* shingles: what is told in fewer is soon told in like words */

typedef struct bg_print {
    size_t shingles;  /* different ones in the page */
    unsigned rate;    /* 1 / 2^rate of them are kept */
    uint32_t *numbers; /* ascending; the lowest bit is set where the shingle stands at the page's beginning */
    size_t count;
    int64_t day; /* of publication, 0 unknown */
} bg_print;

/* How two pages overlap; counts are of shingles, estimated where not all are kept. */
typedef struct bg_overlap {
    size_t shared, smaller, larger; /* in both; in the page with fewer of them, in the other */
    bool reprint;                   /* is one a reprint of the other, as far as the texts say? */
} bg_overlap;

/* Of the paragraphs of an article; false: too short, or (the arena knows) out of memory. */
bool bg_print__make(bg_arena *arena, const bg_doc *doc, bg_print *out);
/* Writes the page's index in ascending order (the lowest bit is 0), at most BG_INDEX_MAX numbers; returns how many. */
#define BG_INDEX_MAX 128
size_t bg_print__index(const bg_print *print, uint32_t out[BG_INDEX_MAX]);
/*
 * The smaller page's text stands in the other: half of its shingles if it begins as the other does, seven tenths if it does not, or is short, or came more than a week apart; nine
 * tenths if it is short and came more than a week apart. And it is half as long or longer, or three tenths and begins as the other does, or is its beginning (so that a weekly
 * round-up is no reprint of all that it tells). And they were not published more than BG_PRINT_DAYS apart (who congratulates every year in the same words does it anew).
 */
#define BG_PRINT_DAYS 90
void bg_print__compare(const bg_print *a, const bg_print *b, bg_overlap *out);
/* Can they be, by their shingles and days alone? */
bool bg_print__may_link(size_t shingles, int64_t day, size_t other_shingles, int64_t other_day);
bool bg_print__linked(const bg_print *a, const bg_print *b); /* bg_overlap.reprint alone: soon seen of most pages that are none */
/* The smaller one first; of two as long always the same one. */
void bg_print__sort(const bg_print **a, const bg_print **b);
/* How many of a page's index numbers a page with so many shingles would have in its index wherever they stand in it: the first ones. */
size_t bg_print__index_part(const uint32_t *index, size_t count, size_t shingles);

/* Keep the prints of a page; take them out. Inside a transaction. Either way what it is a reprint of is to be found anew (reprints.h). */
void bg_print__store(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids);
void bg_print__forget(bg_record *record, const char *page);
/* The page was read anew: if it has other prints now, they are kept instead. */
void bg_print__again(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids);
/* What every page is a reprint of is to be found anew: another program found it. Inside a transaction. */
void bg_print__all_again(bg_record *record);
/* The lowest number of a page whose fellows are to be found anew; 0: there is none with a number. */
int64_t bg_print__first_changed(bg_record *record);
/* Write the numbers of the pages whose fellows are to be found anew into the index; those that are there stay. Several transactions of its own. */
void bg_print__index_changed(bg_record *record);
/* From columns shingles, rate, day, numbers. */
void bg_print__read(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, int column, bg_print *out);

#endif
