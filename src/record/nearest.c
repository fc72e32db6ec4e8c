/* nearest: see nearest.h. */
#include "nearest.h"
#include "fold.h"
#include "query.h"
#include "search.h"

#include <stdlib.h>

#define LETTERS 40 /* of a word; longer ones are left as they are */
#define WORDS 16   /* of a question */

/* How many mistakes a word of so many letters may have. */
static size_t mistakes(size_t size) { return size < 3 ? 0 : size < 5 ? 1 : 2; }

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

/* Letters left out, put in, changed, neighbours exchanged, from one word to the other; more than `most` is most + 1. */
static size_t distance(const char *a, size_t a_size, const char *b, size_t b_size, size_t most) {
    size_t rows[3][LETTERS + 1], *above = rows[0], *last = rows[1], *now = rows[2];
    if (a_size > LETTERS || b_size > LETTERS || (a_size > b_size ? a_size - b_size : b_size - a_size) > most) return most + 1;
    for (size_t k = 0; k <= b_size; k++) last[k] = k, above[k] = most + 1;
    for (size_t i = 1; i <= a_size; i++) {
        now[0] = i;
        for (size_t k = 1; k <= b_size; k++) {
            now[k] = least(least(last[k], now[k - 1]) + 1, last[k - 1] + (a[i - 1] != b[k - 1]));
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) now[k] = least(now[k], above[k - 2] + 1);
        }
        size_t *spare = above;
        above = last, last = now, now = spare;
    }
    return least(last[b_size], most + 1);
}

/* ------------------------------------------------------------------ words of paragraphs */

static const char *folded_of(bg_record *record, bg_arena *arena, const char *text, size_t size) {
    bg_buf folded;
    bg_buf__init(&folded, 1 << 16);
    bg_text__fold(text, size, &folded);
    const char *kept = bg_buf__keep(&folded, arena);
    if (!kept) bg_db__nomem(record);
    return kept;
}

static bool is_told(bg_record *record, bg_arena *arena, const char *word) {
    const char *match = bg_arena__print(arena, "folded : \"%s\"", word);
    return match ? bg_db__any(record, bg_db__query(record, "SELECT rowid FROM search WHERE search MATCH ?1 LIMIT 1", "t", match)) : bg_db__nomem(record);
}

#define CANDIDATES 12
#define MANY 400 /* paragraphs that a phrase is counted in */

typedef struct candidates {
    const char *words[CANDIDATES];
    size_t apart[CANDIDATES], count;
} candidates;

#define TOLD_MOST 4000 /* paragraphs that a word is counted in */
#define TERM_ROOM 200  /* bytes; words of the index are cut there */

/* A word of the index that is near, and in how many paragraphs it stands; of two that stand in more than are counted the one is told more that came so far among fewer (`reached`). */
typedef struct near_term {
    const char *word;
    size_t apart, told;
    int64_t reached;
} near_term;
typedef BG_VEC(near_term) near_terms;

static int by_nearness(const void *left, const void *right) {
    const near_term *a = left, *b = right;
    if (a->apart != b->apart) return a->apart < b->apart ? -1 : 1;
    if (a->told != b->told) return a->told > b->told ? -1 : 1;
    if (a->told == TOLD_MOST && a->reached != b->reached) return a->reached < b->reached ? -1 : 1;
    return strcmp(a->word, b->word);
}

static void count_told(bg_record *record, bg_arena *arena, near_term *out) {
    const char *match = bg_arena__print(arena, "folded : \"%s\"", out->word);
    sqlite3_stmt *stmt = match ? bg_db__query(record, "SELECT count(*), max(rowid) FROM (SELECT rowid FROM search WHERE search MATCH ?1 LIMIT ?2)", "ti", match, (int64_t)TOLD_MOST) : NULL;
    if (bg_db__row(record, stmt)) out->told = (size_t)sqlite3_column_int64(stmt, 0), out->reached = sqlite3_column_int64(stmt, 1);
    bg_db__done(stmt);
    if (!match) bg_db__nomem(record);
}

/*
 * The first word of the index from `at` on, into `at`; false: none begins with its letter. Each is looked up, since whoever walks from one to the next reads where all words stand, which at
 * a million pages takes a second.
 */
static bool next_term(bg_record *record, char at[TERM_ROOM + 4]) {
    char letter = at[0];
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT term FROM temp.terms WHERE term >= ?1 LIMIT 1", "t", at);
    const char *term = bg_db__row(record, stmt) ? bg_db__text(record, stmt, 0) : NULL;
    if (term) snprintf(at, TERM_ROOM, "%s", term);
    bg_db__done(stmt);
    return term && at[0] == letter;
}

