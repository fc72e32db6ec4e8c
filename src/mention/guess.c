/* guess: the state of those of whom the page says none: by the delegation they lead, their spouse, the one foreign state of the page. */
#include "person.h"

typedef struct tally { const char *country; unsigned count; } tally;

static unsigned tally_add(tally *t, unsigned n, const char *country) {
    for (unsigned i = 0; i < n; i++)
        if (strcmp(t[i].country, country) == 0) return t[i].count++, n;
    if (n < 32) t[n++] = (tally){country, 1};
    return n;
}

/* The one foreign country that the page speaks of, at least three times and three times as often as any other; or NULL. */
static const char *page_country(const bg_mentions *mentions) {
    const bg_text *text = mentions->text;
    tally t[32];
    unsigned n = 0, best = 0, second = 0;
    const char *found = NULL;
    for (size_t i = 0; i < text->sentences.count; i++) {
        const bg_sentence *s = &text->sentences.items[i];
        for (uint32_t tok = s->tok; (tok = bg_text__next(text, tok, s->end, CLASS_COUNTRY)) < s->end; tok++) {
            uint32_t m = bg_text__at(text, tok, CLASS_COUNTRY);
            const char *country = m == BG_NONE ? NULL : bg_mention__country(mentions, &text->marks.items[m]);
            if (country && !is(country, "VN")) n = tally_add(t, n, country);
        }
        for (uint32_t m = bg_text__first(text, s->tok, s->end, CLASS_PLACE); m != BG_NONE; m = bg_text__after(text, m, s->end, CLASS_PLACE)) {
            const char *country = bg_mark__get(text, &text->marks.items[m], KEY_METONYM) ? bg_mention__country(mentions, &text->marks.items[m]) : NULL; /* capitals */
            if (country && !is(country, "VN")) n = tally_add(t, n, country);
        }
    }
    for (unsigned i = 0; i < n; i++) {
        if (t[i].count > best) second = best, best = t[i].count, found = t[i].country;
        else if (t[i].count > second) second = t[i].count;
    }
    return best >= 3 && best >= 3 * second ? found : NULL;
}

bool bg_country__is_told(const bg_mentions *mentions, const char *country) {
    const bg_text *text = mentions->text;
    for (uint32_t tok = 0; tok < text->tokens.count; tok++) {
        uint32_t m = bg_text__at(text, tok, CLASS_COUNTRY);
        if (m != BG_NONE && is(bg_mention__country(mentions, &text->marks.items[m]), country)) return true;
    }
    return false;
}

/* Does the page speak of Viet Nam, or of a Vietnamese? */
static bool names_vietnam(const bg_mentions *mentions) {
    for (size_t i = 0; i < mentions->people.count; i++) {
        const char *country = bg_person__country(&mentions->people.items[i]);
        if (is(country, "VN")) return true;
    }
    return bg_country__is_told(mentions, "VN");
}

#define LED_REACH 24 /* tokens from the word for a delegation to him who leads it */

#define SIDE_REACH 8 /* … to who came for the side of which "phía" tells */

/* The state of the delegation or ship whose words stand before "do" at `by`: the first that they name ("Đoàn Sứ quán Peru tại Lào"); NULL if it is none. With `side` of a side too. */
static const char *delegation_country(const bg_mentions *mentions, uint32_t by, uint32_t first, bool side) {
    static const unsigned named[] = {CLASS_COUNTRY, CLASS_PLACE};
    const bg_text *text = mentions->text;
    const char *country = NULL;
    for (uint32_t i = by; i > first && i + LED_REACH > by; i--) {
        for (size_t k = 0; k < BG_COUNT(named); k++) {
            uint32_t m = bg_text__at(text, i - 1, named[k]);
            const char *here = m == BG_NONE ? NULL : bg_mention__country(mentions, &text->marks.items[m]);
            if (here) country = here;
        }
        uint32_t word = bg_text__at(text, i - 1, CLASS_SIDEWORD);
        const char *kind = word == BG_NONE ? NULL : bg_mark__get(text, &text->marks.items[word], KEY_VALUE);
        if (country && (is(kind, "delegation") || (side && is(kind, "side")) || bg_text__is(text, i - 1, CLASS_SHIP))) return country;
    }
    return NULL;
}

const char *bg_mention__side_before(const bg_mentions *mentions, const bg_sentence *s, const bg_mark *who) {
    uint32_t with = who->tok > s->tok + 1 ? bg_text__at(mentions->text, who->tok - 1, CLASS_BYWHOM) : BG_NONE;
    if (with == BG_NONE || !is(bg_mark__get(mentions->text, &mentions->text->marks.items[with], KEY_VALUE), "with")) return NULL;
    uint32_t tok = mentions->text->marks.items[with].tok;
    return delegation_country(mentions, tok, tok > s->tok + SIDE_REACH ? tok - SIDE_REACH : s->tok, true);
}

