/* adopt: contacts told without a party get those of the page's main contact. */
#include "complete.h"
#include "when.h"

#define GUEST_LEAD 5 /* sentences of the body within which the page tells of the journey */

/* Who with a name came from elsewhere on a visit to the state; NULL if nobody did. */
static const bg_party_in *guest_of(const bg_claims *c, const bg_contact *visit, const char *host) {
    if (!is(visit->type, "visit") || visit->merged != BG_NONE || visit->planned || visit->told || !is(visit->place_side, host)) return NULL;
    if (bg_contact__position(c, visit) > GUEST_LEAD) return NULL;
    for (unsigned i = 0; i < visit->people_count; i++) {
        const char *country = bg_claims__country(c, visit->people[i].person);
        if (country && !is(country, host) && c->mentions->people.items[visit->people[i].person].name) return &visit->people[i];
    }
    return NULL;
}

/* "Tại hội đàm, A nêu rõ …" opens the page, and B is on a visit to A's country: they are the two. */
void bg_contact__add_guest(const bg_claims *c, bg_contact *contact) {
    if (!contact->nominal || contact->merged != BG_NONE || contact->planned || contact->told || !bg_type__is(contact->type, BG_TYPE_OF_TWO)) return;
    if (contact->people_count != 1 || !bg_contact__named_people(c, contact) || bg_contact__position(c, contact) > 1) return;
    const char *host = bg_claims__country(c, contact->people[0].person);
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && host; i++) {
        const bg_party_in *guest = guest_of(c, &c->contacts.items[i], host);
        const char *country = guest ? bg_claims__country(c, guest->person) : NULL;
        if (!guest || (contact->side_count > 1 && !bg_contact__has_side(contact, country))) continue;
        contact->people[contact->people_count++] = (bg_party_in){guest->person, "participant", guest->span};
        bg_contact__add_side(contact, country, guest->span);
        contact->nominal = contact->partial = false;
        return;
    }
}

static bool is_pair(const bg_contact *contact) { return contact->people_count == 2 && contact->side_count == 2; }

/* Those two whom "hai nhà lãnh đạo" means: of the main contact; where that has one principal, of the talks or the meeting told last before. */
static const bg_contact *pair_of(const bg_claims *c, const bg_contact *contact, const bg_contact *main) {
    if (bg_contact__are_others(c, contact, main)) return NULL;
    if (main->people_count == 2) return main;

    for (const bg_contact *before = contact; before-- > c->contacts.items && before + BG_CONTACTS_NEAR > contact;) {
        const bg_sentence *s = &c->text->sentences.items[before->sentence];
        if (before->merged != BG_NONE || before->bare || s->caption || !is_pair(before) || !bg_type__is(before->type, BG_TYPE_OF_TWO)) continue;
        if (before->planned && !contact->planned) continue;
        return bg_contact__has_side(main, before->sides[0]) && bg_contact__has_side(main, before->sides[1]) ? before : NULL;
    }
    return NULL;
}

/* Are its sides the two of the main contact? */
static bool is_between(const bg_contact *contact, const bg_contact *main) {
    if (contact->side_count != 2 || main->side_count != 2) return false;
    return bg_contact__has_side(main, contact->sides[0]) && bg_contact__has_side(main, contact->sides[1]);
}

/* "… ra tuyên bố chung A - B": a statement of the two states of the main contact. */
static bool is_joint(const bg_contact *contact, const bg_contact *main) {
    return is(contact->type, "statement") && !contact->titled && !contact->people_count && main->people_count && !main->planned && is_between(contact, main);
}

