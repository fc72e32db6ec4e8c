/* choose: which of the page's contacts is its news: the heaviest, unless the page is about what somebody says. */
#include "choose.h"

#define MAIN_LEAST 7 /* score below which a page reports no contact */

#define LEAD_SENTENCES 4
#define LEAST_RANK 6 /* of officials who speak for their state; 0 is unknown */

/* Who of the state speaks in the lead: an official with a name, else NULL; *speaks when anybody does. */
static const bg_saying *lead_speaker(const bg_claims *c, const char *state, bool *speaks) {
    const bg_saying *of_state = NULL;
    for (size_t i = 0; i < c->sayings.count; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const bg_sentence *sentence = &c->text->sentences.items[s->sentence];
        if (sentence->title || sentence->caption || c->body_before[bg_saying__begins(c, s)] >= LEAD_SENTENCES) continue;
        if (s->speaker.kind == BG_SPEAKER_SIDE && is(s->speaker.side, state)) *speaks = true;
        if (s->speaker.kind != BG_SPEAKER_ENTITY) continue;
        const bg_person *p = &c->mentions->people.items[s->speaker.entity];
        if (!is(bg_person__country(p), state) || !p->office_count || (p->rank > LEAST_RANK && !bg_person__leads_state(p))) continue;
        *speaks = true;
        if (p->name && !of_state && !bg_saying__is_before(c, s)) of_state = s;
    }
    return of_state;
}

/* Does the title tell by this or another of its readings that two declare it? */
static bool is_of_both(const bg_claims *c, const bg_contact *titled) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other->sentence == titled->sentence && (is(other->rule, "contact.declares-agreed") || is(other->rule, "contact.declares-joint"))) return true;
    }
    return false;
}

/* "A và B nhất trí …", "… kêu gọi …" again in the lead. */
static bool agrees_again(const bg_claims *c, const bg_contact *titled) {
    bool both = is_of_both(c, titled);
    for (size_t i = 0; i < c->sayings.count && both && titled->side_count >= 2; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const bg_sentence *sentence = &c->text->sentences.items[s->sentence];
        if (s->speaker.kind == BG_SPEAKER_BOTH && !sentence->title && !sentence->caption && c->body_before[bg_saying__begins(c, s)] < LEAD_SENTENCES) return true;
    }
    return false;
}

#define WORDS_LEAD 2 /* sentences of the body in which the words of the title are named: "bản kiến nghị", "lời chỉ trích" */

/* "Thượng viện A chỉ trích B" in the title, and in the lead what was passed or written: nobody need be heard. */
static bool is_written(const bg_claims *c, const bg_contact *titled) {
    if (!is(titled->rule, "contact.declares-to") || titled->side_count != 2 || titled->planned || bg_title__tells_incident(c)) return false;
    for (size_t i = 0; i < c->text->sentences.count && c->body_before[i] < WORDS_LEAD; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (!s->title && !s->caption && bg_text__any(c->text, s->tok, s->end, CLASS_SAIDNOUN)) return true;
    }
    return false;
}

/* "Nước A cảnh báo nước B" heads the page, and somebody of A speaks in its lead. */
static bg_contact *titled_declaration(bg_claims *c, const bg_sentence *title) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        bg_contact *contact = &c->contacts.items[i];
        bool speaks = false;
        if (!contact->titled || contact->merged != BG_NONE || !contact->side_count || !bg_title__names_two(c, title)) continue;
        const bg_saying *s = lead_speaker(c, contact->sides[0], &speaks);
        if ((!speaks || (!s && bg_title__tells_incident(c))) && !agrees_again(c, contact) && !is_written(c, contact)) continue; /* a court, the police */
        contact->planned = false;
        if (bg_title__keep_declarer(c, contact) || !s) return contact;
        bg_contact__add_voice(c, contact, s);
        if (contact->date == BG_NONE) contact->date = bg_contact__said_day(c, contact, s);
        return contact;
    }
    return NULL;
}

#define OFFICIAL_RANK 4 /* an ambassador, a deputy minister */

/* An official of a state alone before the press, in the lead. */
static bool is_before_press(const bg_claims *c, const bg_contact *contact) {
    if (!is(contact->type, "statement") || contact->titled || contact->nominal || contact->merged != BG_NONE || contact->bare || !contact->people_count) return false;
    const bg_person *p = &c->mentions->people.items[contact->people[0].person];
    const char *country = bg_person__country(p);
    return p->name && country && !bg_side__is_body(country) && (p->spokesperson || (p->rank && p->rank <= OFFICIAL_RANK)) &&
           !is(contact->rule, "contact.speaker") && bg_contact__position(c, contact) < LEAD_SENTENCES;
}

