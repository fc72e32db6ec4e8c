/*
 * scan: mark the lexicon phrases of a text and say of each token what rules can find there. What a token is by itself is laid out
 * in the data (bg_form); phrase.c marks what is longer.
 */
#include "steps.h"

/* ---- a token by itself */

/* A common word inside a run of capitalised words is part of a name: the "Định" of a person, the "Sẽ" of nobody. */
static unsigned way_of(const bg_token *t) {
    if (!(t->flags & BG_TOK_CAP)) return BG_WAY_SMALL;
    return !(t->flags & (BG_TOK_UPPER | BG_TOK_FIRST)) && t[-1].flags & BG_TOK_CAP ? BG_WAY_IN_NAME : BG_WAY_CAPITAL;
}

static uint32_t form_of(const bg_token *t, const bg_word_start *word) {
    if (t->flags & BG_TOK_WORD) return word->forms[way_of(t)];
    return t->flags & BG_TOK_NUMBER ? BG_FORM_NUMBER : BG_FORM_SIGN + t->value % SIGN_KEYS;
}

/* May a phrase go on behind the comma that follows its first word? */
static inline bool goes_on(const bg_scan *s, const bg_token *t, uint32_t more) {
    return bg_token__is_comma(&t[1]) && t + 2 < s->tokens + s->end && more & bg_node__bit(t[2].syllable);
}

/* The node of the phrases that begin with two words, 0 if there is none; BG_NONE if that can only be told behind a sign. */
static inline uint32_t pair_of(const bg_scan *s, const bg_token *t, uint32_t more) {
    uint32_t next = t[1].syllable;
    if (!next) return t[1].flags & BG_TOK_JOINT || goes_on(s, t, more) ? BG_NONE : 0;
    return more & bg_node__bit(next) ? bg_image__step(s->edges, s->edge_count, s->edge_count + t->syllable, next) : 0;
}

/* Set what the tokens of a sentence offer by themselves, and mark them. */
static bool scan_sentence(bg_scan *s, uint64_t *said) {
    bg_text *text = s->text;
    const bg_data *data = text->data;
    const bg_token *t = s->tokens + s->tok, *end = s->tokens + s->end;
    bg_offer *offer = text->offers + s->tok;
    uint32_t *levels = text->levels + s->tok, *head = text->heads + s->tok;
    for (; t < end; t++, offer++) {
        const bg_word_start *word = &data->words[t->syllable];
        const bg_form *form = &data->forms[form_of(t, word)];
        uint32_t pair = word->more && t + 1 < end ? pair_of(s, t, word->more) : 0;
        *offer = form->offer;
        *levels++ = form->levels;
        *head++ = BG_NONE;
        said[word->said / 64] |= (uint64_t)1 << word->said % 64;
        if (form->count && !bg_phrase__word(s, (uint32_t)(offer - text->offers), form)) return false;
        if (pair && !bg_phrase__follow(s, (uint32_t)(offer - text->offers), pair)) return false;
        if (t->flags & BG_TOK_UPPER) bg_offer__add(offer, OFFER_UPPER);
    }
    text->levels[s->tok] |= data->start_levels;
    bg_scan__offer_asked(text, s->tok);
    return true;
}

/* Sum up what stands behind each token, once all phrases are marked, and where rules may begin. */
static void look_behind(bg_text *text, uint32_t tok, uint32_t end) {
    bg_offer sum = bg_offer__end;
    const uint32_t asked = text->data->asked_bits;
    while (end-- > tok) {
        text->behind[end] = sum;
        sum = bg_offer__sum(&sum, &text->offers[end]);
        uint64_t *begins = text->begins + (size_t)(end / 64) * text->level_count, bit = (uint64_t)1 << end % 64;
        for (uint32_t levels = text->levels[end] & ~asked; levels; levels &= levels - 1) begins[bg_bits__first(levels)] |= bit;
    }
}

bool bg_scan__all(bg_text *text) {
    const bg_data *data = text->data;
    bg_scan s = {.text = text, .tokens = text->tokens.items, .entries = bg_image__at(data, SEC_ENTRIES), .edges = bg_image__at(data, SEC_EDGES),
                 .edge_count = bg_image__count(data, SEC_EDGES), .starts = data->starts};
    s.covered = bg_arena__alloc(text->arena, text->class_count * sizeof *s.covered);
    if (!s.covered) return false;
    for (size_t i = 0; i < text->sentences.count; i++) {
        s.tok = text->sentences.items[i].tok;
        s.end = text->sentences.items[i].end;
        if (!scan_sentence(&s, text->said + i * data->said_words)) return false;
        look_behind(text, s.tok, s.end);
    }
    return true;
}
