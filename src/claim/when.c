/* when: the day of a contact that the words which name it leave out. */
#include "when.h"

/* Is a side of the one none of the other? */
bool bg_contact__has_third(const bg_contact *one, const bg_contact *other) {
    return bg_contact__shared_sides(one, other) < one->side_count;
}

/* The first of several days. */
static uint32_t first_day(const bg_claims *c, uint32_t ref) {
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

/* The days of a visit of the same states that the opening tells of another of the party. */
static uint32_t date_of_party(const bg_claims *c, const bg_contact *contact) {
    for (size_t i = 0; i < c->contacts.count && is(contact->type, "visit"); i++) {
        const bg_contact *other = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, other);
        bool same = other != contact && is(other->type, contact->type) && other->planned == contact->planned && bg_contact__same_sides(other, contact);
        if (!same && other != contact && begins_tour(c, contact, other)) return first_day(c, other->date);
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

/* "Chuyến thăm diễn ra từ ngày 16 đến 19/10": a noun of the same type with a date of its own. */
static uint32_t date_of_reference(const bg_claims *c, const bg_contact *contact) {
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

/* "A ngày 30/9 sẽ hội đàm với B, người đang thăm C": the day stands before the one contact, and the other behind it. */
static bool tells_before(const bg_claims *c, const bg_contact *contact, const bg_contact *other, uint32_t day) {
    uint32_t index = (uint32_t)(contact - c->contacts.items);
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *told = &c->contacts.items[i];
        if (told->sentence != other->sentence || (i != index && told->merged != index)) continue;
        if (told->trigger > day && told->trigger < other->trigger) return true;
    }
    return false;
}

/* The day of another contact: of an earlier one, or of one held when this one is still to come ("… hôm 28/1 đã điện đàm"). */
static bool is_of_other(const bg_claims *c, const bg_contact *contact, uint32_t sentence, uint32_t ref) {
    if (c->mentions->dates.items[ref].day2) return false; /* what lasts holds the rest */
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other == contact || other->sentence != sentence || other->date != ref) continue;
        if (bg_contact__is_earlier(c, other)) return true;
        bool elsewhere = other->planned && other->side_count == 2 && contact->side_count == 2 && bg_contact__has_third(other, contact) && !bg_contact__tells_of(contact, sentence);
        if (contact->planned && elsewhere) return true; /* "Ngày 8/7, ông sẽ thăm C" */
        if (!contact->planned || other->planned || is(other->type, contact->type)) continue;
        if (!tells_before(c, contact, other, c->mentions->dates.items[ref].tok)) return true;
    }
    return false;
}

static bool opens_with_principal(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_WHO), ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
    return ref != BG_NONE && bg_contact__has_person(contact, ref);
}

/* "Hôm 6/2, C nêu rõ …": a sentence that tells only what others do, or with `say` what they say. */
static bool tells_deeds(const bg_claims *c, const bg_contact *contact, uint32_t sentence, bool say) {
    bool others = false;
    if (bg_contact__tells_of(contact, sentence) || opens_with_principal(c, contact, &c->text->sentences.items[sentence])) return false;
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other->sentence != sentence || other->bare || !other->people_count || (!say && is(other->type, "statement"))) continue;
        if (bg_contact__shares_person(c, other, contact)) return false;
        others = true;
    }
    return others;
}

static bool tells_others(const bg_claims *c, const bg_contact *contact, uint32_t sentence) { return tells_deeds(c, contact, sentence, true); }

/* What a statement is about has days of its own: only where its speaker speaks is a day that of his words. */
static bool tells_matter(const bg_claims *c, const bg_contact *contact, uint32_t sentence) {
    if (!is(contact->type, "statement") || !contact->people_count || bg_contact__tells_of(contact, sentence)) return false;
    for (size_t i = 0; i < c->sayings.count; i++) {
        const bg_saying *s = &c->sayings.items[i];
        if (s->sentence == sentence && s->speaker.kind == BG_SPEAKER_ENTITY && bg_contact__has_person(contact, s->speaker.entity)) return false;
    }
    const bg_sentence *s = &c->text->sentences.items[sentence]; /* "Ông A tối 15/1 phát biểu tại …" */
    uint32_t who = bg_text__first(c->text, s->tok, s->end, CLASS_WHO), ref = who == BG_NONE ? BG_NONE : c->text->marks.items[who].ref;
    bool opens = who != BG_NONE && (c->text->marks.items[who].tok == s->tok || bg_text__at(c->text, s->tok, CLASS_SIDE) == BG_NONE); /* no other acts */
    return !opens || ref == BG_NONE || !bg_contact__has_person(contact, ref);
}

/* A picture of only one of those who met, of which no word tells, may be of any day. */
static bool shows_one(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, uint32_t sentence) {
    unsigned shown = 0;
    if (bg_contact__tells_of(contact, sentence) || !bg_type__is(contact->type, BG_TYPE_OF_TWO) || bg_contact__named_people(c, contact) < 2) return false;
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_WHO); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_WHO))
        shown += c->text->marks.items[m].ref != BG_NONE && bg_contact__has_person(contact, c->text->marks.items[m].ref);
    return shown < 2;
}

