/*
 * schema: version 1, and what each later version changed. A new record takes the same steps as an old one, so that both have the same tables.
 *
 * What was read from a page is written once and stays until the page is read anew: pages … ranges, search. What follows from all pages
 * together is computed from them again whenever a page touches it: contacts, contact_*, pages.copy_of, site_lines. Ids are hashes of content.
 */
#include "schema.h"
#include "card.h"
#include "items.h"
#include "ranges.h"
#include "slots.h"
#include "stand.h"

static const char version_1[] =
    /* The page as it was read, zlib-compressed; `text` only where the page's text is not the bytes themselves, `charset` only where it is not
     * UTF-8. item_…: what its container said of it, with which it is read again. */
    "CREATE TABLE pages("
    " id TEXT PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, bytes BLOB NOT NULL,"
    " text_size INTEGER NOT NULL, text BLOB, title TEXT, published TEXT, outlet TEXT, agency TEXT, reprint_of TEXT,"
    " lang TEXT, reader TEXT NOT NULL, url TEXT, captured TEXT, charset TEXT, item_url TEXT, item_type TEXT, item_captured TEXT,"
    " item_title TEXT, item_published TEXT) STRICT;"
    /* The names under which the page was added. */
    "CREATE TABLE sources(page TEXT NOT NULL REFERENCES pages(id), name TEXT NOT NULL, PRIMARY KEY(page, name))"
    " STRICT, WITHOUT ROWID;"
    "CREATE TABLE entities("
    " id TEXT PRIMARY KEY, page TEXT NOT NULL REFERENCES pages(id), n INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT,"
    " folded TEXT, office TEXT, country TEXT) STRICT;"
    "CREATE INDEX entities_page ON entities(page);"
    "CREATE TABLE offices(entity TEXT NOT NULL REFERENCES entities(id), n INTEGER NOT NULL, office TEXT NOT NULL,"
    " PRIMARY KEY(entity, n)) STRICT, WITHOUT ROWID;"
    /* A contact as one page tells it. `sides` are sorted and joined by commas. */
    "CREATE TABLE events("
    " id TEXT PRIMARY KEY, page TEXT NOT NULL REFERENCES pages(id), n INTEGER NOT NULL, main INTEGER NOT NULL,"
    " type TEXT, verb TEXT, grade TEXT, status TEXT, mode TEXT, channel TEXT, start_date TEXT, end_date TEXT,"
    " place TEXT, sides TEXT NOT NULL, rule TEXT) STRICT;"
    "CREATE INDEX events_page ON events(page);"
    "CREATE TABLE participants(event TEXT NOT NULL REFERENCES events(id), n INTEGER NOT NULL,"
    " entity TEXT NOT NULL REFERENCES entities(id), role TEXT, PRIMARY KEY(event, n)) STRICT, WITHOUT ROWID;"
    /* speaker, addressee: an entity's id, 'both' or 'side:VN'. */
    "CREATE TABLE statements("
    " id TEXT PRIMARY KEY, page TEXT NOT NULL REFERENCES pages(id), n INTEGER NOT NULL, event TEXT REFERENCES events(id),"
    " speaker TEXT, addressee TEXT, act TEXT, strength TEXT, content TEXT, rule TEXT) STRICT;"
    "CREATE INDEX statements_page ON statements(page);"
    "CREATE INDEX statements_event ON statements(event);"
    "CREATE TABLE topics(statement TEXT NOT NULL REFERENCES statements(id), n INTEGER NOT NULL, topic TEXT NOT NULL,"
    " PRIMARY KEY(statement, n)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE refers(statement TEXT NOT NULL REFERENCES statements(id), n INTEGER NOT NULL,"
    " entity TEXT NOT NULL REFERENCES entities(id), PRIMARY KEY(statement, n)) STRICT, WITHOUT ROWID;"
    /* Every range of the page's text that anything was read from: [range_start, range_end) in bytes, its words, its rule.
     * The owner is a page, entity, event or statement. Blocks and dropped lines have no copy of their text; others are cut
     * at BG_COPY_MAX bytes. */
    "CREATE TABLE ranges("
    " page TEXT NOT NULL REFERENCES pages(id), owner TEXT NOT NULL, n INTEGER NOT NULL, field TEXT NOT NULL,"
    " range_start INTEGER, range_end INTEGER, text TEXT, rule TEXT, PRIMARY KEY(page, owner, n)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX ranges_note ON ranges(rule, page, n) WHERE field = 'note';"
    "CREATE VIEW notes AS SELECT page, n, range_start, range_end, text, rule AS reason FROM ranges WHERE field = 'note';"
    /* How contacts of different pages find each other: the words of their principals' names ('' if none is named) and the
     * year and month of their first and last day ('' if unknown). */
    "CREATE TABLE event_words(type TEXT NOT NULL, sides TEXT NOT NULL, word TEXT NOT NULL, year TEXT NOT NULL,"
    " month TEXT NOT NULL, event TEXT NOT NULL REFERENCES events(id), PRIMARY KEY(type, sides, word, year, month, event))"
    " STRICT, WITHOUT ROWID;"
    "CREATE INDEX event_words_event ON event_words(event);"
    /* A contact over all pages. first_day and last_day bound its date where the year is known. */
    "CREATE TABLE contacts("
    " id TEXT PRIMARY KEY, main INTEGER NOT NULL, type TEXT, verb TEXT, grade TEXT, status TEXT, mode TEXT, channel TEXT,"
    " start_date TEXT, end_date TEXT, first_day TEXT, last_day TEXT, place TEXT, sides TEXT NOT NULL) STRICT;"
    "CREATE INDEX contacts_day ON contacts(first_day, id);"
    "CREATE TABLE contact_sides(side TEXT NOT NULL, contact TEXT NOT NULL REFERENCES contacts(id),"
    " PRIMARY KEY(side, contact)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX contact_sides_contact ON contact_sides(contact);"
    "CREATE TABLE contact_people(contact TEXT NOT NULL REFERENCES contacts(id), n INTEGER NOT NULL, name TEXT,"
    " folded TEXT, office TEXT, country TEXT, role TEXT, PRIMARY KEY(contact, n)) STRICT, WITHOUT ROWID;"
    /* Which pages' events a contact was merged from, and why (NULL for the one that the others were compared with). */
    "CREATE TABLE contact_events(event TEXT PRIMARY KEY REFERENCES events(id),"
    " contact TEXT NOT NULL REFERENCES contacts(id), n INTEGER NOT NULL, reason TEXT) STRICT, WITHOUT ROWID;"
    "CREATE INDEX contact_events_contact ON contact_events(contact, n);"
    /* Stock FTS5. unicode61 cannot fold the letter đ, so a second column holds the folded words; exact is NFC. */
    "CREATE VIRTUAL TABLE search USING fts5(exact, folded, page UNINDEXED, kind UNINDEXED, range_start UNINDEXED,"
    " range_end UNINDEXED, tokenize = 'unicode61 remove_diacritics 0');"
    "CREATE VIEW timeline AS SELECT c.start_date AS date, c.end_date, c.type, c.sides, c.channel, c.status, c.place,"
    " (SELECT group_concat(name, '; ') FROM (SELECT name FROM contact_people p WHERE p.contact = c.id ORDER BY n)) AS people,"
    " (SELECT count(DISTINCT e.page) FROM contact_events m JOIN events e ON e.id = m.event WHERE m.contact = c.id) AS pages,"
    " c.id FROM contacts c ORDER BY c.first_day IS NULL, c.first_day, c.id;";

