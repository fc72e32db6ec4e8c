/* when: the day of a contact that the words which name it leave out. */
#include "claim.h"

#define OPENING_WORDS 5
#define SUBJECT_WORDS 24 /* the longest office with a name */

/* A single day; a span of days only for what lasts. */
static bool names_day(const bg_date *d, const bg_contact *contact) {
    if (contact->planned && d->toward < 0) return false; /* "sẽ thăm B, theo thông báo hôm 24/8" */
    return d->month && d->day && (!d->day2 || bg_type__is(contact->type, BG_TYPE_LASTS)) && !d->period && !d->vague;
}

static bool is_comma(const bg_claims *c, uint32_t tok) {
    const bg_token *t = &c->text->tokens.items[tok];
    return t->flags & BG_TOK_PUNCT && t->value == ',';
}

/* "Ông Putin ngày 3/10 nói …": right behind someone who acts, and the sentence goes on with a word. */
static bool follows_subject(const bg_claims *c, const bg_sentence *s, const bg_mark *day) {
    if (day->end >= s->end || !(c->text->tokens.items[day->end].flags & BG_TOK_WORD)) return false;
    for (uint32_t tok = day->tok; tok > s->tok && tok + SUBJECT_WORDS > day->tok; tok--) {
        const bg_mark *who = bg_contact__person_at(c, tok - 1);
        if (who) return who->end == day->tok || who->end + 1 == day->tok;
    }
    return false;
}

/* "… hôm nay …" on a page without a date: the news has a day of its own. */
static bool says_today(const bg_claims *c, const bg_sentence *s) {
    for (uint32_t tok = s->tok; tok < s->end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_DATE), ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
        const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref];
        if (d && d->deictic && !d->vague && !d->same_day && !d->month) return true;
    }
    return false;
}

/* "Bộ Ngoại giao Pháp hôm 6/2 chỉ trích …": right behind the state or body that opens the sentence. */
static bool follows_opener(const bg_claims *c, const bg_sentence *s, const bg_mark *day) {
    uint32_t m = bg_text__at(c->text, s->tok, CLASS_SIDE), end = m == BG_NONE ? 0 : c->text->marks.items[m].end;
    return m != BG_NONE && (end == day->tok || end + 1 == day->tok) && day->end < s->end && c->text->tokens.items[day->end].flags & BG_TOK_WORD;
}

/* "Ông A, Thị trưởng thành phố B, hôm 25/3 trồng …": a day that is over, behind a comma and before a verb. */
static bool follows_apposition(const bg_claims *c, const bg_sentence *s, const bg_mark *day) {
    uint32_t before = day->tok > s->tok && bg_text__is(c->text, day->tok - 1, CLASS_PASTDAY) ? day->tok - 1 : day->tok;
    if (c->mentions->dates.items[day->ref].toward >= 0 || before < s->tok + 2 || !is_comma(c, before - 1) || day->end >= s->end) return false;
    return c->text->tokens.items[day->end].flags & BG_TOK_WORD && bg_text__any(c->text, s->tok, day->tok, CLASS_WHO);
}

static bool in_quotation(const bg_claims *c, const bg_sentence *s, uint32_t tok) {
    int open = 0;
    for (uint32_t i = s->tok; i < tok; i++) {
        const bg_token *t = &c->text->tokens.items[i];
        if (!(t->flags & BG_TOK_PUNCT)) continue;
        if (t->value == 0x201C || (t->value == '"' && !open)) open = 1;
        else if (t->value == 0x201D || t->value == '"') open = 0;
    }
    return open;
}

/* Does the day at [tok, end) stand for the whole sentence: at its beginning, or set off by a comma in the lead? */
static bool dates_sentence(const bg_claims *c, const bg_sentence *s, const bg_mark *mark, bool lead) {
    if (s->caption || mark->tok < s->tok + OPENING_WORDS) return true;
    if (follows_subject(c, s, mark) || follows_opener(c, s, mark) || (lead && follows_apposition(c, s, mark))) return true;
    if (!lead || says_today(c, s) || in_quotation(c, s, mark->tok)) return false;
    return (mark->end < s->end && is_comma(c, mark->end)) || strcmp(bg_mark__rule(c->text, mark), "date.deictic-written") == 0;
}

bool bg_contact__tells_of(const bg_contact *contact, uint32_t sentence) {
    for (size_t i = 0; i < contact->evidence.count; i++)
        if (contact->evidence.items[i] == sentence) return true;
    return false;
}

static bool shares_person(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    for (unsigned i = 0; i < a->people_count; i++)
        if (c->mentions->people.items[a->people[i].person].name && bg_contact__has_person(b, a->people[i].person)) return true;
    return false;
}

/* Both name people, none in common. */
static bool is_of_others(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    return bg_contact__named_people(c, a) && bg_contact__named_people(c, b) && !shares_person(c, a, b);
}

bool bg_contact__shows_other(const bg_claims *c, const bg_contact *contact, uint32_t sentence) {
    bool other = false;
    for (size_t i = 0; i < c->contacts.count; i++) {
        if (c->contacts.items[i].sentence != sentence) continue;
        if (is(c->contacts.items[i].type, contact->type) && !is_of_others(c, contact, &c->contacts.items[i])) return false;
        other = true;
    }
    return other && !bg_contact__tells_of(contact, sentence);
}

/* Within what somebody says? */
static bool is_said_within(const bg_claims *c, uint32_t day) {
    uint32_t tok = c->mentions->dates.items[day].tok;
    for (size_t i = 0; i < c->sayings.count; i++)
        if (tok >= c->sayings.items[i].tok && tok < c->sayings.items[i].end) return true;
    return false;
}

/* Within what somebody says, and not at the end of the sentence? */
static bool is_matter(const bg_claims *c, const bg_sentence *s, uint32_t day) {
    return c->mentions->dates.items[day].end + 2 <= s->end && is_said_within(c, day);
}

/* "… gửi điện tới B sau khi được tin C qua đời chiều 25/8": the day of what went before. */
static bool is_since(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, const bg_date *day) {
    if (bg_contact__is_behind_deed(c, contact, s->tok, day->tok)) return true;
    uint32_t from = contact->trigger >= s->tok && contact->trigger_end <= day->tok ? contact->trigger_end : day->tok;
    return bg_text__any(c->text, from, day->tok, CLASS_SINCE);
}

#define WORD_BEFORE 40 /* tokens before a day */

/* The type of the last word for a contact before a day in its sentence; NULL if there is none. */
static const char *word_before(const bg_claims *c, const bg_date *d) {
    for (uint32_t tok = d->tok; tok > 0 && tok + WORD_BEFORE > d->tok; tok--) {
        const bg_token *t = &c->text->tokens.items[tok - 1];
        uint32_t m = bg_text__at(c->text, tok - 1, CLASS_CONTACT);
        if (t->flags & BG_TOK_PUNCT && t->value == '.') return NULL;
        if (m != BG_NONE && !is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_WEAK), "yes")) return bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE);
    }
    return NULL;
}

