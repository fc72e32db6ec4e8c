/* settle: pages that are stale are read and take their place, many in a transaction; then it is found out what recurs on their sites, until nothing changes. */
#include "settle.h"
#include "batch.h"
#include "crew.h"
#include "due.h"
#include "lines.h"
#include "namings.h"
#include "people.h"
#include "reprints.h"
#include "schema.h"

/* A transaction has no more pages, and ends when their bytes are more than these. */
#define BATCH_PAGES 2000
#define BATCH_BYTES ((size_t)16 << 20)
#define ROUNDS 8 /* two do: reading a page otherwise does not change its lines */

/* A page that cannot be read, damaged or refused, stays without facts; verify tells of it. */
static void settle_page(bg_record *record, const bg_again *one) {
    if (!one->doc || !bg_batch__open(record)) return;
    bg_again__place(record, one);
    bg_batch__close(record);
}

static void settle_pages(bg_record *record, const bg_data *data, const bg_texts *pages, const bg_watcher *watcher) {
    bg_crew *crew = bg_crew__start(record, data, pages);
    const bg_again *one;
    size_t done = 0, batch = 0, bytes = 0;
    while (crew && (one = bg_crew__next(crew))) {
        if (!batch++) bg_batch__begin(record);
        settle_page(record, one);
        bytes += one->bytes.size;
        if (batch == BATCH_PAGES || bytes >= BATCH_BYTES || done + 1 == pages->count) bg_batch__end(record), batch = bytes = 0;
        bg_watcher__tell(watcher, BG_SETTLE_PAGES, ++done, pages->count);
    }
    if (record->batched) bg_batch__end(record); /* it failed: undo */
    bg_crew__stop(crew);
}

static size_t settle_stale(bg_record *record, const bg_data *data, const bg_watcher *watcher) {
    bg_texts pages = {0};
    bg_arena *arena = bg_arena__new();
    if (!arena) return bg_db__nomem(record), 0;
    bg_db__texts(record, arena, bg_db__query(record, "SELECT id FROM pages WHERE stale ORDER BY n", ""), &pages);
    if (pages.count) settle_pages(record, data, &pages, watcher);
    bg_arena__free(arena);
    return pages.count;
}

size_t bg_settle__all(bg_record *record, const bg_data *data, const bg_watcher *watcher) {
    bg_schema__complete(record, watcher);
    size_t count = settle_stale(record, data, watcher);
    for (int round = 0; round < ROUNDS && record->code == BG_OK && bg_db__int(record, "SELECT count(*) FROM changed_sites"); round++) {
        bg_lines__settle(record);
        count += settle_stale(record, data, watcher);
    }
    bg_reprints__settle(record, watcher);
    bg_people__settle(record, watcher);
    bg_namings__settle(record);
    bg_due__settle(record, watcher);
    return count;
}

bg_code bg_record_settle_telling(bg_record *record, const bg_data *data, bg_settle_fn *tell, void *context, size_t *reread, bg_error *err) {
    bg_db__start(record, err);
    size_t count = bg_settle__all(record, data, &(bg_watcher){tell, context});
    if (reread) *reread = count;
    return record->code;
}

bg_code bg_record_settle(bg_record *record, const bg_data *data, size_t *reread, bg_error *err) { return bg_record_settle_telling(record, data, NULL, NULL, reread, err); }
