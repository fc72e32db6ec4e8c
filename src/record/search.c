/*
 * search: four questions to FTS5, from the most to the least exact; a paragraph counts where it is found first. The text
 * of a question is built from quoted words only, so nothing a user types is syntax.
 */
#include "search.h"
#include "fold.h"
#include "query.h"
#include "ranges.h"
#include "rows.h"

#include <stdlib.h>

#define WORDS_MAX 32

/* Words that stand together, parted by one blank: exact (NFC) and folded. */
typedef struct phrase {
    const char *form[2];
} phrase;

typedef struct question {
    phrase phrases[WORDS_MAX];
    size_t count;
} question;

typedef struct finder {
    bg_record *record;
    bg_arena *arena;
    bg_hits *out;
    const char *outlet;   /* JSON of words, NULL: any */
    BG_VEC(int64_t) rows; /* rowid of each hit */
} finder;

static bool in_word(uint32_t c) { return (c >= '0' && c <= '9') || bg_letter__is(c); }

/* The next word of a text at or behind *at, which moves behind it; false at the end. */
static bool next_word(const char *text, size_t size, size_t *at, bg_span *word) {
    size_t from = *at, next = from;
    for (; from < size; from = next)
        if (in_word(bg_utf8__next(text, size, &next))) break;
    if (from >= size) return false;
    for (*at = next; *at < size; *at = next)
        if (!in_word(bg_utf8__next(text, size, &next))) break;
    *word = (bg_span){(uint32_t)from, (uint32_t)*at};
    return true;
}

static const char *folded_copy(finder *f, const char *text, size_t size) {
    bg_buf buf;
    bg_buf__init(&buf, 1 << 20);
    bg_text__fold(text, size, &buf);
    return bg_buf__keep(&buf, f->arena);
}

static bool add_phrase(finder *f, question *q, const char *text, size_t size) {
    if (q->count == WORDS_MAX) return true; /* more words than anybody types */
    phrase *p = &q->phrases[q->count++];
    p->form[0] = bg_arena__text(f->arena, text, size);
    p->form[1] = folded_copy(f, text, size);
    return (p->form[0] && p->form[1]) || bg_db__nomem(f->record);
}

/* The words of text[from, to), as one phrase or as one phrase each. */
static bool take_words(finder *f, question *q, const char *text, size_t size, bool together) {
    bg_buf joined;
    bg_span word;
    bool ok = true;
    bg_buf__init(&joined, 1 << 20);
    for (size_t at = 0; ok && next_word(text, size, &at, &word);) {
        if (!together) {
            ok = add_phrase(f, q, text + word.start, word.end - word.start);
            continue;
        }
        if (joined.size) bg_buf__char(&joined, ' ');
        bg_buf__add(&joined, text + word.start, word.end - word.start);
    }
    if (ok && joined.size) ok = add_phrase(f, q, joined.bytes, joined.size);
    if (joined.failed) ok = bg_db__nomem(f->record);
    bg_buf__free(&joined);
    return ok;
}

/* `loose`: every unquoted word for itself; `tight`: each unquoted stretch as a phrase. */
static bool parse(finder *f, const char *text, size_t size, question *tight, question *loose) {
    bool quoted = false, ok = true;
    for (size_t from = 0; ok && from <= size;) {
        const char *mark = memchr(text + from, '"', size - from);
        size_t to = mark ? (size_t)(mark - text) : size;
        ok = take_words(f, tight, text + from, to - from, true) && take_words(f, loose, text + from, to - from, quoted);
        quoted = !quoted;
        from = to + 1;
    }
    return ok;
}

static const char *fts_text(finder *f, const question *q, int form) {
    bg_buf buf;
    bg_buf__init(&buf, 1 << 20);
    bg_buf__text(&buf, form ? "folded : (" : "exact : (");
    for (size_t i = 0; i < q->count; i++) bg_buf__print(&buf, "%s\"%s\"", i ? " AND " : "", q->phrases[i].form[form]);
    bg_buf__char(&buf, ')');
    const char *out = bg_buf__keep(&buf, f->arena);
    if (!out) bg_db__nomem(f->record);
    return out;
}