/* "Chuyến thăm của A diễn ra nhân dịp hội nghị được tổ chức từ ngày 6 đến 11/11": the last word for a contact before the days is no visit. */
static bool is_of_attended(const bg_claims *c, const bg_contact *contact, const bg_date *d) {
    const char *type = word_before(c, d);
    return type && !is(type, "visit") && !contact->planned; /* who is to come comes for it */
}

/* The only day of a sentence of the lead that tells of the contact: "… chiều 21/6 tại Seoul". */
static uint32_t only_day(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t found = BG_NONE;
    for (uint32_t tok = s->tok; tok < s->end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_DATE), ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
        if (ref == BG_NONE) continue;
        const bg_date *day = &c->mentions->dates.items[ref];
        if (found != BG_NONE || !names_day(day, contact) || is_since(c, contact, s, day) || bg_contact__dates_saying(c, contact, day, s, BG_SAID_REACH)) return BG_NONE;
        if (day->day2 ? is(contact->type, "visit") && is_of_attended(c, contact, day) : bg_contact__is_ended(c, contact, s)) return BG_NONE;
        found = ref;
        tok = c->text->marks.items[m].end - 1;
    }
    return found != BG_NONE && is(contact->type, "statement") && is_matter(c, s, found) ? BG_NONE : found;
}

static bool is_said(const bg_claims *c, uint32_t tok) {
    return bg_text__at(c->text, tok, CLASS_SAY) != BG_NONE && bg_text__at(c->text, tok, CLASS_PLANNED) == BG_NONE;
}

/* "… ngày 29/5 thông báo A sẽ gặp B", "cuộc gặp được thông báo hôm 29/5": when it was told. */
bool bg_contact__dates_saying(const bg_claims *c, const bg_contact *contact, const bg_date *day, const bg_sentence *s, uint32_t reach) {
    uint32_t end = contact->trigger > day->end && contact->trigger < s->end ? contact->trigger : s->end;
    for (uint32_t tok = day->end; contact->planned && tok < end && tok < day->end + reach; tok++)
        if (is_said(c, tok)) return true;
    uint32_t from = day->tok > contact->trigger_end + BG_SAID_REACH ? day->tok - BG_SAID_REACH : contact->trigger_end;
    for (uint32_t tok = from; (contact->planned || contact->nominal) && tok < day->tok; tok++)
        if (is_said(c, tok) && c->text->marks.items[bg_text__at(c->text, tok, CLASS_SAY)].end + 2 >= day->tok) return true;
    return false;
}

/* "Tối 5/11, A về đến Hà Nội, kết thúc chuyến thăm": the day of what lasts is its last. "Kết thúc chuyến thăm B, A tới C" is of another journey. */
bool bg_contact__is_ended(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t m = bg_type__is(contact->type, BG_TYPE_LASTS) ? bg_text__first(c->text, s->tok, s->end, CLASS_ENDS) : BG_NONE;
    bool behind = m != BG_NONE && !contact->nominal && contact->trigger > c->text->marks.items[m].end && contact->trigger < s->end;
    return m != BG_NONE && !behind;
}

/* A day that dates what the sentence tells; elsewhere in it a date may belong to anything. */
uint32_t bg_contact__opening_day(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, bool lead) {
    for (uint32_t tok = s->tok; tok < s->end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_DATE), ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
        if (ref == BG_NONE || !names_day(&c->mentions->dates.items[ref], contact)) continue;
        if (!c->mentions->dates.items[ref].day2 && bg_contact__is_ended(c, contact, s)) continue;
        const bg_mark *day = &c->text->marks.items[m];
        if (dates_sentence(c, s, day, lead) && !bg_contact__dates_saying(c, contact, &c->mentions->dates.items[ref], s, BG_SAID_REACH)) return ref;
    }
    return BG_NONE;
}

static bool has_side(const bg_contact *contact, const char *side) {
    for (unsigned i = 0; i < contact->side_count; i++)
        if (is(contact->sides[i], side)) return true;
    return false;
}

static bool holds_sides(const bg_contact *a, const bg_contact *b) {
    for (unsigned i = 0; i < a->side_count; i++) {
        bool found = false;
        for (unsigned j = 0; j < b->side_count && !found; j++) found = is(a->sides[i], b->sides[j]);
        if (!found) return false;
    }
    return a->side_count == b->side_count;
}

/* Is a side of the one none of the other? */
static bool has_third(const bg_contact *one, const bg_contact *other) {
    for (unsigned i = 0; i < one->side_count; i++) {
        bool found = false;
        for (unsigned j = 0; j < other->side_count; j++) found |= is(one->sides[i], other->sides[j]);
        if (!found) return true;
    }
    return false;
}

/* The days of a visit of the same states that the opening tells of another of the party. */
static uint32_t date_of_party(const bg_claims *c, const bg_contact *contact) {
    for (size_t i = 0; i < c->contacts.count && is(contact->type, "visit"); i++) {
        const bg_contact *other = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, other);
        bool same = other != contact && is(other->type, contact->type) && other->planned == contact->planned && holds_sides(other, contact);
        if (same && other->merged == BG_NONE && (!other->told || other->planned) && d && d->day && bg_contact__position(c, other) < 4) return other->date;
    }
    return BG_NONE;
}

/* "Chuyến thăm diễn ra từ ngày 16 đến 19/10": a noun of the same type with a date of its own. */
static uint32_t date_of_reference(const bg_claims *c, const bg_contact *contact) {
    bool today = contact->date != BG_NONE && bg_date__is_unknown_day(bg_contact__date(c, contact));
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, other);
        if (other == contact || !other->reference || !d || !d->month || !is(other->type, contact->type)) continue;
        if (other->planned && !contact->planned) continue;
        if (has_third(other, contact) || (today && !d->day && d->year && !d->inferred)) continue; /* "hôm nay" is of no other year */
        if ((other->in_caption && !d->day) || bg_contact__is_earlier(c, other)) continue; /* an older picture, an earlier meeting */
        if (!other->people_count && bg_contact__position(c, other) < 6) return other->date;
    }
    return BG_NONE;
}

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
        if (!contact->planned || other->planned || is(other->type, contact->type)) continue;
        if (!tells_before(c, contact, other, c->mentions->dates.items[ref].tok)) return true;
    }
    return false;
}

static bool opens_with_principal(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_WHO), ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
    return ref != BG_NONE && bg_contact__has_person(contact, ref);
}

