/* several: one word that names several contacts: "gặp A và B", "thăm C và D", years, papers, letters. */
#include "contact.h"
#include "when.h"

#define MINISTER 3 /* rank */

static bool same_channel(const bg_person *p, const bg_person *q) { return p->channel && q->channel && is(p->channel, q->channel) && p->rank == q->rank; }

/* Two ministers of one state joined by "và" sit at one table; so do two who preside over its chambers. */
static bool sit_together(const bg_claims *c, const bg_contact *contact, const bg_mark *a, const bg_mark *b) {
    if (a->ref == BG_NONE || b->ref == BG_NONE || a->end + 1 != b->tok || !bg_text__is(c->text, a->end, CLASS_AND)) return false;
    const bg_person *p = &c->mentions->people.items[a->ref], *q = &c->mentions->people.items[b->ref];
    bool table = (is(contact->type, "talks") && same_channel(p, q)) || (p->rank == MINISTER && q->rank == MINISTER);
    return table && is(bg_person__country(p), bg_person__country(q));
}

/* A name, or a high office of a state: "gặp Tổng thống Lào, Tổng thư ký Liên Hợp Quốc và …". */
static bool tells_whom(const bg_claims *c, const bg_mark *who, const bg_contact *before) {
    const bg_person *p = &c->mentions->people.items[who->ref];
    const char *state = bg_mention__country(c->mentions, who);
    return p->name || (p->rank && p->rank <= MINISTER && state && !bg_contact__has_side(before, state)); /* of the same state it may be one table */
}

/* "Cuộc gặp Mỹ - Nhật - Hàn" in the title: those of a row sat together. */
static bool is_of_three(const bg_claims *c, const char *state) {
    for (size_t i = 0; i < c->contacts.count && c->text->sentences.items[c->contacts.items[i].sentence].title; i++)
        if (c->contacts.items[i].side_count >= 3 && bg_contact__has_side(&c->contacts.items[i], state)) return true;
    return false;
}

/* "A lần lượt được B, C và D tiếp": the same, of which B is told so far. */
static bool add_hosts(bg_claims *claims, const bg_contact *one, const bg_sentence *s) {
    const bg_party_in *guest = NULL;
    const bg_mark *last = bg_contact__captured(claims, bg_claims__mark(claims, one->fact), KEY_A), *next;
    for (unsigned i = 0; i < one->people_count; i++)
        if (is(one->people[i].role, "guest")) guest = &one->people[i];
    for (; guest && last && (next = bg_contact__next_in_row(claims, last, s->end)); last = next) {
        bg_contact other = *one;
        if (next->ref == BG_NONE || !claims->mentions->people.items[next->ref].name || bg_contact__has_person(one, next->ref)) continue;
        other.people_count = other.side_count = 0;
        bg_contact__add_person(claims, &other, next, "host");
        other.people[other.people_count++] = *guest;
        bg_contact__add_side(&other, bg_claims__country(claims, guest->person), guest->span);
        if (!bg_contact__add(claims, &other)) return false;
    }
    return true;
}

/* "A gặp B, C và D": as many meetings. */
bool bg_contact__add_meetings(bg_claims *claims, size_t index, const bg_sentence *s) {
    bg_contact one = claims->contacts.items[index];
    if (is(one.rule, "contact.passive-row")) return add_hosts(claims, &one, s);
    if (one.partner == BG_NONE || one.people_count != 2 || s->title || !bg_type__is(one.type, BG_TYPE_OF_TWO)) return true;
    uint32_t b = bg_text__at(claims->text, one.partner, CLASS_WHO);
    for (const bg_mark *last = bg_claims__mark(claims, b), *next; (next = bg_contact__next_in_row(claims, last, s->end)); last = next) {
        bool list = bg_mark__get(claims->text, bg_claims__mark(claims, one.fact), KEY_LIST);
        if (list || sit_together(claims, &one, last, next) || is_of_three(claims, bg_mention__country(claims->mentions, next))) {
            bg_contact__add_person(claims, &claims->contacts.items[index], next, one.people[1].role);
            continue;
        }
        const char *own = bg_person__country(&claims->mentions->people.items[one.people[0].person]);
        bg_contact other = one;
        if (next->ref == BG_NONE || !tells_whom(claims, next, &one) || bg_contact__has_person(&one, next->ref)) continue;
        other.people_count = 1, other.side_count = 0;
        bg_contact__add_side(&other, own, one.people[0].span);
        bg_contact__add_person(claims, &other, next, one.people[1].role);
        if (other.side_count != 2) continue;
        if (!bg_contact__add(claims, &other)) return false;
    }
    return true;
}

