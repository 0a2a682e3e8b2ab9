/* The extensions of a certificate, RFC 5280 section 4.2. */
#ifndef TLS12_X509_EXTENSIONS_H
#define TLS12_X509_EXTENSIONS_H

#include "x509/certificate.h"
#include "x509/identifiers.h"

/* Extension ::= SEQUENCE { extnID OBJECT IDENTIFIER, critical BOOLEAN DEFAULT FALSE, extnValue OCTET STRING } */
struct x509_extension {
  uint32_t end; /* the offset after it; 0: there is none */
  enum x509_identifier identifier;
  struct tls12_span name;  /* the contents of extnID */
  uint32_t critical;       /* an explicit FALSE, which is not DER, is read as FALSE: it is seen in use */
  struct tls12_span value; /* the octets of extnValue */
};

/* Reads the Extension at `at`. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_extension: \result.end == certificate_extension_end(bytes, at, end);
    ensures which: \result.end != 0 ==> \result.identifier == extension_identifier(bytes, at, \result.end);
    ensures critical: \result.end != 0 ==> \result.critical == is_critical(bytes, at, \result.end);
    ensures name: \result.end != 0 ==> \result.name.offset == der_contents(bytes, der_contents(bytes, at)) &&
      \result.name.offset + \result.name.length == extension_name_end(bytes, at, \result.end);
    ensures named: \result.end != 0 ==> \result.name.length > 0;
    ensures value: \result.end != 0 ==> \result.value.offset == extension_contents(bytes, at, \result.end) &&
      \result.value.offset + \result.value.length == \result.end;
    ensures inside: \result.end != 0 ==> at + 2 <= \result.end <= end;
    ensures spans: \result.end != 0 ==> span_inside(\result.name, \result.end) && span_inside(\result.value, \result.end);
*/
struct x509_extension x509_read_extension(const uint8_t *bytes, uint32_t at, uint32_t end);

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
