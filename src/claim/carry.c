/* carry: the day of a contact that another contact tells: in the same sentence, in the one before, or the page's news. */
#include "when.h"

static bool has_time(const bg_claims *c, const bg_contact *contact) {
    const bg_date *d = bg_contact__date(c, contact);
    return d && (d->month || d->year);
}

/* "Cuộc gặp sẽ diễn ra sau khi A dự hội nghị ngày 11/7": told with a time of its own. */
static bool is_apart(const bg_claims *c, const bg_contact *noun, const bg_contact *verb) {
    return verb->trigger > noun->trigger_end && bg_text__any(c->text, noun->trigger_end, verb->trigger, CLASS_SINCE);
}

#define NOUN_TIME 6 /* words behind a noun and its parties to a time of its own */

/* "Sau cuộc điện đàm với B hơn 2 tuần trước, A đã gặp C ngày 28/2": a time of its own, be it none that names a day. */
static bool has_own_time(const bg_claims *c, const bg_contact *noun) {
    uint32_t end = c->text->sentences.items[noun->sentence].end;
    for (uint32_t tok = noun->end; tok < end && tok < noun->end + NOUN_TIME && !bg_claims__is_comma(c, tok); tok++) {
        uint32_t held = bg_text__at(c->text, tok, CLASS_HELD);
        if (bg_text__at(c->text, tok, CLASS_DATE) != BG_NONE) return true;
        if (held != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[held], KEY_VALUE), "earlier")) return true; /* "năm ngoái" */
    }
    return false;
}

/* "Sáng 1/8, sau lễ đón, A hội đàm với B; …": a noun shares the day, and the coming, of the verb in its sentence. */
static void share_time(bg_claims *claims, size_t index) {
    bg_contact *noun = &claims->contacts.items[index];
    if (!noun->nominal || is(noun->type, "visit")) return;
    for (size_t i = bg_contact__near_first(index), end = bg_contact__near_end(claims, index); i < end; i++) {
        const bg_contact *verb = &claims->contacts.items[i];
        if (verb->nominal || verb->told != noun->told || verb->sentence != noun->sentence || is(verb->type, "visit") || is_apart(claims, noun, verb)) continue;
        if (verb->planned && verb->trigger < noun->trigger) noun->planned = true;
        bool since = verb->trigger < noun->trigger && bg_text__any(claims->text, verb->trigger_end, noun->trigger, CLASS_SINCE); /* "… lần đầu kể từ cuộc họp với C" */
        bool apart = since || has_own_time(claims, noun) || bg_contact__is_jubilee(claims, noun) || (noun->side_count > 1 && bg_type__is(noun->type, BG_TYPE_OF_TWO) && bg_contact__has_third(noun, verb));
        if (!has_time(claims, noun) && verb->date != BG_NONE && noun->planned == verb->planned && !apart) noun->date = verb->date;
    }
}

/* Does the sentence name a day of its own? */
static bool names_own_day(const bg_claims *c, uint32_t sentence) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    for (uint32_t tok = s->tok; tok < s->end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_DATE), ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
        const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref];
        if (d && d->day && !d->period && !d->vague) return true;
    }
    return false;
}

/* "Trước khi tới đó, A đã hội đàm với C", "Trước đó, A …", "Tuần trước, …": with others than in the other contact, before it. */
static bool is_told_before(const bg_claims *c, const bg_contact *contact, const bg_contact *other) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    uint32_t held = bg_text__first(c->text, s->tok, contact->trigger, CLASS_HELD);
    if (!bg_contact__has_third(contact, other)) return false;
    for (; held != BG_NONE; held = bg_text__after(c->text, held, contact->trigger, CLASS_HELD))
        if (is(bg_mark__get(c->text, &c->text->marks.items[held], KEY_VALUE), "earlier")) return true;
    return bg_text__at(c->text, s->tok, CLASS_SINCE) != BG_NONE;
}

