/* key_find: the keys that words hold: who, what is counted, names, terms, common words in pairs. */
#include "keyer.h"

#include <stdlib.h>

#define NEAR_BEHIND 8 /* words behind a head that tell which one is meant */
#define NEAR_BEFORE 4 /* … and a number before it */
#define YEARS 1900    /* such numbers are years */
#define NEGATION_NEAR 4 /* words before "không" that say who */
#define GUEST_NEAR 3  /* words before the one who is invited */
#define MODEL_LETTERS 3 /* of "Su-30" */
#define WORKS_MOST 9   /* the highest number that tells one work of a name from the next */
#define NAME_LEAST 3 /* tokens of an agreement's name that says more than "hiệp định" */

static void add(bg_keyer *k, char kind, const char *value, uint32_t tok, uint32_t end) {
    bg_found_key *slot = BG_PUSH(k->text->arena, &k->found);
    if (slot) *slot = (bg_found_key){kind, value, tok, end, false, false};
    else k->failed = true;
}

/* Does it tell which of the kind is meant that the head names: behind it in the same clause, or a number before it? */
static bool is_near(const bg_keyer *k, const bg_found_key *head, const bg_found_key *f) {
    bool before = f->kind == 'd' && f->tok < head->tok && f->end + NEAR_BEFORE > head->tok, behind = f->end > head->end && f->tok < head->end + NEAR_BEHIND;
    if (!before && !behind) return false;
    for (uint32_t i = before ? f->end : head->end; i < (before ? head->tok : f->tok); i++)
        if (bg_text__is_sign(k->text, i, ',') || bg_text__is_sign(k->text, i, ';')) return false;
    return true;
}

static void find_near(bg_keyer *k) {
    const bg_found_key *head = NULL;
    for (size_t i = 0; i < k->found.count; i++)
        if (k->found.items[i].kind == 'h')
            for (size_t j = 0; j < k->found.count; j++) {
                head = &k->found.items[i];
                if (j != i && !strchr("zyf", k->found.items[j].kind)) k->found.items[j].near |= is_near(k, head, &k->found.items[j]);
            }
}

bool bg_key__needs_head(const bg_found_key *f) { return f->capital || f->kind == 'd' || f->kind == 'q' || f->kind == 'w'; }

/* Those that begin first stand first, fields last. */
static int by_place(const void *a, const void *b) {
    const bg_found_key *x = a, *y = b;
    if ((x->kind == 'z') != (y->kind == 'z')) return x->kind == 'z' ? 1 : -1;
    if (x->tok != y->tok) return x->tok < y->tok ? -1 : 1;
    return x->end != y->end ? (x->end < y->end ? -1 : 1) : x->kind - y->kind;
}

/* A name in one spelling: "visit_donald_trump". */
static const char *spelled(bg_keyer *k, const char *before, const char *name) {
    bg_buf buf;
    bg_buf__init(&buf, 4096);
    bg_buf__text(&buf, before);
    for (const char *at = name; *at;) {
        size_t size = strcspn(at, " -.");
        char key[BG_SYLLABLE_MAX];
        if (size) bg_buf__print(&buf, "%s%.*s", buf.size ? "_" : "", (int)bg_syllable__key(at, size, key), key);
        at += size + (at[size] != 0);
    }
    const char *out = bg_buf__keep(&buf, k->text->arena);
    k->failed |= !out;
    return out;
}

static bool is_visit(const bg_keyer *k, uint32_t tok, uint32_t end) {
    for (uint32_t m = bg_text__first(k->text, tok, end, CLASS_CONTACT); m != BG_NONE; m = bg_text__after(k->text, m, end, CLASS_CONTACT))
        if (is(bg_mark__get(k->text, &k->text->marks.items[m], KEY_VALUE), "visit")) return true;
    return false;
}

/* Somebody who is no official is what it is about; of whom one invites the name or the office tells the invitation. */
static void take_person(bg_keyer *k, uint32_t tok, uint32_t end) {
    uint32_t m = bg_text__at(k->text, tok, CLASS_WHO);
    if (m == BG_NONE || k->text->marks.items[m].end > end || (k->invites && tok > k->start + GUEST_NEAR)) return;
    const bg_mark *mark = &k->text->marks.items[m];
    const bg_person *p = mark->ref < k->claims->mentions->people.count ? &k->claims->mentions->people.items[mark->ref] : NULL;
    if (!p || (!k->invites && (!p->name || p->office_count || p->country || bg_text__at(k->text, tok, CLASS_PERSON) != BG_NONE))) return;
    if (k->invites && !is_visit(k, mark->end, end)) return;
    const char *name = p->name ? p->name : p->office_count && p->best_office != BG_NONE ? p->offices[p->best_office] : NULL;
    const char *value = name ? spelled(k, k->invites ? "visit" : "", name) : NULL;
    if (value) add(k, k->invites ? 'n' : 'c', value, tok, mark->end);
    k->invites = false;
}

