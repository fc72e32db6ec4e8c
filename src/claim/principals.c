/* principals: those of the main contact whom the words that name it leave out. */
#include "complete.h"

#define VOICE_REACH 4   /* sentences of the page within which the one speaks whose statement it is about */
#define SPEAKERS_MAX 40 /* statements among which a speaker is sought */

static bool has_named(const bg_claims *c, const bg_contact *contact, const char *side) {
    for (unsigned i = 0; i < contact->people_count; i++) {
        const char *country = bg_person__country(&c->mentions->people.items[contact->people[i].person]);
        if (country && strcmp(country, side) == 0) return true;
    }
    return false;
}

/* Heads of state or government hold neither consultations nor dialogues of their ministries; consultations are held by equals. */
static bool is_above(const bg_claims *c, const bg_contact *contact, const bg_person *p) {
    bool above = p->rank == 1;
    for (unsigned i = 0; i < contact->people_count && is(contact->type, "consultation"); i++)
        above |= p->rank && p->rank < c->mentions->people.items[contact->people[i].person].rank;
    return above && (is(contact->type, "consultation") || is(contact->type, "dialogue"));
}

/* "A thăm B lần gần nhất vào năm 2019": a sentence about what was long before. */
static bool tells_past(const bg_claims *c, const bg_contact *contact, uint32_t sentence) {
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other != contact && other->sentence == sentence && other->merged == BG_NONE && bg_contact__of_past(c, other)) return true;
    }
    return false;
}

/* First person with a name and a country `side` in title, opening or captions. */
static const bg_mark *first_named(const bg_claims *c, const bg_contact *contact, const char *side) {
    unsigned body = 0;
    for (size_t i = 0; i < c->text->sentences.count && body < 4; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        body += !s->title && !s->caption;
        if (s->caption && bg_contact__shows_other(c, contact, (uint32_t)i)) continue;
        if (contact->sentence != i && tells_past(c, contact, (uint32_t)i)) continue;
        for (uint32_t tok = s->tok; tok < s->end; tok++) {
            uint32_t m = bg_text__at(c->text, tok, CLASS_WHO);
            const bg_mark *mark = m == BG_NONE ? NULL : &c->text->marks.items[m];
            if (!mark || mark->ref == BG_NONE) continue;
            const bg_person *p = &c->mentions->people.items[mark->ref];
            const char *country = bg_person__country(p);
            if (is_above(c, contact, p) || (contact->officials && p->rank == 1) || bg_claims__is_of_kin(c, mark)) continue;
            if (p->name && p->office_count && !bg_person__only_tells(p) && country && strcmp(country, side) == 0) return mark;
        }
    }
    return NULL;
}

#define LEADERS_WORDS 3 /* of the longest word for those who lead */

/* "Hai nhà lãnh đạo Mỹ - Triều hội đàm": not states but their heads do it. */
static bool are_leaders(const bg_claims *c, const bg_contact *contact) {
    uint32_t tok = contact->subject == BG_NONE ? contact->tok : contact->subject;
    uint32_t word = bg_text__at(c->text, tok, CLASS_SIDEWORD), both = bg_text__at(c->text, tok, CLASS_BOTH);
    if (word == BG_NONE) word = bg_text__ends_at(c->text, c->text->sentences.items[contact->sentence].tok, tok, CLASS_SIDEWORD, LEADERS_WORDS); /* "lãnh đạo Hàn - Triều" */
    if (word != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[word], KEY_VALUE), "leaders")) return true;
    return both != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[both], KEY_KIND), "leaders");
}

#define HEADS_REACH 12 /* sentences of the page within which a head of state is named */

/* "nhà lãnh đạo", "Chủ tịch" of a state; or a name that is known, if the page tells no office of his. */
static bool is_head(const bg_person *p) { return p->office_count ? p->rank == 1 || !p->channel : p->from != 0; }

