/* choose: which of the page's contacts is its news: the heaviest, unless the page is about what somebody says. */
#include "choose.h"

#define MAIN_LEAST 7 /* score below which a page reports no contact */

/* A noun about others or of the past, where the title says that a state speaks: the declaration is the news. */
static bg_contact *spoken_of(bg_claims *c, bg_contact *best) {
    bool spoken = bg_contact__is_spoken_of(c, best), noun = (best->nominal || bg_contact__is_time_clause(c, best)) && !best->in_title;
    bg_contact *declared = spoken || !best->in_title ? bg_claims__declaration(c) : NULL;
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

/* Does a word for receiving a guest with honours stand among the tokens? */
static bool has_welcome(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (uint32_t m = bg_text__first(c->text, tok, end, CLASS_CONTACT); m != BG_NONE; m = bg_text__after(c->text, m, end, CLASS_CONTACT))
        if (bg_mark__get(c->text, &c->text->marks.items[m], KEY_WELCOME)) return true;
    return false;
}

/* "A đón B thăm chính thức" heads a page whose lead says "A đã đón và hội đàm với B": the talks are the news. */
static bg_contact *talks_of_welcome(const bg_claims *c, bg_contact *best) {
    const bg_sentence *title = bg_title__find(c);
    bool received = title && best->in_title && !best->planned && (is(best->type, "visit") || is(best->type, "ceremony"));
    if (!received || !has_welcome(c, title->tok, title->end)) return best;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        bg_contact *other = &c->contacts.items[i];
        bool told = is(other->type, "talks") && other->merged == BG_NONE && !other->bare && !other->planned && !other->nominal && !other->told;
        if (!told || bg_contact__position(c, other) || !bg_contact__same_sides(other, best) || bg_contact__named_people(c, other) < 2) continue;
        if (has_welcome(c, other->subject == BG_NONE ? other->tok : other->subject, other->trigger_end)) return other;
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

/* "A và B … khi gặp nhau bên lề hội nghị G20": a conference of which the page names only these two is where they met. */
static bg_contact *meeting_beside(const bg_claims *c, bg_contact *best) {
    if (!is(best->type, "conference") || best->in_title || bg_contact__named_people(c, best) != 2 || best->people_count != 2 || bg_title__has_type(c, "conference")) return best;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        bg_contact *other = &c->contacts.items[i];
        bool met = is(other->type, "meeting") || is(other->type, "talks");
        if (!met || other->merged != BG_NONE || other->bare || other->told || other->many || other->joint || other->in_caption || other->planned != best->planned || bg_contact__of_past(c, other)) continue;
        if (other->side_count == 2 && bg_contact__named_people(c, other) == 2 && bg_contact__position(c, other) < AGAIN_LEAD && has_named_of(c, other, best)) return other;
    }
    return best;
}

#define SIGNED_LEAD 3 /* sentences of the body that tell again what the title says was signed */
#define SIGNED_NEAR 5 /* … that tell it with those who signed */

/* Does the opening tell again that something was signed, without saying by whom: "Hai bên đã ký …"? */
static bool is_signed_again(const bg_claims *c) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *contact = &c->contacts.items[i];
        if (is(contact->type, "signing") && !contact->planned && !contact->bare && contact->orphan && bg_contact__position(c, contact) < SIGNED_LEAD) return true;
    }
    return false;
}

/* Does a sentence of the opening say that something was signed, whoever it was: "Tại buổi tiếp, Công an tỉnh C và Sở D đã ký …"? */
static bool tells_signing(const bg_claims *c) {
    for (size_t i = 0; i < c->text->sentences.count && c->body_before[i] < SIGNED_NEAR; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_HELD); m != BG_NONE && !s->title && !s->caption; m = bg_text__after(c->text, m, s->end, CLASS_HELD)) {
            uint32_t word = bg_text__at(c->text, c->text->marks.items[m].end, CLASS_CONTACT);
            if (word != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[word], KEY_VALUE), "signing")) return true;
        }
    }
    return false;
}

