/*
 * resolve: which WHO marks are the same person. Names first, over the whole page; then, in reading order, offices, bare
 * names and pronouns are bound to the person they stand for. `ref` of a WHO mark becomes the index of its person.
 */
#include "words.h"

#include <stdlib.h>

#define KNOWN_MAX 4 /* offices that the lexicon knows of a person */
#define NOUN_WORDS 5 /* of the longest noun of a conference before its members */

/* What is kept of a person so that no name is cut twice. */
struct person_words {
    const bg_words *name, *alias, *offices[BG_OFFICES_MAX];
    const bg_words *known[KNOWN_MAX]; /* offices that the lexicon knows, for a page that gives none */
};

const char *bg_person__country(const bg_person *person) { return person->country ? person->country : person->guess; }

/* ---- countries of marks */

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

/* The country that a body inside [tok, end) implies, e.g. a party; NULL if none. */
static const char *body_country(const bg_mentions *mentions, uint32_t tok, uint32_t end) {
    const bg_text *text = mentions->text;
    for (uint32_t i = tok; i < end; i++)
        for (uint32_t m = text->heads[i]; m != BG_NONE; m = text->marks.items[m].next) {
            const bg_mark *mark = &text->marks.items[m];
            if (mark->end > end) continue;
            if (mark->klass == CLASS_BODY || mark->klass == CLASS_COUNTRY || mark->klass == CLASS_ORG ||
                mark->klass == CLASS_DEMONYM || mark->klass == CLASS_PLACE) {
                const char *country = bg_mention__country(mentions, mark);
                if (country) return country;
            }
            if (mark->klass == CLASS_OFFICE && bg_mark__get(text, mark, KEY_COUNTRY)) return bg_mark__get(text, mark, KEY_COUNTRY);
        }
    return NULL;
}

/* ---- names → people */

static bool is_vietnamese_name(const bg_mentions *mentions, uint32_t tok, uint32_t end) {
    const bg_text *text = mentions->text;
    if (bg_text__at(text, tok, CLASS_SURNAME) == BG_NONE || end - tok < 2) return false;
    for (uint32_t i = tok; i < end; i++) {
        const bg_token *t = &text->tokens.items[i];
        if (!(t->flags & BG_TOK_WORD) || !bg_name__is_syllable(text->bytes + t->start, t->end - t->start)) return false;
    }
    return true;
}

static bg_person *new_person(bg_mentions *mentions) {
    struct person_words *words = bg_arena__alloc(mentions->text->arena, sizeof *words);
    bg_person *p = words ? BG_PUSH(mentions->text->arena, &mentions->people) : NULL;
    if (p) p->best_office = BG_NONE, p->words = words;
    return p;
}

static bool set_name(bg_mentions *mentions, bg_person *p, const char *name) {
    const bg_words *words = name ? bg_words__keep(mentions->text->arena, name) : NULL;
    if (!words) return false;
    p->name = name;
    p->words->name = words;
    p->letters = words->letters;
    return true;
}

/* A bit for the first word of an office. */
static uint64_t office_head(const bg_words *words) {
    return 1ull << (bg_hash__bytes(words->text + words->at[0], words->sizes[0], 0) & 63);
}

static bool has_office(const bg_person *p, const char *office) {
    for (unsigned i = 0; i < p->office_count; i++)
        if (strcmp(p->offices[i], office) == 0) return true;
    return false;
}

static void add_office(bg_mentions *mentions, bg_person *p, const char *office) {
    if (!office || !*office || has_office(p, office) || p->office_count == BG_OFFICES_MAX) return;
    const bg_words *words = bg_words__keep(mentions->text->arena, office);
    if (!words) return;
    p->words->offices[p->office_count] = words;
    p->office_heads |= office_head(words);
    p->offices[p->office_count] = office;
    if (p->best_office == BG_NONE || strlen(office) > strlen(p->offices[p->best_office])) p->best_office = p->office_count;
    p->office_count++;
}

static void add_alias(bg_mentions *mentions, bg_person *p, const char *alias) {
    const bg_words *words = alias ? bg_words__keep(mentions->text->arena, alias) : NULL;
    if (!words) return;
    p->alias = alias;
    p->words->alias = words;
    p->office_heads |= office_head(words);
}

/* Words that say nothing about the office itself: nữ, tân, đương kim, ngài. */
static bool is_neutral(const bg_mentions *mentions, uint32_t tok) {
    uint32_t m = bg_text__at(mentions->text, tok, CLASS_OFFICEMOD);
    return m != BG_NONE && bg_mark__get(mentions->text, &mentions->text->marks.items[m], KEY_NEUTRAL);
}

static const char *office_words(const bg_mentions *mentions, uint32_t tok, uint32_t end) {
    while (tok + 1 < end && is_neutral(mentions, tok)) tok++;
    return bg_text__words(mentions->text, tok, end);
}

/* "người đồng cấp" is no office of its own. */
static bool is_counterpart(const bg_mentions *mentions, uint32_t tok) {
    uint32_t m = bg_text__at(mentions->text, tok, CLASS_OFFICE);
    const char *kind = m == BG_NONE ? NULL : bg_mark__get(mentions->text, &mentions->text->marks.items[m], KEY_KIND);
    return kind && strcmp(kind, "counterpart") == 0;
}

/* The other word for the office at a token, NULL if it has none. */
static const char *office_alias(const bg_mentions *mentions, uint32_t tok) {
    uint32_t m = bg_text__at(mentions->text, tok, CLASS_OFFICE);
    const bg_mark *mark = m == BG_NONE ? NULL : &mentions->text->marks.items[m];
    const char *same = mark ? bg_mark__get(mentions->text, mark, KEY_SAME) : NULL;
    if (mark && !same) { /* "Thủ tướng Chính phủ" is the Thủ tướng */
        const char *words = bg_text__words(mentions->text, mark->tok, mark->end), *normal = bg_mark__get(mentions->text, mark, KEY_VALUE);
        same = words && normal && strlen(normal) < strlen(words) ? normal : NULL;
    }
    char *out = same ? bg_arena__alloc(mentions->text->arena, strlen(same) + 1) : NULL;
    for (size_t i = 0; out && same[i]; i++) out[i] = same[i] == '_' ? ' ' : same[i];
    return out;
}