#define PLAN_NEAR 3 /* words from a day to "sẽ", "dự kiến" */

/* "A đã đến nơi chiều 10/6, chuẩn bị cho cuộc họp với B": on that day he did something else. */
static bool leads_up(const bg_claims *c, const bg_contact *contact, uint32_t sentence, const bg_date *d) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    uint32_t index = (uint32_t)(contact - c->contacts.items), near = d->end + PLAN_NEAR < s->end ? d->end + PLAN_NEAR : s->end;
    if (d->toward > 0 || d->day2 || bg_text__any(c->text, s->tok, near, CLASS_PLANNED)) return false;
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *told = &c->contacts.items[i];
        if (told->sentence == sentence && (i == index || told->merged == index) && !(told->nominal && told->trigger > d->end)) return false;
    }
    return true;
}

/* The day of a sentence that does not tell of what is to come is that of the news of it, unless it lies ahead or lasts. */
static bool is_told_ahead(const bg_claims *c, const bg_contact *contact, uint32_t sentence, uint32_t ref) {
    const bg_date *d = &c->mentions->dates.items[ref];
    const bg_sentence *s = &c->text->sentences.items[sentence];
    if (bg_contact__tells_of(contact, sentence) && leads_up(c, contact, sentence, d)) return false;
    return bg_contact__tells_of(contact, sentence) || d->toward > 0 || d->day2 || bg_text__any(c->text, s->tok, s->end, CLASS_PLANNED);
}

#define PAIR_SENTENCES 6    /* of the body, in which the same two are told to have met */
#define JOURNEY_SENTENCES 12 /* … and in which the days of a journey to come are told */

static bool sits_down(const char *type) { return is(type, "meeting") || is(type, "talks") || is(type, "dialogue") || is(type, "consultation") || is(type, "ceremony"); }

static bool shares_people(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    unsigned n = 0, named = bg_contact__named_people(c, a);
    for (unsigned i = 0; i < a->people_count; i++) n += c->mentions->people.items[a->people[i].person].name && bg_contact__has_person(b, a->people[i].person);
    return n >= 2 || !named || !bg_contact__named_people(c, b);
}

/* The day on which the opening, or a picture, tells that the same two met, by another word. */
static uint32_t date_of_pair(const bg_claims *c, const bg_contact *contact) {
    for (size_t i = 0; i < c->contacts.count && sits_down(contact->type); i++) {
        const bg_contact *other = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, other);
        if (other == contact || other->merged != BG_NONE || other->told || other->planned != contact->planned || !d || !d->day || d->day2 || bg_contact__is_earlier(c, other)) continue;
        if (!(sits_down(other->type) || (other->welcome && bg_date__word_before(c, d)) || (is(other->type, "conference") && !other->in_caption)) || (!other->in_caption && c->body_before[other->sentence] >= PAIR_SENTENCES)) continue;
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
            if (d && d->day && d->day2 && !d->period && !bg_date__is_of_attended(c, visit, d) && bg_text__any(c->text, s->tok, s->end, CLASS_WHO) == opens_with_principal(c, visit, s)) return ref;
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
        if (bg_contact__same_sides(other, contact) || is(other->type, "conference")) return visit ? other->date : first_day(c, other->date);
    }
    return BG_NONE;
}

/* The day of the dates of a sentence, if they name no other than `found`; `several` if they do. */
uint32_t bg_sentence__same_day(const bg_claims *c, const bg_sentence *s, uint32_t found, bool *several) {
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_DATE)) {
        uint32_t ref = c->text->marks.items[m].ref;
        const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref], *f = found == BG_NONE ? NULL : &c->mentions->dates.items[found];
        if (!d || d->period || d->vague || !d->day) continue;
        *several |= d->day2 || (f && (f->day != d->day || f->month != d->month));
        if (!f) found = ref;
    }
    return found;
}

/* Within what somebody says, but for the tail of his sentence, or the day of a noun between others? */
static bool is_of_another(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, uint32_t day) {
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *noun = &c->contacts.items[i];
        if (noun->date != day || !noun->nominal) continue;
        if (bg_contact__is_earlier(c, noun) || (!is(noun->type, contact->type) && bg_contact__has_third(noun, contact))) return true;
    }
    return bg_sentence__is_matter(c, s, day);
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

/* "Hội nghị thượng đỉnh Mỹ - Triều ngày 28/2": the only day of the title. */
static uint32_t day_of_title(const bg_claims *c, const bg_contact *contact) {
    uint32_t found = BG_NONE;
    bool several = bg_title__is_roundup(c); /* "Tin thế giới ngày 9/6: …" */
    for (size_t i = 0; i < c->text->sentences.count && c->text->sentences.items[i].title; i++) found = bg_sentence__same_day(c, &c->text->sentences.items[i], found, &several);
    return several || (found != BG_NONE && !bg_date__names_day(&c->mentions->dates.items[found], contact)) ? BG_NONE : found;
}

