/*
 * choice_rows: what bench/train-choice learns from. Lines "SET TAB NAME TAB PATH TAB GOLD" on standard input, GOLD one line of gold, {"negative": true},
 * or nothing where nobody knows. For each page:
 *   P set name negative path, then G and T: what speaks of the page, the words of its title
 *   K group feature…     for each contact, and for each state that speaks in the lead, that could be the news; K's are counted from 0
 *   H n                  which one the program takes, -1: none, -2: one that is not among them
 *   R type sides date status people whole     how right the program is (1, 0, -1: nothing to compare), then each K, made the news in turn
 * The files that choose are compiled into it, so that it sees what they count and may choose otherwise.
 */
#include "claim/weigh.c" /* NOLINT(bugprone-suspicious-include) */
#define weigh weigh_voice
#include "claim/voice.c" /* NOLINT(bugprone-suspicious-include) */
#undef weigh
void bg_contact__choose_by_table(bg_claims *claims);
#define bg_contact__choose bg_contact__choose_by_table
#include "claim/choose.c" /* NOLINT(bugprone-suspicious-include) */
#undef bg_contact__choose
#include "view/score.h"

#include <stdlib.h>

#define TABLE (-1)  /* the program chooses */
#define ROWS_MAX 60
#define REACH_OF_NEWS 16 /* sentences of the body */

typedef struct row {
    uint32_t contact; /* BG_NONE: a voice that no title tells */
    int voice;        /* index in voices, -1: none speaks */
} row;

static row rows[ROWS_MAX];
static voice voices[VOICES_MAX];
static int row_count, wanted, taken;
static size_t contacts_before;

/* ---- which contacts, which voices */

static unsigned find_voices(bg_claims *c) {
    unsigned count = 0, total = 0;
    bool beside = c->contacts.count || bg_title__has_type(c, "ceremony");
    for (size_t i = 0; i < c->sayings.count && c->body_before[c->sayings.items[i].sentence] < REACH; i++) {
        if (place_of(c, &c->sayings.items[i]) == REACH) continue;
        total++;
        count_saying(c, &c->sayings.items[i], beside, voices, &count);
    }
    for (unsigned i = 0; i < count; i++) weigh_voice(c, &voices[i], total);
    return count;
}

static bool is_of_voice(uint32_t contact) {
    for (int i = 0; i < row_count; i++)
        if (rows[i].voice >= 0 && rows[i].contact == contact) return true;
    return false;
}

static void find_rows(bg_claims *c) {
    unsigned count = find_voices(c);
    row_count = 0;
    for (unsigned i = 0; i < count; i++) rows[row_count++] = (row){voices[i].titled ? (uint32_t)(voices[i].titled - c->contacts.items) : BG_NONE, (int)i};
    for (uint32_t i = 0; i < c->contacts.count && row_count < ROWS_MAX; i++) {
        const bg_contact *contact = &c->contacts.items[i];
        bool near = contact->in_title || bg_contact__position(c, contact) < REACH_OF_NEWS;
        if (near && contact->merged == BG_NONE && !contact->bare && contact->side_count && !is_of_voice(i)) rows[row_count++] = (row){i, -1};
    }
    contacts_before = c->contacts.count;
}

static int row_of(const bg_claims *c, const bg_contact *contact) {
    uint32_t index = (uint32_t)(contact - c->contacts.items);
    for (int i = 0; i < row_count; i++)
        if (rows[i].contact == index || (index >= contacts_before && rows[i].voice >= 0 && is(voices[rows[i].voice].state, contact->sides[0]))) return i;
    return -2;
}

/* ---- what speaks for them */

static void number(const char *name, int value, int least, int most) { printf(" %s=%d", name, value < least ? least : value > most ? most : value); }

static void flag(const char *name, bool on) {
    if (on) printf(" %s", name);
}

static void word(const bg_claims *c, const char *name, uint32_t tok, const bg_sentence *s) {
    bool inside = tok >= s->tok && tok < s->end;
    const bg_token *t = inside ? &c->text->tokens.items[tok] : NULL;
    if (t) printf(" %s=%.*s", name, (int)(t->end - t->start), c->text->bytes + t->start);
}

#define FLAGS(X) \
    X(planned) X(nominal) X(partial) X(in_title) X(in_caption) X(spoken) X(declared) X(past) X(summit) X(arrives) X(invited) X(welcome) X(titled) X(said) X(press) X(pressed) \
    X(cancelled) X(generic) X(pictured) X(passing) X(told) X(orphan) X(both) X(many) X(timed) X(outcome) X(about) X(joint) X(nested) X(tour) X(crowd) X(attended) X(led) X(speaks) \
    X(takes_place) X(held) X(reference) X(wide) X(place) X(place_side) X(link) X(grade)

static void put_flags(const bg_contact *contact) {
#define PUT_FLAG(name) flag(#name, contact->name);
    FLAGS(PUT_FLAG)
#undef PUT_FLAG
}

