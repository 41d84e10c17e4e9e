#include "app/commands.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace meadow::app {

int run_command(int argc, const char* const* argv)
{
    CLI::App app{"Meadow, a social-commerce platform: a community of notes with a mall inside it"};
    app.require_subcommand(1);
    for (const auto add : {add_serve, add_demo, add_migrate, add_openapi, add_user, add_books, add_discovery}) add(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error);
    } catch (const std::exception& broken) {
        std::fflush(stdout);
        std::fprintf(stderr, "meadow: %s\n", broken.what());
        return 1;
    }
    return 0;
}

}  // namespace meadow::app
