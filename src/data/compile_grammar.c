/* compile_grammar: one grammar file → rules, levels, macros, examples. The patterns themselves: compile_rule.c. */
#include "compile_rule.h"

#include <stdlib.h>

#define LEVELS_MAX FIRST_START /* bits of bg_word_start.levels */

typedef struct reader {
    bg_builder *b;
    bg_rule rule;       /* being read; id 0 = none */
    bg_buf find;        /* its pattern, macros expanded */
    bg_buf make;        /* its make line */
    unsigned find_line;
    uint32_t level;     /* UINT32_MAX: none yet */
    bool in_find;       /* the next indented line continues the pattern */
    BG_VEC(bg_pair) macros; /* key = name, value = text */
} reader;

static const char *string_at(const bg_builder *b, uint32_t string) { return b->strings.bytes + string; }

/* The part of the line behind the keyword, or NULL if the line does not begin with it. */
static const char *after(const char *line, size_t size, const char *keyword, size_t *rest) {
    size_t n = strlen(keyword);
    if (size < n || memcmp(line, keyword, n) != 0 || (size > n && line[n] != ' ' && line[n] != '\t')) return NULL;
    while (n < size && (line[n] == ' ' || line[n] == '\t')) n++;
    while (size > n && (line[size - 1] == ' ' || line[size - 1] == '\t')) size--;
    *rest = size - n;
    return line + n;
}

static void level_line(reader *r, const char *name, size_t size) {
    bg_builder *b = r->b;
    uint32_t string = bg_build__string(b, name, size);
    for (size_t i = 0; i < b->levels.count; i++)
        if (b->levels.items[i].name == string) {
            r->level = (uint32_t)i;
            return;
        }
    if (b->levels.count == LEVELS_MAX) return bg_build__fail(b, "more than %u levels", LEVELS_MAX);
    bg_level *level = BG_PUSH(b->arena, &b->levels);
    if (!level) return;
    level->name = string;
    r->level = (uint32_t)b->levels.count - 1;
}

static void let_line(reader *r, const char *text, size_t size) {
    size_t name = 0;
    while (name < size && text[name] != ' ') name++;
    size_t value = name;
    while (value < size && text[value] == ' ') value++;
    if (value == size) return bg_build__fail(r->b, "@let needs a name and a pattern");
    bg_pair *macro = BG_PUSH(r->b->arena, &r->macros);
    if (!macro) return;
    macro->key = bg_build__string(r->b, text, name);
    macro->value = bg_build__string(r->b, text + value, size - value);
}