/* A name that was taken for Vietnamese by its form alone, and that a Chinese may bear. */
static bool may_be_chinese(const bg_mentions *mentions, const bg_person *p, const bg_mark *who) {
    const bg_capture *n = bg_mark__capture(mentions->text, who, KEY_N);
    return n && !p->country && !bg_country__known(mentions, n) && bg_text__is(mentions->text, n->tok, CLASS_CNSURNAME);
}

/* "Đoàn đại biểu thăm Trung Quốc do ông A dẫn đầu": the state to which they travelled. */
static bool is_travelled_to(const bg_text *text, const bg_sentence *s, uint32_t by) {
    uint32_t m = bg_text__last(text, by > s->tok + LED_REACH ? by - LED_REACH : s->tok, by, CLASS_CONTACT);
    bool visits = m != BG_NONE && is(bg_mark__get(text, &text->marks.items[m], KEY_VALUE), "visit");
    return visits && !bg_mark__get(text, &text->marks.items[m], KEY_WEAK); /* "từ 15 đến 21/4" */
}

/* "Đoàn nghị sĩ Peru do ông A dẫn đầu", "phía Peru có ông A": A is of Peru. */
static void guess_leader(bg_mentions *mentions, const bg_sentence *s, const bg_mark *by) {
    const bg_text *text = mentions->text;
    uint32_t m = by->tok + 1 < s->end ? bg_text__at(text, by->tok + 1, CLASS_WHO) : BG_NONE;
    const bg_mark *who = m == BG_NONE || text->marks.items[m].ref == BG_NONE ? NULL : &text->marks.items[m];
    bg_person *p = who ? &mentions->people.items[who->ref] : NULL;
    if (!p || !p->name) return;
    const char *country = is(bg_mark__get(text, by, KEY_VALUE), "by") ? delegation_country(mentions, by->tok, s->tok, false) : bg_mention__side_before(mentions, s, who);
    if (!bg_person__country(p) || (is(country, "CN") && may_be_chinese(mentions, p, who) && !is_travelled_to(text, s, by->tok))) p->guess = country;
}

#define SPOUSE_REACH 40 /* words of him, offices and all, before his spouse */

#define TITLE_WORDS 4 /* from "phu nhân" before a name, or at the end of a title like "đệ nhất phu nhân", to the name */

static bool is_spouse(const bg_text *text, uint32_t tok) {
    uint32_t m = bg_text__at(text, tok, CLASS_PERSONNOUN);
    const char *kind = m == BG_NONE ? NULL : bg_mark__get(text, &text->marks.items[m], KEY_VALUE);
    if (!is(kind, "spouse")) return false;
    uint32_t end = text->marks.items[m].end; /* "A và Phu nhân, Tổng Bí thư B …": a comma ends her */
    return end >= text->tokens.count || !(text->tokens.items[end].flags & BG_TOK_PUNCT && text->tokens.items[end].value == ',');
}

/* Who stands before a link and the person. */
static const bg_mark *joined_to(const bg_text *text, const bg_mark *who) {
    for (uint32_t i = who->tok - 1; i > 0 && i + SPOUSE_REACH > who->tok; i--) {
        uint32_t m = bg_text__at(text, i - 1, CLASS_WHO);
        if (m != BG_NONE) return text->marks.items[m].end + 1 == who->tok && text->marks.items[m].ref != BG_NONE ? &text->marks.items[m] : NULL;
    }
    return NULL;
}

const bg_mark *bg_mention__spouse_of(const bg_mentions *mentions, const bg_mark *who) {
    const bg_text *text = mentions->text;
    if (who->klass != CLASS_WHO || who->tok < 2) return NULL;
    bool spouse = is_spouse(text, who->tok - 1);
    for (uint32_t tok = who->tok; tok < who->end && tok < who->tok + TITLE_WORDS; tok++) spouse |= is_spouse(text, tok);
    return spouse ? joined_to(text, who) : NULL;
}

const bg_mark *bg_mention__consort_of(const bg_mentions *mentions, const bg_mark *who) {
    const bg_text *text = mentions->text;
    uint32_t m = who->klass == CLASS_WHO && who->tok >= 2 ? bg_text__at(text, who->tok, CLASS_OFFICE) : BG_NONE;
    return m != BG_NONE && is(bg_mark__get(text, &text->marks.items[m], KEY_KIND), "consort") ? joined_to(text, who) : NULL;
}