#define DAY_OPENS 4 /* words from the begin of a sentence, or its subject, to its day: "Chiều ngày 3/5", "A đã vào hôm 3/5" */

/* "… hôm 3/5 đã đến", "… ngày 3/5 thông báo", "… hôm 3/5 thăm". */
static bool is_before_verb(const bg_claims *c, uint32_t tok, uint32_t end) {
    return tok < end && (bg_text__at(c->text, tok, CLASS_HELD) != BG_NONE || bg_text__at(c->text, tok, CLASS_SAY) != BG_NONE || bg_text__at(c->text, tok, CLASS_CONTACT) != BG_NONE);
}

/* "…, theo báo A ngày 3/5". */
static bool is_of_press(const bg_claims *c, const bg_sentence *s, const bg_date *day) {
    uint32_t tok = day->tok;
    while (tok > s->tok && !(c->text->tokens.items[tok - 1].flags & BG_TOK_PUNCT)) tok--;
    return bg_text__any(c->text, tok, day->tok, CLASS_PRESS);
}

/* "Ông A hôm 3/5 …", "Hôm 3/5, ông A …", "…, ông A nói hôm 3/5": the day of the verb, not of what its objects are about ("vụ … hôm 3/5"). */
static bool is_of_clause(const bg_claims *c, const bg_sentence *s, const bg_date *day) {
    uint32_t m = bg_text__first(c->text, s->tok, day->tok, CLASS_WHO);
    if (day->tok < s->tok + DAY_OPENS || (m != BG_NONE && c->text->marks.items[m].end + DAY_OPENS > day->tok)) return true;
    m = bg_text__last(c->text, s->tok, day->tok, CLASS_WHO); /* "A thảo luận với B tối 10/11" */
    if (m != BG_NONE && c->text->marks.items[m].end == day->tok && !bg_claims__has_punct(c, s->tok, day->tok)) return true;
    return is_before_verb(c, day->end, s->end) || bg_contact__is_day_of_speech(c, s, day) || is_of_press(c, s, day);
}

/* "Lào và Cuba ngày 12/6 đã …": a state that takes part right before the day, no other state before it. */
static bool is_behind_side(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, const bg_date *day) {
    for (uint32_t m = bg_text__first(c->text, s->tok, day->tok, CLASS_SIDE); m != BG_NONE; m = bg_text__after(c->text, m, day->tok, CLASS_SIDE)) {
        const bg_mark *side = &c->text->marks.items[m];
        if (!bg_contact__has_side(contact, bg_mention__country(c->mentions, side))) return false;
        if (side->end + 1 >= day->tok) return true;
    }
    return false;
}

/* A person or a state of the contact in the sentence, and no other state. */
static bool names_a_side(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    bool found = false;
    for (uint32_t tok = s->tok; tok < s->end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_COUNTRY), who = bg_text__at(c->text, tok, CLASS_WHO);
        bool host = m != BG_NONE && bg_text__over(c->text, s->tok, tok, CLASS_LOCATION) != BG_NONE && bg_type__is(contact->type, BG_TYPE_LASTS); /* "hội nghị tại Singapore" */
        if (m != BG_NONE && !host && !bg_contact__has_side(contact, bg_mention__country(c->mentions, &c->text->marks.items[m]))) return false;
        found |= m != BG_NONE || (who != BG_NONE && c->text->marks.items[who].ref != BG_NONE && bg_contact__has_person(contact, c->text->marks.items[who].ref));
    }
    return found;
}

/* "A và B chơi golf hôm 11/2": both who took part, and nobody else, before a day that is not to come; whoever tells of it. */
static bool names_both(const bg_claims *c, const bg_contact *contact, uint32_t sentence, const bg_date *day) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    uint32_t first = BG_NONE;
    bool both = false;
    if (s->caption || contact->planned || bg_contact__tells_of(contact, sentence) || bg_text__any(c->text, s->tok, s->end, CLASS_PLANNED) || bg_text__any(c->text, s->tok, day->tok, CLASS_SINCE)) return false;
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_WHO); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_WHO)) {
        uint32_t ref = c->text->marks.items[m].ref;
        if (ref == BG_NONE || !c->mentions->people.items[ref].name) continue;
        if (!bg_contact__has_person(contact, ref)) return false;
        both |= first != BG_NONE && first != ref && c->text->marks.items[m].tok < day->tok;
        if (first == BG_NONE) first = ref;
    }
    return both;
}

#define WORDS_NEXT 2 /* sentences from where a contact is told to the words that one of the two said at it */

static bool is_told_near(const bg_contact *contact, uint32_t sentence) {
    for (size_t i = 0; i < contact->evidence.count; i++)
        if (contact->evidence.items[i] <= sentence + WORDS_NEXT && sentence <= contact->evidence.items[i] + WORDS_NEXT) return true;
    return false;
}

