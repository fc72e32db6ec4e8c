/* past: what was held before the news of a page: years and months ago, on old pictures, in clauses of time. */
#include "choose.h"

bool bg_contact__has_historic(const bg_claims *c, const bg_contact *contact) {
    for (unsigned i = 0; i < contact->people_count; i++)
        if (c->mentions->people.items[contact->people[i].person].historic) return true;
    return false;
}

/* Dated by a month or a year alone: no news of the day. */
bool bg_contact__is_past(const bg_claims *c, const bg_contact *contact) {
    const bg_date *d = bg_contact__date(c, contact);
    return d && !d->day && (d->month || d->year) && !contact->planned;
}

/* "… hồi tháng trước", "… năm ngoái" behind the word that names it. */
static bool is_told_earlier(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    for (uint32_t tok = contact->trigger_end; tok < s->end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_HELD);
        if (m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "earlier")) return true;
    }
    return false;
}

/* "… hồi năm ngoái", "… tháng 3/2015": what the page recalls. */
bool bg_contact__of_past(const bg_claims *c, const bg_contact *contact) {
    const bg_date *d = bg_contact__date(c, contact);
    return bg_contact__is_past(c, contact) || (is_told_earlier(c, contact) && !(d && d->day));
}

bool bg_contact__was_once(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    uint32_t m = contact->nominal || contact->trigger == s->tok ? BG_NONE : bg_text__at(c->text, contact->trigger - 1, CLASS_HELD);
    return m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "earlier");
}

bool bg_contact__opens_earlier(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    uint32_t m = contact->in_title || bg_contact__position(c, contact) == 0 ? BG_NONE : bg_text__at(c->text, s->tok, CLASS_HELD);
    return m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "earlier");
}

#define SHOWN_LEAD 3 /* sentences of the body that name those who are shown, if the picture is of the page's news */

/* Does title or lead name the person, or his state? */
static bool is_named_early(const bg_claims *c, uint32_t person) {
    const char *country = bg_claims__country(c, person);
    for (size_t i = 0; i < c->text->sentences.count && c->body_before[i] < SHOWN_LEAD; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        for (uint32_t tok = s->tok; tok < s->end && !s->caption && !s->heading; tok++)
            for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
                const bg_mark *mark = &c->text->marks.items[m];
                if (mark->klass == CLASS_WHO && mark->ref == person) return true;
                if (country && is(bg_mention__country(c->mentions, mark), country)) return true;
            }
    }
    return false;
}

/* "A sẽ gặp B" */
static bool tells_of_future(const bg_claims *c, const bg_sentence *title) {
    for (uint32_t m = title ? bg_text__first(c->text, title->tok, title->end, CLASS_PLANNED) : BG_NONE; m != BG_NONE; m = bg_text__after(c->text, m, title->end, CLASS_PLANNED))
        if (is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "will")) return true;
    return false;
}

/* Shown under a picture alone: somebody of whom title and lead say nothing, or what was held, under a title of what is to come. */
static bool is_aside_shown(const bg_claims *c, const bg_contact *contact) {
    if (!contact->planned && tells_of_future(c, bg_title__find(c))) return true;
    for (unsigned i = 0; i < contact->people_count; i++)
        if (!is_named_early(c, contact->people[i].person)) return true;
    return false;
}

bool bg_contact__is_old_picture(const bg_claims *c, const bg_contact *contact) {
    for (size_t i = 0; i < contact->evidence.count; i++)
        if (!c->text->sentences.items[contact->evidence.items[i]].caption) return false;
    const bg_date *d = bg_contact__date(c, contact);
    return bg_contact__is_past(c, contact) || is_aside_shown(c, contact) || (is_told_earlier(c, contact) && !(d && d->day && !d->year));
}

#define TIME_REACH 5 /* words from "sau khi" to the verb that leaves its subject out */

/* "…, A nói sau khi dự cuộc họp với B" */
static bool is_time_of_speech(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence], *title = bg_title__find(c);
    if (!contact->link || contact->nominal || s->title || !title || bg_title__names_sides(c, title, contact)) return false;
    for (uint32_t tok = contact->trigger; tok > s->tok && tok + TIME_REACH > contact->trigger; tok--) {
        if (c->text->tokens.items[tok - 1].flags & BG_TOK_PUNCT || bg_text__at(c->text, tok - 1, CLASS_WHO) != BG_NONE) return false;
        if (bg_text__at(c->text, tok - 1, CLASS_SINCE) != BG_NONE) return true;
    }
    return false;
}

