/* score_tally: counting, and the table at the end. */
#include "score.h"

#include <assert.h>

void bg_tally__share(bg_tally *tally, const char *name, bool hit) {
    size_t i = 0;
    while (i < tally->share_count && strcmp(tally->shares[i].name, name) != 0) i++;
    if (i == tally->share_count) {
        assert(i < BG_COUNT(tally->shares));
        tally->shares[tally->share_count++].name = name;
    }
    tally->shares[i].hits += hit;
    tally->shares[i].total++;
}

void bg_tally__error(const bg_case *c, const char *what, const char *format, ...) {
    char detail[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(detail, sizeof detail, format, args);
    va_end(args);
    bg_buf__print(&c->tally->errors, "%s\t%s\t%s\n", c->doc, what, detail);
}

typedef struct figures {
    bool json;
    bg_json writer;
    bg_buf *out;
} figures;

/* `total` 0: nothing to count, the figure is null. */
static void figure(figures *f, const char *name, bool known, double value, const char *counts) {
    if (f->json && known) bg_json__real(&f->writer, name, value);
    else if (f->json) bg_json__null(&f->writer, name);
    else if (known) bg_buf__print(f->out, "%-28s %8.3f  %s\n", name, value, counts);
    else bg_buf__print(f->out, "%-28s %8s  %s\n", name, "-", counts);
}

static void share(figures *f, const char *name, size_t hits, size_t total) {
    char counts[64];
    snprintf(counts, sizeof counts, "%zu/%zu", hits, total);
    figure(f, name, total > 0, total ? (double)hits / (double)total : 0, counts);
}

static void prf(figures *f, const char *name, const bg_prf *n) {
    char title[64];
    double p = n->predicted ? (double)n->right / (double)n->predicted : 0, r = n->gold ? (double)n->right / (double)n->gold : 0;
    snprintf(title, sizeof title, "%s P", name);
    share(f, title, n->right, n->predicted);
    snprintf(title, sizeof title, "%s R", name);
    share(f, title, n->right, n->gold);
    snprintf(title, sizeof title, "%s F1", name);
    figure(f, title, n->predicted || n->gold, p > 0 && r > 0 ? 2 * p * r / (p + r) : 0, "");
}

void bg_tally__write(const bg_tally *t, bool json, bg_buf *out) {
    figures f = {.json = json, .out = out};
    bg_json__init(&f.writer, out);
    if (json) bg_json__object(&f.writer, NULL);
    for (size_t i = 0; i < t->share_count; i++) share(&f, t->shares[i].name, t->shares[i].hits, t->shares[i].total);
    prf(&f, "main: participants", &t->participants);
    share(&f, "main: office", t->office[0], t->office[1]);
    share(&f, "other events: recall", t->other[0], t->other[1]);
    prf(&f, "statements located", &t->located);
    prf(&f, "statements +act", &t->act);
    prf(&f, "statements +speaker", &t->speaker);
    if (t->body.gold) prf(&f, "body", &t->body);
    if (t->missing) figure(&f, "pages without output", true, (double)t->missing, "");
    if (!json) return;
    bg_json__end(&f.writer);
    bg_buf__char(out, '\n');
}