/* "Hôm 6/2, C nêu rõ …": a sentence that tells only what others do. */
static bool tells_others(const bg_claims *c, const bg_contact *contact, uint32_t sentence) {
    bool others = false;
    if (bg_contact__tells_of(contact, sentence) || opens_with_principal(c, contact, &c->text->sentences.items[sentence])) return false;
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other->sentence != sentence || other->bare || !other->people_count) continue;
        if (shares_person(c, other, contact)) return false;
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
    uint32_t who = bg_text__at(c->text, s->tok, CLASS_WHO), ref = who == BG_NONE ? BG_NONE : c->text->marks.items[who].ref;
    return ref == BG_NONE || !bg_contact__has_person(contact, ref);
}

/* A picture of only one of those who met, of which no word tells, may be of any day. */
static bool shows_one(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, uint32_t sentence) {
    unsigned shown = 0;
    if (bg_contact__tells_of(contact, sentence) || !bg_type__is(contact->type, BG_TYPE_OF_TWO) || bg_contact__named_people(c, contact) < 2) return false;
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_WHO); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_WHO))
        shown += c->text->marks.items[m].ref != BG_NONE && bg_contact__has_person(contact, c->text->marks.items[m].ref);
    return shown < 2;
}

/* The day of a sentence that does not tell of what is to come is that of the news of it, unless it lies ahead or lasts. */
static bool is_told_ahead(const bg_claims *c, const bg_contact *contact, uint32_t sentence, uint32_t ref) {
    const bg_date *d = &c->mentions->dates.items[ref];
    const bg_sentence *s = &c->text->sentences.items[sentence];
    return bg_contact__tells_of(contact, sentence) || d->toward > 0 || d->day2 || bg_text__any(c->text, s->tok, s->end, CLASS_PLANNED);
}

#define PAIR_SENTENCES 6    /* of the body, in which the same two are told to have met */
#define JOURNEY_SENTENCES 12 /* … and in which the days of a journey to come are told */

static bool sits_down(const char *type) { return is(type, "meeting") || is(type, "talks") || is(type, "dialogue") || is(type, "consultation") || is(type, "ceremony"); }

static bool shares_people(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    unsigned n = 0, named = bg_contact__named_people(c, a);
    for (unsigned i = 0; i < a->people_count; i++) n += c->mentions->people.items[a->people[i].person].name && bg_contact__has_person(b, a->people[i].person);
    return n >= 2 || !named || !bg_contact__named_people(c, b);
}

/* The day on which the opening, or a picture, tells that the same two met, by another word. */
static uint32_t date_of_pair(const bg_claims *c, const bg_contact *contact) {
    for (size_t i = 0; i < c->contacts.count && sits_down(contact->type); i++) {
        const bg_contact *other = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, other);
        if (other == contact || other->merged != BG_NONE || other->told || other->planned != contact->planned || !d || !d->day || d->day2) continue;
        if (!(sits_down(other->type) || (other->welcome && word_before(c, d)) || (is(other->type, "conference") && !other->in_caption)) || (!other->in_caption && c->body_before[other->sentence] >= PAIR_SENTENCES)) continue;
        if (holds_sides(other, contact) && shares_people(c, contact, other)) return other->date;
    }
    return BG_NONE;
}

/* "Chuyến thăm đầu tiên của A kể từ khi … kéo dài từ ngày 20 đến 21/4": the span in a sentence that the word for the visit opens. */
static uint32_t span_of_visit(const bg_claims *c, const bg_contact *visit) {
    for (uint32_t i = 0; i < c->text->sentences.count && c->body_before[i] < PAIR_SENTENCES && is(visit->type, "visit"); i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        uint32_t m = bg_text__at(c->text, s->tok, CLASS_CONTACT);
        if (s->title || m == BG_NONE || !is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "visit")) continue;
        if (bg_contact__is_ended(c, visit, s)) continue;
        for (m = bg_text__first(c->text, s->tok, s->end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_DATE)) {
            uint32_t ref = c->text->marks.items[m].ref;
            const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref];
            if (d && d->day && d->day2 && !d->period && !is_of_attended(c, visit, d) && bg_text__any(c->text, s->tok, s->end, CLASS_WHO) == opens_with_principal(c, visit, s)) return ref;
        }
    }
    return BG_NONE;
}

/* The first of several days. */
static uint32_t first_day(const bg_claims *c, uint32_t ref) {
    bg_date copy = c->mentions->dates.items[ref], *first = copy.day2 ? BG_PUSH(c->text->arena, &c->mentions->dates) : NULL;
    if (!first) return ref;
    copy.day2 = copy.month2 = copy.year2 = 0;
    *first = copy;
    return (uint32_t)c->mentions->dates.count - 1;
}

/* "A sẽ thăm B ngày 10-11/4 và hội đàm với C": the days of what else one of the principals is to do there. */
static uint32_t date_of_journey(const bg_claims *c, const bg_contact *contact) {
    bool visit = is(contact->type, "visit");
    for (size_t i = 0; i < c->contacts.count && contact->planned; i++) {
        const bg_contact *other = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, other);
        bool lead = visit && bg_type__is(other->type, BG_TYPE_LASTS | BG_TYPE_SPOKEN_AT) && !c->body_before[other->sentence] && !other->past; /* what he comes for */
        if (other == contact || other->merged != BG_NONE || !(other->planned || lead) || !d || !d->day || !d->day2) continue;
        if (c->body_before[other->sentence] >= JOURNEY_SENTENCES || !shares_person(c, contact, other)) continue;
        if (visit ? is(other->type, "visit") : !is(other->type, "visit")) continue;
        if (holds_sides(other, contact) || is(other->type, "conference")) return visit ? other->date : first_day(c, other->date);
    }
    return BG_NONE;
}

/* The day of the dates of a sentence, if they name no other than `found`; `several` if they do. */
static uint32_t same_day(const bg_claims *c, const bg_sentence *s, uint32_t found, bool *several) {
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_DATE)) {
        uint32_t ref = c->text->marks.items[m].ref;
        const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref], *f = found == BG_NONE ? NULL : &c->mentions->dates.items[found];
        if (!d || d->period || d->vague || !d->day) continue;
        *several |= d->day2 || (f && (f->day != d->day || f->month != d->month));
        if (!f) found = ref;
    }
    return found;
}

/* Within what somebody says, but for the tail of his sentence, or the day of a noun between others? */
static bool is_of_another(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, uint32_t day) {
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *noun = &c->contacts.items[i];
        if (noun->date != day || !noun->nominal) continue;
        if (bg_contact__is_earlier(c, noun) || (!is(noun->type, contact->type) && has_third(noun, contact))) return true;
    }
    return is_matter(c, s, day);
}

