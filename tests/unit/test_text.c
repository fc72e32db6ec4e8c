/* test_text: sentences and lexicon marks, on small lexicons in the test itself. */
#include "small.h"
#include "text/text.h"

#define LEXICON                                                                                                        \
    "@class ABBR\nTP; GS; TS\tabbr\n@class HONORIFIC\nông; bà\n@class OFFICE\nTổng thống\n@class PERSON\nPutin\tRU\n" \
    "@class SURNAME\nNguyễn\n@class PLACE\nNam Mỹ\nẤn Độ Dương - Thái Bình Dương\nCam-pu-chia\nĐông Nam Á\nVăn hóa, Thể thao\n" \
    "@class COUNTRY\nViệt Nam\tVN\nMỹ\tUS\n@class WORD\ntham dự; trong; nhóm; của; hai bên\n"

typedef struct opened {
    bg_data data;
    bg_arena *arena;
    bg_text text;
} opened;

static bool open_line(opened *o, const char *line, size_t size) {
    bg_error err = {0};
    o->arena = bg_arena__new();
    return CHECK_SAY(!small_open(&o->data, LEXICON, NULL, "", NULL, &err), "%s", err.message) &&
           CHECK(bg_text__line(&o->text, o->arena, &o->data, line, size));
}

static void close_line(opened *o) {
    bg_arena__free(o->arena);
    bg_data__detach(&o->data);
}

/* ---- sentences. "|" in `want` is where one ends. */

static void sentences(const char *want) {
    char line[400], got[400];
    size_t n = 0, used = 0;
    for (const char *c = want; *c; c++)
        if (*c != '|') line[n++] = *c;
    opened o;
    if (open_line(&o, line, n)) {
        for (size_t i = 0; i < o.text.sentences.count; i++) {
            const bg_sentence *s = &o.text.sentences.items[i];
            bg_span span = bg_text__span(&o.text, s->tok, s->end);
            uint32_t from = i ? bg_text__span(&o.text, s[-1].tok, s[-1].end).end : 0;
            used += (size_t)snprintf(got + used, sizeof got - used, "%s%.*s", i ? "|" : "", (int)(span.end - from), line + from);
        }
        CHECK_SAY(strcmp(got, want) == 0, "got %s\n    not %s", got, want);
    }
    close_line(&o);
}

static void sentences_end_at_full_stops(void) {
    sentences("Hai bên gặp nhau.| Họ ký hiệp định.");
    sentences("Ông hỏi: \"Ai đến?\"| Không ai.");
    sentences("Giá là 3.5 triệu.");
    sentences("Cuộc gặp ở Sơn.|Cuộc sau ở TP.HCM.");
}

static void a_word_of_one_vowel_ends_a_sentence(void) {
    sentences("Hội nghị cấp cao Đông Nam Á.| Tham dự có hai bên.");
    sentences("Đoàn đến từ Ý.| Trong dịp này họ gặp nhau.");
    sentences("Ông gặp bà Ô.| Hai bên vui mừng.");
    sentences("Họ thuộc dòng họ Ấ.|Tham dự có họ.");
    sentences("Họ gặp ở Nam A\xCC\x81.| Tham dự có họ."); /* decomposed */
}

static void an_initial_does_not(void) {
    sentences("Họ gặp Nguyễn V. A. Tuấn ở đây.");
    sentences("Trợ lý Joseph H. Felter đến.");
    sentences("Trợ lý Joseph H.Felter đến.");
    sentences("A. V. Yatskin đến.");
    sentences("Họ gặp ông V. Putin và bà N. Pelosi.");
    sentences("Họ gặp Tổng thống J. Hai ở đây.");
    sentences("Lời của V. Putin và A. Lukashenko.");
    sentences("Họ gặp Trần Đ. Hùng.");
}

static void a_letter_behind_a_common_word_is_no_initial(void) {
    sentences("Họ ở nhóm B.| Trong nhóm có hai bên.");
    sentences("Họ cần vitamin C.| Hai bên biết.");
}

static void abbreviations_do_not(void) {
    sentences("Họ ở TP. HCM hai ngày.");
    sentences("Họ gặp GS. TS. X. Hùng.");
}

/* A line without full stops is cut, at a comma where there is one. */
static void long_sentences_are_cut(void) {
    enum { COPIES = 4000 };
    static const char words[] = "hai bên trao đổi, ";
    size_t size = sizeof words - 1;
    char *line = malloc(size * COPIES);
    opened o;
    for (size_t i = 0; i < COPIES; i++) memcpy(line + i * size, words, size);
    if (open_line(&o, line, size * COPIES)) {
        CHECK(o.text.sentences.count > 10);
        for (size_t i = 0; i < o.text.sentences.count; i++) {
            const bg_sentence *s = &o.text.sentences.items[i];
            CHECK(s->end - s->tok <= 1500 && s->paragraph_start == (i == 0));
            CHECK(o.text.tokens.items[s->end - 1].value == ',');
            CHECK(s->tok == (i ? s[-1].end : 0));
        }
    }
    close_line(&o);
    for (size_t i = 0; i < size * COPIES; i++) line[i] = i % 4 == 3 ? ' ' : 'a';
    if (open_line(&o, line, size * COPIES)) {
        CHECK(o.text.sentences.count > 10);
        for (size_t i = 0; i < o.text.sentences.count; i++)
            CHECK(o.text.sentences.items[i].end - o.text.sentences.items[i].tok <= 1500);
    }
    close_line(&o);
    free(line);
}