/* The first head of the state or government that the page names. */
static const bg_mark *head_of(const bg_claims *c, const char *state) {
    for (uint32_t i = 0; i < c->text->sentences.count && c->body_before[i] < HEADS_REACH; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        for (uint32_t tok = s->tok; tok < s->end; tok++) {
            const bg_mark *mark = bg_claims__party_at(c, tok);
            const bg_person *p = mark ? &c->mentions->people.items[mark->ref] : NULL;
            if (p && is_head(p) && p->name && !p->historic && is(bg_person__country(p), state)) return mark;
        }
    }
    return NULL;
}

static void add_heads(const bg_claims *c, bg_contact *contact, const char *role) {
    for (unsigned i = 0; i < contact->side_count; i++) {
        const bg_mark *head = has_named(c, contact, contact->sides[i]) ? NULL : head_of(c, contact->sides[i]);
        if (head) bg_contact__take(c, contact, head, role);
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

/* "Lãnh đạo A, B yêu cầu C …": the heads of those who speak, not of C. */
static void add_joint_heads(const bg_claims *c, bg_contact *statement) {
    uint32_t m = statement->object == BG_NONE ? BG_NONE : bg_text__at(c->text, statement->object, CLASS_SIDE);
    const char *to = m == BG_NONE ? NULL : bg_mention__country(c->mentions, bg_claims__mark(c, m));
    for (unsigned i = 0; i < statement->side_count; i++) {
        const bg_mark *head = is(statement->sides[i], to) ? NULL : head_of(c, statement->sides[i]);
        if (head) bg_contact__take(c, statement, head, "participant");
    }
}

/* The first of a side who speaks in the article, by name and office. */
static const bg_saying *first_speaker(const bg_claims *c, const char *side) {
    for (size_t i = 0; i < c->sayings.count && i < SPEAKERS_MAX; i++) {
        const bg_saying *s = &c->sayings.items[i];
        if (s->speaker.kind != BG_SPEAKER_ENTITY || s->speaker.entity >= c->mentions->people.count || !s->speaker_span.end || bg_saying__is_before(c, s)) continue;
        const bg_person *p = &c->mentions->people.items[s->speaker.entity];
        if (p->name && p->office_count && !p->historic && is(bg_person__country(p), side)) return s;
    }
    return NULL;
}

/* "Trung Quốc phản đối …" in the title: by whom, the article tells. */
static void add_voice(const bg_claims *c, bg_contact *statement) {
    const bg_saying *s = first_speaker(c, statement->sides[0]);
    if (s && bg_saying__begins(c, s) < VOICE_REACH)
        bg_contact__add_voice(c, statement, s);
}

/* "… đến dự", "… đồng chủ trì" */
static bool tells_who_came(const bg_claims *c, const bg_sentence *s) { return !s->caption && bg_text__any(c->text, s->tok, s->end, CLASS_LEAD); }

#define BESIDE_REACH 3 /* sentences from the one that tells what two states held to that which names who came */

/* "Lễ kỷ niệm …, với sự tham dự của A và B": beside A, in a sentence that tells the contact or one right behind it, the first of the other side. */
static const bg_mark *attends_beside(const bg_claims *c, const bg_contact *contact, const char *side) {
    for (size_t i = 0; i < contact->evidence.count + BESIDE_REACH; i++) {
        size_t at = i < contact->evidence.count ? contact->evidence.items[i] : contact->sentence + 1 + i - contact->evidence.count;
        if (at >= c->text->sentences.count) break;
        const bg_sentence *s = &c->text->sentences.items[at];
        if (i >= contact->evidence.count && !tells_who_came(c, s)) continue;
        const bg_mark *found = NULL;
        bool beside = false;
        for (uint32_t tok = s->tok; tok < s->end && !s->caption; tok++) {
            const bg_mark *mark = bg_claims__party_at(c, tok);
            if (!mark) continue;
            const bg_person *p = &c->mentions->people.items[mark->ref];
            beside |= bg_contact__has_person(contact, mark->ref);
            if (!found && p->name && p->office_count && !p->historic && is(bg_person__country(p), side)) found = mark;
            tok = mark->end - 1;
        }
        if (found && beside) return found;
    }
    return NULL;
}

/* Who speaks for a side at a ceremony is its principal; where nobody does, who attends beside the other's. */
static void add_speakers(const bg_claims *c, bg_contact *contact) {
    for (unsigned i = 0; i < contact->side_count && contact->people_count < BG_PEOPLE_MAX; i++) {
        const bg_saying *s = has_named(c, contact, contact->sides[i]) ? NULL : first_speaker(c, contact->sides[i]);
        if (s && !bg_contact__has_person(contact, s->speaker.entity))
            bg_contact__add_voice(c, contact, s);
    }
    for (unsigned i = 0; i < contact->side_count && contact->people_count < BG_PEOPLE_MAX; i++) {
        const bg_mark *mark = contact->mourned || has_named(c, contact, contact->sides[i]) ? NULL : attends_beside(c, contact, contact->sides[i]);
        if (mark) bg_contact__take(c, contact, mark, "participant");
    }
}

#define SIDES_NAMED 4 /* where more meet, not each one's head is a principal */

#define LEADERS_REACH 12 /* sentences of the page within which those who lead the delegations are named */
#define LEADS_NEAR 5     /* words behind a person in which his leading is told */

/* "Bộ trưởng A, trưởng phái đoàn", "do B dẫn đầu", "do ông C, Phó Chủ tịch …, làm trưởng đoàn", "Dẫn đầu đoàn có ông D", "Về phía Lào có ông E". */
static bool leads(const bg_claims *c, const bg_mark *mark, const bg_sentence *s) {
    if (bg_mention__side_before(c->mentions, s, mark)) return true;
    uint32_t by = mark->tok > s->tok ? bg_text__at(c->text, mark->tok - 1, CLASS_BYWHOM) : BG_NONE;
    if (by != BG_NONE && !is(bg_mark__get(c->text, &c->text->marks.items[by], KEY_VALUE), "by")) by = BG_NONE;
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
            const bg_mark *mark = bg_claims__party_at(c, tok);
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

/* One side's leader is known: the other's, if the page names him as such. */
static void add_other_leader(const bg_claims *c, bg_contact *contact) {
    for (unsigned i = 0; i < contact->side_count; i++) {
        const bg_mark *mark = has_named(c, contact, contact->sides[i]) ? NULL : leader_of(c, contact->sides[i], NULL);
        if (mark) bg_contact__take(c, contact, mark, "participant");
    }
}

/* Is it another telling, right behind this contact, of what two did there? */
static bool tells_again(const bg_contact *contact, const bg_contact *other) {
    bool near = other->sentence > contact->sentence && other->sentence <= contact->sentence + BESIDE_REACH;
    return near && other->people_count == 2 && !other->planned && !other->told && is(other->type, contact->type);
}

/* "Lễ ký … Ông A và bà B ký vào văn bản": the other of two who did again what is told before, if one is of this contact or nobody is. */
static void add_fellow(const bg_claims *c, bg_contact *contact) {
    const bg_contact *again = NULL;
    for (size_t i = 0; i < c->contacts.count && !again; i++)
        if (tells_again(contact, &c->contacts.items[i])) again = &c->contacts.items[i];
    for (unsigned k = 0; again && k < 4; k++) { /* twice: who is of no known state follows from the other */
        uint32_t ref = again->people[k % 2].person;
        bg_person *p = &c->mentions->people.items[ref];
        const char *lacking = has_named(c, contact, contact->sides[0]) ? contact->sides[1] : contact->sides[0], *own = bg_person__country(p);
        bool other = !own && has_named(c, contact, is(lacking, contact->sides[0]) ? contact->sides[1] : contact->sides[0]);
        if (!p->name || bg_contact__has_person(contact, ref) || contact->people_count >= BG_PEOPLE_MAX) continue;
        if (other) p->guess = lacking;
        else if (!bg_contact__has_side(contact, own) || has_named(c, contact, own)) continue;
        contact->people[contact->people_count++] = (bg_party_in){ref, "participant", again->people[k % 2].span};
    }
}

/* Two delegations met: their leaders, wherever the page names them. False: it names none. */
static bool add_leaders(const bg_claims *c, bg_contact *contact) {
    const bg_mark *first = leader_of(c, contact->sides[0], NULL), *second = leader_of(c, contact->sides[1], NULL);
    if (!first && second) first = leader_of(c, contact->sides[0], second);
    if (!second && first) second = leader_of(c, contact->sides[1], first);
    if (first) bg_contact__take(c, contact, first, "participant");
    if (second) bg_contact__take(c, contact, second, "participant");
    return first || second;
}

/* "Dự lễ có ông A và bà B": the first of each side in one sentence right behind what the two held. False: no sentence names one of each. */
static bool add_pair(const bg_claims *c, bg_contact *contact) {
    for (uint32_t i = contact->sentence; i < c->text->sentences.count && i <= contact->sentence + BESIDE_REACH; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        const bg_mark *found[2] = {NULL, NULL};
        for (uint32_t tok = s->tok; tok < s->end && (i == contact->sentence || tells_who_came(c, s)); tok++) {
            const bg_mark *mark = bg_claims__party_at(c, tok);
            if (!mark) continue;
            const bg_person *p = &c->mentions->people.items[mark->ref];
            for (unsigned k = 0; k < 2; k++)
                if (!found[k] && p->name && p->office_count && !p->historic && is(bg_person__country(p), contact->sides[k])) found[k] = mark;
            tok = mark->end - 1;
        }
        if (!found[0] || !found[1]) continue;
        for (unsigned k = 0; k < 2; k++) bg_contact__take(c, contact, found[k], "participant");
        return true;
    }
    return false;
}

/* Who commands the ships of a state; his name may be all that the page tells of him. */
static const bg_mark *commander_of(const bg_claims *c, const char *state) {
    for (uint32_t i = 0; i < c->text->sentences.count && c->body_before[i] < LEADERS_REACH; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_WHO); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_WHO)) {
            const bg_mark *mark = bg_claims__mark(c, m);
            bg_person *p = mark->ref == BG_NONE ? NULL : &c->mentions->people.items[mark->ref];
            if (!p || !p->name || (bg_person__country(p) && !is(bg_person__country(p), state)) || !leads(c, mark, s)) continue;
            if (!bg_person__country(p)) p->guess = state;
            return mark;
        }
    }
    return NULL;
}