static const char version_2[] =
    /* What the page states of itself, and who states it; what its facts are named after (ids.h). */
    "ALTER TABLE pages ADD COLUMN url_from TEXT;"
    "ALTER TABLE pages ADD COLUMN published_from TEXT;"
    "ALTER TABLE pages ADD COLUMN modified TEXT;"
    "ALTER TABLE pages ADD COLUMN modified_from TEXT;"
    "ALTER TABLE pages ADD COLUMN summary TEXT;"
    "ALTER TABLE pages ADD COLUMN is_list INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE pages ADD COLUMN address TEXT;"
    "ALTER TABLE pages ADD COLUMN host TEXT;"
    "ALTER TABLE pages ADD COLUMN text_key TEXT;"
    /* The words by which its outlet is found: name and host, folded. */
    "ALTER TABLE pages ADD COLUMN outlet_words TEXT;"
    /* The page that it is a copy of: same address, same article. Only that one has facts. */
    "ALTER TABLE pages ADD COLUMN copy_of TEXT;"
    /* Its facts are missing or no longer what reading gives: bg_record_settle() reads it. */
    "ALTER TABLE pages ADD COLUMN stale INTEGER NOT NULL DEFAULT 0;"
    "CREATE INDEX pages_address ON pages(address, text_key);"
    "CREATE INDEX pages_copy ON pages(copy_of) WHERE copy_of IS NOT NULL;"
    "CREATE INDEX pages_stale ON pages(id) WHERE stale;"
    "CREATE TABLE authors(page TEXT NOT NULL REFERENCES pages(id), n INTEGER NOT NULL, name TEXT NOT NULL,"
    " PRIMARY KEY(page, n)) STRICT, WITHOUT ROWID;"
    /* Its rows in `search`, which has no other key: [first, behind). */
    "CREATE TABLE passages(page TEXT PRIMARY KEY REFERENCES pages(id), first INTEGER NOT NULL, behind INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
    "INSERT INTO passages SELECT page, min(rowid), max(rowid) + 1 FROM search GROUP BY page;"
    /* Facts have other ids now, and what is new is not known of old pages: another reader read them. */
    "UPDATE pages SET reader = reader || ' record 1';";

static const char version_3[] =
    /* The lines of a page that has facts and is no list: eight bytes a number, the lowest bit says whether the reader keeps it (lines.h); what the page was read with. */
    "CREATE TABLE page_lines(page TEXT PRIMARY KEY REFERENCES pages(id), host TEXT NOT NULL, address TEXT NOT NULL, title TEXT NOT NULL,"
    " lead INTEGER NOT NULL, read_with TEXT, lines BLOB NOT NULL) STRICT;"
    "CREATE INDEX page_lines_host ON page_lines(host, page);"
    /* Lines that recur on a site: on how many articles, on how many of their pages the reader keeps them. */
    "CREATE TABLE site_lines(host TEXT NOT NULL, number INTEGER NOT NULL, pages INTEGER NOT NULL, kept INTEGER NOT NULL, PRIMARY KEY(host, number)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE changed_sites(host TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"
    /* The lines of these are not known. */
    "UPDATE pages SET reader = reader || ' record 2' WHERE address IS NOT NULL;";

static const char reprints_4[] =
    /* What is kept of a page's text to find pages that share it (prints.h): different shingles, 1 / 2^rate of them are kept; four bytes a number. */
    "CREATE TABLE page_prints(n INTEGER PRIMARY KEY, page TEXT NOT NULL UNIQUE REFERENCES pages(id), shingles INTEGER NOT NULL, rate INTEGER NOT NULL, day INTEGER NOT NULL,"
    " numbers BLOB NOT NULL) STRICT;"
    "CREATE TABLE print_index(number INTEGER NOT NULL, n INTEGER NOT NULL, shingles INTEGER NOT NULL, PRIMARY KEY(number, n)) STRICT, WITHOUT ROWID;"
    /* Numbers on so many pages that they link nobody; stale: pages that had it went. Pages whose fellows are to be found anew. */
    "CREATE TABLE common_prints(number INTEGER PRIMARY KEY, stale INTEGER NOT NULL) STRICT;"
    "CREATE INDEX common_prints_stale ON common_prints(number) WHERE stale;"
    "CREATE TABLE changed_prints(page TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"
    /* Pages that carry the same text: one witness, named by the page it comes from. A page that shares its text with nobody has no row. */
    "CREATE TABLE witnesses(page TEXT PRIMARY KEY, pages INTEGER NOT NULL, agency TEXT, reason TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE reprints(page TEXT PRIMARY KEY, witness TEXT NOT NULL, reason TEXT) STRICT, WITHOUT ROWID;"
    "CREATE INDEX reprints_witness ON reprints(witness, page);";