/* "Hai bên đã ký …": both sides of the main contact, and its two principals. */
static void adopt(const bg_claims *c, bg_contact *contact, const bg_contact *main) {
    bool states = contact->side_count; /* "Hai nước A và B …" */
    for (unsigned j = 0; j < main->side_count; j++) bg_contact__add_side(contact, main->sides[j], main->side_spans[j]);
    const bg_date *d = bg_contact__date(c, contact); /* of a year: told of the past, of others */
    const bg_date *day = bg_contact__date(c, main);
    bool old = d && d->year && !d->inferred && !(day && day->year == d->year);
    const bg_contact *pair = contact->both && !contact->people_count && (!d || d->deictic || (d->month && !old)) ? pair_of(c, contact, main) : NULL;
    if (is_joint(contact, main) && !pair && !d) pair = main; /* of the page's visit or talks */
    if (!pair || (states && pair != main && !is_joint(contact, main))) return;
    contact->people_count = pair->people_count;
    memcpy(contact->people, pair->people, pair->people_count * sizeof *pair->people);
}

/* Is the contact, adopted and without a day, one that the page tells of with its parties? Then it is that. */
static void join_told(bg_claims *claims, size_t index) {
    bg_contact *contact = &claims->contacts.items[index];
    for (size_t j = bg_contact__near_first(index); j < bg_contact__near_end(claims, index) && is_pair(contact) && contact->date == BG_NONE; j++) {
        const bg_contact *told = &claims->contacts.items[j];
        if (j == index || told->merged != BG_NONE || told->bare || told->orphan || !is_pair(told) || !is(told->type, contact->type) || told->planned != contact->planned) continue;
        if (!bg_contact__has_person(told, contact->people[0].person) || !bg_contact__has_person(told, contact->people[1].person)) continue;
        contact->merged = (uint32_t)j;
        return;
    }
}

/* "Trong cuộc gặp với B, A nói …": after the merging, so that B alone decides which contact it is. */
void bg_contact__add_partner(const bg_claims *c, bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    if (contact->main || contact->merged != BG_NONE || !contact->nominal || s->title || s->caption || !bg_type__is(contact->type, BG_TYPE_OF_TWO)) return;
    if (contact->people_count != 1 || contact->side_count != 1) return;
    bg_contact__take_two(c, contact, s);
    if (contact->side_count < 2) return;
    contact->partial = false;
    if (bg_contact__opens_page(c, contact) && contact->tok <= s->tok + 3) contact->nominal = false;
}

/* Nobody visits his own country: "Thủ tướng A tiếp B thăm Việt Nam" leaves B. */
static void drop_hosts(const bg_claims *c, bg_contact *visit) {
    unsigned kept = 0;
    for (unsigned i = 0; i < visit->people_count; i++)
        if (!is(bg_claims__country(c, visit->people[i].person), visit->place_side)) visit->people[kept++] = visit->people[i];
    visit->people_count = kept;
}

/* "… trong chuyến thăm Việt Nam": of the one guest whom the main contact names. */
static void adopt_guest(const bg_claims *c, bg_contact *visit, const bg_contact *main) {
    const bg_party_in *guest = NULL;
    if (visit->ships) return;
    drop_hosts(c, visit);
    for (unsigned i = 0; i < main->people_count; i++) {
        const char *country = bg_claims__country(c, main->people[i].person);
        if (!country || is(country, visit->place_side) || !c->mentions->people.items[main->people[i].person].name) continue;
        if (guest) return;
        guest = &main->people[i];
    }
    for (unsigned i = 0; i < visit->side_count; i++)
        if (!bg_contact__has_side(main, visit->sides[i])) return;
    if (visit->people_count || !guest || !bg_contact__has_side(main, visit->place_side)) return;
    visit->people[visit->people_count++] = (bg_party_in){guest->person, "guest", guest->span};
    bg_contact__add_side(visit, bg_claims__country(c, guest->person), guest->span);
}

#define FRAME_OPENS 5  /* words of a sentence up to the noun: "Trong cuộc gặp thượng đỉnh" */
#define FRAME_LASTS 24 /* words from the noun to the comma that ends what it opens */

