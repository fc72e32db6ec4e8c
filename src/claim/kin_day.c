/* kin_day: the day that another word for the same contact carries, or what was done on the way to it. */
#include "when.h"

uint32_t bg_date__first(const bg_claims *c, uint32_t ref) {
    bg_date copy = c->mentions->dates.items[ref], *first = copy.day2 ? BG_PUSH(c->text->arena, &c->mentions->dates) : NULL;
    if (!first) return ref;
    copy.day2 = copy.month2 = copy.year2 = 0;
    *first = copy;
    return (uint32_t)c->mentions->dates.count - 1;
}

/* "A thăm B, sau đó thăm C", and behind it "A sẽ đến thăm B và C từ ngày 28/1 đến 7/2": with its first stop the journey begins. */
static bool begins_tour(const bg_claims *c, const bg_contact *visit, const bg_contact *tour) {
    const bg_date *d = bg_contact__date(c, tour);
    if (!is(tour->type, "visit") || tour->merged != BG_NONE || !tour->planned || !visit->planned || !d || !d->day || !d->day2 || tour->side_count != visit->side_count + 1) return false;
    return visit->people_count && visit->place_side && is(tour->place_side, visit->place_side) && !bg_contact__has_third(visit, tour) && bg_contact__shares_person(c, visit, tour) && bg_contact__position(c, tour) < 4;
}

uint32_t bg_contact__day_of_party(const bg_claims *c, const bg_contact *contact) {
    for (size_t i = 0; i < c->contacts.count && is(contact->type, "visit"); i++) {
        const bg_contact *other = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, other);
        bool same = other != contact && is(other->type, contact->type) && other->planned == contact->planned && bg_contact__same_sides(other, contact);
        if (!same && other != contact && begins_tour(c, contact, other)) return bg_date__first(c, other->date);
        if (same && other->merged == BG_NONE && (!other->told || other->planned) && d && d->day && bg_contact__position(c, other) < 4) return other->date;
    }
    return BG_NONE;
}

/* "Buổi lễ diễn ra …" behind an envoy who presented credentials, an order that was given. */
static bool is_ceremony_of(const bg_contact *contact, const bg_contact *noun) {
    bool ceremonial = is(contact->type, "credentials") || is(contact->type, "award");
    return ceremonial && noun->takes_place && is(noun->type, "ceremony");
}

/* "Phát biểu của ông C trong cuộc phỏng vấn hôm 26/6": words of another than who speaks on the page. */
static bool is_of_another_speaker(const bg_claims *c, const bg_contact *statement, const bg_contact *noun) {
    uint32_t m = bg_text__last(c->text, c->text->sentences.items[noun->sentence].tok, noun->trigger, CLASS_WHO), who = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
    return who != BG_NONE && statement->people_count && c->mentions->people.items[who].name && !bg_contact__has_person(statement, who);
}

uint32_t bg_contact__day_of_reference(const bg_claims *c, const bg_contact *contact) {
    bool today = contact->date != BG_NONE && bg_date__is_unknown_day(bg_contact__date(c, contact));
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, other);
        if (other == contact || !other->reference || !d || !d->month || !(is(other->type, contact->type) || is_ceremony_of(contact, other))) continue;
        if ((other->planned && !contact->planned) || (contact->planned && !d->day && d->toward < 0)) continue; /* "được nêu ra hồi tháng 4" */
        if (bg_contact__has_third(other, contact) || (today && !d->day && d->year && !d->inferred)) continue; /* "hôm nay" is of no other year */
        if (is(contact->type, "statement") && is_of_another_speaker(c, contact, other)) continue;
        if ((other->in_caption && !d->day) || bg_contact__is_earlier(c, other)) continue; /* an older picture, an earlier meeting */
        if (!other->people_count && bg_contact__position(c, other) < 6) return other->date;
    }
    return BG_NONE;
}

#define JOURNEY_SENTENCES 12 /* … and in which the days of a journey to come are told */

bool bg_type__sits_down(const char *type) { return is(type, "meeting") || is(type, "talks") || is(type, "dialogue") || is(type, "consultation") || is(type, "ceremony"); }

static bool shares_people(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    unsigned n = 0, named = bg_contact__named_people(c, a);
    for (unsigned i = 0; i < a->people_count; i++) n += c->mentions->people.items[a->people[i].person].name && bg_contact__has_person(b, a->people[i].person);
    return n >= 2 || !named || !bg_contact__named_people(c, b);
}