static void put_title(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *title = bg_title__find(c);
    if (!title) return;
    flag("t.names", bg_title__names(c, title, contact));
    flag("t.sides", bg_title__names_sides(c, title, contact));
    flag("t.others", bg_title__names_others(c, title, contact));
    flag("t.type", bg_title__has_type(c, contact->type));
    flag("t.speaks", bg_title__speaks(c, title, contact->sides[0]));
    flag("t.opens", bg_title__opens_with(c, title, contact->sides[0]));
}

static void put_people(const bg_claims *c, const bg_contact *contact) {
    unsigned rank = 9, by = 0, all = 0;
    for (unsigned i = 0; i < contact->people_count; i++) {
        const bg_person *p = &c->mentions->people.items[contact->people[i].person];
        if (p->rank && p->rank < rank) rank = p->rank;
    }
    for (size_t i = 0; i < c->sayings.count && place_of(c, &c->sayings.items[i]) <= REACH; i++, all++)
        by += c->sayings.items[i].speaker.kind == BG_SPEAKER_ENTITY && bg_contact__has_person(contact, c->sayings.items[i].speaker.entity);
    number("named", (int)bg_contact__named_people(c, contact), 0, 4);
    number("rank", (int)rank, 1, 9);
    number("says", all ? (int)(4 * by / all) : -1, -1, 4);
}

static void put_telling(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    const bg_date *d = bg_contact__date(c, contact);
    number("at", (int)bg_contact__position(c, contact), 0, 9);
    number("sides", (int)contact->side_count, 1, 3);
    number("tellings", (int)contact->evidence.count, 0, 6);
    flag("day", d && d->day), flag("date", d), flag("deictic", d && d->deictic), flag("span", d && d->day2);
    flag("told2", is_told_within(c, contact, 2)), flag("told4", is_told_within(c, contact, LEAD)), flag("time-of", is_time_of(c, contact)), flag("frame", is_frame(c, contact));
    flag("said-in", bg_claims__is_said(c, s, contact->trigger)), flag("of-past", bg_contact__of_past(c, contact)), flag("wished", bg_contact__is_wished(c, contact));
    number("into", (int)(contact->trigger - s->tok) / 10, 0, 4);
    word(c, "w", contact->trigger, s), word(c, "w-1", contact->trigger - 1, s), word(c, "w+1", contact->trigger_end, s);
}

static void put_contact(bg_claims *c, const bg_contact *contact) {
    int f[FEATURES];
    weigh(c, contact, f);
    for (int i = 0; i < FEATURES; i++)
        if (f[i]) printf(" table.%d:%d", i, f[i]);
    printf(" weight:%d type=%s rule=%s", bg_contact__weigh(c, contact), contact->type, contact->rule);
    bool may = bg_contact__may_be_main(c, contact);
    flag("may", may), flag("enough", may && contact->score >= least(c, contact));
    put_flags(contact);
    put_title(c, contact);
    put_people(c, contact);
    put_telling(c, contact);
}

static void put_voice(const bg_claims *c, const voice *v, const bg_contact *best) {
    printf(" voice v.score:%d", v->score);
    number("v.at", (int)v->at, 0, LEAD), number("v.count", (int)v->count, 1, 6);
    flag("v.titled", v->titled), flag("v.speaks", v->speaks), flag("v.leads", v->leads), flag("v.acts", v->acts), flag("v.foreign", v->foreign), flag("v.met", v->met);
    flag("v.abroad", v->abroad), flag("v.named", v->named), flag("v.bold", v->score >= BOLD), flag("v.unanswered", is_unanswered(c, v));
    flag("v.press", bg_saying__faces_press(c, v->first)), flag("v.alone", !best);
    if (best) flag("v.kept", is_kept_by(c, v, best)), flag("v.overrides", overrides(c, v, best)), flag("v.late", is_late(c, v, best));
}

static void put_page(const bg_claims *c) {
    const bg_sentence *title = bg_title__find(c);
    unsigned lead = 0;
    for (size_t i = 0; i < c->sayings.count; i++) lead += c->body_before[c->sayings.items[i].sentence] < SOON;
    printf("G");
    number("p.lead", (int)lead, 0, 4), number("p.says", (int)c->sayings.count / 4, 0, 5), number("p.doubts", (int)c->doubts / 5, 0, 6), number("p.rows", row_count / 2, 0, 6);
    flag("p.untitled", !title), flag("p.onlookers", bg_claims__onlookers_speak(c)), flag("p.weighs", bg_title__weighs(c)), flag("p.incident", bg_title__tells_incident(c));
    if (title) flag("p.asks", bg_title__asks(c, title)), flag("p.explains", bg_title__explains(c, title)), flag("p.two", bg_title__names_two(c, title));
    static const unsigned classes[] = {CLASS_WHO, CLASS_SAY, CLASS_DECLARE, CLASS_CONTACT};
    for (size_t i = 0; title && i < BG_COUNT(classes); i++)
        if (bg_text__any(c->text, title->tok, title->end, classes[i])) printf(" p.class=%u", classes[i]);
    printf("\nT");
    for (uint32_t tok = title ? title->tok : 0; title && tok < title->end; tok++) word(c, "t", tok, title);
    printf("\n");
}

