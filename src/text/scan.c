/*
 * scan: mark the lexicon phrases of a sentence. Within a class the leftmost longest phrase stands and those inside it are
 * dropped; a class NOTx likewise drops those of class x inside it. And say of each token what rules can find there.
 */
#include "steps.h"

#include "../data/image.h"

#define WORDS_MAX 24 /* words of the longest phrase */

typedef struct scan {
    bg_text *text;
    const bg_entry *entries;
    const bg_edge *edges;
    uint32_t edge_mask;
    const bg_mark_start *starts; /* by variant */
    bg_cover *covered; /* by class */
    uint32_t tok, end; /* tokens of the sentence */
    uint32_t solid;    /* end of the longest mark of a nested class so far */
} scan;

/* The phrases that begin with one word, and the one that was followed so far. */
typedef struct run {
    uint32_t tok, end;   /* tokens of the phrase */
    uint32_t count;      /* of its words */
    uint32_t capitals;   /* bit i: the i-th word begins with one */
    uint32_t parted;     /* bit i: behind the i-th word stands a hyphen with blanks */
    uint32_t most;       /* where phrases end at the latest */
    uint32_t head;       /* the last mark made */
    bool in_name;        /* the first word may be part of a name */
    bool doubtful;       /* senses are to be looked at more closely */
    bool special;        /* a mark hides others, or is of a nested class */
    bg_offer *offer;     /* of the token */
    uint32_t *levels;
} run;

static bool is_hyphen(uint32_t c) { return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013; }

/* Signs that a phrase may leave out: hyphens, and dots or apostrophes without blanks around. */
static bool is_joint(const bg_token *t) {
    if (!(t->flags & BG_TOK_PUNCT)) return false;
    uint32_t c = t->value;
    if (is_hyphen(c)) return true;
    return (t->flags & BG_TOK_GLUED) && (c == '.' || c == '\'' || c == 0x2019);
}

/* Is there a hyphen with a blank at one side among the signs [from, to)? */
static bool is_parted(const bg_token *tokens, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if (is_hyphen(tokens[i].value) && !(tokens[i].flags & tokens[i + 1].flags & BG_TOK_GLUED)) return true;
    return false;
}

