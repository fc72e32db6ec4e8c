/* claim: the stage's order. */
#include "claim.h"

bool bg_claims__find(bg_claims *claims, bg_mentions *mentions) {
    memset(claims, 0, sizeof *claims);
    claims->mentions = mentions;
    claims->text = mentions->text;
    if (!bg_contact__find(claims)) return false;
    bg_contact__complete(claims);
    if (!bg_contact__merge(claims)) return false;
    bg_contact__choose(claims);
    bg_contact__adopt_orphans(claims);
    return bg_saying__find(claims);
}
