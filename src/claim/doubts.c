/* doubts: does the page weigh and explain, rather than report? */
#include "choose.h"

#define ONLOOKER_LEAD 2 /* sentences of the body in which an expert speaks, if the page weighs what others did */
#define ONLOOKER_OPENS 6 /* words of a sentence within which its subject begins */

static bool is_onlooker(const bg_claims *c, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_PERSONNOUN);
    return m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "expert");
}

/* "… cuộc gặp sẽ thành công, tiến sĩ A nói": an expert with a name. */
static bool named_onlooker_speaks(const bg_claims *c) {
    for (size_t i = 0; i < c->sayings.count && c->body_before[c->sayings.items[i].sentence] < ONLOOKER_LEAD; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const bg_person *p = bg_saying__person(c, s);
        if (p && p->voice && is(p->channel, "people")) return true;
    }
    return false;
}

/* "Các chuyên gia cho rằng …": the lead is what experts think. */
bool bg_claims__onlookers_speak(const bg_claims *c) {
    if (named_onlooker_speaks(c)) return true;
    for (size_t i = 0; i < c->text->sentences.count && c->body_before[i] < ONLOOKER_LEAD; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (s->title || s->caption) continue;
        for (uint32_t tok = s->tok; tok < s->end && tok < s->tok + ONLOOKER_OPENS; tok++)
            if (is_onlooker(c, tok)) return bg_text__any(c->text, tok, s->end, CLASS_SAY);
    }
    return false;
}

bool bg_claims__lead_weighs(const bg_claims *c) {
    for (size_t i = 0; i < c->text->sentences.count && c->body_before[i] < ONLOOKER_LEAD; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (!s->title && !s->caption && bg_text__any(c->text, s->tok, s->end, CLASS_LEADASIDE)) return true;
    }
    return false;
}

#define DOUBTS 20 /* beside so much weighing a contact is seldom the news unless the title names it */
#define DOUBT 2 /* a word that weighs, or an expert, counts for so many that argue */

static unsigned count_class(const bg_claims *c, const bg_sentence *s, unsigned klass) {
    unsigned n = 0;
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, klass); m != BG_NONE; m = bg_text__after(c->text, m, s->end, klass)) n++;
    return n;
}

void bg_claims__count_doubts(bg_claims *c) {
    for (size_t i = 0; i < c->text->sentences.count; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (s->title || s->caption) continue;
        c->doubts += DOUBT * count_class(c, s, CLASS_LEADASIDE) + count_class(c, s, CLASS_ARGUES);
        for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_PERSONNOUN); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_PERSONNOUN))
            c->doubts += is_onlooker(c, c->text->marks.items[m].tok) ? DOUBT : 0;
    }
}

bool bg_claims__doubts(const bg_claims *c) { return c->doubts >= DOUBTS; }