/* Does a post make its holder a spokesperson? */
static bool is_spokesperson(const bg_text *text, const bg_mark *post) {
    const bg_capture *o = bg_mark__capture(text, post, KEY_O);
    const char *kind = o && o->mark != BG_NONE ? bg_mark__get(text, &text->marks.items[o->mark], KEY_KIND) : NULL;
    return kind && strcmp(kind, "spokesperson") == 0;
}

/* Is the post that of an expert or a journalist? */
static bool is_onlooker(const bg_text *text, const bg_mark *post) {
    const bg_capture *o = bg_mark__capture(text, post, KEY_O);
    const char *kind = o && o->mark != BG_NONE ? bg_mark__get(text, &text->marks.items[o->mark], KEY_KIND) : NULL;
    return kind && strcmp(kind, "observer") == 0;
}

/* The whole string of offices first, then its POST parts. */
static void add_offices(bg_mentions *mentions, bg_person *p, const bg_capture *c) {
    bg_text *text = mentions->text;
    if (!c) return;
    if (!is_counterpart(mentions, c->tok)) add_office(mentions, p, office_words(mentions, c->tok, c->end));
    for (uint32_t i = c->tok; i < c->end; i++) {
        uint32_t m = bg_text__at(text, i, CLASS_POST);
        if (m == BG_NONE || text->marks.items[m].end > c->end) continue;
        if (is_counterpart(mentions, i)) continue;
        const char *channel = bg_mark__get(text, &text->marks.items[m], KEY_CHANNEL);
        p->voice |= is_onlooker(text, &text->marks.items[m]);
        if (is_spokesperson(text, &text->marks.items[m])) p->voice = true, p->spokesperson |= !channel || strcmp(channel, "foreign_ministry") == 0;
        const char *rank = bg_mark__get(text, &text->marks.items[m], KEY_RANK);
        if (rank && (!p->rank || (unsigned)(*rank - '0') < p->rank)) {
            p->rank = (unsigned)(*rank - '0');
            p->channel = channel;
        }
        if (!p->alias) add_alias(mentions, p, office_alias(mentions, i));
        if (text->marks.items[m].end - i < c->end - c->tok) add_office(mentions, p, office_words(mentions, i, text->marks.items[m].end));
        i = text->marks.items[m].end - 1;
    }
}

static bool is_initial(const bg_text *text, uint32_t tok) {
    const bg_token *t = &text->tokens.items[tok];
    return t->flags & BG_TOK_PUNCT ? t->value == '.' : t->end - t->start == 1;
}

/* Whom the lexicon knows by the name at [tok, end), or, behind an initial, by its last part ("Antony J. Blinken"); NULL = nobody. */
static const bg_mark *known_person(const bg_text *text, uint32_t tok, uint32_t end) {
    uint32_t known = bg_text__at(text, tok, CLASS_PERSON);
    for (uint32_t i = tok + 1; i < end && known == BG_NONE; i++)
        if (is_initial(text, i - 1)) known = bg_text__at(text, i, CLASS_PERSON);
    return known == BG_NONE || text->marks.items[known].end > end ? NULL : &text->marks.items[known];
}

/* The country the lexicon knows for a name, NULL if it does not know the name. */
static const char *known_country(const bg_mentions *mentions, const bg_capture *n) {
    const bg_mark *known = n ? known_person(mentions->text, n->tok, n->end) : NULL;
    return known ? bg_mark__get(mentions->text, known, KEY_VALUE) : NULL;
}

static const char *said_country(const bg_mentions *mentions, const bg_mark *mark) {
    const bg_text *text = mentions->text;
    const bg_capture *c = bg_mark__capture(text, mark, KEY_C), *o = bg_mark__capture(text, mark, KEY_O);
    const char *said = c && c->mark != BG_NONE ? bg_mention__country(mentions, &text->marks.items[c->mark]) : NULL;
    return said || !o ? said : body_country(mentions, o->tok, o->end);
}

/* "… với Tổng thống Philippines, ông Trump …": office and name of two persons, when the name is known to be of another state. */
static bool is_misjoined(const bg_mentions *mentions, const bg_mark *mark) {
    static const uint32_t keys[] = {KEY_VALUE, KEY_NATIONAL, KEY_BODY}; /* a former minister heads an international body, and the other way round */
    const bg_text *text = mentions->text;
    const bg_capture *n = bg_mark__capture(text, mark, KEY_N), *c = bg_mark__capture(text, mark, KEY_C);
    const char *said = said_country(mentions, mark);
    if (!known_country(mentions, n) || !said || strlen(said) != 2) return false;
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
        while (free < KNOWN_MAX && p->words->known[free]) free++;
        if (free == KNOWN_MAX || !n || n >= sizeof office) return;
        memcpy(office, at, n);
        office[n] = 0;
        const bg_words *words = bg_words__keep(mentions->text->arena, office);
        if (!words) return;
        p->words->known[free] = words;
        p->office_heads |= office_head(words);
    }
}

/* What the lexicon knows of the times in which the person acts, and as what. */
static void set_times(const bg_mentions *mentions, bg_person *p, const bg_capture *n) {
    const bg_text *text = mentions->text;
    const bg_mark *mark = known_person(text, n->tok, n->end);
    if (!mark) return;
    const char *from = bg_mark__get(text, mark, KEY_FROM), *to = bg_mark__get(text, mark, KEY_TO);
    p->historic = bg_mark__get(text, mark, KEY_HISTORIC) != NULL;
    if (!p->historic) set_known(mentions, p, bg_mark__get(text, mark, KEY_OFFICE)), set_known(mentions, p, bg_mark__get(text, mark, KEY_ALSO));
    if (!from) return;
    p->from = atoi(from);
    p->to = to ? atoi(to) : 0;
    add_years(p, bg_mark__get(text, mark, KEY_ALSO));
}