/* "A và phu nhân B": of one state. */
static void join_spouse(bg_mentions *mentions, const bg_sentence *s, const bg_mark *mark) {
    (void)s; /* each_mark() gives it */
    const bg_mark *other = mark->ref == BG_NONE ? NULL : bg_mention__spouse_of(mentions, mark);
    bg_person *p = other ? &mentions->people.items[mark->ref] : NULL;
    if (p && p->name && !p->country) p->country = bg_person__country(&mentions->people.items[other->ref]);
}

#define SOLE_RANK 3 /* heads of state and government, ministers: a state has one of each */

/* Does the page name another of the country who holds the same high office? */
static bool is_taken(const bg_mentions *mentions, const bg_person *p, const char *country) {
    for (size_t i = 0; i < mentions->people.count && p->rank && p->rank <= SOLE_RANK; i++) {
        const bg_person *other = &mentions->people.items[i];
        if (other == p || !other->name || other->rank != p->rank || !is(other->country, country)) continue;
        for (unsigned k = 0; k < p->office_count; k++)
            if (p->words->offices[k] && bg_person__office_fit(other, p->words->offices[k]) > 1) return true;
    }
    return false;
}

#define COLLEAGUE_NEAR 3 /* words behind "A": "cùng với B" */

/* Who is joined to the one of a mark by "và", "cùng", "cùng với". */
static const bg_mark *colleague_of(const bg_text *text, const bg_sentence *s, const bg_mark *mark) {
    if (mark->end >= s->end || (!bg_text__is(text, mark->end, CLASS_AND) && !bg_text__is(text, mark->end, CLASS_TOGETHER))) return NULL;
    for (uint32_t tok = mark->end + 1; tok < s->end && tok < mark->end + COLLEAGUE_NEAR; tok++) {
        uint32_t m = bg_text__at(text, tok, CLASS_WHO);
        if (m != BG_NONE) return text->marks.items[m].ref == BG_NONE ? NULL : &text->marks.items[m];
    }
    return NULL;
}

/* "Đặc phái viên Nga A cùng với Thứ trưởng Ngoại giao B": of one state, unless the page gives B another, or A's another such minister. */
static void join_colleague(bg_mentions *mentions, const bg_sentence *s, const bg_mark *mark) {
    const bg_mark *other = mark->ref == BG_NONE ? NULL : colleague_of(mentions->text, s, mark);
    bg_person *p = other ? &mentions->people.items[other->ref] : NULL;
    const char *country = p ? bg_person__country(&mentions->people.items[mark->ref]) : NULL;
    if (!country || is(country, "VN") || !p->name || !p->office_count || bg_person__country(p)) return; /* a Vietnamese needs no guess */
    if (p->rank != 1 && p->words->name->count > 1 && !is_taken(mentions, p, country)) p->guess = country;
}

/* "Người phát ngôn Bộ Ngoại giao A", whom nobody names. */
static bool is_nameless_voice(const bg_text *text, const bg_mark *who) {
    uint32_t office = bg_text__at(text, who->tok, CLASS_OFFICE);
    return office != BG_NONE && is(bg_mark__get(text, &text->marks.items[office], KEY_KIND), "spokesperson") && !bg_mark__capture(text, who, KEY_N);
}

/* The state of the house that opens a sentence, or of its spokesperson whom nobody names, before the word by which it tells; or NULL. */
static const char *announcing_country(const bg_mentions *mentions, const bg_sentence *s, const bg_mark *say) {
    const bg_text *text = mentions->text;
    uint32_t voice = bg_text__at(text, s->tok, CLASS_WHO), body = bg_text__first(text, s->tok, say->tok, CLASS_BODY);
    if (body == BG_NONE) body = bg_text__at(text, s->tok, CLASS_DEMONYM); /* "Nhà Trắng", "Điện Kremlin" */
    bool spoken = voice != BG_NONE && is_nameless_voice(text, &text->marks.items[voice]);
    if (bg_text__any(text, spoken ? text->marks.items[voice].end : s->tok, say->tok, CLASS_WHO)) return NULL;
    if (spoken) return bg_country__of_words(mentions, text->marks.items[voice].tok, text->marks.items[voice].end);
    return body == BG_NONE ? NULL : bg_country__of_words(mentions, text->marks.items[body].tok, say->tok);
}

/* The first two who are told of right behind a word of telling, or one behind "chuyến thăm … của": the one whom the page gives no state, or, on a page that does not
 * speak of Viet Nam, a name that a Chinese may bear. */