/* "Trong cuộc gặp tại B hồi tháng 4, hai nhà lãnh đạo …": the noun opens the sentence, and behind the comma both act. */
static bool frames_both(const bg_claims *c, const bg_contact *noun) {
    const bg_sentence *s = &c->text->sentences.items[noun->sentence];
    if (!noun->nominal || noun->planned || s->title || s->caption || noun->tok > s->tok + FRAME_OPENS || !bg_type__is(noun->type, BG_TYPE_OF_TWO)) return false;
    for (uint32_t tok = noun->trigger_end; tok + 1 < s->end && tok < noun->trigger_end + FRAME_LASTS; tok++) {
        if (bg_claims__party_at(c, tok)) return false;
        if (bg_claims__is_comma(c, tok) && bg_text__is(c->text, tok + 1, CLASS_BOTH)) return true;
    }
    return false;
}

/* "việc ký Hiệp định hồi tháng 4/2024", "Kỳ họp lần thứ 46 hồi tháng 1": a noun of what two states hold, with a time of its own. */
static bool is_dated_noun(const bg_claims *c, const bg_contact *contact, const bg_contact *main) {
    const bg_date *d = bg_contact__date(c, contact), *day = bg_contact__date(c, main);
    if (!contact->bare || contact->merged != BG_NONE || contact->side_count || main->side_count != 2 || !d || (d->deictic && !d->month) || d->period) return false;
    if (!d->year && !d->month) return false;
    if (day && d->month == day->month && (!d->day || d->day == day->day) && is(contact->type, main->type)) return false;
    bool former = bg_type__is(contact->type, BG_TYPE_OF_TWO) && bg_type__is(main->type, BG_TYPE_OF_TWO) && d->year && !d->month && !contact->told; /* "hai cuộc gặp năm 2000 và 2007" */
    return former || frames_both(c, contact) || bg_type__is(contact->type, BG_TYPE_BY_STATES);
}

/* "Chuyến thăm thứ hai diễn ra năm 2013" on a page about a visit: an earlier one of the same guest. */
static void adopt_visit(const bg_claims *c, bg_contact *visit, const bg_contact *main) {
    const bg_date *d = bg_contact__date(c, visit), *day = bg_contact__date(c, main);
    bool open = visit->bare && visit->merged == BG_NONE && !visit->side_count && !visit->people_count && !visit->many && is(visit->type, "visit");
    if (!open || !is(main->type, "visit") || main->side_count != 2 || main->people_count != 1 || !d || !d->year || d->period || d->deictic) return;
    if (visit->tour || (day && day->year == d->year) || (day && !day->year && d->month == day->month)) return;
    visit->bare = false;
    visit->people[visit->people_count++] = main->people[0];
    for (unsigned i = 0; i < main->side_count; i++) bg_contact__add_side(visit, main->sides[i], main->side_spans[i]);
    visit->place_side = main->place_side;
}

#define JOURNEY_OPENS 5 /* words of a sentence up to the noun: "Trong khuôn khổ chuyến" */

/* Who acts right behind the comma that ends what the noun opens; NULL = nobody. */
static const bg_mark *actor_behind(const bg_claims *c, const bg_contact *noun, const bg_sentence *s) {
    for (uint32_t tok = noun->end; tok + 1 < s->end; tok++) {
        const bg_token *t = &c->text->tokens.items[tok];
        if (t->flags & BG_TOK_PUNCT && t->value == ',') return bg_claims__party_at(c, tok + 1);
        if (bg_claims__party_at(c, tok)) return NULL;
    }
    return NULL;
}

static bool is_visitor(const bg_claims *c, uint32_t person) {
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *visit = &c->contacts.items[i];
        if (is(visit->type, "visit") && !visit->bare && bg_contact__has_person(visit, person)) return true;
    }
    return false;
}

