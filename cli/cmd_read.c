/* read: pages in, JSON lines out; keeps nothing. */
#include "pages.h"

static int read_one(const cli *c, const bg_data *data, const bg_item *item) {
    bg_doc *doc = NULL;
    bg_out out = {0};
    bg_error err = {0};
    int status = page_read(c, data, item, &doc);
    if (!status && bg_doc_json(doc, &out, &err)) status = fail(c, item->source, &err);
    bg_doc_free(doc);
    if (status) return status;
    status = print_out(c, &out);
    return status || putchar('\n') == EOF ? 5 : 0;
}

int cmd_read(cli *c) {
    return walk_pages(c, read_one);
}
