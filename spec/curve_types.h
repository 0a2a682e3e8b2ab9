/* RFC 8422 section 5.4, ECCurveType: the one that is not deprecated. spec/explicit_field.h has the others. */
#ifndef TLS12_SPEC_CURVE_TYPES_H
#define TLS12_SPEC_CURVE_TYPES_H

#define TLS12_NAMED_CURVE 3

#endif
