/*
 * complete: what the words that name a contact leave out. "Tại hội đàm chiều 2/11, A và B nhất trí …" names no party beside
 * the word; the parties stand in the same sentence, or the other side is what the whole opening speaks of.
 */
#include "claim.h"

const bg_mark *bg_contact__person_at(const bg_claims *c, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_WHO);
    const bg_mark *mark = m == BG_NONE ? NULL : &c->text->marks.items[m];
    if (!mark || mark->ref == BG_NONE || !bg_person__country(&c->mentions->people.items[mark->ref])) return NULL;
    return mark;
}

static void take(const bg_claims *c, bg_contact *contact, const bg_mark *mark, const char *role) {
    if (contact->people_count == BG_PEOPLE_MAX || bg_contact__has_person(contact, mark->ref)) return;
    bg_span span = bg_text__span(c->text, mark->tok, mark->end);
    contact->people[contact->people_count++] = (bg_party_in){mark->ref, role, span};
    bg_contact__add_side(contact, bg_person__country(&c->mentions->people.items[mark->ref]), span);
}

/* … who does not speak for others. */
static const bg_mark *party_at(const bg_claims *c, uint32_t tok) {
    const bg_mark *mark = bg_contact__person_at(c, tok);
    return mark && !bg_person__only_tells(&c->mentions->people.items[mark->ref]) ? mark : NULL;
}

/* "A nhấn mạnh …": a verb of saying follows, maybe behind an adverb. */
static bool speaks(const bg_claims *c, const bg_mark *who) {
    uint32_t tok = who->end;
    if (bg_text__at(c->text, tok, CLASS_SAYADV) != BG_NONE) tok = c->text->marks.items[bg_text__at(c->text, tok, CLASS_SAYADV)].end;
    return tok < c->text->tokens.count && bg_text__at(c->text, tok, CLASS_SAY) != BG_NONE;
}

#define AIDE 5 /* rank from which on one tells of what others do */

/* "Cố vấn A cho biết cuộc gặp …". */
static bool tells_of(const bg_claims *c, const bg_mark *who, const bg_contact *contact) {
    const bg_person *p = &c->mentions->people.items[who->ref];
    return who->end < contact->tok && p->rank >= AIDE && speaks(c, who);
}

/* "A cho rằng B quyết định sau cuộc gặp với C": who tells of others, when they stand between his words and the noun. */
static bool tells_of_others(const bg_claims *c, const bg_mark *who, const bg_contact *contact) {
    const char *first = contact->people_count ? bg_claims__country(c, contact->people[0].person) : NULL;
    if (!first || who->end >= contact->tok || !speaks(c, who)) return false;
    for (uint32_t tok = who->end; tok < contact->tok; tok++) {
        const bg_mark *mark = party_at(c, tok);
        const char *country = mark ? bg_claims__country(c, mark->ref) : NULL;
        if (!mark) continue;
        if (!is(country, first)) return true;
        tok = mark->end - 1;
    }
    return false;
}

/* The first person of each of two countries in the sentence; of the contact's own sides when it has two. */
static void two_of_sentence(const bg_claims *c, bg_contact *contact, const bg_sentence *s) {
    bool open = contact->side_count < 2;
    for (uint32_t tok = s->tok; tok < s->end && contact->people_count < 2; tok++) {
        const bg_mark *mark = party_at(c, tok);
        if (!mark) continue;
        const char *country = bg_claims__country(c, mark->ref);
        bool taken = tells_of(c, mark, contact) || tells_of_others(c, mark, contact) || (contact->people_count && is(country, bg_claims__country(c, contact->people[0].person)));
        if (!taken && (open || bg_contact__has_side(contact, country))) take(c, contact, mark, "participant");
        tok = mark->end - 1;
    }
}

/* "Với chuyến thăm X và cuộc gặp với B, A …": behind the comma stands who acts. */
static bool acts_behind_comma(const bg_claims *c, const bg_mark *who) {
    const bg_token *t = &c->text->tokens.items[who->tok - (who->tok > 0)];
    return t->flags & BG_TOK_PUNCT && t->value == ',';
}

/* Who speaks at a meeting with the press that opens the sentence, else who is named first behind it. */
static const bg_mark *speaker_behind(const bg_claims *c, const bg_contact *noun, const bg_sentence *s) {
    const bg_mark *first = NULL;
    for (uint32_t tok = noun->end; tok < s->end; tok++) {
        const bg_mark *mark = bg_contact__person_at(c, tok);
        if (!mark) continue;
        if (!first) first = mark;
        if (acts_behind_comma(c, mark) && speaks(c, mark)) return mark;
        tok = mark->end - 1;
    }
    return first;
}

/* Who is on a visit that names only the place: the nearest person before it who is not of that place, else after it. */
static void visitor_of_sentence(const bg_claims *c, bg_contact *contact, const bg_sentence *s) {
    const bg_mark *found = NULL;
    bool opens = contact->tok <= s->tok + 2; /* then who acts stands behind */
    for (uint32_t tok = s->tok; tok < s->end && (tok < contact->tok || !found || (opens && !acts_behind_comma(c, found))); tok++) {
        const bg_mark *mark = party_at(c, tok);
        if (!mark) continue;
        const bg_date *when = bg_contact__date(c, contact);
        bool dead = c->mentions->people.items[mark->ref].historic && !(when && when->year); /* to whom wreaths are brought */
        bool local = dead || (contact->place_side && is(bg_claims__country(c, mark->ref), contact->place_side));
        if (!local && (!found || tok < contact->tok || acts_behind_comma(c, mark))) found = mark;
        tok = mark->end - 1;
    }
    if (found) take(c, contact, found, "guest");
}

static bool opens_page(const bg_claims *c, const bg_contact *contact) {
    return contact->in_title || bg_contact__position(c, contact) < 4;
}

