/* same: do two mentions tell of the same contact? */
#include "merge.h"
#include "when.h"

#define LATE_PRESS 2 /* sentences of the body behind which a press conference of two is only where one of them spoke */
#define SPOKEN_LEAD 3 /* sentences in which a spokesperson tells what the title does */
#define GO_ON 6 /* sentences over which a noun goes on with a contact */

static bool number_fits(int a, int b) { return !a || !b || a == b; }

/* "hôm nay" on a page without a date: some day, but of no other year or month that the page names. */
bool bg_date__is_any_day(const bg_date *d) { return d->deictic && !d->month && !d->year; }

bool bg_date__fits(const bg_date *a, const bg_date *b) {
    if (!a || !b) return true;
    if (bg_date__is_any_day(a) || bg_date__is_any_day(b)) return !(a->year && a->month && !a->inferred) && !(b->year && b->month && !b->inferred);
    if (a->day2 && b->day && !b->day2) return b->month != a->month || (b->day >= a->day && b->day <= a->day2) || a->month2 != a->month;
    return number_fits(a->year, b->year) && number_fits(a->month, b->month) && number_fits(a->day, b->day);
}

bool bg_contact__is_named(const bg_claims *c, const bg_contact *contact, unsigned i) {
    return c->mentions->people.items[contact->people[i].person].name != NULL;
}

unsigned bg_contact__named_people(const bg_claims *c, const bg_contact *contact) {
    unsigned n = 0;
    for (unsigned i = 0; i < contact->people_count; i++) n += bg_contact__is_named(c, contact, i);
    return n;
}

unsigned bg_contact__shared_people(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    unsigned n = 0;
    for (unsigned i = 0; i < a->people_count; i++) n += bg_contact__is_named(c, a, i) && bg_contact__has_person(b, a->people[i].person);
    return n;
}

static bool sides_fit(const bg_contact *a, const bg_contact *b) {
    unsigned least = a->side_count < b->side_count ? a->side_count : b->side_count;
    return least > 0 && bg_contact__shared_sides(a, b) == least;
}

/* No country for which both name people and none in common. */
bool bg_contact__people_fit(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    for (unsigned i = 0; i < a->people_count; i++)
        for (unsigned j = 0; j < b->people_count; j++) {
            const char *x = bg_claims__country(c, a->people[i].person), *y = bg_claims__country(c, b->people[j].person);
            if (!bg_contact__is_named(c, a, i) || !bg_contact__is_named(c, b, j)) continue;
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
           b->side_count && bg_contact__shared_sides(a, b) == b->side_count && bg_contact__people_fit(c, a, b);
}

/* One page tells of two letters of the same hand only with two addressees: senders here and addressees there belong together. */
static bool halves_fit(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    return (is(a->type, "letter") || is(a->type, "award")) && sides_fit(a, b) && a->side_count == 2 && bg_contact__people_fit(c, a, b);
}

static const char *guest_country(const bg_claims *c, const bg_contact *contact) {
    for (unsigned i = 0; i < contact->people_count; i++)
        if (is(contact->people[i].role, "guest")) return bg_person__country(&c->mentions->people.items[contact->people[i].person]);
    return NULL;
}

/* Told by the word for a journey through several states? */
static bool is_tour(const bg_claims *c, const bg_contact *visit) {
    uint32_t m = bg_text__at(c->text, visit->trigger, CLASS_CONTACT);
    return m != BG_NONE && bg_mark__get(c->text, &c->text->marks.items[m], KEY_TOUR);
}

/* "A công du B và C", "chuyến thăm B", "A thăm B từ ngày 9 đến 12": the journey and one stop of it. */
static bool is_stop(const bg_claims *c, const bg_contact *journey, const bg_contact *stop) {
    const bg_date *d = bg_contact__date(c, stop), *whole = bg_contact__date(c, journey);
    if (journey->side_count < 3 || stop->side_count != 2 || !stop->place_side) return false;
    if (!d || !d->day) return stop->nominal || is_tour(c, journey);
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

bool bg_contact__is_noun(const bg_claims *c, const bg_contact *contact) {
    uint32_t m = bg_text__at(c->text, contact->trigger, CLASS_CONTACT);
    return m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_FORM), "noun");
}

