/* test_entries: entries under a key, as they are kept in memory, are those of the table: however many there are, however often they are asked for, whatever comes and goes. */
#include "record/entries.h"
#include "rows.h"
#include "test.h"

#define ENTRIES 700
#define KEYS 4 /* the first has a share of the entries, the next one half of that … */

static char path[] = "/tmp/bg-entries-XXXXXX";
static bg_record *record;
static bg_entry entries[ENTRIES];
static bool stands[ENTRIES][KEYS];

static bool is_behind(const bg_entry *a, const bg_entry *b) { return a->day != b->day ? a->day > b->day : a->number > b->number; }

static int by_time(const void *left, const void *right) {
    const bg_entry *a = *(const bg_entry *const *)left, *b = *(const bg_entry *const *)right;
    return is_behind(a, b) - is_behind(b, a);
}

/* What ought to be found, the plain way. */
static void expect(const bg_entry *entry, size_t key, bool behind, const bg_item_numbers *got) {
    const bg_entry *list[ENTRIES];
    size_t count = 0;
    for (size_t i = 0; i < ENTRIES; i++)
        if (stands[i][key] && (behind ? is_behind(&entries[i], entry) : is_behind(entry, &entries[i]))) list[count++] = &entries[i];
    qsort(list, count, sizeof *list, by_time); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
    size_t least = count < BG_NEAR ? count : BG_NEAR;
    CHECK(got->count == least);
    for (size_t i = 0; i < least && got->count == least; i++) CHECK(got->items[i] == list[behind ? i : count - 1 - i]->number);
}

static void ask(bg_entries *e, const bg_entry *entry, size_t key) {
    bg_item_numbers before = {0}, behind = {0};
    bg_entries__before(e, entry, (int64_t)key + 1, &before);
    bg_entries__behind(e, entry, (int64_t)key + 1, &behind);
    expect(entry, key, false, &before);
    expect(entry, key, true, &behind);
}

static void put_some(bg_entries *e, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        for (size_t key = 0; key < KEYS; key++)
            if (rand() % (2 << 2 * key) == 0) bg_entries__put(e, &entries[i], (int64_t)key + 1), stands[i][key] = true;
}

/* Rows are written before one goes. */
static void drop_some(bg_entries *e, size_t from, size_t to) {
    bg_entries__write_links(e);
    for (size_t i = from; i < to; i++)
        for (size_t key = 0; key < KEYS; key++)
            if (stands[i][key] && rand() % 3 == 0) bg_entries__drop(e, &entries[i], (int64_t)key + 1), stands[i][key] = false;
}

static void round_of(size_t from, size_t to, int questions) {
    bg_arena *arena = bg_arena__new();
    bg_entries e = {.record = record, .arena = arena};
    for (int i = 0; i < questions; i++) ask(&e, &entries[rand() % ENTRIES], (size_t)rand() % KEYS);
    put_some(&e, from, to);
    for (int i = 0; i < questions; i++) ask(&e, &entries[rand() % ENTRIES], (size_t)rand() % KEYS);
    drop_some(&e, from / 2, to);
    put_some(&e, to, to + 20);
    for (int i = 0; i < questions; i++) ask(&e, &entries[rand() % ENTRIES], (size_t)rand() % KEYS);
    bg_entries__write_links(&e);
    bg_arena__free(arena);
}

static void finds_what_the_table_has(void) {
    record = fresh_record(path);
    CHECK(record != NULL);
    if (!record) return;
    srand(7);
    for (size_t i = 0; i < ENTRIES; i++) entries[i] = (bg_entry){.number = (int64_t)i + 1, .day = rand() % 5 ? 20200101 + rand() % 28 : 0};
    for (size_t i = 0; i < 6; i++) round_of(i * 100, i * 100 + 80, 40 << i % 3);
    size_t rows = 0;
    for (size_t i = 0; i < ENTRIES; i++)
        for (size_t key = 0; key < KEYS; key++) rows += stands[i][key];
    CHECK(row_count(record, "SELECT count(*) FROM item_keys") == (int64_t)rows);
    CHECK(bg_db__code(record) == BG_OK);
    bg_record_close(record);
    drop_record(path);
}

int main(void) {
    close(mkstemp(path));
    RUN(finds_what_the_table_has);
    return test_end();
}
