/* notes: what could not be read, by reason, and the words that it was said of. */
#include "query.h"

#include "db.h"

#include <stdlib.h>

#define COPY(column) bg_db__copy(record, arena, stmt, (column))

bool bg_query__notes(bg_record *record, bg_arena *arena, size_t examples, bg_note_rows *out) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT page, (SELECT min(name) FROM sources s WHERE s.page = x.page), reason, text, range_start, range_end, total"
        " FROM (SELECT page, reason, text, range_start, range_end, count(*) OVER (PARTITION BY reason) AS total,"
        " row_number() OVER (PARTITION BY reason ORDER BY page, n) AS place FROM notes) x WHERE place <= ?"
        " ORDER BY total DESC, reason, place", "n", examples);
    while (bg_db__row(record, stmt)) {
        bg_row_note *note = BG_PUSH(arena, out);
        if (!note) bg_db__nomem(record);
        else
            *note = (bg_row_note){COPY(0), COPY(1), COPY(2), COPY(3), bg_db__span(stmt, 4), (size_t)sqlite3_column_int64(stmt, 6)};
    }
    return record->code == BG_OK;
}

typedef struct folded_word {
    bg_note_word word;
    const char *folded;
} folded_word;

static int by_folded(const void *left, const void *right) {
    const folded_word *a = left, *b = right;
    int order = strcmp(a->word.reason, b->word.reason);
    if (!order) order = strcmp(a->folded, b->folded);
    return order ? order : strcmp(a->word.text, b->word.text);
}

static int by_count(const void *left, const void *right) {
    const bg_note_word *a = left, *b = right;
    int order = strcmp(a->reason, b->reason);
    if (order) return order;
    return a->count != b->count ? (a->count < b->count ? 1 : -1) : strcmp(a->text, b->text);
}

static const char *fold_word(bg_record *record, bg_arena *arena, const char *text) {
    bg_buf buf;
    bg_buf__init(&buf, 1 << 16);
    bg_text__fold(text, strlen(text), &buf);
    const char *out = bg_buf__keep(&buf, arena);
    if (!out) bg_db__nomem(record);
    return out;
}

/* Sorted words that are the same but for capitals become one. */
static void sum_words(bg_record *record, bg_arena *arena, const folded_word *words, size_t count, bg_note_words *out) {
    for (size_t i = 0; i < count; i++) {
        bool same = i && !strcmp(words[i].word.reason, words[i - 1].word.reason) && !strcmp(words[i].folded, words[i - 1].folded);
        bg_note_word *word = same ? &out->items[out->count - 1] : BG_PUSH(arena, out);
        if (!word) {
            bg_db__nomem(record);
            return;
        }
        if (same) word->count += words[i].word.count;
        else *word = words[i].word;
    }
}

bool bg_query__note_words(bg_record *record, bg_arena *arena, size_t most, bg_note_words *out) {
    BG_VEC(folded_word) words = {0};
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT coalesce(reason, '?'), text, count(*) FROM notes WHERE length(text) <= ? GROUP BY 1, 2", "n", most);
    while (bg_db__row(record, stmt)) {
        folded_word *word = BG_PUSH(arena, &words);
        if (word) *word = (folded_word){{COPY(0), COPY(1), (size_t)sqlite3_column_int64(stmt, 2)}, NULL};
        if (!word || !word->word.text || !(word->folded = fold_word(record, arena, word->word.text))) bg_db__nomem(record);
    }
    if (record->code != BG_OK || !words.items) return record->code == BG_OK;
    qsort(words.items, words.count, sizeof *words.items, by_folded);
    sum_words(record, arena, words.items, words.count, out);
    if (record->code == BG_OK && out->items) qsort(out->items, out->count, sizeof *out->items, by_count);
    return record->code == BG_OK;
}
