/* article: the articles of pages, without what stands around them; keeps nothing. */
#include "messages.h"
#include "pages.h"

#include <string.h>

#define HOSTS_MOST 64 /* of which is told once; more are told again */
#define HOST_MOST 80

struct told_hosts {
    char names[HOSTS_MOST][HOST_MOST];
    size_t count;
};

/* The host of an address, or all of the name of a page without one. */
static const char *host_of(const bg_article *a, int *size) {
    const char *host = a->url ? strstr(a->url, "://") : NULL, *name = host ? host + 3 : a->source;
    *size = (int)(host ? strcspn(name, "/?#:") : strlen(name));
    return name;
}

/* Note that a host was told; false: it was already. */
static bool is_new(struct told_hosts *told, const char *host, int size) {
    for (size_t i = 0; i < told->count && i < HOSTS_MOST; i++)
        if (strncmp(told->names[i], host, (size_t)size) == 0 && !told->names[i][size]) return false;
    if (size < HOST_MOST) snprintf(told->names[told->count++ % HOSTS_MOST], HOST_MOST, "%.*s", size, host);
    return true;
}

/* Once a host: its pages are no longer built as its profile says. */
static void tell_outgrown(const cli *c, const bg_article *a) {
    int size;
    if (!a->profile || a->profile_fits || a->is_list) return;
    const char *host = host_of(a, &size);
    if (is_new(c->told, host, size)) say(c, M_OUTGROWN, size, host, a->profile);
}

/* Neither a list nor an article: the text may be in a script, or what is told as one is none. */
static void tell_missing(const cli *c, const bg_article *a) {
    if (!a->is_list && !a->body_count) say(c, M_NO_ARTICLE, a->source);
}

static int write_one(const cli *c, const bg_doc *doc, const char *name) {
    bg_out out = {0};
    bg_error err = {0};
    bg_code code = c->json ? bg_article_json(doc, &out, &err) : bg_article_text(doc, c->part, &out, &err);
    if (code) return fail(c, name, &err);
    int status = print_out(c, &out);
    return status || putchar('\n') == EOF ? 5 : 0;
}

static int article_one(const cli *c, const bg_data *data, const bg_item *item) {
    bg_doc *doc = NULL;
    bg_error err = {0};
    if (bg_doc_read_article(data, item, &doc, &err)) return fail(c, item->source, &err);
    tell_outgrown(c, &doc->article);
    tell_missing(c, &doc->article);
    int status = write_one(c, doc, item->source);
    bg_doc_free(doc);
    return status;
}

int cmd_article(cli *c) {
    struct told_hosts told = {.count = 0};
    c->told = &told;
    int status = walk_pages(c, article_one);
    c->told = NULL;
    return status;
}
