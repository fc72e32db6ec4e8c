/* entity: character references of HTML, "&agrave;", "&#7879;". */
#ifndef BG_ENTITY_H
#define BG_ENTITY_H

#include "../base/base.h"

#define BG_ENTITY_MAX 8 /* bytes of UTF-8 that a reference may stand for */

/*
 * Read the reference at bytes[0] == '&'. Returns its length and fills `out` with *size bytes; 0: no reference, the sign stands for
 * itself. What it stands for is at most a byte longer than it is.
 */
size_t bg_entity__read(const char *bytes, size_t left, char out[BG_ENTITY_MAX], size_t *size);

/* A text with its references replaced, in the arena; NULL: out of memory. */
char *bg_entity__text(bg_arena *arena, const char *bytes, size_t size);

#endif
