/* json: the writer. The input is well-formed UTF-8 by contract (pages are checked before), so only quotes, backslashes
 * and control bytes need an escape. */
#include "json.h"

#include <assert.h>
#include <stdlib.h>

void bg_json__init(bg_json *json, bg_buf *out) {
    memset(json, 0, sizeof *json);
    json->out = out;
}

static void escape(bg_buf *out, unsigned char c) {
    switch (c) {
    case '"': bg_buf__text(out, "\\\""); break;
    case '\\': bg_buf__text(out, "\\\\"); break;
    case '\n': bg_buf__text(out, "\\n"); break;
    case '\r': bg_buf__text(out, "\\r"); break;
    case '\t': bg_buf__text(out, "\\t"); break;
    default: bg_buf__print(out, "\\u%04x", c);
    }
}

static void quoted(bg_buf *out, const char *bytes, size_t size) {
    bg_buf__char(out, '"');
    size_t from = 0;
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f) continue;
        bg_buf__add(out, bytes + from, i - from);
        escape(out, c);
        from = i + 1;
    }
    bg_buf__add(out, bytes + from, size - from);
    bg_buf__char(out, '"');
}

/* The comma and the key that stand before every value. */
static void lead(bg_json *json, const char *key) {
    if (json->filled[json->depth]) bg_buf__char(json->out, ',');
    json->filled[json->depth] = true;
    if (!key) return;
    quoted(json->out, key, strlen(key));
    bg_buf__char(json->out, ':');
}

static void begin(bg_json *json, const char *key, char opener, char closer) {
    lead(json, key);
    bg_buf__char(json->out, opener);
    assert(json->depth < BG_JSON_DEPTH);
    json->depth++;
    json->filled[json->depth] = false;
    json->closer[json->depth] = closer;
}

void bg_json__object(bg_json *json, const char *key) { begin(json, key, '{', '}'); }
void bg_json__array(bg_json *json, const char *key) { begin(json, key, '[', ']'); }

void bg_json__end(bg_json *json) {
    assert(json->depth > 0);
    bg_buf__char(json->out, json->closer[json->depth--]);
}

void bg_json__text(bg_json *json, const char *key, const char *text) {
    if (text) bg_json__bytes(json, key, text, strlen(text));
    else if (!key) bg_json__null(json, NULL);
}

void bg_json__bytes(bg_json *json, const char *key, const char *bytes, size_t size) {
    lead(json, key);
    quoted(json->out, bytes, size);
}

/* The digits of a number, written backwards from `end`; returns where they begin. */
static char *digits_before(char *end, uint64_t number) {
    do *--end = (char)('0' + number % 10);
    while (number /= 10);
    return end;
}

void bg_json__int(bg_json *json, const char *key, int64_t number) {
    char room[24], *end = room + sizeof room, *at = digits_before(end, number < 0 ? 0 - (uint64_t)number : (uint64_t)number);
    if (number < 0) *--at = '-';
    lead(json, key);
    bg_buf__add(json->out, at, (size_t)(end - at));
}

void bg_json__bool(bg_json *json, const char *key, bool truth) {
    lead(json, key);
    bg_buf__text(json->out, truth ? "true" : "false");
}

void bg_json__null(bg_json *json, const char *key) {
    lead(json, key);
    bg_buf__text(json->out, "null");
}

void bg_json__real(bg_json *json, const char *key, double number) {
    char digits[40];
    for (int precision = 1; precision <= 17; precision++) {
        snprintf(digits, sizeof digits, "%.*g", precision, number);
        if (strtod(digits, NULL) == number) break;
    }
    lead(json, key);
    bg_buf__text(json->out, digits);
    if (!strpbrk(digits, ".en")) bg_buf__text(json->out, ".0");
}

void bg_json__span(bg_json *json, const char *key, bg_span span) {
    if (key && span.end == 0) return;
    char room[48], *end = room + sizeof room, *at = end;
    *--at = ']';
    at = digits_before(at, span.end);
    *--at = ',';
    at = digits_before(at, span.start);
    *--at = '[';
    lead(json, key);
    bg_buf__add(json->out, at, (size_t)(end - at));
}

void bg_json__texts(bg_json *json, const char *key, const char *const *texts, size_t count) {
    bg_json__array(json, key);
    for (size_t i = 0; i < count; i++) bg_json__text(json, NULL, texts[i]);
    bg_json__end(json);
}

void bg_json__spans(bg_json *json, const char *key, const bg_span *spans, size_t count) {
    bg_json__array(json, key);
    for (size_t i = 0; i < count; i++) bg_json__span(json, NULL, spans[i]);
    bg_json__end(json);
}
