/*
 * export_xlsx: the record as a workbook: contacts, who took part, statements, commitments, sources, persons, and a sheet that says in both languages what the columns are. What people decided
 * stands as it is; what they rejected is not in it. Rows are in the order in which people read them: contacts by day, the newest page last.
 */
#include "export_xlsx.h"
#include "export_cells.h"
#include "../record/people.h"
#include "../record/ranges.h"
#include "../record/reprints.h"
#include "../record/said.h"

#define COUNT BG_CELL_COUNT
#define DAY BG_CELL_DAY
#define LABEL BG_CELL_LABEL
#define LINK BG_CELL_LINK
#define STATE BG_CELL_STATE
#define TEXT BG_CELL_TEXT
#define WHO BG_CELL_WHO

/* ------------------------------------------------------------------ what the sheets hold */

static const bg_book_column contact_columns[] = {
    {DAY, 0, 12, {"Ngày", "Date"}, {"ngày (đầu); trang chỉ viết tháng hay năm thì là chữ", "(first) day; text where pages give a month or a year alone"}},
    {DAY, 0, 12, {"Đến ngày", "Until"}, {"ngày cuối, nếu kéo dài", "last day of what lasts"}},
    {LABEL, BG_LABEL_TYPE, 18, {"Loại", "Type"}, {"loại tiếp xúc", "what kind of contact"}},
    {STATE, 0, 22, {"Các bên", "Sides"}, {"các nước, tổ chức", "states and organisations"}},
    {LABEL, BG_LABEL_CHANNEL, 14, {"Kênh", "Channel"}, {"kênh Đảng, Nhà nước, Chính phủ, Quốc hội …", "channel: party, state, government, parliament …"}},
    {LABEL, BG_LABEL_GRADE, 12, {"Cấp", "Grade"}, {"cấp của chuyến thăm: Nhà nước, chính thức, làm việc …", "grade of a visit: state, official, working …"}},
    {TEXT, 0, 40, {"Người dự", "People"}, {"những người dự có nêu tên", "those who took part and are named"}},
    {TEXT, 0, 20, {"Nơi", "Place"}, {"nơi diễn ra", "where it was"}},
    {LABEL, BG_LABEL_STATUS, 12, {"Tình trạng", "Status"}, {"đã diễn ra hay dự kiến", "held or planned"}},
    {LABEL, BG_LABEL_MODE, 12, {"Hình thức", "Mode"}, {"trực tiếp, điện thoại, trực tuyến, thư", "in person, phone, online, letter"}},
    {COUNT, 0, 8, {"Số trang", "Pages"}, {"bao nhiêu trang kể", "how many pages tell it"}},
    {COUNT, 0, 8, {"Nguồn độc lập", "Witnesses"}, {"trong đó bao nhiêu nguồn độc lập; các trang đăng lại cùng một bài là một nguồn", "how many of them are independent; reprints of one text are one"}},
    {TEXT, 0, 60, {"Câu trên trang", "Sentence"}, {"câu kể cuộc ấy, ở trang làm mốc", "the sentence that tells it, on the page that the others were compared with"}},
    {LINK, 0, 40, {"Địa chỉ trang", "Page"}, {"địa chỉ của trang ấy", "address of that page"}},
    {TEXT, 0, 20, {"Mã", "Id"}, {"mã cuộc tiếp xúc: banggiao show MÃ", "id of the contact: banggiao show ID"}},
};