/* A page without a contact may be about what a state declares, or an official to the press whose title names him or his state, and another one. */
static bg_contact *declaration(bg_claims *c) {
    const bg_sentence *title = bg_title__find(c);
    if (!title) return NULL;
    if (bg_title__asks(c, title) && bg_title__explains(c, title)) return NULL; /* "Vì sao A phản đối …?" */
    bool own = bg_title__explains(c, title) || bg_title__wishes(c) || bg_title__tells_leisure(c); /* not "A lên án vụ phóng tên lửa" */
    bool weighs = (own && bg_title__weighs(c)) || bg_title__asks(c, title);
    bg_contact *found = weighs ? NULL : titled_declaration(c, title);
    weighs |= bg_title__tells_incident(c);
    for (size_t i = 0; i < c->contacts.count && !found; i++) {
        bg_contact *contact = &c->contacts.items[i];
        if (!(contact->declared || is_before_press(c, contact)) || !bg_title__names(c, title, contact) || !bg_title__names_two(c, title)) continue;
        if (!weighs || bg_title__speaks(c, title, contact->sides[0])) found = contact;
    }
    return found;
}

/* A noun about others or of the past, where the title says that a state speaks: the declaration is the news. */
static bg_contact *spoken_of(bg_claims *c, bg_contact *best) {
    bool spoken = bg_contact__is_spoken_of(c, best), noun = (best->nominal || bg_contact__is_time_clause(c, best)) && !best->in_title;
    bg_contact *declared = spoken || !best->in_title ? declaration(c) : NULL;
    if (declared && !noun && !spoken) return declared->titled && !bg_contact__has_side(best, declared->sides[0]) ? declared : best;
    if (!declared || spoken) return declared ? declared : best;
    if (declared->people_count && bg_contact__has_person(best, declared->people[0].person)) return best; /* what he said there */
    if (!bg_title__speaks(c, bg_title__find(c), declared->sides[0])) return best;
    return bg_contact__is_past(c, best) || !bg_title__names_sides(c, bg_title__find(c), best) ? declared : best;
}

/* "A kết thúc chuyến thăm B, lên đường tới C": the visit that begins is the news, if the body opens with it. */
static bool is_left(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    const bg_sentence *s = &c->text->sentences.items[a->sentence];
    if (!is(a->type, "visit") || !is(b->type, "visit") || bg_contact__same_sides(a, b)) return false;
    return bg_text__any(c->text, s->tok, a->trigger + 1, CLASS_ENDS) && bg_contact__position(c, b) < bg_contact__position(c, a);
}

/* "… thăm Mỹ, gặp Trump": of what one does by the title's words the first is the news. */
static bool is_first_of_title(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    bool both = a->in_title && b->in_title && a->sentence == b->sentence && !a->nominal && !b->nominal;
    if (!both || a->partial || !c->text->sentences.items[a->sentence].title || a->subject == BG_NONE || a->trigger >= b->trigger) return false;
    if (b->trigger < a->trigger_end || is_left(c, a, b)) return false; /* "đón tiếp": a visit or a meeting, by one word */
    return b->subject == a->subject || b->link;
}

#define WAY 3 /* words between the place and what one comes there for */

/* "… tới Lào dự hội nghị": he is there for it. */
static bool is_way_to(const bg_contact *a, const bg_contact *b) {
    return is(a->type, "visit") && is(b->type, "conference") && a->arrives && b->trigger <= a->end + WAY;
}

static bool is_better(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (b && is_first_of_title(c, b, a)) return is_way_to(b, a);
    if (b && is_first_of_title(c, a, b)) return !is_way_to(a, b);
    if (!b || a->score != b->score) return !b || a->score > b->score;
    bool alike = bg_type__is(a->type, BG_TYPE_OF_TWO) && bg_type__is(b->type, BG_TYPE_OF_TWO);
    return alike && bg_contact__named_people(c, a) > bg_contact__named_people(c, b);
}

