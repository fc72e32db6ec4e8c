/*
 * test_charset: pages in every charset that is read. Each is made here from one text by other means than the reader's own: glibc where it
 * knows the charset, else the tables below. Which bytes each letter became is written down, so that the map back is checked letter by letter.
 */
#include "page/charset.h"
#include "page/coding.h"
#include "test.h"

#include <iconv.h>

/* A page of our own about public facts. */
static const char talks[] =
    "Việt Nam và Liên bang Nga trao đổi về hợp tác\n"
    "Chiều 9/5/2025, tại Mát-xcơ-va, Chủ tịch Quốc hội hội đàm với Chủ tịch Hội đồng Liên bang. Hai bên nhất trí đẩy mạnh hợp tác kinh tế, "
    "thương mại và đầu tư; phía Nga khẳng định ủng hộ doanh nghiệp hai nước mở rộng sản xuất.\n"
    "Ông đề nghị sớm tổ chức kỳ họp tiếp theo, kiểm điểm việc thực hiện những thỏa thuận đã ký và gỡ vướng mắc về thủ tục, vận tải, "
    "ngân hàng. Trước đó, đoàn đã đặt vòng hoa tưởng niệm và gặp gỡ cộng đồng người Việt.\n";

/* A page in a charset: its bytes, and where each letter of the text begins in both. */
#define BYTES 8192
typedef struct sample {
    char bytes[BYTES];
    size_t size, count;
    uint32_t to[BYTES], from[BYTES]; /* of each letter; the last: the ends */
} sample;

typedef size_t encoder(const void *context, const char *letter, size_t size, char out[8]); /* 0: has no such letter */

static bool encode(const char *text, encoder *encode_letter, const void *context, sample *out) {
    *out = (sample){0};
    for (size_t at = 0, next = 0, size = strlen(text); at < size; at = next) {
        bg_utf8__next(text, size, &next);
        size_t length = encode_letter(context, text + at, next - at, out->bytes + out->size);
        if (!length || out->size > BYTES - 16) return false;
        out->to[out->count] = (uint32_t)at, out->from[out->count++] = (uint32_t)out->size;
        out->size += length;
    }
    out->to[out->count] = (uint32_t)strlen(text), out->from[out->count] = (uint32_t)out->size;
    return true;
}

static size_t by_iconv(const void *context, const char *letter, size_t size, char out[8]) {
    iconv_t with = iconv_open(context, "UTF-8");
    char *from = (char *)(uintptr_t)letter, *to = out;
    size_t left = size, room = 8;
    bool done = with != (iconv_t)-1 && iconv(with, &from, &left, &to, &room) == 0;
    if (with != (iconv_t)-1) iconv_close(with);
    return done ? 8 - room : 0;
}

/* VNI and VPS as their fonts have them, in the order of the letters. */
static const char letters[] = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴĐ";
static const char vni[] =
    "aù aø aû aõ aï aê aé aè aú aü aë aâ aá aà aå aã aä eù eø eû eõ eï eâ eá eà eå eã eä í ì æ ó ò où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï "
    "uù uø uû uõ uï ö öù öø öû öõ öï yù yø yû yõ î ñ "
    "AÙ AØ AÛ AÕ AÏ AÊ AÉ AÈ AÚ AÜ AË AÂ AÁ AÀ AÅ AÃ AÄ EÙ EØ EÛ EÕ EÏ EÂ EÁ EÀ EÅ EÃ EÄ Í Ì Æ Ó Ò OÙ OØ OÛ OÕ OÏ OÂ OÁ OÀ OÅ OÃ OÄ Ô ÔÙ ÔØ ÔÛ ÔÕ ÔÏ "
    "UÙ UØ UÛ UÕ UÏ Ö ÖÙ ÖØ ÖÛ ÖÕ ÖÏ YÙ YØ YÛ YÕ Î Ñ ";