static const bg_book_column participant_columns[] = {
    {DAY, 0, 12, {"Ngày", "Date"}, {"ngày của cuộc tiếp xúc", "day of the contact"}},
    {LABEL, BG_LABEL_TYPE, 18, {"Loại", "Type"}, {"loại tiếp xúc", "what kind of contact"}},
    {STATE, 0, 22, {"Các bên", "Sides"}, {"các nước, tổ chức", "states and organisations"}},
    {TEXT, 0, 28, {"Tên", "Name"}, {"tên đầy đủ nhất trên các trang", "the fullest name on the pages"}},
    {TEXT, 0, 40, {"Chức vụ", "Office"}, {"chức vụ khi ấy", "the office then"}},
    {STATE, 0, 16, {"Nước", "Country"}, {"nước hay tổ chức của người ấy", "the state or organisation served"}},
    {LABEL, BG_LABEL_ROLE, 14, {"Vai", "Role"}, {"chủ, khách, người gửi, người nhận, cùng dự", "host, guest, sender, recipient, participant"}},
    {TEXT, 0, 20, {"Mã người", "Person"}, {"mã người: banggiao people --name TÊN", "id of the person: banggiao people --name NAME"}},
    {TEXT, 0, 20, {"Mã cuộc", "Contact"}, {"mã cuộc tiếp xúc", "id of the contact"}},
};

static const bg_book_column statement_columns[] = {
    {DAY, 0, 12, {"Ngày", "Date"}, {"ngày của cuộc tiếp xúc, không biết thì là ngày đăng", "day of the contact, else that of publication"}},
    {WHO, 0, 28, {"Người nói", "Speaker"}, {"người nói; hai bên; một bên", "who speaks; both sides; one side"}},
    {TEXT, 0, 34, {"Chức vụ", "Office"}, {"chức vụ của người nói", "the speaker's office"}},
    {STATE, 0, 16, {"Nước", "Country"}, {"nước của người nói", "the speaker's country"}},
    {WHO, 0, 24, {"Nói với", "To"}, {"nói với ai", "to whom"}},
    {LABEL, BG_LABEL_ACT, 14, {"Hành vi", "Act"}, {"đề nghị, nhất trí, cam kết …", "proposes, agrees, pledges …"}},
    {LABEL, BG_LABEL_STRENGTH, 14, {"Mức", "Strength"}, {"mức ràng buộc, từ mong muốn đến đã xong", "how binding, from wish to done"}},
    {TEXT, 0, 80, {"Nội dung", "Content"}, {"nội dung, đúng chữ của trang", "what was said, in the page's words"}},
    {TEXT, 0, 20, {"Chủ đề", "Topics"}, {"chủ đề", "topics"}},
    {LABEL, BG_LABEL_TYPE, 18, {"Tại", "At"}, {"nói tại cuộc tiếp xúc loại nào", "at which kind of contact it was said"}},
    {TEXT, 0, 40, {"Tiêu đề trang", "Title"}, {"tiêu đề trang", "title of the page"}},
    {TEXT, 0, 18, {"Báo", "Outlet"}, {"báo", "outlet"}},
    {LINK, 0, 40, {"Địa chỉ trang", "Page"}, {"địa chỉ trang", "address of the page"}},
    {TEXT, 0, 20, {"Mã cuộc", "Contact"}, {"mã cuộc tiếp xúc", "id of the contact"}},
    {TEXT, 0, 20, {"Mã", "Id"}, {"mã phát biểu: banggiao explain MÃ", "id of the statement: banggiao explain ID"}},
};

