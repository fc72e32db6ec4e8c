/* merge: mentions of the same contact within a page become one. */
#include "merge.h"

/* "hôm nay" that no page date resolves is still a day: a bare year or month does not tell it better. */
unsigned bg_date__precision(const bg_date *d) {
    if (d && bg_date__is_any_day(d)) return d->vague ? 0 : 3;
    return d ? (d->year != 0) + (d->month != 0) * 2 + (d->day != 0) * 4 : 0;
}

/* "thăm từ ngày 1/12" in the title, "từ ngày 1 đến 7/12" in the text. */
static bool tells_end(const bg_contact *into, const bg_date *a, const bg_date *b) {
    return a && b && bg_type__is(into->type, BG_TYPE_LASTS) && a->day && !a->day2 && b->day2 && a->day == b->day && a->month == b->month && !b->period;
}

/* An office in the title is one of those whom the text then names. */
static void drop_nameless(const bg_claims *c, bg_contact *contact) {
    if (!bg_contact__named_people(c, contact)) return;
    unsigned kept = 0;
    for (unsigned i = 0; i < contact->people_count; i++) {
        const char *country = bg_person__country(&c->mentions->people.items[contact->people[i].person]);
        bool covered = false;
        for (unsigned j = 0; j < contact->people_count && !bg_contact__is_named(c, contact, i); j++) {
            const char *other = bg_person__country(&c->mentions->people.items[contact->people[j].person]);
            covered |= bg_contact__is_named(c, contact, j) && (!country || (other && strcmp(country, other) == 0));
        }
        if (!covered) contact->people[kept++] = contact->people[i];
    }
    contact->people_count = kept;
}

/* Is one of the first `n` people named and of the country? */
static bool names_side(const bg_claims *c, const bg_contact *contact, unsigned n, const char *country) {
    for (unsigned i = 0; i < n; i++)
        if (bg_contact__is_named(c, contact, i) && country && is(bg_claims__country(c, contact->people[i].person), country)) return true;
    return false;
}

/* Two principals of two states met: a later telling adds no third state but that of a person with a name. */
static bool is_closed(const bg_claims *c, const bg_contact *into) {
    return bg_type__is(into->type, BG_TYPE_OF_TWO) && into->side_count == 2 && names_side(c, into, into->people_count, into->sides[0]) &&
           names_side(c, into, into->people_count, into->sides[1]);
}

static void join_sides(const bg_claims *c, bg_contact *into, const bg_contact *from, bool closed) {
    for (unsigned i = 0; i < from->side_count; i++)
        if (!closed || names_side(c, from, from->people_count, from->sides[i])) bg_contact__add_side(into, from->sides[i], from->side_spans[i]);
}

#define WHERE_SENTENCES 4 /* of the body, in which the town of a visit is told */

/* A town for the country where it lies; of a visit, only in the opening: later it travels. */
static bool tells_where(const bg_claims *c, const bg_contact *into, const bg_contact *from) {
    if (!into->wide || !from->place || from->wide) return false;
    if (!is(into->type, "visit")) return true;
    return is(into->place_side, from->place_side) && c->body_before[from->sentence] < WHERE_SENTENCES;
}

/* A summary line may have no word of time either. */
static bool tells_tense(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    if (contact->planned || contact->past || contact->date != BG_NONE || c->body_before[contact->sentence] >= SUMMARY) return true;
    return bg_text__any(c->text, s->tok, s->end, CLASS_DATE);
}

/* "A sẽ sang B" in the lead. */
static bool will_travel(const bg_claims *c, const bg_contact *contact) {
    if (!contact->planned || !contact->people_count || !contact->trigger || c->body_before[contact->sentence] >= SUMMARY) return false;
    uint32_t m = bg_text__last(c->text, contact->trigger - 1, contact->trigger, CLASS_PLANNED);
    return m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "will");
}

/* "Hôm nay sẽ diễn ra cuộc gặp giữa A và B": what says so stands right before the noun. */
static bool will_occur(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t m = bg_text__last(c->text, s->tok, contact->trigger, CLASS_PLANNED);
    const bg_mark *will = m == BG_NONE ? NULL : &c->text->marks.items[m];
    if (!will || !is(bg_mark__get(c->text, will, KEY_VALUE), "will")) return false;
    return will->end + 1 >= contact->trigger && bg_text__is(c->text, will->tok, CLASS_TAKESPLACE); /* "sẽ diễn ra một cuộc gặp" */
}

