/* ECDSA-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER } (RFC 3279 section 2.2.3), in DER. */
#ifndef TLS12_ARITHMETIC_ECDSA_SIGNATURE_H
#define TLS12_ARITHMETIC_ECDSA_SIGNATURE_H

#include <stdint.h>

#include "wire/bytes.h"

/* The longest signature: P-521, 30 81 88 and two INTEGERs of 68 bytes. */
#define ECDSA_SIGNATURE_MAX 139

#endif