/* Who stands nearest before a contact's noun in its sentence, else first after it. */
static void nearest_of_sentence(const bg_claims *c, bg_contact *contact, const bg_sentence *s) {
    const bg_mark *found = NULL;
    for (uint32_t tok = s->tok; tok < s->end && (tok < contact->tok || !found); tok++) {
        const bg_mark *mark = party_at(c, tok);
        if (!mark) continue;
        bool open = is(contact->type, "statement") || contact->side_count < 2 || bg_contact__has_side(contact, bg_claims__country(c, mark->ref)); /* no third state meets */
        bool states = is(contact->type, "other") || (is(contact->type, "signing") && contact->orphan && !opens_page(c, contact));
        bool tells = states && mark->end < contact->tok && speaks(c, mark); /* of what states do together */
        if (open && !tells) found = mark;
        tok = mark->end - 1;
    }
    if (found) take(c, contact, found, "participant");
}

/* "Trong khuôn khổ chuyến thăm …, sáng 27/9, A đã gặp B": the visit was on in that month. */
static void month_of_sentence(const bg_claims *c, bg_contact *contact, const bg_sentence *s) {
    bg_mentions *m = c->mentions;
    for (uint32_t tok = contact->end; tok < s->end && contact->date == BG_NONE; tok++) {
        uint32_t mark = bg_text__at(c->text, tok, CLASS_DATE);
        if (mark == BG_NONE || c->text->marks.items[mark].ref == BG_NONE) continue;
        bg_date found = m->dates.items[c->text->marks.items[mark].ref], *month;
        if (found.period || found.vague || !found.month) continue;
        if (!(month = BG_PUSH(c->text->arena, &m->dates))) return;
        *month = found;
        month->day = month->day2 = 0;
        contact->date = (uint32_t)m->dates.count - 1;
    }
}

/* "kết thúc chuyến thăm", "bắt đầu chuyến thăm": the noun does the work of a verb. */
static bool is_done(const bg_claims *c, const bg_contact *contact) {
    if (contact->trigger < 2) return false;
    uint32_t m = bg_text__at(c->text, contact->trigger - 2, CLASS_DOES);
    return m != BG_NONE && c->text->marks.items[m].end == contact->trigger;
}

/* "A và … B nhất trí …" with B as its subject: the first person of the sentence, of another country, is the other one. */
static void first_and_speaker(const bg_claims *c, bg_contact *pair, const bg_saying *s, const bg_sentence *sentence) {
    const char *country = bg_claims__country(c, s->speaker.entity);
    if (!country || !(is(s->act, "agrees") || is(s->act, "discusses"))) return;
    for (uint32_t tok = sentence->tok; tok < sentence->end && !pair->people_count; tok++) {
        const bg_mark *first = bg_contact__person_at(c, tok);
        if (!first) continue;
        if (is(bg_claims__country(c, first->ref), country)) return;
        take(c, pair, first, "participant");
    }
    if (!pair->people_count) return;
    pair->people[pair->people_count++] = (bg_party_in){s->speaker.entity, "participant", s->speaker_span};
    bg_contact__add_side(pair, country, s->speaker_span);
}

/* "A và B nhất trí …" opens the page: they are the two of talks that a later noun names. */
static void two_of_joint_saying(const bg_claims *c, bg_contact *contact) {
    for (size_t i = 0; i < c->sayings.count; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const bg_sentence *sentence = &c->text->sentences.items[s->sentence];
        bg_contact pair = {.side_count = 0};
        if (sentence->title || s->sentence > 4) continue;
        if (s->speaker.kind == BG_SPEAKER_BOTH && is(s->rule, "say.joint")) two_of_sentence(c, &pair, sentence);
        else if (s->speaker.kind == BG_SPEAKER_ENTITY) first_and_speaker(c, &pair, s, sentence);
        if (pair.people_count < 2) continue;
        contact->people_count = 0;
        for (unsigned j = 0; j < pair.people_count; j++) {
            contact->people[contact->people_count++] = pair.people[j];
            bg_contact__add_side(contact, pair.sides[j], pair.side_spans[j]);
        }
        contact->nominal = false;
        return;
    }
}

/* "A … trong cuộc họp báo chung với B": the first of another state in the sentence speaks beside B. */
static void add_speaker_beside(const bg_claims *c, bg_contact *statement, const bg_sentence *s) {
    const char *state = bg_claims__country(c, statement->people[0].person);
    for (uint32_t tok = s->tok; tok < statement->tok && state; tok++) {
        const bg_mark *mark = party_at(c, tok);
        if (!mark) continue;
        if (!is(bg_claims__country(c, mark->ref), state)) {
            take(c, statement, mark, "participant");
            return;
        }
        tok = mark->end - 1;
    }
}

/* "Nhân dịp X được bầu làm …, A gửi điện mừng": it is for X. */
static void add_recipient(const bg_claims *c, bg_contact *letter, const bg_sentence *s) {
    for (uint32_t tok = s->tok; tok < s->end; tok++) {
        const bg_mark *mark = party_at(c, tok);
        if (!mark) continue;
        bool other = c->mentions->people.items[mark->ref].name && !bg_contact__has_side(letter, bg_claims__country(c, mark->ref));
        if (other && mark->end < s->end && bg_text__is(c->text, mark->end, CLASS_RISEN)) {
            take(c, letter, mark, "recipient");
            return;
        }
        tok = mark->end - 1;
    }
}

#define BOTH_REACH 2 /* sentences back, where the two stand whom "hai nhà lãnh đạo" means */

/* "Trong cuộc điện đàm ngày 18/9, hai nhà lãnh đạo …": a day of its own, and the two of the contact told before. */
static void two_of_before(const bg_claims *c, bg_contact *contact, const bg_sentence *s) {
    bool both = false;
    for (uint32_t tok = contact->end; tok < s->end && !both; tok++) both = bg_text__is(c->text, tok, CLASS_BOTH);
    for (const bg_contact *before = contact; both && before-- > c->contacts.items && before->sentence + BOTH_REACH >= contact->sentence;) {
        if (before->people_count != 2 || before->side_count != 2 || before->sentence == contact->sentence) continue;
        memcpy(contact->people, before->people, sizeof contact->people);
        contact->people_count = 2;
        for (unsigned i = 0; i < 2; i++) bg_contact__add_side(contact, before->sides[i], before->side_spans[i]);
        return;
    }
}