/* The ranges of a page are one row (ranges.h), and the first sentence of a fact stands with the fact; notes are rows of their own. */
static const char ranges_4[] =
    /* `ranges`: {owner: [[field, start, end, rule], ...], ...}; `text`: of the page's text what they lie in, from byte `start` on. */
    "CREATE TABLE page_ranges(page TEXT NOT NULL UNIQUE REFERENCES pages(id), start INTEGER NOT NULL, text TEXT, ranges TEXT NOT NULL) STRICT;"
    "INSERT INTO page_ranges SELECT page, coalesce(min(first), 0), CASE WHEN count(first) THEN '' END, json_group_object(owner, json(list)) FROM"
    " (SELECT page, owner, min(CASE WHEN text IS NOT NULL THEN range_start END) AS first, json_group_array(json_array(field, range_start, range_end, rule)) AS list"
    " FROM (SELECT * FROM ranges ORDER BY page, owner, n) GROUP BY page, owner) GROUP BY page;"
    "ALTER TABLE events ADD COLUMN said_start INTEGER;"
    "ALTER TABLE events ADD COLUMN said_end INTEGER;"
    "UPDATE events SET (said_start, said_end) = (SELECT range_start, range_end FROM ranges r WHERE r.page = events.page AND r.owner = id AND n = 0 AND field = 'evidence');"
    "ALTER TABLE statements ADD COLUMN range_start INTEGER;"
    "ALTER TABLE statements ADD COLUMN range_end INTEGER;"
    "ALTER TABLE statements ADD COLUMN said_start INTEGER;"
    "ALTER TABLE statements ADD COLUMN said_end INTEGER;"
    "UPDATE statements SET (range_start, range_end) = (SELECT range_start, range_end FROM ranges r WHERE r.page = statements.page AND r.owner = id AND n = 0 AND field = 'content'),"
    " (said_start, said_end) = (SELECT range_start, range_end FROM ranges r WHERE r.page = statements.page AND r.owner = id AND field = 'evidence' ORDER BY n LIMIT 1);"
    "DROP VIEW notes;"
    "CREATE TABLE notes(page TEXT NOT NULL REFERENCES pages(id), n INTEGER NOT NULL, range_start INTEGER, range_end INTEGER, text TEXT, reason TEXT, PRIMARY KEY(page, n)) STRICT, WITHOUT ROWID;"
    "INSERT INTO notes SELECT page, row_number() OVER (PARTITION BY page ORDER BY n) - 1, range_start, range_end, text, rule FROM ranges WHERE field = 'note';"
    "CREATE INDEX notes_reason ON notes(reason, page, n);"
    "DROP TABLE ranges;"
    "CREATE VIEW ranges AS SELECT page, owner, n, field, range_start, range_end, CASE WHEN range_start >= start AND range_end <= start + length(CAST(text AS BLOB))"
    " THEN " BG_RANGE_WORDS("x", "range_start", "range_end") " END AS text, rule FROM (SELECT p.page, p.start, p.text, o.key AS owner, r.key AS n, json_extract(r.value, '$[0]') AS field,"
    " json_extract(r.value, '$[1]') AS range_start, json_extract(r.value, '$[2]') AS range_end, json_extract(r.value, '$[3]') AS rule"
    " FROM page_ranges p, json_each(p.ranges) o, json_each(o.value) r) x;";

/* What people decided, appended and never changed; and what follows from it and the facts that are there (effects.h). */
static const char decisions_4[] =
    "CREATE TABLE decisions("
    " id TEXT PRIMARY KEY, at TEXT NOT NULL, seq INTEGER NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL, field TEXT, value TEXT, was TEXT, note TEXT, source TEXT,"
    " undoes TEXT, range_start INTEGER, range_end INTEGER) STRICT;"
    "CREATE INDEX decisions_time ON decisions(at, seq, id);"
    "CREATE INDEX decisions_who ON decisions(who, at, seq, id);"
    "CREATE INDEX decisions_seq ON decisions(seq);"
    "CREATE INDEX decisions_undoes ON decisions(undoes) WHERE undoes IS NOT NULL;"
    /* What it is about, and what anchors that: page, range and words as they were. `part`: decide.h. */
    "CREATE TABLE decision_targets(decision TEXT NOT NULL REFERENCES decisions(id), n INTEGER NOT NULL, part INTEGER NOT NULL, fact TEXT NOT NULL, page TEXT,"
    " range_start INTEGER, range_end INTEGER, words TEXT, alone INTEGER NOT NULL, PRIMARY KEY(decision, n)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX decision_targets_fact ON decision_targets(fact);"
    "CREATE INDEX decision_targets_page ON decision_targets(page);"
    "CREATE TABLE undone(decision TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"
    "CREATE TABLE decided(fact TEXT NOT NULL, decision TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(fact, decision, n)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX decided_decision ON decided(decision, n);"
    "CREATE TABLE effects(fact TEXT NOT NULL, field TEXT NOT NULL, value TEXT, decision TEXT NOT NULL, PRIMARY KEY(fact, field)) STRICT, WITHOUT ROWID;"
    /* How uncertain (doubt.h), NULL: somebody accepted it. */
    "ALTER TABLE events ADD COLUMN doubt INTEGER;"
    "ALTER TABLE contacts ADD COLUMN doubt INTEGER;"
    "CREATE INDEX contacts_doubt ON contacts(doubt DESC, id) WHERE doubt IS NOT NULL;"
    "CREATE INDEX effects_rejected ON effects(fact) WHERE field = 'verdict' AND value = 'reject';"
    /* Statements as they stand: without those that were rejected, with what was corrected. */
    "CREATE VIEW said AS SELECT s.id, s.page, s.n, s.event, nullif(coalesce(a.value, s.speaker), '') AS speaker, nullif(coalesce(b.value, s.addressee), '') AS addressee,"
    " coalesce(c.value, s.act) AS act, nullif(coalesce(d.value, s.strength), '') AS strength, coalesce(e.value, s.content) AS content, s.rule FROM statements s"
    " LEFT JOIN effects a ON a.fact = s.id AND a.field = 'speaker' LEFT JOIN effects b ON b.fact = s.id AND b.field = 'addressee'"
    " LEFT JOIN effects c ON c.fact = s.id AND c.field = 'act' LEFT JOIN effects d ON d.fact = s.id AND d.field = 'strength'"
    " LEFT JOIN effects e ON e.fact = s.id AND e.field = 'content' WHERE NOT EXISTS (SELECT 1 FROM effects x WHERE x.fact = s.id AND x.field = 'verdict' AND x.value = 'reject')"
    " AND NOT EXISTS (SELECT 1 FROM effects x WHERE x.fact = s.event AND x.field = 'verdict' AND x.value = 'reject');";

/* The office of an entity in other words, its rank; whether those meet who lead the states; in which state a place is. */
static const char offices_4[] =
    "ALTER TABLE entities ADD COLUMN alias TEXT;"
    "ALTER TABLE entities ADD COLUMN rank INTEGER;"
    "ALTER TABLE events ADD COLUMN summit INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE events ADD COLUMN place_country TEXT;";

