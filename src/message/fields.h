/* The fields of every message, as the structures of the RFCs have them: constant data, from which the tree of decode, its
 * JSON, encode and tests are made. Whether bytes are a message is for the decoders to say: no row has a bound. */
#ifndef TLS12_MESSAGE_FIELDS_H
#define TLS12_MESSAGE_FIELDS_H

#include "message/words.h"
#include "spec/key_exchange.h"
#include "spec/rules.h"

enum field_kind {
  FIELD_END = 0, /* after the last field */
  FIELD_NUMBER,  /* `size` bytes, high byte first */
  FIELD_OPAQUE,  /* `size` bytes */
  FIELD_VECTOR,  /* a length of `size` bytes, then so many bytes */
  FIELD_TEXT,    /* the same, for people to read */
  FIELD_LIST,    /* a length of `size` bytes, then elements, each of these `fields` */
  FIELD_EXTENSION, /* a length of `size` bytes, then the fields that the table of extensions has for the number before it */
  FIELD_REST,      /* all bytes that are left */
  FIELD_PART,      /* these `fields` */
  FIELD_OPTIONAL, /* these `fields`, if any byte is left */
  FIELD_SELECT    /* the fields of that variant whose value is the number before it */
};

/* The last three kinds have no name and no rule of their own. */
struct field {
  enum field_kind kind;
  const char *name;
  unsigned size;
  const struct word *words; /* of a number; NULL: it is shown in decimal */
  enum tls12_rule rule;     /* the clause that has the field */
  const struct field *fields;
  const struct variant *variants;
};

/* The list ends with TLS12_OTHER and NULL: other values have no form. */
struct variant {
  unsigned value;
  const struct field *fields;
};

/* The body of a message, with any key exchange (TLS12_KX_NULL) or this one. The last row, of type TLS12_OTHER, is for those
 * of which nothing is known. */
struct message_row {
  unsigned handshake_type;
  enum tls12_key_exchange key_exchange;
  const struct field *fields;
};

/* The body of an extension, in a ClientHello and in a ServerHello, and the clause that has it. The last row, of type
 * TLS12_OTHER, is for all others. */
struct extension_row {
  unsigned type;
  enum tls12_rule rule;
  const struct field *client, *server;
};

extern const struct message_row message_table[];
extern const struct extension_row extension_table[];

/* What comes before bodies, and an alert. */
extern const struct field record_header_fields[], handshake_header_fields[], extension_fields[], alert_fields[];

/* No field at all. */
extern const struct field no_fields[];

#endif
