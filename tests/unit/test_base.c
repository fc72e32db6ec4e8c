/* test_base: arena, buffer, UTF-8, letters, syllable keys, words. */
#include "base/calendar.h"
#include "test.h"

/* ---- memory */

static void arena_hands_out_zeroed_aligned_memory(void) {
    bg_arena *arena = bg_arena__new();
    for (size_t size = 1; size < 300000; size = size * 3 + 1) {
        char *p = bg_arena__alloc(arena, size);
        if (!CHECK(p) || !CHECK((uintptr_t)p % 16 == 0)) break;
        CHECK(p[0] == 0 && p[size - 1] == 0);
        memset(p, 0xA5, size);
    }
    CHECK(!bg_arena__alloc(arena, SIZE_MAX));
    CHECK(!bg_arena__alloc(arena, SIZE_MAX / 2));
    CHECK(strcmp(bg_arena__text(arena, "abcdef", 3), "abc") == 0);
    CHECK(strcmp(bg_arena__print(arena, "%s-%d", "a", 7), "a-7") == 0);
    bg_arena__free(arena);
    bg_arena__free(NULL);
}

static void vector_keeps_its_items_while_growing(void) {
    bg_arena *arena = bg_arena__new();
    BG_VEC(size_t) numbers = {0};
    for (size_t i = 0; i < 10000; i++) {
        size_t *item = BG_PUSH(arena, &numbers);
        if (!CHECK(item) || !CHECK(*item == 0)) break;
        *item = i;
    }
    bool same = true;
    for (size_t i = 0; i < numbers.count; i++) same &= numbers.items[i] == i;
    CHECK(same && numbers.count == 10000);
    bg_arena__free(arena);
}

static void buffer_stops_at_its_maximum(void) {
    bg_buf buf;
    bg_buf__init(&buf, 10);
    bg_buf__text(&buf, "12345");
    bg_buf__print(&buf, "%d", 67890);
    CHECK(!buf.failed && buf.size == 10 && strcmp(buf.bytes, "1234567890") == 0);
    bg_buf__char(&buf, 'x');
    CHECK(buf.failed && buf.size == 10);
    bg_buf__clear(&buf);
    CHECK(!buf.failed && buf.size == 0 && buf.bytes[0] == 0);
    bg_buf__add(&buf, "a\0b", 3);
    CHECK(buf.size == 3 && memcmp(buf.bytes, "a\0b", 4) == 0);
    bg_buf__free(&buf);
}

static void errors_keep_code_byte_and_words(void) {
    bg_error err;
    CHECK(bg_error__set(&err, BG_E_UTF8, 12, "'%s': bad", "x") == BG_E_UTF8);
    CHECK(err.code == BG_E_UTF8 && err.byte == 12 && strcmp(err.message, "'x': bad") == 0);
    CHECK(bg_error__set(NULL, BG_E_OPEN, 0, "x") == BG_E_OPEN);
    CHECK(bg_code_exit(BG_OK) == 0 && bg_code_exit(BG_E_USAGE) == 2 && bg_code_exit(BG_E_UTF8) == 3);
    CHECK(bg_code_exit(BG_E_RECORD_FULL) == 4 && bg_code_exit(BG_E_NOMEM) == 5);
}

/* ---- UTF-8 */

static void malformed_utf8_is_found_at_its_byte(void) {
    static const struct { const char *bytes; size_t size, bad; } cases[] = {
        {"abc", 3, 3}, {"\xE1\xBB\x87", 3, 3}, {"\xF0\x9F\x87\xBB", 4, 4},
        {"a\x80", 2, 1},                    /* a continuation byte alone */
        {"ab\xC0\xAF", 4, 2},               /* overlong / */
        {"\xC1\xBF", 2, 0},                 /* overlong DEL */
        {"abcdefgh\xE0\x9F\xBF", 11, 8},    /* overlong, three bytes */
        {"\xF0\x8F\xBF\xBF", 4, 0},         /* overlong, four bytes */
        {"x\xED\xA0\x80", 4, 1},            /* high surrogate */
        {"x\xED\xBF\xBF", 4, 1},            /* low surrogate */
        {"\xF4\x90\x80\x80", 4, 0},         /* beyond U+10FFFF */
        {"\xF5\x80\x80\x80", 4, 0},         {"12345678\xFF", 9, 8},
        {"1234567\xE1\xBB", 9, 7},          /* cut in a letter */
        {"\xED\x9F\xBF", 3, 3},             /* the last before the surrogates */
        {"\xF4\x8F\xBF\xBF", 4, 4},         /* U+10FFFF */
    };
    for (size_t i = 0; i < BG_COUNT(cases); i++) {
        size_t bad = bg_utf8__invalid(cases[i].bytes, cases[i].size);
        CHECK_SAY(bad == cases[i].bad, "case %zu: byte %zu", i, bad);
    }
    for (size_t i = 0; i < BG_COUNT(cases); i++) /* they are read in blocks: anywhere in one or between two, and with text behind */
        for (size_t before = 0; before < 2 * BG_BLOCK + 8; before++) {
            char text[4 * BG_BLOCK];
            memset(text, 'x', sizeof text);
            memcpy(text + before, cases[i].bytes, cases[i].size);
            size_t bad = bg_utf8__invalid(text, sizeof text), want = cases[i].bad < cases[i].size ? before + cases[i].bad : sizeof text;
            CHECK_SAY(bad == want, "case %zu behind %zu bytes: byte %zu", i, before, bad);
        }
    CHECK(bg_utf8__invalid("", 0) == 0);
}

