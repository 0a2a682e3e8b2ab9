/* Memory for many small things that are freed in one go. */
#ifndef TLS12_TOOL_STORE_H
#define TLS12_TOOL_STORE_H

#include <stddef.h>

struct store;

struct store *store_new(void);

/* size bytes, aligned for any object, until store_free. Without memory the program ends, as grow does. */
void *store_take(struct store *store, size_t size);

void store_free(struct store *store);

#endif
