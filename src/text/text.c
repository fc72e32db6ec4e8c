/* text: blocks → tokens → sentences → lexicon marks. */
#include "steps.h"

#include "../data/image.h"

#define BYTES_A_TOKEN 4 /* at least, mostly; the list grows where a page has more */
#define MARKS_A_TOKEN 3 /* at most, mostly */
#define RESERVE_MAX ((size_t)8 << 20) /* items for which there is room from the start */
#define TOKENS_LONG 1000 /* a sentence of so many tokens ends at its next comma, */
#define TOKENS_MAX 1500  /* and of so many anywhere: the time that a sentence takes may grow faster than its length */
#define CLOSING_MAX 8    /* signs that close a sentence behind its full stop */

static size_t reserved(size_t items) { return items < RESERVE_MAX ? items + 16 : RESERVE_MAX; }

/* ---- sentences */

static bool is_closing(uint32_t c) { return c == '"' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB || c == '\''; }

static bool is_stop(uint32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026; }

/* Do these words stand in the lexicon as that class? */
static bool is_entry(const bg_text *text, uint32_t tok, uint32_t end, unsigned klass) {
    uint32_t node = 0;
    for (uint32_t i = tok; i < end; i++) {
        uint32_t syllable = text->tokens.items[i].syllable;
        if (!syllable || !(node = bg_data__step(text->data, node, syllable))) return false;
    }
    for (uint32_t s = node ? bg_data__node_sense(text->data, node) : 0; s; s = bg_data__sense(text->data, s)->next)
        if (bg_data__sense(text->data, s)->klass == klass) return true;
    return false;
}

/* One capital without a vowel's marks; Á, Ý, Ô are words. */
static bool is_plain_letter(const bg_text *text, const bg_token *t) {
    if (!(t->flags & BG_TOK_WORD) || !(t->flags & BG_TOK_CAP)) return false;
    size_t at = t->start;
    uint32_t c = bg_utf8__next(text->bytes, t->end, &at);
    return at == t->end && (c < 0x80 || c == 0x110);
}

/* Do the words of [first, end) end with what stands before names: ông, Tổng thống, Trung tướng? */
static bool ends_with_title(const bg_text *text, uint32_t first, uint32_t end) {
    for (size_t i = 0; i < BG_COUNT(text->titles); i++)
        for (uint32_t n = 1; n <= 4 && n <= end - first; n++)
            if (is_entry(text, end - n, end, text->titles[i])) return true;
    return false;
}

/* May the word be part of a name: one that no phrase holds, or one known as a name? */
static bool may_be_name(const bg_text *text, uint32_t tok) {
    const bg_token *t = &text->tokens.items[tok];
    if (!(t->flags & BG_TOK_CAP)) return false;
    return !t->syllable || is_entry(text, tok, tok + 1, text->names[0]) || is_entry(text, tok, tok + 1, text->names[1]);
}

/* "Joseph H. Felter", "Nguyễn V. A. Tuấn", "A. V. Yatskin", "ông V. Putin"; not "nhóm B. Trong …". */
static bool is_initial(const bg_text *text, uint32_t first, uint32_t i, uint32_t next) {
    const bg_token *t = text->tokens.items;
    if (!is_plain_letter(text, &t[i])) return false;
    if (i == first || t[i - 1].flags & BG_TOK_CAP) return true;
    if (i - first > 1 && t[i - 1].flags & BG_TOK_PUNCT && t[i - 1].value == '.' && is_plain_letter(text, &t[i - 2])) return true;
    return ends_with_title(text, first, i) || may_be_name(text, next);
}

#define ACRONYM_LEAST 4 /* bytes of one that stands for a body: "TP", "GS" stand before names */

/* May a full stop without a blank behind it end the sentence that ends with this token: "Gaza", "(23/2)", “thiện chí”, "ASEAN"? */
static bool may_close(const bg_token *t) {
    if (t->flags & BG_TOK_PUNCT) return is_closing(t->value);
    return t->flags & BG_TOK_WORD && (!(t->flags & BG_TOK_UPPER) || t->end - t->start >= ACRONYM_LEAST);
}

static bool is_dash(const bg_token *t) { return t->flags & BG_TOK_PUNCT && (t->value == '-' || t->value == 0x2013 || t->value == 0x2014); }