/* How tellings of one contact find each other (slots.h): a hash of type and sides with a slot; the digits of the event's id. */
static const char slots_4[] =
    "DROP TABLE event_words;"
    /* A hash of what it tells (told.h); NULL: its facts are not there. */
    "ALTER TABLE pages ADD COLUMN told INTEGER;"
    /* So that a contact's pages are counted without looking at them. */
    "ALTER TABLE contact_events ADD COLUMN page TEXT;"
    "ALTER TABLE contact_events ADD COLUMN published TEXT;"
    "UPDATE contact_events SET (page, published) = (SELECT e.page, substr(p.published, 1, 10) FROM events e JOIN pages p ON p.id = e.page WHERE e.id = event);"
    "DROP INDEX contact_events_contact;"
    "CREATE INDEX contact_events_contact ON contact_events(contact, n, page, published);"
    "CREATE TABLE event_slots(key INTEGER NOT NULL, event INTEGER NOT NULL, PRIMARY KEY(key, event)) STRICT, WITHOUT ROWID;";

static const char indexes_4[] =
    /* Anniversaries that pages name. */
    "CREATE INDEX entities_occasion ON entities(page, name) WHERE kind = 'occasion';"
    /* Contacts since a day. */
    "CREATE INDEX contacts_last ON contacts(last_day);";

static const char ledger_4[] =
    /* An entry of the ledger, as its page has it; day YYYYMMDD, NULL where it is not known. `number` gives the order on one day. */
    "CREATE TABLE items("
    " number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, page TEXT NOT NULL REFERENCES pages(id), statement TEXT, event TEXT, kind TEXT NOT NULL, grade TEXT NOT NULL,"
    " sides TEXT NOT NULL, bound TEXT, towards TEXT, actor TEXT, speaker TEXT, day INTEGER, about TEXT, content TEXT, keys TEXT NOT NULL, due_from TEXT, due_to TEXT, condition TEXT, part TEXT, rule TEXT,"
    " said_start INTEGER, said_end INTEGER) STRICT;"
    "CREATE INDEX items_page ON items(page);"
    "CREATE INDEX items_statement ON items(statement) WHERE statement IS NOT NULL;"
    "CREATE INDEX items_event ON items(event);"
    /* How entries find each other: a hash of sides and key. */
    "CREATE TABLE item_keys(key INTEGER NOT NULL, day INTEGER NOT NULL, item INTEGER NOT NULL, PRIMARY KEY(key, day, item)) STRICT, WITHOUT ROWID;"
    /* The thread of an entry, named after its first; the earlier entries that one leans on, the surest first (n = 1: it follows that one into its thread), what it is to each and why. */
    "CREATE TABLE item_threads(item INTEGER PRIMARY KEY REFERENCES items(number), thread INTEGER NOT NULL) STRICT;"
    "CREATE INDEX item_threads_thread ON item_threads(thread);"
    "CREATE TABLE item_links(item INTEGER NOT NULL REFERENCES items(number), n INTEGER NOT NULL, earlier INTEGER NOT NULL, step TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY(item, n)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX item_links_earlier ON item_links(earlier);"
    "CREATE INDEX item_links_besides ON item_links(earlier) WHERE n > 1;"
    "CREATE TABLE threads("
    " thread INTEGER PRIMARY KEY, id TEXT, sides TEXT NOT NULL, first_day INTEGER, last_day INTEGER, items INTEGER NOT NULL, open INTEGER NOT NULL, due_to TEXT,"
    " done_day INTEGER) STRICT;"
    "CREATE INDEX threads_sides ON threads(sides, last_day);"
    "CREATE INDEX threads_due ON threads(sides, due_to) WHERE due_to IS NOT NULL;"
    /* What a thread holds: the entries that follow one another, and those that lean on one of them besides. */
    "CREATE VIEW members AS SELECT t.thread, t.item, l.n, l.earlier, l.step, l.reason FROM item_threads t LEFT JOIN item_links l ON l.item = t.item AND l.n = 1"
    " UNION ALL SELECT t.thread, g.item, g.n, g.earlier, g.step, g.reason FROM item_threads t JOIN item_links g ON g.earlier = t.item AND g.n > 1;"
    "CREATE VIEW thread_items AS SELECT t.id AS thread, i.id AS item, i.statement, i.page, i.day, m.step, m.reason, e.id AS earlier FROM members m JOIN items i ON i.number = m.item"
    " JOIN threads t ON t.thread = m.thread LEFT JOIN items e ON e.number = m.earlier;"
    "CREATE VIEW ledger AS SELECT t.id AS thread, i.sides, i.day, i.kind, i.grade, i.bound, i.towards, i.about, m.step, i.due_to, i.page, i.id"
    " FROM threads t JOIN members m ON m.thread = t.thread JOIN items i ON i.number = m.item ORDER BY t.sides, t.thread, i.day, i.number;";
static const char people_4[] =
    /* Persons of pages have a form: name and country (form.h); who shares one is one person, and further forms are linked (people.h). */
    "ALTER TABLE entities ADD COLUMN form INTEGER;"
    "CREATE INDEX entities_form ON entities(form) WHERE form IS NOT NULL;"
    "ALTER TABLE contact_people ADD COLUMN form INTEGER;"
    "CREATE INDEX contact_people_form ON contact_people(form, contact) WHERE form IS NOT NULL;"
    "CREATE TABLE forms(form INTEGER PRIMARY KEY, country TEXT NOT NULL, key TEXT NOT NULL) STRICT;"
    "CREATE UNIQUE INDEX forms_country ON forms(country, key);"
    "CREATE INDEX forms_key ON forms(key);"
    "CREATE TABLE form_words(word TEXT NOT NULL, form INTEGER NOT NULL, PRIMARY KEY(word, form)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX form_words_form ON form_words(form);"
    /* How each is spelled and which offices it is given: on how many pages, first and last day of publication. */
    "CREATE TABLE spellings(form INTEGER NOT NULL, name TEXT NOT NULL, pages INTEGER NOT NULL, first_day TEXT, last_day TEXT, PRIMARY KEY(form, name)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE form_offices(form INTEGER NOT NULL, office TEXT NOT NULL, pages INTEGER NOT NULL, first_day TEXT, last_day TEXT, PRIMARY KEY(form, office)) STRICT, WITHOUT ROWID;"
    /* Forms of one person, who is named by the smallest of them, and why; a form that is a person by itself has no row. */
    "CREATE TABLE persons(form INTEGER PRIMARY KEY, person INTEGER NOT NULL, reason TEXT) STRICT;"
    "CREATE INDEX persons_person ON persons(person);"
    /* Pages that are not counted yet; forms to be counted anew; countries whose forms are to be linked anew. */
    "CREATE TABLE new_people(page TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"
    "CREATE TABLE stale_forms(form INTEGER PRIMARY KEY) STRICT;"
    "CREATE TABLE changed_countries(country TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;";
