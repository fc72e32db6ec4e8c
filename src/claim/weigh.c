/* weigh: what speaks for a contact as the news of its page is counted and weighed. */
#include "choose.h"

#define CAPTION_POSITION 4 /* a caption tells what the page is about, after the lead */

/* Place among the body's sentences of the first mention outside title and captions. */
unsigned bg_contact__position(const bg_claims *c, const bg_contact *contact) {
    unsigned best = 1000;
    for (size_t i = 0; i < contact->evidence.count; i++) {
        const bg_sentence *s = &c->text->sentences.items[contact->evidence.items[i]];
        if (s->title) continue;
        bool opens = !contact->evidence.items[i] && !s->heading; /* a page without a title may begin with a picture */
        unsigned at = s->caption && !opens ? CAPTION_POSITION : c->body_before[contact->evidence.items[i]];
        if (at < best) best = at;
    }
    return best;
}

/* "Tại buổi tiếp, …": later sentences that lean on a contact of this type. */
static int references(const bg_claims *c, const char *type) {
    int n = 0;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && n < 3; i++)
        n += c->contacts.items[i].reference && bg_type__alike(c->contacts.items[i].type, type);
    return n;
}

/* Told under a picture and far behind at most, of people whom title and lead do not name. */
static bool only_captions(const bg_claims *c, const bg_contact *contact) {
    for (size_t i = 0; i < contact->evidence.count; i++)
        if (!contact->evidence.items[i] || (!c->text->sentences.items[contact->evidence.items[i]].caption && c->body_before[contact->evidence.items[i]] < OPENING)) return false;
    for (size_t i = 0, body = 0; i < c->text->sentences.count && body < 2; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (s->caption || s->heading) continue;
        body += !s->title;
        for (uint32_t tok = s->tok; tok < s->end; tok++) {
            uint32_t m = bg_text__at(c->text, tok, CLASS_WHO);
            uint32_t ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
            if (ref != BG_NONE && bg_contact__has_person(contact, ref)) return false;
        }
    }
    return true;
}

/* "… trước thềm chuyến thăm", "… trước khi gặp B": names a time, no news. */
static bool is_ahead(const bg_claims *c, const bg_contact *contact) {
    uint32_t first = c->text->sentences.items[contact->sentence].tok, at = contact->nominal ? contact->tok : contact->trigger;
    for (uint32_t tok = at > first + 2 ? at - 2 : first; tok < contact->trigger; tok++)
        if (bg_text__at(c->text, tok, CLASS_AHEAD) != BG_NONE) return true;
    return false;
}

/* What speaks for or against a contact as the page's news. */
enum feature {
    TITLE_CLAUSE, TITLE_WORDS, /* told in the title with both sides; or named there */
    AT_0, AT_1, AT_2, AT_3, AT_5, /* first told in this sentence of the body or later */
    TWO_NAMED, ONE_NAMED,
    PLANNED, NOUN, AHEAD, TOLD, SPOKEN, CAPTION, TITLE_TYPE, HISTORIC, ONE_SIDE, REFERENCES, TITLE_SILENT, TITLE_ASIDE, ASIDE_AGAIN,
    OVERTAKEN, ANNOUNCES, ADDRESSED, TITLE_ASKS, ONLOOKER, LEAD_ASIDE, PAST, TITLE_OTHER, JOINT, OUTCOME, GIFT, WELCOME, PLENTY, RECALLED, ONCE, GATHERING, DOUBTED, WISHED, ABOUT,
    FEATURES
};

static const int weights[FEATURES] = {
    [TITLE_CLAUSE] = 9, [TITLE_WORDS] = 6, [AT_0] = 5, [AT_1] = 4, [AT_2] = 3, [AT_3] = 1, [AT_5] = -2,
    [TWO_NAMED] = 4, [ONE_NAMED] = 2, [PLANNED] = -2, [NOUN] = -4, [AHEAD] = -6, [TOLD] = -4, [SPOKEN] = 3, [CAPTION] = -6, [TITLE_TYPE] = 4,
    [HISTORIC] = -10, [ONE_SIDE] = -3, [REFERENCES] = 1, [TITLE_SILENT] = -2, [TITLE_ASIDE] = -5, [ASIDE_AGAIN] = -1,
    [OVERTAKEN] = -9, [ANNOUNCES] = -6, [ADDRESSED] = 6, [TITLE_ASKS] = -5, [ONLOOKER] = -8, [LEAD_ASIDE] = -4, [PAST] = -5, [TITLE_OTHER] = -3, [JOINT] = 1, [OUTCOME] = 3, [GIFT] = -9, [WELCOME] = -2, [PLENTY] = -3, [RECALLED] = -3, [ONCE] = -6, [GATHERING] = -3, [DOUBTED] = -12, [WISHED] = -5, [ABOUT] = 3,
};

