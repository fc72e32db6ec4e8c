/*
 * paper_docx: a document as Office Open XML. Page of Nghị định 30/2020/NĐ-CP, Appendix I: A4; margins 20 mm above, below, 30 left, 15 right (turned for a wide table); Times New
 * Roman, 14 pt; the page's number in the middle of the upper margin, 14 pt, not on the first page. Footnotes are Word's own. The zip is libarchive's; no
 * time is written, so that the same paper gives the same bytes.
 */
#include "../base/archive.h"
#include "labels.h"
#include "paper.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char content_types[] =
    XML "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD "document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD "styles+xml\"/>"
    "<Override PartName=\"/word/settings.xml\" ContentType=\"" WORD "settings+xml\"/>"
    "<Override PartName=\"/word/numbering.xml\" ContentType=\"" WORD "numbering+xml\"/>"
    "<Override PartName=\"/word/footnotes.xml\" ContentType=\"" WORD "footnotes+xml\"/>"
    "<Override PartName=\"/word/header1.xml\" ContentType=\"" WORD "header+xml\"/>"
    "<Override PartName=\"/word/header2.xml\" ContentType=\"" WORD "header+xml\"/>"
    "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

static const char package_rels[] =
    XML "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" Type=\"" OFFICE "officeDocument\" Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" PACKAGE "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";

static const char document_rels[] =
    XML "<Relationships xmlns=\"" PACKAGE "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"" OFFICE "settings\" Target=\"settings.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" OFFICE "numbering\" Target=\"numbering.xml\"/><Relationship Id=\"rId4\" Type=\"" OFFICE "footnotes\" Target=\"footnotes.xml\"/>"
    "<Relationship Id=\"rId5\" Type=\"" OFFICE "header\" Target=\"header1.xml\"/><Relationship Id=\"rId6\" Type=\"" OFFICE "header\" Target=\"header2.xml\"/></Relationships>";

/* Sizes are half points; distances twentieths of a point: 1134 = 20 mm, 1701 = 30 mm, 851 = 15 mm, 567 = 10 mm. */
#define STYLE(type, id, name, rest) "<w:style w:type=\"" type "\" w:styleId=\"" id "\"><w:name w:val=\"" name "\"/>" rest "</w:style>"
#define BASED "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/>"
static const char styles[] =
    XML "<w:styles " W "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
    "<w:color w:val=\"000000\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:jc w:val=\"both\"/></w:pPr></w:style>"
    "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>"
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>"
    "<w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
    STYLE("paragraph", "Title", "Title", BASED "<w:qFormat/><w:pPr><w:spacing w:after=\"60\"/><w:jc w:val=\"center\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"30\"/></w:rPr>")
    STYLE("paragraph", "Subtitle", "Subtitle", BASED "<w:qFormat/><w:pPr><w:spacing w:after=\"60\"/><w:jc w:val=\"center\"/></w:pPr>")
    STYLE("paragraph", "Heading1", "heading 1", BASED "<w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:jc w:val=\"left\"/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/></w:rPr>")
    STYLE("paragraph", "Heading2", "heading 2", BASED "<w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/><w:jc w:val=\"left\"/><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:b/><w:i/></w:rPr>")
    STYLE("paragraph", "ListBullet", "List Bullet", BASED "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"60\"/></w:pPr>")
    STYLE("paragraph", "Cell", "Ô bảng", "<w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"left\"/></w:pPr><w:rPr><w:sz w:val=\"24\"/></w:rPr>")
    STYLE("paragraph", "Blank", "Dòng để viết", "<w:basedOn w:val=\"Normal\"/><w:pPr><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9354\"/></w:tabs></w:pPr>")
    STYLE("paragraph", "Header", "header", "<w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/></w:pPr>")
    STYLE("paragraph", "FootnoteText", "footnote text", "<w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:rPr><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/></w:rPr>")
    STYLE("character", "FootnoteReference", "footnote reference", "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>")
    "</w:styles>";

