/* matter_told: what somebody tells that both agreed, or that his own state gives, in an act that is none of these; and that a guest will come. */
#include "matters.h"

#define SUBJECT_MOST 14 /* words of who did it */
#define VIEW_WORDS 14   /* from what is affirmed to the word that says how it is */
#define OWN_NEAR 3      /* words of the name of the state that gives */
#define UNSAID_NEAR 8   /* words before a promise that say that it is none */
#define ACCEPTS_MOST 12 /* words with which one accepts an invitation, when he will come and all */
#define SENTENCES_ON 2  /* from an invitation to that */

/* The first verb of an act in what is told, behind who did it: who is named there, is it both? BG_NONE. */
static uint32_t inner_act(const bg_matters *m, const bg_saying *said, unsigned *count, const char *named[BG_MATTER_SIDES], bool *both) {
    for (uint32_t i = said->tok; i < said->end && i < said->tok + SUBJECT_MOST; i++) {
        uint32_t say = bg_text__at(m->text, i, CLASS_SAY);
        if (say == BG_NONE) continue;
        *both = bg_text__any(m->text, said->tok, i, CLASS_BOTH);
        *count = bg_matter__parties(m, said->tok, i, named);
        return i == said->tok || bg_text__any(m->text, said->tok, i, CLASS_NEGATION) || bg_text__any(m->text, said->tok, i, CLASS_CONDITION) ? BG_NONE : say;
    }
    return BG_NONE;
}

static bool begins_deed(const bg_matters *m, uint32_t tok, uint32_t end) {
    return tok < end && (bg_text__is(m->text, tok, CLASS_ACTION) || bg_text__is(m->text, tok, CLASS_BEGINS));
}

/* "cho biết hai nước thống nhất …", "… hai bên đã khẳng định đẩy mạnh …": what both, or the two that he names, agreed. */
static bool take_agreed(bg_matters *m, const bg_statement *s, const bg_saying *said, bg_matter *made, uint32_t say, unsigned count, const char *named[BG_MATTER_SIDES], bool both) {
    const bg_mark *verb = &m->text->marks.items[say];
    const char *act = bg_mark__get(m->text, verb, KEY_VALUE);
    bool agrees = is(act, "agrees") || (is(act, "affirms") && both && begins_deed(m, verb->end, said->end));
    if (!agrees || !(both || count == 2)) return false;
    made->kind = "agreement", made->grade = "agree", made->bound = "both", made->rule = "matter.agreed";
    if (count == 2 ? bg_matter__set_sides(made, named[0], named[1]) : bg_matter__find_sides(m, s, said, made)) bg_matter__take_list(m, made, verb->end, said->end);
    return true;
}

/* The other state right behind "hỗ trợ", by itself or by a place in it. */
static const char *helped(const bg_matters *m, uint32_t tok, uint32_t end) {
    uint32_t place = tok < end ? bg_text__at(m->text, tok, CLASS_PLACE) : BG_NONE;
    const char *country = tok < end ? bg_matter__party_at(m, tok) : NULL;
    return country || place == BG_NONE ? country : bg_mention__country(m->claims->mentions, &m->text->marks.items[place]);
}

