/* The shipped vectors: where they are, and which files there are. */
#ifndef TLS12_TOOL_VECTOR_FILES_H
#define TLS12_TOOL_VECTOR_FILES_H

#include <jansson.h>

enum { VECTOR_PATH_ROOM = 4096 };

/* The JSON of a file; NULL after a line on standard error, with the exit code. */
json_t *vector_file_load(const char *name, int *code);

/* Where the vectors are: share/tls12/vectors when this program is installed, else vectors/ above its folder, build/ or
 * build/asan/. Into VECTOR_PATH_ROOM bytes; -1 if they are in none of these places. */
int vector_folder_find(char *out);

/* folder/name, into VECTOR_PATH_ROOM bytes; -1 if there is no room. */
int vector_path(char *out, const char *folder, const char *name);

/* Gets "type/name.json"; answers with an exit code. */
typedef int vector_file_use(const char *folder, const char *name, void *context);

/* Calls `use` for each file of a type, in order; answers with the first exit code that is not EXIT_DONE. */
int vector_files_of_type(const char *folder, const char *type, vector_file_use *use, void *context);

#endif
