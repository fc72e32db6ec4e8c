/*
 * test_rules: every example of every rule. The line is read as a page's only paragraph through the stages mention and
 * claim, in the order the reader has; after that a mark of the rule must stand for an eg, and none for a not.
 */
#include "claim/claim.h"
#include "data/image.h"
#include "test.h"

/* The marks of the rule's level, as "rule [words]", for the message. */
static void tell(const bg_text *text, unsigned level) {
    for (size_t i = 0; i < text->marks.count; i++) {
        const bg_mark *m = &text->marks.items[i];
        if (!m->rule || bg_grammar__rule(text->data, m->rule - 1)->level != level) continue;
        printf("    here: %s [%s]\n", bg_mark__rule(text, m), bg_text__words(text, m->tok, m->end));
    }
}

/* Marks that nothing has asked for yet, and those that are made in few sentences of a page. */
static bool make_asked(bg_text *text) {
    static const char *const few[] = {"address", "title", "declare"};
    bool ok = true;
    for (size_t i = 0; i < text->sentences.count; i++) {
        const bg_sentence *s = &text->sentences.items[i];
        for (uint32_t k = 0; k < text->data->asked_count; k++) ok &= bg_match__level(text, s, text->data->asked[k].number);
        for (size_t k = 0; k < BG_COUNT(few); k++) ok &= bg_match__level(text, s, bg_grammar__level(text->data, few[k]));
    }
    return ok;
}

static bool read_line(const bg_data *data, const char *line, bg_arena *arena, bg_text *text) {
    bg_mentions mentions;
    bg_claims claims;
    return bg_text__line(text, arena, data, line, strlen(line)) && bg_mentions__find(&mentions, text, NULL) &&
           bg_claims__find(&claims, &mentions) && make_asked(text);
}

static bool fired(const bg_text *text, uint32_t rule) {
    for (size_t i = 0; i < text->marks.count; i++)
        if (text->marks.items[i].rule == rule + 1) return true;
    return false;
}

static void run_example(const bg_data *data, uint32_t rule, const bg_example *example) {
    const bg_rule *r = bg_grammar__rule(data, rule);
    const char *line = bg_data__string(data, example->text);
    bg_arena *arena = bg_arena__new();
    bg_text text;
    test_begin(bg_data__string(data, r->id));
    if (CHECK(read_line(data, line, arena, &text)) && fired(&text, rule) != (bool)example->wanted) {
        CHECK_SAY(!"as the example says", "%s, rule in line %u: %s %s", bg_data__string(data, r->file), r->line,
                  example->wanted ? "eg " : "not", line);
        tell(&text, r->level);
    }
    test_done();
    bg_arena__free(arena);
}

/* One of each, or the rule says nothing that can be checked. */
static void run_counts(const bg_data *data, const bg_rule *r) {
    unsigned count[2] = {0, 0};
    for (uint32_t i = 0; i < r->example_count; i++) count[bg_grammar__examples(data)[r->examples + i].wanted]++;
    test_begin(bg_data__string(data, r->id));
    CHECK_SAY(count[1], "%s, line %u: no eg", bg_data__string(data, r->file), r->line);
    CHECK_SAY(count[0], "%s, line %u: no not", bg_data__string(data, r->file), r->line);
    test_done();
}

int main(void) {
    bg_data *data;
    bg_error err;
    if (bg_data_open(NULL, &data, &err)) return printf("%s\n", err.message), 1;
    for (uint32_t rule = 0; rule < bg_grammar__rule_count(data); rule++) {
        const bg_rule *r = bg_grammar__rule(data, rule);
        run_counts(data, r);
        for (uint32_t i = 0; i < r->example_count; i++) run_example(data, rule, &bg_grammar__examples(data)[r->examples + i]);
    }
    bg_data_close(data);
    return test_end();
}