static const uint8_t vps[] = {
    0xE1, 0xE0, 0xE4, 0xE3, 0xE5, 0xE6, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xE2, 0xC3, 0xC0, 0xC4, 0xC5, 0xC6, 0xE9, 0xE8, 0xC8, 0xEB, 0xCB, 0xEA, 0x89, 0x8A, 0x8B,
    0xCD, 0x8C, 0xED, 0xEC, 0xCC, 0xEF, 0xCE, 0xF3, 0xF2, 0xD5, 0xF5, 0x86, 0xF4, 0xD3, 0xD2, 0xB0, 0x87, 0xB6, 0xD6, 0xA7, 0xA9, 0xAA, 0xAB, 0xAE, 0xFA, 0xF9,
    0xFB, 0xDB, 0xF8, 0xDC, 0xD9, 0xD8, 0xBA, 0xBB, 0xBF, 0x9A, 0xFF, 0x9B, 0xCF, 0x9C, 0xC7, 0xC1, 0x80, 0x81, 0x82, 0x02, 0x88, 0x8D, 0x8E, 0x8F, 0xF0, 0x04,
    0xC2, 0x83, 0x84, 0x85, 0x1C, 0x03, 0xC9, 0xD7, 0xDE, 0xFE, 0x05, 0xCA, 0x90, 0x93, 0x94, 0x95, 0x06, 0xB4, 0xB5, 0xB7, 0xB8, 0x10, 0xB9, 0xBC, 0xBD, 0xBE,
    0x11, 0xD4, 0x96, 0x97, 0x98, 0x99, 0x12, 0xF7, 0x9D, 0x9E, 0x9F, 0xA6, 0x13, 0xDA, 0xA8, 0xD1, 0xAC, 0x14, 0xD0, 0xAD, 0xAF, 0xB1, 0x1D, 0x15, 0xDD, 0xB2,
    0xFD, 0xB3, 0x19, 0xF1};

/* The letter's place among the Vietnamese ones, or -1. */
static int place_of(const char *letter, size_t size) {
    int i = 0;
    for (size_t at = 0, next = 0; at < sizeof letters - 1; at = next, i++) {
        bg_utf8__next(letters, sizeof letters - 1, &next);
        if (next - at == size && memcmp(letters + at, letter, size) == 0) return i;
    }
    return -1;
}

static size_t by_vps(const void *context, const char *letter, size_t size, char out[8]) {
    (void)context;
    int i = place_of(letter, size);
    out[0] = i >= 0 ? (char)vps[i] : letter[0];
    return i >= 0 || size == 1;
}

static size_t by_vni(const void *context, const char *letter, size_t size, char out[8]) {
    (void)context;
    int i = place_of(letter, size);
    if (i < 0) return out[0] = letter[0], size == 1;
    const char *at = vni;
    for (; i; i--) at = strchr(at, ' ') + 1;
    size_t length = 0;
    for (size_t from = 0; at[from] != ' ';) out[length++] = (char)bg_utf8__next(at, strlen(at), &from);
    return length;
}

/* A tone behind its letter, as windows-1258 has it. */
static size_t by_1258(const void *context, const char *letter, size_t size, char out[8]) {
    static const char tones[] = "\xEC\xCC\xD2\xDE\xF2";
    static const unsigned order[] = {0, 2, 1, 3, 4, 5};
    (void)context;
    unsigned v, t;
    size_t at = 0;
    uint32_t c = bg_utf8__next(letter, size, &at), small = bg_letter__lower(c);
    if (c < 0x80 || !bg_letter__vowel(small, &v, &t) || !t) return by_iconv("CP1258", letter, size, out);
    static const char *const plain[] = {"a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"}, *const upper[] = {"A", "Ă", "Â", "E", "Ê", "I", "O", "Ô", "Ơ", "U", "Ư", "Y"};
    const char *base = (c == small ? plain : upper)[v];
    size_t length = by_iconv("CP1258", base, strlen(base), out);
    out[length] = tones[order[t] - 1];
    return length + 1;
}

/* The fonts ABC: capitals with a tone are small letters. */
static size_t by_tcvn3(const void *context, const char *letter, size_t size, char out[8]) {
    (void)context;
    char small[4];
    unsigned v, t;
    size_t at = 0;
    uint32_t c = bg_utf8__next(letter, size, &at), low = bg_letter__lower(c);
    if (c >= 0x80 && bg_letter__vowel(low, &v, &t) && t) return by_iconv("TCVN5712-1", small, bg_utf8__put(low, small), out);
    return by_iconv("TCVN5712-1", letter, size, out);
}

/* ---- reading them */