uint32_t bg_keyer__behind(const bg_keyer *k, uint32_t tok, uint32_t end, const unsigned *classes, size_t count) {
    uint32_t far = tok;
    for (size_t i = 0; i < count; i++) {
        uint32_t m = bg_text__at(k->text, tok, classes[i]);
        if (m != BG_NONE && k->text->marks.items[m].end <= end && k->text->marks.items[m].end > far) far = k->text->marks.items[m].end;
    }
    return far;
}

/* "III" of a quarter, a session, a phase. */
static bool is_roman(const bg_keyer *k, const bg_token *t) {
    size_t size = t->end - t->start;
    for (size_t i = 0; i < size; i++)
        if (!strchr("IVX", k->text->bytes[t->start + i])) return false;
    return size > 0;
}

bool bg_keyer__is_number(const bg_keyer *k, uint32_t tok) { return k->text->tokens.items[tok].flags & BG_TOK_NUMBER; }

static bool is_cap(const bg_keyer *k, uint32_t tok) {
    const bg_token *t = &k->text->tokens.items[tok];
    if (is_roman(k, t)) return false;
    return t->flags & BG_TOK_WORD && t->flags & BG_TOK_CAP && !(t->flags & BG_TOK_FIRST);
}

/* "L-39", "6G": letters and a number are one name; its end, or the same token. */
static uint32_t behind_model(const bg_keyer *k, uint32_t tok, uint32_t end) {
    const bg_token *t = &k->text->tokens.items[tok];
    if (tok + 1 < end && bg_keyer__is_number(k, tok) && t[1].flags & BG_TOK_GLUED && is_cap(k, tok + 1)) return tok + 2;
    if (tok + 2 >= end || !(t->flags & BG_TOK_WORD) || !(t->flags & BG_TOK_CAP) || t->end - t->start > MODEL_LETTERS || !bg_text__is_sign(k->text, tok + 1, '-')) return tok;
    return bg_keyer__is_number(k, tok + 2) ? tok + 3 : tok;
}

static bool is_syllable(const bg_keyer *k, uint32_t tok) {
    const bg_token *t = &k->text->tokens.items[tok];
    char key[BG_SYLLABLE_MAX];
    uint32_t letters[BG_SYLLABLE_MAX];
    size_t size = bg_syllable__key(k->text->bytes + t->start, t->end - t->start, key), count = 0;
    for (size_t at = 0; at < size;) letters[count++] = bg_utf8__next(key, size, &at);
    return !(t->flags & BG_TOK_UPPER) && bg_syllable__is(letters, count);
}

/* Does it stand behind the first word of something longer that is known: Biển "Đông"? */
static bool is_later_part(const bg_keyer *k, uint32_t tok) {
    static const unsigned classes[] = {CLASS_TOPIC, CLASS_PLACE, CLASS_MATTER};
    for (size_t i = 0; i < BG_COUNT(classes); i++) {
        uint32_t m = bg_text__over(k->text, tok > FIELD_WORDS ? tok - FIELD_WORDS : 0, tok, classes[i]);
        if (m != BG_NONE && k->text->marks.items[m].tok < tok && k->text->marks.items[m].end > tok && (i != 1 || is_cap(k, k->text->marks.items[m].tok))) return true;
    }
    return false;
}

/* A syllable of Vietnamese that goes on in a small word, or that ends something else: "Hồi" giáo, Biển "Đông"; a letter alone: "G" 20. It is no name by itself. */
static bool is_piece(const bg_keyer *k, uint32_t tok, uint32_t end) {
    const bg_token *t = &k->text->tokens.items[tok];
    if (t->end - t->start == 1) return true;
    if (!is_syllable(k, tok)) return false;
    bool small = tok + 1 < end && t[1].flags & BG_TOK_WORD && !(t[1].flags & BG_TOK_CAP) && !bg_text__is(k->text, tok + 1, CLASS_GENERAL);
    return small || is_later_part(k, tok);
}