/* Those of several states who are named by one office, or by none: the first of them. */
static const bg_mark *first_of_states(const bg_claims *c, const bg_contact *contact) {
    uint32_t who = contact->object == BG_NONE ? BG_NONE : bg_text__at(c->text, contact->object, CLASS_WHO);
    uint32_t side = contact->object == BG_NONE || who != BG_NONE ? BG_NONE : bg_text__at(c->text, contact->object, CLASS_SIDE);
    if (side != BG_NONE) return bg_mark__get(c->text, bg_claims__mark(c, side), KEY_CHANNEL) ? NULL : bg_claims__mark(c, side);
    const bg_mark *mark = who == BG_NONE ? NULL : bg_claims__mark(c, who);
    return mark && mark->ref != BG_NONE && !c->mentions->people.items[mark->ref].name ? mark : NULL;
}

/* "… bên lề hội nghị ở Lào": where they met, not whom. */
static bool is_where(const bg_claims *c, uint32_t tok) {
    uint32_t m = tok ? bg_text__at(c->text, tok - 1, CLASS_GOVERNS) : BG_NONE;
    return m != BG_NONE && is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), "where");
}

/* Does what a row of states ends before go on with it, no verb whose subjects they are? */
static bool ends_row(const bg_claims *c, uint32_t tok, uint32_t end) {
    static const unsigned verbs[] = {CLASS_CONTACT, CLASS_SAY, CLASS_SAYADV, CLASS_HELD, CLASS_PLANNED};
    for (size_t i = 0; tok < end && i < BG_COUNT(verbs); i++)
        if (bg_text__at(c->text, tok, verbs[i]) != BG_NONE) return false;
    return true;
}

/* "A hội đàm với người đồng cấp Lào, Cuba và Peru", "… với lãnh đạo Lào, Cuba và Peru": as many meetings. */
bool bg_contact__add_states(bg_claims *claims, size_t index, const bg_sentence *s) {
    bg_contact one = claims->contacts.items[index];
    if (s->title || !bg_type__is(one.type, BG_TYPE_OF_TWO) || one.side_count != 2 || !bg_contact__named_people(claims, &one)) return true;
    if (one.object == BG_NONE || one.object < one.trigger || is_where(claims, one.object)) return true;
    const bg_mark *row[BG_SIDES_MAX], *last = first_of_states(claims, &one);
    unsigned count = 0;
    bool closed = false;
    while (last && !closed && count < BG_SIDES_MAX && last->end + 1 < s->end && bg_contact__is_link(claims, last->end)) {
        uint32_t m = bg_text__at(claims->text, last->end + 1, CLASS_SIDE);
        if (m == BG_NONE) break;
        closed = bg_text__is(claims->text, last->end, CLASS_AND);
        last = row[count++] = bg_claims__mark(claims, m);
    }
    for (unsigned i = 0; closed && ends_row(claims, last->end, s->end) && i < count; i++) {
        bg_contact other = one;
        const char *state = bg_mention__country(claims->mentions, row[i]), *own = bg_claims__country(claims, one.people[0].person);
        if (!state || !own || bg_contact__has_side(&one, state)) continue;
        other.people_count = 1, other.side_count = 0;
        bg_contact__add_side(&other, own, one.people[0].span);
        bg_contact__add_side(&other, state, bg_text__span(claims->text, row[i]->tok, row[i]->end));
        if (!bg_contact__add(claims, &other)) return false;
    }
    return true;
}

