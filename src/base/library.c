/* library: see library.h. */
#include "library.h"

#include <dlfcn.h>

static bg_code refuse(const char *purpose, bg_error *err) {
    const char *why = dlerror();
    return bg_error__set(err, BG_E_OPEN, BG_NO_BYTE, "%s: %s", purpose, why ? why : "not found");
}

bg_code bg_library__load(const char *file, const char *purpose, const char *const *names, size_t count, void *calls, bg_error *err) {
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!library) return refuse(purpose, err);
    bg_code code = BG_OK;
    for (size_t i = 0; !code && i < count; i++) {
        void *call = dlsym(library, names[i]);
        memcpy((char *)calls + i * sizeof call, &call, sizeof call);
        if (!call) code = refuse(purpose, err);
    }
    dlclose(library);
    return code;
}