/* Where a phrase has hyphens or commas: bit i, behind its word i. */
static uint32_t signs_of(const char *phrase) {
    uint32_t found = 0;
    unsigned words = 0;
    bg_word word;
    for (size_t at = 0, size = strlen(phrase); words < WORDS_MAX && bg_word__next(phrase, size, &at, &word);) {
        if (word.kind != BG_WORD_PUNCT) words++;
        else if (words && (is_hyphen(word.point) || word.point == ',')) found |= 1u << (words - 1);
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

/* A common word inside a run of capitalised words is part of a name: the "Định" of a person, the "Sẽ" of nobody. */
static bool is_in_name(const scan *s, uint32_t tok) {
    const bg_token *t = &s->text->tokens.items[tok];
    return (t->flags & (BG_TOK_CAP | BG_TOK_UPPER)) == BG_TOK_CAP && tok != s->tok && t[-1].flags & BG_TOK_CAP;
}

static uint32_t find_class(const bg_mark *marks, uint32_t from, unsigned klass) {
    while (from != BG_NONE && marks[from].klass != klass) from = marks[from].next;
    return from;
}

/* What a mark covers is not marked again with the same class, nor with one that it hides, at the tokens inside it. */
static void cover_special(scan *s, const run *r, unsigned klass, const bg_mark_start *start) {
    bg_cover cover = {r->end, r->tok};
    if (!start->nested) s->covered[klass] = cover;
    if (start->hides && s->covered[start->hides].end < r->end) s->covered[start->hides] = cover;
}

/* Covered, but not by a mark of the same token: shorter ones that begin at the same word stay as second choices. */
static bool is_covered(const bg_cover *cover, const run *r) { return r->end <= cover->end && cover->tok != r->tok; }

/* May the phrase have this sense, in the middle of a name or with hyphens between its words? */
static bool is_fit(const scan *s, const run *r, const bg_entry *e) {
    if (r->count == 1) return !r->in_name || e->capitals;
    return !r->parted || joints_match(s->text, e->sense, r->parted);
}

/* Make a mark. It is no shorter than those made before it, so it stands first in the token's list. */
static bool add_mark(scan *s, run *r, const bg_entry *entry) {
    bg_text *text = s->text;
    const bg_mark_start *start = &s->starts[entry->variant];
    uint32_t index = (uint32_t)text->marks.count;
    bg_mark *m = BG_PUSH(text->arena, &text->marks);
    if (!m) return false;
    bool lone = !bg_offer__has(r->offer, start->element);
    *m = (bg_mark){.tok = r->tok, .end = r->end, .next = r->head, .sense = entry->sense, .klass = entry->klass, .variant = entry->variant,
                   .ref = BG_NONE, .same = lone ? BG_NONE : find_class(text->marks.items, r->head, entry->klass)};
    r->head = index;
    *r->offer = bg_offer__sum(r->offer, &start->offer);
    *r->levels |= start->levels;
    r->special |= start->special;
    if (start->special) cover_special(s, r, entry->klass, start);
    else s->covered[entry->klass] = (bg_cover){r->end, r->tok};
    return true;
}

/* Note a sense of the phrase that ends here. */
static inline bool note(scan *s, run *r, const bg_entry *e) {
    if (is_covered(&s->covered[e->klass], r) || e->capitals & ~r->capitals || (r->doubtful && !is_fit(s, r, e))) return true;
    return add_mark(s, r, e);
}

/* Drop the marks of a token whose class another mark there hides. */
static void drop_hidden(scan *s, uint32_t tok) {
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
static void set_solid(scan *s, uint32_t tok) {
    for (uint32_t i = s->text->heads[tok]; i != BG_NONE; i = s->text->marks.items[i].next) {
        const bg_mark *m = &s->text->marks.items[i];
        if (s->starts[m->variant].nested && m->end > s->solid) s->solid = m->end;
    }
}

static void add_word(run *r, const bg_token *t, uint32_t tok) {
    r->capitals |= (t->flags & BG_TOK_CAP ? 1u : 0) << r->count;
    r->count++;
    r->end = tok + 1;
}

/* Go on by the next word: the node behind `node`, 0 if no phrase goes on. */
static inline uint32_t next_node(const scan *s, run *r, uint32_t node, uint32_t more) {
    const bg_token *tokens = s->text->tokens.items;
    uint32_t i = r->end;
    while (i < r->most && !tokens[i].syllable && is_joint(&tokens[i])) i++;
    if (i >= r->most) return 0;
    uint32_t syllable = tokens[i].syllable;
    if (!(more & bg_node__bit(syllable)) || !syllable || r->count == WORDS_MAX) return 0;
    node = bg_image__step(s->edges, s->edge_mask, node, syllable);
    if (!node) return 0;
    if (i > r->end && is_parted(tokens, r->end, i)) r->parted |= 1u << (r->count - 1);
    r->doubtful = r->parted;
    add_word(r, &tokens[i], i);
    return node;
}

/* Note the phrases that begin with the word at r->tok, a node that is no empty one. */
static bool follow(scan *s, run *r, const bg_node *here) {
    const bg_token *t = &s->text->tokens.items[r->tok];
    add_word(r, t, r->tok);
    for (uint32_t node = s->edge_mask + 1 + t->syllable;;) {
        for (const bg_entry *e = s->entries + here->entries; e->sense; e++)
            if (!note(s, r, e)) return false;
        if (!here->more || !(node = next_node(s, r, node, here->more))) return true;
        here = &s->edges[node].to;
    }
}

/* Mark the phrases that begin with a word. */
static bool scan_at(scan *s, uint32_t tok, const bg_node *root) {
    bg_text *text = s->text;
    bool in_name = is_in_name(s, tok);
    run r = {.tok = tok, .most = tok < s->solid && s->solid < s->end ? s->solid : s->end, .head = BG_NONE, .in_name = in_name, .doubtful = in_name,
             .offer = &text->offers[tok], .levels = &text->levels[tok]};
    if (!follow(s, &r, root)) return false;
    text->heads[tok] = r.head;
    if (!r.special) return true;
    drop_hidden(s, tok);
    set_solid(s, tok);
    return true;
}

/* What a token offers without marks, and the levels whose rules may begin with it. `word`: of its syllable. */
static void set_offer(bg_text *text, uint32_t tok, const bg_word_start *word) {
    const bg_token *t = &text->tokens.items[tok];
    const bg_data *data = text->data;
    bg_offer o = {{1u << OFFER_ALL}};
    uint32_t levels = data->any_levels | (t->flags & BG_TOK_FIRST ? data->start_levels : 0);
    if (t->flags & BG_TOK_WORD) {
        o.bits[0] |= t->flags & BG_TOK_CAP ? 1u << OFFER_CAP : 1u << OFFER_LOW;
        o.bits[0] |= t->flags & BG_TOK_UPPER ? 1u << OFFER_UPPER : 0;
        bg_offer__add(&o, word->element);
        levels |= word->levels;
    } else if (t->flags & BG_TOK_NUMBER) {
        bg_offer__add(&o, OFFER_NUMBER);
        levels |= data->number_levels;
    } else {
        bg_offer__add(&o, OFFER_PUNCT);
        bg_offer__add(&o, bg_offer__sign(t->value));
        levels |= data->sign_levels[t->value % SIGN_KEYS];
    }
    if (levels & data->asked_bit) {
        levels |= data->asked_levels;
        o = bg_offer__sum(&o, &data->asked_makes);
    }
    text->offers[tok] = o;
    text->levels[tok] = levels;
}

/* Sum up what stands behind each token, once all phrases are marked. */
static void look_behind(bg_text *text, const bg_sentence *sentence) {
    bg_offer sum = bg_offer__end;
    for (uint32_t tok = sentence->end; tok-- > sentence->tok; sum = bg_offer__sum(&sum, &text->offers[tok])) text->behind[tok] = sum;
}

bool bg_scan__sentence(bg_text *text, const bg_sentence *sentence, bg_cover *covered) {
    const bg_data *data = text->data;
    scan s = {.text = text, .entries = bg_image__at(data, SEC_ENTRIES),
              .edges = bg_image__at(data, SEC_EDGES), .edge_mask = bg_image__count(data, SEC_EDGES) - 1,
              .starts = data->starts, .covered = covered, .tok = sentence->tok, .end = sentence->end};
    for (uint32_t i = sentence->tok; i < sentence->end; i++) {
        const bg_word_start *word = &data->words[text->tokens.items[i].syllable];
        set_offer(text, i, word);
        text->heads[i] = BG_NONE;
        if (bg_node__is(&word->node) && !scan_at(&s, i, &word->node)) return false;
    }
    look_behind(text, sentence);
    return true;
}
