/*
 * ids: names for facts that depend on nothing but what the page says.
 *
 * A page is known by its bytes: 'p' and 16 hex digits of their SHA-256. What is told in it is known by the page's key, by what anchors the
 * fact in the words (an event: type, first sentence; a statement: act, content; an entity: kind, name), and by a counter that is 0 unless the page holds
 * several facts with one anchor: a letter, the first 6 hex digits of the key and 10 of SHA-256 over these. The key is SHA-256 of the page's address with the text of
 * its article, so that a page that was saved twice gives the same ids although menus and advertisements around the article differ; of its bytes where it has no
 * address. Improving how a fact's other fields are read keeps its id. Up to version 7 of the tables the 16 digits were all of the fact's own hash: random places in
 * every index, each page of them written for a single row.
 */
#ifndef BG_IDS_H
#define BG_IDS_H

#include "../base/base.h"

#define BG_ID_SIZE 18 /* letter, 16 digits, NUL */
#define BG_KEY_DIGITS 6 /* of the page's key: few enough that a short id tells its facts apart */
typedef char bg_id[BG_ID_SIZE];

/* The number that the digits of an id write, 0: none; the id of a page with this number. */
uint64_t bg_id__number(const char *id);
void bg_id__of_page(uint64_t number, bg_id out);

struct bg_ready;

typedef struct bg_ids {
    char sha256[BG_HEX_SHA256];
    char text_key[BG_HEX_SHA256]; /* of title and body of the article */
    const char *address, *host;   /* bg_address__of(); NULL: it has none */
    bg_id page;
    char key[BG_KEY_DIGITS + 1]; /* the first digits of the page's key, with which the ids of its facts begin */
    bg_id *entities, *events, *statements, *matters; /* one for each of the document's */
    const bg_matter *told; /* bg_doc_matters() */
    size_t told_count;
    const struct bg_ready *ready; /* prepare.h; NULL: nobody made it beforehand */
} bg_ids;

/* The id now of a fact that had this one up to version 7, of a page with this address (NULL: none), text and bytes. False: out of memory. */
bool bg_ids__renamed(bg_arena *arena, const char *id, const char *address, const char *text_key, const char *sha256, bg_id out);

/* Name everything in `doc`; `bytes` is the page as it was read. False: out of memory. */
bool bg_ids__make(bg_arena *arena, const bg_doc *doc, const char *bytes, size_t size, bg_ids *out);

#endif