static void set_country(bg_mentions *mentions, bg_person *p, const bg_mark *mark) {
    const bg_text *text = mentions->text;
    const bg_capture *n = bg_mark__capture(text, mark, KEY_N);
    const char *said = said_country(mentions, mark), *known = known_country(mentions, n);
    if (said && !p->country) p->country = said;
    if (!n || p->guess) return;
    if (known) p->guess = known, set_times(mentions, p, n);
    else if (is_vietnamese_name(mentions, n->tok, n->end)) p->guess = "VN";
}

static bool holds(const bg_text *text, const bg_capture *c, unsigned klass) {
    for (uint32_t i = c ? c->tok : 0; c && i < c->end; i++)
        if (bg_text__at(text, i, klass) != BG_NONE) return true;
    return false;
}

/* By "ông", "bà" before the name, or by a name that only women have. */
static void set_gender(const bg_mentions *mentions, bg_person *p, const bg_mark *mark) {
    const bg_text *text = mentions->text;
    const bg_capture *h = bg_mark__capture(text, mark, KEY_H), *n = bg_mark__capture(text, mark, KEY_N);
    if (holds(text, h, CLASS_WOMAN) || holds(text, n, CLASS_WOMANNAME)) p->gender = 'f';
    else if (!p->gender && holds(text, h, CLASS_MAN)) p->gender = 'm';
}

/* "Thượng tướng A": the rank, for those whom the page gives no office. */
static void set_force(const bg_mentions *mentions, bg_person *p, const bg_mark *mark) {
    const bg_capture *h = bg_mark__capture(mentions->text, mark, KEY_H);
    for (uint32_t i = h ? h->tok : 0; h && i < h->end && !p->force; i++) {
        uint32_t m = bg_text__at(mentions->text, i, CLASS_MILRANK);
        if (m != BG_NONE) p->force = bg_text__words(mentions->text, i, mentions->text->marks.items[m].end);
    }
}

static bool add_mention(bg_mentions *mentions, bg_person *p, const bg_mark *mark) {
    bg_span *span = BG_PUSH(mentions->text->arena, &p->mentions);
    if (span) *span = bg_text__span(mentions->text, mark->tok, mark->end);
    return span != NULL;
}

/* An office that a person may hold, ready to be compared. */
typedef struct wanted_office {
    char text[BG_WORDS_ROOM];
    bg_words words;
    uint64_t head; /* 0: none is wanted */
} wanted_office;

static void want(wanted_office *w, const char *office) {
    w->head = 0;
    if (!office) return;
    bg_words__split(office, w->text, &w->words);
    w->head = office_head(&w->words);
}

static unsigned office_fit(const bg_person *p, const bg_words *office) {
    const bg_words *alias = p->words->alias, *const *offices = p->words->offices;
    unsigned best = alias && (bg_words__equal(alias, office) || bg_words__begin(office, alias)) ? 2 : 0;
    for (unsigned i = 0; i < p->office_count; i++) {
        if (bg_words__equal(offices[i], office)) return 3;
        if (bg_words__begin(offices[i], office)) best = 2;
        else if (best < 1 && p->last_tok != BG_NONE && bg_words__begin(office, offices[i])) best = 1;
    }
    for (unsigned i = 0; i < KNOWN_MAX && !p->office_count && !best && p->words->known[i]; i++) best = bg_words__begin(p->words->known[i], office);
    return best;
}

/* How well a person goes with what stands around a name of fewer words: his sex, his office, any office at all. */
static int goes_with(const bg_person *p, const bg_person *like, const wanted_office *office) {
    bool other_sex = p->gender && like->gender && p->gender != like->gender, same_sex = p->gender && p->gender == like->gender;
    bool holds = office->head && p->office_heads & office->head && office_fit(p, &office->words);
    return (other_sex ? -8 : 0) + (same_sex ? 2 : 0) + (holds ? 4 : 0) + (p->office_count ? 1 : 0);
}

static bool bears_name(const bg_person *p, const bg_words *words) {
    if (!p->name || (p->letters & ~words->letters && words->letters & ~p->letters)) return false;
    return bg_words__same_name(p->words->name, words);
}

/* Of several persons of the name the one whom it fits best, by its form and what the mark says beside it; of equal ones the last named. */
static bg_person *best_of_name(const bg_mentions *mentions, const bg_words *words, const bg_mark *mark) {
    bg_person *found = NULL, like = {0};
    wanted_office office = {.head = 0};
    int best = 0;
    if (mark) set_gender(mentions, &like, mark);
    const bg_capture *o = mark ? bg_mark__capture(mentions->text, mark, KEY_O) : NULL;
    if (o) want(&office, bg_text__words(mentions->text, o->tok, o->end));
    for (size_t i = 0; i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        if (!bears_name(p, words)) continue;
        int fit = goes_with(p, &like, &office) + (bg_words__equal(p->words->name, words) ? 16 : 0);
        if (!found || fit > best || (fit == best && p->last_tok >= found->last_tok)) found = p, best = fit;
    }
    return found;
}

/* Person of that name. Of several whom a part of it fits ("Trump", "ông Trump", "Tổng thống Trump") the one whom office and sex fit,
 * then the one named last. `mark`: the WHO mark, NULL = a bare name. */
static bg_person *find_name(const bg_mentions *mentions, const char *name, const bg_mark *mark) {
    bg_person *found = NULL;
    char text[BG_WORDS_ROOM];
    bg_words words;
    unsigned count = 0;
    if (!name) return NULL;
    bg_words__split(name, text, &words);
    for (size_t i = 0; i < mentions->people.count; i++)
        if (bears_name(&mentions->people.items[i], &words)) found = &mentions->people.items[i], count++;
    return count > 1 ? best_of_name(mentions, &words, mark) : found;
}

