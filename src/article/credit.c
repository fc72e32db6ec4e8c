/* credit: who made the text and the pictures. "Theo …", "Ảnh: …", "(TTXVN) - …", and rows that only captions look like. */
#include "internal.h"

#define TAIL 160 /* bytes at the end of a row in which the credit of a picture stands */

/* ---- pictures */

/* Are the bytes from `at` short enough to be the name in a credit? A new sentence is not. */
static bool is_short_name(const char *text, size_t at, size_t end) {
    size_t words = 0;
    for (size_t i = at; i < end; i++) {
        if (text[i] == ' ') words++;
        if (text[i] == '.' && i + 2 < end && text[i + 1] == ' ' && words > 1 && end - i > 12) return false;
    }
    return end - at <= 110 && words <= 14;
}

/* One to four capitalised words and nothing else: "Nguồn THX". */
static bool is_plain_name(const char *text, size_t at, size_t end) {
    bg_word word;
    size_t words = 0;
    while (bg_word__next(text, end, &at, &word)) {
        if (word.kind == BG_WORD_PUNCT) continue;
        if (!word.capital) return false;
        words++;
    }
    return words && words <= 4;
}

/* A credit phrase begins at `at`: with a colon or a dash behind it, in brackets, or a phrase that needs neither. */
static bool is_credit(const bg_data *data, const char *text, size_t at, bg_span row, bool opened) {
    size_t stop = 0, next = at;
    bg_word word;
    uint32_t sense = bg_article__phrase(data, ROW_CLASS(PHOTO_CREDIT), text, at, row.end, &stop);
    if (!sense || !bg_word__next(text, row.end, &next, &word) || word.kind != BG_WORD_LETTERS || (!opened && !word.capital)) return false;
    const char *lone = bg_article__attribute(data, sense, KEY_LONE);
    if (!lone && !is_short_name(text, stop, row.end)) return false;
    if (lone && at > row.start) return true;
    next = stop;
    if (!bg_word__next(text, row.end, &next, &word)) return lone != NULL;
    if (word.kind == BG_WORD_PUNCT && (word.point == ':' || word.point == '-' || word.point == 0x2013)) return true;
    if (lone && word.kind == BG_WORD_PUNCT && (word.point == '.' || word.point == '(' || word.point == ',')) return true;
    if (!opened) return is_plain_name(text, stop, row.end);
    return !lone;
}

/* Where the phrase that ends before the colon at `colon` begins; 0 if there is none. */
static size_t before_colon(const bg_data *data, const char *text, bg_span row, size_t colon) {
    size_t at = colon, words = 0;
    while (at > row.start && words < 4) {
        while (at > row.start && text[at - 1] == ' ') at--;
        while (at > row.start && text[at - 1] != ' ' && text[at - 1] != '(') at--;
        words++;
        size_t stop = 0;
        if (bg_article__phrase(data, ROW_CLASS(PHOTO_CREDIT), text, at, row.end, &stop) && stop == colon && is_credit(data, text, at, row, false))
            return at;
        if (at > row.start && text[at - 1] == '(') break;
    }
    return 0;
}

/* Bytes before which a credit may begin, or in the middle of which it stands. The last is that of a dash. */
static const bool borders[256] = {['('] = true, ['['] = true, ['-'] = true, ['.'] = true, ['|'] = true, [','] = true, [':'] = true, [0x93] = true};

#define SOME 32 /* bytes looked at together */

/* Is there such a byte? A count without a branch is what compilers ask of many bytes at once. */
static bool has_border(const char *text) {
    unsigned char count = 0;
    for (int i = 0; i < SOME; i++) {
        unsigned char c = (unsigned char)text[i], from_comma = (unsigned char)(c - ',');
        count = (unsigned char)(count + (c == '(') + (from_comma <= '.' - ',') + (c == ':') + (c == '[') + (c == '|') + (c == 0x93));
    }
    return count;
}

/* The first border from `at` on, or `end`. */
static size_t next_border(const char *text, size_t at, size_t end) {
    while (end - at >= SOME && !has_border(text + at)) at += SOME;
    while (at < end && !borders[(unsigned char)text[at]]) at++;
    return at;
}

