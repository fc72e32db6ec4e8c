/* export_table: see export_table.h. */
#include "export_table.h"
#include "exporter.h"
#include "../record/people.h"
#include "../record/ranges.h"
#include "../record/reprints.h"
#include "../record/said.h"

#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const bg_export_column contacts[] = {
    {"id", "string", {"mã cuộc tiếp xúc", "id of the contact"}, NULL},
    {"date", "date", {"ngày (đầu), chính xác đến mức trang viết: YYYY-MM-DD, YYYY-MM, YYYY, --MM-DD", "(first) day, as precise as the pages are: YYYY-MM-DD, YYYY-MM, YYYY, --MM-DD"}, NULL},
    {"end_date", "date", {"ngày cuối, nếu kéo dài; như date", "last day of what lasts; as date"}, NULL},
    {"first_day", "day", {"sớm nhất có thể, YYYY-MM-DD; trống: không rõ năm", "the earliest day it may have been, YYYY-MM-DD; empty: of no known year"}, NULL},
    {"last_day", "day", {"muộn nhất có thể, như first_day", "the latest day it may have been, as first_day"}, NULL},
    {"type", "string", {"loại: visit, talks, meeting, call, consultation, dialogue, committee_session, letter, signing, ceremony, credentials, award, conference, aid, statement, other", "type: visit, talks, meeting, call, consultation, dialogue, committee_session, letter, signing, ceremony, credentials, award, conference, aid, statement, other"}, NULL},
    {"verb", "string", {"từ ngữ gọi tên cuộc ấy trên trang", "the words that named it"}, NULL},
    {"grade", "string", {"cấp: state, official, working, friendly, private, surprise, historic", "grade: state, official, working, friendly, private, surprise, historic"}, NULL},
    {"status", "string", {"held (đã diễn ra), planned (dự kiến)", "held or planned"}, NULL},
    {"mode", "string", {"hình thức: in_person, phone, online, letter, restricted, sideline", "mode: in_person, phone, online, letter, restricted, sideline"}, NULL},
    {"channel", "string", {"kênh: party, state, government, parliament, foreign_ministry, ministry, defence, security, local, people", "channel: party, state, government, parliament, foreign_ministry, ministry, defence, security, local, people"}, NULL},
    {"place", "string", {"nơi", "place"}, NULL},
    {"sides", "list", {"các bên: mã ISO 3166-1 hoặc mã tổ chức", "sides: ISO 3166-1 codes, or an organisation's"}, NULL},
    {"people", "list", {"người dự, tên đầy đủ nhất", "those who took part, by their fullest names"}, NULL},
    {"main", "boolean", {"1: có trang viết để đưa tin cuộc này", "1: some page is written to report it"}, NULL},
    {"pages", "integer", {"bao nhiêu trang kể", "how many pages tell it"}, NULL},
    {"witnesses", "integer", {"trong đó bao nhiêu nguồn độc lập", "how many of them are independent"}, NULL},
};

static const bg_export_column participants[] = {
    {"contact", "string", {"mã cuộc tiếp xúc", "id of the contact"}, "contacts"},
    {"n", "integer", {"thứ tự", "order"}, NULL},
    {"name", "string", {"tên đầy đủ nhất trên các trang", "the fullest name on the pages"}, NULL},
    {"office", "string", {"chức vụ", "office"}, NULL},
    {"country", "string", {"nước", "country"}, NULL},
    {"role", "string", {"vai: host, guest, sender, recipient, participant, companion", "role: host, guest, sender, recipient, participant, companion"}, NULL},
    {"person", "string", {"người ấy, qua mọi trang; trống: chỉ nêu chức vụ", "the person, over all pages; empty: named by the office alone"}, "persons"},
};

