/* person: what marks say of a person: name, offices and other words for them, sex, military rank. */
#include "person.h"

const char *bg_person__country(const bg_person *person) { return person->country ? person->country : person->guess; }

bg_person *bg_person__add(bg_mentions *mentions) {
    struct person_words *words = bg_arena__alloc(mentions->text->arena, sizeof *words);
    bg_person *p = words ? BG_PUSH(mentions->text->arena, &mentions->people) : NULL;
    if (p) p->best_office = BG_NONE, p->words = words;
    return p;
}

bool bg_person__set_name(bg_mentions *mentions, bg_person *p, const char *name) {
    if (name && p->name && strlen(name) <= strlen(p->name)) return true;
    const bg_words *words = name ? bg_words__keep(mentions->text->arena, name) : NULL;
    if (!words) return false;
    p->name = name;
    p->words->name = words;
    p->letters = words->letters;
    return true;
}

/* A bit for the first word of an office. */
uint64_t bg_office__head(const bg_words *words) {
    return 1ull << (bg_hash__bytes(words->text + words->at[0], words->sizes[0], 0) & 63);
}

static bool has_office(const bg_person *p, const char *office) {
    for (unsigned i = 0; i < p->office_count; i++)
        if (strcmp(p->offices[i], office) == 0) return true;
    return false;
}

/* "người đứng đầu chính quyền", "nhà ngoại giao": what anybody may be called, no title. */
static bool is_common(const bg_mentions *mentions, uint32_t tok) {
    uint32_t m = bg_text__at(mentions->text, tok, CLASS_OFFICE);
    return m != BG_NONE && bg_mark__get(mentions->text, &mentions->text->marks.items[m], KEY_ALONE);
}

/* What is said of an office beside its words. */
struct office_kind {
    bool common;
    unsigned rank; /* of the highest of its posts */
};

#define RANK_UNKNOWN 5 /* of an office without a rank, or that one no longer holds */

/* The highest is shown, of the same rank the fullest, a title before a common noun. */
static void keep_best(bg_person *p, struct office_kind kind) {
    bool first = p->best_office == BG_NONE, longer = !first && strlen(p->offices[p->office_count]) > strlen(p->offices[p->best_office]);
    bool ranked = kind.rank != p->best_rank;
    if (!first && (kind.common != p->best_common ? kind.common : ranked ? kind.rank > p->best_rank : !longer)) return;
    p->best_office = p->office_count;
    p->best_common = kind.common;
    p->best_rank = kind.rank;
}

static void add_office(bg_mentions *mentions, bg_person *p, const char *office, struct office_kind kind) {
    if (!office || !*office || has_office(p, office) || p->office_count == BG_OFFICES_MAX) return;
    const bg_words *words = bg_words__keep(mentions->text->arena, office);
    if (!words) return;
    p->words->offices[p->office_count] = words;
    p->office_heads |= bg_office__head(words);
    p->offices[p->office_count] = office;
    keep_best(p, kind);
    p->office_count++;
}

void bg_person__add_office(bg_mentions *mentions, bg_person *p, const char *office) { add_office(mentions, p, office, (struct office_kind){.rank = RANK_UNKNOWN}); }

static void add_alias(bg_mentions *mentions, bg_person *p, const char *alias) {
    const bg_words *words = alias ? bg_words__keep(mentions->text->arena, alias) : NULL;
    if (!words) return;
    p->alias = alias;
    p->words->alias = words;
    p->office_heads |= bg_office__head(words);
}

/* Words that say nothing about the office itself: nữ, tân, đương kim, ngài. */
static bool is_neutral(const bg_mentions *mentions, uint32_t tok) {
    uint32_t m = bg_text__at(mentions->text, tok, CLASS_OFFICEMOD);
    return m != BG_NONE && bg_mark__get(mentions->text, &mentions->text->marks.items[m], KEY_NEUTRAL);
}

const char *bg_office__words(const bg_mentions *mentions, uint32_t tok, uint32_t end) {
    while (tok + 1 < end && is_neutral(mentions, tok)) tok++;
    return bg_text__words(mentions->text, tok, end);
}

/* "người đồng cấp" is no office of its own. */
bool bg_office__is_counterpart(const bg_mentions *mentions, uint32_t tok) {
    uint32_t m = bg_text__at(mentions->text, tok, CLASS_OFFICE);
    const char *kind = m == BG_NONE ? NULL : bg_mark__get(mentions->text, &mentions->text->marks.items[m], KEY_KIND);
    return is(kind, "counterpart");
}