/* "Bộ trưởng Quốc phòng hai nước": ministers of which the contact has none. */
static bool are_others(const bg_claims *c, const bg_contact *contact, const bg_contact *pair) {
    uint32_t m = bg_text__first(c->text, contact->tok, contact->trigger, CLASS_BOTH);
    const bg_mark *both = m == BG_NONE ? NULL : &c->text->marks.items[m];
    const char *channel = both && is(bg_mark__get(c->text, both, KEY_KIND), "offices") ? bg_mark__get(c->text, both, KEY_CHANNEL) : NULL;
    for (unsigned i = 0; channel && i < pair->people_count; i++)
        if (is(c->mentions->people.items[pair->people[i].person].channel, channel)) return false;
    return channel != NULL;
}

#define PAIR_REACH 3 /* sentences back to the two whom "hai Thủ tướng" means */

/* "A đón B. Sau lễ đón, hai Thủ tướng hội đàm": the two of the contact told before. */
static void pair_of_before(const bg_claims *c, bg_contact *contact) {
    for (const bg_contact *before = contact; before-- > c->contacts.items && before->sentence + PAIR_REACH >= contact->sentence;) {
        if (before->people_count != 2 || before->side_count != 2 || bg_contact__named_people(c, before) != 2 || before->told) continue;
        if (c->text->sentences.items[before->sentence].title || are_others(c, contact, before)) return;
        memcpy(contact->people, before->people, sizeof contact->people);
        contact->people_count = 2;
        for (unsigned i = 0; i < 2; i++) bg_contact__add_side(contact, before->sides[i], before->side_spans[i]);
        contact->orphan = contact->both = contact->partial = false;
        return;
    }
}

/* Named by a noun alone, and no occasion: goods that are sent, a ceremony in what somebody says. */
static bool is_vague(const bg_claims *c, const bg_contact *contact) {
    if (!contact->bare || contact->date != BG_NONE || opens_page(c, contact)) return false;
    return is(contact->type, "aid") || (contact->told && is(contact->type, "ceremony"));
}

#define NUMBER_NEAR 3 /* words behind a noun in which its number stands */

/* "Phiên họp thứ 9 Ủy ban …" names no party: one of a row that two states hold. */
static bool is_numbered(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (!contact->bare || contact->side_count || !bg_type__is(contact->type, BG_TYPE_BY_STATES) || is(contact->type, "signing")) return false;
    for (uint32_t tok = contact->trigger; tok < s->end && tok < contact->trigger_end + NUMBER_NEAR; tok++) {
        const bg_token *t = &c->text->tokens.items[tok];
        if (t->flags & BG_TOK_NUMBER && t->value < 100) return true;
    }
    return false;
}

/* Relations are the states' own, and so is what a state declares. */
static bool is_of_state(const bg_contact *contact) {
    return is(contact->type, "other") ? contact->orphan : is(contact->type, "statement") && contact->side_count && !contact->bare;
}