/* The date right behind the token, behind a small word at most; BG_NONE = there is none. */
static const bg_mark *date_behind(const bg_claims *c, uint32_t tok) {
    for (uint32_t i = tok; i < tok + 2 && i < c->text->tokens.count; i++) {
        uint32_t m = bg_text__at(c->text, i, CLASS_DATE);
        if (m != BG_NONE) return bg_claims__mark(c, m);
    }
    return NULL;
}

/* The next visitor of a row, who may stand behind the date of the one before: "của A năm 1993 và B năm 1997". */
static const bg_mark *next_visitor(const bg_claims *c, const bg_mark *last, uint32_t end) {
    const bg_mark *date = date_behind(c, last->end);
    if (!date || date->end >= end) return bg_contact__next_in_row(c, last, end);
    bg_mark behind = *last;
    behind.end = date->end;
    const bg_mark *next = bg_contact__next_in_row(c, &behind, end);
    return next && date_behind(c, next->end) ? next : NULL; /* else he is who acts: "Trong chuyến thăm của A hồi tháng 3, B …" */
}

/* "các chuyến thăm C của A và B": as many visits as states that send a guest, or as there are days. */
bool bg_contact__add_visits(bg_claims *claims, size_t index, const bg_sentence *s) {
    bg_contact one = claims->contacts.items[index];
    if (!is(one.type, "visit") || !one.nominal || one.people_count != 1 || one.subject == BG_NONE || s->title) return true;
    uint32_t a = bg_text__at(claims->text, one.subject, CLASS_WHO);
    if (a == BG_NONE || !claims->mentions->people.items[one.people[0].person].name) return true;
    for (const bg_mark *last = bg_claims__mark(claims, a), *next; (next = next_visitor(claims, last, s->end)); last = next) {
        bg_contact other = one;
        const bg_mark *date = date_behind(claims, next->end);
        bool apart = date && date_behind(claims, last->end) && bg_claims__date_at(claims, date->tok) != BG_NONE;
        const bg_person *guest = next->ref == BG_NONE ? NULL : &claims->mentions->people.items[next->ref];
        const char *own = guest ? bg_person__country(guest) : NULL;
        if (!guest || !guest->name || (own ? is(own, one.place_side) : !apart)) continue;
        if (!apart && bg_claims__same_country(claims, bg_claims__mark(claims, a), next)) continue;
        other.people_count = other.side_count = 0;
        other.subject = next->tok;
        if (apart) other.date = bg_claims__date_at(claims, date->tok);
        bg_contact__add_person(claims, &other, next, one.people[0].role);
        bg_contact__add_side(&other, one.place_side, one.place_span);
        if (!bg_contact__add(claims, &other)) return false;
    }
    return true;
}

/* "A thăm B và thăm C" in a title: one journey to both, with a stop of its own. */
void bg_contact__join_stops(bg_claims *claims, size_t first, const bg_sentence *s) {
    for (size_t i = first; i < claims->contacts.count && s->title; i++) {
        bg_contact *journey = &claims->contacts.items[i];
        if (!is(journey->type, "visit") || journey->nominal || !journey->place_side || journey->side_count != 2) continue;
        for (size_t j = first; j < claims->contacts.count; j++) {
            const bg_contact *stop = &claims->contacts.items[j];
            bool next = stop->trigger > journey->trigger && stop->trigger <= journey->end + 1 && bg_text__is(claims->text, journey->end, CLASS_AND);
            if (!next || !is(stop->type, "visit") || stop->nominal || stop->subject != journey->subject) continue;
            bg_contact__add_side(journey, stop->place_side, stop->place_span);
        }
    }
}

/* "(2013)" at the token: the year; 0 = none. */
static int year_in_brackets(const bg_claims *c, uint32_t tok, uint32_t end) {
    if (tok + 2 >= end) return 0;
    const bg_token *t = &c->text->tokens.items[tok];
    bool year = t[1].flags & BG_TOK_NUMBER && t[1].value >= 1900 && t[1].value < 2100;
    return year && t[0].flags & BG_TOK_PUNCT && t[0].value == '(' && t[2].flags & BG_TOK_PUNCT && t[2].value == ')' ? (int)t[1].value : 0;
}

