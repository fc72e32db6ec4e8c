/* charset: see charset.h. */
#include "charset.h"
#include "control.h"
#include "declare.h"
#include "font.h"
#include "sniff.h"

#include <errno.h>

#define REPLACED_ONE_IN 2000u /* bytes may stand for nothing */
#define TOLD_ONE_IN 100u      /* … where the words have told which charset it is */
#define FONT_BESIDE_ONE_IN 8u /* of such letters stand beside another one, as in "nước", "được": no western text has that */
#define FONT_LEAST 10u        /* letters that an old font may have been, in UTF-8 */
#define TWICE_LEAST 8u        /* letters that were made UTF-8 twice */
#define UTF8_SURE 20u         /* so many letters beyond ASCII for each byte that is wrong: it is UTF-8 */
static const char replacement[] = "\xEF\xBF\xBD";

typedef struct page {
    bg_arena *arena;
    const char *source, *bytes;
    size_t size;
    bool markup;
    size_t invalid;           /* first byte that is not UTF-8, or size */
    const bg_coding *said;    /* what is declared */
    const char *by;
    bg_decoded *out;
} page;

/* How many bytes of so many may stand for nothing. */
static size_t allowance(size_t size, size_t one_in) { return (size + one_in / 2) / one_in; }

/* ---- writing the text */

static bool write_begin(page *p, size_t room, size_t points) {
    p->out->text = bg_arena__alloc(p->arena, room + 1);
    p->out->size = 0;
    p->out->map = (bg_map){0};
    p->out->charset.replaced = 0;
    return p->out->text && BG_RESERVE(p->arena, &p->out->map, points);
}

static void write_bytes(page *p, const char *bytes, size_t size) {
    memcpy((char *)p->out->text + p->out->size, bytes, size); /* in the arena, our own */
    p->out->size += size;
}

/* What is written next comes from there. */
static bool write_from(page *p, size_t from) { return bg_map__add(p->arena, &p->out->map, (uint32_t)p->out->size, (uint32_t)from); }

static void replace(page *p, size_t from) {
    if (!p->out->charset.replaced++) p->out->charset.first = from;
    write_bytes(p, replacement, sizeof replacement - 1);
}

/* ---- UTF-8 */

/* Bytes that begin a letter and do not end it, or one byte that begins none. */
static size_t broken_size(const char *bytes, size_t size) {
    unsigned char lead = (unsigned char)bytes[0];
    size_t whole = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : 2, length = 1;
    if (lead < 0xC2 || lead >= 0xF5) return 1;
    while (length < size && length < whole && ((unsigned char)bytes[length] & 0xC0) == 0x80 && bg_utf8__invalid(bytes, length + 1) == 0) length++;
    return length < whole ? length : 1;
}

/* Places of what is replaced: bytes that are not UTF-8, in markup control bytes too. */
typedef struct flaws {
    const page *page;
    size_t invalid, control; /* the next of either */
} flaws;

static flaws flaws_of(const page *p) { return (flaws){p, p->invalid, p->markup ? bg_control__next(p->bytes, p->size, 0) : p->size}; }

/* The first flaw; its length. */
static size_t flaw(const flaws *f, size_t *at) {
    const page *p = f->page;
    *at = f->invalid < f->control ? f->invalid : f->control;
    return *at == p->size ? 0 : *at == f->control ? 1 : broken_size(p->bytes + *at, p->size - *at);
}

static void pass(flaws *f, size_t behind) {
    const page *p = f->page;
    if (f->invalid < behind) f->invalid = behind + bg_utf8__invalid(p->bytes + behind, p->size - behind);
    if (f->control < behind) f->control = bg_control__next(p->bytes, p->size, behind);
}

/* How many flaws there are, counted to one more than `most`. */
static size_t count_flaws(const page *p, size_t most) {
    size_t count = 0, at;
    flaws f = flaws_of(p);
    for (size_t size; count <= most && (size = flaw(&f, &at)); count++) pass(&f, at + size);
    return count;
}

/* The text with its flaws replaced. False: out of memory. */
static bool mend_utf8(page *p, size_t count) {
    size_t done = 0, at, size;
    flaws f = flaws_of(p);
    if (!write_begin(p, p->size + 2 * count, 2 * count + 1)) return false;
    for (; (size = flaw(&f, &at)); pass(&f, done)) {
        write_bytes(p, p->bytes + done, at - done);
        replace(p, at);
        done = at + size;
        if (!write_from(p, done)) return false;
    }
    write_bytes(p, p->bytes + done, p->size - done);
    return true;
}

