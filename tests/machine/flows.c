/* Every flow of spec/flows.tsv goes through both machines, event by event. At each position each other event is tried:
 * it is accepted exactly if some row of the table, of the same negotiation, goes on with it; otherwise it is refused
 * with the alert of RFC 5246 section 7.2.2, and with a rule. The table, not the machine, says what is right.
 */
#include "machine/client.h"
#include "machine/due.h"
#include "machine/negotiation.h"
#include "machine/server.h"
#include "tests/suite.h"
#include "tool/rule_text.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 200, STEPS = 24 };

struct flow {
  int kx;
  int resumed;
  int status;
  int ticket;
  int length;
  int events[STEPS];
};

static struct flow flows[ROWS];
static int flow_count;

static const char *const kx_names[] = {
    "(session)", "RSA",         "DH_DSS",    "DH_RSA",    "DHE_DSS", "DHE_RSA", "DH_anon",   "ECDH_ECDSA",
    "ECDH_RSA",  "ECDHE_ECDSA", "ECDHE_RSA", "ECDH_anon", "PSK",     "DHE_PSK", "ECDHE_PSK", "RSA_PSK",
};

static const struct {
  const char *name;
  int event;
} event_names[] = {
    {"C:ClientHello", ON_CLIENT_HELLO},
    {"S:ServerHello", ON_SERVER_HELLO},
    {"S:Certificate", ON_SERVER_CERTIFICATE},
    {"S:CertificateStatus", ON_CERTIFICATE_STATUS},
    {"S:ServerKeyExchange", ON_SERVER_KEY_EXCHANGE},
    {"S:CertificateRequest", ON_CERTIFICATE_REQUEST},
    {"S:ServerHelloDone", ON_SERVER_HELLO_DONE},
    {"C:Certificate(empty)", ON_EMPTY_CERTIFICATE},
    {"C:Certificate", ON_SIGNING_CERTIFICATE},
    {"C:ClientKeyExchange", ON_CLIENT_KEY_EXCHANGE},
    {"C:ClientKeyExchange(empty)", ON_CLIENT_KEY_EXCHANGE},
    {"C:CertificateVerify", ON_CERTIFICATE_VERIFY},
    {"C:[CCS]", ON_CLIENT_CCS},
    {"C:Finished", ON_CLIENT_FINISHED},
    {"S:NewSessionTicket", ON_NEW_SESSION_TICKET},
    {"S:[CCS]", ON_SERVER_CCS},
    {"S:Finished", ON_SERVER_FINISHED},
};

static int index_of(const char *name)
{
  for (size_t i = 0; i < sizeof kx_names / sizeof *kx_names; i++)
    if (strcmp(kx_names[i], name) == 0) return (int)i;
  ck_abort_msg("key exchange %s", name);
}

static int event_of(const char *name, int fixed)
{
  for (size_t i = 0; i < sizeof event_names / sizeof *event_names; i++)
    if (strcmp(event_names[i].name, name) == 0)
      return fixed && event_names[i].event == ON_SIGNING_CERTIFICATE ? ON_FIXED_CERTIFICATE : event_names[i].event;
  ck_abort_msg("event %s", name);
}

static void read_flow(char *line)
{
  struct flow *const flow = &flows[flow_count++];
  char *field[8], *rest = line;

  ck_assert_int_le(flow_count, ROWS);
  for (int i = 0; i < 8; i++) {
    field[i] = rest;
    rest += strcspn(rest, "\t\n");
    *rest++ = '\0';
  }
  flow->kx = index_of(field[1]);
  flow->resumed = strcmp(field[0], "full") != 0;
  flow->status = field[2][0] == '1';
  flow->ticket = field[6][0] == '1';
  for (char *name = strtok(field[7], " "); name; name = strtok(NULL, " "))
    flow->events[flow->length++] = event_of(name, strcmp(field[5], "fixed") == 0);
}

