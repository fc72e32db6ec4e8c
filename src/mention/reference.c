/* reference: offices and pronouns without a name → the person they stand for, in reading order; or nobody in particular. */
#include "person.h"

#define NOUN_WORDS 5 /* of the longest noun of a conference before its members */

/* "Hội nghị Ngoại trưởng", "cuộc họp Bộ trưởng Quốc phòng": those who sit together. */
static bool follows_conference(const bg_text *text, uint32_t tok) {
    for (uint32_t b = tok; b > 0 && b + NOUN_WORDS > tok; b--)
        for (uint32_t m = bg_text__at(text, b - 1, CLASS_CONTACT); m != BG_NONE; m = text->marks.items[m].next) {
            const bg_mark *mark = &text->marks.items[m];
            const char *type = mark->klass == CLASS_CONTACT && mark->end == tok ? bg_mark__get(text, mark, KEY_VALUE) : NULL;
            if (is(type, "conference")) return true;
        }
    return false;
}

#define POST_WORDS 3 /* of the longest word before a post that is nobody's: "cuộc bầu cử" */

/* "các Bộ trưởng", "cấp Bộ trưởng": nobody in particular. */
bool bg_office__is_plural(const bg_mentions *mentions, uint32_t tok) {
    const bg_text *text = mentions->text;
    static const char *const signs = ",;:.(";
    if (tok == 0) return false;
    const bg_token *t = &text->tokens.items[tok - 1];
    if (t->flags & BG_TOK_PUNCT && t->value < 128 && strchr(signs, (int)t->value)) return false;
    return bg_text__at(text, tok - 1, CLASS_PLURAL) != BG_NONE || bg_text__ends_at(text, 0, tok, CLASS_ASPOST, POST_WORDS) != BG_NONE;
}

#define MEETS_WORDS 5 /* of a longer word for a meeting before a pronoun */

/* "B hội đàm với ông": he is not B, who stands before the verb; NULL = no such verb. */
static const bg_person *met_by(const bg_mentions *mentions, const bg_sentence *s, uint32_t tok) {
    const bg_text *text = mentions->text;
    uint32_t verb = bg_text__ends_at(text, s->tok, tok, CLASS_CONTACT, MEETS_WORDS);
    const char *type = verb == BG_NONE ? NULL : bg_mark__get(text, &text->marks.items[verb], KEY_VALUE);
    bool meets = is(type, "meeting") || is(type, "talks") || is(type, "call") || is(type, "visit");
    if (!meets || !is(bg_mark__get(text, &text->marks.items[verb], KEY_FORM), "verb")) return NULL;
    uint32_t who = bg_text__last(text, s->tok, text->marks.items[verb].tok, CLASS_WHO), ref = who == BG_NONE ? BG_NONE : text->marks.items[who].ref;
    if (ref == BG_NONE || bg_text__any(text, text->marks.items[who].end, text->marks.items[verb].tok, CLASS_COUNTRY)) return NULL; /* "A lo ngại cách Lào đón ông" */
    return &mentions->people.items[ref];
}

static bg_person *find_pronoun(bg_mentions *mentions, const bg_sentence *s, const bg_mark *mark) {
    const bg_person *subject = mark->end == mark->tok + 1 ? met_by(mentions, s, mark->tok) : NULL;
    bg_person *found = NULL;
    bg_person wanted = {0};
    bg_mark copy = *mark;
    bg_person__set_gender(mentions, &wanted, &copy);
    for (size_t i = 0; i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        bool woman = p->gender == 'f', sure = found && found->gender == 'f';
        if (p->last_tok == BG_NONE || !p->name || p->last_tok >= mark->tok || p == subject) continue;
        if (wanted.gender == 'f' ? p->gender == 'm' || (sure && !woman) : wanted.gender == 'm' && woman) continue; /* "bà": a woman before one of unknown sex */
        bool later = found && (p->last_subject > found->last_subject || (p->last_subject == found->last_subject && p->last_tok > found->last_tok));
        if (!found || (woman && wanted.gender == 'f' && !sure) || later) found = p;
    }
    return found;
}

static bool closes_quotation(const bg_token *t) { return t->flags & BG_TOK_PUNCT && (t->value == '"' || t->value == 0x201D || t->value == 0xBB); }

/* Is this the first person of its sentence, or the one named right behind a quotation? */
static bool opens_sentence(const bg_mentions *mentions, uint32_t tok) {
    const bg_text *text = mentions->text;
    const bg_token *before = &text->tokens.items[tok];
    if (tok > 2 && (before[-1].value == ',' || before[-1].value == '-') && before[-1].flags & BG_TOK_PUNCT && closes_quotation(&before[-2])) return true;
    for (uint32_t i = tok; i-- > 0;) {
        const bg_token *t = &text->tokens.items[i];
        if (t->flags & BG_TOK_PUNCT && t->value == '.') return true;
        if (bg_text__at(text, i, CLASS_WHO) != BG_NONE) return false;
        if (tok - i > 40) return false;
    }
    return true;
}

