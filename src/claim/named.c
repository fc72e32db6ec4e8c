/* named: the extent of a name: its states ("giữa A và B", "A - B"), its ordinal, the words behind "về" that tell its field. */
#include "naming.h"

#include <stdlib.h>

#define NAME_MOST 30    /* tokens behind the head */
#define BARE_MOST 6     /* … that may stand before its states or its field */
#define WORDS_MOST 12   /* words of a field that count */
#define ORDINAL_MOST 200
#define BEFORE_MOST 9   /* tokens before the head in which an ordinal may stand */
#define BETWEEN_MOST 2  /* … between it and the head */

typedef struct reader {
    const bg_claims *claims;
    const bg_text *text;
    const bg_sentence *s;
    bg_named *out;
    uint32_t at, last; /* where a name may end at the latest */
    bool field, joined; /* the words behind "về" have begun; a dash or "và" stands before */
    bool weak;          /* words count that are weak */
    BG_VEC(const char *) words;
    bool failed;
} reader;

/* ------------------------------------------------------------------ states */

static bool is_dash(const bg_text *text, uint32_t tok) { return tok < text->tokens.count && (bg_text__is_sign(text, tok, '-') || bg_text__is_sign(text, tok, 0x2013)); }

const char *bg_named__side(const bg_claims *claims, uint32_t tok, uint32_t *end) {
    static const unsigned classes[] = {CLASS_SIDE, CLASS_ORG, CLASS_COUNTRY, CLASS_COUNTRYSHORT};
    const bg_text *text = claims->text;
    const char *best = NULL;
    *end = tok;
    if (bg_text__is(text, tok, CLASS_PACT)) return NULL; /* "CPTPP": an agreement, no party */
    for (size_t i = 0; i < BG_COUNT(classes); i++) {
        uint32_t m = bg_text__at(text, tok, classes[i]);
        const bg_mark *mark = m == BG_NONE ? NULL : &text->marks.items[m];
        if (!mark || mark->end <= *end) continue;
        if (mark->klass == CLASS_COUNTRYSHORT && !is_dash(text, mark->end) && !(tok && is_dash(text, tok - 1))) continue;
        const char *code = bg_mention__country(claims->mentions, mark);
        if (code) best = code, *end = mark->end;
    }
    return best;
}

static void add_side(bg_named *n, const char *code) {
    for (unsigned i = 0; i < n->side_count; i++)
        if (is(n->sides[i], code)) return;
    if (n->side_count < BG_NAMED_SIDES) n->sides[n->side_count++] = code;
}

/* ------------------------------------------------------------------ ordinals */

static unsigned roman(const char *text, size_t size) {
    static const struct { char letter; unsigned value; } letters[] = {{'I', 1}, {'V', 5}, {'X', 10}, {'L', 50}, {'C', 100}};
    unsigned sum = 0, before = 0;
    for (size_t i = size; i-- > 0;) {
        unsigned value = 0;
        for (size_t k = 0; k < BG_COUNT(letters); k++)
            if (letters[k].letter == text[i]) value = letters[k].value;
        if (!value) return 0;
        sum = value < before ? sum - value : sum + value;
        before = value;
    }
    return sum;
}

/* "lần thứ 10", "lần thứ hai", "thứ XXV": the number, and *end behind it; 0 if there is none. */
static unsigned ordinal_at(const bg_text *text, uint32_t tok, uint32_t last, uint32_t *end) {
    uint32_t word = bg_text__at(text, tok, CLASS_ORDINAL), nth = bg_text__at(text, tok, CLASS_NTH);
    if (nth != BG_NONE && text->marks.items[nth].end < last) {
        uint32_t at = text->marks.items[nth].end;
        const bg_token *t = &text->tokens.items[at];
        unsigned value = t->flags & BG_TOK_NUMBER ? t->value : t->flags & BG_TOK_WORD ? roman(text->bytes + t->start, t->end - t->start) : 0;
        bool part = at + 1 < last && !(text->tokens.items[at].flags & BG_TOK_WORD) && (bg_text__is_sign(text, at + 1, '/') || bg_text__is_sign(text, at + 1, '%'));
        *end = at + 1;
        if (value && value <= ORDINAL_MOST && !part) return value;
    }
    if (word == BG_NONE || text->marks.items[word].end > last) return 0;
    *end = text->marks.items[word].end;
    return (unsigned)strtoul(bg_mark__get(text, &text->marks.items[word], KEY_VALUE), NULL, 10);
}

/* "Kỳ họp lần thứ 39 của Ủy ban …": right before the name, nothing but small words between. */
static unsigned ordinal_before(const bg_text *text, const bg_sentence *s, uint32_t tok) {
    uint32_t from = tok > s->tok + BEFORE_MOST ? tok - BEFORE_MOST : s->tok, end;
    for (uint32_t i = from; i < tok; i++) {
        unsigned value = ordinal_at(text, i, tok, &end);
        if (!value || end + BETWEEN_MOST < tok) continue;
        for (uint32_t k = end; k < tok; k++)
            if (text->tokens.items[k].flags & BG_TOK_PUNCT) value = 0;
        if (value) return value;
    }
    return 0;
}

