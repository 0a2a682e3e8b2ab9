/* The application protocol, RFC 7301: which one is chosen, when there is none, and what a client refuses. */
#include <stdio.h>

#include "tests/handshake/pair.h"

static const uint16_t suite = 0xC02F;
static struct tls12_ticket_keys ticket_keys;

/* Names in text as the configuration has them. */
#define LIST(text) ((struct tls12_bytes){(const uint8_t *)(text), sizeof(text) - 1})

static void protocols(struct tls12_bytes of_client, struct tls12_bytes of_server)
{
  client_config.protocols = of_client;
  server_config.protocols = of_server;
}

/* Both sides say that it is this one. */
static void both_have(const char *name)
{
  const struct tls12_bytes a = tls12_protocol(&client), b = tls12_protocol(&server);
  ck_assert_uint_eq(a.length, strlen(name));
  ck_assert_uint_eq(b.length, strlen(name));
  ck_assert(strlen(name) == 0 || (memcmp(a.data, name, a.length) == 0 && memcmp(b.data, name, b.length) == 0));
}

#define LONG64 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define LONG255 LONG64 LONG64 LONG64 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde"

//= build/requirements.md#R7301-3.2-01
//= type=test
//# The server picks its most preferred protocol among those offered.
//= build/requirements.md#R7301-3.2-03
//= type=test
//# The server does not answer with one protocol and then use another.
START_TEST(the_server_prefers)
{
  static const struct {
    struct tls12_bytes of_client, of_server;
    const char *name;
  } table[] = {
      {{(const uint8_t *)"\2h2\10http/1.1", 12}, {(const uint8_t *)"\2h2\10http/1.1", 12}, "h2"},
      {{(const uint8_t *)"\10http/1.1\2h2", 12}, {(const uint8_t *)"\2h2\10http/1.1", 12}, "h2"},
      {{(const uint8_t *)"\2h2\10http/1.1", 12}, {(const uint8_t *)"\2h3\10http/1.1", 12}, "http/1.1"},
      {{(const uint8_t *)"\3h2c\2h2", 7}, {(const uint8_t *)"\1h\2h2", 5}, "h2"},
      {{(const uint8_t *)"\1\0", 2}, {(const uint8_t *)"\1a\1\0", 4}, "\0"},
      {{(const uint8_t *)"\377" LONG255, 256}, {(const uint8_t *)"\377" LONG255, 256}, LONG255},
      {{(const uint8_t *)"\2h2", 3}, {NULL, 0}, ""},
      {{NULL, 0}, {(const uint8_t *)"\2h2", 3}, ""},
      {{NULL, 0}, {NULL, 0}, ""},
  };
  pair_configure(&suite);
  protocols(table[_i].of_client, table[_i].of_server);
  ck_assert(pair_handshake());
  if (table[_i].name[0] == 0 && table[_i].of_client.length == 2)
    ck_assert(tls12_protocol(&client).length == 1 && tls12_protocol(&server).length == 1 &&
              tls12_protocol(&client).data[0] == 0);
  else
    both_have(table[_i].name);
}
END_TEST

//= build/requirements.md#R7301-3.2-02
//= type=test
//# No common protocol: fatal no_application_protocol(120).
START_TEST(none_in_common)
{
  pair_configure(&suite);
  protocols(LIST("\2h2\10http/1.1"), LIST("\2h3\7http/1.\3h2c"));
  ck_assert(!pair_handshake());
  pair_refused(&server, TLS12_NO_AGREEMENT, R7301_3_2_02, TLS12_NO_APPLICATION_PROTOCOL);
}
END_TEST

