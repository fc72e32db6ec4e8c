/* pending: TEMPORARY, so that the command line links while the record is being written. Will be deleted. */
#include "../base/base.h"
#define NO bg_error__set(err, BG_E_INTERNAL, BG_NO_BYTE, "not written yet")
#define U(x) (void)(x)
bg_code bg_record_open(const char *path, bg_record_mode mode, bg_record **out, bg_error *err) { U(path); U(mode); U(out); return NO; }
void bg_record_close(bg_record *record) { U(record); }
bg_code bg_record_add(bg_record *r, const bg_doc *d, const char *b, size_t s, bg_added *o, bg_error *err) { U(r); U(d); U(b); U(s); U(o); return NO; }
bg_code bg_record_verify(bg_record *r, const bg_data *d, bg_fault_fn *f, void *c, bg_verified *o, bg_error *err) { U(r); U(d); U(f); U(c); U(o); return NO; }
bg_code bg_doc_explain(const bg_doc *d, const bg_style *s, bg_out *o, bg_error *err) { U(d); U(s); U(o); return NO; }
bg_code bg_view_timeline(bg_record *r, const bg_filter *f, const bg_style *s, bg_out *o, size_t *c, bg_error *err) { U(r); U(f); U(s); U(o); U(c); return NO; }
bg_code bg_view_show(bg_record *r, const char *i, const bg_style *s, bg_out *o, bg_error *err) { U(r); U(i); U(s); U(o); return NO; }
bg_code bg_view_search(bg_record *r, const char *w, const bg_style *s, bg_out *o, size_t *c, bg_error *err) { U(r); U(w); U(s); U(o); U(c); return NO; }
bg_code bg_view_explain(bg_record *r, const char *i, const bg_style *s, bg_out *o, bg_error *err) { U(r); U(i); U(s); U(o); return NO; }
bg_code bg_view_notes(bg_record *r, const bg_style *s, bg_out *o, size_t *c, bg_error *err) { U(r); U(s); U(o); U(c); return NO; }
bg_code bg_score(const bg_data *d, const char *g, const char *p, bool e, const bg_style *s, bg_out *o, bg_error *err) { U(d); U(g); U(p); U(e); U(s); U(o); return NO; }