/* What two who are named gave each other, or made of their relations, is done at their meeting, which the opening tells. */
static bool is_gift(const bg_claims *c, const bg_contact *contact) {
    bool yields = is(contact->type, "aid") || (is(contact->type, "other") && !contact->in_title);
    if (!yields || bg_contact__named_people(c, contact) != 2) return false;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other->merged != BG_NONE || other->bare || other->planned || other->told || !bg_type__is(other->type, BG_TYPE_OF_TWO)) continue;
        if (bg_contact__position(c, other) < OPENING && bg_contact__has_person(other, contact->people[0].person) && bg_contact__has_person(other, contact->people[1].person)) return true;
    }
    return false;
}

/* The welcome that comes before talks of the same two, where the title speaks of neither. */
static bool is_before_talks(const bg_claims *c, const bg_contact *contact) {
    if (!contact->nested || !contact->welcome || contact->in_title || bg_title__has_type(c, "ceremony") || bg_contact__named_people(c, contact) != 2) return false;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other->merged != BG_NONE || other->bare || other->planned || other->told || !is(other->type, "talks")) continue;
        if (bg_contact__position(c, other) < OPENING && bg_contact__has_person(other, contact->people[0].person) && bg_contact__has_person(other, contact->people[1].person)) return true;
    }
    return false;
}

/* A spokesperson announces what the title tells. */
static bool announces(const bg_claims *c, const bg_contact *contact) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && contact->spoken; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other != contact && other->merged == BG_NONE && other->planned && other->in_title && !other->nominal && other->side_count >= 2) return true;
    }
    return false;
}

/* Behind words of the title that are said of it: "…: A sẽ gặp B", "… nói A sẽ gặp B"; not "… phản đối A gặp B". */
static bool is_foretold_by(const bg_claims *c, const bg_contact *titled, const bg_contact *again) {
    bool tells = is(titled->rule, "contact.declares-quoted") || (is(titled->rule, "contact.declares") && titled->side_count == 1);
    if (!titled->titled || !tells || again->nominal || again->sentence != titled->sentence || again->trigger <= titled->trigger_end) return false;
    const bg_contact *whole = again->merged == BG_NONE ? again : &c->contacts.items[again->merged];
    if (is(titled->rule, "contact.declares-quoted") && is(again->type, "visit") && !again->past && whole->planned) return true; /* a title has no tense */
    uint32_t m = bg_text__last(c->text, titled->trigger_end, again->trigger, CLASS_PLANNED);
    const char *how = m == BG_NONE ? NULL : bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE);
    return is(how, "will") || is(how, "plan");
}

bool bg_contact__is_foretold(const bg_claims *c, const bg_contact *contact) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && contact->planned && contact->in_title; i++) {
        const bg_contact *again = &c->contacts.items[i];
        if (again != contact && (again->merged == BG_NONE || &c->contacts.items[again->merged] != contact)) continue;
        for (size_t k = 0; k < c->contacts.count && k < BG_CONTACTS_NEAR; k++)
            if (is_foretold_by(c, &c->contacts.items[k], again)) return true;
    }
    return false;
}

/* "Pháp phản đối Phó thủ tướng Italy gặp …": in the title others do it, and a state speaks out on it. */
bool bg_contact__is_spoken_of(const bg_claims *c, const bg_contact *contact) {
    if (bg_contact__is_foretold(c, contact)) return false;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && contact->in_title && !contact->outcome && contact->subject != BG_NONE; i++) {
        const bg_contact *titled = &c->contacts.items[i];
        if (titled->titled && titled != contact && titled->sentence == contact->sentence && titled->trigger < contact->subject) return true;
    }
    return false;
}

#define AT_LATE 4 /* sentences of the body that tell the news */

/* "A đề nghị B …" in the lead: the noun of their meeting that follows names what the lead tells. */
static bool is_addressed(const bg_claims *c, const bg_contact *contact) {
    if (!contact->nominal || contact->planned || contact->told || contact->in_title || !bg_type__is(contact->type, BG_TYPE_OF_TWO)) return false;
    for (size_t i = 0; i < c->sayings.count && c->body_before[c->sayings.items[i].sentence] < 2; i++) {
        const bg_saying *s = &c->sayings.items[i];
        if (s->speaker.kind == BG_SPEAKER_ENTITY && s->addressee.kind == BG_SPEAKER_ENTITY && bg_contact__has_person(contact, s->speaker.entity) &&
            bg_contact__has_person(contact, s->addressee.entity)) return true;
    }
    return false;
}

