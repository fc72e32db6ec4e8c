/*
 * test_match: the notation of rules, on one-rule grammars. Each case: a pattern, a line, and the words that must be marked
 * ("" = no mark). Words in brackets are the span; captures follow as " name=words".
 */
#include "small.h"
#include "text/text.h"

#define LEXICON "@class VERB\ngặp; hội đàm\tmeet\tform=verb\ntiếp\treceive\tform=verb weak=yes\n" \
                "@class LAND\nNga\tRU\nLào\tLA\n@class LONG\nNga Lào\tboth\n@class NOTVERB\ntiếp tục\t-\n"

/* Marks made by rules, in order: "[words] name=words …", then each attribute asked for. */
static void describe(const bg_text *text, bg_buf *out) {
    for (size_t i = 0; i < text->marks.count; i++) {
        const bg_mark *m = &text->marks.items[i];
        if (!m->rule) continue;
        bg_buf__print(out, "%s[%s]", out->size ? " " : "", bg_text__words(text, m->tok, m->end));
        const bg_rule *r = bg_grammar__rule(text->data, m->rule - 1);
        for (uint32_t c = 0; c < m->cap_count; c++) {
            const bg_capture *cap = &text->captures.items[m->caps + c];
            bg_buf__print(out, " %s=%s", bg_data__string(text->data, r->slot_names[cap->slot]), bg_text__words(text, cap->tok, cap->end));
        }
        const char *value = bg_mark__get(text, m, KEY_V);
        if (value) bg_buf__print(out, " v:%s", value);
    }
}

static void run_levels(bg_text *text) {
    for (unsigned level = 0; level < bg_image__count(text->data, SEC_LEVELS); level++)
        for (size_t i = 0; i < text->sentences.count && !(text->data->asked_bits >> level & 1); i++) CHECK(bg_match__level(text, &text->sentences.items[i], level));
}

static void expect(const char *grammar, const char *line, const char *want) {
    bg_data d;
    bg_error err = {0};
    bg_buf got;
    bg_text text;
    bg_arena *arena = bg_arena__new();
    bg_buf__init(&got, 1 << 16);
    bg_buf__text(&got, "");
    if (CHECK_SAY(!small_open(&d, LEXICON, NULL, grammar, NULL, &err), "%s: %s", grammar, err.message)) {
        CHECK(bg_text__line(&text, arena, &d, line, strlen(line)));
        run_levels(&text);
        describe(&text, &got);
        CHECK_SAY(strcmp(got.bytes, want) == 0, "%s\n    in: %s\n    got %s\n    not %s", grammar, line, got.bytes, want);
    }
    bg_buf__free(&got);
    bg_arena__free(arena);
    bg_data__detach(&d);
}

/* One rule at level l. */
static void find(const char *pattern, const char *line, const char *want) {
    char grammar[1000];
    snprintf(grammar, sizeof grammar, "@level l\nrule r\nfind %s\nmake M\neg x\n", pattern);
    expect(grammar, line, want);
}

static void words_match_in_any_case_and_spelling(void) {
    find("hòa bình", "Vì hoà bình và HÒA BÌNH.", "[hoà bình] [HÒA BÌNH]");
    find("Hòa", "hòa Hòa", "[Hòa]");
    find("'3 + 4'", "3+4 3 4", "[3+4]");
}

static void alternatives_and_repeats(void) {
    find("một ( hai | ba bốn | năm )", "một hai một ba bốn một ba một năm", "[một hai] [một ba bốn] [một năm]");
    find("một hai? ba", "một ba một hai ba", "[một ba] [một hai ba]");
    find("một hai* ba", "một ba một hai hai hai ba", "[một ba] [một hai hai hai ba]");
    find("một hai+ ba", "một ba một hai hai ba", "[một hai hai ba]");
    find("( một | hai )+ ba", "hai một hai ba", "[hai một hai ba]");
    find("a | b | c | d", "d b e a", "[d] [b] [a]");
    find("một hai? hai? hai? ba", "một ba một hai hai ba một hai hai hai hai ba", "[một ba] [một hai hai ba]");
}

