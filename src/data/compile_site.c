/* compile_site: one file of data/sites → sites, their rules, the tests of their selectors. */
#include "compile.h"

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

static void trim(const char **text, size_t *size) {
    while (*size && is_blank(**text)) ++*text, --*size;
    while (*size && is_blank((*text)[*size - 1])) --*size;
}

/* Cut the word that *text begins with off. */
static size_t cut_word(const char **text, size_t *size, const char **word) {
    size_t n = 0;
    trim(text, size);
    *word = *text;
    while (n < *size && !is_blank((*text)[n])) n++;
    *text += n, *size -= n;
    trim(text, size);
    return n;
}

static void add_test(bg_builder *b, bg_site_rule *rule, bg_site_test test) {
    bg_site_test *place = BG_PUSH(b->arena, &b->site_tests);
    if (!place) return bg_build__no_memory(b);
    *place = test;
    rule->test_count++;
}

/* ---- selectors: tag.word#id[name=value] tag… */

static bool is_name(char c) { return !is_blank(c) && !strchr(".#[]=;\"", c); }

/* "[name=value]" at text; returns its size. */
static size_t read_attribute(bg_builder *b, const char *text, size_t size, bg_site_rule *rule) {
    const char *close = memchr(text, ']', size), *equals = close ? memchr(text, '=', (size_t)(close - text)) : NULL;
    const char *name_end = equals ? equals : close;
    if (!close || name_end == text + 1) return bg_build__fail(b, "\"%.*s\": an attribute is [name] or [name=value]", (int)size, text), size;
    uint32_t value = equals ? bg_build__string(b, equals + 1, (size_t)(close - equals - 1)) : 0;
    add_test(b, rule, (bg_site_test){BG_TEST_EQUAL, bg_build__string(b, text + 1, (size_t)(name_end - text - 1)), value});
    return (size_t)(close - text) + 1;
}

/* What one element must be. */
static void read_compound(bg_builder *b, const char *text, size_t size, bg_site_rule *rule) {
    for (size_t at = 0; at < size && !b->code;) {
        char sign = text[at];
        size_t end = at + (sign == '.' || sign == '#'), start = end;
        if (sign == '[') {
            at += read_attribute(b, text + at, size - at, rule);
            continue;
        }
        while (end < size && is_name(text[end])) end++;
        if (end == start) return bg_build__fail(b, "\"%.*s\" is no selector", (int)size, text);
        uint32_t string = bg_build__string(b, text + start, end - start);
        if (sign == '.') add_test(b, rule, (bg_site_test){BG_TEST_WORD, bg_build__string(b, "class", 5), string});
        else if (sign == '#') add_test(b, rule, (bg_site_test){BG_TEST_EQUAL, bg_build__string(b, "id", 2), string});
        else add_test(b, rule, (bg_site_test){BG_TEST_TAG, string, 0});
        at = end;
    }
}

/* The longest name or value that the innermost element must have, else "<" and its tag. */
static uint32_t needle_of(bg_builder *b, const bg_site_rule *rule) {
    uint32_t best = 0;
    size_t most = 1;
    for (uint32_t i = 0; i < rule->test_count; i++) {
        const bg_site_test *t = &b->site_tests.items[rule->test + i];
        uint32_t string = t->value ? t->value : t->name;
        if (t->kind == BG_TEST_OUT) break;
        if (t->kind == BG_TEST_TAG || strlen(b->strings.bytes + string) <= most) continue;
        best = string, most = strlen(b->strings.bytes + string);
    }
    const bg_site_test *first = &b->site_tests.items[rule->test];
    if (best || !rule->test_count || first->kind != BG_TEST_TAG) return best;
    char start[32];
    int size = snprintf(start, sizeof start, "<%s", b->strings.bytes + first->name);
    return bg_build__string(b, start, (size_t)size < sizeof start ? (size_t)size : sizeof start - 1);
}

static void read_selector(bg_builder *b, const char *text, size_t size, bg_site_rule *rule) {
    rule->test = (uint32_t)b->site_tests.count;
    for (size_t end = size; end && !b->code;) { /* the innermost stands last */
        size_t start = end;
        while (start && !is_blank(text[start - 1])) start--;
        if (end < size) add_test(b, rule, (bg_site_test){BG_TEST_OUT, 0, 0});
        read_compound(b, text + start, end - start, rule);
        while (start && is_blank(text[start - 1])) start--;
        end = start;
    }
    rule->needle = needle_of(b, rule);
    if (!b->code && !rule->needle) bg_build__fail(b, "\"%.*s\": the last element needs a name of two letters or more", (int)size, text);
}

