/* add: pages into the record, many in one transaction. A bad page is reported and the others are still added. */
#include "flusher.h"
#include "messages.h"
#include "progress.h"
#include "readers.h"
#include "stop.h"

#include <errno.h>
#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#endif
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/*
 * A transaction has no more pages, and ends when their bytes are more than these. A short one does not keep readers waiting at its end; of a long one the log is shorter, since its pages share more
 * of the file's: so it grows with what was added, a sixteenth of that.
 */
#define BATCH_FEWEST 1000
#define BATCH_MOST 8000
#define BATCH_SHARE 16
#define BATCH_BYTES ((size_t)64 << 20)
#define MEMORY_AHEAD (640 << 20) /* bytes that are taken at once, and not used before they are needed: more than the record's cache … */
#define MEMORY_KEPT (1 << 30)    /* … and not given back before the end */
#define MEMORY_FIRST (8 << 20)   /* more than the program has until then */
#define MEMORY_MORE (1 << 20)    /* that are taken at once when these are used */
#define PAGE_LARGE ((uintptr_t)2 << 20)
#define KNOWN_SHOWN 20 /* known pages that are named; the others are counted */

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
    bg_recent *recent;
    flusher *flusher; /* NULL: the record moves its log itself */
    progress bar;
    tally kept, now; /* what is in the record for good; with what the open transaction adds */
    size_t pages, bytes; /* of the open transaction, 0: none is open */
    char *said;          /* --json: what is to be said of its pages once it is committed */
    size_t said_size;
    FILE *say;
} adding;

/* Pages are acknowledged, a line of JSON each, when they are in the record for good. */
static int acknowledge(adding *a) {
    if (!a->say) return 0;
    bool ok = fclose(a->say) == 0 && fwrite(a->said, 1, a->said_size, stdout) == a->said_size && fflush(stdout) == 0;
    free(a->said);
    a->say = NULL;
    if (ok) return 0;
    say(a->c, M_WRITE_FAILED, strerror(errno));
    return 5;
}

static void note(adding *a, const reading *one, const bg_added *added) {
    bg_out line = {0};
    bg_error err = {0};
    if (!a->c->json) return;
    if (!a->say) a->say = open_memstream(&a->said, &a->said_size);
    if (a->say && bg_added_json(&one->item, one->doc, added, &line, &err) == BG_OK) fprintf(a->say, "%s\n", line.bytes);
    bg_out_free(&line);
}

static int commit(adding *a) {
    bg_error err = {0};
    size_t merged = 0;
    if (!a->pages) {
        a->kept = a->now;
        return acknowledge(a);
    }
    size_t pages = a->pages;
    a->pages = a->bytes = 0;
    if (bg_record_commit(a->record, &merged, &err)) return fail(a->c, a->c->record, &err);
    flusher_committed(a->flusher, pages);
    a->now.sum.merged += merged;
    a->kept = a->now;
    return acknowledge(a);
}

static void pass_over(adding *a, const reading *one, bool renewed) {
    if (a->now.known++ >= KNOWN_SHOWN || a->c->quiet) return;
    progress_clear(&a->bar);
    say(a->c, renewed ? M_PAGE_RENEWED : M_PAGE_KNOWN, one->item.source);
}

static size_t batch_pages(const adding *a) {
    size_t share = a->kept.added / BATCH_SHARE;
    return share < BATCH_FEWEST ? BATCH_FEWEST : share > BATCH_MOST ? BATCH_MOST : share;
}

static int add_doc(adding *a, const reading *one) {
    bg_added added = {0};
    bg_error err = {0};
    if ((!a->pages && bg_record_begin(a->record, &err)) || bg_record_add_prepared(a->record, one->doc, one->prepared, one->item.bytes, one->item.size, &added, &err)) {
        a->pages = 0;
        progress_clear(&a->bar);
        return fail(a->c, one->item.source, &err);
    }
    a->pages++;
    a->bytes += one->item.size;
    if (added.added) count(&a->now, &added);
    else pass_over(a, one, added.renewed);
    note(a, one, &added);
    return a->pages < batch_pages(a) && a->bytes < BATCH_BYTES ? 0 : commit(a);
}

/* Something is wrong with a page or a file; the others are still added. */
static int complain(adding *a, const reading *one) {
    progress_clear(&a->bar);
    if (!one->err.code) return say(a->c, M_NO_PAGES, one->path), 0;
    a->now.unreadable++, a->kept.unreadable++;
    return fail(a->c, one->complaint ? one->path : one->item.source, &one->err);
}

static int add_one(adding *a, const reading *one) {
    if (one->known) {
        pass_over(a, one, false);
        note(a, one, &(bg_added){0});
        return a->pages ? 0 : commit(a);
    }
    return one->doc ? add_doc(a, one) : complain(a, one);
}