#define JOINT_LEAD 3 /* sentences of the body in which both speak */

/* "A và B nhất trí …" in the lead: the noun of their talks names what it tells. */
static bool is_joint(const bg_claims *c, const bg_contact *contact) {
    if (!contact->nominal || contact->planned || contact->told || !bg_type__is(contact->type, BG_TYPE_OF_TWO) || bg_contact__named_people(c, contact) < 2) return false;
    for (size_t i = 0; i < c->sayings.count && c->body_before[c->sayings.items[i].sentence] < JOINT_LEAD; i++)
        if (c->sayings.items[i].speaker.kind == BG_SPEAKER_BOTH && c->sayings.items[i].sentence == contact->sentence) return !c->text->sentences.items[contact->sentence].title;
    return false;
}

#define TOLD_WHOLE 2 /* sentences of the body in which a contact is told that the page weighs */

/* Told by a verb in the lead, with both principals, or of what two states sign, and its day: however the title asks, that is reported. */
static bool is_report(const bg_claims *c, const bg_contact *contact) {
    const bg_date *d = bg_contact__date(c, contact);
    bool verb = !bg_mark__get(c->text, &c->text->marks.items[contact->fact], KEY_NOMINAL);
    bool told = verb && !contact->nominal && !contact->told && bg_contact__position(c, contact) < 2;
    bool whole = bg_contact__named_people(c, contact) >= 2 || is(contact->type, "signing");
    return told && d && d->day && whole && contact->side_count == 2;
}

/* … or by a noun: two who are named, on a day. What is weighed is that contact. */
static bool is_told_whole(const bg_claims *c, const bg_contact *contact) {
    const bg_date *d = bg_contact__date(c, contact);
    return !contact->told && !contact->planned && d && d->day && bg_contact__position(c, contact) < TOLD_WHOLE && bg_contact__named_people(c, contact) >= 2;
}

/* Does the title name a contact of the kind, whosever it is? */
static bool title_has_word(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *title = bg_title__find(c);
    for (uint32_t m = title ? bg_text__first(c->text, title->tok, title->end, CLASS_CONTACT) : BG_NONE; m != BG_NONE; m = bg_text__after(c->text, m, title->end, CLASS_CONTACT))
        if (bg_type__alike(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), contact->type)) return true;
    return bg_title__has_type(c, contact->type);
}

/* Told in the title by a verb, with both sides; who answers the press needs no other. */
static bool is_titled_clause(const bg_contact *contact) {
    if (contact->press && !contact->nominal && contact->people_count) return true;
    return !contact->nominal && (!contact->timed || contact->press) && contact->side_count >= 2;
}

/* A conference of states that a noun tells under a title about something else, and hardly anybody is named. */
static bool is_gathering(const bg_claims *c, const bg_contact *contact) {
    bool noun = contact->nominal && !contact->in_title && !contact->planned && is(contact->type, "conference");
    for (unsigned i = 0; i < contact->side_count; i++) noun &= !bg_side__is_body(contact->sides[i]);
    return noun && bg_title__find(c) && bg_contact__named_people(c, contact) < 2;
}

/* "A có thể tập trận chung với B", "A muốn mở đại sứ quán ở B": what one wishes or does not exclude is what he says. */
static bool is_wish(const bg_claims *c, const bg_contact *contact) {
    if (!contact->planned || contact->nominal || !is(contact->type, "other")) return false;
    uint32_t m = bg_text__last(c->text, c->text->sentences.items[contact->sentence].tok, contact->trigger, CLASS_PLANNED);
    return m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "may");
}

/* An organisation is many states, and so are their ambassadors; so is a conference of it that the title names or the page tells to have taken place. */
static bool is_of_many(const bg_contact *contact) {
    bool org = is(contact->type, "conference") && contact->side_count == 1 && bg_side__is_body(contact->sides[0]);
    if (org && (contact->takes_place || contact->in_title) && !contact->planned) return true;
    return is(contact->rule, "contact.org-meets") || is(contact->rule, "contact.org-votes") || is(contact->rule, "contact.receives-corps");
}

#define FORUM_LEAD 2 /* sentences of the body */

