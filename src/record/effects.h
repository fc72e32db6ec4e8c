/*
 * effects: what the decisions of people amount to. Decisions and their targets are appended and never changed; what follows from them and from the facts that are there is
 * computed anew where either changes, a function of both:
 *
 *   undone   decisions that an undo that is not itself undone takes back
 *   decided  which fact of the record each target of a decision is: the one with its id; else, of the page that it was decided on, the only fact of its kind that rests
 *            on the same words at the same place, if it was the only one then. None: the target is orphaned. An accepted fact is never followed: it was accepted as it was read
 *   effects  of each fact and field the value that stands: verdict (accept, reject), closed, or a field that was corrected. The latest decision wins (at, seq, id)
 */
#ifndef BG_EFFECTS_H
#define BG_EFFECTS_H

#include "touch.h"

/* What is told in a page goes: its facts are no targets now. Before the page's rows are deleted. */
void bg_effects__forget(bg_record *record, const char *page);
/* What is told in a page is there: find the targets among it. Events that lose a decision to it are touched. */
void bg_effects__page(bg_touched *t, const char *page);

/* Touch every event that a decision concerns, before it comes to be in force or ceases to be … */
void bg_effects__touch(bg_touched *t, const char *decision);
/* … and do what it does, or undo it, as `undone` says. */
void bg_effects__settle(bg_record *record, bg_arena *arena, const char *decision);
/* An undo was appended: which decisions are undone now? Those whose state changes, the given one first, in the order of the chain. */
void bg_effects__chain(bg_record *record, bg_arena *arena, const char *undo, bg_texts *out);
void bg_effects__mark(bg_record *record, const char *decision);

/* All of it anew, with the contacts it reaches: after decisions of another record were taken in. Inside a transaction. */
void bg_effects__all(bg_record *record, bg_arena *arena);

/* What stands of one field of a fact; NULL if nobody decided. */
const char *bg_effects__of(bg_record *record, bg_arena *arena, const char *fact, const char *field);

#endif
