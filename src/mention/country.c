/*
 * country: the state of a mark and of a person: what the page says, and what the lexicon knows of a name, with the times and offices of
 * its bearer.
 */
#include "person.h"

#include <stdlib.h>

const char *bg_mention__country(const bg_mentions *mentions, const bg_mark *mark) {
    switch (mark->klass) {
    case CLASS_COUNTRY: case CLASS_ORG: case CLASS_DEMONYM: case CLASS_COUNTRYSHORT: case CLASS_PERSON:
        return bg_mark__get(mentions->text, mark, KEY_VALUE);
    case CLASS_BODY: case CLASS_PLACE: case CLASS_SIDE:
        return bg_mark__get(mentions->text, mark, KEY_COUNTRY);
    case CLASS_WHO:
        return mark->ref == BG_NONE ? NULL : bg_person__country(&mentions->people.items[mark->ref]);
    default:
        return NULL;
    }
}

/* "Ban Thường vụ Trung ương Đoàn … Lào": the state whose name ends the words, behind a body that could be another's; NULL if none does. */
static const char *state_at_end(const bg_mentions *mentions, uint32_t tok, uint32_t end) {
    const bg_text *text = mentions->text;
    for (uint32_t i = end; i-- > tok;) {
        uint32_t m = bg_text__at(text, i, CLASS_COUNTRY);
        if (m == BG_NONE || text->marks.items[m].end != end) continue;
        bool pair = text->tokens.items[i - 1].flags & BG_TOK_PUNCT; /* "Việt Nam - Lào" */
        return pair ? NULL : bg_mention__country(mentions, &text->marks.items[m]);
    }
    return NULL;
}

/* "Hội hữu nghị Việt - Nga": does a dash and another state follow? */
static bool is_pair(const bg_text *text, uint32_t tok) {
    if (tok + 1 >= text->tokens.count || !(text->tokens.items[tok].flags & BG_TOK_PUNCT)) return false;
    return bg_text__is(text, tok + 1, CLASS_COUNTRY) || bg_text__is(text, tok + 1, CLASS_COUNTRYSHORT);
}

/* The country that a body inside [tok, end) implies, e.g. a party; NULL if none. */
const char *bg_country__of_words(const bg_mentions *mentions, uint32_t tok, uint32_t end) {
    const bg_text *text = mentions->text;
    for (uint32_t i = tok; i < end; i++)
        for (uint32_t m = text->heads[i]; m != BG_NONE; m = text->marks.items[m].next) {
            const bg_mark *mark = &text->marks.items[m];
            if (mark->end > end) continue;
            if (mark->klass == CLASS_BODY || mark->klass == CLASS_COUNTRY || mark->klass == CLASS_ORG ||
                mark->klass == CLASS_DEMONYM || mark->klass == CLASS_PLACE) {
                const char *country = bg_mention__country(mentions, mark);
                const char *last = country && mark->klass == CLASS_BODY && mark->end < end ? state_at_end(mentions, mark->end, end) : NULL;
                if (country) return last ? last : country;
            }
            if (mark->klass == CLASS_COUNTRYSHORT && is_pair(text, mark->end)) return bg_mention__country(mentions, mark);
            if (mark->klass == CLASS_OFFICE && bg_mark__get(text, mark, KEY_COUNTRY)) return bg_mark__get(text, mark, KEY_COUNTRY);
        }
    return NULL;
}

static bool is_vietnamese_name(const bg_mentions *mentions, uint32_t tok, uint32_t end) {
    const bg_text *text = mentions->text;
    if (bg_text__at(text, tok, CLASS_SURNAME) == BG_NONE || end - tok < 2) return false;
    for (uint32_t i = tok; i < end; i++) {
        const bg_token *t = &text->tokens.items[i];
        if (!(t->flags & BG_TOK_WORD) || !bg_name__is_syllable(text->bytes + t->start, t->end - t->start)) return false;
    }
    return true;
}

static bool is_initial(const bg_text *text, uint32_t tok) {
    const bg_token *t = &text->tokens.items[tok];
    return t->flags & BG_TOK_PUNCT ? t->value == '.' : t->end - t->start == 1;
}

/* "William J. Gregor": a first name alone that somebody else is known by. */
static bool is_first_name(const bg_text *text, uint32_t known, uint32_t tok, uint32_t end) {
    const bg_mark *mark = &text->marks.items[known];
    return mark->tok == tok && mark->end == tok + 1 && mark->end < end;
}

/* Whom the lexicon knows by the name at [tok, end), or, behind an initial, by its last part ("Antony J. Blinken"); NULL = nobody. */
static const bg_mark *known_person(const bg_text *text, uint32_t tok, uint32_t end) {
    uint32_t known = bg_text__at(text, tok, CLASS_PERSON);
    if (known != BG_NONE && is_first_name(text, known, tok, end)) known = BG_NONE;
    for (uint32_t i = tok + 1; i < end && known == BG_NONE; i++)
        if (is_initial(text, i - 1)) known = bg_text__at(text, i, CLASS_PERSON);
    return known == BG_NONE || text->marks.items[known].end > end ? NULL : &text->marks.items[known];
}

/* The country the lexicon knows for a name, NULL if it does not know the name. */
const char *bg_country__known(const bg_mentions *mentions, const bg_capture *n) {
    const bg_mark *known = n ? known_person(mentions->text, n->tok, n->end) : NULL;
    return known ? bg_mark__get(mentions->text, known, KEY_VALUE) : NULL;
}

