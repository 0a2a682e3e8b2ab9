#include "tool/status.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tool/input.h"
#include "tool/output.h"
#include "x509/der.h"

/* RFC 6960 section 4.2.1: one OCSPResponse whose responseStatus is successful. It is not verified. */
static int is_successful(const uint8_t *response, uint32_t length)
{
  static const uint8_t successful[] = {10, 1, 0}; /* ENUMERATED */
  if (length > STATUS_RESPONSE_MAX || der_read(response, 0, length, DER_SEQUENCE) != length) return 0;
  const uint32_t at = der_contents_of(response, 0);
  return length - at >= sizeof successful && memcmp(response + at, successful, sizeof successful) == 0;
}

int status_read(const char *name, struct tls12_bytes *response)
{
  struct octets text = {0};
  if (input_read(name, &text) != 0)
    fprintf(stderr, "tls12: %s: %s\n", name, strerror(errno));
  else if (text.length > STATUS_RESPONSE_MAX || !is_successful(text.data, (uint32_t)text.length))
    fprintf(stderr, "tls12: %s: no OCSPResponse in DER that says 'successful'\n", name);
  else {
    *response = (struct tls12_bytes){text.data, (uint32_t)text.length};
    return 0;
  }
  octets_free(&text);
  return -1;
}

int status_keep(struct status *status, struct tls12_bytes response)
{
  status->response.length = 0;
  octets_append(&status->response, response.data, response.length);
  return is_successful(response.data, response.length) ? 0 : -1;
}

int status_write(struct status *status)
{
  if (status->response.length == 0) {
    fprintf(stderr, "tls12 client: the server sent no OCSP response\n");
    return 0;
  }
  fprintf(stderr, "tls12 client: an OCSP response of %zu bytes\n", status->response.length);
  const int result = output_write(status->name, status->response.data, status->response.length);
  octets_free(&status->response);
  return result;
}