/* Fill the parties of a contact that is named by a noun alone. */
static void complete(const bg_claims *c, bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    contact->reference = contact->bare;
    contact->bare |= contact->abstract;
    if (contact->abstract || is_vague(c, contact)) return;
    if (s->title || s->caption) return;
    if (is_numbered(c, contact, s) && !opens_page(c, contact)) {
        contact->bare = false, contact->orphan = true;
        return;
    }
    if (contact->orphan && contact->both && !contact->people_count && !contact->side_count && !contact->told && bg_type__is(contact->type, BG_TYPE_OF_TWO))
        pair_of_before(c, contact);
    if (contact->people_count == 1 && contact->nested && contact->nominal) two_of_sentence(c, contact, s);
    if (is(contact->type, "letter") && contact->people_count && contact->side_count == 1) add_recipient(c, contact, s);
    if (is(contact->type, "statement") && contact->nominal && contact->object != BG_NONE && contact->people_count == 1) add_speaker_beside(c, contact, s);
    if (contact->people_count) return;
    if (is(contact->type, "visit")) {
        if (contact->side_count && !contact->ships) visitor_of_sentence(c, contact, s);
        if (contact->people_count && contact->tok <= s->tok + 4) month_of_sentence(c, contact, s);
    } else if (is(contact->type, "statement") && contact->bare) {
        const bg_mark *speaker = speaker_behind(c, contact, s);
        if (speaker) take(c, contact, speaker, "participant"), contact->bare = false;
        return;
    } else if (bg_type__is(contact->type, BG_TYPE_OF_TWO)) {
        two_of_sentence(c, contact, s);
        if (!contact->people_count && !contact->side_count && contact->date != BG_NONE) two_of_before(c, contact, s);
        if (!bg_contact__named_people(c, contact) && !contact->told && bg_contact__position(c, contact) < 6) two_of_joint_saying(c, contact);
    }
    else if (contact->nominal && contact->nested) two_of_sentence(c, contact, s);
    else if (contact->nominal && !is_of_state(contact) && !(is(contact->type, "statement") && contact->both)) nearest_of_sentence(c, contact, s);
    bool home = is(contact->type, "ceremony") && contact->reference && contact->side_count < 2 && !opens_page(c, contact); /* a state's own */
    if (!contact->people_count || home) return;
    contact->bare = false;
    contact->partial = contact->side_count < 2;
    if (contact->people_count >= 2 && opens_page(c, contact) && contact->tok <= s->tok + 3) contact->nominal = false;
    if (is(contact->type, "visit") && is_done(c, contact)) contact->nominal = false;
}

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
    if (are_others(c, contact, main)) return NULL;
    if (main->people_count == 2) return main;
    if (contact->date != BG_NONE) return NULL;
    for (const bg_contact *before = contact; before-- > c->contacts.items && before + BG_CONTACTS_NEAR > contact;) {
        const bg_sentence *s = &c->text->sentences.items[before->sentence];
        if (before->merged != BG_NONE || before->bare || s->caption || !is_pair(before) || !bg_type__is(before->type, BG_TYPE_OF_TWO)) continue;
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
    two_of_sentence(c, contact, s);
    if (contact->side_count < 2) return;
    contact->partial = false;
    if (opens_page(c, contact) && contact->tok <= s->tok + 3) contact->nominal = false;
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

/* "việc ký Hiệp định hồi tháng 4/2024", "Kỳ họp lần thứ 46 hồi tháng 1": a noun of what two states hold, with a time of its own. */
static bool is_dated_noun(const bg_claims *c, const bg_contact *contact, const bg_contact *main) {
    const bg_date *d = bg_contact__date(c, contact), *day = bg_contact__date(c, main);
    if (!contact->bare || contact->merged != BG_NONE || contact->side_count || main->side_count != 2 || !d || (d->deictic && !d->month) || d->period) return false;
    if (!d->year && !d->month) return false;
    if (day && d->month == day->month && (!d->day || d->day == day->day) && is(contact->type, main->type)) return false;
    bool former = bg_type__is(contact->type, BG_TYPE_OF_TWO) && bg_type__is(main->type, BG_TYPE_OF_TWO) && d->year && !d->month && !contact->told; /* "hai cuộc gặp năm 2000 và 2007" */
    return former || bg_type__is(contact->type, BG_TYPE_BY_STATES);
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
        if (t->flags & BG_TOK_PUNCT && t->value == ',') return party_at(c, tok + 1);
        if (party_at(c, tok)) return NULL;
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
    take(c, visit, actor, "guest");
    for (unsigned i = 0; i < main->side_count; i++)
        if (bg_contact__add_side(visit, main->sides[i], main->side_spans[i])) visit->place_side = main->sides[i];
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

/* What is told without a party is between the sides of the main contact; of the same type it is the main contact itself. */
void bg_contact__adopt_orphans(bg_claims *claims) {
    uint32_t found = BG_NONE;
    for (uint32_t i = 0; i < claims->contacts.count; i++)
        if (claims->contacts.items[i].main) found = i;
    if (found != BG_NONE) adopt_talks(claims, &claims->contacts.items[found]), adopt_welcome(claims, &claims->contacts.items[found]);
    for (size_t i = 0; i < claims->contacts.count; i++) adopt_fellow(claims, i);
    for (uint32_t i = 0; found != BG_NONE && i < claims->contacts.count; i++) {
        const bg_contact *main = &claims->contacts.items[found];
        bg_contact *contact = &claims->contacts.items[i];
        bool visit = is(contact->type, "visit") && contact->place_side && contact->merged == BG_NONE && i != found && !contact->told;
        if (visit) adopt_guest(claims, contact, main);
        if (i != found) adopt_visit(claims, contact, main), adopt_journey(claims, contact, main);
        if (i != found && is_dated_noun(claims, contact, main)) contact->bare = false, contact->orphan = true;
        bool joint = i != found && !contact->bare && is_joint(contact, main);
        if (joint) contact->both = true;
        if (contact->both && contact->side_count && !contact->people_count && is_between(contact, main)) contact->orphan = true;
        else if (contact->side_count) continue;
        if (!contact->orphan || contact->merged != BG_NONE || i == found) continue;
        const bg_date *d = bg_contact__date(claims, contact);
        if (is(contact->type, main->type) && (!d || !d->month)) contact->merged = found;
        else adopt(claims, contact, main), join_told(claims, i);
    }
}

void bg_contact__complete(bg_claims *claims) {
    for (size_t i = 0; i < claims->contacts.count; i++) complete(claims, &claims->contacts.items[i]);
    bg_contact__carry_time(claims);
}

/* ---- the other side, when the words that name the contact leave it out */

#define OPENING_SENTENCES 6 /* of the body */
#define OTHERS_MAX 24 /* countries and organisations among which the other side is sought */

/* A country or organisation that the opening speaks of, how often, and where first. */
typedef struct tally { const char *country; unsigned count; bg_span span; } tally;
typedef struct tallies {
    tally items[OTHERS_MAX + 1]; /* one of them may be the contact's own side */
    unsigned count;
} tallies;

static void count_country(tallies *t, const char *country, bg_span span) {
    for (unsigned i = 0; i < t->count; i++)
        if (strcmp(t->items[i].country, country) == 0) {
            t->items[i].count++;
            return;
        }
    if (t->count < BG_COUNT(t->items)) t->items[t->count++] = (tally){country, 1, span};
}

/* "Bà Trương Mỹ Lan": a country's word within a name. */
bool bg_claims__in_name(const bg_claims *c, const bg_sentence *s, const bg_mark *mark) {
    uint32_t m = bg_text__over(c->text, s->tok, mark->tok, CLASS_NAME);
    return m != BG_NONE && c->text->marks.items[m].tok < mark->tok;
}

/* "người Đức", "tổng thầu Hàn Quốc": people and firms, no party. */
static bool is_private(const bg_claims *c, const bg_sentence *s, uint32_t tok) {
    for (uint32_t b = tok; b-- > s->tok && b + 4 > tok;) {
        uint32_t m = bg_text__at(c->text, b, CLASS_PRIVATEOF);
        if (m != BG_NONE && c->text->marks.items[m].end == tok) return true;
    }
    return false;
}

/* Count those that a sentence names. "Anh" may be he. */
static void count_sentence(const bg_claims *c, const bg_sentence *s, tallies *t) {
    for (uint32_t tok = s->tok; tok < s->end; tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const bg_mark *mark = &c->text->marks.items[m];
            const char *country = mark->klass == CLASS_COUNTRY || mark->klass == CLASS_ORG ? bg_mention__country(c->mentions, mark) : NULL;
            if (!country || bg_text__is(c->text, tok, CLASS_PRONOUN)) continue;
            if (!bg_claims__in_name(c, s, mark) && !is_private(c, s, tok)) count_country(t, country, bg_text__span(c->text, mark->tok, mark->end));
        }
}

/* Count what title, captions and opening speak of. */
static void count_opening(const bg_claims *c, tallies *t) {
    unsigned body = 0;
    for (size_t i = 0; i < c->text->sentences.count && body < OPENING_SENTENCES; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        body += !s->title && !s->caption;
        count_sentence(c, s, t);
    }
}

/* The country or organisation besides `one` that is spoken of at least twice, and twice as often as any other. */
static const tally *other_side(const tallies *t, const char *one) {
    const tally *best = NULL;
    unsigned second = 0, others = 0;
    for (unsigned i = 0; i < t->count && others < OTHERS_MAX; i++) {
        const tally *now = &t->items[i];
        if (strcmp(now->country, one) == 0) continue;
        others++;
        if (!best || now->count > best->count) second = best ? best->count : 0, best = now;
        else if (now->count > second) second = now->count;
    }
    return best && best->count >= 2 && best->count >= 2 * second ? best : NULL;
}

static bool lacks_side(const bg_claims *c, const bg_contact *contact) {
    if (contact->side_count != 1 || is(contact->type, "statement") || contact->bare || contact->merged != BG_NONE) return false;
    if (is(contact->rule, "contact.org-meets") || is(contact->rule, "contact.org-votes")) return false; /* its own members meet */
    return contact->in_title || bg_contact__position(c, contact) <= 3;
}

/* "Dự hội nghị cấp cao ASEAN": the body whose conference it is, inside the word for it or right behind. */
static void add_own_body(const bg_claims *c, bg_contact *contact) {
    for (uint32_t tok = contact->trigger; is(contact->type, "conference") && tok <= contact->trigger_end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_ORG);
        const bg_mark *org = m == BG_NONE ? NULL : &c->text->marks.items[m];
        const char *body = org ? bg_mention__country(c->mentions, org) : NULL;
        if (body && strlen(body) > 2 && !is(bg_mark__get(c->text, org, KEY_KIND), "forum")) bg_contact__add_side(contact, body, bg_text__span(c->text, org->tok, org->end));
    }
}

void bg_contact__add_other_sides(bg_claims *c) {
    tallies t = {.count = 0};
    bool counted = false;
    for (size_t i = 0; i < c->contacts.count; i++) {
        bg_contact *contact = &c->contacts.items[i];
        if (lacks_side(c, contact)) add_own_body(c, contact);
        if (!lacks_side(c, contact)) continue;
        if (!counted) count_opening(c, &t), counted = true;
        const tally *other = other_side(&t, contact->sides[0]);
        bool state = other && strlen(other->country) == 2 && strcmp(other->country, "UN") != 0;
        if (other && (state || is(contact->type, "conference"))) bg_contact__add_side(contact, other->country, other->span);
    }
}

/* ---- principals that the naming words leave out */

#define VOICE_REACH 4   /* sentences of the page within which the one speaks whose statement it is about */
#define SPEAKERS_MAX 40 /* statements among which a speaker is sought */

static bool has_named(const bg_claims *c, const bg_contact *contact, const char *side) {
    for (unsigned i = 0; i < contact->people_count; i++) {
        const char *country = bg_person__country(&c->mentions->people.items[contact->people[i].person]);
        if (country && strcmp(country, side) == 0) return true;
    }
    return false;
}

/* Heads of state or government hold neither consultations nor dialogues of their ministries. */
static bool is_above(const bg_contact *contact, const bg_person *p) {
    return p->rank == 1 && (is(contact->type, "consultation") || is(contact->type, "dialogue"));
}

/* First person with a name and a country `side` in title, opening or captions. */
static const bg_mark *first_named(const bg_claims *c, const bg_contact *contact, const char *side) {
    unsigned body = 0;
    for (size_t i = 0; i < c->text->sentences.count && body < 4; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        body += !s->title && !s->caption;
        if (s->caption && bg_contact__shows_other(c, contact, (uint32_t)i)) continue;
        for (uint32_t tok = s->tok; tok < s->end; tok++) {
            uint32_t m = bg_text__at(c->text, tok, CLASS_WHO);
            const bg_mark *mark = m == BG_NONE ? NULL : &c->text->marks.items[m];
            if (!mark || mark->ref == BG_NONE) continue;
            const bg_person *p = &c->mentions->people.items[mark->ref];
            const char *country = bg_person__country(p);
            if (is_above(contact, p)) continue;
            if (p->name && p->office_count && !bg_person__only_tells(p) && country && strcmp(country, side) == 0) return mark;
        }
    }
    return NULL;
}

/* "Hai nhà lãnh đạo Mỹ - Triều hội đàm": not states but their heads do it. */
static bool are_leaders(const bg_claims *c, const bg_contact *contact) {
    uint32_t tok = contact->subject == BG_NONE ? contact->tok : contact->subject;
    uint32_t word = bg_text__at(c->text, tok, CLASS_SIDEWORD), both = bg_text__at(c->text, tok, CLASS_BOTH);
    if (word != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[word], KEY_VALUE), "leaders")) return true;
    return both != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[both], KEY_KIND), "leaders");
}

