/*
 * query: what the views ask the record. Everything that is handed out lives in the caller's arena. Failures are returned
 * and stay in the record's slot; call bg_db__start() first.
 */
#ifndef BG_QUERY_H
#define BG_QUERY_H

#include "db.h"

typedef struct bg_row_person {
    const char *name, *office, *country, *role;
    int64_t person; /* the form of the name (people.h); in a brief who it is over all pages; 0: not known */
} bg_row_person;

typedef struct bg_row_contact {
    const char *id, *type, *verb, *grade, *status, *mode, *channel, *start, *end, *place, *sides;
    bool main;
    bg_row_person *people;
    size_t people_count;
    size_t page_count, witness_count; /* pages that tell it; of these, independent ones (reprints.h) */
    bool rejected; /* by people; then it is a contact as one page tells it */
} bg_row_contact;

/* A contact of somebody: its last day, "" if no day is known. */
typedef struct bg_row_day {
    const char *day, *contact;
} bg_row_day;
typedef BG_VEC(bg_row_day) bg_row_days;

typedef struct bg_row_range {
    const char *owner, *field, *text, *rule;
    bg_span span;
} bg_row_range;

/* Another page that is this one, saved once more with the same article or with another. */
typedef struct bg_row_state {
    const char *id, *source, *captured;
    bool copy, newer; /* the same article; an article that is newer than that of this page */
} bg_row_state;

typedef struct bg_row_page {
    const char *id, *sha256, *source, *title, *summary, *published, *published_from, *modified, *modified_from, *outlet, *agency, *reprint_of, *reader, *charset;
    const char *url, *url_from, *captured, *address, *text_key, *copy_of;
    const char *witness, *witness_reason; /* the page its text comes from, where several carry it, and why this one is of them; NULL */
    size_t size;             /* bytes */
    bool is_list, stale;
    bool derived;            /* its text is not its bytes */
    const char *const *authors;
    size_t author_count;
    bg_row_state *states;    /* bg_query__states() */
    size_t state_count;
    bg_item item; /* as it was given, without the bytes */
} bg_row_page;

/* A contact as one page tells it. */
typedef struct bg_row_event {
    const char *id, *page, *reason;
    bg_row_page from; /* that page */
    const char *type, *start, *end, *place, *status, *rule, *verb, *grade, *mode, *channel, *sides;
    bg_row_range *evidence;
    size_t evidence_count;
} bg_row_event;

typedef struct bg_row_statement {
    const char *id, *page, *event;
    const char *speaker, *speaker_office, *speaker_country; /* a name; or speaker_ref alone */
    const char *speaker_ref, *addressee_ref;                /* entity id, "both", "side:VN" */
    const char *addressee;
    const char *act, *strength, *content, *rule;
    bg_span span;
    const char **topics;
    size_t topic_count;
    bool rejected, corrected; /* by people; what was corrected stands in the fields above */
    int64_t row; /* rows.h */
} bg_row_statement;

typedef struct bg_row_entity {
    const char *id, *page, *kind, *name, *office, *country;
} bg_row_entity;

typedef struct bg_row_note {
    const char *page, *source, *reason, *text;
    bg_span span;
    size_t count; /* notes with this reason */
} bg_row_note;

typedef BG_VEC(bg_row_contact) bg_contacts;
typedef BG_VEC(bg_row_event) bg_tellings;
typedef BG_VEC(bg_row_page) bg_pages;
typedef BG_VEC(bg_row_statement) bg_sayings;
typedef BG_VEC(bg_row_range) bg_range_rows;
typedef BG_VEC(bg_row_note) bg_note_rows;

/* How often the same few words were not understood for the same reason. */
typedef struct bg_note_word {
    const char *reason, *text;
    size_t count;
} bg_note_word;
typedef BG_VEC(bg_note_word) bg_note_words;

/* What a list leaves out: dated ones of this day and before; NULL: none. Undated ones. */
typedef struct bg_left_out {
    const char *before;
    bool undated;
} bg_left_out;

/* In order of time. `most`: so many of the latest, and so many that nobody dates; 0: all. */
bool bg_query__contacts(bg_record *record, bg_arena *arena, const bg_filter *filter, size_t most, bg_contacts *out, bg_left_out *left);
/* The rows (day, contact) of a query: each contact once, the latest first, the undated last. */
bool bg_query__days(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_row_days *out);
/* One that was rejected too, by the id of the telling. */
bool bg_query__contact(bg_record *record, bg_arena *arena, const char *id, bg_row_contact *out);
/* The pages that tell a contact, each once: id, source, url, title, published and outlet alone. */
bool bg_query__tellers(bg_record *record, bg_arena *arena, const char *contact, bg_pages *out);
bool bg_query__events(bg_record *record, bg_arena *arena, const char *contact, bg_tellings *out);
/* As they stand: with what people corrected, without those that they rejected. */
bool bg_query__statements(bg_record *record, bg_arena *arena, const char *contact, bg_sayings *out);
bool bg_query__asks(bg_record *record, bg_arena *arena, const char *contact, bg_sayings *out); /* … that ask or invite */
bool bg_query__all_statements(bg_record *record, bg_arena *arena, const char *contact, bg_sayings *out); /* and those */
/* What a page says of a contact and of others of the same sides during it, appended in its order. */
bool bg_query__readout(bg_record *record, bg_arena *arena, const char *page, const char *contact, bg_sayings *out);
bool bg_query__statement(bg_record *record, bg_arena *arena, const char *id, bg_row_statement *out);
bool bg_query__ranges(bg_record *record, bg_arena *arena, const char *page, const char *owner, bg_range_rows *out);
bool bg_query__entity(bg_record *record, bg_arena *arena, const char *id, bg_row_entity *out);
bool bg_query__page(bg_record *record, bg_arena *arena, const char *id, bg_row_page *out);
/* What else was saved from its address: copies, and other states of it in the order in which they were saved. */
bool bg_query__states(bg_record *record, bg_arena *arena, bg_row_page *page);
/* "Tô Lâm" → ["to","lam"] */
void bg_query__words(const char *name, bg_buf *out);
/* "VN, ru" → ["VN","RU"] */
void bg_query__codes(const char *list, bg_buf *out);
/* Notes by reason, the most frequent first, at most `examples` of each reason. */
bool bg_query__notes(bg_record *record, bg_arena *arena, size_t examples, bg_note_rows *out);
/* Of notes that are no longer than `most` letters, by reason, the most frequent words first; of words that differ in capitals alone the first in their order. */
bool bg_query__note_words(bg_record *record, bg_arena *arena, size_t most, bg_note_words *out);
/* The page of an entity, event or statement, copied into `out` (an id). */
bool bg_query__page_of(bg_record *record, const char *id, char out[18]);
/* The title or paragraph that holds this range, and its own range. Neither: *text is NULL. */
bool bg_query__block(bg_record *record, bg_arena *arena, const char *page, bg_span within, const char **text, bg_span *span);

/*
 * The one id that begins with `prefix`, copied into `out`. For a contact as one page tells it, `contact` (may be NULL)
 * gets the contact's id. Errors: BG_E_NOTFOUND, BG_E_USAGE (several).
 */
bool bg_query__resolve(bg_record *record, const char *prefix, char out[18], char contact[18]);

/* The stored bytes of a page and its text (the same buffer's bytes if they do not differ). False sets the slot, with
 * *damaged true if the stored page itself is at fault. */
bool bg_query__page_bytes(bg_record *record, const char *page, bg_buf *bytes, bg_buf *text, bool *damaged);

#endif
