/* tls12: the command. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool/commands.h"
#include "tool/exit_codes.h"
#include "tool/octets.h"
#include "tool/version.h"

static const struct command {
  const char *name;
  int (*run)(int argc, char **argv);
  const char *summary;
} commands[] = {
    {"decode", command_decode, "take the bytes of messages, records or captures apart"},
    {"explain", command_explain,
     "say what each field means, as text or as a page; explain a rule, alert, suite or flow"},
    {"encode", command_encode, "turn decode's JSON back into bytes"},
    {"chain", command_chain, "verify a chain of certificates"},
    {"handshake", command_handshake, "run handshakes between our client and our server, in memory"},
    {"client", command_client, "connect to a server"},
    {"server", command_server, "accept connections"},
    {"machine", command_machine, "print both state machines as one table"},
    {"vectors", command_vectors, "run test vectors"},
    {"deviant", command_deviant, "play deviant traces against another implementation"},
    {"shim", command_shim, "be the implementation under BoringSSL's test runner"},
};

#define COMMANDS (sizeof commands / sizeof commands[0])

static void usage(FILE *to)
{
  fputs("usage: tls12 COMMAND [OPTION...]\n\n"
        "A reference implementation of the TLS 1.2 handshake: for study, for tests, and as an oracle. Not meant to "
        "guard\n"
        "real secrets.\n\n",
        to);
  for (size_t i = 0; i < COMMANDS; i++) fprintf(to, "  %-10s %s\n", commands[i].name, commands[i].summary);
  fputs("\ntls12 COMMAND --help says more; tls12 --version names versions.\n", to);
}

/* Results go to standard output: without them nothing was done. */
static int with_output(int result)
{
  const int lost = ferror(stdout);
  if ((fflush(stdout) == 0 && !lost) || result == EXIT_IO) return result;
  fprintf(stderr, "tls12: standard output could not be written\n");
  return EXIT_IO;
}

static void *json_memory(size_t size)
{
  return grow(NULL, size, 1);
}

int main(int argc, char **argv)
{
  json_set_alloc_funcs(json_memory, free);
  if (argc < 2) {
    usage(stderr);
    return EXIT_USAGE;
  }
  if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
    usage(stdout);
    return with_output(EXIT_DONE);
  }
  if (strcmp(argv[1], "--version") == 0) return with_output(print_version());
  for (size_t i = 0; i < COMMANDS; i++)
    if (strcmp(argv[1], commands[i].name) == 0) return with_output(commands[i].run(argc - 1, argv + 1));
  fprintf(stderr, "tls12: there is no command '%s'\n", argv[1]);
  usage(stderr);
  return EXIT_USAGE;
}