static void seen(const bg_mentions *mentions, bg_person *p, uint32_t tok) {
    p->last_tok = tok;
    if (opens_sentence(mentions, tok)) p->last_subject = tok + 1;
}

static bool office_is(const bg_mentions *mentions, const bg_capture *o, uint32_t key, const char *value) {
    for (uint32_t i = o->tok; i < o->end; i++) {
        uint32_t m = bg_text__at(mentions->text, i, CLASS_OFFICE);
        const char *got = m == BG_NONE ? NULL : bg_mark__get(mentions->text, &mentions->text->marks.items[m], key);
        if (got && strcmp(got, value) == 0) return true;
    }
    return false;
}

/* Who holds an office and was spoken of last; NULL = nobody. */
static bg_person *last_official(bg_mentions *mentions) {
    bg_person *other = NULL;
    for (size_t i = 0; i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        if (p->last_tok != BG_NONE && p->office_count && (!other || p->last_tok > other->last_tok)) other = p;
    }
    return other;
}

/* Does the person hold one of the other's offices? */
static bool shares_office(const bg_person *p, const bg_person *other) {
    for (unsigned i = 0; i < other->office_count; i++)
        if (bg_person__office_fit(p, other->words->offices[i])) return true;
    return other->words->alias && bg_person__office_fit(p, other->words->alias);
}

/* "người đồng cấp Campuchia": whoever of that country holds the office of the person named just before. */
static bg_person *find_counterpart(bg_mentions *mentions, const char *country) {
    bg_person *other = last_official(mentions), *found = NULL;
    for (size_t i = 0; other && country && i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        const char *theirs = bg_person__country(p);
        if (p == other || (theirs && strcmp(theirs, country) != 0) || !shares_office(p, other)) continue;
        if (!found || (theirs && !bg_person__country(found))) found = p;
    }
    return found;
}

/* … else somebody whom the page does not name. False: out of memory. */
static bool take_counterpart(bg_mentions *mentions, const char *country, bg_person **p) {
    const bg_person *other = last_official(mentions);
    *p = find_counterpart(mentions, country);
    if (*p || !other || !country || is(bg_person__country(other), country)) return true;
    const bg_person copy = *other; /* the list may move */
    if (!(*p = bg_person__add(mentions))) return false;
    (*p)->country = country;
    bg_person__add_office_of(mentions, *p, &copy);
    return true;
}

/* "lãnh đạo", "phóng viên", "chủ tịch" alone …: not a person by themselves. */
bool bg_office__is_generic(const bg_mentions *mentions, const bg_mark *mark, const bg_capture *o) {
    uint32_t noun = bg_text__at(mentions->text, mark->tok, CLASS_PERSONNOUN);
    if (noun != BG_NONE && mentions->text->marks.items[noun].end >= o->end) return true;
    return office_is(mentions, o, KEY_RANK, "9") && !office_is(mentions, o, KEY_KIND, "counterpart");
}

#define ITS_REACH 80 /* tokens back to the state that "nước này" means */

/* The state named last before the token. */
static const char *state_before(const bg_mentions *mentions, uint32_t tok) {
    const bg_text *text = mentions->text;
    for (uint32_t i = tok; i > 0 && i + ITS_REACH > tok; i--) {
        uint32_t m = bg_text__at(text, i - 1, CLASS_COUNTRY);
        if (m != BG_NONE && text->marks.items[m].end <= tok) return bg_mention__country(mentions, &text->marks.items[m]);
    }
    return NULL;
}

/* The country of the person named behind an office: of him whom its holder serves. */
static const char *served_country(const bg_mentions *mentions, const bg_mark *mark, const bg_capture *o) {
    const bg_text *text = mentions->text;
    const bg_mark *name = bg_name__first(text, o->tok, mark->end);
    const bg_person *p = name ? bg_person__find_name(mentions, bg_text__words(text, name->tok, name->end), NULL) : NULL;
    return p ? bg_person__country(p) : NULL;
}

/* "Chủ tịch Trung Quốc A": an office that the lexicon knows in full. */
static bool is_cut_short(const bg_person *p) {
    for (unsigned i = 0; i < p->office_count; i++)
        for (unsigned k = 0; k < BG_KNOWN_MAX && p->words->known[k]; k++)
            if (p->words->known[k]->count > p->words->offices[i]->count && bg_words__begin(p->words->known[k], p->words->offices[i])) return true;
    return false;
}

#define VAGUE_RANK 9 /* of offices that many may hold */