static void read_flows(void)
{
  char line[1024];
  FILE *const file = fopen("spec/flows.tsv", "r");

  ck_assert_ptr_nonnull(file);
  flow_count = 0;
  memset(flows, 0, sizeof flows);
  ck_assert_ptr_nonnull(fgets(line, sizeof line, file)); /* the names of the columns */
  while (fgets(line, sizeof line, file)) read_flow(line);
  fclose(file);
}

static struct tls12_negotiation of(const struct flow *flow)
{
  return negotiated((enum tls12_key_exchange)flow->kx, flow->resumed ? REQUIRED : FORBIDDEN, flow->status, flow->ticket,
                    0);
}

/* Whether the table has a row of the same negotiation that begins like the first k events of `flow` and then `event`.
 * A server that answered status_request may still leave CertificateStatus out (RFC 6066 section 8). */
static int in_table(const struct flow *flow, int k, int event)
{
  for (int i = 0; i < flow_count; i++) {
    const struct flow *const row = &flows[i];
    if (row->kx == flow->kx && row->resumed == flow->resumed && row->ticket == flow->ticket &&
        row->status <= flow->status && k < row->length && row->events[k] == event &&
        memcmp(row->events, flow->events, (size_t)k * sizeof *row->events) == 0)
      return 1;
  }
  return 0;
}

static int client_sends(int event)
{
  return event >= ON_CLIENT_HELLO;
}

START_TEST(flows_complete)
{
  read_flows();
  ck_assert_int_eq(flow_count, 172);
  for (int i = 0; i < flow_count; i++) {
    const struct tls12_negotiation n = of(&flows[i]);
    int client = START, server = START;
    for (int k = 0; k < flows[i].length; k++) {
      ck_assert_int_ne(client, DONE);
      client = client_step(n, client, flows[i].events[k]);
      server = server_step(n, server, flows[i].events[k]);
      ck_assert_msg(client >= 0 && client == server, "row %d, event %d", i, k);
    }
    ck_assert_int_eq(client, DONE);
    ck_assert_int_eq(client_step(n, DONE, ON_SERVER_DATA), DONE);
    ck_assert_int_eq(server_step(n, DONE, ON_CLIENT_DATA), DONE);
  }
}
END_TEST

static void try_event(const struct flow *flow, int k, int state, int event)
{
  const struct tls12_negotiation n = of(flow);
  const int client = client_step(n, state, event), server = server_step(n, state, event);

  if (in_table(flow, k, event)) {
    ck_assert_int_ge(client, 0);
    ck_assert_int_eq(server, client);
    return;
  }
  if (event == ON_HELLO_REQUEST) {
    ck_assert_int_eq(client, state);
    ck_assert_int_eq(server, state == START ? state : -TLS12_INTERNAL_ERROR);
    return;
  }
  const int anonymous_request =
      event == ON_CERTIFICATE_REQUEST && !n.certificate && in_table(flow, k, ON_SERVER_HELLO_DONE);
  ck_assert_int_eq(client, client_sends(event) ? -TLS12_INTERNAL_ERROR
                           : anonymous_request ? -TLS12_HANDSHAKE_FAILURE
                                               : -TLS12_UNEXPECTED_MESSAGE);
  ck_assert_int_eq(server, client_sends(event) ? -TLS12_UNEXPECTED_MESSAGE : -TLS12_INTERNAL_ERROR);
  ck_assert_int_ne((int)client_refusal_rule(n, state, event), TLS12_NO_RULE);
  ck_assert_int_ne((int)server_refusal_rule(state, event), TLS12_NO_RULE);
  ck_assert_int_eq(client_step(n, client, ON_SERVER_HELLO), client);
  ck_assert_int_eq(server_step(n, server, ON_CLIENT_HELLO), server);
}

