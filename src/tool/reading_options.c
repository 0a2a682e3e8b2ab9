#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "spec/handshake_types.h"
#include "tool/exit_codes.h"
#include "tool/names.h"
#include "tool/reading.h"

void reading_options_start(struct reading_options *o, const char *command)
{
  memset(o, 0, sizeof *o);
  o->command = command;
  o->name = "-";
  o->message = o->extension = -1;
  o->flow = -1;
  o->kx = TLS12_KX_NULL;
  o->sender = EITHER_SENDER;
}

static int wrong(const struct reading_options *o, const char *option, const char *value, const char *why)
{
  fprintf(stderr, "%s: --%s %s: %s\n", o->command, option, value, why);
  return EXIT_USAGE;
}

int reading_option(struct reading_options *o, int option, const char *value)
{
  int format;
  char *end;
  switch (option) {
  case 'f':
    if ((format = input_format_by_name(value)) < 0) return wrong(o, "from", value, "no such format");
    o->from = (enum input_format)format;
    return EXIT_DONE;
  case 'a':
    o->records = strcmp(value, "records") == 0;
    o->handshake = strcmp(value, "handshake") == 0;
    o->message = word_value(handshake_types, value);
    o->extension = strcmp(value, "alpn") == 0 ? TLS12_ALPN : word_value(extension_types, value);
    if (!o->records && !o->handshake && o->message < 0 && o->extension < 0 && strcmp(value, "auto") != 0)
      return wrong(o, "as", value, "no such message or extension");
    return EXIT_DONE;
  case 'k':
    if ((o->kx = key_exchange_by_name(value)) == TLS12_KX_NULL) return wrong(o, "kx", value, "no such key exchange");
    return EXIT_DONE;
  case 'n':
    o->flow = strtol(value, &end, 10);
    if (*end != 0 || end == value || o->flow < 0) return wrong(o, "flow", value, "not a number");
    return EXIT_DONE;
  case 'S':
    o->sender = strcmp(value, "client") == 0 ? FROM_CLIENT : FROM_SERVER;
    if (o->sender == FROM_SERVER && strcmp(value, "server") != 0) return wrong(o, "sender", value, "client or server");
    return EXIT_DONE;
  case 'K': o->key_log = value; return EXIT_DONE;
  case 'P': o->private_key = value; return EXIT_DONE;
  case 'A': o->application_data = 1; return EXIT_DONE;
  case 'R': o->redact = 1; return EXIT_DONE;
  case 'b': o->body = 1; return EXIT_DONE;
  case 'c': o->client = 1; return EXIT_DONE;
  case 's': o->server = 1; return EXIT_DONE;
  default: return -1;
  }
}

int reading_name(struct reading_options *o, int argc, char **argv, int next)
{
  if (next + 1 < argc || (o->body && o->message < 0 && o->extension < 0)) return EXIT_USAGE;
  if (next < argc) o->name = argv[next];
  return EXIT_DONE;
}
