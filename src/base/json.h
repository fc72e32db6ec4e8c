/* json: a small JSON writer onto a bg_buf. Compact, UTF-8 kept as it is, keys in the order they are written. */
#ifndef BG_JSON_H
#define BG_JSON_H

#include "base.h"

#define BG_JSON_DEPTH 16 /* objects and arrays open at once */

typedef struct bg_json {
    bg_buf *out;
    unsigned depth;
    bool filled[BG_JSON_DEPTH + 1]; /* something stands already at this depth: a comma is due */
    char closer[BG_JSON_DEPTH + 1];
} bg_json;

/*
 * `key` is NULL inside an array and at the top. A NULL text writes nothing under a key (absent = not known) and `null`
 * in an array. Failure is kept in out->failed: check once at the end.
 */
void bg_json__init(bg_json *json, bg_buf *out);
void bg_json__object(bg_json *json, const char *key);
void bg_json__array(bg_json *json, const char *key);
void bg_json__end(bg_json *json); /* closes the innermost object or array */
void bg_json__text(bg_json *json, const char *key, const char *text);
void bg_json__bytes(bg_json *json, const char *key, const char *bytes, size_t size);
void bg_json__int(bg_json *json, const char *key, int64_t number);
void bg_json__bool(bg_json *json, const char *key, bool truth);
void bg_json__real(bg_json *json, const char *key, double number); /* shortest form that reads back the same */
void bg_json__null(bg_json *json, const char *key);
void bg_json__span(bg_json *json, const char *key, bg_span span);  /* [start,end]; absent under a key if end is 0 */
void bg_json__texts(bg_json *json, const char *key, const char *const *texts, size_t count);
void bg_json__spans(bg_json *json, const char *key, const bg_span *spans, size_t count);

#endif
