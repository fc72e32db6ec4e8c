/* control: bytes that no text holds: NUL and control bytes but tab, line feed, vertical tab, form feed, carriage return. */
#ifndef BG_CONTROL_H
#define BG_CONTROL_H

#include "../base/base.h"

static inline bool bg_control__is(uint32_t c) { return (c < ' ' && (c < '\t' || c > '\r')) || c == 0x7F; }
/* Offset of the first from `at` on, or `size`. */
size_t bg_control__next(const char *bytes, size_t size, size_t at);

#endif