/* Does the sentence tell, up to the day, what a principal did, and of nobody else? */
static bool acts_on(const bg_claims *c, const bg_contact *contact, uint32_t sentence, uint32_t day) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    const bg_date *d = &c->mentions->dates.items[day];
    bool held = d->end < s->end && bg_text__at(c->text, d->end, CLASS_HELD) != BG_NONE; /* "ngày 7/11 đã nhất trí sẽ …" */
    bool ships = is(contact->type, "visit") && !bg_contact__named_people(c, contact) && bg_text__any(c->text, s->tok, d->tok, CLASS_SHIP); /* "tàu A trưa 5/3 vào vịnh B" */
    bool summary = !c->body_before[sentence] && contact->date != BG_NONE; /* "Các bộ trưởng A - B ngày 5/6 khẳng định …", and then that they met "hôm qua" */
    bool says = summary && d->end < s->end && bg_text__at(c->text, d->end, CLASS_SAY) != BG_NONE;
    if (s->caption || (!held && bg_text__any(c->text, s->tok, says ? d->tok : s->end, CLASS_PLANNED)) || bg_contact__is_ended(c, contact, s) || (!ships && !is_of_clause(c, s, d))) return false;
    if (bg_text__any(c->text, s->tok, d->tok, CLASS_SINCE) || bg_contact__is_behind_deed(c, contact, s->tok, d->tok)) return false; /* "từ khi …" */
    if (bg_contact__tells_of(contact, sentence)) return true;
    if (ships || (contact->ships && bg_text__any(c->text, s->tok, s->end, CLASS_SHIP))) return true;
    uint32_t m = bg_text__first(c->text, s->tok, d->tok, CLASS_WHO), ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
    bool unnamed = ref == BG_NONE || (summary && !c->mentions->people.items[ref].name);
    if (unnamed && (summary || !bg_contact__named_people(c, contact))) return is_behind_side(c, contact, s, d);
    bool minister = ref != BG_NONE && !bg_contact__named_people(c, contact) && bg_contact__has_side(contact, bg_claims__country(c, ref)); /* "A cắt quan hệ với B", of which a minister tells */
    if (minister) return !tells_others(c, contact, sentence);
    if (!summary && !is(contact->type, "statement") && (is_of_press(c, s, d) || (bg_contact__is_day_of_speech(c, s, d) && !is_told_near(contact, sentence)))) return false; /* he spoke, whatever of */
    return ref != BG_NONE && bg_contact__has_person(contact, ref) && !tells_others(c, contact, sentence);
}

#define HAPPENS_REACH 3 /* words between "diễn ra" and its day */

/* "Nó sẽ diễn ra vào ngày 10/11": of nothing else before it in the sentence. */
static uint32_t day_of_happening(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_TAKESPLACE); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_TAKESPLACE)) {
        const bg_mark *happens = &c->text->marks.items[m];
        for (uint32_t tok = happens->end; tok < s->end && tok < happens->end + HAPPENS_REACH; tok++) {
            uint32_t n = bg_text__at(c->text, tok, CLASS_DATE), ref = n == BG_NONE ? BG_NONE : c->text->marks.items[n].ref;
            if (ref == BG_NONE || !bg_date__names_day(&c->mentions->dates.items[ref], contact)) continue;
            if (bg_text__any(c->text, s->tok, tok, CLASS_FORMER)) return BG_NONE; /* "cuộc gặp gần nhất" */
            bool coming = bg_text__any(c->text, s->tok, tok, CLASS_PLANNED);
            const char *type = bg_date__word_before(c, &c->mentions->dates.items[ref]);
            bool opens = happens->tok < s->tok + HAPPENS_REACH || bg_claims__has_punct(c, happens->tok - HAPPENS_REACH, happens->tok); /* "nó sẽ" */
            return coming == contact->planned && (type ? bg_type__alike(type, contact->type) : opens) ? ref : BG_NONE;
        }
    }
    return BG_NONE;
}

#define DATE_WORDS 24 /* of the main contact's word to its day */

/* Is somebody named before the token who takes no part, or the day told of another contact? */
static bool is_other_day(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, uint32_t sentence, uint32_t ref) {
    const bg_date *d = &c->mentions->dates.items[ref];
    for (uint32_t m = bg_text__first(c->text, s->tok, d->tok, CLASS_WHO); m != BG_NONE; m = bg_text__after(c->text, m, d->tok, CLASS_WHO)) {
        uint32_t who = c->text->marks.items[m].ref;
        if (who != BG_NONE && c->mentions->people.items[who].name && !bg_contact__has_person(contact, who)) return true;
    }
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other->sentence == sentence && other->date == ref && other->planned != contact->planned) return true;
        if (other->sentence == sentence && other->date == ref && !is(other->type, contact->type) && !(sits_down(other->type) && sits_down(contact->type))) return true;
    }
    return (!contact->planned && bg_sentence__is_matter(c, s, ref)) || bg_contact__dates_saying(c, contact, d, s, BG_SAID_REACH);
}

/* A visit in the title, or told by a noun alone: nothing says that it was made. */
static bool is_untensed(const bg_contact *contact) { return is(contact->type, "visit") && !contact->past && !contact->tensed && (contact->in_title || contact->nominal); }

