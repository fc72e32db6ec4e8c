/*
 * told: a hash of all that the record keeps of a page but where it was read: what it states of itself, its entities, contacts, statements and entries. A page that is
 * read anew and tells the same keeps its facts, and with them the contacts, threads and persons that they are part of.
 */
#ifndef BG_TOLD_H
#define BG_TOLD_H

#include "ids.h"

/* The hash of a document whose ids are known; the same on every machine. */
int64_t bg_told__hash(const bg_doc *doc, const bg_ids *ids);

#endif
