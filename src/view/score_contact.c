/* score_contact: the main event and the others against gold. */
#include "score.h"

static bool equal(const char *a, const char *b) { return a == b || (a && b && strcmp(a, b) == 0); }
static const char *shown(const char *text) { return text ? text : "None"; }

static const bg_event *main_event(const bg_case *c) {
    for (size_t i = 0; c->read && i < c->read->event_count; i++)
        if (c->read->events[i].main) return &c->read->events[i];
    return NULL;
}

static const bg_entity *entity_of(const bg_case *c, const bg_participant *who) { return &c->read->entities[who->entity]; }

/* ------------------------------------------------------------------ type, date, sides, status, place */

static int check_date(bg_case *c, const json_t *gold, const bg_event *got) {
    const char *date = bg_score__text(gold, "date"), *start = got ? got->start : NULL;
    const json_t *accept = json_object_get(gold, "accept_date");
    int right = bg_score__date(date, accept, start);
    if (right < 0) {
        bool accepted = start && bg_score__date("\x01", accept, start) == 1;
        bool free = got && (!start || accepted);
        bg_tally__share(c->tally, "main: no date invented", free);
        if (got && !free) bg_tally__error(c, "date invented", "%s", start);
        return right;
    }
    bg_tally__share(c->tally, "main: date", right);
    if (!right) bg_tally__error(c, "main date", "gold %s, got %s", date, shown(start));
    return right;
}

static bool side_in_gold(const json_t *sides, const char *side) {
    for (size_t i = 0; i < json_array_size(sides); i++)
        if (equal(json_string_value(json_array_get(sides, i)), side)) return true;
    return false;
}

static bool side_in_event(const bg_event *event, const char *side) {
    for (size_t i = 0; event && i < event->side_count; i++)
        if (equal(event->sides[i], side)) return true;
    return false;
}

static bool sides_equal(const json_t *sides, const bg_event *event) {
    for (size_t i = 0; i < json_array_size(sides); i++)
        if (!side_in_event(event, json_string_value(json_array_get(sides, i)))) return false;
    for (size_t i = 0; event && i < event->side_count; i++)
        if (!side_in_gold(sides, event->sides[i])) return false;
    return true;
}

/* Sides as Python prints a list. */
static void print_sides(bg_buf *out, const json_t *sides, const bg_event *event) {
    size_t count = event ? event->side_count : json_array_size(sides);
    bg_buf__char(out, '[');
    for (size_t i = 0; i < count; i++) {
        const char *side = event ? event->sides[i] : json_string_value(json_array_get(sides, i));
        bg_buf__print(out, "%s'%s'", i ? ", " : "", shown(side));
    }
    bg_buf__char(out, ']');
}

static bool check_sides(bg_case *c, const json_t *gold, const bg_event *got) {
    const json_t *sides = json_object_get(gold, "sides");
    bool right = sides_equal(sides, got);
    bg_tally__share(c->tally, "main: sides", right);
    if (right) return true;
    bg_buf text;
    bg_buf__init(&text, 1 << 16);
    bg_buf__text(&text, "gold ");
    print_sides(&text, sides, NULL);
    bg_buf__text(&text, ", got ");
    if (got) print_sides(&text, NULL, got);
    else bg_buf__text(&text, "None");
    bg_tally__error(c, "main sides", "%s", text.bytes ? text.bytes : "");
    bg_buf__free(&text);
    return false;
}

static bool held_in(const char *part, const char *whole) { return part && whole && strstr(whole, part); }

static void check_place(bg_case *c, const json_t *gold, const bg_event *got) {
    const char *place = bg_score__text(gold, "place"), *found = got ? got->place : NULL;
    if (!place || !*place) return;
    const char *a = bg_score__norm(c->arena, place), *b = bg_score__norm(c->arena, found);
    bool right = held_in(a, b) || (found && *found && held_in(b, a));
    bg_tally__share(c->tally, "main: place", right);
    if (!right) bg_tally__error(c, "main place", "gold %s, got %s", place, shown(found));
}

/* ------------------------------------------------------------------ participants */

static bool is_person(const bg_case *c, const bg_participant *who) { return entity_of(c, who)->kind == BG_PERSON; }