/* Somebody of one of its states in its sentence, who is at it: "A … tại diễn đàn", "Phát biểu tại diễn đàn, A …". */
static bool has_speaker(const bg_claims *c, const bg_contact *forum) {
    const bg_sentence *s = &c->text->sentences.items[forum->sentence];
    if (bg_contact__is_noun(c, forum) && (forum->trigger == s->tok || !bg_text__is(c->text, forum->trigger - 1, CLASS_ATPLACE))) return false;
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_WHO); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_WHO)) {
        const bg_mark *who = bg_claims__mark(c, m);
        const bg_person *p = who->ref == BG_NONE ? NULL : &c->mentions->people.items[who->ref];
        if (p && p->name && !p->historic && !p->former && bg_person__is_official(p) && bg_contact__has_side(forum, bg_claims__country(c, who->ref))) return true;
    }
    return false;
}

/* "… khẳng định như vậy tại diễn đàn doanh nghiệp A - B": what two states hold together, at which one who is named speaks as the page begins. */
bool bg_contact__is_forum(const bg_claims *c, const bg_contact *contact) {
    if (!is(contact->type, "conference") || contact->side_count != 2 || contact->planned || contact->told || bg_contact__of_past(c, contact)) return false;
    if (bg_side__is_body(contact->sides[0]) || bg_side__is_body(contact->sides[1]) || !bg_text__any(c->text, contact->trigger, contact->end, CLASS_TRADE)) return false;
    return bg_contact__position(c, contact) < FORUM_LEAD && has_speaker(c, contact);
}

static void weigh(const bg_claims *c, const bg_contact *contact, int f[]) {
    unsigned position = bg_contact__position(c, contact), named = bg_contact__named_people(c, contact);
    bool forum = bg_contact__is_forum(c, contact);
    memset(f, 0, FEATURES * sizeof *f);
    f[ABOUT] = contact->about && !contact->in_title;
    if (contact->in_title) f[is_titled_clause(contact) ? TITLE_CLAUSE : TITLE_WORDS] = 1;
    f[position < 3 ? AT_0 + (int)position : position < 5 ? AT_3 : AT_5] = 1;
    f[TWO_NAMED] = named >= 2 && contact->side_count >= 2;
    f[ONE_NAMED] = !f[TWO_NAMED] && named;
    f[PLANNED] = contact->planned;
    f[NOUN] = contact->nominal && !contact->held && !contact->takes_place && !contact->outcome && !forum;
    f[OUTCOME] = contact->outcome && position < 2;
    f[AHEAD] = is_ahead(c, contact) || bg_contact__is_time_clause(c, contact);
    f[TOLD] = contact->told;
    f[SPOKEN] = contact->spoken && position < AT_LATE;
    f[ADDRESSED] = is_addressed(c, contact);
    f[CAPTION] = !contact->in_title && (only_captions(c, contact) || bg_contact__is_old_picture(c, contact));
    f[TITLE_TYPE] = !contact->in_title && !bg_title__weighs(c) && !bg_contact__of_past(c, contact) && bg_title__has_type(c, contact->type);
    f[HISTORIC] = bg_contact__has_historic(c, contact);
    f[ONE_SIDE] = contact->side_count < 2 && !is(contact->type, "statement") && !is_of_many(contact);
    f[REFERENCES] = references(c, contact->type);
    f[TITLE_SILENT] = bg_title__find(c) && !contact->in_title && !bg_title__names(c, bg_title__find(c), contact);
    f[TITLE_ASIDE] = (bg_title__weighs(c) && !f[ABOUT] && !is_report(c, contact) && !forum && !(contact->in_title && !contact->nominal && !contact->timed)) || bg_title__passes_over(c, contact);
    f[ASIDE_AGAIN] = f[TITLE_ASIDE] && bg_title__count_asides(c) > 1;
    f[TITLE_ASKS] = !(f[TITLE_ASIDE] && is_report(c, contact)) && (bg_claims__onlookers_speak(c) || (!contact->in_title && !bg_title__has_type(c, contact->type))) && bg_title__find(c) && bg_title__asks(c, bg_title__find(c));
    f[ASIDE_AGAIN] |= f[TITLE_ASKS] && !is_report(c, contact);
    f[ONLOOKER] = !contact->in_title && !is_told_whole(c, contact) && bg_claims__onlookers_speak(c);
    f[LEAD_ASIDE] = !contact->in_title && !is_told_whole(c, contact) && bg_claims__lead_weighs(c);
    f[PAST] = !contact->in_title && bg_contact__of_past(c, contact);
    f[TITLE_OTHER] = contact->nominal && !contact->in_title && (position > 1 || !f[TWO_NAMED]) && bg_title__find(c) && bg_title__names_others(c, bg_title__find(c), contact);
    f[JOINT] = !f[ADDRESSED] && is_joint(c, contact);
    f[GIFT] = is_gift(c, contact);
    f[WELCOME] = is_before_talks(c, contact);
    f[PLENTY] = contact->many;
    f[RECALLED] = bg_contact__opens_earlier(c, contact);
    f[ONCE] = bg_contact__was_once(c, contact);
    f[WISHED] = is_wish(c, contact);
    f[OVERTAKEN] = bg_contact__is_overtaken(c, contact);
    f[ANNOUNCES] = announces(c, contact);
    f[DOUBTED] = bg_claims__doubts(c) && !contact->in_title && !is(contact->type, "statement") && !title_has_word(c, contact);
    f[GATHERING] = is_gathering(c, contact) && !f[TITLE_TYPE] && (position || !named) && !forum;
}

