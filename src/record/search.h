/* search: paragraphs by their words. */
#ifndef BG_SEARCH_H
#define BG_SEARCH_H

#include "db.h"

#define BG_SEARCH_LIMIT 200

typedef struct bg_hit {
    const char *page, *source, *title, *published, *kind; /* kind: title, paragraph, … */
    bg_span span;                                         /* of the paragraph in the page */
    const char *text;                                     /* the paragraph, NFC */
    size_t text_size;
    bool exact;                                           /* false: found without diacritics only */
    bg_span *marks;                                       /* the words found, ranges in `text` */
    size_t mark_count;
    const char **contacts;                                /* those told in this paragraph */
    size_t contact_count;
} bg_hit;

typedef BG_VEC(bg_hit) bg_hits;

/*
 * Exact phrase first, then all exact words, then the same without diacritics; within each by bm25. Words in double quotes
 * stand together. `outlet`: words of the outlet's name or host that the page must have, NULL: any. False sets the slot: BG_E_USAGE if there is no word.
 */
bool bg_search__find(bg_record *record, bg_arena *arena, const char *words, const char *outlet, bg_hits *out);

#endif