static void alternatives_of_one_mark_are_tried_in_turn(void) {
    find("( LONG | LAND ) LAND", "Nga Lào", "[Nga Lào]");
    find("( LAND | LONG | gặp ) VERB", "Nga Lào gặp tiếp", "[Nga Lào gặp]");
    find("( CAP | LAND | LONG ) VERB", "Nga Lào gặp", "[Nga Lào gặp]");
    find("( 'a' | ',' | NUM | LAND ) gặp", "a gặp, gặp 3 gặp Lào gặp", "[a gặp] [, gặp] [3 gặp] [Lào gặp]");
    find("một ( a:LONG | a:LAND ) hai", "một Nga hai", "[một Nga hai] a=Nga");
}

static void what_every_alternative_needs_is_needed(void) {
    find("LAND ( VERB hai | một VERB ba )", "Nga một gặp ba, Nga gặp hai, Nga một hai ba", "[Nga một gặp ba] [Nga gặp hai]");
    find("LAND ( một ( hai | VERB ) | hai VERB )", "Nga một hai", "[Nga một hai]");
}

static void gaps_are_bounded_and_stop_at_commas(void) {
    find("một ..2 hai", "một hai", "[một hai]");
    find("một ..2 hai", "một x y hai", "[một x y hai]");
    find("một ..2 hai", "một x y z hai", "");
    find("một ..3 hai", "một x, hai", "");
    find("một ...3 hai", "một x, hai", "[một x, hai]");
    find("một ..3 hai", "một x. Hai", ""); /* a sentence ends */
}

static void negation_looks_without_eating(void) {
    find("một !hai ANY", "một hai một ba", "[một ba]");
    find("một !( hai ba ) WORD", "một hai ba một hai bốn", "[một hai]");
    find("một !LAND WORD", "một Nga một hai", "[một hai]");
    find("( !hai WORD )+ ba", "một hai bốn năm ba", "[bốn năm ba]");
}

static void classes_and_their_tests(void) {
    find("VERB", "Họ tiếp khách rồi hội đàm, tiếp tục.", "[tiếp] [hội đàm]");
    find("VERB[meet]", "tiếp gặp", "[gặp]");
    find("VERB[!meet]", "tiếp gặp", "[tiếp]");
    find("VERB[meet|receive]", "tiếp gặp", "[tiếp] [gặp]");
    find("VERB[form=verb,weak!=yes]", "tiếp gặp", "[gặp]");
    find("VERB[weak=*]", "tiếp gặp", "[tiếp]");
    find("LAND", "nga Nga", "[Nga]");
}

static void kinds_and_numbers(void) {
    find("NUM[1-31] '/' NUM[1-12]", "31/12 32/12 1/13", "[31/12]");
    find("NUM[7]", "6 7 8", "[7]");
    find("NUM", "99999999999 5", "[99999999999] [5]");
    find("CAP", "Hà nội USA 3", "[Hà] [USA]");
    find("UPPER", "Hà nội USA 3", "[USA]");
    find("LOW LOW", "Hà nội ta", "[nội ta]");
    find("WORD PUNCT", "một, hai", "[một,]");
}

static void sentence_borders(void) {
    find("^ một", "một hai. Một ba một", "[một] [Một]");
    find("một ( '.' )? $", "một hai. Ba một.", "[một.]");
    find("( ^ | một ) LAND", "Nga Lào một Lào. Lào Nga.", "[Nga] [một Lào] [Lào]");
    find("( ^ ..2 ',' )? LAND", "Hai, Nga hai, Lào", "[Hai, Nga] [Lào]");
}

static void captures_and_the_span(void) {
    find("a:LAND b:VERB c:LAND", "Nga gặp Lào", "[Nga gặp Lào] a=Nga b=gặp c=Lào");
    find("một { hai } ba", "một hai ba", "[hai]");
    find("a:( một hai? ) b:ba", "một hai ba", "[một hai ba] a=một hai b=ba");
    find("một ( a:hai | b:ba )", "một ba", "[một ba] b=ba");
    expect("@level l\nrule r\nfind một w:( hai | ba )\nmake M v=$w\neg x\n", "một ba", "[một ba] w=ba v:ba");
    expect("@level l\nrule r\nfind a:VERB\nmake M v=$a.weak v=$a\neg x\n", "tiếp gặp", "[tiếp] a=tiếp v:yes [gặp] a=gặp v:meet");
}