/* "các chuyến thăm của A (2000), B (2006) và C (2016)", "A là người thứ ba thăm X sau B (2000), C (2006)": each in his year. */
bool bg_contact__add_visits_of_years(bg_claims *claims, size_t index, const bg_sentence *s) {
    const bg_contact one = claims->contacts.items[index];
    if (!is(one.type, "visit") || one.people_count != 1 || s->title) return true;
    for (uint32_t m = bg_text__first(claims->text, one.trigger, s->end, CLASS_WHO); m != BG_NONE; m = bg_text__after(claims->text, m, s->end, CLASS_WHO)) {
        const bg_mark *who = bg_claims__mark(claims, m);
        uint32_t tok = who->end;
        int year = who->ref == BG_NONE ? 0 : year_in_brackets(claims, tok, s->end);
        if (!year || is(bg_mention__country(claims->mentions, who), one.place_side)) continue;
        const bg_date date = {.year = year, .tok = tok, .end = tok + 3, .span = bg_text__span(claims->text, tok + 1, tok + 2), .rule = "date.brackets"};
        bg_contact other = one;
        other.people_count = other.side_count = 0;
        bg_contact__add_person(claims, &other, who, one.people[0].role);
        bg_contact__add_side(&other, one.place_side, one.place_span);
        bg_contact__set_date(claims, &other, &date);
        if (who->ref == one.people[0].person) claims->contacts.items[index] = other;
        else if (!bg_contact__add(claims, &other)) return false;
    }
    return true;
}

/* The year at the token, or behind a word before it ("năm 2013"); 0 = none. */
static int year_at(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end && i < tok + 2; i++) {
        const bg_token *t = &c->text->tokens.items[i];
        if (t->flags & BG_TOK_PUNCT) return 0;
        if (t->flags & BG_TOK_NUMBER) return t->value >= 1900 && t->value < 2100 && !(i + 1 < end && c->text->tokens.items[i + 1].value == '/') ? (int)t->value : 0;
    }
    return 0;
}

/* "thăm B các năm 2001, 2006 và 2013", "hai cuộc gặp năm 2000 và 2007": one in each year. */
bool bg_contact__add_years(bg_claims *claims, size_t index, const bg_sentence *s) {
    const bg_contact one = claims->contacts.items[index];
    const bg_date *d = bg_contact__date(claims, &one);
    if (!d || !d->year || d->month || d->day || d->inferred || d->year2 || d->deictic || s->title || is(one.type, "statement")) return true;
    bg_date copy = *d;
    uint32_t tok = d->tok;
    while (tok < d->end && !bg_contact__is_link(claims, tok)) tok++;
    for (int year; tok + 1 < s->end && bg_contact__is_link(claims, tok) && (year = year_at(claims, tok + 1, s->end)); ) {
        bg_contact other = one;
        bg_date *date = BG_PUSH(claims->text->arena, &claims->mentions->dates);
        if (!date) return false;
        copy.year = year;
        *date = copy;
        other.date = (uint32_t)claims->mentions->dates.count - 1;
        if (!bg_contact__add(claims, &other)) return false;
        while (tok + 1 < s->end && !(claims->text->tokens.items[tok].flags & BG_TOK_NUMBER)) tok++;
        tok++;
    }
    return true;
}

#define MONTH_PLACE 5 /* words of a place between two months: "tháng 4 ở bang Florida, tháng 7 tại Hamburg" */

/* A date to the month or year behind a link and a small word at most: "hồi tháng 10/2016 và tháng 2/2018". BG_NONE: none such. */
static uint32_t next_month(const bg_claims *c, uint32_t tok, uint32_t end) {
    if (tok < end && bg_text__is(c->text, tok, CLASS_ATPLACE))
        for (uint32_t i = tok + 1; i < end && i <= tok + MONTH_PLACE; i++)
            if (bg_contact__is_link(c, i)) tok = i;
    for (uint32_t i = tok + 1; bg_contact__is_link(c, tok) && i + 1 < end && i < tok + 3; i++) {
        uint32_t ref = bg_claims__date_at(c, i);
        const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref];
        if (d) return d->month && !d->day && !d->deictic ? ref : BG_NONE;
    }
    return BG_NONE;
}