static void every_code_point_goes_there_and_back(void) {
    bool same = true;
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        char put[4];
        if (c >= 0xD800 && c < 0xE000) continue;
        size_t n = bg_utf8__put(c, put), at = 0;
        same &= bg_utf8__invalid(put, n) == n && bg_utf8__next(put, n, &at) == c && at == n;
    }
    CHECK(same);
}

/* ---- letters */

#define LOWER "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
#define UPPER "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴĐ"
#define PLAIN "aaaaaaaaaaaaaaaaaaeeeeeeeeeeeeiiiiiioooooooooooooooooouuuuuuuuuuuuyyyyyyd"

static void all_146_letters_lower_and_fold(void) {
    size_t low = 0, up = 0, count = 0, size = sizeof LOWER - 1;
    CHECK(sizeof UPPER - 1 == size);
    while (low < size && up < size) {
        size_t was_low = low, was_up = up;
        uint32_t l = bg_utf8__next(LOWER, size, &low), u = bg_utf8__next(UPPER, size, &up);
        CHECK_SAY(bg_letter__lower(u) == l && bg_letter__lower(l) == l, "letter %zu", count);
        CHECK_SAY(low - was_low == up - was_up, "letter %zu changes its length", count);
        CHECK(bg_letter__is_upper(u) && !bg_letter__is_upper(l) && bg_letter__is(u) && bg_letter__is(l));
        CHECK_SAY(bg_letter__fold(l) == (uint32_t)PLAIN[count], "letter %zu", count);
        count++;
    }
    CHECK(count == 73 && low == size && up == size);
}

static bool folds_to(const char *text, const char *want) {
    bg_buf out;
    bg_buf__init(&out, 1000);
    bg_text__fold(text, strlen(text), &out);
    bool same = out.bytes && strcmp(out.bytes, want) == 0;
    bg_buf__free(&out);
    return same;
}

static void text_folds_for_search(void) {
    CHECK(folds_to("Đôn ĐỐC thực hiện", "don doc thuc hien"));
    CHECK(folds_to("\xC3\x90\xC3\xB4n \xC3\xB0\xC3\xB4\xCC\x81\x63", "don doc")); /* eth for đ, half composed */
    CHECK(folds_to("tie\xCC\x82\xCC\x81ng Vie\xCC\xA3\xCC\x82t", "tieng viet")); /* decomposed */
    CHECK(folds_to("Čeština, Łódź 2024", "cestina, łodz 2024"));
}

/* ---- syllable keys */

static bool same_key(const char *a, const char *b) {
    char x[BG_SYLLABLE_MAX], y[BG_SYLLABLE_MAX];
    size_t n = bg_syllable__key(a, strlen(a), x), m = bg_syllable__key(b, strlen(b), y);
    return n == m && memcmp(x, y, n) == 0;
}

