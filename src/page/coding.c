/* coding: see coding.h. */
#include "coding.h"

#include <errno.h>
#include <strings.h>
#include <utf8proc.h>

const bg_coding bg_codings[BG_CODINGS] = {
    {"utf-8", BG_CODING_UTF8, false, false, NULL, NULL},
    {"utf-16le", BG_CODING_UTF16LE, false, false, NULL, NULL},
    {"utf-16be", BG_CODING_UTF16BE, false, false, NULL, NULL},
    {"utf-32le", BG_CODING_UTF32LE, false, false, NULL, NULL},
    {"utf-32be", BG_CODING_UTF32BE, false, false, NULL, NULL},
    {"windows-1252", BG_CODING_PAGE, false, false, &bg_code_page__western, NULL},
    {"windows-1258", BG_CODING_PAGE, true, false, &bg_code_page__windows_1258, NULL},
    {"tcvn3", BG_CODING_PAGE, true, true, &bg_code_page__tcvn3, NULL},
    {"tcvn5712", BG_CODING_PAGE, false, false, &bg_code_page__tcvn5712, NULL},
    {"vni", BG_CODING_VNI, true, false, &bg_code_page__western, NULL},
    {"viscii", BG_CODING_PAGE, true, false, &bg_code_page__viscii, NULL},
    {"vps", BG_CODING_PAGE, true, false, &bg_code_page__vps, NULL},
    {"windows-1251", BG_CODING_ICONV, false, false, NULL, "CP1251"},
    {"koi8-r", BG_CODING_ICONV, false, false, NULL, "KOI8-R"},
    {"iso-8859-2", BG_CODING_ICONV, false, false, NULL, "ISO-8859-2"},
    {"iso-8859-5", BG_CODING_ICONV, false, false, NULL, "ISO-8859-5"},
    {"iso-8859-15", BG_CODING_ICONV, false, false, NULL, "ISO-8859-15"},
    {"windows-1250", BG_CODING_ICONV, false, false, NULL, "CP1250"},
    {"windows-874", BG_CODING_ICONV, false, false, NULL, "CP874"},
    {"gb18030", BG_CODING_ICONV, false, false, NULL, "GB18030"},
    {"big5", BG_CODING_ICONV, false, false, NULL, "BIG5"},
    {"euc-kr", BG_CODING_ICONV, false, false, NULL, "CP949"},
    {"shift_jis", BG_CODING_ICONV, false, false, NULL, "CP932"},
    {"euc-jp", BG_CODING_ICONV, false, false, NULL, "EUC-JP"},
};

