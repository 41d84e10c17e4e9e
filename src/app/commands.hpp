// The commands of the binary. Each adds itself to the command line and runs when chosen; a failure is thrown and becomes the
// process's message and exit code.
#pragma once

namespace CLI {
class App;
}

namespace meadow::app {

void add_serve(CLI::App&);
void add_demo(CLI::App&);
void add_migrate(CLI::App&);
void add_import(CLI::App&);
void add_openapi(CLI::App&);
void add_user(CLI::App&);
void add_books(CLI::App&);
void add_discovery(CLI::App&);
void add_backup(CLI::App&);
void add_restore(CLI::App&);
void add_setting(CLI::App&);
void add_doctor(CLI::App&);

// What main() does: reads the command line, runs the command, returns the exit code. What went wrong is told on standard error.
int run_command(int argc, const char* const* argv);

}  // namespace meadow::app