/* Does the text come out, and does each letter lead back to its bytes? */
static void comes_back(const char *text, const sample *s, const char *type, const char *name, const char *by) {
    bg_arena *arena = bg_arena__new();
    bg_decoded d;
    bg_error err = {0};
    bg_code code = bg_charset__read(arena, "page", s->bytes, s->size, type, &d, &err);
    if (CHECK_SAY(!code, "%s: %s", name, err.message) &&
        CHECK_SAY(d.charset.name && strcmp(d.charset.name, name) == 0 && strcmp(d.charset.by, by) == 0, "%s, not %s", d.charset.name, name) &&
        CHECK_SAY(d.size == strlen(text) && memcmp(d.text, text, d.size) == 0, "%s: %.*s", name, (int)d.size, d.text)) {
        size_t right = 0;
        for (size_t i = 0; i < s->count; i++) {
            bg_span from = bg_map__span(&d.map, (bg_span){s->to[i], s->to[i + 1]});
            right += from.start == s->from[i] && from.end == s->from[i + 1];
        }
        CHECK_SAY(right == s->count, "%s: %zu of %zu letters lead back", name, right, s->count);
    }
    bg_arena__free(arena);
}

static sample page; /* too large for the stack */

static void vietnamese_charsets_are_told_by_their_words(void) {
    CHECK(encode(talks, by_tcvn3, NULL, &page));
    comes_back(talks, &page, NULL, "tcvn3", "sniffed");
    comes_back(talks, &page, "text/html; charset=iso-8859-1", "tcvn3", "sniffed");
    comes_back(talks, &page, "text/html; charset=utf-8", "tcvn3", "sniffed");
    CHECK(encode(talks, by_iconv, "VISCII", &page));
    comes_back(talks, &page, NULL, "viscii", "sniffed");
    comes_back(talks, &page, "text/plain;charset=viscii", "viscii", "declared");
    CHECK(encode(talks, by_vps, NULL, &page));
    comes_back(talks, &page, NULL, "vps", "sniffed");
    CHECK(encode(talks, by_vni, NULL, &page));
    comes_back(talks, &page, NULL, "vni", "sniffed");
    comes_back(talks, &page, "text/html; charset=windows-1252", "vni", "sniffed");
    CHECK(encode(talks, by_1258, NULL, &page));
    comes_back(talks, &page, NULL, "windows-1258", "sniffed");
    comes_back(talks, &page, "text/html; charset=\"cp1258\"", "windows-1258", "declared");
}

/* The bytes of an old font as letters of windows-1252, in UTF-8; each letter leads back to the letters that its bytes were. */
static void as_western_utf8(sample *s) {
    static sample made;
    size_t at = 0;
    made = (sample){.count = s->count};
    for (size_t i = 0; i <= s->count; i++) {
        for (; at < s->from[i]; at++) {
            unsigned char byte = (unsigned char)s->bytes[at];
            uint32_t letter = byte < 0x80 ? 0 : bg_code_page__western.high[byte - 0x80];
            made.size += bg_utf8__put(letter ? letter : byte, made.bytes + made.size);
        }
        made.to[i] = s->to[i], made.from[i] = (uint32_t)made.size;
    }
    *s = made;
}

static void old_fonts_in_utf8_are_told(void) {
    CHECK(encode(talks, by_tcvn3, NULL, &page));
    as_western_utf8(&page);
    comes_back(talks, &page, "text/html; charset=utf-8", "tcvn3", "font");
    CHECK(encode(talks, by_vni, NULL, &page));
    as_western_utf8(&page);
    comes_back(talks, &page, NULL, "vni", "font");
}

static size_t as_it_is(const void *context, const char *letter, size_t size, char out[8]) {
    (void)context;
    memcpy(out, letter, size);
    return size;
}

/* … and UTF-8 that was taken for that; not where a letter of the page is right as it stands, or where there are few. */
static void what_was_encoded_twice_is_undone(void) {
    static const char few[] = "Hội đàm: hai bên.";
    bg_arena *arena = bg_arena__new();
    bg_decoded d;
    CHECK(encode(talks, as_it_is, NULL, &page));
    as_western_utf8(&page);
    comes_back(talks, &page, "text/html; charset=utf-8", "utf-8", "twice");
    comes_back(talks, &page, NULL, "utf-8", "twice");
    memcpy(page.bytes + page.size, "Lào", 4);
    CHECK(!bg_charset__read(arena, "page", page.bytes, page.size + 4, NULL, &d, NULL) && d.text == page.bytes && strcmp(d.charset.by, "twice") != 0);
    CHECK(encode(few, as_it_is, NULL, &page));
    as_western_utf8(&page);
    CHECK(!bg_charset__read(arena, "page", page.bytes, page.size, NULL, &d, NULL) && d.text == page.bytes);
    bg_arena__free(arena);
}