/* "Bộ Ngoại giao": a body goes on behind its capitals; its end, or the same token. */
static uint32_t behind_body(const bg_keyer *k, uint32_t tok, uint32_t last, uint32_t end) {
    uint32_t m = bg_text__at(k->text, tok, CLASS_BODY);
    return m != BG_NONE && k->text->marks.items[m].end > last && k->text->marks.items[m].end <= end ? k->text->marks.items[m].end : tok;
}

/* "Ô Môn 2": a number that ends what is said of a name makes one work of it; its end, or `last`. "Cà Mau 12 tàu" are twelve ships. */
static uint32_t behind_work(const bg_keyer *k, uint32_t tok, uint32_t last, uint32_t end) {
    if (last >= end || !bg_keyer__is_number(k, last) || k->text->tokens.items[last].value > WORKS_MOST || bg_keyer__is_number(k, last - 1)) return last;
    bool sole = last == tok + 1 && is_syllable(k, tok);
    bool ends = last + 1 >= end || bg_text__is(k->text, last + 1, CLASS_GENERAL) || bg_text__is_sign(k->text, last + 1, ',') || bg_text__is_sign(k->text, last + 1, ';');
    return ends && !sole ? last + 1 : last;
}

/* Names: capitalised words in a row. */
static uint32_t take_name(bg_keyer *k, uint32_t tok, uint32_t end) {
    uint32_t last = behind_model(k, tok, end);
    bool model = last > tok;
    while (last == tok && last < end && is_cap(k, last)) last++;
    while (last > tok && last < end && is_cap(k, last)) last++;
    if (last == tok) return tok;
    uint32_t m = bg_text__at(k->text, tok, CLASS_PLACE), body = behind_body(k, tok, last, end);
    bool known = m != BG_NONE && k->text->marks.items[m].end == last;
    if (body > tok && !known) return body;
    if (last == tok + 1 && !known && !model && is_piece(k, tok, end)) return tok;
    uint32_t far = behind_work(k, tok, last, end);
    add(k, far > last ? 'n' : known ? 'p' : 'c', NULL, tok, far);
    return far;
}

/* A word makes a pair with the one before it; alone, or as a number, it tells something only beside a head. */
static void take_word(bg_keyer *k, uint32_t tok, uint32_t end) {
    bool next = tok + 1 < end && k->text->tokens.items[tok + 1].flags & BG_TOK_WORD;
    if (k->before != BG_NONE) add(k, 'b', NULL, k->before, tok + 1);
    else if (!next || bg_text__is(k->text, tok + 1, CLASS_GENERAL) || bg_text__is(k->text, tok + 1, CLASS_SIDE)) add(k, 'w', NULL, tok, tok + 1);
    k->before = tok;
}

static void take_number(bg_keyer *k, uint32_t tok) {
    const bg_token *t = &k->text->tokens.items[tok];
    if (t->flags & BG_TOK_NUMBER && t->value < YEARS) add(k, 'd', NULL, tok, tok + 1);
}

/* "lần thứ 9": another session than the tenth. "15 tỷ USD": what is aimed at. */
static uint32_t take_count(bg_keyer *k, uint32_t tok, uint32_t end) {
    uint32_t ordinal = bg_text__at(k->text, tok, CLASS_WHICHONE), number = ordinal == BG_NONE ? end : k->text->marks.items[ordinal].end;
    if (number < end && bg_keyer__is_number(k, number) && k->text->tokens.items[number].value < YEARS) {
        add(k, 'o', NULL, number, number + 1);
        return number + 1;
    }
    uint32_t m = tok + 1 < end && k->text->tokens.items[tok].flags & BG_TOK_NUMBER ? bg_text__at(k->text, tok + 1, CLASS_AMOUNT) : BG_NONE;
    if (m == BG_NONE || k->text->marks.items[m].end > end) return tok;
    bool decimal = tok > 1 && k->text->tokens.items[tok - 2].flags & BG_TOK_NUMBER && bg_text__is_sign(k->text, tok - 1, ',');
    add(k, 'm', NULL, decimal ? tok - 2 : tok, k->text->marks.items[m].end);
    return k->text->marks.items[m].end;
}