static const char numbering[] =
    XML "<w:numbering " W "><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/>"
    "<w:lvlText w:val=\"–\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"567\" w:hanging=\"283\"/></w:pPr><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/></w:rPr></w:lvl>"
    "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

static const char settings[] =
    XML "<w:settings " W "><w:zoom w:percent=\"100\"/><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>"
    "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"vi-VN\"/></w:settings>";

/* The number of the page, on all pages but the first. */
static const char header_first[] = XML "<w:hdr " W "><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr></w:p></w:hdr>";
static const char header_rest[] =
    XML "<w:hdr " W "><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>";

/* `wide`: the page lies on its side, its head at the left. */
static void section(bg_buf *out, bool wide) {
    bg_buf__text(out, "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId6\"/><w:headerReference w:type=\"first\" r:id=\"rId5\"/>");
    bg_buf__text(out, wide ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1701\" w:right=\"1134\" w:bottom=\"851\" w:left=\"1134\""
                           : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"851\" w:bottom=\"1134\" w:left=\"1701\"");
    bg_buf__text(out, " w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>");
}

/* ------------------------------------------------------------------ the parts that depend on the paper */

static void plain_run(bg_buf *out, const char *text, unsigned style) {
    bg_buf__text(out, "<w:r>");
    if (style) bg_buf__print(out, "<w:rPr>%s%s</w:rPr>", style & BG_RUN_BOLD ? "<w:b/>" : "", style & BG_RUN_ITALIC ? "<w:i/>" : "");
    bg_buf__text(out, "<w:t xml:space=\"preserve\">");
    bg_xml__text(out, text);
    bg_buf__text(out, "</w:t></w:r>");
}

/*
 * Each mark has a footnote of its own, none may be referred to twice: one whose note had a mark before says which, by a field that follows the
 * first mark's bookmark when footnotes are renumbered.
 */
static void run(bg_buf *out, const bg_run *r, unsigned style, size_t *mark) {
    if (r->text) {
        plain_run(out, r->text, r->style | style);
        return;
    }
    if (!r->again) bg_buf__print(out, "<w:bookmarkStart w:id=\"%zu\" w:name=\"_note%zu\"/>", r->note, r->note);
    bg_buf__print(out, "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"%zu\"/></w:r>", ++*mark);
    if (!r->again) bg_buf__print(out, "<w:bookmarkEnd w:id=\"%zu\"/>", r->note);
}

static void paragraph_begin(bg_buf *out, const char *style) {
    bg_buf__text(out, "<w:p>");
    if (style) bg_buf__print(out, "<w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>", style);
}

static void paragraph(bg_buf *out, const bg_part *block, size_t *mark) {
    static const char *const names[] = {[BG_PART_TITLE] = "Title", [BG_PART_SUBTITLE] = "Subtitle", [BG_PART_HEADING] = "Heading1", [BG_PART_SUBHEADING] = "Heading2",
                                        [BG_PART_ITEM] = "ListBullet", [BG_PART_BLANK] = "Blank"};
    paragraph_begin(out, block->kind < BG_COUNT(names) ? names[block->kind] : NULL);
    if (block->kind == BG_PART_BLANK) bg_buf__text(out, "<w:r><w:tab/></w:r>");
    for (size_t i = 0; i < block->runs.count; i++) run(out, &block->runs.items[i], 0, mark);
    bg_buf__text(out, "</w:p>");
}

/* Between the margins. */
static size_t text_width(const bg_paper *paper) { return paper->wide ? 14570 : 9354; }

static const char borders[] =
    "<w:tblBorders><w:top w:val=\"single\" w:sz=\"4\"/><w:left w:val=\"single\" w:sz=\"4\"/><w:bottom w:val=\"single\" w:sz=\"4\"/><w:right w:val=\"single\" w:sz=\"4\"/>"
    "<w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV w:val=\"single\" w:sz=\"4\"/></w:tblBorders>";

/* Of one column of the table that the row heads. */
static size_t width_of_column(const bg_paper *paper, const bg_part *head, size_t column) {
    size_t cells = bg_paper__cells(head);
    return head->widths ? text_width(paper) * head->widths[column] / 100 : text_width(paper) / (cells ? cells : 1);
}