/* Does the sign at token `i` end a sentence, `next` being what follows it and closing quotes? */
static bool ends_here(const bg_text *text, uint32_t first, uint32_t i, uint32_t next, uint32_t end, unsigned abbr) {
    const bg_token *t = text->tokens.items;
    uint32_t c = t[i].value;
    if (c == ')' && t[i].flags & BG_TOK_PUNCT && next < end && next == i + 1) /* "(ảnh: AFP)Trong cuộc họp" */
        return t[next].flags & BG_TOK_GLUED && t[next].flags & BG_TOK_CAP && !(t[next].flags & BG_TOK_UPPER);
    if (!(t[i].flags & BG_TOK_PUNCT) || !is_stop(c)) return false;
    if (next >= end) return true;
    if (i == first) return false;
    bool capital = t[next].flags & BG_TOK_CAP, glued = t[next].flags & BG_TOK_GLUED;
    if (c == '.' && (is_entry(text, i - 1, i, abbr) || is_initial(text, first, i - 1, next))) return false;
    if (glued && next == i + 1) /* "Sơn.Cuộc gặp", not "TP.HCM" */
        return c == '.' && may_close(&t[i - 1]) && (t[next].flags & BG_TOK_PUNCT ? t[next].value == '*' || t[next].value == 0x201C : capital && !(t[next].flags & BG_TOK_UPPER));
    if (c == '.' && i + 1 < end && t[i + 1].value == '.' && t[i + 1].flags & BG_TOK_PUNCT) return false;
    if (next > i + 1 && is_dash(&t[next])) return false; /* “….” - ông A nói */
    return capital || t[next].flags & BG_TOK_NUMBER || (t[next].flags & BG_TOK_PUNCT && t[next].value != ',' && t[next].value != ';');
}

static bool add_sentence(bg_text *text, uint32_t tok, uint32_t end, const bg_sentence *like, bool first) {
    if (tok == end) return true;
    bg_sentence *s = BG_PUSH(text->arena, &text->sentences);
    if (!s) return false;
    *s = *like;
    s->tok = tok;
    s->end = end;
    s->paragraph_start = first;
    text->tokens.items[tok].flags |= BG_TOK_FIRST;
    return true;
}

/* Token behind the one at `i` and the brackets and quotes that close there. */
static uint32_t behind(const bg_text *text, uint32_t i, uint32_t end) {
    uint32_t next = i + 1;
    for (; next < end && next - i <= CLOSING_MAX; next++) {
        const bg_token *t = &text->tokens.items[next];
        if (!(t->flags & BG_TOK_PUNCT) || !(t->flags & BG_TOK_GLUED) || !is_closing(t->value)) break;
    }
    return next;
}

/* Is a sentence so long with token `i` that it has to end here? */
static bool is_too_long(const bg_text *text, uint32_t first, uint32_t i) {
    const bg_token *t = &text->tokens.items[i];
    uint32_t length = i + 1 - first;
    if (length < TOKENS_LONG) return false;
    return length >= TOKENS_MAX || (t->flags & BG_TOK_PUNCT && (t->value == ',' || t->value == ';'));
}

/* The first token from `i` on with which the sentence that begins at `start` may end. */
static uint32_t next_end(const bg_token *tokens, uint32_t start, uint32_t i, uint32_t end) {
    uint32_t most = end - start < TOKENS_LONG ? end : start + TOKENS_LONG - 1;
    while (i < most && !(tokens[i].flags & BG_TOK_PUNCT && is_stop(tokens[i].value))) i++;
    return i;
}

static bool split(bg_text *text, uint32_t tok, uint32_t end, const bg_sentence *like, unsigned abbr) {
    uint32_t start = tok;
    for (uint32_t i = tok; (i = next_end(text->tokens.items, start, i, end)) < end; i++) {
        uint32_t next = behind(text, i, end);
        bool full_stop = ends_here(text, start, i, next, end, abbr);
        if (!full_stop && !is_too_long(text, start, i)) continue;
        if (!full_stop) next = i + 1;
        if (!add_sentence(text, start, next, like, start == tok)) return false;
        start = next;
        i = next - 1;
    }
    return add_sentence(text, start, end, like, start == tok);
}

static bool add_block(bg_text *text, bg_span span, const bg_sentence *like, unsigned abbr) {
    uint32_t tok = (uint32_t)text->tokens.count;
    return bg_token__cut(text, span) && split(text, tok, (uint32_t)text->tokens.count, like, abbr);
}

/* ---- marks */

/* The tokens before `t` in its sentence now have these bits of a word of the offer behind them. Those that one has, all before it have. */
static void tell_before(const bg_token *t, bg_offer *behind, unsigned word, uint64_t bits) {
    for (; bits && !(t->flags & BG_TOK_FIRST); t--) {
        behind--;
        uint64_t had = behind->bits[word];
        behind->bits[word] = had | bits;
        bits &= ~had;
    }
}

