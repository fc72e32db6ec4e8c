/*
 * phrase: mark the phrases of the lexicon that begin with a word: the word itself, as its form has it, and longer ones along the
 * trie. Within a class the leftmost longest phrase stands and those inside it are dropped; a class NOTx likewise drops those of
 * class x inside it.
 */
#include "steps.h"

#define WORDS_MAX 24 /* words of the longest phrase */

/* The phrases that begin with one word, and the one that was followed so far. */
typedef struct run {
    uint32_t tok, end;   /* tokens of the phrase */
    uint32_t count;      /* of its words */
    uint32_t capitals;   /* bit i: the i-th word begins with one */
    uint32_t parted;     /* bit i: behind the i-th word stands a hyphen with blanks */
    uint32_t listed;     /* bit i: … stands a comma */
    uint32_t most;       /* where phrases end at the latest */
    bg_offer *offer;     /* of the token */
    uint32_t *head, *levels;
} run;

static run run_at(const bg_scan *s, uint32_t tok) {
    bg_text *text = s->text;
    return (run){.tok = tok, .end = tok + 1, .count = 1, .capitals = s->tokens[tok].flags & BG_TOK_CAP ? 1 : 0,
                 .most = tok < s->solid ? s->solid : s->end, .offer = &text->offers[tok], .head = &text->heads[tok], .levels = &text->levels[tok]};
}

/* ---- hyphens between the words */

/* Is there a hyphen with a blank at one side among the signs [from, to)? */
static BG_SELDOM bool is_parted(const bg_token *tokens, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if (bg_token__is_hyphen(tokens[i].value) && !(tokens[i].flags & tokens[i + 1].flags & BG_TOK_GLUED)) return true;
    return false;
}

/* Where a phrase has commas, or hyphens too: bit i, behind its word i. */
static uint32_t signs_of(const char *phrase, bool hyphens) {
    uint32_t found = 0;
    unsigned words = 0;
    bg_word word;
    for (size_t at = 0, size = strlen(phrase); words < WORDS_MAX && bg_word__next(phrase, size, &at, &word);) {
        if (word.kind != BG_WORD_PUNCT) words++;
        else if (words && ((hyphens && bg_token__is_hyphen(word.point)) || word.point == ',')) found |= 1u << (words - 1);
    }
    return found;
}

/*
 * "Việt Nam - Mỹ" is not "Nam Mỹ": a hyphen with blanks joins two words only where the phrase itself has one, or a comma; a comma
 * ("Bộ Văn hóa, Thể thao và Du lịch") only where the phrase has one.
 */
static BG_SELDOM bool joints_match(const bg_text *text, uint32_t sense, const run *r) {
    const char *phrase = bg_data__string(text->data, bg_data__sense(text->data, sense)->phrase);
    return !(r->parted & ~signs_of(phrase, true)) && !(r->listed & ~signs_of(phrase, false));
}

/* ---- marks */

static uint32_t find_class(const bg_mark *marks, uint32_t from, unsigned klass) {
    while (from != BG_NONE && marks[from].klass != klass) from = marks[from].next;
    return from;
}

/* What a mark covers is not marked again with one of the class that it hides, at the tokens inside it. */
static BG_SELDOM void cover_hidden(bg_scan *s, const run *r, const bg_mark_start *start) {
    s->hides |= start->hides != 0;
    s->nests |= start->nested;
    if (start->hides && s->covered[start->hides].end < r->end) s->covered[start->hides] = (bg_cover){r->tok, r->end};
}

/* A mark of the lexicon, but for where it stands and what it says. */
static const bg_mark blank = {.next = BG_NONE, .same = BG_NONE, .ref = BG_NONE};

static inline void set_mark(bg_mark *m, uint32_t tok, uint32_t end, uint32_t next, const bg_entry *e) {
    *m = blank;
    m->tok = tok, m->end = end;
    m->what = e->what;
    m->next = next;
}