/* A noun between two who are named, of both of whom the title speaks, needs less to be the news. */
static int least(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *title = bg_title__find(c);
    const bg_date *d = bg_contact__date(c, contact);
    bool stay = is(contact->type, "visit") && contact->people_count && d && d->day2 && (!d->year || d->inferred); /* "… chuyến thăm từ ngày 22 đến 24/3" */
    bool guest = is(contact->type, "visit") && bg_contact__named_people(c, contact) && !bg_contact__position(c, contact); /* "… chuyến thăm của A", where the page begins */
    bool two = contact->nominal && (stay || guest || bg_contact__named_people(c, contact) >= 2) && title && bg_title__names_sides(c, title, contact);
    bool opens = !title && !contact->nominal && contact->side_count >= 2 && !bg_contact__position(c, contact); /* its first sentence is its title */
    return two || opens ? MAIN_LEAST - 2 : MAIN_LEAST;
}

/* The visit that the guest is on, told as one with the welcome, is a contact of its own again. */
static void part_from_visit(const bg_claims *c, const bg_contact *welcome) {
    uint32_t self = (uint32_t)(welcome - c->contacts.items), first = BG_NONE;
    if (!welcome->welcome || !is(welcome->type, "ceremony") || welcome->merged != BG_NONE) return;
    for (uint32_t i = self; i < bg_contact__near_end(c, self); i++) {
        bg_contact *visit = &c->contacts.items[i];
        if (visit->merged != self || visit->welcome || !is(visit->type, "visit") || !visit->people_count) continue;
        visit->merged = first;
        if (first == BG_NONE) first = i;
        else c->contacts.items[first].in_caption &= visit->in_caption;
    }
}

#define WELCOME_LEAD 4 /* sentences, and captions */

/* "A đón B" at the head of a page that tells of the ceremony: it is the ceremony, told as a visit. */
static void tell_welcome(const bg_claims *c, bg_contact *visit) {
    bool honours = (visit->welcome && visit->in_title) || bg_title__has_type(c, "ceremony");
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && is(visit->type, "visit") && !visit->planned && honours; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (!other->welcome || !is(other->type, "ceremony") || bg_contact__position(c, other) > WELCOME_LEAD || c->text->sentences.items[other->sentence].title) continue;
        visit->type = "ceremony";
        for (unsigned k = 0; k < other->people_count && visit->people_count < BG_PEOPLE_MAX; k++)
            if (!bg_contact__has_person(visit, other->people[k].person)) visit->people[visit->people_count++] = other->people[k];
    }
}

/*
 * "A chủ trì lễ đón B. Tại hội đàm, hai bên nhất trí …" under a title about what states do: the talks behind it are the news, on the
 * day of the ceremony.
 */
static bg_contact *talks_behind(const bg_claims *c, bg_contact *best) {
    const bg_sentence *title = bg_title__find(c);
    if (!best->welcome || !is(best->type, "ceremony") || best->in_title || best->planned || bg_title__has_type(c, "ceremony")) return best;
    if (!title || !bg_title__names_two(c, title) || bg_text__any(c->text, title->tok, title->end, CLASS_WHO)) return best;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        bg_contact *other = &c->contacts.items[i];
        if (!is(other->type, "talks") || other->merged != BG_NONE || other->bare || other->planned || bg_contact__is_past(c, other)) continue;
        if (!bg_contact__same_sides(other, best) || bg_contact__named_people(c, other) < 2) continue;
        if (other->date == BG_NONE) other->date = best->date;
        return other;
    }
    return best;
}

/* Do the two tell of each other's people: every named one of `a` is in `b`? */
static bool has_named_of(const bg_claims *c, const bg_contact *b, const bg_contact *a) {
    for (unsigned i = 0; i < a->people_count; i++)
        if (c->mentions->people.items[a->people[i].person].name && !bg_contact__has_person(b, a->people[i].person)) return false;
    return true;
}

static bool has_local(const bg_claims *c, const bg_contact *contact) {
    for (unsigned i = 0; i < contact->people_count; i++)
        if (is(c->mentions->people.items[contact->people[i].person].channel, "local")) return true;
    return false;
}

/* "Thủ tướng A: …": does the title quote one of its sides? */
static bool is_quoted_by_title(const bg_claims *c, const bg_contact *contact) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *titled = &c->contacts.items[i];
        if (titled->titled && titled->side_count && is(titled->rule, "contact.declares-quoted") && bg_contact__has_side(contact, titled->sides[0])) return true;
    }
    return false;
}