/* A verb with its parties, or one that leans on a verb before it ("tới B, bắt đầu chuyến thăm") on a day. */
static bool tells_whether(const bg_claims *c, const bg_contact *contact) {
    const bg_date *d = bg_contact__date(c, contact);
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    bool will = contact->nominal && contact->planned && !contact->told && c->body_before[contact->sentence] < SUMMARY;
    if (will && (will_occur(c, contact, s) || bg_text__any(c->text, contact->trigger_end, s->end, CLASS_PLANNED))) return true; /* "cuộc gặp … sẽ diễn ra" */
    return !contact->nominal && (!contact->partial || will_travel(c, contact) || (contact->people_count && d && (d->day || bg_date__is_any_day(d))));
}

#define TALKS_TOLD 4 /* sentences of the body in which those who met are told to have had talks */

/* "A thảo luận với B", "A trao đổi với B": what they met for is not said. */
static bool only_talked(const bg_claims *c, const bg_contact *contact) {
    uint32_t m = bg_text__at(c->text, contact->trigger, CLASS_CONTACT);
    return contact->generic || (m != BG_NONE && bg_mark__get(c->text, &c->text->marks.items[m], KEY_WEAK));
}

/* What the title calls a meeting stays one, unless the summary line or the lead tells of talks by a verb. */
static bool tells_talks(const bg_claims *c, const bg_contact *into, const bg_contact *from) {
    if (!is(from->type, "talks") || from->link || from->in_caption) return false;
    bool called = into->in_title && !only_talked(c, into);
    return c->body_before[from->sentence] < (called ? SUMMARY : TALKS_TOLD) && !(called && from->nominal);
}

/* Its own day, not that on which it was spoken of ("hôm nay nói cuộc điện đàm …") or ended. */
static bool is_its_day(const bg_claims *c, const bg_contact *contact) {
    const bg_date *d = bg_contact__date(c, contact);
    if (!d || contact->told || (contact->nominal && d->tok < contact->trigger)) return false;
    return !bg_contact__is_ended(c, contact, &c->text->sentences.items[contact->sentence]);
}

/* "C chứng kiến lễ ký": who signed is told elsewhere. */
static bool is_watched(const bg_claims *c, const bg_contact *contact) {
    uint32_t m = bg_text__at(c->text, contact->trigger, CLASS_CONTACT);
    return m != BG_NONE && bg_mark__get(c->text, &c->text->marks.items[m], KEY_WATCHES) != NULL;
}

static bool join(bg_claims *c, bg_contact *into, bg_contact *from) {
    bool shown = into->titled && from->in_caption && into->people_count; /* beside him in the picture */
    bool full = shown || (from->reference && bg_contact__named_people(c, into) >= 2); /* a noun far from the verb tells nobody new */
    full |= bg_contact__named_people(c, into) >= 2 && is_watched(c, from);
    bool closed = is_closed(c, into);
    unsigned before = into->people_count;
    for (unsigned i = 0; i < from->people_count && into->people_count < BG_PEOPLE_MAX && !full; i++) {
        if (bg_contact__has_person(into, from->people[i].person)) continue;
        if (closed && !bg_contact__is_named(c, from, i)) continue;
        if (from->attended && names_side(c, into, from->led ? before : into->people_count, bg_claims__country(c, from->people[i].person))) continue; /* "Cùng dự có …"; two may lead */
        into->people[into->people_count++] = from->people[i];
    }
    drop_nameless(c, into);
    if (!shown && !(into->titled && from->press)) join_sides(c, into, from, closed); /* the house to which he speaks is no side */
    const bg_date *then = bg_contact__date(c, from), *known = bg_contact__date(c, into);
    bool lasts = bg_type__is(into->type, BG_TYPE_LASTS); /* "hôm nay" may be any day of it */
    if (!lasts && strcmp(into->type, from->type) == 0 && from->planned == into->planned && is_its_day(c, from) && is_its_day(c, into)) bg_contact__note_today(c, then, known);
    if (bg_date__precision(then) > bg_date__precision(known) || (tells_end(into, known, then) && bg_date__precision(then) == bg_date__precision(known))) into->date = from->date;
    if (from->left != BG_NONE) into->left = from->left;
    if (!into->place || tells_where(c, into, from)) into->place = from->place, into->place_span = from->place_span, into->place_state = from->place_state, into->wide = from->wide;
    if (!into->grade) into->grade = from->grade;
    bool coming = into->about && from->nominal && from->planned && c->body_before[from->sentence] < SUMMARY; /* "Kỳ vọng từ chuyến thăm", "trước chuyến thăm vào tuần tới" */
    if ((into->in_title || into->about) && !from->in_title && (coming || tells_whether(c, from)) && !into->tensed && !(into->past && is(into->type, "visit") && c->text->sentences.items[into->sentence].title)) { /* a title has no tense but by "đã", the first that tells it has */
        into->planned |= from->planned;
        into->tensed = tells_tense(c, from);
    }
    if (into->joint && !from->joint) into->type = from->type;
    if (tells_talks(c, into, from) || (is(from->type, "ceremony") && into->welcome)) into->type = from->type;
    if ((into->generic && !from->generic && bg_type__is(from->type, BG_TYPE_OF_TWO)) || (into->pictured && !from->pictured)) into->type = from->type, into->generic = from->generic, into->pictured = false;
    into->in_title |= from->in_title;
    into->in_caption &= from->in_caption;
    if (!into->body_side) into->body_side = from->body_side;
    into->spoken |= from->spoken;
    into->pressed |= into->titled && from->press && from->people_count == 1 && into->side_count && is(bg_claims__country(c, from->people[0].person), into->sides[0]);
    into->nominal &= from->nominal;
    into->outcome |= from->outcome;
    into->about |= from->about;
    into->joint &= from->joint;
    into->said &= from->said;
    into->held |= from->held;
    into->ships |= from->ships;
    into->summit |= from->summit;
    into->takes_place |= from->takes_place;
    into->told &= from->told;
    into->crowd |= from->crowd;
    into->home |= from->home;
    into->officials |= from->officials;
    into->partial &= from->partial;
    for (size_t i = 0; i < from->evidence.count; i++) {
        uint32_t *e = BG_PUSH(c->text->arena, &into->evidence);
        if (!e) return false;
        *e = from->evidence.items[i];
    }
    return true;
}

