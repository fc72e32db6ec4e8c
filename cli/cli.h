/*
 * cli: the command line. A command is: parse options, call the library, print. Only banggiao.h is used.
 *
 * To add a command: write cli/cmd_NAME.c with `int cmd_NAME(cli *)`; declare it here; add its line to commands[] in
 * commands.c (name, options, both help texts, three examples); man/banggiao-NAME.1; a case under tests/cli; `make`.
 */
#ifndef CLI_H
#define CLI_H

#include "banggiao.h"

#include <stdio.h>

/* Everything the options said. Strings point into argv or the environment. */
typedef struct cli {
    const char *record;   /* -d FILE, else $BANGGIAO_DB, else banggiao.db */
    const char *data_dir; /* --data DIR or NULL */
    const char *files0;   /* --files0-from FILE or NULL */
    const char *published; /* --published: of pages that state no day; NULL */
    bg_lang lang;         /* --lang, else $BANGGIAO_LANG, else Vietnamese */
    bool json, quiet, errors, html, help, version;
    const char *as_of;    /* --as-of */
    bool all;             /* --all: also what people rejected */
    bool telling;         /* --telling: that telling alone */
    const char *who, *note, *source; /* --by of a decision, --note, --source */
    bg_score_key by;      /* --by of score */
    unsigned part;        /* --kept, --dropped: BG_ARTICLE_… */
    bg_filter filter;     /* --country … --to */
    const char *with, *whom, *date; /* brief: --with, --for, --date */
    const char *silent, *since_last; /* ledger: --silent, --since-last */
    bool due; /* ledger: --due */
    const char *before, *bound; /* ledger: --before, --bound */
    bool session; /* compare: --session */
    const char *output;   /* -o FILE, --output; NULL: standard output */
    struct told_hosts *told; /* article: hosts whose pages were said to have outgrown their profile */
    char **args;          /* what is left: files, words, an id */
    int arg_count;
    unsigned day_count;
    char days[8][11];     /* options that are days, given as people write them */
    char states[BG_FILTER_ROOM]; /* of the filter, once settled */
} cli;

/* The matter of an entry of the ledger, as `ledger ID` shows it. */
bg_code view_matter(const cli *c, bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err);

typedef struct command {
    const char *name;
    int (*run)(cli *);
    const char *options;     /* letters of the options it takes beside the global ones, see options.c */
    int min_args, max_args;  /* max -1: any number */
    const char *args;        /* "FILE…" */
    const char *about[2];    /* indexed by bg_lang */
    const char *examples[3]; /* without the program's name */
    const char *does[3][2];  /* what each example does, indexed by bg_lang */
} command;

const command *command_find(const char *name); /* NULL: no such command */
const command *command_at(size_t index);       /* NULL behind the last */

int cmd_read(cli *c);
int cmd_article(cli *c);
int cmd_add(cli *c);
int cmd_timeline(cli *c);
int cmd_people(cli *c);
int cmd_bodies(cli *c);
int cmd_mechanisms(cli *c);
int cmd_agreements(cli *c);
int cmd_show(cli *c);
int cmd_export(cli *c);
int cmd_search(cli *c);
int cmd_explain(cli *c);
int cmd_verify(cli *c);
int cmd_reread(cli *c);
int cmd_merge(cli *c);
int cmd_notes(cli *c);
int cmd_sites(cli *c);
int cmd_brief(cli *c);
int cmd_compare(cli *c);
int cmd_accept(cli *c);
int cmd_reject(cli *c);
int cmd_correct(cli *c);
int cmd_join(cli *c);
int cmd_split(cli *c);
int cmd_close(cli *c);
int cmd_undo(cli *c);
int cmd_log(cli *c);
int cmd_review(cli *c);
int cmd_facts(cli *c);
int cmd_calendar(cli *c);
int cmd_ledger(cli *c);
int cmd_since(cli *c);
int cmd_score(cli *c);
int cmd_lexicon(cli *c);

/* ---- common.c: what several commands do. All messages go to stderr. */
int fail(const cli *c, const char *subject, const bg_error *err); /* report; returns the exit status */
int out_of_memory(const cli *c);                                  /* the same */
void note_error(const cli *c, const char *subject, const bg_error *err);
bg_style style_of(const cli *c); /* width is the terminal's, 0 when stdout is none */
int print_out(const cli *c, bg_out *out); /* to stdout, then released; returns the exit status */
/* To the file that --output names, which is there as a whole or not at all; without it as print_out(). */
int write_out(const cli *c, bg_out *out);
/* What --output's ending or --json asks for; 0, or 2, reported. */
int paper_format(const cli *c, bg_paper_format *out);
/* Write something of the record into `out`; *count is 1 before, what it leaves there says how much was found. */
typedef bg_code view_fn(const cli *c, bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err);
/* Open the record, run a view, print it. Returns the exit status; errors are reported as being about `subject`, NULL = the record. */
int print_view(const cli *c, const char *subject, view_fn *view);
/* Behind "nothing found": what the record has that is spelt nearly so, a name if `person`. Returns `status`. */
int suggest(const cli *c, int status, const char *words, bool person);
int open_record(const cli *c, bg_record_mode mode, bg_record **out); /* 0, or an exit status, reported */
int open_data(const cli *c, bg_data **out);
/* --with STATE, as facts, brief and ledger have it: Viet Nam and that state. `both` outlives the filter. */
void pair_filter(cli *c, char both[BG_FILTER_ROOM]);
/* States, channel and type of the filter as the record has them, whatever people call them; 0, or an exit status, reported. */
int settle_filter(cli *c);

#endif
