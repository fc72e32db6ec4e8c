/* explain: why each field of a fact is what it is; of a fact of the record, or of a page that need not be in it. */
#include "pages.h"

#include <string.h>
#include <unistd.h>

static int explain_file(const cli *c, const char *path) {
    bg_data *data = NULL;
    int status = open_data(c, &data);
    if (status) return status;
    read_page page;
    bg_style style = style_of(c);
    bg_out out = {0};
    bg_error err = {0};
    status = page_read(c, data, path, &page);
    if (!status) status = bg_doc_explain(page.doc, &style, &out, &err) ? fail(c, path, &err) : print_out(c, &out);
    page_free(&page);
    bg_data_close(data);
    return status;
}

static bg_code explain_fact(const cli *c, bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    *count = 1; /* or there is an error */
    return bg_view_explain(record, c->args[0], style, out, err);
}

int cmd_explain(cli *c) {
    const char *what = c->args[0];
    bool file = strcmp(what, "-") == 0 || strchr(what, '/') || access(what, F_OK) == 0;
    return file ? explain_file(c, what) : print_view(c, what, explain_fact);
}