/* Make a mark. It is no shorter than those made before it, so it stands first in the token's list. */
static bool add_mark(bg_scan *s, const run *r, const bg_entry *e) {
    bg_text *text = s->text;
    const bg_mark_start *start = &s->starts[e->variant];
    uint32_t index = (uint32_t)text->marks.count, next = *r->head;
    if (index == text->marks.room && !bg_text__widen(text, 1)) return false;
    bg_mark *m = &text->marks.items[index];
    set_mark(m, r->tok, r->end, next, e);
    text->marks.count++;
    bg_text__note(text, r->tok, e->klass);
    *r->head = index;
    if (bg_offer__has(r->offer, start->element)) m->same = find_class(text->marks.items, next, e->klass);
    *r->offer = bg_offer__sum(r->offer, &start->offer);
    *r->levels |= start->levels;
    if (!start->nested) s->covered[e->klass] = (bg_cover){r->tok, r->end};
    if (start->special) cover_hidden(s, r, start);
    return true;
}

/* "Chủ tịch nước Trương Tấn Sang thăm B": the last word of a name begins no phrase of common words ("sang thăm"); behind a foreign word it does ("Petrov Tham vấn chính trị"). */
static inline bool ends_name(const bg_scan *s, const run *r, const bg_entry *e) {
    const bg_token *t = &s->tokens[r->tok];
    if (r->capitals != 1 || r->count < 2 || e->klass != CLASS_CONTACT || !r->tok || !t[-1].syllable) return false;
    return !(t->flags & (BG_TOK_UPPER | BG_TOK_FIRST)) && (t[-1].flags & (BG_TOK_CAP | BG_TOK_WORD | BG_TOK_FIRST)) == (BG_TOK_CAP | BG_TOK_WORD);
}

/* "Bộ trưởng Ngoại giao tiếp B", "Phó Thủ tướng Thường trực tiếp B": what begins with the last word of an office ("giao tiếp", "trực tiếp") hides no contact. */
static inline bool begins_in_office(const bg_scan *s, const run *r, const bg_entry *e) {
    const bg_cover *office = &s->covered[CLASS_OFFICE];
    return s->starts[e->variant].hides == CLASS_CONTACT && office->tok < r->tok && office->end > r->tok && office->end < r->end;
}