/* Letters of the west in UTF-8, names from Vietnam among them, are what they are. */
static void western_utf8_is_left_alone(void) {
    static const char *const texts[] = {
        "Tô Lâm, Tô Lâm, Tô Lâm, Lê Hà, Trí, Phú, Hòa, Vân, Lân, Tân, Hùng, Dũng met in Hanoi.",
        "Le président a été reçu à Hanoï – une visite d'État de trois jours, très attendue, où les deux pays ont signé des accords déjà préparés.",
        "O presidente não disse que são já três as reuniões; a visita é até amanhã, então a delegação irá à província, onde haverá uma sessão.",
        "El presidente está en Hanói; según él, la reunión será mañana y después irá a la región, donde también habrá una sesión más.",
    };
    for (size_t i = 0; i < BG_COUNT(texts); i++) {
        bg_arena *arena = bg_arena__new();
        bg_decoded d;
        CHECK_SAY(!bg_charset__read(arena, "page", texts[i], strlen(texts[i]), NULL, &d, NULL) && d.text == texts[i], "%s: %s", texts[i], d.charset.name);
        bg_arena__free(arena);
    }
}

static void every_vietnamese_letter_is_there(void) {
    CHECK(encode(letters, by_vps, NULL, &page) && page.count == 134);
    comes_back(letters, &page, "text/plain; charset=vps", "vps", "declared");
    CHECK(encode(letters, by_vni, NULL, &page));
    comes_back(letters, &page, "text/plain; charset=x-viet-vni", "vni", "declared");
    CHECK(encode(letters, by_iconv, "VISCII", &page));
    comes_back(letters, &page, "text/plain; charset=VISCII", "viscii", "declared");
    CHECK(encode(letters, by_iconv, "TCVN5712-1", &page));
    comes_back(letters, &page, "text/plain; charset=tcvn-5712", "tcvn5712", "declared");
    CHECK(encode(letters, by_1258, NULL, &page));
    comes_back(letters, &page, "text/plain; charset=windows-1258", "windows-1258", "declared");
}

static void other_charsets_are_read_as_declared(void) {
    static const struct {
        const char *type, *iconv, *name, *text;
    } pages[] = {
        {"text/html; charset=windows-1251", "CP1251", "windows-1251", "Переговоры прошли в Ханое 9 мая.\n"},
        {"text/html; charset=koi8-r", "KOI8-R", "koi8-r", "Переговоры прошли в Ханое 9 мая.\n"},
        {"text/html; charset=gb2312", "GB18030", "gb18030", "两国领导人在河内会谈，签署联合声明。\n"},
        {"text/html; charset=GBK", "GB18030", "gb18030", "两国领导人在河内会谈 ㎡\n"},
        {"text/html; charset=gb18030", "GB18030", "gb18030", "河内𠮷ẻ会谈\n"},
        {"text/html; charset=Big5", "BIG5", "big5", "兩國領導人在河內會談，簽署聯合聲明。\n"},
        {"text/html; charset=EUC-KR", "CP949", "euc-kr", "양국 정상은 하노이에서 회담했다. 똠\n"},
        {"text/html; charset=Shift_JIS", "CP932", "shift_jis", "両首脳はハノイで会談し、共同声明を発表した。ｱ\n"},
        {"text/html; charset=EUC-JP", "EUC-JP", "euc-jp", "両首脳はハノイで会談し、共同声明を発表した。\n"},
        {"text/html; charset=iso-8859-1", "CP1252", "windows-1252", "Le président a été reçu à Hanoï – «hôte d’État», 5 €.\n"},
        {"text/html; charset=windows-1250", "CP1250", "windows-1250", "Prezydent spotkał się z przewodniczącym.\n"},
        {"text/html; charset=latin-9", "ISO-8859-15", "iso-8859-15", "Sommet à Hanoï, 5 €\n"},
        {"text/html; charset=tis-620", "CP874", "windows-874", "นายกรัฐมนตรีเยือนฮานอย\n"},
    };
    for (size_t i = 0; i < BG_COUNT(pages); i++) {
        if (!CHECK_SAY(encode(pages[i].text, by_iconv, pages[i].iconv, &page), "%s", pages[i].name)) continue;
        comes_back(pages[i].text, &page, pages[i].type, pages[i].name, "declared");
    }
}

