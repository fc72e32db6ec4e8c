/* export_table: see export_table.h. */
#include "export_table.h"
#include "exporter.h"
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

static const bg_export_table tables[] = {
    {"contacts", {"các cuộc tiếp xúc, mỗi cuộc một dòng, qua mọi trang", "contacts, a row each, over all pages"},
     "SELECT c.id, c.start_date, c.end_date, c.first_day, c.last_day, c.type, c.verb, c.grade, c.status, c.mode, c.channel, c.place, replace(c.sides, ',', '; '),"
     " (SELECT group_concat(name, '; ') FROM (SELECT name FROM contact_people p WHERE p.contact = c.id ORDER BY n)), c.main,"
     " (SELECT count(DISTINCT m.page) FROM tellings m WHERE m.contact = c.id),"
     " (SELECT count(DISTINCT " BG_WITNESS("m.page") ") FROM tellings m WHERE m.contact = c.id), c.rowid FROM contacts c WHERE c.rowid BETWEEN ?1 AND ?2 ORDER BY c.rowid",
     BG_CONTACTS_BY_DAY, contacts, COUNT(contacts)},
    {"participants", {"người dự các cuộc tiếp xúc", "who took part in contacts"},
     "SELECT p.contact, p.n, p.name, p.office, p.country, p.role, c.rowid FROM contacts c JOIN contact_people p ON p.contact = c.id WHERE c.rowid BETWEEN ?1 AND ?2 ORDER BY c.rowid, p.n", BG_CONTACTS_BY_DAY, participants, COUNT(participants)},
    {"tellings", {"mỗi cuộc tiếp xúc như từng trang kể, kèm câu", "each contact as each page tells it, with the sentence"},
     "SELECT e.id, m.contact, e.page, m.reason, e.main, e.type, e.start_date, e.end_date, e.status, e.place, replace(e.sides, ',', '; '), e.rule, e.said_start, e.said_end, " BG_RANGE_WORDS("r", "e.said_start", "e.said_end") ", e.rowid"
     " FROM events e LEFT JOIN tellings m ON m.row = e.row LEFT JOIN page_ranges r ON r.n = e.row >> " BG_ROW_BITS_SQL " WHERE e.rowid BETWEEN ?1 AND ?2"
     " AND NOT " BG_IS_REJECTED("e.id") " ORDER BY e.rowid",
     "SELECT m.row FROM contacts c JOIN tellings m ON m.contact = c.id ORDER BY " BG_BY_DAY ", m.n", tellings, COUNT(tellings)},
    {"statements", {"các phát biểu: ai nói gì với ai", "statements: who said what to whom"},
     "SELECT s.id, s.page, m.contact, coalesce(a.name, a.office, " BG_STANDS("speaker") "), a.office, a.country, coalesce(b.name, b.office, " BG_STANDS("addressee") "), " BG_STANDS("act") ", " BG_STANDS("strength") ", " BG_STANDS("content") ","
     " " BG_TOPICS ", s.rule, " BG_SAID_RANGE ", s.rowid"
     BG_SAID_TABLES " LEFT JOIN events v ON v.id = s.event LEFT JOIN tellings m ON m.row = v.row WHERE s.rowid BETWEEN ?1 AND ?2 AND NOT " BG_IS_REJECTED("s.id, s.event") " ORDER BY s.rowid",
     "SELECT s.row FROM statements s LEFT JOIN events v ON v.id = s.event LEFT JOIN tellings m ON m.row = v.row LEFT JOIN contacts c ON c.id = m.contact JOIN pages p ON p.id = s.page"
     " ORDER BY coalesce(c.first_day, p.published) IS NULL, coalesce(c.first_day, substr(p.published, 1, 10)), c.id, s.page, s.n", statements, COUNT(statements)},
    {"pages", {"các trang và điều chúng nói về chính mình", "pages and what they state of themselves"},
     "SELECT p.id, p.sha256, p.url, p.title, p.published, p.outlet, p.host, p.agency, p.reprint_of, " BG_WITNESS("p.id") ", p.copy_of, p.captured,"
     " (SELECT min(name) FROM sources s WHERE s.page = p.id), p.reader, p.rowid FROM pages p WHERE p.rowid BETWEEN ?1 AND ?2 ORDER BY p.rowid", BG_PAGES_BY_DAY, pages, COUNT(pages)},
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
