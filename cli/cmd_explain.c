/* explain: why each field of a fact is what it is; of a fact of the record, or of a page that need not be in it. */
#include "pages.h"

#include <string.h>
#include <unistd.h>

static int explain_page(const cli *c, const bg_data *data, const bg_item *item) {
    bg_doc *doc = NULL;
    bg_style style = style_of(c);
    style.data = data;
    bg_out out = {0};
    bg_error err = {0};
    int status = page_read(c, data, item, &doc);
    if (!status) status = bg_doc_explain(doc, &style, &out, &err) ? fail(c, item->source, &err) : print_out(c, &out);
    bg_doc_free(doc);
    return status;
}

static int explain_file(const cli *c) {
    bg_data *data = NULL;
    int status = open_data(c, &data);
    if (status) return status;
    page_list list = pages_find(c);
    page_walk walk;
    walk_start(&walk, c, &list);
    for (const bg_item *item; walk.status != 5 && (item = walk_next(&walk));) walk_note(&walk, explain_page(c, data, item));
    walk_end(&walk);
    pages_free(&list);
    bg_data_close(data);
    return walk.status;
}

static bg_code explain_fact(const cli *c, bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    *count = 1; /* or there is an error */
    return bg_view_explain(record, c->args[0], style, out, err);
}

int cmd_explain(cli *c) {
    const char *what = c->args[0];
    bool file = strcmp(what, "-") == 0 || strchr(what, '/') || strchr(what, '#') || access(what, F_OK) == 0;
    return file ? explain_file(c) : print_view(c, what, explain_fact);
}
