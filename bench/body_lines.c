/*
 * body_lines: what bench/train-body learns from. Paths of HTML pages on standard input; for each a line P path, then E for every element with
 * text in it (index, parent, the words of its names), and L for every line of text (element, weight, words, features, the text).
 *   body_lines [-q] [WEIGHTS]     WEIGHTS as train-body writes them for itself; none: all are 0. -q: no names, no features.
 */
#include "article/body.h"
#include "article/ld.h"

#include <stdlib.h>

static int16_t rounds[2][BG_BODY_FEATURES];
static bg_body_name *names;
static size_t name_count;

static int by_word(const void *a, const void *b) {
    uint64_t x = ((const bg_body_name *)a)->word, y = ((const bg_body_name *)b)->word;
    return x < y ? -1 : x > y;
}

/* "F index first second", "N word within near within2 near2"; numbers that name something are hexadecimal. */
static bool read_weights(const char *path) {
    FILE *in = fopen(path, "r");
    char line[200], kind;
    unsigned long of;
    int w[4];
    size_t room = 0;
    while (in && fgets(line, sizeof line, in)) {
        int got = sscanf(line, "%c %lx %d %d %d %d", &kind, &of, &w[0], &w[1], &w[2], &w[3]); /* NOLINT(cert-err34-c): our own file */
        if (got == 4 && kind == 'F' && of < BG_BODY_FEATURES) rounds[0][of] = (int16_t)w[0], rounds[1][of] = (int16_t)w[1];
        if (got != 6 || kind != 'N') continue;
        if (name_count == room) names = realloc(names, (room = room * 2 + 1024) * sizeof *names);
        if (!names) return false;
        names[name_count++] = (bg_body_name){of, {(int16_t)w[0], (int16_t)w[2]}, {(int16_t)w[1], (int16_t)w[3]}};
    }
    if (!in) return false;
    fclose(in);
    if (name_count) qsort(names, name_count, sizeof *names, by_word);
    return true;
}

static void put_name(void *context, uint64_t word) {
    (void)context;
    printf("\t%016lx", (unsigned long)word);
}

static void put_elements(const bg_html *html) {
    for (size_t e = 1; e < html->element_count; e++) {
        if (html->elements[e].text >= html->elements[e].text_end) continue;
        printf("E\t%zu\t%u", e, html->elements[e].parent);
        bg_body__names(html, &html->elements[e], put_name, NULL);
        putchar('\n');
    }
}

static void put_lines(const bg_html *html, const bg_body_line *lines, bool quiet) {
    for (size_t i = 0; i < html->line_count; i++) {
        bg_span s = html->lines[i].span;
        printf("L\t%u\t%d\t%u\t", html->markup[i].element, lines[i].weight, lines[i].words);
        for (int k = 0; k < lines[i].count && !quiet; k++) printf("%u ", lines[i].items[k]);
        printf("\t%.*s\n", (int)(s.end - s.start), html->text + s.start);
    }
}

static bool put_page(const char *path, const bg_body_weights *weights, bool quiet) {
    bg_buf bytes;
    bg_html html;
    bg_error err = {0};
    bg_buf__init(&bytes, BG_PAGE_MAX);
    bg_arena *arena = bg_arena__new();
    bool done = arena && !bg_file__read(path, BG_PAGE_MAX, &bytes, &err) && bg_html__read(arena, bytes.bytes ? bytes.bytes : "", bytes.size, &html);
    bg_ld ld = {0};
    done = done && bg_ld__read(arena, &html, NULL, NULL, &ld);
    const bg_body_line *lines = done ? bg_body__weigh(arena, &html, ld.text, weights, NULL) : NULL;
    if (lines) {
        printf("P\t%s\n", path);
        if (!quiet) put_elements(&html);
        put_lines(&html, lines, quiet);
    }
    bg_arena__free(arena);
    bg_buf__free(&bytes);
    return lines != NULL;
}

int main(int argc, char **argv) {
    char path[4096];
    bool quiet = argc > 1 && strcmp(argv[1], "-q") == 0;
    if (argc > 1 + quiet && !read_weights(argv[1 + quiet])) return fprintf(stderr, "body_lines: cannot read '%s'\n", argv[1 + quiet]), 2;
    bg_body_weights weights = {{rounds[0], rounds[1]}, names, name_count};
    int status = 0;
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = 0;
        if (!put_page(path, &weights, quiet)) status = 3, fprintf(stderr, "body_lines: cannot read '%s'\n", path);
    }
    free(names);
    return status;
}
