/*
 * banggiao: read Vietnamese diplomatic news pages and keep the record.
 *
 * This header is the manual of the library. The command line uses nothing else.
 *
 * Conventions
 *   - Text is UTF-8 and never copied out of the page without need: a fact points to it with a bg_span, a half-open
 *     range of byte offsets into the page's text (for a page of UTF-8 text: the file's own bytes). bg_doc_origin() leads to the bytes.
 *   - `const char *` fields are NUL-terminated, UTF-8, owned by the object that holds them, and NULL where the page
 *     does not say. A span whose end is 0 means "no such text".
 *   - A function that can fail returns BG_OK (0) or a bg_code and, if `err` is not NULL, fills it. Input that
 *     cannot be understood is not an error: it becomes a bg_note of the document.
 *   - Threads: a bg_data is immutable after bg_data_open() and may be shared. Every other object belongs to one
 *     thread at a time. There is no global mutable state.
 */
#ifndef BANGGIAO_H
#define BANGGIAO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define BG_VERSION "0.1.0"
#define BG_SCHEMA "banggiao/1"

/* ------------------------------------------------------------------ errors */

/* Codes are grouped with gaps and never renumbered. bg_code_exit() maps them to exit statuses. */
typedef enum bg_code {
    BG_OK = 0,
    BG_E_NOMEM = 10,      /* out of memory, or a bounded buffer is full */
    BG_E_INTERNAL = 11,   /* a broken promise of the library itself */
    BG_E_USAGE = 20,      /* the caller asked for something that does not exist */
    BG_E_NOTFOUND = 21,   /* no such fact, page or person */
    BG_E_OPEN = 30,       /* a file cannot be opened or read */
    BG_E_EMPTY = 31,      /* the page holds no text */
    BG_E_UTF8 = 32,       /* not UTF-8, and no other charset can be told; byte says where */
    BG_E_BINARY = 33,     /* NUL or control bytes; byte says where */
    BG_E_TOOBIG = 34,     /* larger than BG_PAGE_MAX, or unpacks to more */
    BG_E_DAMAGED = 35,    /* an archive or a saved page whose parts do not hold together; byte says where */
    BG_E_RECORD = 40,     /* the record cannot be opened, read or written */
    BG_E_RECORD_TYPE = 41,/* the file is not a banggiao record */
    BG_E_RECORD_NEWER = 42,/* written by a newer version */
    BG_E_RECORD_BUSY = 43,/* another process is writing */
    BG_E_RECORD_FULL = 44,/* the disk is full, or a file may not grow */
    BG_E_DATA = 50        /* a lexicon or grammar file is wrong; message names file and line */
} bg_code;

#define BG_PAGE_MAX ((size_t)256 << 20) /* bytes a page may have */

typedef struct bg_error {
    bg_code code;
    size_t byte;       /* offset of the first offending byte in the input, or (size_t)-1 */
    char message[480]; /* what failed, in English, lower case, no full stop; names the file where there is one */
} bg_error;

/* Exit status of a command that ends with `code`: 0, 2, 3, 4 or 5. */
int bg_code_exit(bg_code code);

/* ------------------------------------------------------------------ ranges */

typedef struct bg_span {
    uint32_t start; /* offset of the first byte */
    uint32_t end;   /* offset after the last byte; 0 = no text */
} bg_span;

/* ------------------------------------------------------------------ knowledge */

typedef struct bg_data bg_data; /* compiled lexicon and grammar; immutable */

/*
 * Open the knowledge compiled into the library, with the lexicon and grammar files of `overlay_dir` laid on top
 * (same layout as data/vi; NULL for none). An overlay line whose phrase and class exist already replaces them.
 *   out  receives an object owned by the caller; release with bg_data_close().
 * Errors: BG_E_DATA (message has file:line), BG_E_OPEN, BG_E_NOMEM.
 */
bg_code bg_data_open(const char *overlay_dir, bg_data **out, bg_error *err);
void bg_data_close(bg_data *data); /* NULL allowed */

/* ------------------------------------------------------------------ what a page says */

typedef enum bg_block_kind {
    BG_BLOCK_PARAGRAPH,
    BG_BLOCK_HEADING,
    BG_BLOCK_QUOTE,
    BG_BLOCK_CAPTION,
    BG_BLOCK_CREDIT
} bg_block_kind;

typedef struct bg_block {
    bg_block_kind kind;
    bg_span span;
} bg_block;

/* A line or block that is not the article, and the id of the reason (see data/vi/lexicon/furniture.txt). */
typedef struct bg_dropped {
    bg_span span;
    const char *reason;
} bg_dropped;

typedef struct bg_article {
    const char *source; /* the name the caller gave */
    const char *url;      /* the page's own address */
    const char *url_from; /* who states it: "container", "canonical", "og:url", "json-ld", "base" */
    const char *captured; /* when the page was saved: YYYY-MM-DDThh:mm:ssZ */
    const char *title;
    bg_span title_span;
    const char *summary; /* sapo: what HTML pages mark as such; it is also a paragraph of the body */
    bg_span summary_span;
    const char *published; /* YYYY-MM-DD or YYYY-MM-DDThh:mm:ss+07:00, as the page states it */
    bg_span published_span;
    const char *published_from; /* "json-ld", "meta:article:published_time", "itemprop:datePublished", "time", "visible", "container", "url" */
    const char *modified;       /* the same of its last change; NULL: the page says nothing of one */
    const char *modified_from;
    const char *const *authors; /* names of persons, as the page writes them */
    size_t author_count;
    const char *outlet;
    const char *agency; /* e.g. "TTXVN", "Vietnamplus.vn" */
    bg_span agency_span;
    const char *reprint_of; /* address of the original */
    bg_span reprint_span;
    const char *lang; /* "vi" */
    const char *profile; /* the profile of its outlet (data/sites) */
    bool profile_fits;   /* false: the page is not built as the profile says, and was read without it */
    const char *next; /* address of the page on which the article goes on; NULL: it ends here, or nobody says that it does not */
    bool is_list; /* a page of links to articles, no article */
    const bg_block *body; /* in the order of the page; the title is not among them */
    size_t body_count;
    const bg_dropped *dropped; /* in the order of the page */
    size_t dropped_count;
} bg_article;

typedef enum bg_entity_kind {
    BG_PERSON,
    BG_BODY,
    BG_COUNTRY,
    BG_PLACE,
    BG_AGREEMENT,
    BG_MECHANISM,
    BG_OCCASION
} bg_entity_kind;

/* Somebody or something the page names. Index in bg_doc.entities + 1 is the number of its id: "e1", "e2", … */
typedef struct bg_entity {
    bg_entity_kind kind;
    const char *name;          /* a person without a name has NULL here and an office */
    const char *office;        /* the fullest office the page gives, without the country */
    const char *const *offices; /* every form of office seen */
    size_t office_count;
    const char *alias;   /* another word for one of the offices ("ngoại trưởng": "bộ trưởng ngoại giao"); NULL: none */
    unsigned rank;       /* of that office: 1 leads a state, a party or a government … 9 a common noun; 0 not known */
    const char *country; /* ISO 3166-1 alpha-2, or an organisation's code such as "ASEAN" */
    const bg_span *mentions;
    size_t mention_count;
} bg_entity;