/* ---- tokens: however a word is found, it is the one that is read letter by letter */

static void check_token(const opened *o, const bg_token *t, const bg_word *w, const char *line) {
    char key[BG_SYLLABLE_MAX];
    uint32_t syllable = w->kind == BG_WORD_LETTERS ? bg_data__syllable(&o->data, key, bg_syllable__key(line + w->start, w->end - w->start, key)) : 0;
    unsigned flags = w->kind == BG_WORD_LETTERS ? BG_TOK_WORD : w->kind == BG_WORD_NUMBER ? BG_TOK_NUMBER : BG_TOK_PUNCT;
    flags |= (w->capital ? BG_TOK_CAP : 0u) | (w->upper ? BG_TOK_UPPER : 0u) | (w->blank ? 0u : BG_TOK_GLUED);
    CHECK_SAY(t->start == w->start && t->end == w->end, "%s: [%u, %u), not [%zu, %zu)", line, t->start, t->end, w->start, w->end);
    CHECK_SAY(t->syllable == syllable, "%s: syllable %u, not %u", line + t->start, t->syllable, syllable);
    CHECK_SAY((t->flags & ~(unsigned)(BG_TOK_FIRST | BG_TOK_JOINT)) == flags, "%s: flags %x, not %x", line + t->start, t->flags, flags);
}

static void cut_alike(const char *line) {
    opened o;
    bg_word word;
    size_t size = strlen(line), at = 0, count = 0;
    if (open_line(&o, line, size)) {
        for (; count < o.text.tokens.count && bg_word__next(line, size, &at, &word); count++) check_token(&o, &o.text.tokens.items[count], &word, line);
        CHECK(count == o.text.tokens.count && !bg_word__next(line, size, &at, &word));
    }
    close_line(&o);
}

static void words_are_cut_as_letter_by_letter(void) {
    cut_alike("Mỹ mỹ MỸ mĩ Mĩ mY My văn hóa Văn hoá VĂN HOÁ thể Thể \xC3\xB4ng Ông ông ÔNG TP Tp tP tp GS gs; của nhóm và nhiều từ khác nữa");
    cut_alike("nam2 Nam2 NAM2 nam_ nam[ [nam] \xE2\x80\x9Cnam\xE2\x80\x9D nam\xCC\x81 n\xC2\xAD" "am zebra Zebra ZEBRA zeBra zebra2 zebra\xE1\xBB\x87 ... và nhiều từ khác nữa");
    cut_alike("  nam  \xC2\xA0nam\tnam\nnam,nam.nam-nam/nam@nam~nam`nam{nam}nam|nam^nam\x7Fnam  và nhiều từ khác nữa  ");
    cut_alike("Thái Bình Dươngdươngdươngdương dươngdươngdương zzzzzzzzzzzzzzzzzzzzzzz zzzzzzzzzzzzzzz zzzzzzzz zzzzzzz  và nhiều từ khác");
    cut_alike("nam");
    cut_alike("Việt Nam, Mỹ");
}

/* ---- lexicon marks, "[words]" in order */

static void marks(const char *line, const char *want) {
    char got[400] = "";
    size_t used = 0;
    opened o;
    if (open_line(&o, line, strlen(line))) {
        unsigned word = bg_data__class(&o.data, "WORD");
        for (uint32_t tok = 0; tok < o.text.tokens.count; tok++)
            for (uint32_t m = o.text.heads[tok]; m != BG_NONE; m = o.text.marks.items[m].next) {
                const bg_mark *mark = &o.text.marks.items[m];
                if (mark->klass == word) continue;
                used += (size_t)snprintf(got + used, sizeof got - used, "[%s]", bg_text__words(&o.text, mark->tok, mark->end));
            }
        CHECK_SAY(strcmp(got, want) == 0, "%s\n    got %s\n    not %s", line, got, want);
    }
    close_line(&o);
}

static void a_hyphen_between_blanks_parts_words(void) {
    marks("quan hệ Việt Nam - Mỹ", "[Việt Nam][Mỹ]");
    marks("quan hệ Việt Nam – Mỹ", "[Việt Nam][Mỹ]");
    marks("quan hệ Việt Nam- Mỹ", "[Việt Nam][Mỹ]");
    marks("các nước Nam Mỹ", "[Nam Mỹ][Mỹ]");
    marks("các nước Nam-Mỹ", "[Nam-Mỹ][Mỹ]");
}

static void unless_the_phrase_has_it_there(void) {
    marks("vùng Ấn Độ Dương - Thái Bình Dương", "[Ấn Độ Dương - Thái Bình Dương]");
    marks("vùng Ấn Độ Dương Thái Bình Dương", "[Ấn Độ Dương Thái Bình Dương]");
    marks("vùng Ấn Độ - Dương Thái Bình Dương", "");
    marks("nước Cam - pu - chia", "[Cam - pu - chia]");
    marks("bộ Văn hóa - Thể thao", "[Văn hóa - Thể thao]"); /* or a comma */
    marks("nước Cam pu-chia", "[Cam pu-chia]");
}

int main(void) {
    RUN(sentences_end_at_full_stops);
    RUN(a_word_of_one_vowel_ends_a_sentence);
    RUN(an_initial_does_not);
    RUN(a_letter_behind_a_common_word_is_no_initial);
    RUN(abbreviations_do_not);
    RUN(long_sentences_are_cut);
    RUN(words_are_cut_as_letter_by_letter);
    RUN(a_hyphen_between_blanks_parts_words);
    RUN(unless_the_phrase_has_it_there);
    return test_end();
}
