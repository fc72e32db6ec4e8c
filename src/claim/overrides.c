/* overrides: when what a voice says is the news beside another contact. */
#include "voice.h"

static bool names_anybody(const bg_claims *c, const bg_contact *contact, const char *state) {
    for (unsigned i = 0; i < contact->people_count; i++) {
        const bg_person *p = &c->mentions->people.items[contact->people[i].person];
        if (p->name && is(bg_person__country(p), state)) return true;
    }
    return false;
}

/* Of a visit only the guest: others speak about it. */
static bool takes_part(const bg_contact *contact, uint32_t person) {
    for (unsigned i = 0; i < contact->people_count; i++)
        if (contact->people[i].person == person) return !is(contact->type, "visit") || is(contact->people[i].role, "guest");
    return false;
}

/* "Tổng thống A, đang thăm B, tuyên bố …" under a title that says what he declares: where he was. */
static bool is_beside(const bg_voice *v, const bg_contact *best) {
    return is(best->type, "visit") && !best->in_title && v->titled && v->speaks && !v->at && best->sentence == v->first->sentence;
}

bool bg_contact__is_frame(const bg_claims *c, const bg_contact *contact) {
    uint32_t first = c->text->sentences.items[contact->sentence].tok;
    for (uint32_t tok = contact->trigger; tok > first && tok + 2 > contact->trigger; tok--) {
        uint32_t m = bg_text__at(c->text, tok - 1, CLASS_CIRCUMSTANCE);
        if (m != BG_NONE && bg_text__at(c->text, tok - 1, CLASS_SINCE) == BG_NONE) return true;
    }
    return false;
}

/* "… thoả thuận được A và B thống nhất trong cuộc gặp": what came of it is told, not it. */
static bool is_relative(const bg_claims *c, const bg_contact *contact) {
    uint32_t first = c->text->sentences.items[contact->sentence].tok, m = bg_text__at(c->text, contact->trigger, CLASS_CONTACT);
    bool noun = m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_FORM), "noun");
    return noun && contact->subject != BG_NONE && contact->subject > first && bg_text__is(c->text, contact->subject - 1, CLASS_UNACTING);
}

/* "Tại tiệc chiêu đãi …, A nói" at once, or a body that declares something at its own conference: that is where it was said. */
static bool is_where(const bg_claims *c, const bg_voice *v, const bg_contact *best) {
    bool conference = is(best->type, "conference");
    if (v->at || (!conference && !bg_type__is(best->type, BG_TYPE_SPOKEN_AT))) return false;
    if (conference && bg_side__is_body(v->state)) return bg_contact__has_side(best, v->state) && !bg_contact__position(c, best);
    return best->sentence == v->first->sentence && best->trigger < v->first->tok && bg_contact__is_frame(c, best);
}

/* Does the contact that would be the news tell what the speaker, or his state where nobody is named, did? */
static bool is_of_speaker(const bg_claims *c, const bg_voice *v, const bg_contact *best) {
    if (!v->at && !best->in_title && best->in_caption && !bg_type__is(best->type, BG_TYPE_OF_TWO)) return false; /* what a picture shows */
    if (bg_contact__is_quoted(c, best) || is_beside(v, best)) return false;
    if (is_where(c, v, best)) return true;
    if ((best->outcome || is(best->type, "letter")) && bg_contact__has_side(best, v->state)) return true;
    if (best->planned || (is(best->type, "visit") && best->nominal)) return false;
    if (bg_type__is(best->type, BG_TYPE_OF_TWO) && bg_contact__has_side(best, v->state) && !names_anybody(c, best, v->state)) return true;
    return v->named ? takes_part(best, v->named->speaker.entity) : bg_type__is(best->type, BG_TYPE_OF_TWO) && bg_contact__has_side(best, v->state);
}

/* The state speaks at once; the contact is told only behind the lead, where it is recalled behind the first sentence, or behind a leader's words on others, whom the title names. */
static bool is_late(const bg_claims *c, const bg_voice *v, const bg_contact *best) {
    const bg_sentence *title = bg_title__find(c);
    unsigned position = bg_contact__position(c, best);
    if (best->in_title) return false;
    if (v->leads && position > v->at && title && bg_title__names_others(c, title, best) && !bg_title__names_sides(c, title, best)) return true;
    return !v->at && (position >= SOON || (position && bg_contact__of_past(c, best)));
}