/* A token now offers something new: so does what stands behind those before it. Mostly that is within one word of the offer. */
static void offer_more(bg_text *text, uint32_t tok, const bg_offer *more) {
    bg_offer *offer = &text->offers[tok];
    for (unsigned w = 0; w < BG_COUNT(more->bits); w++) {
        uint64_t bits = more->bits[w] & ~offer->bits[w];
        if (!bits) continue;
        offer->bits[w] |= bits;
        tell_before(&text->tokens.items[tok], &text->behind[tok], w, bits);
    }
}

/* Put a mark where it belongs among those of its token: before those of its length. */
static void link_mark(bg_text *text, uint32_t index, bool lone) {
    bg_mark *marks = text->marks.items, *m = &marks[index];
    uint32_t *link = &text->heads[m->tok], *same = NULL;
    for (; *link != BG_NONE && marks[*link].end > m->end; link = &marks[*link].next)
        if (marks[*link].klass == m->klass) same = &marks[*link].same;
    m->next = *link;
    *link = index;
    m->same = BG_NONE;
    if (lone) return;
    for (uint32_t i = m->next; !same && i != BG_NONE; i = marks[i].next)
        if (marks[i].klass == m->klass) m->same = i, same = &m->same;
    if (same && same != &m->same) m->same = *same, *same = index;
}

/* Rules of further levels may begin at a token. */
static void begin_more(bg_text *text, uint32_t tok, uint32_t levels) {
    uint64_t *begins = text->begins + (size_t)(tok / 64) * text->level_count;
    text->levels[tok] |= levels;
    for (; levels; levels &= levels - 1) begins[bg_bits__first(levels)] |= (uint64_t)1 << tok % 64;
}

bool bg_text__widen(bg_text *text, size_t more) { return BG_RESERVE(text->arena, &text->marks, text->marks.room + text->marks.room / 4 + more); }

uint32_t bg_text__mark(bg_text *text, uint32_t tok, uint32_t end, unsigned variant) {
    if (text->marks.count == text->marks.room && !bg_text__widen(text, 1)) return BG_NONE;
    bg_mark *m = &text->marks.items[text->marks.count++];
    uint32_t index = (uint32_t)text->marks.count - 1;
    const bg_mark_start *start = &text->data->starts[variant];
    bool first = !bg_offer__has(&text->offers[tok], start->element);
    *m = (bg_mark){.tok = tok, .end = end, .klass = (uint16_t)start->klass, .variant = (uint16_t)variant, .ref = BG_NONE};
    bg_text__note(text, tok, start->klass);
    link_mark(text, index, first);
    if (!bg_offer__holds(&text->offers[tok], &start->offer)) offer_more(text, tok, &start->offer);
    if (start->levels & ~text->levels[tok]) begin_more(text, tok, start->levels & ~text->levels[tok]);
    return index;
}

uint32_t bg_text__over(const bg_text *text, uint32_t from, uint32_t tok, unsigned klass) {
    for (uint32_t m = bg_text__first(text, from, tok + 1, klass); m != BG_NONE; m = bg_text__after(text, m, tok + 1, klass))
        if (text->marks.items[m].end > tok) return m;
    return BG_NONE;
}

uint32_t bg_text__ends_at(const bg_text *text, uint32_t from, uint32_t tok, unsigned klass, unsigned words) {
    for (uint32_t b = tok; b > from && b + words > tok; b--)
        for (uint32_t m = bg_text__at(text, b - 1, klass); m != BG_NONE; m = text->marks.items[m].same)
            if (text->marks.items[m].end == tok) return m;
    return BG_NONE;
}

static bool make_tables(bg_text *text) {
    size_t tokens = text->tokens.count + 1;
    text->heads = bg_arena__raw(text->arena, tokens * sizeof *text->heads);
    text->offers = bg_arena__raw(text->arena, tokens * sizeof *text->offers);
    text->behind = bg_arena__raw(text->arena, tokens * sizeof *text->behind);
    text->levels = bg_arena__raw(text->arena, tokens * sizeof *text->levels);
    text->level_count = bg_image__count(text->data, SEC_LEVELS);
    text->begins = bg_arena__alloc(text->arena, (tokens / 64 + 1) * text->level_count * sizeof *text->begins);
    text->columns = bg_arena__alloc(text->arena, (tokens / 64 + 1) * text->class_count * sizeof *text->columns);
    text->said = bg_arena__alloc(text->arena, (text->sentences.count + 1) * text->data->said_words * sizeof *text->said);
    if (!BG_RESERVE(text->arena, &text->marks, reserved(text->tokens.count * MARKS_A_TOKEN))) return false;
    if (!text->heads || !text->offers || !text->behind || !text->levels || !text->begins || !text->columns || !text->said) return false;
    text->heads[tokens - 1] = BG_NONE;
    return true;
}

