/*
 * coded: contacts and what was said at them as events of other data, by the crosswalk. An event is what one state did to another at one contact: statements of one contact that come to the
 * same code between the same states are one event, each a mention of it. What people decided stands: a rejected contact or statement is none, what was corrected is as corrected.
 *
 *   sides    of a contact: everybody on one side does it to everybody on the other. Of a statement: its speaker's state, or all sides of the contact for "both"; to that of the
 *            addressee, else to the only other side there is
 *   host     of a visit: whose guest or host somebody is; of two sides the other one is the opposite; else the side in whose country it took place
 *   none     what is said at no contact counts by the text that says it: of the pages that carry it, who speaks to whom
 *   day      that of the contact, as precise as it is known. What is planned is an intent, of the day on which a page first told it
 */
#ifndef BG_CODED_H
#define BG_CODED_H

#include "../record/ids.h"
#include "../record/query.h"
#include "crosswalk.h"
#include "numbers.h"

/* How a format wants it. */
typedef struct bg_coding {
    bool plover; /* by PLOVER's types and modes; else by CAMEO's codes */
    bool dyads;  /* an event a directed pair of sides; else all who act in one event, as PLOVER has it */
} bg_coding;

/* A page that tells of a contact. */
typedef struct bg_coded_page {
    const char *id, *witness, *url, *host, *outlet, *title, *published, *source, *lang, *agency;
} bg_coded_page;

typedef struct bg_coded_contact {
    const char *id, *type, *degree, *channel, *start, *end, *place;
    const char *setting;               /* phone, or "-" */
    const char *country, *place_kind; /* of the place, by the lexicon; NULL: not known */
    bool main, planned;
    const char *const *sides;
    size_t side_count;
    const bg_row_person *people;
    size_t people_count;
    const bg_coded_page *pages;
    size_t page_count;
} bg_coded_contact;

typedef struct bg_coded_mention {
    const bg_coded_page *page;
    const char *fact; /* the contact or the statement as this page tells it */
} bg_coded_mention;

typedef BG_VEC(const char *) bg_codes;

typedef struct bg_coded {
    bg_id id;         /* 'x' and 16 digits: a hash of contact, sides and code */
    uint64_t number;  /* the same in 53 bits, no two alike in one export */
    const bg_coded_contact *contact;
    const bg_cross_event *row;
    const char *code; /* CAMEO's code or PLOVER's type */
    bg_codes from, to;
    BG_VEC(bg_row_person) people; /* of a contact: those who took part, of the sides; of statements: who spoke. Without the addressees */
    bool said;        /* statements, not the contact itself */
    bool future;      /* an intent */
    const char *date; /* YYYY-MM-DD, YYYY-MM or YYYY; NULL: not known */
    bg_codes contexts;
    BG_VEC(bg_coded_mention) mentions;
    size_t witnesses;
} bg_coded;

/* What was left out, and what came out. */
typedef struct bg_coded_count {
    size_t events, no_code, no_sides;
} bg_coded_count;

typedef void bg_coded_fn(void *context, const bg_coded *event);

/* The events of one contact, in an order that depends on it alone. Failures stay in the record's slot. */
void bg_coded__contact(bg_record *record, const bg_data *data, bg_arena *arena, const char *contact, bg_coding coding, bg_numbers *numbers, bg_coded_count *count, bg_coded_fn *fn,
                       void *context);

/*
 * What the pages of one witness say at no contact, `page` being the one that names it; nothing for other pages. The contact of these events has no type and no sides, its id is the page's, their day
 * that on which a page first told them.
 */
void bg_coded__page(bg_record *record, bg_arena *arena, const char *page, bg_coding coding, bg_numbers *numbers, bg_coded_count *count, bg_coded_fn *fn, void *context);

/* The name of a place alone, within it: "Viêng Chăn" of "thủ đô Viêng Chăn". NULL for NULL. */
const char *bg_coded__bare(const char *place);
/* The country of a place by the lexicon, NULL if it does not know it; `kind` (may be NULL) gets country, capital, city, province … */
const char *bg_coded__country(const bg_data *data, const char *place, const char **kind);

/*
 * The channel on which a side acts: that of the contact, unless those named of the side hold offices of another one ("Đại sứ", whom a parliament receives) and none of this one. NULL: nobody tells.
 */
const char *bg_coded__channel(const bg_data *data, const bg_coded *event, const char *side);

#endif
