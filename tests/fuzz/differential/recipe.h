/* Changes of a flight of messages, chosen by a seed and said by paths, so that the same can be done to another flight. */
#ifndef TLS12_TESTS_FUZZ_DIFFERENTIAL_RECIPE_H
#define TLS12_TESTS_FUZZ_DIFFERENTIAL_RECIPE_H

#include "tests/fuzz/differential/tree.h"

#define STEPS_MAX 4
#define DESCRIPTION_MAX 160

struct recipe {
  unsigned count;
  struct step {
    char path[PATH_MAX_LENGTH];
    unsigned change;
    uint64_t random;                   /* where the change starts its own generator */
    char description[DESCRIPTION_MAX]; /* path without indexes, and change; written when it is applied */
  } steps[STEPS_MAX];
  int sign_again;  /* ServerKeyExchange gets a signature over what it holds then */
  unsigned layout; /* how messages lie in records: see recipe_records */
  uint64_t layout_random;
};

uint64_t next_random(uint64_t *state);

/* Chooses for this flight. */
void recipe_choose(struct recipe *recipe, struct node *flight, uint64_t *random);

/* Whether all could be applied. */
int recipe_apply(struct recipe *recipe, struct node *flight);

/* The flight in records. */
void recipe_records(const struct recipe *recipe, const struct node *flight, struct octets *out);

/* What the layout does, or NULL if it only puts each message in a record. */
const char *recipe_layout_name(const struct recipe *recipe);

#endif