#define OF_VISIT 1 /* words of what is said before the visit that it is about */

bool bg_voice__has_content(const bg_claims *c, const bg_voice *v, const bg_contact *best) {
    for (size_t i = 0; i < c->sayings.count && !v->at && best->nominal && !best->in_title && !best->planned; i++) {
        const bg_saying *s = &c->sayings.items[i];
        if (best->trigger < s->tok || best->trigger >= s->end) continue;
        if (is(best->type, "visit") && best->trigger <= s->tok + OF_VISIT && !v->speaks) return false; /* "Đại sứ cho biết chuyến thăm của A …": it is told of the visit */
        return is(bg_saying__state(c, s), v->state);
    }
    return false;
}

/* "A đề nghị B …" in the title, and the opening tells that two of A and B met or talked: there it was asked, whoever tells of it. */
static bool is_asked_there(const bg_claims *c, const bg_voice *v, const bg_contact *best) {
    bool two = bg_type__is(best->type, BG_TYPE_OF_TWO) && !best->planned && !best->told && !best->nominal && bg_contact__named_people(c, best) >= 2;
    return two && v->titled->side_count == 2 && best->side_count == 2 && bg_contact__shared_sides(v->titled, best) == 2 && bg_contact__position(c, best) < SOON;
}

bool bg_voice__is_quoted_title(const bg_voice *v) { return v->titled && is(v->titled->rule, "contact.declares-quoted"); }

/* Is it told by a verb, or as where somebody speaks: "Tại buổi tiếp …, A nêu rõ"? */
static bool is_told(const bg_claims *c, const bg_contact *contact) {
    if (!bg_mark__get(c->text, &c->text->marks.items[contact->fact], KEY_NOMINAL)) return !is_relative(c, contact);
    uint32_t first = c->text->sentences.items[contact->sentence].tok;
    if (bg_text__at(c->text, contact->trigger, CLASS_WITHIN) != BG_NONE) return true;
    return bg_text__ends_at(c->text, first, contact->trigger, CLASS_WITHIN, 5) != BG_NONE;
}

bool bg_contact__is_time_of(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    uint32_t at = contact->trigger;
    if (at == s->tok) return false;
    if (bg_text__ends_at(c->text, s->tok, at, CLASS_TIMEOF, 4) != BG_NONE) return true;
    return contact->nominal && at > s->tok + 1 && bg_text__ends_at(c->text, s->tok, at - 1, CLASS_TIMEOF, 4) != BG_NONE;
}

#define PRESS_WORDS 4 /* words from "họp báo" over "sau khi" to what it followed */

/* "… nói tại cuộc họp báo sau khi hội đàm với B": when he stood before the press. */
static bool is_behind_press(const bg_claims *c, const bg_contact *contact) {
    uint32_t first = c->text->sentences.items[contact->sentence].tok;
    for (uint32_t tok = contact->trigger; bg_contact__is_time_of(c, contact) && tok > first && tok + PRESS_WORDS > contact->trigger; tok--) {
        uint32_t m = bg_text__ends_at(c->text, first, tok - 1, CLASS_CONTACT, PRESS_WORDS);
        if (m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "statement")) return true;
    }
    return false;
}

/* … before so many sentences of the body? */
static bool is_told_within(const bg_claims *c, const bg_contact *best, unsigned reach) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *again = &c->contacts.items[i];
        const bg_sentence *s = &c->text->sentences.items[again->sentence];
        bool same = again == best || (again->merged != BG_NONE && &c->contacts.items[again->merged] == best);
        if (same && !again->told && !s->title && !s->caption && c->body_before[again->sentence] < reach && is_told(c, again) && !bg_contact__is_time_of(c, again)) return true;
    }
    return false;
}

