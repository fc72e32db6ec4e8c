/* key: the words by which a matter is known again. */
#include "matter.h"

#define KEYS_MAX 24
#define NEAR_BEHIND 8 /* words behind a head that tell which one is meant */
#define NEAR_BEFORE 4 /* … and a number before it */
#define FIELD_WORDS 6 /* of the longest term */
#define YEARS 1900    /* such numbers are years */
#define NAME_LEAST 3 /* tokens of an agreement's name that says more than "hiệp định" */

/* A key and where it stands. */
typedef struct found {
    char kind;
    const char *value; /* NULL: the words */
    uint32_t tok, end;
    bool near; /* of a head */
} found;

typedef struct keyer {
    const bg_claims *claims;
    const bg_text *text;
    bg_keys *out;
    BG_VEC(found) found;
    uint32_t first, last;
    uint32_t before; /* the word that the next one makes a pair with, BG_NONE */
    bool failed;
} keyer;

/* The words of [tok, end) in one spelling, joined by "_". */
static void join(const keyer *k, uint32_t tok, uint32_t end, bg_buf *out) {
    for (uint32_t i = tok; i < end; i++) {
        const bg_token *t = &k->text->tokens.items[i];
        char key[BG_SYLLABLE_MAX];
        if (t->flags & BG_TOK_PUNCT) continue;
        size_t size = bg_syllable__key(k->text->bytes + t->start, t->end - t->start, key);
        if (out->size > 2) bg_buf__char(out, '_');
        bg_buf__add(out, key, size);
    }
}

static bool is_known(const bg_keys *keys, const char *key) {
    for (size_t i = 0; i < keys->count; i++)
        if (strcmp(keys->items[i], key) == 0) return true;
    return false;
}

static void add(keyer *k, char kind, const char *value, uint32_t tok, uint32_t end) {
    found *slot = BG_PUSH(k->text->arena, &k->found);
    if (slot) *slot = (found){kind, value, tok, end, false};
    else k->failed = true;
}

/* Does it tell which of the kind is meant that the head names: behind it in the same clause, or a number before it? */
static bool is_near(const keyer *k, const found *head, const found *f) {
    bool before = f->kind == 'd' && f->tok < head->tok && f->end + NEAR_BEFORE > head->tok, behind = f->tok >= head->end && f->tok < head->end + NEAR_BEHIND;
    if (!before && !behind) return false;
    for (uint32_t i = before ? f->end : head->end; i < (before ? head->tok : f->tok); i++)
        if (bg_text__is_sign(k->text, i, ',') || bg_text__is_sign(k->text, i, ';')) return false;
    return true;
}

static void find_near(keyer *k) {
    const found *head = NULL;
    for (size_t i = 0; i < k->found.count; i++)
        if (k->found.items[i].kind == 'h')
            for (size_t j = 0; j < k->found.count; j++) {
                head = &k->found.items[i];
                if (j != i) k->found.items[j].near |= is_near(k, head, &k->found.items[j]);
            }
}

/* What tells something only beside a head. */
static bool needs_head(const found *f) { return f->kind == 'd' || f->kind == 'q' || f->kind == 'w'; }

/* One key as it is kept: `value`, or the words themselves. */
static void keep(keyer *k, const found *f) {
    bg_buf buf;
    if (k->out->count == KEYS_MAX || (needs_head(f) && !f->near)) return;
    bg_buf__init(&buf, 4096);
    bg_buf__print(&buf, "%c:", f->near ? f->kind - 'a' + 'A' : f->kind);
    if (f->value) bg_buf__text(&buf, f->value);
    else join(k, f->tok, f->end, &buf);
    const char *key = bg_buf__keep(&buf, k->text->arena);
    const char **slot = key && !is_known(k->out, key) ? BG_PUSH(k->text->arena, k->out) : NULL;
    if (slot) *slot = key;
    k->failed |= !key;
    if (k->first == BG_NONE || f->tok < k->first) k->first = f->tok;
    if (f->end > k->last) k->last = f->end;
}

/* The end of the longest mark of these classes at a token; `tok` if there is none. */
static uint32_t behind(const keyer *k, uint32_t tok, uint32_t end, const unsigned *classes, size_t count) {
    uint32_t far = tok;
    for (size_t i = 0; i < count; i++) {
        uint32_t m = bg_text__at(k->text, tok, classes[i]);
        if (m != BG_NONE && k->text->marks.items[m].end <= end && k->text->marks.items[m].end > far) far = k->text->marks.items[m].end;
    }
    return far;
}

/* "III" of a quarter, a session, a phase. */
static bool is_roman(const keyer *k, const bg_token *t) {
    size_t size = t->end - t->start;
    for (size_t i = 0; i < size; i++)
        if (!strchr("IVX", k->text->bytes[t->start + i])) return false;
    return size > 0;
}

static bool is_cap(const keyer *k, uint32_t tok) {
    const bg_token *t = &k->text->tokens.items[tok];
    if (is_roman(k, t)) return false;
    return t->flags & BG_TOK_WORD && t->flags & BG_TOK_CAP && !(t->flags & BG_TOK_FIRST);
}

