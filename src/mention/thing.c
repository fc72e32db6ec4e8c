/* thing: agreements, mechanisms, occasions and countries that the page names; the same name is one thing. */
#include "mention.h"

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
        if (m->things.items[i].kind == kind && is(m->things.items[i].key, key)) found = &m->things.items[i];
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

static const struct { unsigned klass; bg_entity_kind kind; } kinds[] = {
    {CLASS_AGREEMENT, BG_AGREEMENT}, {CLASS_MECHANISM, BG_MECHANISM}, {CLASS_OCCASIONFACT, BG_OCCASION}, {CLASS_COUNTRY, BG_COUNTRY}};
#define KINDS BG_COUNT(kinds)

/* Of the next marks of each kind the one that stands first; KINDS if there is none. */
static size_t earliest(const bg_text *text, const uint32_t next[KINDS]) {
    size_t best = KINDS;
    for (size_t i = 0; i < KINDS; i++)
        if (next[i] != BG_NONE && (best == KINDS || text->marks.items[next[i]].tok < text->marks.items[next[best]].tok)) best = i;
    return best;
}

static bool find_in(bg_mentions *m, const bg_sentence *s) {
    const bg_text *text = m->text;
    uint32_t next[KINDS];
    for (size_t i = 0; i < KINDS; i++) next[i] = bg_text__first(text, s->tok, s->end, kinds[i].klass);
    for (size_t i; (i = earliest(text, next)) < KINDS; next[i] = bg_text__after(text, next[i], s->end, kinds[i].klass))
        if (!take(m, &text->marks.items[next[i]], kinds[i].kind)) return false;
    return true;
}

bool bg_thing__find(bg_mentions *m) {
    for (size_t i = 0; i < m->text->sentences.count; i++)
        if (!find_in(m, &m->text->sentences.items[i])) return false;
    return true;
}