uint32_t bg_contact__day_of_pair(const bg_claims *c, const bg_contact *contact) {
    for (size_t i = 0; i < c->contacts.count && bg_type__sits_down(contact->type); i++) {
        const bg_contact *other = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, other);
        if (other == contact || other->merged != BG_NONE || other->told || other->planned != contact->planned || !d || !d->day || d->day2 || bg_contact__is_earlier(c, other)) continue;
        if (!(bg_type__sits_down(other->type) || (other->welcome && bg_date__word_before(c, d)) || (is(other->type, "conference") && !other->in_caption)) || (!other->in_caption && c->body_before[other->sentence] >= PAIR_SENTENCES)) continue;
        bool lead = is(other->type, contact->type) && c->body_before[other->sentence] < 2 && !other->in_caption;
        bool same = shares_people(c, contact, other) || (lead && (is(contact->type, "ceremony") || bg_contact__shares_person(c, contact, other)));
        if (bg_contact__same_sides(other, contact) && same) return other->date;
    }
    return BG_NONE;
}

/* "Chuyến thăm đầu tiên của A kể từ khi … kéo dài từ ngày 20 đến 21/4": the span in a sentence that the word for the visit opens. */
static uint32_t span_of_visit(const bg_claims *c, const bg_contact *visit) {
    for (uint32_t i = 0; i < c->text->sentences.count && c->body_before[i] < PAIR_SENTENCES && is(visit->type, "visit"); i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        uint32_t m = bg_text__at(c->text, s->tok, CLASS_CONTACT);
        if (s->title || m == BG_NONE || !is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "visit")) continue;
        if (bg_contact__is_ended(c, visit, s)) continue;
        for (m = bg_text__first(c->text, s->tok, s->end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_DATE)) {
            uint32_t ref = c->text->marks.items[m].ref;
            const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref];
            if (d && d->day && d->day2 && !d->period && !bg_date__is_of_attended(c, visit, d) && bg_text__any(c->text, s->tok, s->end, CLASS_WHO) == bg_contact__opens_sentence(c, visit, s)) return ref;
        }
    }
    return BG_NONE;
}

/* "Hội nghị Cấp cao Đông Á lần thứ 13 diễn ra tại C …", "Diễn ra vào ngày 27/5 tại C, hội nghị …": does the conference open the sentence by its name, or by its noun? */
static bool opens_with_forum(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, const bg_mark *happens) {
    uint32_t name = bg_text__at(c->text, s->tok, CLASS_ORG), m = bg_text__first(c->text, happens->end, s->end, CLASS_CONTACT);
    if (name != BG_NONE) return bg_contact__has_side(contact, bg_mark__get(c->text, &c->text->marks.items[name], KEY_VALUE));
    if (happens->tok != s->tok || m == BG_NONE || !is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), contact->type)) return false;
    return bg_claims__is_comma(c, c->text->marks.items[m].tok - 1) && !bg_text__any(c->text, s->tok, c->text->marks.items[m].tok, CLASS_WHO);
}

/* … in the opening, on a day near what says that it takes place. */
static uint32_t days_of_forum(const bg_claims *c, const bg_contact *contact) {
    for (uint32_t i = 0; i < c->text->sentences.count && c->body_before[i] < PAIR_SENTENCES && is(contact->type, "conference"); i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_TAKESPLACE);
        if (m == BG_NONE || s->title || !opens_with_forum(c, contact, s, &c->text->marks.items[m])) continue;
        uint32_t day = bg_text__first(c->text, c->text->marks.items[m].end, s->end, CLASS_DATE), ref = day == BG_NONE ? BG_NONE : c->text->marks.items[day].ref;
        bool near = ref != BG_NONE && !bg_claims__has_punct(c, c->text->marks.items[m].end, c->mentions->dates.items[ref].tok);
        if (near && bg_date__names_day(&c->mentions->dates.items[ref], contact)) return ref;
    }
    return BG_NONE;
}

/* "A sẽ thăm B ngày 10-11/4 và hội đàm với C": the days of what else one of the principals is to do there. */
static uint32_t date_of_journey(const bg_claims *c, const bg_contact *contact) {
    bool visit = is(contact->type, "visit");
    for (size_t i = 0; i < c->contacts.count && contact->planned; i++) {
        const bg_contact *other = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, other);
        bool lead = visit && bg_type__is(other->type, BG_TYPE_LASTS | BG_TYPE_SPOKEN_AT) && !c->body_before[other->sentence] && !other->past; /* what he comes for */
        if (other == contact || other->merged != BG_NONE || !(other->planned || lead) || !d || !d->day || !d->day2) continue;
        if (c->body_before[other->sentence] >= JOURNEY_SENTENCES || !bg_contact__shares_person(c, contact, other)) continue;
        if (visit ? is(other->type, "visit") : !is(other->type, "visit")) continue;
        if (bg_contact__same_sides(other, contact) || is(other->type, "conference")) return visit ? other->date : bg_date__first(c, other->date);
    }
    return BG_NONE;
}

