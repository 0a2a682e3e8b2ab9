/* The way of tls12 decode --json and tls12 encode: bytes to a tree, to JSON text, to the same bytes. The first three bytes
 * choose: what the bytes are, the sender and the key exchange, and the type of a message or extension. */
#define _POSIX_C_SOURCE 200809L /* fmemopen */
#include <string.h>

#include "spec/handshake_types.h"
#include "tests/fuzz/harness/conversation.h"
#include "tests/fuzz/harness/harness.h"
#include "tests/message/kinds.h"
#include "tool/dissect.h"
#include "tool/input.h"
#include "tool/names.h"
#include "tool/transfer.h"
#include "tool/tree_bytes.h"

enum { RECORDS, MESSAGES, BODY, EXTENSION, EXTENSION_BODY, CERTIFICATES, A_FILE, A_NODE, CHOICES };

#define SENDERS 3

static void add_trees(json_t *list, const struct node *parent, const struct stream *stream)
{
  for (size_t i = 0; i < parent->child_count; i++) json_array_append_new(list, tree_json(&parent->children[i], stream));
}

/* The nodes below `parent`, as text and back, stand for these bytes. */
static void insist_bytes(const struct node *parent, const struct stream *stream, const uint8_t *bytes, size_t length)
{
  json_t *list = json_array();
  add_trees(list, parent, stream);
  INSIST(json_array_size(list) == parent->child_count);
  char *text = json_dumps(list, 0);
  INSIST(text != NULL);
  json_t *read = json_loads(text, 0, NULL);
  INSIST(read != NULL);
  struct octets out = {NULL, 0, 0};
  for (size_t i = 0; i < json_array_size(read); i++) INSIST(tree_bytes(json_array_get(read, i), &out) == 0);
  INSIST(out.length == length && (length == 0 || memcmp(out.data, bytes, length) == 0));
  octets_free(&out);
  json_decref(read);
  json_decref(list);
  free(text);
}

/* The first defect has a rule, an alert and a place in the stream. */
static int without_defect(const struct dissection *d, size_t length)
{
  if (!d->defect.present) return 1;
  INSIST(d->defect.fault.rule != TLS12_NO_RULE && d->defect.fault.alert != TLS12_NO_ALERT);
  INSIST(d->defect.fault.offset <= length);
  return 0;
}

static int dissected(int choice, int parameter, int type, const uint8_t *bytes, size_t length,
                     const struct stream *stream)
{
  struct dissection d;
  memset(&d, 0, sizeof d);
  d.sender = (enum sender)(parameter % SENDERS);
  d.kx = (enum tls12_key_exchange)(parameter / SENDERS % (TLS12_KX_RSA_PSK + 1));
  switch (choice) {
  case RECORDS: dissect_records(&d, bytes, length); break;
  case MESSAGES: dissect_messages(&d, bytes, length); break;
  case BODY: dissect_body(&d, type, bytes, length); break;
  case EXTENSION: dissect_extension(&d, bytes, length); break;
  case EXTENSION_BODY: dissect_extension_body(&d, type, bytes, length); break;
  default: dissect_certificates(&d, bytes, length); break;
  }
  insist_bytes(choice == RECORDS ? &d.records : &d.messages, stream, bytes, length);
  if (choice == RECORDS) { /* they are a part of the bytes */
    json_t *list = json_array();
    add_trees(list, &d.messages, stream);
    INSIST(json_array_size(list) == d.messages.child_count);
    json_decref(list);
  }
  const int accepted = without_defect(&d, length);
  dissection_free(&d);
  return accepted;
}

static void flow(void *context, const struct flow *flow)
{
  const struct stream *streams[] = {&flow->from_server, &flow->from_client};
  int *accepted = context;
  for (int k = 0; k < 2; k++)
    *accepted &= dissected(RECORDS, 0, 0, streams[k]->bytes.data, streams[k]->bytes.length, streams[k]);
}

static int capture(const struct octets *input)
{
  char error[256] = "";
  int accepted = 1;
  FILE *file = fmemopen(input->data, input->length, "rb");
  INSIST(file != NULL);
  const int whole = capture_read(file, flow, &accepted, error) == 0;
  return whole && accepted;
}