static const bg_book_column thread_columns[] = {
    {STATE, 0, 22, {"Các bên", "Sides"}, {"hai bên", "the two sides"}},
    {STATE, 0, 16, {"Bên phải làm", "Bound"}, {"bên phải làm; trống: cả hai", "who is to do it; empty: both"}},
    {STATE, 0, 16, {"Làm cho", "Towards"}, {"làm cho bên nào", "for whom"}},
    {LABEL, BG_LABEL_STRENGTH, 14, {"Mức", "Grade"}, {"mức cao nhất đã đạt, từ mong muốn đến đã xong", "the highest grade that was reached, from wish to done"}},
    {TEXT, 0, 80, {"Việc", "Matter"}, {"việc ấy, đúng chữ của trang", "what it is about, in a page's words"}},
    {TEXT, 0, 40, {"Tình trạng", "Standing"}, {"tình trạng tính đến ngày xuất; chưa có tin không có nghĩa là chưa làm", "how it stands on the day asked for; that no page tells of it does not mean that it was not done"}},
    {DAY, 0, 12, {"Từ ngày", "Since"}, {"lần đầu được nói đến", "first said"}},
    {DAY, 0, 12, {"Lần cuối", "Last"}, {"lần cuối được nói đến", "last said"}},
    {DAY, 0, 12, {"Hạn", "Due"}, {"hạn đặt sau cùng", "the last day of the term set last"}},
    {DAY, 0, 12, {"Xong ngày", "Done"}, {"ngày có tin đã xong", "the day on which it was told to be done"}},
    {COUNT, 0, 8, {"Số lần", "Said"}, {"bao nhiêu lần được nói đến", "how often it was said"}},
    {COUNT, 0, 8, {"Số trang", "Pages"}, {"bao nhiêu trang", "how many pages"}},
    {COUNT, 0, 8, {"Nguồn độc lập", "Witnesses"}, {"bao nhiêu nguồn độc lập", "how many independent ones"}},
    {TEXT, 0, 60, {"Câu trên trang", "Sentence"}, {"câu nói rõ nhất", "the sentence that says it best"}},
    {LINK, 0, 40, {"Địa chỉ trang", "Page"}, {"địa chỉ của trang có câu ấy", "address of the page with that sentence"}},
    {TEXT, 0, 20, {"Mã", "Id"}, {"mã việc: banggiao ledger MÃ", "id of the matter: banggiao ledger ID"}},
};

static const bg_book_column page_columns[] = {
    {DAY, 0, 12, {"Ngày đăng", "Published"}, {"ngày đăng như trang ghi", "when it was published, as it states"}},
    {TEXT, 0, 20, {"Báo", "Outlet"}, {"báo, không biết thì là tên miền", "outlet, else host"}},
    {TEXT, 0, 70, {"Tiêu đề", "Title"}, {"tiêu đề", "title"}},
    {LINK, 0, 50, {"Địa chỉ", "Address"}, {"địa chỉ trang", "address of the page"}},
    {TEXT, 0, 20, {"Dẫn", "Agency"}, {"hãng tin hay báo mà trang dẫn", "agency or paper it names as its source"}},
    {LINK, 0, 40, {"Bài gốc", "Original"}, {"địa chỉ bài gốc mà trang ghi", "address of the original that it names"}},
    {TEXT, 0, 20, {"Nguồn độc lập", "Witness"}, {"mã của trang mà nguồn này bắt đầu: các trang cùng mã là một nguồn", "id of the page that the text comes from: pages with the same one are one witness"}},
    {DAY, 0, 12, {"Lưu ngày", "Saved"}, {"ngày lưu", "when it was saved"}},
    {COUNT, 0, 8, {"Tiếp xúc", "Contacts"}, {"kể bao nhiêu cuộc", "how many contacts it tells"}},
    {TEXT, 0, 40, {"Tệp", "File"}, {"tên tệp khi thêm", "the name it was added under"}},
    {TEXT, 0, 20, {"Mã", "Id"}, {"mã trang: banggiao show MÃ", "id of the page: banggiao show ID"}},
};

static const bg_book_column person_columns[] = {
    {TEXT, 0, 28, {"Tên", "Name"}, {"tên mà nhiều trang viết nhất", "the name that most pages write"}},
    {STATE, 0, 16, {"Nước", "Country"}, {"nước hay tổ chức", "the state or organisation served"}},
    {TEXT, 0, 40, {"Chức vụ gần nhất", "Last office"}, {"chức vụ mà các trang ghi sau cùng", "the office that pages gave last"}},
    {TEXT, 0, 50, {"Các chức vụ", "Offices"}, {"mọi chức vụ đã ghi, cũ trước", "all offices that pages gave, the earliest first"}},
    {TEXT, 0, 40, {"Cách viết khác", "Other names"}, {"những cách viết tên khác", "other ways in which the name is written"}},
    {DAY, 0, 12, {"Từ ngày", "First"}, {"ngày đăng của trang đầu nêu tên", "publication of the first page that names him"}},
    {DAY, 0, 12, {"Đến ngày", "Last"}, {"ngày đăng của trang cuối", "publication of the last one"}},
    {COUNT, 0, 8, {"Số trang", "Pages"}, {"bao nhiêu trang nêu tên", "how many pages name him"}},
    {COUNT, 0, 8, {"Tiếp xúc", "Contacts"}, {"dự bao nhiêu cuộc", "how many contacts he took part in"}},
    {TEXT, 0, 20, {"Mã", "Id"}, {"mã người", "id of the person"}},
};