/* "Hội nghị thượng đỉnh Mỹ - Triều ngày 28/2": the only day of the title. */
static uint32_t day_of_title(const bg_claims *c, const bg_contact *contact) {
    uint32_t found = BG_NONE;
    bool several = false;
    for (size_t i = 0; i < c->text->sentences.count && c->text->sentences.items[i].title; i++) found = same_day(c, &c->text->sentences.items[i], found, &several);
    return several || (found != BG_NONE && !names_day(&c->mentions->dates.items[found], contact)) ? BG_NONE : found;
}

#define DAY_OPENS 4 /* words from the begin of a sentence, or its subject, to its day: "Chiều ngày 3/5", "A đã vào hôm 3/5" */

/* "… hôm 3/5 đã đến", "… ngày 3/5 thông báo", "… hôm 3/5 thăm". */
static bool is_before_verb(const bg_claims *c, uint32_t tok, uint32_t end) {
    return tok < end && (bg_text__at(c->text, tok, CLASS_HELD) != BG_NONE || bg_text__at(c->text, tok, CLASS_SAY) != BG_NONE || bg_text__at(c->text, tok, CLASS_CONTACT) != BG_NONE);
}

/* "…, theo báo A ngày 3/5". */
static bool is_of_press(const bg_claims *c, const bg_sentence *s, const bg_date *day) {
    uint32_t tok = day->tok;
    while (tok > s->tok && !(c->text->tokens.items[tok - 1].flags & BG_TOK_PUNCT)) tok--;
    return bg_text__any(c->text, tok, day->tok, CLASS_PRESS);
}

/* "Ông A hôm 3/5 …", "Hôm 3/5, ông A …", "…, ông A nói hôm 3/5": the day of the verb, not of what its objects are about ("vụ … hôm 3/5"). */
static bool is_of_clause(const bg_claims *c, const bg_sentence *s, const bg_date *day) {
    uint32_t m = bg_text__first(c->text, s->tok, day->tok, CLASS_WHO);
    if (day->tok < s->tok + DAY_OPENS || (m != BG_NONE && c->text->marks.items[m].end + DAY_OPENS > day->tok)) return true;
    return is_before_verb(c, day->end, s->end) || bg_contact__is_day_of_speech(c, s, day) || is_of_press(c, s, day);
}

/* "Lào và Cuba ngày 12/6 đã …": a state that takes part right before the day, no other state before it. */
static bool is_behind_side(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, const bg_date *day) {
    for (uint32_t m = bg_text__first(c->text, s->tok, day->tok, CLASS_SIDE); m != BG_NONE; m = bg_text__after(c->text, m, day->tok, CLASS_SIDE)) {
        const bg_mark *side = &c->text->marks.items[m];
        if (!has_side(contact, bg_mention__country(c->mentions, side))) return false;
        if (side->end + 1 >= day->tok) return true;
    }
    return false;
}

/* A person or a state of the contact in the sentence, and no other state. */
static bool names_a_side(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    bool found = false;
    for (uint32_t tok = s->tok; tok < s->end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_COUNTRY), who = bg_text__at(c->text, tok, CLASS_WHO);
        if (m != BG_NONE && !has_side(contact, bg_mention__country(c->mentions, &c->text->marks.items[m]))) return false;
        found |= m != BG_NONE || (who != BG_NONE && c->text->marks.items[who].ref != BG_NONE && bg_contact__has_person(contact, c->text->marks.items[who].ref));
    }
    return found;
}

/* Does the sentence tell, up to the day, what a principal did, and of nobody else? */
static bool acts_on(const bg_claims *c, const bg_contact *contact, uint32_t sentence, uint32_t day) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    const bg_date *d = &c->mentions->dates.items[day];
    bool held = d->end < s->end && bg_text__at(c->text, d->end, CLASS_HELD) != BG_NONE; /* "ngày 7/11 đã nhất trí sẽ …" */
    if (s->caption || (!held && bg_text__any(c->text, s->tok, s->end, CLASS_PLANNED)) || bg_contact__is_ended(c, contact, s) || !is_of_clause(c, s, d)) return false;
    if (bg_text__any(c->text, s->tok, d->tok, CLASS_SINCE) || bg_contact__is_behind_deed(c, contact, s->tok, d->tok)) return false; /* "từ khi …" */
    if (bg_contact__tells_of(contact, sentence)) return true;
    uint32_t m = bg_text__first(c->text, s->tok, d->tok, CLASS_WHO), ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
    if (ref == BG_NONE && !bg_contact__named_people(c, contact)) return is_behind_side(c, contact, s, d);
    return ref != BG_NONE && bg_contact__has_person(contact, ref) && !tells_others(c, contact, sentence);
}

#define DATE_WORDS 24 /* of the main contact's word to its day */

/* Is somebody named before the token who takes no part, or the day told of another contact? */
static bool is_other_day(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, uint32_t sentence, uint32_t ref) {
    const bg_date *d = &c->mentions->dates.items[ref];
    for (uint32_t m = bg_text__first(c->text, s->tok, d->tok, CLASS_WHO); m != BG_NONE; m = bg_text__after(c->text, m, d->tok, CLASS_WHO)) {
        uint32_t who = c->text->marks.items[m].ref;
        if (who != BG_NONE && c->mentions->people.items[who].name && !bg_contact__has_person(contact, who)) return true;
    }
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other->sentence == sentence && other->date == ref && other->planned != contact->planned) return true;
        if (other->sentence == sentence && other->date == ref && !is(other->type, contact->type) && !(sits_down(other->type) && sits_down(contact->type))) return true;
    }
    return is_since(c, contact, s, d) || (!contact->planned && is_matter(c, s, ref)) || bg_contact__dates_saying(c, contact, d, s, BG_SAID_REACH);
}

/* A visit in the title, or told by a noun alone: nothing says that it was made. */
static bool is_untensed(const bg_contact *contact) { return is(contact->type, "visit") && !contact->past && !contact->tensed && (contact->in_title || contact->nominal); }

/* A word for a contact at the token, but for "thảo luận" and the like. */
static bool is_word_for(const bg_claims *c, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_CONTACT);
    return m != BG_NONE && !bg_mark__get(c->text, &c->text->marks.items[m], KEY_GENERIC);
}

/* "cuộc gặp … được thông báo trong ngày 28/6": a verb of speech before the day, and none of taking place behind it. */
static bool is_day_of_telling(const bg_claims *c, uint32_t from, uint32_t day) {
    uint32_t m = bg_text__last(c->text, from, day, CLASS_SAY), at = m == BG_NONE ? day : c->text->marks.items[m].tok; /* "sẽ" may be one */
    return m != BG_NONE && !bg_text__any(c->text, at, day, CLASS_TAKESPLACE) && !bg_text__any(c->text, at, day, CLASS_PLANNED);
}

