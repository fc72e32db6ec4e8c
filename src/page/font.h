/* font: capitals of charsets that have none with a tone: a word in capitals has small letters where a tone is, shown by a font of capitals. */
#ifndef BG_FONT_H
#define BG_FONT_H

#include "../base/base.h"

/* Raise them, in place: a Vietnamese capital is as long as its small letter. Well-formed UTF-8. */
void bg_font__raise(char *text, size_t size);

#endif
