/* options: what stands on the command line. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "cli.h"

/*
 * Read the command line into `c`; `*which` receives the command or NULL if there is none. Returns 0, or 2 after saying
 * what is wrong.
 */
int options_parse(int argc, char **argv, cli *c, const command **which);

/* Write the help of a command, or of the program if `which` is NULL. */
void help_write(FILE *to, const command *which, bg_lang lang);

#endif
