// meadow: one binary. Each command is a file of its own in this folder.
#include <CLI/CLI.hpp>

#include "app/commands.hpp"

int main(int argc, char** argv)
{
    CLI::App app{"Meadow, a social-commerce platform: a community of notes with a mall inside it"};
    app.require_subcommand(1);
    meadow::app::add_serve(app);
    meadow::app::add_demo(app);
    meadow::app::add_migrate(app);
    meadow::app::add_openapi(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error);
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "meadow: %s\n", broken.what());
        return 1;
    }
    return 0;
}
