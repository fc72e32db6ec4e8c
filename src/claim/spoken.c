/* spoken: what somebody says as an event of its own: spokespersons, speakers of states, declarations. */
#include "claim.h"

#define SPOKESPERSON_REACH 6 /* sentences of the page */
#define LEAD_SENTENCES 4     /* of the page, in which a declaration stands that the page is about */
#define HIGH_RANK 5
#define OPENS 10 /* words of a sentence before its subject */

/* By the words for him, else by his last mention before what he says. */
bg_span bg_saying__named(const bg_claims *c, const bg_saying *s) {
    bg_span found = s->speaker_span;
    const bg_person *person = bg_saying__person(c, s);
    if (found.start < found.end || !person || !person->mentions.count) return found;
    for (size_t i = 0; i < person->mentions.count && (!i || person->mentions.items[i].start < s->content.start); i++) found = person->mentions.items[i];
    return found;
}

void bg_contact__add_voice(const bg_claims *c, bg_contact *contact, const bg_saying *s) {
    if (contact->people_count == BG_PEOPLE_MAX || !bg_saying__person(c, s)) return;
    contact->people[contact->people_count++] = (bg_party_in){s->speaker.entity, "participant", bg_saying__named(c, s)};
}

bg_contact *bg_contact__add_statement(bg_claims *c, const bg_saying *s, const char *rule) {
    const bg_sentence *sentence = &c->text->sentences.items[s->sentence];
    const bg_person *person = bg_saying__person(c, s);
    const bg_contact found = {
        .type = "statement", .rule = rule, .mode = "in_person", .verb = bg_text__words(c->text, sentence->tok, sentence->tok),
        .sentence = s->sentence, .tok = sentence->tok, .end = sentence->end, .trigger = sentence->tok, .trigger_end = sentence->end,
        .left = BG_NONE, .merged = BG_NONE, .subject = BG_NONE, .object = BG_NONE, .partner = BG_NONE};
    bg_contact *contact = bg_contact__add(c, &found);
    uint32_t *evidence = contact ? BG_PUSH(c->text->arena, &contact->evidence) : NULL;
    if (!evidence) return NULL;
    *evidence = s->sentence;
    bg_contact__add_voice(c, contact, s);
    bg_contact__add_side(contact, person ? bg_person__country(person) : s->speaker.side, bg_saying__named(c, s));
    contact->date = bg_contact__said_day(c, contact, s);
    return contact;
}

/* A Vietnamese spokesperson speaking for the state is what the page is about, whatever word names the occasion. */
bool bg_contact__find_spokesperson(bg_claims *c) {
    for (size_t i = 0; i < c->sayings.count; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const bg_person *p = bg_saying__person(c, s);
        if (!p || s->sentence > SPOKESPERSON_REACH || !p->spokesperson || !is(bg_person__country(p), "VN")) continue;
        bg_contact *contact = bg_contact__add_statement(c, s, "contact.spokesperson");
        if (contact) contact->spoken = true;
        return contact != NULL;
    }
    return true;
}

/* The contacts with which what is said in a sentence is compared: those told near it, and the statements that were added last. */
typedef struct near { size_t first, end, added; } near;

static near near_sentence(const bg_claims *c, size_t told, size_t at) {
    size_t end = at + BG_CONTACTS_NEAR < told ? at + BG_CONTACTS_NEAR : told;
    size_t last = c->contacts.count > BG_CONTACTS_NEAR ? c->contacts.count - BG_CONTACTS_NEAR : 0;
    return (near){bg_contact__near_first(at), end, last > told ? last : told};
}

/* From `i` on the first of them. */
static size_t near_from(const near *n, size_t i) { return i >= n->end && i < n->added ? n->added : i; }

/* "Trong cuộc gặp, ông …": a noun that gives nobody to meet is no contact of his. */
static bool is_half(const bg_contact *contact) { return contact->bare || (contact->nominal && contact->side_count < 2); }

