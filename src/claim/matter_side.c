/* matter_side: which parties words name, and between which two states something was said. */
#include "matters.h"

#define PARTY_NEAR 4      /* words before the party that is to act */
#define SENTENCES_BACK 6   /* in which the two are named before they are called so */
#define WITH_NEAR 8        /* words of a promise before the one with whom, or for whom, it is */
#define NAME_REACH 12     /* words of the name of an agreement before a state in it */

const char *bg_matter__country(const bg_matters *m, const bg_party *party) {
    if (party->kind == BG_SPEAKER_SIDE) return party->side;
    return party->kind == BG_SPEAKER_ENTITY ? m->doc->entities[party->entity].country : NULL;
}

/* Does the token stand behind the first word of a longer name: "bán đảo Triều Tiên", "Hiệp định Thương mại tự do Việt Nam - EU"? */
static bool is_in_name(const bg_matters *m, uint32_t tok) {
    static const unsigned names[] = {CLASS_PLACE, CLASS_AGREEMENT, CLASS_TOPIC, CLASS_MATTER};
    for (size_t i = 0; i < BG_COUNT(names); i++) {
        uint32_t mark = bg_text__over(m->text, tok > NAME_REACH ? tok - NAME_REACH : 0, tok, names[i]);
        if (mark != BG_NONE && m->text->marks.items[mark].tok < tok && m->text->marks.items[mark].end > tok) return true;
    }
    return false;
}

/* The state that the mark at a token names as a party; none, where it begins the longer name of a place: "Ấn Độ - Thái Bình Dương". */
const char *bg_matter__party_at(const bg_matters *m, uint32_t tok) {
    static const unsigned classes[] = {CLASS_WHO, CLASS_SIDE, CLASS_COUNTRY, CLASS_ORG, CLASS_DEMONYM};
    uint32_t place = bg_text__at(m->text, tok, CLASS_PLACE), far = place == BG_NONE ? 0 : m->text->marks.items[place].end;
    for (size_t i = 0; i < BG_COUNT(classes); i++) {
        uint32_t mark = bg_text__at(m->text, tok, classes[i]);
        const char *country = mark == BG_NONE ? NULL : bg_mention__country(m->claims->mentions, &m->text->marks.items[mark]);
        if (country && (classes[i] == CLASS_WHO || m->text->marks.items[mark].end >= far)) return is_in_name(m, tok) ? NULL : country;
    }
    return NULL;
}

/* The states that [tok, end) names, each once, at most BG_MATTER_SIDES. */
unsigned bg_matter__parties(const bg_matters *m, uint32_t tok, uint32_t end, const char *out[BG_MATTER_SIDES]) {
    unsigned count = 0;
    for (uint32_t i = tok; i < end && count < BG_MATTER_SIDES; i++) {
        const char *country = bg_matter__party_at(m, i);
        bool known = !country;
        for (unsigned k = 0; k < count && !known; k++) known = is(out[k], country);
        if (!known) out[count++] = country;
    }
    return count;
}

bool bg_matter__set_sides(bg_matter *out, const char *a, const char *b) {
    if (!a || !b || is(a, b)) return false;
    out->sides[0] = strcmp(a, b) < 0 ? a : b;
    out->sides[1] = strcmp(a, b) < 0 ? b : a;
    return true;
}

/* "Tổng thống Hàn và lãnh đạo Triều Tiên đã cam kết": the two that the sentence names before what they say, whosever contact it stands with. */
static bool named_before(const bg_matters *m, const bg_saying *said, bg_matter *out) {
    const char *named[BG_MATTER_SIDES];
    return bg_matter__parties(m, m->text->sentences.items[said->sentence].tok, said->tok, named) == 2 && bg_matter__set_sides(out, named[0], named[1]);
}

/* The states, no bodies, whose people [tok, end) names, each once, at most BG_MATTER_SIDES. */
static unsigned states_of_people(const bg_matters *m, uint32_t tok, uint32_t end, const char *out[BG_MATTER_SIDES]) {
    unsigned count = 0;
    for (uint32_t i = tok; i < end && count < BG_MATTER_SIDES; i++) {
        uint32_t who = bg_text__at(m->text, i, CLASS_WHO);
        const char *country = who == BG_NONE ? NULL : bg_mention__country(m->claims->mentions, &m->text->marks.items[who]);
        bool known = !country || bg_side__is_body(country);
        for (unsigned k = 0; k < count && !known; k++) known = is(out[k], country);
        if (!known) out[count++] = country;
    }
    return count;
}

/* "… mà ông Kim và ông Moon đã ký. Trong đó hai nhà lãnh đạo cam kết …": the two whose people the sentence before names, if they are not those of the contact. */
static bool met_before(const bg_matters *m, const bg_saying *said, const bg_event *e, bg_matter *out) {
    const bg_sentence *in = &m->text->sentences.items[said->sentence], *before = in - 1;
    const char *named[BG_MATTER_SIDES];
    if (!said->sentence || in->paragraph_start || before->title || before->caption) return false;
    if (states_of_people(m, before->tok, before->end, named) != 2) return false;
    return !(e && bg_event__has_side(e, named[0]) && bg_event__has_side(e, named[1])) && bg_matter__set_sides(out, named[0], named[1]);
}

