/* Application data, and whether the handshake is complete. */
#include "handshake/internal.h"
#include "record/fragment.h"

/*@ requires engine: \valid_read(engine) && stands(engine);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: \result == engine->status;
    ensures machine: \result == TLS12_CONNECTED ==> engine->state == DONE;
*/
enum tls12_status tls12_status(const struct tls12_engine *engine)
{
  return engine->status;
}

/*@ requires engine: \valid_read(engine) && stands(engine) && engine->content_at <= engine->content_end <= TLS12_RECORD_MAX;
    terminates \true;
    exits \false;
    assigns \result \from engine;
    ensures machine: 0 < \result.length ==> may_happen(engine, peer_data(engine));
    ensures data: 0 < \result.length ==> \result.data == &engine->input[0] + engine->content_at &&
      \result.length == engine->content_end - engine->content_at && engine->content_type == TLS12_APPLICATION_DATA;
*/
struct tls12_bytes tls12_application(const struct tls12_engine *engine)
{
  const int event = engine->role == TLS12_CLIENT ? ON_SERVER_DATA : ON_CLIENT_DATA;
  if (engine->content_type != TLS12_APPLICATION_DATA || step(engine, event) < 0 || engine->status == TLS12_FAILED)
    return (struct tls12_bytes){0};
  return (struct tls12_bytes){engine->input + engine->content_at, engine->content_end - engine->content_at};
}

/* Whether application data may go out: between handshakes, and in a renegotiation, if the caller wants that, where the machine allows
 * it and no message of this side's is half sent. */
/*@ requires engine: \valid_read(e) && \valid_read(e->config);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures machine: \result != 0 ==> may_happen(e, own_data(e));
    ensures open: \result != 0 ==> e->status < TLS12_CLOSED;
*/
static int may_send(const struct tls12_engine *e)
{
  const int event = e->role == TLS12_CLIENT ? ON_CLIENT_DATA : ON_SERVER_DATA;
  if (e->status >= TLS12_CLOSED || step(e, event) < 0) return 0;
  return e->status == TLS12_CONNECTED || (e->config->data_while_renegotiating && e->own_length == 0);
}

/*@ requires engine: between_messages(engine);
    requires bytes: \valid_read(bytes + (0 .. n - 1)) && \separated(engine, bytes + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns engine->status, engine->failure.cause, WRITE_KEY(engine), engine->output[0 .. TLS12_OUTPUT_MAX - 1],
      engine->output_end;
    ensures taken: \result <= n && (0 < \result ==> engine->status < TLS12_CLOSED);
    ensures machine: 0 < \result ==> may_happen(engine, own_data(engine));
    ensures engine: between_messages(engine);
*/
uint32_t tls12_send(struct tls12_engine *engine, const uint8_t *bytes, uint32_t n)
{
  if (n == 0 || !may_send(engine)) return 0;
  const uint32_t length = fragment_next(n, 0, engine->write_limit);
  if (!room_for_record(engine, length)) return 0;
  write_record(engine, TLS12_APPLICATION_DATA, (struct tls12_bytes){bytes, length});
  return engine->status < TLS12_CLOSED ? length : 0;
}
