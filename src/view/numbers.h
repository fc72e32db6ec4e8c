/*
 * numbers: numbers for things that have a hash, in a space in which hashes may meet: each is given once. Those that were given are kept in a temporary file, so that memory does not grow with them,
 * and apart from the record, which may be damaged.
 */
#ifndef BG_NUMBERS_H
#define BG_NUMBERS_H

#include "../record/db.h"

#define BG_NUMBER_MASK (((uint64_t)1 << 53) - 1) /* what programs without whole numbers still tell apart */

typedef struct bg_numbers {
    bg_record *record; /* whose slot takes failures */
    uint64_t mask;     /* so many bits */
    sqlite3 *db;
    sqlite3_stmt *give;
} bg_numbers;

/* False: no memory or no room; the slot says so. End it in any case. */
bool bg_numbers__begin(bg_numbers *numbers, bg_record *record, uint64_t mask);
void bg_numbers__end(bg_numbers *numbers);

/* The number of a hash, from 1 on: its first bits, or, if another one has these, those of a hash of it. So the first to ask keeps it. */
uint64_t bg_numbers__take(bg_numbers *numbers, const char hex[BG_HEX_SHA256]);

/* The number of a hash alone: 53 bits of "0123456789abcd…". */
uint64_t bg_number__of(const char *hex);

#endif