/* "Cuộc họp này do A và B chủ trì": the session, dialogue or consultations told just before. */
static bool names_again(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (!b->generic || !bg_contact__is_noun(c, b) || b->sentence <= a->sentence || b->sentence > a->sentence + GO_ON || !bg_type__is(a->type, BG_TYPE_HELD)) return false;
    return sides_fit(a, b) && bg_contact__people_fit(c, a, b) && a->planned == b->planned;
}

/* "… trong cuộc họp báo. Cuộc họp diễn ra sau hội đàm": the press conference told just before. */
static bool names_press(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    const bg_sentence *s = &c->text->sentences.items[b->sentence];
    return is(a->type, "statement") && b->generic && bg_contact__is_noun(c, b) && b->sentence == a->sentence + 1 && b->trigger == s->tok && a->trigger_end > a->trigger;
}

/* "A thảo luận với B": what the two met for is told elsewhere on the page. */
static bool tells_how(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (a->generic == b->generic || a->planned != b->planned || bg_contact__shared_people(c, a, b) < 2) return false;
    const bg_contact *other = a->generic ? b : a;
    return bg_type__is(other->type, BG_TYPE_OF_TWO) && bg_date__fits(bg_contact__date(c, a), bg_contact__date(c, b));
}

/* "A đón B" in the title, "lễ đón B" in the text: the ceremony, told as a visit. */
static bool is_same_welcome(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (!a->welcome || !b->welcome || is(a->type, b->type) || a->planned != b->planned) return false;
    return bg_contact__shared_people(c, a, b) && bg_date__fits(bg_contact__date(c, a), bg_contact__date(c, b));
}

#define WELCOME_NEAR 3 /* sentences */

/* "Lễ đón B diễn ra tại C. A chủ trì lễ đón": guest and host of one welcome, told one after the other. */
static bool halves_of_welcome(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (!a->welcome || !b->welcome || !is(a->type, "ceremony") || !is(b->type, "ceremony") || a->planned != b->planned) return false;
    if (b->sentence <= a->sentence || b->sentence > a->sentence + WELCOME_NEAR || !bg_contact__named_people(c, a)) return false;
    if (a->side_count + b->side_count - bg_contact__shared_sides(a, b) > 2) return false;
    return bg_contact__people_fit(c, a, b) && bg_date__fits(bg_contact__date(c, a), bg_contact__date(c, b));
}

/* "A, B gặp nhau" in the title is what the opening calls talks. */
static bool title_loose(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (strcmp(a->type, b->type) == 0 || !a->in_title || b->nominal || b->side_count != 2 || c->body_before[b->sentence] >= 3) return false;
    bool whole = a->side_count == 2 || (a->side_count == 1 && bg_contact__shared_people(c, a, b));
    return whole && sides_fit(a, b) && bg_contact__people_fit(c, a, b);
}

/* "Họp Nhóm công tác A - B" in the title is the session that the opening tells of. */
static bool titles_session(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (!a->generic || !a->in_title || !is(b->type, "committee_session") || c->body_before[b->sentence] >= SUMMARY) return false;
    return a->side_count == 2 && sides_fit(a, b) && bg_contact__people_fit(c, a, b) && bg_date__fits(bg_contact__date(c, a), bg_contact__date(c, b));
}

#define MANY_STATES 3 /* that sit together as what they are members of */

/* "Bộ Tứ họp trực tuyến" in the title, "ngoại trưởng bốn nước A, B, C và D họp trực tuyến" in the lead. */
static bool titles_members(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (!a->in_title || !is(a->type, "conference") || !is(b->type, "conference") || c->body_before[b->sentence] >= SUMMARY) return false;
    if (a->side_count != 1 || !bg_side__is_body(a->sides[0]) || b->side_count < MANY_STATES) return false;
    return !a->people_count && bg_date__fits(bg_contact__date(c, a), bg_contact__date(c, b));
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
    if (a->planned == b->planned || ((a->in_title || a->about) && !a->tensed)) return true;
    if (begins_with(c, a, b)) return true;
    return a->in_title && a->planned && is(a->type, "visit") && !b->past;
}

#define ATTENDED_NEAR 2 /* sentences */

/* "Đoàn Việt Nam do A làm trưởng đoàn": behind a contact of their states. */
static bool leads_to(const bg_contact *a, const bg_contact *b) {
    bool met = bg_type__is(a->type, BG_TYPE_HELD) || bg_type__is(a->type, BG_TYPE_OF_TWO) || is(a->type, "visit");
    return met && a->side_count > 1 && bg_contact__shared_sides(a, b) == b->side_count;
}

