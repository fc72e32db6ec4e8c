/* sniff: what the bytes of a text that is not UTF-8 are by what they say. NULL beats wrong. */
#ifndef BG_SNIFF_H
#define BG_SNIFF_H

#include "coding.h"

/* UTF-16 without a mark: every second byte of signs and letters of ASCII is NUL. */
const bg_coding *bg_sniff__utf16(const char *bytes, size_t size);
/* The one charset of Vietnamese in which the words with marks are syllables, by a margin. */
const bg_coding *bg_sniff__vietnamese(const char *bytes, size_t size);
/* windows-1252: text in ASCII with some letters and signs of western languages among it. */
const bg_coding *bg_sniff__western(const char *bytes, size_t size);

#endif