static const bg_export_column commitments[] = {
    {"id", "string", {"mã việc", "id of the matter"}, NULL},
    {"sides", "list", {"hai bên", "the two sides"}, NULL},
    {"bound", "string", {"bên phải làm; both: cả hai", "who is to do it; both"}, NULL},
    {"towards", "string", {"làm cho bên nào", "for whom"}, NULL},
    {"grade", "string", {"mức cao nhất đã đạt: wish < ask < ready < invitation < agree < pledge < signed < under_way < done", "the highest grade that was reached: wish < ask < ready < invitation < agree < pledge < signed < under_way < done"}, NULL},
    {"stage", "string", {"đã đi đến đâu: asked, offered, invited, answered, agreed, pledged, signed, under_way, done", "how far it has come: asked, offered, invited, answered, agreed, pledged, signed, under_way, done"}, NULL},
    {"about", "string", {"việc gì, gọi ngắn", "what it is about, in short"}, NULL},
    {"content", "string", {"nội dung, đúng chữ của trang nói rõ nhất", "what was said, in the words of the page that says it best"}, NULL},
    {"status", "string", {"tình trạng tính đến --as-of: closed, done_in_time, done_late, done, in_time, overdue, repeated, silent (12 tháng chưa có tin), raised, undated; chưa có tin không có nghĩa là chưa làm", "how it stands on the day of --as-of: closed, done_in_time, done_late, done, in_time, overdue, repeated, silent (no news for 12 months), raised, undated; that no page tells of it does not mean that it was not done"}, NULL},
    {"months_silent", "integer", {"bao nhiêu tháng tròn từ lần nhắc cuối đến --as-of", "full months from the last time it was spoken of to the day of --as-of"}, NULL},
    {"first", "date", {"lần đầu được nói đến", "first said"}, NULL},
    {"last", "date", {"lần cuối được nói đến", "last said"}, NULL},
    {"due", "date", {"ngày cuối của hạn đặt sau cùng", "last day of the term set last"}, NULL},
    {"done", "date", {"ngày có tin đã xong", "the day on which it was told to be done"}, NULL},
    {"closed", "date", {"ngày có người đóng lại", "the day on which somebody closed it"}, NULL},
    {"entries", "integer", {"bao nhiêu mục trong sổ", "how many entries it has"}, NULL},
    {"said", "integer", {"trong đó bao nhiêu lần nói khác nhau", "how many of them are no saying told twice"}, NULL},
    {"pages", "integer", {"bao nhiêu trang kể", "how many pages tell it"}, NULL},
    {"witnesses", "integer", {"trong đó bao nhiêu nguồn độc lập", "how many of them are independent"}, NULL},
    {"lead", "string", {"mục nói rõ nhất", "the entry that says it best"}, "entries"},
    {"vague", "boolean", {"1: chỉ là mong muốn hay không nêu việc cụ thể, nói một lần, không có hạn; bảng của ledger và xlsx bỏ ra", "1: a wish, or nothing named, said once and without a term: left out of the list of ledger and of xlsx"}, NULL},
};

