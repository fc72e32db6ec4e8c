/* event_columns: the columns of the formats of event data, in their order, with the names that the formats give them and what stands in them here. Headings, codebook and tests take from them. */
#include "export_table.h"

#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define TEXT(name, vi, en) {name, "string", {vi, en}, NULL}
#define WHOLE(name, vi, en) {name, "integer", {vi, en}, NULL}
#define REAL(name, vi, en) {name, "number", {vi, en}, NULL}
#define NONE_VI "trống: hồ sơ không có"
#define NONE_EN "blank: the record does not have it"
#define NOT(name) TEXT(name, NONE_VI, NONE_EN)

static const bg_export_column icews[] = {
    WHOLE("Event ID", "số của sự kiện: 53 bit băm từ cuộc tiếp xúc, hai bên và mã", "number of the event: 53 bits of a hash of contact, sides and code"),
    {"Event Date", "date", {"ngày YYYY-MM-DD; điều dự kiến: ngày trang đầu tiên kể", "day YYYY-MM-DD; of an intent: that on which a page first told it"}, NULL},
    TEXT("Source Name", "người hành động, nếu phía ấy chỉ có một người được nêu tên, không thì nước", "who acts: the one person named of that side, else the state"),
    TEXT("Source Sectors", "khu vực theo chức vụ của phía ấy, không thì theo kênh của cuộc tiếp xúc", "sectors by the offices of the side, else by the channel of the contact"),
    TEXT("Source Country", "nước, tên tiếng Anh", "state, in English"),
    TEXT("Event Text", "tên mã CAMEO", "name of the CAMEO code"),
    TEXT("CAMEO Code", "mã CAMEO (chữ: 010 khác 10)", "CAMEO code (a text: 010 is not 10)"),
    REAL("Intensity", "thang Goldstein của mã", "Goldstein's scale of the code"),
    TEXT("Target Name", "như Source Name, phía kia", "as Source Name, of the other side"),
    TEXT("Target Sectors", "như Source Sectors", "as Source Sectors"),
    TEXT("Target Country", "như Source Country", "as Source Country"),
    WHOLE("Story ID", "số của trang đầu tiên kể: 53 bit băm từ mã trang", "number of the first page that tells it: 53 bits of its id"),
    NOT("Sentence Number"),
    TEXT("Publisher", "báo, không thì tên miền, của trang ấy", "outlet, else host, of that page"),
    TEXT("City", "nơi, nếu từ vựng biết là thành phố", "the place, where the lexicon knows it for a city"),
    NOT("District"),
    TEXT("Province", "nơi, nếu từ vựng biết là tỉnh", "the place, where the lexicon knows it for a province"),
    TEXT("Country", "nước của nơi ấy, tên tiếng Anh", "state of the place, in English"),
    NOT("Latitude"),
    NOT("Longitude"),
};