/* What stands under many names (namings.h): bodies, mechanisms, agreements. */
static const char things_4[] =
    /* As one page names it. `step`: of a session held or planned, of an agreement what happened to it; `because`: how its sides are known; [said_start, said_end): the sentence. */
    "CREATE TABLE namings("
    " page TEXT NOT NULL REFERENCES pages(id), n INTEGER NOT NULL, form INTEGER NOT NULL, name TEXT NOT NULL, ordinal INTEGER, step TEXT, day TEXT, place TEXT, event TEXT,"
    " because TEXT NOT NULL, since TEXT, until TEXT, into_code TEXT, by_what TEXT, published TEXT, range_start INTEGER NOT NULL, range_end INTEGER NOT NULL,"
    " said_start INTEGER NOT NULL, said_end INTEGER NOT NULL, PRIMARY KEY(page, n)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX namings_form ON namings(form, published);"
    "CREATE INDEX namings_told ON namings(form, ordinal, day) WHERE ordinal IS NOT NULL OR step IS NOT NULL;"
    /* What one has in common over all pages: code, sides, words of its field; on how many pages. Under which names; with which sides. */
    "CREATE TABLE thing_forms(form INTEGER PRIMARY KEY, kind TEXT NOT NULL, code TEXT NOT NULL, sides TEXT NOT NULL, field TEXT NOT NULL, pages INTEGER NOT NULL) STRICT;"
    "CREATE INDEX thing_forms_kind ON thing_forms(kind, pages);"
    "CREATE INDEX thing_forms_code ON thing_forms(code, sides);"
    "CREATE TABLE thing_names(form INTEGER NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, pages INTEGER NOT NULL, PRIMARY KEY(form, name)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE thing_sides(side TEXT NOT NULL, kind TEXT NOT NULL, form INTEGER NOT NULL, PRIMARY KEY(side, kind, form)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX thing_sides_form ON thing_sides(form);"
    /* Forms that are one, named by the smallest of them, and why; one that is by itself has no row. Codes and sides whose forms are to be linked anew. */
    "CREATE TABLE things(form INTEGER PRIMARY KEY, thing INTEGER NOT NULL, reason TEXT) STRICT;"
    "CREATE INDEX things_thing ON things(thing);"
    "CREATE TABLE changed_things(code TEXT NOT NULL, sides TEXT NOT NULL, PRIMARY KEY(code, sides)) STRICT, WITHOUT ROWID;";

/* The parts of version 4, in this order. A part may need tables of those before it. */
static const char *const version_4[] = {
    /* What follows from the pages' facts is computed when they are read again. */
    "UPDATE pages SET reader = reader || ' record 3';",
    ranges_4,
    reprints_4,
    decisions_4,
    indexes_4,
    ledger_4,
    people_4,
    offices_4,
    slots_4,
    things_4,
};

static const char version_5[] =
    /* How a thread stands but for the day asked for and for what people decided (stand.h), where they are looked for: those of two sides, the last heard of first; 0: no day is known. `lead`, `name`,
     * `latest`: numbers of entries; `decided`: people closed or rejected something of it. */
    "CREATE TABLE standings("
    " sides TEXT NOT NULL, last_day INTEGER NOT NULL, thread INTEGER NOT NULL, first_day INTEGER NOT NULL, stage TEXT NOT NULL, due TEXT, done TEXT, items INTEGER NOT NULL, pages INTEGER NOT NULL,"
    " witnesses INTEGER NOT NULL, sayings INTEGER NOT NULL, lead INTEGER NOT NULL, name INTEGER NOT NULL, latest INTEGER NOT NULL, grade TEXT NOT NULL, bound TEXT, vague INTEGER NOT NULL,"
    " decided INTEGER NOT NULL, PRIMARY KEY(sides, last_day DESC, thread)) STRICT, WITHOUT ROWID;"
    "DROP INDEX threads_sides;"
    "DROP INDEX threads_due;";

static const char version_6[] =
    /* A contact as lists show it (card.h): its people (name, office, country, role, form, a NUL behind each), how many pages and witnesses tell it. */
    "ALTER TABLE contacts ADD COLUMN people BLOB;"
    "ALTER TABLE contacts ADD COLUMN pages INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE contacts ADD COLUMN witnesses INTEGER NOT NULL DEFAULT 0;"
    /* The same once for each side, in order of time, '' if no day is known. `known`: when the first page that tells it came out, '' if one does not say; `yearly`: a page that tells it names the
     * anniversary of relations; `tellers`: of each page that tells it the digits of its id in eight bytes, the day on which it came out in four. */
    "CREATE TABLE side_contacts(side TEXT NOT NULL, last_day TEXT NOT NULL, id TEXT NOT NULL, first_day TEXT, main INTEGER NOT NULL, type TEXT, verb TEXT, grade TEXT, status TEXT, mode TEXT,"
    " channel TEXT, start_date TEXT, end_date TEXT, place TEXT, sides TEXT NOT NULL, pages INTEGER NOT NULL, witnesses INTEGER NOT NULL, people BLOB, known TEXT, yearly INTEGER NOT NULL,"
    " tellers BLOB, PRIMARY KEY(side, last_day, id)) STRICT, WITHOUT ROWID;";

static const char version_7[] =
    /* The pages of a person with his names and offices there, and when pages came out, without their rows: those of pages lie behind their bytes. */
    "DROP INDEX entities_form;"
    "CREATE INDEX entities_form ON entities(form, page, name, office) WHERE form IS NOT NULL;"
    "CREATE INDEX pages_day ON pages(id, published);";

static const char version_8[] =
    /* Facts have other ids when their page is read again (ids.h); decisions find them by their page, which those on entries did not have. */
    "UPDATE decision_targets SET page = (SELECT page FROM items WHERE id = fact) WHERE fact GLOB 'c*' AND page IS NULL;"
    "UPDATE pages SET reader = reader || ' record 7';";

static const char version_9[] =
    /* Invitations of the whole record, which are few. */
    "CREATE INDEX statements_invites ON statements(page, event) WHERE act = 'invites';"
    /* A person's contacts in order of time: last_day of the contact, '' if no day is known. */
    "ALTER TABLE contact_people ADD COLUMN day TEXT;"
    "UPDATE contact_people SET day = (SELECT coalesce(last_day, '') FROM contacts WHERE id = contact);"
    "DROP INDEX contact_people_form;"
    "CREATE INDEX contact_people_form ON contact_people(form, day, contact) WHERE form IS NOT NULL;"
    /* … and his pages, in the order in which they came out. */
    "ALTER TABLE entities ADD COLUMN published TEXT;"
    "UPDATE entities SET published = (SELECT p.published FROM pages p INDEXED BY pages_day WHERE p.id = page) WHERE form IS NOT NULL;"
    "DROP INDEX entities_form;"
    "CREATE INDEX entities_form ON entities(form, published, page, name, office) WHERE form IS NOT NULL;";