static const bg_export_column entries[] = {
    {"id", "string", {"mã mục", "id of the entry"}, NULL},
    {"commitment", "string", {"việc mà mục ấy thuộc về", "the matter it belongs to"}, "commitments"},
    {"page", "string", {"trang", "the page"}, "pages"},
    {"contact", "string", {"nói tại cuộc nào", "at which contact it was said"}, "contacts"},
    {"statement", "string", {"đọc ra từ phát biểu nào; trống: từ việc được kể", "the statement it was read from; empty: a deed that is told"}, "statements"},
    {"day", "date", {"ngày", "day"}, NULL},
    {"kind", "string", {"loại: wish, ask, offer, invitation, agreement, pledge, signed, report (việc được kể đã hay đang làm)", "kind: wish, ask, offer, invitation, agreement, pledge, signed, report (a deed that is told)"}, NULL},
    {"grade", "string", {"mức, như commitments", "grade, as in commitments"}, NULL},
    {"sides", "list", {"hai bên", "the two sides"}, NULL},
    {"bound", "string", {"bên phải làm; both: cả hai", "who is to do it; both"}, NULL},
    {"towards", "string", {"làm cho bên nào", "for whom"}, NULL},
    {"actor", "string", {"cơ quan hay người làm hoặc hứa", "the body or person that is to do it or promised it"}, NULL},
    {"speaker", "string", {"ai nói", "whose words they are"}, NULL},
    {"about", "string", {"việc gì, gọi ngắn", "what it is about, in short"}, NULL},
    {"content", "string", {"nội dung, đúng chữ của trang", "what was said, in the page's words"}, NULL},
    {"condition", "string", {"điều kiện", "on what condition"}, NULL},
    {"due_from", "date", {"hạn: từ ngày", "first day of the term"}, NULL},
    {"due_to", "date", {"hạn: đến ngày", "last day of the term"}, NULL},
    {"part", "string", {"phần nào đã làm", "which part of it is done"}, NULL},
    {"rule", "string", {"quy tắc đã đọc ra", "the rule that read it"}, NULL},
    {"range_start", "integer", {"byte đầu của câu trong chữ của trang", "first byte of the sentence in the page's text"}, NULL},
    {"range_end", "integer", {"byte sau byte cuối", "byte behind its last"}, NULL},
    {"sentence", "string", {"câu ấy", "the sentence"}, NULL},
};

static const bg_export_column links[] = {
    {"entry", "string", {"mục sau", "the later entry"}, "entries"},
    {"earlier", "string", {"mục trước mà nó nối vào", "the earlier one that it leans on"}, "entries"},
    {"n", "integer", {"1: mục nó theo; 2 trở đi: những việc khác mà câu ấy cũng nói đến", "1: what it follows; from 2 on: other matters of which it tells as well"}, NULL},
    {"step", "string", {"là gì so với mục trước: same, answer, agreed, repeat, replaces, signed, progress, done", "what it is to the earlier one: same, answer, agreed, repeat, replaces, signed, progress, done"}, NULL},
    {"reason", "string", {"vì sao nối", "why they are linked"}, NULL},
};

static const bg_export_column persons[] = {
    {"id", "string", {"mã người", "id of the person"}, NULL},
    {"name", "string", {"tên mà nhiều trang viết nhất", "the name that most pages write"}, NULL},
    {"country", "string", {"nước hay tổ chức", "the state or organisation served"}, NULL},
    {"office", "string", {"chức vụ mà các trang ghi sau cùng", "the office that pages gave last"}, NULL},
    {"other_names", "list", {"những cách viết tên khác", "other ways in which the name is written"}, NULL},
    {"first", "day", {"ngày đăng của trang đầu nêu tên", "publication of the first page that names him"}, NULL},
    {"last", "day", {"ngày đăng của trang cuối", "publication of the last one"}, NULL},
    {"pages", "integer", {"bao nhiêu trang nêu tên", "how many pages name him"}, NULL},
    {"contacts", "integer", {"dự bao nhiêu cuộc", "how many contacts he took part in"}, NULL},
};

static const bg_export_column offices[] = {
    {"person", "string", {"người", "the person"}, "persons"},
    {"office", "string", {"chức vụ", "office"}, NULL},
    {"first", "day", {"ngày đăng của trang đầu gọi người ấy như vậy: không phải ngày nhậm chức", "publication of the first page that calls him so: not when he took office"}, NULL},
    {"last", "day", {"ngày đăng của trang cuối", "publication of the last one"}, NULL},
    {"pages", "integer", {"bao nhiêu trang", "on how many pages"}, NULL},
};