static const bg_book_column explain_columns[] = {
    {TEXT, 0, 18, {"Bảng", "Sheet"}, {"", ""}},
    {TEXT, 0, 22, {"Cột", "Column"}, {"", ""}},
    {TEXT, 0, 80, {"Nghĩa (tiếng Việt)", "Meaning (Vietnamese)"}, {"", ""}},
    {TEXT, 0, 80, {"Nghĩa (tiếng Anh)", "Meaning (English)"}, {"", ""}},
};

/* ------------------------------------------------------------------ rows */

typedef struct sheet sheet;
typedef struct xlsx {
    bg_exporter *x;
    bg_book *book;
    const char *as_of;
} xlsx;

struct sheet {
    const char *name[2];
    const char *about[2];
    const bg_book_column *columns;
    size_t count;
    const char *order; /* the keys of the rows in their order */
    const char *rows;  /* those of a key, a column of the sheet each; NULL: `row` writes it */
    void (*row)(xlsx *w, const char *key);
};

/* A row of a query: numbers as such, text by the kind of its column. */
static void plain_row(xlsx *w, sqlite3_stmt *stmt, size_t count) {
    if (!bg_book__row(w->book)) return;
    for (size_t i = 0; i < count; i++) {
        if (sqlite3_column_type(stmt, (int)i) == SQLITE_INTEGER) bg_book__number(w->book, sqlite3_column_int64(stmt, (int)i));
        else bg_book__cell(w->book, bg_exporter__text(w->x, stmt, (int)i));
    }
}

static void plain_rows(xlsx *w, const sheet *s, const char *key) {
    sqlite3_stmt *stmt = bg_db__query(w->x->record, s->rows, "t", key);
    while (bg_db__row(w->x->record, stmt)) plain_row(w, stmt, s->count);
    bg_db__done(stmt);
}

static void thread_cells(xlsx *w, const bg_row_thread *thread, const bg_standing *s) {
    bg_book *book = w->book;
    bg_buf standing;
    bg_buf__init(&standing, 1 << 16);
    bg_standing__text(s, w->x->ask->lang, &standing);
    bg_book__cell(book, thread->sides);
    bg_book__cell(book, bg_string__is(s->lead->bound, "both") ? NULL : s->lead->bound);
    bg_book__cell(book, s->lead->towards);
    bg_book__cell(book, s->lead->grade);
    bg_book__cell(book, s->lead->content);
    bg_book__cell(book, standing.bytes);
    bg_book__cell(book, s->kept.first), bg_book__cell(book, s->kept.last), bg_book__cell(book, s->kept.due), bg_book__cell(book, s->kept.done);
    bg_book__number(book, (int64_t)s->kept.sayings), bg_book__number(book, (int64_t)s->kept.pages), bg_book__number(book, (int64_t)s->kept.witnesses);
    bg_book__cell(book, s->lead->sentence);
    bg_book__cell(book, s->lead->url);
    bg_book__cell(book, thread->id);
    bg_buf__free(&standing);
}

/* A lone wish without a term is left out, as in the ledger. */
static void thread_row(xlsx *w, const char *key) {
    bg_arena *arena = bg_arena__new();
    bg_row_thread thread;
    bg_standing s;
    if (!arena) bg_db__nomem(w->x->record);
    else if (bg_export__standing(w->x, arena, key, w->as_of, &thread, &s) && !s.kept.vague && bg_book__row(w->book)) thread_cells(w, &thread, &s);
    bg_arena__free(arena);
}

