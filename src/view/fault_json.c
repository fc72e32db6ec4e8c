/* fault_json: one fault of the record as JSON. */
#include "../base/json.h"
#include "out.h"

bg_code bg_fault_json(const bg_fault *fault, bg_out *out, bg_error *err) {
    bg_buf buf;
    bg_json json;
    bg_buf__init(&buf, BG_VIEW_MAX);
    bg_json__init(&json, &buf);
    bg_json__object(&json, NULL);
    bg_json__text(&json, "page", fault->page);
    bg_json__text(&json, "source", fault->source);
    bg_json__text(&json, "fact", fault->fact);
    bg_json__text(&json, "field", fault->field);
    bg_json__span(&json, "span", fault->span);
    bg_json__text(&json, "problem", fault->problem);
    bg_json__end(&json);
    return bg_out__take(out, &buf, err);
}
