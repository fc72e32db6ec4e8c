/* messages: what the program says to people, Vietnamese and English from one table. */
#ifndef MESSAGES_H
#define MESSAGES_H

#include "cli.h"

typedef enum message {
    M_NO_COMMAND,
    M_BAD_COMMAND,
    M_BAD_OPTION,
    M_NEEDS_VALUE,
    M_BAD_LANG,
    M_BAD_BY,
    M_TOO_FEW,
    M_TOO_MANY,
    M_SEE_HELP,
    M_USAGE,
    M_OPTIONS,
    M_EXAMPLES,
    M_ABOUT,
    M_BYTE,
    M_WRITE_FAILED,
    M_NO_PAGES,
    M_PAGE_KNOWN,
    M_PAGE_RENEWED,
    M_BAD_DAY,
    M_ADDED,
    M_AGAIN_PAGES,
    M_AGAIN_REPRINTS,
    M_AGAIN_PEOPLE,
    M_AGAIN_LEDGER,
    M_AGAIN_INDEXES,
    M_STATES,
    M_NOTHING,
    M_DID_YOU_MEAN,
    M_VERIFIED,
    M_VERIFY_FAILED,
    M_OUTDATED,
    M_REREAD,
    M_MERGED,
    M_LEXICON_WHAT,
    M_LEXICON_OK,
    M_LEXICON_BAD,
    M_OUTGROWN,
    M_NEEDS_OPTION,
    M_BAD_NUMBER,
    M_BAD_OUTPUT,
    M_OUTPUT_FAILED,
    M_BAD_FORMAT,
    M_FORMATS,
    M_EXPORT_LOST,
    M_EXPORT_EVENTS,
    M_EXPORT_ROWS,
    M_EXPORT_CUT,
    M_NO_ARTICLE,
    M_DECIDED,
    M_UNDONE,
    M_BAD_FIX,
    M_REVIEW_KEYS,
    M_REVIEW_KEYS_LIKE,
    M_REVIEW_FIX,
    M_REVIEW_WHAT,
    M_REVIEW_END,
    M_REVIEWED,
    M_NOTHING_TO_UNDO,
    M_UNDO_WHAT,
    M_NO_LIKE,
    M_NO_RECORD,
    M_MEANT,
    M_QUOTE_WORDS,
    M_STOPPED,
    M_STOPPING,
    M_MORE_KNOWN,
    M_LEFT_FILES,
    M_COUNT_
} message;

const char *message_text(bg_lang lang, message which);       /* a printf format */
const char *code_text(bg_lang lang, bg_code code);           /* what an error code means */
bool reason_text(const char *english, char *out, size_t room); /* what the library says of a failure, in Vietnamese; false: it is not known (reasons.c) */
const char *kind_text(bg_lang lang, const char *kind);       /* what a bg_decision.kind did */
const char *problem_text(bg_lang lang, const char *problem); /* what a bg_fault.problem means */

/* "banggiao: " + message + newline on stderr. */
void say(const cli *c, message which, ...);

#endif
