/* library: a shared library that the program loads itself when it is needed: what it brings along would be in every process. */
#ifndef BG_LIBRARY_H
#define BG_LIBRARY_H

#include "base.h"

/*
 * Find functions by their names: calls[i] receives the address of names[i]. Loaded once a process, which keeps it.
 *   purpose  for the message: "zip needs libarchive"
 * Errors: BG_E_OPEN: it is not installed, or lacks one of them; the message says so.
 */
bg_code bg_library__load(const char *file, const char *purpose, const char *const *names, size_t count, void *calls, bg_error *err);

#endif