static void utf16_is_told_by_its_mark_or_its_nuls(void) {
    static const char more[] = "Hội đàm 𝄞 河内\n";
    CHECK(encode(talks, by_iconv, "UTF-16LE", &page));
    comes_back(talks, &page, NULL, "utf-16le", "sniffed");
    comes_back(talks, &page, "text/plain; charset=utf-16", "utf-16le", "declared");
    CHECK(encode(talks, by_iconv, "UTF-16BE", &page));
    comes_back(talks, &page, NULL, "utf-16be", "sniffed");
    CHECK(encode(more, by_iconv, "UTF-16BE", &page));
    memmove(page.bytes + 2, page.bytes, page.size);
    page.bytes[0] = '\xFE', page.bytes[1] = '\xFF', page.size += 2;
    for (size_t i = 0; i <= page.count; i++) page.from[i] += 2;
    comes_back(more, &page, "text/html; charset=utf-8", "utf-16be", "bom");
}

static void mark_page(const char *mark, size_t size) {
    memmove(page.bytes + size, page.bytes, page.size);
    memcpy(page.bytes, mark, size);
    page.size += size;
    for (size_t i = 0; i <= page.count; i++) page.from[i] += (uint32_t)size;
}

static void utf32_is_told_by_its_mark(void) {
    static const char more[] = "<p>Hội đàm 𝄞 河内</p>\n";
    bg_arena *arena = bg_arena__new();
    bg_decoded d;
    CHECK(encode(more, by_iconv, "UTF-32LE", &page));
    comes_back(more, &page, "text/html; charset=utf-32", "utf-32le", "declared");
    mark_page("\xFF\xFE\0\0", 4);
    comes_back(more, &page, NULL, "utf-32le", "bom");
    CHECK(encode(talks, by_iconv, "UTF-32BE", &page));
    mark_page("\0\0\xFE\xFF", 4);
    comes_back(talks, &page, "text/html; charset=utf-8", "utf-32be", "bom");
    page.bytes[4] = 1; /* no letter is so high */
    CHECK(!bg_charset__read(arena, "page", page.bytes, page.size, NULL, &d, NULL) && d.charset.replaced == 1);
    CHECK(bg_charset__read(arena, "page", page.bytes, page.size - 1, NULL, &d, NULL) == BG_E_UTF8); /* two of so few are too many */
    bg_arena__free(arena);
}

/* ---- what is not converted */

static bg_code read_text(bg_arena *arena, const char *bytes, size_t size, const char *type, bg_decoded *d, size_t *byte) {
    bg_error err = {0};
    bg_code code = bg_charset__read(arena, "page", bytes, size, type, d, &err);
    *byte = err.byte;
    CHECK(!code || err.message[0]);
    return code;
}

static void valid_utf8_is_borrowed(void) {
    static const struct {
        const char *bytes, *type, *by, *overruled;
    } pages[] = {
        {talks, NULL, "sniffed", NULL},
        {talks, "text/plain; charset=UTF-8", "declared", NULL},
        {talks, "text/plain; charset=windows-1252", "sniffed", "windows-1252"},
        {talks, "text/plain; charset=x-unheard-of", "sniffed", NULL},
        {"Hanoi, 9 May", "text/plain; charset=iso-8859-1", "declared", NULL},
        {"\xEF\xBB\xBFH\xE1\xBB\x99i \xC4\x91\xC3\xA0m", "text/plain; charset=gbk", "bom", NULL},
        {"<!DOCTYPE html><meta charset=utf8><p>h\xE1\xBB\x8Dp", NULL, "meta", NULL},
        {"<html><meta charset=\"windows-1258\"><p>h\xE1\xBB\x8Dp", NULL, "sniffed", "windows-1258"},
        {"<html><meta charset=\"windows-1258\"><p>h\xE1\xBB\x8Dp", "text/html;charset=utf-8", "declared", NULL},
        {"<meta charset=utf-16><p>h\xE1\xBB\x8Dp", NULL, "meta", NULL},
    };
    for (size_t i = 0; i < BG_COUNT(pages); i++) {
        bg_arena *arena = bg_arena__new();
        bg_decoded d;
        size_t byte;
        bg_code code = read_text(arena, pages[i].bytes, strlen(pages[i].bytes), pages[i].type, &d, &byte);
        if (CHECK(!code) && CHECK(d.text == pages[i].bytes && d.size == strlen(pages[i].bytes) && !d.map.count)) {
            const char *overruled = d.charset.overruled, *want = pages[i].overruled;
            CHECK_SAY(strcmp(d.charset.name, "utf-8") == 0 && strcmp(d.charset.by, pages[i].by) == 0, "%zu: %s %s", i, d.charset.name, d.charset.by);
            CHECK_SAY(want ? overruled && strcmp(overruled, want) == 0 : !overruled, "%zu: %s", i, overruled);
        }
        bg_arena__free(arena);
    }
}

/* ---- declarations */