/* Why one field of a fact is what it is. */
typedef struct bg_field {
    const char *name; /* "type", "start", "place", "speaker", … as in the JSON */
    bg_span span;     /* the words it was read from */
    const char *rule; /* permanent rule id */
} bg_field;

typedef struct bg_participant {
    uint32_t entity;  /* index in bg_doc.entities */
    const char *role; /* host, guest, sender, recipient, participant, companion */
    bg_span span;
} bg_participant;

/* A contact between sides. docs/architecture.md has the Vietnamese words for the vocabularies. */
typedef struct bg_event {
    bool main;           /* the one that the page is written to report; at most one a page */
    const char *type;    /* visit talks meeting call consultation dialogue committee_session letter signing ceremony credentials award
                            conference aid statement other */
    const char *verb;    /* the words that named it, as written */
    const char *grade;   /* state, official, working, friendly, private */
    bool summit;         /* the words say that those meet who lead the states */
    const char *status;  /* held, planned */
    const char *mode;    /* in_person, phone, online, letter */
    const char *channel; /* party state government parliament foreign_ministry ministry defence security local people */
    const char *start;   /* YYYY-MM-DD, YYYY-MM, YYYY, --MM-DD, --MM: as precise as the page is, never more */
    const char *end;     /* last day of what lasts, in the same forms; NULL: one day, or not told */
    bg_span date_span;
    const char *place;
    const char *place_country; /* in which it is, as far as the lexicon knows */
    bg_span place_span;
    const char *const *sides; /* codes as in bg_entity.country, each once, in the order they were found */
    size_t side_count;
    const bg_participant *participants;
    size_t participant_count;
    const bg_span *evidence; /* the sentences it was read from */
    size_t evidence_count;
    const bg_field *fields;
    size_t field_count;
    const char *rule;
} bg_event;

typedef enum bg_speaker_kind { BG_SPEAKER_UNKNOWN, BG_SPEAKER_ENTITY, BG_SPEAKER_BOTH, BG_SPEAKER_SIDE } bg_speaker_kind;

typedef struct bg_party {
    bg_speaker_kind kind;
    uint32_t entity;  /* BG_SPEAKER_ENTITY: index in bg_doc.entities */
    const char *side; /* BG_SPEAKER_SIDE: country or organisation code */
} bg_party;

typedef struct bg_statement {
    int32_t event; /* index in bg_doc.events, -1 unknown */
    bg_party speaker;
    bg_party addressee;
    const char *act;      /* proposes agrees pledges affirms appreciates welcomes thanks congratulates supports invites informs condoles
                             greets discusses */
    const char *strength; /* wish < ask < ready < agree < pledge < signed < under_way < done; NULL for other acts */
    bg_span content;      /* what was said, without the verb of saying */
    const char *const *topics; /* values of class TOPIC (data/vi/lexicon/topics.txt) */
    size_t topic_count;
    const uint32_t *refers; /* entities named in the content: agreements, mechanisms, occasions */
    size_t refer_count;
    bg_span evidence; /* the sentence */
    const bg_field *fields;
    size_t field_count;
    const char *rule;
} bg_statement;

/*
 * What one side asks of the other, promises it, or has done: an entry of the ledger. Of a statement that asks, agrees or promises something, or of a sentence
 * that tells what was done or is under way.
 */
typedef struct bg_matter {
    int32_t statement;   /* index in bg_doc.statements; -1: a sentence tells a deed */
    int32_t event;       /* index in bg_doc.events; -1 unknown */
    const char *kind;    /* wish ask offer agreement pledge signed invitation report */
    const char *grade;   /* wish < ask < ready < agree < pledge < signed < under_way < done */
    const char *sides[2];/* codes, in alphabetical order */
    const char *bound;   /* the one that is to do it, "both", or NULL */
    const char *towards; /* the other one, NULL if both are bound */
    const char *actor;   /* the body or person that is to do it, or that promised it, as the page names it; NULL: the state alone is named */
    bg_span content;     /* as it was said */
    bg_span about;       /* of this, the words that name what it is about */
    const char *const *keys; /* the same, normalised, to find it again on other pages: a letter for the kind (k thing with a code, n name, t term, c capitalised,
                                b pair of words, x thing of a sort, y the same as a head, p known place, z field, o ordinal, m amount aimed at), a colon, the words. None: too general to follow */
    size_t key_count;
    const char *due_from, *due_to; /* days between which it is due, YYYY-MM-DD; NULL: the page sets no term */
    bg_span due;
    bg_span condition;   /* what it hangs on */
    bg_span part;        /* of a deed that is done in part: which part, "giai đoạn 1", "84%" */
    const char *day;     /* of a deed: when it was done, where the sentence says so, as precise as that; else the day of its contact or page */
    bg_span evidence;    /* the sentence */
    const char *rule;
} bg_matter;

/*
 * A body, a recurring mechanism or an agreement that the page names in a way by which it is known on other pages, whatever it is called there (data/vi/lexicon/standing.txt); with
 * what the sentence says of one session of the mechanism or of what happened to the agreement.
 */
typedef struct bg_naming {
    bg_entity_kind kind; /* BG_BODY, BG_MECHANISM, BG_AGREEMENT */
    const char *code;    /* "intergovernmental_committee", "evfta", "vn_finance"; of an agreement that the lexicon does not know its kind */
    const char *sides;   /* codes in alphabetical order, joined by commas; "" : those of many states */
    const char *field;   /* words that tell it from others of that code and these sides, folded, in alphabetical order, joined by "_"; "" */
    const char *because; /* how its sides are known: lexicon, name, contact, sentence, page */
    bg_span name;
    unsigned ordinal;    /* of a session, 0 not told */
    const char *step;    /* of a session held or planned; of an agreement signed initialled ratified in_force extended amended concluded negotiated proposed left expired */
    const char *day;     /* of it, as precise as the page is */
    const char *place;
    int32_t event;       /* index in bg_doc.events: the contact that is the session, or at which it was signed; -1 */
    const char *since, *until, *into, *by; /* of a body's name: from when to when it had it, the code of the body it went into, which decision */
    bg_span evidence;    /* the sentence */
} bg_naming;

/* A stretch that looks like a contact or a statement but could not be read; or a page that has no article ("page.no-article"), the part of one that is
 * longer than any book ("page.too-long"). */
typedef struct bg_note {
    bg_span span;
    const char *reason; /* id, e.g. "statement.no-speaker" */
} bg_note;

/*
 * A page and what its container says of it: an archive's record, a saved message, a line of JSON, or the file itself. Only `source`, `bytes`
 * and `size` are always there.
 */
typedef struct bg_item {
    const char *source; /* name for people: a path; "a.warc.gz#12345" is the record that begins at that byte of the file */
    const char *bytes;  /* the page as it was served, unpacked; its charset is as it was */
    size_t size;
    const char *url;       /* address */
    const char *type;      /* media type with its parameters, as HTTP or MIME states it: "text/html; charset=utf-8" */
    const char *captured;  /* when it was saved: YYYY-MM-DDThh:mm:ssZ */
    const char *title;     /* stated beside the page, not in it */
    const char *published; /* the same: YYYY-MM-DD or YYYY-MM-DDThh:mm:ss+07:00 */
    const uint64_t *repeated; /* numbers of its lines that recur on other pages of its site, ascending; the lowest bit: on many of them. Borrowed. A record knows them, nobody else need care */
    size_t repeated_count;
} bg_item;