static void spellings_of_one_syllable_have_one_key(void) {
    static const char *const pairs[][2] = {
        {"hòa", "hoà"}, {"Hòa", "HOÀ"}, {"thúy", "thuý"}, {"khỏe", "khoẻ"}, {"hóa", "hoá"}, {"ủy", "uỷ"},
        {"kỷ", "kỉ"}, {"Mỹ", "mĩ"}, {"quý", "quí"}, {"lý", "lí"},
        {"điện", "\xC3\xB0i\xC3\xAA\xCC\xA3n"},          /* eth, half composed as in windows-1258 */
        {"Đảng", "\xC3\x90\x61\xCC\x89ng"},              /* eth, decomposed */
        {"Việt", "Vie\xCC\xA3\xCC\x82t"},                /* NFD */
        {"tiếng", "ti\xC3\xAA\xCC\x81ng"},               /* ê + sắc */
        {"trường", "tr\xC6\xB0\xC6\xA1\xCC\x80ng"},      /* ơ + huyền */
        {"hòa", "hoa\xCC\x80"},                          /* NFD with the new place of the mark */
        {"cộng", "c\xC3\xB4\xCC\xA3ng"},                /* ô + nặng, whose order is nặng first */
        {"thuận", "thu\xC3\xA2\xCC\xA3n"},              /* â + nặng */
        {"người", "ng\xC6\xB0\xC6\xA1\xCC\x80i"},       /* ơ + huyền */
        {"Đặng", "\xC3\x90\xC4\x83\xCC\xA3ng"},         /* eth, ă + nặng */
        {"Nam", "N\xC2\xAD" "am"},                       /* soft hyphen */
    };
    for (size_t i = 0; i < BG_COUNT(pairs); i++) CHECK_SAY(same_key(pairs[i][0], pairs[i][1]), "%s", pairs[i][0]);
}

static bool spells(const char *key, unsigned how, const char *want) {
    char word[BG_SYLLABLE_MAX];
    size_t n = bg_syllable__spelling(key, strlen(key), how, word);
    return n == strlen(want) && memcmp(word, want, n) == 0;
}

static void a_key_has_other_spellings(void) {
    CHECK(spells("mĩ", BG_SPELLING_Y, "mỹ") && spells("mĩ", BG_SPELLING_Y | BG_SPELLING_CAPITAL, "Mỹ"));
    CHECK(spells("hòa", BG_SPELLING_TONE, "hoà") && spells("đại", BG_SPELLING_CAPITAL, "Đại") && spells("ủi", BG_SPELLING_CAPITAL, "Ủi"));
    CHECK(spells("nam", BG_SPELLING_TONE, "nam"));
    CHECK(spells("tai", BG_SPELLING_Y, "")); /* tay is another syllable */
    CHECK(spells("hoa", 0, "hoa") && spells("", BG_SPELLING_Y | BG_SPELLING_TONE | BG_SPELLING_CAPITAL, ""));
}

static void different_syllables_have_different_keys(void) {
    static const char *const pairs[][2] = {{"hoa", "hòa"}, {"bàn", "bạn"}, {"đa", "da"}, {"tuy", "tui"}, {"tay", "tai"},
                                           {"quá", "qúa"}, {"thuỷ", "thuở"}, {"mây", "mâi"}};
    for (size_t i = 0; i < BG_COUNT(pairs); i++) CHECK_SAY(!same_key(pairs[i][0], pairs[i][1]), "%s", pairs[i][0]);
}

static void long_words_are_cut_not_overrun(void) {
    char text[400], key[BG_SYLLABLE_MAX];
    for (size_t i = 0; i < sizeof text; i += 2) memcpy(text + i, "đ", 2);
    CHECK(bg_syllable__key(text, sizeof text, key) <= BG_SYLLABLE_MAX);
    for (size_t i = 0; i < sizeof text; i += 2) memcpy(text + i, "\xCC\x81", 2);
    CHECK(bg_syllable__key(text, sizeof text, key) <= BG_SYLLABLE_MAX);
}

/* ---- words */

static void text_is_cut_into_words(void) {
    static const char text[] = "Sáng 27/9, G20\nTP.HCM";
    static const struct { const char *word; bg_word_kind kind; bool capital, upper, blank, line_end; } want[] = {
        {"Sáng", BG_WORD_LETTERS, true, false, false, false}, {"27", BG_WORD_NUMBER, false, false, true, false},
        {"/", BG_WORD_PUNCT, false, false, false, false},     {"9", BG_WORD_NUMBER, false, false, false, false},
        {",", BG_WORD_PUNCT, false, false, false, false},     {"G20", BG_WORD_LETTERS, true, true, true, false},
        {"TP", BG_WORD_LETTERS, true, true, true, true},      {".", BG_WORD_PUNCT, false, false, false, false},
        {"HCM", BG_WORD_LETTERS, true, true, false, false}};
    bg_word w;
    size_t at = 0, n = 0;
    for (; n < BG_COUNT(want) && bg_word__next(text, sizeof text - 1, &at, &w); n++) {
        CHECK_SAY(w.end - w.start == strlen(want[n].word) && !memcmp(text + w.start, want[n].word, w.end - w.start), "%s", want[n].word);
        CHECK_SAY(w.kind == want[n].kind && w.capital == want[n].capital && w.upper == want[n].upper &&
                  w.blank == want[n].blank && w.line_end == want[n].line_end, "%s", want[n].word);
    }
    CHECK(n == BG_COUNT(want) && !bg_word__next(text, sizeof text - 1, &at, &w));
}