static const bg_export_column tellings[] = {
    {"id", "string", {"mã cuộc tiếp xúc như một trang kể", "id of a contact as one page tells it"}, NULL},
    {"contact", "string", {"cuộc tiếp xúc mà nó được gộp vào", "the contact it was merged into"}, "contacts"},
    {"page", "string", {"trang kể", "the page"}, "pages"},
    {"reason", "string", {"vì sao được gộp; trống: trang làm mốc so sánh", "why it was merged; empty: the others were compared with it"}, NULL},
    {"main", "boolean", {"1: tin chính của trang", "1: what the page is written to report"}, NULL},
    {"type", "string", {"loại", "type"}, NULL},
    {"date", "date", {"ngày (đầu)", "(first) day"}, NULL},
    {"end_date", "date", {"ngày cuối", "last day"}, NULL},
    {"status", "string", {"held, planned", "held, planned"}, NULL},
    {"place", "string", {"nơi", "place"}, NULL},
    {"sides", "list", {"các bên", "sides"}, NULL},
    {"rule", "string", {"quy tắc đã đọc ra", "the rule that read it"}, NULL},
    {"range_start", "integer", {"byte đầu của câu trong chữ của trang", "first byte of the sentence in the page's text"}, NULL},
    {"range_end", "integer", {"byte sau byte cuối", "byte behind its last"}, NULL},
    {"sentence", "string", {"câu ấy", "the sentence"}, NULL},
};

static const bg_export_column statements[] = {
    {"id", "string", {"mã phát biểu", "id of the statement"}, NULL},
    {"page", "string", {"trang", "the page"}, "pages"},
    {"contact", "string", {"nói tại cuộc nào", "at which contact it was said"}, "contacts"},
    {"speaker", "string", {"người nói; both: hai bên; side:VN: một bên", "who speaks; both; side:VN"}, NULL},
    {"speaker_office", "string", {"chức vụ của người nói", "the speaker's office"}, NULL},
    {"speaker_country", "string", {"nước của người nói", "the speaker's country"}, NULL},
    {"addressee", "string", {"nói với ai", "to whom"}, NULL},
    {"act", "string", {"hành vi: proposes, agrees, pledges, affirms, appreciates, welcomes, thanks, congratulates, supports, invites, informs, condoles, greets, discusses", "act: proposes, agrees, pledges, affirms, appreciates, welcomes, thanks, congratulates, supports, invites, informs, condoles, greets, discusses"}, NULL},
    {"strength", "string", {"mức: wish < ask < ready < invitation < agree < pledge < signed < under_way < done", "strength: wish < ask < ready < invitation < agree < pledge < signed < under_way < done"}, NULL},
    {"content", "string", {"nội dung, đúng chữ của trang", "what was said, in the page's words"}, NULL},
    {"topics", "list", {"chủ đề", "topics"}, NULL},
    {"rule", "string", {"quy tắc đã đọc ra", "the rule that read it"}, NULL},
    {"range_start", "integer", {"byte đầu của nội dung trong chữ của trang", "first byte of the content in the page's text"}, NULL},
    {"range_end", "integer", {"byte sau byte cuối", "byte behind its last"}, NULL},
};

static const bg_export_column pages[] = {
    {"id", "string", {"mã trang", "id of the page"}, NULL},
    {"sha256", "string", {"SHA-256 của các byte của trang", "SHA-256 of its bytes"}, NULL},
    {"url", "string", {"địa chỉ", "address"}, NULL},
    {"title", "string", {"tiêu đề", "title"}, NULL},
    {"published", "string", {"ngày đăng như trang ghi", "when it was published, as it states"}, NULL},
    {"outlet", "string", {"báo", "outlet"}, NULL},
    {"host", "string", {"tên miền", "host"}, NULL},
    {"agency", "string", {"hãng tin hay báo được dẫn", "agency or paper it names as its source"}, NULL},
    {"reprint_of", "string", {"địa chỉ bài gốc", "address of the original"}, NULL},
    {"witness", "string", {"nguồn độc lập mà trang thuộc về: mã của trang gốc", "the witness it belongs to: id of the page it comes from"}, "pages"},
    {"copy_of", "string", {"bản lưu khác của cùng bài", "the page it is another copy of"}, "pages"},
    {"captured", "string", {"lúc lưu", "when it was saved"}, NULL},
    {"source", "string", {"tên tệp khi thêm", "the name it was added under"}, NULL},
    {"reader", "string", {"phiên bản và từ vựng đã đọc", "version and knowledge that read it"}, NULL},
};

