/* pages: walk the arguments. fts keeps its own stack, so depth is no danger; links are not followed out of a folder. */
#include "pages.h"

#include <errno.h>
#include <fts.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool push(page_list *list, const char *path) {
    if (list->count == list->room) {
        size_t room = list->room ? list->room * 2 : 64;
        char **wider = realloc(list->paths, room * sizeof *wider);
        if (!wider) return false;
        list->paths = wider;
        list->room = room;
    }
    char *copy = strdup(path);
    if (copy) list->paths[list->count++] = copy;
    return copy != NULL;
}

static void refuse(const cli *c, page_list *list, const char *path, int number) {
    bg_error err = {.code = BG_E_OPEN, .byte = (size_t)-1};
    if (number == ENOMEM) err.code = BG_E_NOMEM;
    snprintf(err.message, sizeof err.message, "%s", strerror(number));
    list->status = fail(c, path, &err);
}

static int by_name(const FTSENT **a, const FTSENT **b) { return strcmp((*a)->fts_name, (*b)->fts_name); }

static void visit(const cli *c, page_list *list, FTS *tree, FTSENT *entry) {
    bool hidden = entry->fts_level > 0 && entry->fts_name[0] == '.';
    switch (entry->fts_info) {
    case FTS_D:
        if (hidden) fts_set(tree, entry, FTS_SKIP);
        break;
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS: refuse(c, list, entry->fts_path, entry->fts_errno); break;
    case FTS_F:
        if (!hidden && !push(list, entry->fts_path)) refuse(c, list, entry->fts_path, ENOMEM);
    }
}

static void walk(const cli *c, page_list *list, char *folder) {
    char *roots[] = {folder, NULL};
    FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR | FTS_COMFOLLOW, by_name);
    if (!tree) {
        refuse(c, list, folder, errno);
        return;
    }
    for (FTSENT *entry; (entry = fts_read(tree));) visit(c, list, tree, entry);
    fts_close(tree);
}

page_list pages_find(const cli *c) {
    page_list list = {0};
    for (int i = 0; i < c->arg_count; i++) {
        struct stat st;
        char *path = c->args[i];
        if (strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISDIR(st.st_mode)) walk(c, &list, path);
        else if (!push(&list, path)) refuse(c, &list, path, ENOMEM);
    }
    return list;
}

void pages_free(page_list *list) {
    for (size_t i = 0; i < list->count; i++) free(list->paths[i]);
    free(list->paths);
    *list = (page_list){0};
}

int page_read(const cli *c, const bg_data *data, const char *path, read_page *out) {
    bg_error err = {0};
    *out = (read_page){0};
    if (bg_file_load(path, &out->bytes, &err)) return fail(c, path, &err);
    const char *bytes = out->bytes.bytes ? out->bytes.bytes : "";
    if (bg_doc_read(data, path, bytes, out->bytes.size, &out->doc, &err)) return fail(c, path, &err);
    return 0;
}

void page_free(read_page *page) {
    if (page->doc) bg_doc_free(page->doc);
    bg_out_free(&page->bytes);
    *page = (read_page){0};
}