/* "Lãnh đạo A đón lãnh đạo B": the state whose guest comes; NULL if it is not told so. */
static const char *received(const bg_claims *c, const bg_contact *visit) {
    if (visit->place_side || visit->object == BG_NONE || visit->object < visit->trigger) return NULL;
    uint32_t m = bg_text__at(c->text, visit->object, CLASS_SIDE);
    return m == BG_NONE ? NULL : bg_mention__country(c->mentions, bg_claims__mark(c, m));
}

/* "Đoàn đại biểu Lào thăm …": who led it; "Lãnh đạo Lào thăm …": who it is. */
static void add_visitor(const bg_claims *c, bg_contact *visit) {
    const char *comes = received(c, visit);
    for (unsigned i = 0; i < visit->side_count; i++) {
        bool guest = comes ? is(visit->sides[i], comes) : visit->place_side && !is(visit->sides[i], visit->place_side);
        const bg_mark *leader = !guest ? NULL : visit->ships ? commander_of(c, visit->sides[i]) : leader_of(c, visit->sides[i], NULL);
        if (guest && !leader && are_leaders(c, visit)) leader = head_of(c, visit->sides[i]);
        if (!leader) continue;
        bg_contact__take(c, visit, leader, "guest");
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
            const bg_mark *mark = bg_claims__party_at(c, tok);
            if (!mark) continue;
            const bg_person *p = &c->mentions->people.items[mark->ref];
            if (p->name && p->office_count && !p->historic && bg_contact__has_side(conference, bg_person__country(p))) bg_contact__take(c, conference, mark, "participant");
            tok = mark->end - 1;
        }
    }
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

