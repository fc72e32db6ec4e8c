/* pages: the page files that the arguments name, in a fixed order. */
#ifndef PAGES_H
#define PAGES_H

#include "cli.h"

typedef struct page_list {
    char **paths; /* "-" is standard input */
    size_t count, room;
    size_t left;  /* documents in folders that no page can be in, by the ending of their names */
    unsigned left_kinds; /* which endings; see pages_left() */
    int status;   /* 0, 1 when no page is there, 3 when a file or folder could not be opened (all reported) */
} page_list;

/*
 * Files as given, patterns that the shell left, names from --files0-from; folders with everything below them, by name, links to files among it, without hidden files and
 * what lies beside pages (bg_input_may_hold). Release with pages_free().
 */
page_list pages_find(const cli *c);
void pages_free(page_list *list);
/* Say what was left in folders though somebody may take it for pages (.pdf, .docx, .json …): nobody is to believe that it was read. */
void pages_left(const cli *c, const page_list *list);

/* The pages in these files, archives opened. */
typedef struct page_walk {
    const cli *c;
    const page_list *list;
    size_t at;       /* file in the list */
    bg_input *input; /* it, open */
    bool any;        /* it gave something, be it a complaint */
    bg_item dated;   /* the last page, with the day of --published where its container has none */
    size_t failed;   /* complaints about files and records */
    int status;      /* the worst exit status so far */
    /* Takes what is to be said of a file: an error, or (NULL) that no page is in it. NULL: it is said at once. */
    void (*told)(void *context, const char *path, const bg_error *err);
    void *context;
} page_walk;
void walk_start(page_walk *walk, const cli *c, const page_list *list);
/* The next page, NULL behind the last one; valid until the next call. What cannot be read is reported and passed over. */
const bg_item *walk_next(page_walk *walk);
void walk_note(page_walk *walk, int status); /* something about a page failed with it */
void walk_end(page_walk *walk);

/* Do something with every page that the arguments name. Returns the exit status. */
typedef int page_do(const cli *c, const bg_data *data, const bg_item *item); /* 5: the output is gone or memory is out, no more pages */
int walk_pages(const cli *c, page_do *each);

/* Read one page; errors are reported and give the exit status. Release the document with bg_doc_free(). */
int page_read(const cli *c, const bg_data *data, const bg_item *item, bg_doc **doc);

#endif
