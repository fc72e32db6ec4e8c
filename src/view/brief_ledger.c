/* brief_ledger: what the ledger says of the two states, for a brief: threads with their standing, what became of an ask. */
#include "desk.h"
#include "../base/calendar.h"
#include "standing.h"

#include <stdlib.h>

#define SILENT_MONTHS 12
#define THREADS_MAX 2000 /* looked at */
#define LEDGER_MAX 15    /* shown */

/* What became of an ask, by the ledger. */
void bg_desk__answer(bg_desk *b, const char *statement) {
    bg_brief_answer answer;
    if (!bg_brief__answer(b->record, b->arena, statement, bg_desk__number(b->pair.day), &answer)) {
        bg_paper__run(&b->paper, BG_RUN_ITALIC, SAY(b, "no_answer"));
        return;
    }
    bg_paper__print(&b->paper, BG_RUN_ITALIC, " → %s ", bg_label__of(BG_LABEL_STEP, answer.step, b->paper.lang));
    bg_desk__date(b, BG_RUN_ITALIC, answer.day, NULL);
    bg_desk__note(b, answer.item);
}

static bool is_named(bg_desk *b, const char *words, const char *name) {
    const char *folded = bg_desk__folded(b, name), *at = *folded ? strstr(words, folded) : NULL;
    char behind = at ? at[strlen(folded)] : 0;
    return at && (at == words || at[-1] == ' ') && (behind == ' ' || behind == 0);
}

/* A visit, after the invitation, of a guest whom its words name and who is not of the side that invites. */
static bool is_visit_of(bg_desk *b, const bg_met *met, const bg_brief_said *invitation, const char *words) {
    if (met->planned || met->first <= invitation->at->last || !bg_string__is(met->contact.type, "visit")) return false;
    for (size_t i = 0; i < met->contact.people_count; i++) {
        const bg_row_person *who = &met->contact.people[i];
        bool other = !bg_string__is(who->role, "guest") || bg_string__equal(who->country, invitation->side);
        if (!other && who->name && is_named(b, words, who->name)) return true;
    }
    return false;
}

void bg_desk__visit_since(bg_desk *b, const bg_brief_said *invitation) {
    const char *words = bg_desk__folded(b, invitation->said.content);
    for (size_t i = b->mets.count; i-- > 0;) { /* the earliest of them */
        const bg_met *met = &b->mets.items[i];
        if (!is_visit_of(b, met, invitation, words)) continue;
        bg_paper__run(&b->paper, BG_RUN_ITALIC, SAY(b, "came"));
        bg_desk__date(b, BG_RUN_ITALIC, met->contact.start, met->contact.end);
        bg_desk__note(b, met->contact.id);
        return;
    }
    bg_paper__run(&b->paper, BG_RUN_ITALIC, SAY(b, "not_come"));
}

/* ------------------------------------------------------------------ the ledger */

static void ledger_row(bg_desk *b, bg_standing *line) {
    bg_row_item last = {0};
    bg_buf status;
    if (!bg_standing__show(b->record, b->arena, line) || (line->kept.latest != line->kept.lead && !bg_ledger__entry(b->record, b->arena, line->kept.latest, &last))) return;
    const bg_row_item *lead = line->lead;
    bg_buf__init(&status, 1 << 16);
    bg_standing__text(line, b->paper.lang, &status);
    bg_paper__block(&b->paper, BG_PART_ROW);
    bg_paper__run(&b->paper, 0, line->name->about);
    bg_desk__note(b, lead->id);
    if (last.id && !line->kept.last) bg_desk__note(b, last.id); /* of no known day: the cell of days has nothing to stand behind */
    bg_paper__cell(&b->paper);
    bg_paper__run(&b->paper, 0, !lead->bound || bg_string__is(lead->bound, "both") ? bg_label__of(BG_LABEL_HEADING, "both", b->paper.lang) : NAME(b, lead->bound));
    bg_paper__cell(&b->paper);
    bg_desk__date(b, 0, line->kept.first, NULL);
    bg_paper__cell(&b->paper);
    bg_desk__date(b, 0, line->kept.last, NULL);
    if (last.id && line->kept.last) bg_desk__note(b, last.id);
    bg_paper__cell(&b->paper);
    bg_paper__run(&b->paper, 0, status.failed ? NULL : status.bytes);
    bg_paper__cell(&b->paper);
    b->paper.failed |= status.failed;
    bg_buf__free(&status);
}

/* A document that was signed, of which nothing more is told, stands among the agreements. */
static bool is_lone_document(const bg_stand *s) { return s->count == 1 && bg_string__is(s->grade, "signed"); }

static bg_standing *ledger_lines(bg_desk *b, size_t *count) {
    bg_stand_rows stands = {0};
    char text[11];
    const char *first = strcmp(b->pair.of, b->pair.with) < 0 ? b->pair.of : b->pair.with, *second = first == b->pair.of ? b->pair.with : b->pair.of;
    const char *sides = bg_arena__print(b->arena, "%s,%s", first, second);
    bg_calendar__text(b->pair.day, text);
    const char *day = bg_arena__text(b->arena, text, 10);
    if (!sides || !day || !bg_stand__list(b->record, b->arena, sides, bg_desk__number(b->pair.day), THREADS_MAX, &stands)) return NULL;
    bg_standing *lines = bg_arena__alloc(b->arena, (stands.count + 1) * sizeof *lines);
    for (size_t i = 0; lines && stands.items && i < stands.count; i++) {
        const bg_stand *one = &stands.items[i];
        if (one->count && !one->vague && !is_lone_document(one)) bg_standing__at(one, day, SILENT_MONTHS, &lines[(*count)++]);
    }
    return lines;
}

void bg_desk__ledger(bg_desk *b) {
    static const char *const heads[] = {"col_what", "col_bound", "col_since_day", "col_heard", "col_standing"};
    static const unsigned char widths[] = {36, 11, 15, 18, 20};
    size_t count = 0;
    bg_standing *lines = ledger_lines(b, &count);
    bg_desk__heading(b, "ledger");
    if (!lines || !count) {
        bg_desk__unseen(b);
        return;
    }
    qsort(lines, count, sizeof *lines, bg_standing__order);
    bg_paper__block(&b->paper, BG_PART_HEAD_ROW);
    bg_paper__widths(&b->paper, widths);
    for (size_t i = 0; i < BG_COUNT(heads); i++) bg_paper__run(&b->paper, 0, SAY(b, heads[i])), bg_paper__cell(&b->paper);
    for (size_t i = 0; i < count && i < LEDGER_MAX; i++) ledger_row(b, &lines[i]);
    if (count <= LEDGER_MAX) return;
    bg_paper__block(&b->paper, BG_PART_TEXT);
    bg_paper__print(&b->paper, BG_RUN_ITALIC, SAY(b, "more_threads"), count - LEDGER_MAX, b->pair.with);
}