/* Nobody visits his own state, though he may come home: who is of the place, and does not act, is told of by another mention. */
static void drop_locals(const bg_claims *c, bg_contact *visit) {
    const bg_mark *actor = visit->subject == BG_NONE ? NULL : bg_contact__person_at(c, visit->subject);
    unsigned kept = 0;
    for (unsigned i = 0; i < visit->people_count; i++) {
        bool local = is(visit->people[i].role, "guest") && is(bg_claims__country(c, visit->people[i].person), visit->place_side);
        if (!local || (actor && actor->ref == visit->people[i].person)) visit->people[kept++] = visit->people[i];
    }
    visit->people_count = kept;
}

/* With one's own people abroad: the state in which they live takes no part. */
static void keep_own_side(const bg_claims *c, bg_contact *contact) {
    unsigned kept = 0, sides = 0;
    const char *own = NULL;
    for (unsigned i = 0; i < contact->people_count && !own; i++)
        if (c->mentions->people.items[contact->people[i].person].name) own = bg_claims__country(c, contact->people[i].person);
    for (unsigned i = 0; i < contact->people_count && own; i++)
        if (is(bg_claims__country(c, contact->people[i].person), own)) contact->people[kept++] = contact->people[i];
    for (unsigned i = 0; i < contact->side_count && own; i++)
        if (is(contact->sides[i], own)) contact->sides[sides] = own, contact->side_spans[sides++] = contact->side_spans[i];
    if (sides) contact->people_count = kept, contact->side_count = sides;
}

