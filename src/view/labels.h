/* labels: what identifiers are called before people, in Vietnamese and English. */
#ifndef BG_LABELS_H
#define BG_LABELS_H

#include "../base/base.h"

typedef enum bg_vocabulary {
    BG_LABEL_TYPE, BG_LABEL_ACT, BG_LABEL_CHANNEL, BG_LABEL_STATUS, BG_LABEL_MODE, BG_LABEL_GRADE, BG_LABEL_ROLE,
    BG_LABEL_STRENGTH, BG_LABEL_STANDING, BG_LABEL_STEP, BG_LABEL_KIND, BG_LABEL_FIELD, BG_LABEL_CHARSET, BG_LABEL_MADE, BG_LABEL_DECISION, BG_LABEL_DOUBT, BG_LABEL_FACT, BG_LABEL_THING, BG_LABEL_HEADING, BG_LABEL_BRIEF, BG_LABEL_COMPARE, BG_LABEL_REASON
} bg_vocabulary;

/* The label; the identifier itself if it has none; "" for NULL. */
const char *bg_label__of(bg_vocabulary vocabulary, const char *id, bg_lang lang);

/* A counted noun of BG_LABEL_HEADING as it stands behind its number: "1 page", "2 pages". */
const char *bg_label__counted(const char *id, size_t number, bg_lang lang);
/* What both sides do, where one alone would be bg_label__of(BG_LABEL_ACT, …): "both sides agree". */
const char *bg_label__act(const char *act, bool both, bg_lang lang);

/* The identifier of one that is called so in either language ("quốc hội", any case), or is it itself; NULL: none is. */
const char *bg_label__id(bg_vocabulary vocabulary, const char *words);
/* The identifiers of a vocabulary, " visit talks …". */
void bg_label__ids(bg_vocabulary vocabulary, bg_buf *out);

/*
 * A date for people: 08/05/2025, 05/2025, 27/09 in Vietnamese; ISO in English, "27 September" where the year is not known; a span as "20/02/2025 – 21/02/2025".
 * Appends to `out`; nothing for NULL.
 */
void bg_label__date(const char *start, const char *end, bg_lang lang, bg_buf *out);
/* The same, or that it is undated. */
void bg_label__when(const char *start, const char *end, bg_lang lang, bg_buf *out);

#endif