static bool seen(const finder *f, int64_t row) {
    for (size_t i = 0; i < f->rows.count; i++)
        if (f->rows.items[i] == row) return true;
    return false;
}

/* ------------------------------------------------------------------ marks */

static void add_mark(finder *f, bg_hit *hit, size_t *room, bg_span mark) {
    if (hit->mark_count && hit->marks[hit->mark_count - 1].end >= mark.start) return; /* overlaps the last one */
    if (!bg_vec__grow(f->arena, (void **)&hit->marks, hit->mark_count, room, sizeof mark)) {
        bg_db__nomem(f->record);
        return;
    }
    hit->marks[hit->mark_count++] = mark;
}

/* Does the phrase stand at words[i …] of the text? Compared folded, and exact by letters of any case. */
static size_t phrase_at(const char *const *words, size_t i, size_t count, const char *wanted) {
    size_t k = 0;
    while (*wanted) {
        size_t size = strcspn(wanted, " ");
        if (i + k >= count || strlen(words[i + k]) != size || memcmp(words[i + k], wanted, size) != 0) return 0;
        k++;
        wanted += size + (wanted[size] == ' ');
    }
    return k;
}

static void lower(const char *text, size_t size, bg_buf *out) {
    for (size_t at = 0; at < size;) {
        char put[4];
        bg_buf__add(out, put, bg_utf8__put(bg_letter__lower(bg_utf8__next(text, size, &at)), put));
    }
}

/* The form in which words are compared: lower case, or folded. */
static const char *compared(finder *f, const char *text, size_t size, int form) {
    if (form) return folded_copy(f, text, size);
    bg_buf buf;
    bg_buf__init(&buf, 1 << 20);
    lower(text, size, &buf);
    return bg_buf__keep(&buf, f->arena);
}

static void mark_hit(finder *f, const question *q, int form, bg_hit *hit) {
    BG_VEC(bg_span) at = {0};
    BG_VEC(const char *) words = {0};
    const char *wanted[WORDS_MAX];
    bg_span word;
    size_t room = 0;
    for (size_t i = 0; i < q->count; i++) wanted[i] = compared(f, q->phrases[i].form[form], strlen(q->phrases[i].form[form]), form);
    for (size_t from = 0; next_word(hit->text, hit->text_size, &from, &word);) {
        bg_span *span = BG_PUSH(f->arena, &at);
        const char **text = BG_PUSH(f->arena, &words);
        if (span) *span = word;
        if (text) *text = compared(f, hit->text + word.start, word.end - word.start, form);
        if (!span || !text || !*text) {
            bg_db__nomem(f->record);
            return;
        }
    }
    for (size_t i = 0; i < words.count; i++)
        for (size_t p = 0; p < q->count; p++) {
            size_t k = wanted[p] ? phrase_at(words.items, i, words.count, wanted[p]) : 0;
            if (k) add_mark(f, hit, &room, (bg_span){at.items[i].start, at.items[i + k - 1].end});
        }
}

/* ------------------------------------------------------------------ hits */

#define HIT_COLUMNS \
    "s.rowid, s.page, (SELECT min(x.name) FROM page_sources x WHERE x.n = p.n), p.title, p.published, s.kind, s.range_start, s.range_end, s.exact"
#define OF_OUTLET(words) \
    "(" words " IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(" words ") w WHERE instr(' ' || coalesce(p.outlet_words, '') || ' ', ' ' || w.value || ' ') = 0))"
#define MANY 5000 /* hits that are weighed against each other */

/* Words that stand almost everywhere tell no paragraph from the other, and weighing all of them takes as long as the record is large. */
static bool are_many(finder *f, const char *match) {
    return bg_db__any(f->record, bg_db__query(f->record, "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT 1 OFFSET ?2", "ti", match, (int64_t)MANY));
}

/* A hit of which nothing but its weight was read. */
typedef struct weighed {
    int64_t row;
    double weight; /* the smaller the better */
} weighed;
typedef BG_VEC(weighed) weighings;

static int by_weight(const void *left, const void *right) {
    const weighed *a = left, *b = right;
    return (a->weight > b->weight) - (a->weight < b->weight);
}

