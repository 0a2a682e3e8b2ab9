/* Lets our engine, OpenSSL and GnuTLS hear the same changed ClientHello, as servers, and the same changes of a server's first flight, as
 * clients; prints where one accepts what another refuses.
 *
 * usage: differential FIRST SECONDS [--each] | differential --show INPUT
 *
 * Inputs have numbers, from FIRST on, until that much CPU time has gone; one number always means the same changes. The lines are tables for
 * tests/fuzz/differential/run: `count SIDE NAME N` and `differs SIDE PEER OURS THEIRS N INPUT CHANGES`, with tabs between.
 * With --each, every difference is printed as it is found.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "handshake/suite.h"
#include "tests/fuzz/differential/peer.h"
#include "tests/fuzz/differential/recipe.h"
#include "tests/fuzz/harness/harness.h"

static const struct implementation *const implementations[] = {&ours, &openssl, &gnutls};
enum { COUNT = 3 };

struct outcome {
  enum { UNTRIED, WAITS, ACCEPTS, REFUSES } verdict;
  char reason[REASON_MAX];
  int alert;
  char changes[STEPS_MAX * DESCRIPTION_MAX + 64];
};

static int show, each; /* print what is heard; and every difference */

/* --- Counting --- */

enum { CLASSES_MAX = 4000 };

static struct difference {
  int is_client;
  const char *peer;
  char own[REASON_MAX + 16], theirs[REASON_MAX + 16];
  unsigned long count, input; /* the first with the fewest changes */
  unsigned steps;
  char changes[STEPS_MAX * DESCRIPTION_MAX + 64];
} differences[CLASSES_MAX];
static unsigned difference_count;

static struct {
  unsigned long inputs, unchanged, accepted, refused, waits, same_alert, not_applicable[COUNT], compared[COUNT],
      agreed[COUNT];
} counts[2];

static void verdict_text(const struct outcome *outcome, char out[REASON_MAX + 16])
{
  static const char *const words[] = {"-", "waits", "accepts", "refuses: "};
  snprintf(out, REASON_MAX + 16, "%s%s", words[outcome->verdict], outcome->verdict == REFUSES ? outcome->reason : "");
}

static void note_difference(int is_client, const char *peer, const struct outcome *own, const struct outcome *theirs,
                            unsigned long input, unsigned steps)
{
  char a[REASON_MAX + 16], b[REASON_MAX + 16];
  verdict_text(own, a);
  verdict_text(theirs, b);
  struct difference *d = differences;
  while (d < differences + difference_count &&
         (d->is_client != is_client || d->peer != peer || strcmp(d->own, a) != 0 || strcmp(d->theirs, b) != 0))
    d++;
  INSIST(d < differences + CLASSES_MAX);
  if (d == differences + difference_count) {
    difference_count++;
    *d = (struct difference){.is_client = is_client, .peer = peer, .steps = STEPS_MAX + 2};
    snprintf(d->own, sizeof d->own, "%s", a);
    snprintf(d->theirs, sizeof d->theirs, "%s", b);
  }
  d->count++;
  if (each) printf("each\t%s\t%s\t%s\t%s\t%lu\t%s\n", is_client ? "client" : "server", peer, a, b, input, own->changes);
  if (steps >= d->steps) return;
  d->steps = steps;
  d->input = input;
  snprintf(d->changes, sizeof d->changes, "%s", own->changes);
}

/* --- One implementation --- */

static int has_record(const struct octets *records, int type)
{
  for (size_t at = 0; at + 5 <= records->length; at += 5 + 256u * records->data[at + 3] + records->data[at + 4])
    if (records->data[at] == type) return 1;
  return 0;
}

/* After it has heard all: a server has accepted when it sends messages, a client when it sends ChangeCipherSpec. */
static void judge(const struct implementation *i, void *peer, int is_client, struct outcome *outcome)
{
  static struct octets answer;
  answer.length = 0;
  i->output(peer, &answer);
  if (i->failed(peer, outcome->reason, &outcome->alert))
    outcome->verdict = REFUSES;
  else
    outcome->verdict = has_record(&answer, is_client ? 20 : 22) ? ACCEPTS : WAITS;
}

static void describe(const struct recipe *recipe, struct outcome *outcome)
{
  char *out = outcome->changes;
  const char *layout = recipe_layout_name(recipe);
  size_t n = 0;
  out[0] = 0;
  for (unsigned i = 0; i < recipe->count; i++)
    n +=
        (size_t)snprintf(out + n, sizeof outcome->changes - n, "%s%s", n > 0 ? "; " : "", recipe->steps[i].description);
  if (layout != NULL) snprintf(out + n, sizeof outcome->changes - n, "%s%s", n > 0 ? "; " : "", layout);
}

