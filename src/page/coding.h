/* coding: the charsets that are read, their names, and the letters that their bytes stand for. */
#ifndef BG_CODING_H
#define BG_CODING_H

#include "../base/base.h"

#include <iconv.h>

/* Bytes of one byte a letter. Those that are not named stand for themselves; 0 in `high` for nothing. */
typedef struct bg_code_page {
    uint16_t high[128]; /* from 0x80 on */
    uint16_t low[32];   /* control bytes that stand for letters; 0: for themselves */
} bg_code_page;
extern const bg_code_page bg_code_page__western, bg_code_page__windows_1258, bg_code_page__tcvn3, bg_code_page__tcvn5712,
    bg_code_page__viscii, bg_code_page__vps;

typedef enum bg_coding_how {
    BG_CODING_UTF8,
    BG_CODING_UTF16LE,
    BG_CODING_UTF16BE,
    BG_CODING_UTF32LE,
    BG_CODING_UTF32BE,
    BG_CODING_PAGE, /* a code page; a tone behind its letter is composed with it */
    BG_CODING_VNI,  /* a letter of ASCII and one for its marks */
    BG_CODING_ICONV
} bg_coding_how;

typedef struct bg_coding {
    const char *name; /* as it is told */
    bg_coding_how how;
    bool vietnamese;  /* made for Vietnamese, and told by what its text says */
    bool font;        /* capitals with a tone are small letters in a font of capitals */
    const bg_code_page *page;
    const char *iconv; /* as glibc calls it */
} bg_coding;

#define BG_CODINGS 24u
extern const bg_coding bg_codings[BG_CODINGS]; /* the first is UTF-8 */
/* Of units of two or four bytes. */
static inline bool bg_coding__is_wide(const bg_coding *coding) { return coding && coding->how >= BG_CODING_UTF16LE && coding->how <= BG_CODING_UTF32BE; }
static inline bool bg_coding__is_utf8(const bg_coding *coding) { return coding && coding->how == BG_CODING_UTF8; }
/* By a label of the Encoding Standard (WHATWG) or another name in use, in any case, with blanks around; NULL: none that is known. */
const bg_coding *bg_coding__named(const char *label, size_t size);

/* Reads letters one by one. Not for UTF-8. */
typedef struct bg_decoder {
    const bg_coding *coding;
    const unsigned char *bytes;
    size_t size;
    iconv_t with;       /* BG_CODING_ICONV */
    uint32_t seen[128]; /* what bytes from 0x80 on are alone, once it is known */
} bg_decoder;
/* False: the system does not have the charset. Close it if true. */
bool bg_decoder__open(bg_decoder *decoder, const bg_coding *coding, const char *bytes, size_t size);
void bg_decoder__close(bg_decoder *decoder);
/* The letter at `at` < size. Returns its length in bytes; *letter is 0 where a NUL stands, BG_NO_LETTER where the bytes stand for nothing. */
#define BG_NO_LETTER UINT32_MAX
size_t bg_decoder__next(bg_decoder *decoder, size_t at, uint32_t *letter);

#endif