/* … one in each. */
bool bg_contact__add_months(bg_claims *claims, size_t index, const bg_sentence *s) {
    const bg_contact one = claims->contacts.items[index];
    const bg_date *d = bg_contact__date(claims, &one);
    if (!d || !d->month || d->day || d->deictic || d->tok < one.trigger || s->title || is(one.type, "statement") || is(one.type, "signing")) return true;
    for (uint32_t ref, tok = d->end; tok + 1 < s->end && (ref = next_month(claims, tok, s->end)) != BG_NONE; tok = claims->mentions->dates.items[ref].end) {
        bg_contact other = one;
        other.date = ref;
        if (!bg_contact__add(claims, &other)) return false;
    }
    return true;
}

#define PAPER_NEAR 4 /* words from a link to the head of the next paper */

/* "ký bản ghi nhớ năm 2011 và tuyên bố tầm nhìn chung năm 2015": each paper has its own time. */
bool bg_contact__add_papers(bg_claims *claims, size_t index, const bg_sentence *s) {
    const bg_contact one = claims->contacts.items[index];
    const bg_date *d = bg_contact__date(claims, &one);
    if (!is(one.type, "signing") || !d || !d->year || d->inferred || d->tok < one.trigger || s->title) return true;
    for (uint32_t tok = d->end; tok + PAPER_NEAR < s->end && bg_contact__is_link(claims, tok);) {
        uint32_t m = bg_text__first(claims->text, tok, s->end, CLASS_DATE);
        uint32_t ref = m == BG_NONE ? BG_NONE : bg_claims__mark(claims, m)->ref, from = m == BG_NONE ? tok : bg_claims__mark(claims, m)->tok;
        bool paper = bg_text__any(claims->text, tok + 1, tok + PAPER_NEAR, CLASS_AGREEHEAD) && !bg_claims__has_punct(claims, tok + 1, from);
        if (ref == BG_NONE || !paper || !claims->mentions->dates.items[ref].year || bg_text__any(claims->text, tok, from, CLASS_WHO)) return true;
        bg_contact other = one;
        other.date = ref;
        tok = bg_claims__mark(claims, m)->end;
        if (!bg_contact__add(claims, &other)) return false;
    }
    return true;
}

/* The people of `from` who write for the state, or for another one, and all whom they write to. */
static bg_contact letter_of(const bg_claims *c, const bg_contact *from, const char *state, bool of_state) {
    bg_contact letter = *from;
    letter.people_count = letter.side_count = 0;
    for (unsigned i = 0; i < from->people_count; i++) {
        const char *country = bg_person__country(&c->mentions->people.items[from->people[i].person]);
        if (is(from->people[i].role, "sender") && is(country, state) != of_state) continue;
        letter.people[letter.people_count++] = from->people[i];
        bg_contact__add_side(&letter, country, from->people[i].span);
    }
    for (unsigned i = 0; i < from->side_count; i++) { /* sides named without a person were written to */
        bool of_person = false;
        for (unsigned j = 0; j < from->people_count; j++)
            of_person |= is(from->sides[i], bg_person__country(&c->mentions->people.items[from->people[j].person]));
        if (!of_person) bg_contact__add_side(&letter, from->sides[i], from->side_spans[i]);
    }
    return letter;
}

/* "A của nước này và B của nước kia gửi điện mừng": as many letters as states that write. */
bool bg_contact__split_letter(bg_claims *claims, size_t index) {
    bg_contact one = claims->contacts.items[index];
    const bg_party_in *first = NULL;
    for (unsigned i = 0; i < one.people_count; i++)
        if (is(one.people[i].role, "sender") && (!first || one.people[i].span.start < first->span.start)) first = &one.people[i];
    if (!is(one.type, "letter") || !first) return true;
    const char *state = bg_person__country(&claims->mentions->people.items[first->person]);
    bg_contact other = letter_of(claims, &one, state, false);
    bool writes = false;
    for (unsigned i = 0; i < other.people_count; i++) writes |= is(other.people[i].role, "sender");
    if (!state || !writes) return true;
    claims->contacts.items[index] = letter_of(claims, &one, state, true);
    return bg_contact__add(claims, &other) != NULL;
}
