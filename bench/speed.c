/*
 * speed: MB/s of bg_doc_read() over a corpus in memory, beside a memchr pass over the same bytes in the same run.
 *   speed [-n ROUNDS] FILE…     best of ROUNDS (5); prints name=value lines for bench/run
 */
#include "banggiao.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

typedef struct corpus {
    bg_out *pages;
    size_t count, bytes;
} corpus;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static bool load(corpus *c, char **paths, int count) {
    bg_error err;
    c->pages = calloc((size_t)count + 1, sizeof *c->pages);
    for (int i = 0; c->pages && i < count; i++) {
        if (bg_file_load(paths[i], &c->pages[c->count], &err)) return fprintf(stderr, "%s\n", err.message), false;
        c->bytes += c->pages[c->count++].size;
    }
    return c->pages && c->bytes;
}

/* The yardstick: what it costs to look at every byte once. */
static size_t count_lines(const corpus *c) {
    size_t lines = 0;
    for (size_t i = 0; i < c->count; i++) {
        const char *at = c->pages[i].bytes, *end = at + c->pages[i].size;
        while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) at++, lines++;
    }
    return lines;
}

static size_t read_all(const bg_data *data, const corpus *c) {
    size_t facts = 0;
    for (size_t i = 0; i < c->count; i++) {
        bg_doc *doc = NULL;
        if (bg_doc_read(data, "page", c->pages[i].bytes, c->pages[i].size, &doc, NULL)) continue;
        facts += doc->event_count + doc->statement_count;
        bg_doc_free(doc);
    }
    return facts;
}

/* Megabytes a second: the best of `rounds`. A pass of memchr is too short to time alone: 200 at once. */
static double best_read(const bg_data *data, const corpus *c, int rounds, size_t *facts) {
    double best = 1e9;
    for (int i = 0; i < rounds; i++) {
        double start = now();
        *facts = read_all(data, c);
        double took = now() - start;
        if (took < best) best = took;
    }
    return (double)c->bytes / best / 1e6;
}

static double best_memchr(const corpus *c, int rounds, size_t *lines) {
    double best = 1e9;
    for (int i = 0; i < rounds; i++) {
        double start = now();
        *lines = 0;
        for (int k = 0; k < 200; k++) *lines += count_lines(c);
        double took = (now() - start) / 200;
        if (took < best) best = took;
    }
    *lines /= 200;
    return (double)c->bytes / best / 1e6;
}

static int measure(const bg_data *data, const corpus *c, int rounds) {
    size_t facts = 0, lines = 0;
    double scan = best_memchr(c, 5, &lines), read = best_read(data, c, rounds, &facts);
    struct rusage use;
    getrusage(RUSAGE_SELF, &use);
    printf("pages=%zu\nbytes=%zu\nlines=%zu\nfacts=%zu\nrounds=%d\n", c->count, c->bytes, lines, facts, rounds);
    printf("read_mb_s=%.2f\nmemchr_mb_s=%.0f\nratio=%.5f\npeak_kb=%ld\n", read, scan, read / scan, use.ru_maxrss);
    return 0;
}

int main(int argc, char **argv) {
    int rounds = 5, first = 1;
    if (argc > 2 && strcmp(argv[1], "-n") == 0) rounds = atoi(argv[2]), first = 3;
    corpus c = {0};
    bg_data *data = NULL;
    if (bg_data_open(NULL, &data, NULL)) return 1;
    int status = load(&c, argv + first, argc - first) ? measure(data, &c, rounds) : 1;
    for (size_t i = 0; i < c.count; i++) bg_out_free(&c.pages[i]);
    free(c.pages);
    bg_data_close(data);
    return status;
}
