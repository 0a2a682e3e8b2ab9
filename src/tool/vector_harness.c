#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tool/vector_answers.h"

/* In the child process: does not return. */
static void become(const char *command, int input, int output)
{
  if (dup2(input, 0) == 0 && dup2(output, 1) == 1) execl("/bin/sh", "sh", "-c", command, (char *)NULL);
  _exit(127);
}

json_t *vector_harness_answers(const char *command, const char *name)
{
  int ends[2], status = 0;
  json_error_t error;
  const int input = open(name, O_RDONLY | O_CLOEXEC);
  if (input < 0 || pipe(ends) != 0) {
    fprintf(stderr, "%s: %s\n", name, strerror(errno));
    if (input >= 0) close(input);
    return NULL;
  }
  fflush(NULL);
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    become(command, input, ends[1]);
  }
  close(input);
  close(ends[1]);
  FILE *file = fdopen(ends[0], "r");
  json_t *answers = child > 0 && file != NULL ? json_loadf(file, 0, &error) : NULL;
  if (file != NULL) fclose(file);
  const int ended = child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  if (!ended || answers == NULL) {
    fprintf(stderr, "%s: the harness %s\n", name, ended ? "wrote no JSON" : "ended with an error");
    json_decref(answers);
    return NULL;
  }
  return answers;
}