/* 20250508 as the record writes days. */
#define DAY(figures) \
    "CASE WHEN " figures " % 100 THEN printf('%04d-%02d-%02d', " figures " / 10000, " figures " / 100 % 100, " figures " % 100)" \
    " WHEN " figures " / 100 % 100 THEN printf('%04d-%02d', " figures " / 10000, " figures " / 100 % 100) WHEN " figures " > 0 THEN printf('%04d', " figures " / 10000) END"

/* Of the ledger on the day ?3: neither rejected nor said later. */
#define STANDS(i) "coalesce(" i ".day, 0) <= ?3 AND NOT " BG_IS_REJECTED(i ".statement, " i ".event")

/* By name, as people look for them. */
#define PERSONS "SELECT f.form FROM forms f WHERE " BG_PERSON("f.form") " = f.form ORDER BY f.country, f.key"

static const bg_export_table tables[] = {
    {"contacts", {"các cuộc tiếp xúc, mỗi cuộc một dòng, qua mọi trang", "contacts, a row each, over all pages"},
     "SELECT c.id, c.start_date, c.end_date, c.first_day, c.last_day, c.type, c.verb, c.grade, c.status, c.mode, c.channel, c.place, replace(c.sides, ',', '; '),"
     " (SELECT group_concat(name, '; ') FROM (SELECT name FROM contact_people p WHERE p.contact = c.id ORDER BY n)), c.main,"
     " (SELECT count(DISTINCT m.page) FROM tellings m WHERE m.contact = c.id),"
     " (SELECT count(DISTINCT " BG_WITNESS("m.page") ") FROM tellings m WHERE m.contact = c.id), c.rowid FROM contacts c WHERE c.rowid BETWEEN ?1 AND ?2 ORDER BY c.rowid",
     BG_CONTACTS_BY_DAY, contacts, COUNT(contacts), NULL},
    {"participants", {"người dự các cuộc tiếp xúc", "who took part in contacts"},
     "SELECT p.contact, p.n, p.name, p.office, p.country, p.role, iif(p.form IS NULL, NULL, " BG_PERSON_ID(BG_PERSON("p.form")) "), c.rowid FROM contacts c JOIN contact_people p ON p.contact = c.id WHERE c.rowid BETWEEN ?1 AND ?2 ORDER BY c.rowid, p.n", BG_CONTACTS_BY_DAY, participants, COUNT(participants), NULL},
    {"tellings", {"mỗi cuộc tiếp xúc như từng trang kể, kèm câu", "each contact as each page tells it, with the sentence"},
     "SELECT e.id, m.contact, e.page, m.reason, e.main, e.type, e.start_date, e.end_date, e.status, e.place, replace(e.sides, ',', '; '), e.rule, e.said_start, e.said_end, " BG_RANGE_WORDS("r", "e.said_start", "e.said_end") ", e.rowid"
     " FROM events e LEFT JOIN tellings m ON m.row = e.row LEFT JOIN page_ranges r ON r.n = e.row >> " BG_ROW_BITS_SQL " WHERE e.rowid BETWEEN ?1 AND ?2"
     " AND NOT " BG_IS_REJECTED("e.id") " ORDER BY e.rowid",
     "SELECT m.row FROM contacts c JOIN tellings m ON m.contact = c.id ORDER BY " BG_BY_DAY ", m.n", tellings, COUNT(tellings), NULL},
    {"statements", {"các phát biểu: ai nói gì với ai", "statements: who said what to whom"},
     "SELECT s.id, s.page, m.contact, coalesce(a.name, a.office, " BG_STANDS("speaker") "), a.office, a.country, coalesce(b.name, b.office, " BG_STANDS("addressee") "), " BG_STANDS("act") ", " BG_STANDS("strength") ", " BG_STANDS("content") ","
     " " BG_TOPICS ", s.rule, " BG_SAID_RANGE ", s.rowid"
     BG_SAID_TABLES " LEFT JOIN events v ON v.id = s.event LEFT JOIN tellings m ON m.row = v.row WHERE s.rowid BETWEEN ?1 AND ?2 AND NOT " BG_IS_REJECTED("s.id, s.event") " ORDER BY s.rowid",
     "SELECT s.row FROM statements s LEFT JOIN events v ON v.id = s.event LEFT JOIN tellings m ON m.row = v.row LEFT JOIN contacts c ON c.id = m.contact JOIN pages p ON p.id = s.page"
     " ORDER BY coalesce(c.first_day, p.published) IS NULL, coalesce(c.first_day, substr(p.published, 1, 10)), c.id, s.page, s.n", statements, COUNT(statements), NULL},
    {"commitments", {"sổ cam kết: điều đã đề nghị, thỏa thuận, hứa, ký, làm; mỗi việc một dòng, tính đến --as-of", "the ledger: what was asked, agreed, promised, signed, done; a row a matter, as it stands on the day of --as-of"},
     "SELECT t.id, t.thread FROM threads t WHERE t.thread BETWEEN ?1 AND ?2 AND t.id IS NOT NULL ORDER BY t.thread",
     "SELECT t.thread FROM threads t WHERE t.id IS NOT NULL ORDER BY t.first_day IS NULL, t.first_day, t.id", commitments, COUNT(commitments), bg_export__commitment},
    {"entries", {"các mục của sổ: mỗi lần một việc được nói đến", "entries of the ledger: each time that a matter is spoken of"},
     "SELECT i.id, t.id, i.page, m.contact, i.statement, " DAY("i.day") ", i.kind, i.grade, replace(i.sides, ',', '; '), i.bound, i.towards, i.actor, i.speaker, i.about, i.content, i.condition,"
     " i.due_from, i.due_to, i.part, i.rule, i.said_start, i.said_end, " BG_RANGE_WORDS("r", "i.said_start", "i.said_end") ", i.row"
     " FROM items i JOIN item_threads l ON l.item = i.number JOIN threads t ON t.thread = l.thread LEFT JOIN events v ON v.id = i.event LEFT JOIN tellings m ON m.row = v.row"
     " LEFT JOIN page_ranges r ON r.n = i.row >> " BG_ROW_BITS_SQL " WHERE i.row BETWEEN ?1 AND ?2 AND " STANDS("i") " ORDER BY i.row",
     "SELECT i.row FROM items i ORDER BY i.day IS NULL, i.day, i.id", entries, COUNT(entries), NULL},
    {"links", {"mục nào của sổ nối vào mục nào, vì sao", "which entry leans on which, and why"},
     "SELECT i.id, e.id, k.n, k.step, k.reason, i.row FROM items i JOIN item_links k ON k.item = i.number JOIN items e ON e.number = k.earlier"
     " WHERE i.row BETWEEN ?1 AND ?2 AND " STANDS("i") " AND " STANDS("e") " ORDER BY i.row, k.n",
     "SELECT i.row FROM items i ORDER BY i.day IS NULL, i.day, i.id", links, COUNT(links), NULL},
    {"persons", {"người được nêu tên, qua mọi trang", "persons, over all pages"},
     "SELECT " BG_PERSON_ID("f.form") ", f.form FROM forms f WHERE f.form BETWEEN ?1 AND ?2 AND " BG_PERSON("f.form") " = f.form ORDER BY f.form", PERSONS, persons, COUNT(persons), bg_export__person},
    {"offices", {"chức vụ mà các trang gọi từng người", "the offices by which pages call each of them"},
     "SELECT " BG_PERSON_ID("f.form") ", o.office, min(o.first_day), max(o.last_day), sum(o.pages), f.form FROM forms f JOIN form_offices o ON o.form IN " BG_FORMS_OF("f.form")
     " WHERE f.form BETWEEN ?1 AND ?2 AND " BG_PERSON("f.form") " = f.form GROUP BY f.form, o.office ORDER BY f.form, 3 IS NULL, 3, 4, 2", PERSONS, offices, COUNT(offices), NULL},
    {"pages", {"các trang và điều chúng nói về chính mình", "pages and what they state of themselves"},
     "SELECT p.id, p.sha256, p.url, p.title, p.published, p.outlet, p.host, p.agency, p.reprint_of, " BG_WITNESS("p.id") ", p.copy_of, p.captured,"
     " (SELECT min(s.name) FROM page_sources s WHERE s.n = p.n), p.reader, p.rowid FROM pages p WHERE p.rowid BETWEEN ?1 AND ?2 ORDER BY p.rowid", BG_PAGES_BY_DAY, pages, COUNT(pages), NULL},
};