static bool mark_lexicon(bg_text *text) { return make_tables(text) && bg_scan__all(text); }

static void find_classes(bg_text *text) {
    static const char *const titles[] = {"HONORIFIC", "OFFICE", "MILRANK"}, *const names[] = {"PERSON", "SURNAME"};
    for (size_t i = 0; i < BG_COUNT(titles); i++) text->titles[i] = bg_data__class(text->data, titles[i]);
    for (size_t i = 0; i < BG_COUNT(names); i++) text->names[i] = bg_data__class(text->data, names[i]);
}

static bool text_start(bg_text *text, bg_arena *arena, const bg_data *data, const char *bytes, size_t size) {
    memset(text, 0, sizeof *text);
    if (!bg_data__prepare(data)) return false;
    text->arena = arena;
    text->data = data;
    text->bytes = bytes;
    text->size = size;
    text->class_count = bg_data__class_count(data) + 1;
    text->has_marks = size && (memchr(bytes, 0xCC, size) || memchr(bytes, 0xCD, size));
    find_classes(text);
    return BG_RESERVE(arena, &text->tokens, reserved(size / BYTES_A_TOKEN));
}

bool bg_text__build(bg_text *text, bg_arena *arena, const bg_data *data, const char *bytes, size_t size,
                    const bg_article *article) {
    bg_sentence title = {.block = BG_NONE, .title = true};
    if (!text_start(text, arena, data, bytes, size)) return false;
    unsigned abbr = bg_data__class(data, "ABBR"); /* not before: another thread may be making the tables of the data */
    if (article->title_span.end && !add_block(text, article->title_span, &title, abbr)) return false;
    for (size_t i = 0; i < article->body_count; i++) {
        bg_block_kind kind = article->body[i].kind;
        bg_sentence like = {.block = (uint32_t)i, .caption = kind == BG_BLOCK_CAPTION, .heading = kind == BG_BLOCK_HEADING};
        if (kind != BG_BLOCK_CREDIT && !add_block(text, article->body[i].span, &like, abbr)) return false;
    }
    return mark_lexicon(text);
}

bool bg_text__line(bg_text *text, bg_arena *arena, const bg_data *data, const char *bytes, size_t size) {
    bg_sentence like = {.block = 0};
    return text_start(text, arena, data, bytes, size) &&
           add_block(text, (bg_span){0, (uint32_t)size}, &like, bg_data__class(data, "ABBR")) && mark_lexicon(text);
}

/* ---- words */

bg_span bg_text__span(const bg_text *text, uint32_t tok, uint32_t end) {
    if (tok >= end) return (bg_span){0, 0};
    return (bg_span){text->tokens.items[tok].start, text->tokens.items[end - 1].end};
}

/* Do the words stand behind each other, or behind one blank? */
static bool is_plain(const bg_text *text, uint32_t tok, uint32_t end) {
    const bg_token *t = text->tokens.items + tok;
    for (const bg_token *last = text->tokens.items + end; ++t < last;) {
        bool glued = t->flags & BG_TOK_GLUED;
        if (t[-1].end + !glued != t->start || (!glued && text->bytes[t->start - 1] != ' ')) return false;
    }
    return true;
}

static size_t copy_words(const bg_text *text, uint32_t tok, uint32_t end, char *out) {
    size_t n = 0;
    for (uint32_t i = tok; i < end; i++) {
        const bg_token *t = &text->tokens.items[i];
        if (i > tok && !(t->flags & BG_TOK_GLUED)) out[n++] = ' ';
        memcpy(out + n, text->bytes + t->start, t->end - t->start);
        n += t->end - t->start;
    }
    return n;
}

const char *bg_text__words(const bg_text *text, uint32_t tok, uint32_t end) {
    bg_span span = bg_text__span(text, tok, end);
    size_t size = span.end - span.start;
    bool plain = is_plain(text, tok, end);
    char *out = plain ? bg_arena__text(text->arena, text->bytes + span.start, size) : bg_arena__raw(text->arena, size + 1);
    if (out && !plain) out[copy_words(text, tok, end, out)] = 0;
    return out && text->has_marks ? bg_text__composed(text->arena, out) : out;
}
