/* merge: mentions of the same contact within a page become one. */
#include "claim.h"

#define SPOKEN_LEAD 3 /* sentences in which a spokesperson tells what the title does */
#define SUMMARY 2 /* sentences of the body that may be as bare as the title */
#define GO_ON 6 /* sentences over which a noun goes on with a contact */

/* ---- same contact? */

static bool number_fits(int a, int b) { return !a || !b || a == b; }

/* "hôm nay" on a page without a date: some day, but of no other year or month that the page names. */
static bool is_unknown_day(const bg_date *d) { return d->deictic && !d->month && !d->year; }

static bool dates_fit(const bg_date *a, const bg_date *b) {
    if (!a || !b) return true;
    if (is_unknown_day(a) || is_unknown_day(b)) return !(a->year && a->month && !a->inferred) && !(b->year && b->month && !b->inferred);
    if (a->day2 && b->day && !b->day2) return b->month != a->month || (b->day >= a->day && b->day <= a->day2) || a->month2 != a->month;
    return number_fits(a->year, b->year) && number_fits(a->month, b->month) && number_fits(a->day, b->day);
}

static bool is_named(const bg_claims *c, const bg_contact *contact, unsigned i) {
    return c->mentions->people.items[contact->people[i].person].name != NULL;
}

unsigned bg_contact__named_people(const bg_claims *c, const bg_contact *contact) {
    unsigned n = 0;
    for (unsigned i = 0; i < contact->people_count; i++) n += is_named(c, contact, i);
    return n;
}

static unsigned shared_people(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    unsigned n = 0;
    for (unsigned i = 0; i < a->people_count; i++) n += is_named(c, a, i) && bg_contact__has_person(b, a->people[i].person);
    return n;
}

static bool sides_fit(const bg_contact *a, const bg_contact *b) {
    unsigned least = a->side_count < b->side_count ? a->side_count : b->side_count;
    return least > 0 && bg_contact__shared_sides(a, b) == least;
}

/* No country for which both name people and none in common. */
static bool people_fit(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    for (unsigned i = 0; i < a->people_count; i++)
        for (unsigned j = 0; j < b->people_count; j++) {
            const char *x = bg_claims__country(c, a->people[i].person), *y = bg_claims__country(c, b->people[j].person);
            if (!is_named(c, a, i) || !is_named(c, b, j)) continue;
            if ((!x || !y || is(x, y)) && !bg_contact__has_person(b, a->people[i].person) && !bg_contact__has_person(a, b->people[j].person))
                return false;
        }
    return true;
}

/* Is somebody whom only his office names ("Nhà vua", "Chủ tịch Quốc hội") another than the one of his country in the other contact? */
static bool posts_clash(const bg_claims *c, const bg_contact *other, const bg_contact *by_post) {
    for (unsigned j = 0; j < by_post->people_count; j++) {
        const bg_person *y = &c->mentions->people.items[by_post->people[j].person];
        if (y->name || !y->rank || !y->channel || bg_contact__has_person(other, by_post->people[j].person)) continue;
        for (unsigned i = 0; i < other->people_count; i++) {
            const bg_person *x = &c->mentions->people.items[other->people[i].person];
            if (!x->rank || !x->channel || !is(bg_person__country(x), bg_person__country(y))) continue;
            if (x->rank != y->rank || strcmp(x->channel, y->channel) != 0) return true;
        }
    }
    return false;
}

/* "Tại hội đàm, A …": the noun goes on with a contact told before, whose sides hold A's; it adds at most a principal. */
static bool goes_on(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    return b->nominal && b->partial && b->sentence > a->sentence && b->sentence < a->sentence + GO_ON && is(a->type, b->type) &&
           b->side_count && bg_contact__shared_sides(a, b) == b->side_count && people_fit(c, a, b);
}

