/* error: fill the caller's bg_error; map codes to exit statuses. */
#include "base.h"

bg_code bg_error__set(bg_error *err, bg_code code, size_t byte, const char *format, ...) {
    if (!err) return code;
    err->code = code;
    err->byte = byte;
    va_list args;
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    return code;
}

int bg_code_exit(bg_code code) {
    if (code == BG_OK) return 0;
    if (code == BG_E_NOTFOUND) return 1;
    if (code == BG_E_DATA || (code >= 20 && code < 30)) return 2;
    if (code >= 30 && code < 40) return 3;
    if (code >= 40 && code < 50) return 4;
    return 5;
}