/* "Gặp Thủ tướng A, hai bên nhất trí …" on a page of many contacts: the one state, of neither side of the contact, whose people are named before the verb; besides `own`. */
static const char *met_here(const bg_matters *m, const bg_saying *said, const char *own, const bg_event *e) {
    const char *named[BG_MATTER_SIDES], *other = NULL;
    unsigned count = states_of_people(m, m->text->sentences.items[said->sentence].tok, said->tok, named);
    for (unsigned i = 0; i < count; i++) {
        if (is(named[i], own)) continue;
        if (other || bg_event__has_side(e, named[i])) return NULL;
        other = named[i];
    }
    return other;
}

/* The two, of no contact of the page, that were named last before "hai bên": by one sentence, or one by each of some. */
static bool told_of_last(const bg_matters *m, const bg_saying *said, bg_matter *out) {
    const char *last = NULL, *named[BG_MATTER_SIDES];
    for (uint32_t i = said->sentence + 1; i-- > 0 && i + SENTENCES_BACK > said->sentence;) {
        const bg_sentence *s = &m->text->sentences.items[i];
        if (s->caption) continue;
        unsigned count = bg_matter__parties(m, s->tok, i == said->sentence ? said->tok : s->end, named);
        if (count == 2) return bg_matter__set_sides(out, named[0], named[1]);
        if (count > 2) return false;
        if (count && bg_matter__set_sides(out, last, named[0])) return true;
        if (count) last = named[0];
    }
    return false;
}

const bg_event *bg_matter__event(const bg_matters *m, int32_t event) { return event >= 0 ? &m->doc->events[event] : NULL; }

/* "mong Chủ tịch Trung Quốc sớm thăm", said at a contact with others: the state that the content begins with, if it is neither of theirs. */
static const char *third_of(const bg_matters *m, const bg_saying *said, const char *own, const bg_event *e) {
    for (uint32_t i = said->tok; i < said->end && i < said->tok + PARTY_NEAR; i++) {
        const char *country = bg_matter__party_at(m, i);
        if (country) return is(country, own) || bg_event__has_side(e, country) || bg_side__is_body(country) ? NULL : country;
    }
    return NULL;
}

/* "sẽ áp thuế hàng Trung Quốc", said of a contact with others: the only state that the content names besides one's own. */
static const char *only_third(const bg_matters *m, const bg_saying *said, const char *own, const bg_event *e) {
    const char *named[BG_MATTER_SIDES], *third = NULL;
    unsigned count = bg_matter__parties(m, said->tok, said->end, named);
    for (unsigned i = 0; i < count; i++) {
        if (is(named[i], own)) continue;
        if (third || bg_event__has_side(e, named[i]) || bg_side__is_body(named[i])) return NULL;
        third = named[i];
    }
    return third;
}

/* "sẽ phối hợp chặt chẽ với Mỹ …", said of a contact with others: with whom. */
static const char *with_third(const bg_matters *m, const bg_saying *said, const char *own, const bg_event *e) {
    for (uint32_t i = said->tok; i + 1 < said->end && i < said->tok + WITH_NEAR; i++) {
        const char *country = bg_matter__party_at(m, i);
        if ((country && !is(country, own)) || bg_text__is(m->text, i, CLASS_NEGATION)) return NULL;
        if (bg_text__is(m->text, i, CLASS_HEARS) && (country = bg_matter__party_at(m, i + 1)))
            return is(country, own) || bg_event__has_side(e, country) || bg_side__is_body(country) ? NULL : country;
    }
    return NULL;
}

static bool takes_part(const bg_event *e, const bg_party *party) {
    for (size_t i = 0; i < e->participant_count && party->kind == BG_SPEAKER_ENTITY; i++)
        if (e->participants[i].entity == party->entity) return true;
    return party->kind == BG_SPEAKER_SIDE;
}

/* Does the other side of the contact hear it, or is it meant? Who only speaks out has no hearer but whom he names; who was not there may speak of another state. */
static bool is_for_contact(const bg_matters *m, const bg_statement *s, const bg_saying *said, const bg_event *e, const char *own, const bg_matter *made) {
    const bg_sentence *in = &m->text->sentences.items[said->sentence];
    const char *other = is(e->sides[0], own) ? e->sides[1] : e->sides[0], *named[BG_MATTER_SIDES];
    unsigned count = bg_matter__parties(m, in->tok, in->end, named);
    bool others = false;
    for (unsigned i = 0; i < count; i++) {
        if (is(named[i], other)) return true;
        others |= !is(named[i], own) && !bg_side__is_everybodys(named[i]);
    }
    if (is(e->type, "statement")) return !others && (is(made->kind, "ask") || is(made->kind, "invitation"));
    return !others || takes_part(e, &s->speaker);
}

