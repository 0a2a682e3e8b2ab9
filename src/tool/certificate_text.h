/* What a person calls the things in a certificate. */
#ifndef TLS12_TOOL_CERTIFICATE_TEXT_H
#define TLS12_TOOL_CERTIFICATE_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include "wire/bytes.h"

/* The numbers of an object identifier, X.690 section 8.19, from its contents: "2.5.29.15". */
void object_identifier_text(const uint8_t *bytes, uint32_t length, char *out, size_t room);

/* The common name of a Name, the last if there are several; its characters that are not printable ASCII as question marks.
 * Empty if there is none. */
void common_name(const uint8_t *der, struct tls12_span name, char *out, size_t room);

/* The name of an extension of RFC 5280 section 4.2 by its object identifier's contents; NULL for another. */
const char *extension_name(const uint8_t *bytes, uint32_t length);

#endif