/* Shown under pictures, spoken of by a noun, the time of something else: no words of the opening tell it for its own sake. */
static bool is_aside(const bg_claims *c, const bg_contact *best) {
    bool spoken_of = false;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *again = &c->contacts.items[i];
        const bg_sentence *s = &c->text->sentences.items[again->sentence];
        bool same = again == best || (again->merged != BG_NONE && &c->contacts.items[again->merged] == best);
        bool noun = again->nominal && !again->in_title && !bg_contact__is_frame(c, again) && bg_claims__is_said(c, s, again->trigger);
        bool opens = !s->caption && (s->title || c->body_before[again->sentence] < LEAD);
        if (same && opens && (!again->told || bg_contact__is_frame(c, again)) && !noun && !bg_contact__is_time_of(c, again) && !bg_contact__is_time_clause(c, again)) return false;
        spoken_of |= same && (noun || is_behind_press(c, again));
    }
    bool shown = is(best->type, "visit") && bg_contact__position(c, best) >= LEAD; /* "A đón B", under a picture */
    return spoken_of || shown || !bg_title__names_sides(c, bg_title__find(c), best);
}

/* "… hồi tháng trước", or told only behind the lead, and there not for its own sake: what is recalled, while somebody speaks at once. */
static bool is_recalled(const bg_claims *c, const bg_voice *v, const bg_contact *best) {
    if (best->in_title || best->in_caption || best->planned || !bg_type__is(best->type, BG_TYPE_OF_TWO)) return false;
    if (bg_contact__of_past(c, best) && !c->text->sentences.items[best->sentence].caption) return true;
    return !v->at && bg_contact__position(c, best) >= SOON && !is_told_within(c, best, REACH);
}

/* The title says what A declares, and what he did with others stands aside. */
static bool is_declared_alone(const bg_claims *c, const bg_voice *v, const bg_contact *best) {
    const bg_sentence *title = bg_title__find(c);
    bool others = v->leads && title && bg_title__names_others(c, title, best) && !bg_title__names_sides(c, title, best); /* … of a third state */
    bool declares = v->speaks && v->titled && !is(v->titled->rule, "contact.declares-joint");
    return (declares || others) && (is_aside(c, best) || is_recalled(c, v, best));
}

bool bg_voice__denies(const bg_claims *c, const bg_voice *v) {
    return v->titled && bg_title__is_inward(c, v->titled->trigger, v->titled->trigger_end);
}

/* "A: …" in the title, and the lead opens "Chia sẻ sau cuộc hội đàm với B, A nói …". */
static bool is_opened_by_time(const bg_claims *c, const bg_voice *v, const bg_contact *best) {
    const bg_sentence *s = &c->text->sentences.items[best->sentence];
    return bg_voice__is_quoted_title(v) && !v->at && !best->in_title && !s->title && !s->caption && !c->body_before[best->sentence] && bg_contact__is_time_of(c, best);
}

/* The title's words are the news; the contact is one that they, or what follows, speak of. */
static bool is_only_words(const bg_claims *c, const bg_voice *v, const bg_contact *best) {
    if (is_opened_by_time(c, v, best)) return true;
    bool words = bg_voice__denies(c, v) || (bg_voice__is_quoted_title(v) && !best->in_title);
    return words && bg_type__is(best->type, BG_TYPE_OF_TWO) && !is_told_within(c, best, LEAD);
}

/* The lead tells, as its own word, which day somebody will come: what is said of it under the title is said of that. */
static bool is_announced(const bg_claims *c, const bg_contact *best) {
    const bg_date *d = bg_contact__date(c, best);
    if (!is(best->type, "visit") || !best->planned || best->nominal || best->told || best->said || !d || !d->day) return false;
    return !bg_contact__position(c, best) && bg_contact__named_people(c, best);
}

/* Another speaks, as the page begins, of what a noun says that others did; or of the title's states, and met a third behind the lead. */
static bool is_elsewhere(const bg_claims *c, const bg_voice *v, const bg_contact *best) {
    const bg_sentence *title = bg_title__find(c);
    if (v->at || best->in_title || best->planned || !title || !bg_type__is(best->type, BG_TYPE_OF_TWO)) return false;
    if (v->named && best->nominal && (v->speaks || v->leads || v->acts) && !bg_contact__has_person(best, v->named->speaker.entity)) return true;
    return ((v->titled && v->speaks) || v->acts) && bg_contact__position(c, best) >= SOON && !bg_title__names_sides(c, title, best);
}