/* A field of cooperation, or the end of a term: general, but it tells which hospital or which training is meant. */
static bool is_field(const bg_keyer *k, uint32_t tok, uint32_t end) {
    uint32_t m = bg_text__over(k->text, tok > FIELD_WORDS ? tok - FIELD_WORDS : 0, tok, CLASS_TOPIC);
    return m != BG_NONE && k->text->marks.items[m].end == end;
}

/* "hoàn thành phân giới cắm mốc": a thing of its own that ends a longer term; its first token, `tok` if there is none. */
static uint32_t matter_inside(const bg_keyer *k, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok + 1; i + 1 < end; i++) {
        uint32_t m = bg_text__at(k->text, i, CLASS_MATTER);
        if (m != BG_NONE && k->text->marks.items[m].end >= end) return i;
    }
    return tok;
}

/* "Hà Nội - Lạng Sơn": where a way leads, one end of it the capital of a state; "Hà Nội - Washington" are two states. */
static bool is_route(const bg_keyer *k, uint32_t tok, uint32_t far, uint32_t end) {
    bool before = tok > k->start + 1 && bg_text__is_sign(k->text, tok - 1, '-') && is_cap(k, tok - 2), behind_it = far + 1 < end && bg_text__is_sign(k->text, far, '-') && is_cap(k, far + 1);
    if (!before && !behind_it) return false;
    uint32_t m = before ? bg_text__over(k->text, tok > FIELD_WORDS ? tok - FIELD_WORDS : 0, tok - 2, CLASS_PLACE) : bg_text__at(k->text, far + 1, CLASS_PLACE);
    return m != BG_NONE && !bg_mark__get(k->text, &k->text->marks.items[m], KEY_METONYM);
}

/* "Washington", of the state, is a party; beside a head it may be a town. */
static uint32_t take_capital(bg_keyer *k, uint32_t tok, uint32_t end) {
    uint32_t m = bg_text__at(k->text, tok, CLASS_PLACE);
    if (m == BG_NONE || k->text->marks.items[m].end > end || !bg_mark__get(k->text, &k->text->marks.items[m], KEY_METONYM)) return tok;
    add(k, 'p', NULL, tok, k->text->marks.items[m].end);
    if (!k->failed) k->found.items[k->found.count - 1].capital = !is_route(k, tok, k->text->marks.items[m].end, end);
    return k->text->marks.items[m].end;
}

static bool all_caps(const bg_keyer *k, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end; i++)
        if (!is_cap(k, i)) return false;
    return true;
}

/* "Bệnh viện Chợ Rẫy": a body that is no party; the name that stands last in it tells which. */
static void take_house(bg_keyer *k, uint32_t tok, uint32_t end) {
    uint32_t m = bg_text__at(k->text, tok, CLASS_BODY), last = end;
    if (m == BG_NONE || k->text->marks.items[m].end != end || !is(bg_mark__get(k->text, &k->text->marks.items[m], KEY_CHANNEL), "people")) return;
    while (last > tok + 1 && is_cap(k, last - 1)) last--;
    if (last < end) add(k, 'c', NULL, last, end);
}

/* "Reuters", "Trump": those who tell, and officials whom everybody knows, are not what it is about. */
static uint32_t behind_known(const bg_keyer *k, uint32_t tok, uint32_t general, uint32_t end) {
    static const unsigned known[] = {CLASS_AGENCY, CLASS_NOTPERSON, CLASS_PERSON};
    uint32_t far = is_cap(k, tok) ? bg_keyer__behind(k, tok, end, known, BG_COUNT(known)) : tok;
    if (far > tok && bg_text__over(k->text, tok > FIELD_WORDS ? tok - FIELD_WORDS : 0, tok, CLASS_PLACE) != BG_NONE) return general; /* "Thành phố Hồ Chí Minh" */
    return far > general ? far : general;
}

/* "đã chạy thử": that it was done is not what it is about; the end of the verb, or the same token. */
static uint32_t behind_deed(const bg_keyer *k, uint32_t tok, uint32_t end) {
    static const unsigned verbs[] = {CLASS_DEEDVERB};
    uint32_t m = tok > k->start ? bg_text__over(k->text, tok > FIELD_WORDS ? tok - FIELD_WORDS : 0, tok - 1, CLASS_DEEDCUE) : BG_NONE;
    return m != BG_NONE && k->text->marks.items[m].end == tok ? bg_keyer__behind(k, tok, end, verbs, 1) : tok;
}

