/* tls12 encode: the JSON of decode back to bytes. */
#include <getopt.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "tool/commands.h"
#include "tool/exit_codes.h"
#include "tool/input.h"
#include "tool/octets.h"
#include "tool/tree_bytes.h"

static int append_all(const json_t *nodes, struct octets *out)
{
  for (size_t i = 0; i < json_array_size(nodes); i++)
    if (tree_bytes(json_array_get(nodes, i), out) != 0) return -1;
  return 0;
}

int command_encode(int argc, char **argv)
{
  static const struct option options[] = {
      {"hex", no_argument, NULL, 'x'}, {"help", no_argument, NULL, 'h'}, {NULL, 0, NULL, 0}};
  static const char usage[] =
      "usage: tls12 encode [--hex] [FILE|-]\n\n  tls12 decode --json message.bin | tls12 encode > same.bin\n\n"
      "The bytes are those of the nodes without children: \"raw\" or, where it is left out, \"value\".\n"
      "A \"length\" that has neither counts the bytes that follow in its node.\n";
  int c, hex = 0;
  while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
    if (c == 'h') return fputs(usage, stdout) < 0 ? EXIT_IO : EXIT_DONE;
    if (c != 'x') return fputs(usage, stderr), EXIT_USAGE;
    hex = 1;
  }
  if (optind + 1 < argc) return fputs(usage, stderr), EXIT_USAGE;
  const char *name = optind < argc ? argv[optind] : "-";

  struct octets input = {NULL, 0, 0}, out = {NULL, 0, 0};
  if (input_read(name, &input) != 0) {
    perror(name);
    return EXIT_IO;
  }
  json_error_t error;
  json_t *report = json_loadb((const char *)input.data, input.length, 0, &error);
  octets_free(&input);
  if (report == NULL) {
    fprintf(stderr, "%s: line %d: %s\n", name, error.line, error.text);
    return EXIT_VIOLATION;
  }
  const json_t *streams = json_object_get(report, "streams");
  int result = json_is_array(streams) ? EXIT_DONE : EXIT_VIOLATION;
  for (size_t i = 0; i < json_array_size(streams) && result == EXIT_DONE; i++) {
    const json_t *stream = json_array_get(streams, i), *records = json_object_get(stream, "records");
    if (append_all(json_array_size(records) > 0 ? records : json_object_get(stream, "messages"), &out) != 0)
      result = EXIT_VIOLATION;
  }
  json_decref(report);
  if (result != EXIT_DONE) {
    fprintf(stderr, "%s: not the JSON of tls12 decode\n", name);
  } else if (hex) {
    for (size_t i = 0; i < out.length; i++) printf("%02x", out.data[i]);
    putchar('\n');
  } else if (out.length > 0 && fwrite(out.data, 1, out.length, stdout) != out.length) {
    result = EXIT_IO;
  }
  octets_free(&out);
  return result;
}
