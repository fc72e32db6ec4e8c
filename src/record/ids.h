/*
 * ids: names for facts that depend on nothing but the page and the place where the fact was read.
 *
 * An id is a letter and 16 hex digits of SHA-256 over: letter, the page's hash, what anchors the fact in the page (an
 * event: type, first sentence; a statement: act, content; an entity: kind, name, first mention), and a counter that is 0
 * unless the page holds several facts with one anchor. Improving how a fact's other fields are read keeps its id.
 */
#ifndef BG_IDS_H
#define BG_IDS_H

#include "../base/base.h"

#define BG_ID_SIZE 18 /* letter, 16 digits, NUL */
typedef char bg_id[BG_ID_SIZE];

typedef struct bg_ids {
    char sha256[BG_HEX_SHA256];
    bg_id page;
    bg_id *entities, *events, *statements; /* one for each of the document's */
} bg_ids;

/* Name everything in `doc`; `bytes` is the page as it was read. False: out of memory. */
bool bg_ids__make(bg_arena *arena, const bg_doc *doc, const char *bytes, size_t size, bg_ids *out);

#endif