/* Right behind a kind of which there are many? */
static bool behind_kind(const bg_keyer *k, uint32_t tok) {
    uint32_t m = tok > k->start ? bg_text__over(k->text, tok > FIELD_WORDS ? tok - FIELD_WORDS : 0, tok - 1, CLASS_MATTER) : BG_NONE;
    return m != BG_NONE && k->text->marks.items[m].end == tok && is(bg_mark__get(k->text, &k->text->marks.items[m], KEY_APART), "yes");
}

/* What one token begins; the next token to look at. */
static uint32_t take(bg_keyer *k, uint32_t tok, uint32_t end) {
    static const unsigned passed[] = {CLASS_GENERAL, CLASS_SIDE, CLASS_COUNTRY, CLASS_DEMONYM, CLASS_WHO, CLASS_POST, CLASS_DATE, CLASS_BOTH, CLASS_ORG};
    static const unsigned things[] = {CLASS_MATTER}, terms[] = {CLASS_TOPIC}, sorts[] = {CLASS_THING};
    uint32_t m = bg_text__at(k->text, tok, CLASS_MATTER);
    uint32_t thing = bg_keyer__behind(k, tok, end, things, 1), general = behind_known(k, tok, bg_keyer__behind(k, tok, end, passed, BG_COUNT(passed)), end), term = bg_keyer__behind(k, tok, end, terms, 1);
    if (thing > tok && thing >= general) {
        const bg_mark *mark = &k->text->marks.items[m];
        add(k, is(bg_mark__get(k->text, mark, KEY_APART), "yes") ? 'h' : 'k', bg_mark__get(k->text, mark, KEY_VALUE), tok, thing);
        return thing;
    }
    uint32_t capital = take_capital(k, tok, end), deed = behind_deed(k, tok, end);
    if (capital > tok) return capital;
    if (deed > tok && thing == tok) return deed;
    uint32_t inner = matter_inside(k, tok, general > term ? general : term);
    if (inner > tok) return inner;
    bool named = general == tok + 1 && general < end && is_cap(k, tok) && is_cap(k, general); /* "Đoàn Thị Hương": no word that anybody says */
    named |= general > tok + 1 && behind_kind(k, tok) && all_caps(k, tok, general); /* cửa khẩu "Hữu Nghị" */
    uint32_t sorted = bg_keyer__behind(k, tok, end, sorts, 1);
    if (sorted > tok && sorted >= general && sorted >= term) { /* take_things has it */
        uint32_t within = matter_inside(k, tok, sorted);
        return within > tok ? within : sorted;
    }
    if (general > tok && general >= term && !named) {
        if (is_field(k, tok, general)) add(k, 'q', NULL, tok, general);
        take_house(k, tok, general);
        return general;
    }
    if (term > tok + 1 && all_caps(k, tok, term)) return tok; /* "Mỹ Sơn": a name */
    if (term > tok + 1) {
        add(k, 't', NULL, tok, term);
        return term;
    }
    return tok;
}

/* Are the words part of what names a kind of which there are many? Then they are no more than it. */
static bool is_head_there(const bg_keyer *k, const bg_mark *thing) {
    for (uint32_t i = thing->tok > FIELD_WORDS ? thing->tok - FIELD_WORDS : 0; i <= thing->tok; i++) {
        uint32_t m = bg_text__at(k->text, i, CLASS_MATTER);
        if (m != BG_NONE && k->text->marks.items[m].end >= thing->end && is(bg_mark__get(k->text, &k->text->marks.items[m], KEY_APART), "yes")) return true;
    }
    return false;
}

/* What stands in the words that is sorted (THING), whatever else begins or ends there: the longest, none inside another. */
static void take_things(bg_keyer *k, uint32_t tok, uint32_t end) {
    uint32_t last = tok;
    for (uint32_t m = bg_text__first(k->text, tok, end, CLASS_THING); m != BG_NONE; m = bg_text__after(k->text, m, end, CLASS_THING)) {
        const bg_mark *mark = &k->text->marks.items[m];
        if (mark->end <= last || mark->end > end) continue;
        add(k, is_head_there(k, mark) ? 'y' : 'x', bg_mark__get(k->text, mark, KEY_VALUE), mark->tok, mark->end);
        last = mark->end;
    }
}