/*
 * "Thủ tướng A thăm TP B" heads a page on how the head of the town received him; "A và B họp báo chung sau hội đàm" one on the talks: the
 * meeting is the news.
 */
static bg_contact *meeting_behind(const bg_claims *c, bg_contact *best) {
    bool town = is(best->type, "visit") && best->in_title && !best->planned && !best->wide && best->place_side;
    bool press = is(best->type, "statement") && !best->titled && !best->in_title && best->side_count == 2 && bg_contact__named_people(c, best) == 2 && !is_quoted_by_title(c, best);
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && (town || press); i++) {
        bg_contact *other = &c->contacts.items[i];
        if (other->merged != BG_NONE || other->bare || other->planned || other->told || bg_contact__is_past(c, other) || bg_contact__named_people(c, other) < 2) continue;
        if (!bg_contact__same_sides(other, best) || bg_contact__position(c, other) >= OPENING || !has_named_of(c, other, best)) continue;
        if (press && is(other->type, "talks")) return other;
        if (town && bg_type__is(other->type, BG_TYPE_OF_TWO) && has_local(c, other) && bg_contact__position(c, other) <= bg_contact__position(c, best)) return other;
    }
    return best;
}

#define AGAIN_LEAD 3 /* sentences of the body that tell again what the first said in a common word */

/* "A thảo luận với B …", "A và B gặp nhau" under a picture, and in the next sentence that the two telephoned, or held a session: that is the news. */
static bg_contact *told_again(const bg_claims *c, bg_contact *best) {
    if (!is(best->type, "meeting") || best->in_title || best->planned || bg_contact__position(c, best) >= AGAIN_LEAD - 1 || bg_contact__named_people(c, best) < 2) return best;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        bg_contact *other = &c->contacts.items[i];
        bool tells = is(other->type, "call") || is(other->type, "consultation") || is(other->type, "committee_session");
        if (!tells || other->merged != BG_NONE || other->bare || other->planned || other->told || bg_contact__of_past(c, other)) continue;
        if (bg_contact__position(c, other) < AGAIN_LEAD && bg_contact__named_people(c, other) >= 2 && has_named_of(c, other, best)) return other;
    }
    return best;
}

#define GUEST_RANK 3

/* Does the title name somebody with an office who is on the journey, up to the token? */
static bool title_names_guest(const bg_claims *c, const bg_sentence *title, const bg_contact *visit, uint32_t end) {
    for (unsigned i = 0; i < visit->people_count; i++) {
        const bg_person *p = &c->mentions->people.items[visit->people[i].person];
        if (!p->name || !p->rank || p->rank > GUEST_RANK || !is(visit->people[i].role, "guest")) continue;
        for (uint32_t tok = title->tok; tok < end; tok++) {
            uint32_t m = bg_text__at(c->text, tok, CLASS_WHO);
            if (m != BG_NONE && c->text->marks.items[m].ref == visit->people[i].person) return true;
        }
    }
    return false;
}

#define ROUND 8 /* sentences of the body that tell whom a guest met in turn */
#define ROUND_TITLED 14 /* … of a guest whom the title names */
#define ROUND_LEAST 3 /* … so many contacts */
#define ARRIVES 2 /* sentences of the body in which a guest comes whom the title names */

static const bg_party_in *guest_in(const bg_contact *visit) {
    for (unsigned i = 0; i < visit->people_count; i++)
        if (is(visit->people[i].role, "guest")) return &visit->people[i];
    return NULL;
}

static unsigned met_in_turn(const bg_claims *c, uint32_t guest, unsigned reach) {
    unsigned n = 0;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *contact = &c->contacts.items[i];
        bool met = bg_type__is(contact->type, BG_TYPE_OF_TWO) || is(contact->type, "ceremony");
        n += met && contact->merged == BG_NONE && !contact->bare && bg_contact__position(c, contact) < reach && bg_contact__has_person(contact, guest);
    }
    return n;
}

/* Is it told as the page begins that a guest comes, before the contact? One whom the title names, though not for the contact, may come a sentence later. */
static bool begins_with_visit(const bg_claims *c, const bg_contact *visit, const bg_contact *best, bool titled) {
    const bg_sentence *s = &c->text->sentences.items[visit->sentence];
    if (!is(visit->type, "visit") || visit->nominal || visit->planned || visit->told || s->title || s->caption) return false;
    return c->body_before[visit->sentence] < (titled ? ARRIVES : 1) && c->body_before[visit->sentence] < bg_contact__position(c, best);
}

