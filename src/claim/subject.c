/*
 * subject: verbs of contact in a row share the subject of the first. In "A hội kiến B, chào C và hội đàm với D" the party before
 * "chào" is the object of "hội kiến", cut off by the comma; it is A who calls on C.
 */
#include "claim.h"

/* The party that begins at a token: a person, else a state or body. */
static const bg_mark *party_at(const bg_claims *c, uint32_t tok) {
    uint32_t m = tok == BG_NONE ? BG_NONE : bg_text__at(c->text, tok, CLASS_WHO);
    if (m == BG_NONE && tok != BG_NONE) m = bg_text__at(c->text, tok, CLASS_SIDE);
    return m == BG_NONE ? NULL : &c->text->marks.items[m];
}

/* Is the party at `tok` the object of the contact, or in a row with it: "gặp B, C và D"? */
static const bg_mark *among_objects(const bg_claims *c, const bg_contact *contact, uint32_t tok) {
    const bg_mark *object = party_at(c, contact->object);
    while (object && object->tok < tok) object = bg_contact__next_in_row(c, object, tok + 1);
    return object && object->tok == tok ? object : NULL;
}

static bool link_between(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end; i++)
        if (bg_contact__is_link(c, i)) return true;
    return false;
}

/* "A gặp một số nghị sĩ và bộ trưởng B, dự …": the last of those who are met, the verb having no other party. */
static const bg_mark *last_met(const bg_claims *c, const bg_contact *before, uint32_t tok) {
    if (before->object != BG_NONE || before->link || tok < before->trigger_end || !bg_type__is(before->type, BG_TYPE_OF_TWO)) return NULL;
    return bg_claims__has_punct(c, before->trigger_end, tok) || bg_text__any(c->text, before->trigger_end, tok, CLASS_HELD) ? NULL : party_at(c, tok);
}

/* Is the subject of `next` an object of `before`, cut off from its verb by a link? */
static bool goes_on(const bg_claims *c, const bg_contact *before, const bg_contact *next) {
    if (before->nominal || next->nominal || next->subject == BG_NONE || next->trigger <= before->trigger) return false;
    const bg_mark *object = among_objects(c, before, next->subject);
    if (!object) object = last_met(c, before, next->subject);
    return object && link_between(c, object->end, next->trigger);
}

static void share(const bg_claims *c, const bg_contact *before, bg_contact *next) {
    const bg_mark *subject = party_at(c, before->subject), *object = party_at(c, next->object);
    const char *of_subject = next->people_count ? next->people[0].role : "participant";
    const char *of_object = next->people_count > 1 ? next->people[1].role : "participant";
    if (!subject || (is(next->type, "letter") && is(before->type, "letter"))) return; /* "A gửi điện mừng B, C gửi điện mừng D" */
    next->people_count = next->side_count = 0;
    next->subject = before->subject;
    bg_contact__add_party(c, next, subject, of_subject);
    if (object) bg_contact__add_party(c, next, object, of_object);
    if (before->planned && !bg_text__any(c->text, before->object, next->trigger, CLASS_HELD)) next->planned = true;
}

/* ---- a verb without a subject of its own */

static const char *country_at(const bg_claims *c, uint32_t tok) {
    const bg_mark *party = party_at(c, tok);
    return party ? bg_mention__country(c->mentions, party) : NULL;
}

/* The verb nearest before `contact` in the sentence, with a subject of its own. */
static const bg_contact *verb_before(const bg_claims *c, size_t first, const bg_contact *contact) {
    const bg_contact *found = NULL;
    for (size_t i = first; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other->nominal || other->trigger >= contact->trigger || (other->subject == BG_NONE && !other->both)) continue;
        if (!found || other->trigger > found->trigger) found = other;
    }
    return found;
}

static bool only_tells(const bg_claims *c, const bg_mark *party) {
    bool named = party && party->klass == CLASS_WHO && party->ref != BG_NONE;
    return named && bg_person__only_tells(&c->mentions->people.items[party->ref]);
}