/* "A tặng B bức tranh": a keepsake of one person to another is no aid. */
static bool is_keepsake(const bg_claims *c, const bg_contact *contact) {
    bool found = false, persons = contact->people_count == 2 && contact->subject != BG_NONE && bg_text__is(c->text, contact->subject, CLASS_WHO);
    for (size_t i = 0; i < contact->evidence.count && is(contact->type, "aid") && persons; i++) {
        const bg_sentence *s = &c->text->sentences.items[contact->evidence.items[i]];
        found |= bg_text__any(c->text, s->tok, s->end, CLASS_KEEPSAKE);
    }
    return found;
}

/* "Tổng giám đốc Hãng X" in the title, of no known state: he whom the text names; false: there is nobody such. */
static bool name_nameless(const bg_claims *c, bg_contact *contact, const bg_mark *mark) {
    for (unsigned i = 0; i < contact->people_count; i++) {
        const bg_person *p = &c->mentions->people.items[contact->people[i].person];
        if (p->name || bg_person__country(p) || !p->office_count) continue;
        contact->people[i] = (bg_party_in){mark->ref, contact->people[i].role, bg_text__span(c->text, mark->tok, mark->end)};
        return true;
    }
    return false;
}

#define SENDER_LEAD 2 /* sentences of the body in which the head speaks of whom the title tells that his state wrote */

/* "Triều Tiên chia buồn với Iran", and in the lead the words of its leader: he wrote. */
static void add_sender(const bg_claims *c, bg_contact *letter) {
    for (size_t i = 0; i < c->sayings.count && letter->people_count < BG_PEOPLE_MAX; i++) {
        const bg_saying *s = &c->sayings.items[i];
        if (s->speaker.kind != BG_SPEAKER_ENTITY || s->speaker.entity >= c->mentions->people.count || c->body_before[s->sentence] >= SENDER_LEAD) continue;
        const bg_person *p = &c->mentions->people.items[s->speaker.entity];
        if (!p->name || !is_head(p) || !s->speaker_span.end || !bg_contact__has_side(letter, bg_person__country(p)) || has_named(c, letter, bg_person__country(p))) continue;
        letter->people[letter->people_count++] = (bg_party_in){s->speaker.entity, "sender", s->speaker_span};
        return;
    }
}