/* "Sau khi A điện đàm với B, …" */
static bool is_behind_since(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    if (contact->subject == BG_NONE || s->title || contact->nominal || contact->subject < s->tok + 2) return false;
    uint32_t m = bg_text__at(c->text, contact->subject - 2, CLASS_SINCE);
    return m != BG_NONE && c->text->marks.items[m].end == contact->subject;
}

/* … C …": a clause of time about others. */
bool bg_contact__is_time_clause(const bg_claims *c, const bg_contact *contact) {
    if (is_time_of_speech(c, contact)) return true;
    if (!is_behind_since(c, contact)) return false;
    const bg_sentence *title = bg_title__find(c); /* not about others: of both states that do something in the title */
    if (!title || bg_contact__named_people(c, contact) < 2 || bg_title__asks(c, title)) return true;
    return !bg_title__names_sides(c, title, contact) || bg_text__any(c->text, title->tok, title->end, CLASS_DECLARE);
}

/* Does the opening tell of it by a verb before the other contact? What he will do is, before the time of it in the same sentence: "sẽ thăm A, sau khi B mời trong cuộc gặp". */
static bool is_told_before(const bg_claims *c, const bg_contact *contact, const bg_contact *other) {
    unsigned position = bg_contact__position(c, other);
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *again = &c->contacts.items[i];
        bool same = again == contact || (again->merged != BG_NONE && &c->contacts.items[again->merged] == contact);
        if (!same || again->nominal || c->text->sentences.items[again->sentence].title || c->text->sentences.items[again->sentence].caption) continue;
        bool goes = !again->invited && again->planned && other->timed && again->sentence == other->sentence && again->trigger < other->trigger;
        if (goes || (!contact->invited && c->body_before[again->sentence] < position)) return true;
    }
    return false;
}

/* A contact held, or a letter sent, between two who are named, where the page begins. */
static bool is_told_held(const bg_claims *c, const bg_contact *other, bool nouns) {
    if (other->merged != BG_NONE || other->bare || other->planned || other->told || other->in_caption || (other->nominal && !other->held && !nouns)) return false;
    if ((!bg_type__is(other->type, BG_TYPE_OF_TWO) && !is(other->type, "letter")) || is_behind_since(c, other) || bg_contact__is_earlier(c, other)) return false;
    return bg_contact__named_people(c, other) >= 2 && bg_contact__position(c, other) <= (nouns ? 2 : 1);
}

/* "… đưa ra sau khi A có cuộc gặp với B": a noun whose clause is a time. */
static bool is_behind_when(const bg_claims *c, const bg_contact *noun) {
    const bg_sentence *s = &c->text->sentences.items[noun->sentence];
    uint32_t m = bg_text__last(c->text, s->tok, noun->trigger, CLASS_SINCE);
    if (m == BG_NONE || c->text->marks.items[m].tok == s->tok) return false;
    for (uint32_t tok = c->text->marks.items[m].end; tok < noun->trigger; tok++)
        if (bg_claims__is_comma(c, tok)) return false;
    return true;
}

/* Do all that the opening tells of it tell it as the time of something else? */
static bool is_only_time(const bg_claims *c, const bg_contact *contact) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *again = &c->contacts.items[i];
        bool same = again == contact || (again->merged != BG_NONE && &c->contacts.items[again->merged] == contact);
        if (same && c->body_before[again->sentence] < OPENING && !bg_contact__is_time_of(c, again) && !is_behind_when(c, again)) return false;
    }
    return true;
}

bool bg_contact__is_overtaken(const bg_claims *c, const bg_contact *contact) {
    bool nobody = !bg_contact__named_people(c, contact);
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && contact->planned; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (is_told_held(c, other, nobody || contact->invited) && (nobody || contact->invited || !is_only_time(c, other)) && bg_contact__shared_sides(other, contact) == contact->side_count && (nobody || !is_told_before(c, contact, other))) return true;
    }
    return false;
}
