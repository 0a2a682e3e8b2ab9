#include "tool/machine_names.h"

const char *state_name(int state)
{
  static const char *const names[STATES] = {
      [START] = "START",
      [AFTER_CLIENT_HELLO] = "AFTER_CLIENT_HELLO",
      [AFTER_SERVER_HELLO] = "AFTER_SERVER_HELLO",
      [AFTER_SERVER_CERTIFICATE] = "AFTER_SERVER_CERTIFICATE",
      [AFTER_CERTIFICATE_STATUS] = "AFTER_CERTIFICATE_STATUS",
      [AFTER_SERVER_KEY_EXCHANGE] = "AFTER_SERVER_KEY_EXCHANGE",
      [AFTER_CERTIFICATE_REQUEST] = "AFTER_CERTIFICATE_REQUEST",
      [AFTER_HELLO_DONE] = "AFTER_HELLO_DONE",
      [AFTER_HELLO_DONE_ASKED] = "AFTER_HELLO_DONE_ASKED",
      [AFTER_CLIENT_CERTIFICATE] = "AFTER_CLIENT_CERTIFICATE",
      [AFTER_SIGNING_CERTIFICATE] = "AFTER_SIGNING_CERTIFICATE",
      [AFTER_CLIENT_KEY_EXCHANGE] = "AFTER_CLIENT_KEY_EXCHANGE",
      [AFTER_CLIENT_KEY_SIGNING] = "AFTER_CLIENT_KEY_SIGNING",
      [AFTER_CERTIFICATE_VERIFY] = "AFTER_CERTIFICATE_VERIFY",
      [AFTER_CLIENT_CCS] = "AFTER_CLIENT_CCS",
      [AFTER_CLIENT_FINISHED] = "AFTER_CLIENT_FINISHED",
      [AFTER_TICKET] = "AFTER_TICKET",
      [AFTER_SERVER_CCS] = "AFTER_SERVER_CCS",
      [RESUMED_TICKET] = "RESUMED_TICKET",
      [RESUMED_SERVER_CCS] = "RESUMED_SERVER_CCS",
      [RESUMED_SERVER_FINISHED] = "RESUMED_SERVER_FINISHED",
      [RESUMED_CLIENT_CCS] = "RESUMED_CLIENT_CCS",
      [DONE] = "DONE",
  };
  return names[state];
}

const char *event_name(int event)
{
  static const char *const names[EVENTS] = {
      [ON_HELLO_REQUEST] = "S:HelloRequest",
      [ON_SERVER_HELLO] = "S:ServerHello",
      [ON_SERVER_CERTIFICATE] = "S:Certificate",
      [ON_CERTIFICATE_STATUS] = "S:CertificateStatus",
      [ON_SERVER_KEY_EXCHANGE] = "S:ServerKeyExchange",
      [ON_CERTIFICATE_REQUEST] = "S:CertificateRequest",
      [ON_SERVER_HELLO_DONE] = "S:ServerHelloDone",
      [ON_NEW_SESSION_TICKET] = "S:NewSessionTicket",
      [ON_SERVER_CCS] = "S:ChangeCipherSpec",
      [ON_SERVER_FINISHED] = "S:Finished",
      [ON_SERVER_DATA] = "S:ApplicationData",
      [ON_SERVER_OTHER] = "S:other",
      [ON_CLIENT_HELLO] = "C:ClientHello",
      [ON_EMPTY_CERTIFICATE] = "C:Certificate(empty)",
      [ON_SIGNING_CERTIFICATE] = "C:Certificate(signing)",
      [ON_FIXED_CERTIFICATE] = "C:Certificate(fixed)",
      [ON_CLIENT_KEY_EXCHANGE] = "C:ClientKeyExchange",
      [ON_CERTIFICATE_VERIFY] = "C:CertificateVerify",
      [ON_CLIENT_CCS] = "C:ChangeCipherSpec",
      [ON_CLIENT_FINISHED] = "C:Finished",
      [ON_CLIENT_DATA] = "C:ApplicationData",
      [ON_CLIENT_OTHER] = "C:other",
  };
  return names[event];
}

const char *presence_name(enum tls12_presence presence)
{
  static const char *const names[] = {"forbidden", "optional", "required"};
  return names[presence];
}
