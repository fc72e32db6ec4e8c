/* account: see account.h. */
#include "account.h"
#include "doubt.h"
#include "fold.h"
#include "form.h"
#include "ranges.h"

#include <stdlib.h>

#define TEXT_MAX ((size_t)1 << 30)

/* ------------------------------------------------------------------ texts */

const char *bg_account__folded(bg_arena *arena, const char *text) {
    bg_buf buf;
    bg_buf__init(&buf, TEXT_MAX);
    if (!text) return NULL;
    bg_fold__name(text, &buf);
    return bg_buf__keep(&buf, arena);
}

const char *bg_account__lower(bg_arena *arena, const char *text) {
    bg_buf buf;
    bg_buf__init(&buf, TEXT_MAX);
    if (!text) return NULL;
    bg_text__fold(text, strlen(text), &buf);
    return bg_buf__keep(&buf, arena);
}

const char *bg_account__titles(bg_arena *arena, const char *const *offices, size_t count) {
    bg_buf all;
    const char *out = NULL;
    bg_buf__init(&all, TEXT_MAX);
    for (size_t i = 0; i < count; i++)
        if (offices[i]) bg_buf__print(&all, "%s ", offices[i]);
    if (all.size) out = bg_account__folded(arena, all.bytes);
    bg_buf__free(&all);
    return out;
}

/* ------------------------------------------------------------------ out of the document */

static bool name_person(bg_arena *arena, const bg_entity *entity, bg_named *out) {
    bg_buf key;
    bg_buf__init(&key, 4096);
    bool ok = bg_form__key(entity->name, &key);
    if (ok && key.size) {
        out->form = bg_form__number(key.bytes, entity->country);
        out->key = bg_arena__text(arena, key.bytes, key.size);
    }
    bg_buf__free(&key);
    return ok && (!out->form || out->key);
}

bool bg_account__names(bg_arena *arena, const bg_doc *doc, bg_named **out) {
    bg_named *names = *out = bg_arena__alloc(arena, (doc->entity_count + 1) * sizeof *names);
    for (size_t i = 0; names && i < doc->entity_count; i++) {
        const bg_entity *entity = &doc->entities[i];
        names[i].folded = bg_account__folded(arena, entity->name);
        names[i].office = bg_account__lower(arena, entity->office);
        names[i].alias = bg_account__lower(arena, entity->alias);
        if ((entity->name && !names[i].folded) || (entity->office && !names[i].office) || (entity->alias && !names[i].alias)) return false;
        if (entity->kind == BG_PERSON && entity->name && !name_person(arena, entity, &names[i])) return false;
    }
    return names != NULL;
}

bg_span bg_account__sentence(const bg_event *event) {
    for (size_t i = 0; i < event->evidence_count; i++)
        if (event->evidence[i].end) return event->evidence[i];
    return (bg_span){0, 0};
}

/* Sorted, each once, joined by commas. */
static const char *sides_of(bg_arena *arena, const bg_event *event) {
    if (event->side_count == 0) return "";
    const char **sorted = bg_arena__copy(arena, event->sides, event->side_count * sizeof *sorted); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
    bg_buf joined;
    if (!sorted) return NULL;
    qsort(sorted, event->side_count, sizeof *sorted, bg_string__order); /* NOLINT(bugprone-sizeof-expression) */
    bg_buf__init(&joined, TEXT_MAX);
    for (size_t i = 0; i < event->side_count; i++) {
        if (i && strcmp(sorted[i], sorted[i - 1]) == 0) continue;
        if (i) bg_buf__char(&joined, ',');
        bg_buf__text(&joined, sorted[i]);
    }
    return bg_buf__keep(&joined, arena);
}

/* Where what is told of each of those who took part is put. */
typedef struct seats {
    bg_principal *people, *posts;
    const char **offices, **roles, **entities;
    int64_t *forms;
} seats;

static bool find_seats(bg_arena *arena, size_t count, seats *out) {
    *out = (seats){.people = bg_arena__alloc(arena, (count + 1) * sizeof *out->people), .posts = bg_arena__alloc(arena, (count + 1) * sizeof *out->posts)};
    out->offices = bg_arena__alloc(arena, (count + 1) * sizeof *out->offices), out->roles = bg_arena__alloc(arena, (count + 1) * sizeof *out->roles); /* NOLINT(bugprone-sizeof-expression) */
    out->entities = bg_arena__alloc(arena, (count + 1) * sizeof *out->entities), out->forms = bg_arena__alloc(arena, (count + 1) * sizeof *out->forms); /* NOLINT(bugprone-sizeof-expression) */
    return !bg_arena__failed(arena);
}

static void seat(const seats *s, const bg_entity *entity, const bg_named *named, const char *role, const char *id, bg_account *out) {
    bg_principal one = {.country = entity->country, .office = named->office, .alias = named->alias, .rank = entity->rank};
    if (entity->kind != BG_PERSON) {
        one.name = entity->office;
        s->posts[out->told.post_count++] = one;
        return;
    }
    size_t at = out->told.people_count++;
    one.name = entity->name, one.folded = named->folded, one.key = named->key;
    s->people[at] = one, s->offices[at] = entity->office, s->roles[at] = role, s->forms[at] = named->form, s->entities[at] = id;
}