/* The first participant of the event that is this person; `persons` only, or of any kind. */
static const bg_entity *find_person(const bg_case *c, const bg_event *event, const char *name, bool persons) {
    for (size_t i = 0; event && i < event->participant_count; i++) {
        const bg_participant *who = &event->participants[i];
        if (persons && !is_person(c, who)) continue;
        if (bg_score__same_person(c->arena, name, entity_of(c, who)->name)) return entity_of(c, who);
    }
    return NULL;
}

static bool named_in_gold(const bg_case *c, const json_t *participants, const char *name) {
    for (size_t i = 0; i < json_array_size(participants); i++) {
        const char *gold = bg_score__text(json_array_get(participants, i), "name");
        if (gold && *gold && bg_score__same_person(c->arena, gold, name)) return true;
    }
    return false;
}

static void replace_post(bg_buf *out, const char *text) {
    static const char from[] = "trưởng bộ ", to[] = "trưởng ";
    for (const char *at; (at = strstr(text, from)); text = at + sizeof from - 1) {
        bg_buf__add(out, text, (size_t)(at - text));
        bg_buf__text(out, to);
    }
    bg_buf__text(out, text);
}

static const char *post(const bg_case *c, const char *office) {
    const char *norm = bg_score__norm(c->arena, office);
    bg_buf buf;
    if (!norm) return NULL;
    bg_buf__init(&buf, 1 << 16);
    replace_post(&buf, norm);
    return bg_buf__keep(&buf, c->arena);
}

static bool office_fits(const bg_case *c, const char *gold, const bg_entity *entity) {
    const char *wanted = post(c, gold), *own = entity && entity->office && *entity->office ? post(c, entity->office) : NULL;
    if (own && (held_in(wanted, own) || held_in(own, wanted))) return true;
    for (size_t i = 0; entity && i < entity->office_count; i++) {
        own = post(c, entity->offices[i]);
        if (held_in(wanted, own) || held_in(own, wanted)) return true;
    }
    return false;
}

static void check_office(bg_case *c, const json_t *gold, const bg_event *event) {
    const char *office = bg_score__text(gold, "office"), *name = bg_score__text(gold, "name");
    if (!office || !*office) return;
    const bg_entity *entity = find_person(c, event, name, false);
    bool right = office_fits(c, office, entity);
    c->tally->office[0] += right;
    c->tally->office[1]++;
    char what[256];
    snprintf(what, sizeof what, "office of %.200s", name);
    if (!right) bg_tally__error(c, what, "gold %s, got %s", office, shown(entity ? entity->office : NULL));
}

typedef struct people {
    size_t gold, hits, extra;
} people;

static void count_gold(bg_case *c, const json_t *participants, const bg_event *event, people *n) {
    for (size_t i = 0; i < json_array_size(participants); i++) {
        const char *name = bg_score__text(json_array_get(participants, i), "name");
        if (!name || !*name) continue;
        n->gold++;
        if (find_person(c, event, name, true)) n->hits++;
        else bg_tally__error(c, "participant missed", "%s", name);
    }
}

static void count_extra(bg_case *c, const json_t *participants, const bg_event *event, people *n) {
    for (size_t i = 0; event && i < event->participant_count; i++) {
        if (!is_person(c, &event->participants[i])) continue;
        const char *name = entity_of(c, &event->participants[i])->name;
        c->tally->participants.predicted++;
        if (named_in_gold(c, participants, name)) continue;
        n->extra++;
        bg_tally__error(c, "participant added", "%s", shown(name));
    }
}

/* True if all were found and none added. */
static bool check_people(bg_case *c, const json_t *gold, const bg_event *event) {
    const json_t *participants = json_object_get(gold, "participants");
    people n = {0};
    count_gold(c, participants, event, &n);
    count_extra(c, participants, event, &n);
    c->tally->participants.right += n.hits;
    c->tally->participants.gold += n.gold;
    for (size_t i = 0; i < json_array_size(participants); i++) {
        const json_t *one = json_array_get(participants, i);
        const char *name = bg_score__text(one, "name");
        if (name && *name && find_person(c, event, name, true)) check_office(c, one, event);
    }
    return n.hits == n.gold && !n.extra;
}

/* ------------------------------------------------------------------ events */

