/* read: pages in, JSON lines out; keeps nothing. */
#include "pages.h"

static int read_one(const cli *c, const bg_data *data, const char *path) {
    read_page page;
    bg_out out = {0};
    bg_error err = {0};
    int status = page_read(c, data, path, &page);
    if (!status && bg_doc_json(page.doc, &out, &err)) status = fail(c, path, &err);
    page_free(&page);
    if (status) return status;
    status = print_out(c, &out);
    return status || putchar('\n') == EOF ? 5 : 0;
}

int cmd_read(cli *c) {
    bg_data *data = NULL;
    int status = open_data(c, &data);
    if (status) return status;
    page_list list = pages_find(c);
    int worst = list.status;
    for (size_t i = 0; i < list.count; i++) {
        status = read_one(c, data, list.paths[i]);
        if (status > worst) worst = status;
        if (status == 5) break; /* the output is gone or memory is out */
    }
    pages_free(&list);
    bg_data_close(data);
    return worst;
}
