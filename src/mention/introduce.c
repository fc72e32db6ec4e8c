/* introduce: "Ngoại trưởng Úc" where the page begins, then "bà Helen Marsh": a name that has no office on the page holds the one told before it. */
#include "person.h"

#define OPENING 4   /* sentences, title and all, in which somebody is introduced so */
#define POSTS_MAX 4 /* offices without a name that are looked at */

typedef struct post {
    const bg_capture *o;
    const char *country; /* NULL: the page gives none */
    const bg_sentence *s;
    bool taken, named; /* by one who was found; by one of whom the page gives no state */
} post;

typedef struct posts {
    post items[POSTS_MAX];
    unsigned count;
    const bg_capture *last; /* the office told last, whoever holds it: that of a counterpart */
} posts;

/* "con trai Tổng thống": the office is not that of whom the words are about. */
static bool is_others(const bg_text *text, const bg_sentence *s, uint32_t tok) {
    if (tok == s->tok) return false;
    return bg_text__ends_at(text, s->tok, tok, CLASS_KIN, 3) != BG_NONE;
}

static bool is_known(const posts *p, const char *words, const bg_mentions *mentions, const char *country) {
    for (unsigned i = 0; i < p->count; i++)
        if ((is(p->items[i].country, country) || (!country && !p->items[i].country)) && is(bg_office__words(mentions, p->items[i].o->tok, p->items[i].o->end), words)) return true;
    return false;
}

/* "Lãnh đạo Đài Loan …" in a title or where a sentence begins: who leads a state is one; "quan chức" is nobody in particular. */
static bool is_nobody(const bg_mentions *mentions, const bg_sentence *s, const bg_mark *mark, const bg_capture *o) {
    uint32_t m = bg_text__at(mentions->text, o->tok, CLASS_OFFICE);
    const char *kind = m == BG_NONE ? NULL : bg_mark__get(mentions->text, &mentions->text->marks.items[m], KEY_KIND);
    bool head = (is(kind, "head") || is(kind, "leader")) && (s->title || mark->tok <= s->tok + 1);
    return bg_office__is_plural(mentions, mark->tok) || (!head && bg_office__is_generic(mentions, mark, o));
}

/* Whose holder nobody names, or not as one of that state. */
static void add_post(bg_mentions *mentions, posts *found, const bg_sentence *s, const bg_capture *o, const char *country) {
    const char *words = bg_office__words(mentions, o->tok, o->end);
    if (!words || found->count == POSTS_MAX || is_known(found, words, mentions, country)) return;
    const bg_person *holder = bg_person__find_office(mentions, words, bg_office__alias(mentions, o->tok), country);
    bool named = !country || (holder && holder->name);
    if (!named || !country || !bg_person__country(holder)) found->items[found->count++] = (post){.o = o, .country = country, .s = s, .named = named};
}

/* "Ngoại trưởng A và B", "… A - B": one for each state. */
static void add_posts_of_row(bg_mentions *mentions, const bg_sentence *s, const bg_mark *mark, posts *found) {
    const bg_text *text = mentions->text;
    for (uint32_t tok = mark->end; tok + 1 < s->end && (bg_text__is(text, tok, CLASS_AND) || bg_text__is_sign(text, tok, ',') || bg_text__is_sign(text, tok, '-'));) {
        uint32_t m = bg_text__at(text, tok + 1, CLASS_COUNTRY);
        if (m == BG_NONE) m = bg_text__at(text, tok + 1, CLASS_COUNTRYSHORT);
        if (m == BG_NONE) return;
        add_post(mentions, found, s, found->last, bg_mention__country(mentions, &text->marks.items[m]));
        tok = text->marks.items[m].end;
    }
}

/* An office of a state whose holder nobody names beside it. */
static void note_post(bg_mentions *mentions, const bg_sentence *s, const bg_mark *mark, posts *found) {
    const bg_capture *o = bg_mark__capture(mentions->text, mark, KEY_O);
    const char *country = o ? bg_country__said(mentions, mark) : NULL;
    if (!o || found->count == POSTS_MAX || bg_mark__capture(mentions->text, mark, KEY_N)) return;
    if (!country) {
        if (!is_nobody(mentions, s, mark, o) && !is_others(mentions->text, s, mark->tok)) add_post(mentions, found, s, o, NULL);
        return;
    }
    if (bg_office__is_counterpart(mentions, o->tok)) o = found->last;
    if (!o || is_nobody(mentions, s, mark, o) || is_others(mentions->text, s, mark->tok)) return;
    found->last = o;
    add_post(mentions, found, s, o, country);
    add_posts_of_row(mentions, s, mark, found);
}

/* Names of its people are written as Vietnamese ones are. */
static bool is_sinic(const char *country) {
    static const char *const sinic[] = {"CN", "TW", "KP", "KR", "HK"};
    for (size_t i = 0; i < BG_COUNT(sinic); i++)
        if (is(country, sinic[i])) return true;
    return false;
}

/* "Triệu Quốc Bình" may be of any state whose names are written so; the page says of none of the two that he is Vietnamese. */
static bool may_be_of(const bg_person *p, const char *country) {
    if (!bg_person__country(p)) return true;
    return is_sinic(country) && !p->country && is(p->guess, "VN");
}

/* By a full name without an office, for the first time, and not as the state "Anh". */
static bool is_introduced(const bg_text *text, const bg_person *p, const bg_mark *mark) {
    bg_span span = bg_text__span(text, mark->tok, mark->end);
    if (!p->name || p->words->name->count < 2 || !p->mentions.count) return false;
    if (p->mentions.items[0].start < span.start || p->mentions.items[0].start >= span.end) return false; /* a mention may begin behind "Ông" */
    return !bg_mark__capture(text, mark, KEY_O) && bg_text__at(text, mark->tok, CLASS_COUNTRY) == BG_NONE;
}