/* ---- days */

static bool comes_back(const char *text) {
    int64_t day;
    char again[11] = "";
    if (bg_calendar__day(text, &day)) bg_calendar__text(day, again);
    return strcmp(text, again) == 0;
}

static const char *later(const char *text, int months) {
    static char out[11];
    int64_t day;
    snprintf(out, sizeof out, "none");
    if (bg_calendar__day(text, &day)) bg_calendar__text(bg_calendar__months_later(day, months), out);
    return out;
}

static void days_are_counted(void) {
    int64_t first, last;
    CHECK(bg_calendar__day("1970-01-01", &first) && first == 0);
    CHECK(bg_calendar__day("2000-02-28", &first) && bg_calendar__day("2000-03-01T09:30", &last) && last - first == 2);
    CHECK(bg_calendar__day("1900-02-28", &first) && bg_calendar__day("1900-03-01", &last) && last - first == 1);
    CHECK(comes_back("1945-09-02") && comes_back("2024-02-29") && comes_back("2023-12-31") && comes_back("0001-01-01") && comes_back("9999-12-31"));
    static const char *const wrong[] = {"", "2024", "2024-05", "2023-02-29", "2024-13-01", "2024-00-10", "2024-05-00", "2024-5-08", "--05-08", "2024-05-081", "20a4-05-08"};
    for (size_t i = 0; i < BG_COUNT(wrong); i++) CHECK(!bg_calendar__day(wrong[i], &first));
    CHECK(!bg_calendar__day(NULL, &first));
    CHECK(bg_calendar__last("2024-02", &first) && bg_calendar__day("2024-02-29", &last) && first == last);
    CHECK(bg_calendar__last("2023", &first) && bg_calendar__day("2023-12-31", &last) && first == last);
    CHECK(bg_calendar__last("2023-05-09", &first) && bg_calendar__day("2023-05-09", &last) && first == last);
    CHECK(!bg_calendar__last("2023-13", &first) && !bg_calendar__last("--05-09", &first) && !bg_calendar__last("202", &first) && !bg_calendar__last(NULL, &first));
    CHECK(bg_calendar__figures("2024-05-08") == 20240508 && bg_calendar__figures("2024-05") == 20240500 && bg_calendar__figures("2024") == 20240000);
    CHECK(strcmp(later("2024-01-31", 1), "2024-02-29") == 0);
    CHECK(strcmp(later("2024-11-30", 3), "2025-02-28") == 0);
    CHECK(strcmp(later("2024-03-15", -3), "2023-12-15") == 0);
    CHECK(strcmp(later("2024-02-29", 12), "2025-02-28") == 0);
    CHECK(strcmp(later("2024-01-10", -1), "2023-12-10") == 0);
}

static void texts_are_found_in_others(void) {
    static const struct { const char *in, *wanted; long at; } rows[] = {
        {"<div class=afcbc-body>", "afcbc-body", 11}, {"aab", "ab", 1}, {"aaab", "aab", 1}, {"ab", "abc", -1}, {"", "a", -1}, {"abc", "", 0},
        {"xyxyz", "xyz", 2}, {"zzz", "zzzz", -1}, {"a\xE1\xBA\xBF", "\xBA\xBF", 2}, {"abcabd", "abd", 3}, {"bd", "abd", -1}, {"ab", "ab", 0}};
    for (size_t i = 0; i < BG_COUNT(rows); i++) {
        const char *found = bg_bytes__find(rows[i].in, strlen(rows[i].in), rows[i].wanted, strlen(rows[i].wanted));
        CHECK_SAY((found ? found - rows[i].in : -1) == rows[i].at, "%s in %s", rows[i].wanted, rows[i].in);
    }
}

int main(void) {
    RUN(arena_hands_out_zeroed_aligned_memory);
    RUN(vector_keeps_its_items_while_growing);
    RUN(buffer_stops_at_its_maximum);
    RUN(errors_keep_code_byte_and_words);
    RUN(malformed_utf8_is_found_at_its_byte);
    RUN(every_code_point_goes_there_and_back);
    RUN(all_146_letters_lower_and_fold);
    RUN(text_folds_for_search);
    RUN(spellings_of_one_syllable_have_one_key);
    RUN(a_key_has_other_spellings);
    RUN(different_syllables_have_different_keys);
    RUN(long_words_are_cut_not_overrun);
    RUN(text_is_cut_into_words);
    RUN(days_are_counted);
    RUN(texts_are_found_in_others);
    return test_end();
}