/* The fields that the words are about: topics of theirs, each once. */
static void take_fields(bg_keyer *k, uint32_t tok, uint32_t end) {
    for (uint32_t m = bg_text__first(k->text, tok, end, CLASS_TOPIC); m != BG_NONE; m = bg_text__after(k->text, m, end, CLASS_TOPIC)) {
        const bg_mark *mark = &k->text->marks.items[m];
        const char *code = bg_mark__get(k->text, mark, KEY_VALUE);
        if (code) add(k, 'z', code, mark->tok, mark->end);
    }
}

/* The name of an agreement or a mechanism, beside the words in it. */
static void take_agreement(bg_keyer *k, uint32_t tok, uint32_t end) {
    static const unsigned classes[] = {CLASS_AGREEMENT, CLASS_MECHANISM};
    uint32_t far = bg_keyer__behind(k, tok, end, classes, BG_COUNT(classes));
    if (far >= tok + NAME_LEAST) add(k, 'n', NULL, tok, far);
}

/* "mua S-400 … sau khi quân đội bắn rơi Su-24": where a clause begins that tells when, or on what condition; `end`, if none does. */
static uint32_t subclause_in(const bg_keyer *k, uint32_t tok, uint32_t end) {
    uint32_t m = bg_text__first(k->text, tok, end, CLASS_CONDITION), first = m == BG_NONE ? end : k->text->marks.items[m].tok;
    for (m = bg_text__first(k->text, tok, first, CLASS_SUBCLAUSE); m != BG_NONE; m = bg_text__after(k->text, m, first, CLASS_SUBCLAUSE)) {
        const bg_mark *mark = &k->text->marks.items[m];
        const char *kind = bg_mark__get(k->text, mark, KEY_VALUE);
        if (is(kind, "open") || (is(kind, "told") && mark->end > mark->tok + 1)) return mark->tok; /* not the "liệu" of "tài liệu", nor "do", by whom */
    }
    return first;
}

/* What such a clause names is not what it is about, if something is named before it. */
static void drop_subclause(bg_keyer *k, uint32_t tok, uint32_t end) {
    uint32_t from = subclause_in(k, tok, end);
    bool named = false;
    size_t kept = 0;
    for (size_t i = 0; i < k->found.count; i++) named |= k->found.items[i].tok < from && strchr("knhxctp", k->found.items[i].kind);
    for (size_t i = 0; named && i < k->found.count; i++)
        if (k->found.items[i].tok < from) k->found.items[kept++] = k->found.items[i];
    if (named) k->found.count = kept;
    kept = 0;
    for (size_t i = 0; !named && from > tok && i < k->found.count; i++) /* nor are its common words, in any case */
        if (k->found.items[i].tok < from || !strchr("bw", k->found.items[i].kind)) k->found.items[kept++] = k->found.items[i];
    if (!named && from > tok) k->found.count = kept;
}

/* "Nga không chuyển …": that it is not to be done; but not within a thing's own name, "không có hành động làm phức tạp", nor "không ngừng". */
static void take_negation(bg_keyer *k, uint32_t tok, uint32_t end) {
    uint32_t at = bg_text__next(k->text, tok, end, CLASS_NEGATION), cue = bg_text__over(k->text, tok, at, CLASS_GENERAL);
    if (at >= end || at > tok + NEGATION_NEAR || (at + 1 < end && bg_text__is(k->text, at + 1, CLASS_ONLY)) || (cue != BG_NONE && k->text->marks.items[cue].end > at + 1)) return;
    if (bg_text__over(k->text, at > FIELD_WORDS ? at - FIELD_WORDS : 0, at, CLASS_MATTER) == BG_NONE) add(k, 'f', "not", at, at + 1);
}

bool bg_keyer__find(bg_keyer *k, uint32_t tok, uint32_t end) {
    take_negation(k, tok, end);
    take_things(k, tok, end);
    for (uint32_t i = tok; i < end && !k->failed;) {
        take_agreement(k, i, end);
        take_person(k, i, end);
        uint32_t next = take_count(k, i, end);
        if (next == i) next = take(k, i, end);
        if (next == i) next = take_name(k, i, end);
        if (next > i) {
            k->before = BG_NONE;
            i = next;
            continue;
        }
        if (k->text->tokens.items[i].flags & BG_TOK_WORD) take_word(k, i, end);
        else take_number(k, i), k->before = BG_NONE;
        i++;
    }
    take_fields(k, tok, end);
    drop_subclause(k, tok, end);
    if (k->found.count) qsort(k->found.items, k->found.count, sizeof *k->found.items, by_place);
    find_near(k);
    return !k->failed;
}