/* Does the token stand in what the voice says? */
static bool is_of_its_words(const bg_claims *c, const bg_voice *v, uint32_t tok) {
    for (size_t i = 0; i < c->sayings.count; i++)
        if (tok >= c->sayings.items[i].tok && tok < c->sayings.items[i].end && is(bg_saying__state(c, &c->sayings.items[i]), v->state)) return true;
    return false;
}

/* Do both of a contact speak, or is it told otherwise than by the voice, before so many sentences of the body? */
static bool is_told_first(const bg_claims *c, const bg_voice *v, const bg_contact *best, unsigned reach) {
    for (size_t i = 0; i < c->sayings.count; i++)
        if (c->sayings.items[i].speaker.kind == BG_SPEAKER_BOTH && bg_saying__place(c, &c->sayings.items[i]) < reach) return true;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *again = &c->contacts.items[i];
        const bg_sentence *s = &c->text->sentences.items[again->sentence];
        bool same = again == best || (again->merged != BG_NONE && &c->contacts.items[again->merged] == best);
        if (!same || again->told || s->title || s->caption || c->body_before[again->sentence] >= reach) continue;
        if (is_told(c, again) && !bg_contact__is_time_of(c, again) && !is_of_its_words(c, v, again->trigger)) return true;
    }
    return false;
}

/* The title says that the state speaks, and its words are said to the press before anything else is told of the contact. */
static bool is_said_to_press(const bg_claims *c, const bg_voice *v, const bg_contact *best) {
    for (size_t i = 0; i < c->sayings.count && v->speaks && !best->in_title && !best->planned; i++) {
        const bg_saying *s = &c->sayings.items[i];
        unsigned at = bg_saying__place(c, s);
        if (at >= SOON || !is(bg_saying__state(c, s), v->state) || !bg_saying__faces_press(c, s)) continue;
        if (!v->titled && names_anybody(c, best, v->state) && bg_saying__person(c, s) && !bg_contact__has_person(best, s->speaker.entity)) return false; /* he tells what another did */
        return !is_told_first(c, v, best, at);
    }
    return false;
}

/* "A có thể gặp B", and A says so himself, in words, or to the press. */
static bool is_own_wish(const bg_claims *c, const bg_voice *v, const bg_contact *best) {
    if (!v->named || !bg_contact__is_wished(c, best)) return false;
    for (size_t i = 0; i < c->sayings.count; i++) {
        const bg_saying *s = &c->sayings.items[i];
        if (bg_saying__place(c, s) >= SOON || !is(bg_saying__state(c, s), v->state) || !bg_saying__person(c, s) || !bg_contact__has_person(best, s->speaker.entity)) continue;
        if ((!is(s->act, "pledges") && !is(s->act, "proposes")) || bg_saying__faces_press(c, s)) return true;
    }
    return false;
}

bool bg_voice__overrides(const bg_claims *c, const bg_voice *v, const bg_contact *best) {
    if (is_announced(c, best) || bg_contact__is_foretold(c, best)) return false;
    if (is_said_to_press(c, v, best) || is_own_wish(c, v, best)) return true;
    bool late = is_late(c, v, best), met = !late || bg_type__is(best->type, BG_TYPE_OF_TWO);
    if (is_declared_alone(c, v, best) || is_elsewhere(c, v, best)) return true;
    if (v->titled && is_asked_there(c, v, best)) return false;
    if (v->speaks && is_only_words(c, v, best)) return true;
    if (v->titled) return v->speaks && (!met || !is_of_speaker(c, v, best));
    if (v->speaks && !v->at && !best->in_title && !bg_contact__has_side(best, v->state)) return true; /* of others */
    return late && !is_of_speaker(c, v, best);
}

bool bg_voice__is_kept(const bg_claims *c, const bg_voice *v, const bg_contact *best) {
    return v->met && best && !is_said_to_press(c, v, best) && !is_only_words(c, v, best) && !is_declared_alone(c, v, best) && !is_elsewhere(c, v, best);
}
