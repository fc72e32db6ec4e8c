/* add: pages into the record, many in one transaction. A bad page is reported and the others are still added. */
#include "messages.h"
#include "pages.h"
#include "progress.h"

/* A transaction has no more pages, and ends when their bytes are more than these. */
#define BATCH_PAGES 500
#define BATCH_BYTES ((size_t)16 << 20)

typedef struct tally {
    size_t added, known, unreadable, states;
    bg_added sum;
} tally;

static void count(tally *sum, const bg_added *one) {
    sum->added++;
    sum->states += one->state;
    sum->sum.events += one->events;
    sum->sum.merged += one->merged;
    sum->sum.statements += one->statements;
    sum->sum.notes += one->notes;
}

/* Pages on their way into the record. */
typedef struct adding {
    const cli *c;
    bg_record *record;
    tally kept, now; /* what is in the record for good; with what the open transaction adds */
    size_t pages, bytes; /* of the open transaction, 0: none is open */
} adding;

static int commit(adding *a) {
    bg_error err = {0};
    size_t merged = 0;
    if (!a->pages) return 0;
    a->pages = a->bytes = 0;
    if (bg_record_commit(a->record, &merged, &err)) return fail(a->c, a->c->record, &err);
    a->now.sum.merged += merged;
    a->kept = a->now;
    return 0;
}

static int add_doc(adding *a, const bg_item *item, const bg_doc *doc) {
    bg_added one = {0};
    bg_error err = {0};
    if ((!a->pages && bg_record_begin(a->record, &err)) || bg_record_add(a->record, doc, item->bytes, item->size, &one, &err)) {
        a->pages = 0;
        return fail(a->c, item->source, &err);
    }
    a->pages++;
    a->bytes += item->size;
    if (one.added) count(&a->now, &one);
    else {
        a->now.known++;
        if (!a->c->quiet) say(a->c, M_PAGE_KNOWN, item->source);
    }
    return a->pages < BATCH_PAGES && a->bytes < BATCH_BYTES ? 0 : commit(a);
}

static int add_one(adding *a, const bg_data *data, const bg_item *item) {
    bg_doc *doc = NULL;
    int status = page_read(a->c, data, item, &doc);
    if (status) a->now.unreadable++, a->kept.unreadable++;
    else status = add_doc(a, item, doc);
    bg_doc_free(doc);
    return status;
}

static void clear_bar(void *bar) { progress_clear(bar); }

static int add_all(adding *a, const bg_data *data, const page_list *list) {
    progress bar;
    page_walk walk;
    progress_start(&bar, list->count, !a->c->quiet);
    walk_start(&walk, a->c, list);
    walk.before = clear_bar;
    walk.context = &bar;
    for (const bg_item *item; (item = walk_next(&walk)); progress_step(&bar, walk.at)) {
        progress_clear(&bar);
        int status = add_one(a, data, item);
        walk_note(&walk, status);
        if (status >= 4) break; /* the record cannot be written: the next page would fail too */
    }
    progress_clear(&bar);
    walk_note(&walk, commit(a));
    walk_end(&walk);
    a->kept.unreadable += walk.failed;
    return walk.status;
}

/* What hangs on several pages at once. */
static int settle(const cli *c, const bg_data *data, bg_record *record, int status) {
    bg_error err = {0};
    if (status >= 4 || bg_record_settle(record, data, NULL, &err) == BG_OK) return status;
    return fail(c, c->record, &err);
}

static int run(const cli *c, const bg_data *data, const page_list *list) {
    bg_record *record = NULL;
    int status = open_record(c, BG_RECORD_WRITE, &record);
    if (status) return status;
    adding a = {.c = c, .record = record};
    status = add_all(&a, data, list);
    status = settle(c, data, record, status);
    bg_record_close(record);
    tally sum = a.kept;
    if (!c->quiet && sum.states) say(c, M_STATES, sum.states);
    if (!c->quiet)
        say(c, M_ADDED, sum.added, sum.known, sum.unreadable, sum.sum.events, sum.sum.merged, sum.sum.statements, sum.sum.notes);
    return status;
}

int cmd_add(cli *c) {
    bg_data *data = NULL;
    int status = open_data(c, &data);
    if (status) return status;
    page_list list = pages_find(c);
    status = list.count ? run(c, data, &list) : list.status;
    if (!list.count && !list.status) {
        say(c, M_NO_PAGES, c->arg_count ? c->args[0] : c->files0);
        status = 1;
    }
    pages_free(&list);
    bg_data_close(data);
    return status;
}
