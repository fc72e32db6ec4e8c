/* decide: what the commands share that write down a decision. */
#ifndef DECIDE_H
#define DECIDE_H

#include "cli.h"

const char *decide_who(const cli *c); /* --by, else $BANGGIAO_USER, else the login name */
int64_t decide_now(void);             /* seconds since 1970; $SOURCE_DATE_EPOCH if it is set */

/* Write down one decision of this kind and tell so; the exit status. `field` and `value` of a correction alone. */
int decide_write(const cli *c, bg_record *record, const char *kind, char *const *ids, size_t count, const char *field, const char *value);
/* The record that is there, to be written to; 0, or an exit status, reported. */
int decide_open(const cli *c, bg_record **out);
/* The command that decides of each argument for itself, or of all of them at once. */
int decide_each(const cli *c, const char *kind);
int decide_all(const cli *c, const char *kind);
/* The sign that parts FIELD=VALUE; NULL: there is none. */
char *decide_parted(char *text);

#endif