/* "A đến B, bắt đầu chuyến thăm", and in turn the welcome, the talks, who else received him: the page is on the visit. */
static bg_contact *visit_around(const bg_claims *c, bg_contact *best) {
    const bg_sentence *title = bg_title__find(c);
    bool one = (bg_type__is(best->type, BG_TYPE_OF_TWO) || is(best->type, "ceremony")) && !best->in_title && !best->planned;
    one &= !bg_title__has_type(c, best->type) && !bg_title__has_type(c, "conference");
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && one; i++) {
        bg_contact *visit = &c->contacts.items[i];
        const bg_party_in *guest = guest_in(visit);
        bool titled = title && guest && title_names_guest(c, title, visit, title->end);
        if (!guest || !begins_with_visit(c, visit, best, titled)) continue;
        if (!visit->grade || !bg_contact__may_be_main(c, visit) || bg_contact__is_time_clause(c, visit) || bg_contact__of_past(c, visit)) continue;
        if (bg_contact__has_person(best, guest->person) && met_in_turn(c, guest->person, titled ? ROUND_TITLED : ROUND) >= ROUND_LEAST) return visit;
    }
    return best;
}

/* "A ăn phở ở phố cổ trong chuyến thăm B. A sẽ gặp lãnh đạo B": what the guest has still to do; "A và B nhất trí … nhân chuyến thăm của C": with whom. */
static bool goes_with_visit(const bg_claims *c, const bg_contact *best, const bg_contact *visit) {
    const bg_party_in *guest = guest_in(visit);
    if (!guest || !c->mentions->people.items[guest->person].name || !bg_contact__same_sides(visit, best)) return false;
    if (is(best->type, "statement")) return true;
    return bg_contact__has_person(best, guest->person) && bg_contact__position(c, visit) < bg_contact__position(c, best) + !best->planned;
}

/* "A và B nhất trí", "A và B ra tuyên bố chung": what states say together, read by one of these rules. */
static bool is_joint_words(const bg_contact *words) {
    static const char *const rules[] = {"contact.declares-agreed", "contact.declares-joint", "contact.who-and-who", "contact.states-declare"};
    for (size_t i = 0; i < BG_COUNT(rules); i++)
        if (is(words->rule, rules[i])) return true;
    return false;
}

/* The visit is the news behind what its guest has still to do, or what the two states agree on. */
static bg_contact *visit_of(const bg_claims *c, bg_contact *best) {
    bool still = best->planned && !best->in_title && bg_type__is(best->type, BG_TYPE_OF_TWO), alone = bg_contact__named_people(c, best) < 2;
    bool strolls = bg_title__tells_leisure(c) && is(best->type, "meeting") && !best->planned && best->partner == BG_NONE && alone; /* "A đi dạo", with nobody */
    bool agreed = is(best->type, "statement") && !best->people_count && best->side_count == 2 && is_joint_words(best);
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && (still || agreed || strolls); i++) {
        bg_contact *visit = &c->contacts.items[i];
        if (!is(visit->type, "visit") || visit->merged != BG_NONE || visit->bare || visit->planned || visit->many || bg_contact__of_past(c, visit)) continue;
        if (still && visit->in_title && bg_contact__same_sides(visit, best)) return visit; /* "A thăm B" heads the page */
        if ((still && !alone) || bg_contact__position(c, visit) > 1 || !goes_with_visit(c, best, visit)) continue;
        if (strolls && visit->date == BG_NONE) visit->date = best->date;
        return visit;
    }
    return best;
}

#define SIGNED_LEAD 3 /* sentences of the body that tell again what the title says was signed */

/* Does the opening tell again that something was signed, without saying by whom: "Hai bên đã ký …"? */
static bool is_signed_again(const bg_claims *c) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *contact = &c->contacts.items[i];
        if (is(contact->type, "signing") && !contact->planned && !contact->bare && contact->orphan && bg_contact__position(c, contact) < SIGNED_LEAD) return true;
    }
    return false;
}

/*
 * "Nga - Lào ký 5 văn kiện" above "A hội đàm với B. Hai bên đã ký …", "Nga viện trợ Lào 2 triệu USD" above "Nga hôm nay quyết định … Khi gặp B, A …":
 * of the two the act that the title tells is the news.
 */