START_TEST(other_events_refused)
{
  read_flows();
  for (int i = 0; i < flow_count; i++) {
    int state = START;
    for (int k = 0; k < flows[i].length; k++) {
      for (int event = ON_HELLO_REQUEST; event <= ON_CLIENT_OTHER; event++) try_event(&flows[i], k, state, event);
      state = client_step(of(&flows[i]), state, flows[i].events[k]);
    }
  }
}
END_TEST

/* Two sides that send what is due walk each flow of the table, given the choices that the flow shows. */
START_TEST(due_walks_the_flows)
{
  read_flows();
  for (int i = 0; i < flow_count; i++) {
    const struct tls12_negotiation n = of(&flows[i]);
    struct tls12_server_choice choice = {.status = flows[i].status};
    int answer = ON_EMPTY_CERTIFICATE, state = START;
    for (int k = 0; k < flows[i].length; k++) {
      const int event = flows[i].events[k];
      if (event == ON_SERVER_KEY_EXCHANGE) choice.key = 1;
      if (event == ON_CERTIFICATE_REQUEST) choice.request = 1;
      if (ON_EMPTY_CERTIFICATE <= event && event <= ON_FIXED_CERTIFICATE) answer = event;
    }
    for (int k = 0; k < flows[i].length; k++) {
      const int event = flows[i].events[k];
      ck_assert_int_eq(client_send_next(state, answer), client_sends(event) ? event : NOTHING_DUE);
      ck_assert_int_eq(server_send_next(n, state, choice), client_sends(event) ? NOTHING_DUE : event);
      state = client_step(n, state, event);
    }
    ck_assert_int_eq(client_send_next(DONE, answer), NOTHING_DUE);
    ck_assert_int_eq(server_send_next(n, DONE, choice), NOTHING_DUE);
  }
}
END_TEST

/* RFC 5077 section 3.4: with a ticket and an empty session_id the message after ServerHello decides. */
START_TEST(next_message_decides)
{
  struct tls12_negotiation n = negotiated(TLS12_KX_ECDHE_RSA, OPTIONAL, 0, 0, 0);

  ck_assert_int_eq(client_step(n, AFTER_SERVER_HELLO, ON_SERVER_CERTIFICATE), AFTER_SERVER_CERTIFICATE);
  ck_assert_int_eq(client_step(n, AFTER_SERVER_HELLO, ON_SERVER_CCS), RESUMED_SERVER_CCS);
  ck_assert_int_eq(client_step(n, AFTER_SERVER_HELLO, ON_NEW_SESSION_TICKET), -TLS12_UNEXPECTED_MESSAGE);
  n.ticket = 1;
  ck_assert_int_eq(client_step(n, AFTER_SERVER_HELLO, ON_NEW_SESSION_TICKET), RESUMED_TICKET);
  ck_assert_int_eq(client_step(n, AFTER_SERVER_HELLO, ON_SERVER_CCS), -TLS12_UNEXPECTED_MESSAGE);
}
END_TEST