/*
 * "Nga - Lào ký 5 văn kiện" above "A hội đàm với B. Hai bên đã ký …" or "Tại buổi tiếp, Bộ C và Bộ D đã ký …", "Nga viện trợ Lào 2 triệu USD" above "Nga hôm nay quyết định … Khi gặp B, A …":
 * of the two the act that the title tells is the news.
 */
static bg_contact *act_of_title(bg_claims *c, bg_contact *best) {
    if (!bg_type__is(best->type, BG_TYPE_OF_TWO) || best->in_title) return best;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        bg_contact *act = &c->contacts.items[i];
        if (!act->in_title || act->planned || act->nominal || act->bare || act->merged != BG_NONE || !bg_contact__same_sides(act, best)) continue;
        if (is(act->type, "signing") && (is_signed_again(c) || bg_contact__position(c, act) < SIGNED_NEAR || tells_signing(c))) return act;
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
    else best = best ? spoken_of(claims, best) : bg_claims__declaration(claims);
    if (!best) best = bg_claims__journey_of_title(claims);
    if (!best) best = bg_contact__voice_of_many(claims);
    if (!best) return NULL;
    best = talks_of_welcome(claims, talks_behind(claims, best));
    best = told_again(claims, meeting_beside(claims, meeting_behind(claims, best)));
    return act_of_title(claims, bg_contact__visit_of(claims, bg_contact__visit_around(claims, best)));
}

#define HEAD 2      /* rank of those who lead states and governments, behind which nobody sits at a summit … */
#define HEAD_NOUN 9 /* … but who is called a leader by a common noun */

/* "Hội nghị thượng đỉnh" of two states and of the two who lead them: they met. */
static void tell_summit(const bg_claims *c, bg_contact *best) {
    if (!best->summit || !is(best->type, "conference") || best->side_count != 2 || bg_contact__named_people(c, best) != 2 || best->people_count != 2) return;
    for (unsigned i = 0; i < 2; i++) {
        const bg_person *p = &c->mentions->people.items[best->people[i].person];
        if (bg_side__is_body(best->sides[i]) || !p->rank || (p->rank > HEAD && p->rank != HEAD_NOUN) || !bg_contact__has_side(best, bg_person__country(p))) return;
    }
    if (!is(bg_claims__country(c, best->people[0].person), bg_claims__country(c, best->people[1].person)) && (best->nominal || bg_contact__is_noun(c, best))) best->type = "meeting";
}

#define WRITERS 3 /* states that write, of which the first sentence tells together */

/* "Lãnh đạo A, B và C gửi lời chúc mừng" opens the page, and below each letter is told: the first of them, from all of these states. */
static void add_writers(const bg_claims *c, bg_contact *letter) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && is(letter->type, "letter") && !letter->in_title && letter->side_count == 2; i++) {
        bg_contact *all = &c->contacts.items[i];
        if (all == letter || !is(all->type, "letter") || all->merged != BG_NONE || all->bare || all->planned || all->people_count || bg_contact__position(c, all)) continue;
        if (all->side_count < WRITERS || !bg_contact__shared_sides(all, letter)) continue;
        for (unsigned k = 0; k < all->side_count; k++) bg_contact__add_side(letter, all->sides[k], all->side_spans[k]);
        all->merged = (uint32_t)(letter - c->contacts.items);
    }
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
    tell_summit(claims, best);
    add_writers(claims, best);
    bg_contact__check_visit(claims, best);
    bg_contact__check_meeting(claims, best);
    bg_contact__check_title(claims, best);
    uint32_t told = best->date;
    bg_contact__add_date(claims, best);
    if (told != BG_NONE) bg_contact__note_today(claims, &claims->mentions->dates.items[told], bg_contact__date(claims, best));
    join_words(claims, (uint32_t)(best - claims->contacts.items));
    bg_contact__add_place(claims, best);
    bg_contact__add_host(claims, best);
    visit.main = false;
    if (stays) bg_contact__add(claims, &visit); /* out of memory: the arena remembers */
}

void bg_contact__choose(bg_claims *claims) {
    bg_claims__count_doubts(claims);
    bg_contact *best = fill_in(claims) ? pick(claims) : NULL;
    if (best) make_main(claims, best);
    bg_claims__drop_words_at_home(claims);
    settle_joint(claims);
}