static void check_main(bg_case *c, const json_t *gold) {
    const bg_event *got = main_event(c);
    const char *type = bg_score__text(gold, "type"), *status = bg_score__text(gold, "status");
    bg_tally__share(c->tally, "main: found", got != NULL);
    if (!got) bg_tally__error(c, "no main event", "%s", shown(type));
    bool type_ok = got && equal(type, got->type);
    bg_tally__share(c->tally, "main: type", type_ok);
    if (!type_ok) bg_tally__error(c, "main type", "gold %s, got %s", shown(type), shown(got ? got->type : NULL));
    int date = check_date(c, gold, got);
    bool sides = check_sides(c, gold, got);
    bool status_ok = got && equal(got->status ? got->status : "held", status ? status : "held");
    bg_tally__share(c->tally, "main: status", status_ok);
    check_place(c, gold, got);
    bool all = check_people(c, gold, got);
    bool whole = got && type_ok && date != 0 && sides && status_ok && all;
    bg_tally__share(c->tally, "main: whole", whole);
    bg_by__gold_event(c, BG_MAIN_GOLD, gold, whole);
    if (got) bg_by__event(c, BG_MAIN_READ, got, whole);
}

static bool names_fit(const bg_case *c, const json_t *participants, const bg_event *event) {
    bool any = false;
    for (size_t i = 0; i < json_array_size(participants); i++) {
        const char *name = bg_score__text(json_array_get(participants, i), "name");
        if (!name || !*name) continue;
        any = true;
        if (find_person(c, event, name, false)) return true;
    }
    return !any;
}

static bool event_fits(const bg_case *c, const json_t *gold, const bg_event *event) {
    return equal(event->type, bg_score__text(gold, "type")) &&
           bg_score__date(bg_score__text(gold, "date"), NULL, event->start) != 0 &&
           names_fit(c, json_object_get(gold, "participants"), event);
}

static bool other_found(const bg_case *c, const json_t *gold) {
    for (size_t i = 0; c->read && i < c->read->event_count; i++)
        if (!c->read->events[i].main && event_fits(c, gold, &c->read->events[i])) return true;
    return false;
}

/* For the breakdown: which of the events told beside the main one does the gold know? */
static void count_told(bg_case *c, const json_t *others) {
    for (size_t i = 0; c->tally->by.key && c->read && i < c->read->event_count; i++) {
        const bg_event *event = &c->read->events[i];
        bool known = false;
        for (size_t k = 0; k < json_array_size(others) && !known; k++) known = event_fits(c, json_array_get(others, k), event);
        if (!event->main) bg_by__event(c, BG_OTHER_READ, event, known);
    }
}

static void print_names(bg_buf *out, const json_t *participants) {
    bool any = false;
    for (size_t i = 0; i < json_array_size(participants); i++) {
        const char *name = bg_score__text(json_array_get(participants, i), "name");
        if (!name || !*name) continue;
        bg_buf__print(out, "%s%s", any ? ", " : "", name);
        any = true;
    }
}

static void check_others(bg_case *c, const json_t *others) {
    for (size_t i = 0; i < json_array_size(others); i++) {
        const json_t *gold = json_array_get(others, i);
        bool found = other_found(c, gold);
        c->tally->other[0] += found;
        c->tally->other[1]++;
        bg_by__gold_event(c, BG_OTHER_GOLD, gold, found);
        if (found) continue;
        bg_buf names;
        bg_buf__init(&names, 1 << 16);
        print_names(&names, json_object_get(gold, "participants"));
        bg_tally__error(c, "other event missed", "%s %s %s", shown(bg_score__text(gold, "type")),
                        shown(bg_score__text(gold, "date")), names.bytes ? names.bytes : "");
        bg_buf__free(&names);
    }
}

bool bg_score__contacts(bg_case *c) {
    if (json_is_true(json_object_get(c->gold, "negative"))) {
        const bg_event *got = main_event(c);
        bg_tally__share(c->tally, "negatives: no main event", c->read && !got);
        if (got) bg_tally__error(c, "negative page, but main event", "%s", shown(got->type));
        if (got) bg_by__event(c, BG_MAIN_READ, got, false);
        return true;
    }
    check_main(c, json_object_get(c->gold, "main_event"));
    check_others(c, json_object_get(c->gold, "other_events"));
    count_told(c, json_object_get(c->gold, "other_events"));
    return !c->tally->errors.failed;
}
