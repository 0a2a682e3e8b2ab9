#include "tool/handshake_files.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tool/output.h"
#include "tool/reading.h"
#include "tool/report.h"

static int append(const char *name, const struct octets *lines)
{
  FILE *file = fopen(name, "a");
  const int short_of = file == NULL || fwrite(lines->data, 1, lines->length, file) != lines->length;
  if ((file != NULL && fclose(file) != 0) || short_of) {
    fprintf(stderr, "tls12: %s: %s\n", name, strerror(errno));
    return -1;
  }
  return 0;
}

static int take(void *context, long flow, const struct reading *readings, unsigned count,
                const struct session *sessions)
{
  report_flow(context, flow, readings, count, sessions, 0);
  return 0;
}

static int write_page(const char *name, const struct octets *capture, const struct octets *secrets)
{
  struct output output;
  struct reading_options options;
  const struct known_secrets known = {*secrets, NULL};
  FILE *file = fmemopen(capture->data, capture->length, "rb");
  if (file == NULL || output_open(&output, name) != 0) {
    if (file != NULL) fclose(file);
    return -1;
  }
  reading_options_start(&options, "tls12 handshake");
  options.name = "the handshake in memory";
  report_begin(output.file, "A TLS 1.2 handshake");
  (void)read_capture_file(&options, file, &known, take, output.file);
  report_end(output.file);
  return output_close(&output);
}

int handshake_files_write(const struct handshake_files *files, const struct transfer *transfer)
{
  struct octets capture = {NULL, 0, 0};
  int result = 0;
  transfer_capture(transfer, &capture);
  if (files->pcap != NULL) result |= output_write(files->pcap, capture.data, capture.length);
  if (files->key_log != NULL) result |= append(files->key_log, &files->secrets);
  if (files->html != NULL) result |= write_page(files->html, &capture, &files->secrets);
  octets_free(&capture);
  return result;
}
