/* How the place of a message in a run changes with one more message. */
#ifndef TLS12_THEOREMS_RUNS_H
#define TLS12_THEOREMS_RUNS_H

#include "spec/runs.h"

/*@ lemma place_next: \forall int *run, integer k, m;
      0 <= k ==> place(run, k + 1, m) == (run[k] == m ? k : place(run, k, m));
*/

#endif
