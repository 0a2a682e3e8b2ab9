/* The extensions of a certificate, RFC 5280 section 4.2. */
#ifndef TLS12_X509_EXTENSIONS_H
#define TLS12_X509_EXTENSIONS_H

#include "x509/certificate.h"
#include "x509/identifiers.h"

/* Extension ::= SEQUENCE { extnID OBJECT IDENTIFIER, critical BOOLEAN DEFAULT FALSE, extnValue OCTET STRING } */
struct x509_extension {
  enum x509_identifier identifier;
  struct tls12_span name;  /* the contents of extnID */
  int critical;            /* an explicit FALSE, which is not DER, is read as FALSE: it is seen in use */
  struct tls12_span value; /* the octets of extnValue */
};

/* Reads the Extension at `at`: the offset after it, or 0. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires writable: \valid(extension);
    requires apart: \separated(extension, bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns *extension;
    ensures inside: \result != 0 ==> at + 2 <= \result <= end;
    ensures spans: \result != 0 ==> span_inside(extension->name, end) && span_inside(extension->value, end);
*/
uint32_t x509_read_extension(const uint8_t *bytes, uint32_t at, uint32_t end, struct x509_extension *extension);

/* No extensions. */
/*@ requires \valid(x);
    terminates \true;
    exits \false;
    assigns *x;
    ensures \forall integer n; n >= 0 ==> extensions_inside(x, n);
*/
void x509_no_extensions(struct tls12_certificate_extensions *x);

/* Reads the Extensions (a SEQUENCE) that fills bytes[at .. end-1]. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires writable: \valid(x);
    requires apart: \separated(x, bytes + (0 .. end - 1));
    requires none: extensions_inside(x, end);
    terminates \true;
    exits \false;
    assigns *x;
    ensures inside: \result.rule == TLS12_NO_RULE ==> extensions_inside(x, end);
    ensures place: \result.offset <= end;
*/
struct tls12_fault x509_read_extensions(const uint8_t *bytes, uint32_t at, uint32_t end,
                                        struct tls12_certificate_extensions *x);

#endif
