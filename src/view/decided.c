/* decided: see decided.h. */
#include "decided.h"
#include "contact.h"
#include "labels.h"

#define ids_shown(i) ((i) < 6)

static const char *heading(const char *id, bg_lang lang) { return bg_label__of(BG_LABEL_HEADING, id, lang); }

void bg_decided__moment(const char *at, bool time, bg_lang lang, bg_buf *out) {
    char day[11];
    snprintf(day, sizeof day, "%.10s", at);
    bg_label__date(day, NULL, lang, out);
    if (time && strlen(at) >= 16) bg_buf__print(out, " %.5s", at + 11);
}

/* ------------------------------------------------------------------ values */

static void party(bg_record *record, const char *value, bg_states *states, bg_buf *out) {
    bg_lang lang = states->style->lang;
    bg_row_entity who;
    if (strcmp(value, "both") == 0) bg_buf__text(out, heading("both", lang));
    else if (strncmp(value, "side:", 5) == 0) bg_buf__print(out, "%s %s", heading("side", lang), bg_states__name(states, value + 5));
    else if (bg_query__entity(record, states->arena, value, &who)) bg_buf__text(out, who.name ? who.name : who.office ? who.office : value);
    else bg_buf__text(out, value);
}

static void value_text(bg_record *record, const char *field, const char *value, bg_states *states, bg_buf *out) {
    bg_lang lang = states->style->lang;
    static const struct {
        const char *field;
        bg_vocabulary words;
    } worded[] = {{"type", BG_LABEL_TYPE}, {"status", BG_LABEL_STATUS}, {"mode", BG_LABEL_MODE}, {"grade", BG_LABEL_GRADE}, {"channel", BG_LABEL_CHANNEL},
                  {"act", BG_LABEL_ACT}, {"strength", BG_LABEL_STRENGTH}};
    if (!value || !*value) {
        bg_buf__text(out, heading("not_known", lang));
        return;
    }
    for (size_t i = 0; i < BG_COUNT(worded); i++)
        if (strcmp(worded[i].field, field) == 0) {
            bg_buf__text(out, bg_label__of(worded[i].words, value, lang));
            return;
        }
    if (strncmp(field, "role[", 5) == 0) bg_buf__text(out, bg_label__of(BG_LABEL_ROLE, value, lang));
    else if (strcmp(field, "start") == 0 || strcmp(field, "end") == 0) bg_label__date(value, NULL, lang, out);
    else if (strcmp(field, "speaker") == 0 || strcmp(field, "addressee") == 0) party(record, value, states, out);
    else if (strcmp(field, "sides") == 0 || strncmp(field, "country", 7) == 0) bg_buf__text(out, bg_states__list(states, value, SIZE_MAX));
    else bg_buf__text(out, value);
}

/* "office[Tô Lâm]" → "chức vụ của Tô Lâm" */
static void field_text(const char *field, bg_lang lang, bg_buf *out) {
    char name[32];
    size_t size = strcspn(field, "["), whole = strlen(field);
    snprintf(name, sizeof name, "%.*s", (int)(size < sizeof name ? size : sizeof name - 1), field);
    bg_buf__text(out, bg_label__of(BG_LABEL_FIELD, name, lang));
    if (size + 2 <= whole) bg_buf__print(out, " (%.*s)", (int)(whole - size - 2), field + size + 1);
}

/* ------------------------------------------------------------------ what it says */

static void targets(const bg_row_decision *d, size_t from, bg_buf *out) {
    for (size_t i = from; i < d->target_count && ids_shown(i - from); i++) bg_buf__print(out, "%s%.*s", i > from ? ", " : " ", BG_ID_SHOWN, d->targets[i].fact);
    if (d->target_count > from && !ids_shown(d->target_count - from - 1)) bg_buf__print(out, " … (%zu)", d->target_count - from);
}

void bg_decided__what(bg_record *record, const bg_row_decision *d, bg_states *states, bg_buf *out) {
    bg_lang lang = states->style->lang;
    if (strcmp(d->kind, "correct") == 0 && d->field) {
        field_text(d->field, lang, out);
        bg_buf__print(out, ": %s: ", heading("was_read", lang));
        value_text(record, d->field, d->was, states, out);
        bg_buf__print(out, "; %s: ", heading("corrected", lang));
        value_text(record, d->field, d->value, states, out);
        return;
    }
    bg_buf__text(out, bg_label__of(BG_LABEL_DECISION, d->kind, lang));
    if (strcmp(d->kind, "join") == 0) targets(d, 0, out);
    else if (strcmp(d->kind, "split") == 0 && d->target_count) {
        bg_buf__print(out, " %.*s %s", BG_ID_SHOWN, d->targets[0].fact, heading("from", lang));
        targets(d, 1, out);
    } else if (d->undoes) bg_buf__print(out, " %.*s", BG_ID_SHOWN, d->undoes);
}

void bg_decided__line(bg_record *record, const bg_row_decision *d, bg_states *states, const char *indent, bg_buf *out) {
    bg_lang lang = states->style->lang;
    bg_buf__text(out, indent);
    bg_decided__what(record, d, states, out);
    bg_buf__print(out, " %s %s %s ", heading("by", lang), d->who, heading("on", lang));
    bg_decided__moment(d->at, false, lang, out);
    if (d->note && *d->note) bg_buf__print(out, " · %s", d->note);
    if (d->source && *d->source) bg_buf__print(out, " · %s: %s", heading("source", lang), d->source);
    bg_buf__print(out, "  {%.*s}\n", BG_ID_SHOWN, d->id);
}

/* ------------------------------------------------------------------ JSON */

void bg_decided__json(bg_json *json, const bg_row_decision *d) {
    bg_json__object(json, NULL);
    bg_json__text(json, "id", d->id);
    bg_json__text(json, "at", d->at);
    bg_json__text(json, "who", d->who);
    bg_json__text(json, "kind", d->kind);
    bg_json__text(json, "field", d->field);
    bg_json__text(json, "value", d->value);
    bg_json__text(json, "was", d->was);
    bg_json__span(json, "span", d->range);
    bg_json__text(json, "note", d->note);
    bg_json__text(json, "source", d->source);
    bg_json__text(json, "undoes", d->undoes);
    if (d->undone) bg_json__bool(json, "undone", true);
    bg_json__array(json, "facts");
    for (size_t i = 0; i < d->target_count; i++) {
        const bg_row_target *t = &d->targets[i];
        bg_json__object(json, NULL);
        bg_json__text(json, "id", t->fact);
        bg_json__text(json, "page", t->page);
        bg_json__text(json, "text", t->words);
        if (t->now && strcmp(t->now, t->fact) != 0) bg_json__text(json, "now", t->now);
        if (!t->now && !d->undone) bg_json__bool(json, "orphaned", true);
        bg_json__end(json);
    }
    bg_json__end(json);
    bg_json__end(json);
}

void bg_decided__jsons(bg_json *json, const bg_decisions *list) {
    if (!list->count) return;
    bg_json__array(json, "decisions");
    for (size_t i = 0; i < list->count; i++) bg_decided__json(json, &list->items[i]);
    bg_json__end(json);
}
