#include "tool/store.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#include "tool/octets.h"

#define BLOCK_SIZE ((size_t)16384)

struct block {
  struct block *next;
  size_t size; /* of bytes */
  alignas(max_align_t) uint8_t bytes[];
};

/* Blocks of BLOCK_SIZE that were freed: a capture has many stores, one after the other. */
static struct block *spare;

struct store {
  struct block *blocks; /* the newest first */
  size_t left;          /* free bytes at the end of the newest */
};

struct store *store_new(void)
{
  struct store *store = grow(NULL, 1, sizeof *store);
  *store = (struct store){NULL, 0};
  return store;
}

static struct block *new_block(size_t size)
{
  struct block *block = spare;
  if (size <= BLOCK_SIZE && block != NULL) {
    spare = block->next;
    return block;
  }
  size = size > BLOCK_SIZE ? size : BLOCK_SIZE;
  block = grow(NULL, 1, sizeof *block + size);
  block->size = size;
  return block;
}

void *store_take(struct store *store, size_t size)
{
  const size_t unit = alignof(max_align_t), whole = (size + unit - 1) / unit * unit;
  if (whole > store->left) {
    struct block *block = new_block(whole);
    block->next = store->blocks;
    store->blocks = block;
    store->left = block->size;
  }
  uint8_t *taken = store->blocks->bytes + (store->blocks->size - store->left);
  store->left -= whole;
  return taken;
}

void store_free(struct store *store)
{
  while (store != NULL && store->blocks != NULL) {
    struct block *block = store->blocks;
    store->blocks = block->next;
    block->next = spare;
    if (block->size == BLOCK_SIZE)
      spare = block;
    else
      free(block);
  }
  free(store);
}