#define HEADS_REACH 12 /* sentences of the page within which a head of state is named */

/* The first head of the state or government that the page names. */
static const bg_mark *head_of(const bg_claims *c, const char *state) {
    for (uint32_t i = 0; i < c->text->sentences.count && c->body_before[i] < HEADS_REACH; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        for (uint32_t tok = s->tok; tok < s->end; tok++) {
            const bg_mark *mark = party_at(c, tok);
            const bg_person *p = mark ? &c->mentions->people.items[mark->ref] : NULL;
            bool head = p && p->office_count && (p->rank == 1 || !p->channel); /* "nhà lãnh đạo", "Chủ tịch" of a state */
            if (head && p->name && !p->historic && is(bg_person__country(p), state)) return mark;
        }
    }
    return NULL;
}

static void add_heads(const bg_claims *c, bg_contact *contact) {
    for (unsigned i = 0; i < contact->side_count; i++) {
        const bg_mark *head = has_named(c, contact, contact->sides[i]) ? NULL : head_of(c, contact->sides[i]);
        if (head) take(c, contact, head, "participant");
    }
}

/* Has the person of a mark a rank or a high office? */
static bool is_ranked(const bg_claims *c, const bg_mark *mark) {
    const bg_capture *h = bg_mark__capture(c->text, mark, KEY_H);
    const bg_person *p = &c->mentions->people.items[mark->ref];
    return (p->rank && p->rank < 5) || (h && bg_text__is(c->text, h->tok, CLASS_MILRANK));
}