static int pem(const struct octets *text)
{
  struct octets block = {NULL, 0, 0};
  char label[64];
  size_t at = 0;
  int found, accepted = 1;
  while ((found = pem_read(text, &at, label, &block)) == 1) {
    INSIST(strlen(label) < sizeof label);
    accepted &= dissected(CERTIFICATES, 0, 0, block.data, block.length, NULL);
    block.length = 0;
  }
  INSIST(at <= text->length);
  octets_free(&block);
  return found == 0 && accepted;
}

static int hex(const struct octets *text)
{
  struct octets bytes = {NULL, 0, 0};
  size_t where = 0;
  const int read = hex_read(text, &bytes, &where);
  INSIST(read == 0 || where < text->length);
  const int accepted = read == 0 && dissected(MESSAGES, 0, 0, bytes.data, bytes.length, NULL);
  octets_free(&bytes);
  return accepted;
}

static int file(const uint8_t *bytes, size_t length)
{
  const struct octets input = {(uint8_t *)(uintptr_t)bytes, length, 0};
  switch (input_detect(&input)) {
  case INPUT_PCAP: return capture(&input);
  case INPUT_PEM: return pem(&input);
  case INPUT_HEX: return hex(&input);
  case INPUT_DER: return dissected(CERTIFICATES, 0, 0, bytes, length, NULL);
  default: return dissected(RECORDS, 0, 0, bytes, length, NULL);
  }
}

/* One node of JSON, which may be anything, to bytes. */
static int node(const uint8_t *text, size_t length)
{
  json_t *read = json_loadb((const char *)text, length, 0, NULL);
  if (read == NULL) return 0;
  struct octets out = {NULL, 0, 0};
  const int accepted = tree_bytes(read, &out) == 0;
  octets_free(&out);
  json_decref(read);
  return accepted;
}

/* Types of messages and extensions have one byte here. */
static int extension_type(uint8_t byte)
{
  return byte == 0xff ? TLS12_RENEGOTIATION_INFO : byte;
}

static int run(const uint8_t *data, size_t length)
{
  if (length < 3) return 0;
  const int choice = data[0] % CHOICES;
  const int type = choice == BODY ? data[2] : extension_type(data[2]);
  if (choice == BODY && !has_word(handshake_types, (uint32_t)type)) return 0;
  if (choice == EXTENSION_BODY && !has_word(extension_types, (uint32_t)type)) return 0;
  uint8_t *bytes = exact_copy(data + 3, length - 3);
  const int accepted = choice == A_FILE   ? file(bytes, length - 3)
                       : choice == A_NODE ? node(bytes, length - 3)
                                          : dissected(choice, data[1], type, bytes, length - 3, NULL);
  free(bytes);
  return accepted;
}

/* --- Seeds --- */

static void (*take_seed)(const uint8_t *data, size_t length);

static void seed(int choice, int sender, int kx, int type, const void *data, size_t length)
{
  const uint8_t head[] = {(uint8_t)choice, (uint8_t)(sender + SENDERS * kx), (uint8_t)type};
  take_joined(take_seed, head, sizeof head, data, length);
}

/* Each sample of the decoders as the body of the message or extension that has its name. */
static void seed_kind(const struct kind *kind)
{
  static const struct {
    const char *name;
    int message;
    enum tls12_key_exchange kx;
  } others[] = {{"client_certificate", TLS12_CERTIFICATE, 0},
                {"server_certificate", TLS12_CERTIFICATE, 0},
                {"server_key_exchange_dhe", TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_DHE_RSA},
                {"server_key_exchange_dh_anon", TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_DH_ANON},
                {"server_key_exchange_ecdhe", TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_ECDHE_RSA},
                {"server_key_exchange_ecdh_anon", TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_ECDH_ANON},
                {"server_key_exchange_psk", TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_PSK},
                {"server_key_exchange_dhe_psk", TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_DHE_PSK},
                {"server_key_exchange_ecdhe_psk", TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_ECDHE_PSK},
                {"explicit_signed", TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_ECDHE_ECDSA},
                {"explicit_anonymous", TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_ECDH_ANON},
                {"client_key_exchange_rsa", TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_RSA},
                {"client_key_exchange_dh", TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_DHE_RSA},
                {"client_key_exchange_ecdh", TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_ECDHE_RSA},
                {"client_key_exchange_psk", TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_PSK},
                {"client_key_exchange_dhe_psk", TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_DHE_PSK},
                {"client_key_exchange_ecdhe_psk", TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_ECDHE_PSK},
                {"client_key_exchange_rsa_psk", TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_RSA_PSK}};
  const int message = word_value(handshake_types, kind->name), extension = word_value(extension_types, kind->name);
  if (message >= 0) seed(BODY, EITHER_SENDER, 0, message, kind->sample, kind->length);
  if (extension >= 0) seed(EXTENSION_BODY, EITHER_SENDER, 0, extension & 0xff, kind->sample, kind->length);
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (strcmp(kind->name, others[i].name) == 0)
      seed(BODY, EITHER_SENDER, (int)others[i].kx, others[i].message, kind->sample, kind->length);
}