static void person_cells(xlsx *w, const bg_row_someone *who) {
    bg_book *book = w->book;
    bg_buf list;
    bg_buf__init(&list, 1 << 20);
    bg_book__cell(book, who->name);
    bg_book__cell(book, who->country);
    bg_book__cell(book, bg_someone__office(who));
    bg_exporter__joined(who->offices, who->office_count, NULL, &list);
    bg_book__cell(book, list.bytes);
    bg_buf__clear(&list);
    bg_exporter__joined(who->names, who->name_count, who->name, &list);
    bg_book__cell(book, list.bytes);
    bg_book__cell(book, who->first), bg_book__cell(book, who->last);
    bg_book__number(book, (int64_t)who->page_count);
    bg_book__number(book, bg_query__contacts_of(w->x->record, who->number));
    bg_book__cell(book, who->id);
    if (list.failed) bg_db__nomem(w->x->record);
    bg_buf__free(&list);
}

static void person_row(xlsx *w, const char *key) {
    bg_arena *arena = bg_arena__new();
    bg_someones found = {0};
    if (!arena) bg_db__nomem(w->x->record);
    else if (bg_query__people(w->x->record, arena, NULL, NULL, key, false, 0, &found) && found.count && bg_book__row(w->book)) person_cells(w, found.items);
    bg_arena__free(arena);
}

/* ------------------------------------------------------------------ the sheets */

#define SHEET(columns) columns, sizeof(columns) / sizeof((columns)[0])

static const sheet sheets[] = {
    {{"Tiếp xúc", "Contacts"}, {"mỗi cuộc tiếp xúc một dòng, qua mọi trang", "contacts, a row each, over all pages"}, SHEET(contact_columns),
     BG_CONTACTS_BY_DAY,
     "SELECT c.start_date, c.end_date, c.type, c.sides, c.channel, c.grade, (SELECT group_concat(name, '; ') FROM (SELECT name FROM contact_people p WHERE p.contact = c.id ORDER BY n)),"
     " c.place, c.status, c.mode, (SELECT count(DISTINCT m.page) FROM tellings m WHERE m.contact = c.id),"
     " (SELECT count(DISTINCT " BG_WITNESS("m.page") ") FROM tellings m WHERE m.contact = c.id), " BG_RANGE_WORDS("r", "e.said_start", "e.said_end") ", coalesce(p.url, p.item_url), c.id"
     " FROM contacts c LEFT JOIN events e ON e.row = (SELECT m.row FROM tellings m WHERE m.contact = c.id ORDER BY m.n LIMIT 1) LEFT JOIN pages p ON p.id = e.page"
     " LEFT JOIN page_ranges r ON r.n = e.row >> " BG_ROW_BITS_SQL " WHERE c.rowid = ?1", NULL},
    {{"Người dự", "Participants"}, {"ai dự cuộc nào", "who took part in which contact"}, SHEET(participant_columns),
     BG_CONTACTS_BY_DAY,
     "SELECT c.start_date, c.type, c.sides, p.name, p.office, p.country, p.role, iif(p.form IS NULL, NULL, " BG_PERSON_ID(BG_PERSON("p.form")) "), c.id"
     " FROM contacts c JOIN contact_people p ON p.contact = c.id WHERE c.rowid = ?1 ORDER BY p.n", NULL},
    {{"Phát biểu", "Statements"}, {"ai nói gì với ai", "who said what to whom"}, SHEET(statement_columns),
     "SELECT s.row FROM statements s LEFT JOIN events v ON v.id = s.event LEFT JOIN tellings m ON m.row = v.row LEFT JOIN contacts c ON c.id = m.contact ORDER BY " BG_BY_DAY ", s.page, s.n",
     "SELECT coalesce(c.start_date, p.published), coalesce(a.name, a.office, s.speaker), a.office, a.country, coalesce(b.name, b.office, s.addressee), s.act, s.strength, s.content,"
     " " BG_TOPICS ", c.type, p.title, coalesce(p.outlet, p.host), coalesce(p.url, p.item_url), c.id, s.id"
     " FROM said s JOIN pages p ON p.id = s.page LEFT JOIN events v ON v.id = s.event LEFT JOIN tellings m ON m.row = v.row LEFT JOIN contacts c ON c.id = m.contact" BG_SPEAKERS " WHERE s.row = ?1", NULL},
    {{"Cam kết", "Commitments"}, {"điều đã đề nghị, thỏa thuận, hứa, ký, làm; mỗi việc một dòng", "what was asked, agreed, promised, signed, done; a row a matter"}, SHEET(thread_columns),
     "SELECT id FROM threads WHERE id IS NOT NULL ORDER BY instr(',' || sides || ',', ',VN,') = 0, sides, last_day DESC, id", NULL, thread_row},
    {{"Nguồn", "Sources"}, {"các trang", "the pages"}, SHEET(page_columns),
     "SELECT id FROM pages WHERE copy_of IS NULL ORDER BY published IS NULL, published, id",
     "SELECT p.published, coalesce(p.outlet, p.host), p.title, coalesce(p.url, p.item_url), p.agency, p.reprint_of, " BG_WITNESS("p.id") ", coalesce(p.captured, p.item_captured),"
     " (SELECT count(DISTINCT m.contact) FROM events e JOIN tellings m ON m.row = e.row WHERE " BG_ON_PAGE("e", "p.n") "), (SELECT min(s.name) FROM page_sources s WHERE s.n = p.n), p.id FROM pages p WHERE p.id = ?1", NULL},
    {{"Nhân vật", "People"}, {"người được nêu tên, qua mọi trang", "persons, over all pages"}, SHEET(person_columns),
     "SELECT " BG_PERSON_ID("who") " FROM (SELECT " BG_PERSON("s.form") " AS who, s.pages FROM spellings s) GROUP BY who ORDER BY sum(pages) DESC, who", NULL, person_row},
};

