/* pages: walk the arguments. fts keeps its own stack, so depth is no danger; in a folder a link to a file is that file, one to a folder is not followed. */
#include "pages.h"
#include "messages.h"

#include <errno.h>
#include <fts.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* Behind "page.html" a browser keeps the page's pictures and frames in "page_files". */
static bool is_beside_page(const FTSENT *entry) {
    static const char *const pages[] = {".html", ".htm"};
    const char *tail = "_files";
    size_t size = strlen(entry->fts_path), cut = strlen(tail);
    if (size <= cut || strcmp(entry->fts_path + size - cut, tail) != 0) return false;
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        char *page = NULL;
        bool there = asprintf(&page, "%.*s%s", (int)(size - cut), entry->fts_path, pages[i]) > 0 && access(page, F_OK) == 0;
        free(page);
        if (there) return true;
    }
    return false;
}

/* A link to a file is a page by its own name; one that leads nowhere is told, as a page that cannot be opened. */
static bool is_page_link(const cli *c, page_list *list, const FTSENT *entry) {
    struct stat st;
    if (stat(entry->fts_path, &st) == 0) return S_ISREG(st.st_mode);
    refuse(c, list, entry->fts_path, errno);
    return false;
}

/* Of what bg_input_may_hold() refuses, what holds text that somebody may miss. */
static const char *const documents[] = {"pdf", "doc", "docx", "odt", "json", "csv", "tsv", "xml", "xls", "xlsx", "ppt", "pptx", "rar", "7z", "tar"};

static void leave(page_list *list, const char *name) {
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot && i < sizeof documents / sizeof documents[0]; i++)
        if (strcasecmp(dot + 1, documents[i]) == 0) list->left++, list->left_kinds |= 1u << i;
}

void pages_left(const cli *c, const page_list *list) {
    char kinds[128] = "";
    size_t used = 0;
    if (!list->left) return;
    for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++)
        if (list->left_kinds & 1u << i) used += (size_t)snprintf(kinds + used, sizeof kinds - used, "%s.%s", used ? ", " : "", documents[i]);
    say(c, M_LEFT_FILES, list->left, kinds);
}

static void visit(const cli *c, page_list *list, FTS *tree, FTSENT *entry) {
    bool hidden = entry->fts_level > 0 && entry->fts_name[0] == '.';
    switch (entry->fts_info) {
    case FTS_D:
        if (hidden || (entry->fts_level > 0 && is_beside_page(entry))) fts_set(tree, entry, FTS_SKIP);
        break;
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS: refuse(c, list, entry->fts_path, entry->fts_errno); break;
    case FTS_SL:
    case FTS_F:
        if (!hidden && !bg_input_may_hold(entry->fts_name)) leave(list, entry->fts_name);
        if (hidden || !bg_input_may_hold(entry->fts_name) || (entry->fts_info == FTS_SL && !is_page_link(c, list, entry))) break;
        if (!push(list, entry->fts_path)) refuse(c, list, entry->fts_path, ENOMEM);
    }
}

static void walk(const cli *c, page_list *list, char *folder) {
    char *roots[] = {folder, NULL};
    FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR | FTS_COMFOLLOW, by_name);
    if (!tree) {
        refuse(c, list, folder, errno);
        return;
    }
    size_t before = list->count;
    int status = list->status;
    for (FTSENT *entry; (entry = fts_read(tree));) visit(c, list, tree, entry);
    fts_close(tree);
    if (list->count == before && list->status == status) say(c, M_NO_PAGES, folder);
}

static void take(const cli *c, page_list *list, char *path) {
    struct stat st;
    if (strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISDIR(st.st_mode)) walk(c, list, path);
    else if (!push(list, path)) refuse(c, list, path, ENOMEM);
}

/* A pattern that the shell has left as it is. False: it matches nothing. */
static bool take_pattern(const cli *c, page_list *list, const char *pattern) {
    glob_t found = {0};
    bool any = strpbrk(pattern, "*?[") && access(pattern, F_OK) != 0 && glob(pattern, 0, NULL, &found) == 0;
    for (size_t i = 0; any && i < found.gl_pathc; i++) take(c, list, found.gl_pathv[i]);
    globfree(&found);
    return any;
}

