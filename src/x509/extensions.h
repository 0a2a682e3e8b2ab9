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
    ensures end_of_extension: \result == extension_end(bytes, at, end);
    ensures which: \result != 0 ==> extension->identifier == extension_identifier(bytes, at, \result);
    ensures critical: \result != 0 ==> extension->critical == is_critical(bytes, at, \result);
    ensures name: \result != 0 ==> extension->name.offset == der_contents(bytes, der_contents(bytes, at)) &&
      extension->name.offset + extension->name.length == extension_name_end(bytes, at, \result);
    ensures named: \result != 0 ==> extension->name.length > 0;
    ensures value: \result != 0 ==>
      extension->value.offset == extension_contents(bytes, at, \result) &&
      extension->value.offset + extension->value.length == \result;
    ensures inside: \result != 0 ==> at + 2 <= \result <= end;
    ensures spans: \result != 0 ==> span_inside(extension->name, end) && span_inside(extension->value, end);
*/
uint32_t x509_read_extension(const uint8_t *bytes, uint32_t at, uint32_t end, struct x509_extension *extension);

/* No extensions. */
/*@ requires writable: \valid(x);
    terminates \true;
    exits \false;
    assigns *x;
    ensures none: no_extensions(x);
*/
void x509_no_extensions(struct tls12_certificate_extensions *x);

/* Reads the Extensions (a SEQUENCE) that fills bytes[at .. end-1]. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    requires writable: \valid(x);
    requires apart: \separated(x, bytes + (0 .. end - 1));
    requires none: no_extensions(x);
    terminates \true;
    exits \false;
    assigns *x;
    ensures list: \result.rule == TLS12_NO_RULE ==> at < end && der_end(bytes, at, end, DER_SEQUENCE) == end &&
      der_contents(bytes, at) < end && extensions_stop(bytes, der_contents(bytes, at), end) == end;
    ensures fields: \result.rule == TLS12_NO_RULE ==> extensions_read(bytes, der_contents(bytes, at), end, x);
    ensures inside: \result.rule == TLS12_NO_RULE ==> extensions_inside(x, end);
    ensures place: \result.offset <= end;
*/
struct tls12_fault x509_read_extensions(const uint8_t *bytes, uint32_t at, uint32_t end,
                                        struct tls12_certificate_extensions *x);

#endif
