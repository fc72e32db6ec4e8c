/* named: names → people, over the whole page: with their titles, inside the offices of those who serve them, and bare. */
#include "person.h"

/* The WHO mark with an office nearest before the token in its sentence, else the first behind it; NULL if there is none. */
static const bg_mark *official_near(const bg_mentions *mentions, const bg_sentence *s, const bg_mark *mark) {
    const bg_text *text = mentions->text;
    const bg_mark *found = NULL;
    for (uint32_t i = s->tok; i < s->end && (i < mark->tok || !found); i++) {
        uint32_t m = bg_text__at(text, i, CLASS_WHO);
        const bg_capture *o = m == BG_NONE ? NULL : bg_mark__capture(text, &text->marks.items[m], KEY_O);
        if (!o) continue;
        if (i != mark->tok && !bg_office__is_counterpart(mentions, o->tok)) found = &text->marks.items[m];
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
const bg_mark *bg_name__first(const bg_text *text, uint32_t tok, uint32_t end) {
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
    const bg_person *p = bg_person__find_name(mentions, bg_text__words(text, n->tok, n->end), NULL);
    char mine[BG_WORDS_ROOM], theirs[BG_WORDS_ROOM];
    bg_words a, b;
    bg_words__split(bg_office__words(mentions, o->tok, o->end), mine, &a);
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
        if (m == BG_NONE || bg_office__is_counterpart(mentions, i - 1)) continue;
        bg_person__add_office(mentions, p, bg_text__words(mentions->text, i - 1, mentions->text->marks.items[m].end));
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
    const char *words = bg_text__words(text, n.tok, n.end), *known = bg_country__known(mentions, &n);
    if (!words) return false;
    bg_person *p = bg_person__find_name(mentions, words, NULL);
    if (!p && !(p = bg_person__add(mentions))) return false;
    if (!bg_person__set_name(mentions, p, words)) return false;
    if (known && !p->guess) p->guess = known, bg_person__set_times(mentions, p, &n);
    if (!bg_person__country(p)) p->guess = bg_country__said(mentions, mark);
    if (office != BG_NONE) bg_person__add_office(mentions, p, bg_office__words(mentions, text->marks.items[office].tok, text->marks.items[office].end));
    return bg_person__add_mention(mentions, p, name);
}

/* … inside the words of an office. */
static bool take_served_within(bg_mentions *mentions, const bg_mark *mark) {
    const bg_capture *o = bg_mark__capture(mentions->text, mark, KEY_O);
    const bg_mark *name = o && serves(mentions, o) ? bg_name__first(mentions->text, o->tok, o->end) : NULL;
    return !name || take_served(mentions, mark, o, name);
}

/* "Trong cuộc gặp với ông A, Ngoại trưởng B …", A known as of another state than the office behind his last name. */
static bool is_elsewhere(const bg_mentions *mentions, const bg_person *p, const bg_mark *mark) {
    const bg_capture *n = bg_mark__capture(mentions->text, mark, KEY_N), *o = bg_mark__capture(mentions->text, mark, KEY_O);
    const char *said = bg_country__said(mentions, mark);
    if (!n || !o || n->tok > o->tok || n->end - n->tok > 1 || !p->from || !p->guess) return false;
    return said && strlen(said) == 2 && !is(said, "UN") && !is(said, "EU") && !is(said, p->guess);
}

bool bg_named__take(bg_mentions *mentions, const bg_sentence *s, bg_mark *mark) {
    (void)s;
    bg_text *text = mentions->text;
    const bg_capture *n = bg_mark__capture(text, mark, KEY_N), *o = bg_mark__capture(text, mark, KEY_O);
    if (!n) return take_served_within(mentions, mark);
    if (is_voice_of(mentions, o, n)) return take_served(mentions, mark, o, bg_name__first(text, n->tok, n->end));
    const char *name = bg_text__words(text, n->tok, n->end);
    if (!name) return false;
    bg_person *p = bg_person__find_name(mentions, name, mark);
    if (!p) p = bg_person__find_misspelt(mentions, mark, name, bg_country__known(mentions, n));
    if (!p && !(p = bg_person__add(mentions))) return false;
    if (!bg_person__set_name(mentions, p, name)) return false;
    p->last_tok = mark->tok;
    bg_person__set_gender(mentions, p, mark);
    bg_person__set_force(mentions, p, mark);
    if (bg_country__is_misjoined(mentions, mark)) p->guess = bg_country__known(mentions, n);
    else if (!is_elsewhere(mentions, p, mark)) {
        bg_person__set_country(mentions, p, mark);
        bg_person__add_offices(mentions, p, o);
        bg_person__add_offices(mentions, p, bg_mark__capture(text, mark, KEY_P));
        if (bg_mark__get(text, mark, KEY_LIST)) add_list_office(mentions, p, mark);
    }
    mark->ref = (uint32_t)(p - mentions->people.items);
    return bg_person__add_mention(mentions, p, mark) && take_served_within(mentions, mark);
}

/* … or, of one with whom a sentence begins, the last of the sentence before. */
static const bg_mark *official_before(const bg_mentions *mentions, const bg_sentence *s, const bg_mark *mark) {
    const bg_mark *found = official_near(mentions, s, mark);
    bool first = mark->tok > s->tok || s == mentions->text->sentences.items || s[-1].title != s->title || s[-1].caption != s->caption;
    return found || first ? found : official_near(mentions, &s[-1], mark);
}

/* "Ngoại trưởng A gặp người đồng cấp B": B holds the last office that A is given there, when the page gives him none. */
bool bg_named__take_counterpart(bg_mentions *mentions, const bg_sentence *s, bg_mark *mark) {
    const bg_text *text = mentions->text;
    const bg_capture *o = bg_mark__capture(text, mark, KEY_O);
    bg_person *p = mark->ref == BG_NONE ? NULL : &mentions->people.items[mark->ref];
    if (!o || !p || !bg_office__is_counterpart(mentions, o->tok) || p->office_count) return true;
    const bg_mark *other = official_before(mentions, s, mark);
    const bg_capture *theirs = other ? bg_mark__capture(text, other, KEY_O) : NULL;
    bg_capture last = theirs ? *theirs : (bg_capture){0};
    for (const bg_mark *post = bg_office__next(text, last.tok, last.end); post; post = bg_office__next(text, post->end, last.end)) last.tok = post->tok;
    if (theirs) bg_person__add_offices(mentions, p, &last);
    return true;
}

/* "gặp", "điện đàm": a verb of what one does with others. */
static bool meets(const bg_mentions *mentions, uint32_t tok) {
    uint32_t m = bg_text__at(mentions->text, tok, CLASS_CONTACT);
    const bg_mark *word = m == BG_NONE ? NULL : &mentions->text->marks.items[m];
    return word && is(bg_mark__get(mentions->text, word, KEY_FORM), "verb") && !bg_mark__get(mentions->text, word, KEY_WEAK);
}

/* Does a verb of saying or meeting, maybe behind an adverb, begin at the token? */
static bool says(const bg_mentions *mentions, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end && i < tok + 2; i++) {
        if (bg_text__at(mentions->text, i, CLASS_SAY) != BG_NONE || meets(mentions, i)) return true;
        if (bg_text__at(mentions->text, i, CLASS_SAYADV) == BG_NONE) return false;
    }
    return false;
}

static bool begins_longer(const bg_text *text, uint32_t tok) {
    for (uint32_t m = text->heads[tok]; m != BG_NONE; m = text->marks.items[m].next)
        if (text->marks.items[m].end > tok + 1) return true;
    return false;
}

/* "và", or the dash of "Trump - Kim". */
static bool joins_names(const bg_text *text, uint32_t tok) {
    return bg_text__is(text, tok, CLASS_AND) || bg_text__is_sign(text, tok, '-') || bg_text__is_sign(text, tok, 0x2013);
}

/* "Pompeo và Kang", "Trump - Kim": does a name stand beside the token, joined to it? */
static bool beside_name(const bg_text *text, uint32_t tok) {
    if (tok + 2 < text->tokens.count && joins_names(text, tok + 1) && bg_text__at(text, tok + 2, CLASS_NAME) != BG_NONE) return true;
    if (tok < 2 || !joins_names(text, tok - 1)) return false;
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
    bg_person *p = bg_person__find_name(mentions, bg_text__words(text, tok, tok + 1), NULL);
    const char *country = p ? bg_person__country(p) : NULL;
    return p && !is(country, "VN") && !p->historic ? p : NULL; /* whose state nobody tells has no name of ours */
}

#define SHIP_WORDS 5 /* of the longest word for a ship before its name */

/* Names without a title that are known from elsewhere on the page become WHO marks. They begin with a capital. */
bool bg_named__find_bare(bg_mentions *mentions, const bg_sentence *s) {
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
        bg_person *p = name == BG_NONE ? find_family(mentions, i, s->end) : bg_person__find_name(mentions, bg_text__words(text, i, end), NULL);
        if (!p || bg_text__ends_at(text, s->tok, i, CLASS_SHIP, SHIP_WORDS) != BG_NONE) continue; /* "USS Carl Vinson" */
        uint32_t m = bg_text__mark(text, i, end, CLASS_WHO);
        if (m == BG_NONE) return false;
        text->marks.items[m].ref = (uint32_t)(p - mentions->people.items);
        if (!bg_person__add_mention(mentions, p, &text->marks.items[m])) return false;
        i = end - 1;
    }
    return true;
}