static bg_contact *act_of_title(bg_claims *c, bg_contact *best) {
    if (!bg_type__is(best->type, BG_TYPE_OF_TWO) || best->in_title) return best;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        bg_contact *act = &c->contacts.items[i];
        if (!act->in_title || act->planned || act->nominal || act->bare || act->merged != BG_NONE || !bg_contact__same_sides(act, best)) continue;
        if (is(act->type, "signing") && is_signed_again(c)) return act;
        bool told = is(act->type, "other") && !bg_contact__position(c, act); /* "A cắt đứt đối thoại với B" */
        if ((told || is(act->type, "aid")) && bg_contact__position(c, best) > 0) return act;
    }
    return best;
}

/* What states do is done by those whom the lead tells to have met, written or talked between the same sides. */
static void adopt_actors(const bg_claims *c, bg_contact *act) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && bg_type__is(act->type, BG_TYPE_ACTS) && !act->cancelled && !bg_contact__named_people(c, act); i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other == act || other->merged != BG_NONE || other->bare || other->planned || bg_contact__named_people(c, other) < 2 || bg_contact__position(c, other) > 3) continue;
        if (!bg_contact__same_sides(other, act)) continue;
        act->people_count = other->people_count;
        memcpy(act->people, other->people, other->people_count * sizeof *other->people);
        if (act->date == BG_NONE) act->date = other->date;
    }
}

/* What the speaker of the main statement says elsewhere on the page, on no other day, is that statement. */
static void join_words(bg_claims *claims, uint32_t main) {
    const bg_contact *statement = &claims->contacts.items[main];
    const bg_date *day = bg_contact__date(claims, statement);
    for (uint32_t i = 0; i < claims->contacts.count && is(statement->type, "statement") && statement->people_count; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        if (i == main || contact->merged != BG_NONE || !is(contact->rule, "contact.speaker") || !contact->people_count) continue;
        const bg_date *d = bg_contact__date(claims, contact);
        bool other = d && (!day || d->month != day->month || d->day != day->day);
        if (!other && bg_contact__has_person(statement, contact->people[0].person)) contact->merged = main;
    }
}

/* What is told only by what both said: counterparts had talks. Beside the page's news it tells nothing of its own. */
static void settle_joint(bg_claims *claims) {
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        if (!contact->joint || contact->merged != BG_NONE) continue;
        if (!contact->main) contact->bare = true;
        else if (contact->people_count == 2 && claims->mentions->people.items[contact->people[0].person].rank == claims->mentions->people.items[contact->people[1].person].rank)
            contact->type = "talks";
    }
}

#define JOURNEY_REACH 16 /* sentences of the body within which the journey is told that a page is about */

#define COMES 2 /* sentences of the body in which it is told that a guest comes, whatever the title asks */

/* "A hôm nay tới X, bắt đầu chuyến thăm", under "A muốn gì ở X": told by a verb with its day as the page begins. */
static bool is_reported_visit(const bg_claims *c, const bg_sentence *title, const bg_contact *visit) {
    const bg_date *d = bg_contact__date(c, visit);
    if (!bg_title__names_sides(c, title, visit) || !title_names_guest(c, title, visit, title->tok + 1) || bg_text__any(c->text, title->tok, title->end, CLASS_KIN)) return false;
    return (!visit->nominal || visit->takes_place) && !visit->told && !visit->planned && d && d->day && bg_contact__position(c, visit) < COMES;
}

static bool is_journey(const bg_claims *c, const bg_sentence *title, const bg_contact *visit) {
    if (!is(visit->type, "visit") || visit->merged != BG_NONE || visit->bare || visit->side_count != 2 || visit->many || visit->in_caption) return false;
    if (bg_title__names_others(c, title, visit)) return false;
    if (bg_contact__position(c, visit) >= JOURNEY_REACH || bg_contact__of_past(c, visit) || bg_contact__has_historic(c, visit)) return false;
    const bg_date *d = bg_contact__date(c, visit);
    return !(d && d->year && !d->day) && title_names_guest(c, title, visit, title->end);
}

/* "Chuyên cơ của Tổng thống A sắp hạ cánh", and below that he comes from the 23rd to the 25th: what else there is to tell is told of the visit. */
static bg_contact *journey_of_title(bg_claims *c) {
    const bg_sentence *title = bg_title__find(c);
    if (!title) return NULL;
    bool leisure = bg_title__tells_leisure(c), weighs = bg_title__asks(c, title) || (!leisure && bg_claims__onlookers_speak(c));
    bool aside = !leisure && (bg_title__weighs(c) || bg_text__any(c->text, title->tok, title->end, CLASS_DECLARE)); /* he does something else */
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && !weighs; i++) {
        bg_contact *visit = &c->contacts.items[i];
        if (is_journey(c, title, visit) && (!aside || visit->about || is_reported_visit(c, title, visit))) return visit;
    }
    return NULL;
}

