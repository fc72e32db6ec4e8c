/* decided: how a decision of somebody is written. */
#ifndef BG_DECIDED_H
#define BG_DECIDED_H

#include "../base/json.h"
#include "../record/decisions.h"
#include "state.h"

/* What it says: "ngày: đọc: 10/07/2024; sửa: 11/07/2024", "bác bỏ" … */
void bg_decided__what(bg_record *record, const bg_row_decision *d, bg_states *states, bg_buf *out);
/* The same with who, when, why and its id; a line of its own behind `indent`. */
void bg_decided__line(bg_record *record, const bg_row_decision *d, bg_states *states, const char *indent, bg_buf *out);
/* One object. */
void bg_decided__json(bg_json *json, const bg_row_decision *d);
/* An array of them under "decisions", absent if there are none. */
void bg_decided__jsons(bg_json *json, const bg_decisions *list);
/* "2026-11-30T02:35:00Z" for people: the day, and with `time` the minute. */
void bg_decided__moment(const char *at, bool time, bg_lang lang, bg_buf *out);

#endif
