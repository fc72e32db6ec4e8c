/* listing: see listing.h. */
#include "listing.h"

static bool is_end(char c, const char *signs) { return c == ' ' || (c && *signs && strchr(signs, c)); }

/* Compare the name with that of the line. */
static int compare(const char *name, size_t size, const char *line, const char *signs) {
    size_t i = 0;
    while (i < size && line[i] == name[i]) i++;
    bool ended = is_end(line[i], signs);
    if (i == size) return ended ? 0 : -1;
    return ended ? 1 : (unsigned char)name[i] < (unsigned char)line[i] ? -1 : 1;
}

const char *bg_listing__find(const char *text, size_t text_size, const char *name, size_t size, const char *signs) {
    const char *low = text, *end = text + text_size, *high = end;
    while (low < high) {
        const char *line = low + (high - low) / 2, *next = line;
        while (line > text && line[-1] != '\n') line--;
        int order = compare(name, size, line, signs);
        if (!order) return line + size;
        while (next < end && *next++ != '\n') {}
        if (order < 0) high = line;
        else low = next;
    }
    return NULL;
}
