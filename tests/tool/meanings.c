/* Every message, field, extension, alert and key exchange has a meaning in spec/meanings.tsv, and every row there says
 * something of one of these. */
#include <stdio.h>
#include <string.h>

#include "message/fields.h"
#include "tests/suite.h"
#include "tool/field_rows.h"
#include "tool/meaning.h"
#include "tool/names.h"
#include "tool/rule_text.h"

static const char *of_path(const char *path)
{
  char copy[128];
  snprintf(copy, sizeof copy, "%s", path);
  const struct node node = {.path = copy};
  return meaning_of_node(&node);
}

/* "value" is the name of elements whose list says what they are. */
static int field_has_meaning(const struct field *row, void *context)
{
  static const char *const above[] = {"record0",
                                      "client_hello",
                                      "server_key_exchange",
                                      "signature_algorithms",
                                      "certificate_list[0]",
                                      "certificate_status_req_list[0]"};
  char path[128];
  const char *text = NULL;
  (*(unsigned *)context)++;
  if (row->name == NULL || strcmp(row->name, "value") == 0) return 0;
  for (size_t i = 0; text == NULL && i < sizeof above / sizeof above[0]; i++) {
    snprintf(path, sizeof path, "%s.%s", above[i], row->name);
    text = of_path(path);
  }
  ck_assert_msg(text != NULL, "%s", row->name);
  return 0;
}

START_TEST(fields)
{
  unsigned count = 0;
  ck_assert_int_eq(each_field(field_has_meaning, &count), 0);
  ck_assert_uint_ge(count, 200);
  const char *const elements[] = {"client_hello.compression_methods[3].value", "x.ec_point_format_list[0].value",
                                  "certificate_request.certificate_types[12].value"};
  for (size_t i = 0; i < sizeof elements / sizeof elements[0]; i++)
    ck_assert_msg(of_path(elements[i]) != NULL, "%s", elements[i]);
}
END_TEST

START_TEST(names)
{
  for (const struct word *w = handshake_types; w->value != TLS12_OTHER; w++)
    ck_assert_msg(meaning_of(MEANING_MESSAGE, w->name) != NULL, "%s", w->name);
  for (const struct word *w = content_types; w->value != TLS12_OTHER; w++)
    ck_assert_msg(strcmp(w->name, "handshake") == 0 || meaning_of(MEANING_MESSAGE, w->name) != NULL, "%s", w->name);
  for (const struct word *w = extension_types; w->value != TLS12_OTHER; w++)
    ck_assert_msg(meaning_of(MEANING_EXTENSION, w->name) != NULL, "%s", w->name);
  for (const struct word *w = alert_descriptions; w->value != TLS12_OTHER; w++)
    ck_assert_msg(meaning_of(MEANING_ALERT, w->name) != NULL, "%s", w->name);
  for (int kx = TLS12_KX_RSA; kx <= TLS12_KX_RSA_PSK; kx++)
    ck_assert_ptr_nonnull(meaning_of(MEANING_FLOW, tls12_key_exchange_name((enum tls12_key_exchange)kx)));
}
END_TEST

/* The longest name decides, the numbers of elements and records do not, and a value can say more than the path. */
START_TEST(choice)
{
  ck_assert_str_ne(of_path("client_hello.session_id"), of_path("server_hello.session_id"));
  ck_assert_str_eq(of_path("certificate.certificate_list[0]"), of_path("certificate.certificate_list[17]"));
  ck_assert_str_ne(of_path("certificate.certificate_list[0]"), of_path("certificate.certificate_list"));
  ck_assert_str_eq(of_path("record0.type"), of_path("record123.type"));
  ck_assert_str_eq(of_path("record7"), meaning_of(MEANING_MESSAGE, "record"));
  ck_assert_ptr_null(of_path("client_hello.no_such_field"));
  char path[] = "client_hello.extensions[2].extension_type", value[] = "padding";
  const struct node node = {.path = path, .value = value};
  ck_assert_str_eq(meaning_of_node(&node), meaning_of(MEANING_EXTENSION, "padding"));
}
END_TEST

/* The causes are those of rules that there are. */
START_TEST(causes)
{
  static const struct {
    const char *kind, *name, *text;
  } rows[] = {
#define MEANING_MESSAGE "message"
#define MEANING_FIELD "field"
#define MEANING_EXTENSION "extension"
#define MEANING_ALERT "alert"
#define MEANING_FLOW "flow"
#define MEANING_CAUSE "cause"
#define MEANING_ADVICE "advice"
#include "meaning_table.inc"
  };
  unsigned count = 0;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
    if (strcmp(rows[i].kind, "cause") == 0) {
      ck_assert_msg(rule_text_by_id(rows[i].name) != NULL, "%s", rows[i].name);
      count++;
    }
  ck_assert_uint_ge(count, 5);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("meanings");
  TCase *tests = tcase_create("meanings");
  tcase_add_test(tests, fields);
  tcase_add_test(tests, names);
  tcase_add_test(tests, choice);
  tcase_add_test(tests, causes);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
