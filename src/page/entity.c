/* entity: references by number and by name. The names are a text that is embedded as it is, data/html/entities.txt, sorted by byte. */
#include "entity.h"
#include "../base/listing.h"

#define NAME_MAX_SIZE 31

extern const char bg_entities[];
extern const uint64_t bg_entities_size;

/* Windows-1252 in the place of control characters, as the standard wants it. */
static uint32_t standing_for(uint32_t c) {
    static const uint16_t windows[32] = {0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
                                         0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178};
    if (c >= 0x80 && c < 0xA0) return windows[c - 0x80];
    bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    return !c || control || c == 0x7F || (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF ? 0xFFFD : c;
}

static int digit_of(char c, unsigned base) {
    if (c >= '0' && c <= '9') return c - '0';
    char low = (char)(c | 0x20);
    return base == 16 && low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/* "&#7879;", "&#x1EC7;" */
static size_t read_number(const char *p, size_t left, char *out, size_t *size) {
    size_t at = 2;
    unsigned base = 10;
    if (at < left && (p[at] | 0x20) == 'x') base = 16, at++;
    size_t first = at;
    uint32_t c = 0;
    for (int digit; at < left && (digit = digit_of(p[at], base)) >= 0; at++) c = c > 0x10FFFF ? c : c * base + (uint32_t)digit;
    if (at == first) return 0;
    *size = bg_utf8__put(standing_for(c), out);
    return at + (at < left && p[at] == ';');
}

/* Its line behind the name, or NULL; '!' where it is read without a semicolon, too. */
static const char *find_name(const char *name, size_t size) { return bg_listing__find(bg_entities, bg_entities_size, name, size, "!"); }

/* " 1EC7", "! 26", " 223E 333": the code points of a line. */
static void put_points(const char *line, char *out, size_t *size) {
    *size = 0;
    while (*line == ' ' || *line == '!') {
        uint32_t c = 0;
        line++;
        for (int digit; (digit = digit_of(*line, 16)) >= 0; line++) c = c * 16 + (uint32_t)digit;
        if (c && *size + 4 <= BG_ENTITY_MAX) *size += bg_utf8__put(c, out + *size);
    }
}

static bool is_name_letter(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

/* "&ecirc;"; the longest of the old names where there is no semicolon, "&nbspHà". */
static size_t read_name(const char *p, size_t left, char *out, size_t *size) {
    size_t end = 1;
    while (end < left && end <= NAME_MAX_SIZE && is_name_letter(p[end])) end++;
    if (end < left && p[end] == ';' && end > 1) {
        const char *line = find_name(p + 1, end - 1);
        if (line) return put_points(line, out, size), end + 1;
    }
    for (; end > 2; end--) {
        const char *line = find_name(p + 1, end - 1);
        if (line && *line == '!') return put_points(line, out, size), end;
    }
    return 0;
}

size_t bg_entity__read(const char *bytes, size_t left, char out[BG_ENTITY_MAX], size_t *size) {
    if (left < 3) return 0;
    return bytes[1] == '#' ? read_number(bytes, left, out, size) : read_name(bytes, left, out, size);
}

char *bg_entity__text(bg_arena *arena, const char *bytes, size_t size) {
    char *text = bg_arena__alloc(arena, size + size / 4 + BG_ENTITY_MAX);
    size_t used = 0;
    for (size_t at = 0; text && at < size;) {
        size_t put = 0, length = bytes[at] == '&' ? bg_entity__read(bytes + at, size - at, text + used, &put) : 0;
        if (!length) text[used++] = bytes[at++];
        used += put, at += length;
    }
    return text;
}