/* ---- other charsets */

/* How far bytes stand for themselves from `at` on: ASCII, no control bytes, and no mark behind. */
static size_t plain_end(const page *p, size_t at) {
    while (at < p->size && (unsigned char)(p->bytes[at] - ' ') < 0x5F) at++;
    return at;
}

/* One letter. In markup, NUL and control bytes are replaced. */
static bool write_letter(page *p, uint32_t c, size_t from, size_t behind) {
    char utf8[4] = {0};
    if (c == BG_NO_LETTER || (p->markup && bg_control__is(c))) replace(p, from);
    else if (c < 0x80) ((char *)p->out->text)[p->out->size++] = (char)c;
    else write_bytes(p, utf8, bg_utf8__put(c, utf8));
    return write_from(p, behind);
}

static size_t count_high(const page *p) {
    size_t count = 0;
    for (size_t i = 0; i < p->size; i++) count += (unsigned char)p->bytes[i] - 0x20u >= 0x5Fu;
    return count;
}

/* Room for the text: a letter takes three bytes at most where it is one, no more than half as many again in UTF-16, no more in UTF-32. */
static bool write_begin_letters(page *p, const bg_coding *coding) {
    size_t high = bg_coding__is_wide(coding) ? p->size / 2 + 1 : count_high(p);
    return write_begin(p, p->size + 2 * high + 4, high + 2);
}

typedef enum outcome { CONVERTED, TOO_MANY, NO_MEMORY, NO_CHARSET } outcome;

/* From `start` on. TOO_MANY: more bytes stand for nothing than are borne. */
static outcome convert(page *p, const bg_coding *coding, size_t start, size_t most) {
    bg_decoder d;
    bool wide = bg_coding__is_wide(coding);
    if (!write_begin_letters(p, coding)) return NO_MEMORY;
    if (!bg_decoder__open(&d, coding, p->bytes, p->size)) return errno == ENOMEM ? NO_MEMORY : NO_CHARSET;
    bool written = write_from(p, start);
    for (size_t at = start; written && at < p->size && p->out->charset.replaced <= most;) {
        size_t end = wide ? at : plain_end(p, at), from = at;
        if (end > at && end < p->size) end--; /* what is behind may be a mark on the last letter */
        write_bytes(p, p->bytes + at, end - at);
        if (end == at) {
            uint32_t c;
            at += bg_decoder__next(&d, at, &c);
            written = write_letter(p, c, from, at);
        } else at = end;
    }
    bg_decoder__close(&d);
    if (written && coding->font) bg_font__raise((char *)p->out->text, p->out->size);
    return !written ? NO_MEMORY : p->out->charset.replaced > most ? TOO_MANY : CONVERTED;
}

/* ---- which one */

static outcome take_utf8(page *p, size_t most) {
    size_t count = count_flaws(p, most);
    if (count > most) return TOO_MANY;
    if (count) return mend_utf8(p, count) ? CONVERTED : NO_MEMORY;
    p->out->text = p->bytes, p->out->size = p->size;
    return CONVERTED;
}

static const char *how_told(const page *p, const bg_coding *coding) { return p->said && p->said == coding ? p->by : "sniffed"; }

static outcome take(page *p, const bg_coding *coding, const char *by, size_t start, size_t most) {
    outcome done = coding->how == BG_CODING_UTF8 ? take_utf8(p, most) : convert(p, coding, start, most);
    p->out->charset.name = coding->name;
    p->out->charset.by = by;
    p->out->charset.overruled = p->said && p->said != coding ? p->said->name : NULL;
    return done;
}

/* Is it UTF-8 with a few wrong bytes: many more letters beyond ASCII that are right? */
static bool is_mostly_utf8(const page *p, size_t most) {
    size_t high = 0, wrong = count_flaws(p, most);
    if (wrong > most) return false;
    for (size_t i = 0; i < p->size; i++) high += (unsigned char)p->bytes[i] >= 0x80;
    return high >= wrong * UTF8_SURE;
}