/* "nhấn mạnh … và nước này sẵn sàng hỗ trợ B …", "tuyên bố A viện trợ B …": what his own state does for the other. */
static void take_gift(bg_matters *m, const bg_saying *said, const char *own, bg_matter *made) {
    for (uint32_t i = bg_text__first(m->text, said->tok, said->end, CLASS_GIVES); i != BG_NONE; i = bg_text__after(m->text, i, said->end, CLASS_GIVES)) {
        const bg_mark *gives = &m->text->marks.items[i];
        uint32_t cue = gives->tok > said->tok ? bg_text__ends_at(m->text, said->tok, gives->tok, CLASS_PLEDGECUE, UNSAID_NEAR) : BG_NONE;
        bool own_does = gives->tok > said->tok && gives->tok <= said->tok + OWN_NEAR && is(bg_matter__party_at(m, said->tok), own);
        uint32_t from = gives->tok > said->tok + UNSAID_NEAR ? gives->tok - UNSAID_NEAR : said->tok;
        const char *whom = helped(m, gives->end, said->end), *named[BG_MATTER_SIDES];
        if (!whom || (cue == BG_NONE && !own_does) || !bg_matter__set_sides(made, own, whom) || bg_matter__is_unsaid(m, from, gives->tok)) continue;
        if (bg_matter__parties(m, from, gives->tok, named) && !is(named[0], own)) continue;
        made->kind = "pledge", made->grade = "pledge", made->bound = own, made->towards = whom, made->rule = "matter.gift";
        bg_matter__take_list(m, made, gives->tok, said->end);
        return;
    }
}

/* "Hai bên khẳng định tăng cường …" at their contact; not "… hợp tác quốc phòng là một trụ cột". */
static bool is_affirmed(const bg_matters *m, const bg_statement *s, const bg_saying *said) {
    uint32_t last = said->tok + VIEW_WORDS < said->end ? said->tok + VIEW_WORDS : said->end;
    if (s->speaker.kind != BG_SPEAKER_BOTH || s->event < 0 || !is(s->act, "affirms") || !begins_deed(m, said->tok, said->end)) return false;
    return !bg_text__any(m->text, said->tok, last, CLASS_EQUALS);
}

void bg_matter__take_indirect(bg_matters *m, size_t index) {
    const bg_statement *s = &m->doc->statements[index];
    const bg_saying *said = &m->claims->sayings.items[index];
    const char *named[BG_MATTER_SIDES], *own = bg_matter__country(m, &s->speaker);
    bg_matter made = {.statement = (int32_t)index, .event = s->event, .evidence = s->evidence};
    unsigned count = 0;
    bool both = false;
    if (bg_matter__kind(s) || said->tok >= said->end) return;
    if (is_affirmed(m, s, said)) {
        made.kind = "agreement", made.grade = "agree", made.bound = "both", made.rule = "matter.affirmed";
        if (bg_matter__find_sides(m, s, said, &made)) bg_matter__take_list(m, &made, said->tok, said->end);
        return;
    }
    uint32_t say = inner_act(m, said, &count, named, &both);
    if (say != BG_NONE && take_agreed(m, s, said, &made, say, count, named, both)) return;
    if (own && !bg_matter__is_private(m, s, said)) take_gift(m, said, own, &made);
}

void bg_matter__take_acceptance(bg_matters *m, size_t index) {
    const bg_statement *s = &m->doc->statements[index];
    const bg_saying *said = &m->claims->sayings.items[index];
    const char *own = bg_matter__country(m, &s->speaker);
    const bg_matter *invitation = m->out.count ? &m->out.items[m->out.count - 1] : NULL;
    if (!invitation || !is(invitation->kind, "invitation") || invitation->statement < 0 || !is(invitation->bound, own) || !is(bg_matter__kind(s), "agreement")) return;
    uint32_t invited = m->claims->sayings.items[invitation->statement].sentence;
    if (invitation->statement >= (int32_t)index || said->sentence > invited + SENTENCES_ON || said->tok >= said->end || said->end > said->tok + ACCEPTS_MOST) return;
    bg_matter made = {.statement = (int32_t)index, .event = s->event, .evidence = s->evidence, .rule = "matter.accepted", .kind = "agreement", .grade = "agree", .bound = own,
                      .towards = invitation->towards, .actor = invitation->actor};
    if (!bg_matter__set_sides(&made, invitation->sides[0], invitation->sides[1])) return;
    bg_matter__describe(m, said->tok, said->end, &made);
    made.about = invitation->about, made.keys = invitation->keys, made.key_count = invitation->key_count; /* "vui vẻ nhận lời" names nothing */
    bg_matter__push(m, &made);
}
