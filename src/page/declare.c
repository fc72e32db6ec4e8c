/* declare: see declare.h. Of markup only as much is read as the HTML Standard's prescan reads: comments and other tags are passed over. */
#include "declare.h"

#include <ctype.h>
#include <strings.h>

#define PRESCAN 1024

/* Text that is cut as it is read. */
typedef struct scan {
    const char *at, *end;
} scan;

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static void skip_blanks(scan *s) {
    while (s->at < s->end && is_blank(*s->at)) s->at++;
}

static bool begins(const scan *s, const char *text) {
    size_t size = strlen(text);
    return (size_t)(s->end - s->at) >= size && strncasecmp(s->at, text, size) == 0;
}

const bg_coding *bg_declare__mark(const char *bytes, size_t size, size_t *length) {
    static const struct {
        const char *mark;
        size_t size;
        const char *name;
    } marks[] = {{"\xEF\xBB\xBF", 3, "utf-8"}, {"\xFF\xFE\0\0", 4, "utf-32le"}, {"\0\0\xFE\xFF", 4, "utf-32be"}, {"\xFF\xFE", 2, "utf-16le"}, {"\xFE\xFF", 2, "utf-16be"}};
    for (size_t i = 0; i < BG_COUNT(marks); i++) {
        *length = marks[i].size;
        if (size >= *length && memcmp(bytes, marks[i].mark, *length) == 0) return bg_coding__named(marks[i].name, strlen(marks[i].name));
    }
    *length = 0;
    return NULL;
}

/* A value that may stand in quotes, else ends with a blank or one of `stops`. */
static bg_span value(scan *s, const char *from, const char *stops) {
    char quote = s->at < s->end && (*s->at == '"' || *s->at == '\'') ? *s->at++ : 0;
    const char *start = s->at;
    while (s->at < s->end && (quote ? *s->at != quote : !is_blank(*s->at) && !(*s->at && strchr(stops, *s->at)))) s->at++;
    bg_span span = {(uint32_t)(start - from), (uint32_t)(s->at - from)};
    if (quote && s->at < s->end) s->at++;
    return span;
}

const bg_coding *bg_declare__type(const char *type, size_t size) {
    if (!type) return NULL;
    for (scan s = {type, type + size}; s.at < s.end; s.at++) {
        if (!begins(&s, "charset")) continue;
        s.at += strlen("charset");
        skip_blanks(&s);
        if (s.at == s.end || *s.at++ != '=') continue;
        skip_blanks(&s);
        bg_span label = value(&s, type, ";,");
        return bg_coding__named(type + label.start, label.end - label.start);
    }
    return NULL;
}

/* ---- markup */

typedef struct attribute {
    const char *name, *value; /* borrowed */
    size_t name_size, value_size;
} attribute;

/* The next attribute of the tag; false at its end. */
static bool next_attribute(scan *s, attribute *out) {
    while (s->at < s->end && (is_blank(*s->at) || *s->at == '/')) s->at++;
    if (s->at == s->end || *s->at == '>') return false;
    const char *start = s->at++;
    while (s->at < s->end && !is_blank(*s->at) && *s->at != '=' && *s->at != '>' && *s->at != '/') s->at++;
    *out = (attribute){.name = start, .name_size = (size_t)(s->at - start), .value = ""};
    skip_blanks(s);
    if (s->at == s->end || *s->at != '=') return true;
    s->at++;
    skip_blanks(s);
    const char *from = s->at;
    bg_span span = value(s, from, ">");
    out->value = from + span.start, out->value_size = span.end - span.start;
    return true;
}

static bool is(const attribute *a, const char *name) { return strlen(name) == a->name_size && strncasecmp(name, a->name, a->name_size) == 0; }

/* What a meta element says, s->at behind its name. */
static const bg_coding *meta(scan *s) {
    const bg_coding *charset = NULL, *content = NULL;
    bool is_type = false;
    for (attribute a; next_attribute(s, &a);) {
        if (is(&a, "charset")) charset = bg_coding__named(a.value, a.value_size);
        if (is(&a, "content")) content = bg_declare__type(a.value, a.value_size);
        if (is(&a, "http-equiv")) is_type = a.value_size == strlen("content-type") && strncasecmp(a.value, "content-type", a.value_size) == 0;
    }
    return charset ? charset : is_type ? content : NULL;
}

static void skip_to(scan *s, const char *text) {
    while (s->at < s->end && !begins(s, text)) s->at++;
}

static const bg_coding *xml(scan s) {
    scan head = s;
    if (!begins(&s, "<?xml")) return NULL;
    skip_to(&head, "?>");
    s.end = head.at;
    skip_to(&s, "encoding");
    if (s.at == s.end) return NULL;
    s.at += strlen("encoding");
    skip_blanks(&s);
    if (s.at == s.end || *s.at++ != '=') return NULL;
    skip_blanks(&s);
    const char *from = s.at;
    bg_span label = value(&s, from, "?>");
    return bg_coding__named(from + label.start, label.end - label.start);
}

/* Pass over what begins with '<' and is no meta. */
static void skip_tag(scan *s) {
    bool closes = begins(s, "</");
    const char *name = s->at + 1 + closes;
    if (begins(s, "<!--")) {
        s->at += 2; /* "<!-->" is a whole comment */
        skip_to(s, "-->");
    } else if (name < s->end && isalpha((unsigned char)*name)) {
        for (s->at = name; s->at < s->end && !is_blank(*s->at) && *s->at != '>';) s->at++;
        for (attribute a; next_attribute(s, &a);) continue;
    } else if (closes || begins(s, "<!") || begins(s, "<?")) skip_to(s, ">");
    else s->at++;
}

static const bg_coding *prescan(scan s) {
    while (skip_to(&s, "<"), s.at < s.end) {
        const char *behind = s.at + strlen("<meta");
        if (!begins(&s, "<meta") || behind == s.end || !(is_blank(*behind) || *behind == '/')) {
            skip_tag(&s);
            continue;
        }
        s.at = behind;
        const bg_coding *said = meta(&s);
        if (said) return said;
    }
    return NULL;
}

bool bg_declare__is_markup(const char *bytes, size_t size) {
    scan s = {bytes, bytes + size};
    if (begins(&s, "\xEF\xBB\xBF")) s.at += 3;
    skip_blanks(&s);
    if (s.end - s.at < 2 || *s.at != '<') return false;
    return isalpha((unsigned char)s.at[1]) || s.at[1] == '!' || s.at[1] == '?';
}

const bg_coding *bg_declare__markup(const char *bytes, size_t size) {
    if (!bg_declare__is_markup(bytes, size)) return NULL;
    scan s = {bytes, bytes + (size < PRESCAN ? size : PRESCAN)};
    const bg_coding *said = xml(s);
    if (!said) said = prescan(s);
    return bg_coding__is_wide(said) ? &bg_codings[0] : said; /* whoever could read the declaration reads no UTF-16, nor UTF-32 */
}