static void the_longest_wins_then_the_first_rule(void) {
    const char *two = "@level l\nrule r1\nfind một\nmake M v=1\neg x\nrule r2\nfind một hai\nmake M v=2\neg x\n"
                      "rule r3\nfind một ( hai )\nmake M v=3\neg x\n";
    expect(two, "một hai", "[một hai] v:2");
    expect(two, "một ba", "[một] v:1");
}

static void mode_all_keeps_every_match(void) {
    expect("@level l\n@mode all\nrule r1\nfind một\nmake M\neg x\nrule r2\nfind một hai\nmake M\neg x\nrule r3\nfind hai\nmake M\neg x\n",
           "một hai", "[một] [một hai] [hai]");
}

static void mode_asked_makes_what_is_asked_for(void) {
    expect("@level mid\n@mode asked\nrule r1\nfind ( một | hai | VERB )\nmake FILL\neg x\n"
           "@level high\nrule r2\nfind LAND FILL VERB\nmake M\neg x\n",
           "một gặp Nga một gặp hai", "[một] [Nga một gặp]");
    expect("@level mid\n@mode asked\nrule r1\nfind một+\nmake FILL\neg x\n@level high\nrule r2\nfind f:FILL LAND\nmake M\neg x\n",
           "hai một một Nga", "[một một] [một một Nga] f=một một");
    /* Two levels, and one that is asked at a later token first, where it lacks what it needs. */
    expect("@level mid\n@mode asked\nrule r1\nfind một ..3 hai\nmake FILL\neg x\n@level mid2\n@mode asked\nrule r2\nfind hai ba\nmake ADV\neg x\n"
           "@level high\n@mode all\nrule r3\nfind VERB một hai ba FILL\nmake M\neg x\nrule r4\nfind VERB f:FILL\nmake M\neg x\nrule r5\nfind một f:ADV\nmake M\neg x\n",
           "gặp một hai ba một", "[một hai] [gặp một hai] f=một hai [hai ba] [một hai ba] f=hai ba");
}

static void levels_build_on_each_other(void) {
    expect("@level low\nrule r1\nfind a:LAND\nmake PARTY v=$a\neg x\n@level high\n@let P ( PARTY )\nrule r2\nfind p:$P VERB q:$P\nmake M v=$q.v\neg x\n",
           "Nga gặp Lào", "[Nga] a=Nga v:RU [Lào] a=Lào v:LA [Nga gặp Lào] p=Nga q=Lào v:LA");
}

static void a_shorter_entry_is_tried_when_the_longest_does_not_fit(void) {
    expect("@level l\nrule r\nfind LAND LAND\nmake M\neg x\n", "Nga Lào", "[Nga Lào]");
    expect("@level l\nrule r\nfind LONG\nmake M\neg x\n", "Nga Lào", "[Nga Lào]");
}

/* A pattern that could take exponential time gives up in bounded time, on any length of text. */
static void steps_are_bounded(void) {
    bg_buf line;
    bg_buf__init(&line, 1 << 20);
    for (int i = 0; i < 20000; i++) bg_buf__text(&line, "một ");
    find("( một* một* một* một* ) hai", line.bytes, "");
    find("một ..20 một ..20 một ..20 một ..20 hai", line.bytes, "");
    bg_buf__free(&line);
}

int main(void) {
    RUN(words_match_in_any_case_and_spelling);
    RUN(alternatives_and_repeats);
    RUN(alternatives_of_one_mark_are_tried_in_turn);
    RUN(what_every_alternative_needs_is_needed);
    RUN(gaps_are_bounded_and_stop_at_commas);
    RUN(negation_looks_without_eating);
    RUN(classes_and_their_tests);
    RUN(kinds_and_numbers);
    RUN(sentence_borders);
    RUN(captures_and_the_span);
    RUN(the_longest_wins_then_the_first_rule);
    RUN(mode_all_keeps_every_match);
    RUN(mode_asked_makes_what_is_asked_for);
    RUN(levels_build_on_each_other);
    RUN(a_shorter_entry_is_tried_when_the_longest_does_not_fit);
    RUN(steps_are_bounded);
    return test_end();
}
