/* The exit codes of the command, the same in every subcommand. */
#ifndef TLS12_TOOL_EXIT_CODES_H
#define TLS12_TOOL_EXIT_CODES_H

enum exit_code {
  EXIT_DONE = 0,      /* accepted, or done */
  EXIT_VIOLATION = 1, /* the input or the peer violates TLS, or a certificate chain is not valid */
  EXIT_USAGE = 2,
  EXIT_IO = 3,         /* a file or the network could not be read or written */
  EXIT_UNEXPECTED = 4, /* a vector did not give its expected result */
  EXIT_CUT_SHORT = 5,  /* the input ends before the length that a header announces */
  EXIT_SKIPPED = 77,
  EXIT_NOT_IMPLEMENTED = 89
};

#endif