/*
 * Facts lie with their page (rows.h): no index leads from pages or ids to them, but for the few events. What a fact has several of is a list in its row, and the tables of old are views
 * of these. A page's bytes stand behind all that is asked of it, and nothing renumbers its row.
 */
static const char version_10[] =
    "PRAGMA legacy_alter_table = ON;" /* views stay as they are while what they look at is made anew */
    "CREATE TABLE new_pages("
    " n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, size INTEGER NOT NULL, text_size INTEGER NOT NULL, title TEXT, published TEXT, outlet TEXT, agency TEXT,"
    " reprint_of TEXT, lang TEXT, reader TEXT NOT NULL, url TEXT, captured TEXT, charset TEXT, item_url TEXT, item_type TEXT, item_captured TEXT, item_title TEXT, item_published TEXT,"
    " url_from TEXT, published_from TEXT, modified TEXT, modified_from TEXT, summary TEXT, is_list INTEGER NOT NULL DEFAULT 0, address TEXT, host TEXT, text_key TEXT, outlet_words TEXT,"
    " copy_of TEXT, stale INTEGER NOT NULL DEFAULT 0, told INTEGER,"
    /* The digits that the ids of its facts begin with; NULL: they have others (up to version 7). */
    " key TEXT, bytes BLOB NOT NULL, text BLOB) STRICT;"
    "INSERT INTO new_pages SELECT rowid, id, sha256, size, text_size, title, published, outlet, agency, reprint_of, lang, reader, url, captured, charset, item_url, item_type, item_captured,"
    " item_title, item_published, url_from, published_from, modified, modified_from, summary, is_list, address, host, text_key, outlet_words, copy_of, stale, told,"
    " CASE WHEN reader NOT GLOB '* record [1-7]' THEN coalesce((SELECT substr(e.id, 2, 6) FROM entities e WHERE e.page = p.id), (SELECT substr(e.id, 2, 6) FROM events e WHERE e.page = p.id),"
    " (SELECT substr(s.id, 2, 6) FROM statements s WHERE s.page = p.id), (SELECT substr(i.id, 2, 6) FROM items i WHERE i.page = p.id), '') END, bytes, text FROM pages p ORDER BY rowid;"
    "DROP TABLE pages;"
    "ALTER TABLE new_pages RENAME TO pages;"
    "CREATE INDEX pages_address ON pages(address, text_key);"
    "CREATE INDEX pages_copy ON pages(copy_of) WHERE copy_of IS NOT NULL;"
    "CREATE INDEX pages_stale ON pages(n) WHERE stale;"
    "CREATE INDEX pages_key ON pages(key);"
    /* offices: all its offices, a list. */
    "CREATE TABLE new_entities("
    " row INTEGER PRIMARY KEY, id TEXT NOT NULL, page TEXT NOT NULL REFERENCES pages(id), n INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT, folded TEXT, office TEXT, country TEXT, alias TEXT,"
    " rank INTEGER, form INTEGER, published TEXT, offices TEXT) STRICT;"
    "INSERT INTO new_entities SELECT (p.n << 24) + e.n, e.id, page, e.n, kind, name, folded, office, country, alias, rank, form, e.published,"
    " (SELECT nullif(json_group_array(office), '[]') FROM (SELECT office FROM offices o WHERE o.entity = e.id ORDER BY n)) FROM entities e JOIN pages p ON p.id = e.page ORDER BY 1;"
    /* participants: [number of an entity of the page, role] each. */
    "CREATE TABLE new_events("
    " row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, page TEXT NOT NULL REFERENCES pages(id), n INTEGER NOT NULL, main INTEGER NOT NULL, type TEXT, verb TEXT, grade TEXT, status TEXT,"
    " mode TEXT, channel TEXT, start_date TEXT, end_date TEXT, place TEXT, sides TEXT NOT NULL, rule TEXT, said_start INTEGER, said_end INTEGER, doubt INTEGER,"
    " summit INTEGER NOT NULL DEFAULT 0, place_country TEXT, participants TEXT) STRICT;"
    "INSERT INTO new_events SELECT (p.n << 24) + v.n, v.id, page, v.n, main, type, verb, grade, status, mode, channel, start_date, end_date, place, sides, rule, said_start, said_end, doubt,"
    " summit, place_country, (SELECT nullif(json_group_array(json_array(n, role)), '[]') FROM (SELECT e.n, t.role FROM participants t JOIN entities e ON e.id = t.entity WHERE t.event = v.id"
    " ORDER BY t.n)) FROM events v JOIN pages p ON p.id = v.page ORDER BY 1;"
    /* topics: a list; refers: numbers of entities of the page. */
    "CREATE TABLE new_statements("
    " row INTEGER PRIMARY KEY, id TEXT NOT NULL, page TEXT NOT NULL REFERENCES pages(id), n INTEGER NOT NULL, event TEXT REFERENCES events(id), speaker TEXT, addressee TEXT, act TEXT,"
    " strength TEXT, content TEXT, rule TEXT, range_start INTEGER, range_end INTEGER, said_start INTEGER, said_end INTEGER, topics TEXT, refers TEXT) STRICT;"
    "INSERT INTO new_statements SELECT (p.n << 24) + s.n, s.id, page, s.n, event, speaker, addressee, act, strength, content, rule, range_start, range_end, said_start, said_end,"
    " (SELECT nullif(json_group_array(topic), '[]') FROM (SELECT topic FROM topics t WHERE t.statement = s.id ORDER BY n)),"
    " (SELECT nullif(json_group_array(n), '[]') FROM (SELECT e.n FROM refers r JOIN entities e ON e.id = r.entity WHERE r.statement = s.id ORDER BY r.n))"
    " FROM statements s JOIN pages p ON p.id = s.page ORDER BY 1;"
    "CREATE TABLE new_items("
    " row INTEGER PRIMARY KEY, number INTEGER NOT NULL UNIQUE, id TEXT NOT NULL, page TEXT NOT NULL REFERENCES pages(id), statement TEXT, event TEXT, kind TEXT NOT NULL, grade TEXT NOT NULL,"
    " sides TEXT NOT NULL, bound TEXT, towards TEXT, actor TEXT, speaker TEXT, day INTEGER, about TEXT, content TEXT, keys TEXT NOT NULL, due_from TEXT, due_to TEXT, condition TEXT, part TEXT,"
    " rule TEXT, said_start INTEGER, said_end INTEGER) STRICT;"
    "INSERT INTO new_items SELECT (p.n << 24) + row_number() OVER (PARTITION BY i.page ORDER BY number), number, i.id, page, statement, event, kind, grade, sides, bound, towards, actor, speaker,"
    " day, about, content, keys, due_from, due_to, condition, part, rule, said_start, said_end FROM items i JOIN pages p ON p.id = i.page ORDER BY 1;"
    "DROP TABLE offices; DROP TABLE participants; DROP TABLE topics; DROP TABLE refers; DROP TABLE entities; DROP TABLE events; DROP TABLE statements; DROP TABLE items;"
    "ALTER TABLE new_entities RENAME TO entities;"
    "ALTER TABLE new_events RENAME TO events;"
    "ALTER TABLE new_statements RENAME TO statements;"
    "ALTER TABLE new_items RENAME TO items;"
    "CREATE INDEX entities_occasion ON entities(page, name) WHERE kind = 'occasion';"
    "CREATE INDEX entities_form ON entities(form, published, page, name, office) WHERE form IS NOT NULL;"
    "CREATE INDEX statements_invites ON statements(page, event) WHERE act = 'invites';"
    "CREATE VIEW offices AS SELECT e.id AS entity, o.key + 1 AS n, o.value AS office FROM entities e, json_each(e.offices) o;"
    "CREATE VIEW participants AS SELECT v.id AS event, t.key + 1 AS n, e.id AS entity, t.value ->> 1 AS role, e.row AS entity_row FROM events v, json_each(v.participants) t, entities e"
    " WHERE e.row = (v.row >> 24 << 24) + (t.value ->> 0);"
    "CREATE VIEW topics AS SELECT s.id AS statement, t.key + 1 AS n, t.value AS topic FROM statements s, json_each(s.topics) t;"
    "CREATE VIEW refers AS SELECT s.id AS statement, r.key + 1 AS n, e.id AS entity FROM statements s, json_each(s.refers) r, entities e WHERE e.row = (s.row >> 24 << 24) + r.value;"
    /* Which events a contact was merged from, and why (NULL for the one that the others were compared with). */
    "CREATE TABLE tellings("
    " row INTEGER PRIMARY KEY REFERENCES events(row), contact TEXT NOT NULL REFERENCES contacts(id), n INTEGER NOT NULL, reason TEXT, page TEXT, published TEXT) STRICT;"
    "INSERT INTO tellings SELECT e.row, m.contact, m.n, m.reason, m.page, m.published FROM contact_events m JOIN events e ON e.id = m.event ORDER BY 1;"
    "DROP TABLE contact_events;"
    "CREATE INDEX tellings_contact ON tellings(contact, n, page, published);"
    "CREATE VIEW contact_events AS SELECT e.id AS event, m.contact, m.n, m.reason, m.page, m.published FROM tellings m JOIN events e ON e.row = m.row;"
    "DROP VIEW timeline;"
    "CREATE VIEW timeline AS SELECT c.start_date AS date, c.end_date, c.type, c.sides, c.channel, c.status, c.place,"
    " (SELECT group_concat(name, '; ') FROM (SELECT name FROM contact_people p WHERE p.contact = c.id ORDER BY n)) AS people, c.pages, c.id FROM contacts c ORDER BY c.first_day IS NULL,"
    " c.first_day, c.id;"
    "CREATE TABLE new_ranges(n INTEGER PRIMARY KEY REFERENCES pages(n), start INTEGER NOT NULL, text TEXT, ranges TEXT NOT NULL) STRICT;"
    "INSERT INTO new_ranges SELECT p.n, r.start, r.text, r.ranges FROM page_ranges r JOIN pages p ON p.id = r.page ORDER BY 1;"
    "DROP VIEW ranges;"
    "DROP TABLE page_ranges;"
    "ALTER TABLE new_ranges RENAME TO page_ranges;"
    "CREATE VIEW ranges AS SELECT page, owner, n, field, range_start, range_end, CASE WHEN range_start >= start AND range_end <= start + length(CAST(text AS BLOB))"
    " THEN " BG_RANGE_WORDS("x", "range_start", "range_end") " END AS text, rule FROM (SELECT g.id AS page, p.start, p.text, o.key AS owner, r.key AS n, r.value ->> 0 AS field,"
    " r.value ->> 1 AS range_start, r.value ->> 2 AS range_end, r.value ->> 3 AS rule FROM pages g, page_ranges p, json_each(p.ranges) o, json_each(o.value) r WHERE p.n = g.n) x;"
    "CREATE TABLE new_passages(n INTEGER PRIMARY KEY REFERENCES pages(n), first INTEGER NOT NULL, behind INTEGER NOT NULL) STRICT;"
    "INSERT INTO new_passages SELECT p.n, x.first, x.behind FROM passages x JOIN pages p ON p.id = x.page ORDER BY 1;"
    "DROP TABLE passages;"
    "ALTER TABLE new_passages RENAME TO passages;"
    "CREATE TABLE page_sources(n INTEGER NOT NULL REFERENCES pages(n), name TEXT NOT NULL, PRIMARY KEY(n, name)) STRICT, WITHOUT ROWID;"
    "INSERT INTO page_sources SELECT p.n, s.name FROM sources s JOIN pages p ON p.id = s.page ORDER BY 1;"
    "DROP TABLE sources;"
    "CREATE VIEW sources AS SELECT p.id AS page, s.name FROM page_sources s JOIN pages p ON p.n = s.n;"
    "CREATE TABLE new_lines(n INTEGER PRIMARY KEY REFERENCES pages(n), page TEXT NOT NULL REFERENCES pages(id), host TEXT NOT NULL, address TEXT NOT NULL, title TEXT NOT NULL,"
    " lead INTEGER NOT NULL, read_with TEXT, lines BLOB NOT NULL) STRICT;"
    "INSERT INTO new_lines SELECT p.n, l.* FROM page_lines l JOIN pages p ON p.id = l.page ORDER BY 1;"
    "DROP TABLE page_lines;"
    "ALTER TABLE new_lines RENAME TO page_lines;"
    "CREATE INDEX page_lines_host ON page_lines(host);"
    "DROP VIEW said;"
    "CREATE VIEW said AS SELECT s.row, s.id, s.page, s.n, s.event, nullif(coalesce(a.value, s.speaker), '') AS speaker, nullif(coalesce(b.value, s.addressee), '') AS addressee,"
    " coalesce(c.value, s.act) AS act, nullif(coalesce(d.value, s.strength), '') AS strength, coalesce(e.value, s.content) AS content, s.rule, s.topics, s.refers FROM statements s"
    " LEFT JOIN effects a ON a.fact = s.id AND a.field = 'speaker' LEFT JOIN effects b ON b.fact = s.id AND b.field = 'addressee'"
    " LEFT JOIN effects c ON c.fact = s.id AND c.field = 'act' LEFT JOIN effects d ON d.fact = s.id AND d.field = 'strength'"
    " LEFT JOIN effects e ON e.fact = s.id AND e.field = 'content' WHERE NOT EXISTS (SELECT 1 FROM effects x WHERE x.fact = s.id AND x.field = 'verdict' AND x.value = 'reject')"
    " AND NOT EXISTS (SELECT 1 FROM effects x WHERE x.fact = s.event AND x.field = 'verdict' AND x.value = 'reject');"
    "PRAGMA legacy_alter_table = OFF;";