/* A verb in the sentence right behind a dated contact of the same person goes on with that day; so does a programme of what is to come. */
static void carry_time(bg_claims *claims, size_t index) {
    bg_contact *contact = &claims->contacts.items[index];
    if (contact->nominal || contact->told || contact->invited || contact->date != BG_NONE || is(contact->type, "visit")) return;
    if (names_own_day(claims, contact->sentence) || has_own_time(claims, contact)) return;
    for (size_t i = bg_contact__near_first(index), end = bg_contact__near_end(claims, index); i < end; i++) {
        const bg_contact *before = &claims->contacts.items[i];
        const bg_date *d = bg_contact__date(claims, before);
        if (before->sentence + 1 != contact->sentence || before->planned != contact->planned || !d || !d->day || d->day2) continue;
        if (before->nominal && !(before->planned && before->takes_place)) continue;
        if ((before->planned && is(before->type, "visit")) || is_told_before(claims, contact, before)) continue;
        for (unsigned j = 0; j < contact->people_count; j++)
            if (bg_contact__has_person(before, contact->people[j].person)) contact->date = before->date;
    }
}

/* "Lễ đón diễn ra sáng 20/11, sau đó A hội đàm với B, hội kiến C": what comes next in the sentence is of the same day. */
static void go_on_then(bg_claims *claims, size_t index) {
    bg_contact *next = &claims->contacts.items[index];
    if (next->date != BG_NONE || is(next->type, "visit")) return;
    for (size_t i = bg_contact__near_first(index), end = bg_contact__near_end(claims, index); i < end; i++) {
        const bg_contact *before = &claims->contacts.items[i];
        const bg_date *d = bg_contact__date(claims, before);
        if (before->sentence != next->sentence || before->trigger >= next->trigger || before->told != next->told || !d || !d->month || !d->day || d->day2) continue;
        if (bg_text__any(claims->text, before->trigger_end, next->trigger, CLASS_THEN)) next->date = before->date;
    }
}

/* "A bắt đầu chuyến thăm B vào ngày 1/3, hội đàm với C, hội kiến D": what stands in a row behind the day on which a visit begins. */
static void go_on_row(bg_claims *claims, size_t index) {
    bg_contact *next = &claims->contacts.items[index];
    if (next->date != BG_NONE || next->nominal || is(next->type, "visit")) return;
    for (size_t i = bg_contact__near_first(index); i < index && next->date == BG_NONE; i++) {
        const bg_contact *visit = &claims->contacts.items[i];
        const bg_date *d = bg_contact__date(claims, visit);
        if (visit->sentence != next->sentence || !is(visit->type, "visit") || visit->nominal || visit->planned != next->planned || !bg_date__is_single(d)) continue;
        if (d->tok < visit->trigger_end || d->end >= next->trigger || !bg_contact__is_link(claims, d->end) || !bg_contact__shares_person(claims, visit, next)) continue;
        if (!bg_text__any(claims->text, d->end, next->trigger, CLASS_DATE) && !bg_text__any(claims->text, d->end, next->trigger, CLASS_SINCE)) next->date = visit->date;
    }
}

/* "A xuất hiện trong chuyến thăm B hồi tháng 3/2013 và phát biểu tại C": the month or year of the visit is that of what the guest does there. */
static void go_on_stay(bg_claims *claims, size_t index) {
    bg_contact *next = &claims->contacts.items[index];
    if (next->date != BG_NONE || next->nominal || next->planned || is(next->type, "visit")) return;
    for (size_t i = bg_contact__near_first(index); i < index && next->date == BG_NONE; i++) {
        const bg_contact *visit = &claims->contacts.items[i];
        const bg_date *d = bg_contact__date(claims, visit);
        if (visit->sentence != next->sentence || !is(visit->type, "visit") || !visit->nominal || visit->planned || !has_time(claims, visit) || d->day) continue;
        if (d->tok < visit->trigger || d->end > next->trigger || !bg_contact__shares_person(claims, visit, next)) continue;
        if (!bg_text__any(claims->text, d->end, next->trigger, CLASS_DATE) && !bg_text__any(claims->text, d->end, next->trigger, CLASS_SINCE)) next->date = visit->date;
    }
}

