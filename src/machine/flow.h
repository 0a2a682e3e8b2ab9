/* The flows of TLS 1.2 as a function: which message may come next. No bytes, no cryptography, no memory. */
#ifndef TLS12_MACHINE_FLOW_H
#define TLS12_MACHINE_FLOW_H

#include "spec/flow.h"

/* The state after `event` in `state`, or NO_STEP. Total: any two integers have an answer. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures flow_is_table: \result == flow_next(n, state, event);
*/
int flow_step(struct tls12_negotiation n, int state, int event);

#endif
