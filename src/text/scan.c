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

/* A token of whose rules some begin with marks that are made when they are asked for offers those marks. */
static void offer_asked(bg_text *text, uint32_t tok) {
    const bg_data *data = text->data;
    if (!(text->levels[tok] & data->asked_bit)) return;
    text->levels[tok] |= data->asked_levels;
    text->offers[tok] = bg_offer__sum(&text->offers[tok], &data->asked_makes);
}

/* What a word offers without its marks. */
static void offer_word(bg_text *text, uint32_t tok) {
    const bg_data *data = text->data;
    const bg_token *t = &text->tokens.items[tok];
    const bg_form *unknown = &data->forms[t->flags & BG_TOK_CAP ? BG_WAY_CAPITAL : BG_WAY_SMALL];
    text->offers[tok] = unknown->offer;
    text->offers[tok].bits[OFFER_WORD / 64] |= bg_offer__of_word(bg_grammar__words(data)[t->syllable]);
    text->levels[tok] = unknown->levels | data->words[t->syllable].levels;
    offer_asked(text, tok);
}

/* ---- its marks */

/* Is one of the marks covered by a mark that began before it? */
static bool any_covered(const bg_scan *s, uint32_t tok, const bg_entry *mark) {
    for (; mark->sense; mark++)
        if (bg_cover__holds(&s->covered[mark->klass], tok, tok + 1)) return true;
    return false;
}

/* Make all marks of a word, as they are laid out. */
static bool add_all(bg_text *text, uint32_t tok, const bg_entry *from, uint32_t count) {
    uint32_t index = (uint32_t)text->marks.count, next = BG_NONE;
    if (text->marks.room - index < count && !BG_RESERVE(text->arena, &text->marks, (text->marks.room + count) * 2)) return false;
    text->marks.count += count;
    for (bg_mark *m = text->marks.items + index; from->sense; from++, next = index++)
        *m++ = (bg_mark){.tok = tok, .end = tok + 1, .next = next, .same = from->same ? index - from->same : BG_NONE, .sense = from->sense,
                         .klass = from->klass, .variant = from->variant, .ref = BG_NONE};
    text->heads[tok] = next;
    return true;
}

/* May the word behind a token go on with a phrase? */
static bool goes_on(const bg_token *next, uint32_t more) {
    return next->syllable ? more & bg_node__bit(next->syllable) : next->flags & BG_TOK_JOINT;
}

/*
 * Make the marks of a word: mostly all those of its form, which offers what they do. `more`: what may go on from it. Not inline, so
 * that the loop over tokens, of which most have no marks, stays a short one.
 */
static __attribute__((noinline)) bool mark_word(bg_scan *s, uint32_t tok, const bg_form *form, uint32_t more) {
    const bg_entry *marks = s->text->data->form_marks + form->marks;
    if (tok < s->reach && any_covered(s, tok, marks)) {
        offer_word(s->text, tok);
        return bg_phrase__follow(s, tok, marks, more);
    }
    if (!add_all(s->text, tok, marks, form->count)) return false;
    s->hides = form->hides;
    return !(more || form->hides) || bg_phrase__follow(s, tok, s->entries, more);
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
        uint32_t more = t + 1 < end && goes_on(t + 1, word->more) ? word->more : 0;
        *offer = form->offer;
        *levels++ = form->levels;
        *head++ = BG_NONE;
        said[word->said / 64] |= (uint64_t)1 << word->said % 64;
        if (form->count ? !mark_word(s, (uint32_t)(offer - text->offers), form, more) :
            more && !bg_phrase__follow(s, (uint32_t)(offer - text->offers), s->entries, more)) return false;
        if (t->flags & BG_TOK_UPPER) bg_offer__add(offer, OFFER_UPPER);
    }
    text->levels[s->tok] |= data->start_levels;
    offer_asked(text, s->tok);
    return true;
}

/* Sum up what stands behind each token, once all phrases are marked. */
static void look_behind(bg_text *text, uint32_t tok, uint32_t end) {
    bg_offer sum = bg_offer__end;
    while (end-- > tok) {
        text->behind[end] = sum;
        sum = bg_offer__sum(&sum, &text->offers[end]);
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
