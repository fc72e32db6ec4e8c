/* add: pages into the record, one transaction a page. A bad page is reported and the others are still added. */
#include "messages.h"
#include "pages.h"
#include "progress.h"

typedef struct tally {
    size_t added, known, unreadable;
    bg_added sum;
} tally;

static void count(tally *sum, const bg_added *one) {
    sum->added++;
    sum->sum.events += one->events;
    sum->sum.merged += one->merged;
    sum->sum.statements += one->statements;
    sum->sum.notes += one->notes;
}

static int add_one(const cli *c, const bg_data *data, bg_record *record, const char *path, tally *sum) {
    read_page page;
    bg_added one = {0};
    bg_error err = {0};
    int status = page_read(c, data, path, &page);
    if (status) sum->unreadable++;
    else if (bg_record_add(record, page.doc, page.bytes.bytes, page.bytes.size, &one, &err)) status = fail(c, path, &err);
    else if (one.added) count(sum, &one);
    else {
        sum->known++;
        if (!c->quiet) say(c, M_PAGE_KNOWN, path);
    }
    page_free(&page);
    return status;
}

static int add_all(const cli *c, const bg_data *data, bg_record *record, const page_list *list, tally *sum) {
    progress bar;
    int worst = list->status;
    progress_start(&bar, list->count, !c->quiet);
    for (size_t i = 0; i < list->count; i++) {
        progress_clear(&bar);
        int status = add_one(c, data, record, list->paths[i], sum);
        if (status > worst) worst = status;
        if (status >= 4) break; /* the record cannot be written: the next page would fail too */
        progress_step(&bar, i + 1);
    }
    progress_clear(&bar);
    return worst;
}

static int run(const cli *c, const bg_data *data, const page_list *list) {
    bg_record *record = NULL;
    int status = open_record(c, BG_RECORD_WRITE, &record);
    if (status) return status;
    tally sum = {0};
    status = add_all(c, data, record, list, &sum);
    bg_record_close(record);
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
        say(c, M_NO_PAGES, c->args[0]);
        status = 1;
    }
    pages_free(&list);
    bg_data_close(data);
    return status;
}
