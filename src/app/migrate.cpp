// meadow migrate: brings the schema up to date and stops.

#include <cstdio>

#include "app/commands.hpp"
#include "app/opening.hpp"

namespace meadow::app {

void add_migrate(Word line)
{
    auto file = std::make_shared<std::string>();
    auto data = std::make_shared<std::string>();
    Word command = line.word("migrate", "Bring the database's schema up to date");
    command.takes("--config", *file, "TOML file");
    command.takes("--data", *data, "Data directory");
    command.runs([file, data] {
        if (Opening(load_config(*file, *data)).bring_up_to_date() == 0) std::printf("The schema is up to date\n");
    });
}

}  // namespace meadow::app