/* "A gửi thư mời B khi C công du nước ấy hồi tháng 4": the time of the visit behind "khi" is that of what was done then. */
static void share_when(bg_claims *claims, size_t index) {
    bg_contact *deed = &claims->contacts.items[index];
    if (deed->date != BG_NONE || deed->nominal || deed->planned || is(deed->type, "visit")) return;
    for (size_t i = bg_contact__near_first(index), end = bg_contact__near_end(claims, index); i < end && deed->date == BG_NONE; i++) {
        bg_contact *visit = &claims->contacts.items[i];
        const bg_date *d = bg_contact__date(claims, visit);
        if (visit->sentence != deed->sentence || !is(visit->type, "visit") || !has_time(claims, visit) || d->day2) continue;
        uint32_t from = visit->subject != BG_NONE && visit->subject < visit->trigger ? visit->subject : visit->trigger;
        bool when = from > deed->trigger_end && bg_text__ends_at(claims->text, deed->trigger_end, from, CLASS_CIRCUMSTANCE, 3) != BG_NONE;
        if (when && !bg_text__any(claims->text, deed->trigger_end, from, CLASS_SINCE)) deed->date = visit->date, visit->planned = false; /* whoever is invited before */
    }
}

/* "chuyến thăm X của A, chuyến thăm Y của B trong năm 2015": the date that ends a row of nouns is that of all. */
static void share_row(bg_claims *claims, size_t index) {
    bg_contact *noun = &claims->contacts.items[index];
    if (!noun->nominal || noun->date != BG_NONE) return;
    for (size_t i = bg_contact__near_first(index), end = bg_contact__near_end(claims, index); i < end; i++) {
        const bg_contact *next = &claims->contacts.items[i];
        if (next->sentence != noun->sentence || !next->nominal || !is(next->type, noun->type) || next->tok != noun->end + 1) continue;
        if (bg_contact__is_link(claims, noun->end) && has_time(claims, next)) noun->date = next->date;
    }
}

/* "Hội nghị A - B diễn ra hôm 16/7 là cuộc gặp đầu tiên giữa …": what the second noun names is the first. */
static void share_equal(bg_claims *claims, size_t index) {
    bg_contact *second = &claims->contacts.items[index];
    if (second->date != BG_NONE || !second->nominal || !bg_type__is(second->type, BG_TYPE_OF_TWO)) return;
    for (size_t i = bg_contact__near_first(index); i < index && second->date == BG_NONE; i++) {
        const bg_contact *first = &claims->contacts.items[i];
        bool alike = bg_type__is(first->type, BG_TYPE_OF_TWO) || is(first->type, "conference");
        if (first->sentence != second->sentence || !first->nominal || !alike || first->planned != second->planned || !bg_date__is_single(bg_contact__date(claims, first))) continue;
        uint32_t equals = bg_text__ends_at(claims->text, first->trigger_end, second->tok, CLASS_EQUALS, 2);
        if (equals != BG_NONE && !bg_contact__has_third(first, second)) second->date = first->date;
    }
}

/* A conference, or the session of a body, that one travels to. */
static bool is_attended(const bg_contact *contact) {
    return is(contact->type, "conference") || is(contact->type, "committee_session");
}

/* Nothing but a row of what one does there stands between: no sign but a comma, nobody who acts, no word of tense or speech. */
static bool is_one_row(const bg_claims *c, uint32_t tok, uint32_t end) {
    static const unsigned breaks[] = {CLASS_WHO, CLASS_HELD, CLASS_PLANNED, CLASS_SAY};
    for (uint32_t i = tok; i < end; i++)
        if (c->text->tokens.items[i].flags & BG_TOK_PUNCT && !bg_claims__is_comma(c, i) && c->text->tokens.items[i].value != '-') return false;
    for (size_t i = 0; i < BG_COUNT(breaks); i++)
        if (bg_text__any(c->text, tok, end, breaks[i]) && bg_claims__has_punct(c, tok, end)) return false;
    return true;
}

