/* The subcommands. Each takes its own name as argv[0] and returns an exit code (exit_codes.h). */
#ifndef TLS12_TOOL_COMMANDS_H
#define TLS12_TOOL_COMMANDS_H

int command_decode(int argc, char **argv);
int command_encode(int argc, char **argv);
int command_explain(int argc, char **argv);
int command_chain(int argc, char **argv);
int command_handshake(int argc, char **argv);
int command_client(int argc, char **argv);
int command_server(int argc, char **argv);
int command_machine(int argc, char **argv);
int command_vectors(int argc, char **argv);
int command_deviant(int argc, char **argv);
int command_shim(int argc, char **argv);

#endif
