/* One step of a run, by the C code of the flows. */
#ifndef TLS12_THEOREMS_RUN_STEP_H
#define TLS12_THEOREMS_RUN_STEP_H

#include "machine/flow.h"
#include "spec/runs.h"

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures step: \result == run_next(n, state, event); */
static int run_step(struct tls12_negotiation n, int state, int event)
{
  return state < 0 || event == ON_HELLO_REQUEST ? state : flow_step(n, state, event);
}

#endif
