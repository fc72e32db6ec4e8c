/* voice: the state, or the body of states, that speaks where the page begins. What it says may be the page's news. */
#include "voice.h"

#define VOICES_MAX 8
#define LEADERS 3     /* rank of ministers and above */
#define OFFICIALS 4   /* rank of those who speak for a state though their office has no channel */

/* "nhà lãnh đạo Triều Tiên A": who heads a state is so called where the page gives him no title. */
bool bg_person__leads_state(const bg_person *p) {
    const char *country = bg_person__country(p);
    return p->leader && p->name && country && !bg_side__is_body(country);
}

/* An office that speaks for a state, be it that of its coast guard's spokesman; no expert, artist or reporter, no mayor. */
bool bg_person__is_official(const bg_person *p) {
    if (!p->office_count || is(p->channel, "people") || is(p->channel, "local")) return false;
    return p->channel || p->voice || (p->rank && p->rank <= OFFICIALS);
}

#define APPOSED 2 /* a comma, and the first word of an office he held */

/* "Cựu đại sứ A", "ông A, cựu đại sứ": is the person at the token named by an office he held? */
static bool is_former(const bg_claims *c, const bg_mark *who) {
    uint32_t end = who->end;
    if (end < c->text->tokens.count && c->text->tokens.items[end].flags & BG_TOK_PUNCT) end += APPOSED;
    for (uint32_t tok = who->tok; tok < end && tok < c->text->tokens.count; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_OFFICEMOD);
        if (m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "former")) return true;
        if (bg_text__at(c->text, tok, CLASS_OFFICE) != BG_NONE) return false; /* "Đại sứ A, cựu thống đốc" */
    }
    return false;
}

/* "Cựu đại sứ A cho rằng …": he speaks for nobody. */
bool bg_saying__is_of_former(const bg_claims *c, const bg_saying *s) {
    uint32_t who = s->speaker_tok == BG_NONE ? BG_NONE : bg_text__at(c->text, s->speaker_tok, CLASS_WHO);
    return who != BG_NONE && is_former(c, &c->text->marks.items[who]);
}

void bg_claims__note_former(bg_claims *c) {
    for (size_t i = 0; i < c->text->sentences.count && c->body_before[i] < REACH; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_WHO); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_WHO)) {
            const bg_mark *who = &c->text->marks.items[m];
            if (who->ref != BG_NONE && is_former(c, who)) c->mentions->people.items[who->ref].former = true;
        }
    }
}

/* The state that speaks out in the title, NULL: none. */
static const char *declarer(const bg_claims *c) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++)
        if (c->contacts.items[i].titled && c->contacts.items[i].side_count) return c->contacts.items[i].sides[0];
    return NULL;
}

const char *bg_saying__state(const bg_claims *c, const bg_saying *s) {
    const bg_person *p = bg_saying__person(c, s);
    if (p && p->spokesperson && !bg_person__country(p) && !c->body_before[s->sentence]) return declarer(c); /* "người phát ngôn Bộ Ngoại giao" */
    if (p) return (bg_person__is_official(p) || bg_person__leads_state(p)) && !p->former ? bg_person__country(p) : NULL;
    return s->speaker.kind == BG_SPEAKER_SIDE ? s->speaker.side : NULL;
}

uint32_t bg_saying__begins(const bg_claims *c, const bg_saying *s) {
    uint32_t at = s->sentence;
    while (at && c->text->sentences.items[at].tok > s->tok) at--;
    return at;
}

unsigned bg_saying__place(const bg_claims *c, const bg_saying *s) {
    const bg_sentence *sentence = &c->text->sentences.items[s->sentence];
    return sentence->title || sentence->caption || c->body_before[s->sentence] > REACH ? REACH : c->body_before[s->sentence];
}

/* Does a body of the foreign service stand before the content, or, behind "…", where it is told who speaks? */
static bool is_foreign_service(const bg_claims *c, const bg_saying *s) {
    const bg_person *p = bg_saying__person(c, s);
    if (p) return is(p->channel, "foreign_ministry");
    const bg_sentence *sentence = &c->text->sentences.items[s->sentence];
    bool behind = s->speaker_tok != BG_NONE && s->speaker_tok > s->tok && s->speaker_tok < sentence->end;
    for (uint32_t tok = behind ? s->speaker_tok : sentence->tok; tok < (behind ? sentence->end : s->tok); tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const bg_mark *mark = &c->text->marks.items[m];
            if (mark->klass == CLASS_SIDE && is(bg_mention__country(c->mentions, mark), s->speaker.side) &&
                is(bg_mark__get(c->text, mark, KEY_CHANNEL), "foreign_ministry")) return true;
        }
    return false;
}

