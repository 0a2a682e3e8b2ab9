/* The two answers of the certificate readers. */
#ifndef TLS12_X509_REFUSAL_H
#define TLS12_X509_REFUSAL_H

#include "wire/fault.h"

/* Accepted up to offset `end`. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures \result.rule == TLS12_NO_RULE && \result.offset == end;
*/
static inline struct tls12_fault accepted(uint32_t end)
{
  return (struct tls12_fault){TLS12_NO_RULE, end, 0, TLS12_NO_ALERT};
}

/* Refused: bytes [at .. end-1] break the rule. */
/*@ requires at <= end;
    requires rule != TLS12_NO_RULE;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures \result.rule == rule && \result.offset == at;
*/
static inline struct tls12_fault refused(enum tls12_rule rule, uint32_t at, uint32_t end, enum tls12_alert alert)
{
  return (struct tls12_fault){rule, at, end - at, alert};
}

#endif
