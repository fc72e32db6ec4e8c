/* lead_day: the first day that opens a sentence of the page's opening, and when it is none of the contact but of what others did, or of what is spoken of. */
#include "when.h"

#define LEAD_SENTENCES 4 /* of the body, in which the news has its day */
#define LEAD_FIRST 2     /* … that are its lead */

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

bool bg_contact__opens_sentence(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_WHO), ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
    return ref != BG_NONE && bg_contact__has_person(contact, ref);
}

bool bg_contact__others_act(const bg_claims *c, const bg_contact *contact, uint32_t sentence, bool say) {
    bool others = false;
    if (bg_contact__tells_of(contact, sentence) || bg_contact__opens_sentence(c, contact, &c->text->sentences.items[sentence])) return false;
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other->sentence != sentence || other->bare || !other->people_count || (!say && is(other->type, "statement"))) continue;
        if (bg_contact__shares_person(c, other, contact)) return false;
        others = true;
    }
    return others;
}

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

#define WORDS_NEXT 2 /* sentences from where a contact is told to the words that one of the two said at it */

bool bg_contact__is_told_near(const bg_contact *contact, uint32_t sentence) {
    for (size_t i = 0; i < contact->evidence.count; i++)
        if (contact->evidence.items[i] <= sentence + WORDS_NEXT && sentence <= contact->evidence.items[i] + WORDS_NEXT) return true;
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
    return !named || (named < 2 && !bg_contact__is_told_near(contact, sentence));
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

/* A sentence that tells of others, or a picture that shows them. */
static bool is_of_others(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, uint32_t sentence) {
    if (s->caption ? bg_contact__shows_other(c, contact, sentence) : bg_contact__others_act(c, contact, sentence, true)) return true;
    return tells_matter(c, contact, sentence) || (s->caption && shows_one(c, contact, s, sentence)) || (s->title && bg_title__is_roundup(c));
}

/* Is the day that opens a sentence that of the contact, which is known to be of `month` (0: not known)? */
static bool is_its_day(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, uint32_t sentence, uint32_t ref, int month) {
    const bg_date *d = &c->mentions->dates.items[ref];
    bool statement = is(contact->type, "statement");
    if (bg_title__is_page_day(c, ref) && !contact->today) return false;
    if (contact->planned && !is_told_ahead(c, contact, sentence, ref)) return false;
    if ((month && d->month != month) || is_of_other(c, contact, sentence, ref) || is_elsewhere(c, contact, sentence, ref)) return false;
    if (statement && (!d->day || is_of_event_to_come(c, s, ref))) return false; /* "Hồi tháng 3, …" */
    if (bg_sentence__opens_earlier(c, s) && (statement || !bg_contact__tells_of(contact, sentence))) return false; /* "Trước đó, ngày 5/3, A đã tiếp C" */
    return bg_contact__may_be_in(c, contact, d->year); /* "45 năm trước, ngày 21-9-1973, …" */
}

/* The first such day of the title and the opening, or of the captions that stand there. */
static uint32_t first_of(const bg_claims *c, const bg_contact *contact, bool captions, int month) {
    unsigned body = 0;
    for (uint32_t i = 0; i < c->text->sentences.count && body < LEAD_SENTENCES; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        body += !s->title && !s->caption;
        if (s->caption != captions || is_of_others(c, contact, s, i)) continue;
        bool lead = body <= LEAD_FIRST;
        uint32_t ref = bg_contact__opening_day(c, contact, s, lead);
        if (ref == BG_NONE && lead && !s->title && bg_contact__tells_of(contact, i)) ref = bg_sentence__only_day(c, contact, s);
        if (ref != BG_NONE && is_its_day(c, contact, s, i, ref, month)) return ref;
    }
    return BG_NONE;
}

uint32_t bg_contact__day_of_lead(const bg_claims *c, const bg_contact *contact, const bg_date *has) {
    bool dated = has && !has->year, pictures = !is(contact->type, "statement") && !contact->planned;
    int month = has && !has->day ? has->month : 0;
    uint32_t found = dated ? BG_NONE : first_of(c, contact, false, month);
    return found == BG_NONE && pictures ? first_of(c, contact, true, month) : found;
}
