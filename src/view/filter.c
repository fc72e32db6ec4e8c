/* filter: what people write in a filter and a correction, as the record writes it. */
#include "labels.h"
#include "state.h"

/* Codes as they stand in a record: a lexicon of one's own may have made one that this one does not know. */
static bool is_code(const char *text, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (!((text[i] >= 'A' && text[i] <= 'Z') || (text[i] >= '0' && text[i] <= '9'))) return false;
    return size >= 2;
}

/* One name of the list; the room holds it, and takes its code instead. */
static bg_code settle_state(const bg_data *data, const char *text, size_t size, bg_buf *codes, bg_error *err) {
    char words[128];
    while (size && *text == ' ') text++, size--;
    while (size && text[size - 1] == ' ') size--;
    snprintf(words, sizeof words, "%.*s", (int)(size < sizeof words ? size : sizeof words - 1), text);
    const char *code = bg_state__code(data, words);
    if (!code && !is_code(text, size)) return bg_error__set(err, BG_E_USAGE, BG_NO_BYTE, "no state is called '%s'", words);
    bg_buf__print(codes, "%s%s", codes->size ? "," : "", code ? code : words);
    return BG_OK;
}

static bg_code settle_states(const bg_data *data, bg_filter *filter, char room[BG_FILTER_ROOM], bg_error *err) {
    bg_buf codes;
    bg_code code = BG_OK;
    bg_buf__init(&codes, BG_FILTER_ROOM - 1);
    for (const char *at = filter->country; !code; at++) {
        size_t size = strcspn(at, ",");
        code = settle_state(data, at, size, &codes, err);
        at += size;
        if (!*at) break;
    }
    if (!code && codes.failed) code = bg_error__set(err, BG_E_USAGE, BG_NO_BYTE, "'%.40s…' is too long", filter->country);
    if (!code) filter->country = memcpy(room, codes.bytes, codes.size + 1);
    bg_buf__free(&codes);
    return code;
}

static bg_code settle_word(bg_vocabulary vocabulary, const char **word, bg_error *err) {
    const char *id = bg_label__id(vocabulary, *word);
    bg_buf all;
    bg_code code = BG_OK;
    bg_buf__init(&all, 1 << 12);
    if (id) *word = id;
    else {
        bg_label__ids(vocabulary, &all);
        code = bg_error__set(err, BG_E_USAGE, BG_NO_BYTE, "'%.40s' is none of:%s", *word, all.failed ? "" : all.bytes);
    }
    bg_buf__free(&all);
    return code;
}

bg_code bg_filter_settle(const bg_data *data, bg_filter *filter, char room[BG_FILTER_ROOM], bg_error *err) {
    bg_code code = filter->country ? settle_states(data, filter, room, err) : BG_OK;
    if (!code && filter->channel) code = settle_word(BG_LABEL_CHANNEL, &filter->channel, err);
    if (!code && filter->type) code = settle_word(BG_LABEL_TYPE, &filter->type, err);
    return code;
}

/* ------------------------------------------------------------------ corrections */

static const struct { const char *field; bg_vocabulary vocabulary; } worded[] = {
    {"type", BG_LABEL_TYPE}, {"status", BG_LABEL_STATUS}, {"mode", BG_LABEL_MODE}, {"grade", BG_LABEL_GRADE}, {"channel", BG_LABEL_CHANNEL},
    {"act", BG_LABEL_ACT}, {"strength", BG_LABEL_STRENGTH}, {"role", BG_LABEL_ROLE},
};
static const char *const others[] = {"date", "end", "place", "sides", "name", "office", "country", "speaker", "addressee", "content"};

/* The field that is called so; NULL: none is. */
static const char *field_of(const char *words) {
    const char *id = bg_label__id(BG_LABEL_FIELD, words);
    if (bg_string__is(id, "start")) id = "date";
    for (size_t i = 0; id && i < BG_COUNT(worded); i++)
        if (strcmp(worded[i].field, id) == 0) return worded[i].field;
    for (size_t i = 0; id && i < BG_COUNT(others); i++)
        if (strcmp(others[i], id) == 0) return others[i];
    return NULL;
}

static const char *value_of(const bg_data *data, const char *field, const char *value, char room[BG_FILTER_ROOM]) {
    bg_filter states = {.country = value};
    bg_error err;
    for (size_t i = 0; i < BG_COUNT(worded); i++) {
        const char *id = strcmp(worded[i].field, field) == 0 ? bg_label__id(worded[i].vocabulary, value) : NULL;
        if (id) return id;
    }
    bool of_states = strcmp(field, "sides") == 0 || strcmp(field, "country") == 0;
    return of_states && strcmp(value, "-") != 0 && bg_filter_settle(data, &states, room, &err) == BG_OK ? states.country : value;
}

void bg_fix_settle(const bg_data *data, bg_fix_words *fix) {
    size_t size = strcspn(fix->field, "[");
    snprintf(fix->room[0], sizeof fix->room[0], "%.*s", (int)size, fix->field);
    const char *field = size < sizeof fix->room[0] ? field_of(fix->room[0]) : NULL;
    if (!field) return;
    fix->value = value_of(data, field, fix->value, fix->room[1]);
    if (snprintf(fix->room[0], sizeof fix->room[0], "%s%s", field, fix->field + size) < (int)sizeof fix->room[0]) fix->field = fix->room[0];
}