/* "… các hoạt động của A, gồm gặp B": whose doings they are does what is listed. */
static bool is_doer(const bg_claims *c, uint32_t tok, const bg_sentence *s) {
    if (tok < s->tok + 2 || !bg_text__is(c->text, tok - 1, CLASS_OF)) return false;
    uint32_t m = bg_text__over(c->text, s->tok, tok - 2, CLASS_CONTACTNOUNHEAD);
    return m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "activity");
}

/* Who opens the sentence, for a verb that no other verb of contact stands before. */
static uint32_t opener(const bg_claims *c, const bg_sentence *s, uint32_t end) {
    for (uint32_t tok = s->tok; tok < end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_WHO);
        if (m == BG_NONE || c->text->marks.items[m].ref == BG_NONE) continue;
        if (tok == s->tok || bg_text__at(c->text, tok - 1, CLASS_GOVERNS) == BG_NONE || is_doer(c, tok, s)) return tok;
        tok = c->text->marks.items[m].end - 1;
    }
    return BG_NONE;
}

/* Who stands nearest before a verb at `end`, and is no other's object. */
static uint32_t nearest_subject(const bg_claims *c, const bg_sentence *s, uint32_t end) {
    uint32_t found = BG_NONE;
    for (uint32_t tok = s->tok; tok < end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_WHO);
        if (m == BG_NONE || c->text->marks.items[m].ref == BG_NONE) continue;
        if (tok == s->tok || bg_text__at(c->text, tok - 1, CLASS_GOVERNS) == BG_NONE) found = tok;
        tok = c->text->marks.items[m].end - 1;
    }
    return found;
}

/* "… dự hội nghị và thăm C": the guest is who acts before. */
static bool find_guest(const bg_claims *c, bg_contact *visit, const bg_contact *before, const bg_sentence *s) {
    uint32_t subject = before && before->subject != BG_NONE ? before->subject : nearest_subject(c, s, visit->trigger);
    const char *country = country_at(c, subject);
    if (!country || is(country, visit->place_side) || only_tells(c, party_at(c, subject))) return false;
    const bg_contact read = *visit;
    visit->people_count = visit->side_count = 0;
    visit->subject = subject;
    bg_contact__add_party(c, visit, party_at(c, subject), "guest");
    bg_contact__add_side(visit, read.place_side, read.place_span);
    for (unsigned i = 0; i < read.side_count; i++) /* "… và thăm C, D và E" */
        if (read.side_spans[i].start >= read.place_span.start) bg_contact__add_side(visit, read.sides[i], read.side_spans[i]);
    if (before) visit->planned |= before->planned && !bg_text__any(c->text, before->trigger_end, visit->trigger, CLASS_HELD);
    return true;
}

/* Coming, and on the day, of the verb before. */
static void go_on(bg_contact *contact, const bg_contact *before) {
    contact->planned |= before->planned;
    if (contact->date == BG_NONE && !is(before->type, "visit")) contact->date = before->date;
}

/* "Bộ Ngoại giao A đã giao thiệp với B, cũng như gửi công hàm tới …": the first state that the sentence names, if it is not C's. */
static uint32_t state_before(const bg_claims *c, const bg_contact *letter, const bg_sentence *s) {
    for (uint32_t tok = s->tok; tok < letter->trigger; tok++) {
        if (bg_text__at(c->text, tok, CLASS_SIDE) == BG_NONE) continue;
        const char *a = country_at(c, tok), *b = country_at(c, letter->partner);
        return a && b && strcmp(a, b) != 0 ? tok : BG_NONE;
    }
    return BG_NONE;
}

