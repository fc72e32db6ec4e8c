/* labels: one row per identifier and vocabulary, Vietnamese first. */
#include "labels.h"

static const struct {
    bg_vocabulary vocabulary;
    const char *id, *text[2];
} rows[] = {
    {BG_LABEL_TYPE, "visit", {"thăm", "visit"}},
    {BG_LABEL_TYPE, "talks", {"hội đàm", "talks"}},
    {BG_LABEL_TYPE, "meeting", {"gặp, tiếp", "meeting"}},
    {BG_LABEL_TYPE, "call", {"điện đàm", "call"}},
    {BG_LABEL_TYPE, "consultation", {"tham vấn", "consultation"}},
    {BG_LABEL_TYPE, "dialogue", {"đối thoại", "dialogue"}},
    {BG_LABEL_TYPE, "committee_session", {"phiên họp", "committee session"}},
    {BG_LABEL_TYPE, "letter", {"thư, điện", "letter"}},
    {BG_LABEL_TYPE, "signing", {"ký kết", "signing"}},
    {BG_LABEL_TYPE, "ceremony", {"lễ", "ceremony"}},
    {BG_LABEL_TYPE, "credentials", {"trình Quốc thư", "credentials"}},
    {BG_LABEL_TYPE, "award", {"trao tặng", "award"}},
    {BG_LABEL_TYPE, "conference", {"hội nghị", "conference"}},
    {BG_LABEL_TYPE, "aid", {"viện trợ", "aid"}},
    {BG_LABEL_TYPE, "statement", {"tuyên bố", "statement"}},
    {BG_LABEL_TYPE, "other", {"tiếp xúc khác", "other contact"}},
    {BG_LABEL_ACT, "proposes", {"đề nghị", "proposes"}},
    {BG_LABEL_ACT, "agrees", {"nhất trí", "agrees"}},
    {BG_LABEL_ACT, "pledges", {"cam kết", "pledges"}},
    {BG_LABEL_ACT, "affirms", {"khẳng định", "affirms"}},
    {BG_LABEL_ACT, "appreciates", {"đánh giá cao", "appreciates"}},
    {BG_LABEL_ACT, "welcomes", {"vui mừng", "welcomes"}},
    {BG_LABEL_ACT, "thanks", {"cảm ơn", "thanks"}},
    {BG_LABEL_ACT, "congratulates", {"chúc mừng", "congratulates"}},
    {BG_LABEL_ACT, "supports", {"ủng hộ", "supports"}},
    {BG_LABEL_ACT, "invites", {"mời", "invites"}},
    {BG_LABEL_ACT, "informs", {"cho biết", "informs"}},
    {BG_LABEL_ACT, "condoles", {"chia buồn", "condoles"}},
    {BG_LABEL_ACT, "greets", {"gửi lời thăm hỏi", "greets"}},
    {BG_LABEL_ACT, "discusses", {"trao đổi", "discusses"}},
    {BG_LABEL_CHANNEL, "party", {"Đảng", "party"}},
    {BG_LABEL_CHANNEL, "state", {"Nhà nước", "state"}},
    {BG_LABEL_CHANNEL, "government", {"Chính phủ", "government"}},
    {BG_LABEL_CHANNEL, "parliament", {"Quốc hội", "parliament"}},
    {BG_LABEL_CHANNEL, "foreign_ministry", {"Ngoại giao", "foreign ministry"}},
    {BG_LABEL_CHANNEL, "ministry", {"Bộ, ngành", "ministry"}},
    {BG_LABEL_CHANNEL, "defence", {"Quốc phòng", "defence"}},
    {BG_LABEL_CHANNEL, "security", {"An ninh", "security"}},
    {BG_LABEL_CHANNEL, "local", {"Địa phương", "local"}},
    {BG_LABEL_CHANNEL, "people", {"Nhân dân", "people"}},
    {BG_LABEL_STATUS, "held", {"đã diễn ra", "held"}},
    {BG_LABEL_STATUS, "planned", {"dự kiến", "planned"}},
    {BG_LABEL_MODE, "in_person", {"trực tiếp", "in person"}},
    {BG_LABEL_MODE, "phone", {"điện thoại", "by phone"}},
    {BG_LABEL_MODE, "online", {"trực tuyến", "online"}},
    {BG_LABEL_MODE, "letter", {"bằng thư, điện", "by letter"}},
    {BG_LABEL_GRADE, "state", {"cấp Nhà nước", "state"}},
    {BG_LABEL_GRADE, "official", {"chính thức", "official"}},
    {BG_LABEL_GRADE, "working", {"làm việc", "working"}},
    {BG_LABEL_GRADE, "friendly", {"hữu nghị", "friendly"}},
    {BG_LABEL_GRADE, "private", {"riêng", "private"}},
    {BG_LABEL_ROLE, "host", {"chủ", "host"}},
    {BG_LABEL_ROLE, "guest", {"khách", "guest"}},
    {BG_LABEL_ROLE, "sender", {"người gửi", "sender"}},
    {BG_LABEL_ROLE, "recipient", {"người nhận", "recipient"}},
    {BG_LABEL_ROLE, "participant", {"tham dự", "participant"}},
    {BG_LABEL_ROLE, "companion", {"cùng dự", "companion"}},
    {BG_LABEL_STRENGTH, "wish", {"mong muốn", "wish"}},
    {BG_LABEL_STRENGTH, "ask", {"đề nghị", "ask"}},
    {BG_LABEL_STRENGTH, "ready", {"sẵn sàng", "ready"}},
    {BG_LABEL_STRENGTH, "agree", {"thỏa thuận", "agree"}},
    {BG_LABEL_STRENGTH, "pledge", {"hứa", "pledge"}},
    {BG_LABEL_STRENGTH, "signed", {"đã ký", "signed"}},
    {BG_LABEL_STRENGTH, "under_way", {"đang làm", "under way"}},
    {BG_LABEL_STRENGTH, "done", {"đã xong", "done"}},
    {BG_LABEL_KIND, "person", {"người", "person"}},
    {BG_LABEL_KIND, "body", {"cơ quan", "body"}},
    {BG_LABEL_KIND, "country", {"nước", "country"}},
    {BG_LABEL_KIND, "place", {"nơi", "place"}},
    {BG_LABEL_KIND, "agreement", {"văn kiện", "agreement"}},
    {BG_LABEL_KIND, "mechanism", {"cơ chế", "mechanism"}},
    {BG_LABEL_KIND, "occasion", {"dịp", "occasion"}},
    {BG_LABEL_KIND, "title", {"tiêu đề", "title"}},
    {BG_LABEL_KIND, "caption", {"chú thích ảnh", "caption"}},
    {BG_LABEL_FIELD, "type", {"loại", "type"}},
    {BG_LABEL_FIELD, "verb", {"từ gọi tên", "verb"}},
    {BG_LABEL_FIELD, "grade", {"cấp", "grade"}},
    {BG_LABEL_FIELD, "status", {"tình trạng", "status"}},
    {BG_LABEL_FIELD, "mode", {"hình thức", "mode"}},
    {BG_LABEL_FIELD, "channel", {"kênh", "channel"}},
    {BG_LABEL_FIELD, "start", {"ngày", "start"}},
    {BG_LABEL_FIELD, "end", {"đến ngày", "end"}},
    {BG_LABEL_FIELD, "date", {"ngày", "date"}},
    {BG_LABEL_FIELD, "date_span", {"chỗ ghi ngày", "date words"}},
    {BG_LABEL_FIELD, "place", {"nơi", "place"}},
    {BG_LABEL_FIELD, "place_span", {"chỗ ghi nơi", "place words"}},
    {BG_LABEL_FIELD, "sides", {"các bên", "sides"}},
    {BG_LABEL_FIELD, "participant", {"người dự", "participant"}},
    {BG_LABEL_FIELD, "participants", {"người dự", "participants"}},
    {BG_LABEL_FIELD, "evidence", {"câu", "sentence"}},
    {BG_LABEL_FIELD, "content", {"nội dung", "content"}},
    {BG_LABEL_FIELD, "speaker", {"người nói", "speaker"}},
    {BG_LABEL_FIELD, "addressee", {"nói với", "addressee"}},
    {BG_LABEL_FIELD, "act", {"hành vi", "act"}},
    {BG_LABEL_FIELD, "strength", {"mức độ", "strength"}},
    {BG_LABEL_FIELD, "topics", {"chủ đề", "topics"}},
    {BG_LABEL_FIELD, "mention", {"chỗ nhắc", "mention"}},
    {BG_LABEL_FIELD, "title", {"tiêu đề", "title"}},
    {BG_LABEL_FIELD, "published", {"ngày đăng", "published"}},
    {BG_LABEL_FIELD, "agency", {"hãng tin", "agency"}},
    {BG_LABEL_FIELD, "reprint_of", {"bài gốc", "original"}},
    {BG_LABEL_FIELD, "paragraph", {"đoạn", "paragraph"}},
    {BG_LABEL_FIELD, "heading", {"đề mục", "heading"}},
    {BG_LABEL_FIELD, "quote", {"trích dẫn", "quote"}},
    {BG_LABEL_FIELD, "caption", {"chú thích ảnh", "caption"}},
    {BG_LABEL_FIELD, "credit", {"nguồn ảnh", "credit"}},
    {BG_LABEL_FIELD, "dropped", {"bỏ qua", "dropped"}},
    {BG_LABEL_FIELD, "note", {"chưa hiểu", "note"}},
    {BG_LABEL_HEADING, "date", {"Ngày", "Date"}},
    {BG_LABEL_HEADING, "id", {"Mã", "Id"}},
    {BG_LABEL_HEADING, "type", {"Loại", "Type"}},
    {BG_LABEL_HEADING, "sides", {"Các bên", "Sides"}},
    {BG_LABEL_HEADING, "people", {"Người dự", "People"}},
    {BG_LABEL_HEADING, "place", {"Nơi", "Place"}},
    {BG_LABEL_HEADING, "channel", {"Kênh", "Channel"}},
    {BG_LABEL_HEADING, "pages", {"Trang", "Pages"}},
    {BG_LABEL_HEADING, "said", {"Phát biểu", "Statements"}},
    {BG_LABEL_HEADING, "sources", {"Nguồn", "Sources"}},
    {BG_LABEL_HEADING, "field", {"Mục", "Field"}},
    {BG_LABEL_HEADING, "rule", {"Quy tắc", "Rule"}},
    {BG_LABEL_HEADING, "range", {"Vị trí", "Range"}},
    {BG_LABEL_HEADING, "words", {"Câu chữ", "Words"}},
    {BG_LABEL_HEADING, "event", {"Tiếp xúc", "Contact"}},
    {BG_LABEL_HEADING, "statement", {"Phát biểu", "Statement"}},
    {BG_LABEL_HEADING, "page", {"Trang", "Page"}},
    {BG_LABEL_HEADING, "merged", {"gộp vì", "merged because"}},
    {BG_LABEL_HEADING, "published", {"đăng", "published"}},
    {BG_LABEL_HEADING, "reprint", {"đăng lại từ", "reprint of"}},
    {BG_LABEL_HEADING, "both", {"Hai bên", "Both sides"}},
    {BG_LABEL_HEADING, "side", {"Phía", "Side"}},
    {BG_LABEL_HEADING, "unknown", {"Không rõ ai nói", "Speaker unknown"}},
    {BG_LABEL_HEADING, "undated", {"không rõ ngày", "undated"}},
    {BG_LABEL_HEADING, "retold", {"nhắc lại", "mentioned"}},
    {BG_LABEL_HEADING, "example", {"ví dụ", "example"}},
    {BG_LABEL_HEADING, "reason", {"Lý do", "Reason"}},
    {BG_LABEL_HEADING, "count", {"Số lần", "Count"}},
    {BG_LABEL_HEADING, "to", {"với", "to"}},
    {BG_LABEL_HEADING, "also", {"cũng ở", "also on"}},
    {BG_LABEL_HEADING, "folded", {"không dấu", "without diacritics"}},
};