static const char version_11[] =
    /* The day that was read of an entry (NULL: none), where that of its contact was corrected. */
    "CREATE TABLE item_days(item INTEGER PRIMARY KEY REFERENCES items(number), day INTEGER) STRICT;";

static const char version_12[] =
    /* Entries that are not linked yet. */
    "CREATE TABLE items_due(item INTEGER PRIMARY KEY) STRICT;"
    /* Which of a page's lines each block of its body has (bg_outline__make); NULL where it was read before. */
    "ALTER TABLE page_lines ADD COLUMN outline BLOB;"
    /* Does the line stand on many of the site's pages? Not known before the site is counted again. */
    "ALTER TABLE site_lines ADD COLUMN often INTEGER NOT NULL DEFAULT 0;";

static const char version_13[] =
    /* By numbers, which grow: a new page's row stands behind all others. */
    "DROP TABLE IF EXISTS temp.due;"
    "CREATE TEMP TABLE due AS SELECT i.row FROM items_due d JOIN items i ON i.number = d.item;"
    "DROP TABLE items_due;"
    "CREATE TABLE items_due(row INTEGER PRIMARY KEY) STRICT;"
    "INSERT INTO items_due SELECT row FROM temp.due ORDER BY row;"
    "DELETE FROM temp.due;"
    "INSERT INTO temp.due SELECT p.n FROM new_people c JOIN pages p ON p.id = c.page;"
    "DROP TABLE new_people;"
    "CREATE TABLE new_people(n INTEGER PRIMARY KEY) STRICT;"
    "INSERT INTO new_people SELECT row FROM temp.due ORDER BY row;"
    "DROP TABLE temp.due;";