/* One page tells of two letters of the same hand only with two addressees: senders here and addressees there belong together. */
static bool halves_fit(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    return (is(a->type, "letter") || is(a->type, "award")) && sides_fit(a, b) && a->side_count == 2 && people_fit(c, a, b);
}

static const char *guest_country(const bg_claims *c, const bg_contact *contact) {
    for (unsigned i = 0; i < contact->people_count; i++)
        if (is(contact->people[i].role, "guest")) return bg_person__country(&c->mentions->people.items[contact->people[i].person]);
    return NULL;
}

/* "A thăm B và C", "chuyến thăm B", "A thăm B từ ngày 9 đến 12": the journey and one stop of it. */
static bool is_stop(const bg_claims *c, const bg_contact *journey, const bg_contact *stop) {
    const bg_date *d = bg_contact__date(c, stop), *whole = bg_contact__date(c, journey);
    if (journey->side_count < 3 || stop->side_count != 2 || !stop->place_side) return false;
    if (!d || !d->day) return stop->nominal;
    return !whole || !whole->day || whole->day != d->day || whole->day2 != d->day2;
}

#define STATESMAN 4 /* rank of those who go by no ship: ambassadors and above */

static bool has_statesman(const bg_claims *c, const bg_contact *contact) {
    for (unsigned i = 0; i < contact->people_count; i++) {
        unsigned rank = (unsigned)c->mentions->people.items[contact->people[i].person].rank;
        if (rank && rank <= STATESMAN) return true;
    }
    return false;
}

/* A goes to B, then to C, or B's minister to A: two visits, though both states and often a person are the same. */
static bool is_other_visit(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    const char *x = guest_country(c, a), *y = guest_country(c, b);
    if (!is(a->type, "visit")) return false;
    if (a->side_count >= 2 && b->side_count >= 2 && !sides_fit(a, b)) return true; /* on to the next country */
    if (a->ships != b->ships && has_statesman(c, a->ships ? b : a)) return true;
    if (a->many != b->many || is_stop(c, a, b) || is_stop(c, b, a)) return true;
    if (a->tour != b->tour && (a->tour ? b : a)->place_side) return true; /* one stop of it */
    return x && y && strcmp(x, y) != 0;
}

/* "cuộc họp", not "trao đổi với". */
static bool is_noun(const bg_claims *c, const bg_contact *contact) {
    uint32_t m = bg_text__at(c->text, contact->trigger, CLASS_CONTACT);
    return m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_FORM), "noun");
}

/* "Cuộc họp này do A và B chủ trì": the session, dialogue or consultations told just before. */
static bool names_again(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (!b->generic || !is_noun(c, b) || b->sentence <= a->sentence || b->sentence > a->sentence + GO_ON || !bg_type__is(a->type, BG_TYPE_HELD)) return false;
    return sides_fit(a, b) && people_fit(c, a, b) && a->planned == b->planned;
}

/* "… trong cuộc họp báo. Cuộc họp diễn ra sau hội đàm": the press conference told just before. */
static bool names_press(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    const bg_sentence *s = &c->text->sentences.items[b->sentence];
    return is(a->type, "statement") && b->generic && is_noun(c, b) && b->sentence == a->sentence + 1 && b->trigger == s->tok && a->trigger_end > a->trigger;
}

/* "A thảo luận với B": what the two met for is told elsewhere on the page. */
static bool tells_how(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (a->generic == b->generic || a->planned != b->planned || shared_people(c, a, b) < 2) return false;
    const bg_contact *other = a->generic ? b : a;
    return bg_type__is(other->type, BG_TYPE_OF_TWO) && dates_fit(bg_contact__date(c, a), bg_contact__date(c, b));
}

/* "A đón B" in the title, "lễ đón B" in the text: the ceremony, told as a visit. */
static bool is_same_welcome(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (!a->welcome || !b->welcome || is(a->type, b->type) || a->planned != b->planned) return false;
    return shared_people(c, a, b) && dates_fit(bg_contact__date(c, a), bg_contact__date(c, b));
}

