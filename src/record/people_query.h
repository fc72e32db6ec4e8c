/* people_query: the persons of the record as rows in an arena. */
#ifndef BG_PEOPLE_QUERY_H
#define BG_PEOPLE_QUERY_H

#include "query.h"

/* One way to write his name, or one of his offices: on how many pages, how many of them independent (reprints.h), first and last day of publication. */
typedef struct bg_row_variant {
    const char *text, *reason; /* of a name: why it is his (people.h); NULL */
    const char *form; /* of a name: its id */
    const char *first, *last;
    size_t page_count, witness_count; /* independent ones are counted where `whole` is asked for */
    const char *pages[3];             /* the first of them by day */
} bg_row_variant;

typedef struct bg_row_someone {
    int64_t number;
    const char *id, *name, *country; /* how most pages write it that have more than a word */
    const char *first, *last;
    size_t page_count, witness_count;
    bg_row_variant *names, *offices; /* names by pages, offices by their first day */
    size_t name_count, office_count;
    bg_row_contact *contacts; /* oldest first: id, type, start, end, sides, status alone */
    size_t contact_count, contact_total; /* those here, and how many there are */
} bg_row_someone;
typedef BG_VEC(bg_row_someone) bg_someones;

/*
 * Those with this country (NULL: any) and a form of name with all of these words (NULL: any), or the one with this id (NULL); the most told first. `whole`: with what is counted
 * page by page, and contacts: so many of the latest, and as many that nobody dates.
 */
bool bg_query__people(bg_record *record, bg_arena *arena, const char *country, const char *words, const char *id, bool whole, size_t contacts, bg_someones *out);

/* In how many contacts the person with this number took part. */
int64_t bg_query__contacts_of(bg_record *record, int64_t person);

/*
 * The office with the latest day, of those as late the most told. One on fewer than a twentieth of the pages of the most told is none: a slip of one page would stand for all. NULL: no
 * office is told.
 */
const char *bg_someone__office(const bg_row_someone *who);

#endif