/* Make those marks of a list of the phrase that ends here that it may be. */
static inline bool add_marks(bg_scan *s, const run *r, const bg_entry *e) {
    for (; e->sense; e++) {
        if (r->end <= s->reach && bg_cover__holds(&s->covered[e->klass], r->tok, r->end)) continue;
        if (e->capitals & ~r->capitals || ((r->parted | r->listed) && !joints_match(s->text, e->sense, r))) continue;
        if (!ends_name(s, r, e) && !begins_in_office(s, r, e) && !add_mark(s, r, e)) return false;
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

static BG_SELDOM void settle(bg_scan *s, uint32_t tok) {
    if (s->hides) drop_hidden(s, tok);
    if (s->nests) set_solid(s, tok);
    s->hides = s->nests = false;
}

/* Once all marks of a token are made. */
static void end_run(bg_scan *s, const run *r) {
    if (s->reach < r->end) s->reach = r->end;
    if (s->hides | s->nests) settle(s, r->tok);
}

/* ---- a word by itself */

/* Is one of the marks covered by a mark that began before it? A word covers none behind it. */
static bool any_covered(const bg_scan *s, uint32_t tok, const bg_entry *mark) {
    for (; mark->sense; mark++)
        if (bg_cover__holds(&s->covered[mark->klass], tok, tok + 1)) return true;
    return false;
}

/* What a word offers without its marks. */
static void offer_word(bg_text *text, uint32_t tok) {
    const bg_data *data = text->data;
    const bg_token *t = &text->tokens.items[tok];
    const bg_form *unknown = &data->forms[t->flags & BG_TOK_CAP ? BG_WAY_CAPITAL : BG_WAY_SMALL];
    text->offers[tok] = unknown->offer;
    text->offers[tok].bits[OFFER_WORD / 64] |= bg_offer__of_word(bg_grammar__words(data)[t->syllable]);
    text->levels[tok] = unknown->levels | data->words[t->syllable].levels;
    bg_scan__offer_asked(text, tok);
}

/* Link marks of one class, and drop those that others hide. */
static BG_SELDOM bool settle_word(bg_scan *s, uint32_t tok, const bg_form *form) {
    const bg_entry *marks = s->text->data->form_marks + form->marks;
    uint32_t last = s->text->heads[tok];
    for (uint32_t i = 0; i < form->count; i++)
        if (marks[i].same) s->text->marks.items[last + 1 - form->count + i].same = last + 1 - form->count + i - marks[i].same;
    if (form->hides) drop_hidden(s, tok);
    return true;
}

/* ---- along the trie */

static inline void add_word(run *r, const bg_token *t, uint32_t tok) {
    r->capitals |= (uint32_t)(t->flags & BG_TOK_CAP) / BG_TOK_CAP << r->count++;
    r->end = tok + 1;
}

/* Go on by the next word, behind the signs that a phrase may leave out: the node behind `node`, 0 if no phrase goes on. */
static uint32_t next_node(const bg_scan *s, run *r, uint32_t node, uint32_t more) {
    uint32_t i = r->end;
    const bg_token *t = &s->tokens[i];
    while (i < r->most && t->flags & BG_TOK_JOINT) i++, t++;
    bool listed = i == r->end && i < r->most && bg_token__is_comma(t);
    if (listed) i++, t++;
    if (i >= r->most || !(more & bg_node__bit(t->syllable)) || !t->syllable || r->count == WORDS_MAX) return 0;
    if (!(node = bg_image__step(s->edges, s->edge_count, node, t->syllable))) return 0;
    if (listed) r->listed |= 1u << (r->count - 1);
    else if (i > r->end && is_parted(s->tokens, r->end, i)) r->parted |= 1u << (r->count - 1);
    add_word(r, t, i);
    return node;
}

/* Mark the phrases that begin at a token: those of a list, and the longer ones. `more`: what goes on from the node of the list. */
static bool follow(bg_scan *s, run *r, const bg_entry *list, uint32_t node, uint32_t more) {
    while (add_marks(s, r, list)) {
        if (!more || !(node = next_node(s, r, node, more))) return end_run(s, r), true;
        list = s->entries + s->edges[node].to.entries;
        more = s->edges[node].to.more;
    }
    return false;
}

bool bg_phrase__follow(bg_scan *s, uint32_t tok, uint32_t pair) {
    const bg_token *t = &s->tokens[tok];
    run r = run_at(s, tok);
    if (pair == BG_NONE) return follow(s, &r, s->entries, s->edge_count + t->syllable, s->text->data->words[t->syllable].more);
    if (r.end == r.most) return true;
    add_word(&r, t + 1, r.end);
    return follow(s, &r, s->entries + s->edges[pair].to.entries, pair, s->edges[pair].to.more);
}

/* Make those of a word's marks that are not covered. */
static BG_SELDOM bool add_uncovered(bg_scan *s, uint32_t tok, const bg_entry *marks) {
    run r = run_at(s, tok);
    offer_word(s->text, tok);
    return follow(s, &r, marks, 0, 0);
}

/* The same as below, once there is room. */
static BG_SELDOM bool grow_for(bg_scan *s, uint32_t tok, const bg_form *form) {
    return bg_text__widen(s->text, form->count) && bg_phrase__word(s, tok, form);
}

bool bg_phrase__word(bg_scan *s, uint32_t tok, const bg_form *form) {
    bg_text *text = s->text;
    const bg_entry *from = text->data->form_marks + form->marks, *end = from + form->count;
    uint32_t index = (uint32_t)text->marks.count, next = BG_NONE;
    if (tok < s->reach && any_covered(s, tok, from)) return add_uncovered(s, tok, from);
    if (text->marks.room - index < form->count) return grow_for(s, tok, form);
    text->marks.count += form->count;
    for (bg_mark *m = text->marks.items + index; from < end; from++, m++, next = index++) {
        set_mark(m, tok, tok + 1, next, from);
        bg_text__note(text, tok, from->klass);
    }
    text->heads[tok] = next;
    return !(form->hides || form->twice) || settle_word(s, tok, form);
}