const char *bg_country__said(const bg_mentions *mentions, const bg_mark *mark) {
    const bg_text *text = mentions->text;
    const bg_capture *c = bg_mark__capture(text, mark, KEY_C), *o = bg_mark__capture(text, mark, KEY_O);
    const char *said = c && c->mark != BG_NONE ? bg_mention__country(mentions, &text->marks.items[c->mark]) : NULL;
    return said || !o ? said : bg_country__of_words(mentions, o->tok, o->end);
}

/* "… với Tổng thống Philippines, ông Trump …": office and name of two persons, when the name is known to be of another state. */
bool bg_country__is_misjoined(const bg_mentions *mentions, const bg_mark *mark) {
    static const uint32_t keys[] = {KEY_VALUE, KEY_NATIONAL, KEY_BODY}; /* a former minister heads an international body, and the other way round */
    const bg_text *text = mentions->text;
    const bg_capture *n = bg_mark__capture(text, mark, KEY_N), *c = bg_mark__capture(text, mark, KEY_C);
    const char *said = bg_country__said(mentions, mark);
    if (!bg_country__known(mentions, n) || !said || strlen(said) != 2) return false;
    if (c && c->mark != BG_NONE && text->marks.items[c->mark].klass == CLASS_ORG) return false;
    const bg_mark *person = known_person(text, n->tok, n->end);
    for (size_t i = 0; i < BG_COUNT(keys); i++) {
        const char *own = bg_mark__get(text, person, keys[i]);
        if (own && strcmp(own, said) == 0) return false;
    }
    return true;
}

/* "2000-2008" behind the colons of other offices: the earliest year, and the latest. */
static void add_years(bg_person *p, const char *also) {
    for (const char *at = also; at && (at = strchr(at, ':')); at++) {
        char *end;
        int from = (int)strtol(at + 1, &end, 10), to = *end == '-' ? (int)strtol(end + 1, NULL, 10) : from;
        if (from && from < p->from) p->from = from;
        if (p->to && to > p->to) p->to = to;
    }
}

/* "thủ_tướng:2012-2020|tổng_thống:2008-2012": the offices, each to the colon. */
static void set_known(const bg_mentions *mentions, bg_person *p, const char *list) {
    for (const char *at = list, *bar; at && *at; at = bar ? bar + 1 : NULL) {
        bar = strchr(at, '|');
        char office[BG_WORDS_ROOM / 2];
        size_t n = strcspn(at, ":|"), free = 0;
        while (free < BG_KNOWN_MAX && p->words->known[free]) free++;
        if (free == BG_KNOWN_MAX || !n || n >= sizeof office) return;
        memcpy(office, at, n);
        office[n] = 0;
        const bg_words *words = bg_words__keep(mentions->text->arena, office);
        if (!words) return;
        p->words->known[free] = words;
        p->office_heads |= bg_office__head(words);
    }
}

/* What the lexicon knows of the times in which the person acts, and as what. */
void bg_person__set_times(const bg_mentions *mentions, bg_person *p, const bg_capture *n) {
    const bg_text *text = mentions->text;
    const bg_mark *mark = known_person(text, n->tok, n->end);
    if (!mark) return;
    const char *from = bg_mark__get(text, mark, KEY_FROM), *to = bg_mark__get(text, mark, KEY_TO);
    p->historic = bg_mark__get(text, mark, KEY_HISTORIC) != NULL;
    p->kin = bg_mark__get(text, mark, KEY_KIN) != NULL;
    if (!p->historic) set_known(mentions, p, bg_mark__get(text, mark, KEY_OFFICE)), set_known(mentions, p, bg_mark__get(text, mark, KEY_ALSO));
    if (!from) return;
    p->from = atoi(from);
    p->to = to ? atoi(to) : 0;
    add_years(p, bg_mark__get(text, mark, KEY_ALSO));
}

/* The state of the company that the office names: "Tổng Giám đốc Samsung Việt Nam"; NULL if it names none. */
static const char *company_country(const bg_mentions *mentions, const bg_mark *mark) {
    const bg_text *text = mentions->text;
    const bg_capture *o = bg_mark__capture(text, mark, KEY_O);
    for (uint32_t i = o ? o->tok : 0; o && i < o->end; i++) {
        uint32_t m = bg_text__at(text, i, CLASS_BODY);
        const char *national = m == BG_NONE ? NULL : bg_mark__get(text, &text->marks.items[m], KEY_NATIONAL);
        if (national) return national;
    }
    return NULL;
}

void bg_person__set_country(bg_mentions *mentions, bg_person *p, const bg_mark *mark) {
    const bg_text *text = mentions->text;
    const bg_capture *n = bg_mark__capture(text, mark, KEY_N);
    const char *said = bg_country__said(mentions, mark), *known = bg_country__known(mentions, n);
    const char *company = n && !known && !is_vietnamese_name(mentions, n->tok, n->end) ? company_country(mentions, mark) : NULL;
    if (company && (!said || is(said, "VN"))) said = company;
    if (said && !p->country) p->country = said;
    if (!n || p->guess) return;
    if (known) p->guess = known, bg_person__set_times(mentions, p, n);
    else if (is_vietnamese_name(mentions, n->tok, n->end)) p->guess = "VN";
}
