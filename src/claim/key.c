/* key: the words by which a matter is known again. */
#include "keyer.h"

#include <stdlib.h>

#define KEYS_MAX 24
#define SAY_WORDS 5    /* of a verb */
#define SAYER_WORDS 16 /* of who says something, and where */

/* The words of [tok, end) in one spelling, joined by "_". */
static void join(const bg_keyer *k, uint32_t tok, uint32_t end, bg_buf *out) {
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

/* Words of a thing that is sorted say nothing besides. */
static bool is_in_thing(const bg_keyer *k, const bg_found_key *f) {
    if (!strchr("tbwq", f->kind)) return false;
    for (size_t i = 0; i < k->found.count; i++) {
        const bg_found_key *thing = &k->found.items[i];
        if (strchr("xy", thing->kind) && thing->tok <= f->tok && thing->end >= f->end) return true;
    }
    return false;
}

/* One key as it is kept: `value`, or the words themselves. */
static void keep(bg_keyer *k, const bg_found_key *f) {
    bg_buf buf;
    bool count = f->kind == 'd' && !f->near; /* how many */
    if (k->out->count == KEYS_MAX || (bg_key__needs_head(f) && !f->near && !count) || is_in_thing(k, f)) return;
    bg_buf__init(&buf, 4096);
    bg_buf__print(&buf, "%c:", f->near ? f->kind - 'a' + 'A' : count ? 'u' : f->kind);
    if (f->value) bg_buf__text(&buf, f->value);
    else join(k, f->tok, f->end, &buf);
    const char *key = bg_buf__keep(&buf, k->text->arena);
    const char **slot = key && !is_known(k->out, key) ? BG_PUSH(k->text->arena, k->out) : NULL;
    if (slot) *slot = key;
    k->failed |= !key;
}

/* ------------------------------------------------------------------ the clause that names it */

/* ------------------------------------------------------------------ what stands in the words */

static bool has_comma(const bg_text *text, uint32_t tok, uint32_t end) {
    while (tok < end && !bg_text__is_sign(text, tok, ',')) tok++;
    return tok < end;
}

/* "…, ông Steffen Seibert cho biết": behind the comma somebody says something. */
static bool somebody_says(const bg_text *text, uint32_t tok, uint32_t end) {
    static const unsigned classes[] = {CLASS_WHO, CLASS_BODY, CLASS_AGENCY};
    bool who = false;
    for (size_t i = 0; i < BG_COUNT(classes); i++) who |= tok < end && bg_text__is(text, tok, classes[i]);
    if (end < tok + SAYER_WORDS && !has_comma(text, tok, end) && bg_text__ends_at(text, tok, end, CLASS_SAY, SAY_WORDS) != BG_NONE) return true; /* "…, RIA Novosti đưa tin" */
    for (uint32_t i = tok; who && i < end && i < tok + SAYER_WORDS && !bg_text__is_sign(text, i, ','); i++)
        if (bg_text__is(text, i, CLASS_SAY)) return true;
    return false;
}

/* "…, nhưng hai giờ sau …", "…, theo Reuters": what stands behind it is another matter, or nobody's. */
static uint32_t break_in(const bg_text *text, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok + BREAK_LEAST; i < end; i++) {
        bool comma = bg_text__is_sign(text, i - 1, ',');
        uint32_t m = bg_text__at(text, i, CLASS_BREAKS);
        if (m != BG_NONE && (comma || is(bg_mark__get(text, &text->marks.items[m], KEY_VALUE), "any"))) return comma ? i - 1 : i;
        if (comma && (bg_text__is(text, i, CLASS_ACCORDING) || somebody_says(text, i, end))) return i - 1;
    }
    return end;
}

/* "về phần mình, Bộ Ngoại giao …": the matter begins behind it. */
static uint32_t behind_connection(const bg_text *text, uint32_t tok, uint32_t end) {
    uint32_t lead = bg_text__at(text, tok, CLASS_CONNECT), far = lead == BG_NONE ? tok : text->marks.items[lead].end;
    if (lead != BG_NONE && far < end && bg_text__is_sign(text, far, ',')) far++;
    return far < end ? far : tok;
}

bool bg_matter__keys(const bg_claims *claims, uint32_t tok, uint32_t end, bool invites, bg_keys *out, bg_clause *about) {
    tok = behind_connection(claims->text, tok, end);
    end = tok + BREAK_LEAST < end ? break_in(claims->text, tok, end) : end;
    bg_keyer k = {.claims = claims, .text = claims->text, .out = out, .invites = invites, .start = tok, .before = BG_NONE};
    if (!bg_keyer__find(&k, tok, end)) return false;
    for (size_t i = 0; i < k.found.count; i++) keep(&k, &k.found.items[i]);
    *about = bg_keyer__clause(&k, tok, end);
    return !k.failed;
}

/* ------------------------------------------------------------------ lists */
