/* tls12 machine: both state machines as one table. Every answer is asked of the code that is proved equal to the
 * relation of the specification. */
#include <stdio.h>
#include <string.h>

#include "handshake/suite.h"
#include "machine/client.h"
#include "machine/negotiation.h"
#include "machine/server.h"
#include "tool/commands.h"
#include "tool/exit_codes.h"
#include "tool/machine_names.h"
#include "tool/names.h"
#include "tool/rule_text.h"

static const char help[] =
    "usage: tls12 machine\n\n"
    "  tls12 machine > machine.json\n\n"
    "Prints, as JSON, what each state machine makes of each event in each state, for all parameters: spec/README.md "
    "says\n"
    "what the words mean. \"table\" has a row for each role and choice of parameters; its \"outcomes\" have a list for "
    "each\n"
    "state of \"states\", with a number for each event of \"events\": n >= 0 is the next state, states[n]; n < 0 is a\n"
    "refusal, refusals[-1 - n]. A refusal is final.\n";

/* The refusals that were seen, in their order: minus the alert, and the rule. */
struct refusal {
  int alert;
  enum tls12_rule rule;
};

static struct refusal refusals[128];
static int refusal_count;

static int refusal_number(struct refusal refusal)
{
  int i = 0;
  while (i < refusal_count && (refusals[i].alert != refusal.alert || refusals[i].rule != refusal.rule)) i++;
  if (i == refusal_count) refusals[refusal_count++] = refusal;
  return -1 - i;
}

static int outcome(int is_client, struct tls12_negotiation n, int state, int event)
{
  const int next = is_client ? client_step(n, state, event) : server_step(n, state, event);
  if (next >= 0) return next;
  const enum tls12_rule rule = is_client ? client_refusal_rule(n, state, event) : server_refusal_rule(state, event);
  return refusal_number((struct refusal){-next, rule});
}

static void print_row(int is_client, struct tls12_negotiation n)
{
  printf("{\"role\":\"%s\",\"abbreviated\":\"%s\",\"server_key_exchange\":\"%s\",\"certificate\":%d,\"fixed\":%d,"
         "\"status\":%d,\"ticket\":%d,\"renegotiation\":%d,\"outcomes\":[",
         is_client ? "client" : "server", presence_name(n.abbreviated), presence_name(n.server_key_exchange),
         n.certificate, n.fixed, n.status, n.ticket, n.renegotiation);
  for (int state = START; state < STATES; state++) {
    printf(state == START ? "[" : ",[");
    for (int event = 0; event < EVENTS; event++) printf(event == 0 ? "%d" : ",%d", outcome(is_client, n, state, event));
    printf("]");
  }
  printf("]}");
}

static void print_table(void)
{
  for (int i = 0; i < 2 * 3 * 3 * 32; i++) {
    const int bits = i % 32;
    const struct tls12_negotiation n = {
        .abbreviated = (enum tls12_presence)(i / 96 % 3),
        .server_key_exchange = (enum tls12_presence)(i / 32 % 3),
        .certificate = bits >> 4 & 1,
        .fixed = bits >> 3 & 1,
        .status = bits >> 2 & 1,
        .ticket = bits >> 1 & 1,
        .renegotiation = bits & 1,
    };
    printf(i == 0 ? "" : ",\n");
    print_row(i < 3 * 96, n);
  }
}

static void print_key_exchanges(void)
{
  for (int kx = TLS12_KX_RSA; kx <= TLS12_KX_RSA_PSK; kx++) {
    const struct tls12_negotiation n = negotiated((enum tls12_key_exchange)kx, FORBIDDEN, 0, 0, 0);
    printf("%s\"%s\":{\"server_key_exchange\":\"%s\",\"certificate\":%d,\"fixed\":%d}", kx == TLS12_KX_RSA ? "" : ",\n",
           tls12_key_exchange_name((enum tls12_key_exchange)kx), presence_name(n.server_key_exchange), n.certificate,
           n.fixed);
  }
}

int command_machine(int argc, char **argv)
{
  if (argc == 2 && strcmp(argv[1], "--help") == 0) return fputs(help, stdout) < 0 ? EXIT_IO : EXIT_DONE;
  if (argc != 1) return fputs(help, stderr), EXIT_USAGE;

  printf("{\"schema\":1,\n\"states\":[");
  for (int state = START; state < STATES; state++) printf("%s\"%s\"", state == START ? "" : ",", state_name(state));
  printf("],\n\"events\":[");
  for (int event = 0; event < EVENTS; event++) printf("%s\"%s\"", event == 0 ? "" : ",", event_name(event));
  printf("],\n\"key_exchanges\":{\n");
  print_key_exchanges();
  printf("},\n\"table\":[\n");
  print_table();
  printf("],\n\"refusals\":[\n");
  for (int i = 0; i < refusal_count; i++)
    printf("%s{\"alert\":\"%s\",\"rule\":\"%s\"}", i == 0 ? "" : ",\n", alert_name(refusals[i].alert),
           rule_text(refusals[i].rule)->id);
  printf("]}\n");
  return ferror(stdout) || fflush(stdout) != 0 ? EXIT_IO : EXIT_DONE;
}