/* "A sẽ thăm B và dự hội nghị … tháng 11", "A tới B tháng 4 để dự hội nghị …": one time for both. */
static void share_journey(bg_claims *claims, size_t index) {
    bg_contact *one = &claims->contacts.items[index];
    bool visit = is(one->type, "visit");
    if (one->date != BG_NONE || one->in_title || one->nominal || (!visit && !is_attended(one))) return;
    for (size_t i = bg_contact__near_first(index), end = bg_contact__near_end(claims, index); i < end; i++) {
        const bg_contact *two = &claims->contacts.items[i];
        if (two->sentence != one->sentence || two->planned != one->planned || !has_time(claims, two)) continue;
        const bg_date *d = bg_contact__date(claims, two);
        bool all = visit && d->day2 && two->trigger >= one->trigger_end; /* "thăm B và dự hội nghị từ ngày 11 đến 15/5": the days of both */
        if ((d->day && !all) || !d->month) continue; /* each has days of its own; a year may be of its name */
        if (visit ? !is_attended(two) : !is(two->type, "visit")) continue;
        if (all && (bg_text__any(claims->text, one->trigger_end, two->trigger, CLASS_CIRCUMSTANCE) || bg_text__any(claims->text, two->trigger, d->tok, CLASS_TAKESPLACE))) continue; /* the conference's own */
        uint32_t from = visit ? one->trigger_end : two->trigger_end, to = visit ? two->trigger : one->trigger;
        if (from <= to && is_one_row(claims, from, to) && (!one->people_count || bg_contact__shares_person(claims, one, two))) one->date = two->date;
    }
}

#define FOUNDED_REACH 24 /* words from the noun to the years in brackets */

#define BRACKETS_REACH 16 /* tokens between brackets */

/* The day or year that opens the brackets at `tok`, "(18-7-1977 - 18-7-2017)", when the two years in them lie `years` apart. False: they hold none such. */
static bool first_in_brackets(const bg_claims *c, uint32_t tok, uint32_t end, uint32_t years, bg_date *first) {
    uint32_t from = 0, to = 0, numbers[2] = {0, 0}, seen = 0;
    for (uint32_t i = tok + 1; i < end && i < tok + BRACKETS_REACH; i++) {
        const bg_token *t = &c->text->tokens.items[i];
        if (t->flags & BG_TOK_PUNCT && t->value == ')') break;
        if (!(t->flags & BG_TOK_NUMBER)) continue;
        if (t->value >= 1900 && t->value < 2100) from = from ? from : t->value, to = t->value;
        else if (!from && seen < 2) numbers[seen++] = t->value;
    }
    if (!from || to - from != years) return false;
    bool day = seen == 2 && numbers[0] && numbers[0] <= 31 && numbers[1] && numbers[1] <= 12;
    *first = (bg_date){.year = (int)from, .tok = tok, .end = tok + 1, .span = bg_text__span(c->text, tok + 1, tok + 2), .rule = "date.brackets"};
    if (day) first->day = (int)numbers[0], first->month = (int)numbers[1];
    return true;
}

/* "40 năm ngày" before the noun: the number, 0 if there is none. */
static uint32_t years_before(const bg_claims *c, const bg_contact *noun, const bg_sentence *s) {
    uint32_t years = 0;
    for (uint32_t tok = noun->trigger; tok > s->tok && tok + 4 > noun->trigger; tok--)
        if (c->text->tokens.items[tok - 1].flags & BG_TOK_NUMBER) years = c->text->tokens.items[tok - 1].value;
    return years;
}