/* The one foreigner whose name this is but for a letter: "Kaidanow", then "Kaidanov". */
static bg_person *find_misspelt(bg_mentions *mentions, const bg_mark *mark, const char *name) {
    const char *country = said_country(mentions, mark);
    char text[BG_WORDS_ROOM];
    bg_words words;
    bg_words__split(name, text, &words);
    for (size_t i = 0; i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        const char *theirs = bg_person__country(p);
        bool other = (theirs && strcmp(theirs, "VN") == 0) || (theirs && country && strcmp(theirs, country) != 0);
        if (p->name && !other && (bg_words__misspelt(p->words->name, &words) || bg_words__misspelt_last(p->words->name, &words))) return p;
    }
    return NULL;
}

/* The WHO mark with an office nearest before the token in its sentence, else the first behind it; NULL if there is none. */
static const bg_mark *official_near(const bg_mentions *mentions, const bg_sentence *s, const bg_mark *mark) {
    const bg_text *text = mentions->text;
    const bg_mark *found = NULL;
    for (uint32_t i = s->tok; i < s->end && (i < mark->tok || !found); i++) {
        uint32_t m = bg_text__at(text, i, CLASS_WHO);
        const bg_capture *o = m == BG_NONE ? NULL : bg_mark__capture(text, &text->marks.items[m], KEY_O);
        if (!o) continue;
        if (i != mark->tok && !is_counterpart(mentions, o->tok)) found = &text->marks.items[m];
        i = text->marks.items[m].end - 1;
    }
    return found;
}

/* Does an office of somebody served stand within the words, behind the office that serves: "trợ lý của Tổng thống Nga"? */
static bool names_served(const bg_words *words, const bg_words *office) {
    for (unsigned i = 1; i + office->count <= words->count; i++) {
        bg_words rest = *words;
        rest.count = (uint8_t)(words->count - i);
        memmove(rest.at, words->at + i, rest.count * sizeof *rest.at);
        memmove(rest.sizes, words->sizes + i, rest.count * sizeof *rest.sizes);
        if (bg_words__begin(&rest, office)) return true;
    }
    return false;
}

/* The first name within [tok, end), NULL = none. */
static const bg_mark *first_name(const bg_text *text, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end; i++) {
        uint32_t m = bg_text__at(text, i, CLASS_NAME);
        if (m != BG_NONE) return &text->marks.items[m];
    }
    return NULL;
}

/* Is it an office of somebody else's aide, envoy or voice? */
static bool serves(const bg_mentions *mentions, const bg_capture *o) {
    uint32_t first = o ? bg_text__at(mentions->text, o->tok, CLASS_OFFICE) : BG_NONE;
    return first != BG_NONE && bg_mark__get(mentions->text, &mentions->text->marks.items[first], KEY_SERVES);
}

/* "người phát ngôn của Tổng thống A": A is known to be the president; who speaks for him is not named. */
static bool is_voice_of(const bg_mentions *mentions, const bg_capture *o, const bg_capture *n) {
    const bg_text *text = mentions->text;
    if (!serves(mentions, o)) return false;
    uint32_t known = bg_text__at(text, n->tok, CLASS_PERSON);
    const char *office = known == BG_NONE ? NULL : bg_mark__get(text, &text->marks.items[known], KEY_OFFICE);
    const bg_person *p = find_name(mentions, bg_text__words(text, n->tok, n->end), NULL);
    char mine[BG_WORDS_ROOM], theirs[BG_WORDS_ROOM];
    bg_words a, b;
    bg_words__split(office_words(mentions, o->tok, o->end), mine, &a);
    for (unsigned i = 0; p && i < p->office_count; i++)
        if (names_served(&a, p->words->offices[i])) return true;
    if (office) bg_words__split(office, theirs, &b);
    return office && names_served(&a, &b);
}

#define LIST_REACH 120 /* tokens back to the words that begin a list */

/* "Các đại sứ của Nga - ông A; Lào - bà B": the office that the list is of. */
static void add_list_office(bg_mentions *mentions, bg_person *p, const bg_mark *mark) {
    for (uint32_t i = mark->tok; i > 0 && i + LIST_REACH > mark->tok; i--) {
        uint32_t m = bg_text__at(mentions->text, i - 1, CLASS_OFFICE);
        if (m == BG_NONE || is_counterpart(mentions, i - 1)) continue;
        add_office(mentions, p, bg_text__words(mentions->text, i - 1, mentions->text->marks.items[m].end));
        return;
    }
}

/* "B, đặc phái viên của Tổng thống Nga A", "người phát ngôn của Tổng thống A": A is named there as well, with his office. */
static bool take_served(bg_mentions *mentions, const bg_mark *mark, const bg_capture *o, const bg_mark *name) {
    const bg_text *text = mentions->text;
    const bg_capture n = {.tok = name->tok, .end = name->end};
    uint32_t office = BG_NONE;
    for (uint32_t i = o->tok + 1; i < n.tok; i++) {
        uint32_t m = bg_text__at(text, i, CLASS_OFFICE);
        if (m != BG_NONE) office = m, i = text->marks.items[m].end - 1;
    }
    const char *words = bg_text__words(text, n.tok, n.end), *known = known_country(mentions, &n);
    if (!words) return false;
    bg_person *p = find_name(mentions, words, NULL);
    if (!p && !(p = new_person(mentions))) return false;
    if ((!p->name || strlen(words) > strlen(p->name)) && !set_name(mentions, p, words)) return false;
    if (known && !p->guess) p->guess = known, set_times(mentions, p, &n);
    if (!bg_person__country(p)) p->guess = said_country(mentions, mark);
    if (office != BG_NONE) add_office(mentions, p, office_words(mentions, text->marks.items[office].tok, text->marks.items[office].end));
    return add_mention(mentions, p, name);
}