/* "… một ngày sau khi ông A tuyên bố …": said before what the page tells. */
bool bg_saying__is_before(const bg_claims *c, const bg_saying *s) {
    uint32_t first = c->text->sentences.items[s->sentence].tok;
    if (s->speaker_tok == BG_NONE || s->speaker_tok < first + 3) return false; /* a sentence that opens so tells it */
    uint32_t m = bg_text__ends_at(c->text, first + 1, s->speaker_tok, CLASS_SINCE, 3);
    return m != BG_NONE && bg_text__is(c->text, c->text->marks.items[m].tok, CLASS_TIMEOF);
}

/* Beside another contact words count where they end with who says them. */
static void count_saying(const bg_claims *c, const bg_saying *s, bool beside, bg_voice voices[], unsigned *count) {
    const char *state = bg_saying__state(c, s);
    unsigned at = beside ? bg_saying__place(c, s) : c->body_before[bg_saying__begins(c, s)], i = 0;
    while (i < *count && !is(voices[i].state, state)) i++;
    if (!state || (i == *count && (*count == VOICES_MAX || at >= LEAD))) return;
    if (i == *count) voices[(*count)++] = (bg_voice){.state = state, .first = s, .at = at};
    voices[i].count++;
    if (at >= LEAD) return;
    const bg_person *p = bg_saying__person(c, s);
    voices[i].foreign |= is_foreign_service(c, s);
    if (p && p->name && !voices[i].named && !bg_saying__is_before(c, s)) voices[i].named = s;
    voices[i].leads |= p && p->name && ((p->rank && p->rank <= LEADERS) || bg_person__leads_state(p)) && at < AT_ONCE;
}

bool bg_contact__is_quoted(const bg_claims *c, const bg_contact *contact) { return contact->said && !contact->in_title && bg_contact__position(c, contact) >= SOON; }

/* What the state's speaker did with others, where the opening tells it; NULL: nothing. */
static bg_contact *find_met(bg_claims *c, const bg_voice *v) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && v->named; i++) {
        bg_contact *contact = &c->contacts.items[i];
        if (contact->merged != BG_NONE || contact->bare || contact->planned || contact->told || contact->side_count < 2) continue;
        if (bg_contact__is_quoted(c, contact) || !bg_type__is(contact->type, BG_TYPE_OF_TWO) || bg_contact__named_people(c, contact) < 2 || bg_contact__position(c, contact) >= LEAD) continue;
        if (bg_contact__has_person(contact, v->named->speaker.entity)) return contact;
    }
    return NULL;
}

static bool names_other(const bg_claims *c, const bg_sentence *s, const char *state) {
    if (bg_text__any(c->text, s->tok, s->end, CLASS_STATES)) return true; /* "các nước láng giềng" */
    for (uint32_t tok = s->tok; tok < s->end; tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const char *other = bg_mention__country(c->mentions, &c->text->marks.items[m]);
            if (other && !is(other, state) && !bg_claims__in_name(c, s, &c->text->marks.items[m])) return true;
        }
    return false;
}

bool bg_claims__looks_abroad(const bg_claims *c, const char *state, uint32_t speaks) {
    for (uint32_t i = 0; i < c->text->sentences.count && (c->body_before[i] < SOON || i <= speaks); i++)
        if (names_other(c, &c->text->sentences.items[i], state)) return true;
    return false;
}

/* … the state; NULL: any, or an organisation? */
static bool title_names(const bg_claims *c, const bg_sentence *title, const char *state) {
    for (uint32_t tok = title->tok; tok < title->end; tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const char *named = bg_mention__country(c->mentions, &c->text->marks.items[m]);
            if (named && (!state || is(named, state))) return true;
        }
    return false;
}

/* "A và B yêu cầu C": B speaks as well. */
static bool declares_beside(const bg_claims *c, const bg_contact *titled, const char *state) {
    uint32_t verb = bg_text__at(c->text, titled->trigger, CLASS_DECLARE);
    if (verb == BG_NONE || !bg_mark__get(c->text, bg_claims__mark(c, verb), KEY_TO)) return false;
    uint32_t m = titled->object == BG_NONE ? BG_NONE : bg_text__at(c->text, titled->object, CLASS_SIDE);
    const char *to = m == BG_NONE ? NULL : bg_mention__country(c->mentions, bg_claims__mark(c, m));
    return is(titled->rule, "contact.declares-joint") && to && bg_contact__has_side(titled, state) && !is(to, state);
}

static bg_contact *titled_of(bg_claims *c, const char *state) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        bg_contact *titled = &c->contacts.items[i];
        if (titled->titled && titled->side_count && (is(titled->sides[0], state) || declares_beside(c, titled, state))) return titled;
    }
    return NULL;
}

/* "Syria: nỗi lo …": a state before the colon that does not speak as the page begins is where it happens. */
static bool is_topic(const bg_voice *v) {
    return v->titled && is(v->titled->rule, "contact.declares-quoted") && !v->titled->people_count && v->at >= AT_ONCE;
}

