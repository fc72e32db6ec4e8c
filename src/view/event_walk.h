/*
 * event_walk: what the formats of event data share: every contact of the record as coded events, one after the other, so that memory is bounded by the largest contact; where in a page each
 * stands, in characters too.
 */
#ifndef BG_EVENT_WALK_H
#define BG_EVENT_WALK_H

#include "coded.h"
#include "exporter.h"

#define BG_TEXTS_KEPT 8u /* pages whose text is at hand */

typedef struct bg_event_walk bg_event_walk;
typedef void bg_event_fn(bg_event_walk *walk, const bg_coded *event);

struct bg_event_walk {
    bg_exporter *x;
    bg_coding coding;
    bg_event_fn *write;
    bg_numbers numbers;
    bg_coded_count count;
    bg_arena *arena;  /* of the contact under way */
    const char *none; /* what stands in a cell of which nothing is known */
    bool begun;       /* the row has a cell */
    struct {
        bg_id page;
        bg_buf text;
        size_t chars, age;
    } texts[BG_TEXTS_KEPT];
    size_t turns;
};

/* Write every event of the record. `none`: what stands in an empty cell. */
void bg_event_walk__run(bg_exporter *x, bg_coding coding, const char *none, bg_event_fn *write);

/* Of the pages that tell it the one that was published first. */
const bg_coded_mention *bg_event__first(const bg_coded *event);

/* Where a mention stands, in bytes of the page's text; an end of 0: not known. */
typedef struct bg_event_place {
    bg_span sentence, action, from, to;
    const char *words;   /* that name what was done */
    const char *written; /* the sentence */
} bg_event_place;
void bg_event__place(bg_event_walk *walk, const bg_coded *event, const bg_coded_mention *mention, bg_event_place *out);

/* How many characters of the page's text stand before a byte of it; SIZE_MAX: it cannot be read. `all` (may be NULL) gets those of the whole text. */
size_t bg_event__chars(bg_event_walk *walk, const char *page, size_t byte, size_t *all);

/* "20240711013000" of a moment, in UTC; a day alone begins at midnight. False: none is stated. */
bool bg_event__stamp(const char *published, char out[15]);

/* A day of ten characters is known. */
bool bg_event__has_day(const bg_coded *event);

/* Names for a side, in English or codes; NULL: none. */
const char *bg_event__name(const char *side);
const char *bg_event__iso3(const char *side);
const char *bg_event__cow(const char *side);
/* By the channel on which a side acts; NULL: not known, or an organisation. */
const bg_cross_sector *bg_event__sectors(const bg_event_walk *walk, const bg_coded *event, const char *side);
/* PLOVER's sector; of organisations IGO or NGO. */
const char *bg_event__sector(const bg_event_walk *walk, const bg_coded *event, const char *side);

/* Cells of a row parted by TAB; blanks stand for TAB and line ends in a text. */
void bg_event__cell(bg_event_walk *walk, const char *text);
void bg_event__number(bg_event_walk *walk, int64_t number);
void bg_event__blank(bg_event_walk *walk, size_t count);
void bg_event__end_row(bg_event_walk *walk);
/* The names of the columns of a format. */
void bg_event__heading(bg_exporter *x, const char *format);

#endif