/* "Trong chuyến công du (5-6/11), A …" on a page on his meeting with B: A is on a visit to B's state, which no other words name. */
static void adopt_journey(const bg_claims *c, bg_contact *visit, const bg_contact *main) {
    const bg_sentence *s = &c->text->sentences.items[visit->sentence];
    bool open = visit->bare && visit->merged == BG_NONE && !visit->side_count && !visit->people_count && !visit->many && !visit->told && is(visit->type, "visit");
    if (!open || is(main->type, "visit") || main->side_count != 2 || s->title || s->caption || visit->trigger > s->tok + JOURNEY_OPENS) return;
    if (bg_text__at(c->text, s->tok, CLASS_WHILE) == BG_NONE) return;
    const bg_mark *actor = actor_behind(c, visit, s);
    const char *own = actor ? bg_claims__country(c, actor->ref) : NULL;
    if (!actor || !bg_contact__has_person(main, actor->ref) || !bg_contact__has_side(main, own) || is_visitor(c, actor->ref)) return;
    visit->bare = false;
    bg_contact__take(c, visit, actor, "guest");
    for (unsigned i = 0; i < main->side_count; i++)
        if (bg_contact__add_side(visit, main->sides[i], main->side_spans[i])) visit->place_side = main->sides[i];
}

#define HOME "VN" /* whose people a page tells of unless it says otherwise */

bool bg_contact__opens_with_partner(const bg_claims *c, const bg_contact *noun) {
    const bg_sentence *s = &c->text->sentences.items[noun->sentence];
    bool open = noun->nominal && noun->merged == BG_NONE && !noun->planned && !noun->told && !noun->main && noun->people_count == 1 && noun->side_count == 1;
    if (!open || !c->mentions->people.items[noun->people[0].person].name || s->title || s->caption || !bg_type__is(noun->type, BG_TYPE_OF_TWO)) return false;
    if (noun->tok > s->tok + FRAME_OPENS || bg_text__at(c->text, s->tok, CLASS_WHILE) == BG_NONE) return false;
    for (uint32_t tok = noun->trigger_end; tok + 1 < s->end && tok < noun->trigger_end + FRAME_LASTS; tok++)
        if (bg_claims__is_comma(c, tok)) return bg_text__is(c->text, tok + 1, CLASS_BOTH);
    return false;
}

/* The one with whom he met is of the other side of the main contact; of a third state's people, of ours who is in it. */
static void adopt_partner(const bg_claims *c, bg_contact *noun, const bg_contact *main) {
    const bg_party_in *other = NULL;
    if (main->planned || main->side_count != 2 || !bg_contact__opens_with_partner(c, noun)) return;
    bool within = bg_contact__has_side(main, noun->sides[0]);
    for (unsigned i = 0; i < main->people_count; i++) {
        const char *country = bg_claims__country(c, main->people[i].person);
        if (!c->mentions->people.items[main->people[i].person].name || is(country, noun->sides[0]) || !(within || is(country, HOME))) continue;
        if (other) return;
        other = &main->people[i];
    }
    if (!other) return;
    noun->people[noun->people_count++] = (bg_party_in){other->person, "participant", other->span};
    bg_contact__add_side(noun, bg_claims__country(c, other->person), other->span);
    noun->partial = false;
}

/* "Tại hội đàm, hai bên …" on a page whose main contact is the ceremony or the visit around it: the first such noun, when no talks are told. */
static void adopt_talks(bg_claims *claims, const bg_contact *main) {
    bg_contact *noun = NULL;
    if (bg_type__is(main->type, BG_TYPE_OF_TWO) || main->planned || main->side_count != 2 || main->people_count != 2) return;
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        if (!is(contact->type, "talks")) continue;
        if (!contact->bare) return;
        const bg_sentence *s = &claims->text->sentences.items[contact->sentence];
        if (!noun && !contact->planned && !contact->told && !s->caption && !s->title && contact->tok <= s->tok + 2) noun = contact;
    }
    if (!noun) return;
    noun->bare = false, noun->orphan = noun->both = true;
}

