/* From one direction's bytes to trees of records and messages. */
#ifndef TLS12_TOOL_DISSECT_H
#define TLS12_TOOL_DISSECT_H

#include "record/protection.h"
#include "spec/key_exchange.h"
#include "tool/tree.h"
#include "tool/verdict.h"
#include "wire/fault.h"

struct defect {
  struct tls12_fault fault; /* offset in the stream; rule TLS12_NO_RULE with cut_short: the input ends early */
  int present, cut_short;
  char path[128];
};

struct dissection {
  struct node records, messages; /* their children */
  struct octets joined;          /* owned: the handshake messages */
  size_t *places;                /* owned: where each of those bytes came from */
  struct defect defect;          /* the first */
  enum tls12_key_exchange kx;    /* as ServerHello's suite has it, or as given */
  enum sender sender;            /* who sent these bytes */
  int unread;                    /* messages whose key exchange is not known, and so not what is in them */
  int encrypted;                 /* a ChangeCipherSpec came */
  struct tls12_record_key *key;  /* what opens the records after it; NULL: they stay closed */
  int show_data;                 /* also what application data says */
  size_t start;                  /* where the records begin: what is before is no TLS */
  int stops;                     /* dissect_on stops at each ChangeCipherSpec that it understands */
  size_t at;                     /* where the next record begins */
  uint32_t record_count;
};

/* Where in a stream TLS begins: at its first byte, or after what STARTTLS and the like come with, at the first record that
 * holds the start of a ClientHello or a ServerHello. 0 too when there is none. */
size_t tls_start(const uint8_t *bytes, size_t length);

/* A stream of records: all of it. */
void dissect_records(struct dissection *d, const uint8_t *bytes, size_t length);

/* The same in steps: the records from d->at on up to the next ChangeCipherSpec, when d->stops, and the handshake messages in
 * them. d->key, if set after it, opens what follows. */
void dissect_on(struct dissection *d, const uint8_t *bytes, size_t length);

/* Handshake messages, one after the other, with their headers. */
void dissect_messages(struct dissection *d, const uint8_t *bytes, size_t length);

/* One message body without header. */
void dissect_body(struct dissection *d, int handshake_type, const uint8_t *bytes, size_t length);

/* One extension of a hello, with its type and length, or only the body of this type. */
void dissect_extension(struct dissection *d, const uint8_t *bytes, size_t length);
void dissect_extension_body(struct dissection *d, int type, const uint8_t *bytes, size_t length);

/* Certificates in DER, one after the other. */
void dissect_certificates(struct dissection *d, const uint8_t *bytes, size_t length);

/* What breaks a rule at that offset of the stream, inside `node`; the first one counts. */
void dissection_fault(struct dissection *d, struct node *node, struct tls12_fault fault, size_t offset);

void dissection_free(struct dissection *d);

#endif