static void write_sheet(xlsx *w, const sheet *s) {
    char key[32];
    bg_record *record = w->x->record;
    bg_book__sheet(w->book, s->name[w->x->ask->lang], s->columns, s->count);
    sqlite3_stmt *stmt = bg_db__query(record, s->order, "");
    while (!w->x->refused && bg_db__row(record, stmt)) {
        const char *text = bg_db__text(record, stmt, 0);
        snprintf(key, sizeof key, "%s", text ? text : "");
        if (s->rows) plain_rows(w, s, key);
        else s->row(w, key);
    }
    bg_db__done(stmt);
    /* What is damaged costs the rest of its sheet. */
    if (bg_db__code(record) == BG_E_RECORD || bg_db__code(record) == BG_E_RECORD_TYPE) w->x->done.lost++, bg_db__start(record, record->err);
}

static void explain_row(xlsx *w, const char *a, const char *b, const char *vi, const char *en) {
    if (!bg_book__row(w->book)) return;
    bg_book__cell(w->book, a), bg_book__cell(w->book, b), bg_book__cell(w->book, vi), bg_book__cell(w->book, en);
}

static void write_explained(xlsx *w) {
    bg_lang lang = w->x->ask->lang;
    bg_book__sheet(w->book, lang == BG_EN ? "Columns" : "Giải thích", SHEET(explain_columns));
    explain_row(w, lang == BG_EN ? "As of" : "Tính đến", w->as_of, "ngày mà tình trạng các cam kết được tính đến", "the day to which the standing of commitments is reckoned");
    for (size_t i = 0; i < BG_COUNT(sheets); i++) {
        const sheet *s = &sheets[i];
        explain_row(w, s->name[lang], NULL, s->about[BG_VI], s->about[BG_EN]);
        for (size_t k = 0; k < s->count; k++) explain_row(w, s->name[lang], s->columns[k].label[lang], s->columns[k].about[BG_VI], s->columns[k].about[BG_EN]);
    }
}

void bg_export__xlsx_within(bg_exporter *x, const bg_book_limits *limits) {
    char day[11];
    if (!bg_exporter__day(x, day)) return;
    xlsx w = {.x = x, .book = bg_book__new(x, limits), .as_of = day};
    for (size_t i = 0; i < BG_COUNT(sheets); i++) write_sheet(&w, &sheets[i]);
    write_explained(&w);
    bg_book__write(w.book);
}

void bg_export__xlsx(bg_exporter *x) { bg_export__xlsx_within(x, &BG_EXCEL); }