/* The first who may be of its state is the holder: if another office of his is told later, that is his name for it, and nobody else's. */
static void take_name(bg_mentions *mentions, const bg_mark *mark, posts *found) {
    bg_person *p = &mentions->people.items[mark->ref];
    for (unsigned i = 0; is_introduced(mentions->text, p, mark) && i < found->count; i++) {
        post *at = &found->items[i];
        bool of_state = is(bg_person__country(p), at->country);
        if (at->taken || at->named || (!of_state && !may_be_of(p, at->country))) continue;
        at->taken = true;
        if (of_state || p->office_count || p->words->known[0] || !bg_mark__capture(mentions->text, mark, KEY_H)) return;
        p->guess = at->country;
        bg_person__add_offices(mentions, p, at->o);
        return;
    }
}

/* Whom no word of the page gives a state; a name that is written as a Vietnamese one only where the page does not speak of Viet Nam. */
static bool is_of_no_state(const bg_mentions *mentions, const bg_person *p, const bg_mark *mark, const char *country) {
    if (!p->name || p->words->name->count < 2 || p->country || p->words->known[0] || bg_country__said(mentions, mark)) return false;
    return !bg_person__country(p) || (may_be_of(p, country) && !bg_country__is_told(mentions, "VN"));
}

/* "Bộ trưởng Quốc phòng A", then "Bộ trưởng Quốc phòng Warren Cole": who holds the office that was told of one state alone. */
static void take_office(bg_mentions *mentions, const bg_mark *mark, posts *found) {
    const bg_capture *o = bg_mark__capture(mentions->text, mark, KEY_O);
    const char *words = o ? bg_office__words(mentions, o->tok, o->end) : NULL;
    post *of = NULL;
    for (unsigned i = 0; words && i < found->count; i++) {
        if (!found->items[i].country || !is(bg_office__words(mentions, found->items[i].o->tok, found->items[i].o->end), words)) continue;
        if (of) return;
        of = &found->items[i];
    }
    bg_person *p = &mentions->people.items[mark->ref];
    if (!of || of->taken || !is_of_no_state(mentions, p, mark, of->country)) return;
    of->taken = true;
    p->guess = of->country;
}

/* Is the person named in the sentence? */
static bool is_named_in(const bg_text *text, const bg_person *p, const bg_sentence *s) {
    bg_span span = bg_text__span(text, s->tok, s->end);
    for (size_t i = 0; i < p->mentions.count; i++)
        if (p->mentions.items[i].start >= span.start && p->mentions.items[i].start < span.end) return true;
    return false;
}

/* Is the office one of the posts, what begins it, or another word for it: "Bộ trưởng", "Bộ trưởng Ngoại giao", "Ngoại trưởng"? */
static bool is_short_for(const bg_mentions *mentions, const bg_words *office, const bg_capture *o) {
    char text[BG_WORDS_ROOM];
    bg_words words;
    for (const bg_mark *mark = bg_office__next(mentions->text, o->tok, o->end); mark; mark = bg_office__next(mentions->text, mark->end, o->end)) {
        const char *names[] = {bg_office__words(mentions, mark->tok, mark->end), bg_office__alias(mentions, mark->tok)};
        for (size_t i = 0; i < BG_COUNT(names); i++) {
            if (!names[i]) continue;
            bg_words__split(names[i], text, &words);
            if (bg_words__begin(&words, office)) return true;
        }
    }
    return false;
}

/* Are all offices that the page gives the person such words? */
static bool is_called_by(const bg_mentions *mentions, const bg_person *p, const bg_capture *o) {
    for (unsigned i = 0; i < p->office_count; i++)
        if (!is_short_for(mentions, p->words->offices[i], o)) return false;
    return p->office_count;
}

/* "Bộ trưởng Ngoại giao Đức" in the lead and "Bộ trưởng Karl Brenner" in the title, below it or under a picture: the only one so called, and not beside him. NULL: nobody, or several. */
static bg_person *called_short(bg_mentions *mentions, const post *at) {
    bg_person *found = NULL;
    const char *country = at->country ? at->country : "VN";
    for (size_t i = 0; i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        bool of_state = is(bg_person__country(p), country) || (at->country && may_be_of(p, at->country));
        if (!p->name || p->historic || !of_state || !is_called_by(mentions, p, at->o)) continue;
        if (found || is_named_in(mentions->text, p, at->s)) return NULL;
        found = p;
    }
    return found;
}

static void take_called(bg_mentions *mentions, const post *at) {
    bg_person *p = at->taken ? NULL : called_short(mentions, at);
    if (!p) return;
    if (at->country && !p->country) p->guess = at->country;
    bg_person__add_offices(mentions, p, at->o);
}

void bg_person__introduce(bg_mentions *mentions) {
    const bg_text *text = mentions->text;
    posts found = {.count = 0};
    for (size_t i = 0, seen = 0; i < text->sentences.count && seen < OPENING; i++) {
        const bg_sentence *s = &text->sentences.items[i];
        if (s->caption) continue;
        seen++;
        for (uint32_t m = bg_text__first(text, s->tok, s->end, CLASS_WHO); m != BG_NONE; m = bg_text__after(text, m, s->end, CLASS_WHO)) {
            if (text->marks.items[m].ref == BG_NONE) note_post(mentions, s, &text->marks.items[m], &found);
            else take_name(mentions, &text->marks.items[m], &found), take_office(mentions, &text->marks.items[m], &found);
        }
    }
    for (unsigned i = 0; i < found.count; i++) take_called(mentions, &found.items[i]);
}
