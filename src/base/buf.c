/* buf: heap bytes born with a maximum. A failure sticks: later calls do nothing and the caller checks once. */
#include "base.h"

#include <stdlib.h>

void bg_buf__init(bg_buf *buf, size_t max) {
    memset(buf, 0, sizeof *buf);
    buf->max = max;
}

void bg_buf__free(bg_buf *buf) {
    size_t max = buf->max;
    free(buf->bytes);
    bg_buf__init(buf, max);
}

char *bg_buf__keep(bg_buf *buf, bg_arena *arena) {
    char *copy = buf->failed ? NULL : bg_arena__text(arena, buf->bytes, buf->size);
    bg_buf__free(buf);
    return copy;
}

void bg_buf__clear(bg_buf *buf) {
    buf->size = 0;
    buf->failed = false;
    if (buf->bytes) buf->bytes[0] = 0;
}

/* Make room for `more` bytes and the closing NUL. */
static bool reserve(bg_buf *buf, size_t more) {
    if (buf->failed) return false;
    if (more > buf->max || buf->size > buf->max - more) return buf->failed = true, false;
    size_t need = buf->size + more + 1;
    if (need <= buf->room) return true;
    size_t room = buf->room ? buf->room : 256;
    while (room < need) room *= 2;
    char *wider = realloc(buf->bytes, room);
    if (!wider) return buf->failed = true, false;
    buf->bytes = wider;
    buf->room = room;
    return true;
}

void bg_buf__add(bg_buf *buf, const void *bytes, size_t size) {
    if (!reserve(buf, size)) return;
    if (size) memcpy(buf->bytes + buf->size, bytes, size);
    buf->size += size;
    buf->bytes[buf->size] = 0;
}

void bg_buf__text(bg_buf *buf, const char *text) {
    if (text) bg_buf__add(buf, text, strlen(text));
    else buf->failed = true;
}

void bg_buf__char(bg_buf *buf, char c) {
    if (!reserve(buf, 1)) return;
    buf->bytes[buf->size++] = c;
    buf->bytes[buf->size] = 0;
}

void bg_buf__print(bg_buf *buf, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (size < 0) buf->failed = true;
    else if (reserve(buf, (size_t)size)) {
        vsnprintf(buf->bytes + buf->size, (size_t)size + 1, format, again);
        buf->size += (size_t)size;
    }
    va_end(again);
}