/* "kỷ niệm 40 năm ngày ký Hiệp ước … (1977-2017)": in the first of the two years, when they are as far apart as it says. */
static void founding_day(bg_claims *claims, bg_contact *noun) {
    const bg_sentence *s = &claims->text->sentences.items[noun->sentence];
    uint32_t years = years_before(claims, noun, s), end = noun->trigger + FOUNDED_REACH < s->end ? noun->trigger + FOUNDED_REACH : s->end;
    bg_date first;
    if (!(is(noun->type, "signing") || (is(noun->type, "other") && noun->orphan)) || !years) return;
    for (uint32_t tok = noun->trigger; tok < end; tok++) {
        const bg_token *t = &claims->text->tokens.items[tok];
        if (!(t->flags & BG_TOK_PUNCT && t->value == '(') || !first_in_brackets(claims, tok, s->end, years, &first)) continue;
        bg_contact__set_date(claims, noun, &first);
        noun->bare = noun->bare && noun->date == BG_NONE; /* out of memory */
        return;
    }
}

/* "A gặp B bên lề hội nghị C", "A hội kiến B nhân dịp dự hội nghị C": both were at the conference. */
static void attend_together(bg_claims *claims, size_t index) {
    bg_contact *held = &claims->contacts.items[index];
    if (!is(held->type, "conference") || !held->nominal || held->people_count > 1 || held->in_title) return;
    for (size_t i = bg_contact__near_first(index), end = bg_contact__near_end(claims, index); i < end; i++) {
        const bg_contact *two = &claims->contacts.items[i];
        if (two->sentence != held->sentence || two->told != held->told || !bg_type__is(two->type, BG_TYPE_OF_TWO)) continue;
        if (two->trigger > held->trigger || (two->end < held->trigger && bg_claims__has_punct(claims, two->end, held->trigger)) || bg_contact__named_people(claims, two) != 2 || two->people_count != 2) continue;
        bool beside = bg_text__ends_at(claims->text, two->trigger_end, held->tok, CLASS_CIRCUMSTANCE, 3) != BG_NONE || bg_text__ends_at(claims->text, two->trigger_end, held->trigger, CLASS_CIRCUMSTANCE, 3) != BG_NONE;
        if (!beside || (held->people_count && !bg_contact__has_person(two, held->people[0].person))) continue;
        held->people_count = 2, held->planned |= two->planned && held->date == BG_NONE;
        for (unsigned j = 0; j < 2; j++) held->people[j] = two->people[j], held->people[j].role = "participant";
        for (unsigned j = 0; j < two->side_count; j++) bg_contact__add_side(held, two->sides[j], two->side_spans[j]);
        return;
    }
}

void bg_contact__carry_time(bg_claims *claims) {
    for (size_t i = 0; i < claims->contacts.count; i++) attend_together(claims, i);
    for (size_t i = claims->contacts.count; i > 0; i--) share_row(claims, i - 1);
    for (size_t i = 0; i < claims->contacts.count; i++) founding_day(claims, &claims->contacts.items[i]);
    for (size_t i = 0; i < claims->contacts.count; i++) share_time(claims, i);
    for (size_t i = 0; i < claims->contacts.count; i++) go_on_then(claims, i), go_on_row(claims, i), go_on_stay(claims, i), share_when(claims, i);
    for (size_t i = 0; i < claims->contacts.count; i++) share_equal(claims, i);
    for (size_t i = 0; i < claims->contacts.count; i++) carry_time(claims, i);
    for (size_t i = 0; i < claims->contacts.count; i++) share_journey(claims, i);
}

/* Do all contacts held, and not told in speech, that name a day name this one? Then the page tells of one day. */
static bool is_page_of(const bg_claims *c, const bg_date *day) {
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, other);
        if (other->merged != BG_NONE || other->planned || other->told || is(other->type, "visit") || !d || !(d->month || d->year)) continue;
        if (d->year && d->year != day->year) continue; /* told of another year */
        if (!d->day && d->month && d->month != day->month) continue; /* or of another month, without a day */
        if (!bg_date__is_single(d) || d->day != day->day || d->month != day->month) return false;
    }
    return true;
}

/* "Sau hội đàm, …": a noun in its sentence names the main contact. */
static bool leans_on(const bg_claims *c, const bg_contact *contact, const bg_contact *main) {
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *noun = &c->contacts.items[i];
        if (noun->nominal && noun->sentence == contact->sentence && noun->tok < contact->tok + 1 && is(noun->type, main->type)) return true;
    }
    return false;
}