/* First foreigner of rank but without a country in the sentences that tell of the contact: the other of two. */
static const bg_mark *first_stateless(const bg_claims *c, const bg_contact *contact) {
    for (size_t i = 0; i < contact->evidence.count; i++) {
        const bg_sentence *s = &c->text->sentences.items[contact->evidence.items[i]];
        for (uint32_t tok = s->tok; tok < s->end; tok++) {
            uint32_t m = bg_text__at(c->text, tok, CLASS_WHO);
            const bg_mark *mark = m == BG_NONE ? NULL : &c->text->marks.items[m];
            if (!mark || mark->ref == BG_NONE || !bg_mark__capture(c->text, mark, KEY_N)) continue;
            const bg_person *p = &c->mentions->people.items[mark->ref];
            if (p->name && !bg_person__country(p) && is_ranked(c, mark)) return mark;
        }
    }
    return NULL;
}

#define LIST_LEAST 3 /* countries in a row that make a list of those who take part */

/* Token behind a row of countries that begins at `tok`; *count of them. */
static uint32_t row_of_countries(const bg_claims *c, uint32_t tok, uint32_t end, unsigned *count) {
    for (*count = 0; tok < end;) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_COUNTRY);
        if (m == BG_NONE) break;
        ++*count;
        tok = c->text->marks.items[m].end;
        const bg_token *t = &c->text->tokens.items[tok];
        bool link = tok < end && ((t->flags & BG_TOK_PUNCT && t->value == ',') || bg_text__is(c->text, tok, CLASS_AND));
        if (!link) break;
        tok++;
    }
    return tok;
}

static bool names_type(const bg_claims *c, const char *type, uint32_t sentence) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++)
        if (c->contacts.items[i].sentence == sentence && is(c->contacts.items[i].type, type)) return true;
    return false;
}

/* The lead names a person and an organisation: of the many who attend the page tells of one. */
static bool leads_with_org(const bg_claims *c) {
    for (size_t i = 0; i < c->text->sentences.count; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (!s->title && !s->caption && !s->heading)
            return bg_text__any(c->text, s->tok, s->end, CLASS_ORG) && bg_text__any(c->text, s->tok, s->end, CLASS_NAME);
    }
    return false;
}

/* "Phiên họp có sự tham dự của … 8 nước gồm: A, B, C …": all of them are sides of what many attend. */
void bg_contact__add_list(const bg_claims *c, bg_contact *contact) {
    bool many = is(contact->type, "conference") || is(contact->type, "committee_session") || is(contact->type, "credentials");
    if (!opens_page(c, contact) || !(many || is(contact->rule, "contact.convened"))) return;
    if (is(contact->type, "conference") && leads_with_org(c)) return;
    unsigned body = 0, count;
    for (uint32_t i = 0; i < c->text->sentences.count && body < 4; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        body += !s->title && !s->caption;
        if (!names_type(c, contact->type, i)) continue;
        for (uint32_t tok = s->tok; tok < s->end; tok++) {
            uint32_t end = row_of_countries(c, tok, s->end, &count);
            bool listed = many || (tok > s->tok && bg_text__at(c->text, tok - 1, CLASS_LISTCUE) != BG_NONE); /* of talks that one called, a list told as such */
            for (uint32_t t = tok; t < end && count >= LIST_LEAST && listed; t++) {
                uint32_t m = bg_text__at(c->text, t, CLASS_COUNTRY);
                const bg_mark *mark = m == BG_NONE ? NULL : &c->text->marks.items[m];
                if (mark) bg_contact__add_side(contact, bg_mention__country(c->mentions, mark), bg_text__span(c->text, t, mark->end));
            }
            if (end > tok) tok = end - 1;
        }
    }
}

/* The first of a side who speaks in the article, by name and office. */
static const bg_saying *first_speaker(const bg_claims *c, const char *side) {
    for (size_t i = 0; i < c->sayings.count && i < SPEAKERS_MAX; i++) {
        const bg_saying *s = &c->sayings.items[i];
        if (s->speaker.kind != BG_SPEAKER_ENTITY || s->speaker.entity >= c->mentions->people.count || !s->speaker_span.end) continue;
        const bg_person *p = &c->mentions->people.items[s->speaker.entity];
        if (p->name && p->office_count && !p->historic && is(bg_person__country(p), side)) return s;
    }
    return NULL;
}

/* "Trung Quốc phản đối …" in the title: by whom, the article tells. */
static void add_voice(const bg_claims *c, bg_contact *statement) {
    const bg_saying *s = first_speaker(c, statement->sides[0]);
    if (s && s->sentence < VOICE_REACH)
        statement->people[statement->people_count++] = (bg_party_in){s->speaker.entity, "participant", s->speaker_span};
}

/* Who speaks for a side at a ceremony is its principal. */
static void add_speakers(const bg_claims *c, bg_contact *contact) {
    for (unsigned i = 0; i < contact->side_count && contact->people_count < BG_PEOPLE_MAX; i++) {
        const bg_saying *s = has_named(c, contact, contact->sides[i]) ? NULL : first_speaker(c, contact->sides[i]);
        if (s && !bg_contact__has_person(contact, s->speaker.entity))
            contact->people[contact->people_count++] = (bg_party_in){s->speaker.entity, "participant", s->speaker_span};
    }
}

#define ENVOYS_REACH 6 /* sentences of the page within which those who present their letters are named */

/* "… tiếp các đại sứ trình quốc thư", then a list of them: each is a principal, each state a side. */
void bg_contact__add_envoys(const bg_claims *c, bg_contact *contact) {
    const char *host = contact->side_count == 1 ? contact->sides[0] : NULL;
    unsigned body = 0;
    if (!is(contact->type, "credentials") || !host || contact->merged != BG_NONE || contact->told || !opens_page(c, contact)) return;
    for (size_t i = 0; i < c->text->sentences.count && body < ENVOYS_REACH; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        body += !s->title && !s->caption;
        for (uint32_t tok = s->tok; tok < s->end; tok++) {
            const bg_mark *mark = bg_contact__person_at(c, tok);
            if (!mark) continue;
            const bg_person *p = &c->mentions->people.items[mark->ref];
            if (p->name && !p->historic && !is(bg_person__country(p), host)) take(c, contact, mark, "participant");
            tok = mark->end - 1;
        }
    }
}