/* Principals: persons with a name and, apart from them, who is called by an office alone; no companions. */
static bool seat_all(bg_arena *arena, const bg_doc *doc, const bg_ids *ids, const bg_named *names, const bg_event *event, bg_account *out) {
    seats s;
    if (!find_seats(arena, event->participant_count, &s)) return false;
    for (size_t i = 0; i < event->participant_count; i++) {
        const bg_participant *who = &event->participants[i];
        const bg_entity *entity = &doc->entities[who->entity];
        if (bg_string__is(who->role, "companion") || !(entity->kind == BG_BODY || (entity->kind == BG_PERSON && entity->name))) continue;
        seat(&s, entity, &names[who->entity], who->role, ids->entities[who->entity], out);
    }
    out->told.people = out->read = s.people, out->told.posts = s.posts;
    out->offices = s.offices, out->roles = s.roles, out->forms = s.forms, out->entities = s.entities;
    out->told.titles = bg_account__titles(arena, s.offices, out->told.people_count);
    return true;
}

bool bg_account__make(bg_arena *arena, const bg_doc *doc, const bg_ids *ids, const bg_named *names, size_t index, bg_account *out) {
    const bg_event *e = &doc->events[index];
    bg_span at = bg_account__sentence(e);
    const char *words = at.end ? bg_arena__text(arena, doc->text + at.start, bg_ranges__copy_size(doc->text, at)) : NULL;
    *out = (bg_account){.verb = e->verb, .grade = e->grade, .status = e->status, .mode = e->mode, .channel = e->channel, .place = e->place, .doubt = bg_doubt__event(doc, e), .fresh = true};
    out->told = (bg_told){.id = ids->events[index], .page = ids->page, .type = e->type ? e->type : "", .sides = sides_of(arena, e), .start = e->start, .end = e->end,
                          .published = doc->article.published, .place_country = e->place_country, .main = e->main, .planned = bg_string__is(e->status, "planned"), .summit = e->summit};
    out->told.place = bg_account__folded(arena, e->place);
    out->told.lead = bg_account__folded(arena, words);
    out->told.verb = bg_account__folded(arena, e->verb);
    return out->told.sides && (!at.end || words) && seat_all(arena, doc, ids, names, e, out) && !bg_arena__failed(arena);
}

/* ------------------------------------------------------------------ copies */

static const char *text_of(bg_arena *arena, const char *text) { return text ? bg_arena__text(arena, text, strlen(text)) : NULL; }

static const bg_principal *principals_of(bg_arena *arena, const bg_principal *from, size_t count) {
    bg_principal *out = bg_arena__copy(arena, from, count * sizeof *out);
    for (size_t i = 0; out && i < count; i++) {
        out[i].name = text_of(arena, from[i].name), out[i].folded = text_of(arena, from[i].folded), out[i].country = text_of(arena, from[i].country);
        out[i].key = text_of(arena, from[i].key), out[i].office = text_of(arena, from[i].office), out[i].alias = text_of(arena, from[i].alias);
    }
    return out;
}

static const char *const *texts_of(bg_arena *arena, const char *const *from, size_t count) {
    const char **out = bg_arena__alloc(arena, (count + 1) * sizeof *out); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
    for (size_t i = 0; out && i < count; i++) out[i] = text_of(arena, from[i]);
    return out;
}

static void copy_told(bg_arena *arena, bg_told *t) {
    t->id = text_of(arena, t->id), t->page = text_of(arena, t->page), t->type = text_of(arena, t->type), t->sides = text_of(arena, t->sides);
    t->start = text_of(arena, t->start), t->end = text_of(arena, t->end), t->place = text_of(arena, t->place), t->published = text_of(arena, t->published);
    t->place_country = text_of(arena, t->place_country), t->lead = text_of(arena, t->lead), t->verb = text_of(arena, t->verb), t->titles = text_of(arena, t->titles);
    t->people = principals_of(arena, t->people, t->people_count), t->posts = principals_of(arena, t->posts, t->post_count);
}

bool bg_account__copy(bg_arena *arena, const bg_account *from, bg_account *out) {
    size_t count = from->told.people_count;
    *out = *from;
    copy_told(arena, &out->told);
    out->verb = text_of(arena, from->verb), out->grade = text_of(arena, from->grade), out->status = text_of(arena, from->status), out->mode = text_of(arena, from->mode);
    out->channel = text_of(arena, from->channel), out->place = text_of(arena, from->place);
    out->offices = texts_of(arena, from->offices, count), out->roles = texts_of(arena, from->roles, count), out->entities = texts_of(arena, from->entities, count);
    out->forms = bg_arena__copy(arena, from->forms, count * sizeof *from->forms);
    out->read = out->told.people;
    return !bg_arena__failed(arena);
}