/*
 * The charset of the page's bytes. What is declared is believed unless the bytes contradict it; Vietnamese charsets that hardly any page
 * declares are told by whether the words are syllables in them.
 */
typedef struct bg_charset {
    const char *name;      /* utf-8 utf-16le utf-16be utf-32le utf-32be windows-1252 windows-1258 tcvn3 tcvn5712 vni viscii vps windows-1251 koi8-r
                              gb18030 big5 euc-kr shift_jis euc-jp … */
    const char *by;        /* how it was told: bom, declared (by the container), meta (by the page), sniffed; font: the bytes are UTF-8, but its
                              letters are those that an old font of Vietnamese is in windows-1252 ("§èi t¸c"); twice: it was UTF-8, was taken
                              for windows-1252 and made UTF-8 once more ("há»™i Ä‘Ã m"), which is undone */
    const char *overruled; /* what was declared and is not so; NULL */
    size_t replaced;       /* how many times bytes that stand for nothing became U+FFFD: a few in ten thousand at most */
    size_t first;          /* where in the page's bytes the first time; if replaced > 0 */
} bg_charset;

typedef struct bg_later bg_later;

/* Everything read from one page. All pointers live as long as the document. */
typedef struct bg_doc {
    const char *text; /* the page's text, not NUL-terminated: the bytes given to bg_doc_read(), borrowed, where they are UTF-8 text
                         themselves; else what they were converted to */
    size_t text_size; /* bytes */
    bool markup;      /* the text was taken out of HTML */
    bg_item item;     /* what was given; its bytes borrowed, its strings copied */
    bg_charset charset;
    bg_article article;
    const bg_entity *entities;
    size_t entity_count;
    const bg_event *events;
    size_t event_count;
    const bg_statement *statements;
    size_t statement_count;
    const bg_naming *namings; /* in the order of the page */
    size_t naming_count;
    const bg_note *notes;
    size_t note_count;
    const char *reader; /* who read it: the version and a fingerprint of the knowledge, "0.1.0+5b0d…"; another reader may read it otherwise */
    const uint64_t *lines; /* numbers of its lines, where they were asked for: bg_doc_read_asking() */
    size_t line_count;
    const unsigned char *outline; /* … and which of them each block of the body has; the record keeps it */
    size_t outline_size;
    bg_later *later;    /* private: what is worked out when it is asked for; NULL: nothing is */
} bg_doc;

/*
 * Read one page. A pure function of its arguments: same bytes in, same document out.
 *   data    knowledge, borrowed; must outlive the document
 *   source  name of the page for people (a path), copied
 *   bytes   the page, `size` bytes of text in any charset that is declared or can be told; borrowed, must outlive the document
 *   out     receives a document owned by the caller; release with bg_doc_free()
 * Errors: BG_E_EMPTY, BG_E_UTF8, BG_E_BINARY, BG_E_TOOBIG (byte set), BG_E_NOMEM.
 */
bg_code bg_doc_read(const bg_data *data, const char *source, const char *bytes, size_t size, bg_doc **out, bg_error *err);

/*
 * The pages that a file holds, one after the other, in the order of the file. What the file is, its bytes tell, and where they do not, its
 * name: a page (text, HTML, with what SingleFile or a browser noted in it), MHTML, JSON lines (url, ts, title, published, text or html),
 * WARC 1.0 and 1.1 (also WET), zip and WACZ with any of these inside; each may be packed by gzip or zstd. Of an archive's records those are
 * pages that were served well (2xx) as HTML, XHTML or plain text; the others are passed over. Memory is bounded by the largest page
 * (BG_PAGE_MAX) and what its container adds to it, whatever the size of the file; a larger page is told and passed over.
 */
typedef struct bg_input bg_input;

/*
 * Open a file. "-" is standard input. Every bg_item.source is a name too, where no file has it: "a.warc.gz#12345" is that one record,
 * "a.zip/page.html" that one entry, "a.wacz/archive/data.warc.gz#12345" a record in one.
 *   out  receives an object owned by the caller; release with bg_input_close()
 * Errors: BG_E_OPEN, BG_E_NOMEM; messages name the file.
 */
bg_code bg_input_open(const char *path, bg_input **out, bg_error *err);

/*
 * The next page.
 *   item  receives it, valid until the next call on `input`; NULL behind the last one, and with every error
 * An error is one broken record or entry: the message says which, err->byte where it begins in the file. Call again for the page behind it.
 * Errors: BG_E_DAMAGED, BG_E_TOOBIG, BG_E_OPEN; BG_E_NOMEM, after which there are no more pages.
 */
bg_code bg_input_next(bg_input *input, const bg_item **item, bg_error *err);
void bg_input_close(bg_input *input); /* NULL allowed */

/* May a file of this name hold pages? False for pictures, styles, scripts, indexes and the like, which lie beside pages in folders and zips. */
bool bg_input_may_hold(const char *path);

/*
 * Read one page with what is known of it: as bg_doc_read(), and the document's article has the item's address, day of capture and,
 * where the page itself states none, its date of publication.
 *   item  strings are copied; `bytes` are borrowed and must outlive the document
 */
bg_code bg_doc_read_item(const bg_data *data, const bg_item *item, bg_doc **out, bg_error *err);
void bg_doc_free(bg_doc *doc); /* NULL allowed */

/*
 * The same where somebody knows what recurs on the page's site: once its article is found, and before anything is read from it, `ask` is called with the document as far as it is,
 * with the numbers of its lines (bg_doc.lines, ascending; the lowest bit, which says something else in bg_item.repeated, whether the line is in the article behind its first paragraph). It
 * gives those that recur, ascending, which are copied, or false where memory ran out. item->repeated is not looked at.
 */
typedef bool bg_repeated_fn(void *context, const bg_doc *doc, const uint64_t **repeated, size_t *count);
bg_code bg_doc_read_asking(const bg_data *data, const bg_item *item, bg_repeated_fn *ask, void *context, bg_doc **out, bg_error *err);

/* Only the article, without contacts and statements: the same arguments, errors and document, whose other lists are empty. */
bg_code bg_doc_read_article(const bg_data *data, const bg_item *item, bg_doc **out, bg_error *err);

/* The page's id: the first 16 hex digits of the SHA-256 of its bytes. Computed when asked for: reading needs none. */
#define BG_PAGE_ID 17
void bg_doc_id(const bg_doc *doc, char id[BG_PAGE_ID]);

/*
 * The page's entries of the ledger, in the order of its statements, then of the page. Worked out when they are first asked for: only a record needs them.
 *   out    the document's own; NULL where there are none
 * Errors: BG_E_NOMEM.
 */
bg_code bg_doc_matters(const bg_doc *doc, const bg_matter **out, size_t *count, bg_error *err);

/* The bytes of the page that a range of its text came from; the same range where they are UTF-8 text themselves. */
bg_span bg_doc_origin(const bg_doc *doc, bg_span range);