static const char *group_of(const char *type) { return is(type, "statement") ? "S" : bg_type__is(type, BG_TYPE_OF_TWO) ? "M" : is(type, "visit") ? "V" : "O"; }

static void put_rows(bg_claims *c) {
    const bg_contact *best = heaviest(c);
    put_page(c);
    for (int i = 0; i < row_count; i++) {
        const bg_contact *contact = rows[i].contact == BG_NONE ? NULL : &c->contacts.items[rows[i].contact];
        printf("K %s", contact && rows[i].voice < 0 ? group_of(contact->type) : "S");
        if (rows[i].voice >= 0) put_voice(c, &voices[rows[i].voice], best);
        if (contact) put_contact(c, contact);
        flag("heaviest", contact && contact == best);
        printf("\n");
    }
}

/* ---- choosing */

/* Without a voice a title in which a state speaks is told by whoever speaks for it in the lead. */
static bg_contact *made_news(bg_claims *c, const row *r) {
    if (r->voice >= 0) return statement_of(c, &voices[r->voice]);
    bg_contact *contact = &c->contacts.items[r->contact];
    bool speaks = false;
    const bg_saying *s = contact->titled ? lead_speaker(c, contact->sides[0], &speaks) : NULL;
    if (contact->titled && !bg_title__keep_declarer(c, contact) && s) {
        bg_contact__add_voice(c, contact, s);
        if (contact->date == BG_NONE) contact->date = bg_contact__said_day(c, contact, s);
    }
    return contact;
}

/* Instead of the one in choose.c. */
void bg_contact__choose(bg_claims *claims) {
    bg_claims__count_doubts(claims);
    bg_contact *best = NULL;
    if (fill_in(claims)) {
        find_rows(claims);
        if (wanted == TABLE) put_rows(claims);
        best = wanted == TABLE ? pick(claims) : made_news(claims, &rows[wanted]);
    }
    if (wanted == TABLE) taken = best ? row_of(claims, best) : -1;
    if (best) make_main(claims, best);
    drop_words_at_home(claims);
    settle_joint(claims);
}

/* ---- pages */

static int hit(const bg_tally *t, const char *name) {
    for (size_t i = 0; i < t->share_count; i++)
        if (strcmp(t->shares[i].name, name) == 0) return (int)t->shares[i].hits;
    return -1;
}

static void put_outcome(const bg_doc *doc, json_t *gold) {
    bg_tally t = {0};
    bg_case of = {.arena = bg_arena__new(), .doc = "", .gold = gold, .read = doc, .tally = &t};
    bg_buf__init(&t.errors, BG_VIEW_MAX);
    if (of.arena && bg_score__contacts(&of))
        printf("R %d %d %d %d %d %d\n", hit(&t, "main: type"), hit(&t, "main: sides"), hit(&t, "main: date"), hit(&t, "main: status"),
               t.participants.right == t.participants.gold && t.participants.right == t.participants.predicted, hit(&t, "main: whole"));
    bg_buf__free(&t.errors);
    bg_arena__free(of.arena);
}

static void read_as(const bg_data *data, const bg_item *item, int of, json_t *gold) {
    bg_doc *doc = NULL;
    bg_error err;
    wanted = of;
    if (bg_doc_read_item(data, item, &doc, &err) != BG_OK) fprintf(stderr, "%s\n", err.message);
    bool news = false;
    for (size_t i = 0; doc && i < doc->event_count; i++) news |= doc->events[i].main;
    if (of == TABLE) printf("H %d\n", news ? taken : -1);
    if (doc && gold) put_outcome(doc, gold);
    bg_doc_free(doc);
}

static void read_page(const bg_data *data, const char *set, const char *name, const char *path, json_t *gold) {
    bg_input *input = NULL;
    const bg_item *item = NULL;
    bg_error err;
    bool negative = json_is_true(json_object_get(gold, "negative"));
    if (bg_input_open(path, &input, &err) != BG_OK || bg_input_next(input, &item, &err) != BG_OK || !item) fprintf(stderr, "%s: not read\n", path);
    else {
        printf("P\t%s\t%s\t%d\t%s\n", set, name, negative, path);
        row_count = 0, taken = -1;
        read_as(data, item, TABLE, negative ? NULL : gold);
        for (int i = 0, count = row_count; i < count && gold && !negative; i++) read_as(data, item, i, gold);
    }
    bg_input_close(input);
}

int main(void) {
    bg_data *data = NULL;
    bg_error err;
    char *line = NULL;
    size_t room = 0;
    if (bg_data_open(NULL, &data, &err) != BG_OK) return fprintf(stderr, "%s\n", err.message), 1;
    while (getline(&line, &room, stdin) > 0) {
        char *rest = NULL, *set = strtok_r(line, "\t\n", &rest), *name = strtok_r(NULL, "\t\n", &rest), *path = strtok_r(NULL, "\t\n", &rest), *text = strtok_r(NULL, "\n", &rest);
        json_t *gold = text ? json_loads(text, 0, NULL) : NULL;
        if (path) read_page(data, set, name, path, gold);
        json_decref(gold);
    }
    free(line);
    bg_data_close(data);
    return 0;
}