static bool has_contact(const bg_claims *c, const near *n, uint32_t person) {
    for (size_t i = near_from(n, n->first); i < c->contacts.count; i = near_from(n, i + 1))
        if (!is_half(&c->contacts.items[i]) && bg_contact__has_person(&c->contacts.items[i], person)) return true;
    return false;
}

/* "Trong cuộc điện đàm với B, A cho biết …": a noun before his words that names the other one alone. */
static bool frames_words(const bg_contact *contact, const bg_saying *s) {
    return contact->nominal && !contact->bare && contact->sentence == s->sentence && contact->people_count == 1 && contact->tok < s->tok &&
           contact->end <= s->speaker_tok && bg_type__is(contact->type, BG_TYPE_OF_TWO);
}

/* "… sẵn sàng đối thoại": a word of what is said, no occasion. */
static bool is_mere_word(const bg_contact *contact) { return contact->passing && contact->nominal && !contact->held && contact->date == BG_NONE; }

/* Does the speaker take part in a contact that the page tells of as held, or that stands in his sentence? */
static bool speaks_within(const bg_claims *c, const near *n, const bg_saying *s) {
    for (size_t i = near_from(n, n->first); i < c->contacts.count; i = near_from(n, i + 1)) {
        const bg_contact *contact = &c->contacts.items[i];
        if (frames_words(contact, s)) return true;
        if (contact->bare || is_mere_word(contact) || !bg_contact__has_person(contact, s->speaker.entity)) continue;
        if (bg_contact__tells_of(contact, s->sentence) || is(contact->type, "statement")) return true;
        if (!contact->planned && !contact->nominal && !contact->told) return true;
    }
    return false;
}

/* Does the speaker stand before his verb, by office or name? */
static bool is_subject(const bg_claims *c, const bg_saying *s) {
    uint32_t m = s->speaker_tok == BG_NONE ? BG_NONE : bg_text__at(c->text, s->speaker_tok, CLASS_WHO);
    if (m == BG_NONE || c->text->marks.items[m].ref != s->speaker.entity) return false;
    return c->text->marks.items[m].end > s->speaker_tok + 1 || !bg_text__is(c->text, s->speaker_tok, CLASS_PRONOUN);
}

/* A high official or a spokesperson of another state in the lead, or one for whom the title says that his state speaks. */
static bool is_declared(const bg_claims *c, const bg_saying *s, const bg_person *p) {
    const char *country = bg_person__country(p);
    const bg_sentence *title = bg_title__find(c);
    if (s->sentence >= LEAD_SENTENCES || p->former || is(country, "VN") || strlen(country) != 2) return false;
    return p->spokesperson || (p->rank && p->rank <= HIGH_RANK) || (title && bg_title__speaks(c, title, country));
}

#define DATED_NEAR 3 /* sentences behind the first words of somebody within which the day of his words is told */

/* "A khẳng định … Phát biểu hôm 5/3, ông …": the day of what he said before. */
static void date_words(bg_claims *c, const bg_saying *s) {
    for (size_t i = c->contacts.count; i > 0; i--) {
        bg_contact *contact = &c->contacts.items[i - 1];
        if (!is(contact->rule, "contact.speaker") || contact->sentence + DATED_NEAR < s->sentence) return;
        if (contact->date == BG_NONE && bg_contact__has_person(contact, s->speaker.entity)) contact->date = bg_contact__said_day(c, contact, s);
    }
}

/* Somebody who speaks for his state, now: no expert, no director, no former ambassador. */
static bool is_official(const bg_claims *c, const bg_saying *s, const bg_person *p) {
    return p->name && bg_person__country(p) && (p->spokesperson || bg_person__is_official(p)) && !bg_saying__is_of_former(c, s);
}

/* What is said to the public: told, affirmed, promised. */
static bool tells(const bg_saying *s) { return is(s->act, "informs") || is(s->act, "affirms") || is(s->act, "pledges"); }

