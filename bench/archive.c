/*
 * archive: pages of a packed archive, MB/s of what they unpack to, beside zlib alone over the same file in the same run.
 *   archive FILE.warc.gz
 * Prints lines NAME=VALUE for bench/run.
 */
#include "banggiao.h"

#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <zlib.h>

#define ROUNDS 5

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Bytes that the members of a file unpack to; 0: it is not gzip. */
static size_t unpack(FILE *in) {
    static unsigned char from[1 << 16], to[1 << 18];
    z_stream z = {0};
    size_t sum = 0;
    if (inflateInit2(&z, 15 + 16) != Z_OK) return 0;
    while ((z.avail_in = (uInt)fread(from, 1, sizeof from, in))) {
        z.next_in = from;
        do {
            z.next_out = to, z.avail_out = sizeof to;
            int status = inflate(&z, Z_NO_FLUSH);
            sum += sizeof to - z.avail_out;
            if (status == Z_STREAM_END) inflateReset(&z);
            else if (status != Z_OK && status != Z_BUF_ERROR) return inflateEnd(&z), 0;
        } while (z.avail_in || !z.avail_out);
    }
    inflateEnd(&z);
    return sum;
}

static size_t count_pages(const char *path) {
    bg_input *input;
    const bg_item *item = NULL;
    bg_error err;
    size_t pages = 0;
    if (bg_input_open(path, &input, &err)) return fprintf(stderr, "%s\n", err.message), 0;
    for (bg_code code; (code = bg_input_next(input, &item, &err)) || item;)
        if (code) fprintf(stderr, "%s\n", err.message);
        else pages++;
    bg_input_close(input);
    return pages;
}

int main(int argc, char **argv) {
    double zlib = 1e9, ours = 1e9;
    size_t bytes = 0, pages = 0;
    struct rusage usage;
    for (int i = 0; argc == 2 && i < ROUNDS; i++) {
        double start = now();
        FILE *in = fopen(argv[1], "rb");
        bytes = in ? unpack(in) : 0;
        if (in) fclose(in);
        if (!bytes) break;
        if (now() - start < zlib) zlib = now() - start;
        start = now();
        pages = count_pages(argv[1]);
        if (now() - start < ours) ours = now() - start;
    }
    if (!bytes || !pages) return fprintf(stderr, "usage: archive FILE.warc.gz\n"), 2;
    getrusage(RUSAGE_SELF, &usage);
    printf("archive_pages=%zu\narchive_mb_s=%.0f\nzlib_mb_s=%.0f\nshare=%.2f\narchive_pages_s=%.0f\narchive_kb=%ld\n", pages, (double)bytes / 1e6 / ours,
           (double)bytes / 1e6 / zlib, zlib / ours, (double)pages / ours, usage.ru_maxrss);
    return 0;
}
