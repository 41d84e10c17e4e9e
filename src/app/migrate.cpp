// meadow migrate: brings the schema up to date and stops.
#include <CLI/CLI.hpp>

#include "app/commands.hpp"
#include "app/opening.hpp"

namespace meadow::app {

void add_migrate(CLI::App& app)
{
    auto file = std::make_shared<std::string>();
    auto data = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("migrate", "Bring the database's schema up to date");
    command->add_option("--config", *file, "TOML file");
    command->add_option("--data", *data, "Data directory");
    command->callback([file, data] { Opening(load_config(*file, *data)).bring_up_to_date(); });
}

}  // namespace meadow::app
