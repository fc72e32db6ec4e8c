/*
 * scan: mark the lexicon phrases of a sentence. Within a class the leftmost longest phrase stands and those inside it are
 * dropped; a class NOTx likewise drops those of class x inside it.
 */
#include "text.h"

bool bg_scan__sentence(bg_text *text, const bg_sentence *sentence, uint32_t *covered);

#define WORDS_MAX 24 /* words of the longest phrase */

typedef struct scan {
    bg_text *text;
    uint32_t *covered; /* by class: end of the longest mark so far */
    uint32_t tok, end; /* tokens of the sentence still ahead */
} scan;

/* Signs that a phrase may leave out: hyphens, and dots or apostrophes without blanks around. */
static bool is_joint(const bg_token *t) {
    if (!(t->flags & BG_TOK_PUNCT)) return false;
    uint32_t c = t->value;
    if (c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013) return true;
    return (t->flags & BG_TOK_GLUED) && (c == '.' || c == '\'' || c == 0x2019);
}

static bool capitals_match(const bg_text *text, const bg_sense *sense, const uint32_t *words, unsigned count) {
    for (unsigned i = 0; i < count && i < 16; i++)
        if (sense->capitals >> i & 1 && !(text->tokens.items[words[i]].flags & BG_TOK_CAP)) return false;
    return true;
}

/* A common word inside a run of capitalised words is part of a name: the "Định" of a person, the "Sẽ" of nobody. */
static bool is_name_part(const scan *s, const bg_sense *sense, const uint32_t *words, unsigned count) {
    const bg_token *t = &s->text->tokens.items[words[0]];
    if (count > 1 || sense->capitals || !(t->flags & BG_TOK_CAP) || words[0] == s->tok) return false;
    return t[-1].flags & BG_TOK_CAP && !(t->flags & BG_TOK_UPPER);
}

/* Note the senses of a phrase that runs over `words`. Shorter ones that begin at the same word stay as second choices. */
static bool note(scan *s, uint32_t node, const uint32_t *words, unsigned count) {
    bg_text *text = s->text;
    uint32_t end = words[count - 1] + 1;
    for (uint32_t i = bg_data__node_sense(text->data, node); i; i = bg_data__sense(text->data, i)->next) {
        const bg_sense *sense = bg_data__sense(text->data, i);
        if (end <= s->covered[sense->klass] || !capitals_match(text, sense, words, count) ||
            is_name_part(s, sense, words, count)) continue;
        uint32_t m = bg_text__mark(text, words[0], end, sense->klass);
        if (m == BG_NONE) return false;
        text->marks.items[m].sense = i;
    }
    return true;
}

/* Set what the marks of one token cover for the tokens inside them. */
static void settle(scan *s, uint32_t tok) {
    for (uint32_t i = s->text->heads[tok]; i != BG_NONE; i = s->text->marks.items[i].next) {
        const bg_mark *m = &s->text->marks.items[i];
        uint32_t hidden = s->text->hides[m->klass];
        if (m->end > s->covered[m->klass] && !bg_data__class_nested(s->text->data, m->klass)) s->covered[m->klass] = m->end;
        if (hidden && m->end > s->covered[hidden]) s->covered[hidden] = m->end;
    }
}

/* Drop the marks of a token whose class another mark there hides. */
static void drop_hidden(scan *s, uint32_t tok) {
    bg_text *text = s->text;
    for (uint32_t h = text->heads[tok]; h != BG_NONE; h = text->marks.items[h].next) {
        uint32_t hidden = text->hides[text->marks.items[h].klass];
        if (!hidden) continue;
        for (uint32_t *link = &text->heads[tok]; *link != BG_NONE;) {
            bg_mark *m = &text->marks.items[*link];
            if (m->klass == hidden && m->end <= text->marks.items[h].end) *link = m->next;
            else link = &m->next;
        }
    }
}

static bool scan_at(scan *s, uint32_t tok) {
    const bg_token *tokens = s->text->tokens.items;
    uint32_t words[WORDS_MAX], node = 0, i = tok;
    for (unsigned count = 0; i < s->end && count < WORDS_MAX; i++) {
        if (count && is_joint(&tokens[i])) continue;
        if (!tokens[i].syllable) break;
        node = bg_data__step(s->text->data, node, tokens[i].syllable);
        if (!node) break;
        words[count++] = i;
        if (bg_data__node_sense(s->text->data, node) && !note(s, node, words, count)) return false;
    }
    if (s->text->heads[tok] == BG_NONE) return true;
    settle(s, tok);
    drop_hidden(s, tok);
    return true;
}

bool bg_scan__sentence(bg_text *text, const bg_sentence *sentence, uint32_t *covered) {
    scan s = {text, covered, sentence->tok, sentence->end};
    memset(covered, 0, text->class_count * sizeof *covered);
    for (uint32_t i = sentence->tok; i < sentence->end; i++)
        if (text->tokens.items[i].syllable && !scan_at(&s, i)) return false;
    return true;
}