/* An official who speaks and takes part in no contact that the page tells of as held. */
static bool speaks_alone(const bg_claims *c, const near *n, const bg_saying *s, const bg_person *p) {
    if (!is_official(c, s, p) || speaks_within(c, n, s)) return false;
    return !has_contact(c, n, s->speaker.entity) || (tells(s) && is_subject(c, s));
}

/* "Hôm 24/5 A tuyên bố …": on a day on which the page tells of no other contact of his. */
static bool speaks_on_own_day(const bg_claims *c, const near *n, const bg_saying *s, const bg_person *p) {
    bg_contact probe = {.type = "statement", .date = BG_NONE, .trigger = BG_NONE};
    const bg_sentence *sentence = &c->text->sentences.items[s->sentence];
    if (!is_official(c, s, p) || !tells(s) || !is_subject(c, s) || sentence->caption) return false;
    uint32_t day = bg_contact__said_day(c, &probe, s);
    if (day == BG_NONE) return false;
    const bg_date *d = &c->mentions->dates.items[day];
    for (size_t i = near_from(n, n->first); i < c->contacts.count; i = near_from(n, i + 1)) {
        const bg_contact *contact = &c->contacts.items[i];
        const bg_date *other = bg_contact__date(c, contact);
        if (contact->bare || contact->merged != BG_NONE || !bg_contact__has_person(contact, s->speaker.entity)) continue;
        if (contact->sentence == s->sentence || (other && other->month == d->month && other->day == d->day)) return false;
    }
    return true;
}

/* Those whom only their office names: "Ngoại trưởng nước A hôm 24/8 xác nhận …". */
static bool speaks_by_office(const bg_claims *c, const near *n, const bg_saying *s, const bg_person *p) {
    bool high = p->spokesperson || (p->rank && p->rank <= HIGH_RANK);
    return !p->name && high && bg_person__country(p) && tells(s) && is_subject(c, s) && !has_contact(c, n, s->speaker.entity) && !speaks_within(c, n, s);
}

/* Does the page tell of somebody of the state who meets or speaks? */
static bool acts_elsewhere(const bg_claims *c, const near *n, const char *side) {
    for (size_t i = near_from(n, n->first); i < c->contacts.count; i = near_from(n, i + 1)) {
        const bg_contact *contact = &c->contacts.items[i];
        if (!contact->bare && !contact->planned && !contact->nominal && bg_contact__has_side(contact, side)) return true;
    }
    return false;
}

/* "Bộ Ngoại giao A hồi tháng 12 cho biết …": the day or month right behind the one who speaks; BG_NONE = there is none. */
static uint32_t date_behind(const bg_claims *c, const bg_mark *speaker) {
    for (uint32_t tok = speaker->end; tok < speaker->end + 2 && tok < c->text->tokens.count; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_DATE), ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
        const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref];
        if (d && d->month && !d->period && !d->vague && !d->day2) return ref;
    }
    return BG_NONE;
}

/* "Nhà Trắng": the seat of a government, by which its office is meant. */
static bool is_house(const bg_claims *c, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_DEMONYM);
    return m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_KIND), "metonym");
}

/* "Bộ Ngoại giao nước A tuyên bố …", "Hôm 4/9 nước A tuyên bố …": a body of a state that nobody speaks for by name, or the state on a day of its own. */
static bool speaks_as_state(const bg_claims *c, const near *n, const bg_saying *s) {
    const char *side = s->speaker.kind == BG_SPEAKER_SIDE ? s->speaker.side : NULL;
    const bg_sentence *sentence = &c->text->sentences.items[s->sentence];
    uint32_t m = s->speaker_tok == BG_NONE ? BG_NONE : bg_text__at(c->text, s->speaker_tok, CLASS_SIDE);
    bool asks = is(s->act, "supports") || is(s->act, "welcomes") || is(s->act, "proposes");
    if (!side || m == BG_NONE || sentence->caption || !(tells(s) || asks)) return false;
    bool body = bg_mark__get(c->text, &c->text->marks.items[m], KEY_CHANNEL) || is_house(c, s->speaker_tok);
    bg_contact probe = {.type = "statement", .date = BG_NONE, .trigger = BG_NONE};
    bool dated = (body || s->speaker_tok < sentence->tok + OPENS) && bg_contact__said_day(c, &probe, s) != BG_NONE; /* "Trước đó, ngày 19/7, …" */
    if (acts_elsewhere(c, n, side)) return (body && dated) || date_behind(c, &c->text->marks.items[m]) != BG_NONE;
    return asks ? dated : body || dated; /* "Hôm 30/8, Liên Hợp Quốc đã kêu gọi …" */
}