/* A word for a contact at the token, but for "thảo luận" and the like. */
static bool is_word_for(const bg_claims *c, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_CONTACT);
    return m != BG_NONE && !bg_mark__get(c->text, &c->text->marks.items[m], KEY_GENERIC);
}

/* "cuộc gặp … được thông báo trong ngày 28/6": a verb of speech before the day, and none of taking place behind it. */
static bool is_day_of_telling(const bg_claims *c, uint32_t from, uint32_t day) {
    uint32_t m = bg_text__last(c->text, from, day, CLASS_SAY), at = m == BG_NONE ? day : c->text->marks.items[m].tok; /* "sẽ" may be one */
    return m != BG_NONE && !bg_text__any(c->text, at, day, CLASS_TAKESPLACE) && !bg_text__any(c->text, at, day, CLASS_PLANNED);
}

/* "Chuyên cơ của ông A hạ cánh lúc 7h16 ngày 26/12 tại …": he comes, by words that say no more; not "đến", which says less. */
static bool is_landing(const bg_claims *c, const bg_contact *visit, const bg_sentence *s, const bg_mark *word) {
    uint32_t who = bg_text__first(c->text, s->tok, word->tok, CLASS_WHO), ref = who == BG_NONE ? BG_NONE : c->text->marks.items[who].ref;
    return is(visit->type, "visit") && word->end > word->tok + 1 && !bg_mark__get(c->text, word, KEY_LEAVES) && ref != BG_NONE && bg_contact__has_person(visit, ref);
}

/* The day behind a word of the contact's type in the sentence, where no rule could tell who: "… thông báo chủ tịch nước này sẽ thăm C vào ngày 20/6". */
static uint32_t day_of_word(const bg_claims *c, const bg_contact *contact, uint32_t sentence) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_CONTACT); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_CONTACT)) {
        const bg_mark *word = &c->text->marks.items[m];
        if (!is(bg_mark__get(c->text, word, KEY_VALUE), contact->type) || (is(bg_mark__get(c->text, word, KEY_WEAK), "yes") && !is_landing(c, contact, s, word))) continue;
        uint32_t end = word->end + DATE_WORDS < s->end ? word->end + DATE_WORDS : s->end;
        for (uint32_t tok = word->end; tok < end && !is_word_for(c, tok); tok++) {
            uint32_t n = bg_text__at(c->text, tok, CLASS_DATE), ref = n == BG_NONE ? BG_NONE : c->text->marks.items[n].ref;
            if (ref == BG_NONE || !c->mentions->dates.items[ref].month) continue;
            if (is_day_of_telling(c, word->end, tok)) break;
            if (contact->planned != bg_text__any(c->text, s->tok, tok, CLASS_PLANNED) && (contact->planned || !is_untensed(contact))) break;
            if (bg_contact__is_behind_deed(c, contact, word->end, tok) || bg_text__any(c->text, word->end, tok, CLASS_SINCE)) return BG_NONE;
            return bg_date__names_day(&c->mentions->dates.items[ref], contact) && !is_other_day(c, contact, s, sentence, ref) ? ref : BG_NONE;
        }
    }
    return BG_NONE;
}

/* A day that its sentence tells as one to come. */
static bool is_told_to_come(const bg_claims *c, uint32_t ref) {
    const bg_date *d = &c->mentions->dates.items[ref];
    for (size_t i = 0; i < c->text->sentences.count; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (d->tok >= s->tok && d->tok < s->end) return d->toward >= 0 && bg_text__any(c->text, s->tok, d->tok, CLASS_PLANNED);
    }
    return false;
}

/* … in the opening, when the sentence names its sides or says nothing of others. */
static uint32_t date_of_word(const bg_claims *c, const bg_contact *contact) {
    for (uint32_t i = 0; i < c->text->sentences.count && c->body_before[i] < PAIR_SENTENCES; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        bool journey = is(contact->type, "visit") && contact->side_count > 2; /* has the days of its stops */
        if (s->title || s->caption || s->heading || journey || is(contact->type, "statement") || bg_contact__is_ended(c, contact, s)) continue;
        uint32_t ref = names_a_side(c, contact, s) ? day_of_word(c, contact, i) : BG_NONE;
        if (ref == BG_NONE && !bg_type__is(contact->type, BG_TYPE_LASTS) && !tells_deeds(c, contact, i, !contact->planned)) ref = day_of_happening(c, contact, s);
        if (ref != BG_NONE) return ref;
    }
    return BG_NONE;
}