/* Is the sentence right behind one that tells of the contact? */
static bool is_right_behind(const bg_contact *contact, uint32_t sentence) {
    if (sentence >= contact->sentence && sentence <= contact->sentence + ATTENDED_NEAR) return true;
    for (size_t i = 0; i < contact->evidence.count; i++)
        if (sentence >= contact->evidence.items[i] && sentence <= contact->evidence.items[i] + ATTENDED_NEAR) return true;
    return false;
}

/* "Tham dự buổi lễ còn có …" right behind the ceremony: who else was there. */
static bool is_attended_of(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    bool any = b->led ? leads_to(a, b) : b->generic && (bg_type__is(a->type, BG_TYPE_SPOKEN_AT) || bg_type__is(a->type, BG_TYPE_BY_BODIES)); /* "Đến dự có …" */
    if (b->led && !any) return false;
    if (!b->attended || a->planned || !(any || is(a->type, b->type)) || !is_right_behind(a, b->sentence)) return false;
    return bg_date__fits(bg_contact__date(c, a), bg_contact__date(c, b));
}

#define SPEECH_REACH 8 /* sentences behind a ceremony in which those speak who are its principals */

/* "Phát biểu tại buổi lễ, B …" behind "A dự lễ": B of one of its states is a principal too. An exhibition has its ceremony. */
static bool is_speech_at(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (!b->speaks || a->planned || a->told || a->side_count < 2 || b->sentence <= a->sentence || b->sentence > a->sentence + SPEECH_REACH) return false;
    if (!bg_type__is(a->type, BG_TYPE_SPOKEN_AT) && !is(a->type, "other")) return false;
    return bg_contact__shared_sides(a, b) == b->side_count && bg_date__fits(bg_contact__date(c, a), bg_contact__date(c, b));
}

#define SINCE_NEAR 4 /* words between "kể từ" and the noun that names a contact */

/* "Hai lần", "nhiều lần", and not "lần hai": the word at `tok` counts. */
static bool counts(const bg_claims *c, uint32_t tok) {
    if (!tok || !bg_text__is(c->text, tok, CLASS_TIMES)) return false;
    return bg_text__is(c->text, tok - 1, CLASS_MANY) || bg_text__is(c->text, tok - 1, CLASS_COUNTWORD) || c->text->tokens.items[tok - 1].flags & BG_TOK_NUMBER;
}

#define TIMES_REACH 4 /* words behind a verb to how often */

/* "Đã sáu lần gặp B", "hai ông gặp nhau hai lần". */
bool bg_contact__tells_several(const bg_claims *c, const bg_contact *contact) {
    uint32_t end = c->text->sentences.items[contact->sentence].end;
    if (counts(c, contact->trigger) || (contact->trigger && counts(c, contact->trigger - 1))) return true;
    for (uint32_t tok = contact->trigger_end + 1; tok < end && tok < contact->trigger_end + TIMES_REACH; tok++)
        if (counts(c, tok)) return true;
    return false;
}

/* "Lần gần nhất hai ông gặp nhau là …" */
static bool opens_with_last_time(const bg_claims *c, const bg_contact *contact) {
    uint32_t first = c->text->sentences.items[contact->sentence].tok;
    return bg_text__is(c->text, first, CLASS_TIMES) && (bg_text__is(c->text, first, CLASS_FORMER) || bg_text__is(c->text, first + 1, CLASS_FORMER));
}

/* "Kể từ cuộc gặp hồi tháng 5", "cuộc gặp gần đây nhất", "đã sáu lần gặp": none of them is the one that the page tells of. */
bool bg_contact__is_earlier(const bg_claims *c, const bg_contact *noun) {
    if (bg_text__is(c->text, noun->trigger_end, CLASS_FORMER)) return true;
    if (bg_contact__tells_several(c, noun)) return true;
    if (opens_with_last_time(c, noun)) return true;
    uint32_t first = c->text->sentences.items[noun->sentence].tok, from = noun->trigger > first + SINCE_NEAR ? noun->trigger - SINCE_NEAR : first;
    const bg_date *d = bg_contact__date(c, noun);
    if (!noun->nominal || !d || !d->month) return false;
    uint32_t since = bg_text__last(c->text, from, noun->trigger, CLASS_SINCE);
    return since != BG_NONE && (!d->day || is(bg_mark__get(c->text, &c->text->marks.items[since], KEY_VALUE), "from"));
}