static void weigh(finder *f, const char *match, weighings *out) {
    sqlite3_stmt *stmt = f->outlet ? bg_db__query(f->record, "SELECT s.rowid, bm25(search, 10.0, 1.0) FROM search s JOIN pages p ON p.id = s.page WHERE search MATCH ?1 AND " OF_OUTLET("?2"), "tt", match, f->outlet)
                                   : bg_db__query(f->record, "SELECT rowid, bm25(search, 10.0, 1.0) FROM search WHERE search MATCH ?1", "t", match);
    while (bg_db__row(f->record, stmt)) {
        weighed *one = BG_PUSH(f->arena, out);
        if (one) *one = (weighed){sqlite3_column_int64(stmt, 0), sqlite3_column_double(stmt, 1)};
        else bg_db__nomem(f->record);
    }
    if (out->items) qsort(out->items, out->count, sizeof *out->items, by_weight);
}

/* The rows that may be among the best, [[row, place], …]: as many as are shown, and all that weigh as much as the last of them. Those of one weight have one place. */
static const char *best_rows(finder *f, const char *match) {
    weighings list = {0};
    bg_buf out;
    weigh(f, match, &list);
    bg_buf__init(&out, 1 << 20);
    bg_buf__char(&out, '[');
    for (size_t i = 0, place = 0; i < list.count; i++) {
        if (i && list.items[i].weight > list.items[i - 1].weight) place = i;
        if (place >= BG_SEARCH_LIMIT) break;
        bg_buf__print(&out, "%s[%lld,%zu]", i ? "," : "", (long long)list.items[i].row, place);
    }
    bg_buf__char(&out, ']');
    const char *rows = bg_buf__keep(&out, f->arena);
    if (!rows) bg_db__nomem(f->record);
    return rows;
}

/* The best hits; of many, the newest of those that were added last. What a hit says is read only of those that are shown. */
static sqlite3_stmt *hits(finder *f, const char *match) {
    if (are_many(f, match))
        return bg_db__query(f->record,
            "SELECT " HIT_COLUMNS " FROM (SELECT s.rowid AS row FROM search s JOIN pages p ON p.id = s.page WHERE search MATCH ?1 AND " OF_OUTLET("?3") " ORDER BY s.rowid DESC LIMIT ?4) m"
            " JOIN search s ON s.rowid = m.row JOIN pages p ON p.id = s.page ORDER BY p.published IS NULL, p.published DESC, s.page, s.range_start LIMIT ?2", "titi", match, (int64_t)BG_SEARCH_LIMIT, f->outlet, (int64_t)MANY / 5);
    return bg_db__query(f->record,
        "SELECT " HIT_COLUMNS " FROM (SELECT c.id AS row, j.value ->> 1 AS place, c.c2 AS page, c.c4 AS start FROM json_each(?1) j CROSS JOIN search_content c ON c.id = j.value ->> 0"
        " ORDER BY place, page, start LIMIT ?2) m CROSS JOIN search s ON s.rowid = m.row CROSS JOIN pages p ON p.id = s.page ORDER BY m.place, m.page, m.start", "ti", best_rows(f, match), (int64_t)BG_SEARCH_LIMIT);
}

static void ask(finder *f, const question *q, int form, const char *match) {
    bg_record *record = f->record;
    bg_arena *arena = f->arena;
    sqlite3_stmt *stmt = hits(f, match);
    while (f->out->count < BG_SEARCH_LIMIT && bg_db__row(record, stmt)) {
        int64_t row = sqlite3_column_int64(stmt, 0);
        if (seen(f, row)) continue;
        bg_hit *hit = BG_PUSH(arena, f->out);
        int64_t *slot = BG_PUSH(arena, &f->rows);
        if (!hit || !slot) {
            bg_db__nomem(record);
            break;
        }
        *slot = row;
        *hit = (bg_hit){.page = bg_db__copy(record, arena, stmt, 1), .source = bg_db__copy(record, arena, stmt, 2),
                        .title = bg_db__copy(record, arena, stmt, 3), .published = bg_db__copy(record, arena, stmt, 4),
                        .kind = bg_db__copy(record, arena, stmt, 5), .span = bg_db__span(stmt, 6),
                        .text = bg_db__copy(record, arena, stmt, 8), .text_size = (size_t)sqlite3_column_bytes(stmt, 8),
                        .exact = form == 0};
        if (hit->text) mark_hit(f, q, form, hit);
    }
    bg_db__done(stmt);
}