int bg_contact__weigh(const bg_claims *c, const bg_contact *contact) {
    int f[FEATURES], total = bg_type__weight(contact->type);
    weigh(c, contact, f);
    for (size_t i = 0; i < FEATURES; i++) total += weights[i] * f[i];
    return total;
}

#define PRIVATE_RANK 9 /* an artist */

/* Whoever came holds no office and is nobody known; or an artist, a beauty queen: no act of states. */
static bool is_private(const bg_claims *c, const bg_contact *contact) {
    for (unsigned i = 0; i < contact->people_count; i++) {
        const bg_person *p = &c->mentions->people.items[contact->people[i].person];
        if (p->office_count ? p->rank < PRIVATE_RANK || !is(p->channel, "people") : p->from || p->force) return false;
    }
    return contact->people_count && contact->partial && is(contact->type, "visit");
}

/* "A chủ trì họp báo về kỳ họp quốc hội": of one state, and no other in view. */
static bool is_domestic(const bg_claims *c, const bg_contact *contact) {
    bool alone = is(contact->type, "statement") && contact->side_count == 1 && !bg_side__is_body(contact->sides[0]);
    return alone && !bg_claims__looks_abroad(c, contact->sides[0], contact->sentence);
}

/* "A có thể cư xử thế nào khi gặp B?": the title asks how, or why, of what it names, and no day is told; or why not. */
static bool is_asked_of(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *title = bg_title__find(c);
    const bg_date *d = bg_contact__date(c, contact);
    if (title && contact->nominal && bg_title__wishes(c)) return true;
    if (!contact->in_title || !title) return false;
    bool weighed = bg_title__asks(c, title) && bg_claims__onlookers_speak(c); /* … by experts */
    if (weighed && (contact->planned || is(contact->type, "other"))) return true;
    return bg_title__wishes(c) || (!(d && d->day) && bg_title__asks(c, title) && bg_title__explains(c, title));
}

/* "A và B kêu gọi …" in the title, and in the lead that they issued a statement together. */
static bool is_declared_jointly(const bg_claims *c, const bg_contact *contact) {
    return contact->side_count == 2 && !contact->people_count && bg_contact__position(c, contact) < 2 && is(contact->rule, "contact.declares-joint");
}

/* "Tin nóng 5/3: …": behind the colon stands what comes first, and this is something else. */
static bool is_passed_over(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *title = bg_title__find(c);
    for (uint32_t tok = title ? title->tok : 0; title && tok < title->end; tok++)
        if (bg_text__is_sign(c->text, tok, ':')) return bg_title__passes_over(c, contact);
    return false;
}

/* The body begins with what is done in general: the page explains, and its pictures are examples. */
static bool explains_rule(const bg_claims *c) {
    for (size_t i = 0; i < c->text->sentences.count; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (!s->title && !s->caption && !s->heading) return bg_sentence__is_ruled(c, s);
    }
    return false;
}

bool bg_contact__may_be_main(const bg_claims *c, const bg_contact *contact) {
    if (!contact->in_title && bg_contact__tells_several(c, contact)) return false;
    if (is(contact->link, "many") || (is(contact->link, "self") && is(contact->type, "other")) || is_passed_over(c, contact)) return false;
    bool titled = contact->titled && !contact->spoken && !contact->pressed && !is_declared_jointly(c, contact);
    if (contact->merged != BG_NONE || contact->bare || contact->side_count == 0 || is(contact->rule, "contact.speaker") || titled) return false;
    if (contact->in_caption && (contact->pictured || explains_rule(c))) return false;
    if (contact->orphan && is(contact->type, "other") && !contact->in_title) return false; /* "… 20 năm thiết lập quan hệ" */
    bool alone = is(contact->type, "statement") || is_of_many(contact);
    if ((contact->side_count < 2 && !alone) || is_private(c, contact) || is_domestic(c, contact) || is_asked_of(c, contact)) return false;
    return contact->in_title || bg_contact__position(c, contact) < OPENING || is_addressed(c, contact);
}
