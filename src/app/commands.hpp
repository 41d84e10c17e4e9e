// The commands of the binary. Each adds itself to the command line and runs when chosen; a failure is thrown and becomes the
// process's message and exit code.
#pragma once
#include "app/command_line.hpp"

namespace meadow::app {

void add_serve(Word line);
void add_demo(Word line);
void add_migrate(Word line);
void add_import(Word line);
void add_openapi(Word line);
void add_user(Word line);
void add_books(Word line);
void add_discovery(Word line);
void add_backup(Word line);
void add_restore(Word line);
void add_setting(Word line);
void add_doctor(Word line);

// What main() does: reads the command line, runs the command, returns the exit code. What went wrong is told on standard error.
int run_command(int argc, const char* const* argv);

}  // namespace meadow::app