static bool opens_with_date(const bg_claims *c, const bg_contact *contact) {
    uint32_t first = c->text->sentences.items[contact->sentence].tok;
    return bg_text__any(c->text, first, first + 2, CLASS_DATE);
}

/* "Lần gần đây nhất hai bộ trưởng hội đàm là vào tháng 8/2015": what the opening tells was not in a month that only a later sentence names. */
static bool recalls_month(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    const bg_date *of_a = bg_contact__date(c, a), *of_b = bg_contact__date(c, b);
    if (a->planned && !b->planned && of_b && of_b->year && !of_b->inferred && bg_contact__of_past(c, b)) return c->body_before[b->sentence] >= SUMMARY;
    if (a->planned || b->planned || !of_b || of_b->day || of_b->deictic || (of_a && !bg_date__is_any_day(of_a))) return false;
    if (c->body_before[a->sentence] >= SUMMARY || c->body_before[b->sentence] < SUMMARY) return false;
    if (is(a->type, "conference")) return of_b->month != 0;
    if (is(a->type, "visit") && of_a && of_b->month && opens_with_date(c, b)) return true; /* "hôm nay … Hồi tháng 4, …" */
    return bg_type__is(a->type, BG_TYPE_OF_TWO) ? !b->nominal : (is(a->type, "visit") || is(a->type, "signing")) && of_b->year && !of_b->inferred;
}

