/* corrections: see corrections.h. */
#include "corrections.h"
#include "decide.h"
#include "fold.h"
#include "form.h"

/* Is it later than the other? */
static bool later(const bg_correction *a, const bg_correction *b) {
    int order = strcmp(a->at, b->at);
    if (!order) order = (a->seq > b->seq) - (a->seq < b->seq);
    return order ? order > 0 : strcmp(a->decision, b->decision) > 0;
}

static bool same_name(const char *a, const char *b) { return a == b || (a && b && strcmp(a, b) == 0); }

static void keep(bg_record *record, bg_arena *arena, bg_corrections *out, const bg_correction *one) {
    for (size_t i = 0; i < out->count; i++) {
        bg_correction *known = &out->items[i];
        if (strcmp(known->field, one->field) != 0 || !same_name(known->person, one->person)) continue;
        if (later(one, known)) *known = *one;
        return;
    }
    bg_correction *item = BG_PUSH(arena, out);
    if (item) *item = *one;
    else bg_db__nomem(record);
}

void bg_corrections__of(bg_record *record, bg_arena *arena, const char *fact, const char *person, bg_corrections *out) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT x.field, x.value, d.id, d.at, d.seq FROM effects x JOIN decisions d ON d.id = x.decision"
                                      " WHERE x.fact = ? AND x.field NOT IN ('verdict', 'closed') ORDER BY x.field", "t", fact);
    while (bg_db__row(record, stmt)) {
        const char *field = bg_db__copy(record, arena, stmt, 0), *name = NULL;
        bg_correction one = {.value = bg_db__copy(record, arena, stmt, 1), .decision = bg_db__copy(record, arena, stmt, 2), .at = bg_db__copy(record, arena, stmt, 3),
                             .seq = sqlite3_column_int64(stmt, 4)};
        one.field = field ? bg_fix__person(arena, field, &name) : NULL;
        one.person = name ? name : person;
        if (one.field && one.value && one.decision && one.at) keep(record, arena, out, &one);
        else bg_db__nomem(record);
    }
}

static const char *value_of(const bg_correction *one) { return *one->value ? one->value : NULL; }

void bg_corrections__apply(const bg_corrections *list, const char *field, const char **value) {
    for (size_t i = 0; i < list->count; i++)
        if (!list->items[i].person && strcmp(list->items[i].field, field) == 0) *value = value_of(&list->items[i]);
}

static const char *folded(bg_record *record, bg_arena *arena, const char *name) {
    bg_buf buf;
    bg_buf__init(&buf, 1 << 16);
    bg_fold__name(name, &buf);
    const char *out = bg_buf__keep(&buf, arena);
    if (!out) bg_db__nomem(record);
    return out;
}

/* ------------------------------------------------------------------ an event as it stands */

bool bg_corrections__any(bg_record *record) {
    return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM effects WHERE field NOT IN ('verdict', 'closed') LIMIT 1", ""));
}

static const char *key_of(bg_record *record, bg_arena *arena, const char *name) {
    bg_buf key;
    bg_buf__init(&key, 4096);
    (void)bg_form__key(name, &key);
    const char *out = bg_buf__keep(&key, arena);
    if (!out) bg_db__nomem(record);
    return out;
}

static void correct_principal(bg_record *record, bg_arena *arena, const bg_correction *one, const char *read, bg_principal *who) {
    const char *of = folded(record, arena, one->person), *value = value_of(one);
    if (!of || !bg_fold__same_person(of, read)) return;
    if (strcmp(one->field, "country") == 0) who->country = value;
    if (strcmp(one->field, "name") != 0 || !value) return;
    who->name = value, who->folded = folded(record, arena, value), who->key = key_of(record, arena, value);
    if (!who->folded) who->folded = "";
}

void bg_corrections__told(bg_record *record, bg_arena *arena, bg_told *told, const char *const *entities) {
    bg_corrections list = {0};
    bg_principal *people = told->people_count ? bg_arena__copy(arena, told->people, told->people_count * sizeof *people) : NULL;
    if (told->people_count && !people) {
        bg_db__nomem(record);
        return;
    }
    bg_corrections__of(record, arena, told->id, NULL, &list);
    for (size_t k = 0; entities && k < told->people_count && record->code == BG_OK; k++) bg_corrections__of(record, arena, entities[k], told->people[k].name, &list);
    if (!list.count) return;
    const char *place = told->place, *status = told->planned ? "planned" : NULL;
    bg_corrections__apply(&list, "type", &told->type), bg_corrections__apply(&list, "sides", &told->sides);
    bg_corrections__apply(&list, "start", &told->start), bg_corrections__apply(&list, "end", &told->end);
    bg_corrections__apply(&list, "status", &status), bg_corrections__apply(&list, "place", &place);
    told->planned = bg_string__is(status, "planned");
    if (place != told->place) told->place = place ? folded(record, arena, place) : NULL, told->place_country = NULL;
    if (!told->type) told->type = "";
    if (!told->sides) told->sides = "";
    for (size_t i = 0; i < list.count; i++)
        for (size_t k = 0; people && list.items[i].person && k < told->people_count; k++) correct_principal(record, arena, &list.items[i], told->people[k].folded, &people[k]);
    if (people) told->people = people;
}

/* ------------------------------------------------------------------ those who took part */

/* What was decided last goes last. */
static void in_time(bg_corrections *list) {
    for (size_t i = 1; i < list->count; i++)
        for (size_t k = i; k && later(&list->items[k - 1], &list->items[k]); k--) {
            bg_correction other = list->items[k];
            list->items[k] = list->items[k - 1];
            list->items[k - 1] = other;
        }
}

static void apply_to(bg_contact_person *who, const bg_correction *one, const char *value_folded) {
    const char *value = value_of(one);
    if (strcmp(one->field, "name") == 0 && value) who->name = value, who->folded = value_folded;
    else if (strcmp(one->field, "office") == 0) who->office = value;
    else if (strcmp(one->field, "country") == 0) who->country = value;
    else if (strcmp(one->field, "role") == 0) who->role = value;
}

void bg_corrections__people(bg_record *record, bg_arena *arena, const bg_corrections *list, bg_contact_person *people, size_t count) {
    bg_corrections sorted = *list;
    const char **names = bg_arena__alloc(arena, (count + 1) * sizeof *names);
    if (!names) {
        bg_db__nomem(record);
        return;
    }
    for (size_t i = 0; i < count; i++) names[i] = people[i].folded; /* as they were read: a name may be corrected */
    in_time(&sorted);
    for (size_t i = 0; i < sorted.count && record->code == BG_OK; i++) {
        const bg_correction *one = &sorted.items[i];
        const char *of = one->person ? folded(record, arena, one->person) : NULL, *value = of ? folded(record, arena, one->value) : NULL;
        for (size_t k = 0; of && value && k < count; k++)
            if (bg_fold__same_person(of, names[k])) apply_to(&people[k], one, value);
    }
}