/* Behind the word; behind all that go on with a letter that is none of folded words, as it does: those are written with diacritics. True: it is a folded word. */
static bool pass_term(char at[TERM_ROOM + 4]) {
    size_t plain = 0;
    while (at[plain] && (unsigned char)at[plain] < 0x80) plain++;
    bool folded = !at[plain];
    at[plain] = folded ? '\1' : '\xff', at[plain + 1] = 0;
    return folded;
}

/* Words of the index with this first letter that are near. */
static void collect_near(bg_record *record, bg_arena *arena, const char *word, char letter, near_terms *out) {
    size_t size = strlen(word), most = mistakes(size);
    char at[TERM_ROOM + 4] = {letter};
    while (next_term(record, at)) {
        near_term term = {.word = bg_arena__text(arena, at, strlen(at))};
        if (!term.word) bg_db__nomem(record);
        if (!pass_term(at) || !term.word || (term.apart = distance(word, size, term.word, strlen(term.word), most)) > most) continue;
        count_told(record, arena, &term);
        near_term *one = term.told ? BG_PUSH(arena, out) : NULL;
        if (one) *one = term;
        else if (term.told) bg_db__nomem(record);
    }
}

/* The most told words with this first letter that are as near as any so far. */
static void find_near(bg_record *record, bg_arena *arena, const char *word, char letter, candidates *out) {
    near_terms list = {0};
    collect_near(record, arena, word, letter, &list);
    if (record->code != BG_OK) return;
    if (list.count) qsort(list.items, list.count, sizeof *list.items, by_nearness);
    for (size_t n = 0; n < list.count; n++) {
        size_t k = 0;
        while (k < out->count && out->apart[k] <= list.items[n].apart) k++;
        if (k == CANDIDATES) continue;
        if (out->count < CANDIDATES) out->count++;
        for (size_t i = out->count - 1; i > k; i--) out->words[i] = out->words[i - 1], out->apart[i] = out->apart[i - 1];
        out->words[k] = list.items[n].word, out->apart[k] = list.items[n].apart;
    }
}

/* In how many paragraphs two words stand together. */
static size_t count_together(bg_record *record, bg_arena *arena, const char *left, const char *right) {
    const char *match = left && right ? bg_arena__print(arena, "folded : \"%s %s\"", left, right) : NULL;
    size_t count = 0;
    if (!match) return 0;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT count(*) FROM (SELECT rowid FROM search WHERE search MATCH ?1 LIMIT ?2)", "ti", match, (int64_t)MANY);
    if (bg_db__row(record, stmt)) count = (size_t)sqlite3_column_int64(stmt, 0);
    bg_db__done(stmt);
    return count;
}

/*
 * A near word that begins as this one does, or as its second letter: the one that stands most with the words beside it, else the nearest, else the most told. NULL if none is near. The
 * words beside it may be NULL.
 */
static const char *near_word(bg_record *record, bg_arena *arena, const char *before, const char *word, const char *behind) {
    candidates near = {0};
    size_t best = 0, most = 0;
    if (!mistakes(strlen(word))) return NULL;
    find_near(record, arena, word, word[0], &near);
    if (word[1] != word[0]) find_near(record, arena, word, word[1], &near);
    for (size_t i = 0; i < near.count; i++) {
        size_t together = count_together(record, arena, before, near.words[i]) + count_together(record, arena, near.words[i], behind);
        if (together > most) best = i, most = together;
    }
    return near.count ? near.words[best] : NULL;
}

/* The word of a marked stretch of the paragraph (it may be of several words) that is this one, folded, as written; NULL: none is. */
static const char *word_within(bg_record *record, bg_arena *arena, const bg_hit *hit, bg_span mark, const char *word) {
    for (size_t at = mark.start, end; at < mark.end; at = end + 1) {
        const char *blank = memchr(hit->text + at, ' ', mark.end - at);
        end = blank ? (size_t)(blank - hit->text) : mark.end;
        const char *folded = folded_of(record, arena, hit->text + at, end - at);
        if (folded && strcmp(folded, word) == 0) return bg_arena__text(arena, hit->text + at, end - at);
    }
    return NULL;
}

/* "don doc" as the paragraph writes it; NULL if it has not all of them. */
static const char *as_written(bg_record *record, bg_arena *arena, const bg_hit *hit, const bg_texts *words) {
    const char *out = "";
    for (size_t i = 0; out && i < words->count; i++) {
        const char *found = NULL;
        for (size_t m = 0; !found && m < hit->mark_count; m++) found = word_within(record, arena, hit, hit->marks[m], words->items[i]);
        out = found ? bg_arena__print(arena, "%s%s%s", out, i ? " " : "", found) : NULL;
    }
    return out;
}

#define HITS 20

