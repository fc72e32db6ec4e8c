/* sources: the text files that the knowledge is compiled from. */
#include "image.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#define FILE_MAX ((size_t)32 << 20)

bg_code bg_sources__add(bg_sources *sources, const char *name, const char *text, size_t size, bg_error *err) {
    if (sources->count == sources->room) {
        size_t room = sources->room ? sources->room * 2 : 32;
        bg_source_file *wider = realloc(sources->files, room * sizeof *wider);
        if (!wider) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
        sources->files = wider;
        sources->room = room;
    }
    bg_source_file file = {strdup(name), malloc(size + 1), size};
    if (!file.name || !file.text) {
        free(file.name), free(file.text);
        return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    }
    memcpy(file.text, text, size);
    file.text[size] = 0;
    sources->files[sources->count++] = file;
    return BG_OK;
}

void bg_sources__free(bg_sources *sources) {
    for (size_t i = 0; i < sources->count; i++) free(sources->files[i].name), free(sources->files[i].text);
    free(sources->files);
    memset(sources, 0, sizeof *sources);
}

static bg_code add_file(bg_sources *sources, const char *path, const char *name, bg_error *err) {
    bg_buf text;
    bg_code code = bg_file__read(path, FILE_MAX, &text, err);
    size_t bad = code ? 0 : bg_utf8__invalid(text.bytes ? text.bytes : "", text.size);
    if (!code && bad < text.size) code = bg_error__set(err, BG_E_DATA, bad, "%s: not UTF-8 at byte %zu", path, bad);
    if (!code) code = bg_sources__add(sources, name, text.bytes ? text.bytes : "", text.size, err);
    bg_buf__free(&text);
    return code;
}

static bool has_ending(const char *name, const char *ending) {
    size_t n = strlen(name), m = strlen(ending);
    return n > m && name[0] != '.' && strcmp(name + n - m, ending) == 0;
}

/* One folder, its files in name order; a missing folder is no error. */
static bg_code read_folder(bg_sources *sources, const char *dir, const char *folder, const char *ending, bg_error *err) {
    char path[4096], name[512];
    struct dirent **found;
    snprintf(path, sizeof path, "%s/%s", dir, folder);
    int n = scandir(path, &found, NULL, alphasort);
    if (n < 0) return errno == ENOENT ? BG_OK : bg_error__set(err, BG_E_OPEN, BG_NO_BYTE, "'%s': %s", path, strerror(errno));
    bg_code code = BG_OK;
    for (int i = 0; i < n; i++) {
        if (!code && has_ending(found[i]->d_name, ending)) {
            snprintf(path, sizeof path, "%s/%s/%s", dir, folder, found[i]->d_name);
            snprintf(name, sizeof name, "%s/%s", folder, found[i]->d_name);
            code = add_file(sources, path, name, err);
        }
        free(found[i]);
    }
    free(found);
    return code;
}

bg_code bg_sources__read_dir(bg_sources *sources, const char *dir, bg_error *err) {
    DIR *there = opendir(dir);
    if (!there) return bg_error__set(err, BG_E_OPEN, BG_NO_BYTE, "'%s': %s", dir, strerror(errno));
    closedir(there);
    bg_code code = read_folder(sources, dir, "lexicon", ".txt", err);
    if (!code) code = read_folder(sources, dir, "sites", ".txt", err);
    return code ? code : read_folder(sources, dir, "grammar", ".rules", err);
}