/* The day behind a word of the contact's type in the sentence, where no rule could tell who: "… thông báo chủ tịch nước này sẽ thăm C vào ngày 20/6". */
static uint32_t day_of_word(const bg_claims *c, const bg_contact *contact, uint32_t sentence) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_CONTACT); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_CONTACT)) {
        const bg_mark *word = &c->text->marks.items[m];
        if (!is(bg_mark__get(c->text, word, KEY_VALUE), contact->type) || is(bg_mark__get(c->text, word, KEY_WEAK), "yes")) continue;
        uint32_t end = word->end + DATE_WORDS < s->end ? word->end + DATE_WORDS : s->end;
        for (uint32_t tok = word->end; tok < end && !is_word_for(c, tok); tok++) {
            uint32_t n = bg_text__at(c->text, tok, CLASS_DATE), ref = n == BG_NONE ? BG_NONE : c->text->marks.items[n].ref;
            if (ref == BG_NONE || !c->mentions->dates.items[ref].month) continue;
            if (is_day_of_telling(c, word->end, tok)) break;
            if (contact->planned != bg_text__any(c->text, s->tok, tok, CLASS_PLANNED) && (contact->planned || !is_untensed(contact))) break;
            return names_day(&c->mentions->dates.items[ref], contact) && !is_other_day(c, contact, s, sentence, ref) ? ref : BG_NONE;
        }
    }
    return BG_NONE;
}

/* A day that its sentence tells as one to come. */
static bool is_told_to_come(const bg_claims *c, uint32_t ref) {
    const bg_date *d = &c->mentions->dates.items[ref];
    for (size_t i = 0; i < c->text->sentences.count; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (d->tok >= s->tok && d->tok < s->end) return d->toward >= 0 && bg_text__any(c->text, s->tok, d->tok, CLASS_PLANNED);
    }
    return false;
}

/* … in the opening, when the sentence names its sides or says nothing of others. */
static uint32_t date_of_word(const bg_claims *c, const bg_contact *contact) {
    for (uint32_t i = 0; i < c->text->sentences.count && c->body_before[i] < PAIR_SENTENCES; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        bool journey = is(contact->type, "visit") && contact->side_count > 2; /* has the days of its stops */
        if (s->title || s->caption || s->heading || journey || is(contact->type, "statement") || bg_contact__is_ended(c, contact, s)) continue;
        uint32_t ref = names_a_side(c, contact, s) ? day_of_word(c, contact, i) : BG_NONE;
        if (ref != BG_NONE) return ref;
    }
    return BG_NONE;
}

/* The only day that the opening names, where a principal acts; BG_NONE if it names none, or several. */
static uint32_t day_of_page(const bg_claims *c, const bg_contact *contact) {
    uint32_t found = BG_NONE;
    bool several = false, of_it = false;
    for (size_t i = 0; i < c->text->sentences.count && c->body_before[i] < PAIR_SENTENCES && !several; i++) {
        uint32_t before = found;
        found = same_day(c, &c->text->sentences.items[i], found, &several);
        if (found != before) of_it = acts_on(c, contact, (uint32_t)i, found) && !is_of_another(c, contact, &c->text->sentences.items[i], found);
    }
    return several || !of_it ? BG_NONE : found;
}

/* "… trong cuộc họp hôm qua" under a picture: what the text tells is another telling. */
static bool is_of_picture(const bg_claims *c, const bg_contact *contact, const bg_date *d) {
    for (size_t i = 0; i < contact->evidence.count && d->deictic && !d->month; i++) {
        const bg_sentence *s = &c->text->sentences.items[contact->evidence.items[i]];
        if (d->tok >= s->tok && d->tok < s->end) return s->caption;
    }
    return false;
}


void bg_contact__note_today(bg_claims *c, const bg_date *one, const bg_date *other) {
    bg_date today;
    if (!one || !other || !(bg_date__today_of(one, other, &today) || bg_date__today_of(other, one, &today))) return;
    c->todays |= c->today.day && (c->today.day != today.day || c->today.month != today.month);
    c->today = today;
}

/* The day of "hôm nay" in the sentence before the token; BG_NONE if nothing says so. */
static uint32_t unknown_day(const bg_claims *c, const bg_sentence *s, uint32_t end) {
    for (uint32_t m = bg_text__first(c->text, s->tok, end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, end, CLASS_DATE)) {
        uint32_t ref = c->text->marks.items[m].ref;
        if (ref != BG_NONE && bg_date__is_unknown_day(&c->mentions->dates.items[ref])) return ref;
    }
    return BG_NONE;
}

/* "hôm nay hội đàm với B nhân dịp ông thăm …", "hôm nay thông báo A thăm …": something else between the day and the visit. */
static bool tells_between(const bg_claims *c, const bg_contact *visit, uint32_t day) {
    if (bg_text__any(c->text, day, visit->trigger, CLASS_SAY) || bg_text__any(c->text, day, visit->trigger, CLASS_CIRCUMSTANCE)) return true;
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other->sentence == visit->sentence && !is(other->type, "visit") && other->trigger >= day && other->trigger < visit->trigger) return true;
    }
    return false;
}

/* "A chiều nay đến B, bắt đầu chuyến thăm từ ngày 12 đến 15/1": today is the first of the days, of what ends the last. */
void bg_contact__note_arrivals(bg_claims *c) {
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *visit = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, visit);
        if (!is(visit->type, "visit") || visit->nominal || visit->planned || visit->told || visit->timed || !d || !d->day2) continue;
        const bg_sentence *s = &c->text->sentences.items[visit->sentence];
        uint32_t today = unknown_day(c, s, visit->trigger);
        bg_date day = {.year = d->year, .month = d->month, .day = d->day};
        if (bg_contact__is_ended(c, visit, s)) day = (bg_date){.year = d->year2, .month = d->month2, .day = d->day2};
        if (today != BG_NONE && !tells_between(c, visit, c->mentions->dates.items[today].end)) bg_contact__note_today(c, &c->mentions->dates.items[today], &day);
    }
}

void bg_contact__bind_today(bg_claims *c) {
    if (c->today.day && !c->todays) bg_date__set_today(c->mentions, &c->today);
}

/* Is the day told under a picture, or is it "hôm nay" itself? */
static bool is_pictured(const bg_claims *c, uint32_t ref) {
    const bg_date *d = &c->mentions->dates.items[ref];
    for (size_t i = 0; i < c->text->sentences.count && !d->deictic; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (d->tok >= s->tok && d->tok < s->end) return s->caption;
    }
    return true;
}