void bg_contact__add_principals(const bg_claims *c, bg_contact *contact) {
    if (is_keepsake(c, contact)) contact->type = "other";
    drop_companions(c, contact);
    if (is(contact->type, "visit") && contact->place_side) drop_locals(c, contact);
    if (contact->home && bg_contact__named_people(c, contact) == 1) keep_own_side(c, contact);
    if (is(contact->type, "conference") && !bg_contact__named_people(c, contact)) add_named_of_lead(c, contact);
    if (is(contact->type, "statement") && contact->side_count && !contact->people_count) add_voice(c, contact);
    if (is(contact->type, "statement") && contact->side_count == 1) bg_contact__add_addressees(c, contact);
    bool joint = contact->side_count == 2 && is(contact->rule, "contact.declares-joint"); /* "A, B dọa cô lập C" */
    if (is(contact->type, "statement") && (contact->side_count == 1 || joint)) bg_contact__add_spoken_of(c, contact);
    if (is(contact->rule, "contact.declares-joint") && !contact->people_count && are_leaders(c, contact)) add_joint_heads(c, contact);
    if (contact->cancelled) return;
    bool bodies = !contact->people_count && !contact->nominal && !contact->in_title; /* "hai phái đoàn gặp nhau": nobody is named */
    bool together = is(contact->type, "other") && !contact->orphan && bg_contact__is_noun(c, contact); /* "liên hoan hữu nghị": at which one speaks, no verb that a state does */
    if ((bg_type__is(contact->type, BG_TYPE_SPOKEN_AT) || together) && contact->side_count == 2 && !contact->planned) add_speakers(c, contact);
    if (is(contact->type, "visit") && !contact->people_count) add_visitor(c, contact);
    bool both = is(contact->type, "visit") && contact->object != BG_NONE && contact->object < contact->trigger; /* "lãnh đạo Hàn - Triều thăm …" */
    if ((both || bg_type__is(contact->type, BG_TYPE_OF_TWO) || is(contact->type, "signing")) && contact->side_count == 2 && are_leaders(c, contact)) add_heads(c, contact, both ? "guest" : "participant");
    bool open = !contact->people_count && contact->side_count == 2 && (bodies || bg_contact__opens_page(c, contact)); /* whom it was held by, the page tells behind it */
    bool attended = together || bg_type__is(contact->type, BG_TYPE_SPOKEN_AT) || is(contact->type, "conference");
    if (open && attended && !contact->planned && !contact->mourned && (add_leaders(c, contact) || add_pair(c, contact))) return;
    bool done = attended || is(contact->type, "signing") || is(contact->type, "aid");
    if (done && contact->side_count == 2 && contact->people_count < 2 && !contact->planned && !contact->told && !contact->mourned && bg_contact__opens_page(c, contact)) add_fellow(c, contact);
    if (is(contact->type, "conference") && contact->side_count == 2 && contact->people_count == 1 && bg_contact__opens_page(c, contact)) add_other_leader(c, contact);
    bool wrote = is(contact->type, "letter") && (contact->in_title || bg_title__has_type(c, "letter")) && contact->side_count == 2 && bg_contact__named_people(c, contact) == 1;
    if (wrote) add_sender(c, contact);
    bool principals = bg_type__is(contact->type, BG_TYPE_OF_TWO) || is(contact->type, "signing") || is(contact->type, "aid");
    if (!principals || contact->side_count < 2 || contact->side_count > SIDES_NAMED || contact->crowd) return;
    if (!contact->people_count && contact->side_count == 2 && (add_leaders(c, contact) || (!contact->told && add_pair(c, contact)))) return;
    if (bodies) return;
    for (unsigned i = 0; i < contact->side_count && contact->people_count < BG_PEOPLE_MAX; i++) {
        if (is(contact->sides[i], contact->body_side)) continue;
        const bg_mark *mark = has_named(c, contact, contact->sides[i]) ? NULL : first_named(c, contact, contact->sides[i]);
        bool last = contact->people_count == 1 && !mark && !has_named(c, contact, contact->sides[i]);
        if (last && (mark = first_stateless(c, contact))) c->mentions->people.items[mark->ref].guess = contact->sides[i];
        if (!mark || bg_contact__has_person(contact, mark->ref) || name_nameless(c, contact, mark)) continue;
        contact->people[contact->people_count++] = (bg_party_in){mark->ref, "participant", bg_text__span(c->text, mark->tok, mark->end)};
    }
}
