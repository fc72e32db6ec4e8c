/* pending: TEMPORARY, until src/view/score.c is written. */
#include "../base/base.h"
bg_code bg_score(const bg_data *data, const char *gold, const char *pages, bool errors, const bg_style *style, bg_out *out, bg_error *err) { (void)data; (void)gold; (void)pages; (void)errors; (void)style; (void)out; return bg_error__set(err, BG_E_INTERNAL, BG_NO_BYTE, "not written yet"); }