/* "…, hội kiến C": the subject of the verb before, or of the sentence, when it is of another state than C. */
static bool find_subject(const bg_claims *c, bg_contact *contact, const bg_contact *before, const bg_sentence *s) {
    if (is(contact->type, "visit")) return find_guest(c, contact, before, s);
    uint32_t subject = before ? before->subject : opener(c, s, contact->trigger);
    if (is(contact->type, "letter") && (subject == BG_NONE || only_tells(c, party_at(c, subject)) || !country_at(c, subject))) subject = state_before(c, contact, s);
    const char *a = country_at(c, subject), *b = country_at(c, contact->partner);
    bool self = is(contact->link, "self") || is(contact->link, "many");
    if (!a || only_tells(c, party_at(c, subject)) || (!self && (!b || strcmp(a, b) == 0))) return false;
    contact->people_count = contact->side_count = 0;
    contact->subject = subject;
    bg_contact__add_party(c, contact, party_at(c, subject), "participant");
    if (!self) bg_contact__add_party(c, contact, party_at(c, contact->partner), "participant");
    if (before) go_on(contact, before);
    return true;
}

/* "A đón B và tiến hành hội đàm": both of the verb before. */
static bool take_both(bg_contact *contact, const bg_contact *before) {
    if (!before || is(before->type, contact->type) || is(before->type, "visit") || is(before->type, "letter")) return false;
    if (!before->both && (before->people_count != 2 || before->side_count < 2)) return false;
    memcpy(contact->people, before->people, sizeof contact->people);
    memcpy(contact->sides, before->sides, sizeof contact->sides);
    memcpy(contact->side_spans, before->side_spans, sizeof contact->side_spans);
    contact->people_count = before->people_count, contact->side_count = before->side_count;
    contact->subject = before->subject, contact->object = before->object;
    contact->both = before->both, contact->orphan = before->orphan;
    go_on(contact, before);
    return true;
}

/* Two of one state: the one before the verb was no subject, or the meeting is no affair of two states. "Dẫn đầu phía A là B" only adds B. */
static bool is_at_home(const bg_claims *c, const bg_contact *contact) {
    if (contact->attended) return false;
    const char *a = country_at(c, contact->subject), *b = country_at(c, contact->partner);
    return a && b && strcmp(a, b) == 0 && !contact->nominal && bg_type__is(contact->type, BG_TYPE_OF_TWO);
}

/* Does a verb lack a subject, or have one that cannot be? */
static bool seeks_subject(const bg_claims *c, const bg_contact *contact) { return contact->link || is_at_home(c, contact); }

/* "Cùng ngày, đoàn đã hội đàm với B": who came, by the last contact told before, with somebody of another state than B. */
static bool take_delegation(const bg_claims *c, bg_contact *contact, size_t first) {
    const char *host = country_at(c, contact->partner);
    for (size_t i = first; host && i-- > bg_contact__near_first(first);) {
        const bg_contact *before = &c->contacts.items[i];
        if (!(bg_type__is(before->type, BG_TYPE_OF_TWO) || is(before->type, "visit")) || before->planned || !bg_contact__has_side(before, host)) continue;
        for (unsigned k = 0; k < before->people_count; k++) {
            const char *state = bg_claims__country(c, before->people[k].person);
            if (!state || is(state, host) || !c->mentions->people.items[before->people[k].person].name) continue;
            contact->people[contact->people_count++] = before->people[k];
            bg_contact__add_side(contact, state, before->people[k].span);
            return true;
        }
    }
    return false;
}

/* Find the subject of a verb that lacks one. False: the contact has no two parties. */
static bool settle(const bg_claims *c, bg_contact *contact, size_t first, const bg_sentence *s) {
    bool home = !contact->link;
    const bg_contact *before = verb_before(c, first, contact);
    if (!home && is(contact->link, "delegation")) return take_delegation(c, contact, first);
    if (!home && is(contact->link, "alone")) return take_both(contact, before);
    return find_subject(c, contact, before, s) || (home && find_subject(c, contact, NULL, s));
}

/* Verbs without a subject find theirs; those that find none are dropped. */
static void find_subjects(bg_claims *c, size_t first, const bg_sentence *s) {
    size_t kept = first;
    for (size_t i = first; i < c->contacts.count; i++) {
        bool seeks = seeks_subject(c, &c->contacts.items[i]);
        if (!seeks && kept == i) {
            kept++;
            continue;
        }
        bg_contact contact = c->contacts.items[i];
        if (!seeks || settle(c, &contact, first, s)) c->contacts.items[kept++] = contact;
    }
    c->contacts.count = kept;
}