/* Who and which sides each contact has, as far as other sentences tell; false: out of memory. */
static bool fill_in(bg_claims *claims) {
    for (size_t i = 0; i < claims->contacts.count; i++) bg_contact__add_partner(claims, &claims->contacts.items[i]), bg_contact__add_guest(claims, &claims->contacts.items[i]);
    for (size_t i = 0; i < claims->contacts.count; i++) bg_contact__add_envoys(claims, &claims->contacts.items[i]), bg_contact__add_list(claims, &claims->contacts.items[i]);
    bg_contact__add_other_sides(claims);
    return bg_contact__merge_completed(claims) && bg_contact__merge_joint(claims);
}

static bg_contact *heaviest(bg_claims *claims) {
    bg_contact *best = NULL;
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        if (!bg_contact__may_be_main(claims, contact)) continue;
        contact->score = bg_contact__weigh(claims, contact);
        if (contact->score >= least(claims, contact) && is_better(claims, contact, best)) best = contact;
    }
    return best;
}

/* The page's news; NULL: it has none. */
static bg_contact *pick(bg_claims *claims) {
    bg_contact *best = heaviest(claims), *words = bg_contact__voice(claims, best);
    if (words) best = words;
    else best = best ? spoken_of(claims, best) : declaration(claims);
    if (!best) best = journey_of_title(claims);
    if (!best) best = bg_contact__voice_of_many(claims);
    if (!best) return NULL;
    return act_of_title(claims, visit_of(claims, visit_around(claims, told_again(claims, meeting_behind(claims, talks_behind(claims, best))))));
}

/* What the page tells elsewhere of its news is told of it. */
static void make_main(bg_claims *claims, bg_contact *best) {
    best->main = true;
    if (best->titled) best->planned = false;
    adopt_actors(claims, best);
    bg_contact visit = *best; /* the page's news may be the welcome within it */
    tell_welcome(claims, best);
    bool stays = is(visit.type, "visit") && !is(best->type, "visit") && !visit.welcome;
    for (size_t i = 0; i < claims->contacts.count; i++) part_from_visit(claims, &claims->contacts.items[i]);
    bg_contact__add_addressed(claims, best);
    bg_contact__add_speaker(claims, best);
    bg_contact__add_principals(claims, best);
    bg_contact__add_spokesman(claims, best);
    bg_contact__add_inviter(claims, best);
    bg_contact__check_visit(claims, best);
    bg_contact__check_meeting(claims, best);
    uint32_t told = best->date;
    bg_contact__add_date(claims, best);
    if (told != BG_NONE) bg_contact__note_today(claims, &claims->mentions->dates.items[told], bg_contact__date(claims, best));
    join_words(claims, (uint32_t)(best - claims->contacts.items));
    bg_contact__add_place(claims, best);
    bg_contact__add_host(claims, best);
    visit.main = false;
    if (stays) bg_contact__add(claims, &visit); /* out of memory: the arena remembers */
}

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

/* "Bộ trưởng Y tế: …" on a page of no other state: what is said at home is no contact. */
static void drop_words_at_home(bg_claims *c) {
    for (size_t i = 0; i < c->contacts.count; i++) {
        bg_contact *main = &c->contacts.items[i];
        if (!main->main) continue;
        bool home = is(main->type, "statement") && main->side_count == 1 && is(main->sides[0], "VN");
        home = home && (!reaches_abroad(c, main) || (!speaks_abroad(c, main) && bg_title__find(c) && !names_states(c, bg_title__find(c))));
        bool alone = is(main->rule, "contact.declares") && main->side_count == 1 && !bg_side__is_body(main->sides[0]);
        if (home || (alone && !speaks_abroad(c, main) && stays_at_home(c, main))) main->main = false, main->bare = true;
    }
}

void bg_contact__choose(bg_claims *claims) {
    bg_claims__count_doubts(claims);
    bg_contact *best = fill_in(claims) ? pick(claims) : NULL;
    if (best) make_main(claims, best);
    drop_words_at_home(claims);
    settle_joint(claims);
}