/* "A gặp B … năm ngoái", in a picture or beside what is to come: an older meeting of the same people. */
static bool is_older(const bg_claims *c, const bg_contact *from, const bg_contact *into) {
    return (from->in_caption || (into->planned && !from->nominal)) && bg_contact__of_past(c, from) && !bg_contact__of_past(c, into);
}

/* Join contact `i` to the first of the contacts before `end` that is the same. */
static bool merge_one(bg_claims *claims, size_t i, size_t end) {
    bg_contact *from = &claims->contacts.items[i];
    for (size_t j = bg_contact__near_first(i); j < end && from->merged == BG_NONE && !from->bare; j++) {
        bg_contact *into = &claims->contacts.items[j];
        if (j == i || into->merged != BG_NONE || into->bare || into->attended || is_older(claims, from, into) || !bg_contact__is_same(claims, into, from)) continue;
        from->merged = (uint32_t)j;
        if (!join(claims, into, from)) return false;
    }
    return true;
}

/* "X, người dự cuộc gặp, nói …": a noun beside one person, without a day, names again what was told before. */
static bool recalls(const bg_claims *c, size_t index) {
    const bg_contact *noun = &c->contacts.items[index];
    bool met = is(noun->type, "meeting") || is(noun->type, "talks") || is(noun->type, "call");
    if (!met || !noun->reference || noun->merged != BG_NONE || noun->people_count != 1 || noun->side_count > 1 || noun->date != BG_NONE) return false;
    for (size_t i = bg_contact__near_first(index); i < index; i++) {
        const bg_contact *before = &c->contacts.items[i];
        if (before->merged == BG_NONE && !before->bare && bg_type__alike(before->type, noun->type)) return true;
    }
    return false;
}

/* "A tiếp các Đại sứ" in the title, and in the lead for what: to present their letters. */
static void tell_title_credentials(bg_claims *claims) {
    for (size_t i = 0; i < claims->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        bg_contact *titled = &claims->contacts.items[i];
        if (!titled->in_title || !is(titled->type, "meeting") || bg_contact__named_people(claims, titled) > 1) continue;
        for (size_t j = 0; j < claims->contacts.count && j < BG_CONTACTS_NEAR; j++) {
            const bg_contact *letters = &claims->contacts.items[j];
            bool lead = is(letters->type, "credentials") && !letters->nominal && !letters->in_caption && claims->body_before[letters->sentence] < SUMMARY;
            if (lead && bg_contact__shared_people(claims, titled, letters)) titled->type = letters->type;
        }
    }
}