/* ------------------------------------------------------------------ the field */

static void add_word(reader *r, uint32_t tok) {
    const bg_token *t = &r->text->tokens.items[tok];
    char key[BG_SYLLABLE_MAX];
    size_t size = t->flags & (BG_TOK_WORD | BG_TOK_NUMBER) ? bg_syllable__key(r->text->bytes + t->start, t->end - t->start, key) : 0;
    const char *word = size ? bg_arena__text(r->text->arena, key, size) : NULL;
    const char **slot = !size || r->words.count == WORDS_MOST ? NULL : word ? BG_PUSH(r->text->arena, &r->words) : NULL;
    if (slot) *slot = word;
    else r->failed |= size && !word;
}

/* Words [tok, end) but those that tell nothing. */
static void add_words(reader *r, uint32_t tok, uint32_t end) {
    while (tok < end) {
        uint32_t fill = bg_text__at(r->text, tok, CLASS_NAMEFILL);
        const char *kind = fill == BG_NONE || r->text->marks.items[fill].end > end ? NULL : bg_mark__get(r->text, &r->text->marks.items[fill], KEY_VALUE);
        if (kind && !(r->weak && is(kind, "weak"))) tok = r->text->marks.items[fill].end;
        else add_word(r, tok++);
    }
}

static const char *join_words(reader *r) {
    bg_buf buf;
    const char *last = NULL;
    bg_buf__init(&buf, 4096);
    if (r->words.count) qsort(r->words.items, r->words.count, sizeof *r->words.items, bg_string__order);
    for (size_t i = 0; i < r->words.count; i++) {
        if (last && strcmp(last, r->words.items[i]) == 0) continue;
        bg_buf__print(&buf, "%s%s", last ? "_" : "", r->words.items[i]);
        last = r->words.items[i];
    }
    if (!last) bg_buf__text(&buf, "");
    return bg_buf__keep(&buf, r->text->arena);
}

/* ------------------------------------------------------------------ the whole */

static bool ends_name(const bg_text *text, uint32_t tok) {
    static const unsigned classes[] = {CLASS_NAMESTOP, CLASS_SAY, CLASS_HELD, CLASS_PLANNED, CLASS_DATE, CLASS_FATE, CLASS_MECH, CLASS_PACT, CLASS_PACTHEAD, CLASS_SESSION, CLASS_WHO};
    for (size_t i = 0; i < BG_COUNT(classes); i++)
        if (bg_text__is(text, tok, classes[i])) return true;
    return false;
}

/* One step on; false: the name has ended. */
static bool step(reader *r) {
    const bg_text *text = r->text;
    uint32_t end, about = bg_text__at(text, r->at, CLASS_ABOUTFIELD);
    unsigned ordinal = ordinal_at(text, r->at, r->last, &end);
    if (ordinal) {
        if (!r->out->ordinal) r->out->ordinal = ordinal;
        return r->at = end, true;
    }
    const char *side = bg_named__side(r->claims, r->at, &end);
    if (side) {
        if (r->out->side_count >= 2 && !r->joined) return false;
        add_side(r->out, side);
        r->out->end = r->at = end;
        return r->joined = false, true;
    }
    if (is_dash(text, r->at) || bg_text__is(text, r->at, CLASS_AND)) return r->joined = true, r->at++, true;
    if (text->tokens.items[r->at].flags & BG_TOK_PUNCT) return false;
    if (about != BG_NONE) return r->field = true, r->at = text->marks.items[about].end, true;
    if (ends_name(text, r->at) || (r->out->side_count >= 2 && !r->field) || (!r->field && r->at >= r->out->tok + BARE_MOST + (r->out->end - r->out->tok))) return false;
    uint32_t fill = bg_text__at(text, r->at, CLASS_NAMEFILL), behind = fill == BG_NONE || text->marks.items[fill].end > r->last ? r->at + 1 : text->marks.items[fill].end;
    if (fill != BG_NONE && is(bg_mark__get(text, &text->marks.items[fill], KEY_VALUE), "between")) r->out->between = true;
    if (r->field) add_words(r, r->at, behind), r->out->end = behind;
    r->joined &= r->field;
    return r->at = behind, true;
}

bool bg_named__read(const bg_claims *claims, const bg_sentence *s, const bg_mark *head, unsigned how, bg_named *out) {
    reader r = {.claims = claims, .text = claims->text, .s = s, .out = out, .weak = how & BG_NAMED_WEAK, .at = head->end, .last = s->end < head->end + NAME_MOST ? s->end : head->end + NAME_MOST};
    *out = (bg_named){.tok = head->tok, .end = head->end, .ordinal = ordinal_before(claims->text, s, head->tok)};
    if (how & BG_NAMED_HEAD) add_words(&r, head->tok, head->end);
    while (r.at < r.last && !r.failed && step(&r)) {}
    out->field = join_words(&r);
    return !r.failed && out->field;
}
