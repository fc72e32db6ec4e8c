/*
 * said: SQL for statements as they stand: what people corrected instead of what was read; where they corrected it to nothing, nothing is known. Who asks for statements, a view or an export,
 * asks with these. The view `said` of the record says the same for other tools.
 */
#ifndef BG_SAID_H
#define BG_SAID_H

#include "rows.h"

/* A field of the statement `s`. */
#define BG_STANDS(field) \
    "(CASE WHEN EXISTS (SELECT 1 FROM effects x_ WHERE x_.fact = s.id AND x_.field = '" field "')" \
    " THEN (SELECT nullif(x_.value, '') FROM effects x_ WHERE x_.fact = s.id AND x_.field = '" field "') ELSE s." field " END)"

/* `s` with its speaker `a` and its addressee `b`; `d`: the decision that corrected its content. */
#define BG_SAID_TABLES \
    " FROM statements s LEFT JOIN entities a ON a.row = " BG_ROW_BESIDE("entities", "s.row", BG_STANDS("speaker")) " LEFT JOIN entities b ON b.row = " BG_ROW_BESIDE("entities", "s.row", BG_STANDS("addressee")) \
    " LEFT JOIN decisions d ON d.id = (SELECT x_.decision FROM effects x_ WHERE x_.fact = s.id AND x_.field = 'content')"

/* The same of the view `said`, whose columns are as they stand. */
#define BG_SPEAKERS \
    " LEFT JOIN entities a ON a.row = " BG_ROW_BESIDE("entities", "s.row", "s.speaker") " LEFT JOIN entities b ON b.row = " BG_ROW_BESIDE("entities", "s.row", "s.addressee")

/* Its topics in one text. */
#define BG_TOPICS "(SELECT group_concat(value, '; ') FROM (SELECT value FROM json_each(s.topics) ORDER BY key))"

/* Where its content stands, two columns; of a corrected one where those words stand, if they do. */
#define BG_SAID_RANGE "CASE WHEN d.id IS NULL THEN s.range_start ELSE d.range_start END, CASE WHEN d.id IS NULL THEN s.range_end ELSE d.range_end END"

/* Did people reject one of these facts (a list)? Did they correct the statement? */
#define BG_IS_REJECTED(facts) "EXISTS (SELECT 1 FROM effects x_ WHERE x_.fact IN (" facts ") AND x_.field = 'verdict' AND x_.value = 'reject')"
#define BG_SAID_CORRECTED "EXISTS (SELECT 1 FROM effects x_ WHERE x_.fact = s.id AND x_.field NOT IN ('verdict', 'closed'))"

#endif