/* Other names. The standard reads ISO 8859-1 and ASCII as windows-1252, and so do all who declare them. */
static const char *const labels[][2] = {
    {"utf-32", "utf-32le"}, {"ucs-4", "utf-32le"}, {"iso-10646-ucs-4", "utf-32be"}, {"utf8", "utf-8"}, {"unicode-1-1-utf-8", "utf-8"}, {"utf-16", "utf-16le"}, {"unicode", "utf-16le"}, {"ucs-2", "utf-16le"},
    {"iso-10646-ucs-2", "utf-16le"}, {"csunicode", "utf-16le"}, {"unicodefffe", "utf-16be"}, {"unicodefeff", "utf-16le"},
    {"ascii", "windows-1252"}, {"us-ascii", "windows-1252"}, {"ansi_x3.4-1968", "windows-1252"}, {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"}, {"iso88591", "windows-1252"}, {"iso_8859-1", "windows-1252"}, {"iso_8859-1:1987", "windows-1252"},
    {"latin1", "windows-1252"}, {"latin-1", "windows-1252"}, {"l1", "windows-1252"}, {"cp1252", "windows-1252"}, {"cp819", "windows-1252"},
    {"ibm819", "windows-1252"}, {"iso-ir-100", "windows-1252"}, {"x-cp1252", "windows-1252"}, {"csisolatin1", "windows-1252"},
    {"cp1258", "windows-1258"}, {"x-cp1258", "windows-1258"},
    {"tcvn", "tcvn5712"}, {"tcvn-5712", "tcvn5712"}, {"tcvn5712-1", "tcvn5712"}, {"tcvn5712-1:1993", "tcvn5712"}, {"x-viet-tcvn5712", "tcvn5712"},
    {"x-viet-tcvn", "tcvn5712"}, {"tcvn-5712:1993", "tcvn5712"}, {"abc", "tcvn3"}, {"x-viet-tcvn3", "tcvn3"}, {"tcvn-3", "tcvn3"},
    {"vni-win", "vni"}, {"vni-windows", "vni"}, {"x-viet-vni", "vni"}, {"x-vni", "vni"},
    {"viscii1.1-1", "viscii"}, {"csviscii", "viscii"}, {"x-viscii", "viscii"}, {"x-viet-vps", "vps"}, {"x-vps", "vps"}, {"vps-win", "vps"},
    {"cp1251", "windows-1251"}, {"x-cp1251", "windows-1251"}, {"koi8", "koi8-r"}, {"koi", "koi8-r"}, {"cskoi8r", "koi8-r"}, {"koi8_r", "koi8-r"},
    {"latin2", "iso-8859-2"}, {"iso8859-2", "iso-8859-2"}, {"l2", "iso-8859-2"}, {"cyrillic", "iso-8859-5"}, {"iso8859-5", "iso-8859-5"},
    {"latin-9", "iso-8859-15"}, {"latin9", "iso-8859-15"}, {"l9", "iso-8859-15"}, {"iso8859-15", "iso-8859-15"}, {"cp1250", "windows-1250"}, {"x-cp1250", "windows-1250"},
    {"tis-620", "windows-874"}, {"iso-8859-11", "windows-874"}, {"dos-874", "windows-874"},
    {"gbk", "gb18030"}, {"gb2312", "gb18030"}, {"gb_2312", "gb18030"}, {"gb_2312-80", "gb18030"}, {"x-gbk", "gb18030"}, {"chinese", "gb18030"},
    {"csgb2312", "gb18030"}, {"euc-cn", "gb18030"}, {"cp936", "gb18030"}, {"windows-936", "gb18030"},
    {"big5-hkscs", "big5"}, {"cn-big5", "big5"}, {"x-x-big5", "big5"}, {"csbig5", "big5"}, {"cp950", "big5"},
    {"ks_c_5601-1987", "euc-kr"}, {"ks_c_5601-1989", "euc-kr"}, {"ksc5601", "euc-kr"}, {"ksc_5601", "euc-kr"}, {"korean", "euc-kr"},
    {"cseuckr", "euc-kr"}, {"windows-949", "euc-kr"}, {"cp949", "euc-kr"},
    {"shift-jis", "shift_jis"}, {"sjis", "shift_jis"}, {"x-sjis", "shift_jis"}, {"ms_kanji", "shift_jis"}, {"windows-31j", "shift_jis"},
    {"csshiftjis", "shift_jis"}, {"cp932", "shift_jis"}, {"ms932", "shift_jis"}, {"x-euc-jp", "euc-jp"}, {"cseucpkdfmtjapanese", "euc-jp"},
};

static bool is(const char *name, const char *label, size_t size) { return strlen(name) == size && strncasecmp(name, label, size) == 0; }

static const bg_coding *with_name(const char *name, size_t size) {
    for (size_t i = 0; i < BG_CODINGS; i++)
        if (is(bg_codings[i].name, name, size)) return &bg_codings[i];
    return NULL;
}

const bg_coding *bg_coding__named(const char *label, size_t size) {
    while (size && (unsigned char)label[0] <= ' ') label++, size--;
    while (size && (unsigned char)label[size - 1] <= ' ') size--;
    const bg_coding *coding = with_name(label, size);
    for (size_t i = 0; !coding && i < BG_COUNT(labels); i++)
        if (is(labels[i][0], label, size)) coding = with_name(labels[i][1], strlen(labels[i][1]));
    return coding;
}

/* ---- letters */

bool bg_decoder__open(bg_decoder *decoder, const bg_coding *coding, const char *bytes, size_t size) {
    *decoder = (bg_decoder){.coding = coding, .bytes = (const unsigned char *)bytes, .size = size};
    if (coding->how != BG_CODING_ICONV) return true;
    decoder->with = iconv_open("UTF-32LE", coding->iconv);
    return decoder->with != (iconv_t)-1;
}

void bg_decoder__close(bg_decoder *decoder) {
    if (decoder->coding->how == BG_CODING_ICONV) iconv_close(decoder->with);
}

static uint32_t in_page(const bg_code_page *page, unsigned char byte) {
    if (byte >= 0x80) return page->high[byte - 0x80] ? page->high[byte - 0x80] : BG_NO_LETTER;
    return byte < 0x20 && page->low[byte] ? page->low[byte] : byte;
}

/* The letter with the mark on it; BG_NO_LETTER if there is none. Marks of one letter stand in any order. */
static uint32_t composed(uint32_t letter, uint32_t mark) {
    uint32_t small = bg_letter__lower(letter), both = small;
    if (bg_letter__put_mark(&both, mark)) return small == letter ? both : bg_letter__capital(both);
    utf8proc_int32_t pair[2] = {(utf8proc_int32_t)letter, (utf8proc_int32_t)mark};
    return utf8proc_normalize_utf32(pair, 2, UTF8PROC_STABLE | UTF8PROC_COMPOSE) == 1 ? (uint32_t)pair[0] : BG_NO_LETTER;
}

static size_t next_in_page(const bg_decoder *d, size_t at, uint32_t *letter) {
    const bg_code_page *page = d->coding->page;
    *letter = in_page(page, d->bytes[at]);
    if (at + 1 == d->size || d->bytes[at + 1] < 0x80 || *letter < 'A' || *letter == BG_NO_LETTER) return 1;
    uint32_t mark = in_page(page, d->bytes[at + 1]);
    if (mark == BG_NO_LETTER || !bg_letter__is_mark(mark)) return 1;
    uint32_t both = composed(*letter, mark);
    if (both == BG_NO_LETTER) return 1;
    *letter = both;
    return 2;
}

/* ---- VNI: what a letter of ASCII (or ơ, ư) and the byte behind it are together */

static const uint32_t vni_tones[] = {0xF9, 0xF8, 0xFB, 0xF5, 0xEF}; /* sắc huyền hỏi ngã nặng, on the letter as it is */
static const uint32_t vni_roofs[] = {0xE1, 0xE0, 0xE5, 0xE3, 0xE4}; /* … on â ê ô */
static const uint32_t vni_bows[] = {0xE9, 0xE8, 0xFA, 0xFC, 0xEB};  /* … on ă */

static size_t place(const uint32_t bytes[5], uint32_t byte) {
    size_t i = 0;
    while (i < 5 && bytes[i] != byte) i++;
    return i;
}

/* Letters of one byte, small; 0: none. Capitals stand 0x20 before them. */
static uint32_t vni_alone(uint32_t byte) {
    switch (byte) {
    case 0xF1: return 0x111;
    case 0xF4: return 0x1A1;
    case 0xF6: return 0x1B0;
    case 0xED: return 0xED;
    case 0xEC: return 0xEC;
    case 0xE6: return 0x1EC9;
    case 0xF3: return 0x129;
    case 0xF2: return 0x1ECB;
    case 0xEE: return 0x1EF5;
    default: return 0;
    }
}

/* The letter with what the byte puts on it, both small; BG_NO_LETTER if nothing. */
static uint32_t vni_marked(uint32_t letter, uint32_t byte) {
    static const uint32_t tones[] = {0x301, 0x300, 0x309, 0x303, 0x323};
    size_t i;
    if (letter != 'a' && letter != 'e' && letter != 'o' && letter != 'u' && letter != 'y' && letter != 0x1A1 && letter != 0x1B0) return BG_NO_LETTER;
    if ((i = place(vni_tones, byte)) < 5) return composed(letter, tones[i]);
    if (letter != 'a' && letter != 'e' && letter != 'o') return BG_NO_LETTER;
    if (byte == 0xE2) return composed(letter, 0x302);
    if ((i = place(vni_roofs, byte)) < 5) return composed(composed(letter, 0x302), tones[i]);
    if (letter != 'a') return BG_NO_LETTER;
    if (byte == 0xEA) return 0x103;
    return (i = place(vni_bows, byte)) < 5 ? composed(0x103, tones[i]) : BG_NO_LETTER;
}

static bool is_capital_byte(uint32_t byte) { return (byte >= 'A' && byte <= 'Z') || (byte >= 0xC0 && byte < 0xE0); }

static size_t next_in_vni(const bg_decoder *d, size_t at, uint32_t *letter) {
    uint32_t byte = d->bytes[at], upper = is_capital_byte(byte) ? 0x20 : 0;
    uint32_t small = byte < 0x80 ? byte + upper : vni_alone(byte + upper), behind = at + 1 < d->size ? d->bytes[at + 1] : 0;
    if (!small) return *letter = byte < 0xC0 ? in_page(d->coding->page, (unsigned char)byte) : BG_NO_LETTER, 1;
    uint32_t both = behind >= 0xC0 ? vni_marked(small, is_capital_byte(behind) ? behind + 0x20 : behind) : BG_NO_LETTER;
    *letter = both != BG_NO_LETTER ? both : small;
    if (upper) *letter = *letter < 0x80 ? byte : bg_letter__capital(*letter);
    return both != BG_NO_LETTER ? 2 : 1;
}

/* ---- others */

static uint32_t unit(const bg_decoder *d, size_t at) {
    const unsigned char *p = d->bytes + at;
    return d->coding->how == BG_CODING_UTF16LE ? p[0] | (uint32_t)p[1] << 8 : p[1] | (uint32_t)p[0] << 8;
}

static size_t next_in_utf16(const bg_decoder *d, size_t at, uint32_t *letter) {
    *letter = BG_NO_LETTER;
    if (d->size - at < 2) return 1;
    uint32_t first = unit(d, at), second = d->size - at >= 4 ? unit(d, at + 2) : 0;
    if (first < 0xD800 || first >= 0xE000) return *letter = first, 2;
    if (first >= 0xDC00 || second < 0xDC00 || second >= 0xE000) return 2;
    *letter = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
    return 4;
}

static size_t next_in_utf32(const bg_decoder *d, size_t at, uint32_t *letter) {
    const unsigned char *p = d->bytes + at;
    *letter = BG_NO_LETTER;
    if (d->size - at < 4) return d->size - at;
    bool little = d->coding->how == BG_CODING_UTF32LE;
    uint32_t c = little ? p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24 : p[3] | (uint32_t)p[2] << 8 | (uint32_t)p[1] << 16 | (uint32_t)p[0] << 24;
    if (c < 0xD800 || (c >= 0xE000 && c < 0x110000)) *letter = c;
    return 4;
}

/* One letter at a time, so that it is known which bytes it came from: as few bytes as iconv takes. */
static size_t next_in_iconv(bg_decoder *d, size_t at, uint32_t *letter) {
    *letter = d->bytes[at];
    if (*letter < 0x80 || (d->seen[*letter - 0x80] && (*letter = d->seen[*letter - 0x80]))) return 1;
    for (size_t size = 1; size <= 4 && size <= d->size - at; size++) {
        unsigned char out[16];
        char *from = (char *)d->bytes + at, *to = (char *)out;
        size_t left = size, room = sizeof out;
        iconv(d->with, NULL, NULL, NULL, NULL);
        size_t done = iconv(d->with, &from, &left, &to, &room);
        if (done == (size_t)-1 && errno == EINVAL) continue; /* more bytes are wanted */
        if (done == (size_t)-1 || room != sizeof out - 4) break;
        *letter = out[0] | (uint32_t)out[1] << 8 | (uint32_t)out[2] << 16;
        if (size == 1) d->seen[d->bytes[at] - 0x80] = *letter;
        return size;
    }
    return *letter = BG_NO_LETTER, 1;
}

size_t bg_decoder__next(bg_decoder *d, size_t at, uint32_t *letter) {
    switch (d->coding->how) {
    case BG_CODING_PAGE: return next_in_page(d, at, letter);
    case BG_CODING_VNI: return next_in_vni(d, at, letter);
    case BG_CODING_ICONV: return next_in_iconv(d, at, letter);
    case BG_CODING_UTF32LE:
    case BG_CODING_UTF32BE: return next_in_utf32(d, at, letter);
    default: return next_in_utf16(d, at, letter);
    }
}