/* ---- lines */

static bg_site_what find_word(const char *word, size_t size) {
    static const char *const words[] = {"",
#define NAME(name) #name,
        BG_SITE_WORDS(NAME)
#undef NAME
    };
    for (size_t i = 1; i < BG_COUNT(words); i++)
        if (strlen(words[i]) == size && memcmp(words[i], word, size) == 0) return (bg_site_what)i;
    return BG_SITE_nothing;
}

static void add_rule(bg_builder *b, bg_site_rule rule, const char *text, size_t size) {
    if (rule.what == BG_SITE_host) rule.text = bg_build__string(b, text, size);
    else read_selector(b, text, size, &rule);
    bg_site_rule *place = BG_PUSH(b->arena, &b->site_rules);
    if (!place) return bg_build__no_memory(b);
    *place = rule;
    b->sites.items[b->sites.count - 1].rule_count++;
}

/* "body  .a; .b": a rule for each part. `before`: sites of other files. */
static void read_rules(bg_builder *b, const char *line, size_t size, size_t before) {
    const char *word, *part;
    size_t n = cut_word(&line, &size, &word);
    bg_site_rule rule = {.what = find_word(word, n)};
    if (!rule.what) return bg_build__fail(b, "\"%.*s\": no such word in a profile of sites", (int)n, word);
    if (b->sites.count == before) return bg_build__fail(b, "before the first @site");
    if (rule.what == BG_SITE_drop) n = cut_word(&line, &size, &word), rule.text = bg_build__string(b, word, n);
    if (!size) bg_build__complain(b, "nothing behind \"%.*s\"", (int)n, word);
    while (size && !b->code) {
        const char *stop = memchr(line, ';', size);
        size_t part_size = stop ? (size_t)(stop - line) : size;
        part = line;
        line += part_size + (stop != NULL), size -= part_size + (stop != NULL);
        trim(&part, &part_size);
        if (part_size) add_rule(b, rule, part, part_size);
    }
}

static bool has_rule(const bg_builder *b, const bg_site *site, bg_site_what what) {
    for (uint32_t i = 0; i < site->rule_count; i++)
        if (b->site_rules.items[site->rule + i].what == what) return true;
    return false;
}

/* Complain about what a profile cannot do without. */
static void check_last(bg_builder *b, size_t before) {
    if (b->sites.count == before || b->code) return;
    const bg_site *site = &b->sites.items[b->sites.count - 1];
    const char *name = b->strings.bytes + site->name;
    if (!has_rule(b, site, BG_SITE_host) && !has_rule(b, site, BG_SITE_told)) bg_build__complain(b, "the site %s has neither a host nor what tells it", name);
    if (!has_rule(b, site, BG_SITE_body)) bg_build__complain(b, "the site %s has no body", name);
}

static void begin_site(bg_builder *b, const char *name, size_t size) {
    uint32_t string = bg_build__string(b, name, size);
    if (!size) return bg_build__fail(b, "@site needs a name");
    for (size_t i = 0; i < b->sites.count; i++)
        if (b->sites.items[i].name == string) b->sites.items[i].name = 0;
    bg_site *site = BG_PUSH(b->arena, &b->sites);
    if (!site) return bg_build__no_memory(b);
    *site = (bg_site){string, (uint32_t)b->site_rules.count, 0};
}

void bg_build__sites(bg_builder *b, const bg_source_file *file) {
    const char *text = file->text, *line;
    size_t size, before = b->sites.count;
    for (b->line = 1; bg_build__line(&text, file->text + file->size, &line, &size) && !b->code; b->line++) {
        trim(&line, &size);
        if (!size || *line == '#') continue;
        if (size < 5 || memcmp(line, "@site", 5) != 0) {
            read_rules(b, line, size, before);
            continue;
        }
        check_last(b, before);
        line += 5, size -= 5;
        trim(&line, &size);
        begin_site(b, line, size);
    }
    check_last(b, before);
}