/* "Trước đó, ngày 1/11/2023, A và B đã tham vấn tại C": a day with its year, behind what the opening tells without one. */
static bool recalls_day(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    const bg_date *of_a = bg_contact__date(c, a), *of_b = bg_contact__date(c, b);
    bool dated = of_b && of_b->day && of_b->year && !of_b->inferred && !(of_a && of_a->day);
    if (!dated || b->nominal || b->sentence <= a->sentence || c->body_before[b->sentence] < SUMMARY || is(a->type, "statement")) return false;
    return bg_sentence__opens_earlier(c, &c->text->sentences.items[b->sentence]);
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
bool bg_contact__follows(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (a->sentence != b->sentence || a->nominal || b->nominal || is(a->type, b->type) || b->trigger < a->trigger_end) return false;
    return bg_text__any(c->text, a->trigger_end, b->trigger, CLASS_THEN) || bg_text__any(c->text, a->trigger_end, b->trigger, CLASS_SINCE);
}

/* "A tiếp lãnh đạo các tập đoàn B" in the title; "A tiếp ông C, Chủ tịch …", of no known state, in the lead. */
static bool names_crowd(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (!a->in_title || !a->crowd || a->side_count != 2 || b->side_count != 1 || c->body_before[b->sentence] > 1) return false;
    return sides_fit(a, b) && bg_contact__shared_people(c, a, b) == 1;
}

/* "A nói chuyện với sinh viên", "A gặp B". */
static bool crowds_differ(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (names_crowd(c, a, b)) return false;
    return a->crowd != b->crowd && bg_contact__named_people(c, a->crowd ? b : a) > 1;
}

/* Does somebody take part who leads a state? */
static bool has_head(const bg_claims *c, const bg_contact *contact) {
    for (unsigned i = 0; i < contact->people_count; i++)
        if (bg_contact__is_named(c, contact, i) && c->mentions->people.items[contact->people[i].person].rank == 1) return true;
    return false;
}

/* "Quan chức A và B gặp nhau", "Tổng thống A gặp Tổng thống B". */
static bool levels_differ(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    return (a->officials && has_head(c, b)) || (b->officials && has_head(c, a));
}

/* "A chỉ trích B" in the title; "trong cuộc phỏng vấn, B nói": those to whom it is said answered elsewhere. */
static bool answers_title(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (!a->titled || !a->side_count || !is(b->type, "statement") || b->people_count != 1) return false;
    const char *country = bg_claims__country(c, b->people[0].person);
    return country && !is(country, a->sides[0]) && bg_contact__has_side(a, country);
}

/* "A chỉ trích B và C" in the title; "B và C ra tuyên bố chung": what others than A declare. */
static bool is_of_other_state(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (!a->titled || !a->side_count || !is(b->type, "statement")) return false;
    bool joint = is(b->rule, "contact.row") || is(b->rule, "contact.who-and-who") || is(b->rule, "contact.states-declare");
    if (joint && b->side_count > a->side_count && !bg_contact__named_people(c, b)) return true; /* … or many together */
    return !b->people_count && b->side_count && !bg_contact__has_side(b, a->sides[0]);
}

/* "Bộ trưởng Y tế A gặp Bộ trưởng Y tế B" in the opening; in a picture, or soon behind, the two by their names. */
static bool names_offices(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    bool near = b->in_caption || (c->body_before[a->sentence] < SUMMARY && b->sentence > a->sentence && b->sentence <= a->sentence + GO_ON);
    if (!near || !a->people_count || bg_contact__named_people(c, a) || a->side_count != 2 || b->side_count != 2 || !bg_type__is(a->type, BG_TYPE_OF_TWO)) return false;
    return sides_fit(a, b) && !posts_clash(c, b, a);
}

/* "A công du châu Á, thăm Lào" in the title: that is where he goes. */
static bool leads_there(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (a->sentence != b->sentence || !c->text->sentences.items[a->sentence].title || !is(a->type, "visit") || !is(b->type, "visit") || a->nominal || b->nominal) return false;
    return !a->place_side && b->place_side && b->link && a->people_count && bg_contact__has_person(b, a->people[0].person);
}

/* "Lập trường đã được nêu trong phát biểu ngày 26/8" within a quotation: to what was said another day he refers. */
static bool is_referred_to(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    return a->titled && b->passing && bg_sentence__is_quoted(c, &c->text->sentences.items[b->sentence], b->trigger);
}

bool bg_contact__is_same(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    if (is_referred_to(c, a, b)) return false;
    if (answers_title(c, a, b) || is_of_other_state(c, a, b)) return false;
    if (levels_differ(c, a, b) || crowds_differ(c, a, b) || (a->home != b->home && (a->home ? b : a)->side_count > 1)) return false; /* with one's own people, with another state */
    if (is(a->link, "many") || is(b->link, "many") || a->joint || b->joint || bg_contact__is_earlier(c, b)) return false;
    if (is_attended_of(c, a, b) || is_speech_at(c, a, b) || names_again(c, a, b) || names_press(c, a, b) || is_same_welcome(c, a, b) || halves_of_welcome(c, a, b) || tells_how(c, a, b) || leads_there(c, a, b)) return true;
    if (is_other_visit(c, a, b) || is_other_ceremony(a, b)) return false;
    if (recalls_month(c, a, b) || recalls_day(c, a, b) || bg_contact__follows(c, a, b)) return false;
    if (a->titled && b->spoken && c->body_before[b->sentence] >= SPOKEN_LEAD) return false; /* he spoke of something else as well */
    if (titles_session(c, a, b) || titles_members(c, a, b)) return true;
    if (!bg_type__alike(a->type, b->type) || !tenses_fit(c, a, b)) return false;
    if (!bg_date__fits(bg_contact__date(c, a), bg_contact__date(c, b))) return false;
    unsigned of_a = bg_contact__named_people(c, a), of_b = bg_contact__named_people(c, b), people = bg_contact__shared_people(c, a, b);
    unsigned least = of_a < of_b ? of_a : of_b;
    if ((a->press || b->press) && least && !people) return false; /* each alone before the press */
    if (a->titled && (b->press || (b->nominal && c->body_before[b->sentence] >= LATE_PRESS)) && of_b > 1) return false; /* both stood before it, one speaks in the title */
    if (title_loose(c, a, b)) return true;
    if (strcmp(a->type, b->type) != 0) return people >= 2 || (b->nominal && people && people == of_b);
    if (people == 1 && (posts_clash(c, a, b) || posts_clash(c, b, a) || meets_another(c, a, b) || meets_another(c, b, a))) return false;
    if (people == 1 && bg_type__is(a->type, BG_TYPE_OF_TWO) && a->side_count == 2 && b->side_count == 2 && !sides_fit(a, b)) return false; /* with another state */
    if (people) return people == least || people >= 2;
    if (goes_on(c, a, b) || halves_fit(c, a, b)) return true;
    if (!least && (a->in_title || a->about || b->in_title) && sides_fit(a, b)) return true;
    if (bg_type__is(a->type, BG_TYPE_ACTS) && a->in_title != b->in_title && sides_fit(a, b)) return true;
    if ((a->reference || b->reference) && is(a->type, b->type) && bg_contact__shared_sides(a, b) == (a->reference ? a : b)->side_count)
        return bg_contact__people_fit(c, a, b);
    if (names_offices(c, a, b)) return true;
    if (least || a->people_count || b->people_count) return false; /* both name people, none in common */
    return sides_fit(a, b);
}