/* A French word in windows-1252 or a Russian one in windows-1251: what is declared decides. */
static void markup_declares(void) {
    static const struct {
        const char *head, *want;
    } heads[] = {
        {"<?xml version='1.0' encoding='windows-1251'?><html>", "windows-1251"},
        {"<html><head><meta charset=windows-1251>", "windows-1251"},
        {"<html><head><META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=windows-1251\">", "windows-1251"},
        {"<html><meta content='text/html;charset = windows-1251;' http-equiv=content-type>", "windows-1251"},
        {"\n <html><!-- <meta charset=koi8-r> --><meta charset=windows-1251>", "windows-1251"},
        {"<html><a title='<meta charset=koi8-r>'><meta charset=windows-1251>", "windows-1251"},
        {"<html><!--><meta charset=windows-1251>", "windows-1251"},
        {"<html></p x='<meta charset=koi8-r>'><meta/charset=windows-1251>", "windows-1251"},
        {"<html><meta name=x content='charset=koi8-r'><meta charset=windows-1251>", "windows-1251"},
        {"<html><metacharset=koi8-r><meta charset = 'windows-1251' >", "windows-1251"},
        {"<html><meta charset=x-nothing><meta charset=koi8-r>", "koi8-r"},
        {"charset=koi8-r <meta charset=koi8-r>", NULL},
        {"<html><meta charset=", NULL},
        {"<html><meta http-equiv=content-type content=\"text/html\"", NULL},
    };
    for (size_t i = 0; i < BG_COUNT(heads); i++) {
        char bytes[400];
        bg_arena *arena = bg_arena__new();
        bg_decoded d;
        size_t byte;
        int size = snprintf(bytes, sizeof bytes, "%s \xCF\xE5\xF0\xE5\xE3\xEE\xE2\xEE\xF0\xFB", heads[i].head);
        bg_code code = read_text(arena, bytes, (size_t)size, NULL, &d, &byte);
        if (!heads[i].want) CHECK_SAY(code == BG_E_UTF8, "%s: %s", heads[i].head, d.charset.name);
        else CHECK_SAY(!code && strcmp(d.charset.name, heads[i].want) == 0 && strcmp(d.charset.by, "meta") == 0, "%s", heads[i].head);
        bg_arena__free(arena);
    }
}

static void a_kilobyte_is_looked_through(void) {
    static char bytes[3000];
    for (int late = 0; late < 2; late++) {
        bg_arena *arena = bg_arena__new();
        bg_decoded d;
        size_t byte;
        int size = snprintf(bytes, sizeof bytes, "<html><!--%*s--><meta charset=koi8-r>\xD0\xC5\xD2\xC5\xC7\xCF", late ? 1100 : 900, "");
        CHECK((read_text(arena, bytes, (size_t)size, NULL, &d, &byte) == BG_OK) == !late);
        bg_arena__free(arena);
    }
}

static void every_label_has_its_charset(void) {
    CHECK(strcmp(bg_coding__named(" UTF-8\n", 7)->name, "utf-8") == 0 && strcmp(bg_coding__named("Latin1", 6)->name, "windows-1252") == 0);
    CHECK(strcmp(bg_coding__named("gb_2312-80", 10)->name, "gb18030") == 0 && strcmp(bg_coding__named("unicodeFFFE", 11)->name, "utf-16be") == 0);
    CHECK(!bg_coding__named("utf-7", 5) && !bg_coding__named("", 0) && !bg_coding__named("utf", 3));
    for (size_t i = 0; i < BG_CODINGS; i++) {
        const bg_coding *coding = &bg_codings[i];
        bg_decoder d;
        CHECK_SAY(bg_coding__named(coding->name, strlen(coding->name)) == coding, "%s", coding->name);
        if (CHECK_SAY(bg_decoder__open(&d, coding, "", 0), "%s is not there", coding->name)) bg_decoder__close(&d);
    }
}

/* ---- what is wrong */

static char long_page[40000];

/* `size` bytes of the text again and again, whole letters, blanks at the end. */
static void fill(size_t size) {
    size_t at = 0, whole = sizeof talks - 1;
    for (; at + whole <= size; at += whole) memcpy(long_page + at, talks, whole);
    memset(long_page + at, ' ', size - at);
}