/* ------------------------------------------------------------------ text that the library hands out */

/*
 * Text owned by the caller: NUL-terminated UTF-8, `size` bytes without the NUL. Start with {0}; a function that fills
 * one releases what it held before, so that one bg_out can serve a loop. Release with bg_out_free().
 */
typedef struct bg_out {
    char *bytes; /* NULL when empty */
    size_t size;
} bg_out;
void bg_out_free(bg_out *out); /* NULL and {0} allowed */

/*
 * Read a whole file ("-": standard input).
 *   out  receives the bytes as they are (they may hold anything)
 * Errors: BG_E_OPEN, BG_E_TOOBIG (more than BG_PAGE_MAX), BG_E_NOMEM; the message names the file.
 */
bg_code bg_file_load(const char *path, bg_out *out, bg_error *err);

/* ------------------------------------------------------------------ the record */

/*
 * A record is one SQLite file (STRICT tables, WAL, stock FTS5): any SQLite client can read it; docs/record.md describes
 * the tables. Ids are a letter and 16 hex digits of hashes of page and content, so that they do not depend on the order of adding:
 *   v…  a contact, and a contact as one page tells it (a contact's id is the smallest of those it was merged from, so
 *       an id that was printed once always leads to its contact)
 *   s…  a statement        e…  an entity of one page        p…  a page (the letter and the article's id)
 * Every function takes a prefix of an id as long as it is unique.
 */
typedef struct bg_record bg_record;

typedef enum bg_record_mode {
    BG_RECORD_READ, /* the file must exist; it is not changed, but for one of an earlier version, which is brought up to date */
    BG_RECORD_WRITE /* made if it does not exist */
} bg_record_mode;

/*
 * Open a record.
 *   path  the file; borrowed during the call
 *   out   receives a record owned by the caller; release with bg_record_close(). One thread at a time.
 * The first call has SQLite no longer count the memory that it takes (SQLITE_CONFIG_MEMSTATUS), unless the process had it begin before.
 * Errors: BG_E_RECORD (cannot be opened, damaged), BG_E_RECORD_TYPE (not SQLite, or not ours; nothing was changed),
 * BG_E_RECORD_NEWER, BG_E_RECORD_BUSY, BG_E_RECORD_FULL, BG_E_NOMEM. Messages name the file.
 */
bg_code bg_record_open(const char *path, bg_record_mode mode, bg_record **out, bg_error *err);
void bg_record_close(bg_record *record); /* NULL allowed */

/* What bg_record_add() did. */
typedef struct bg_added {
    bool added;        /* false: the page is in the record; at most a further name of it was noted, or (copy) … */
    bool copy;         /* … these bytes were kept beside those of a page with the same address and the same article */
    bool renewed;      /* it was there, and was read again with what its container says now */
    bool state;        /* the record has another article of this address: an earlier or a later state of the page */
    size_t events;     /* contacts the page tells */
    size_t merged;     /* of these, told by a page of the record before */
    size_t statements;
    size_t notes;
} bg_added;

/*
 * Add one page with everything read from it, in one transaction: after BG_OK it survives the end of the process; after
 * an error nothing of it is in the record. The contacts it tells are merged with those of the other pages; the result
 * depends only on the set of pages, not on the order of adding.
 *   doc    what bg_doc_read() gave; borrowed
 *   bytes  the page as it was read, `size` bytes; borrowed. Kept compressed.
 *   out    receives the counts; may be NULL
 * Errors: BG_E_RECORD, BG_E_RECORD_BUSY (waited five seconds), BG_E_RECORD_FULL, BG_E_NOMEM.
 */
bg_code bg_record_add(bg_record *record, const bg_doc *doc, const char *bytes, size_t size, bg_added *out, bg_error *err);

/*
 * The same in two steps, so that other threads than the one that writes can do the first: it needs no record.
 *   out  receives an object owned by the caller; release with bg_prepared_free(). It must not outlive `doc`
 */
typedef struct bg_prepared bg_prepared;
bg_code bg_record_prepare(const bg_doc *doc, const char *bytes, size_t size, bg_prepared **out, bg_error *err);
bg_code bg_record_add_prepared(bg_record *record, const bg_doc *doc, const bg_prepared *prepared, const char *bytes, size_t size, bg_added *out, bg_error *err);
void bg_prepared_free(bg_prepared *prepared); /* NULL allowed */

/*
 * Is a page of these bytes in the record, under this name, and no day of publication stated that it lacks? Then adding it changes nothing, and it
 * need not be read.
 *   item  its source, bytes, size, published
 * Errors: BG_E_RECORD, BG_E_NOMEM.
 */
bg_code bg_record_has(bg_record *record, const bg_item *item, bool *has, bg_error *err);

/*
 * Many pages in one transaction, several times faster: what is added between these two calls survives from bg_record_commit() on, and after an error of either or of
 * bg_record_add() between them none of it is in the record. bg_added.merged is 0 meanwhile; the contacts are made by bg_record_commit(), threads of the ledger by bg_record_settle().
 *   merged  receives how many contacts of these pages were told by a page that was added before; may be NULL
 * Errors: as bg_record_add(); BG_E_USAGE (nothing was begun, or it failed).
 */
bg_code bg_record_begin(bg_record *record, bg_error *err);
bg_code bg_record_commit(bg_record *record, size_t *merged, bg_error *err);

/*
 * Move what was committed from the log beside the record into its file. Nobody has to: who writes does it when the log is long, who closes the record last does the rest. But another thread
 * (with a record of its own) may do it meanwhile, so that who adds many pages does not wait for it; neither waits for the other.
 *   in_log  receives how many pages of the file the log has; it begins anew, at its beginning, with a transaction that is begun when all of them are moved and nobody reads; may be NULL
 *   left    receives how many of them stand in the log only, because somebody reads an older state or has written on; may be NULL
 * Errors: BG_E_RECORD, BG_E_RECORD_FULL, BG_E_RECORD_BUSY (another one is doing it), BG_E_NOMEM.
 */
bg_code bg_record_flush(bg_record *record, size_t *in_log, size_t *left, bg_error *err);
/* Does this record move the log when it has got long (as after bg_record_open()), or does it leave that to another one? */
void bg_record_flushes(bg_record *record, bool itself);

/*
 * What recurs on sites while pages are being added, so that most are read the first time as bg_record_settle() would read them in the end, and are not read again there. It is kept in
 * memory (at most 65 MB) and may be wrong: bg_record_settle() makes it right. Pages are numbered in the order in which they are added; what one is read with follows from the record as it
 * was and from the pages `lag` and more before it, all of which must be told when it is read. So what comes out hangs on no thread's pace.
 *   record  the one that they are added to
 * Errors: BG_E_RECORD, BG_E_NOMEM.
 */