/* As most of the first paragraphs write it. */
static const char *as_mostly_written(bg_record *record, bg_arena *arena, const bg_hits *hits, const bg_texts *words) {
    const char *forms[HITS];
    size_t counts[HITS], best = 0, number = 0;
    for (size_t i = 0; i < hits->count && i < HITS; i++) {
        const char *form = as_written(record, arena, &hits->items[i], words);
        size_t k = 0;
        while (form && k < number && strcmp(forms[k], form) != 0) k++;
        if (!form) continue;
        if (k == number) forms[number] = form, counts[number++] = 0;
        if (++counts[k] > counts[best]) best = k;
    }
    return number ? forms[best] : NULL;
}

/* Each of the words that no paragraph has is replaced; false: there is none such, or nothing near it. */
static bool replace(bg_record *record, bg_arena *arena, bg_texts *words) {
    bool any = false, told[WORDS];
    for (size_t i = 0; i < words->count; i++) told[i] = is_told(record, arena, words->items[i]);
    for (size_t i = 0; i < words->count; i++) {
        if (told[i]) continue;
        bool is_last = i + 1 == words->count || !told[i + 1];
        words->items[i] = near_word(record, arena, i ? words->items[i - 1] : NULL, words->items[i], is_last ? NULL : words->items[i + 1]);
        if (!words->items[i]) return false;
        any = true;
    }
    return any;
}

static void part(bg_arena *arena, const char *words, bg_texts *out) {
    char *rest = NULL, *copy = bg_arena__text(arena, words, strlen(words));
    for (char *word = copy ? strtok_r(copy, " ", &rest) : NULL; word && out->count < WORDS; word = strtok_r(NULL, " ", &rest)) {
        const char **item = BG_PUSH(arena, out);
        if (item) *item = word;
    }
}

const char *bg_nearest__words(bg_record *record, bg_arena *arena, const char *words, const char *outlet) {
    bg_texts parts = {0};
    bg_hits hits = {0};
    const char *text = "";
    bg_buf name;
    bg_buf__init(&name, 1 << 16);
    const char *folded = bg_fold__name(words, &name) && name.size ? bg_arena__text(arena, name.bytes, name.size) : NULL;
    bg_buf__free(&name);
    if (!folded || !bg_db__script(record, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab('main', 'search', 'instance')")) return NULL;
    part(arena, folded, &parts);
    if (!replace(record, arena, &parts)) return NULL;
    for (size_t i = 0; text && i < parts.count; i++) text = bg_arena__print(arena, "%s%s%s", text, i ? " " : "", parts.items[i]);
    if (!text || !bg_search__find(record, arena, text, outlet, &hits) || !hits.count) return NULL;
    const char *written = as_mostly_written(record, arena, &hits, &parts);
    return written ? written : text;
}

/* ------------------------------------------------------------------ names of persons */

/* How far the words are from a name in all; more than `most` if one of them is near no word of it. */
static size_t name_distance(const char *words, const char *name, size_t most) {
    size_t sum = 0;
    for (const char *word = words; *word && sum <= most;) {
        size_t size = strcspn(word, " "), best = size < 3 ? 1 : mistakes(size) + 1, limit = best;
        for (const char *at = name; *at;) {
            size_t its = strcspn(at, " ");
            best = least(best, distance(word, size, at, its, limit - 1));
            at += its + (at[its] == ' ');
        }
        sum = best == limit ? most + 1 : sum + best;
        word += size + (word[size] == ' ');
    }
    return sum;
}

void bg_nearest__names(bg_record *record, bg_arena *arena, const char *words, bg_texts *out) {
    bg_buf folded, name;
    const char *near[2 * WORDS][BG_NEAREST_NAMES] = {0}; /* by distance */
    size_t most = BG_COUNT(near) - 1;
    bg_buf__init(&folded, 1 << 12), bg_buf__init(&name, 1 << 16);
    if (bg_fold__name(words, &folded) && folded.size) {
        sqlite3_stmt *stmt = bg_db__query(record, "SELECT name FROM spellings GROUP BY name ORDER BY sum(pages) DESC, name", "");
        while (bg_db__row(record, stmt)) {
            const char *its = bg_db__text(record, stmt, 0);
            size_t apart = its && (bg_buf__clear(&name), bg_fold__name(its, &name)) && name.size ? name_distance(folded.bytes, name.bytes, most) : most + 1, k = 0;
            while (apart <= most && k < BG_NEAREST_NAMES && near[apart][k]) k++;
            if (apart <= most && k < BG_NEAREST_NAMES) near[apart][k] = bg_db__copy(record, arena, stmt, 0);
        }
        bg_db__done(stmt);
    }
    for (size_t i = 0; i <= most && !near[0][0]; i++) /* the name is there: it was something else that found nothing */
        for (size_t k = 0; k < BG_NEAREST_NAMES && near[i][k] && out->count < BG_NEAREST_NAMES; k++) {
            const char **item = BG_PUSH(arena, out);
            if (item) *item = near[i][k];
        }
    bg_buf__free(&folded), bg_buf__free(&name);
}
