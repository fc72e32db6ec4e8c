/* batch: see batch.h. */
#include "batch.h"
#include "group.h"
#include "lookup.h"
#include "slots.h"
#include "thread.h"

#include <stdlib.h>

#define ROWS_MAX ((int64_t)1 << 21) /* of the index that a page has; a damaged record may say anything */

typedef struct event {
    uint64_t number;
    bool made;
} event;

typedef struct bg_batch {
    bg_arena *arena;
    BG_VEC(event) events;
    bool sorted;
    size_t next;
    char id[BG_EVENT_ID];
    BG_VEC(bg_passage_row) passages;
    BG_VEC(int64_t) gone; /* rows of the index that leave it, of this batch's too … */
    bg_lookup going;      /* … once more */
    int64_t row; /* the next one of the index */
    bg_lookup forms; /* of persons stored */
} bg_batch;

/* ------------------------------------------------------------------ contacts */

void bg_batch__later(bg_record *record, const char *id) {
    bg_batch *b = record->batch;
    event *slot = BG_PUSH(b->arena, &b->events);
    if (slot) slot->number = bg_slots__number(id);
    else bg_db__nomem(record);
}

static int by_number(const void *left, const void *right) {
    const event *a = left, *b = right;
    return (a->number > b->number) - (a->number < b->number);
}

static void sort_events(bg_batch *b) {
    size_t kept = 0;
    b->sorted = true;
    if (b->events.count) qsort(b->events.items, b->events.count, sizeof *b->events.items, by_number);
    for (size_t i = 0; i < b->events.count; i++)
        if (!kept || b->events.items[kept - 1].number != b->events.items[i].number) b->events.items[kept++] = b->events.items[i];
    b->events.count = kept;
}

const char *bg_batch__next(bg_record *record) {
    bg_batch *b = record->batch;
    if (!b->sorted) sort_events(b);
    while (b->next < b->events.count && b->events.items[b->next].made) b->next++;
    if (b->next == b->events.count) return NULL;
    b->events.items[b->next].made = true;
    bg_slots__id(b->events.items[b->next].number, b->id);
    return b->id;
}

void bg_batch__did(bg_record *record, const char *id) {
    bg_batch *b = record->batch;
    event wanted = {.number = bg_slots__number(id)};
    event *found = b->sorted && b->events.count ? bsearch(&wanted, b->events.items, b->events.count, sizeof wanted, by_number) : NULL;
    if (found) found->made = true;
}

/* ------------------------------------------------------------------ the index of words */

int64_t bg_batch__row(bg_record *record) {
    bg_batch *b = record->batch;
    int64_t row = b && b->row ? b->row : bg_db__int(record, "SELECT coalesce(max(rowid), 0) + 1 FROM search");
    if (b) b->row = row;
    return row;
}

static void write_passage(bg_record *record, const bg_passage_row *p) {
    bg_db__run(record, "INSERT INTO search(rowid, exact, folded, page, kind, range_start, range_end) VALUES(?,?,?,?,?,?,?)", "ixxtts", p->row, p->exact, p->exact_size, p->folded, p->folded_size,
               p->page, p->kind, p->at);
}

void bg_batch__passage(bg_record *record, const bg_passage_row *passage) {
    bg_batch *b = record->batch;
    if (!b) {
        write_passage(record, passage);
        return;
    }
    bg_passage_row *item = BG_PUSH(b->arena, &b->passages);
    if (!item) {
        bg_db__nomem(record);
        return;
    }
    *item = *passage;
    b->row = passage->row + 1;
    item->page = bg_arena__text(b->arena, passage->page, strlen(passage->page));
    item->exact = bg_arena__text(b->arena, passage->exact, passage->exact_size);
    item->folded = bg_arena__text(b->arena, passage->folded, passage->folded_size);
    if (!item->page || !item->exact || !item->folded) bg_db__nomem(record);
}

static void put_gone(bg_record *record, int64_t row) {
    bg_batch *b = record->batch;
    if (bg_lookup__find(&b->going, (uint64_t)row)) return;
    int64_t *slot = BG_PUSH(b->arena, &b->gone);
    if (slot && bg_lookup__put(b->arena, &b->going, (uint64_t)row, b)) *slot = row; /* any value will do */
    else bg_db__nomem(record);
}

void bg_batch__passages_go(bg_record *record, int64_t first, int64_t behind) {
    if (!record->batch || behind - first > ROWS_MAX) {
        bg_db__run(record, "DELETE FROM search WHERE rowid >= ? AND rowid < ?", "ii", first, behind);
        return;
    }
    for (int64_t row = first; row < behind && record->code == BG_OK; row++) put_gone(record, row);
}

bool bg_batch__passage_goes(const bg_record *record, int64_t row) { return record->batch && bg_lookup__find(&record->batch->going, (uint64_t)row); }

static int by_row(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

/*
 * In one go, row by row and in their order: any other statement between them, or one of many rows, would make the index write what it has gathered. What leaves it before it came, since its page was
 * read anew in the same batch, is never written.
 */
static void write_passages(bg_record *record) {
    bg_batch *b = record->batch;
    int64_t own = b->passages.count ? b->passages.items[0].row : INT64_MAX;
    if (b->gone.count) qsort(b->gone.items, b->gone.count, sizeof *b->gone.items, by_row);
    for (size_t i = 0; i < b->gone.count && b->gone.items[i] < own && record->code == BG_OK; i++) bg_db__run(record, "DELETE FROM search WHERE rowid = ?", "i", b->gone.items[i]);
    for (size_t i = 0; i < b->passages.count && record->code == BG_OK; i++)
        if (!bg_batch__passage_goes(record, b->passages.items[i].row)) write_passage(record, &b->passages.items[i]);
}

/* ------------------------------------------------------------------ forms of persons */

bool bg_batch__is_new(bg_record *record, int64_t form) {
    bg_batch *b = record->batch;
    if (!b) return true;
    if (bg_lookup__find(&b->forms, (uint64_t)form)) return false;
    return bg_lookup__put(b->arena, &b->forms, (uint64_t)form, b) || bg_db__nomem(record); /* any value will do */
}

/* ------------------------------------------------------------------ begin, end */

void bg_batch__drop(bg_record *record) {
    record->batched = false;
    bg_thread__drop(record);
    bg_group__drop(record);
    if (record->batch) bg_arena__free(record->batch->arena);
    record->batch = NULL;
}

bool bg_batch__begin(bg_record *record) {
    bg_arena *arena = bg_arena__new();
    bg_batch *b = arena ? bg_arena__alloc(arena, sizeof *b) : NULL;
    bg_batch__drop(record); /* of one that failed */
    if (!b) {
        bg_arena__free(arena);
        return bg_db__nomem(record);
    }
    b->arena = arena;
    record->batch = b;
    record->batched = bg_db__run(record, "BEGIN IMMEDIATE", "");
    if (!record->batched) bg_batch__drop(record);
    return record->batched;
}

bool bg_batch__end(bg_record *record) {
    if (!record->batch) return false; /* it failed before, and is undone */
    bg_group__pending(record);
    bg_thread__settle(record);
    write_passages(record);
    bg_batch__drop(record);
    bg_db__run(record, "COMMIT", "");
    bg_db__undo(record);
    return record->code == BG_OK;
}

bool bg_batch__open(bg_record *record) { return record->batched ? record->code == BG_OK : bg_db__run(record, "BEGIN IMMEDIATE", ""); }

void bg_batch__close(bg_record *record) {
    if (record->batched && record->code == BG_OK) return;
    bg_batch__drop(record);
    bg_db__run(record, "COMMIT", "");
    bg_db__undo(record);
}
