/* archive: libarchive's functions, found by their names. */
#include "archive.h"

#include <dlfcn.h>

#if ARCHIVE_VERSION_NUMBER < 3000000 || ARCHIVE_VERSION_NUMBER >= 4000000
#error "the file below is that of version 3"
#endif
#define LIBRARY "libarchive.so.13"

static bg_code refuse(bg_error *err) {
    const char *why = dlerror();
    return bg_error__set(err, BG_E_OPEN, BG_NO_BYTE, "zip needs libarchive: %s", why ? why : "not found");
}

bg_code bg_archive__load(bg_archive *out, bg_error *err) {
    static const char *const names[] = {
#define X(name) "archive_" #name,
        BG_ARCHIVE_CALLS(X)
#undef X
    };
    _Static_assert(sizeof *out == BG_COUNT(names) * sizeof(void *), "a pointer for each name, in this order");
    void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!library) return refuse(err);
    bg_code code = BG_OK;
    for (size_t i = 0; !code && i < BG_COUNT(names); i++) {
        void *call = dlsym(library, names[i]);
        memcpy((char *)out + i * sizeof call, &call, sizeof call);
        if (!call) code = refuse(err);
    }
    dlclose(library);
    return code;
}
