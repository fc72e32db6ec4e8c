/* paper_html: a document as HTML that prints on the page of Nghị định 30/2020/NĐ-CP; it runs nothing and fetches nothing. */
#include "labels.h"
#include "paper.h"

/* A control byte, which no XML may hold, or the sign; 0: the byte stands for itself. */
static const char *escape_of(unsigned char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return c < 0x20 && c != '\t' && c != '\n' && c != '\r' ? "" : NULL;
    }
}

void bg_xml__text(bg_buf *out, const char *text) {
    const char *from = text ? text : "";
    const char *at = from;
    for (; *at; at++) {
        const char *escape = escape_of((unsigned char)*at);
        if (!escape) continue;
        bg_buf__add(out, from, (size_t)(at - from));
        bg_buf__text(out, escape);
        from = at + 1;
    }
    bg_buf__add(out, from, (size_t)(at - from));
}

static const char style[] =
    "@page{size:A4;margin:20mm 15mm 20mm 30mm}"
    "body{font:13pt/1.35 'Times New Roman',Tinos,serif;color:#000;background:#fff;max-width:165mm;margin:2em auto;padding:0 1em}"
    "h1{font-size:15pt;text-align:center;margin:0}p.sub{text-align:center;margin:.2em 0}h2{font-size:13pt;margin:1.2em 0 .3em}"
    "h3{font-size:13pt;font-style:italic;margin:.8em 0 .2em}p{margin:.3em 0;text-align:justify}ul{margin:.2em 0;padding-left:1.4em}"
    "table{border-collapse:collapse;width:100%;font-size:11pt}th,td{border:1px solid #000;padding:.2em .4em;vertical-align:top;text-align:left}"
    "p.blank{border-bottom:1px dotted #000;height:1.4em}sup a{text-decoration:none}ol.notes{font-size:10.5pt;border-top:1px solid #000;padding-top:.6em}"
    "@media print{body{margin:0;padding:0;max-width:none}}";

/* … for a table of many columns. */
static const char wide[] = "@page{size:A4 landscape;margin:30mm 20mm 15mm 20mm}body{max-width:none}table{font-size:10pt}";

static void run(bg_buf *out, const bg_run *r) {
    if (!r->text) {
        bg_buf__text(out, "<sup");
        if (!r->again) bg_buf__print(out, " id=\"r%zu\"", r->note);
        bg_buf__print(out, "><a href=\"#n%zu\">[%zu]</a></sup>", r->note, r->note);
        return;
    }
    if (r->style & BG_RUN_BOLD) bg_buf__text(out, "<b>");
    if (r->style & BG_RUN_ITALIC) bg_buf__text(out, "<i>");
    bg_xml__text(out, r->text);
    if (r->style & BG_RUN_ITALIC) bg_buf__text(out, "</i>");
    if (r->style & BG_RUN_BOLD) bg_buf__text(out, "</b>");
}

static void runs(bg_buf *out, const bg_part *block) {
    for (size_t i = 0; i < block->runs.count; i++) run(out, &block->runs.items[i]);
}

static void row(bg_buf *out, const bg_part *block) {
    const char *name = block->kind == BG_PART_HEAD_ROW ? "th" : "td";
    bg_buf__text(out, "<tr>");
    for (size_t i = 0, column = 0; i < block->runs.count; i++, column++) {
        if (block->widths) bg_buf__print(out, "<%s style=\"width:%u%%\">", name, block->widths[column]);
        else bg_buf__print(out, "<%s>", name);
        for (; i < block->runs.count && (block->runs.items[i].text || block->runs.items[i].note); i++) run(out, &block->runs.items[i]);
        bg_buf__print(out, "</%s>", name);
    }
    bg_buf__text(out, "</tr>\n");
}

/* What is open around blocks of a kind: a list, a table. */
static const char *group_of(bg_part_kind kind) {
    switch (kind) {
    case BG_PART_ITEM: return "ul";
    case BG_PART_HEAD_ROW: case BG_PART_ROW: return "table";
    default: return NULL;
    }
}

static void block(bg_buf *out, const bg_part *b) {
    static const char *const open[] = {[BG_PART_TITLE] = "<h1>", [BG_PART_SUBTITLE] = "<p class=\"sub\">", [BG_PART_HEADING] = "<h2>", [BG_PART_SUBHEADING] = "<h3>",
                                       [BG_PART_TEXT] = "<p>", [BG_PART_ITEM] = "<li>", [BG_PART_BLANK] = "<p class=\"blank\">"};
    static const char *const close[] = {[BG_PART_TITLE] = "</h1>", [BG_PART_SUBTITLE] = "</p>", [BG_PART_HEADING] = "</h2>", [BG_PART_SUBHEADING] = "</h3>",
                                        [BG_PART_TEXT] = "</p>", [BG_PART_ITEM] = "</li>", [BG_PART_BLANK] = "</p>"};
    if (b->kind == BG_PART_HEAD_ROW || b->kind == BG_PART_ROW) {
        row(out, b);
        return;
    }
    bg_buf__text(out, open[b->kind]);
    runs(out, b);
    bg_buf__print(out, "%s\n", close[b->kind]);
}

static void notes(const bg_paper *paper, bg_buf *out) {
    bg_buf__print(out, "<h2>%s</h2>\n<ol class=\"notes\">\n", bg_label__of(BG_LABEL_HEADING, "sources", paper->lang));
    for (size_t i = 0; i < paper->notes.count; i++) {
        bg_buf text;
        bg_buf__init(&text, 1 << 20);
        bg_paper__note_text(paper, &paper->notes.items[i], &text);
        bg_buf__print(out, "<li id=\"n%zu\">", i + 1);
        if (text.failed) out->failed = true;
        else bg_xml__text(out, text.bytes);
        bg_buf__print(out, " <a href=\"#r%zu\">↩</a></li>\n", i + 1);
        bg_buf__free(&text);
    }
    bg_buf__text(out, "</ol>\n");
}

void bg_paper__html(const bg_paper *paper, bg_buf *out) {
    const char *open = NULL;
    bg_buf__print(out, "<!doctype html>\n<html lang=\"%s\">\n<head><meta charset=\"utf-8\"><title>", paper->lang == BG_EN ? "en" : "vi");
    bg_xml__text(out, paper->name);
    bg_buf__text(out, "</title>\n<meta name=\"viewport\" content=\"width=device-width\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<style>");
    bg_buf__print(out, "%s%s</style></head>\n<body>\n", style, paper->wide ? wide : "");
    for (size_t i = 0; i < paper->blocks.count; i++) {
        const char *group = group_of(paper->blocks.items[i].kind);
        if (open && open != group) bg_buf__print(out, "</%s>\n", open);
        if (group && open != group) bg_buf__print(out, "<%s>\n", group);
        open = group;
        block(out, &paper->blocks.items[i]);
    }
    if (open) bg_buf__print(out, "</%s>\n", open);
    if (paper->notes.count) notes(paper, out);
    bg_buf__text(out, "</body></html>\n");
}