/* The first day that opens a sentence of the opening; captions last. Not when the contact says "hôm nay" of its own. */
void bg_contact__add_date(const bg_claims *c, bg_contact *contact) {
    const bg_date *has = bg_contact__date(c, contact);
    if (has && has->day2 && is(contact->type, "ceremony") && is(word_before(c, has), "visit")) { /* the days of the visit: on the first the guest is welcomed */
        contact->date = contact->welcome ? first_day(c, contact->date) : BG_NONE;
        has = bg_contact__date(c, contact);
    }
    if (has && is_of_picture(c, contact, has)) has = NULL;
    contact->today = has && bg_date__is_unknown_day(has) && !has->shift;
    int month = has && !has->day ? has->month : 0; /* known to the month only: a day of that month tells more */
    if (has && has->day) return;
    uint32_t found = month ? BG_NONE : date_of_reference(c, contact);
    if (found == BG_NONE && !month) found = date_of_party(c, contact);
    if (found != BG_NONE) contact->date = found;
    if (found != BG_NONE || contact->invited) return; /* the day of the page's news is that of the inviting */
    if (is(contact->type, "statement") && (found = bg_contact__day_of_words(c, contact)) != BG_NONE && (!contact->today || is_pictured(c, found))) {
        contact->date = found;
        return;
    }
    for (int captions = has != NULL && !has->year; captions < (is(contact->type, "statement") || contact->planned ? 1 : 2); captions++) {
        unsigned body = 0;
        for (size_t i = 0; i < c->text->sentences.count && body < 4; i++) {
            const bg_sentence *s = &c->text->sentences.items[i];
            body += !s->title && !s->caption;
            if (s->caption != (bool)captions) continue;
            if (captions ? bg_contact__shows_other(c, contact, (uint32_t)i) : tells_others(c, contact, (uint32_t)i)) continue;
            if (tells_matter(c, contact, (uint32_t)i) || (captions && shows_one(c, contact, s, (uint32_t)i))) continue;
            uint32_t ref = bg_contact__opening_day(c, contact, s, body <= 2);
            if (ref == BG_NONE && body <= 2 && !s->title && bg_contact__tells_of(contact, (uint32_t)i)) ref = only_day(c, contact, s);
            if (ref != BG_NONE && contact->planned && !is_told_ahead(c, contact, (uint32_t)i, ref)) continue;
            if (ref == BG_NONE || (month && c->mentions->dates.items[ref].month != month) || is_of_other(c, contact, (uint32_t)i, ref)) continue;
            contact->date = ref;
            return;
        }
    }
    found = span_of_visit(c, contact);
    if (found == BG_NONE) found = date_of_pair(c, contact);
    if (found == BG_NONE) found = date_of_journey(c, contact);
    if (found == BG_NONE) found = day_of_title(c, contact);
    bool told = has && has->deictic && !(contact->planned && has->shift > 0); /* "ngày mai" has its day elsewhere */
    if (found == BG_NONE && !told && (found = date_of_word(c, contact)) != BG_NONE) contact->planned |= is_told_to_come(c, found);
    if (found == BG_NONE && !contact->planned && !(has && has->shift)) found = day_of_page(c, contact);
    if (found != BG_NONE) contact->date = found;
}

/* ---- the time of what a sentence tells beside its main verb */

static bool has_time(const bg_claims *c, const bg_contact *contact) {
    const bg_date *d = bg_contact__date(c, contact);
    return d && (d->month || d->year);
}

/* "Cuộc gặp sẽ diễn ra sau khi A dự hội nghị ngày 11/7": told with a time of its own. */
static bool is_apart(const bg_claims *c, const bg_contact *noun, const bg_contact *verb) {
    return verb->trigger > noun->trigger_end && bg_text__any(c->text, noun->trigger_end, verb->trigger, CLASS_SINCE);
}