static bool name_char(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

/* Append pattern text with every $NAME replaced by its macro (macros do not nest: they are expanded when defined last). */
static void expand(reader *r, const char *text, size_t size, bg_buf *out, unsigned depth) {
    for (size_t i = 0; i < size; i++) {
        if (text[i] != '$' || i + 1 >= size || !name_char(text[i + 1]) || depth > 8) {
            bg_buf__char(out, text[i]);
            continue;
        }
        size_t end = i + 1;
        while (end < size && name_char(text[end])) end++;
        uint32_t key = bg_build__string(r->b, text + i + 1, end - i - 1), value = 0;
        for (size_t m = 0; m < r->macros.count; m++)
            if (r->macros.items[m].key == key) value = r->macros.items[m].value;
        if (!value) return bg_build__fail(r->b, "no macro named '%s'", string_at(r->b, key));
        char *copy = bg_arena__text(r->b->arena, string_at(r->b, value), strlen(string_at(r->b, value)));
        if (copy) expand(r, copy, strlen(copy), out, depth + 1);
        i = end - 1;
    }
}

static void rule_finish(reader *r) {
    bg_builder *b = r->b;
    if (!r->rule.id || b->code) return;
    unsigned here = b->line;
    b->line = r->find_line;
    if (!r->find.size || !r->make.size) bg_build__fail(b, "rule '%s' needs a find and a make line", string_at(b, r->rule.id));
    else bg_build__rule(b, &r->rule, r->find.bytes, r->make.bytes);
    if (!r->rule.example_count) bg_build__complain(b, "rule '%s' has no example", string_at(b, r->rule.id));
    b->line = here;
    memset(&r->rule, 0, sizeof r->rule);
}

static void rule_start(reader *r, const char *id, size_t size) {
    bg_builder *b = r->b;
    rule_finish(r);
    if (b->code) return;
    if (r->level == UINT32_MAX) return bg_build__fail(b, "a rule before any @level");
    r->rule.id = bg_build__string(b, id, size);
    for (size_t i = 0; i < b->rules.count; i++)
        if (b->rules.items[i].id == r->rule.id) return bg_build__fail(b, "rule '%.*s' stands twice", (int)size, id);
    r->rule.level = r->level;
    r->rule.file = bg_build__string(b, b->file, strlen(b->file));
    r->rule.line = b->line;
    r->rule.examples = (uint32_t)b->examples.count;
    bg_buf__clear(&r->find);
    bg_buf__clear(&r->make);
}

static void example(reader *r, const char *text, size_t size, uint32_t wanted) {
    if (!r->rule.id) return bg_build__fail(r->b, "an example outside a rule");
    bg_example *e = BG_PUSH(r->b->arena, &r->b->examples);
    if (!e) return;
    e->text = bg_build__string(r->b, text, size);
    e->wanted = wanted;
    r->rule.example_count++;
}

static void rule_line(reader *r, const char *line, size_t size) {
    const char *rest;
    size_t n;
    bool indented = *line == ' ' || *line == '\t', was = r->in_find;
    r->in_find = false;
    if (indented && was) {
        expand(r, line, size, &r->find, 0);
        r->in_find = true;
    } else if ((rest = after(line, size, "rule", &n))) rule_start(r, rest, n);
    else if ((rest = after(line, size, "find", &n))) {
        r->find_line = r->b->line;
        r->in_find = true;
        expand(r, rest, n, &r->find, 0);
    } else if ((rest = after(line, size, "make", &n))) bg_buf__add(&r->make, rest, n);
    else if ((rest = after(line, size, "eg", &n))) example(r, rest, n, 1);
    else if ((rest = after(line, size, "not", &n))) example(r, rest, n, 0);
    else bg_build__fail(r->b, "expected rule, find, make, eg or not");
}

/* all, asked. A level that is asked asks none: the machine that makes its marks runs inside the one that asks. */
static void mode_line(reader *r, const char *name, size_t size) {
    bg_level *levels = r->b->levels.items;
    if (size == 3 && memcmp(name, "all", 3) == 0) levels[r->level].flags |= BG_LEVEL_ALL;
    else if (size == 5 && memcmp(name, "asked", 5) == 0) {
        unsigned others = 0;
        for (size_t i = 0; i < r->b->levels.count; i++) others += i != r->level && levels[i].flags & BG_LEVEL_ASKED;
        if (others >= BG_ASKED_MAX) return bg_build__fail(r->b, "more than %u levels that are asked", BG_ASKED_MAX);
        levels[r->level].flags |= BG_LEVEL_ALL | BG_LEVEL_ASKED;
    } else bg_build__fail(r->b, "unknown mode");
}

static void directive_line(reader *r, const char *line, size_t size) {
    const char *rest;
    size_t n;
    rule_finish(r);
    r->in_find = false;
    if ((rest = after(line, size, "@level", &n))) level_line(r, rest, n);
    else if ((rest = after(line, size, "@let", &n))) let_line(r, rest, n);
    else if ((rest = after(line, size, "@mode", &n)) && r->level != UINT32_MAX) mode_line(r, rest, n);
    else bg_build__fail(r->b, "unknown directive");
}

void bg_build__grammar(bg_builder *b, const bg_source_file *file) {
    const char *text = file->text, *end = file->text + file->size, *line;
    size_t size;
    reader r = {.b = b, .level = UINT32_MAX};
    bg_buf__init(&r.find, 1 << 16);
    bg_buf__init(&r.make, 1 << 16);
    for (b->line = 1; !b->code && bg_build__line(&text, end, &line, &size); b->line++) {
        size_t blank = 0;
        while (blank < size && (line[blank] == ' ' || line[blank] == '\t')) blank++;
        if (blank == size || line[blank] == '#') continue;
        if (*line == '@') directive_line(&r, line, size);
        else rule_line(&r, line, size);
    }
    rule_finish(&r);
    bg_buf__free(&r.find);
    bg_buf__free(&r.make);
}
