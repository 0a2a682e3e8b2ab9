#include "tool/store.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#include "tool/octets.h"

#define BLOCK_SIZE ((size_t)16384)

struct block {
  struct block *next;
  alignas(max_align_t) uint8_t bytes[];
};

struct store {
  struct block *blocks; /* the newest first */
  size_t left;          /* free bytes at the end of the newest */
  size_t size;          /* of its bytes */
};

struct store *store_new(void)
{
  struct store *store = grow(NULL, 1, sizeof *store);
  *store = (struct store){NULL, 0, 0};
  return store;
}

void *store_take(struct store *store, size_t size)
{
  const size_t unit = alignof(max_align_t), whole = (size + unit - 1) / unit * unit;
  if (whole > store->left) {
    const size_t room = whole > BLOCK_SIZE ? whole : BLOCK_SIZE;
    struct block *block = grow(NULL, 1, sizeof *block + room);
    block->next = store->blocks;
    store->blocks = block;
    store->left = store->size = room;
  }
  uint8_t *taken = store->blocks->bytes + (store->size - store->left);
  store->left -= whole;
  return taken;
}

void store_free(struct store *store)
{
  while (store != NULL && store->blocks != NULL) {
    struct block *next = store->blocks->next;
    free(store->blocks);
    store->blocks = next;
  }
  free(store);
}