/* Not asked while pages come (see schema.h), as the versions above made them. */
static const struct {
    const char *name, *columns;
} late[] = {
    {"page_lines_host", "page_lines(host)"},
    {"entities_form", "entities(form, published, page, name, office) WHERE form IS NOT NULL"},
    {"namings_form", "namings(form, published)"},
    {"namings_told", "namings(form, ordinal, day) WHERE ordinal IS NOT NULL OR step IS NOT NULL"},
    {"contacts_day", "contacts(first_day, id)"},
    {"contacts_last", "contacts(last_day)"},
    {"contacts_doubt", "contacts(doubt DESC, id) WHERE doubt IS NOT NULL"},
    {"contact_people_form", "contact_people(form, day, contact) WHERE form IS NOT NULL"},
};

static void without_late(bg_record *record) {
    char sql[64];
    for (size_t i = 0; i < BG_COUNT(late); i++) {
        snprintf(sql, sizeof sql, "DROP INDEX %s", late[i].name);
        bg_db__script(record, sql);
    }
}

void bg_schema__complete(bg_record *record, const bg_watcher *watcher) {
    char sql[160];
    for (size_t i = 0; i < BG_COUNT(late) && record->code == BG_OK; i++) {
        if (bg_db__any(record, bg_db__query(record, "SELECT 1 FROM pragma_index_info(?)", "t", late[i].name))) continue;
        snprintf(sql, sizeof sql, "CREATE INDEX IF NOT EXISTS %s ON %s", late[i].name, late[i].columns);
        bg_db__script(record, sql);
        bg_watcher__tell(watcher, BG_SETTLE_INDEXES, i + 1, BG_COUNT(late));
    }
}

/* Of contacts whose day was corrected before. */
static void redate_all(bg_record *record) {
    bg_texts events = {0};
    bg_arena *arena = bg_arena__new();
    if (!arena) {
        bg_db__nomem(record);
        return;
    }
    bg_db__texts(record, arena, bg_db__query(record, "SELECT fact FROM effects WHERE field = 'start' ORDER BY fact", ""), &events);
    for (size_t i = 0; i < events.count && record->code == BG_OK; i++) bg_items__redate(record, events.items[i]);
    bg_arena__free(arena);
}

void bg_schema__migrate(bg_record *record, int64_t version) {
    char pragmas[128];
    snprintf(pragmas, sizeof pragmas, "PRAGMA application_id = %d; PRAGMA user_version = %d;", BG_APPLICATION_ID, BG_SCHEMA_VERSION);
    if (version < 1) bg_db__script(record, version_1);
    if (version < 2) bg_db__script(record, version_2);
    if (version < 3) bg_db__script(record, version_3);
    if (version < 4)
        for (size_t i = 0; i < BG_COUNT(version_4); i++) bg_db__script(record, version_4[i]);
    if (version < 5) bg_db__script(record, version_5);
    if (version < 6) bg_db__script(record, version_6);
    if (version < 7) bg_db__script(record, version_7);
    if (version < 8) bg_db__script(record, version_8);
    if (version < 9) bg_db__script(record, version_9);
    if (version < 10) bg_db__script(record, version_10);
    if (version < 11) bg_db__script(record, version_11);
    if (version < 12) bg_db__script(record, version_12);
    if (version < 13) bg_db__script(record, version_13);
    if (version < 1) without_late(record);
    /* What is computed from what was there, once the tables are those that the rest of the program knows. */
    if (version < 4) bg_ranges__fill(record);
    if (version < 4) bg_slots__fill(record);
    if (version < 5) bg_stand__fill(record);
    if (version < 6) bg_card__fill(record);
    if (version < 11) redate_all(record);
    bg_db__script(record, pragmas);
}