static void show_bytes(const char *what, const struct octets *bytes)
{
  if (!show) return;
  printf("%s ", what);
  for (size_t i = 0; i < bytes->length; i++) printf("%02x", bytes->data[i]);
  printf("\n");
}

/* The changed flight as records; 0 if the recipe does not fit it. */
static int changed(struct recipe *recipe, struct node *flight, struct octets *records, struct outcome *outcome)
{
  if (!recipe_apply(recipe, flight)) return 0;
  describe(recipe, outcome);
  records->length = 0;
  recipe_records(recipe, flight, records);
  return 1;
}

static void compare(int is_client, const struct recipe *recipe, const struct outcome outcomes[COUNT],
                    unsigned long input)
{
  const unsigned steps = recipe->count + (recipe->layout != 0);
  counts[is_client].inputs++;
  counts[is_client].unchanged += steps == 0;
  counts[is_client].accepted += outcomes[0].verdict == ACCEPTS;
  counts[is_client].refused += outcomes[0].verdict == REFUSES;
  counts[is_client].waits += outcomes[0].verdict == WAITS;
  for (int k = 1; k < COUNT; k++) {
    /* flights differ in their extensions: the same place in a list may hold another one */
    const int same = !is_client || strcmp(outcomes[0].changes, outcomes[k].changes) == 0;
    if (outcomes[0].verdict == UNTRIED || outcomes[k].verdict == UNTRIED || !same) {
      counts[is_client].not_applicable[k]++;
      continue;
    }
    counts[is_client].compared[k]++;
    /* to wait for bytes that cannot come right is to refuse later */
    if (outcomes[0].verdict == outcomes[k].verdict ||
        (outcomes[0].verdict != ACCEPTS && outcomes[k].verdict != ACCEPTS))
      counts[is_client].agreed[k]++;
    else
      note_difference(is_client, implementations[k]->name, &outcomes[0], &outcomes[k], input, steps);
  }
  for (int k = 0; show && k < COUNT; k++) {
    char text[REASON_MAX + 16];
    verdict_text(&outcomes[k], text);
    printf("%s %s (alert %d)\n", implementations[k]->name, text, outcomes[k].alert);
  }
  if (show) printf("%s\n", outcomes[0].changes);
}

/* --- Servers hear a ClientHello --- */

static void try_servers(unsigned long input, uint64_t *random)
{
  static struct octets hello, records;
  static struct outcome outcomes[COUNT];
  const struct implementation *source = implementations[next_random(random) % COUNT];
  const struct setup client = {1, SUITES, 0, 0, next_random(random)}, server = {0, SUITES, 0, 0, next_random(random)};
  void *peer = source->start(&client);
  hello.length = 0;
  source->output(peer, &hello);
  source->end(peer);

  struct recipe recipe;
  tree_clear();
  recipe_choose(&recipe, flight_read(hello.data, hello.length), random);
  memset(outcomes, 0, sizeof outcomes);
  /* the very same bytes for all */
  if (!changed(&recipe, flight_read(hello.data, hello.length), &records, &outcomes[0])) return;
  show_bytes("client", &records);
  for (int k = 0; k < COUNT; k++) {
    peer = implementations[k]->start(&server);
    implementations[k]->input(peer, records.data, records.length);
    judge(implementations[k], peer, 0, &outcomes[k]);
    implementations[k]->end(peer);
    if (recipe.count == 0 && recipe.layout == 0) INSIST(outcomes[k].verdict == ACCEPTS);
  }
  compare(0, &recipe, outcomes, input);
}

/* --- Clients hear a server's flight --- */

static struct node *with_name(struct node *in, const char *name)
{
  struct node *child = in == NULL ? NULL : in->first;
  while (child != NULL && strcmp(child->name, name) != 0) child = child->next;
  return child;
}

static struct node *body_of(struct node *flight, const char *message)
{
  return with_name(with_name(flight, message), "body");
}

/* A new signature over the parameters and both randoms, as they are now; what is too broken for that keeps the old one. */
static void sign_again(struct node *flight, const struct octets *client_hello)
{
  struct node *random = with_name(body_of(flight, "server_hello"), "random"),
              *exchange = body_of(flight, "server_key_exchange");
  struct node *params = with_name(exchange, "params"), *algorithm = with_name(exchange, "algorithm");
  struct node *signature = with_name(exchange, "signature");
  if (random == NULL || params == NULL || algorithm == NULL || signature == NULL) return;
  static struct octets text;
  text.length = 0;
  octets_append(&text, client_hello->data + 5 + 4 + 2, 32);
  octets_append(&text, random->bytes, random->length);
  node_write(params, &text);
  uint8_t *room = tree_bytes(1024);
  const size_t n = sign_params((unsigned)node_number(algorithm), text.data, text.length, room, 1024);
  if (n == 0) return;
  signature->bytes = room;
  signature->length = n;
}