size_t bg_article__photo(const bg_data *data, const char *text, bg_span row) {
    size_t size = row.end - row.start, from = size > TAIL ? row.end - TAIL : row.start;
    bool head = size < 60 || memchr(text + row.start, ':', 40) || memchr(text + row.start, ',', 30);
    if (head && is_credit(data, text, row.start, row, false)) return row.start;
    for (size_t at = next_border(text, from, row.end); at + 1 < row.end; at = next_border(text, at + 1, row.end)) {
        char c = text[at];
        bool opened = c == '(' || c == '[';
        bool dash = (c == '-' || c == '.' || c == '|' || c == ',' || c == '\x93') && text[at + 1] == ' ' &&
                    at + 2 < row.end && (text[at + 2] < 'a' || text[at + 2] > 'z');
        size_t found = 0;
        if (opened && is_credit(data, text, at + 1, row, true)) return at;
        if ((dash || (c == '.' && (unsigned char)text[at + 1] > '9')) && is_credit(data, text, at + 1, row, false)) return at;
        if (c == ':' && (found = before_colon(data, text, row, at))) return found;
    }
    return row.end;
}

/* ---- rows that only captions look like */

/* Nothing but offices, countries, bodies, capitalised words and the words that join them: no verb. */
static bool is_naming(const bg_data *data, const char *text, bg_span row) {
    bg_word word;
    size_t names = 0, commas = 0;
    for (size_t at = row.start; bg_word__next(text, row.end, &at, &word);) {
        if (word.kind == BG_WORD_PUNCT) {
            commas += word.point == ',';
            if (word.point == ':' || word.point == ';' || commas > 3) return false; /* a list, not a caption */
            continue;
        }
        size_t stop = 0;
        uint32_t sense = bg_article__phrase(data, ROW_NAMING, text, word.start, row.end, &stop);
        if (!sense) sense = bg_article__phrase(data, ROW_CLASS(PICTURE_WORD), text, word.start, row.end, &stop);
        if (sense) at = stop, names++;
        else if (word.capital || word.kind == BG_WORD_NUMBER) names++;
        else return false;
    }
    return names > 1;
}

static bool picture_phrase(const bg_data *data, const char *text, bg_span row, size_t at, const char *where) {
    size_t stop = 0;
    uint32_t sense = bg_article__phrase(data, ROW_CLASS(PICTURE_WORD), text, at, row.end, &stop);
    const char *found = sense ? bg_article__attribute(data, sense, KEY_AT) : NULL;
    if (!found) return false;
    if (!strcmp(where, "aside") && (stop >= row.end || !strchr("),.", text[stop]))) return false;
    return !strcmp(found, where) || !strcmp(found, "any");
}

/* "(trái)", ", phải,": between commas or in brackets, within 24 bytes. `open`: the sign before it. */
static bool has_aside(const bg_data *data, const char *text, bg_span row, char open) {
    const char *last = text + row.end - 1;
    for (const char *p = text + row.start; p < last && (p = memchr(p, open, (size_t)(last - p))); p++) {
        size_t from = (size_t)(p - text) + (p[1] == ' ' ? 2 : 1), end = row.end - from > 24 ? from + 24 : row.end;
        bool closed = memchr(text + from, ')', end - from) || memchr(text + from, ',', end - from);
        if (closed && picture_phrase(data, text, row, from, "aside")) return true;
    }
    return false;
}

/* A phrase such as "chụp ảnh lưu niệm" in a short row, or at the end of a longer one. */
static bool has_scene(const bg_data *data, const char *text, bg_span row, uint32_t words) {
    size_t at = row.start;
    if (words > 24) return false;
    if (words > 14) {
        at = row.end;
        for (unsigned n = 0; n < 4 && at > row.start; n += text[at] == ' ') at--;
    }
    for (size_t start; bg_article__next(data, ROW_CLASS(PICTURE_WORD), text, &at, row.end, &start);)
        if (picture_phrase(data, text, row, start, "any")) return true;
    return false;
}

/* No stop within: one behind an initial or a short word ("TP. HCM") is none. */
bool bg_article__is_one_sentence(const char *text, bg_span s) {
    if (s.end - s.start <= 6) return true;
    const char *at = text + s.start + 4, *end = text + s.end - 2;
    for (; at < end && (at = memchr(at, '.', (size_t)(end - at))); at++)
        if (at[1] == ' ' && at[-2] != ' ' && at[-3] != ' ') return false;
    return true;
}

bool bg_article__is_picture(const bg_data *data, const char *text, const bg_row *row) {
    bg_span s = row->span;
    if (s.end - s.start > 300 || row->words > 34 || !bg_article__is_one_sentence(text, s)) return false;
    if (bg_row__is_titled(text, row) && is_naming(data, text, s)) return true;
    return has_aside(data, text, s, '(') || has_aside(data, text, s, ',') || has_scene(data, text, s, row->words);
}

/* ---- agencies */