/* The other word for the office at a token, NULL if it has none. */
const char *bg_office__alias(const bg_mentions *mentions, uint32_t tok) {
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

const bg_mark *bg_office__next(const bg_text *text, uint32_t tok, uint32_t end) {
    for (; tok < end; tok++) {
        uint32_t m = bg_text__at(text, tok, CLASS_POST);
        if (m != BG_NONE && text->marks.items[m].end <= end) return &text->marks.items[m];
    }
    return NULL;
}

/* What the lexicon says a post is: that of a spokesperson, of an expert or a journalist. */
static const char *post_kind(const bg_text *text, const bg_mark *post) {
    const bg_capture *o = bg_mark__capture(text, post, KEY_O);
    return o && o->mark != BG_NONE ? bg_mark__get(text, &text->marks.items[o->mark], KEY_KIND) : NULL;
}

/* One of the posts: whether its holder speaks for others, his rank, and the channel of his highest. */
static void add_post(bg_mentions *mentions, bg_person *p, const bg_mark *post) {
    const bg_text *text = mentions->text;
    const char *channel = bg_mark__get(text, post, KEY_CHANNEL), *rank = bg_mark__get(text, post, KEY_RANK), *kind = post_kind(text, post);
    bool spokesperson = is(kind, "spokesperson");
    p->voice |= spokesperson || is(kind, "observer");
    p->leader |= is(kind, "head") || is(kind, "leader");
    p->chair |= is(kind, "chair");
    p->spokesperson |= spokesperson && (!channel || is(channel, "foreign_ministry"));
    if (rank && (!p->rank || (unsigned)(*rank - '0') < p->rank)) {
        p->rank = (unsigned)(*rank - '0');
        p->channel = channel;
    }
    if (!p->alias) add_alias(mentions, p, bg_office__alias(mentions, post->tok));
}

/* "cựu", "nguyên" before an office. */
static bool is_former(const bg_text *text, uint32_t tok) {
    uint32_t m = bg_text__at(text, tok, CLASS_OFFICEMOD);
    return m != BG_NONE && is(bg_mark__get(text, &text->marks.items[m], KEY_VALUE), "former");
}

/* The posts of an office in [tok, end). */
static struct office_kind office_kind(const bg_mentions *mentions, uint32_t tok, uint32_t end) {
    struct office_kind kind = {.common = is_common(mentions, tok)};
    const bg_mark *post;
    for (uint32_t i = tok; i < end && (post = bg_office__next(mentions->text, i, end)); i = post->end) {
        const char *rank = bg_mark__get(mentions->text, post, KEY_RANK);
        unsigned n = rank && !is_former(mentions->text, post->tok) ? (unsigned)(*rank - '0') : RANK_UNKNOWN;
        if (!kind.rank || n < kind.rank) kind.rank = n;
    }
    if (!kind.rank) kind.rank = RANK_UNKNOWN;
    return kind;
}

void bg_person__add_offices(bg_mentions *mentions, bg_person *p, const bg_capture *c) {
    if (!c) return;
    if (!bg_office__is_counterpart(mentions, c->tok)) add_office(mentions, p, bg_office__words(mentions, c->tok, c->end), office_kind(mentions, c->tok, c->end));
    for (uint32_t i = c->tok; i < c->end;) {
        const bg_mark *post = bg_office__next(mentions->text, i, c->end);
        if (!post) return;
        i = post->tok + 1;
        if (bg_office__is_counterpart(mentions, post->tok)) continue;
        add_post(mentions, p, post);
        if (post->end - post->tok < c->end - c->tok) add_office(mentions, p, bg_office__words(mentions, post->tok, post->end), office_kind(mentions, post->tok, post->end));
        i = post->end;
    }
}

void bg_person__add_office_of(bg_mentions *mentions, bg_person *p, const bg_person *other) {
    if (other->best_office == BG_NONE) return;
    add_office(mentions, p, other->offices[other->best_office], (struct office_kind){other->best_common, other->best_rank});
}

static bool holds(const bg_text *text, const bg_capture *c, unsigned klass) {
    for (uint32_t i = c ? c->tok : 0; c && i < c->end; i++)
        if (bg_text__at(text, i, klass) != BG_NONE) return true;
    return false;
}

/* By "ông", "bà" before the name, or by a name that only women have. */
void bg_person__set_gender(const bg_mentions *mentions, bg_person *p, const bg_mark *mark) {
    const bg_text *text = mentions->text;
    const bg_capture *h = bg_mark__capture(text, mark, KEY_H), *n = bg_mark__capture(text, mark, KEY_N);
    if (holds(text, h, CLASS_WOMAN) || holds(text, n, CLASS_WOMANNAME)) p->gender = 'f';
    else if (!p->gender && holds(text, h, CLASS_MAN)) p->gender = 'm';
}

/* "Thượng tướng A": the rank, for those whom the page gives no office. */
void bg_person__set_force(const bg_mentions *mentions, bg_person *p, const bg_mark *mark) {
    const bg_capture *h = bg_mark__capture(mentions->text, mark, KEY_H);
    for (uint32_t i = h ? h->tok : 0; h && i < h->end && !p->force; i++) {
        uint32_t m = bg_text__at(mentions->text, i, CLASS_MILRANK);
        if (m != BG_NONE) p->force = bg_text__words(mentions->text, i, mentions->text->marks.items[m].end);
    }
}

bool bg_person__add_mention(bg_mentions *mentions, bg_person *p, const bg_mark *mark) {
    bg_span *span = BG_PUSH(mentions->text->arena, &p->mentions);
    if (span) *span = bg_text__span(mentions->text, mark->tok, mark->end);
    return span != NULL;
}
