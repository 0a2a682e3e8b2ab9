/* An input file, taken apart: the options that say what it is, and the trees of what is in it. Shared by decode and explain. */
#ifndef TLS12_TOOL_READING_H
#define TLS12_TOOL_READING_H

#include "tool/dissect.h"
#include "tool/input.h"
#include "tool/session.h"

struct reading_options {
  const char *command; /* for messages: "tls12 decode" */
  const char *name;    /* of the input, "-" for standard input */
  enum input_format from;
  int records, handshake, message, extension; /* --as; message: a handshake type, -1 for none; extension: its type */
  int body, client, server;
  long flow; /* -1: all */
  enum tls12_key_exchange kx;
  enum sender sender;
  const char *key_log, *private_key; /* names of files; NULL: none */
  int application_data, redact;
};

/* The values before any option. */
void reading_options_start(struct reading_options *o, const char *command);

/* The rows of getopt_long and the lines of help for these options; a command adds its own. */
/* clang-format off */
#define READING_OPTIONS \
  {"from", required_argument, NULL, 'f'}, {"as", required_argument, NULL, 'a'}, {"body", no_argument, NULL, 'b'}, \
  {"kx", required_argument, NULL, 'k'}, {"sender", required_argument, NULL, 'S'}, \
  {"flow", required_argument, NULL, 'n'}, {"keylog", required_argument, NULL, 'K'}, \
  {"private-key", required_argument, NULL, 'P'}, \
  {"from-client", no_argument, NULL, 'c'}, {"from-server", no_argument, NULL, 's'}, \
  {"application-data", no_argument, NULL, 'A'}, {"redact", no_argument, NULL, 'R'}
/* clang-format on */
#define READING_HELP                                                                                                   \
  "  --from auto|hex|bin|pcap|pem|der   what the input is\n"                                                           \
  "  --as auto|records|handshake|MESSAGE|EXTENSION\n"                                                                  \
  "                                     what its bytes are; MESSAGE: client_hello, server_hello, ...;\n"               \
  "                                     EXTENSION: server_name, supported_groups, ...\n"                               \
  "  --body                             the message or extension comes without its header of four bytes\n"             \
  "  --kx KX                            key exchange, for a lone ServerKeyExchange or ClientKeyExchange\n"             \
  "  --sender client|server             whose it is: only a client's certificate_list may be empty, and some\n"        \
  "                                     extensions have two forms\n"                                                   \
  "  --flow N                           one TCP connection of a capture, from 0\n"                                     \
  "  --from-client, --from-server       one direction of it\n"                                                         \
  "  --keylog FILE                      the secrets of a capture's connections, as browsers log them\n"                \
  "  --private-key FILE                 or the key of the server's certificate: RSA, DH, ECDH (no ephemeral "          \
  "exchange)\n"                                                                                                        \
  "  --application-data                 with it, show application data\n"                                              \
  "  --redact                           show no secret and no application data\n"

/* Takes one of these options: EXIT_DONE, or EXIT_USAGE after a message; -1 for an option that is none of them. */
int reading_option(struct reading_options *o, int option, const char *value);

/* What is left on the command line: at most one name. EXIT_DONE, or EXIT_USAGE when the options do not go together. */
int reading_name(struct reading_options *o, int argc, char **argv, int next);

/* The bytes of one direction and what is in them. */
struct reading {
  const char *from; /* "client", "server", or "either" for bytes without a connection */
  const uint8_t *bytes;
  size_t length;
  const struct stream *stream; /* NULL: not out of a capture */
  struct dissection d;
};

/* Takes what belongs together: the server's and the client's side of a connection, or bytes alone. flow: its number, from 0.
 * sessions: the first of its handshakes whose secret is known, NULL: none. What it returns is an exit code. */
typedef int reading_taker(void *context, long flow, const struct reading *readings, unsigned count,
                          const struct session *sessions);

/* Reads and dissects the input and gives each connection to `take`; says on standard error what could not be read. Returns an
 * exit code: the worst of all. */
int read_whole(const struct reading_options *o, reading_taker *take, void *context);

/* The same of a capture, which is then closed, with what is known of its secrets. */
int read_capture_file(const struct reading_options *o, FILE *file, const struct known_secrets *known,
                      reading_taker *take, void *context);

/* The exit code that the defect of a dissection asks for. */
int reading_result(const struct dissection *d);

/* Two exit codes: the one to return. */
int worse(int a, int b);

/* Name, place, path, what is wrong, the bytes with a caret below the first bad one, rule, section, alert, and
 * where it is known what is often the cause and what to do: on standard error. */
void diagnose(const char *name, const struct reading *reading);

#endif