/* In a connection that resumes a session, and in a second handshake on a connection. */
//= build/requirements.md#R7301-3.1-04
//= type=test
//# ALPN is per connection: on resumption only the values of the new hellos count.
START_TEST(each_handshake_has_its_own)
{
  pair_configure(&suite);
  pair_keep_sessions();
  client_config.renegotiation = server_config.renegotiation = 1;
  ck_assert_int_eq(tls12_ticket_keys_renew(&ticket_keys, system_random, NULL), 0);
  if (_i == 1) server_config.ticket_keys = &ticket_keys;
  protocols(LIST("\2h2\10http/1.1"), LIST("\2h2\10http/1.1"));
  ck_assert(pair_handshake());
  both_have("h2");
  client_config.session = &seen.session;
  client_config.ticket = (struct tls12_bytes){seen.ticket, seen.ticket_length};
  protocols(LIST("\10http/1.1"), LIST("\2h2\10http/1.1"));
  ck_assert(pair_handshake());
  ck_assert(tls12_resumed(&client) && tls12_resumed(&server));
  both_have("http/1.1");
  protocols(LIST("\2h2"), LIST("\2h2\10http/1.1"));
  ck_assert(tls12_renegotiate(&client));
  pair_converse();
  ck_assert(tls12_renegotiated(&client) && tls12_renegotiated(&server));
  both_have("h2");
  client_config.protocols.length = 0;
  ck_assert(pair_handshake() && tls12_resumed(&client));
  both_have("");
  protocols(LIST("\2h3"), LIST("\2h2"));
  ck_assert(!pair_handshake());
  pair_refused(&server, TLS12_NO_AGREEMENT, R7301_3_2_02, TLS12_NO_APPLICATION_PROTOCOL);
}
END_TEST

/* A name that was not offered, two names, none. */
//= build/requirements.md#R7301-3.1-03
//= type=test
//# The ServerHello list holds exactly one name.
START_TEST(answers_that_a_client_refuses)
{
  static const struct {
    const char *to;
    enum tls12_rule rule;
    enum tls12_alert alert;
  } table[] = {
      {"\0\20\0\6\0\4\3hx2", R7301_3_2_01, TLS12_ILLEGAL_PARAMETER},
      {"\0\20\0\6\0\4\1h\1x", R7301_3_1_03, TLS12_DECODE_ERROR},
      {"\0\20\0\6\0\4\0h2c", R7301_3_1_02, TLS12_DECODE_ERROR},
      {"\0\20\0\6\0\3\2h2c", R5246_7_4_1_4_01, TLS12_DECODE_ERROR},
  };
  pair_configure(&suite);
  protocols(LIST("\3h2c\2h3"), LIST("\3h2c"));
  change.from = (const uint8_t *)"\0\20\0\6\0\4\3h2c";
  change.to = (const uint8_t *)table[_i].to;
  change.length = 10;
  ck_assert(!pair_handshake());
  pair_refused(&client, TLS12_PEER_VIOLATION, table[_i].rule, table[_i].alert);
}
END_TEST

START_TEST(an_answer_that_nobody_asked_for)
{
  pair_configure(&suite);
  protocols(LIST("\2h2"), LIST("\2h2"));
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  pair_deliver(&client, &server);
  client_config.protocols.length = 0; /* as if it had not been offered */
  pair_converse();
  pair_refused(&client, TLS12_PEER_VIOLATION, R5246_7_4_1_4_03, TLS12_UNSUPPORTED_EXTENSION);
}
END_TEST

/* What is no list, or longer than a client can offer, is not offered in part. */
START_TEST(lists_that_are_none)
{
  static uint8_t longest[TLS12_PROTOCOLS_MAX + 2];
  for (uint32_t i = 0; i < sizeof longest; i += 2) {
    longest[i] = 1;
    longest[i + 1] = (uint8_t)i;
  }
  const struct tls12_bytes table[] = {LIST("\2h2\0"), LIST("\3h2"), LIST("\1"), {longest, sizeof longest}};
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
    pair_configure(&suite);
    protocols(table[i], LIST("\2h2"));
    ck_assert(!pair_handshake());
    ck_assert_int_eq(client.failure.cause, TLS12_OWN_FAULT);
  }
  protocols((struct tls12_bytes){longest, TLS12_PROTOCOLS_MAX}, (struct tls12_bytes){longest + 8, 2});
  ck_assert(pair_handshake());
  ck_assert(tls12_protocol(&client).length == 1 && tls12_protocol(&client).data[0] == longest[9]);
}
END_TEST

int main(void)
{
  pair_prepare();
  Suite *s = suite_create("handshake/protocols");
  TCase *tc = tcase_create("handshake/protocols");
  tcase_add_loop_test(tc, the_server_prefers, 0, 9);
  tcase_add_test(tc, none_in_common);
  tcase_add_loop_test(tc, each_handshake_has_its_own, 0, 2);
  tcase_add_loop_test(tc, answers_that_a_client_refuses, 0, 4);
  tcase_add_test(tc, an_answer_that_nobody_asked_for);
  tcase_add_test(tc, lists_that_are_none);
  suite_add_tcase(s, tc);
  return run_suite(s);
}