typedef struct bg_recent bg_recent;
bg_code bg_recent_new(bg_record *record, size_t lag, bg_recent **out, bg_error *err);
void bg_recent_free(bg_recent *recent); /* NULL allowed */
/* Read a page; any thread. `record`: the same one, opened by this thread for reading; NULL: what it knows is left aside. Errors: as bg_doc_read_item(). */
bg_code bg_recent_read(bg_recent *recent, bg_record *record, size_t number, const bg_data *data, const bg_item *item, bg_doc **out, bg_error *err);
/* A page that was read so is on its way into the record; any thread. */
void bg_recent_add(bg_recent *recent, const bg_doc *doc, const bg_prepared *prepared, size_t number);

/*
 * Read the pages anew whose reading hangs on other pages: those that became the first of several copies, and those
 * in whose article lines stand that turned out to recur on other pages of their site (host): teasers and other furniture, which is then left out (reason "site.repeated"). Call it when the last page of a batch was added: the
 * record is then a function of the set of its pages.
 *   data    knowledge to read the pages with
 *   reread  receives how many were read; may be NULL
 * Errors: as bg_record_add().
 */
bg_code bg_record_settle(bg_record *record, const bg_data *data, size_t *reread, bg_error *err);

/*
 * The same, telling how far it is: indexes that a new record gets, pages read again (as often as that leads to others), then reprints, people of one country after the other, entries of the ledger.
 * Now and then; `tell` may be NULL.
 */
typedef enum bg_settle_part { BG_SETTLE_PAGES, BG_SETTLE_REPRINTS, BG_SETTLE_PEOPLE, BG_SETTLE_LEDGER, BG_SETTLE_INDEXES } bg_settle_part;
typedef void bg_settle_fn(void *context, bg_settle_part part, size_t done, size_t total);
bg_code bg_record_settle_telling(bg_record *record, const bg_data *data, bg_settle_fn *tell, void *context, size_t *reread, bg_error *err);

/* What bg_record_take() did. */
typedef struct bg_taken {
    size_t pages;      /* looked at */
    size_t added;      /* of these, new here */
    size_t unreadable; /* damaged, or refused by this reader: they were left there */
} bg_taken;
/* After every page; false: stop here. */
typedef bool bg_take_fn(void *context, size_t done, size_t total);

/*
 * Take the pages of another record into this one, with all their names; then bg_record_settle(). The record is what adding the pages of both to one gives, so that it
 * does not matter which is taken into which, in what order, or how often. One transaction a page: what was interrupted is finished by doing it again.
 *   from      only read
 *   data      knowledge to read the pages with
 *   progress  called with `context`; may be NULL
 *   out       receives the counts; may be NULL
 * Errors: as bg_record_add(); BG_E_RECORD for `from` too. Pages before the error are here.
 */
bg_code bg_record_take(bg_record *into, bg_record *from, const bg_data *data, bg_take_fn *progress, void *context, bg_taken *out, bg_error *err);

/* Something bg_record_verify() found wrong. Strings are valid during the call only. */
typedef struct bg_fault {
    const char *page;    /* p… */
    const char *source;  /* its name */
    const char *fact;    /* v…, s…, e… or the page itself; NULL if unknown */
    const char *field;   /* as in the JSON: "date", "content", "mention" …; NULL: the whole */
    bg_span span;        /* the stored range */
    const char *problem; /* id: page.damaged page.hash range.outside range.text search.text read.failed read.missing
                            read.added read.changed fact.range row.lost (`fact` is the table, `page` ""); read.outdated, which is no fault */
} bg_fault;
typedef void bg_fault_fn(void *context, const bg_fault *fault);

typedef struct bg_verified {
    size_t pages, ranges, faults;
    size_t outdated; /* pages that another reader read (bg_doc.reader) and that `data` reads otherwise: sound, but not up to date */
} bg_verified;

/* A fault as one JSON object, without a line end. Errors: BG_E_NOMEM. */
bg_code bg_fault_json(const bg_fault *fault, bg_out *out, bg_error *err);

/*
 * Check the whole record: every stored page has its hash, every stored range gives its stored text, and reading the page
 * again gives the same ranges, if the same reader read it.
 *   data     knowledge to read the pages with; NULL skips the last check
 *   report   called for every fault, and once for every outdated page, with `context`; may be NULL
 *   out      receives the counts
 * Faults are not errors: look at out->faults. Errors: BG_E_RECORD, BG_E_NOMEM.
 */
bg_code bg_record_verify(bg_record *record, const bg_data *data, bg_fault_fn *report, void *context, bg_verified *out,
                         bg_error *err);

/* What bg_record_reread() did. */
typedef struct bg_reread {
    size_t pages;   /* in the record */
    size_t reread;  /* of these, read by another reader before */
    size_t changed; /* of these, now read otherwise */
    size_t unreadable; /* damaged, or refused by this reader: they keep their facts */
} bg_reread;

/*
 * Read every stored page that another reader read again, and keep what is read now instead, one transaction a page. The record is then
 * what adding the same pages anew would give; ids of facts that are anchored in the same words stay.
 *   data  knowledge to read the pages with
 *   out   receives the counts; may be NULL
 * Errors: BG_E_RECORD, BG_E_RECORD_BUSY, BG_E_RECORD_FULL, BG_E_NOMEM; pages before the error are done.
 */
bg_code bg_record_reread(bg_record *record, const bg_data *data, bg_reread *out, bg_error *err);

/* ------------------------------------------------------------------ decisions of people */

/*
 * What was read is never edited: what people decide is appended, with who and when, and stands in front of it. A decision is kept with what anchors its facts, page, range and
 * words, so that it holds when pages are added or read anew: it is of the fact with the same id; else of the page's only fact on the very same words; else it is orphaned, which
 * bg_view_log() tells. Contacts are a function of pages and decisions, whatever the order in which they came.
 *   accept   of a contact or statement (or somebody named): it is as it was read
 *   reject   it is not: it vanishes from views and counts (bg_style.all shows it), and is one contact with nothing
 *   correct  of a contact: type date end place status mode grade channel sides, name[NAME] office[NAME] country[NAME] role[NAME] of one who took part; of a statement: speaker
 *            addressee (both, side:VN, a name of the page) act strength content (words of its paragraph, or START-END); of an entity: name office country. "-": not known
 *   join     contacts that are one
 *   split    a telling that is not of the contact with the others (or not with those named)
 *   close    an item of the ledger, or a statement: done with; needs a note
 */
typedef struct bg_decision {
    const char *kind;
    const char *const *ids; /* facts, or unique beginnings of their ids. A contact's id means all of its tellings, another telling's that one alone */
    size_t id_count;        /* several: join, split; else the first is taken. Ids n… join and split persons; behind the first of a split, names as pages write them do too */
    bool telling;           /* accept, reject, correct: the telling with this id alone */
    const char *field, *value;
    const char *who;        /* a name */
    int64_t at;             /* seconds since 1970 */
    const char *note, *source; /* may be NULL */
} bg_decision;

/*
 * Append decisions, all of them or, if one is refused, none, in one transaction.
 *   ids  receives the id of each, d…; may be NULL
 * Errors: BG_E_NOTFOUND, BG_E_USAGE (the message says what is wrong with it), BG_E_RECORD, BG_E_RECORD_BUSY, BG_E_RECORD_FULL, BG_E_NOMEM.
 */
bg_code bg_record_decide(bg_record *record, const bg_decision *asks, size_t count, char (*ids)[18], bg_error *err);