/* "Sáng 1/8, sau lễ đón, A hội đàm với B; …": a noun shares the day, and the coming, of the verb in its sentence. */
static void share_time(bg_claims *claims, size_t index) {
    bg_contact *noun = &claims->contacts.items[index];
    if (!noun->nominal || is(noun->type, "visit")) return;
    for (size_t i = bg_contact__near_first(index), end = bg_contact__near_end(claims, index); i < end; i++) {
        const bg_contact *verb = &claims->contacts.items[i];
        if (verb->nominal || verb->told != noun->told || verb->sentence != noun->sentence || is(verb->type, "visit") || is_apart(claims, noun, verb)) continue;
        if (verb->planned && verb->trigger < noun->trigger) noun->planned = true;
        if (!has_time(claims, noun) && verb->date != BG_NONE && noun->planned == verb->planned) noun->date = verb->date;
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

/* A verb in the sentence right behind a dated contact of the same person goes on with that day; so does a programme of what is to come. */
static void carry_time(bg_claims *claims, size_t index) {
    bg_contact *contact = &claims->contacts.items[index];
    if (contact->nominal || contact->told || contact->invited || contact->date != BG_NONE || is(contact->type, "visit")) return;
    if (names_own_day(claims, contact->sentence)) return;
    for (size_t i = bg_contact__near_first(index), end = bg_contact__near_end(claims, index); i < end; i++) {
        const bg_contact *before = &claims->contacts.items[i];
        const bg_date *d = bg_contact__date(claims, before);
        if (before->sentence + 1 != contact->sentence || before->planned != contact->planned || !d || !d->day || d->day2) continue;
        if (before->nominal && !(before->planned && before->takes_place)) continue;
        if (before->planned && is(before->type, "visit")) continue;
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

/* A conference, or the session of a body, that one travels to. */
static bool is_attended(const bg_contact *contact) {
    return is(contact->type, "conference") || is(contact->type, "committee_session");
}

/* Nothing but a row of what one does there stands between: no sign but a comma, nobody who acts, no word of tense or speech. */
static bool is_one_row(const bg_claims *c, uint32_t tok, uint32_t end) {
    static const unsigned breaks[] = {CLASS_WHO, CLASS_HELD, CLASS_PLANNED, CLASS_SAY};
    for (uint32_t i = tok; i < end; i++)
        if (c->text->tokens.items[i].flags & BG_TOK_PUNCT && !is_comma(c, i) && c->text->tokens.items[i].value != '-') return false;
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
        if (from <= to && is_one_row(claims, from, to) && (!one->people_count || shares_person(claims, one, two))) one->date = two->date;
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
    if (!(is(noun->type, "signing") || (is(noun->type, "other") && noun->orphan)) || noun->date != BG_NONE || !years) return;
    for (uint32_t tok = noun->trigger; tok < end && noun->date == BG_NONE; tok++) {
        const bg_token *t = &claims->text->tokens.items[tok];
        if (!(t->flags & BG_TOK_PUNCT && t->value == '(') || !first_in_brackets(claims, tok, s->end, years, &first)) continue;
        bg_date *date = BG_PUSH(claims->text->arena, &claims->mentions->dates);
        if (!date) return;
        *date = first, noun->date = (uint32_t)claims->mentions->dates.count - 1;
        noun->bare = false;
    }
}

void bg_contact__carry_time(bg_claims *claims) {
    for (size_t i = claims->contacts.count; i > 0; i--) share_row(claims, i - 1);
    for (size_t i = 0; i < claims->contacts.count; i++) founding_day(claims, &claims->contacts.items[i]);
    for (size_t i = 0; i < claims->contacts.count; i++) share_time(claims, i);
    for (size_t i = 0; i < claims->contacts.count; i++) go_on_then(claims, i);
    for (size_t i = 0; i < claims->contacts.count; i++) carry_time(claims, i);
    for (size_t i = 0; i < claims->contacts.count; i++) share_journey(claims, i);
}

static bool is_day(const bg_date *d) { return d && d->month && d->day && !d->day2 && !d->period; }

/* Do all contacts held, and not told in speech, that name a day name this one? Then the page tells of one day. */
static bool is_page_of(const bg_claims *c, const bg_date *day) {
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, other);
        if (other->merged != BG_NONE || other->planned || other->told || is(other->type, "visit") || !d || !(d->month || d->year)) continue;
        if (d->year && d->year != day->year) continue; /* told of another year */
        if (!d->day && d->month && d->month != day->month) continue; /* or of another month, without a day */
        if (!is_day(d) || d->day != day->day || d->month != day->month) return false;
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
        bool held = other->merged == BG_NONE && !other->planned && is_day(bg_contact__date(claims, other)) && (bg_type__is(other->type, BG_TYPE_OF_TWO) || is(other->type, "ceremony"));
        if (held && other != contact && shares_person(claims, contact, other) && opens_behind(claims, contact, other->type)) contact->date = other->date;
    }
}

static void share_days_leaned(bg_claims *claims) {
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

/* On a page of one day, what the people of the main contact do beside it they do on that day. */
void bg_contact__share_day(bg_claims *claims) {
    const bg_contact *main = NULL;
    for (size_t i = 0; i < claims->contacts.count; i++)
        if (claims->contacts.items[i].main) main = &claims->contacts.items[i];
    const bg_date *day = main ? bg_contact__date(claims, main) : NULL;
    share_days_leaned(claims);
    if (!is_day(day) || main->planned || !is_page_of(claims, day)) return;
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        bool told = contact->told && (contact->nominal || !leans_on(claims, contact, main)); /* "Ngay sau hội đàm, hai bên đã ký …" is no speech */
        bool open = contact->merged == BG_NONE && contact->date == BG_NONE && !contact->planned && !told && !contact->bare;
        bool letters = is(contact->type, "letter") && is(main->type, "letter"); /* "Dịp này, …" */
        bool of_day = letters || bg_type__is(contact->type, BG_TYPE_OF_TWO) || is(contact->type, "ceremony") || is(contact->type, "signing") ||
                      (is(contact->type, "statement") && contact->people_count == 2);
        if (open && of_day && is_told_of(claims, contact) && !names_other_day(claims, contact->sentence, day) && (letters || shares_person(claims, contact, main) || leans_on(claims, contact, main)))
            contact->date = main->date;
    }
}

/* "hôm nay", "chiều qua", "ngày mai" on a page that does not say which day that is. */
static bool is_some_day(const bg_date *d) { return d && d->deictic && !d->month && !d->year && !d->vague && !d->same_day && !d->days; }

/* Was the main contact told, in one of its mentions, as of "hôm nay"? */
static bool is_of_today(const bg_claims *c, const bg_contact *main) {
    uint32_t index = (uint32_t)(main - c->contacts.items);
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_date *d = c->contacts.items[i].merged == index ? bg_contact__date(c, &c->contacts.items[i]) : NULL;
        if (is_some_day(d) && !d->shift) return true;
    }
    return main->today;
}

/* A day of the page's news that it names once makes "hôm nay", "chiều mai" known elsewhere. */
void bg_contact__know_today(bg_claims *claims) {
    const bg_contact *main = NULL;
    for (size_t i = 0; i < claims->contacts.count && !main; i++)
        if (claims->contacts.items[i].main) main = &claims->contacts.items[i];
    const bg_date *day = main ? bg_contact__date(claims, main) : NULL;
    if (!day || !day->month || !day->day || day->period || !is_of_today(claims, main)) return;
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        const bg_date *d = bg_contact__date(claims, contact);
        if (contact == main || contact->merged != BG_NONE || contact->bare || !is_some_day(d)) continue;
        bg_date known = claims->mentions->dates.items[main->date], *date = BG_PUSH(claims->text->arena, &claims->mentions->dates);
        if (!date) return;
        bg_date__add_days(&known, d->shift);
        *date = *d; /* keeps where it stands */
        date->year = known.year2, date->month = known.month2, date->day = known.day2, date->deictic = false;
        contact->date = (uint32_t)claims->mentions->dates.count - 1;

    }
}

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

/* A body of states, no state. */
static bool is_body(const char *side) { return strlen(side) > 2; }

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
        if (is_body(contact->sides[i])) year = year_of_body(claims, contact->sides[i]);
    if (!year) return;
    bg_date dated = d ? *d : (bg_date){.rule = contact->rule, .tok = contact->trigger, .end = contact->trigger_end, .span = bg_text__span(claims->text, contact->trigger, contact->trigger_end)};
    bg_date *date = BG_PUSH(claims->text->arena, &claims->mentions->dates);
    if (!date) return;
    dated.year = year, dated.inferred = true;
    if (dated.day2) dated.year2 = year;
    *date = dated;
    contact->date = (uint32_t)claims->mentions->dates.count - 1;
}

/* "dự Tuần lễ cấp cao APEC": the body whose name the words hold, or end in. */
static void add_body(const bg_claims *c, bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    for (uint32_t i = contact->trigger; i < s->end && i < contact->trigger_end + 2; i++) {
        if (i >= contact->trigger_end && c->text->tokens.items[i].flags & BG_TOK_PUNCT) return;
        uint32_t m = bg_text__at(c->text, i, CLASS_ORG);
        const char *body = m == BG_NONE ? NULL : bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE);
        if (!body || !is_body(body) || !is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_KIND), "forum")) continue;
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

/* ---- the last day of a visit */

#define LASTING_WORDS 20 /* between the word for a visit and how long it takes */

static bool is_later(const bg_date *last, const bg_date *first) {
    if (last->year && first->year && last->year != first->year) return last->year > first->year;
    return last->month * 31 + last->day > first->month * 31 + first->day;
}