/* Does the title ask? Not "A nói gì về B?" where one who speaks for A answers: it announces his words. */
static bool asks(const bg_claims *c, const bg_voice *v, const bg_sentence *title) {
    return bg_title__asks(c, title) && !(v->speaks && bg_text__any(c->text, title->tok, title->end, CLASS_SAIDWHAT));
}

/* What the title gives a voice; one that explains or asks takes away. */
static int weigh_title(const bg_claims *c, const bg_sentence *title, bg_voice *v) {
    int names = title_names(c, title, v->state) + bg_title__names_two(c, title);
    if (is_topic(v)) v->titled = NULL;
    else v->speaks = v->titled || bg_title__speaks(c, title, v->state);
    if (bg_title__explains(c, title)) {
        v->speaks = false;
        return names - 6;
    }
    return names + (v->titled ? 4 : 0) + (v->speaks && bg_title__speaks(c, title, v->state) ? 2 : 0) - (asks(c, v, title) ? 4 : 0);
}

static void weigh(bg_claims *c, bg_voice *v, unsigned total) {
    const bg_sentence *title = bg_title__find(c);
    v->titled = titled_of(c, v->state);
    v->met = find_met(c, v);
    v->abroad = bg_claims__looks_abroad(c, v->state, v->first->sentence);
    bool news = title && !asks(c, v, title) && !bg_title__explains(c, title) && !bg_title__weighs(c);
    v->acts = news && !v->at && 2 * v->count > total && bg_title__names_two(c, title) && bg_title__opens_with(c, title, v->state);
    v->score = 3 - (int)v->at + (int)(5 * v->count / total) + (int)(v->count < 4 ? v->count : 4) / 2 + (v->foreign ? 2 : 0);
    v->leads &= title && !asks(c, v, title) && title_names(c, title, v->state) && bg_title__names_two(c, title) && 2 * v->count > total;
    if (title) v->score += weigh_title(c, title, v);
}

/* The heaviest of those who speak in the lead; false: nobody. */
static bool find(bg_claims *c, const bg_contact *best, bg_voice *found) {
    bg_voice voices[VOICES_MAX];
    unsigned count = 0, total = 0;
    bool beside = best || bg_title__has_type(c, "ceremony"); /* "… trong tiệc chiêu đãi B" */
    *found = (bg_voice){0};
    for (size_t i = 0; i < c->sayings.count && c->body_before[c->sayings.items[i].sentence] < REACH; i++) {
        if (bg_saying__place(c, &c->sayings.items[i]) == REACH) continue;
        total++;
        count_saying(c, &c->sayings.items[i], beside, voices, &count);
    }
    for (unsigned i = 0; i < count; i++) {
        weigh(c, &voices[i], total);
        if (!found->state || voices[i].score > found->score) *found = voices[i];
    }
    return count > 0;
}

#define ENOUGH 8 /* score of a voice that is the news of a page without another contact */
#define BOLD 12  /* … beside another contact */

static bg_contact *statement_of(bg_claims *c, const bg_voice *v) {
    bg_contact *statement = v->titled && v->titled->merged == BG_NONE ? v->titled : bg_contact__add_statement(c, v->named ? v->named : v->first, "contact.voice");
    if (!statement) return NULL;
    bool declarer = bg_title__keep_declarer(c, statement);
    statement->planned = false;
    if (v->named && !declarer) bg_contact__add_voice(c, statement, v->named);
    if (statement->date == BG_NONE) statement->date = bg_contact__said_day(c, statement, v->first);
    if (statement->date == BG_NONE && v->named && !bg_saying__is_earlier(c, v->named)) statement->date = bg_contact__said_day(c, statement, v->named);
    return statement;
}

/* "Thủ tướng A: …" in the title, and in the lead that he wrote or spoke, at whatever: his words follow as they are. */
static bg_contact *words_of(bg_claims *c) {
    const bg_sentence *title = bg_title__find(c);
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && title && !bg_title__explains(c, title) && !bg_title__asks(c, title); i++) {
        bg_contact *contact = &c->contacts.items[i];
        if (!contact->titled || contact->merged != BG_NONE || !contact->people_count || !contact->side_count) continue;
        const bg_person *p = &c->mentions->people.items[contact->people[0].person];
        if (!p->name || !((p->rank && p->rank <= LEADERS) || bg_person__leads_state(p)) || bg_contact__position(c, contact) >= AT_ONCE) continue;
        if (bg_claims__looks_abroad(c, contact->sides[0], 0)) return contact;
    }
    return NULL;
}