/* Once for each official who speaks outside the contacts that the page tells of. */
bool bg_contact__find_speakers(bg_claims *c) {
    const size_t told = c->contacts.count;
    for (size_t i = 0, at = 0; i < c->sayings.count; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const bg_person *p = bg_saying__person(c, s);
        while (at < told && c->contacts.items[at].sentence < s->sentence) at++;
        const near around = near_sentence(c, told, at), *n = &around;
        if (p) date_words(c, s);
        bool alone = p && speaks_alone(c, n, s, p);
        if (!alone && !(p ? speaks_on_own_day(c, n, s, p) || speaks_by_office(c, n, s, p) : speaks_as_state(c, n, s))) continue;
        bool declared = alone && !has_contact(c, n, s->speaker.entity) && is_declared(c, s, p);
        bg_contact *contact = bg_contact__add_statement(c, s, "contact.speaker");
        if (!contact) return false;
        contact->told = true;
        contact->declared = declared;
        uint32_t m = contact->date == BG_NONE && s->speaker_tok != BG_NONE ? bg_text__at(c->text, s->speaker_tok, p ? CLASS_WHO : CLASS_SIDE) : BG_NONE;
        if (m != BG_NONE) contact->date = date_behind(c, &c->text->marks.items[m]);
    }
    return true;
}

/* A conference or a paper to come, of which one state alone is told, and no day. */
static bool is_prospect(const bg_contact *contact) {
    return contact->planned && contact->people_count < 2 && (is(contact->rule, "contact.noun") ? is(contact->type, "conference") : is(contact->type, "signing"));
}

/* A noun without a day that gives one state alone: neither who else nor when. */
static bool is_thin(const bg_contact *contact) {
    static const char *const types[] = {"letter", "other", "dialogue", "consultation", "aid", "ceremony"};
    if (!contact->nominal || contact->date != BG_NONE || contact->side_count > 1 || contact->held) return false;
    if (is_prospect(contact)) return true;
    for (size_t i = 0; i < BG_COUNT(types); i++)
        if (is(contact->type, types[i])) return true;
    return is(contact->type, "visit") ? contact->place_side != NULL : is(contact->type, "conference") && !contact->people_count && !contact->planned;
}

/* A paper or a dialogue of which nobody says when it was, a session of one state's own. */
static bool is_aside(const bg_contact *contact) {
    if (is_mere_word(contact)) return true;
    return (is(contact->type, "committee_session") && contact->side_count < 2) || is_thin(contact);
}

/* What the principals of the main contact say without a day of their own, they say there. */
static bool is_of_main(const bg_contact *words, const bg_contact *main) {
    if (main->planned || words->date != BG_NONE || !is(words->rule, "contact.speaker")) return false;
    return words->people_count && bg_contact__has_person(main, words->people[0].person);
}

void bg_contact__drop_asides(bg_claims *c) {
    const bg_contact *main = NULL;
    for (size_t i = 0; i < c->contacts.count && !main; i++)
        if (c->contacts.items[i].main) main = &c->contacts.items[i];
    for (size_t i = 0; i < c->contacts.count; i++) {
        bg_contact *contact = &c->contacts.items[i];
        if (contact != main && contact->merged == BG_NONE && (is_aside(contact) || (main && is_of_main(contact, main)))) contact->bare = true;
    }
}