/* "bắt đầu chuyến thăm ba ngày", "kéo dài đến ngày 24/3": the first such words behind one for a visit in the sentence. */
static const bg_date *length_told(const bg_claims *c, const bg_sentence *s) {
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_CONTACT); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_CONTACT)) {
        const bg_mark *visit = &c->text->marks.items[m];
        uint32_t end = visit->end + LASTING_WORDS < s->end ? visit->end + LASTING_WORDS : s->end;
        if (!is(bg_mark__get(c->text, visit, KEY_VALUE), "visit")) continue;
        for (uint32_t n = bg_text__first(c->text, visit->tok, end, CLASS_DATE); n != BG_NONE; n = bg_text__after(c->text, n, end, CLASS_DATE)) {
            uint32_t ref = c->text->marks.items[n].ref;
            const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref];
            if (d && (d->until || d->days)) return d;
        }
    }
    return NULL;
}

/* A date of its own for the contact. */
static void set_date(bg_claims *c, bg_contact *contact, const bg_date *date) {
    bg_date copy = *date, *added = BG_PUSH(c->text->arena, &c->mentions->dates); /* the push may move the dates */
    if (!added) return;
    *added = copy;
    contact->date = (uint32_t)c->mentions->dates.count - 1;
}

/* … in the sentences that tell of the visit; a last day only behind the first. */
static const bg_date *length_behind(const bg_claims *c, const bg_contact *visit, const bg_date *first) {
    for (size_t i = 0; i < visit->evidence.count; i++) {
        const bg_date *length = length_told(c, &c->text->sentences.items[visit->evidence.items[i]]);
        if (length && !(length->until && !is_later(length, first))) return length;
    }
    return NULL;
}

/* The visit that begins on one day, where the page tells how long it lasts. */
static void add_end(bg_claims *c, bg_contact *visit) {
    const bg_date *first = bg_contact__date(c, visit);
    if (!is_day(first) || !is(visit->type, "visit") || visit->tour) return;
    const bg_date *length = length_behind(c, visit, first), *left = visit->left == BG_NONE ? NULL : &c->mentions->dates.items[visit->left];
    if (!length && is_day(left) && is_later(left, first)) length = left;
    if (!length) return;
    bg_date whole = *first;
    if (length->days) bg_date__add_days(&whole, length->days - 1);
    else whole.day2 = length->day, whole.month2 = length->month, whole.year2 = whole.year ? length->year : 0;
    set_date(c, visit, &whole);
}

/* "Hôm nay (24/3), A rời Hà Nội, kết thúc chuyến thăm kéo dài ba ngày": the first day, counted from the last. */
static void add_first(bg_claims *c, bg_contact *visit) {
    for (size_t i = 0; i < visit->evidence.count && visit->date == BG_NONE && is(visit->type, "visit"); i++) {
        const bg_sentence *s = &c->text->sentences.items[visit->evidence.items[i]];
        const bg_date *length = bg_contact__is_ended(c, visit, s) ? length_told(c, s) : NULL;
        bool several = false;
        uint32_t last = length && length->days ? same_day(c, s, BG_NONE, &several) : BG_NONE;
        if (last == BG_NONE || several) continue;
        bg_date whole = c->mentions->dates.items[last], *added;
        bg_date__add_days(&whole, 1 - length->days);
        bg_date first = whole;
        whole.year = first.year2, whole.month = first.month2, whole.day = first.day2;
        whole.year2 = first.year, whole.month2 = first.month, whole.day2 = first.day;
        if (!(added = BG_PUSH(c->text->arena, &c->mentions->dates))) return;
        *added = whole;
        visit->date = (uint32_t)c->mentions->dates.count - 1;
    }
}

/* One stop of the journey: the same guests, in some of its states, on days of their own. */
static bool is_leg(const bg_claims *c, const bg_contact *tour, const bg_contact *leg) {
    const bg_date *d = bg_contact__date(c, leg);
    if (leg == tour || !is(leg->type, "visit") || (leg->told && !leg->planned) || leg->side_count >= tour->side_count || !d || !d->month || !d->day || d->period) return false;
    return leg->planned >= tour->planned && !has_third(leg, tour) && (shares_person(c, leg, tour) || !leg->people_count);
}

/* The days of a journey from the first of its legs to the last; `first` is that of the state named first. */
static bg_date days_of_legs(const bg_claims *c, const bg_contact *tour, bool *first) {
    bg_date whole = {0};
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *leg = &c->contacts.items[i];
        if (!is_leg(c, tour, leg)) continue;
        const bg_date *d = bg_contact__date(c, leg);
        bg_date last = *d;
        if (d->day2) last.day = d->day2, last.month = d->month2, last.year = d->year2;
        bg_date end = {.day = whole.day2, .month = whole.month2, .year = whole.year2};
        if (!whole.day) whole = *d;
        if (is_later(&whole, d)) whole.day = d->day, whole.month = d->month, whole.year = d->year;
        if (whole.day == d->day && whole.month == d->month) *first = is(leg->place_side, tour->place_side);
        if (end.day && is_later(&end, &last)) last = end;
        whole.day2 = last.day, whole.month2 = last.month, whole.year2 = last.year;
    }
    if (whole.day == whole.day2 && whole.month == whole.month2) whole.day2 = whole.month2 = whole.year2 = 0;
    return whole;
}

/* Is the last day of the one not before that of the other? */
static bool ends_behind(const bg_date *one, const bg_date *other) { return one->month2 * 31 + one->day2 >= other->month2 * 31 + other->day2; }

/* "A thăm B từ ngày 22 đến 24/8, thăm C từ 24 đến 26/8": the journey to both begins with the first and ends with the last. */
static void span_tour(bg_claims *c, bg_contact *tour) {
    const bg_date *has = bg_contact__date(c, tour);
    bool first = false;
    if (!is(tour->type, "visit") || tour->side_count < 3) return;
    bg_date whole = days_of_legs(c, tour, &first);
    bool begins = has && has->day == whole.day && has->month == whole.month && !ends_behind(has, &whole);
    if (!whole.day || !first || (has && has->day && !is_later(has, &whole) && !begins)) return;
    const bg_date *until = length_behind(c, tour, &whole);
    if (until && until->until && !ends_behind(&whole, &(bg_date){.day2 = until->day, .month2 = until->month})) whole.day2 = until->day, whole.month2 = until->month;
    set_date(c, tour, &whole);
}

void bg_contact__add_ends(bg_claims *claims) {
    for (size_t i = 0; i < claims->contacts.count; i++) {
        if (claims->contacts.items[i].merged != BG_NONE) continue;
        span_tour(claims, &claims->contacts.items[i]);
        add_end(claims, &claims->contacts.items[i]);
        add_first(claims, &claims->contacts.items[i]);
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

/* A year concluded from others of the page is taken back. */
static void drop_year(bg_claims *c, bg_contact *contact) {
    bg_date copy = *bg_contact__date(c, contact), *plain = BG_PUSH(c->text->arena, &c->mentions->dates);
    if (!plain) return;
    copy.year = copy.year2 = 0;
    *plain = copy;
    contact->date = (uint32_t)c->mentions->dates.count - 1;
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