/* The contact that an event is of, or a statement's event. */
static void add_contact_of(finder *f, const char *fact, bg_texts *out) {
    bg_db__texts(f->record, f->arena, bg_db__query(f->record, "SELECT m.contact FROM events v JOIN tellings m ON m.row = v.row WHERE v.id = coalesce((SELECT event FROM statements WHERE row = " BG_ROW_OF("statements", "?1") "), ?1)", "t", fact), out);
}

/* The contacts of which something was read in the paragraph. */
static void load_contacts(finder *f, bg_hit *hit) {
    bg_texts list = {0};
    char owner[18] = "";
    bg_span at;
    size_t kept = 0;
    sqlite3_stmt *stmt = bg_db__query(f->record, "SELECT ranges FROM page_ranges WHERE " BG_ITS_NUMBER("?"), "t", hit->page);
    const char *json = bg_db__row(f->record, stmt) ? bg_db__copy(f->record, f->arena, stmt, 0) : NULL;
    bg_db__done(stmt);
    while (json && bg_ranges__evidence(&json, owner, &at))
        if (at.end > hit->span.start && at.start < hit->span.end && (*owner == 'v' || *owner == 's')) add_contact_of(f, owner, &list);
    if (list.items && f->record->code == BG_OK) qsort(list.items, list.count, sizeof *list.items, bg_string__order); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
    for (size_t i = 0; list.items && i < list.count && f->record->code == BG_OK; i++)
        if (!kept || strcmp(list.items[kept - 1], list.items[i]) != 0) list.items[kept++] = list.items[i];
    hit->contacts = list.items;
    hit->contact_count = kept;
}

static void ask_all(finder *f, const question *tight, const question *loose) {
    const question *order[] = {tight, loose, tight, loose};
    for (int i = 0; i < 4 && f->out->count < BG_SEARCH_LIMIT && f->record->code == BG_OK; i++) {
        const char *match = fts_text(f, order[i], i / 2);
        if (match) ask(f, order[i], i / 2, match);
    }
    for (size_t i = 0; i < f->out->count; i++) load_contacts(f, &f->out->items[i]);
}

static const char *outlet_words(bg_record *record, bg_arena *arena, const char *outlet) {
    bg_buf words;
    bg_buf__init(&words, 1 << 16);
    bg_query__words(outlet, &words);
    const char *kept = bg_buf__keep(&words, arena);
    if (!kept) bg_db__nomem(record);
    return kept;
}

bool bg_search__find(bg_record *record, bg_arena *arena, const char *words, const char *outlet, bg_hits *out) {
    finder f = {.record = record, .arena = arena, .out = out, .outlet = outlet ? outlet_words(record, arena, outlet) : NULL};
    question *tight = bg_arena__alloc(arena, sizeof *tight), *loose = bg_arena__alloc(arena, sizeof *loose);
    bg_buf text;
    if (!tight || !loose) return bg_db__nomem(record);
    bg_buf__init(&text, 1 << 16);
    size_t size = strlen(words), bad = bg_utf8__invalid(words, size);
    bool ok = bad == size && bg_text__nfc(words, size, &text) &&
              parse(&f, text.bytes ? text.bytes : "", text.size, tight, loose);
    if (ok && !loose->count) ok = false;
    if (ok) ask_all(&f, tight, loose);
    else if (record->code == BG_OK && bad != size)
        record->code = bg_error__set(record->err, BG_E_USAGE, bad, "the words are not UTF-8");
    else if (record->code == BG_OK && text.failed) bg_db__nomem(record);
    else if (record->code == BG_OK) record->code = bg_error__set(record->err, BG_E_USAGE, BG_NO_BYTE, "no word to search for");
    bg_buf__free(&text);
    return record->code == BG_OK;
}
