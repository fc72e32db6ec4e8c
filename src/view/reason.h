/* reason: why two were taken for one, as the record keeps it ("person=A~B; date=2017-02-28~--02-28"), in words for people. */
#ifndef BG_REASON_H
#define BG_REASON_H

#include "labels.h"
#include "state.h"

/* "cùng người: A – B; ngày: 28/02/2017 – 28/02"; what is not known stays as it is. */
void bg_reason__text(const char *reason, bg_states *states, bg_buf *out);

#endif
