/* contact: see contact.h. */
#include "contact.h"

void bg_contact__sides(bg_json *json, const char *sides) {
    bg_json__array(json, "sides");
    for (const char *side = sides ? sides : ""; *side;) {
        size_t size = strcspn(side, ",");
        bg_json__bytes(json, NULL, side, size);
        side += size + (side[size] == ',');
    }
    bg_json__end(json);
}

static void people_json(bg_json *json, const bg_row_contact *contact) {
    bg_json__array(json, "participants");
    for (size_t i = 0; i < contact->people_count; i++) {
        const bg_row_person *who = &contact->people[i];
        bg_json__object(json, NULL);
        bg_json__text(json, "name", who->name);
        bg_json__text(json, "office", who->office);
        bg_json__text(json, "country", who->country);
        bg_json__text(json, "role", who->role);
        bg_json__end(json);
    }
    bg_json__end(json);
}

void bg_contact__json(bg_json *json, const bg_row_contact *contact) {
    bg_json__text(json, "id", contact->id);
    bg_json__bool(json, "main", contact->main);
    bg_json__text(json, "type", contact->type);
    bg_json__text(json, "verb", contact->verb);
    bg_json__text(json, "grade", contact->grade);
    bg_json__text(json, "status", contact->status);
    bg_json__text(json, "mode", contact->mode);
    bg_json__text(json, "channel", contact->channel);
    bg_json__text(json, "start", contact->start);
    bg_json__text(json, "end", contact->end);
    bg_json__text(json, "place", contact->place);
    bg_contact__sides(json, contact->sides);
    people_json(json, contact);
    bg_json__int(json, "pages", (int64_t)contact->page_count);
    bg_json__int(json, "witnesses", (int64_t)contact->witness_count);
    if (contact->rejected) bg_json__bool(json, "rejected", true);
}

void bg_contact__people(const bg_row_contact *contact, bg_buf *out) {
    for (size_t i = 0; i < contact->people_count; i++) {
        if (i) bg_buf__text(out, ", ");
        bg_buf__text(out, contact->people[i].name ? contact->people[i].name : "?");
    }
}

const char *bg_contact__side_of(const bg_row_statement *said) {
    if (said->speaker_country || !said->speaker_ref) return said->speaker_country;
    if (strncmp(said->speaker_ref, "side:", 5) == 0) return said->speaker_ref + 5;
    return strcmp(said->speaker_ref, "both") == 0 ? "both" : NULL;
}

static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

void bg_view__words(const char *text, size_t size, bg_buf *out) {
    for (size_t at = 0, end; at < size; at = end) {
        bool blank = is_blank(text[at]);
        for (end = at + 1; end < size && is_blank(text[end]) == blank; end++) continue;
        if (blank) bg_buf__char(out, ' ');
        else bg_buf__add(out, text + at, end - at);
    }
}

const char *bg_view__flat(bg_arena *arena, const char *text) {
    bg_buf flat;
    if (!text || !strpbrk(text, "\n\r\t")) return text;
    bg_buf__init(&flat, 1 << 24);
    bg_view__words(text, strlen(text), &flat);
    const char *out = bg_arena__text(arena, flat.bytes ? flat.bytes : "", flat.failed ? 0 : flat.size);
    bg_buf__free(&flat);
    return out ? out : text;
}

bg_code bg_view__run(bg_record *record, bg_view_fn *write, void *context, bg_out *out, bg_error *err) {
    bg_arena *arena = bg_arena__new();
    bg_buf buf;
    if (!arena) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    bg_buf__init(&buf, BG_VIEW_MAX);
    bg_db__start(record, err);
    bg_db__script(record, BG_DB_MAP);
    bool held = bg_db__hold(record);
    write(context, record, arena, &buf);
    if (bg_arena__failed(arena)) bg_db__nomem(record);
    bg_db__release(record, held);
    bg_arena__free(arena);
    if (bg_db__code(record) == BG_OK) return bg_out__take(out, &buf, err);
    bg_buf__free(&buf);
    return bg_db__code(record);
}
