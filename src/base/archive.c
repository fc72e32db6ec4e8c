/* archive: libarchive's functions, found by their names. */
#include "archive.h"
#include "library.h"

#if ARCHIVE_VERSION_NUMBER < 3000000 || ARCHIVE_VERSION_NUMBER >= 4000000
#error "the file below is that of version 3"
#endif

bg_code bg_archive__load(bg_archive *out, bg_error *err) {
    static const char *const names[] = {
#define X(name) "archive_" #name,
        BG_ARCHIVE_CALLS(X)
#undef X
    };
    _Static_assert(sizeof *out == BG_COUNT(names) * sizeof(void *), "a pointer for each name, in this order");
    return bg_library__load("libarchive.so.13", "zip needs libarchive", names, BG_COUNT(names), out, err);
}
