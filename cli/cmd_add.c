/* add: pages into the record, one transaction a page. A bad page is reported and the others are still added. */
#include "messages.h"
#include "pages.h"
#include "progress.h"

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

static int add_one(const cli *c, const bg_data *data, bg_record *record, const bg_item *item, tally *sum) {
    bg_doc *doc = NULL;
    bg_added one = {0};
    bg_error err = {0};
    int status = page_read(c, data, item, &doc);
    if (status) sum->unreadable++;
    else if (bg_record_add(record, doc, item->bytes, item->size, &one, &err)) status = fail(c, item->source, &err);
    else if (one.added) count(sum, &one);
    else {
        sum->known++;
        if (!c->quiet) say(c, M_PAGE_KNOWN, item->source);
    }
    bg_doc_free(doc);
    return status;
}

static void clear_bar(void *bar) { progress_clear(bar); }

static int add_all(const cli *c, const bg_data *data, bg_record *record, const page_list *list, tally *sum) {
    progress bar;
    page_walk walk;
    progress_start(&bar, list->count, !c->quiet);
    walk_start(&walk, c, list);
    walk.before = clear_bar;
    walk.context = &bar;
    for (const bg_item *item; (item = walk_next(&walk)); progress_step(&bar, walk.at)) {
        progress_clear(&bar);
        int status = add_one(c, data, record, item, sum);
        walk_note(&walk, status);
        if (status >= 4) break; /* the record cannot be written: the next page would fail too */
    }
    progress_clear(&bar);
    walk_end(&walk);
    sum->unreadable += walk.failed;
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
    tally sum = {0};
    status = add_all(c, data, record, list, &sum);
    status = settle(c, data, record, status);
    bg_record_close(record);
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