static const bg_mark *of_no_state(const bg_mentions *mentions, const bg_sentence *s, const bg_mark *say, const char *country) {
    const bg_text *text = mentions->text;
    bool chinese = is(country, "CN") && !bg_country__is_told(mentions, "VN");
    uint32_t m = bg_text__first(text, say->end, s->end, CLASS_WHO);
    bool of = m != BG_NONE && bg_text__is(text, text->marks.items[m].tok - 1, CLASS_OF) && bg_text__is(text, s->tok, CLASS_BODY);
    if (m != BG_NONE && text->marks.items[m].tok != say->end && !of) return NULL;
    for (unsigned n = 0; n < 2 && m != BG_NONE; n++, m = bg_text__after(text, m, s->end, CLASS_WHO)) {
        const bg_mark *who = &text->marks.items[m];
        const bg_person *p = who->ref == BG_NONE ? NULL : &mentions->people.items[who->ref];
        if (p && p->name && p->office_count && (!bg_person__country(p) || (chinese && may_be_chinese(mentions, p, who)))) return who;
        if (p && is(bg_person__country(p), country)) return NULL;
    }
    return NULL;
}

/* "Bộ Ngoại giao A cho biết Thứ trưởng B sẽ …", "… Ngoại trưởng C đã gặp Ngoại trưởng B": who is told of by his own house, which opens the sentence, is of its state. */
static void join_announced(bg_mentions *mentions, const bg_sentence *s, const bg_mark *say) {
    const char *country = announcing_country(mentions, s, say);
    const bg_mark *who = country ? of_no_state(mentions, s, say, country) : NULL;
    bg_person *p = who ? &mentions->people.items[who->ref] : NULL;
    uint32_t body = bg_text__at(mentions->text, s->tok, CLASS_BODY); /* a government speaks of any president */
    bool government = body != BG_NONE && is(bg_mark__get(mentions->text, &mentions->text->marks.items[body], KEY_CHANNEL), "government");
    if (p && !(government && p->rank == 1) && !is_taken(mentions, p, country)) p->guess = country;
}

/* A foreign name without a country belongs to the one foreign country of the page. */
static void guess_countries(bg_mentions *mentions) {
    const char *country = page_country(mentions);
    mentions->home = names_vietnam(mentions) ? "VN" : country;
    for (size_t i = 0; country && i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        if (p->name && !bg_person__country(p) && p->office_count && !is_taken(mentions, p, country)) p->guess = country;
    }
}

#define OPENS 3 /* words of the title within which it names the state that it is about */

/* "Hàn Quốc kêu gọi …" over "Ngoại trưởng Cho Min-seok …": the state that opens the title. */
static const char *title_country(const bg_mentions *mentions) {
    const bg_text *text = mentions->text;
    const bg_sentence *s = text->sentences.count ? text->sentences.items : NULL;
    uint32_t tok = s && s->title ? bg_text__next(text, s->tok, s->end, CLASS_COUNTRY) : 0;
    if (!s || !s->title || tok >= s->end || tok > s->tok + OPENS || bg_text__next(text, s->tok, tok, CLASS_OFFICE) < tok) return NULL;
    uint32_t m = bg_text__at(text, tok, CLASS_COUNTRY);
    return m == BG_NONE ? NULL : bg_mention__country(mentions, &text->marks.items[m]);
}

/* A minister, a spokesman of whom the page says no state. */
static void guess_titled(bg_mentions *mentions) {
    const char *country = title_country(mentions);
    for (size_t i = 0; country && !is(country, "VN") && i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        bool sole = p->name && p->words->name->count > 1 && (p->rank == 2 || p->rank == SOLE_RANK || p->spokesperson);
        if (sole && !bg_person__country(p) && p->channel && !is_taken(mentions, p, country)) p->guess = country;
    }
}

static void each_mark(bg_mentions *mentions, unsigned klass, void (*visit)(bg_mentions *, const bg_sentence *, const bg_mark *)) {
    const bg_text *text = mentions->text;
    for (size_t i = 0; i < text->sentences.count; i++) {
        const bg_sentence *s = &text->sentences.items[i];
        for (uint32_t m = bg_text__first(text, s->tok, s->end, klass); m != BG_NONE; m = bg_text__after(text, m, s->end, klass))
            visit(mentions, s, &text->marks.items[m]);
    }
}

void bg_country__guess(bg_mentions *mentions) {
    each_mark(mentions, CLASS_BYWHOM, guess_leader);
    each_mark(mentions, CLASS_WHO, join_spouse);
    each_mark(mentions, CLASS_WHO, join_colleague);
    each_mark(mentions, CLASS_SAY, join_announced);
    guess_countries(mentions);
    guess_titled(mentions);
}