/* The person of the same state before a comma or "và" at the token's left. */
static const bg_mark *fellow_before(const bg_claims *c, uint32_t tok, uint32_t from) {
    if (tok < from + 2 || !bg_contact__is_link(c, tok - 1)) return NULL;
    for (uint32_t i = from; i + 1 < tok; i++) {
        uint32_t m = bg_text__at(c->text, i, CLASS_WHO);
        if (m != BG_NONE && c->text->marks.items[m].end == tok - 1) return &c->text->marks.items[m];
    }
    return NULL;
}

/* An official of the state, or, joined to the subject by "và", of another that is not the partner's either. */
static bool is_fellow(const bg_claims *c, const bg_contact *contact, const bg_mark *who, const char *state, bool joined) {
    if (!who || who->ref == BG_NONE || !c->mentions->people.items[who->ref].rank || bg_mention__spouse_of(c->mentions, who)) return false;
    const bg_mark *partner = contact->partner == BG_NONE ? NULL : party_at(c, contact->partner);
    const char *own = bg_mention__country(c->mentions, who), *other = partner ? bg_mention__country(c->mentions, partner) : NULL;
    return is(own, state) || (joined && own && other && !is(own, other) && !is(state, other));
}

/* Of one row with the one before or behind: for a ceremony any, for what two do those whom "và" joins. */
static bool goes_along(const bg_claims *c, const bg_contact *contact, const bg_mark *first, const bg_mark *second, const char *state) {
    bool joined = first && bg_text__is(c->text, first->end, CLASS_AND);
    if (!is_fellow(c, contact, first, state, joined) || !is_fellow(c, contact, second, state, joined)) return false;
    return is(contact->type, "ceremony") || (joined && bg_type__is(contact->type, BG_TYPE_OF_TWO));
}

/* "Tổng Bí thư A, Chủ tịch nước B và Thủ tướng C viếng …": all of the row pay their respects. "A và B tiếp C": both act. */
static void add_fellows(const bg_claims *c, bg_contact *contact, const bg_sentence *s) {
    const bg_mark *subject = contact->nominal ? NULL : party_at(c, contact->subject), *other;
    const char *state = subject && subject->klass == CLASS_WHO ? bg_mention__country(c->mentions, subject) : NULL;
    if (!state) return;
    for (const bg_mark *last = subject; (other = bg_contact__next_in_row(c, last, contact->trigger)) && goes_along(c, contact, last, other, state); last = other)
        bg_contact__add_party(c, contact, other, "participant");
    for (const bg_mark *first = subject; (other = fellow_before(c, first->tok, s->tok)) && goes_along(c, contact, other, first, state); first = other) {
        if (other->tok > s->tok && bg_text__is(c->text, other->tok - 1, CLASS_UNACTING)) return; /* "gặp gỡ giữa A và B" */
        bg_contact__add_party(c, contact, other, "participant");
    }
}

static void share_subjects(bg_claims *c, size_t first) {
    for (size_t i = first; i < c->contacts.count; i++)
        for (size_t j = first; j < c->contacts.count; j++)
            if (i != j && goes_on(c, &c->contacts.items[j], &c->contacts.items[i])) {
                share(c, &c->contacts.items[j], &c->contacts.items[i]);
                break;
            }
}

/* Once more at the end: a verb that has found its subject passes it on. */
void bg_contact__share_subject(bg_claims *c, size_t first, const bg_sentence *s) {
    share_subjects(c, first);
    find_subjects(c, first, s);
    share_subjects(c, first);
}

void bg_contact__add_fellows(bg_claims *c, size_t first, const bg_sentence *s) {
    for (size_t i = first; i < c->contacts.count; i++) add_fellows(c, &c->contacts.items[i], s);
}