/* Names: capitalised words in a row. */
static uint32_t take_name(keyer *k, uint32_t tok, uint32_t end) {
    uint32_t last = tok;
    while (last < end && is_cap(k, last)) last++;
    if (last > tok) add(k, 'c', NULL, tok, last);
    return last;
}

/* A word makes a pair with the one before it; alone, or as a number, it tells something only beside a head. */
static void take_word(keyer *k, uint32_t tok, uint32_t end) {
    bool next = tok + 1 < end && k->text->tokens.items[tok + 1].flags & BG_TOK_WORD;
    if (k->before != BG_NONE) add(k, 'b', NULL, k->before, tok + 1);
    else if (!next || bg_text__is(k->text, tok + 1, CLASS_GENERAL) || bg_text__is(k->text, tok + 1, CLASS_SIDE)) add(k, 'w', NULL, tok, tok + 1);
    k->before = tok;
}

static void take_number(keyer *k, uint32_t tok) {
    const bg_token *t = &k->text->tokens.items[tok];
    if (t->flags & BG_TOK_NUMBER && t->value < YEARS) add(k, 'd', NULL, tok, tok + 1);
}

/* A field of cooperation, or the end of a term: general, but it tells which hospital or which training is meant. */
static bool is_field(const keyer *k, uint32_t tok, uint32_t end) {
    uint32_t m = bg_text__over(k->text, tok > FIELD_WORDS ? tok - FIELD_WORDS : 0, tok, CLASS_TOPIC);
    return m != BG_NONE && k->text->marks.items[m].end == end;
}

/* "hoàn thành phân giới cắm mốc": a thing of its own that ends a longer term; its first token, `tok` if there is none. */
static uint32_t matter_inside(const keyer *k, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok + 1; i + 1 < end; i++) {
        uint32_t m = bg_text__at(k->text, i, CLASS_MATTER);
        if (m != BG_NONE && k->text->marks.items[m].end >= end) return i;
    }
    return tok;
}

/* "Washington", of the state, is a party; beside a head it may be a town. */
static uint32_t take_capital(keyer *k, uint32_t tok, uint32_t end) {
    uint32_t m = bg_text__at(k->text, tok, CLASS_PLACE);
    if (m == BG_NONE || k->text->marks.items[m].end > end || !bg_mark__get(k->text, &k->text->marks.items[m], KEY_METONYM)) return tok;
    add(k, 'w', NULL, tok, k->text->marks.items[m].end);
    return k->text->marks.items[m].end;
}

/* What one token begins; the next token to look at. */
static uint32_t take(keyer *k, uint32_t tok, uint32_t end) {
    static const unsigned passed[] = {CLASS_GENERAL, CLASS_SIDE, CLASS_COUNTRY, CLASS_DEMONYM, CLASS_WHO, CLASS_POST, CLASS_DATE, CLASS_BOTH, CLASS_ORG};
    static const unsigned things[] = {CLASS_MATTER}, terms[] = {CLASS_TOPIC};
    uint32_t m = bg_text__at(k->text, tok, CLASS_MATTER);
    uint32_t thing = behind(k, tok, end, things, 1), general = behind(k, tok, end, passed, BG_COUNT(passed)), term = behind(k, tok, end, terms, 1);
    if (thing > tok && thing >= general) {
        const bg_mark *mark = &k->text->marks.items[m];
        add(k, is(bg_mark__get(k->text, mark, KEY_APART), "yes") ? 'h' : 'k', bg_mark__get(k->text, mark, KEY_VALUE), tok, thing);
        return thing;
    }
    uint32_t capital = take_capital(k, tok, end);
    if (capital > tok) return capital;
    uint32_t inner = matter_inside(k, tok, general > term ? general : term);
    if (inner > tok) return inner;
    if (general > tok && general >= term) {
        if (is_field(k, tok, general)) add(k, 'q', NULL, tok, general);
        return general;
    }
    if (term > tok + 1) {
        add(k, 't', NULL, tok, term);
        return term;
    }
    return tok;
}

/* The name of an agreement or a mechanism, beside the words in it. */
static void take_agreement(keyer *k, uint32_t tok, uint32_t end) {
    static const unsigned classes[] = {CLASS_AGREEMENT, CLASS_MECHANISM};
    uint32_t far = behind(k, tok, end, classes, BG_COUNT(classes));
    if (far >= tok + NAME_LEAST) add(k, 'n', NULL, tok, far);
}

bool bg_matter__keys(const bg_claims *claims, uint32_t tok, uint32_t end, bg_keys *out, uint32_t *first, uint32_t *last) {
    keyer k = {.claims = claims, .text = claims->text, .out = out, .first = BG_NONE, .before = BG_NONE};
    for (uint32_t i = tok; i < end && !k.failed;) {
        take_agreement(&k, i, end);
        uint32_t next = take(&k, i, end);
        if (next == i) next = take_name(&k, i, end);
        if (next > i) {
            k.before = BG_NONE;
            i = next;
            continue;
        }
        if (k.text->tokens.items[i].flags & BG_TOK_WORD) take_word(&k, i, end);
        else take_number(&k, i), k.before = BG_NONE;
        i++;
    }
    find_near(&k);
    for (size_t i = 0; i < k.found.count; i++) keep(&k, &k.found.items[i]);
    *first = k.first, *last = k.last;
    return !k.failed;
}
