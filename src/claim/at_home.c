/* at_home: words that no other state hears or is meant by are not news between states. */
#include "choose.h"

/* A state, an organisation, "cộng đồng quốc tế", or people of two states. */
static bool names_states(const bg_claims *c, const bg_sentence *s) {
    return bg_title__names_two(c, s) || bg_text__any(c->text, s->tok, s->end, CLASS_COUNTRY) || bg_text__any(c->text, s->tok, s->end, CLASS_ORG) || bg_text__any(c->text, s->tok, s->end, CLASS_STATES);
}

/* Another state than its sides, or an organisation. */
static bool names_abroad(const bg_claims *c, const bg_sentence *s, const bg_contact *contact) {
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_COUNTRY); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_COUNTRY))
        if (!bg_contact__has_side(contact, bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE))) return true;
    return bg_text__any(c->text, s->tok, s->end, CLASS_ORG);
}

/* Does anybody speak whose office it is to speak for his state abroad? */
static bool speaks_abroad(const bg_claims *c, const bg_contact *words) {
    for (unsigned i = 0; i < words->people_count; i++) {
        const bg_person *p = &c->mentions->people.items[words->people[i].person];
        if (p->spokesperson || is(p->channel, "foreign_ministry")) return true;
    }
    return false;
}

/* Does the page tell of any other state, or do those speak who speak for theirs abroad? */
static bool reaches_abroad(const bg_claims *c, const bg_contact *words) {
    if (speaks_abroad(c, words)) return true;
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        for (unsigned k = 0; other->merged == BG_NONE && k < other->side_count; k++)
            if (!bg_contact__has_side(words, other->sides[k])) return true;
    }
    for (size_t i = 0; i < c->text->sentences.count; i++)
        if (names_abroad(c, &c->text->sentences.items[i], words)) return true;
    return false;
}

#define HEAD_RANK 2 /* who leads the state, or its parliament */

/* The state's leader, or a body of it: with whom, or of what, one speaks at home. */
static bool is_of_home(const bg_claims *c, const bg_mark *mark) {
    const bg_person *p = mark->klass == CLASS_WHO && mark->ref != BG_NONE ? &c->mentions->people.items[mark->ref] : NULL;
    if (p) return p->rank && p->rank <= HEAD_RANK;
    return mark->klass == CLASS_SIDE && bg_text__at(c->text, mark->tok, CLASS_COUNTRY) == BG_NONE; /* "chính phủ A", no bare "A" */
}

/* "Lãnh đạo đối lập A từ chối đàm phán với Tổng thống A", "Tổng thống A đóng cửa chính phủ A": the title names two of the state, and none of another. */
static bool stays_at_home(const bg_claims *c, const bg_contact *words) {
    const bg_sentence *title = bg_title__find(c);
    bool other = false;
    for (uint32_t tok = title ? title->tok : 0; title && tok < title->end; tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const bg_mark *mark = &c->text->marks.items[m];
            const char *country = bg_mention__country(c->mentions, mark);
            if (country && !is(country, words->sides[0])) return false;
            other |= country && tok >= words->trigger_end && is_of_home(c, mark);
        }
    return other;
}

void bg_claims__drop_words_at_home(bg_claims *c) {
    for (size_t i = 0; i < c->contacts.count; i++) {
        bg_contact *main = &c->contacts.items[i];
        if (!main->main) continue;
        bool home = is(main->type, "statement") && main->side_count == 1 && is(main->sides[0], "VN");
        home = home && (!reaches_abroad(c, main) || (!speaks_abroad(c, main) && bg_title__find(c) && !names_states(c, bg_title__find(c))));
        bool alone = is(main->rule, "contact.declares") && main->side_count == 1 && !bg_side__is_body(main->sides[0]);
        if (home || (alone && !speaks_abroad(c, main) && stays_at_home(c, main))) main->main = false, main->bare = true;
    }
}
