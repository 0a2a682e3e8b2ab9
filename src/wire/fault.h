/* What a decoder answers: the first broken rule, the bytes that break it, and the alert that reports it. */
#ifndef TLS12_WIRE_FAULT_H
#define TLS12_WIRE_FAULT_H

#include <stdint.h>
#include "spec/alerts.h"
#include "spec/presentation.h"
#include "spec/rules.h"

struct tls12_fault {
  enum tls12_rule rule;   /* TLS12_NO_RULE: accepted */
  uint32_t offset;        /* of the vector or bytes that break the rule; when accepted, where the decoder stopped */
  uint32_t length;        /* of those bytes, as far as they are there; 0 when accepted */
  enum tls12_alert alert; /* TLS12_NO_ALERT when accepted */
};

#endif