/*
 * Take back a decision; that is another row, which can be taken back too.
 *   which  its id or a unique beginning; NULL: the last one of `who` that stands
 *   id     receives the id of what was taken back; may be NULL
 * Errors: as above.
 */
bg_code bg_record_undo(bg_record *record, const char *which, const char *who, int64_t at, const char *note, char id[18], bg_error *err);

/* ------------------------------------------------------------------ views */

typedef enum bg_lang { BG_VI, BG_EN } bg_lang;

/* How a view is written. Zero: a table in Vietnamese, not cut. */
typedef struct bg_style {
    bool json;      /* JSON lines instead of tables; keys are English in every language */
    bg_lang lang;   /* labels and headings */
    unsigned width; /* columns of the terminal; 0 = lines are not cut */
    bool all;       /* also what people rejected, marked */
    const bg_data *data; /* states are called by the names that it has; NULL: by their codes, as in JSON always */
} bg_style;

/* The document as the one JSON object of `banggiao read`, without a line end. Errors: BG_E_NOMEM. */
bg_code bg_doc_json(const bg_doc *doc, bg_out *out, bg_error *err);

/* What of an article is wanted: 0 its text alone, or a line a block: what is kept with its kind, what is dropped with the reason. */
typedef enum bg_article_part { BG_ARTICLE_KEPT = 1, BG_ARTICLE_DROPPED = 2 } bg_article_part;
bg_code bg_article_text(const bg_doc *doc, bg_article_part part, bg_out *out, bg_error *err);
/* One object: source, url, title, published, summary, text (paragraphs, headings and quotes joined by line ends), captions, outlet, agency, reprint_of, is_list. */
bg_code bg_article_json(const bg_doc *doc, bg_out *out, bg_error *err);

/*
 * Why each field of the page's facts is what it is: rule, words, range.
 * Errors: BG_E_NOMEM.
 */
bg_code bg_doc_explain(const bg_doc *doc, const bg_style *style, bg_out *out, bg_error *err);

/* Which contacts. NULL = any. */
typedef struct bg_filter {
    const char *country; /* "RU": a side; "VN,RU": all of these among the sides */
    const char *channel; /* parliament, government, … */
    const char *person;  /* words of a name, with or without diacritics: all contacts of those who are written so, however each page writes them */
    const char *type;    /* meeting, visit, … */
    const char *from;    /* YYYY, YYYY-MM or YYYY-MM-DD: contacts that may have been on this day or later */
    const char *to;      /* … or earlier */
    const char *outlet;  /* words of the name or host of an outlet that tells it */
} bg_filter;

/*
 * What people write in a filter, as the record has it: a state may be called by its code in any case or by a name, with or without diacritics ("Lào", "viet nam,nga"),
 * a channel and a type as tables call them ("Quốc hội", "điện đàm"). A code in capitals that `data` does not know stays.
 *   filter  country, channel and type are made to point to what the record has; NULL stays NULL
 *   room    holds the codes of the states, as long as the filter is used
 * Errors: BG_E_USAGE (no state, channel or type is called so; the message has what there is).
 */
#define BG_FILTER_ROOM 256
bg_code bg_filter_settle(const bg_data *data, bg_filter *filter, char room[BG_FILTER_ROOM], bg_error *err);

/*
 * The field and the value of a correction, likewise: "ngày", "loại" = "hội đàm", "các bên" = "Việt Nam, Lào". What is called nothing stays as it is, for
 * bg_record_decide() to refuse.
 */
typedef struct bg_fix_words {
    const char *field, *value; /* as they were written; then as the record has them, perhaps in `room` */
    char room[2][BG_FILTER_ROOM];
} bg_fix_words;
void bg_fix_settle(const bg_data *data, bg_fix_words *fix);

/*
 * The contacts of the record, oldest first; undated ones last.
 *   out    receives the table or JSON lines
 *   count  receives the number of contacts; may be NULL
 * Errors: BG_E_USAGE (a date that is none), BG_E_RECORD, BG_E_NOMEM.
 */
bg_code bg_view_timeline(bg_record *record, const bg_filter *filter, const bg_style *style, bg_out *out, size_t *count,
                         bg_error *err);

/*
 * One contact: participants, what each side said, the pages that tell it with the sentence marked.
 *   id  of a contact or of a contact as one page tells it; a unique prefix will do
 * Errors: BG_E_NOTFOUND, BG_E_USAGE (several begin so), BG_E_RECORD, BG_E_NOMEM.
 */
bg_code bg_view_show(bg_record *record, const char *id, const bg_style *style, bg_out *out, bg_error *err);

/*
 * The stored page that a fact was read from, as one HTML document: the page as it was saved, with the sentences marked. It runs nothing and fetches nothing: the page
 * stands in a sandboxed frame, without its scripts.
 *   id  of a contact or statement (its sentences are marked), an entity (where it is named) or a page (every sentence that tells something)
 * Errors: as bg_view_show().
 */
bg_code bg_view_html(bg_record *record, const char *id, const bg_style *style, bg_out *out, bg_error *err);

/*
 * Paragraphs with these words, exact hits first, then hits without diacritics. "Words in quotes" stand together.
 *   outlet  only pages of the outlet with these words in its name or host; NULL: any
 *   count  receives the number of hits (at most 200 are given); may be NULL
 * Errors: BG_E_USAGE (no word in it), BG_E_RECORD, BG_E_NOMEM.
 */
bg_code bg_view_search(bg_record *record, const char *words, const char *outlet, const bg_style *style, bg_out *out, size_t *count, bg_error *err);

/*
 * What the record has that is spelt nearly as words of which bg_view_search() found nothing ("hoi dma": "hội đàm"), or, with `person`, as a name that nobody has, up to three names
 * parted by "; ". `out` is empty if nothing is near.
 *   outlet  as of bg_view_search()
 * Errors: BG_E_NOMEM, BG_E_RECORD.
 */
bg_code bg_view_nearest(bg_record *record, const char *words, const char *outlet, bool person, bg_out *out, bg_error *err);

/*
 * Why each field of a fact of the record is what it is: rule, words, range, page; for a contact also why pages were merged.
 *   id  of a contact, statement, entity or page
 * Errors: as bg_view_show().
 */
bg_code bg_view_explain(bg_record *record, const char *id, const bg_style *style, bg_out *out, bg_error *err);

/* Which entries of the ledger, and how they stand on which day. */
typedef struct bg_ledger_ask {
    const char *with;    /* the other state: its code or any of its Vietnamese names */
    const char *of;      /* the own state; NULL: VN */
    const char *item;    /* an entry's id, or the beginning of one: its thread alone, in full; then `with` is not asked for */
    const char *as_of;   /* YYYY-MM-DD: what was said later does not count, terms and silence are reckoned to this day */
    int silent;          /* months without news after which what has no term is called silent; 0: 12 */
    bool due;            /* only what is not done and has a term, is silent, or comes up at a contact that is planned */
    const char *before;  /* YYYY-MM-DD, of a visit: only what is overdue, due by this day, or silent; NULL: whatever its term */
    const char *bound;   /* only what this state is to do, or "both"; NULL: whoever */
    const char *since_last; /* only what was said since the last contact that has these words in what tells it ("Ủy ban liên Chính phủ"); NULL: all */
} bg_ledger_ask;