#define WELCOME_NEAR 3 /* sentences */

/* "Lễ đón B diễn ra tại C. A chủ trì lễ đón": guest and host of one welcome, told one after the other. */
static bool halves_of_welcome(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (!a->welcome || !b->welcome || !is(a->type, "ceremony") || !is(b->type, "ceremony") || a->planned != b->planned) return false;
    if (b->sentence <= a->sentence || b->sentence > a->sentence + WELCOME_NEAR || !bg_contact__named_people(c, a)) return false;
    if (a->side_count + b->side_count - bg_contact__shared_sides(a, b) > 2) return false;
    return people_fit(c, a, b) && dates_fit(bg_contact__date(c, a), bg_contact__date(c, b));
}

/* "A, B gặp nhau" in the title is what the opening calls talks. */
static bool title_loose(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (strcmp(a->type, b->type) == 0 || !a->in_title || b->nominal || b->side_count != 2 || c->body_before[b->sentence] >= 3) return false;
    bool whole = a->side_count == 2 || (a->side_count == 1 && shared_people(c, a, b));
    return whole && sides_fit(a, b) && people_fit(c, a, b);
}

/* A welcome, a wreath and an opening are three. */
static bool is_other_ceremony(const bg_contact *a, const bg_contact *b) {
    return is(a->type, "ceremony") && is(b->type, "ceremony") && (a->mourned != b->mourned || (a->nested != b->nested && !a->reference && !b->reference));
}

/* "A tới B sáng 29/5. Ông sẽ thăm B từ ngày 29 đến 31/5": on the first of its days a visit has begun and is to come. */
static bool begins_with(const bg_claims *c, const bg_contact *begun, const bg_contact *whole) {
    const bg_date *first = bg_contact__date(c, begun), *days = bg_contact__date(c, whole);
    if (!is(begun->type, "visit") || begun->planned || !first || !days || !days->day || !days->day2) return false;
    return first->day == days->day && first->month == days->month;
}

/* A title has no tense, nor has "có chuyến thăm từ ngày 5 đến 7/6" behind "sắp thăm". */
static bool tenses_fit(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (a->planned == b->planned || (a->in_title && !a->tensed)) return true;
    if (begins_with(c, a, b)) return true;
    return a->in_title && a->planned && is(a->type, "visit") && !b->past;
}

#define ATTENDED_NEAR 2 /* sentences */

/* "Đoàn Việt Nam do A làm trưởng đoàn": behind a contact of their states. */
static bool leads_to(const bg_contact *a, const bg_contact *b) {
    bool met = bg_type__is(a->type, BG_TYPE_HELD) || bg_type__is(a->type, BG_TYPE_OF_TWO) || is(a->type, "visit");
    return met && a->side_count > 1 && bg_contact__shared_sides(a, b) == b->side_count;
}

/* "Tham dự buổi lễ còn có …" right behind the ceremony: who else was there. */
static bool is_attended_of(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    bool any = b->led ? leads_to(a, b) : b->generic && (bg_type__is(a->type, BG_TYPE_SPOKEN_AT) || is(a->type, "other")); /* "Đến dự có …" */
    if (b->led && !any) return false;
    if (!b->attended || a->planned || !(any || is(a->type, b->type)) || b->sentence < a->sentence || b->sentence > a->sentence + ATTENDED_NEAR) return false;
    return dates_fit(bg_contact__date(c, a), bg_contact__date(c, b));
}

#define SPEECH_REACH 8 /* sentences behind a ceremony in which those speak who are its principals */

/* "Phát biểu tại buổi lễ, B …" behind "A dự lễ": B of one of its states is a principal too. An exhibition has its ceremony. */
static bool is_speech_at(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (!b->speaks || a->planned || a->told || a->side_count < 2 || b->sentence <= a->sentence || b->sentence > a->sentence + SPEECH_REACH) return false;
    if (!bg_type__is(a->type, BG_TYPE_SPOKEN_AT) && !is(a->type, "other")) return false;
    return bg_contact__shared_sides(a, b) == b->side_count && dates_fit(bg_contact__date(c, a), bg_contact__date(c, b));
}

