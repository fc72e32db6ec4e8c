/* decide: what the commands share that write down a decision. */
#ifndef DECIDE_H
#define DECIDE_H

#include "cli.h"

const char *decide_who(const cli *c); /* --by, else $BANGGIAO_USER, else the login name */
int64_t decide_now(void);             /* seconds since 1970; $SOURCE_DATE_EPOCH if it is set */

/* A decision about facts as the options have it; of a correction the caller adds field and value. */
bg_decision decide_ask(const cli *c, const char *kind, char *const *ids, size_t count);
/* Write down decisions, all or none, and tell so; the exit status. */
int decide_write(const cli *c, bg_record *record, const bg_decision *asks, size_t count);
/* The record that is there, to be written to; 0, or an exit status, reported. */
int decide_open(const cli *c, bg_record **out);
/* The command that decides of each argument for itself (of all of them, or of none), or of all of them together. */
int decide_each(const cli *c, const char *kind);
int decide_all(const cli *c, const char *kind);
/* The sign that parts FIELD=VALUE; NULL: there is none. */
char *decide_parted(char *text);

#endif