static void a_few_wrong_bytes_are_replaced_and_told(void) {
    bg_arena *arena = bg_arena__new();
    bg_decoded d;
    size_t byte;
    fill(20000);
    size_t cut = 12000;
    while (memcmp(long_page + cut, "Nam", 3) != 0) cut++;
    memcpy(long_page + cut, "\xE1\xBB ", 3); /* a letter cut in the middle */
    memcpy(long_page + 6999 - 3, "   \xFF  ", 6);
    while (((unsigned char)long_page[6999 - 4] & 0xC0) == 0x80) long_page[6999 - 4] = ' ';
    if (bg_utf8__invalid(long_page, 6999) < 6999) long_page[bg_utf8__invalid(long_page, 6999)] = ' ';
    if (CHECK(!read_text(arena, long_page, 20000, NULL, &d, &byte))) {
        CHECK(strcmp(d.charset.name, "utf-8") == 0 && d.charset.replaced == 2 && d.charset.first == 6999);
        CHECK(d.size == 20000 + 2 + 1 && bg_utf8__invalid(d.text, d.size) == d.size && memcmp(d.text + 6999, "\xEF\xBF\xBD", 3) == 0);
        CHECK(bg_map__back(&d.map, 6998) == 6998 && bg_map__back(&d.map, 6999) == 6999 && bg_map__back(&d.map, 7002) == 7000);
        CHECK(bg_map__end(&d.map, 7002) == 7000 && bg_map__back(&d.map, (uint32_t)d.size - 1) == 19999);
        bg_span bad = bg_map__span(&d.map, (bg_span){(uint32_t)cut + 2, (uint32_t)cut + 5});
        CHECK(bad.start == cut && bad.end == cut + 2);
    }
    bg_arena__free(arena);
}

static void many_wrong_bytes_are_an_error(void) {
    static const char *const types[] = {NULL, "text/html; charset=utf-8"};
    for (size_t i = 0; i < BG_COUNT(types); i++) {
        bg_arena *arena = bg_arena__new();
        bg_decoded d;
        size_t byte;
        fill(20000);
        for (size_t n = 0; n < 11; n++) long_page[500 + 37 * n] = '\xFE';
        CHECK(read_text(arena, long_page, 20000, types[i], &d, &byte) == BG_E_UTF8 && byte == bg_utf8__invalid(long_page, 20000));
        bg_arena__free(arena);
    }
}

static void what_cannot_be_told_is_an_error(void) {
    static const struct {
        const char *bytes, *type;
    } pages[] = {
        {"\xCF\xE5\xF0\xE5\xE3\xEE\xE2\xEE\xF0\xFB \xEF\xF0\xEE\xF8\xEB\xE8", NULL},                        /* Russian, undeclared */
        {"\xBA\xD3\xC4\xDA\xBB\xE1\xCC\xB8\xA3\xAC\xC7\xA9\xCA\xF0", NULL},                                  /* Chinese */
        {"\xBA\xD3\xC4\xDA\xBB\xE1\xCC\xB8\xA3\xAC\xC7\xA9\xCA\xF0", "text/html; charset=utf-8"},
        {"\xFE\xFD\xFC\xFB\xFA\xF9\xF8\xF7", "text/html; charset=euc-jp"},                                    /* a lie */
        {"H\xE0 N\xE9i", NULL},                                                                               /* two words tell nothing */
        {"Ch\xC3\xA0o b\xE1\xBA", NULL},                                                                      /* short and cut off */
    };
    for (size_t i = 0; i < BG_COUNT(pages); i++) {
        bg_arena *arena = bg_arena__new();
        bg_decoded d;
        size_t byte;
        bg_code code = read_text(arena, pages[i].bytes, strlen(pages[i].bytes), pages[i].type, &d, &byte);
        CHECK_SAY(code == BG_E_UTF8 && byte == bg_utf8__invalid(pages[i].bytes, strlen(pages[i].bytes)), "%zu: %s", i, code ? "" : d.charset.name);
        bg_arena__free(arena);
    }
}

static void western_text_is_told_by_its_few_letters(void) {
    static const char text[] = "Le pr\xE9sident a re\xE7u le ministre \x96 une visite officielle de trois jours \xE0 Hanoi \x96 et a salu\xE9 l'amiti\xE9 entre les deux pays, "
                               "ainsi que leur partenariat dans les domaines du commerce, de la recherche et de la culture.";
    bg_arena *arena = bg_arena__new();
    bg_decoded d;
    size_t byte;
    if (CHECK(!read_text(arena, text, sizeof text - 1, NULL, &d, &byte))) {
        CHECK(strcmp(d.charset.name, "windows-1252") == 0 && strcmp(d.charset.by, "sniffed") == 0);
        CHECK(memcmp(d.text, "Le président a reçu le ministre – une", strlen("Le président a reçu le ministre – une")) == 0);
    }
    bg_arena__free(arena);
}

