/* keys: see keys.h. */
#include "keys.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

bool keys_start(keys *k) {
    struct termios raw;
    k->terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && tcgetattr(STDIN_FILENO, &k->before) == 0;
    if (!k->terminal) return false;
    raw = k->before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG); /* Ctrl-C is a key, so that it leaves the terminal as it was */
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    return k->terminal = tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0;
}

void keys_end(keys *k) {
    if (k->terminal) tcsetattr(STDIN_FILENO, TCSADRAIN, &k->before);
    k->terminal = false;
}

static char one_key(void) {
    char key = 0;
    ssize_t size;
    do size = read(STDIN_FILENO, &key, 1);
    while (size < 0 && errno == EINTR);
    if (size != 1) return 0;
    return key == 3 || key == 4 ? 'q' : key == '\r' ? '\n' : key;
}

/* False at the end. What does not fit is left out. */
static bool read_line(char *out, size_t size) {
    size_t kept = 0;
    int c;
    while ((c = getchar()) != EOF && c != '\n')
        if (kept + 1 < size && c) out[kept++] = (char)c;
    out[kept] = 0;
    return c != EOF || kept;
}

void keys_next(const keys *k, answer *out) {
    out->key = 0;
    *out->rest = 0;
    if (k->terminal) {
        out->key = one_key();
        return;
    }
    char line[KEYS_LINE];
    if (!read_line(line, sizeof line)) return;
    const char *from = line + strspn(line, " \t"), *rest = *from ? from + 1 : from;
    out->key = *from ? *from : '\n';
    snprintf(out->rest, sizeof out->rest, "%s", rest + strspn(rest, " \t"));
}

bool keys_line(keys *k, const char *prompt, char *out, size_t size) {
    keys_end(k);
    fputs(prompt, stdout);
    fflush(stdout);
    bool found = read_line(out, size) && *out;
    keys_start(k);
    return found;
}