/* Names in a file, each ended by a NUL. */
static void take_names(const cli *c, page_list *list, const char *path) {
    bg_out names = {0};
    bg_error err = {0};
    if (bg_file_load(path, &names, &err)) {
        list->status = fail(c, path, &err);
        return;
    }
    if (!names.size) say(c, M_NO_PAGES, path);
    for (size_t at = 0; at < names.size; at += strlen(names.bytes + at) + 1)
        if (names.bytes[at]) take(c, list, names.bytes + at);
    bg_out_free(&names);
}

page_list pages_find(const cli *c) {
    page_list list = {0};
    for (int i = 0; i < c->arg_count; i++)
        if (!take_pattern(c, &list, c->args[i])) take(c, &list, c->args[i]);
    if (c->files0) take_names(c, &list, c->files0);
    if (!list.count && !list.status) list.status = 1;
    return list;
}

void pages_free(page_list *list) {
    for (size_t i = 0; i < list->count; i++) free(list->paths[i]);
    free(list->paths);
    *list = (page_list){0};
}

/* ------------------------------------------------------------------ one page after the other */

void walk_start(page_walk *walk, const cli *c, const page_list *list) {
    *walk = (page_walk){.c = c, .list = list, .status = list->status};
}

void walk_note(page_walk *walk, int status) {
    if (status > walk->status) walk->status = status;
}

static void complain(page_walk *walk, const bg_error *err) {
    walk->any = true;
    if (walk->told) {
        walk->told(walk->context, walk->list->paths[walk->at], err);
        return;
    }
    walk->failed++;
    walk_note(walk, fail(walk->c, walk->list->paths[walk->at], err));
}

/* … with the day of publication that was given for those that do not know theirs. */
static const bg_item *dated(page_walk *walk, const bg_item *item) {
    if (!item || item->published || !walk->c->published) return item;
    walk->dated = *item;
    walk->dated.published = walk->c->published;
    return &walk->dated;
}

/* The next page of the file at hand, or NULL at its end. */
static const bg_item *next_of_file(page_walk *walk) {
    const bg_item *item = NULL;
    bg_error err = {0};
    while (bg_input_next(walk->input, &item, &err)) complain(walk, &err);
    walk->any |= item != NULL;
    return dated(walk, item);
}

static void close_file(page_walk *walk) {
    bg_input_close(walk->input);
    walk->input = NULL;
    if (!walk->any) {
        if (walk->told) walk->told(walk->context, walk->list->paths[walk->at], NULL);
        else say(walk->c, M_NO_PAGES, walk->list->paths[walk->at]);
    }
    walk->at++;
}

const bg_item *walk_next(page_walk *walk) {
    for (bg_error err = {0}; walk->at < walk->list->count;) {
        if (!walk->input) {
            walk->any = false;
            if (bg_input_open(walk->list->paths[walk->at], &walk->input, &err)) complain(walk, &err);
        }
        const bg_item *item = walk->input ? next_of_file(walk) : NULL;
        if (item) return item;
        close_file(walk);
    }
    return NULL;
}

void walk_end(page_walk *walk) {
    bg_input_close(walk->input);
    walk->input = NULL;
}

int page_read(const cli *c, const bg_data *data, const bg_item *item, bg_doc **doc) {
    bg_error err = {0};
    *doc = NULL;
    return bg_doc_read_item(data, item, doc, &err) ? fail(c, item->source, &err) : 0;
}

int walk_pages(const cli *c, page_do *each) {
    bg_data *data = NULL;
    int status = open_data(c, &data);
    if (status) return status;
    page_list list = pages_find(c);
    page_walk walk;
    walk_start(&walk, c, &list);
    for (const bg_item *item; (item = walk_next(&walk));) {
        status = each(c, data, item);
        walk_note(&walk, status);
        if (status == 5) break;
    }
    walk_end(&walk);
    pages_free(&list);
    bg_data_close(data);
    return walk.status;
}