#define SINCE_NEAR 4 /* words between "kể từ" and the noun that names a contact */

/* "Hai lần", "nhiều lần", and not "lần hai": the word at `tok` counts. */
static bool counts(const bg_claims *c, uint32_t tok) {
    if (!tok || !bg_text__is(c->text, tok, CLASS_TIMES)) return false;
    return bg_text__is(c->text, tok - 1, CLASS_MANY) || bg_text__is(c->text, tok - 1, CLASS_COUNTWORD) || c->text->tokens.items[tok - 1].flags & BG_TOK_NUMBER;
}

#define TIMES_REACH 4 /* words behind a verb to how often */

/* "Đã sáu lần gặp B", "hai ông gặp nhau hai lần". */
static bool tells_several(const bg_claims *c, const bg_contact *contact) {
    uint32_t end = c->text->sentences.items[contact->sentence].end;
    if (counts(c, contact->trigger) || (contact->trigger && counts(c, contact->trigger - 1))) return true;
    for (uint32_t tok = contact->trigger_end + 1; tok < end && tok < contact->trigger_end + TIMES_REACH; tok++)
        if (counts(c, tok)) return true;
    return false;
}

/* "Lần gần nhất hai ông gặp nhau là …" */
static bool opens_with_last_time(const bg_claims *c, const bg_contact *contact) {
    uint32_t first = c->text->sentences.items[contact->sentence].tok;
    return bg_text__is(c->text, first, CLASS_TIMES) && bg_text__is(c->text, first + 1, CLASS_FORMER);
}

/* "Kể từ cuộc gặp hồi tháng 5", "cuộc gặp gần đây nhất", "đã sáu lần gặp": none of them is the one that the page tells of. */
bool bg_contact__is_earlier(const bg_claims *c, const bg_contact *noun) {
    if (noun->nominal && bg_text__is(c->text, noun->trigger_end, CLASS_FORMER)) return true;
    if (tells_several(c, noun)) return true;
    if (opens_with_last_time(c, noun)) return true;
    uint32_t first = c->text->sentences.items[noun->sentence].tok, from = noun->trigger > first + SINCE_NEAR ? noun->trigger - SINCE_NEAR : first;
    const bg_date *d = bg_contact__date(c, noun);
    return noun->nominal && d && !d->day && d->month && bg_text__any(c->text, from, noun->trigger, CLASS_SINCE);
}

/* "Lần gần đây nhất hai bộ trưởng hội đàm là vào tháng 8/2015": what the opening tells was not in a month that only a later sentence names. */
static bool recalls_month(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    const bg_date *of_a = bg_contact__date(c, a), *of_b = bg_contact__date(c, b);
    if (a->planned && !b->planned && of_b && of_b->year && !of_b->inferred && bg_contact__of_past(c, b)) return c->body_before[b->sentence] >= SUMMARY;
    if (a->planned || b->planned || !of_b || of_b->day || of_b->deictic || (of_a && !is_unknown_day(of_a))) return false;
    if (c->body_before[a->sentence] >= SUMMARY || c->body_before[b->sentence] < SUMMARY) return false;
    if (is(a->type, "conference")) return of_b->month != 0;
    return bg_type__is(a->type, BG_TYPE_OF_TWO) ? !b->nominal : is(a->type, "visit") && of_b->year && !of_b->inferred;
}

#define SUBJECT_REACH 24 /* words behind a noun that opens a sentence to the comma before its subject */

