/* The certificates of the handshake, as the server sees them: RFC 5246 section 7.4.2. */
#include "handshake/server_messages.h"
#include "wire/writer.h"

/* The certificates are put one after the other where certificate_encode wants its list: behind the message's header and
 * the list's own length. */
uint32_t make_server_certificate(struct tls12_engine *e)
{
  uint32_t at = 3;
  for (unsigned i = 0; i < e->credential->chain_length; i++) {
    if (e->credential->chain[i].length + 3 > OWN_ROOM - at) {
      own_fault(e);
      return 0;
    }
    at = write_vector24(OWN_BODY(e), at, e->credential->chain[i]);
  }
  write_uint24(OWN_BODY(e), 0, at - 3);
  return at;
}
