/* cells: the row of a table whose cells hold a line each is one line: "8h00 Lễ đón Phủ Chủ tịch". */
#include "flow.h"

#define UPWARD 4 /* elements between a line and its cell */

/* The cell whose only line this is, 0 if there is none. */
static uint32_t cell_of(const bg_html *html, size_t line) {
    uint32_t e = html->markup[line].element;
    for (unsigned k = 0; e && k < UPWARD; k++, e = html->elements[e].parent) {
        const bg_element *element = &html->elements[e];
        if (element->tag == BG_TAG_td || element->tag == BG_TAG_th) return element->line_end - element->line == 1 ? e : 0;
    }
    return 0;
}

/* Does the line go on the row of the one before it? */
static bool goes_on(const bg_html *html, size_t line) {
    uint32_t before = line ? cell_of(html, line - 1) : 0, cell = before ? cell_of(html, line) : 0;
    return cell && html->elements[cell].parent == html->elements[before].parent;
}

static void join(bg_html *html, char *text, size_t to, size_t line) {
    bg_line *last = &html->lines[to];
    text[last->span.end] = ' ';
    last->span.end = last->trimmed.end = html->lines[line].span.end;
    html->markup[to].linked += html->markup[line].linked;
    html->markup[to].strong += html->markup[line].strong;
    html->markup[to].slanted += html->markup[line].slanted;
}

bool bg_html__join_cells(bg_arena *arena, bg_html *html, char *text) {
    uint32_t *moved = bg_arena__raw(arena, (html->line_count + 1) * sizeof *moved); /* of a line: where it went */
    bool *joins = bg_arena__raw(arena, html->line_count + 1);
    if (!moved || !joins) return false;
    for (size_t i = 0; i < html->line_count; i++) joins[i] = goes_on(html, i);
    size_t kept = 0;
    for (size_t i = 0; i < html->line_count; i++) {
        moved[i] = (uint32_t)kept;
        if (joins[i]) {
            join(html, text, kept - 1, i);
            continue;
        }
        html->lines[kept] = html->lines[i];
        html->markup[kept++] = html->markup[i];
    }
    moved[html->line_count] = (uint32_t)kept;
    for (size_t e = 0; e < html->element_count && kept < html->line_count; e++) {
        bg_element *element = &html->elements[e];
        element->line = moved[element->line], element->line_end = moved[element->line_end];
    }
    html->line_count = kept;
    return true;
}