static int add_all(adding *a, const bg_data *data, const page_list *list, const char *known) {
    int worst = list->status;
    readers *r = readers_start(a->c, data, list, known, a->recent);
    if (!r) return 5;
    progress_start(&a->bar, list, !a->c->quiet);
    for (const reading *one; (one = readers_next(r)); progress_step(&a->bar, one->at, one->item.source)) {
        int status = add_one(a, one);
        if (status > worst) worst = status;
        if (status >= 4 || stop_wanted()) break; /* the record cannot be written: the next page would fail too */
    }
    progress_clear(&a->bar);
    readers_stop(r);
    if (worst >= 4 && a->say) fclose(a->say), free(a->said); /* none of it is in the record */
    int status = worst < 4 ? commit(a) : 0;
    return status > worst ? status : worst;
}

typedef struct settling {
    const cli *c;
    flusher *flusher;
    progress bar;
} settling;

#define PAGES_MOVED 1000 /* pages read again after which the log is moved; of all else each step is a transaction */

static void settled(void *context, bg_settle_part part, size_t done, size_t total) {
    static const message labels[] = {[BG_SETTLE_PAGES] = M_AGAIN_PAGES,   [BG_SETTLE_REPRINTS] = M_AGAIN_REPRINTS, [BG_SETTLE_PEOPLE] = M_AGAIN_PEOPLE,
                                     [BG_SETTLE_LEDGER] = M_AGAIN_LEDGER, [BG_SETTLE_INDEXES] = M_AGAIN_INDEXES};
    settling *s = context;
    bool all = part != BG_SETTLE_PAGES || done == total;
    if (all || done % PAGES_MOVED == 0) flusher_committed(s->flusher, all ? FLUSHER_EACH : PAGES_MOVED);
    progress_part(&s->bar, message_text(s->c->lang, labels[part]), done, total);
}

/* What hangs on several pages at once. */
static int settle(const cli *c, const bg_data *data, bg_record *record, flusher *mover, int status) {
    settling s = {.c = c, .flusher = mover};
    bg_error err = {0};
    if (status >= 4) return status;
    progress_start(&s.bar, NULL, !c->quiet);
    bg_code code = bg_record_settle_telling(record, data, settled, &s, NULL, &err);
    progress_clear(&s.bar);
    return code ? fail(c, c->record, &err) : status;
}

static int run(const cli *c, const bg_data *data, const page_list *list) {
    bg_record *record = NULL;
    int status = open_record(c, BG_RECORD_WRITE, &record);
    if (status) return status;
    adding a = {.c = c, .record = record};
    bg_error err = {0};
    if (bg_recent_new(record, READERS_LAG, &a.recent, &err)) {
        bg_record_close(record);
        return fail(c, c->record, &err);
    }
    a.flusher = flusher_start(c->record, record);
    status = add_all(&a, data, list, c->record);
    bg_recent_free(a.recent); /* before the end takes memory of its own */
    status = settle(c, data, record, a.flusher, status);
    flusher_stop(a.flusher);
    bg_record_close(record);
    tally sum = a.kept;
    if (!c->quiet && sum.known > KNOWN_SHOWN) say(c, M_MORE_KNOWN, sum.known - KNOWN_SHOWN);
    if (!c->quiet) pages_left(c, list);
    if (!c->quiet && sum.states) say(c, M_STATES, sum.states);
    if (!c->quiet)
        say(c, M_ADDED, sum.added, sum.known, sum.unreadable, sum.sum.events, sum.sum.merged, sum.sum.statements, sum.sum.notes);
    if (stop_wanted() && status < 4) say(c, M_STOPPED);
    return status;
}

/* Who waits for what is typed is not to wait for the next page before he stops. */
static bool reads_input(const page_list *list) {
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->paths[i], "-") == 0) return true;
    return false;
}

/*
 * The record's cache is looked at here and there: in large pages of memory, if the system has them for who asks, the processor knows where each place of it lies. Where address space is limited what is
 * taken ahead counts, used or not; then none is.
 */
static void widen_memory(void) {
#ifdef __GLIBC__
    struct rlimit most;
    char *from = sbrk(0);
    if (getrlimit(RLIMIT_AS, &most) || most.rlim_cur != RLIM_INFINITY) return;
    mallopt(M_TRIM_THRESHOLD, MEMORY_KEPT);
    mallopt(M_TOP_PAD, MEMORY_AHEAD);
    void *volatile first = malloc(MEMORY_FIRST); /* for what is not there yet all is taken; a compiler would leave it out if nobody looked */
    free(first);
    mallopt(M_TOP_PAD, MEMORY_MORE);
    from += -(uintptr_t)from % PAGE_LARGE;
    char *to = sbrk(0);
    if (to > from) madvise(from, (size_t)(to - from), MADV_HUGEPAGE); /* it may say no: then they are small */
#endif
}

int cmd_add(cli *c) {
    bg_data *data = NULL;
    widen_memory();
    int status = open_data(c, &data);
    if (status) return status;
    page_list list = pages_find(c);
    if (!reads_input(&list)) stop_start(c->quiet ? NULL : message_text(c->lang, M_STOPPING));
    status = list.count ? run(c, data, &list) : list.status;
    if (!list.count && !c->quiet) pages_left(c, &list);
    pages_free(&list);
    bg_data_close(data);
    stop_end();
    return status;
}