/* Not UTF-8 as it stands. */
static outcome choose(page *p) {
    const bg_coding *utf8 = &bg_codings[0], *said = p->said, *told;
    size_t most = allowance(p->size, REPLACED_ONE_IN);
    outcome done;
    if ((told = bg_sniff__utf16(p->bytes, p->size))) return take(p, told, how_told(p, told), 0, most);
    if (is_mostly_utf8(p, most)) return take(p, utf8, how_told(p, utf8), 0, most);
    if ((told = bg_sniff__vietnamese(p->bytes, p->size)))
        return take(p, told, how_told(p, told), 0, allowance(p->size, TOLD_ONE_IN));
    if (said && !bg_coding__is_utf8(said) && (done = take(p, said, p->by, 0, most)) != TOO_MANY && done != NO_CHARSET) return done;
    if (!bg_coding__is_utf8(said) && (told = bg_sniff__western(p->bytes, p->size))) return take(p, told, "sniffed", 0, most);
    return take(p, utf8, how_told(p, utf8), 0, most);
}

static void look(page *p, const char *type) {
    p->said = bg_declare__type(type, type ? strlen(type) : 0);
    p->by = "declared";
    if (p->said) return;
    p->said = bg_declare__markup(p->bytes, p->size);
    p->by = "meta";
}

/* ---- UTF-8 whose letters are those that the bytes of an old font are in windows-1252: "§èi t¸c" */

/* A letter or sign of two bytes, but the blank that does not break. */
static bool is_pair(const char *p) { return ((unsigned char)p[0] & 0xFE) == 0xC2 && !((unsigned char)p[0] == 0xC2 && (unsigned char)p[1] == 0xA0); }

/* May it be? Vietnamese has letters of three bytes that begin with E1, in every other word; letters of the west have two. */
static bool may_be_font(const page *p) {
    size_t letters = 0, beside = 0;
    if (memchr(p->bytes, 0xE1, p->size)) return false;
    for (const char *at = p->bytes, *end = at + p->size; (at = memchr(at, 0xC3, (size_t)(end - at))); at++) {
        letters++;
        beside += (at - p->bytes >= 2 && is_pair(at - 2)) || (end - at > 3 && is_pair(at + 2));
    }
    return letters >= FONT_LEAST && beside * FONT_BESIDE_ONE_IN >= letters;
}

/* The byte that stands for the letter in windows-1252 or ISO 8859-1; -1: none. */
static int byte_of(uint32_t c) {
    if (c < 0x100) return (int)c;
    for (int i = 0; i < 32; i++)
        if (bg_code_page__western.high[i] == c) return 0x80 + i;
    return -1;
}

/* The text in those bytes, `with` leads back. NULL: it has other letters, or memory is out (the arena knows). */
static char *narrowed(const page *p, size_t *size, bg_map *with) {
    char *out = bg_arena__alloc(p->arena, p->size);
    size_t count = 0;
    for (size_t at = 0, next = 0; out && at < p->size; at = next) {
        int byte = byte_of(bg_utf8__next(p->bytes, p->size, &next));
        if (byte < 0) return NULL;
        out[count++] = (char)byte;
        if (next - at > 1 && !bg_map__add(p->arena, with, (uint32_t)count, (uint32_t)next)) return NULL;
    }
    *size = count;
    return out;
}

/* Take it as what the font has, if its words are syllables in that. TOO_MANY: it is no such text. */
static outcome take_font(page *p) {
    bg_map with = {0};
    bg_decoded font = {0};
    page narrow = *p;
    narrow.out = &font;
    narrow.bytes = may_be_font(p) ? narrowed(p, &narrow.size, &with) : NULL;
    if (!narrow.bytes) return bg_arena__failed(p->arena) ? NO_MEMORY : TOO_MANY;
    const bg_coding *told = bg_sniff__vietnamese(narrow.bytes, narrow.size);
    if (!told || told->page == &bg_code_page__windows_1258) return TOO_MANY;
    outcome done = convert(&narrow, told, 0, allowance(narrow.size, TOLD_ONE_IN));
    if (done != CONVERTED) return done;
    p->out->text = font.text, p->out->size = font.size;
    p->out->charset = (bg_charset){.name = told->name, .by = "font", .replaced = font.charset.replaced, .first = bg_map__back(&with, (uint32_t)font.charset.first)};
    return bg_map__compose(p->arena, &font.map, &with, (uint32_t)font.size, &p->out->map) ? CONVERTED : NO_MEMORY;
}