/* "Ngay sau lễ đón, …" on a page about the visit or the talks: the first such noun, when no welcome is told. */
static void adopt_welcome(bg_claims *claims, const bg_contact *main) {
    bg_contact *noun = NULL;
    bool around = is(main->type, "visit") || is(main->type, "talks") || is(main->type, "meeting");
    if (!around || main->planned || main->side_count != 2) return;
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        if (!contact->welcome || !is(contact->type, "ceremony") || contact->merged != BG_NONE) continue;
        if (!contact->bare) return;
        const bg_sentence *s = &claims->text->sentences.items[contact->sentence];
        if (!noun && contact->nominal && !contact->planned && !contact->told && !s->title) noun = contact;
    }
    if (!noun) return;
    noun->bare = false, noun->orphan = noun->both = true;
}

/* "56 năm thiết lập quan hệ A - B …, 41 năm hai nước ký Hiệp ước": between the two that its sentence told of before. */
static void adopt_fellow(bg_claims *claims, size_t index) {
    bg_contact *contact = &claims->contacts.items[index];
    if (!contact->orphan || contact->side_count || contact->people_count || contact->merged != BG_NONE || contact->main) return;
    for (const bg_contact *before = contact; before-- > claims->contacts.items && before->sentence == contact->sentence;) {
        if (before->merged != BG_NONE || before->bare || before->side_count != 2) continue;
        for (unsigned j = 0; j < 2; j++) bg_contact__add_side(contact, before->sides[j], before->side_spans[j]);
        return;
    }
}

#define AGAIN_LEAD 3 /* sentences of the body that tell again what the title says */

/* "A tiếp B" in the title, "Hai người trò chuyện … sáng 19/5" in the lead, "Tại cuộc gặp chiều 26/4, hai lãnh đạo …" below: that is its day. */
static bool tells_main(const bg_claims *c, const bg_contact *contact, const bg_contact *main) {
    if (!contact->both || contact->side_count || contact->told || contact->planned != main->planned || !bg_type__alike(contact->type, main->type) || !is_pair(main)) return false;
    bool again = (main->in_title && c->body_before[contact->sentence] < AGAIN_LEAD) || frames_both(c, contact);
    if (main->date != BG_NONE || !again || bg_contact__is_earlier(c, contact)) return false;
    return bg_type__is(main->type, BG_TYPE_OF_TWO) && bg_date__is_single(bg_contact__date(c, contact)) && !bg_contact__of_past(c, contact);
}

/* What is told without a party is between the sides of the main contact; of the same type it is the main contact itself. */
void bg_contact__adopt_orphans(bg_claims *claims) {
    uint32_t found = BG_NONE;
    for (uint32_t i = 0; i < claims->contacts.count; i++)
        if (claims->contacts.items[i].main) found = i;
    if (found != BG_NONE) adopt_talks(claims, &claims->contacts.items[found]), adopt_welcome(claims, &claims->contacts.items[found]);
    for (size_t i = 0; i < claims->contacts.count; i++) adopt_fellow(claims, i);
    for (uint32_t i = 0; found != BG_NONE && i < claims->contacts.count; i++) {
        bg_contact *main = &claims->contacts.items[found];
        bg_contact *contact = &claims->contacts.items[i];
        bool visit = is(contact->type, "visit") && contact->place_side && contact->merged == BG_NONE && i != found && !contact->told;
        if (visit) adopt_guest(claims, contact, main);
        if (i != found) adopt_visit(claims, contact, main), adopt_journey(claims, contact, main), adopt_partner(claims, contact, main);
        if (i != found && is_dated_noun(claims, contact, main)) contact->bare = false, contact->orphan = true, contact->both |= frames_both(claims, contact);
        bool joint = i != found && !contact->bare && is_joint(contact, main);
        if (joint) contact->both = true;
        if (contact->both && contact->side_count && !contact->people_count && is_between(contact, main)) contact->orphan = true;
        else if (contact->side_count) continue;
        if (!contact->orphan || contact->merged != BG_NONE || i == found) continue;
        const bg_date *d = bg_contact__date(claims, contact);
        bool again = tells_main(claims, contact, main);
        if (again) main->date = contact->date;
        if (again || (is(contact->type, main->type) && (!d || !d->month))) contact->merged = found;
        else adopt(claims, contact, main), join_told(claims, i);
    }
}