/*
 * What was asked, offered, agreed, promised, signed and done between two states: a line a matter, with who is bound, since when, last heard of when, and how it
 * stands: done (in time, late), not yet known to be done (in time, overdue), without a term (repeated, silent). That no page tells of something does not mean that it was not done.
 *   out    the table; or a JSON object a thread with its entries, sentences and the reason of each link
 *   count  receives the number of threads; may be NULL
 * Errors: BG_E_USAGE (no such state, a day that is none, no such contact), BG_E_NOTFOUND (no such entry), BG_E_RECORD, BG_E_NOMEM.
 */
bg_code bg_view_ledger(bg_record *record, const bg_data *data, const bg_ledger_ask *ask, const bg_style *style, bg_out *out, size_t *count, bg_error *err);

/*
 * What the next contact of the same sides and kind repeated of what was asked and settled at this one, what it did not take up, what it added.
 *   id     of a contact or of a contact as one page tells it; a unique prefix will do
 *   as_of  YYYY-MM-DD: how the matters stand
 *   count  receives the number of matters; may be NULL
 * Errors: BG_E_NOTFOUND (no such contact, or none after it), BG_E_USAGE (several begin so), BG_E_RECORD, BG_E_NOMEM.
 */
bg_code bg_view_since(bg_record *record, const char *id, const char *as_of, const bg_style *style, bg_out *out, size_t *count, bg_error *err);
/* The same of this contact and the last of its kind before it. Errors: as above, BG_E_NOTFOUND if there is none before it. */
bg_code bg_view_session(bg_record *record, const char *id, const char *as_of, const bg_style *style, bg_out *out, size_t *count, bg_error *err);

/*
 * What people decided, newest first, with what was taken back and what is orphaned.
 *   id     of a fact, contact or decision, or its beginning; NULL: everything
 *   count  receives the number of decisions; may be NULL
 */
bg_code bg_view_log(bg_record *record, const char *id, const bg_style *style, bg_out *out, size_t *count, bg_error *err);

/* Two states, until when. */
typedef struct bg_facts_ask {
    const char *of, *with; /* code or Vietnamese name; of NULL: VN */
    const char *as_of;     /* YYYY-MM-DD: what was later does not count */
} bg_facts_ask;

/*
 * What can be counted of two states' contacts that took place: in all, on each channel and of each kind how many, the first, the last, the longest silence (between contacts told to
 * the day), and who was visited last without a visit in return; with the window of pages.
 *   count  receives the number of contacts; may be NULL
 * Errors: BG_E_USAGE (no such state, no day), BG_E_RECORD, BG_E_NOMEM.
 */
bg_code bg_view_facts(bg_record *record, const bg_data *data, const bg_facts_ask *ask, const bg_style *style, bg_out *out, size_t *count, bg_error *err);

/*
 * Their calendar as RFC 5545 has it: visits, sessions and what is planned; visits of states and signings as they come round, an entry a year for three years from ask->as_of on.
 *   count  receives the number of entries; may be NULL
 */
bg_code bg_view_calendar(bg_record *record, const bg_data *data, const bg_facts_ask *ask, bg_lang lang, bg_out *out, size_t *count, bg_error *err);

/* Where somebody who looks things over stands: the contact that is shown. Start with the highest doubt that there is, {.doubt = INT64_MAX}. */
typedef struct bg_review {
    int64_t doubt;  /* how uncertain it is */
    char id[18];    /* "": the end */
    char like[18];  /* another contact that it may be; "" */
} bg_review;

/*
 * The next contact to look over, the least certain first (what was left open, what could not be read beside it, how many pages tell it, whether they differ): its doubts, then
 * what bg_view_show() writes, then a line of the one that it may be. What somebody accepted or rejected does not come again.
 *   filter  country (one side) and type count; the others do not
 *   at      in: where one stood; out: the next
 */
bg_code bg_view_review(bg_record *record, const bg_filter *filter, bg_review *at, const bg_style *style, bg_out *out, bg_error *err);

/*
 * Check the lexicon and grammar that bg_data_open() would use: duplicate phrases within a class, unknown classes, malformed lines.
 *   overlay_dir  laid on top (NULL for none)
 *   out          receives the complaints, a line each, or JSON lines {"complaint"}
 *   count        receives their number; may be NULL
 * Complaints are not errors. Errors: BG_E_OPEN, BG_E_NOMEM, BG_E_DATA for files so broken that the check could not go on.
 */
bg_code bg_data_check(const char *overlay_dir, const bg_style *style, bg_out *out, size_t *count, bg_error *err);

/*
 * Sites (hosts) of the record with the lines that recur on several of their articles: how often, whether the reader drops them by itself, and their first words.
 *   host   only this one, all of its lines; NULL: all sites, the most frequent lines of each
 *   count  receives the number of sites; may be NULL
 * Errors: BG_E_RECORD, BG_E_NOMEM.
 */
bg_code bg_view_sites(bg_record *record, const char *host, const bg_style *style, bg_out *out, size_t *count, bg_error *err);

/* What a document for people is written as. */
typedef enum bg_paper_format { BG_PAPER_TEXT, BG_PAPER_MARKDOWN, BG_PAPER_HTML, BG_PAPER_DOCX, BG_PAPER_JSON } bg_paper_format;

typedef struct bg_brief_ask {
    const char *with;    /* the other state: its code or any of its Vietnamese names */
    const char *of;      /* the own state; NULL: VN */
    const char *whom;    /* for whom: an office ("Chủ tịch Quốc hội") or a name; NULL: for nobody in particular */
    const char *channel; /* parliament, government, …; NULL: that of `whom`, by the contacts of the record */
    const char *date;    /* the day of the meeting, YYYY-MM-DD; NULL: that of the newest contact. Later contacts do not count */
    bg_paper_format format;
} bg_brief_ask;

/*
 * A brief before a meeting of two states: last contacts, what was agreed and asked, the last 90 days, anniversaries within six months, contacts by channel,
 * counterparts, agreements named, sentences that could not be read. Each line has its source: page, day, sentence. It says nothing that no page says.
 *   out    the document; DOCX and the others are bytes of a file, JSON a line a block
 *   count  receives the number of contacts it was made from; may be NULL
 * Errors: BG_E_USAGE (no such state, a day that is none), BG_E_RECORD, BG_E_NOMEM.
 */
bg_code bg_view_brief(bg_record *record, const bg_data *data, const bg_brief_ask *ask, bg_lang lang, bg_out *out, size_t *count, bg_error *err);

typedef struct bg_compare_ask {
    const char *id; /* of a contact, or of one as a page tells it; a unique prefix will do */
    bg_paper_format format;
    const bg_data *data; /* names of states; NULL: codes */
} bg_compare_ask;

/*
 * The readouts of one contact side by side: a row a point, a column an independent source (pages that carry the same text are one), in the cells what it writes of the point or that it
 * does not mention it.
 *   count  receives the number of points; may be NULL
 * Errors: as bg_view_show().
 */
bg_code bg_view_compare(bg_record *record, const bg_compare_ask *ask, bg_lang lang, bg_out *out, size_t *count, bg_error *err);