/* … inside the words of an office. */
static bool take_served_within(bg_mentions *mentions, const bg_mark *mark) {
    const bg_capture *o = bg_mark__capture(mentions->text, mark, KEY_O);
    const bg_mark *name = o && serves(mentions, o) ? first_name(mentions->text, o->tok, o->end) : NULL;
    return !name || take_served(mentions, mark, o, name);
}

static bool take_named(bg_mentions *mentions, const bg_sentence *s, bg_mark *mark) {
    (void)s;
    bg_text *text = mentions->text;
    const bg_capture *n = bg_mark__capture(text, mark, KEY_N), *o = bg_mark__capture(text, mark, KEY_O);
    if (!n) return take_served_within(mentions, mark);
    if (is_voice_of(mentions, o, n)) return take_served(mentions, mark, o, first_name(text, n->tok, n->end));
    const char *name = bg_text__words(text, n->tok, n->end);
    if (!name) return false;
    bg_person *p = find_name(mentions, name, mark);
    bool known = known_country(mentions, n) != NULL;
    if (!p && !known) p = find_misspelt(mentions, mark, name);
    if (!p && !(p = new_person(mentions))) return false;
    if ((!p->name || strlen(name) > strlen(p->name)) && !set_name(mentions, p, name)) return false;
    p->last_tok = mark->tok;
    set_gender(mentions, p, mark);
    set_force(mentions, p, mark);
    if (is_misjoined(mentions, mark)) p->guess = known_country(mentions, n);
    else {
        set_country(mentions, p, mark);
        add_offices(mentions, p, o);
        add_offices(mentions, p, bg_mark__capture(text, mark, KEY_P));
        if (bg_mark__get(text, mark, KEY_LIST)) add_list_office(mentions, p, mark);
    }
    mark->ref = (uint32_t)(p - mentions->people.items);
    return add_mention(mentions, p, mark) && take_served_within(mentions, mark);
}

static uint32_t who_at(const bg_mentions *mentions, uint32_t tok) { return bg_text__at(mentions->text, tok, CLASS_WHO); }

/* Every WHO mark of a sentence, in order, without overlap. */
static bool each_who(bg_mentions *mentions, const bg_sentence *s, bool (*visit)(bg_mentions *, const bg_sentence *, bg_mark *)) {
    for (uint32_t i = s->tok; (i = bg_text__next(mentions->text, i, s->end, CLASS_WHO)) < s->end; i++) {
        uint32_t m = who_at(mentions, i);
        if (m == BG_NONE) continue;
        uint32_t end = mentions->text->marks.items[m].end;
        if (!visit(mentions, s, &mentions->text->marks.items[m])) return false;
        i = end - 1;
    }
    return true;
}

/* "Ngoại trưởng A gặp người đồng cấp B": B holds the last office that A is given there, when the page gives him none. */
static bool take_counterpart(bg_mentions *mentions, const bg_sentence *s, bg_mark *mark) {
    const bg_text *text = mentions->text;
    const bg_capture *o = bg_mark__capture(text, mark, KEY_O);
    bg_person *p = mark->ref == BG_NONE ? NULL : &mentions->people.items[mark->ref];
    if (!o || !p || !is_counterpart(mentions, o->tok) || p->office_count) return true;
    const bg_mark *other = official_near(mentions, s, mark);
    const bg_capture *theirs = other ? bg_mark__capture(text, other, KEY_O) : NULL;
    bg_capture last = theirs ? *theirs : (bg_capture){0};
    for (uint32_t i = last.tok; i < last.end; i++) {
        uint32_t m = bg_text__at(text, i, CLASS_POST);
        if (m == BG_NONE || text->marks.items[m].end > last.end) continue;
        last.tok = i;
        i = text->marks.items[m].end - 1;
    }
    if (theirs) add_offices(mentions, p, &last);
    return true;
}

/* Does a verb of saying, maybe behind an adverb, begin at the token? */
static bool says(const bg_mentions *mentions, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end && i < tok + 2; i++) {
        if (bg_text__at(mentions->text, i, CLASS_SAY) != BG_NONE) return true;
        if (bg_text__at(mentions->text, i, CLASS_SAYADV) == BG_NONE) return false;
    }
    return false;
}

static bool begins_longer(const bg_text *text, uint32_t tok) {
    for (uint32_t m = text->heads[tok]; m != BG_NONE; m = text->marks.items[m].next)
        if (text->marks.items[m].end > tok + 1) return true;
    return false;
}

/* "Pompeo và Kang": does a name stand beside the token, joined by "và"? */
static bool beside_name(const bg_text *text, uint32_t tok) {
    if (tok + 2 < text->tokens.count && bg_text__is(text, tok + 1, CLASS_AND) && bg_text__at(text, tok + 2, CLASS_NAME) != BG_NONE) return true;
    if (tok < 2 || !bg_text__is(text, tok - 1, CLASS_AND)) return false;
    for (uint32_t b = tok - 1; b > 0 && b + 6 > tok; b--) {
        uint32_t m = bg_text__at(text, b - 1, CLASS_NAME);
        if (m != BG_NONE) return text->marks.items[m].end == tok - 1;
    }
    return false;
}

/* "Lưu nói", "Moon cũng khẳng định": the family name alone of a foreigner whom the page names in full. */
static bg_person *find_family(const bg_mentions *mentions, uint32_t tok, uint32_t end) {
    const bg_text *text = mentions->text;
    const bg_token *t = &text->tokens.items[tok];
    if (!(t->flags & BG_TOK_CAP) || t->flags & BG_TOK_PUNCT || begins_longer(text, tok) || !(says(mentions, tok + 1, end) || beside_name(text, tok))) return NULL;
    bg_person *p = find_name(mentions, bg_text__words(text, tok, tok + 1), NULL);
    const char *country = p ? bg_person__country(p) : NULL;
    return country && strcmp(country, "VN") != 0 && !p->historic ? p : NULL;
}