const bg_export_table *bg_export__table_at(size_t index) { return index < COUNT(tables) ? &tables[index] : NULL; }

const bg_export_table *bg_export__table(const char *name) {
    for (size_t i = 0; i < COUNT(tables); i++)
        if (strcmp(tables[i].name, name) == 0) return &tables[i];
    return NULL;
}

/* ------------------------------------------------------------------ formats */

static const bg_export_kind kinds[] = {
    {"csv", BG_EXPORT_CSV, true, {"các bảng CSV, sổ mã và datapackage.json", "tables as CSV, a codebook and datapackage.json"}},
    {"jsonl", BG_EXPORT_JSONL, true, {"các bảng ấy, JSON từng dòng", "the same tables as JSON lines"}},
    {"pages", BG_EXPORT_PAGES, false, {"các trang như đã lưu, mỗi trang một dòng JSON", "the pages as they were saved, a line of JSON each"}},
    {"codebook", BG_EXPORT_CODEBOOK, false, {"sổ mã: mỗi cột của mọi dạng nghĩa là gì", "the codebook: what each column of every format means"}},
    {"plover", BG_EXPORT_PLOVER, false, {"sự kiện theo PLOVER, JSON từng dòng, kèm vị trí trong trang", "events as PLOVER has them, JSON lines, with ranges of the pages"}},
    {"icews", BG_EXPORT_ICEWS, false, {"sự kiện theo ICEWS, 20 cột", "events as ICEWS has them, 20 columns"}},
    {"polecat", BG_EXPORT_POLECAT, false, {"sự kiện theo POLECAT, 40 cột", "events as POLECAT has them, 40 columns"}},
    {"gdelt-events", BG_EXPORT_GDELT_EVENTS, false, {"sự kiện theo GDELT 2.0, 61 cột", "events as GDELT 2.0 has them, 61 columns"}},
    {"gdelt-mentions", BG_EXPORT_GDELT_MENTIONS, false, {"các trang kể những sự kiện ấy, 16 cột của GDELT", "the pages that tell these events, GDELT's 16 columns"}},
    {"csl", BG_EXPORT_CSL, false, {"các trang thành tài liệu tham khảo, cho Zotero (CSL-JSON)", "the pages as references, for Zotero (CSL-JSON)"}},
    {"xlsx", BG_EXPORT_XLSX, false, {"sổ tính cho người đọc (Excel, LibreOffice)", "a workbook for people (Excel, LibreOffice)"}},
    {"gexf", BG_EXPORT_GEXF, false, {"ai tiếp xúc với ai, khi nào: đồ thị động, cho Gephi", "who was in contact with whom, when: a dynamic graph, for Gephi"}},
    {"popolo", BG_EXPORT_POPOLO, false, {"người và chức vụ, kèm nguồn (Popolo JSON)", "persons and their offices, with sources (Popolo JSON)"}},
};

const bg_export_kind *bg_export_kind_at(size_t index) { return index < COUNT(kinds) ? &kinds[index] : NULL; }
