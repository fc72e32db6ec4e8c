/*
 * phrase: mark the phrases of the lexicon that begin with a word, along the trie. Within a class the leftmost longest phrase stands
 * and those inside it are dropped; a class NOTx likewise drops those of class x inside it.
 */
#include "steps.h"

#define WORDS_MAX 24 /* words of the longest phrase */

/* The phrases that begin with one word, and the one that was followed so far. */
typedef struct run {
    uint32_t tok, end;   /* tokens of the phrase */
    uint32_t count;      /* of its words */
    uint32_t capitals;   /* bit i: the i-th word begins with one */
    uint32_t parted;     /* bit i: behind the i-th word stands a hyphen with blanks */
    uint32_t most;       /* where phrases end at the latest */
    bg_offer *offer;     /* of the token */
    uint32_t *head, *levels;
} run;

/* ---- hyphens between the words */

/* Is there a hyphen with a blank at one side among the signs [from, to)? */
static bool is_parted(const bg_token *tokens, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if (bg_token__is_hyphen(tokens[i].value) && !(tokens[i].flags & tokens[i + 1].flags & BG_TOK_GLUED)) return true;
    return false;
}

/* Where a phrase has hyphens or commas: bit i, behind its word i. */
static uint32_t signs_of(const char *phrase) {
    uint32_t found = 0;
    unsigned words = 0;
    bg_word word;
    for (size_t at = 0, size = strlen(phrase); words < WORDS_MAX && bg_word__next(phrase, size, &at, &word);) {
        if (word.kind != BG_WORD_PUNCT) words++;
        else if (words && (bg_token__is_hyphen(word.point) || word.point == ',')) found |= 1u << (words - 1);
    }
    return found;
}

/*
 * "Việt Nam - Mỹ" is not "Nam Mỹ": a hyphen with blanks joins two words only where the phrase itself has one, or a comma.
 * `parted`: behind which of the words such a hyphen stands in the text.
 */
static bool joints_match(const bg_text *text, uint32_t sense, uint32_t parted) {
    return !(parted & ~signs_of(bg_data__string(text->data, bg_data__sense(text->data, sense)->phrase)));
}

/* ---- marks */

static uint32_t find_class(const bg_mark *marks, uint32_t from, unsigned klass) {
    while (from != BG_NONE && marks[from].klass != klass) from = marks[from].next;
    return from;
}

/* What a mark covers is not marked again with one of the class that it hides, at the tokens inside it. */
static void cover_hidden(bg_scan *s, const run *r, const bg_mark_start *start) {
    s->hides |= start->hides != 0;
    s->nests |= start->nested;
    if (start->hides && s->covered[start->hides].end < r->end) s->covered[start->hides] = (bg_cover){r->end, r->tok};
}

/* Make a mark. It is no shorter than those made before it, so it stands first in the token's list. */
static bool add_mark(bg_scan *s, const run *r, const bg_entry *e) {
    bg_text *text = s->text;
    const bg_mark_start *start = &s->starts[e->variant];
    uint32_t index = (uint32_t)text->marks.count, next = *r->head, same = BG_NONE;
    if (text->marks.count == text->marks.room && !BG_RESERVE(text->arena, &text->marks, text->marks.room * 2)) return false;
    bg_mark *m = &text->marks.items[text->marks.count++];
    if (bg_offer__has(r->offer, start->element)) same = find_class(text->marks.items, next, e->klass);
    *m = (bg_mark){.tok = r->tok, .end = r->end, .next = next, .same = same, .sense = e->sense, .klass = e->klass, .variant = e->variant, .ref = BG_NONE};
    *r->head = index;
    *r->offer = bg_offer__sum(r->offer, &start->offer);
    *r->levels |= start->levels;
    if (!start->nested) s->covered[e->klass] = (bg_cover){r->end, r->tok};
    if (start->special) cover_hidden(s, r, start);
    return true;
}

/* Make those marks of a list of the phrase that ends here that it may be. */
static bool add_marks(bg_scan *s, const run *r, const bg_entry *e) {
    for (; e->sense; e++) {
        if (r->end <= s->reach && bg_cover__holds(&s->covered[e->klass], r->tok, r->end)) continue;
        if (e->capitals & ~r->capitals || (r->parted && !joints_match(s->text, e->sense, r->parted))) continue;
        if (!add_mark(s, r, e)) return false;
    }
    return true;
}

/* ---- marks that others hide, names within names */

/* Drop the marks of a token whose class another mark there hides. */
static void drop_hidden(bg_scan *s, uint32_t tok) {
    bg_text *text = s->text;
    for (uint32_t h = text->heads[tok]; h != BG_NONE; h = text->marks.items[h].next) {
        uint32_t hidden = s->starts[text->marks.items[h].variant].hides;
        if (!hidden) continue;
        for (uint32_t *link = &text->heads[tok]; *link != BG_NONE;) {
            bg_mark *m = &text->marks.items[*link];
            bool dropped = m->klass == hidden && m->end <= text->marks.items[h].end;
            if (dropped) *link = m->next, m->klass = 0;
            else link = &m->next;
        }
    }
}

/* "Trung Quốc Vương Nghị" names no king: what begins within a country's name ends within it. */
static void set_solid(bg_scan *s, uint32_t tok) {
    for (uint32_t i = s->text->heads[tok]; i != BG_NONE; i = s->text->marks.items[i].next) {
        const bg_mark *m = &s->text->marks.items[i];
        if (s->starts[m->variant].nested && m->end > s->solid) s->solid = m->end;
    }
}

/* Once all marks of a token are made. */
static void end_run(bg_scan *s, const run *r) {
    if (s->reach < r->end) s->reach = r->end;
    if (s->hides) drop_hidden(s, r->tok);
    if (s->nests) set_solid(s, r->tok);
    s->hides = s->nests = false;
}

/* ---- along the trie */

/* Go on by the next word, behind the signs that a phrase may leave out: the node behind `node`, 0 if no phrase goes on. */
static uint32_t next_node(const bg_scan *s, run *r, uint32_t node, uint32_t more) {
    uint32_t i = r->end;
    const bg_token *t = &s->tokens[i];
    while (i < r->most && t->flags & BG_TOK_JOINT) i++, t++;
    if (i >= r->most || !(more & bg_node__bit(t->syllable)) || !t->syllable || r->count == WORDS_MAX) return 0;
    if (!(node = bg_image__step(s->edges, s->edge_count, node, t->syllable))) return 0;
    if (i > r->end && is_parted(s->tokens, r->end, i)) r->parted |= 1u << (r->count - 1);
    r->capitals |= (uint32_t)(t->flags & BG_TOK_CAP) / BG_TOK_CAP << r->count++;
    r->end = i + 1;
    return node;
}

bool bg_phrase__follow(bg_scan *s, uint32_t tok, const bg_entry *list, uint32_t more) {
    const bg_token *t = &s->tokens[tok];
    bg_text *text = s->text;
    run r = {.tok = tok, .end = tok + 1, .count = 1, .capitals = (uint32_t)(t->flags & BG_TOK_CAP) / BG_TOK_CAP, .most = tok < s->solid ? s->solid : s->end,
             .offer = &text->offers[tok], .head = &text->heads[tok], .levels = &text->levels[tok]};
    uint32_t node = s->edge_count + t->syllable;
    while (add_marks(s, &r, list)) {
        if (!more || !(node = next_node(s, &r, node, more))) return end_run(s, &r), true;
        list = s->entries + s->edges[node].to.entries;
        more = s->edges[node].to.more;
    }
    return false;
}