/* Names without a title that are known from elsewhere on the page become WHO marks. They begin with a capital. */
static bool bare_names(bg_mentions *mentions, const bg_sentence *s) {
    bg_text *text = mentions->text;
    if (bg_text__next(text, s->tok, s->end, CLASS_NAME) == s->end && bg_text__next(text, s->tok, s->end, CLASS_SAY) == s->end) return true;
    uint32_t who = bg_text__first(text, s->tok, s->end, CLASS_WHO);
    for (uint32_t i = s->tok; i < s->end; i++) {
        if (who != BG_NONE && text->marks.items[who].tok < i) who = bg_text__first(text, i, s->end, CLASS_WHO);
        if (who != BG_NONE && text->marks.items[who].tok == i) {
            i = text->marks.items[who].end - 1;
            continue;
        }
        if (!(text->tokens.items[i].flags & BG_TOK_CAP)) continue;
        uint32_t name = bg_text__at(text, i, CLASS_NAME), end = name == BG_NONE ? i + 1 : text->marks.items[name].end;
        bg_person *p = name == BG_NONE ? find_family(mentions, i, s->end) : find_name(mentions, bg_text__words(text, i, end), NULL);
        if (!p) continue;
        uint32_t m = bg_text__mark(text, i, end, CLASS_WHO);
        if (m == BG_NONE) return false;
        text->marks.items[m].ref = (uint32_t)(p - mentions->people.items);
        if (!add_mention(mentions, p, &text->marks.items[m])) return false;
        i = end - 1;
    }
    return true;
}

/* ---- offices and pronouns → people */

/* The person that an office without a name stands for: best office, then the last one mentioned before it. */
static bg_person *find_office(bg_mentions *mentions, const char *office, const char *alias, const char *country) {
    bg_person *found = NULL;
    unsigned best = 0;
    wanted_office first, second;
    want(&first, office);
    want(&second, alias);
    for (size_t i = 0; i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        if (!(p->office_heads & (first.head | second.head))) continue;
        const char *theirs = bg_person__country(p);
        if (country && theirs && strcmp(country, theirs) != 0) continue;
        unsigned fit = first.head ? office_fit(p, &first.words) : 0, other = second.head ? office_fit(p, &second.words) : 0;
        if (other > fit) fit = other;
        if (!fit) continue;
        unsigned score = fit * 4 + (country && theirs ? 2 : 0) + (p->name ? 1 : 0) + (!country && theirs && strcmp(theirs, "VN") == 0 ? 1 : 0);
        if (p->last_tok == BG_NONE) score = score > 3 ? score - 3 : 1; /* told only later */
        if (score > best || (score == best && found && p->last_tok != BG_NONE && p->last_tok > found->last_tok)) found = p, best = score;
    }
    return found;
}

/* "Phó Thủ tướng, Chủ tịch đảng A" where the page has named him with other offices too: who holds one of them, and nobody else another.
 * Somebody with a name, or NULL. */
static bg_person *find_by_part(bg_mentions *mentions, const bg_capture *o, const char *country) {
    const bg_text *text = mentions->text;
    bg_person *found = NULL;
    for (uint32_t i = o->tok; i < o->end; i++) {
        uint32_t m = bg_text__at(text, i, CLASS_POST);
        if (m == BG_NONE || text->marks.items[m].end > o->end) continue;
        const char *rank = bg_mark__get(text, &text->marks.items[m], KEY_RANK);
        if (i == o->tok && (text->marks.items[m].end == o->end || !rank || *rank == '1')) return NULL; /* but one, or one of several heads */
        bg_person *p = find_office(mentions, office_words(mentions, i, text->marks.items[m].end), office_alias(mentions, i), country);
        if (p && p->name && found && found != p) return NULL;
        if (p && p->name) found = p;
        i = text->marks.items[m].end - 1;
    }
    return found;
}

/* Does a mark of the class end right before the token? */
static bool class_ends(const bg_text *text, uint32_t tok, unsigned klass) {
    for (uint32_t b = tok; b > 0 && b + 3 > tok; b--)
        for (uint32_t m = text->heads[b - 1]; m != BG_NONE; m = text->marks.items[m].next)
            if (text->marks.items[m].klass == klass && text->marks.items[m].end == tok) return true;
    return false;
}

/* "Hội nghị Ngoại trưởng", "cuộc họp Bộ trưởng Quốc phòng": those who sit together. */
static bool follows_conference(const bg_text *text, uint32_t tok) {
    for (uint32_t b = tok; b > 0 && b + NOUN_WORDS > tok; b--)
        for (uint32_t m = bg_text__at(text, b - 1, CLASS_CONTACT); m != BG_NONE; m = text->marks.items[m].next) {
            const bg_mark *mark = &text->marks.items[m];
            const char *type = mark->klass == CLASS_CONTACT && mark->end == tok ? bg_mark__get(text, mark, KEY_VALUE) : NULL;
            if (type && strcmp(type, "conference") == 0) return true;
        }
    return false;
}

/* "các Bộ trưởng", "cấp Bộ trưởng": nobody in particular. */
static bool is_plural(const bg_mentions *mentions, uint32_t tok) {
    const bg_text *text = mentions->text;
    static const char *const signs = ",;:.(";
    if (tok == 0) return false;
    const bg_token *t = &text->tokens.items[tok - 1];
    if (t->flags & BG_TOK_PUNCT && t->value < 128 && strchr(signs, (int)t->value)) return false;
    return bg_text__at(text, tok - 1, CLASS_PLURAL) != BG_NONE || class_ends(text, tok, CLASS_ASPOST);
}