#define ADDRESS_REACH 6 /* sentences of the page within which a statement names whom it is for */

#define ADDRESSEE_REACH 6 /* words of the content in which the state addressed stands */

/* The state that the first words name. */
static const bg_mark *state_near(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end && i < tok + ADDRESSEE_REACH; i++) {
        uint32_t m = bg_text__at(c->text, i, CLASS_SIDE);
        const char *state = m == BG_NONE ? NULL : bg_mention__country(c->mentions, &c->text->marks.items[m]);
        if (state && strlen(state) == 2) return &c->text->marks.items[m];
    }
    return NULL;
}

/* "Hàn Quốc và Triều Tiên" from the first of them on. */
static void add_row_of_states(const bg_claims *c, bg_contact *contact, const bg_mark *first, uint32_t end) {
    unsigned count;
    bg_contact__add_side(contact, bg_mention__country(c->mentions, first), bg_text__span(c->text, first->tok, first->end));
    for (uint32_t i = first->tok, last = row_of_countries(c, i, end, &count); i < last; i++) {
        uint32_t m = bg_text__at(c->text, i, CLASS_COUNTRY);
        const bg_mark *mark = m == BG_NONE ? NULL : &c->text->marks.items[m];
        if (mark) bg_contact__add_side(contact, bg_mention__country(c->mentions, mark), bg_text__span(c->text, i, mark->end));
    }
}

/* "… đề nghị Campuchia", "… chúc mừng Lào": the state to which a statement of one alone is addressed. */
static void add_addressees(const bg_claims *c, bg_contact *contact) {
    const bg_sentence *title = bg_title__find(c);
    if (title && bg_title__is_inward(c, title->tok, title->end)) return;
    for (size_t i = 0; i < c->sayings.count && c->sayings.items[i].sentence < ADDRESS_REACH; i++) {
        const bg_saying *s = &c->sayings.items[i];
        bool own = s->speaker.kind == BG_SPEAKER_ENTITY ? bg_contact__has_person(contact, s->speaker.entity)
                                                        : s->speaker.kind == BG_SPEAKER_SIDE && is(s->speaker.side, contact->sides[0]);
        const bg_mark *to = own && bg_act__is(s->act, BG_ACT_ADDRESSED) ? state_near(c, s->tok, s->end) : NULL;
        if (to) add_row_of_states(c, contact, to, s->end);
    }
}

/* "Nga nói kênh liên lạc với Mỹ đóng băng": what is said concerns the one other state of the title. */
static void add_spoken_of(const bg_claims *c, bg_contact *statement) {
    const bg_mark *other = bg_title__other_party(c, statement->sides[0]);
    if (other) bg_contact__add_side(statement, bg_mention__country(c->mentions, other), bg_text__span(c->text, other->tok, other->end));
}

#define SIDES_NAMED 4 /* where more meet, not each one's head is a principal */

#define LEADERS_REACH 12 /* sentences of the page within which those who lead the delegations are named */
#define LEADS_NEAR 5     /* words behind a person in which his leading is told */

/* "Bộ trưởng A, trưởng phái đoàn", "do B dẫn đầu", "do ông C, Phó Chủ tịch …, làm trưởng đoàn", "Dẫn đầu đoàn có ông D". */
static bool leads(const bg_claims *c, const bg_mark *mark, const bg_sentence *s) {
    uint32_t by = mark->tok > s->tok ? bg_text__at(c->text, mark->tok - 1, CLASS_BYWHOM) : BG_NONE;
    uint32_t end = by != BG_NONE ? s->end : mark->end + LEADS_NEAR;
    for (uint32_t tok = mark->tok; tok < s->end && tok < end; tok++)
        if (bg_text__is(c->text, tok, CLASS_LEADS)) return true;
    return bg_text__is(c->text, s->tok, CLASS_LEADS);
}

/* First named person of a side within reach who leads it, or, with `beside`, who stands in a sentence with that person. */
static const bg_mark *leader_of(const bg_claims *c, const char *side, const bg_mark *beside) {
    unsigned body = 0;
    for (size_t i = 0; i < c->text->sentences.count && body < LEADERS_REACH; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        body += !s->title && !s->caption;
        const bg_mark *found = NULL;
        bool there = !beside;
        for (uint32_t tok = s->tok; tok < s->end; tok++) {
            const bg_mark *mark = party_at(c, tok);
            if (!mark) continue;
            bool ours = c->mentions->people.items[mark->ref].name && is(bg_claims__country(c, mark->ref), side);
            if (ours && !found && (beside || leads(c, mark, s))) found = mark;
            there |= beside && mark->ref == beside->ref;
            tok = mark->end - 1;
        }
        if (found && there) return found;
    }
    return NULL;
}

/* Two delegations met: their leaders, wherever the page names them. False: it names none. */
static bool add_leaders(const bg_claims *c, bg_contact *contact) {
    const bg_mark *first = leader_of(c, contact->sides[0], NULL), *second = leader_of(c, contact->sides[1], NULL);
    if (!first && second) first = leader_of(c, contact->sides[0], second);
    if (!second && first) second = leader_of(c, contact->sides[1], first);
    if (first) take(c, contact, first, "participant");
    if (second) take(c, contact, second, "participant");
    return first || second;
}

/* "Đoàn đại biểu Lào thăm …": who led it. */
static void add_visitor(const bg_claims *c, bg_contact *visit) {
    for (unsigned i = 0; i < visit->side_count; i++) {
        const bg_mark *leader = visit->place_side && !is(visit->sides[i], visit->place_side) ? leader_of(c, visit->sides[i], NULL) : NULL;
        if (!leader) continue;
        take(c, visit, leader, "guest");
        return;
    }
}