/* The only day that the opening names, where a principal acts; BG_NONE if it names none, or several. */
static uint32_t day_of_page(const bg_claims *c, const bg_contact *contact) {
    uint32_t found = BG_NONE;
    bool several = false, of_it = false;
    for (size_t i = 0; i < c->text->sentences.count && c->body_before[i] < PAIR_SENTENCES && !several; i++) {
        uint32_t before = found;
        found = bg_sentence__same_day(c, &c->text->sentences.items[i], found, &several);
        const bg_sentence *s = &c->text->sentences.items[i];
        if (found != before) of_it = names_both(c, contact, (uint32_t)i, &c->mentions->dates.items[found]) || (acts_on(c, contact, (uint32_t)i, found) && !is_of_another(c, contact, s, found));
    }
    return several || !of_it ? BG_NONE : found;
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

/* "A sáng mai sẽ gặp B … A sẽ tới C vào ngày 6/11": the only day of the opening, on which a principal is to do something. */
static uint32_t day_to_come(const bg_claims *c, const bg_contact *contact) {
    uint32_t found = BG_NONE;
    bool several = false, of_it = false;
    for (uint32_t i = 0; i < c->text->sentences.count && c->body_before[i] < PAIR_SENTENCES && !several; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        uint32_t before = found;
        found = bg_sentence__same_day(c, s, found, &several);
        if (found != before) of_it = opens_with_principal(c, contact, s) && is_told_to_come(c, found) && !tells_others(c, contact, i);
    }
    return several || !of_it ? BG_NONE : found;
}

/* "… trong cuộc họp hôm qua" under a picture: what the text tells is another telling. */
static bool is_of_picture(const bg_claims *c, const bg_contact *contact, const bg_date *d) {
    for (size_t i = 0; i < contact->evidence.count && d->deictic && !d->month; i++) {
        const bg_sentence *s = &c->text->sentences.items[contact->evidence.items[i]];
        if (d->tok >= s->tok && d->tok < s->end) return s->caption;
    }
    return false;
}

/* "Hôm nay, tôi sẽ …", ông A viết hôm 3/6: the day is what he says. */
static bool is_quoted_day(const bg_claims *c, const bg_date *d) {
    for (size_t i = 0; i < c->text->sentences.count; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (d->tok >= s->tok && d->tok < s->end) return bg_sentence__is_quoted(c, s, d->tok);
    }
    return false;
}

/* Is the day told under a picture, or is it "hôm nay" itself? */
static bool is_pictured(const bg_claims *c, uint32_t ref) {
    const bg_date *d = &c->mentions->dates.items[ref];
    for (size_t i = 0; i < c->text->sentences.count && !d->deictic; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (d->tok >= s->tok && d->tok < s->end) return s->caption;
    }
    return true;
}

/* What is called off: when it was to be, as other words tell that are of what is to come. */
static uint32_t date_of_called_off(const bg_claims *c, const bg_contact *contact) {
    uint32_t found = date_of_pair(c, contact);
    return found == BG_NONE ? date_of_word(c, contact) : found;
}

#define OPENING_SENTENCES 3 /* of the body */

/* Does the date stand in the title or where the body begins? */
static bool is_of_opening(const bg_claims *c, const bg_date *d) {
    for (size_t i = 0; i < c->text->sentences.count && c->body_before[i] < OPENING_SENTENCES; i++)
        if (d->tok >= c->text->sentences.items[i].tok && d->tok < c->text->sentences.items[i].end) return true;
    return false;
}

/* How often does the sentence name one of those who took part? */
static unsigned count_principals(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    unsigned n = 0;
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_WHO), last = BG_NONE; m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_WHO)) {
        uint32_t who = c->text->marks.items[m].ref;
        n += who != BG_NONE && who != last && bg_contact__has_person(contact, who);
        last = who;
    }
    return n;
}

/* Does the sentence name one of those who took part, or all sides? */
static bool names_parties(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    unsigned sides = 0;
    if (count_principals(c, contact, s)) return true;
    for (unsigned i = 0; i < contact->side_count; i++) {
        bool named = false;
        for (uint32_t tok = s->tok; tok < s->end && !named; tok++) {
            uint32_t side = bg_text__at(c->text, tok, CLASS_SIDE);
            if (side == BG_NONE) side = bg_text__at(c->text, tok, CLASS_COUNTRY);
            named = side != BG_NONE && is(bg_mention__country(c->mentions, &c->text->marks.items[side]), contact->sides[i]);
        }
        sides += named;
    }
    return sides && sides == contact->side_count;
}

/* Does the sentence tell what both sides said or did, or name the contact by a word of its type before the day? */
static bool tells_both(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, const bg_date *day) {
    for (size_t i = 0; i < c->sayings.count; i++)
        if (&c->text->sentences.items[c->sayings.items[i].sentence] == s && c->sayings.items[i].speaker.kind == BG_SPEAKER_BOTH) return true;
    for (uint32_t m = bg_text__first(c->text, s->tok, day->tok, CLASS_CONTACT); m != BG_NONE; m = bg_text__after(c->text, m, day->tok, CLASS_CONTACT))
        if (bg_type__alike(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), contact->type)) return true;
    return false;
}

#define SPEAKS_NEAR 6 /* words from a day that opens a sentence to the verb of its subject */