static bg_person *find_pronoun(bg_mentions *mentions, const bg_mark *mark) {
    bg_person *found = NULL;
    bg_person wanted = {0};
    bg_mark copy = *mark;
    set_gender(mentions, &wanted, &copy);
    for (size_t i = 0; i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        bool woman = p->gender == 'f', sure = found && found->gender == 'f';
        if (p->last_tok == BG_NONE || !p->name || p->last_tok >= mark->tok) continue;
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

/* "người đồng cấp Campuchia": whoever of that country holds the office of the person named just before, else anyone. */
static bg_person *find_counterpart(bg_mentions *mentions, const char *country) {
    bg_person *other = NULL, *found = NULL;
    for (size_t i = 0; i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        if (p->last_tok != BG_NONE && p->office_count && (!other || p->last_tok > other->last_tok)) other = p;
    }
    for (size_t i = 0; other && country && i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        const char *theirs = bg_person__country(p);
        if (p == other || (theirs && strcmp(theirs, country) != 0) || !office_fit(p, other->words->offices[0])) continue;
        if (!found || (theirs && !bg_person__country(found))) found = p;
    }
    return found;
}

/* "lãnh đạo", "phóng viên", "chủ tịch" alone …: not a person by themselves. */
static bool is_generic(const bg_mentions *mentions, const bg_mark *mark, const bg_capture *o) {
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
    const bg_mark *name = first_name(text, o->tok, mark->end);
    const bg_person *p = name ? find_name(mentions, bg_text__words(text, name->tok, name->end), NULL) : NULL;
    return p ? bg_person__country(p) : NULL;
}

/* "nhà lãnh đạo Cuba": who leads that state, the one spoken of last, or the only one whom the page names. */
static bg_person *find_head(bg_mentions *mentions, const char *country) {
    bg_person *found = NULL;
    bool several = false;
    for (size_t i = 0; country && i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        const char *theirs = bg_person__country(p);
        bool leads = p->rank == 1 || (!p->office_count && p->words->known[0]);
        if (!p->name || !leads || p->historic || !theirs || strcmp(theirs, country) != 0) continue;
        several |= found && found->last_tok == BG_NONE && p->last_tok == BG_NONE;
        if (!found || (p->last_tok != BG_NONE && (found->last_tok == BG_NONE || p->last_tok > found->last_tok))) found = p;
    }
    return several && found->last_tok == BG_NONE ? NULL : found;
}

static bool take_reference(bg_mentions *mentions, const bg_sentence *s, bg_mark *mark) {
    (void)s;
    bg_text *text = mentions->text;
    if (mark->ref != BG_NONE) return seen(mentions, &mentions->people.items[mark->ref], mark->tok), true;
    const bg_capture *o = bg_mark__capture(text, mark, KEY_O), *c = bg_mark__capture(text, mark, KEY_C);
    uint32_t index = (uint32_t)(mark - text->marks.items);
    bg_person *p = NULL;
    if (!o && bg_text__at(text, mark->tok, CLASS_COUNTRY) != BG_NONE) p = NULL; /* "Anh" is the state */
    else if (!o) p = find_pronoun(mentions, mark);
    else if (office_is(mentions, o, KEY_KIND, "counterpart"))
        p = find_counterpart(mentions, c && c->mark != BG_NONE ? bg_mention__country(mentions, &text->marks.items[c->mark]) : NULL);
    else if (c && c->mark != BG_NONE && !is_plural(mentions, mark->tok) && office_is(mentions, o, KEY_KIND, "head"))
        p = find_head(mentions, bg_mention__country(mentions, &text->marks.items[c->mark]));
    else if (!is_plural(mentions, mark->tok) && (c || !follows_conference(text, mark->tok)) && !is_generic(mentions, mark, o)) {
        const char *country = c && c->mark != BG_NONE ? bg_mention__country(mentions, &text->marks.items[c->mark]) : NULL;
        if (!country) country = body_country(mentions, o->tok, o->end);
        if (!country) country = bg_mark__get(text, mark, KEY_ITS) ? state_before(mentions, mark->tok) : served_country(mentions, mark, o);
        p = find_office(mentions, office_words(mentions, o->tok, o->end), office_alias(mentions, o->tok), country);
        bg_person *part = p ? NULL : find_by_part(mentions, o, country);
        if (part) p = part;
        if (!p) {
            if (!(p = new_person(mentions))) return false;
            p->country = country;
            add_offices(mentions, p, o);
            if (!country && p->rank && p->rank <= 3 && p->channel && !office_is(mentions, o, KEY_ABROAD, "yes")) p->guess = mentions->home;
        }
        if (!p->country && country) p->country = country;
        if (!part && (!p->name || !office_alias(mentions, o->tok))) add_offices(mentions, p, o); /* another word for the office it has */
    }
    if (!p) return text->marks.items[index].klass = 0, true; /* nobody in particular: no party to anything */
    mark = &text->marks.items[index];
    mark->ref = (uint32_t)(p - mentions->people.items);
    seen(mentions, p, mark->tok);
    return add_mention(mentions, p, mark);
}

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
            if (country && strcmp(country, "VN") != 0) n = tally_add(t, n, country);
        }
    }
    for (unsigned i = 0; i < n; i++) {
        if (t[i].count > best) second = best, best = t[i].count, found = t[i].country;
        else if (t[i].count > second) second = t[i].count;
    }
    return best >= 3 && best >= 3 * second ? found : NULL;
}

/* Does the page speak of Viet Nam, or of a Vietnamese? */
static bool names_vietnam(const bg_mentions *mentions) {
    const bg_text *text = mentions->text;
    for (size_t i = 0; i < mentions->people.count; i++) {
        const char *country = bg_person__country(&mentions->people.items[i]);
        if (country && strcmp(country, "VN") == 0) return true;
    }
    for (uint32_t tok = 0; tok < text->tokens.count; tok++) {
        uint32_t m = bg_text__at(text, tok, CLASS_COUNTRY);
        const char *country = m == BG_NONE ? NULL : bg_mention__country(mentions, &text->marks.items[m]);
        if (country && strcmp(country, "VN") == 0) return true;
    }
    return false;
}