/* Whom title and lead of a page on a conference name for one of its sides. */
static void add_named_of_lead(const bg_claims *c, bg_contact *conference) {
    for (size_t i = 0, body = 0; i < c->text->sentences.count && body < 4; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (s->caption || s->heading) continue;
        body += !s->title;
        for (uint32_t tok = s->tok; tok < s->end; tok++) {
            const bg_mark *mark = party_at(c, tok);
            if (!mark) continue;
            const bg_person *p = &c->mentions->people.items[mark->ref];
            if (p->name && p->office_count && !p->historic && bg_contact__has_side(conference, bg_person__country(p))) take(c, conference, mark, "participant");
            tok = mark->end - 1;
        }
    }
}

#define GUESTS 2 /* states that come to a ceremony of a third */

/* The mark of the class whose words begin at the byte; NULL = none. */
static const bg_mark *mark_from(const bg_claims *c, size_t start, unsigned klass) {
    for (uint32_t tok = 0; tok < c->text->tokens.count; tok++) {
        if (c->text->tokens.items[tok].start != start) continue;
        uint32_t m = bg_text__at(c->text, tok, klass);
        return m == BG_NONE ? NULL : &c->text->marks.items[m];
    }
    return NULL;
}

static const bg_mark *place_mark(const bg_claims *c, size_t start) {
    const bg_mark *place = mark_from(c, start, CLASS_PLACE);
    return place ? place : mark_from(c, start, CLASS_COUNTRY);
}

static bool is_state(const char *side) { return strlen(side) == 2 && !is(side, "UN") && !is(side, "EU"); }

/* An organisation with a house of its own holds its conferences itself, wherever they are; of some the state that has the chair does. */
static bool holds_itself(const bg_claims *c, const bg_contact *conference, unsigned side) {
    const bg_mark *org = is_state(conference->sides[side]) ? NULL : mark_from(c, conference->side_spans[side].start, CLASS_ORG);
    return org && !bg_mark__get(c->text, org, KEY_BY);
}

/* A ceremony of few guests, a conference of one or of an organisation alone is held by the state where it takes place. */
void bg_contact__add_host(const bg_claims *c, bg_contact *contact) {
    bool ceremony = is(contact->type, "ceremony"), own = false;
    unsigned states = 0;
    for (unsigned i = 0; i < contact->side_count; i++) states += is_state(contact->sides[i]), own |= holds_itself(c, contact, i);
    if (!(is(contact->type, "conference") || ceremony) || !contact->place || states > (ceremony ? GUESTS : 1)) return;
    if ((!ceremony && states && own) || is(contact->rule, "contact.org-meets") || is(contact->rule, "contact.org-votes")) return;
    const bg_mark *place = place_mark(c, contact->place_span.start);
    const char *host = place ? bg_mention__country(c->mentions, place) : NULL;
    if (host && strlen(host) == 2) bg_contact__add_side(contact, host, contact->place_span);
}

#define STATESMAN 3 /* rank */

/* Who comes along with an official of his state and holds no office himself: a spouse. */
static void drop_companions(const bg_claims *c, bg_contact *contact) {
    unsigned kept = 0;
    for (unsigned i = 0; i < contact->people_count; i++) {
        const bg_person *p = &c->mentions->people.items[contact->people[i].person];
        bool companion = false;
        for (unsigned j = 0; j < contact->people_count && !p->office_count && !p->force; j++) {
            const bg_person *other = &c->mentions->people.items[contact->people[j].person];
            companion |= other->rank && other->rank <= STATESMAN && is(bg_person__country(other), bg_person__country(p));
        }
        if (!companion) contact->people[kept++] = contact->people[i];
    }
    contact->people_count = kept;
}

/* "liên hoan hữu nghị", "ngày văn hoá": a noun names it, at which one speaks; no verb that a state does. */
static bool is_occasion(const bg_claims *c, const bg_contact *contact) {
    uint32_t m = bg_text__at(c->text, contact->trigger, CLASS_CONTACT);
    return m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_FORM), "noun");
}

void bg_contact__add_principals(const bg_claims *c, bg_contact *contact) {
    drop_companions(c, contact);
    if (is(contact->type, "conference") && !bg_contact__named_people(c, contact)) add_named_of_lead(c, contact);
    if (is(contact->type, "statement") && contact->side_count && !contact->people_count) add_voice(c, contact);
    if (is(contact->type, "statement") && contact->side_count == 1) add_addressees(c, contact);
    if (is(contact->type, "statement") && contact->side_count == 1) add_spoken_of(c, contact);
    if (contact->cancelled) return;
    bool bodies = !contact->people_count && !contact->nominal && !contact->in_title; /* "hai phái đoàn gặp nhau": nobody is named */
    bool together = is(contact->type, "other") && !contact->orphan && is_occasion(c, contact);
    if ((bg_type__is(contact->type, BG_TYPE_SPOKEN_AT) || together) && contact->side_count == 2 && !contact->planned) add_speakers(c, contact);
    if (is(contact->type, "visit") && !contact->people_count && !contact->ships) add_visitor(c, contact);
    if (bg_type__is(contact->type, BG_TYPE_OF_TWO) && contact->side_count == 2 && are_leaders(c, contact)) add_heads(c, contact);
    bool principals = bg_type__is(contact->type, BG_TYPE_OF_TWO) || is(contact->type, "signing") || is(contact->type, "aid");
    if (!principals || contact->side_count < 2 || contact->side_count > SIDES_NAMED || contact->crowd) return;
    if ((!contact->people_count && contact->side_count == 2 && add_leaders(c, contact)) || bodies) return;
    for (unsigned i = 0; i < contact->side_count && contact->people_count < BG_PEOPLE_MAX; i++) {
        if (is(contact->sides[i], contact->body_side)) continue;
        const bg_mark *mark = has_named(c, contact, contact->sides[i]) ? NULL : first_named(c, contact, contact->sides[i]);
        bool last = contact->people_count == 1 && !mark && !has_named(c, contact, contact->sides[i]);
        if (last && (mark = first_stateless(c, contact))) c->mentions->people.items[mark->ref].guess = contact->sides[i];
        if (!mark || bg_contact__has_person(contact, mark->ref)) continue;
        contact->people[contact->people_count++] = (bg_party_in){mark->ref, "participant", bg_text__span(c->text, mark->tok, mark->end)};
    }
}
