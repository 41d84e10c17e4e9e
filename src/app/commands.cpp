#include "app/commands.hpp"

#include <sys/stat.h>

#include <cstdio>

namespace meadow::app {
namespace {

// In the order of the help.
constexpr void (*commands[])(Word line) = {
    add_serve,
    add_demo,
    add_migrate,
    add_import,
    add_user,
    add_setting,
    add_backup,
    add_restore,
    add_doctor,
    add_books,
    add_discovery,
    add_openapi,
};

}  // namespace

int run_command(int argc, const char* const* argv)
{
    umask(077);  // a town's files hold password hashes and keys
    CommandLine line("Meadow, a social-commerce platform: a community of notes with a mall inside it");
    for (const auto add : commands) add(line.root());
    try {
        return line.read(argc, argv);
    } catch (const std::exception& broken) {
        std::fflush(stdout);
        std::fprintf(stderr, "meadow: %s\n", broken.what());
        return 1;
    }
}

}  // namespace meadow::app