#define LED_REACH 24 /* tokens from the word for a delegation to him who leads it */

/* The state of the delegation whose words stand before "do" at `by`: the last that they name; NULL if it is no delegation. */
static const char *delegation_country(const bg_mentions *mentions, uint32_t by, uint32_t first) {
    const bg_text *text = mentions->text;
    const char *country = NULL;
    for (uint32_t i = by; i > first && i + LED_REACH > by; i--) {
        static const unsigned named[] = {CLASS_COUNTRY, CLASS_PLACE};
        for (size_t k = 0; k < BG_COUNT(named) && !country; k++) {
            uint32_t m = bg_text__at(text, i - 1, named[k]);
            if (m != BG_NONE) country = bg_mention__country(mentions, &text->marks.items[m]);
        }
        uint32_t word = bg_text__at(text, i - 1, CLASS_SIDEWORD);
        const char *kind = word == BG_NONE ? NULL : bg_mark__get(text, &text->marks.items[word], KEY_VALUE);
        if (kind && strcmp(kind, "delegation") == 0) return country;
    }
    return NULL;
}

/* "Đoàn nghị sĩ Peru do ông A dẫn đầu": A is of Peru. */
static void guess_leaders(bg_mentions *mentions) {
    const bg_text *text = mentions->text;
    for (size_t i = 0; i < text->sentences.count; i++) {
        const bg_sentence *s = &text->sentences.items[i];
        for (uint32_t m = bg_text__first(text, s->tok, s->end, CLASS_BYWHOM); m != BG_NONE; m = bg_text__after(text, m, s->end, CLASS_BYWHOM)) {
            uint32_t by = text->marks.items[m].tok, who = by + 1 < s->end ? bg_text__at(text, by + 1, CLASS_WHO) : BG_NONE;
            bg_person *p = who == BG_NONE || text->marks.items[who].ref == BG_NONE ? NULL : &mentions->people.items[text->marks.items[who].ref];
            if (p && p->name && !bg_person__country(p)) p->guess = delegation_country(mentions, by, s->tok);
        }
    }
}

#define SPOUSE_REACH 40 /* words of him, offices and all, before his spouse */

#define TITLE_WORDS 4 /* from "phu nhân" before a name, or at the end of a title like "đệ nhất phu nhân", to the name */

static bool is_spouse(const bg_text *text, uint32_t tok) {
    uint32_t m = bg_text__at(text, tok, CLASS_PERSONNOUN);
    const char *kind = m == BG_NONE ? NULL : bg_mark__get(text, &text->marks.items[m], KEY_VALUE);
    return kind && strcmp(kind, "spouse") == 0;
}

const bg_mark *bg_mention__spouse_of(const bg_mentions *mentions, const bg_mark *who) {
    const bg_text *text = mentions->text;
    if (who->klass != CLASS_WHO || who->tok < 2) return NULL;
    bool spouse = is_spouse(text, who->tok - 1);
    for (uint32_t tok = who->tok; tok < who->end && tok < who->tok + TITLE_WORDS; tok++) spouse |= is_spouse(text, tok);
    if (!spouse) return NULL;
    for (uint32_t i = who->tok - 1; i > 0 && i + SPOUSE_REACH > who->tok; i--) {
        uint32_t m = bg_text__at(text, i - 1, CLASS_WHO);
        if (m != BG_NONE) return text->marks.items[m].end + 1 == who->tok && text->marks.items[m].ref != BG_NONE ? &text->marks.items[m] : NULL;
    }
    return NULL;
}

/* "A và phu nhân B": of one state. */
static void join_spouses(bg_mentions *mentions) {
    const bg_text *text = mentions->text;
    for (size_t i = 0; i < text->sentences.count; i++) {
        const bg_sentence *s = &text->sentences.items[i];
        for (uint32_t m = bg_text__first(text, s->tok, s->end, CLASS_WHO); m != BG_NONE; m = bg_text__after(text, m, s->end, CLASS_WHO)) {
            const bg_mark *mark = &text->marks.items[m], *other = mark->ref == BG_NONE ? NULL : bg_mention__spouse_of(mentions, mark);
            bg_person *p = other ? &mentions->people.items[mark->ref] : NULL;
            if (p && p->name && !p->country) p->country = bg_person__country(&mentions->people.items[other->ref]);
        }
    }
}

/* A foreign name without a country belongs to the one foreign country of the page. */
static void guess_countries(bg_mentions *mentions) {
    const char *country = page_country(mentions);
    mentions->home = names_vietnam(mentions) ? "VN" : country;
    for (size_t i = 0; country && i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        if (p->name && !bg_person__country(p) && p->office_count) p->guess = country;
    }
}

bool bg_person__resolve(bg_mentions *mentions) {
    const bg_text *text = mentions->text;
    for (size_t i = 0; i < text->sentences.count; i++)
        if (!each_who(mentions, &text->sentences.items[i], take_named)) return false;
    for (size_t i = 0; i < text->sentences.count; i++)
        if (!each_who(mentions, &text->sentences.items[i], take_counterpart)) return false;
    for (size_t i = 0; i < text->sentences.count; i++)
        if (!bare_names(mentions, &text->sentences.items[i])) return false;
    guess_leaders(mentions);
    join_spouses(mentions);
    guess_countries(mentions);
    for (size_t i = 0; i < mentions->people.count; i++) mentions->people.items[i].last_tok = BG_NONE, mentions->people.items[i].last_subject = 0;
    for (size_t i = 0; i < mentions->people.count; i++)
        if (!mentions->people.items[i].office_count) add_office(mentions, &mentions->people.items[i], mentions->people.items[i].force);
    for (int titles = 0; titles < 2; titles++) /* the title speaks of people whom the article introduces */
        for (size_t i = 0; i < text->sentences.count; i++)
            if (text->sentences.items[i].title == (bool)titles && !each_who(mentions, &text->sentences.items[i], take_reference)) return false;
    return true;
}