/* The rule that each refusal names: itself, or the one of which it is a case (spec/aliases.tsv). */
START_TEST(rules_are_named)
{
  static const struct {
    enum tls12_rule says;
    enum tls12_key_exchange kx;
    int state, event;
    enum tls12_rule reported;
  } client[] = {
      {R5246_7_1_04, TLS12_KX_RSA, AFTER_SERVER_HELLO, ON_SERVER_CCS, R5246_7_1_04},
      {R5246_7_3_05, TLS12_KX_RSA, AFTER_SERVER_HELLO, ON_SERVER_DATA, R5246_7_3_05},
      {R5246_7_4_03, TLS12_KX_RSA, AFTER_SERVER_CERTIFICATE, ON_SERVER_OTHER, R5246_7_4_03},
      {R5246_7_4_05, TLS12_KX_RSA, AFTER_CLIENT_FINISHED, ON_SERVER_OTHER, R5246_7_4_03},
      {R5246_7_4_1_2_17, TLS12_KX_RSA, AFTER_CLIENT_HELLO, ON_SERVER_CERTIFICATE, R5246_7_4_1_2_17},
      {R5246_7_4_2_01, TLS12_KX_DHE_RSA, AFTER_SERVER_HELLO, ON_SERVER_KEY_EXCHANGE, R5246_7_4_2_01},
      {R4279_4_01, TLS12_KX_RSA_PSK, AFTER_SERVER_HELLO, ON_SERVER_HELLO_DONE, R5246_7_4_2_01},
      {R5246_7_4_2_02, TLS12_KX_DH_ANON, AFTER_SERVER_HELLO, ON_SERVER_CERTIFICATE, R5246_7_4_2_02},
      {R8422_2_3_01, TLS12_KX_ECDH_ANON, AFTER_SERVER_HELLO, ON_SERVER_CERTIFICATE, R5246_7_4_2_02},
      {R4279_2_01, TLS12_KX_PSK, AFTER_SERVER_HELLO, ON_SERVER_CERTIFICATE, R5246_7_4_2_02},
      {R5246_7_4_2_03, TLS12_KX_RSA, AFTER_SERVER_CERTIFICATE, ON_SERVER_CERTIFICATE, R5246_7_4_2_03},
      {R5246_7_4_3_01, TLS12_KX_DHE_RSA, AFTER_SERVER_KEY_EXCHANGE, ON_SERVER_KEY_EXCHANGE, R5246_7_4_3_01},
      {R5246_7_4_3_02, TLS12_KX_DHE_RSA, AFTER_SERVER_CERTIFICATE, ON_SERVER_HELLO_DONE, R5246_7_4_3_02},
      {R8422_5_4_01, TLS12_KX_ECDHE_RSA, AFTER_SERVER_CERTIFICATE, ON_SERVER_HELLO_DONE, R5246_7_4_3_02},
      {R8422_2_3_02, TLS12_KX_ECDH_ANON, AFTER_SERVER_HELLO, ON_SERVER_HELLO_DONE, R5246_7_4_3_02},
      {R5246_7_4_3_03, TLS12_KX_RSA, AFTER_SERVER_CERTIFICATE, ON_SERVER_KEY_EXCHANGE, R5246_7_4_3_03},
      {R4492_2_1_02, TLS12_KX_ECDH_RSA, AFTER_SERVER_CERTIFICATE, ON_SERVER_KEY_EXCHANGE, R5246_7_4_3_03},
      {R5246_7_4_4_01, TLS12_KX_RSA, AFTER_CERTIFICATE_REQUEST, ON_CERTIFICATE_REQUEST, R5246_7_4_4_01},
      {R5246_7_4_4_02, TLS12_KX_DH_ANON, AFTER_SERVER_KEY_EXCHANGE, ON_CERTIFICATE_REQUEST, R5246_7_4_4_02},
      {R5246_7_4_5_02, TLS12_KX_RSA, AFTER_HELLO_DONE, ON_SERVER_HELLO_DONE, R5246_7_4_03},
      {R5246_7_4_9_01, TLS12_KX_RSA, AFTER_SERVER_CCS, ON_SERVER_HELLO_DONE, R5246_7_4_9_01},
      {R5246_7_4_9_02, TLS12_KX_RSA, AFTER_CLIENT_FINISHED, ON_SERVER_FINISHED, R5246_7_4_9_02},
      {R6066_8_03, TLS12_KX_RSA, AFTER_SERVER_CERTIFICATE, ON_CERTIFICATE_STATUS, R6066_8_03},
      {R5077_3_3_02, TLS12_KX_RSA, AFTER_CLIENT_FINISHED, ON_NEW_SESSION_TICKET, R5077_3_3_02},
  };
  static const struct {
    enum tls12_rule says;
    int state, event;
    enum tls12_rule reported;
  } server[] = {
      {R5246_7_4_1_2_01, START, ON_CLIENT_KEY_EXCHANGE, R5246_7_4_1_2_01},
      {R5246_7_1_04, AFTER_HELLO_DONE, ON_CLIENT_CCS, R5246_7_1_04},
      {R5246_7_3_05, AFTER_HELLO_DONE, ON_CLIENT_DATA, R5246_7_3_05},
      {R5246_7_4_6_01, AFTER_HELLO_DONE, ON_EMPTY_CERTIFICATE, R5246_7_4_6_01},
      {R5246_7_4_9_02, AFTER_HELLO_DONE, ON_CLIENT_FINISHED, R5246_7_4_9_02},
      {R5246_7_4_6_02, AFTER_HELLO_DONE_ASKED, ON_CLIENT_KEY_EXCHANGE, R5246_7_4_6_02},
      {R5246_7_4_7_01, AFTER_HELLO_DONE, ON_CERTIFICATE_VERIFY, R5246_7_4_7_01},
      {R5246_7_4_8_01, AFTER_CLIENT_KEY_EXCHANGE, ON_CERTIFICATE_VERIFY, R5246_7_4_8_01},
      {R8422_3_03, AFTER_CLIENT_KEY_EXCHANGE, ON_CERTIFICATE_VERIFY, R5246_7_4_8_01},   /* the list was empty */
      {R4492_3_2_03, AFTER_CLIENT_KEY_EXCHANGE, ON_CERTIFICATE_VERIFY, R5246_7_4_8_01}, /* the key was a fixed one */
      {R5246_7_4_8_02, AFTER_CLIENT_KEY_SIGNING, ON_CLIENT_CCS, R5246_7_4_8_02},
      {R5246_7_4_9_01, AFTER_CLIENT_CCS, ON_CLIENT_KEY_EXCHANGE, R5246_7_4_9_01},
      {R5246_7_4_03, AFTER_CLIENT_KEY_EXCHANGE, ON_CLIENT_OTHER, R5246_7_4_03},
  };
  for (size_t i = 0; i < sizeof client / sizeof *client; i++) {
    const struct tls12_negotiation n = negotiated(client[i].kx, FORBIDDEN, 0, 0, 0);
    ck_assert_msg(client_refusal_rule(n, client[i].state, client[i].event) == client[i].reported, "%s",
                  rule_text(client[i].says)->id);
    ck_assert_int_lt(client_step(n, client[i].state, client[i].event), 0);
  }
  for (size_t i = 0; i < sizeof server / sizeof *server; i++) {
    const struct tls12_negotiation n = negotiated(TLS12_KX_RSA, FORBIDDEN, 0, 0, 0);
    ck_assert_msg(server_refusal_rule(server[i].state, server[i].event) == server[i].reported, "%s",
                  rule_text(server[i].says)->id);
    ck_assert_int_lt(server_step(n, server[i].state, server[i].event), 0);
  }
  /* With status_request and session_ticket in both hellos, but at another place. */
  const struct tls12_negotiation both = negotiated(TLS12_KX_DHE_RSA, FORBIDDEN, 1, 1, 0);
  ck_assert_int_eq(client_refusal_rule(both, AFTER_SERVER_KEY_EXCHANGE, ON_CERTIFICATE_STATUS), R6066_8_04);
  ck_assert_int_eq(client_refusal_rule(both, AFTER_SERVER_KEY_EXCHANGE, ON_NEW_SESSION_TICKET), R5077_3_3_01);
}
END_TEST

int main(void)
{
  Suite *const suite = suite_create("machine/flows");
  TCase *const all = tcase_create("flows");

  tcase_add_test(all, flows_complete);
  tcase_add_test(all, other_events_refused);
  tcase_add_test(all, due_walks_the_flows);
  tcase_add_test(all, next_message_decides);
  tcase_add_test(all, rules_are_named);
  suite_add_tcase(suite, all);
  return run_suite(suite);
}