/* Which persons. NULL = any. */
typedef struct bg_people_filter {
    const char *country; /* "RU" */
    const char *name;    /* words of a name, with or without diacritics */
    const char *id;      /* n…, or its beginning: this one */
} bg_people_filter;

/*
 * The persons of the record, the most told first: how pages write their names and why these are one person's, their offices with the first and last day on which pages gave them, their
 * contacts. A table of all, or, where a name or id is asked for, each with what is known of him: of how many independent pages, which ones.
 *   count  receives the number of persons; may be NULL
 * Errors: BG_E_RECORD, BG_E_NOMEM.
 */
bg_code bg_view_people(bg_record *record, const bg_people_filter *filter, const bg_style *style, bg_out *out, size_t *count, bg_error *err);

typedef struct bg_things_ask {
    bg_entity_kind kind; /* BG_BODY, BG_MECHANISM, BG_AGREEMENT */
    const char *with;    /* a state, code or Vietnamese name: those it has with Viet Nam, of bodies its own; NULL any */
    const char *name;    /* words of a name, with or without diacritics, or an id (b…, m…, a…) or its beginning; NULL all */
    const char *as_of;   /* YYYY-MM-DD: as far as pages told until then; NULL all pages */
} bg_things_ask;

/*
 * What stands under many names: bodies with their renamings; recurring mechanisms with their sessions by ordinal, which ones no page tells of, what pages tell differently; agreements with
 * what happened to them, on which day by which page. The most named first: a table, or, where a name or id is asked for, each with what is known of it. show and explain take their ids.
 *   data   tells which state is meant
 *   count  receives their number; may be NULL
 * Errors: BG_E_USAGE (no such state, no such day), BG_E_RECORD, BG_E_NOMEM.
 */
bg_code bg_view_things(bg_record *record, const bg_data *data, const bg_things_ask *ask, const bg_style *style, bg_out *out, size_t *count, bg_error *err);

/* What could not be read, the most frequent reason first, with examples. `count` receives the number of notes. */
bg_code bg_view_notes(bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err);

/* How bg_score() breaks its counts down. */
typedef enum bg_score_key { BG_BY_NONE, BG_BY_TYPE, BG_BY_COUNTRY, BG_BY_ACT, BG_BY_RULE } bg_score_key;

typedef struct bg_score_ask {
    const char *gold;  /* JSON lines as the annotation guide describes them */
    const char *pages; /* folder that holds each line's "doc" (also tried with .txt / .html added) */
    bg_score_key by;
    bool errors;       /* also list every difference */
} bg_score_ask;

/*
 * Measure the reader against gold of one's own: the figures of tools/score.py, with the counts they came from.
 *   out     the table, or one JSON object of figures; broken down, a row or a JSON object a key, the most frequent first:
 *           right ones of the gold's (…found) and of those read (…right), for main contacts as a whole, other contacts and
 *           statements with act and speaker. Statements count for the type and sides of their page's main contact
 * Errors: BG_E_OPEN (gold or a page), BG_E_USAGE (a gold line that is not what it should be; byte = line number), BG_E_NOMEM.
 */
bg_code bg_score(const bg_data *data, const bg_score_ask *ask, const bg_style *style, bg_out *out, bg_error *err);

/* What was done with a page as one JSON object, without a line end: source, page (its id), added, copy, state, events, statements, notes. `doc` NULL: it was known. Errors: BG_E_NOMEM. */
bg_code bg_added_json(const bg_item *item, const bg_doc *doc, const bg_added *added, bg_out *out, bg_error *err);

/* ------------------------------------------------------------------ the record for other programs */

typedef enum bg_export_format {
    BG_EXPORT_CSV,     /* a table, RFC 4180 with a heading */
    BG_EXPORT_JSONL,   /* a table, an object a row; lists are arrays, what is not known is left out */
    BG_EXPORT_PAGES,   /* the pages as they were saved, as JSON lines that bg_input_open() reads again */
    BG_EXPORT_PACKAGE, /* what the tables are: datapackage.json (Frictionless Data) of the CSV files */
    BG_EXPORT_CODEBOOK, /* the same for people, in both languages, as CSV */
    BG_EXPORT_CSL,     /* the pages as references: CSL-JSON, which Zotero imports */
    BG_EXPORT_GEXF,    /* who was in contact with whom and when: a dynamic graph, which Gephi opens */
    BG_EXPORT_POPOLO,  /* persons and the offices that pages give them: Popolo JSON */
    BG_EXPORT_XLSX,    /* a workbook for people */
    BG_EXPORT_PLOVER,  /* contacts and what was said at them as events: PLOVER, JSON lines */
    BG_EXPORT_ICEWS,   /* the same in the 20 columns of ICEWS */
    BG_EXPORT_POLECAT, /* the same in the 40 columns of POLECAT */
    BG_EXPORT_GDELT_EVENTS,  /* the same in the 61 columns of GDELT 2.0 */
    BG_EXPORT_GDELT_MENTIONS /* the pages that tell each of these, in the 16 columns of its Mentions */
} bg_export_format;

/* What a program may ask for by name. */
typedef struct bg_export_kind {
    const char *name;
    bg_export_format format;
    bool folder;          /* a file a table, with what they mean beside them; else one file */
    const char *about[2]; /* indexed by bg_lang */
} bg_export_kind;

/* All of them by number, from 0; NULL behind the last. */
const bg_export_kind *bg_export_kind_at(size_t index);

/* Takes the bytes as they come; false: no more. */
typedef bool bg_write_fn(void *context, const char *bytes, size_t size);

/* The tables by number, from 0; NULL behind the last. */
const char *bg_export_table_name(size_t index);

typedef struct bg_export_ask {
    bg_export_format format;
    const char *table;  /* of CSV and JSON lines: its name */
    bg_lang lang;       /* of descriptions and labels */
    const char *as_of;  /* YYYY-MM-DD: the day to which terms and silence are reckoned; of what tells how matters stand */
    bg_write_fn *write; /* called with `context` for every chunk */
    void *context;
} bg_export_ask;

/* What came of it. */
typedef struct bg_exported {
    size_t lost; /* how often something of the file could not be read */
    size_t rows; /* rows for which the format has no room */
    size_t cut;  /* texts of which it holds the beginning alone, addresses that it holds as text */
    size_t events;   /* of event data: those written; and those left out: */
    size_t no_day;   /* of which no day is known that the format can hold */
    size_t no_sides; /* contacts and statements that are not between two sides */
    size_t no_code;  /* contacts and statements for which the crosswalk has no code */
} bg_exported;

/*
 * Hand out what the record holds, as it stands when the call begins, in bounded memory. Where the file is damaged what can be read behind the damage still comes out.
 *   data  the knowledge; what tables and pages do not need, NULL will do for them
 *   told  may be NULL
 * Errors: BG_E_USAGE (no such format or table), BG_E_OPEN (`write` refused), BG_E_RECORD, BG_E_NOMEM.
 */
bg_code bg_export(bg_record *record, const bg_data *data, const bg_export_ask *ask, bg_exported *told, bg_error *err);

#ifdef __cplusplus
}
#endif
#endif