/* ---- UTF-8 that was taken for windows-1252 and made UTF-8 once more: "há»™i Ä‘Ã m" */

/* Do the first letters beyond ASCII, as the bytes they were, make letters of UTF-8? They begin with bytes that are À to ô now. */
static bool may_be_twice(const page *p) {
    const char *at = memchr(p->bytes, 0xC3, p->size);
    size_t i = at ? (size_t)(at - p->bytes) : p->size, count = 0;
    while (i < p->size && count < TWICE_LEAST) {
        char letter[4];
        size_t whole = 0, n = 0;
        if ((unsigned char)p->bytes[i] < 0x80) {
            i++;
            continue;
        }
        do {
            int byte = byte_of(bg_utf8__next(p->bytes, p->size, &i));
            if (byte < 0x80) return false;
            letter[n++] = (char)byte;
            whole = (unsigned char)letter[0] >= 0xF0 ? 4 : (unsigned char)letter[0] >= 0xE0 ? 3 : 2;
        } while (n < whole && i < p->size);
        if (bg_utf8__invalid(letter, n) < n) return false;
        count++;
    }
    return count == TWICE_LEAST;
}

/* Take it as what it was, if all of it makes UTF-8: no text of the west does by chance. TOO_MANY: it is no such text. */
static outcome take_twice(page *p) {
    bg_map with = {0};
    size_t size = 0;
    char *bytes = may_be_twice(p) ? narrowed(p, &size, &with) : NULL;
    if (!bytes) return bg_arena__failed(p->arena) ? NO_MEMORY : TOO_MANY;
    if (bg_utf8__invalid(bytes, size) < size) return TOO_MANY;
    p->out->text = bytes, p->out->size = size;
    p->out->map = with;
    p->out->charset = (bg_charset){.name = bg_codings[0].name, .by = "twice"};
    return CONVERTED;
}

static bool has_high(const page *p) {
    for (size_t i = 0; i < p->size; i++)
        if ((unsigned char)p->bytes[i] >= 0x80) return true;
    return false;
}

static outcome decide(page *p, const char *type) {
    size_t mark_size, most = allowance(p->size, REPLACED_ONE_IN);
    const bg_coding *utf8 = &bg_codings[0], *mark = bg_declare__mark(p->bytes, p->size, &mark_size);
    look(p, type);
    if (mark && !bg_coding__is_utf8(mark)) return take(p, mark, "bom", mark_size, most);
    if (mark) p->said = utf8, p->by = "bom";
    bool nul = memchr(p->bytes, 0, p->size < 1024 ? p->size : 1024) != NULL;
    if (p->invalid < p->size || (nul && bg_sniff__utf16(p->bytes, p->size))) return choose(p);
    outcome font = take_font(p);
    if (font != TOO_MANY) return font;
    outcome twice = take_twice(p);
    if (twice != TOO_MANY) return twice;
    if (p->said && !bg_coding__is_utf8(p->said) && !has_high(p)) p->said = utf8; /* ASCII is that too */
    return take(p, utf8, how_told(p, utf8), 0, most);
}

bg_code bg_charset__read(bg_arena *arena, const char *source, const char *bytes, size_t size, const char *type, bg_decoded *out, bg_error *err) {
    *out = (bg_decoded){.markup = bg_declare__is_markup(bytes, size)};
    page p = {.arena = arena, .source = source, .bytes = bytes, .size = size, .markup = out->markup, .out = out};
    p.invalid = bg_utf8__invalid(bytes, size);
    switch (decide(&p, type)) {
    case CONVERTED: return BG_OK;
    case NO_MEMORY: return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "'%s': out of memory", source);
    default: break;
    }
    size_t control = out->markup ? bg_control__next(bytes, size, 0) : size;
    if (control < p.invalid)
        return bg_error__set(err, BG_E_BINARY, control, "'%s': byte %zu is 0x%02x, not text", source, control, (unsigned char)bytes[control]);
    return bg_error__set(err, BG_E_UTF8, p.invalid, "'%s': byte %zu is not UTF-8, and no other charset can be told", source, p.invalid);
}