/* "Tại cuộc gặp với B, A …" opens a sentence: told as what happened, not recalled. */
static bool is_told_of(const bg_claims *c, const bg_contact *contact) {
    if (!contact->nominal) return true;
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    bool opens = bg_text__at(c->text, s->tok, CLASS_WHILE) != BG_NONE && contact->tok <= s->tok + OPENING_WORDS;
    return opens && contact->people_count >= 2 && contact->side_count >= 2;
}

/* "Kết thúc hội đàm, …", "Tại lễ đón, …": does a word for such a contact open the sentence, behind one that frames it? */
static bool opens_behind(const bg_claims *c, const bg_contact *contact, const char *type) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    uint32_t end = s->tok + OPENING_WORDS < contact->trigger ? s->tok + OPENING_WORDS : contact->trigger;
    if (bg_text__at(c->text, s->tok, CLASS_WHILE) == BG_NONE) return false;
    for (uint32_t m = bg_text__first(c->text, s->tok, end, CLASS_CONTACT); m != BG_NONE; m = bg_text__after(c->text, m, end, CLASS_CONTACT))
        if (is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), type)) return true;
    return false;
}

/* "Kết thúc hội đàm, hai bộ trưởng chứng kiến lễ ký": what goes on from a contact told with its day, be that the page's news or not. */
static void share_leaned(bg_claims *claims, size_t index) {
    bg_contact *contact = &claims->contacts.items[index];
    for (size_t i = bg_contact__near_first(index), end = bg_contact__near_end(claims, index); i < end && contact->date == BG_NONE; i++) {
        const bg_contact *other = &claims->contacts.items[i];
        bool held = other->merged == BG_NONE && !other->planned && bg_date__is_single(bg_contact__date(claims, other)) && (bg_type__is(other->type, BG_TYPE_OF_TWO) || is(other->type, "ceremony"));
        if (held && other != contact && bg_contact__shares_person(claims, contact, other) && opens_behind(claims, contact, other->type)) contact->date = other->date;
    }
}

#define VISIT_BEFORE 2 /* sentences */

/* "Năm 2006, A thăm B. Cũng trong chuyến thăm này, A gặp C", "… A cũng đã gặp C": in the year or month of the visit told just before. */
static void share_visit_told(bg_claims *claims, size_t index) {
    bg_contact *contact = &claims->contacts.items[index];
    if (contact->merged != BG_NONE || contact->date != BG_NONE || contact->planned || contact->nominal || names_own_day(claims, contact->sentence)) return;
    bool again = opens_behind(claims, contact, "visit");
    for (size_t i = bg_contact__near_first(index); i < index; i++) {
        const bg_contact *visit = &claims->contacts.items[i];
        const bg_date *d = bg_contact__date(claims, visit);
        if (!is(visit->type, "visit") || visit->planned || !has_time(claims, visit) || d->day) continue;
        bool before = visit->sentence < contact->sentence && visit->sentence + VISIT_BEFORE >= contact->sentence;
        bool there = visit->sentence + 1 == contact->sentence && bg_contact__same_sides(contact, visit) && bg_type__is(contact->type, BG_TYPE_OF_TWO) && !is_told_before(claims, contact, visit);
        if (before && (again || there) && bg_contact__shares_person(claims, contact, visit)) contact->date = visit->date;
    }
}

/* "A thăm B từ ngày 23 đến 25/5. … Trong ngày đầu tiên, ông gặp C": on the first day of the visit told before. */
static void share_first_day(bg_claims *claims, size_t index) {
    bg_contact *contact = &claims->contacts.items[index];
    const bg_sentence *s = &claims->text->sentences.items[contact->sentence];
    if (contact->merged != BG_NONE || contact->date != BG_NONE || contact->planned || is(contact->type, "visit")) return;
    if (!bg_text__any(claims->text, s->tok, s->tok + OPENING_WORDS < contact->trigger ? s->tok + OPENING_WORDS : contact->trigger, CLASS_FIRSTDAY)) return;
    for (size_t i = index; i > bg_contact__near_first(index) && contact->date == BG_NONE; i--) {
        const bg_contact *visit = &claims->contacts.items[i - 1];
        const bg_date *d = bg_contact__date(claims, visit);
        if (!is(visit->type, "visit") || visit->merged != BG_NONE || !d || !d->day || !d->month || !bg_contact__shares_person(claims, contact, visit)) continue;
        bg_date first = *d;
        first.day2 = first.month2 = first.year2 = 0;
        bg_contact__set_date(claims, contact, &first);
    }
}

