/*
 * scan: mark the lexicon phrases of a sentence. Within a class the leftmost longest phrase stands and those inside it are
 * dropped; a class NOTx likewise drops those of class x inside it.
 */
#include "text.h"

#include "../data/image.h"

bool bg_scan__sentence(bg_text *text, const bg_sentence *sentence, uint32_t *covered);

#define WORDS_MAX 24 /* words of the longest phrase */

typedef struct scan {
    bg_text *text;
    const bg_sense *senses;
    const bg_node *nodes;
    const bg_edge *edges;
    uint32_t edge_mask;
    const uint32_t *classes; /* string | CLASS_NESTED */
    const uint16_t *hides;
    uint32_t *covered; /* by class: end of the longest mark so far */
    uint32_t tok, end; /* tokens of the sentence still ahead */
    uint32_t solid;    /* end of the longest mark of a nested class so far */
} scan;

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
static bool joints_match(const bg_text *text, const bg_sense *sense, uint32_t parted) {
    return !parted || !(parted & ~signs_of(bg_data__string(text->data, sense->phrase)));
}

/* A common word inside a run of capitalised words is part of a name: the "Định" of a person, the "Sẽ" of nobody. */
static bool is_name_part(const scan *s, const bg_sense *sense, const uint32_t *words, unsigned count) {
    const bg_token *t = &s->text->tokens.items[words[0]];
    if (count > 1 || sense->capitals || !(t->flags & BG_TOK_CAP) || words[0] == s->tok) return false;
    return t[-1].flags & BG_TOK_CAP && !(t->flags & BG_TOK_UPPER);
}

/* Words that a phrase runs over. */
typedef struct run {
    uint32_t words[WORDS_MAX], parted;
    unsigned count;
    uint16_t capitals; /* bit i: the i-th word begins with one */
} run;

static void add_word(run *r, const bg_token *tokens, uint32_t tok) {
    if (r->count < 16 && tokens[tok].flags & BG_TOK_CAP) r->capitals |= (uint16_t)(1u << r->count);
    r->words[r->count++] = tok;
}

/* Note the senses of a phrase that runs over `words`. Shorter ones that begin at the same word stay as second choices. */
static bool note(scan *s, uint32_t first, const run *r) {
    bg_text *text = s->text;
    const uint32_t *words = r->words, end = words[r->count - 1] + 1;
    for (uint32_t i = first; i; i = s->senses[i].next) {
        const bg_sense *sense = &s->senses[i];
        if (end <= s->covered[sense->klass] || (words[0] < s->solid && end > s->solid) || sense->capitals & ~r->capitals ||
            is_name_part(s, sense, words, r->count) || !joints_match(text, sense, r->parted)) continue;
        uint32_t m = bg_text__mark(text, words[0], end, sense->variant);
        if (m == BG_NONE) return false;
        text->marks.items[m].sense = i;
    }
    return true;
}

/* Set what the marks of one token cover for the tokens inside them. True if one of them hides others. */
static bool settle(scan *s, uint32_t tok) {
    bool hides = false;
    for (uint32_t i = s->text->heads[tok]; i != BG_NONE; i = s->text->marks.items[i].next) {
        const bg_mark *m = &s->text->marks.items[i];
        uint32_t hidden = s->hides[m->klass];
        if (m->end > s->covered[m->klass] && !(s->classes[m->klass] & CLASS_NESTED)) s->covered[m->klass] = m->end;
        if (!hidden) continue;
        hides = true;
        if (m->end > s->covered[hidden]) s->covered[hidden] = m->end;
    }
    return hides;
}

/* Drop the marks of a token whose class another mark there hides. */
static void drop_hidden(scan *s, uint32_t tok) {
    bg_text *text = s->text;
    for (uint32_t h = text->heads[tok]; h != BG_NONE; h = text->marks.items[h].next) {
        uint32_t hidden = s->hides[text->marks.items[h].klass];
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
        if (s->classes[m->klass] & CLASS_NESTED && m->end > s->solid) s->solid = m->end;
    }
}

/* Follow the phrases that begin with the word at `tok`, one of the lexicon's first words. */
static bool scan_at(scan *s, uint32_t tok, const bg_root *root) {
    const bg_token *tokens = s->text->tokens.items;
    uint32_t node = root->child;
    const bg_node *here = &root->node;
    run r; /* without the words, which are only read where they were written */
    r.parted = 0, r.count = 0, r.capitals = 0;
    add_word(&r, tokens, tok);
    if (here->sense && !note(s, here->sense, &r)) return false;
    for (uint32_t i = tok + 1; here->more && i < s->end && r.count < WORDS_MAX; i++) {
        if (is_joint(&tokens[i])) continue;
        uint32_t syllable = tokens[i].syllable;
        if (!syllable || !(here->more & bg_node__bit(syllable))) break;
        node = bg_image__step(s->edges, s->edge_mask, node, syllable);
        if (!node) break;
        uint32_t last = r.words[r.count - 1];
        if (i - last > 1 && is_parted(tokens, last + 1, i)) r.parted |= 1u << (r.count - 1);
        add_word(&r, tokens, i);
        here = &s->nodes[node];
        if (here->sense && !note(s, here->sense, &r)) return false;
    }
    if (s->text->heads[tok] == BG_NONE) return true;
    if (settle(s, tok)) drop_hidden(s, tok);
    set_solid(s, tok);
    return true;
}

bool bg_scan__sentence(bg_text *text, const bg_sentence *sentence, uint32_t *covered) {
    const bg_data *data = text->data;
    const bg_root *roots = bg_image__at(data, SEC_ROOTS);
    scan s = {.text = text, .senses = bg_image__at(data, SEC_SENSES), .nodes = bg_image__at(data, SEC_NODES),
              .edges = bg_image__at(data, SEC_EDGES), .edge_mask = bg_image__count(data, SEC_EDGES) - 1,
              .classes = bg_image__at(data, SEC_CLASSES), .hides = data->hides, .covered = covered, .tok = sentence->tok, .end = sentence->end};
    memset(covered, 0, text->class_count * sizeof *covered);
    for (uint32_t i = sentence->tok; i < sentence->end; i++) {
        const bg_root *root = &roots[text->tokens.items[i].syllable];
        if (root->child && !scan_at(&s, i, root)) return false;
    }
    return true;
}
