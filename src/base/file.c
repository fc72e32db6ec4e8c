/* file: whole files into a buffer, with a limit. */
#include "base.h"

#include <errno.h>
#include <sys/stat.h>

static bg_code read_all(FILE *in, const char *path, bg_buf *out, bg_error *err) {
    char chunk[65536];
    size_t got;
    while ((got = fread(chunk, 1, sizeof chunk, in)) > 0) {
        bg_buf__add(out, chunk, got);
        if (out->failed) return bg_error__set(err, BG_E_TOOBIG, out->max, "'%s': larger than %zu bytes", path, out->max);
    }
    if (ferror(in)) return bg_error__set(err, BG_E_OPEN, BG_NO_BYTE, "'%s': %s", path, strerror(errno));
    return BG_OK;
}

bg_code bg_file__read(const char *path, size_t max, bg_buf *out, bg_error *err) {
    bg_buf__init(out, max);
    if (strcmp(path, "-") == 0) return read_all(stdin, "-", out, err);
    struct stat st;
    if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        return bg_error__set(err, BG_E_OPEN, BG_NO_BYTE, "'%s': is a directory", path);
    FILE *in = fopen(path, "rb");
    if (!in) return bg_error__set(err, BG_E_OPEN, BG_NO_BYTE, "'%s': %s", path, strerror(errno));
    bg_code code = read_all(in, path, out, err);
    fclose(in);
    return code;
}