/* "nhà lãnh đạo Cuba": who leads that state, the one spoken of last, or the only one whom the page names. */
static bg_person *find_head(bg_mentions *mentions, const char *country) {
    bg_person *found = NULL;
    bool several = false;
    for (size_t i = 0; country && i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        const char *theirs = bg_person__country(p);
        bool vague = !p->office_count || p->rank >= VAGUE_RANK; /* "nhà lãnh đạo Triều Tiên A" */
        bool leads = p->rank == 1 || (vague && p->words->known[0]) || is_cut_short(p);
        if (!p->name || !leads || p->historic || !theirs || strcmp(theirs, country) != 0) continue;
        several |= found && found->last_tok == BG_NONE && p->last_tok == BG_NONE;
        if (!found || (p->last_tok != BG_NONE && (found->last_tok == BG_NONE || p->last_tok > found->last_tok))) found = p;
    }
    return several && found->last_tok == BG_NONE ? NULL : found;
}

/* … whom the page has called so before; his wife beside him leads nobody. */
static bg_person *head_of(bg_mentions *mentions, const bg_capture *o, const char *country) {
    bg_person *head = find_head(mentions, country);
    if (!country || !head || head->rank == 1) return head;
    bg_person *called = bg_person__find_office(mentions, bg_office__words(mentions, o->tok, o->end), bg_office__alias(mentions, o->tok), country);
    return called && called->name && called->last_tok != BG_NONE ? called : head;
}

/* The state in the capture C, NULL if there is none. */
static const char *captured_country(const bg_mentions *mentions, const bg_capture *c) {
    return c && c->mark != BG_NONE ? bg_mention__country(mentions, &mentions->text->marks.items[c->mark]) : NULL;
}

/* Of which state is the holder of the office? What stands beside it, in its words, the state spoken of, that of him who is served. */
static const char *office_country(const bg_mentions *mentions, const bg_mark *mark, const bg_capture *o, const bg_capture *c) {
    const char *country = captured_country(mentions, c);
    if (!country) country = bg_country__of_words(mentions, o->tok, o->end);
    if (country) return country;
    return bg_mark__get(mentions->text, mark, KEY_ITS) ? state_before(mentions, mark->tok) : served_country(mentions, mark, o);
}

/* Somebody whom the page calls by the office alone; NULL: out of memory. */
static bg_person *add_official(bg_mentions *mentions, const bg_capture *o, const char *country) {
    bg_person *p = bg_person__add(mentions);
    if (!p) return NULL;
    p->country = country;
    bg_person__add_offices(mentions, p, o);
    if (!country && p->rank && p->rank <= 3 && p->channel && !office_is(mentions, o, KEY_ABROAD, "yes")) p->guess = mentions->home;
    return p;
}

/* Who holds the office, found or new; NULL: out of memory. */
static bg_person *take_office(bg_mentions *mentions, const bg_mark *mark, const bg_capture *o, const bg_capture *c) {
    const char *country = office_country(mentions, mark, o, c), *alias = bg_office__alias(mentions, o->tok);
    bg_person *p = bg_person__find_office(mentions, bg_office__words(mentions, o->tok, o->end), alias, country);
    bg_person *part = p ? NULL : bg_person__find_by_part(mentions, o, country);
    if (part) p = part;
    if (!p && !(p = add_official(mentions, o, country))) return NULL;
    if (!p->country && country) p->country = country;
    if (!part && (!p->name || !alias)) bg_person__add_offices(mentions, p, o); /* else it is another word for the office it has */
    return p;
}

/* Whom the mark stands for, NULL = nobody in particular. False: out of memory. */
static bool find_referent(bg_mentions *mentions, const bg_sentence *s, const bg_mark *mark, bg_person **p) {
    const bg_text *text = mentions->text;
    const bg_capture *o = bg_mark__capture(text, mark, KEY_O), *c = bg_mark__capture(text, mark, KEY_C);
    *p = NULL;
    if (!o) {
        if (!bg_text__is(text, mark->tok, CLASS_COUNTRY)) *p = find_pronoun(mentions, s, mark); /* "Anh" is the state */
        return true;
    }
    if (office_is(mentions, o, KEY_KIND, "counterpart")) return take_counterpart(mentions, captured_country(mentions, c), p);
    if (bg_office__is_plural(mentions, mark->tok)) return true;
    if (c && c->mark != BG_NONE && office_is(mentions, o, KEY_KIND, "head")) return *p = head_of(mentions, o, captured_country(mentions, c)), true;
    if ((!c && follows_conference(text, mark->tok)) || bg_office__is_generic(mentions, mark, o)) return true;
    return (*p = take_office(mentions, mark, o, c)) != NULL;
}

bool bg_reference__take(bg_mentions *mentions, const bg_sentence *s, bg_mark *mark) {
    bg_person *p;
    if (mark->ref != BG_NONE) return seen(mentions, &mentions->people.items[mark->ref], mark->tok), true;
    if (!find_referent(mentions, s, mark, &p)) return false;
    if (!p) return mark->klass = 0, true; /* no party to anything */
    mark->ref = (uint32_t)(p - mentions->people.items);
    seen(mentions, p, mark->tok);
    return bg_person__add_mention(mentions, p, mark);
}