static void table_begin(const bg_paper *paper, bg_buf *out, const bg_part *head) {
    bg_buf__print(out, "<w:tbl><w:tblPr><w:tblW w:w=\"%zu\" w:type=\"dxa\"/>%s<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>", text_width(paper), borders);
    for (size_t i = 0, cells = bg_paper__cells(head); i < cells; i++) bg_buf__print(out, "<w:gridCol w:w=\"%zu\"/>", width_of_column(paper, head, i));
    bg_buf__text(out, "</w:tblGrid>");
}

static void row(const bg_paper *paper, bg_buf *out, const bg_part *block, const bg_part *of, size_t *mark) {
    bool head = block->kind == BG_PART_HEAD_ROW;
    /* Only the head is kept whole: with footnotes in its rows LibreOffice leaves most of a page white where none may be split. */
    bg_buf__text(out, head ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:tr>");
    for (size_t i = 0, column = 0; i < block->runs.count; i++) {
        bg_buf__print(out, "<w:tc><w:tcPr><w:tcW w:w=\"%zu\" w:type=\"dxa\"/></w:tcPr>", width_of_column(paper, of, column++));
        paragraph_begin(out, "Cell");
        for (; i < block->runs.count && (block->runs.items[i].text || block->runs.items[i].note); i++) run(out, &block->runs.items[i], head ? BG_RUN_BOLD : 0, mark);
        bg_buf__text(out, "</w:p></w:tc>");
    }
    bg_buf__text(out, "</w:tr>");
}

static bool is_row(const bg_part *block) { return block->kind == BG_PART_HEAD_ROW || block->kind == BG_PART_ROW; }

static void document(const bg_paper *paper, bg_buf *out) {
    size_t mark = 0;
    const bg_part *head = NULL;
    bg_buf__text(out, XML "<w:document " W "><w:body>");
    for (size_t i = 0; i < paper->blocks.count; i++) {
        const bg_part *block = &paper->blocks.items[i];
        bool after = i && is_row(block - 1);
        if (after && (!is_row(block) || block->kind == BG_PART_HEAD_ROW)) bg_buf__text(out, "</w:tbl><w:p/>");
        if (!is_row(block)) {
            paragraph(out, block, &mark);
            continue;
        }
        if (!after || block->kind == BG_PART_HEAD_ROW) table_begin(paper, out, head = block);
        row(paper, out, block, head, &mark);
    }
    if (paper->blocks.count && is_row(&paper->blocks.items[paper->blocks.count - 1])) bg_buf__text(out, "</w:tbl><w:p/>");
    section(out, paper->wide);
    bg_buf__text(out, "</w:body></w:document>");
}

static void note_text(const bg_paper *paper, size_t note, bg_buf *out) {
    bg_buf text;
    bg_buf__init(&text, 1 << 20);
    bg_paper__note_text(paper, &paper->notes.items[note - 1], &text);
    if (text.failed) out->failed = true;
    else plain_run(out, text.bytes, 0);
    bg_buf__free(&text);
}

/* `first`: the number of the note's first mark, 0 if this is it. */
static void footnote(const bg_paper *paper, size_t note, size_t mark, size_t first, bg_buf *out) {
    bg_buf__print(out, "<w:footnote w:id=\"%zu\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>", mark);
    plain_run(out, " ", 0);
    if (first) {
        plain_run(out, bg_label__of(BG_LABEL_HEADING, "same_note", paper->lang), 0);
        bg_buf__print(out, "<w:fldSimple w:instr=\" NOTEREF _note%zu \\h \"><w:r><w:t>%zu</w:t></w:r></w:fldSimple>", note, first);
    } else note_text(paper, note, out);
    bg_buf__text(out, "</w:p></w:footnote>");
}

static void footnotes(const bg_paper *paper, bg_buf *out) {
    size_t mark = 0, *firsts = bg_arena__alloc(paper->arena, (paper->notes.count + 1) * sizeof *firsts);
    if (!firsts) {
        out->failed = true;
        return;
    }
    bg_buf__text(out, XML "<w:footnotes " W "><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
                      "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>");
    for (size_t i = 0; i < paper->blocks.count; i++) {
        const bg_runs *runs = &paper->blocks.items[i].runs;
        for (size_t k = 0; k < runs->count; k++) {
            size_t note = runs->items[k].note;
            if (!note) continue;
            footnote(paper, note, ++mark, firsts[note], out);
            if (!firsts[note]) firsts[note] = mark;
        }
    }
    bg_buf__text(out, "</w:footnotes>");
}

static void core(const bg_paper *paper, bg_buf *out) {
    bg_buf__text(out, XML "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");
    bg_xml__text(out, paper->name);
    bg_buf__print(out, "</dc:title><dc:creator>banggiao</dc:creator><dc:language>%s</dc:language></cp:coreProperties>", paper->lang == BG_EN ? "en-US" : "vi-VN");
}

/* ------------------------------------------------------------------ the zip */

static la_ssize_t write_bytes(struct archive *zip, void *context, const void *bytes, size_t size) {
    (void)zip;
    bg_buf__add(context, bytes, size);
    return (la_ssize_t)size;
}

static void put(const bg_archive *call, struct archive *zip, const char *name, const char *bytes, size_t size, bg_buf *out) {
    struct archive_entry *entry = call->entry_new();
    if (entry) {
        call->entry_set_pathname(entry, name);
        call->entry_set_size(entry, (la_int64_t)size);
        call->entry_set_filetype(entry, AE_IFREG);
        call->entry_set_perm(entry, 0644);
        if (call->write_header(zip, entry) != ARCHIVE_OK || call->write_data(zip, bytes, size) != (la_ssize_t)size) out->failed = true;
        call->entry_free(entry);
    } else out->failed = true;
}

typedef void part_fn(const bg_paper *paper, bg_buf *out);

static void put_made(const bg_archive *call, struct archive *zip, const char *name, part_fn *make, const bg_paper *paper, bg_buf *out) {
    bg_buf part;
    bg_buf__init(&part, out->max);
    make(paper, &part);
    if (part.failed) out->failed = true;
    else put(call, zip, name, part.bytes, part.size, out);
    bg_buf__free(&part);
}

#define PUT(name, text) put(call, zip, name, text, sizeof(text) - 1, out)
static void put_all(const bg_archive *call, struct archive *zip, const bg_paper *paper, bg_buf *out) {
    PUT("[Content_Types].xml", content_types);
    PUT("_rels/.rels", package_rels);
    put_made(call, zip, "docProps/core.xml", core, paper, out);
    put_made(call, zip, "word/document.xml", document, paper, out);
    put_made(call, zip, "word/footnotes.xml", footnotes, paper, out);
    PUT("word/_rels/document.xml.rels", document_rels);
    PUT("word/styles.xml", styles);
    PUT("word/settings.xml", settings);
    PUT("word/numbering.xml", numbering);
    PUT("word/header1.xml", header_first);
    PUT("word/header2.xml", header_rest);
}

static void write_zip(const bg_archive *call, const bg_paper *paper, bg_buf *out) {
    struct archive *zip = call->write_new();
    if (!zip) {
        out->failed = true;
        return;
    }
    if (call->write_set_format_zip(zip) != ARCHIVE_OK || call->write_set_bytes_in_last_block(zip, 1) != ARCHIVE_OK ||
        call->write_open(zip, out, NULL, write_bytes, NULL) != ARCHIVE_OK) out->failed = true;
    else put_all(call, zip, paper, out);
    if (call->write_close(zip) != ARCHIVE_OK) out->failed = true;
    call->write_free(zip);
}

void bg_paper__docx(const bg_paper *paper, bg_buf *out) {
    bg_archive call;
    if (bg_archive__load(&call, NULL)) out->failed = true;
    else write_zip(&call, paper, out);
}