static void share_days_leaned(bg_claims *claims) {
    for (size_t i = 0; i < claims->contacts.count; i++) share_visit_told(claims, i), share_first_day(claims, i);
    for (size_t i = 0; i < claims->contacts.count; i++) {
        const bg_contact *contact = &claims->contacts.items[i];
        bool open = contact->merged == BG_NONE && contact->date == BG_NONE && !contact->planned && !contact->told && !contact->bare && !contact->nominal;
        bool leans = is(contact->type, "signing") || is(contact->type, "ceremony") || is(contact->type, "statement") || bg_type__is(contact->type, BG_TYPE_OF_TWO);
        bool given = is(contact->type, "award") || is(contact->type, "aid");
        if (open && (leans || given)) share_leaned(claims, i);
    }
}

/* Does the sentence name another day, or days? Then what it tells was then. */
static bool names_other_day(const bg_claims *c, uint32_t sentence, const bg_date *day) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_DATE)) {
        const bg_date *d = c->text->marks.items[m].ref == BG_NONE ? NULL : &c->mentions->dates.items[c->text->marks.items[m].ref];
        if (d && d->day && !d->period && !d->vague && (d->day2 || d->day != day->day || d->month != day->month)) return true;
    }
    return false;
}

/* "… trong chuyến thăm C trước đó. Tại quốc yến do Vua C tổ chức, A …": on a visit just told, of which no day is. */
bool bg_contact__is_on_visit(const bg_claims *c, const bg_contact *contact) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && contact->side_count == 2; i++) {
        const bg_contact *visit = &c->contacts.items[i];
        bool told = is(visit->type, "visit") && visit->merged == BG_NONE && visit->sentence < contact->sentence && visit->sentence + VISIT_BEFORE >= contact->sentence;
        if (told && !visit->main && !has_time(c, visit) && bg_contact__same_sides(visit, contact)) return true;
    }
    return false;
}

/* On a page of one day, what the people of the main contact do beside it they do on that day. */
void bg_contact__share_day(bg_claims *claims) {
    const bg_contact *main = NULL;
    for (size_t i = 0; i < claims->contacts.count; i++)
        if (claims->contacts.items[i].main) main = &claims->contacts.items[i];
    const bg_date *day = main ? bg_contact__date(claims, main) : NULL;
    share_days_leaned(claims);
    if (!bg_date__is_single(day) || main->planned || !is_page_of(claims, day)) return;
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        bool told = contact->told && (contact->nominal || !leans_on(claims, contact, main)); /* "Ngay sau hội đàm, hai bên đã ký …" is no speech */
        bool open = contact->merged == BG_NONE && contact->date == BG_NONE && !contact->planned && !told && !contact->bare;
        bool letters = is(contact->type, "letter") && is(main->type, "letter"); /* "Dịp này, …" */
        bool of_day = letters || bg_type__is(contact->type, BG_TYPE_OF_TWO) || is(contact->type, "ceremony") || is(contact->type, "signing") || is(contact->type, "aid") || is(contact->type, "award") ||
                      (is(contact->type, "statement") && contact->people_count == 2);
        if (open && of_day && is_told_of(claims, contact) && !is_told_before(claims, contact, main) && !(bg_contact__has_third(contact, main) && bg_contact__is_on_visit(claims, contact)) && !names_other_day(claims, contact->sentence, day) && (letters || bg_contact__shares_person(claims, contact, main) || leans_on(claims, contact, main)))
            contact->date = main->date;
    }
}