const char *bg_label__of(bg_vocabulary vocabulary, const char *id, bg_lang lang) {
    if (!id) return "";
    for (size_t i = 0; i < BG_COUNT(rows); i++)
        if (rows[i].vocabulary == vocabulary && strcmp(rows[i].id, id) == 0) return rows[i].text[lang];
    return id;
}

/* "2025-05-08" → "08/05/2025", "--05-08" → "08/05", "2025-05" → "05/2025". */
static void one_date(const char *date, bg_lang lang, bg_buf *out) {
    size_t size = strlen(date);
    if (lang == BG_EN || date[0] == '\0') bg_buf__text(out, date);
    else if (date[0] == '-' && size == 7) bg_buf__print(out, "%.2s/%.2s", date + 5, date + 2);
    else if (date[0] == '-' && size == 4) bg_buf__print(out, "tháng %.2s", date + 2);
    else if (size == 7) bg_buf__print(out, "%.2s/%.4s", date + 5, date);
    else if (size >= 10) bg_buf__print(out, "%.2s/%.2s/%.4s", date + 8, date + 5, date);
    else bg_buf__text(out, date);
}

void bg_label__date(const char *start, const char *end, bg_lang lang, bg_buf *out) {
    if (!start) return;
    one_date(start, lang, out);
    if (!end || strcmp(start, end) == 0) return;
    bg_buf__text(out, " – ");
    one_date(end, lang, out);
}
