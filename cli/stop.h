/* stop: Ctrl-C ends long work between two pages, so that what was done is kept; a second one ends it at once. */
#ifndef STOP_H
#define STOP_H

#include <stdbool.h>

/* From now on; a signal that the caller ignores stays ignored. `told` is written to stderr at once when one comes, and stays where it is; NULL: nothing. */
void stop_start(const char *told);
bool stop_wanted(void);
void stop_end(void); /* as before; ends the program by the signal if there was one */

#endif