/* Whether something is to be changed that a new signature would undo. */
static int changes_signature(const struct recipe *recipe)
{
  for (unsigned i = 0; i < recipe->count; i++)
    if (strstr(recipe->steps[i].path, "signature") != NULL) return 1;
  return 0;
}

static void try_clients(unsigned long input, uint64_t *random)
{
  static struct octets hello, flight, records;
  static struct outcome outcomes[COUNT];
  const struct implementation *source = implementations[next_random(random) % COUNT];
  const unsigned suite = (unsigned)(next_random(random) % SUITES);
  const struct setup client = {1, suite, 0, 0, next_random(random)};
  const struct setup server = {0, suite, next_random(random) % 4 == 0, (unsigned)(next_random(random) % GROUPS),
                               next_random(random)};
  struct recipe recipe;
  memset(outcomes, 0, sizeof outcomes);
  if (show)
    printf("server %s, %s, groups %s\n", source->name, tls12_suite_find(peer_suites[suite])->name,
           peer_groups[server.group].openssl);
  for (int k = 0; k < COUNT; k++) {
    void *hears = implementations[k]->start(&client), *says = source->start(&server);
    hello.length = flight.length = 0;
    implementations[k]->output(hears, &hello);
    source->input(says, hello.data, hello.length);
    source->output(says, &flight);
    source->end(says);
    tree_clear();
    if (k == 0) recipe_choose(&recipe, flight_read(flight.data, flight.length), random);
    struct node *tree = flight_read(flight.data, flight.length);
    if (recipe_apply(&recipe, tree)) {
      if (recipe.sign_again && !changes_signature(&recipe)) sign_again(tree, &hello);
      describe(&recipe, &outcomes[k]);
      records.length = 0;
      recipe_records(&recipe, tree, &records);
      show_bytes("server", &records);
      implementations[k]->input(hears, records.data, records.length);
      judge(implementations[k], hears, 1, &outcomes[k]);
      if (recipe.count == 0 && recipe.layout == 0) INSIST(outcomes[k].verdict == ACCEPTS);
    }
    implementations[k]->end(hears);
  }
  compare(1, &recipe, outcomes, input);
}

static void try_input(unsigned long input)
{
  uint64_t random = 0x243F6A8885A308D3u ^ input * 0x9E3779B97F4A7C15u;
  if (next_random(&random) % 2 == 0)
    try_servers(input, &random);
  else
    try_clients(input, &random);
}

static void report(void)
{
  for (int side = 0; side < 2; side++) {
    const char *name = side ? "client" : "server";
    printf("count\t%s\tinputs\t%lu\ncount\t%s\tunchanged\t%lu\ncount\t%s\taccepted\t%lu\ncount\t%s\trefused\t%"
           "lu\ncount\t%s\twaits\t%lu\n",
           name, counts[side].inputs, name, counts[side].unchanged, name, counts[side].accepted, name,
           counts[side].refused, name, counts[side].waits);
    for (int k = 1; k < COUNT; k++)
      printf("count\t%s\tcompared with %s\t%lu\ncount\t%s\tagreed with %s\t%lu\n", name, implementations[k]->name,
             counts[side].compared[k], name, implementations[k]->name, counts[side].agreed[k]);
  }
  for (const struct difference *d = differences; d < differences + difference_count; d++)
    printf("differs\t%s\t%s\t%s\t%s\t%lu\t%lu\t%s\n", d->is_client ? "client" : "server", d->peer, d->own, d->theirs,
           d->count, d->input, d->changes);
}

int main(int argc, char **argv)
{
  each = argc == 4 && strcmp(argv[3], "--each") == 0;
  if (argc != 3 + each) {
    fprintf(stderr, "usage: differential FIRST SECONDS [--each] | differential --show INPUT\n");
    return 2;
  }
  if (strcmp(argv[1], "--show") == 0) {
    show = 1;
    try_input(strtoul(argv[2], NULL, 10));
    return 0;
  }
  const clock_t end = (clock_t)strtoul(argv[2], NULL, 10) * CLOCKS_PER_SEC;
  const unsigned long first = strtoul(argv[1], NULL, 10);
  unsigned long input = first;
  while (clock() < end) try_input(input++);
  printf("count\tboth\tfirst\t%lu\ncount\tboth\tlast\t%lu\n", first, input - 1);
  report();
  return 0;
}