/* In the order of the page; "Cùng dự có …" last, when the principals are known. */
bool bg_contact__merge(bg_claims *claims) {
    tell_title_credentials(claims);
    for (size_t i = 0; i < claims->contacts.count; i++)
        if (!claims->contacts.items[i].attended && !merge_one(claims, i, i)) return false;
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *there = &claims->contacts.items[i];
        if (there->attended && !merge_one(claims, i, bg_contact__near_end(claims, i))) return false;
        there->bare |= there->attended && there->generic && there->merged == BG_NONE; /* where they were, nobody knows */
    }
    for (size_t i = 0; i < claims->contacts.count; i++)
        if (recalls(claims, i)) claims->contacts.items[i].bare = true;
    return true;
}

/* The same two people, both named, and nothing that speaks for two occasions. */
static bool same_two(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (!bg_type__is(a->type, BG_TYPE_OF_TWO) || !bg_type__alike(a->type, b->type) || a->planned != b->planned || a->joint != b->joint || a->many || b->many || a->told != b->told || bg_contact__follows(c, a, b) || bg_contact__is_earlier(c, b)) return false;
    if (bg_contact__named_people(c, a) != 2 || bg_contact__named_people(c, b) != 2 || bg_contact__shared_people(c, a, b) != 2) return false;
    return bg_date__fits(bg_contact__date(c, a), bg_contact__date(c, b));
}

/* A noun whose partners were found only now may be a contact that was told with both. */
bool bg_contact__merge_completed(bg_claims *claims) {
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *from = &claims->contacts.items[i];
        for (size_t j = bg_contact__near_first(i); j < i && from->merged == BG_NONE && !from->bare; j++) {
            bg_contact *into = &claims->contacts.items[j];
            if (into->merged != BG_NONE || into->bare || is(into->link, "many") || is(from->link, "many") || !same_two(claims, into, from)) continue;
            from->merged = (uint32_t)j;
            if (!join(claims, into, from)) return false;
        }
    }
    return true;
}

#define JOINT_LEAD 3  /* sentences of the body in which what both say is the news */
#define JOINT_REACH 6 /* sentences of the body in which the contact is named at which both said something */

/* Is it the contact at which the two of the joint words met? */
static bool holds_joint(const bg_claims *c, const bg_contact *held, const bg_contact *joint) {
    if (held->joint || held->merged != BG_NONE || held->bare || held->planned != joint->planned || held->told || held->many) return false;
    if (!bg_type__is(held->type, BG_TYPE_OF_TWO) || bg_contact__shared_sides(held, joint) != joint->side_count || held->side_count != joint->side_count) return false;
    if (bg_contact__of_past(c, held)) return false;
    return bg_contact__position(c, held) < JOINT_REACH && bg_contact__people_fit(c, held, joint) && bg_date__fits(bg_contact__date(c, held), bg_contact__date(c, joint));
}

/* "A và B nhất trí gặp nhau …": what they settled is to meet; nothing tells that they have met. */
static bool settles_meeting(const bg_claims *c, const bg_contact *joint, size_t first, size_t end) {
    for (size_t i = first; i < end && joint->joint && !joint->bare; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other->sentence != joint->sentence || !other->planned || other->nominal || other->trigger < joint->trigger || other->trigger > joint->trigger_end + 1) continue;
        if (bg_contact__same_sides(other, joint)) return true;
    }
    return false;
}

/* The contact at which the joint words were said: one that their own sentence names before any other; BG_NONE if the opening tells of none. */
static uint32_t place_of_joint(const bg_claims *c, size_t index) {
    const bg_contact *joint = &c->contacts.items[index];
    uint32_t found = BG_NONE;
    for (size_t j = bg_contact__near_first(index), end = bg_contact__near_end(c, index); j < end; j++) {
        const bg_contact *held = &c->contacts.items[j];
        if (!holds_joint(c, held, joint)) continue;
        if (bg_contact__tells_of(held, joint->sentence)) return (uint32_t)j;
        if (found == BG_NONE) found = (uint32_t)j;
    }
    return found;
}

/* "A và B nhất trí …", and the talks, the call or the session named elsewhere in the opening: one. */
bool bg_contact__merge_joint(bg_claims *claims) {
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *from = &claims->contacts.items[i];
        from->bare |= settles_meeting(claims, from, bg_contact__near_first(i), bg_contact__near_end(claims, i));
        uint32_t at = from->joint && from->merged == BG_NONE && !from->bare ? place_of_joint(claims, i) : BG_NONE;
        if (at == BG_NONE) continue;
        bool noun = claims->contacts.items[at].nominal; /* told far behind, it stays a noun that names a time */
        from->merged = at;
        if (!join(claims, &claims->contacts.items[at], from)) return false;
        claims->contacts.items[at].nominal = noun && claims->body_before[from->sentence] >= JOINT_LEAD;
    }
    return true;
}