static const bg_export_column polecat[] = {
    TEXT("Event ID", "mã của sự kiện: x và 16 chữ số băm từ cuộc tiếp xúc, hai bên và loại", "id of the event: x and 16 digits of a hash of contact, sides and type"),
    {"Event Date", "date", {"ngày YYYY-MM-DD; điều dự kiến: ngày trang đầu tiên kể", "day YYYY-MM-DD; of an intent: that on which a page first told it"}, NULL},
    TEXT("Event Type", "loại PLOVER", "PLOVER's type"),
    TEXT("Event Mode", "phương thức PLOVER", "PLOVER's mode"),
    TEXT("Intensity", "None: sổ tay PLOVER tự mâu thuẫn về thang này", "None: PLOVER's manual contradicts itself about the scale"),
    WHOLE("Quad Code", "1 hợp tác lời nói, 2 hợp tác vật chất, 3 xung đột lời nói, 4 xung đột vật chất", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
    TEXT("Contexts", "bối cảnh PLOVER theo kênh và chủ đề", "PLOVER's contexts by channel and topics"),
    TEXT("Actor Name", "những người của phía hành động, tên đầy đủ nhất", "those of the side that acts, by their fullest names"),
    TEXT("Actor Country", "nước, ISO 3166-1 alpha-3", "state, ISO 3166-1 alpha-3"),
    WHOLE("Actor COW", "số của Correlates of War", "number of Correlates of War"),
    TEXT("Primary Actor Sector", "khu vực PLOVER theo chức vụ, không thì theo kênh; IGO, NGO của tổ chức", "PLOVER's sector by office, else by channel; IGO, NGO of organisations"),
    TEXT("Actor Sectors", "như trên", "the same"),
    TEXT("Actor Title", "chức vụ của họ, cùng thứ tự", "their offices, in the same order"),
    TEXT("Actor Name Raw", "như Actor Name", "as Actor Name"),
    TEXT("Wikipedia Actor ID", "None: hồ sơ không có", "None: the record does not have it"),
    TEXT("Recipient Name", "như Actor Name, phía kia", "as Actor Name, of the other side"),
    TEXT("Recipient Country", "như Actor Country", "as Actor Country"),
    WHOLE("Recipient COW", "như Actor COW", "as Actor COW"),
    TEXT("Primary Recipient Sector", "như Primary Actor Sector", "as Primary Actor Sector"),
    TEXT("Recipient Sectors", "như Actor Sectors", "as Actor Sectors"),
    TEXT("Recipient Title", "như Actor Title", "as Actor Title"),
    TEXT("Recipient Name Raw", "như Actor Name Raw", "as Actor Name Raw"),
    TEXT("Wikipedia Recipient ID", "None: hồ sơ không có", "None: the record does not have it"),
    TEXT("Placename", "nơi như trang viết", "the place as the page writes it"),
    TEXT("City", "nơi, nếu từ vựng biết là thành phố", "the place, where the lexicon knows it for a city"),
    TEXT("District", "None: hồ sơ không có", "None: the record does not have it"),
    TEXT("Province", "nơi, nếu từ vựng biết là tỉnh", "the place, where the lexicon knows it for a province"),
    TEXT("Country", "nước của nơi ấy, alpha-3", "state of the place, alpha-3"),
    TEXT("Latitude", "None: hồ sơ không có", "None: the record does not have it"),
    TEXT("Longitude", "None: hồ sơ không có", "None: the record does not have it"),
    TEXT("GeoNames ID", "None: hồ sơ không có", "None: the record does not have it"),
    TEXT("Raw Placename", "như Placename", "as Placename"),
    TEXT("Feature Type", "None: hồ sơ không có", "None: the record does not have it"),
    TEXT("Source", "báo, không thì tên miền, của trang đầu tiên kể", "outlet, else host, of the first page that tells it"),
    {"Publication Date", "date", {"ngày đăng của trang ấy", "day of publication of that page"}, NULL},
    TEXT("Story People", "người mà trang ấy nêu tên", "persons that page names"),
    TEXT("Story Organizations", "cơ quan, tổ chức mà trang ấy nêu tên", "bodies that page names"),
    TEXT("Story Locations", "nước mà trang ấy nêu tên", "states that page names"),
    TEXT("Language", "tiếng của trang ấy", "language of that page"),
    TEXT("Version", "phiên bản chương trình và bảng mã", "version of the program and of the crosswalk"),
};

#define ACTOR(who) \
    TEXT(who "Code", "mã đầy đủ: nước hay nhóm rồi loại (VNMGOV)", "the whole code: state or group, then type (VNMGOV)"), TEXT(who "Name", "nước hay tổ chức, chữ hoa", "state or organisation, in capitals"), \
    TEXT(who "CountryCode", "nước, mã CAMEO", "state, CAMEO's code"), TEXT(who "KnownGroupCode", "tổ chức, mã CAMEO", "organisation, CAMEO's code"), NOT(who "EthnicCode"), NOT(who "Religion1Code"), \
    NOT(who "Religion2Code"), TEXT(who "Type1Code", "loại theo chức vụ, không thì theo kênh: GOV LEG MIL PTY COP CVL; IGO, NGO của tổ chức", "type by office, else by channel: GOV LEG MIL PTY COP CVL; IGO, NGO of organisations"), \
    NOT(who "Type2Code"), NOT(who "Type3Code")
#define NO_PLACE(what) \
    WHOLE(what "_Type", "0: không có nơi", "0: no place"), NOT(what "_FullName"), NOT(what "_CountryCode"), NOT(what "_ADM1Code"), NOT(what "_ADM2Code"), NOT(what "_Lat"), NOT(what "_Long"), NOT(what "_FeatureID")

static const bg_export_column gdelt_events[] = {
    WHOLE("GLOBALEVENTID", "số của sự kiện: 53 bit băm từ cuộc tiếp xúc, hai bên và mã; không phải số của GDELT", "number of the event: 53 bits of a hash of contact, sides and code; no number of GDELT's"),
    WHOLE("SQLDATE", "ngày YYYYMMDD; trống nếu chỉ biết tháng hay năm", "day YYYYMMDD; blank where only month or year is known"),
    WHOLE("MonthYear", "tháng YYYYMM; trống nếu chỉ biết năm", "month YYYYMM; blank where only the year is known"),
    WHOLE("Year", "năm", "year"),
    REAL("FractionDate", "năm và phần ((tháng - 1) * 30 + ngày) / 365; trống nếu không rõ ngày", "year and ((month - 1) * 30 + day) / 365; blank without a day"),
    ACTOR("Actor1"),
    ACTOR("Actor2"),
    WHOLE("IsRootEvent", "1: có trang viết để đưa tin cuộc này", "1: some page is written to report it"),
    TEXT("EventCode", "mã CAMEO (chữ)", "CAMEO code (a text)"),
    TEXT("EventBaseCode", "ba chữ số đầu", "its first three digits"),
    TEXT("EventRootCode", "hai chữ số đầu", "its first two digits"),
    WHOLE("QuadClass", "1 hợp tác lời nói, 2 hợp tác vật chất, 3 xung đột lời nói, 4 xung đột vật chất", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
    REAL("GoldsteinScale", "thang Goldstein của mã", "Goldstein's scale of the code"),
    WHOLE("NumMentions", "số dòng trong bảng Mentions", "rows of the Mentions table"),
    WHOLE("NumSources", "bao nhiêu nguồn độc lập: bài đăng lại tính một lần", "independent witnesses: reprints count once"),
    WHOLE("NumArticles", "bao nhiêu trang kể", "pages that tell it"),
    NOT("AvgTone"),
    NO_PLACE("Actor1Geo"),
    NO_PLACE("Actor2Geo"),
    WHOLE("ActionGeo_Type", "1 nước, 3 nơi ở Mỹ, 4 nơi ở nước khác, 5 tỉnh; 0: không rõ nước", "1 state, 3 place in the US, 4 place elsewhere, 5 province; 0: its state is not known"),
    TEXT("ActionGeo_FullName", "nơi như trang viết", "the place as the page writes it"),
    TEXT("ActionGeo_CountryCode", "nước của nơi ấy, FIPS 10-4", "state of the place, FIPS 10-4"),
    NOT("ActionGeo_ADM1Code"), NOT("ActionGeo_ADM2Code"), NOT("ActionGeo_Lat"), NOT("ActionGeo_Long"), NOT("ActionGeo_FeatureID"),
    WHOLE("DATEADDED", "lúc trang đầu tiên được đăng, UTC, YYYYMMDDhhmmss", "when the first page was published, UTC, YYYYMMDDhhmmss"),
    TEXT("SOURCEURL", "địa chỉ của trang ấy, không thì urn:banggiao: và mã trang", "address of that page, else urn:banggiao: and its id"),
};

static const bg_export_column gdelt_mentions[] = {
    WHOLE("GLOBALEVENTID", "số của sự kiện", "number of the event"),
    WHOLE("EventTimeDate", "DATEADDED của sự kiện", "DATEADDED of the event"),
    WHOLE("MentionTimeDate", "lúc trang này được đăng, UTC, YYYYMMDDhhmmss", "when this page was published, UTC, YYYYMMDDhhmmss"),
    WHOLE("MentionType", "1: có địa chỉ; 2: không", "1: it has an address; 2: it has none"),
    TEXT("MentionSourceName", "tên miền, không thì báo", "host, else outlet"),
    TEXT("MentionIdentifier", "địa chỉ, không thì urn:banggiao: và mã trang", "address, else urn:banggiao: and the page's id"),
    NOT("SentenceID"),
    WHOLE("Actor1CharOffset", "ký tự thứ mấy trong chữ của trang bên thứ nhất được nêu; -1: không rõ", "character of the page's text at which the first actor is named; -1: not known"),
    WHOLE("Actor2CharOffset", "như trên, bên thứ hai", "the same of the second actor"),
    WHOLE("ActionCharOffset", "ký tự đầu của từ gọi tên việc ấy", "first character of the words that name what was done"),
    WHOLE("InRawText", "1: đọc từ chính chữ của trang", "1: read from the text of the page itself"),
    NOT("Confidence"),
    WHOLE("MentionDocLen", "chữ của trang dài bao nhiêu ký tự", "length of the page's text in characters"),
    NOT("MentionDocTone"),
    TEXT("MentionDocTranslationInfo", "trống: không dịch gì", "blank: nothing was translated"),
    NOT("Extras"),
};

static const bg_export_column plover[] = {
    TEXT("id", "mã của sự kiện: x và 16 chữ số băm từ cuộc tiếp xúc, các bên và loại", "id of the event: x and 16 digits of a hash of contact, sides and type"),
    {"date", "date", {"ngày YYYY-MM-DD; điều dự kiến: ngày trang đầu tiên kể", "day YYYY-MM-DD; of an intent: that on which a page first told it"}, NULL},
    {"enddate", "date", {"ngày cuối của cuộc kéo dài", "last day of what lasts"}, NULL},
    {"actor", "list", {"ai hành động: code (alpha-3; IGO, NGO), sector, entity_text, office", "who acts: code (alpha-3; IGO, NGO), sector, entity_text, office"}, NULL},
    {"recipient", "list", {"với ai, nếu có chiều; như actor", "whom it is done to, if it has a direction; as actor"}, NULL},
    TEXT("event", "loại PLOVER", "PLOVER's type"),
    TEXT("event_loc", "nơi: extracted_place, country, country_code, city, province, feature_class", "place: extracted_place, country, country_code, city, province, feature_class"),
    TEXT("event_text", "từ gọi tên việc ấy ở trang đầu", "the words that name what was done, of the first page"),
    WHOLE("quad_code", "1 hợp tác lời nói, 2 hợp tác vật chất, 3 xung đột lời nói, 4 xung đột vật chất", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
    TEXT("mode", "phương thức PLOVER", "PLOVER's mode"),
    {"context", "list", {"bối cảnh PLOVER theo kênh và chủ đề", "PLOVER's contexts by channel and topics"}, NULL},
    TEXT("link", "địa chỉ của trang đầu", "address of the first page"),
    TEXT("text", "câu ở trang đầu", "the sentence of the first page"),
    {"text_info", "list",
     {"mỗi chỗ kể: sequence, start, end (ký tự), start_byte, end_byte, text_story (mã trang), fact (mã trong hồ sơ)",
      "each mention: sequence, start, end (characters), start_byte, end_byte, text_story (id of the page), fact (id in the record)"},
     NULL},
    {"cite_info", "list", {"mỗi trang kể: citation (mã trang), url, title, language, publication, coder, codebook, version", "each page: citation (its id), url, title, language, publication, coder, codebook, version"}, NULL},
    TEXT("coder", "chương trình", "the program"),
    TEXT("comment", "điều dự kiến: ngày dự kiến; các nguồn độc lập; mã cuộc tiếp xúc", "of an intent: the day it is planned for; independent witnesses; id of the contact"),
};

static const bg_export_table tables[] = {
    {"plover", {"sự kiện PLOVER, JSON từng dòng", "PLOVER events, JSON lines"}, NULL, NULL, plover, COUNT(plover), NULL},
    {"icews", {"sự kiện ICEWS", "ICEWS events"}, NULL, NULL, icews, COUNT(icews), NULL},
    {"polecat", {"sự kiện POLECAT", "POLECAT events"}, NULL, NULL, polecat, COUNT(polecat), NULL},
    {"gdelt-events", {"sự kiện GDELT 2.0", "GDELT 2.0 events"}, NULL, NULL, gdelt_events, COUNT(gdelt_events), NULL},
    {"gdelt-mentions", {"các lần kể, GDELT 2.0", "GDELT 2.0 mentions"}, NULL, NULL, gdelt_mentions, COUNT(gdelt_mentions), NULL},
};

const bg_export_table *bg_export__event_table_at(size_t index) { return index < COUNT(tables) ? &tables[index] : NULL; }

const bg_export_table *bg_export__event_table(const char *name) {
    for (size_t i = 0; i < COUNT(tables); i++)
        if (strcmp(tables[i].name, name) == 0) return &tables[i];
    return NULL;
}