/* "Tổng thống C tối 13/4 ra lệnh …", "Ngày 9/11, quân đội A xác nhận …": what others did or said, beside the contact of A's president and B. */
static bool tells_strangers(const bg_claims *c, const bg_contact *contact, uint32_t sentence, uint32_t ref) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    const bg_date *d = &c->mentions->dates.items[ref];
    uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_WHO), who = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
    if (who != BG_NONE && c->mentions->people.items[who].name && !bg_contact__has_side(contact, bg_claims__country(c, who))) return !names_parties(c, contact, s);
    bool says = bg_contact__is_day_of_speech(c, s, d) || bg_text__any(c->text, d->end, d->end + SPEAKS_NEAR < s->end ? d->end + SPEAKS_NEAR : s->end, CLASS_SAY);
    if (!says || !bg_contact__named_people(c, contact) || tells_both(c, contact, s, d)) return false;
    if (who != BG_NONE && !c->mentions->people.items[who].name && bg_contact__has_side(contact, bg_claims__country(c, who))) return false; /* "Nhà lãnh đạo A" */
    unsigned named = count_principals(c, contact, s);
    return !named || (named < 2 && !is_told_near(contact, sentence));
}

/* "Trong bức thư nộp tối 13/2, A cho biết … về các cuộc điện đàm với B": the sentence names the contact only in what somebody says on that day. */
static bool only_speaks_of(const bg_claims *c, const bg_contact *contact, uint32_t sentence, uint32_t ref) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    const bg_date *d = &c->mentions->dates.items[ref];
    uint32_t index = (uint32_t)(contact - c->contacts.items);
    bool named = false;
    if (!bg_contact__is_day_of_speech(c, s, d) || bg_claims__is_said(c, s, d->tok)) return false;
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *told = &c->contacts.items[i];
        if (told->sentence != sentence || (i != index && told->merged != index)) continue;
        if (!told->nominal || !bg_claims__is_said(c, s, told->trigger)) return false;
        named = true;
    }
    return named;
}

/* "Ngày 1/3 vừa qua, …": the news is of another day. */
static bool is_told_past(const bg_claims *c, const bg_date *d) {
    return d->toward < 0 && d->day && !bg_text__is(c->text, d->tok, CLASS_PASTDAY) && !(d->tok && bg_text__is(c->text, d->tok - 1, CLASS_PASTDAY));
}

/* Is the day of a sentence of the body, or of a picture, that of something else than the contact? */
static bool is_elsewhere(const bg_claims *c, const bg_contact *contact, uint32_t sentence, uint32_t ref) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    if (is(contact->type, "statement")) return false;
    if (bg_contact__tells_of(contact, sentence)) return only_speaks_of(c, contact, sentence, ref);
    if (contact->in_caption && !s->caption) return true; /* the news is not what a picture shows */
    if (!contact->planned && !s->caption && is_told_past(c, &c->mentions->dates.items[ref])) return true;
    return s->caption ? !names_parties(c, contact, s) : tells_strangers(c, contact, sentence, ref);
}

/* "Cuộc họp dự kiến diễn ra vào 15h ngày 5/7": the day of what is to take place, whoever told of it. */
static bool is_of_event_to_come(const bg_claims *c, const bg_sentence *s, uint32_t ref) {
    const bg_date *d = &c->mentions->dates.items[ref];
    uint32_t m = bg_text__last(c->text, s->tok, d->tok, CLASS_PLANNED), from = m == BG_NONE ? d->tok : c->text->marks.items[m].tok;
    return d->toward >= 0 && bg_text__any(c->text, from, d->tok, CLASS_TAKESPLACE) && !bg_claims__has_punct(c, from, d->tok);
}