static void put32(struct octets *out, uint32_t value)
{
  const uint8_t bytes[] = {(uint8_t)value, (uint8_t)(value >> 8), (uint8_t)(value >> 16), (uint8_t)(value >> 24)};
  octets_append(out, bytes, sizeof bytes);
}

/* The packets of a transfer as a file of libpcap. */
static void seed_capture(const struct transfer *transfer)
{
  static const uint32_t header[] = {0xa1b2c3d4, 0x00040002, 0, 0, 65535, 101 /* LINKTYPE_RAW */};
  struct octets out = {NULL, 0, 0};
  for (size_t i = 0; i < sizeof header / sizeof *header; i++) put32(&out, header[i]);
  for (size_t at = 0; at < transfer->packets.length;) {
    uint32_t n;
    memcpy(&n, transfer->packets.data + at, sizeof n);
    const uint32_t packet[] = {0, 0, n, n};
    for (size_t i = 0; i < sizeof packet / sizeof *packet; i++) put32(&out, packet[i]);
    octets_append(&out, transfer->packets.data + at + sizeof n, n);
    at += sizeof n + n;
  }
  seed(A_FILE, 0, 0, 0, out.data, out.length);
  octets_free(&out);
}

struct traffic {
  struct transfer transfer;
  struct octets sent[2]; /* by the server, by the client */
};

static void add_record(void *context, int from_client, struct tls12_bytes record)
{
  struct traffic *traffic = (struct traffic *)context;
  if (record.length == 0) return;
  transfer_record(&traffic->transfer, from_client, record);
  octets_append(&traffic->sent[from_client], record.data, record.length);
}

static void seed_conversation(uint16_t suite)
{
  struct conversation c;
  struct traffic traffic = {0};
  conversation_prepare(&c, suite);
  transfer_next_flow(&traffic.transfer);
  conversation_run(&c, add_record, &traffic);
  seed(RECORDS, FROM_SERVER, 0, 0, traffic.sent[0].data, traffic.sent[0].length);
  seed(RECORDS, FROM_CLIENT, 0, 0, traffic.sent[1].data, traffic.sent[1].length);
  seed_capture(&traffic.transfer);
  seed(CERTIFICATES, 0, 0, 0, c.server.config.credentials[0].chain[0].data,
       c.server.config.credentials[0].chain[0].length);
  octets_free(&traffic.sent[0]);
  octets_free(&traffic.sent[1]);
  transfer_free(&traffic.transfer);
  free(c.client.engine);
  free(c.server.engine);
}

static void seeds(void (*take)(const uint8_t *data, size_t length))
{
  static const char hello_done[] = "\16\0\0\0", server_name[] = "\0\0\0\13\0\11\0\0\6server",
                    text[] = "0000  0e 00 00 00 # ServerHelloDone\n0x0e, 0x00 0000",
                    block[] = "-----BEGIN TLS-----\nDgAAAA==\n-----END TLS-----\n",
                    tree[] = "{\"path\":\"a\",\"children\":[{\"path\":\"a.length\",\"length\":2},"
                             "{\"path\":\"a.msg_type\",\"length\":1,\"value\":\"finished\"},{\"raw\":\"00ff\"}]}";
  take_seed = take;
  for (int i = 0; i < KINDS; i++) seed_kind(&kinds[i]);
  seed(MESSAGES, EITHER_SENDER, 0, 0, hello_done, sizeof hello_done - 1);
  seed(EXTENSION, EITHER_SENDER, 0, 0, server_name, sizeof server_name - 1);
  seed(A_FILE, 0, 0, 0, text, sizeof text - 1);
  seed(A_FILE, 0, 0, 0, block, sizeof block - 1);
  seed(A_NODE, 0, 0, 0, tree, sizeof tree - 1);
  seed_conversation(0xC02B);
  seed_conversation(0x009C);
}

const struct harness tool_harness = {"tool", run, seeds};