/* "Trong cuộc gặp với B chiều 22/6, C phê phán …": the noun is of B and C, who did not meet in the other contact. */
static bool meets_another(const bg_claims *c, const bg_contact *other, const bg_contact *noun) {
    const bg_sentence *s = &c->text->sentences.items[noun->sentence];
    if (!noun->nominal || noun->people_count != 1 || other->people_count < 2 || noun->tok > s->tok + 2 || !bg_type__is(noun->type, BG_TYPE_OF_TWO)) return false;
    for (uint32_t tok = noun->end; tok + 1 < s->end && tok < noun->end + SUBJECT_REACH; tok++) {
        const bg_mark *who = bg_contact__is_link(c, tok) ? bg_contact__person_at(c, tok + 1) : NULL;
        if (who) return c->mentions->people.items[who->ref].name && !bg_contact__has_person(other, who->ref) && !bg_contact__has_person(noun, who->ref);
    }
    return false;
}

/* "A gặp riêng B trước khi hai bên hội đàm": told one after the other. */
static bool follow_on(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (a->sentence != b->sentence || a->nominal || b->nominal || is(a->type, b->type) || b->trigger < a->trigger_end) return false;
    return bg_text__any(c->text, a->trigger_end, b->trigger, CLASS_THEN) || bg_text__any(c->text, a->trigger_end, b->trigger, CLASS_SINCE);
}

/* "A nói chuyện với sinh viên", "A gặp B". */
static bool crowds_differ(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    return a->crowd != b->crowd && bg_contact__named_people(c, a->crowd ? b : a) > 1;
}

static bool same_contact(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (crowds_differ(c, a, b)) return false;
    if (is(a->link, "many") || is(b->link, "many") || a->joint || b->joint || bg_contact__is_earlier(c, b)) return false;
    if (is_attended_of(c, a, b) || is_speech_at(c, a, b) || names_again(c, a, b) || names_press(c, a, b) || is_same_welcome(c, a, b) || halves_of_welcome(c, a, b) || tells_how(c, a, b)) return true;
    if (is_other_visit(c, a, b) || is_other_ceremony(a, b)) return false;
    if (recalls_month(c, a, b) || follow_on(c, a, b)) return false;
    if (a->titled && b->spoken && c->body_before[b->sentence] >= SPOKEN_LEAD) return false; /* he spoke of something else as well */
    if (!bg_type__alike(a->type, b->type) || !tenses_fit(c, a, b)) return false;
    if (!dates_fit(bg_contact__date(c, a), bg_contact__date(c, b))) return false;
    unsigned of_a = bg_contact__named_people(c, a), of_b = bg_contact__named_people(c, b), people = shared_people(c, a, b);
    unsigned least = of_a < of_b ? of_a : of_b;
    if ((a->press || b->press) && least && !people) return false; /* each alone before the press */
    if (a->titled && b->press && of_b > 1) return false; /* both stood before it, one speaks in the title */
    if (title_loose(c, a, b)) return true;
    if (strcmp(a->type, b->type) != 0) return people >= 2 || (b->nominal && people && people == of_b);
    if (people == 1 && (posts_clash(c, a, b) || posts_clash(c, b, a) || meets_another(c, a, b))) return false;
    if (people == 1 && bg_type__is(a->type, BG_TYPE_OF_TWO) && a->side_count == 2 && b->side_count == 2 && !sides_fit(a, b)) return false; /* with another state */
    if (people) return people == least || people >= 2;
    if (goes_on(c, a, b) || halves_fit(c, a, b)) return true;
    if (!least && (a->in_title || b->in_title) && sides_fit(a, b)) return true;
    if (bg_type__is(a->type, BG_TYPE_ACTS) && a->in_title != b->in_title && sides_fit(a, b)) return true;
    if ((a->reference || b->reference) && is(a->type, b->type) && bg_contact__shared_sides(a, b) == (a->reference ? a : b)->side_count)
        return people_fit(c, a, b);
    if (least || a->people_count || b->people_count) return false; /* both name people, none in common */
    return sides_fit(a, b);
}

/* ---- joining */