static bool has_host(const char *text, bg_span name) {
    for (size_t i = name.start + 1; i + 2 < name.end; i++)
        if (text[i] == '.' && text[i - 1] > ' ' && bg_letter__is((unsigned char)text[i + 1]) && bg_letter__is((unsigned char)text[i + 2]))
            return true;
    return false;
}

static bool is_known(const bg_data *data, const char *text, size_t at, size_t end) {
    size_t stop;
    return bg_article__phrase(data, ROW_CLASS(AGENCY) | ROW_CLASS(OUTLET) | ROW_CLASS(MEDIA_WORD), text, at, end, &stop);
}

/* No Vietnamese syllable is so written: longer than seven letters, or with f, j, w, z. */
static bool is_foreign(const char *text, const bg_word *word) {
    if (word->end - word->start >= 8) return true;
    for (size_t i = word->start; i < word->end; i++)
        if (strchr("fjwzFJWZ", text[i])) return true;
    return false;
}

typedef enum source { NO_SOURCE, PERSON, AGENCY } source;

/*
 * What stands behind "Theo": an agency if the lexicon knows it, or it is a host, an abbreviation or a foreign word; else
 * capitalised words are a person, and the page names no agency. `name` is cut to "VOV-Moscow" in "Minh Anh/VOV-Moscow".
 */
static source read_source(const bg_data *data, const char *text, bg_span *name) {
    size_t at = name->start, words = 0, capitals = 0;
    if (name->start >= name->end || name->end - name->start > 80) return NO_SOURCE;
    if (is_known(data, text, name->start, name->end)) return AGENCY;
    for (size_t i = name->start + 1; i + 1 < name->end; i++)
        if (text[i] == '/' && is_known(data, text, i + 1, name->end)) return name->start = (uint32_t)i + 1, AGENCY;
    if (has_host(text, *name)) return AGENCY;
    bool agency = false;
    bg_word word;
    while (bg_word__next(text, name->end, &at, &word)) {
        if (word.kind != BG_WORD_LETTERS) continue;
        words++, capitals += word.capital;
        agency |= word.upper || is_foreign(text, &word);
    }
    if (!words || words > 6 || capitals != words) return NO_SOURCE;
    return agency ? AGENCY : PERSON;
}

static bg_span strip(const char *text, bg_span s) {
    while (s.start < s.end && strchr("(.*[- :", text[s.start])) s.start++;
    while (s.start < s.end && strchr(").*] ./-", text[s.end - 1])) s.end--;
    return s;
}

bool bg_article__agency(const bg_data *data, const char *text, bg_span row, bg_span *name) {
    bg_span s = strip(text, row);
    size_t stop = 0;
    if (s.start >= s.end) return false;
    if (bg_article__phrase(data, ROW_CLASS(SOURCE_WORD), text, s.start, s.end, &stop)) {
        bg_span rest = strip(text, (bg_span){(uint32_t)stop, s.end});
        if (bg_article__address(text, rest.start, rest.end)) {
            while (rest.start < rest.end && text[rest.start] != '/' && text[rest.start] != 'w') rest.start++;
        }
        source found = read_source(data, text, &rest);
        *name = found == AGENCY ? rest : (bg_span){0, 0};
        return found != NO_SOURCE;
    }
    *name = s;
    if (bg_article__phrase(data, ROW_CLASS(OUTLET), text, s.start, s.end, &stop) && stop == s.end) return true;
    if (!bg_article__phrase(data, ROW_CLASS(AGENCY), text, s.start, s.end, &stop)) return false;
    return stop == s.end || (text[stop] == '/' && s.end - s.start < 40) || text[stop] == '+';
}

/* ---- datelines */

size_t bg_article__dateline(const bg_data *data, const char *text, bg_span row, bg_span *name) {
    size_t stop = 0, at = row.start;
    if (text[at] == '(') {
        size_t end = row.end - at > 40 ? at + 40 : row.end;
        const char *close = memchr(text + at, ')', end - at);
        if (!close) return 0;
        *name = (bg_span){(uint32_t)at + 1, (uint32_t)(close - text)};
        stop = (size_t)(close - text) + 1;
    } else {
        if (!bg_article__phrase(data, ROW_CLASS(OUTLET), text, at, row.end, &stop) &&
            !bg_article__phrase(data, ROW_CLASS(AGENCY), text, at, row.end, &stop))
            return 0;
        *name = (bg_span){(uint32_t)at, (uint32_t)stop};
    }
    bg_word word;
    if (!bg_word__next(text, row.end, &stop, &word)) return 0;
    if (word.kind != BG_WORD_PUNCT || (word.point != '-' && word.point != 0x2013 && word.point != 0x2014)) return 0;
    while (stop < row.end && text[stop] == ' ') stop++;
    return stop - at;
}
