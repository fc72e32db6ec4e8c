/* article: the articles of pages, without what stands around them; keeps nothing. */
#include "pages.h"

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
    int status = write_one(c, doc, item->source);
    bg_doc_free(doc);
    return status;
}

int cmd_article(cli *c) {
    return walk_pages(c, article_one);
}