/* "Sự trở lại ngoạn mục", "A từ chối B?": the title names nobody, or asks, and the lead does not begin with the answer. */
static bool is_unanswered(const bg_claims *c, const bg_voice *v) {
    const bg_sentence *title = bg_title__find(c);
    if (!title) return false;
    return (!v->speaks && !title_names(c, title, NULL) && !is_foreign_service(c, v->first)) || (v->at >= AT_ONCE && asks(c, v, title));
}

bg_contact *bg_contact__voice(bg_claims *c, const bg_contact *best) {
    bg_voice v;
    bg_contact *words = best ? NULL : words_of(c);
    if (words) return words;
    if (!find(c, best, &v) || !v.abroad || bg_voice__is_kept(c, &v, best)) return NULL;
    if (best && bg_contact__is_forum(c, best)) return NULL;
    if (bg_title__tells_incident(c) && !(v.speaks && (v.foreign || v.leads))) return NULL;
    if (!v.speaks && !(v.foreign && v.at < AT_ONCE) && !v.leads && !v.acts) return NULL;
    if (!best && is_unanswered(c, &v)) return NULL;
    if (!best && !v.speaks && bg_claims__doubts(c)) return NULL;
    if (v.score < (best && v.titled && !bg_voice__is_quoted_title(&v) && !bg_voice__denies(c, &v) ? BOLD : ENOUGH)) return NULL;
    if (best && !bg_voice__has_content(c, &v, best) && !bg_voice__overrides(c, &v, best)) return NULL;
    if (!best && v.met && bg_contact__is_frame(c, v.met) && bg_contact__position(c, v.met) < AT_ONCE) return v.met; /* "Trong cuộc điện đàm với B, A nói …" */
    return statement_of(c, &v);
}

/* Of the foreign service, or of an organisation. */
static bool speaks_for(const bg_person *p, const char *state) {
    return p->name && !p->historic && bg_person__is_official(p) && is(bg_person__country(p), state) && (is(p->channel, "foreign_ministry") || strlen(state) != 2);
}

/* "Phát ngôn viên Bộ Ngoại giao" in the lead, named below: does nobody but such a one take part? */
static bool lacks_name(const bg_claims *c, const bg_contact *statement) {
    if (!statement->people_count) return true;
    const bg_person *p = &c->mentions->people.items[statement->people[0].person];
    return statement->people_count == 1 && !p->name && p->spokesperson;
}

/* "Bộ Quốc phòng A tuyên bố …" in the lead: another ministry than the foreign one speaks. */
static bool speaks_other_ministry(const bg_claims *c, const char *state) {
    for (size_t i = 0; i < c->sayings.count; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const bg_sentence *sentence = &c->text->sentences.items[s->sentence];
        if (s->speaker.kind != BG_SPEAKER_SIDE || !is(s->speaker.side, state) || sentence->title || sentence->caption || c->body_before[s->sentence] >= AT_ONCE) continue;
        for (uint32_t m = bg_text__first(c->text, sentence->tok, s->tok, CLASS_SIDE); m != BG_NONE; m = bg_text__after(c->text, m, s->tok, CLASS_SIDE)) {
            const char *channel = bg_mark__get(c->text, &c->text->marks.items[m], KEY_CHANNEL);
            if (channel && (is(channel, "defence") || is(channel, "ministry") || is(channel, "security"))) return true;
        }
    }
    return false;
}

/* A state speaks in the title, or a spokesperson in the lead, and nobody is named there: the first of the foreign service who speaks below. */
void bg_contact__add_speaker(const bg_claims *c, bg_contact *statement) {
    if (!is(statement->type, "statement") || !statement->side_count || !lacks_name(c, statement) || speaks_other_ministry(c, statement->sides[0])) return;
    for (size_t i = 0; i < c->sayings.count && c->body_before[c->sayings.items[i].sentence] < REACH; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const bg_person *p = bg_saying__person(c, s);
        if (bg_saying__place(c, s) == REACH || !p || !speaks_for(p, statement->sides[0]) || (statement->people_count && !p->spokesperson)) continue;
        statement->people_count = 0;
        bg_contact__add_voice(c, statement, s);
        return;
    }
}

/* Who speaks for the state that declares something, when neither title nor lead names him: the one official of it whom the opening quotes by name. */
void bg_contact__add_spokesman(const bg_claims *c, bg_contact *statement) {
    const bg_saying *found = NULL;
    if (!is(statement->type, "statement") || statement->people_count || !statement->side_count || speaks_other_ministry(c, statement->sides[0])) return;
    for (size_t i = 0; i < c->sayings.count; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const bg_person *p = bg_saying__place(c, s) < REACH ? bg_saying__person(c, s) : NULL;
        if (!p || !p->name || bg_person__leads_state(p) || !is(bg_saying__state(c, s), statement->sides[0])) continue;
        if (found && found->speaker.entity != s->speaker.entity) return;
        found = s;
    }
    if (found) bg_contact__add_voice(c, statement, found);
}
