// meadow: one binary. Each command is a file of its own in this folder.
#include "app/commands.hpp"

int main(int argc, char** argv) { return meadow::app::run_command(argc, argv); }
