/* The names of numbers: of the enumerations and registries of TLS, each name once. Suites have theirs from spec/suites.tsv. */
#ifndef TLS12_MESSAGE_WORDS_H
#define TLS12_MESSAGE_WORDS_H

struct word {
  unsigned value;
  const char *name;
};

/* The value of the last row of each list, which stands for all other numbers: its name is theirs, or NULL when they are
 * shown as they are. */
#define TLS12_OTHER 0x10000u

extern const struct word content_types[], handshake_types[], extension_types[], alert_levels[], alert_descriptions[],
    protocol_versions[], cipher_suites[], named_groups[], hash_algorithms[], signature_algorithms[], identifier_types[],
    no_words[];

#endif