/* "A tới B dự lễ tang …": the day on which he comes for it, where the title tells both. */
static uint32_t day_of_way(const bg_claims *c, const bg_contact *contact) {
    bool there = contact->in_title && contact->people_count && (is(contact->type, "ceremony") || is(contact->type, "conference"));
    for (size_t i = 0; i < c->contacts.count && there && !contact->planned; i++) {
        const bg_contact *way = &c->contacts.items[i];
        if (!is(way->type, "visit") || way->merged != BG_NONE || way->planned || way->sentence != contact->sentence || !bg_date__is_single(bg_contact__date(c, way))) continue;
        if (bg_contact__has_person(way, contact->people[0].person) && bg_contact__same_sides(way, contact)) return way->date;
    }
    return BG_NONE;
}

/* "A tặng B 200 xe" in the title, "Lễ bàn giao diễn ra ngày 9/9" in the opening. */
static uint32_t day_of_handover(const bg_claims *c, const bg_contact *aid) {
    for (size_t i = 0; i < c->contacts.count && is(aid->type, "aid") && !aid->planned; i++) {
        const bg_contact *rite = &c->contacts.items[i];
        if (!is(rite->type, "ceremony") || rite->planned || rite->told || c->body_before[rite->sentence] >= PAIR_SENTENCES || !bg_date__is_single(bg_contact__date(c, rite))) continue;
        if (bg_contact__shared_sides(rite, aid) == rite->side_count && !bg_contact__of_past(c, rite)) return rite->date;
    }
    return BG_NONE;
}

#define SPEECH_SENTENCES 8 /* of the body; a quotation of several may stand before who spoke */
#define SPOKEN_BEFORE 6 /* words of "phát biểu tại lễ khai mạc" before the noun */

/* "phát biểu tại diễn đàn": the words for the contact, or those before them, are of speaking there. */
static bool is_spoken_at(const bg_claims *c, const bg_contact *contact) {
    uint32_t first = c->text->sentences.items[contact->sentence].tok, tok = contact->trigger > first + SPOKEN_BEFORE ? contact->trigger - SPOKEN_BEFORE : first;
    for (; tok < contact->trigger_end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_WITHIN);
        if (m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "spoke_at")) return true;
        if (tok < contact->trigger && bg_text__is(c->text, tok, CLASS_REFERBACK)) return true; /* "kêu gọi như trên trong cuộc gặp" */
    }
    return contact->speaks;
}

/* "Ông A phát biểu tại diễn đàn … ngày 19/2": the day of what the speaker of the page's statement spoke at. */
static uint32_t date_of_speech(const bg_claims *c, const bg_contact *statement) {
    for (size_t i = 0; i < c->contacts.count && statement->people_count && is(statement->type, "statement"); i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other == statement || other->planned || other->in_caption || other->merged != BG_NONE || c->body_before[other->sentence] >= SPEECH_SENTENCES) continue;
        if (bg_date__is_single(bg_contact__date(c, other)) && bg_contact__has_person(other, statement->people[0].person) && is_spoken_at(c, other) && !bg_contact__is_earlier(c, other)) return other->date;
    }
    return BG_NONE;
}

/* "Hội nghị thượng đỉnh Mỹ - Triều ngày 28/2": the only day of the title. */
static uint32_t day_of_title(const bg_claims *c, const bg_contact *contact) {
    uint32_t found = BG_NONE;
    bool several = bg_title__is_roundup(c); /* "Tin thế giới ngày 9/6: …" */
    for (size_t i = 0; i < c->text->sentences.count && c->text->sentences.items[i].title; i++) found = bg_sentence__same_day(c, &c->text->sentences.items[i], found, &several);
    return several || (found != BG_NONE && !bg_date__names_day(&c->mentions->dates.items[found], contact)) ? BG_NONE : found;
}

uint32_t bg_contact__day_of_kin(const bg_claims *c, const bg_contact *contact, const bg_date *has) {
    uint32_t found = span_of_visit(c, contact);
    if (found == BG_NONE) found = days_of_forum(c, contact);
    if (found == BG_NONE && !has) found = date_of_speech(c, contact);
    if (found == BG_NONE) found = bg_contact__day_of_pair(c, contact);
    if (found == BG_NONE && is(contact->type, "visit") && contact->planned && !has) found = bg_contact__day_of_word(c, contact);
    if (found == BG_NONE) found = date_of_journey(c, contact);
    if (found == BG_NONE) found = day_of_title(c, contact);
    if (found == BG_NONE && !has) found = day_of_way(c, contact);
    if (found == BG_NONE && !has) found = day_of_handover(c, contact);
    return found;
}