/* "hôm nay" that no page date resolves is still a day: a bare year or month does not tell it better. */
static unsigned precision(const bg_date *d) {
    if (d && is_unknown_day(d)) return d->vague ? 0 : 3;
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
        for (unsigned j = 0; j < contact->people_count && !is_named(c, contact, i); j++) {
            const char *other = bg_person__country(&c->mentions->people.items[contact->people[j].person]);
            covered |= is_named(c, contact, j) && (!country || (other && strcmp(country, other) == 0));
        }
        if (!covered) contact->people[kept++] = contact->people[i];
    }
    contact->people_count = kept;
}

/* Is one of the first `n` people named and of the country? */
static bool names_side(const bg_claims *c, const bg_contact *contact, unsigned n, const char *country) {
    for (unsigned i = 0; i < n; i++)
        if (is_named(c, contact, i) && country && is(bg_claims__country(c, contact->people[i].person), country)) return true;
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

/* A verb with its parties, or one that leans on a verb before it ("tới B, bắt đầu chuyến thăm") on a day. */
static bool tells_whether(const bg_claims *c, const bg_contact *contact) {
    const bg_date *d = bg_contact__date(c, contact);
    return !contact->nominal && (!contact->partial || (contact->people_count && d && (d->day || is_unknown_day(d))));
}

#define TALKS_TOLD 4 /* sentences of the body in which those who met are told to have had talks */

/* What the title calls a meeting stays one, unless the summary line or the lead tells of talks by a verb. */
static bool tells_talks(const bg_claims *c, const bg_contact *into, const bg_contact *from) {
    if (!is(from->type, "talks") || from->link || from->in_caption) return false;
    unsigned reach = into->in_title ? SUMMARY : TALKS_TOLD;
    return c->body_before[from->sentence] < reach && !(into->in_title && from->nominal);
}

/* Its own day, not that on which it was spoken of ("hôm nay nói cuộc điện đàm …") or ended. */
static bool is_its_day(const bg_claims *c, const bg_contact *contact) {
    const bg_date *d = bg_contact__date(c, contact);
    if (!d || contact->told || (contact->nominal && d->tok < contact->trigger)) return false;
    return !bg_contact__is_ended(c, contact, &c->text->sentences.items[contact->sentence]);
}

static bool join(bg_claims *c, bg_contact *into, bg_contact *from) {
    bool shown = into->titled && from->in_caption && into->people_count; /* beside him in the picture */
    bool full = shown || (from->reference && bg_contact__named_people(c, into) >= 2); /* a noun far from the verb tells nobody new */
    bool closed = is_closed(c, into);
    for (unsigned i = 0; i < from->people_count && into->people_count < BG_PEOPLE_MAX && !full; i++) {
        if (bg_contact__has_person(into, from->people[i].person)) continue;
        if (closed && !is_named(c, from, i)) continue;
        if (from->attended && names_side(c, into, into->people_count, bg_claims__country(c, from->people[i].person))) continue; /* "Cùng dự có …" */
        into->people[into->people_count++] = from->people[i];
    }
    drop_nameless(c, into);
    if (!shown) join_sides(c, into, from, closed);
    const bg_date *then = bg_contact__date(c, from), *known = bg_contact__date(c, into);
    bool lasts = bg_type__is(into->type, BG_TYPE_LASTS); /* "hôm nay" may be any day of it */
    if (!lasts && strcmp(into->type, from->type) == 0 && from->planned == into->planned && is_its_day(c, from) && is_its_day(c, into)) bg_contact__note_today(c, then, known);
    if (precision(then) > precision(known) || (tells_end(into, known, then) && precision(then) == precision(known))) into->date = from->date;
    if (from->left != BG_NONE) into->left = from->left;
    if (!into->place || tells_where(c, into, from)) into->place = from->place, into->place_span = from->place_span, into->wide = from->wide;
    if (!into->grade) into->grade = from->grade;
    if (into->in_title && !from->in_title && tells_whether(c, from) && !into->tensed) { /* a title has no tense, the first that tells it has */
        into->planned |= from->planned;
        into->tensed = tells_tense(c, from);
    }
    if (into->joint && !from->joint) into->type = from->type;
    if (tells_talks(c, into, from) || (is(from->type, "ceremony") && into->welcome)) into->type = from->type;
    if (into->generic && !from->generic && bg_type__is(from->type, BG_TYPE_OF_TWO)) into->type = from->type, into->generic = false;
    into->in_title |= from->in_title;
    into->in_caption &= from->in_caption;
    if (!into->body_side) into->body_side = from->body_side;
    into->spoken |= from->spoken;
    into->pressed |= into->titled && from->press && from->people_count == 1 && into->side_count && is(bg_claims__country(c, from->people[0].person), into->sides[0]);
    into->nominal &= from->nominal;
    into->outcome |= from->outcome;
    into->joint &= from->joint;
    into->said &= from->said;
    into->held |= from->held;
    into->ships |= from->ships;
    into->takes_place |= from->takes_place;
    into->told &= from->told;
    into->crowd |= from->crowd;
    into->partial &= from->partial;
    for (size_t i = 0; i < from->evidence.count; i++) {
        uint32_t *e = BG_PUSH(c->text->arena, &into->evidence);
        if (!e) return false;
        *e = from->evidence.items[i];
    }
    return true;
}

/* Join contact `i` to the first of the contacts before `end` that is the same. */
static bool merge_one(bg_claims *claims, size_t i, size_t end) {
    bg_contact *from = &claims->contacts.items[i];
    for (size_t j = bg_contact__near_first(i); j < end && from->merged == BG_NONE && !from->bare; j++) {
        bg_contact *into = &claims->contacts.items[j];
        if (j == i || into->merged != BG_NONE || into->bare || into->attended || !same_contact(claims, into, from)) continue;
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
            if (lead && shared_people(claims, titled, letters)) titled->type = letters->type;
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
    if (!bg_type__is(a->type, BG_TYPE_OF_TWO) || !bg_type__alike(a->type, b->type) || a->planned != b->planned || a->joint != b->joint || a->many || b->many || a->told != b->told || follow_on(c, a, b) || bg_contact__is_earlier(c, b)) return false;
    if (bg_contact__named_people(c, a) != 2 || bg_contact__named_people(c, b) != 2 || shared_people(c, a, b) != 2) return false;
    return dates_fit(bg_contact__date(c, a), bg_contact__date(c, b));
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
    return bg_contact__position(c, held) < JOINT_REACH && people_fit(c, held, joint) && dates_fit(bg_contact__date(c, held), bg_contact__date(c, joint));
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

/* ---- twins: what is told twice, seen once parties and days are complete */

/* The same sides, or all of the one among those of the other. */
static bool sides_nest(const bg_contact *a, const bg_contact *b) {
    unsigned least = a->side_count < b->side_count ? a->side_count : b->side_count;
    return bg_contact__shared_sides(a, b) == least && (least < 2 || a->side_count == b->side_count);
}

static bool share_body(const bg_contact *a, const bg_contact *b) {
    for (unsigned i = 0; i < a->side_count; i++)
        for (unsigned j = 0; j < b->side_count && bg_side__is_body(a->sides[i]); j++)
            if (is(a->sides[i], b->sides[j])) return true;
    return false;
}

/* A month or a year without a day: recalled, and not what is told without a time. */
static bool is_recalled(const bg_date *d) { return d && !d->day && (d->month || d->year); }

static bool times_fit(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    const bg_date *of_a = bg_contact__date(c, a), *of_b = bg_contact__date(c, b);
    if (is_recalled(of_a) || is_recalled(of_b)) return of_a && of_b && of_a->year == of_b->year && of_a->month == of_b->month && !of_a->day == !of_b->day;
    return dates_fit(of_a, of_b);
}

static bool same_people(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    unsigned named = bg_contact__named_people(c, a);
    return named == bg_contact__named_people(c, b) && shared_people(c, a, b) == named && a->people_count == b->people_count;
}

/* The same visit, statement or signing; a conference of one body, told once with who attends and once without. */
static bool are_twins(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    const bg_date *of_a = bg_contact__date(c, a), *of_b = bg_contact__date(c, b);
    bool held = is(a->type, "conference") && of_a && of_b && !of_a->year == !of_b->year; /* "APEC 2017", "APEC tháng 11" of that year */
    if (!is(a->type, b->type) || a->many || b->many || a->ships != b->ships) return false;
    if (!(held ? dates_fit(of_a, of_b) : times_fit(c, a, b))) return false;
    unsigned least = bg_contact__named_people(c, a) < bg_contact__named_people(c, b) ? bg_contact__named_people(c, a) : bg_contact__named_people(c, b);
    if (is(a->type, "conference") && share_body(a, b)) return !least || (a->planned == b->planned && !a->told == !b->told);
    if (a->planned != b->planned || !same_people(c, a, b)) return false;
    if (is(a->type, "visit")) return least && !a->tour == !b->tour && sides_nest(a, b) && (!a->place_side || !b->place_side || is(a->place_side, b->place_side));
    if (is(a->type, "signing")) return a->side_count == b->side_count && sides_nest(a, b);
    return is(a->type, "statement") && a->people_count < 2 && (a->people_count || (a->side_count == 1 && b->side_count == 1)) && is(a->sides[0], b->sides[0]);
}

#define AGAIN_NEAR 3 /* sentences */

/* "Đây là lần đầu tiên lãnh đạo A tới thăm B": the visit told before. */
static bool is_told_again(const bg_claims *c, const bg_contact *told, const bg_contact *again) {
    const bg_sentence *s = &c->text->sentences.items[again->sentence];
    if (!is(told->type, "visit") || !is(again->type, "visit") || !bg_text__is(c->text, s->tok, CLASS_THIS) || is_recalled(bg_contact__date(c, again))) return false;
    if (again->sentence <= told->sentence || again->sentence > told->sentence + AGAIN_NEAR || bg_text__any(c->text, s->tok, again->tok, CLASS_SINCE)) return false;
    if (bg_contact__named_people(c, again)) return shared_people(c, told, again) && times_fit(c, told, again);
    return bg_contact__shared_sides(told, again) && times_fit(c, told, again);
}

/* Those who attend a conference as the one telling or the other has them. */
static void add_people(bg_contact *into, const bg_contact *from) {
    for (unsigned i = 0; i < from->people_count && into->people_count < BG_PEOPLE_MAX; i++)
        if (!bg_contact__has_person(into, from->people[i].person)) into->people[into->people_count++] = from->people[i];
    for (unsigned i = 0; i < from->side_count; i++) bg_contact__add_side(into, from->sides[i], from->side_spans[i]);
}

static bool is_open(const bg_contact *contact) { return contact->merged == BG_NONE && !contact->bare && contact->side_count; }

void bg_contact__fold_twins(bg_claims *claims) {
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *from = &claims->contacts.items[i];
        for (size_t j = bg_contact__near_first(i), end = bg_contact__near_end(claims, i); j < end && is_open(from) && !from->main; j++) {
            bg_contact *into = &claims->contacts.items[j];
            bool before = j < i || into->main || bg_contact__named_people(claims, into) > bg_contact__named_people(claims, from);
            if (j == i || !is_open(into) || !before || !(are_twins(claims, into, from) || is_told_again(claims, into, from))) continue;
            from->merged = (uint32_t)j;
            if (!into->main && is(into->type, "conference")) add_people(into, from);
            if (!into->main && precision(bg_contact__date(claims, from)) > precision(bg_contact__date(claims, into))) into->date = from->date;
        }
    }
}
