/* pages: the page files that the arguments name, in a fixed order. */
#ifndef PAGES_H
#define PAGES_H

#include "cli.h"

typedef struct page_list {
    char **paths; /* "-" is standard input */
    size_t count, room;
    int status;   /* 0, or 3 when a file or folder could not be opened (reported) */
} page_list;

/* Files as given; folders with everything below them, by name, without hidden files. Release with pages_free(). */
page_list pages_find(const cli *c);
void pages_free(page_list *list);

/* A page in memory and what was read from it. */
typedef struct read_page {
    bg_out bytes;
    bg_doc *doc;
} read_page;

/* Load and read one page; errors are reported and give the exit status. Release with page_free() in any case. */
int page_read(const cli *c, const bg_data *data, const char *path, read_page *out);
void page_free(read_page *page);

#endif
