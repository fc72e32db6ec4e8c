/* tag: the elements of HTML by name, and what each does to the text around it. */
#ifndef BG_TAG_H
#define BG_TAG_H

#include "../base/base.h"

enum {
    TAG_BLOCK = 1 << 0,   /* begins and ends a line */
    TAG_VOID = 1 << 1,    /* has no content */
    TAG_RAW = 1 << 2,     /* its content is text up to its end tag, whatever stands in it */
    TAG_HIDDEN = 1 << 3,  /* what is in it is no text of the page */
    TAG_ENDS_P = 1 << 4,  /* a paragraph that is open ends before it */
    TAG_SCOPE = 1 << 5,   /* end tags of other elements do not reach out of it */
    TAG_TABLE = 1 << 6    /* … but those of a table's parts do */
};

/* name, what it does */
#define BG_TAGS(X) \
    X(a, 0) X(abbr, 0) X(address, TAG_BLOCK | TAG_ENDS_P) X(applet, TAG_HIDDEN) X(area, TAG_VOID) X(article, TAG_BLOCK | TAG_ENDS_P) \
    X(aside, TAG_BLOCK | TAG_ENDS_P) X(audio, TAG_HIDDEN) X(b, 0) X(base, TAG_VOID) X(blockquote, TAG_BLOCK | TAG_ENDS_P) X(body, TAG_BLOCK) \
    X(br, TAG_VOID) X(button, TAG_BLOCK | TAG_SCOPE) X(canvas, TAG_HIDDEN) X(caption, TAG_BLOCK | TAG_SCOPE | TAG_TABLE) X(center, TAG_BLOCK | TAG_ENDS_P) \
    X(cite, 0) X(code, 0) X(col, TAG_VOID) X(colgroup, TAG_BLOCK | TAG_TABLE) X(datalist, TAG_HIDDEN) X(dd, TAG_BLOCK | TAG_ENDS_P) X(del, 0) \
    X(details, TAG_BLOCK | TAG_ENDS_P) X(dialog, TAG_BLOCK | TAG_ENDS_P) X(div, TAG_BLOCK | TAG_ENDS_P) X(dl, TAG_BLOCK | TAG_ENDS_P) \
    X(dt, TAG_BLOCK | TAG_ENDS_P) X(em, 0) X(embed, TAG_VOID) X(fieldset, TAG_BLOCK | TAG_ENDS_P) X(figcaption, TAG_BLOCK | TAG_ENDS_P) \
    X(figure, TAG_BLOCK | TAG_ENDS_P) X(font, 0) X(footer, TAG_BLOCK | TAG_ENDS_P) X(form, TAG_BLOCK | TAG_ENDS_P) X(h1, TAG_BLOCK | TAG_ENDS_P) \
    X(h2, TAG_BLOCK | TAG_ENDS_P) X(h3, TAG_BLOCK | TAG_ENDS_P) X(h4, TAG_BLOCK | TAG_ENDS_P) X(h5, TAG_BLOCK | TAG_ENDS_P) X(h6, TAG_BLOCK | TAG_ENDS_P) \
    X(head, TAG_BLOCK) X(header, TAG_BLOCK | TAG_ENDS_P) X(hgroup, TAG_BLOCK | TAG_ENDS_P) X(hr, TAG_BLOCK | TAG_VOID | TAG_ENDS_P) X(html, TAG_BLOCK | TAG_SCOPE) \
    X(i, 0) X(iframe, TAG_RAW | TAG_HIDDEN) X(img, TAG_VOID) X(input, TAG_VOID) X(ins, 0) X(label, 0) X(legend, TAG_BLOCK) X(li, TAG_BLOCK | TAG_ENDS_P) \
    X(link, TAG_VOID) X(main, TAG_BLOCK | TAG_ENDS_P) X(map, 0) X(mark, 0) X(math, TAG_HIDDEN) X(menu, TAG_BLOCK | TAG_ENDS_P) X(meta, TAG_VOID) \
    X(nav, TAG_BLOCK | TAG_ENDS_P) X(noembed, TAG_RAW | TAG_HIDDEN) X(noframes, TAG_RAW | TAG_HIDDEN) X(noscript, TAG_HIDDEN) X(object, TAG_HIDDEN | TAG_SCOPE) \
    X(ol, TAG_BLOCK | TAG_ENDS_P) X(optgroup, TAG_BLOCK) X(option, TAG_BLOCK) X(p, TAG_BLOCK | TAG_ENDS_P) X(param, TAG_VOID) X(picture, 0) \
    X(pre, TAG_BLOCK | TAG_ENDS_P) X(q, 0) X(s, 0) X(samp, 0) X(script, TAG_RAW | TAG_HIDDEN) X(search, TAG_BLOCK | TAG_ENDS_P) \
    X(section, TAG_BLOCK | TAG_ENDS_P) X(select, TAG_HIDDEN) X(small, 0) X(source, TAG_VOID) X(span, 0) X(strike, 0) X(strong, 0) \
    X(style, TAG_RAW | TAG_HIDDEN) X(sub, 0) X(summary, TAG_BLOCK | TAG_ENDS_P) X(sup, 0) X(svg, TAG_HIDDEN) X(table, TAG_BLOCK | TAG_ENDS_P | TAG_SCOPE | TAG_TABLE) \
    X(tbody, TAG_BLOCK | TAG_TABLE) X(td, TAG_BLOCK | TAG_SCOPE | TAG_TABLE) X(template, TAG_HIDDEN | TAG_SCOPE) X(textarea, TAG_RAW | TAG_HIDDEN) \
    X(tfoot, TAG_BLOCK | TAG_TABLE) X(th, TAG_BLOCK | TAG_SCOPE | TAG_TABLE) X(thead, TAG_BLOCK | TAG_TABLE) X(time, 0) X(title, TAG_BLOCK | TAG_RAW) \
    X(tr, TAG_BLOCK | TAG_TABLE) X(track, TAG_VOID) X(tt, 0) X(u, 0) X(ul, TAG_BLOCK | TAG_ENDS_P) X(var, 0) X(video, TAG_HIDDEN) X(wbr, TAG_VOID)

#define BG_TAG_NAME(name, does) BG_TAG_##name,
typedef enum bg_tag { BG_TAG_other, BG_TAGS(BG_TAG_NAME) BG_TAG_COUNT } bg_tag;
#undef BG_TAG_NAME

/* The tag of a name in whatever case; BG_TAG_other for one that is not in the list. */
bg_tag bg_tag__find(const char *name, size_t size);
unsigned bg_tag__does(bg_tag tag);

#endif