/* The first day that opens a sentence of the opening; captions last. Not when the contact says "hôm nay" of its own. */
static void add_date(const bg_claims *c, bg_contact *contact) {
    const bg_date *has = bg_contact__date(c, contact);
    if (has && has->day2 && is(contact->type, "ceremony") && is(bg_date__word_before(c, has), "visit")) { /* the days of the visit: on the first the guest is welcomed */
        contact->date = contact->welcome ? first_day(c, contact->date) : BG_NONE;
        has = bg_contact__date(c, contact);
    }
    if (has && is_of_picture(c, contact, has)) has = NULL;
    if (has && is(contact->type, "statement") && bg_date__is_unknown_day(has) && is_quoted_day(c, has)) has = NULL;
    if (has && !has->day && contact->planned && has->toward < 0) contact->date = BG_NONE, has = NULL; /* "hồi tháng 6" was it spoken of */
    if (has && !has->day && has->month && is(contact->type, "statement")) contact->date = BG_NONE, has = NULL; /* news is no month old: "… nhân dịp Thủ tướng C thăm vào tháng 9" */
    contact->today = has && bg_date__is_unknown_day(has) && !has->shift;
    int month = has && !has->day ? has->month : 0; /* known to the month only: a day of that month tells more */
    if (has && has->day) return;
    uint32_t found = month ? BG_NONE : date_of_reference(c, contact);
    if (found == BG_NONE && !month) found = date_of_party(c, contact);
    if (found == BG_NONE && contact->off) found = date_of_called_off(c, contact);
    if (found != BG_NONE) contact->date = found;
    if (found != BG_NONE || contact->invited || contact->off) return; /* the day of the page's news is that of the inviting, of the calling off */
    if (is(contact->type, "statement") && (found = bg_contact__day_of_words(c, contact)) != BG_NONE && (!contact->today || is_pictured(c, found) || c->mentions->dates.items[found].tok < has->tok)) {
        contact->date = found;
        return;
    }
    for (int captions = has != NULL && !has->year; captions < (is(contact->type, "statement") || contact->planned ? 1 : 2); captions++) {
        unsigned body = 0;
        for (size_t i = 0; i < c->text->sentences.count && body < 4; i++) {
            const bg_sentence *s = &c->text->sentences.items[i];
            body += !s->title && !s->caption;
            if (s->caption != (bool)captions) continue;
            if (captions ? bg_contact__shows_other(c, contact, (uint32_t)i) : tells_others(c, contact, (uint32_t)i)) continue;
            if (tells_matter(c, contact, (uint32_t)i) || (captions && shows_one(c, contact, s, (uint32_t)i)) || (s->title && bg_title__is_roundup(c))) continue;
            uint32_t ref = bg_contact__opening_day(c, contact, s, body <= 2);
            if (ref == BG_NONE && body <= 2 && !s->title && bg_contact__tells_of(contact, (uint32_t)i)) ref = bg_sentence__only_day(c, contact, s);
            if (ref != BG_NONE && contact->planned && !is_told_ahead(c, contact, (uint32_t)i, ref)) continue;
            if (ref == BG_NONE || (month && c->mentions->dates.items[ref].month != month) || is_of_other(c, contact, (uint32_t)i, ref)) continue;
            if (is_elsewhere(c, contact, (uint32_t)i, ref)) continue;
            if (is(contact->type, "statement") && (!c->mentions->dates.items[ref].day || is_of_event_to_come(c, s, ref))) continue; /* "Hồi tháng 3, …" */
            if (bg_sentence__opens_earlier(c, s) && (is(contact->type, "statement") || !bg_contact__tells_of(contact, (uint32_t)i))) continue; /* "Trước đó, ngày 5/3, A đã tiếp C" */
            if (!bg_contact__may_be_in(c, contact, c->mentions->dates.items[ref].year)) continue; /* "45 năm trước, ngày 21-9-1973, …" */
            contact->date = ref;
            return;
        }
    }
    found = span_of_visit(c, contact);
    if (found == BG_NONE) found = days_of_forum(c, contact);
    if (found == BG_NONE && !has) found = date_of_speech(c, contact);
    if (found == BG_NONE) found = date_of_pair(c, contact);
    bool visit = is(contact->type, "visit");
    if (found == BG_NONE && visit && contact->planned && !has) found = date_of_word(c, contact);
    if (found == BG_NONE) found = date_of_journey(c, contact);
    if (found == BG_NONE) found = day_of_title(c, contact);
    if (found == BG_NONE && !has) found = day_of_way(c, contact);
    if (found == BG_NONE && !has) found = day_of_handover(c, contact);
    bool told = has && has->deictic && !(contact->planned && has->shift > 0); /* "ngày mai" has its day elsewhere */
    if (found == BG_NONE && !told && (found = date_of_word(c, contact)) != BG_NONE) contact->planned |= !contact->tensed && !contact->past && is_told_to_come(c, found); /* "A đã tới B" */
    if (found == BG_NONE && !contact->planned && !(has && has->shift > 0)) found = day_of_page(c, contact);
    if (found == BG_NONE && contact->planned && has && has->deictic && has->shift > 0) found = day_to_come(c, contact);
    bool clashes = month && !is(contact->type, "statement") && c->mentions->dates.items[found == BG_NONE ? 0 : found].month != month;
    if (found != BG_NONE && !(clashes && is_of_opening(c, has))) contact->date = found;
}

/* "Trước đó, B thăm nước A từ ngày 29/11 đến 2/12": the days of a visit to the guest's own state. */
static bool is_of_visit_back(const bg_claims *c, const bg_contact *visit, uint32_t ref) {
    const char *home = is(visit->type, "visit") && visit->people_count ? bg_claims__country(c, visit->people[0].person) : NULL;
    for (size_t i = 0; home && i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other == visit || !is(other->type, "visit") || other->merged != BG_NONE || other->date != ref) continue;
        if (is(other->place_side, home) && !is(visit->place_side, home) && !bg_contact__shares_person(c, visit, other)) return true;
    }
    return false;
}

void bg_contact__add_date(const bg_claims *c, bg_contact *contact) {
    uint32_t told = contact->date;
    bool planned = contact->planned;
    add_date(c, contact);
    if (contact->date == told || contact->date == BG_NONE || !is_of_visit_back(c, contact, contact->date)) return;
    contact->date = told;
    contact->planned = planned;
}

void bg_contact__set_date(bg_claims *c, bg_contact *contact, const bg_date *date) {
    bg_date copy = *date, *added = BG_PUSH(c->text->arena, &c->mentions->dates); /* the push may move the dates */
    if (!added) return;
    *added = copy;
    contact->date = (uint32_t)c->mentions->dates.count - 1;
}
