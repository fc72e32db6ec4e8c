/* years: the years of conferences, which their names hold; years in which those who met held no office. */
#include "when.h"

#define NAME_WORDS 6 /* of the name of a conference */

/* "Hội nghị thượng đỉnh G20 2017": the year that ends the name. */
static uint32_t year_of_name(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    for (uint32_t i = contact->trigger_end; i < s->end && i < contact->trigger_end + NAME_WORDS; i++) {
        const bg_token *t = &c->text->tokens.items[i];
        if (t->flags & BG_TOK_PUNCT && t->value != '-') break;
        if (!(t->flags & BG_TOK_NUMBER) || t->value < 1950 || t->value > 2100) continue;
        bg_date year = {.year = (int)t->value, .span = bg_text__span(c->text, i, i + 1), .rule = contact->rule, .tok = i, .end = i + 1};
        bg_date *date = BG_PUSH(c->text->arena, &c->mentions->dates);
        if (date) *date = year;
        return date ? (uint32_t)c->mentions->dates.count - 1 : BG_NONE;
    }
    return BG_NONE;
}

/* "APEC 2017", "năm APEC 2017": the only year that the page adds to the name of a body; 0 = none, or several. */
static int year_of_body(const bg_claims *c, const char *body) {
    int year = 0;
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *contact = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, contact);
        bool named = is(contact->type, "conference") && d && d->year && !d->month && !d->inferred && (is(contact->rule, "contact.org-year") || is(d->rule, contact->rule));
        for (unsigned j = 0; j < contact->side_count && named; j++) {
            if (!is(contact->sides[j], body)) continue;
            if (year && year != d->year) return 0;
            year = d->year;
        }
    }
    return year;
}

/* A conference of the body is that of the year, on whatever day the page has it. */
static void take_year_of_body(bg_claims *claims, bg_contact *contact) {
    const bg_date *d = bg_contact__date(claims, contact);
    int year = 0;
    if (d && (d->year || d->deictic || d->period || d->vague)) return;
    for (unsigned i = 0; i < contact->side_count && !year; i++)
        if (bg_side__is_body(contact->sides[i])) year = year_of_body(claims, contact->sides[i]);
    if (!year) return;
    bg_date dated = d ? *d : (bg_date){.rule = contact->rule, .tok = contact->trigger, .end = contact->trigger_end, .span = bg_text__span(claims->text, contact->trigger, contact->trigger_end)};
    dated.year = year, dated.inferred = true;
    if (dated.day2) dated.year2 = year;
    bg_contact__set_date(claims, contact, &dated);
}

/* "dự Tuần lễ cấp cao APEC": the body whose name the words hold, or end in. */
static void add_body(const bg_claims *c, bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    for (uint32_t i = contact->trigger; i < s->end && i < contact->trigger_end + 2; i++) {
        if (i >= contact->trigger_end && c->text->tokens.items[i].flags & BG_TOK_PUNCT) return;
        uint32_t m = bg_text__at(c->text, i, CLASS_ORG);
        const char *body = m == BG_NONE ? NULL : bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE);
        if (!body || !bg_side__is_body(body) || !is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_KIND), "forum")) continue;
        bg_contact__add_side(contact, body, bg_text__span(c->text, i, c->text->marks.items[m].end));
        return;
    }
}

/* Of the main contact the page tells the day. */
void bg_contact__take_years(bg_claims *claims) {
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        bool other = !contact->main && contact->merged == BG_NONE && is(contact->type, "conference");
        if (other && contact->date == BG_NONE) contact->date = year_of_name(claims, contact);
        if (other && !contact->bare) add_body(claims, contact);
    }
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        if (!contact->main && contact->merged == BG_NONE && is(contact->type, "conference")) take_year_of_body(claims, contact);
    }
}

/* ---- years in which those who met cannot have met */

#define OUT_OF_OFFICE 3 /* years before the first and behind the last known office, for a year concluded */
#define OF_ANOTHER_AGE 25 /* years before the first known office, for a year that the page states */

static bool acts_in(const bg_person *p, int year, int slack) {
    return !p->from || (year >= p->from - slack && (!p->to || year <= p->to + slack));
}

static bool all_act_in(const bg_claims *c, const bg_contact *contact, int year, int slack) {
    for (unsigned i = 0; i < contact->people_count; i++)
        if (!acts_in(&c->mentions->people.items[contact->people[i].person], year, slack)) return false;
    return true;
}

bool bg_contact__may_be_in(const bg_claims *c, const bg_contact *contact, int year) { return !year || all_act_in(c, contact, year, OF_ANOTHER_AGE); }

/* A year concluded from others of the page is taken back. */
static void drop_year(bg_claims *c, bg_contact *contact) {
    bg_date plain = *bg_contact__date(c, contact);
    plain.year = plain.year2 = 0;
    bg_contact__set_date(c, contact, &plain);
}

/* "Hai bên đã ký … năm 1956": others did. "Ông điện đàm với B, phá nguyên tắc của năm 1979": another time is meant. */
static void part(bg_contact *contact) {
    if (contact->orphan || contact->nominal) contact->people_count = 0;
    else contact->date = BG_NONE;
}

void bg_contact__check_years(bg_claims *claims) {
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        const bg_date *d = bg_contact__date(claims, contact);
        if (!d || !d->year) continue;
        if (d->inferred && !all_act_in(claims, contact, d->year, OUT_OF_OFFICE)) drop_year(claims, contact);
        else if (!all_act_in(claims, contact, d->year, OF_ANOTHER_AGE)) part(contact);
    }
}
