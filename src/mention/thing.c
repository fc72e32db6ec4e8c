/* thing: agreements, mechanisms, occasions and countries that the page names; the same name is one thing. */
#include "mention.h"

static bool same_words(const char *a, const char *b) { return a && b && strcmp(a, b) == 0; }

/* Folded name, the key under which mentions are one. */
static const char *key_of(bg_mentions *m, const char *name) {
    bg_buf folded;
    bg_buf__init(&folded, 4096);
    bg_text__fold(name, strlen(name), &folded);
    return bg_buf__keep(&folded, m->text->arena);
}

static bool add(bg_mentions *m, bg_entity_kind kind, const char *name, const char *key, const bg_mark *mark) {
    bg_thing *found = NULL;
    for (size_t i = 0; i < m->things.count && !found; i++)
        if (m->things.items[i].kind == kind && same_words(m->things.items[i].key, key)) found = &m->things.items[i];
    if (!found) {
        if (!(found = BG_PUSH(m->text->arena, &m->things))) return false;
        found->kind = kind;
        found->name = name;
        found->key = key;
    }
    bg_span *span = BG_PUSH(m->text->arena, &found->mentions);
    if (span) *span = bg_text__span(m->text, mark->tok, mark->end);
    return span != NULL;
}

static bool take(bg_mentions *m, const bg_mark *mark, bg_entity_kind kind) {
    if (kind == BG_COUNTRY) {
        const char *code = bg_mention__country(m, mark);
        return !code || add(m, kind, bg_data__string(m->text->data, bg_data__sense(m->text->data, mark->sense)->phrase), code, mark);
    }
    const char *name = bg_text__words(m->text, mark->tok, mark->end), *key = name ? key_of(m, name) : NULL;
    return key && add(m, kind, name, key, mark);
}

bool bg_thing__find(bg_mentions *m) {
    const struct { unsigned klass; bg_entity_kind kind; } kinds[] = {
        {CLASS_AGREEMENT, BG_AGREEMENT}, {CLASS_MECHANISM, BG_MECHANISM}, {CLASS_OCCASIONFACT, BG_OCCASION}, {CLASS_COUNTRY, BG_COUNTRY}};
    bg_offer any = {{0}};
    for (size_t i = 0; i < BG_COUNT(kinds); i++) bg_offer__add(&any, m->text->elements[kinds[i].klass]);
    for (uint32_t tok = 0; tok < m->text->tokens.count; tok++)
        for (size_t i = 0; bg_offer__meets(&m->text->offers[tok], &any) && i < BG_COUNT(kinds); i++) {
            uint32_t mark = bg_text__at(m->text, tok, kinds[i].klass);
            if (mark != BG_NONE && !take(m, &m->text->marks.items[mark], kinds[i].kind)) return false;
        }
    return true;
}