static void control_bytes_in_markup_are_replaced(void) {
    bg_arena *arena = bg_arena__new();
    bg_decoded d;
    size_t byte;
    fill(20000);
    memcpy(long_page, "<p> ", 4);
    long_page[4] = ' ', long_page[5] = ' ', long_page[19990] = 0, long_page[19995] = '\x01';
    size_t bad = bg_utf8__invalid(long_page, 20000); /* the first letter may be cut */
    if (bad < 20000) long_page[bad] = ' ';
    if (CHECK(!read_text(arena, long_page, 20000, NULL, &d, &byte))) CHECK(d.charset.replaced == 2 && d.charset.first == 19990 && !memchr(d.text, 0, d.size));
    for (size_t i = 0; i < 30; i++) long_page[19900 + i] = 0;
    CHECK(read_text(arena, long_page, 20000, NULL, &d, &byte) == BG_E_BINARY && byte == 19900);
    bg_arena__free(arena);
}

/* Cut anywhere, a page is read as far as it goes, or is an error; never more. */
static void truncated_pages_are_borne(void) {
    static const char *const types[] = {"x; charset=gb18030", "x; charset=utf-16le", "x; charset=windows-1258", "x; charset=vni", NULL};
    CHECK(encode(talks, by_vni, NULL, &page));
    for (size_t size = 0; size < page.size; size += 7)
        for (size_t i = 0; i < BG_COUNT(types); i++) {
            bg_arena *arena = bg_arena__new();
            bg_decoded d;
            size_t byte;
            char *copy = malloc(size + 1); /* so that a byte too many is noticed */
            if (!CHECK(copy)) return;
            memcpy(copy, page.bytes, size);
            bg_code code = read_text(arena, copy, size, types[i], &d, &byte);
            CHECK(code ? byte < size : bg_utf8__invalid(d.text, d.size) == d.size);
            bg_arena__free(arena);
            free(copy);
        }
}

/* ---- capitals */

static void fonts_of_capitals_are_raised(void) {
    static const struct {
        const char *written, *read;
    } lines[] = {
        {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
        {"Hà Nội, ngày 9/5", "Hà Nội, ngày 9/5"},
        {"họp ở ASEAN và ở Nga", "họp ở ASEAN và ở Nga"},
        {"BỘ NGOẠI GIAO: Ấn Độ thăm Lào", "BỘ NGOẠI GIAO: ấn Độ thăm Lào"},
        {"Lễ ký. Ảnh: TTXVN. Ủy ban họp", "Lễ ký. Ảnh: TTXVN. Ủy ban họp"},
        {"<b>HÀ NỘI</b> và <i>tại</i>", "<b>HÀ NỘI</b> và <i>tại</i>"},
    };
    bg_arena *arena = bg_arena__new();
    for (size_t i = 0; i < BG_COUNT(lines); i++) {
        bg_decoded d;
        size_t byte;
        CHECK(encode(lines[i].written, by_tcvn3, NULL, &page));
        CHECK(!read_text(arena, page.bytes, page.size, "text/plain; charset=tcvn3", &d, &byte));
        CHECK_SAY(d.size == strlen(lines[i].read) && memcmp(d.text, lines[i].read, d.size) == 0, "%.*s", (int)d.size, d.text);
    }
    bg_arena__free(arena);
}

int main(void) {
    RUN(vietnamese_charsets_are_told_by_their_words);
    RUN(old_fonts_in_utf8_are_told);
    RUN(what_was_encoded_twice_is_undone);
    RUN(western_utf8_is_left_alone);
    RUN(every_vietnamese_letter_is_there);
    RUN(other_charsets_are_read_as_declared);
    RUN(utf16_is_told_by_its_mark_or_its_nuls);
    RUN(utf32_is_told_by_its_mark);
    RUN(valid_utf8_is_borrowed);
    RUN(markup_declares);
    RUN(a_kilobyte_is_looked_through);
    RUN(every_label_has_its_charset);
    RUN(a_few_wrong_bytes_are_replaced_and_told);
    RUN(many_wrong_bytes_are_an_error);
    RUN(what_cannot_be_told_is_an_error);
    RUN(western_text_is_told_by_its_few_letters);
    RUN(control_bytes_in_markup_are_replaced);
    RUN(truncated_pages_are_borne);
    RUN(fonts_of_capitals_are_raised);
    return test_end();
}
