/* score_statement: statements and the body against gold. Distances are counted in letters of the page's NFC text. */
#include "score.h"

#include <stdlib.h>

typedef struct predicted {
    long start, end; /* letters */
    const bg_statement *said;
    bool used, right;
} predicted;

typedef struct matcher {
    bg_case *c;
    const char *text; /* the page, NFC */
    predicted *list;
    size_t count;
} matcher;

static long letters(const char *text, size_t size) {
    long count = 0;
    for (size_t i = 0; i < size; i++) count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

/* Letters of the first `size` bytes after NFC; -1 if they end inside a letter. */
static long letters_before(const bg_case *c, size_t size) {
    if (size > c->size) size = c->size;
    if (bg_utf8__invalid(c->raw, size) != size) return -1;
    const char *nfc = bg_score__nfc(c->arena, c->raw, size);
    return nfc ? letters(nfc, strlen(nfc)) : -1;
}

static void predict(matcher *m) {
    const bg_doc *doc = m->c->read;
    for (size_t i = 0; doc && i < doc->statement_count; i++) {
        const bg_statement *said = &doc->statements[i];
        long start = letters_before(m->c, said->content.start), end = letters_before(m->c, said->content.end);
        if (start < 0 || end < 0)
            bg_tally__error(m->c, "span splits a character", "[%u, %u]", (unsigned)said->content.start, (unsigned)said->content.end);
        else m->list[m->count++] = (predicted){.start = start, .end = end, .said = said};
    }
}

/* ------------------------------------------------------------------ speakers */

/* A speaker as score.py sees it: the reference in the JSON, the entity behind it, the name. */
static const char *party_ref(const matcher *m, const bg_party *party) {
    switch (party->kind) {
    case BG_SPEAKER_ENTITY: return bg_arena__print(m->c->arena, "e%u", (unsigned)party->entity + 1);
    case BG_SPEAKER_BOTH: return "both";
    case BG_SPEAKER_SIDE: return bg_arena__print(m->c->arena, "side:%s", party->side ? party->side : "");
    default: return NULL;
    }
}

static const bg_entity *party_entity(const matcher *m, const bg_party *party) {
    return party->kind == BG_SPEAKER_ENTITY ? &m->c->read->entities[party->entity] : NULL;
}

static const char *party_name(const matcher *m, const bg_party *party) {
    const bg_entity *entity = party_entity(m, party);
    return entity ? entity->name : party_ref(m, party);
}

static bool equal(const char *a, const char *b) { return a == b || (a && b && strcmp(a, b) == 0); }

static bool speaker_fits(const matcher *m, const char *gold, const bg_party *party) {
    const char *ref = party_ref(m, party), *name = party_name(m, party);
    const bg_entity *entity = party_entity(m, party);
    if (equal(gold, "both")) return equal(ref, "both");
    if (equal(ref, gold) || bg_score__same_person(m->c->arena, gold, name)) return true;
    if (equal(bg_score__norm(m->c->arena, gold), bg_score__norm(m->c->arena, name))) return true;
    if (entity && entity->country && equal(entity->country, gold)) return true;
    return gold && ref && strncmp(ref, "side:", 5) == 0 && strcmp(ref + 5, gold) == 0;
}

/* ------------------------------------------------------------------ matching */

static bool near(const predicted *p, long at) {
    long far = p->end < p->start + 60 ? p->end : p->start + 60;
    return labs(p->start - at) <= 40 || (p->start <= at && at <= far);
}

/* Better act, then better speaker, then nearer, then earlier. */
static predicted *choose(const matcher *m, const json_t *gold, long at, bool *act, bool *speaker) {
    predicted *best = NULL;
    int best_rank = -1;
    for (size_t i = 0; i < m->count; i++) {
        predicted *p = &m->list[i];
        if (p->used || !near(p, at)) continue;
        bool a = equal(p->said->act, bg_score__text(gold, "act"));
        bool s = speaker_fits(m, bg_score__text(gold, "speaker"), &p->said->speaker);
        int rank = a * 2 + s;
        if (rank < best_rank || (rank == best_rank && labs(p->start - at) >= labs(best->start - at))) continue;
        best = p;
        best_rank = rank;
        *act = a;
        *speaker = s;
    }
    return best;
}

/* The first `count` letters of a text, as an arena copy. */
static const char *head(bg_arena *arena, const char *text, long count) {
    size_t at = 0;
    for (long n = 0; text[at]; at++) {
        if (((unsigned char)text[at] & 0xC0) != 0x80 && n++ == count) break;
    }
    return bg_arena__text(arena, text, at);
}

static const char *shown(const char *text) { return text ? text : "None"; }

/* Match one statement of the gold; true if it was read with its act and speaker. */
static bool match_one(matcher *m, const json_t *gold) {
    bg_case *c = m->c;
    bg_tally *t = c->tally;
    bool act = false, speaker = false;
    const char *start = bg_score__text(gold, "content_start"), *who = shown(bg_score__text(gold, "speaker"));
    const char *nfc = start ? bg_score__nfc(c->arena, start, strlen(start)) : NULL, *found = nfc ? strstr(m->text, nfc) : NULL;
    if (!found) {
        bg_tally__error(c, "gold content not in page", "%s", shown(start));
        return false;
    }
    predicted *best = choose(m, gold, letters(m->text, (size_t)(found - m->text)), &act, &speaker);
    if (!best) {
        bg_tally__error(c, "statement missed", "%s %s: %s", who, shown(bg_score__text(gold, "act")), head(c->arena, start, 60));
        return false;
    }
    best->used = true;
    best->right = act && speaker;
    t->located.right++;
    t->act.right += act;
    t->speaker.right += best->right;
    if (!act)
        bg_tally__error(c, "statement act", "gold %s, got %s: %s", shown(bg_score__text(gold, "act")), shown(best->said->act),
                        head(c->arena, start, 50));
    else if (!speaker)
        bg_tally__error(c, "statement speaker", "gold %s, got %s: %s", who, shown(party_name(m, &best->said->speaker)),
                        head(c->arena, start, 50));
    return best->right;
}

static const char *text_at(const matcher *m, long at) {
    const char *text = m->text;
    for (; *text; text++)
        if (((unsigned char)*text & 0xC0) != 0x80 && at-- == 0) break;
    char *out = bg_arena__text(m->c->arena, text, strlen(head(m->c->arena, text, 60)));
    for (char *c = out; c && *c; c++)
        if (*c == '\n') *c = ' ';
    return out ? out : "";
}

bool bg_score__statements(bg_case *c) {
    const json_t *gold = json_object_get(c->gold, "statements");
    size_t count = c->read ? c->read->statement_count : 0, gold_count = json_array_size(gold);
    matcher m = {.c = c, .text = bg_score__nfc(c->arena, c->raw, c->size)};
    m.list = bg_arena__alloc(c->arena, (count + 1) * sizeof *m.list);
    if (!m.text || !m.list) return false;
    predict(&m);
    bg_prf *const sums[] = {&c->tally->located, &c->tally->act, &c->tally->speaker};
    for (size_t i = 0; i < BG_COUNT(sums); i++) {
        sums[i]->predicted += m.count;
        sums[i]->gold += gold_count;
    }
    for (size_t i = 0; i < gold_count; i++) {
        const json_t *one = json_array_get(gold, i);
        bg_by__gold_statement(c, one, match_one(&m, one));
    }
    for (size_t i = 0; i < m.count; i++) {
        const predicted *p = &m.list[i];
        bg_by__statement(c, p->said, p->right);
        if (!p->used) bg_tally__error(c, "statement added", "%s: %s", shown(p->said->act), text_at(&m, p->start));
    }
    return !c->tally->errors.failed;
}

/* ------------------------------------------------------------------ body */

#define GOLD 1
#define READ 2

static bool line_in(const json_t *lines, json_int_t line) {
    for (size_t i = 0; i < json_array_size(lines); i++) {
        const json_t *pair = json_array_get(lines, i);
        if (json_integer_value(json_array_get(pair, 0)) <= line && line <= json_integer_value(json_array_get(pair, 1))) return true;
    }
    return false;
}

static void mark_gold(const bg_case *c, const json_t *lines, unsigned char *marks) {
    json_int_t line = 1;
    for (size_t from = 0; from <= c->size; line++) {
        const char *end = memchr(c->raw + from, '\n', c->size - from);
        size_t to = end ? (size_t)(end - c->raw) : c->size;
        if (line_in(lines, line)) memset(marks + from, GOLD, to - from);
        from = to + 1;
    }
}

static void mark_read(const bg_case *c, unsigned char *marks) {
    const bg_article *a = &c->read->article;
    for (size_t i = 0; i < a->body_count; i++) {
        if (a->body[i].kind != BG_BLOCK_PARAGRAPH && a->body[i].kind != BG_BLOCK_QUOTE) continue;
        for (size_t at = a->body[i].span.start; at < a->body[i].span.end && at < c->size; at++) marks[at] |= READ;
    }
}

bool bg_score__body(bg_case *c) {
    const json_t *lines = json_object_get(c->gold, "body_lines");
    if (json_array_size(lines) == 0) return true;
    unsigned char *marks = bg_arena__alloc(c->arena, c->size + 1);
    if (!marks) return false;
    mark_gold(c, lines, marks);
    if (c->read) mark_read(c, marks);
    for (size_t i = 0; i < c->size; i++) {
        c->tally->body.gold += (marks[i] & GOLD) != 0;
        c->tally->body.predicted += (marks[i] & READ) != 0;
        c->tally->body.right += marks[i] == (GOLD | READ);
    }
    return true;
}
