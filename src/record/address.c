/* address: see address.h. */
#include "address.h"

#include <strings.h>

static bool begins(const char *text, size_t size, const char *with) { return size >= strlen(with) && strncasecmp(text, with, strlen(with)) == 0; }

/* Does a parameter only count who came from where? */
static bool is_counter(const char *text, size_t size) {
    static const char *const names[] = {"utm_", "fbclid=", "gclid=", "zarsrc="};
    for (size_t i = 0; i < BG_COUNT(names); i++)
        if (begins(text, size, names[i])) return true;
    return !size;
}

/* The host without what may differ; its size. */
static size_t host_of(const char **at, size_t size) {
    if (begins(*at, size, "www.")) *at += 4, size -= 4;
    if (size > 3 && memcmp(*at + size - 3, ":80", 3) == 0) return size - 3;
    return size > 4 && memcmp(*at + size - 4, ":443", 4) == 0 ? size - 4 : size;
}

static void add_parameters(const char *at, size_t size, bg_buf *out) {
    char before = '?';
    for (const char *end = at + size; at < end;) {
        size_t part = 0, left = (size_t)(end - at);
        while (part < left && at[part] != '&') part++;
        if (!is_counter(at, part)) {
            bg_buf__char(out, before);
            bg_buf__add(out, at, part);
            before = '&';
        }
        at += part + (part < left);
    }
}

bool bg_address__of(bg_arena *arena, const char *url, const char **address, const char **host) {
    const char *at = url ? strstr(url, "//") : NULL;
    *address = *host = NULL;
    if (!at || (at > url && at[-1] != ':')) return true;
    at += 2;
    size_t whole = strcspn(at, "/?#"), size = whole;
    const char *rest = at + whole;
    size = host_of(&at, size);
    if (!size) return true;
    bg_buf out;
    bg_buf__init(&out, (size_t)1 << 20);
    for (size_t i = 0; i < size; i++) bg_buf__char(&out, (char)(at[i] >= 'A' && at[i] <= 'Z' ? at[i] | 0x20 : at[i]));
    *host = out.failed ? NULL : bg_arena__text(arena, out.bytes, size);
    size_t path = strcspn(rest, "?#");
    const char *query = rest + path;
    while (path && rest[path - 1] == '/') path--;
    bg_buf__add(&out, rest, path);
    if (*query == '?') add_parameters(query + 1, strcspn(query + 1, "#"), &out);
    *address = bg_buf__keep(&out, arena);
    return *host && *address;
}
