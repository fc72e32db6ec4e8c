/* keys: what somebody answers: one key at a terminal, a line where standard input is none. */
#ifndef KEYS_H
#define KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include <termios.h>

#define KEYS_LINE 8192

/* A terminal that gives single keys; nothing where standard input is none. Keys typed ahead are kept. */
typedef struct keys {
    bool terminal;
    struct termios before;
} keys;

bool keys_start(keys *k); /* is it a terminal? */
void keys_end(keys *k);   /* the terminal as it was; more than once does no harm */

typedef struct answer {
    char key;              /* 0: no more answers */
    char rest[KEYS_LINE];  /* what stands behind it on a line; "" at a terminal */
} answer;

/* The next answer. At a terminal it does not wait for a line's end; Ctrl-C and Ctrl-D are 'q'. */
void keys_next(const keys *k, answer *out);
/* A line that is asked for at a terminal, without its end; false: there is none. */
bool keys_line(keys *k, const char *prompt, char *out, size_t size);

#endif
