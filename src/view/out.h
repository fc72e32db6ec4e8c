/* out: hand a buffer's bytes to the caller. */
#ifndef BG_OUT_H
#define BG_OUT_H

#include "../base/base.h"

#define BG_VIEW_MAX ((size_t)1 << 30) /* bytes a view may have */

/* Move `from` into `out` (which is released first); `from` is empty afterwards. Fails if `from` had failed. */
bg_code bg_out__take(bg_out *out, bg_buf *from, bg_error *err);

#endif
