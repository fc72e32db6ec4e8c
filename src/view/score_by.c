/* score_by: what was right, broken down by contact type, country, act or rule: recall from the gold's side, precision from ours. */
#include "score.h"
#include "table.h"

#include <stdlib.h>

static bg_row *row_of(bg_breakdown *b, const char *key) {
    for (size_t i = 0; i < b->rows.count; i++)
        if (strcmp(b->rows.items[i].key, key) == 0) return &b->rows.items[i];
    bg_row *row = BG_PUSH(b->arena, &b->rows);
    if (row) row->key = bg_arena__text(b->arena, key, strlen(key));
    if (row && row->key) return row;
    b->failed = true;
    return NULL;
}

static void count(bg_breakdown *b, const char *key, bg_cell cell, bool right) {
    bg_row *row = b->failed ? NULL : row_of(b, key && *key ? key : "-");
    if (!row) return;
    row->hits[cell] += right;
    row->totals[cell]++;
}

static void count_sides(bg_breakdown *b, const json_t *gold, bg_cell cell, bool right) {
    const json_t *sides = json_object_get(gold, "sides");
    for (size_t i = 0; i < json_array_size(sides); i++) count(b, json_string_value(json_array_get(sides, i)), cell, right);
}

void bg_by__gold_event(bg_case *c, bg_cell cell, const json_t *gold, bool right) {
    bg_breakdown *b = &c->tally->by;
    if (b->key == BG_BY_TYPE) count(b, bg_score__text(gold, "type"), cell, right);
    if (b->key == BG_BY_COUNTRY) count_sides(b, gold, cell, right);
}

void bg_by__event(bg_case *c, bg_cell cell, const bg_event *event, bool right) {
    bg_breakdown *b = &c->tally->by;
    if (b->key == BG_BY_TYPE) count(b, event->type, cell, right);
    if (b->key == BG_BY_RULE) count(b, event->rule, cell, right);
    for (size_t i = 0; b->key == BG_BY_COUNTRY && i < event->side_count; i++) count(b, event->sides[i], cell, right);
}

/* A statement counts for the type and the sides of its page's main contact. */
static void count_said(bg_case *c, bg_cell cell, const char *act, bool right) {
    bg_breakdown *b = &c->tally->by;
    const json_t *main = json_object_get(c->gold, "main_event");
    if (b->key == BG_BY_ACT) count(b, act, cell, right);
    if (b->key == BG_BY_TYPE) count(b, bg_score__text(main, "type"), cell, right);
    if (b->key == BG_BY_COUNTRY) count_sides(b, main, cell, right);
}

void bg_by__gold_statement(bg_case *c, const json_t *gold, bool right) {
    count_said(c, BG_SAID_GOLD, bg_score__text(gold, "act"), right);
}

void bg_by__statement(bg_case *c, const bg_statement *said, bool right) {
    count_said(c, BG_SAID_READ, said->act, right);
    if (c->tally->by.key == BG_BY_RULE) count(&c->tally->by, said->rule, BG_SAID_READ, right);
}

/* ------------------------------------------------------------------ the table */

static const char *const cell_names[BG_CELLS] = {
    [BG_MAIN_GOLD] = "main found",    [BG_MAIN_READ] = "main right",
    [BG_OTHER_GOLD] = "others found", [BG_OTHER_READ] = "others right",
    [BG_SAID_GOLD] = "said found",    [BG_SAID_READ] = "said right",
};

static size_t weight(const bg_row *row) {
    size_t sum = 0;
    for (size_t i = 0; i < BG_CELLS; i++) sum += row->totals[i];
    return sum;
}

/* The most frequent first. */
static int compare_rows(const void *a, const void *b) {
    const bg_row *x = a, *y = b;
    size_t m = weight(x), n = weight(y);
    return m != n ? (m < n) - (m > n) : strcmp(x->key, y->key);
}

static void write_json(const bg_breakdown *b, bg_buf *out) {
    for (size_t i = 0; i < b->rows.count; i++) {
        const bg_row *row = &b->rows.items[i];
        bg_json json;
        bg_json__init(&json, out);
        bg_json__object(&json, NULL);
        bg_json__text(&json, "key", row->key);
        for (size_t k = 0; k < BG_CELLS; k++) {
            if (!row->totals[k]) continue;
            bg_json__array(&json, cell_names[k]);
            bg_json__int(&json, NULL, (int64_t)row->hits[k]);
            bg_json__int(&json, NULL, (int64_t)row->totals[k]);
            bg_json__end(&json);
        }
        bg_json__end(&json);
        bg_buf__char(out, '\n');
    }
}

static void write_table(bg_breakdown *b, unsigned width, bg_buf *out) {
    bg_table table = {.arena = b->arena, .columns = BG_CELLS + 1};
    bg_table__cell(&table, "");
    for (size_t k = 0; k < BG_CELLS; k++) bg_table__cell(&table, cell_names[k]);
    for (size_t i = 0; i < b->rows.count; i++) {
        const bg_row *row = &b->rows.items[i];
        bg_table__cell(&table, row->key);
        for (size_t k = 0; k < BG_CELLS; k++) {
            if (row->totals[k]) bg_table__print(&table, "%zu/%zu", row->hits[k], row->totals[k]);
            else bg_table__cell(&table, "-");
        }
    }
    b->failed |= table.failed;
    bg_table__write(&table, width, out);
}

bool bg_by__write(bg_breakdown *b, const bg_style *style, bg_buf *out) {
    if (b->rows.count) qsort(b->rows.items, b->rows.count, sizeof *b->rows.items, compare_rows);
    if (style->json) write_json(b, out);
    else write_table(b, style->width, out);
    return !b->failed;
}