/* "Chúng tôi cam kết …", before the press: of the contacts in which he took part the one other state, if he names no other. */
static bool find_met(const bg_matters *m, const bg_statement *s, const bg_saying *said, const char *own, bg_matter *out) {
    const bg_sentence *in = &m->text->sentences.items[said->sentence];
    const char *named[BG_MATTER_SIDES], *other = NULL;
    uint32_t last = said->tok + PARTY_NEAR < said->end ? said->tok + PARTY_NEAR : said->end;
    if (s->speaker.kind != BG_SPEAKER_ENTITY || !(bg_text__any(m->text, in->tok, last, CLASS_FIRSTPERSON) || bg_text__any(m->text, in->tok, last, CLASS_BOTH))) return false;
    for (size_t i = 0; i < m->doc->event_count; i++) {
        const bg_event *e = &m->doc->events[i];
        if (e->side_count != 2 || is(e->type, "statement") || !bg_event__has_side(e, own) || !takes_part(e, &s->speaker)) continue;
        const char *side = is(e->sides[0], own) ? e->sides[1] : e->sides[0];
        if (other && !is(other, side)) return false;
        other = side;
    }
    unsigned count = bg_matter__parties(m, in->tok, in->end, named);
    for (unsigned i = 0; i < count; i++)
        if (!is(named[i], own) && !is(named[i], other)) return false;
    return bg_matter__set_sides(out, own, other);
}

/* "sẽ đáp trả nếu Mỹ bán …": whom it is said to. */
static const char *warned(const bg_matters *m, const bg_saying *said) {
    uint32_t mark = bg_text__first(m->text, said->tok, said->end, CLASS_CONDITION), tok = mark == BG_NONE ? said->end : m->text->marks.items[mark].end;
    uint32_t supposed = tok < said->end ? bg_text__at(m->text, m->text->marks.items[mark].tok, CLASS_SUBCLAUSE) : BG_NONE;
    return supposed != BG_NONE && is(bg_mark__get(m->text, &m->text->marks.items[supposed], KEY_VALUE), "never") ? bg_matter__party_at(m, tok) : NULL;
}

/* Of what both say: the two that are named, else those of the contact. */
static bool find_both(const bg_matters *m, const bg_saying *said, const bg_event *e, bg_matter *out) {
    const char *home = m->claims->mentions->home;
    bool two = e && e->side_count == 2;
    if (named_before(m, said, out) || met_before(m, said, e, out)) return true;
    if (!two) return bg_text__any(m->text, m->text->sentences.items[said->sentence].tok, said->tok, CLASS_BOTH) && told_of_last(m, said, out);
    if (home && bg_event__has_side(e, home) && bg_matter__set_sides(out, home, met_here(m, said, home, e))) return true;
    return bg_matter__set_sides(out, e->sides[0], e->sides[1]);
}

/* Another state than those of the contact that it is said to, or of. */
static const char *find_third(const bg_matters *m, const bg_saying *said, const char *own, const bg_event *e, const bg_matter *out) {
    const char *third = is(out->kind, "agreement") ? NULL : third_of(m, said, own, e);
    bool pledge = is(out->kind, "pledge");
    if (!third) third = met_here(m, said, own, e);
    if (!third && pledge) third = with_third(m, said, own, e);
    return third || !pledge || !is(e->type, "statement") ? third : only_third(m, said, own, e);
}

/* The two states of a statement: whoever speaks and is addressed, else those of the contact, else the one that is named. */
bool bg_matter__find_sides(const bg_matters *m, const bg_statement *s, const bg_saying *said, bg_matter *out) {
    const bg_event *e = bg_matter__event(m, s->event);
    const char *own = bg_matter__country(m, &s->speaker), *to = bg_matter__country(m, &s->addressee), *named[BG_MATTER_SIDES];
    bool two = e && e->side_count == 2;
    if (s->speaker.kind == BG_SPEAKER_BOTH) return find_both(m, said, e, out);
    if (!own) return false;
    if (bg_matter__set_sides(out, own, to)) return true;
    if (is(out->kind, "pledge") && bg_matter__set_sides(out, own, warned(m, said))) return true;
    if (two && bg_matter__set_sides(out, own, find_third(m, said, own, e, out))) return true;
    if (two && bg_event__has_side(e, own) && is_for_contact(m, s, said, e, own, out)) return bg_matter__set_sides(out, e->sides[0], e->sides[1]);
    unsigned count = bg_matter__parties(m, said->tok, said->end, named);
    if (count == 2 && (is(named[0], own) || is(named[1], own))) return bg_matter__set_sides(out, named[0], named[1]);
    if (count == 1 && bg_matter__set_sides(out, own, named[0])) return true;
    return !is(out->kind, "agreement") && (!two || is(e->type, "statement")) && find_met(m, s, said, own, out);
}

const char *bg_matter__other(const bg_matter *out, const char *side) { return is(out->sides[0], side) ? out->sides[1] : out->sides[0]; }
